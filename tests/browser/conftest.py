"""One JupyterLab and one Chromium for all tests of the browser, skipped where there is no Chromium."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from lab import CHROMIUM, ROOT, chromium, jupyter_lab
from notebook import HEIGHT, Notebook, Open
from playwright.sync_api import BrowserContext

from tools.execute import METADATA


@pytest.fixture(scope="session")
def context() -> Iterator[BrowserContext]:
    """Chromium; all pages share what it keeps of JupyterLab's files."""
    if not CHROMIUM:
        pytest.skip("There is no Chromium here: install the package chromium.")
    with chromium() as browser:
        yield browser.new_context(viewport={"width": 1280, "height": HEIGHT})


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the course, as JupyterLab gets it."""
    folder = tmp_path_factory.mktemp("course")
    for part in ("notebooks", "docs"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns(".*"))
    return folder


@pytest.fixture(scope="session")
def open_notebook(context: BrowserContext, course: Path) -> Iterator[Open]:
    """Opens a notebook of the course, for a learner who has solved nothing."""
    progress = Path(os.environ["KHABAR_PROGRESS"])
    with jupyter_lab(course) as address:

        def opened(name: str) -> Notebook:
            progress.unlink(missing_ok=True)
            return Notebook(context, course / "notebooks" / name, address.format(f"notebooks/{name}"))

        yield opened


@pytest.fixture(scope="session")
def open_cells(open_notebook: Open, course: Path) -> Callable[[list[str]], Notebook]:
    """Opens a notebook of these code cells."""

    def opened(sources: list[str]) -> Notebook:
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        file = course / "notebooks" / "made_up.ipynb"
        nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=METADATA), file)
        return open_notebook(file.name)

    return opened


@pytest.fixture(scope="session")
def shots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pictures go for looking at them: the folder KHABAR_SHOTS, or pytest's own."""
    folder = Path(os.environ.get("KHABAR_SHOTS") or tmp_path_factory.mktemp("shots")).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder
