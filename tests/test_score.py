"""Scores against a gold annotation: what counts as right, and what a broken annotation gets."""

import json
from dataclasses import replace
from datetime import date

import pytest

from helpers.article import SEED
from helpers.records import ArticleError, DateMention, Entity, Span, Statement
from helpers.score import (
    Score,
    interval,
    read_gold,
    score_dates,
    score_days,
    score_entities,
    score_spans,
    score_statements,
)

CITY, PERSON = Entity(0, 4, "صيدا", "LOC", "صيدا"), Entity(5, 9, "ليلى", "PER", "ليلى المصري")
DAY = DateMention(0, 6, "الخميس", date(2020, 11, 12), date(2020, 11, 12), "weekday", None, "")
SAID = Statement(4, 8, "نعم!", "ليلى المصري", "قال", True)


def test_all_right():
    score = score_entities([CITY, PERSON], [PERSON, CITY])
    assert (score.precision, score.recall, score.f1) == (1, 1, 1)
    assert (score.missed, score.invented) == ([], [])


def test_misses_and_inventions_are_named():
    score = score_entities([CITY, replace(PERSON, label="ORG")], [CITY, PERSON])
    assert score == Score([CITY], [PERSON], [replace(PERSON, label="ORG")])
    assert str(score) == "precision 0.50, recall 0.50, F1 0.50 (1 right, 1 missed, 1 invented)"


def test_the_fullest_name_does_not_count_only_span_and_label():
    assert score_entities([replace(PERSON, name="ليلى")], [PERSON]).f1 == 1
    assert score_entities([replace(PERSON, end=8)], [PERSON]).f1 == 0


def test_precision_and_recall_differ():
    score = Score([CITY] * 3, [PERSON], [CITY] * 3)
    assert (score.precision, score.recall) == (0.5, 0.75)
    assert score.f1 == pytest.approx(0.6)


def test_nothing_found_and_nothing_there():
    for score in (score_entities([], [CITY]), score_entities([CITY], []), score_entities([], [])):
        assert (score.precision, score.recall, score.f1) == (0, 0, 0)


def test_dates_count_by_span_and_days():
    assert score_dates([replace(DAY, kind="partial", because="so")], [DAY]).f1 == 1
    assert score_dates([replace(DAY, last=date(2020, 11, 13))], [DAY]).f1 == 0
    assert score_dates([replace(DAY, end=5)], [DAY]).f1 == 0


def test_days_count_wherever_a_date_begins_and_ends():
    longer = replace(DAY, end=13, text="الخميس الماضي")
    assert score_days([longer], [DAY]).f1 == score_days([DAY], [longer]).f1 == 1
    assert score_days([replace(DAY, last=date(2020, 11, 13))], [DAY]) == Score(
        [], [DAY], [replace(DAY, last=date(2020, 11, 13))]
    )
    for place in ({"start": 6, "end": 12}, {"start": -6, "end": 0}):
        assert score_days([replace(DAY, **place)], [DAY]).f1 == 0


def test_each_date_of_the_gold_counts_once():
    halves = [replace(DAY, end=3), replace(DAY, start=3)]
    assert score_days(halves, [DAY]) == Score([halves[0]], [], [halves[1]])
    assert score_days([], [DAY]).missed == [DAY]
    assert score_days([DAY], []).invented == [DAY]


def test_statements_count_by_words_speaker_and_directness():
    assert score_statements([replace(SAID, verb="وقال")], [SAID]).f1 == 1
    for change in ({"speaker": None}, {"direct": False}, {"end": 7}):
        assert score_statements([replace(SAID, **change)], [SAID]).f1 == 0


def test_spans_count_by_their_places_alone():
    assert score_spans([replace(SAID, speaker=None)], [Span(4, 8, "نعم!")]).f1 == 1
    assert score_spans([Span(4, 7, "نعم")], [SAID]).f1 == 0


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-11-13", "2020-11-13", "2020-11-13"),
        ("2019-12/2020-01", "2019-12-01", "2020-01-31"),
        ("2020-11-09/2020-11-15", "2020-11-09", "2020-11-15"),
    ],
)
def test_interval(value, first, last):
    assert interval(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value",
    [
        *("", "15", "20201113", "2020-11-13-05", "2020-0", "2020-00-05", "2020-13", "2020-02-30", "2020-111", "0000"),
        *("-2020", "+2020", "2_020", "2020/", "/2020", "2020-11-13/", "2020/2021/2022", "XXXX-XX-XX"),
    ],
)
def test_no_interval(value):
    with pytest.raises(ValueError):
        interval(value)


def test_the_gold_of_the_story_is_read():
    gold = read_gold(SEED.with_suffix(".gold.json"))
    assert (len(gold.entities), len(gold.dates), len(gold.statements)) == (29, 5, 13)


BAD_DATE = (
    '{"entities": [], "statements": [], "dates": [{"start": 0, "end": 1, "text": "a", "kind": "x", "value": %s}]}'
)


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", "no json", '{"entities": 1}', '{"entities": ["a"]}', BAD_DATE % "2020", BAD_DATE % '"2020-13"'],
)
def test_no_annotation(tmp_path, text):
    path = tmp_path / "story.gold.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ArticleError, match=r"story\.gold\.json is no annotation: see seeds/README\.md"):
        read_gold(path)


def test_no_annotation_file(tmp_path):
    with pytest.raises(ArticleError, match="There is no annotation"):
        read_gold(tmp_path / "none.gold.json")
    with pytest.raises(ArticleError, match="is no annotation"):
        read_gold(tmp_path)
    (tmp_path / "latin.json").write_bytes(json.dumps({"entities": "é"}, ensure_ascii=False).encode("latin-1"))
    with pytest.raises(ArticleError, match="is no annotation"):
        read_gold(tmp_path / "latin.json")
