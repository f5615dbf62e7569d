"""Goes through a text from date to date, and says of each what it is resolved against."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from helpers.dates.context import Context
from helpers.dates.days import nearest_weekday
from helpers.dates.intervals import DAY
from helpers.dates.patterns import BEGINNING, Expression, expression_at
from helpers.dates.ranges import Group, group_at, resolve_group
from helpers.dates.reading import Reading, read
from helpers.dates.resolve import Resolution
from helpers.dates.tense import SENTENCE_END, direction, tense_signs
from helpers.dates.traps import is_trap

_LONGEST_SENTENCE = 100  # words looked back for the end of a sentence, so that the cost of a date stays constant


class Found(NamedTuple):
    """A resolved expression and its place in the folded text."""

    start: int
    end: int
    resolution: Resolution
    part: str | None


def find(text: str, published: date | None) -> list[Found]:
    """Find and resolve the expressions of a folded text."""
    reading = read(text)
    today, signs = _today(reading, published), tense_signs(reading)
    found: list[Found] = []
    last: Found | None = None  # the last one that was resolved
    years: dict[int, int] = {}  # the years with which the story has named its months
    for group in _groups(reading):
        tense = _tense(reading, group.expressions[0], signs)
        context = _context(reading, group.expressions[0], today, tense, last, years)
        for start, end, resolution, part in resolve_group(reading, group, context):
            found.append(Found(reading.words[start].start, reading.words[end - 1].end, resolution, part))
            last = found[-1] if resolution.interval else last
        for expression in group.expressions:
            if _names_month_and_year(expression):
                years[expression.value("month")] = expression.value("year")
    return found


def _names_month_and_year(expression: Expression) -> bool:
    words = expression.words
    return "year" in words and "month" in words and words["month"].kind == "M"


def _today(reading: Reading, published: date | None) -> date | None:
    """Give the day that the story calls today: the day of publication, moved to fit the first «أمس الأربعاء»."""
    position = reading.kinds.find("T") if published else -1
    while position >= 0:
        weekday_follows = "W" in reading.kinds[position + 1 : position + 4]  # at most two signs stand before it
        expression = expression_at(reading, position) if weekday_follows else None
        if expression and expression.pattern == "today" and "weekday" in expression.words:
            offset = expression.value("today") * DAY
            try:
                return nearest_weekday(published + offset, expression.value("weekday")) - offset
            except OverflowError:  # the first or the last days of the calendar
                return published
        position = reading.kinds.find("T", position + 1)
    return published


def _groups(reading: Reading) -> Iterator[Group]:
    """Yield the expressions of a text, those together that belong together."""
    position, free = 0, 0  # free: where the words begin that no expression has taken yet
    while beginning := BEGINNING.search(reading.kinds, position):
        position = beginning.start()
        expression = expression_at(reading, position)
        joined = 0 < position - free <= 2 and free > 0 and reading.kinds[free:position] in ("w", ",", ",w")
        if expression is None or is_trap(reading, expression, joined):
            position = expression.end if expression else position + 1
            continue
        group = group_at(reading, expression, free)
        yield group
        position = free = group.expressions[-1].end


def _context(
    reading: Reading,
    expression: Expression,
    today: date | None,
    tense: int | None,
    last: Found | None,
    years: dict[int, int],
) -> Context:
    """Give what an expression is resolved against: the tense of its clause and the date before it."""
    year = None
    if last and last.resolution.kind == "explicit" and not _sentence_ends(reading, expression.start, last.end):
        year = last.resolution.interval[0].year
    return Context(today, tense, last and last.resolution.interval, year, years)


def _tense(reading: Reading, expression: Expression, signs: list[int]) -> int | None:
    """Give the direction of an expression's clause; what has been decided until or before a date may lie ahead."""
    before = reading.kinds[max(0, expression.start - 1) : expression.start]
    if before == "s":
        return -1
    tense = direction(reading, expression.start, signs)
    return None if tense == -1 and before in ("t", "q") else tense


def _sentence_ends(reading: Reading, position: int, since: int) -> bool:
    """Does a sentence end between offset `since` and the word at `position`? A far one is taken to have ended."""
    for word in reversed(reading.words[max(0, position - _LONGEST_SENTENCE) : position]):
        if word.start < since:
            return False
        if word.kind in SENTENCE_END:
            return True
    return True
