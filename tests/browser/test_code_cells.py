"""Arabic in code cells: everything stands in the order of the code, and a click puts the caret where it goes.

The lessons' lines are so made (one literal a line, no digits behind it) that this holds before the setup cell has run,
too; only lesson 00 has a line that shows what the setup cell is for. What a learner writes needs it.
"""

from collections.abc import Callable, Iterator

import nbformat
import pytest
from lab import LESSONS, ROOT
from letters import IS_ARABIC, WORD, Line, arabic_lines, strays
from notebook import Notebook
from playwright.sync_api import Page

from tools.execute import code_cells

pytestmark = pytest.mark.browser

SETUP = "from helpers.display import right_to_left\n\nright_to_left()"
TOLD = "Once this cell has been run"
OWN = [
    'say("مارس", 13)',
    'say("حتى 15 نوفمبر", 13)',
    'places = ["كلبجار", "أغدام", 3]',
    'print(word[0], "أ", 2)',
    'days = {"قره باغ": (1, 2)}',
]
SHOWN_STRAYING = 'districts = ["كلبجار", "أغدام", "لاتشين"]'  # in lesson 00, above its setup cell's own call
CARET = """cell => {
  const {editor} = jupyterapp.shell.currentWidget.content.widgets[cell];
  return editor.hasFocus() ? editor.getOffsetAt(editor.getCursorPosition()) : null;
}"""
SOURCE = "cell => jupyterapp.shell.currentWidget.content.widgets[cell].model.sharedModel.getSource()"


def lessons_cells() -> list[str]:
    """All code cells of the lessons that have Arabic in them."""
    lessons = (nbformat.read(ROOT / "notebooks" / name, as_version=4) for name in LESSONS)
    return [cell.source for lesson in lessons for cell in code_cells(lesson) if IS_ARABIC.search(cell.source)]


@pytest.fixture(scope="module")
def opened(open_cells: Callable[[list[str]], Notebook]) -> Iterator[Notebook]:
    """A notebook of the setup cell, some lines of a learner's own, and the lessons' cells with Arabic."""
    notebook = open_cells([SETUP, "\n".join(OWN), *lessons_cells()])
    notebook.wait_for_kernel()
    yield notebook
    notebook.close()


@pytest.fixture(scope="module")
def before(opened: Notebook) -> list[Line]:
    """The lines with Arabic before the setup cell has run."""
    return arabic_lines(opened.page)


@pytest.fixture(scope="module")
def after(opened: Notebook, before: list[Line]) -> list[Line]:
    """The same lines after it has run."""
    opened.page.locator(".jp-CodeCell .cm-content").first.click()
    opened.page.keyboard.press("Control+Enter")
    opened.page.get_by_text(TOLD).wait_for()
    return arabic_lines(opened.page)


def test_all_lines_with_arabic_are_looked_at(before: list[Line]) -> None:
    sources = [*OWN, *"\n".join(lessons_cells()).split("\n")]
    assert [line.text for line in before] == [line for line in sources if IS_ARABIC.search(line)]
    assert SHOWN_STRAYING in sources


def test_before_the_setup_cell_has_run_the_lessons_lines_hold(before: list[Line]) -> None:
    lessons = [line for line in before if line.text not in [*OWN, SHOWN_STRAYING]]
    assert [stray for line in lessons for stray in strays(line)] == []
    assert [letter for line in lessons for letter in line.missed()] == []


def test_before_it_has_run_what_stands_behind_arabic_strays(before: list[Line]) -> None:
    assert all(strays(line) for line in before if line.text in [*OWN, SHOWN_STRAYING])


def test_after_it_every_line_stands_in_order(after: list[Line]) -> None:
    assert [stray for line in after for stray in strays(line)] == []


def test_after_it_a_place_in_a_word_is_nearest_to_its_letter(after: list[Line]) -> None:
    assert [letter for line in after for letter in line.missed()] == []


@pytest.mark.parametrize("text", OWN)
def test_a_click_puts_the_caret_into_the_word(opened: Notebook, after: list[Line], text: str) -> None:
    line = next(line for line in after if line.text == text)
    for word in WORD.finditer(text):
        for place in sorted({word.start(), (word.start() + word.end()) // 2, word.end() - 1}):
            click(opened.page, line, place)
            assert opened.page.evaluate(CARET, line.cell) == line.start + place


@pytest.mark.parametrize("place", [OWN[0].index(letter) for letter in "مرس"])  # the first, a middle and the last
def test_what_is_typed_after_a_click_lands_there(opened: Notebook, after: list[Line], place: int) -> None:
    line = next(line for line in after if line.text == OWN[0])
    source = opened.page.evaluate(SOURCE, line.cell)
    click(opened.page, line, place)
    opened.page.keyboard.type("ب")
    typed = opened.page.evaluate(SOURCE, line.cell)
    opened.page.keyboard.press("Backspace")
    assert typed == source[: line.start + place] + "ب" + source[line.start + place :]


def click(page: Page, line: Line, place: int) -> None:
    """Click into the right half of a character; Arabic begins at the right."""
    shown = page.locator(".jp-CodeCell").nth(line.cell).locator(".cm-line").filter(has_text=line.text)
    shown.scroll_into_view_if_needed()
    page.locator(".jp-Toolbar").first.click()  # else, near to the click before, it would count as a double click
    left, right = line.boxes[place]
    box = shown.bounding_box()
    page.mouse.click(left + 0.75 * (right - left), box["y"] + box["height"] / 2)
