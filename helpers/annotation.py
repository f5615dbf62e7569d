"""A reader's own marks: what a learner, a partner or a chatbot takes for names, as records in the text.

A mark is a pair, (name, label), a triple, (name, label, n), or a line of text, "name label" or "name label n". Not
handled: names inside other names; of two marks that overlap, the longer counts.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from helpers.characters import DIGIT, WORD
from helpers.entities import Form, as_entities, name_form, repeated
from helpers.records import ArticleError, Entity
from helpers.rules import Found, Story, best, read_story

LABELS = ("PER", "LOC", "ORG")
_NUMBER = re.compile(f"[{DIGIT}]{{1,4}}")  # no story has more places


class Mark(NamedTuple):
    """A name, its label, and which of its places is meant: the first is 1, and 0 means all."""

    name: str
    label: str
    number: int = 0


def mark_entities(text: str, marks: Iterable[object]) -> list[Entity]:
    """Mark names in `text`: with a pair wherever the name stands, with a triple (name, label, n) at its nth place only.

    Whole words are found, in any spelling and behind proclitics, which stay outside; ال is a part of the name. n counts
    all places of the name, from 1; there, a triple counts before a pair. A line of text will do for a pair or a triple,
    and an empty line for none.

    Raises ArticleError where marks are one text, and for a mark of another form, a label that is not PER, LOC or ORG,
    and a name that isn't there.

    >>> found = mark_entities("زار سامي لبنان وسوريا، ثم لبنان", [("لبنان", "LOC", 2), "سوريا LOC"])
    >>> [(entity.start, entity.text) for entity in found]
    [(16, 'سوريا'), (26, 'لبنان')]
    """
    found, refused = try_marks(text, marks)
    if refused:
        raise ArticleError(refused[0])
    return found


def try_marks(text: str, marks: Iterable[object]) -> tuple[list[Entity], list[str]]:
    """Mark what can be marked, as `mark_entities` does, and give a sentence for each mark that can't."""
    good, refused = _sorted_out(marks)
    story, found = read_story(text), []
    places = _places(story, good)
    for mark in sorted(good, key=lambda mark: not mark.number):  # of two as long, the one that comes first is kept
        there = places[name_form(mark.name)]
        chosen = there[mark.number - 1 : mark.number] if mark.number else there
        if not chosen:
            refused.append(_why_not(mark, len(there)))
        found += [place._replace(label=mark.label) for place in chosen]
    return list(as_entities(story, best(found))), refused


def absent_names(text: str, marks: Iterable[object]) -> list[str]:
    """Give the names that stand nowhere in `text`, as when a chatbot has made them up.

    >>> absent_names("زار سامي بيروت", [("بيروت", "LOC"), ("دمشق", "LOC")])
    ['دمشق']
    """
    good, _ = _sorted_out(marks)
    places = _places(read_story(text), good)
    return [mark.name for mark in good if not places[name_form(mark.name)]]


def _sorted_out(marks: Iterable[object]) -> tuple[list[Mark], list[str]]:
    """Part what can be read as a mark from what can't, which gets a sentence."""
    if isinstance(marks, str) or not isinstance(marks, Iterable):
        return [], ['Marks come in a list, a text for each: ["... PER", "... LOC"].']
    good, refused = [], []
    for mark in marks:
        try:
            good += [read_mark(mark)] if not isinstance(mark, str) or mark.strip() else []
        except ArticleError as error:
            refused.append(str(error))
    return good, refused


def read_mark(mark: object) -> Mark:
    """Give a pair, a triple or a line as a mark, its label in capitals; raises ArticleError for anything else.

    >>> read_mark("تشرين ثان ORG 2")
    Mark(name='تشرين ثان', label='ORG', number=2)
    """
    match _parts(mark) if isinstance(mark, str) else mark:
        case [str(name), str(label)]:
            read = Mark(name, label.upper())
        case [str(name), str(label), int(number)] if number >= 0:
            read = Mark(name, label.upper(), number)
        case [str(name), str(), _]:
            raise ArticleError(f"«{name}»: which of its places is meant? The first is 1.")
        case _:
            raise ArticleError("A mark is a name and its label: PER, LOC or ORG.")
    if not re.search(f"[{WORD}]", read.name):
        raise ArticleError(f"«{read.name}» is no name: words are wanted, and their label behind them.")
    if read.label not in LABELS:
        raise ArticleError(f"«{read.name}»: its label should be PER, LOC or ORG.")
    return read


def _parts(line: str) -> tuple[str, str] | tuple[str, str, int]:
    """Take a line apart, into its label, what stands before it, and a number behind it."""
    words = line.split() or [""]
    if len(words) > 2 and _NUMBER.fullmatch(words[-1]):
        return " ".join(words[:-2]), words[-2], int(words[-1])
    return (" ".join(words[:-1]), words[-1]) if words[-1].upper() in LABELS else (line.strip(), "")


def _places(story: Story, marks: list[Mark]) -> dict[Form, list[Found]]:
    """Find the places of each name, in the order of the text."""
    keys = {" ".join(form): form for form in (name_form(mark.name) for mark in marks)}
    places: dict[Form, list[Found]] = {form: [] for form in keys.values()}
    for found in repeated(story, {form: key for key, form in keys.items()}):
        places[keys[found.label]].append(found)
    return places


def _why_not(mark: Mark, times: int) -> str:
    if times:
        return f"«{mark.name}» has {times} place{'s' * (times > 1)} in this text, not {mark.number}."
    return f"«{mark.name}» doesn't stand in this text. Copy a name from it, word for word."
