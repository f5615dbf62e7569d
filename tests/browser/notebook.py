"""A notebook that is open in JupyterLab: run it, read what it holds now, look at it in another theme or width."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
from nbformat import NotebookNode
from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, expect

WAITS = 120_000  # milliseconds; for a busy machine
LIGHT, DARK = "JupyterLab Light", "JupyterLab Dark"
HEIGHT = 900  # CSS pixels
OWN_SCHEMES = {"data", "blob"}  # what a page has in itself
SPLASH = "#jupyterlab-splash"  # JupyterLab hides the page with it while a theme is loaded
OUTPUT = ".jp-OutputArea-output"
READY = """async () => {
  const shown = window.jupyterapp?.shell.currentWidget;
  if (!shown?.sessionContext) return false;
  await shown.sessionContext.ready;
  return shown.sessionContext.session?.kernel?.status == "idle";
}"""
# A cell that fails on purpose makes the command answer at once, while those behind it still run.
RUN_ALL = "() => jupyterapp.commands.execute('notebook:run-all-cells')"
RUN_ONE = """async cell => {
  jupyterapp.shell.currentWidget.content.activeCellIndex = cell;
  await jupyterapp.commands.execute("notebook:run-cell");
}"""
HAS_RUN = """() => {
  const {content, sessionContext} = jupyterapp.shell.currentWidget;
  const counts = content.widgets.filter(cell => cell.model.type == "code").map(cell => cell.model.executionCount);
  return !counts.includes(null) && sessionContext.session.kernel.status == "idle";
}"""
MODEL = """() => {
  const notebook = jupyterapp.shell.currentWidget.content.model.toJSON();
  notebook.cells.forEach(cell => { if (!cell.attachments) delete cell.attachments; });  // null is no notebook's
  return notebook;
}"""
SHUT_DOWN = "() => jupyterapp.shell.currentWidget.sessionContext.shutdown()"
CHANGE_THEME = "theme => jupyterapp.commands.execute('apputils:change-theme', {theme})"


class Notebook:
    """A notebook in a page of its own; `asked` are the addresses it went to, `complaints` what the console said."""

    def __init__(self, context: BrowserContext, file: Path, address: str) -> None:
        self.name, self.stored = file.stem, nbformat.read(file, as_version=4)
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.address, self.page = address, context.new_page()
        self._listen(self.page)
        self.page.set_default_timeout(WAITS)
        self.page.goto(address)
        cells = self.stored.cells
        texts = sum(cell.cell_type == "markdown" for cell in cells)
        expect(self.page.locator(".jp-Notebook .jp-Cell")).to_have_count(len(cells), timeout=WAITS)
        expect(self.page.locator(".jp-RenderedMarkdown")).to_have_count(texts, timeout=WAITS)

    def _listen(self, page: Page) -> None:
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda socket: self.asked.append(socket.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._hear)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert"):
            self.complaints.append(f"{message.type}: {message.text}")

    def wait_for_kernel(self) -> None:
        """Wait until its kernel can be asked."""
        self.page.wait_for_function(READY, timeout=WAITS)

    def run_all(self) -> None:
        """Run all cells, as the menu does, and wait until each of them has run."""
        self.wait_for_kernel()
        self.page.evaluate(RUN_ALL)
        self.page.wait_for_function(HAS_RUN, timeout=WAITS)

    def now(self) -> NotebookNode:
        """The notebook with the outputs that it has now."""
        return nbformat.reads(json.dumps(self.page.evaluate(MODEL)), as_version=4)

    def run(self, cell: int) -> None:
        """Run one cell, by its number from 0."""
        self.page.evaluate(RUN_ONE, cell)

    def asked_elsewhere(self) -> list[str]:
        """The addresses it went to that aren't of this JupyterLab."""
        own = urlsplit(self.address).netloc
        return [url for url in self.asked if urlsplit(url).scheme not in OWN_SCHEMES and urlsplit(url).netloc != own]

    def outputs(self) -> Locator:
        """All outputs, in their order."""
        return self.page.locator(OUTPUT)

    @contextmanager
    def looks(self, width: int, theme: str = LIGHT) -> Iterator[None]:
        """Look at it in a window so wide (in CSS pixels), in a theme of JupyterLab's."""
        self._look(width, theme)
        yield
        self._look(1280, LIGHT)

    def _look(self, width: int, theme: str) -> None:
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        self.page.evaluate(CHANGE_THEME, theme)
        expect(self.page.locator("body")).to_have_attribute("data-jp-theme-name", theme, timeout=WAITS)
        expect(self.page.locator(SPLASH)).to_have_count(0, timeout=WAITS)

    def shoot(self, what: Locator, file: Path) -> None:
        """Take a picture of a part, the whole of it, as high as it is."""
        box = what.bounding_box()
        self.page.set_viewport_size(
            {"width": self.page.viewport_size["width"], "height": HEIGHT + round(box["height"])}
        )
        what.screenshot(path=file)

    def close(self) -> None:
        """Close the page, and end its kernel."""
        self.wait_for_kernel()
        self.page.evaluate(SHUT_DOWN)
        self.page.close()


Open = Callable[[str], Notebook]  # what the fixture `open_notebook` gives
