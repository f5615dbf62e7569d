"""The explorers follow their controls at once, and show their first view where no kernel runs."""

import contextlib
import re
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ipywidgets import Widget
from traitlets import TraitError

from helpers import SEED, build_timeline, find_statements, read_article, widgets
from helpers.display import View
from helpers.learning import learn, read_sample, word_features
from helpers.memory import without_collector
from helpers.score import read_gold
from helpers.widgets.base import MOST_BYTES, TOO_LONG, Explorer, arabic_field, explorer, sentences
from helpers.widgets.code_points import MOST, code_points_view, explore_code_points, visible
from helpers.widgets.concordance import concordance_view, explore_concordance
from helpers.widgets.folding import SWITCHES, explore_folding, folding_view
from helpers.widgets.moving_dates import explore_moving_dates
from helpers.widgets.names import explore_names
from helpers.widgets.speakers import explore_speakers
from helpers.widgets.timelines import STORY, explore_timeline
from helpers.widgets.weights import explore_weights
from helpers.widgets.workbench import explore_workbench

GOLD = read_gold(SEED.with_suffix(".gold.json")).entities
NO_TEXT = {"name": "a.txt", "type": "", "size": 1, "content": memoryview(b"\0"), "last_modified": datetime.now(UTC)}
# One line for each explorer: as a lesson opens it, and another value for each of its controls.
EXPLORERS = {
    "code_points": (lambda: explore_code_points("وبيّن"), ["الصراع"]),
    "folding": (lambda: explore_folding(read_article(SEED).body, "علي"), ["أردوغان", *[False] * len(SWITCHES)]),
    "names": (lambda: explore_names(read_article(SEED).body, "تركيا LOC", GOLD), ["لافروف PER", False]),
    "concordance": (lambda: explore_concordance(read_article(SEED).body, "السلام"), ["اتفاق", 20]),
    "weights": (
        lambda: explore_weights(learn(read_sample()[:50], word_features), word_features, "ذكر", "لافروف", "أن"),
        ["قال", "لبنان", "في"],
    ),
    "speakers": (
        lambda: explore_speakers(read_article(SEED).body, find_statements(read_article(SEED).body)),
        ["سيرغي لافروف", "direct only"],
    ),
    "moving_dates": (
        lambda: explore_moving_dates(read_article(SEED).body, date(2020, 11, 13), "سيصل الوفد الخميس"),
        ["وصل الوفد الخميس", date(2020, 12, 1)],
    ),
    "timelines": (
        lambda: explore_timeline(build_timeline(read_article(SEED))),
        [False, False, STORY, "to the right", "Arabic", True],
    ),
    "workbench": (
        lambda: explore_workbench(read_article(SEED).page),
        ["زار سالم بيروت أمس.", [NO_TEXT], "2020-11-20", "مراقبة ORG", "1 = -", True],
    ),
}
# Takes the marks of direction out of a plain table.
UNMARKED = dict.fromkeys(map(ord, "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"))
EACH = pytest.mark.parametrize("name", EXPLORERS)


def controls(explored: Explorer) -> list:
    """What the learner can change."""
    return list(explored.widget.children[1].children)


def shown(explored: Explorer) -> str:
    """What the learner sees below the controls."""
    return explored.widget.children[2].value


def test_every_explorer_has_its_line() -> None:
    parts = {part.name: import_module(f"helpers.widgets.{part.name}") for part in iter_modules(widgets.__path__)}
    opened = {name for name, part in parts.items() if any(item.startswith("explore_") for item in vars(part))}
    assert EXPLORERS.keys() == opened


@EACH
def test_every_control_changes_the_view_within_a_tenth_of_a_second(name: str) -> None:
    opened, values = EXPLORERS[name]
    explored = opened()
    for control, value in zip(controls(explored), values, strict=True):
        at_first, before = control.value, shown(explored)
        # In one of three tries: the first may load a word list, and another may meet a busy machine.
        assert any(seconds_to_follow(explored, control, value) < 0.1 for _ in range(3))
        control.value = value
        assert shown(explored) != before
        control.value = at_first


def seconds_to_follow(explored: Explorer, control: Widget, value: object) -> float:
    """The processor time until the view has followed a control, which then gets its first value back."""
    at_first, changed, view = control.value, [], explored.widget.children[2]

    def note(_: object) -> None:  # what takes longer, a picture, may follow further down
        changed.append(time.thread_time())

    view.observe(note, "value")
    start = time.thread_time()
    without_collector(setattr)(control, "value", value)
    view.unobserve(note, "value")
    control.value = at_first
    return changed[0] - start


@EACH
def test_every_control_has_a_label_that_shows_whole(name: str) -> None:
    for control in controls(EXPLORERS[name][0]()):
        assert control.description
        assert getattr(control.style, "description_width", "") in ("initial", "")  # a button's label is all of it


@EACH
def test_the_first_view_is_there_without_a_kernel(name: str) -> None:
    explored = EXPLORERS[name][0]()
    data = explored._repr_mimebundle_()
    assert set(data) == {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"}
    assert data["text/html"].endswith("".join(part.value for part in explored.widget.children[2:]))
    assert repr(explored) == data["text/plain"]
    assert all(control.description in data["text/plain"] for control in controls(explored))


@EACH
def test_every_text_of_more_than_a_megabyte_is_declined_with_a_sentence(name: str) -> None:
    for number, control in enumerate(controls(EXPLORERS[name][0]())):
        if isinstance(control.value, str):
            explored = EXPLORERS[name][0]()
            with contextlib.suppress(TraitError):  # a choice takes none but its own
                controls(explored)[number].value = "خبر " * (MOST_BYTES // 7 + 1)
                assert shown(explored) == sentences([TOO_LONG]).html
                assert all(part.value == "" for part in explored.widget.children[3:])


def test_a_text_of_a_megabyte_is_taken() -> None:
    explored = explorer([arabic_field("Text:", "")], lambda text: View(f"{len(text)}", ""))
    controls(explored)[0].value = "x" * MOST_BYTES
    assert shown(explored) == f"{MOST_BYTES}"
    controls(explored)[0].value += "x"
    assert shown(explored) == sentences([TOO_LONG]).html
    controls(explored)[0].value = "\ud800"
    assert shown(explored) == "1"


def test_what_follows_below_is_made_once_and_after_what_stands_above() -> None:
    made = []
    field = arabic_field("Text:", "a")

    def note(place: str) -> Callable[[str], View]:
        return lambda text: made.append(place + text) or View(place + text, place + text)

    explored = explorer([field], note("above "), note("below "))
    field.value = "b"
    assert made == ["above a", "below a", "above b", "below b"]
    assert [part.value for part in explored.widget.children[2:]] == ["above b", "below b"]
    assert explored.twin.plain == "Text: a\n\nabove a\n\nbelow a"


def test_a_twin_cuts_a_long_setting() -> None:
    twin = explorer([arabic_field("Text:", "word " * 100), arabic_field("None:", "")], lambda *_: View("", "")).twin
    assert twin.plain.startswith("Text: " + "word " * 11 + "word …; None: (empty)")


def test_a_twin_says_how_its_controls_are_set() -> None:
    explored = explore_code_points("<صرع>")
    assert "A word: <صرع>" in explored.twin.plain
    assert "<bdi>&lt;صرع&gt;</bdi>" in explored.twin.html


# The code points of a word.


def test_code_points_show_what_cannot_be_seen() -> None:
    plain = code_points_view("قره\N{ZERO WIDTH NON-JOINER}باغ").plain
    assert "ق | ر | ه | ⬚ | ب | ا | غ" in plain
    assert "7 code points, 15 bytes" in plain
    assert "ZERO WIDTH NON-JOINER" in plain


@pytest.mark.parametrize(
    ("character", "told"),
    [
        ("ص", "U+0635 D8 B5 ARABIC LETTER SAD letter"),
        ("\N{ARABIC SHADDA}", "U+0651 D9 91 ARABIC SHADDA mark on the letter before it"),
        ("\N{ARABIC TATWEEL}", "U+0640 D9 80 ARABIC TATWEEL letter that modifies or stretches"),
        ("٣", "U+0663 D9 A3 ARABIC-INDIC DIGIT THREE digit"),
        ("،", "U+060C D8 8C ARABIC COMMA punctuation"),
        ("\N{NO-BREAK SPACE}", "U+00A0 C2 A0 NO-BREAK SPACE space"),
        ("\N{RIGHT-TO-LEFT MARK}", "U+200F E2 80 8F RIGHT-TO-LEFT MARK invisible"),
        ("\n", "U+000A 0A (it has none) control character"),
        ("\ud83d", "U+D83D ED A0 BD (it has none) nothing that Unicode knows"),
    ],
)
def test_code_points_tell_what_a_character_is(character: str, told: str) -> None:
    line = " ".join(code_points_view(character).plain.replace("\N{LEFT-TO-RIGHT MARK}", "").split("\n")[-1].split())
    assert line.endswith(told)


def test_code_points_of_a_whole_story_stay_readable() -> None:
    page = read_article(SEED).page
    view = code_points_view(page)
    assert f"{len(page)} code points, {len(SEED.read_bytes())} bytes; the first {MOST} are shown" in view.plain
    assert view.html.count("<tr>") == MOST + 1
    assert "Write a word" in code_points_view("").plain


@given(st.text(st.characters(), max_size=MOST + 5))
def test_code_points_of_any_text_are_shown_and_escaped(text: str) -> None:
    view = code_points_view(text)
    assert view.html.count("<tr>") == (min(len(text), MOST) + 1 if text else 0)
    assert all(visible(character).strip() for character in text)
    view.html.encode("utf-8")


def test_code_points_escape_what_is_pasted() -> None:
    assert "<script>" not in code_points_view("<script>").html
    assert explorer([], lambda: code_points_view("<")).twin.html.count("&lt;") == 2


# The steps of normalization.

ALL_OFF, ALL_ON = (False,) * len(SWITCHES), (True,) * len(SWITCHES)


def test_folding_tells_which_words_become_one_and_how_often_each_stands_there() -> None:
    view = folding_view("على الأرض، على علي", ALL_ON)
    assert "3 different words as written, 2 once folded." in view.plain
    rows = [
        line.replace("\N{RIGHT-TO-LEFT MARK}", "").replace("\N{LEFT-TO-RIGHT MARK}", "").split()
        for line in view.plain.splitlines()
    ]
    assert [row for row in rows if row[:1] == ["علي"] and len(row) == 3] == [["علي", "على", "2"], ["علي", "علي", "1"]]


def test_folding_marks_the_words_that_changed() -> None:
    assert folding_view("على الأرض، ١٥ يوما", ALL_ON).plain.endswith("\n⟦علي⟧ ⟦الارض⟧، ⟦15⟧ يوما")


@pytest.mark.parametrize(
    ("step", "text", "folded"),
    [
        ("marks", "بي\N{ARABIC SHADDA}ن", "بين"),
        ("tatweel", "سلا\N{ARABIC TATWEEL}م", "سلام"),
        ("alef", "أن", "ان"),
        ("yeh", "على", "علي"),
        ("teh", "دولة", "دوله"),
        ("hamza", "سؤال", "سوال"),
        ("digits", "٣", "3"),
    ],
)
def test_folding_runs_the_steps_that_are_on_and_no_others(step: str, text: str, folded: str) -> None:
    for on in (ALL_OFF, ALL_ON, tuple(name == step for name in SWITCHES)):
        shown_text = folding_view(text, on).plain.splitlines()[-1]
        assert shown_text == (f"⟦{folded}⟧" if on[SWITCHES.index(step)] else text)


def test_folding_without_collisions_says_so() -> None:
    view = folding_view("على علي", ALL_OFF)
    assert "no step is on" in view.plain
    assert "No two words become one" in view.plain


@given(st.text(), st.tuples(*[st.booleans()] * len(SWITCHES)))
def test_folding_takes_any_text_and_escapes_it(text: str, on: tuple[bool, ...]) -> None:
    view = folding_view(text + "<script>", on)
    assert "<script>" not in view.html
    assert "once folded" in view.plain


# The concordance.


def test_the_concordance_puts_the_word_between_whole_words() -> None:
    text = "ذكر لافروف أن رئيس بلاده زار تركيا"
    rows = [line.translate(UNMARKED).split("  ") for line in concordance_view(text, "رئيس", 10).plain.splitlines()]
    assert [part.strip() for part in rows[-1] if part.strip()] == ["لافروف أن", "رئيس", "بلاده زار"]
    assert "ذكر" in concordance_view(text, "رئيس", 20).plain


def test_the_concordance_keeps_the_words_at_the_ends_of_a_text() -> None:
    text = "ذكر لافروف"
    assert "ذكر" in concordance_view(text, "لافروف", 10).plain
    assert "لافروف" in concordance_view(text, "ذكر", 10).plain


def test_the_concordance_counts_its_places() -> None:
    body = read_article(SEED).body
    assert concordance_view(body, "السلام", 30).plain.startswith("4 places\n")
    assert concordance_view(body, "وزير", 30).plain.startswith("1 place\n")
    for nothing in ("", "(", "بلاد"):
        assert concordance_view(body, nothing, 30).plain == "0 places"


def test_the_concordance_lays_both_sides_close_to_the_word() -> None:
    row = concordance_view("ذكر لافروف أن", "لافروف", 20).html.partition("<tbody>")[2]
    assert re.findall("text-align:([a-z]+)", row) == ["left", "center", "right"]


@given(st.text(), st.text(), st.integers(10, 60))
def test_the_concordance_takes_any_text_and_escapes_it(text: str, word: str, width: int) -> None:
    concordance_view(text, word, width)
    view = concordance_view(f"<script> {text} لافروف <b>", "لافروف", width)
    assert "<script>" not in view.html
    assert "<b>" not in view.html
