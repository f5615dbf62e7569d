"""Goes through a text from date to date, and joins two ends into a range and neighbouring days into one interval.

«من 3 إلى 9 آذار», «14 و15 و16 أكتوبر», «بين عامي 1975 و1990», «الجمعة والسبت», «30 أبريل الجاري إلى غاية 31 ماي المقبل».
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from helpers.dates.context import Context
from helpers.dates.days import nearest_weekday
from helpers.dates.intervals import DAY
from helpers.dates.patterns import Expression, expression_at
from helpers.dates.reading import Reading, read
from helpers.dates.resolve import Resolution, resolve
from helpers.dates.tense import SENTENCE_END, direction
from helpers.dates.traps import is_trap

_LINK = re.compile("(?P<to>,?w?t|-)|(?P<and>,?w|,)")
# Days that leave their month to the date after them: «14 و15 و», «من 02 إلى».
_SHORT_DAYS = re.compile("(?:D?W?[1o](?:,?w?t|-|,?w|,))+$")
_LONGEST_LIST = 24  # words looked back for short days, so that the cost of a date stays constant
_LONGEST_SENTENCE = 100  # words looked back for the end of a sentence, for the same reason
_NAMED = ("day_and_month", "month", "weekday")  # expressions that take their year or week from the other end


@dataclass(frozen=True)
class Found:
    """A resolved expression and its place in the folded text."""

    start: int
    end: int
    resolution: Resolution
    part: str | None = None


def find(text: str, published: date | None) -> list[Found]:
    """Find and resolve the expressions of a folded text."""
    reading = read(text)
    today = _today(reading, published)
    found: list[Found] = []
    for expressions, link in _groups(reading):
        found += _resolve_group(reading, expressions, link, _context(reading, expressions[0], today, found))
    return found


def _today(reading: Reading, published: date | None) -> date | None:
    """Give the day that the story calls today: the day of publication, moved to fit the first «أمس الأربعاء» or its like."""
    position = reading.kinds.find("T")
    while published and position >= 0:
        expression = expression_at(reading, position)
        if expression.pattern == "today" and "weekday" in expression.words and "day" not in expression.words:
            offset = expression.value("today") * DAY
            return nearest_weekday(published + offset, expression.value("weekday")) - offset
        position = reading.kinds.find("T", position + 1)
    return published


def _groups(reading: Reading) -> Iterator[tuple[list[Expression], str]]:
    """Yield the expressions of a text: single ones, or two with the link that joins them ("to" or "and")."""
    position, free = 0, 0  # free: where the words begin that no expression has taken yet
    while position < len(reading.kinds):
        expression = expression_at(reading, position)
        joined = free > 0 and reading.kinds[free:position] in ("w", ",", ",w")
        if expression is None or is_trap(reading, expression, joined):
            position = expression.end if expression else position + 1
            continue
        short = _short_days(reading, expression, free)
        other, link = (None, "") if short else _other_end(reading, expression)
        yield ([*short, expression], "days") if short else ([expression, other], link) if other else ([expression], "")
        position = free = (other or expression).end


def _other_end(reading: Reading, expression: Expression) -> tuple[Expression | None, str]:
    """Find the expression that is linked to this one, if the two make one interval."""
    link = _LINK.match(reading.kinds, expression.end)
    other = expression_at(reading, link.end()) if link else None
    if other is None or is_trap(reading, other, joined=True):
        return None, ""
    if link["to"]:
        return other, "to"
    kinds = reading.kinds
    between = "b" in kinds[max(0, expression.start - 2) : expression.start]
    head = reading.words[expression.start].form
    plural = kinds[expression.start] in "DSY" and head in ("يومي", "ايام", "شهري", "عامي", "سنتي", "اعوام", "سنوات")
    weekdays = expression.pattern == other.pattern == "weekday"
    return (other, "between" if between or plural else "and") if between or plural or weekdays else (None, "")


def _short_days(reading: Reading, expression: Expression, free: int) -> list[Expression]:
    """Find the days before a date that share its month, as expressions of their own."""
    if "day" not in expression.words or expression.pattern == "day_of_it":
        return []
    window = max(free, expression.start - _LONGEST_LIST)
    match = _SHORT_DAYS.search(reading.kinds, window, expression.start)
    if not match:
        return []
    days = [index for index in range(match.start(), match.end()) if reading.kinds[index] in "1o"]
    return [
        replace(expression, start=index, end=index + 1, words=expression.words | {"day": reading.words[index]}) for index in days
    ]


def _context(reading: Reading, expression: Expression, today: date | None, found: list[Found]) -> Context:
    """Give what an expression is resolved against: the tense of its clause and the dates before it."""
    resolved = next((f for f in reversed(found) if f.resolution.interval), None)
    start = reading.words[expression.start].start
    year = None
    if resolved and resolved.resolution.kind == "explicit" and not _sentence_ends(reading, expression.start, resolved.end):
        year = resolved.resolution.interval[0].year
    after = reading.kinds[max(0, expression.start - 1) : expression.start] == "s"
    return Context(today, -1 if after else direction(reading, expression.start), resolved and resolved.resolution.interval, year)


def _sentence_ends(reading: Reading, position: int, since: int) -> bool:
    """Does a sentence end between offset `since` and the word at `position`? A far one is taken to have ended."""
    for word in reversed(reading.words[max(0, position - _LONGEST_SENTENCE) : position]):
        if word.start < since:
            return False
        if word.kind in SENTENCE_END:
            return True
    return True


def _resolve_group(reading: Reading, expressions: list[Expression], link: str, context: Context) -> list[Found]:
    """Resolve one expression, or several as one interval where they make one, else each by itself."""
    if link == "days":
        resolutions = [resolve(expression, context) for expression in expressions]
        joins = reading.kinds[expressions[0].end : expressions[-1].start]
        before = reading.kinds[max(0, expressions[0].start - 2) : expressions[0].start]
        one = "t" in joins or "-" in joins or "b" in before or _are_neighbours(resolutions)
    elif link:
        resolutions = _resolve_ends(*expressions, context)
        one = link != "and" or _are_neighbours(resolutions)
    else:
        resolutions, one = [resolve(expressions[0], context)], False
    if one and (whole := _joined(resolutions)):
        return [_found(reading, expressions[0].start, expressions[-1].end, whole)]
    return [
        _found(reading, expression.start, expression.end, resolution, expression.value("part"))
        for expression, resolution in zip(expressions, resolutions, strict=True)
        if resolution
    ]


def _found(reading: Reading, start: int, end: int, resolution: Resolution, part: str | None = None) -> Found:
    return Found(reading.words[start].start, reading.words[end - 1].end, resolution, part)


def _resolve_ends(first: Expression, last: Expression, context: Context) -> list[Resolution | None]:
    """Resolve both ends; an end without a year or week of its own takes it from the other."""
    if first.pattern in _NAMED and not _is_anchored(first) and _is_anchored(last):
        end = resolve(last, context)
        near = Context(end.interval[0], -1) if end and end.interval else context
        return [resolve(first, near), end]
    start = resolve(first, context)
    if start is None or start.interval is None:
        return [start, resolve(last, context)]
    if last.pattern in _NAMED and not _is_anchored(last):
        return [start, resolve(last, Context(start.interval[0], 1))]
    return [start, resolve(last, replace(context, previous=start.interval))]


def _is_anchored(expression: Expression) -> bool:
    return bool(expression.words.keys() & {"year", "named_year", "year_when", "this_year", "same_year", "when"})


def _are_neighbours(resolutions: list[Resolution | None]) -> bool:
    """Does each interval begin on the day after the one before it?"""
    spans = [resolution.interval for resolution in resolutions if resolution]
    return None not in spans and len(spans) == len(resolutions) and all(
        before[1] + DAY == after[0] for before, after in zip(spans, spans[1:], strict=False)
    )


def _joined(resolutions: list[Resolution | None]) -> Resolution | None:
    """Join the first and the last resolution into one interval; None where they don't follow each other."""
    start, end = resolutions[0], resolutions[-1]
    if start is None or end is None:
        return None
    if start.interval is None or end.interval is None:
        return Resolution(None, "range", (start if start.interval is None else end).because)
    if start.interval[0] > end.interval[1]:
        return None
    return Resolution((start.interval[0], end.interval[1]), "range", f"From the first to the last: {end.because}")
