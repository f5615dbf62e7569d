"""The explorer of names: what a list finds is marked and scored, line by line, whatever is typed into it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import SEED, read_article
from helpers.records import Entity
from helpers.score import read_gold
from helpers.widgets.names import MOST_COMPLAINTS, names_view

TEXT = "زار سامي حداد بيروت، ثم بيروت"
GOLD = [Entity(4, 13, "سامي حداد", "PER", "سامي حداد"), Entity(14, 19, "بيروت", "LOC", "بيروت")]
BODY = read_article(SEED).body
STORY_GOLD = read_gold(SEED.with_suffix(".gold.json")).entities


def last_line(names: str, missed: bool = True) -> str:
    return names_view(TEXT, names, GOLD, missed).plain.splitlines()[-1]


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ("", "زار ⟦سامي حداد|missed⟧ ⟦بيروت|missed⟧، ثم بيروت"),
        ("بيروت LOC 1\nسامي حداد PER", "زار ⟦سامي حداد|PER⟧ ⟦بيروت|LOC⟧، ثم بيروت"),
        ("بيروت LOC", "زار ⟦سامي حداد|missed⟧ ⟦بيروت|LOC⟧، ثم ⟦بيروت|false hit⟧"),
        ("سامي PER", "زار ⟦⟦سامي|false hit⟧ حداد|missed⟧ ⟦بيروت|missed⟧، ثم بيروت"),
    ],
)
def test_hits_misses_and_false_hits_are_marked(names: str, shown: str) -> None:
    assert last_line(names) == shown


def test_a_wrong_label_is_a_miss_and_a_false_hit_at_one_place() -> None:
    shown = last_line("بيروت ORG 1")
    assert "|missed⟧" in shown and "|false hit⟧" in shown


def test_what_is_missed_is_shown_on_request() -> None:
    assert "missed" not in last_line("بيروت LOC", missed=False)


def test_the_score_stands_first_and_is_that_of_the_list() -> None:
    plain = names_view(TEXT, "بيروت LOC", GOLD, True).plain
    assert plain.startswith("precision 0.50, recall 0.50, F1 0.50 (1 right, 1 missed, 1 invented)\n")
    names = "\n".join(f"{entity.text} {entity.label}" for entity in STORY_GOLD)
    assert names_view(BODY, names, STORY_GOLD, True).plain.startswith("precision 1.00, recall 1.00, F1 1.00")


def test_a_line_that_finds_nothing_gets_a_sentence() -> None:
    assert "«دمشق» doesn't stand in this text" in names_view(TEXT, "دمشق LOC", GOLD, True).plain
    assert "«بيرو»: its label should be" in names_view(TEXT, "بيرو", GOLD, True).plain
    many = names_view(TEXT, "دمشق LOC\n" * (MOST_COMPLAINTS + 3), GOLD, True).plain
    assert many.count("دمشق") == MOST_COMPLAINTS
    assert "… and 3 lines more." in many


@given(st.text(), st.text(), st.booleans())
def test_anything_may_be_typed_and_is_escaped(text: str, names: str, missed: bool) -> None:
    view = names_view(f"<script> {text} بيروت", f"{names}\n<b> LOC\nبيروت LOC", GOLD[:0], missed)
    assert "<script>" not in view.html
    assert "<b>" not in view.html
    assert view.plain.startswith("precision")
