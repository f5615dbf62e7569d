"""How long until one can begin? From a fresh clone to JupyterLab and to lesson 00's first picture, as a Markdown table.

    uv run benchmarks/start.py

Each round starts from a new clone of the last commit, with the packages in uv's cache; of three, the least counts. It
needs Linux or macOS, git and uv.
"""

import os
import resource
import secrets
import socket
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic, perf_counter, sleep
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

import nbformat
from jupyter_client import KernelManager

ROOT = Path(__file__).resolve().parent.parent
LESSON = Path("notebooks", "00_start_here.ipynb")
ROUNDS = 3
SECONDS = 120  # for JupyterLab to answer, or for a picture to come
ROWS = {
    "a clone": "JupyterLab answers, for the first time",
    "the command": "JupyterLab answers, any later time",
    "Run": "lesson 00's first picture, for the first time",
    "Run again": "lesson 00's first picture, with a new kernel",
}
# A new clone: no bytecode, no fonts looked up; what this process was started with is nobody's affair.
NOT_TOLD = ("VIRTUAL_ENV", "UV_PROJECT_ENVIRONMENT", "PYTHONDONTWRITEBYTECODE")


class Took(NamedTuple):
    """Seconds of the clock and, of all processes together, of the processor."""

    clock: float
    processor: float


def processor() -> float:
    """The seconds of processor that this process's children have taken, as far as they have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def surroundings(clone: Path) -> dict[str, str]:
    """The environment of a learner who has just cloned the course."""
    told = {name: value for name, value in os.environ.items() if name not in NOT_TOLD}
    return told | {"MPLCONFIGDIR": str(clone / ".fonts"), "KHABAR_PROGRESS": str(clone / "progress.json")}


def until_jupyterlab_answers(clone: Path) -> Took:
    """Run the README's command, which first makes the environment, until the page of lesson 00 can be had."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port, token = free.getsockname()[1], secrets.token_hex(8)
    command = [
        "uv",
        "run",
        "--quiet",
        "jupyter",
        "lab",
        "--notebook-dir=.",
        str(LESSON),
        "--no-browser",
        "--allow-root",
    ]
    command += [f"--port={port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={token}"]
    before, start = processor(), perf_counter()
    server = subprocess.Popen(
        command, cwd=clone, env=surroundings(clone), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/lab/tree/{LESSON.as_posix()}?token={token}", server)
        clock = perf_counter() - start
    finally:
        server.terminate()
        server.wait(20)
    return Took(clock, processor() - before)


def _wait_for(address: str, server: subprocess.Popen) -> None:
    until = monotonic() + SECONDS
    while server.poll() is None and monotonic() < until:
        try:
            with urlopen(address, timeout=SECONDS):
                return
        except URLError:
            sleep(0.02)
    raise SystemExit("JupyterLab did not start: try the README's command in a new clone.")


def until_the_first_picture(clone: Path) -> Took:
    """Run lesson 00's first cell in a kernel that is ready, as JupyterLab has it, until its picture comes."""
    kernel = KernelManager(kernel_name="python3")
    kernel.kernel_spec.argv[0] = str(clone / ".venv" / "bin" / "python")
    before = processor()
    kernel.start_kernel(cwd=str(clone / LESSON.parent), env=surroundings(clone))
    client = kernel.client()
    client.start_channels()
    client.wait_for_ready(timeout=SECONDS)
    cells = nbformat.read(clone / LESSON, as_version=4).cells
    start = perf_counter()
    client.execute(next(cell.source for cell in cells if cell.cell_type == "code"))
    while "image/png" not in client.get_iopub_msg(timeout=SECONDS)["content"].get("data", {}):
        pass
    clock = perf_counter() - start
    client.stop_channels()
    kernel.shutdown_kernel()
    return Took(clock, processor() - before)


def one_round() -> list[Took]:
    """Each row of the table, once, in a new clone."""
    steps: list[Callable[[Path], Took]] = [until_jupyterlab_answers, until_the_first_picture]
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder, "khabar")
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        return [step(clone) for step in steps for _ in range(2)]


def main() -> None:
    """Print the table."""
    rounds = [one_round() for _ in range(ROUNDS)]
    print("| from | to | seconds | to reach | of the processor |\n| --- | --- | ---: | ---: | ---: |")
    for (begin, end), took in zip(ROWS.items(), zip(*rounds, strict=True), strict=True):
        clock, used = (min(each) for each in zip(*took, strict=True))
        print(f"| {begin} | {end} | {clock:.1f} | 5 | {used:.1f} |")


if __name__ == "__main__":
    main()
