"""A reader's marks become records: where a name stands, what is cut off, and what a mark that won't do gets."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import SEED, read_article
from helpers.annotation import LABELS, absent_names, mark_entities, read_mark, try_marks
from helpers.characters import WORD
from helpers.records import ArticleError
from helpers.score import read_gold, score_entities

BODY = read_article(SEED).body
GOLD = read_gold(SEED.with_suffix(".gold.json")).entities


def places(text: str, *marks: tuple) -> list[tuple[int, str, str]]:
    return [(entity.start, entity.text, entity.label) for entity in mark_entities(text, marks)]


def test_the_gold_can_be_written_as_pairs() -> None:
    found = mark_entities(BODY, {(entity.text, entity.label) for entity in GOLD})
    assert score_entities(found, GOLD).f1 == 1
    assert found == mark_entities(BODY, [(entity.text, entity.label) for entity in reversed(GOLD)])


def test_a_short_form_carries_the_full_name() -> None:
    text = "قال سامي حداد ثم أضاف حداد"
    assert {entity.name for entity in mark_entities(text, [("حداد", "PER"), ("سامي حداد", "PER")])} == {"سامي حداد"}


def test_of_two_that_overlap_the_longer_counts() -> None:
    text = "قال سامي حداد ثم أضاف سامي"
    assert places(text, ("سامي", "PER"), ("سامي حداد", "PER")) == [(4, "سامي حداد", "PER"), (22, "سامي", "PER")]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("زار لبنان وسوريا", "سوريا", [(11, "سوريا")]),
        ("زار وبلبنان", "لبنان", [(6, "لبنان")]),
        ("قالت للحركة", "الحركة", [(6, "لحركة")]),
        ("كتب أحمد", "احمد", [(4, "أحمد")]),
        ("في «بيروت».", "بيروت", [(4, "بيروت")]),
        ("في بيروت", "«بيروت»", []),
        ("قال على الطريق", "علي", []),
        ("البيروتي", "بيروت", []),
        ("اللبناني", "لبنان", []),
        ("الجيش", "جيش", []),
        ("أم\nدرمان", "أم درمان", [(0, "أم\nدرمان")]),
    ],
)
def test_a_name_is_whole_words_in_any_spelling_behind_proclitics(text: str, name: str, found: list) -> None:
    if found:
        assert places(text, (name, "LOC")) == [(*place, "LOC") for place in found]
    else:
        assert absent_names(text, [(name, "LOC")]) == [name]


def test_a_number_chooses_one_place() -> None:
    text = "بعد قرية بعد قرية"
    assert places(text, ("بعد", "LOC", 2)) == [(9, "بعد", "LOC")]
    assert places(text, ("بعد", "LOC", 2), ("بعد", "PER", 1)) == [(0, "بعد", "PER"), (9, "بعد", "LOC")]
    assert len(places(text, ("بعد", "LOC", 0))) == len(places(text, ("بعد", "LOC"))) == 2


def test_a_mark_for_one_place_counts_there_before_a_mark_for_all() -> None:
    marks = [("بعد", "LOC"), ("بعد", "PER", 2)]
    assert places("بعد قرية بعد", *marks) == [(0, "بعد", "LOC"), (9, "بعد", "PER")]
    assert places("بعد قرية بعد", *reversed(marks)) == places("بعد قرية بعد", *marks)


@pytest.mark.parametrize("marks", ["بيروت LOC", None, 3])
def test_marks_come_in_a_list(marks: object) -> None:
    with pytest.raises(ArticleError, match="come in a list"):
        mark_entities("زار بيروت", marks)


@pytest.mark.parametrize(
    "mark", ["بيروت loc", "بيروت\tLOC", "\tبيروت \t Loc\t١", ("بيروت", "loc"), ("بيروت", "Loc", 1)]
)
def test_a_label_may_be_in_small_letters_and_behind_a_tab(mark: object) -> None:
    assert places("زار بيروت", mark) == [(4, "بيروت", "LOC")]
    assert read_mark(mark).label == "LOC"


@pytest.mark.parametrize("mark", ["", " ", "LOC", "per", "، LOC", ("", "LOC"), ("،", "LOC"), ("«»", "ORG", 1)])
def test_a_name_is_made_of_words(mark: object) -> None:
    with pytest.raises(ArticleError, match="is no name"):
        read_mark(mark)


@pytest.mark.parametrize(
    ("mark", "says"),
    [
        (("دمشق", "LOC"), "«دمشق» doesn't stand in this text"),
        (("بيروت", "LOC", 3), "«بيروت» has 1 place in this text, not 3"),
        (("بيروت", "CITY"), "its label should be PER, LOC or ORG"),
        (("بيروت", "LOC", -1), "The first is 1"),
        (("بيروت", "LOC", "1"), "The first is 1"),
        ("بيروت", "«بيروت»: its label should be PER, LOC or ORG"),
        ("بيروت CITY", "«بيروت CITY»: its label should be PER, LOC or ORG"),
        ("بيروت LOC 3", "«بيروت» has 1 place in this text, not 3"),
        pytest.param(f"بيروت LOC {'9' * 5000}", "its label should be PER, LOC or ORG", id="a very long number"),
        ("3", "its label should be PER, LOC or ORG"),
        (("بيروت",), "A mark is a name and its label"),
        (("بيروت", "LOC", 1, 2), "A mark is a name and its label"),
        ((3, "LOC"), "A mark is a name and its label"),
        (None, "A mark is a name and its label"),
    ],
)
def test_a_mark_that_will_not_do_gets_a_sentence(mark: object, says: str) -> None:
    with pytest.raises(ArticleError, match=says):
        mark_entities("زار سامي بيروت", [("سامي", "PER"), mark])


def test_a_line_will_do_for_a_mark_and_an_empty_one_for_none() -> None:
    lines = "\n  سامي حداد   PER \n\nبيروت LOC 1\n".splitlines()
    assert places("زار سامي حداد بيروت", *lines) == [(4, "سامي حداد", "PER"), (14, "بيروت", "LOC")]


def test_what_can_be_marked_is_and_the_rest_gets_a_sentence_each() -> None:
    found, refused = try_marks("زار سامي بيروت", ["سامي PER", "دمشق LOC", "بيروت", None])
    assert [entity.text for entity in found] == ["سامي"]
    assert len(refused) == 3


def test_lists_will_do_as_json_gives_them() -> None:
    assert places("زار بيروت", ["بيروت", "LOC"]) == [(4, "بيروت", "LOC")]
    assert mark_entities("زار بيروت", []) == []


MARKS = st.tuples(st.from_regex(f"[{WORD}]"), st.sampled_from(LABELS))


@given(st.text(), st.lists(st.text()))
def test_any_lines(text: str, lines: list[str]) -> None:
    found, refused = try_marks(text, lines)
    assert all(text[entity.start : entity.end] == entity.text for entity in found)
    assert all(sentence.endswith(".") for sentence in refused)


@given(st.text(), st.lists(MARKS), st.data())
def test_any_text_and_any_names(text: str, marks: list, data: st.DataObject) -> None:
    words = [word for word in text.split() if re.search(f"[{WORD}]", word)]
    marks += [(word, "PER") for word in data.draw(st.lists(st.sampled_from(words)) if words else st.just([]))]
    absent = absent_names(text, marks)
    found = mark_entities(text, [mark for mark in marks if mark[0] not in absent])
    assert all(text[entity.start : entity.end] == entity.text for entity in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
