"""The explorers in JupyterLab: each obeys a click and the keyboard, and reads right in every width and theme."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import test_widgets
from looks import arabic_texts, clipped, fields_turned, turned, untold, violations
from notebook import DARK, LIGHT, WAITS, Notebook
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser

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
FIELDS = ".rtl input, .rtl textarea"
FOLLOWS = """([part, text, wanted]) =>
  [part.innerText, ...[...part.querySelectorAll("img")].map(image => image.alt)].join("\\n").includes(text) == wanted"""
# The least contrast of a placeholder with its field, as WCAG counts it.
CONTRAST_OF_PLACEHOLDERS = """() => {
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map(Number).map(part => part / 255)
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const contrast = field => {
    const [one, other] = [getComputedStyle(field, "::placeholder").color, getComputedStyle(field).backgroundColor];
    return Math.max(light(one), light(other)) / Math.min(light(one), light(other));
  };
  return Math.min(...[...document.querySelectorAll(".explorer [placeholder]")]
    .filter(field => field.placeholder.trim()).map(contrast));
}"""
Act = Callable[[Locator], object]
EACH = pytest.mark.parametrize("name", EXPLORERS)


def cell(name: str) -> str:
    """The code that shows an explorer."""
    call = EXPLORERS[name]
    return f"from helpers.widgets.{name} import {call.partition('(')[0]}\n{call}"


@pytest.fixture(scope="module")
def shown(open_cells: Callable[[list[str]], Notebook]) -> Iterator[Notebook]:
    """All explorers one below the other."""
    notebook = open_cells([READY, *map(cell, EXPLORERS)])
    notebook.run_all()
    expect(notebook.page.locator(".explorer")).to_have_count(len(EXPLORERS), timeout=WAITS)
    yield notebook
    notebook.close()


@pytest.fixture
def fresh(shown: Notebook) -> Callable[[str], Locator]:
    """Shows an explorer anew, as its cell does, whatever was done to it before."""

    def run(name: str) -> Locator:
        number = 1 + list(EXPLORERS).index(name)
        shown.run(number)
        explorer = shown.page.locator(".jp-CodeCell").nth(number).locator(".explorer")
        expect(explorer).to_have_count(1, timeout=WAITS)
        return explorer

    return run


def replace(label: str, text: str) -> Act:
    """Mark a field's text by a triple click, and put another in its place, as from a clipboard."""

    def act(part: Locator) -> None:
        part.get_by_label(label, exact=True).click(click_count=3)
        part.page.keyboard.insert_text(text)

    return act


def press(label: str, *keys: str) -> Act:
    """Go to a control, and press keys there."""

    def act(part: Locator) -> None:
        part.get_by_label(label, exact=True).focus()
        for key in keys:
            part.page.keyboard.press(key)

    return act


def write(label: str, text: str) -> Act:
    """Go to a field, write a text in place of what is there, key by key, and leave it."""

    def act(part: Locator) -> None:
        press(label, "ControlOrMeta+A")(part)
        part.page.keyboard.type(text)
        part.page.keyboard.press("Tab")

    return act


def click(label: str) -> Act:
    """Click on what is written beside a switch."""
    return lambda part: part.get_by_text(label, exact=True).first.click()


def choose(label: str, option: str) -> Act:
    """Choose in a list. An open one is drawn outside the page, so Playwright chooses in it as a click would."""
    return lambda part: part.get_by_label(label, exact=True).select_option(option)


# For each explorer: what is done, what isn't shown before it, and is then; or, after a minus, the other way round.
BY_CLICK = {
    "code_points": (replace("A word:", "سلم"), "3 code points, 6 bytes"),
    "folding": (click("alef"), "-alef 57"),
    "concordance": (replace("A word:", "مراقبة"), "3 places"),
    "names": (click("show what is missed"), "-in the gold, and not found"),
    "speakers": (choose("Who speaks:", "إلهام علييف"), "2 of 13 statements"),
    "moving_dates": (replace("A sentence of your own:", "غدا"), "2020-11-14"),
    "timelines": (click("happened"), "3 of 5 events"),
    "workbench": (click("Timeline from left to right, in English"), "Timeline: "),
    "weights": (replace("The word before:", "وقال"), "وقال"),
}
BY_KEY = {
    "code_points": (write("A word:", "خبر"), "ARABIC LETTER KHAH"),
    "folding": (press("teh", "Space"), "-teh 37"),
    "concordance": (press("Characters on each side:", "ArrowUp"), "ذلك بشكل"),
    "names": (write("Your list:", "تركيا LOC\nقره باغ LOC"), "9 right"),
    "speakers": (press("Who speaks:", "Space", "ArrowDown", "Enter"), "9 of 13 statements"),
    "moving_dates": (press("Day of publication:", "ArrowUp"), "13 December 2020"),
    "timelines": (press("due", "Space"), "2 of 5 events"),
    "workbench": (write("Names of your own:", "مراقبة ORG"), "-29 names"),
    "weights": (write("The word:", "بيروت"), "بيروت"),
}


def told(part: Locator) -> str:
    """All that an explorer shows below its controls, the words of its pictures included."""
    return part.evaluate("e => [e.innerText, ...[...e.querySelectorAll('img')].map(i => i.alt)].join('\\n')")


def test_every_explorer_is_among_them() -> None:
    assert EXPLORERS.keys() == test_widgets.EXPLORERS.keys() == BY_CLICK.keys() == BY_KEY.keys()


@pytest.mark.parametrize("by", [BY_CLICK, BY_KEY], ids=["click", "key"])
@EACH
def test_it_obeys_a_click_and_the_keyboard(fresh: Callable[[str], Locator], name: str, by: dict) -> None:
    part = fresh(name)
    act, change = by[name]
    goes, text = change.startswith("-"), change.removeprefix("-")
    assert (text in told(part)) == goes
    act(part)
    part.page.wait_for_function(FOLLOWS, arg=[part.element_handle(), text, not goes], timeout=WAITS)


@EACH
def test_the_tab_key_reaches_every_control_in_its_order(fresh: Callable[[str], Locator], name: str) -> None:
    part = fresh(name)
    controls = part.locator("input, select, textarea, button")
    controls.first.focus()
    for number in range(controls.count()):
        expect(controls.nth(number)).to_be_focused()
        part.page.keyboard.press("Tab")


def test_fields_for_arabic_are_written_from_right_to_left(shown: Notebook) -> None:
    assert shown.page.locator(FIELDS).count() > len(EXPLORERS)
    assert fields_turned(shown.page) == []


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("width", [1280, 768])
def test_it_reads_right(shown: Notebook, width: int, theme: str, shots: Path) -> None:
    with shown.looks(width, theme):
        assert clipped(shown.page) == []
        assert turned(shown.page) == []
        assert arabic_texts(shown.page) > len(EXPLORERS)
        assert untold(shown.page) == []
        assert violations(shown.page) == []
        for number, name in enumerate(EXPLORERS):
            file = shots / f"explorer_{name}-{width}-{theme.split()[1].lower()}.png"
            shown.shoot(shown.page.locator(".explorer").nth(number), file)


def test_a_placeholder_can_be_read_in_every_theme(shown: Notebook) -> None:
    for theme in (LIGHT, DARK):
        with shown.looks(1280, theme):
            assert shown.page.evaluate(CONTRAST_OF_PLACEHOLDERS) >= 4.5


def test_a_file_is_taken_away_by_the_enter_key(fresh: Callable[[str], Locator]) -> None:
    part = fresh("timelines")
    with part.page.expect_download() as download:
        part.get_by_role("link", name="CSV").last.focus()
        part.page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")
    assert "إلهام علييف" in Path(download.value.path()).read_text(encoding="utf-8-sig")


def test_the_workbench_makes_a_timeline_of_what_is_pasted_with_its_day(fresh: Callable[[str], Locator]) -> None:
    bench = fresh("workbench")
    bench.get_by_label("The story:").fill(
        "وصل الوزير سامي حداد إلى بيروت أمس. وقال <script>alert(1)</script> حداد إنه سيغادر غدا."
    )
    bench.page.keyboard.press("Tab")
    bench.get_by_label("Published on:").fill("2025-02-05")
    bench.page.keyboard.press("Tab")
    expect(bench.locator("img")).to_have_attribute("alt", re.compile("4 فبراير 2025"), timeout=WAITS)
    expect(bench).to_contain_text("<script>alert(1)</script>")


def test_weights_ask_for_a_word_where_there_is_none(fresh: Callable[[str], Locator]) -> None:
    weights = fresh("weights")
    weights.get_by_label("The word:", exact=True).fill("")
    expect(weights).to_contain_text("Write a word", timeout=WAITS)


def test_they_ask_for_nothing_from_elsewhere_and_the_console_is_clean(shown: Notebook) -> None:
    assert shown.asked_elsewhere() == []
    assert shown.complaints == []
