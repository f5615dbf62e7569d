"""What the user is promised of statements: who said what, direct or reported, and nothing invented.

The cases are data (`cases/statements.json`): a made-up text, its names (so that finding names is not what is tested),
and each statement as speaker, verb, words, direct. Those with a `known_failure` must fail, until someone mends them.
"""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import SEED, find_statements, read_article
from helpers.records import Entity

CASES = json.loads(Path(__file__).with_name("cases").joinpath("statements.json").read_text(encoding="utf-8"))
GOLD = json.loads(SEED.with_suffix(".gold.json").read_text(encoding="utf-8"))
# What hypothesis makes its texts of: every word and mark of the cases.
PIECES = sorted({piece for case in CASES for piece in re.findall(r"\w+|[^\w ]", case["text"])})


def entities(text: str, names: dict) -> list[Entity]:
    """Find a case's names, the longest first; a short form is given as its label and its full form."""
    longest_first = sorted(names, key=len, reverse=True)
    found = re.finditer(rf"\b[وفبلك]?({'|'.join(map(re.escape, longest_first))})\b", text) if names else []
    labels = {name: [label, name] if isinstance(label, str) else label for name, label in names.items()}
    return [Entity(m.start(1), m.end(1), m.group(1), *labels[m.group(1)]) for m in found]


def marked(cases: list[dict]) -> list:
    """Make cases parameters of a test, the known failures among them expected to fail."""
    return [
        pytest.param(
            case, id=case["why"], marks=pytest.mark.xfail(reason=why) if (why := case.get("known_failure")) else ()
        )
        for case in cases
    ]


@pytest.mark.parametrize("case", marked(CASES))
def test_statements_of_a_made_up_text(case):
    found = find_statements(case["text"], entities(case["text"], case["names"]))
    assert [[said.speaker, said.verb, said.text, said.direct] for said in found] == case["expect"]


def test_there_are_sixty_cases_at_least():
    assert len([case for case in CASES if "known_failure" not in case]) >= 60


def test_the_story_has_its_thirteen_statements_and_no_other():
    body = read_article(SEED).body
    found = [(said.start, said.end, said.text, said.speaker, said.direct) for said in find_statements(body)]
    gold = [(said["start"], said["end"], said["text"], said["speaker"], said["direct"]) for said in GOLD["statements"]]
    assert found == gold
    assert len(found) == 13 and sum(direct for *_, direct in found) == 4


def test_a_place_in_quotation_marks_is_not_speech():
    body = read_article(SEED).body
    quoted = [found.start(1) for found in re.finditer('"(قره باغ)"', body)]
    assert len(quoted) == 5
    assert not {said.start for said in find_statements(body)} & set(quoted)


def test_names_that_are_not_given_are_found():
    said = find_statements("قال وزير الخارجية سيرغي لافروف إن اللقاء مفيد.")
    assert [statement.speaker for statement in said] == ["سيرغي لافروف"]


texts = st.one_of(
    st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
)


@given(texts)
def test_every_span_is_exact_whatever_the_text(text):
    for said in find_statements(text, entities(text, {"سامي حداد": "PER", "الوزير": "ORG"})):
        assert text[said.start : said.end] == said.text
        assert said.text.strip()


@given(texts)
def test_the_same_text_has_the_same_statements(text):
    names = entities(text, {"سامي": "PER"})
    assert find_statements(text, names) == find_statements(text, names[::-1])


@given(texts)
def test_at_most_three_statements_lie_inside_one_another(text):
    found = find_statements(text, [])
    for said in found:
        assert sum(other.start <= said.start < other.end for other in found) <= 3
