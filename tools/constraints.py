"""Write constraints.txt and the pip section of environment.yml anew, from what uv resolves for pyproject.toml.

    uv run tools/constraints.py

Run it after a change of the dependencies, or of `exclude-newer`: the day up to which uv looks for releases.
"""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "constraints.txt"
ENVIRONMENT = ROOT / "environment.yml"
PLAIN = ("--quiet", "--no-header", "--no-annotate")


def uv(*arguments: str) -> list[str]:
    """The lines that a command of uv prints, markers cut off: `name==version`."""
    printed = subprocess.run(["uv", *arguments], cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    return [line.partition(" ;")[0] for line in printed.splitlines()]


def write_constraints() -> None:
    """Write the version of every package that some system or Python may need."""
    uv("lock", "--upgrade")
    pins = uv("export", "--frozen", "--all-extras", "--no-emit-project", "--no-hashes", *PLAIN)
    head = "# Written by tools/constraints.py: the versions that the project is tested with."
    CONSTRAINTS.write_text("\n".join([head, *pins, ""]), encoding="utf-8")


def write_environment() -> None:
    """Write what a learner's machine on Binder needs: Linux, Python 3.12, without the test tools."""
    binder = ("--python-version", "3.12", "--python-platform", "linux")
    pins = uv("pip", "compile", "pyproject.toml", "--constraints", "constraints.txt", *binder, *PLAIN)
    head, section, _ = ENVIRONMENT.read_text(encoding="utf-8").partition("  - pip:\n")
    ENVIRONMENT.write_text(head + section + "".join(f"      - {pin}\n" for pin in pins), encoding="utf-8")


if __name__ == "__main__":
    write_constraints()
    write_environment()
