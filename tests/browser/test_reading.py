"""Each lesson reads right in JupyterLab before anything runs, where a notebook isn't trusted yet."""

import json
from collections.abc import Iterator

import pytest
from lab import LESSONS
from looks import arabic_texts, clipped, open_all, turned, untold, violations
from notebook import WAITS, Notebook, Open
from playwright.sync_api import expect

from tools.execute import code_cells

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=LESSONS)
def lesson(request: pytest.FixtureRequest, open_notebook: Open) -> Iterator[Notebook]:
    opened = open_notebook(request.param)
    open_all(opened.page)
    yield opened
    opened.close()


def test_nothing_is_cut_off(lesson: Notebook) -> None:
    assert clipped(lesson.page) == []


def test_arabic_reads_from_right_to_left(lesson: Notebook) -> None:
    assert turned(lesson.page) == []
    assert arabic_texts(lesson.page) > 3


def test_a_screen_reader_and_weak_eyes_can_read_it(lesson: Notebook) -> None:
    assert violations(lesson.page) == []
    assert untold(lesson.page) == []


def test_every_output_is_shown(lesson: Notebook) -> None:
    stored = [output for cell in code_cells(lesson.stored) for output in cell.outputs]
    expect(lesson.outputs()).to_have_count(len(stored))


def test_it_asks_for_nothing_from_elsewhere_and_the_console_is_clean(lesson: Notebook) -> None:
    assert lesson.asked_elsewhere() == []
    assert lesson.complaints == []


def test_a_link_to_a_term_opens_the_glossary_there(open_notebook: Open) -> None:
    lesson = open_notebook(LESSONS[-1])
    page = lesson.page
    link = page.locator('.jp-RenderedMarkdown a[href*="glossary.md"], .jp-RenderedMarkdown a:has(em)').first
    term = link.inner_text().replace(" ", "-")
    link.click()
    expect(page.locator(".jp-MarkdownViewer h1")).to_contain_text("Glossary", timeout=WAITS)
    expect(page.locator(f'.jp-MarkdownViewer h3[data-jupyter-id="{term}"]')).to_be_in_viewport(timeout=WAITS)
    assert lesson.complaints == []
    page.close()


def test_the_browser_reaches_nothing_but_its_own_jupyterlab(open_notebook: Open) -> None:
    lesson = open_notebook(LESSONS[0])
    for address in ("https://example.org/", "http://192.0.2.1/"):
        fetched = lesson.page.evaluate(f"fetch({json.dumps(address)}, {{mode: 'no-cors'}}).catch(error => 'no way')")
        assert fetched == "no way"
        assert address in lesson.asked_elsewhere()
    assert any("ERR_NAME_NOT_RESOLVED" in complaint for complaint in lesson.complaints)
    lesson.close()
