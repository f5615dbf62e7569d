"""In JupyterLab, in Chromium: lessons read right before anything runs, and explorers obey the keyboard.

Skipped where there is no Chromium. The lessons' sentences are compared elsewhere; here is what only a browser can tell.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
import test_widgets
from axe_playwright_python.sync_playwright import Axe
from lab import CHROMIUM, ROOT, chromium, jupyter_lab
from playwright.sync_api import Locator, Page, expect

from tools.execute import METADATA

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM, reason="needs Chromium")]


LESSONS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
CONTENT = [[".jp-OutputArea-output"], [".jp-RenderedMarkdown"]]  # what is ours; the rest is JupyterLab's own
# JupyterLab gives a plain picture of matplotlib's no alt text; the lesson says in its next cell what it shows.
NOT_OURS = {"image-alt"}
WAITS = 30_000  # milliseconds, for a busy machine
READY = """
from helpers import SEED, build_timeline, find_statements, read_article
from helpers.learning import learn, read_sample, word_features
from helpers.score import read_gold
article = read_article(SEED)
body = article.body"""
EXPLORERS = {
    "code_points": 'explore_code_points("وبيّن")',
    "folding": 'explore_folding(body, "علي")',
    "concordance": 'explore_concordance(body, "السلام")',
    "names": 'explore_names(body, "تركيا LOC", read_gold(SEED.with_suffix(".gold.json")).entities)',
    "speakers": "explore_speakers(body, find_statements(body))",
    "moving_dates": 'explore_moving_dates(body, article.published, "سيصل الوفد الخميس")',
    "timelines": "explore_timeline(build_timeline(article))",
    "workbench": "explore_workbench(article.page)",
    "weights": 'explore_weights(learn(read_sample()[:50], word_features), word_features, "ذكر", "لافروف", "أن")',
}
# Reports each element that hides a part of itself and can't be scrolled.
CLIPPED = """() => [...document.querySelectorAll(".jp-OutputArea-output *, .jp-RenderedMarkdown *")]
  .filter(e => e.scrollWidth > e.clientWidth + 1)
  .filter(e => !["auto", "scroll"].includes(getComputedStyle(e).overflowX) && getComputedStyle(e).display != "inline")
  .map(e => e.outerHTML.slice(0, 200))"""
# Reports each element in Arabic that runs from left to right, or that begins at the left of a table's cell.
TURNED = """() => [...document.querySelectorAll(".jp-Notebook [lang=ar]:not(img)")]
  .filter(e => getComputedStyle(e).direction != "rtl"
    || (e.matches("td > bdi:only-child") && getComputedStyle(e.parentElement).textAlign == "left"))
  .map(e => e.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def show(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Page]]:
    """Open a notebook of the course, or one that holds all explorers, and wait until all of it is drawn."""
    folder = tmp_path_factory.mktemp("course")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".*"))
    shutil.copytree(ROOT / "docs", folder / "docs")
    cells = [nbformat.v4.new_code_cell(source) for source in (READY, *map(_cell, EXPLORERS))]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=METADATA), folder / "notebooks" / "explorers.ipynb")
    with jupyter_lab(folder) as address, chromium() as browser:
        context = browser.new_context(viewport={"width": 1280, "height": 900})  # one, which keeps JupyterLab's files

        def opened(name: str) -> Page:
            page = context.new_page()
            page.set_default_timeout(WAITS)
            page.goto(address.format(f"notebooks/{name}"))
            notebook = json.loads((folder / "notebooks" / name).read_text(encoding="utf-8"))
            expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(len(notebook["cells"]), timeout=WAITS)
            texts = sum(cell["cell_type"] == "markdown" for cell in notebook["cells"])
            expect(page.locator(".jp-RenderedMarkdown")).to_have_count(texts, timeout=WAITS)
            return page

        yield opened


def _cell(name: str) -> str:
    call = EXPLORERS[name]
    return f"from helpers.widgets.{name} import {call.partition('(')[0]}\n{call}"


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_reads_right_before_anything_runs(show: Callable[[str], Page], name: str) -> None:
    page = show(name)
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate(TURNED) == []
    assert violations(page) == []
    assert page.locator(".jp-RenderedHTML img:not([alt])").count() == 0
    page.close()


def violations(page: Page, context: list = CONTENT) -> list[tuple[str, str]]:
    """What axe, which stands for a screen reader and for weak eyes, has to say against the page's content."""
    found = Axe().run(page, {"include": context}, {"resultTypes": ["violations"]}).response["violations"]
    return [(each["id"], node["html"]) for each in found for node in each["nodes"] if each["id"] not in NOT_OURS]


@pytest.fixture(scope="module")
def explorers(show: Callable[[str], Page]) -> Page:
    """All explorers below one another, their kernel running."""
    page = show("explorers.ipynb")
    expect(page.locator("#jp-main-statusbar")).to_contain_text("| Idle", timeout=WAITS)  # else JupyterLab asks for one
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    expect(page.locator(".jp-OutputArea .widget-vbox")).to_have_count(len(EXPLORERS), timeout=WAITS)
    return page


def test_every_explorer_is_among_them() -> None:
    assert EXPLORERS.keys() == test_widgets.EXPLORERS.keys()


def part(page: Page, name: str) -> Locator:
    """One explorer."""
    return page.locator(".jp-OutputArea .widget-vbox").nth(list(EXPLORERS).index(name))


def test_explorers_have_nothing_that_a_screen_reader_can_not_read(explorers: Page) -> None:
    assert violations(explorers, [[".jp-OutputArea-output"]]) == []
    assert explorers.evaluate(CLIPPED) == []
    assert explorers.evaluate(TURNED) == []


@pytest.mark.parametrize("name", EXPLORERS)
def test_the_tab_key_reaches_every_control_in_its_order(explorers: Page, name: str) -> None:
    controls = part(explorers, name).locator("input, select, textarea, button")
    controls.first.focus()
    for number in range(controls.count()):
        expect(controls.nth(number)).to_be_focused()
        explorers.keyboard.press("Tab")


def test_a_word_that_is_typed_runs_from_right_to_left_and_is_followed(explorers: Page) -> None:
    field = part(explorers, "code_points").get_by_label("A word:")
    assert field.evaluate("e => getComputedStyle(e).direction") == "rtl"
    field.focus()
    explorers.keyboard.press("Control+A")
    explorers.keyboard.type("خبر")
    expect(part(explorers, "code_points")).to_contain_text("ARABIC LETTER KHAH")
    expect(part(explorers, "code_points")).to_contain_text("3 code points, 6 bytes")


def test_the_space_bar_switches_a_step(explorers: Page) -> None:
    folding = part(explorers, "folding")
    expect(folding).to_contain_text("alef 57")
    folding.get_by_label("alef").focus()
    explorers.keyboard.press("Space")
    expect(folding).not_to_contain_text("alef 57")


def test_a_number_moves_by_the_arrow_keys(explorers: Page) -> None:
    width = part(explorers, "concordance").get_by_label("Characters on each side:")
    width.focus()
    explorers.keyboard.press("ArrowUp")
    expect(width).to_have_value("35")


def test_a_name_is_written_from_right_to_left_and_found(explorers: Page) -> None:
    names = part(explorers, "names").get_by_label("Your list:")
    assert names.evaluate("e => getComputedStyle(e).direction") == "rtl"
    names.focus()
    explorers.keyboard.press("Control+End")
    explorers.keyboard.type("\nقره باغ LOC")
    expect(part(explorers, "names")).to_contain_text("9 right")


def test_weights_follow_the_word_before(explorers: Page) -> None:
    weights = part(explorers, "weights")
    weights.get_by_label("The word before:").focus()
    explorers.keyboard.press("Control+A")
    explorers.keyboard.type("وقال")
    for shown in (weights.locator("table").first, weights.locator("table").last):  # weights; the tagger's answer
        expect(shown).to_contain_text("وقال")
    weights.get_by_label("The word:", exact=True).fill("")
    expect(weights).to_contain_text("Write a word")


def test_a_speaker_is_chosen_by_the_arrow_keys(explorers: Page) -> None:
    speaker = part(explorers, "speakers").get_by_label("Who speaks:")
    speaker.focus()
    for key in ("Space", "ArrowDown", "Enter"):
        explorers.keyboard.press(key)
    expect(part(explorers, "speakers")).to_contain_text("9 of 13 statements")


def test_the_day_of_publication_is_typed(explorers: Page) -> None:
    day = part(explorers, "moving_dates").get_by_label("Day of publication")
    day.fill("2021-06-01")
    expect(part(explorers, "moving_dates")).to_contain_text("5 of 5 dates moved")


def test_a_file_is_taken_away_by_the_enter_key(explorers: Page) -> None:
    with explorers.expect_download() as download:
        part(explorers, "timelines").get_by_role("link", name="CSV").last.focus()
        explorers.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")
    assert "إلهام علييف" in Path(download.value.path()).read_text(encoding="utf-8-sig")


def test_the_workbench_makes_a_timeline_of_what_is_pasted_with_its_day(explorers: Page) -> None:
    bench = part(explorers, "workbench")
    story = bench.get_by_label("The story:")
    assert story.evaluate("e => getComputedStyle(e).direction") == "rtl"
    story.fill("وصل الوزير سامي حداد إلى بيروت أمس. وقال <script>alert(1)</script> حداد إنه سيغادر غدا.")
    explorers.keyboard.press("Tab")
    bench.get_by_label("Published on:").fill("2025-02-05")
    explorers.keyboard.press("Tab")
    expect(bench.locator("img")).to_have_attribute("alt", re.compile("4 فبراير 2025"))
    expect(bench).to_contain_text("<script>alert(1)</script>")


def test_a_link_to_a_term_opens_the_glossary_there(show: Callable[[str], Page]) -> None:
    page = show(LESSONS[-1])
    link = page.locator('.jp-RenderedMarkdown a[href*="glossary.md"], .jp-RenderedMarkdown a:has(em)').first
    term = link.inner_text().replace(" ", "-")
    link.click()
    expect(page.locator(".jp-MarkdownViewer h1")).to_contain_text("Glossary", timeout=WAITS)
    expect(page.locator(f'.jp-MarkdownViewer h3[data-jupyter-id="{term}"]')).to_be_in_viewport()
    page.close()
