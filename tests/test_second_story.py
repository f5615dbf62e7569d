"""The second story: marked as invented, annotated without a slip, and what the helpers make of it, errors included."""

import json
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from helpers import SEED, find_dates, find_entities, find_statements, read_article, tokens
from helpers.score import interval, read_gold, score_dates, score_entities, score_statements

STORY = SEED.with_name("invented_library.txt")
ARTICLE = read_article(STORY, "2025-02-05")
BODY = ARTICLE.body
DATA = json.loads(STORY.with_suffix(".gold.json").read_text(encoding="utf-8"))
GOLD = read_gold(STORY.with_suffix(".gold.json"))
README = STORY.with_name("README.md").read_text(encoding="utf-8")


def test_it_says_that_it_is_invented_wherever_it_is_met() -> None:
    mark = "خبر متخيل لهذه الدورة"
    assert STORY.read_text(encoding="utf-8").splitlines()[0].startswith(f"({mark})")
    assert ARTICLE.title.startswith(f"({mark})")
    assert "invented" in DATA["invented"] and "don't exist" in DATA["invented"]
    assert mark in README and "is **invented**" in README
    english = json.loads(STORY.with_suffix(".en.json").read_text(encoding="utf-8"))
    assert english["title"]["en"].startswith("(An invented story, written for this course)")


def test_it_is_as_long_as_a_news_story_and_its_page_has_an_ambiguous_stamp() -> None:
    assert 200 <= sum(token.kind == "word" for token in tokens(BODY)) <= 300
    assert read_article(STORY).published is None
    assert read_article(STORY).note == "The page's stamp «05/02/2025» could be 2025-02-05 or 2025-05-02."
    assert interval(DATA["publication_date"]) == (date(2025, 2, 5),) * 2
    assert f"begins at code point {ARTICLE.body_start} of" in DATA["offsets"]


@pytest.mark.parametrize("kind", ["entities", "dates", "statements"])
def test_the_gold_quotes_the_body(kind: str) -> None:
    assert f"{len(DATA[kind])} {'names' if kind == 'entities' else kind}" in " ".join(README.split())
    for item in DATA[kind]:
        assert BODY[item["start"] : item["end"]] == item["text"]
        assert item["text"] == item["text"].strip()


@pytest.mark.parametrize("kind", ["entities", "dates"])
def test_gold_spans_stand_in_order_and_none_over_another(kind: str) -> None:
    assert all(one["end"] <= other["start"] for one, other in pairwise(DATA[kind]))


def test_gold_labels_kinds_and_speakers_are_those_of_the_records() -> None:
    assert {item["type"] for item in DATA["entities"]} == {"PER", "LOC", "ORG"}
    assert {item["kind"] for item in DATA["dates"]} == {
        *("explicit", "partial", "weekday", "relative", "range", "hijri"),
    }
    names = {item["text"] for item in DATA["entities"]}
    assert {item["speaker"] for item in DATA["statements"]} <= {*names, None}
    assert {item["speaker_text"] for item in DATA["statements"]} <= {*names, ""}
    assert all(item["verb"] in BODY for item in DATA["statements"])
    assert sum(item["direct"] for item in DATA["statements"]) == 2
    assert "10 statements (2 of them direct)" in " ".join(README.split())


def test_gold_days_fit_the_calendar() -> None:
    days = {item["text"]: interval(item["value"]) for item in DATA["dates"]}
    assert days["أمس الثلاثاء"][0].strftime("%A") == "Tuesday"
    assert days["السبت المقبل"][0].strftime("%A") == "Saturday"
    assert days["الخميس"][0].strftime("%A") == "Thursday"
    assert days["الخميس"][0] > date(2025, 2, 5) > days["أمس الثلاثاء"][0]
    first, last = days["الأسبوع الأول من شهر رمضان"]
    assert ((last - first).days, first) == (6, date(2025, 3, 1))


def test_it_has_the_forms_that_the_first_story_lacks() -> None:
    first = {mention.kind for mention in read_gold(SEED.with_suffix(".gold.json")).dates}
    here = Counter(mention.kind for mention in GOLD.dates)
    assert first == {"weekday", "partial"}
    assert here.keys() > first
    words = {word for mention in GOLD.dates for word in mention.text.split()}
    assert {
        "آذار",
        "شتنبر",
        "جويلية",
        "تموز",
        "شعبان",
        "رمضان",
        "الربع",
        "عشرينيات",
        "الحادي",
        "مطلع",
        "أواخر",
    } <= words
    for no_date in ("8 أيلول", "رجب", "1950", "اليوم", "كل سبت"):
        assert no_date in BODY
        assert not [mention for mention in GOLD.dates if no_date in mention.text]


# What the helpers make of it: not all of it right, and which is known by name.


def test_the_dates() -> None:
    score = score_dates(find_dates(BODY, ARTICLE.published), GOLD.dates)
    assert str(score) == "precision 0.88, recall 0.94, F1 0.91 (15 right, 1 missed, 2 invented)"
    assert [mention.text for mention in score.missed] == ["الخميس"]
    assert [mention.text for mention in score.invented] == ["اليوم", "الخميس"]


def test_the_vague_dates_name_their_part() -> None:
    parts = {mention.text: mention.part for mention in find_dates(BODY, ARTICLE.published) if mention.part}
    assert parts == {
        "نهاية الربع الأول من العام الجاري": "end",
        "أواخر شتنبر الماضي": "end",
        "منتصف تموز 1998": "middle",
        "مطلع العام المقبل": "start",
        "أواخر الثمانينيات": "end",
    }


def test_the_names() -> None:
    score = score_entities(find_entities(BODY), GOLD.entities)
    assert [name.text for name in score.missed] == ["شارع 8 أيلول", "جمعية أصدقاء الكتاب"]
    assert score.invented == []


def test_the_statements() -> None:
    score = score_statements(find_statements(BODY), GOLD.statements)
    assert (len(score.right), len(score.missed), len(score.invented)) == (6, 4, 2)
    assert [said.speaker for said in score.missed] == [
        *("رجب الحلواني", "جمعية أصدقاء الكتاب", "مرآة الشمال", "وداد السرواني"),
    ]
