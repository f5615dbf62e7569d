"""Fill a folder, such as that of a USB stick, with all that a room without a network needs, but for Python itself.

    uv run tools/usb_stick.py STICK
    uv run tools/usb_stick.py STICK --python 3.12 --python 3.13 --system windows

STICK/wheels gets the packages of each system and Python, in the versions of constraints.txt, and the course itself as
one more package. How to install from there is told in docs/classroom.md. pip alone would not do: asked for another
system's packages, it still goes by this system's list of them, and Windows would come without pywinpty.
"""

import argparse
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent


class System(NamedTuple):
    """What uv and pip call a system; of Linux pip wants every name under which wheels for it are published."""

    for_uv: str
    for_pip: tuple[str, ...]


SYSTEMS = {
    "linux": System(
        "x86_64-manylinux_2_28", ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64")
    ),
    "windows": System("x86_64-pc-windows-msvc", ("win_amd64",)),
    "macos": System("aarch64-apple-darwin", ("macosx_12_0_arm64",)),
}


def uv(*arguments: str | Path) -> str:
    """Run uv in the project's folder, and give what it prints."""
    done = subprocess.run(["uv", *map(str, arguments)], cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    return done.stdout


def needed(python: str, system: System) -> str:
    """The packages that the course needs on a system, one `name==version` a line."""
    options = ("--python-version", python, "--python-platform", system.for_uv)
    return uv(
        "pip", "compile", "--quiet", "--no-header", "--no-annotate", "-c", "constraints.txt", *options, "pyproject.toml"
    )


def download(requirements: str, wheels: Path, python: str, system: System) -> None:
    """Put the wheels of these packages into a folder; what is there already is not fetched again."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "requirements.txt"
        listed.write_text(requirements, encoding="utf-8")
        target = ["--only-binary=:all:", "--no-deps", "--python-version", python, "--implementation", "cp"]
        for tag in system.for_pip:
            target += ["--platform", tag]
        uv("tool", "run", "pip", "download", "--quiet", *target, "--dest", wheels, "--requirement", listed)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stick", type=Path, metavar="STICK", help="a folder; it is made if it is not there")
    parser.add_argument(
        "--python", action="append", metavar="VERSION", help="default: 3.12, as on Binder; repeat at will"
    )
    parser.add_argument("--system", action="append", choices=SYSTEMS, help="default: all three; repeat at will")
    options = parser.parse_args(arguments)
    wheels = (options.stick / "wheels").absolute()
    wheels.mkdir(parents=True, exist_ok=True)
    uv("build", "--quiet", "--wheel", "--out-dir", wheels)
    for python in options.python or ["3.12"]:
        for name in options.system or SYSTEMS:
            download(needed(python, SYSTEMS[name]), wheels, python, SYSTEMS[name])
            print(f"Python {python} on {name}: ready")
    megabytes = sum(path.stat().st_size for path in wheels.iterdir()) / 1e6
    print(f"{wheels} holds {megabytes:.0f} MB.")


if __name__ == "__main__":
    main()
