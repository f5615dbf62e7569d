"""Mends what was found, as the story's reader asks: names with their labels, days by hand.

Each is written on a line of its own. A line that can't be followed gets a sentence, and the others count all the same.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple, TypeVar

from helpers.annotation import read_mark, try_marks
from helpers.characters import DIGIT, WORD_BEGINS, WORD_ENDS
from helpers.dates import find_dates
from helpers.dates.by_hand import BY_HAND, can_be_seen
from helpers.entities import find_entities, name_form
from helpers.records import Article, ArticleError, DateMention, Entity, overlap
from helpers.widgets.workbench.reading import read_days

NOTHING = "-"
NO_DATE = "No date, by hand."
NUMBER = re.compile(f"[{DIGIT}]{{1,5}}")
ISO_DAY = re.compile(f"[{DIGIT}]{{4}}-[{DIGIT}]")
DIGITS = re.compile(f"[{DIGIT}]+")
Order = TypeVar("Order")
# A date's words stand as a whole, but for what is written onto their front: و ف ب ل ك.
BEFORE, AFTER = f"{WORD_BEGINS}(?:[وف]?[بلك]?)", WORD_ENDS


def mended_names(body: str, lines: str) -> tuple[list[Entity], list[str]]:
    """The names of a story with those of its reader («name LABEL»), and what is wrong with the lines.

    A label is PER, LOC or ORG; "-" says that these words are no name. Of two lines for a name, the last one counts.
    """
    orders, notes = _orders(lines, read_name)
    last = {name_form(name): (name, label) for name, label in orders}
    twice = dict.fromkeys(name for name, label in orders if last[name_form(name)][1] != label)
    notes += [f"«{name}» stands in two lines, and the last one counts." for name in twice]
    extra = [(name, label) for name, label in last.values() if label != NOTHING]
    unwanted = {name for name, (_, label) in last.items() if label == NOTHING}
    notes += try_marks(body, [(name, "LOC") for name, _ in last.values()])[1]
    return [name for name in find_entities(body, extra=extra) if name_form(name.text) not in unwanted], notes


class Numbered(NamedTuple):
    """A date and its number among those that the helpers found, None for one that its reader added."""

    number: int | None
    date: DateMention
    kept: bool = True


def mended_dates(article: Article, lines: str) -> tuple[list[Numbered], list[str]]:
    """The dates of a story as its reader corrects them («3 = 2020-11-15»), and what is wrong with the lines.

    One side of the sign holds a date's number or its words; words that no date has yet become one. The other side holds
    a day, a month, a year or two of them with a slash between; "-" says that it is no date.
    """
    orders, notes = _orders(lines, read_day)
    dates = [Numbered(number, mention) for number, mention in enumerate(find_dates(article.body, article.published), 1)]
    for which, days in orders:
        meant = _meant(article.body, dates, which)
        if not meant:
            notes.append(f"«{which}» is no date of this story, by its number or by its words.")
        others = [other for other in dates if not any(overlap(other.date, numbered.date) for numbered in meant)]
        dates = [*others, *(_set(numbered, days) for numbered in meant)]
    return sorted(dates, key=lambda numbered: numbered.date.start), notes


def read_name(line: str) -> tuple[str, str]:
    """Read «name LABEL», or «name -» for what is no name; raises ArticleError for a line of another form.

    >>> read_name("علي PER")
    ('علي', 'PER')
    """
    *words, label = line.split() or [""]
    if label == NOTHING:
        return read_mark((" ".join(words), "LOC")).name, NOTHING
    mark = read_mark(line)
    if mark.number:
        raise ArticleError(f"«{line}»: here a name counts wherever it stands, so leave its number out.")
    return mark.name, mark.label


def read_day(line: str) -> tuple[str, tuple[date, date] | None]:
    """Read «3 = 2020-11-15», or with the day first; the days are None for what is no date.

    Raises ArticleError for a line of another form.

    >>> read_day("3 = 2020-11")
    ('3', (datetime.date(2020, 11, 1), datetime.date(2020, 11, 30)))
    """
    which, sign, value = (side.strip() for side in line.partition("="))
    if not which or not sign:
        raise ArticleError(f"«{line}»: write a date's number, the sign =, and its day (or - if it is no date).")
    # The day may stand first: behind Arabic words, a field would show its parts in the other order.
    if ISO_DAY.match(which) and value != NOTHING and not ISO_DAY.match(value):
        which, value = value, which
    if value == NOTHING:
        return which, None
    return which, read_days(value)


def _orders(lines: str, read: Callable[[str], Order]) -> tuple[list[Order], list[str]]:
    orders, notes = [], []
    for line in filter(None, map(str.strip, lines.splitlines())):
        try:
            orders.append(read(line))
        except ArticleError as error:
            notes.append(str(error))
    return orders, notes


def _meant(body: str, dates: list[Numbered], which: str) -> list[Numbered]:
    """The dates that a number or some words mean; words that no date has become one wherever they stand."""
    if NUMBER.fullmatch(which) and (meant := [each for each in dates if each.number == int(which)]):
        return meant
    written = [each for each in dates if each.date.text == which]  # a year's words are a number too
    may_be_new = can_be_seen(which) and not DIGITS.fullmatch(which)
    return written or (list(_new(body, which)) if may_be_new else [])


def _new(body: str, words: str) -> Iterator[Numbered]:
    for place in re.finditer(f"{BEFORE}({re.escape(words)}){AFTER}", body):
        yield Numbered(None, DateMention(*place.span(1), place[1], None, None, "explicit", None, BY_HAND))


def _set(numbered: Numbered, days: tuple[date, date] | None) -> Numbered:
    first, last = days or (None, None)
    mention = replace(numbered.date, first=first, last=last, part=None, because=BY_HAND if days else NO_DATE)
    return numbered._replace(date=mention, kept=bool(days))
