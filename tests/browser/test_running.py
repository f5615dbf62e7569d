"""Run All goes through each lesson in JupyterLab, with the network cut, and shows what is stored."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lab import LESSONS, ROOT
from looks import arabic_texts, clipped, open_all, turned, untold, violations
from nbformat import NotebookNode
from nbval.plugin import coalesce_streams, get_sanitize_patterns
from notebook import DARK, LIGHT, Notebook, Open
from playwright.sync_api import expect

from tools.execute import code_cells, tags

pytestmark = pytest.mark.browser

EQUAL = get_sanitize_patterns((ROOT / "tests" / "nbval.cfg").read_text(encoding="utf-8"))
# Differs from run to run, or from machine to machine, as for nbval; a picture's words are compared all the same.
NOT_COMPARED = {"metadata", "traceback", "execution_count", "application/vnd.jupyter.widget-view+json"}
PICTURES = {"image/png", "image/jpeg"}
# The largest output with a picture, or where none has one, the largest.
MAIN_PICTURE = """() => {
  const outputs = [...document.querySelectorAll(".jp-Notebook .jp-OutputArea-output")];
  const area = e => e.getBoundingClientRect().width * e.getBoundingClientRect().height;
  const largest = some => some.reduce((one, other) => area(one) < area(other) ? other : one);
  const pictures = outputs.filter(e => e.querySelector("img"));
  return outputs.indexOf(largest(pictures.length ? pictures : outputs));
}"""


@pytest.fixture(scope="module", params=LESSONS)
def lesson(request: pytest.FixtureRequest, open_notebook: Open) -> Iterator[Notebook]:
    opened = open_notebook(request.param)
    opened.run_all()
    open_all(opened.page)
    yield opened
    opened.close()


def test_every_cell_runs_and_none_fails_but_on_purpose(lesson: Notebook) -> None:
    cells = code_cells(lesson.now())
    assert [cell.execution_count for cell in cells] == [*range(1, len(cells) + 1)]
    failed = [cell for cell in cells if any(output.output_type == "error" for output in cell.outputs)]
    assert failed == [cell for cell in cells if "raises-exception" in tags(cell)]


def compared(output: NotebookNode) -> dict[str, Any]:
    """What is compared of an output, as nbval would, pictures as such."""
    parts = {**output, **output.get("data", {})}
    texts = {kind: parts[kind] for kind in parts.keys() - NOT_COMPARED - PICTURES - {"data"}}
    for pattern, instead in EQUAL:
        texts = {kind: re.sub(pattern, instead, text) for kind, text in texts.items()}
    return texts | dict.fromkeys(parts.keys() & PICTURES, "a picture")


def test_the_outputs_are_those_stored(lesson: Notebook) -> None:
    pairs = zip(code_cells(lesson.now()), code_cells(lesson.stored), strict=True)
    for new, old in ((new, old) for new, old in pairs if "nbval-ignore-output" not in tags(old)):
        outputs, stored = (list(map(compared, coalesce_streams(cell.outputs))) for cell in (new, old))
        assert outputs == stored, old.source


def test_every_output_is_shown_and_every_picture_with_its_words(lesson: Notebook) -> None:
    outputs = [output for cell in code_cells(lesson.now()) for output in cell.outputs]
    expect(lesson.outputs()).to_have_count(len(outputs))
    words = re.findall(
        r'<img [^>]*alt="([^"]+)"', "".join(output.get("data", {}).get("text/html", "") for output in outputs)
    )
    expect(lesson.page.locator(".jp-OutputArea-output img")).to_have_count(len(words))
    assert untold(lesson.page) == []


def test_arabic_reads_from_right_to_left(lesson: Notebook) -> None:
    assert turned(lesson.page) == []
    assert arabic_texts(lesson.page) > 3


def test_a_screen_reader_can_read_it(lesson: Notebook) -> None:
    assert violations(lesson.page) == []


def test_weak_eyes_can_read_it_in_the_dark(lesson: Notebook) -> None:
    with lesson.looks(1280, DARK):
        assert violations(lesson.page, "color-contrast") == []


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("width", [1280, 768])
def test_nothing_is_cut_off(lesson: Notebook, width: int, theme: str, shots: Path) -> None:
    with lesson.looks(width, theme):
        assert clipped(lesson.page) == []
        assert turned(lesson.page) == []
        main = lesson.outputs().nth(lesson.page.evaluate(MAIN_PICTURE))
        lesson.shoot(main, shots / f"{lesson.name}-{width}-{theme.split()[1].lower()}.png")


def test_it_asks_for_nothing_from_elsewhere_and_the_console_is_clean(lesson: Notebook) -> None:
    assert lesson.asked_elsewhere() == []
    assert lesson.complaints == []
