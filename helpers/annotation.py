"""A reader's own marks: what a learner, a partner or a chatbot takes for names, as records in the text.

A mark is a pair, (name, label), or a triple, (name, label, n). Not handled: names inside other names; of two marks that
overlap, the longer counts.
"""

from collections.abc import Iterable
from typing import NamedTuple

from helpers.entities import Form, as_entities, fold, repeated
from helpers.records import ArticleError, Entity
from helpers.rules import Found, Story, best, read_story

LABELS = ("PER", "LOC", "ORG")


class Mark(NamedTuple):
    """A name, its label, and which of its places is meant: the first is 1, and 0 means all."""

    name: str
    label: str
    number: int = 0

    def __str__(self) -> str:
        return f"«{self.name}»"


def mark_entities(text: str, marks: Iterable[tuple]) -> list[Entity]:
    """Mark names in `text`: (name, label) wherever the name stands, (name, label, n) at its nth place only.

    Whole words are found, in any spelling and behind proclitics, which stay outside; ال is a part of the name. n counts
    all places of the name, from 1.

    Raises ArticleError for a mark of another form, a label that is not PER, LOC or ORG, and a name that isn't there.

    >>> marks = [("لبنان", "LOC", 2), ("سوريا", "LOC")]
    >>> [(e.start, e.text) for e in mark_entities("زار سامي لبنان وسوريا، ثم لبنان", marks)]
    [(16, 'سوريا'), (26, 'لبنان')]
    """
    story, marks = read_story(text), [read_mark(mark) for mark in marks]
    places = _places(story, marks)
    found: list[Found] = []
    for mark in marks:
        there = places[fold(mark.name)]
        chosen = there[mark.number - 1 : mark.number] if mark.number else there
        if not chosen:
            raise ArticleError(_why_not(mark, len(there)))
        found += [place._replace(label=mark.label) for place in chosen]
    return list(as_entities(story, best(found)))


def absent_names(text: str, marks: Iterable[tuple]) -> list[str]:
    """Give the names that stand nowhere in `text`: `mark_entities` refuses them, and a chatbot has made them up.

    >>> absent_names("زار سامي بيروت", [("بيروت", "LOC"), ("دمشق", "LOC")])
    ['دمشق']
    """
    marks = [read_mark(mark) for mark in marks]
    places = _places(read_story(text), marks)
    return [mark.name for mark in marks if not places[fold(mark.name)]]


def read_mark(mark: object) -> Mark:
    """Give a pair or a triple as a mark; raises ArticleError for anything else."""
    match mark:
        case [str(name), str(label), *number] if len(number) < 2:
            read = Mark(name, label, *number)
        case _:
            raise ArticleError("A mark is a name and its label, in round brackets with a comma between them.")
    if label not in LABELS:
        raise ArticleError(f"{read}: its label should be PER, LOC or ORG.")
    if not isinstance(read.number, int) or read.number < 0:
        raise ArticleError(f"{read}: which of its places is meant? The first is 1.")
    return read


def _places(story: Story, marks: list[Mark]) -> dict[Form, list[Found]]:
    """Find the places of each name, in the order of the text."""
    forms = [fold(mark.name) for mark in marks]
    places: dict[Form, list[Found]] = {form: [] for form in forms}
    keys = dict(zip(map(" ".join, forms), forms, strict=True))
    for found in repeated(story, dict(zip(forms, map(" ".join, forms), strict=True))):
        places[keys[found.label]].append(found)
    return places


def _why_not(mark: Mark, times: int) -> str:
    if times:
        return f"{mark} has {times} place{'s' * (times > 1)} in this text, not {mark.number}."
    return f"{mark} doesn't stand in this text. Copy a name from it, word for word."
