"""The story of the course: what is promised of its page, its dates and its names, and that no rule was made for it."""

import ast
import hashlib
import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

import helpers
from helpers import SEED, find_dates, find_entities, read_article
from helpers.score import interval, read_gold, score_dates, score_entities

GOLD = SEED.with_suffix(".gold.json")
HELPERS = Path(helpers.__file__).parent
EXERCISES = HELPERS / "exercises"  # they are about this story
CODE = sorted(path for path in HELPERS.rglob("*.py") if EXERCISES not in path.parents)
PUBLISHED = date(2020, 11, 13)


@pytest.fixture(scope="module")
def article():
    return read_article(SEED)


@pytest.fixture(scope="module")
def gold():
    return json.loads(GOLD.read_text(encoding="utf-8"))


def test_the_story_is_as_it_was_saved(gold):
    digest = hashlib.sha256(SEED.read_bytes()).hexdigest()
    assert digest == "ce5fe4bb0c7fc591d78b62fa3de5ce6cf7c76cc81f78618f489fb4ff72d5ec4c" == gold["sha256"]


def test_the_page(article):
    assert article.title == "لافروف: سنراقب مع تركيا حفظ السلام في قره باغ عن بعد"
    assert article.body.startswith("وزير الخارجية الروسي سيرغي لافروف، الخميس، إن بلاده")
    assert article.body.endswith('على علم بالواقع العسكري على الأرض".')
    assert (article.published, article.note) == (PUBLISHED, "")


def test_the_body_is_a_slice_of_the_page(article):
    start, length = article.body_start, len(article.body)
    assert (start, length) == (111, 1906)
    assert article.page[start : start + length] == article.body
    assert article.page.encode() == SEED.read_bytes()


@pytest.mark.parametrize(
    "furniture",
    ["11/13/2020", "00:00", "•", "news-picture", "الأخبار المنشورة على الصفحة", "من أجل الاشتراك", "مشاركة :", "(HAS)"],
)
def test_the_furniture_of_the_page_is_dropped(article, furniture):
    assert furniture in article.page
    assert furniture not in article.body
    assert furniture not in article.title


def test_the_dates(article):
    days = {
        "الخميس": date(2020, 11, 12),
        "الإثنين": date(2020, 11, 9),
        "15 نوفمبر/ تشرين ثان الجاري": date(2020, 11, 15),
        "20 من الشهر نفسه": date(2020, 11, 20),
        "1 ديسمبر/ كانون أول المقبل": date(2020, 12, 1),
    }
    found = find_dates(article.body, article.published)
    assert [(mention.text, mention.first, mention.last) for mention in found] == [(t, d, d) for t, d in days.items()]
    assert score_dates(found, read_gold(GOLD).dates).f1 == 1


def test_without_a_day_of_publication_the_relative_dates_say_so(article):
    found = find_dates(article.body)
    assert [mention.text for mention in found] == [mention.text for mention in find_dates(article.body, PUBLISHED)]
    assert {(mention.first, mention.last) for mention in found} == {(None, None)}
    # «20 من الشهر نفسه» needs the date before it, and that one the day of publication.
    assert all("publication" in mention.because for mention in found if mention.text != "20 من الشهر نفسه")


def test_the_names_by_rule(article):
    assert score_entities(find_entities(article.body, learnt=False), read_gold(GOLD).entities).f1 >= 0.90


def test_the_names_with_the_tagger(article):
    assert score_entities(find_entities(article.body), read_gold(GOLD).entities).f1 >= 0.97


def test_the_gold_annotation_quotes_the_body(article, gold):
    counts = {name: len(gold[name]) for name in ("entities", "dates", "statements", "timeline")}
    assert counts == {"entities": 29, "dates": 5, "statements": 13, "timeline": 5}
    assert sum(statement["direct"] for statement in gold["statements"]) == 4
    for item in gold["entities"] + gold["dates"] + gold["statements"]:
        assert article.body[item["start"] : item["end"]] == item["text"]
    for name in ("entities", "dates"):  # in their order, none over another
        ends = [(item["start"], item["end"]) for item in gold[name]]
        assert all(a[1] <= b[0] for a, b in pairwise(ends))


def test_the_speakers_of_the_gold_annotation_are_its_names(gold):
    assert {item["type"] for item in gold["entities"]} <= {"PER", "LOC", "ORG"}
    people = {item["text"] for item in gold["entities"] if item["type"] == "PER"}
    assert {statement["speaker"] for statement in gold["statements"]} <= people


def test_the_gold_days_are_days(gold):
    assert interval(gold["publication_date"]) == (PUBLISHED, PUBLISHED)
    assert {interval(item["value"])[0].year for item in gold["dates"]} == {2020}
    assert {item["value"] for item in gold["dates"]} == {item["date"] for item in gold["timeline"]}


def literals(path: Path) -> str:
    """The strings of a module that are no docstrings: what its code compares with."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return "\n".join(node.value for node in texts if id(node) not in told)


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.name)
def test_no_code_knows_the_story(gold, path):
    """The names and dates of the story may stand in word lists that serve any story, but in no rule."""
    names = {item["text"] for item in gold["entities"]}
    parts = names | {word for name in names for word in name.split() if len(word) > 3}
    dates = {item["text"] for item in gold["dates"]}
    assert [word for word in parts | dates if re.search(rf"\b{word}\b", literals(path))] == []
