"""JupyterLab with a copy of the course, and Chromium, which reaches nothing else: what all tests of the browser use."""

import contextlib
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
LESSONS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
HOST = "127.0.0.1"
NOWHERE = f"http://{HOST}:9"  # where nothing answers
FLAGS = (
    "--no-sandbox",  # in CI everything runs as root in a container, where it can't be had; we look at our pages alone
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--no-proxy-server",
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOST}",  # no network but this machine's own
)
# Every cell is drawn at once, not only those in view; nothing is saved, nor asked of the network or of the reader.
SETTINGS = """{
  "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
  "@jupyterlab/docmanager-extension:plugin": {"autosave": false},
  "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": false}
}"""


@contextlib.contextmanager
def jupyter_lab(folder: Path) -> Iterator[str]:
    """Run JupyterLab on a folder; gives the address of its pages, with `{}` for a file (see `str.format`)."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(8)
    options = ["--no-browser", "--allow-root", "--expose-app-in-browser", "--ServerApp.port_retries=0"]
    options += [f"--port={port}", f"--IdentityProvider.token={token}", f"--notebook-dir={folder}"]
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options],
        cwd=folder,
        env={**os.environ, **_own_settings(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://{HOST}:{port}/api/status?token={token}", server)
        yield f"http://{HOST}:{port}/lab/tree/{{}}?token={token}&reset"
    finally:
        server.terminate()
        server.wait(20)


def _own_settings(folder: Path) -> dict[str, str]:
    """The environment of a JupyterLab that knows nothing of its user's, and whose kernels reach no network."""
    own = {name: str(folder / f".{name.lower()}") for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR")}
    settings = Path(own["JUPYTER_CONFIG_DIR"], "labconfig")
    settings.mkdir(parents=True)
    (settings / "default_setting_overrides.json").write_text(SETTINGS, encoding="utf-8")
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), NOWHERE) | {"no_proxy": HOST}
    return own | proxies | {name.upper(): value for name, value in proxies.items()}


def _wait_for(address: str, server: subprocess.Popen, seconds: float = 120) -> None:
    until = time.monotonic() + seconds
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while server.poll() is None and time.monotonic() < until:
        with contextlib.suppress(OSError), direct.open(address, timeout=5):
            return
        time.sleep(0.1)
    raise RuntimeError("JupyterLab did not start.")


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """Run Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()
