"""What does a learner need? Memory and time of each lesson's Run All, and JupyterLab's own memory, as a Markdown table.

    uv run benchmarks/lessons.py

It runs on Linux, whose kernel notes the most memory that a process has held (VmHWM). The notebooks stay as they are.
"""

import os
import platform
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic, perf_counter, sleep
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

import nbformat
import psutil
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parent.parent
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SECONDS = 120  # for a cell, or for JupyterLab to answer
PORT = 18_765
LAB = ("--no-browser", "--allow-root", f"--port={PORT}", "--ServerApp.port_retries=0", f"--notebook-dir={ROOT}")


class Need(NamedTuple):
    """What a process needed: at most so many megabytes (of a million bytes), seconds of processor and of the clock."""

    megabytes: float
    processor: float
    clock: float


def peak(process: psutil.Process) -> float:
    """The most memory that a process has held at a time, in megabytes."""
    lines = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8").splitlines()
    (kibibytes,) = (line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return int(kibibytes) * 1024 / 1e6


def need(process: psutil.Process, begun: float) -> Need:
    """What a process has needed so far, since the clock stood at `begun`."""
    times = process.cpu_times()
    return Need(peak(process), times.user + times.system, perf_counter() - begun)


def run_all(path: Path) -> Need:
    """What the kernel of a notebook needs for Run All, its start included, for a learner who has solved nothing."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, kernel_name="python3", timeout=SECONDS)
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "KHABAR_PROGRESS": os.path.join(folder, "progress.json")}
        begun = perf_counter()
        with client.setup_kernel(cwd=str(path.parent), env=environment, stderr=subprocess.DEVNULL):
            for number, cell in enumerate(notebook.cells):
                client.execute_cell(cell, number)
            return need(psutil.Process(client.km.provisioner.process.pid), begun)


def jupyter_lab() -> Need:
    """What JupyterLab's server needs for its start and for opening each lesson."""
    token = secrets.token_hex(8)
    begun = perf_counter()
    options = (*LAB, f"--IdentityProvider.token={token}")
    with subprocess.Popen([sys.executable, "-m", "jupyterlab", *options], stderr=subprocess.DEVNULL) as server:
        try:
            fetch(f"lab?token={token}", server)
            for path in LESSONS:
                fetch(f"api/contents/notebooks/{path.name}?token={token}", server)
            return need(psutil.Process(server.pid), begun)
        finally:
            server.terminate()


def fetch(address: str, server: subprocess.Popen) -> None:
    """Read an address of the server's to its end, as soon as there is an answer."""
    until = monotonic() + SECONDS
    while server.poll() is None and monotonic() < until:
        try:
            with urlopen(f"http://127.0.0.1:{PORT}/{address}", timeout=SECONDS) as answer:
                answer.read()
                return
        except URLError:
            sleep(0.1)
    sys.exit(f"JupyterLab does not answer at port {PORT}: is the port taken?")


def row(name: str, values: Need) -> str:
    return f"| {name} | {values.megabytes:.0f} | {values.processor:.1f} | {values.clock:.1f} |"


def main() -> None:
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores\n")
    print("| lesson | memory, MB | processor, s | clock, s |\n| --- | ---: | ---: | ---: |", flush=True)
    needs = []
    for path in LESSONS:
        needs.append(run_all(path))
        print(row(path.stem, needs[-1]), flush=True)
    print(row("all", Need(*map(sum, zip(*needs, strict=True)))))
    print(row("JupyterLab", jupyter_lab()))


if __name__ == "__main__":
    main()
