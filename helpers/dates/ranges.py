"""Joins two ends into a range, and neighbouring days or months into one interval.

«من 3 إلى 9 آذار», «14 و15 و16 أكتوبر», «بين عامي 1975 و1990», «الجمعة والسبت», «20 أبريل إلى غاية 4 ماي المقبل».
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from helpers.dates.calendars import numbers
from helpers.dates.context import Context
from helpers.dates.intervals import DAY
from helpers.dates.patterns import Expression, expression_at
from helpers.dates.reading import Reading
from helpers.dates.resolve import Resolution
from helpers.dates.sharing import MONTHS, is_anchored, resolve_each
from helpers.dates.traps import is_trap
from helpers.dates.vocabulary import DateWord, folded

_LINK = re.compile("(?P<to>,?w?t)|(?P<dash>[-/])|(?P<and>,?w|,)")
# Days that leave their month to the date after them: «14 و15 و», «من 02 إلى».
_SHORT_DAYS = re.compile("(?<!/)(?:D?(?:W(?:,?w|,)){1,6}(?=W1))?(?:D?W?[1o](?:,?w?t|-|,?w|,))+$")
_LONGEST_LIST = 24  # words looked back for short days, so that the cost of a date stays constant
_BY_TODAY = ("today", "weekday", "weekday_today")
_WITHIN_LAST = 2  # words looked back for «بين»
Part = tuple[int, int, Resolution, str | None]  # first word, end word, resolution, part of the interval


class Group(NamedTuple):
    """Expressions that belong together, and how: "to", "and", "days" that share a month, or "" for a single one."""

    expressions: list[Expression]
    link: str


def group_at(reading: Reading, expression: Expression, free: int) -> Group:
    """Give the group that `expression` is in; the words from `free` on belong to no other expression."""
    if days := _short_days(reading, expression, free):
        return Group([*days, expression], "days")
    expressions, link = [expression], ""
    while other := _other_end(reading, expressions):
        expressions.append(other[0])
        link = other[1]
        if link == "to":
            break
    return Group(expressions, link)


def _is_between(reading: Reading, expression: Expression) -> bool:
    return "b" in reading.kinds[max(0, expression.start - _WITHIN_LAST) : expression.start]


def _other_end(reading: Reading, expressions: list[Expression]) -> tuple[Expression, str] | None:
    """Find the expression that is linked to the last of these, and say how; None where the two are two dates."""
    first, expression = expressions[0], expressions[-1]
    link = _LINK.match(reading.kinds, expression.end)
    other = expression_at(reading, link.end()) if link else None
    if other is None or is_trap(reading, other, joined=True):
        return None
    alike = expression.pattern == other.pattern
    if link["to"]:
        opened = reading.kinds[max(0, expression.start - 1) : expression.start] in ("m", "s", "b", "p")
        return (other, "to") if opened or expression.pattern not in _BY_TODAY else None
    if link["dash"]:
        years = expression.pattern == "year" and expression.has(("year", "named_year"))
        return (other, "to") if alike and (link["dash"] == "-" or years) else None
    if _is_between(reading, first):
        return other, "to"
    plural = reading.words[first.start].form in folded("plural_heads")
    listed = plural or expression.pattern == "weekday" or (expression.pattern in MONTHS and not is_anchored(expression))
    return (other, "and") if alike and listed else None


def _short_days(reading: Reading, expression: Expression, free: int) -> list[Expression]:
    """Find the days before a date that share its month, as expressions of their own."""
    if not expression.has(("day", "numeric")) or expression.pattern == "day_of_it":
        return []
    window = max(free, expression.start - _LONGEST_LIST)
    match = _SHORT_DAYS.search(reading.kinds, window, expression.start)
    if not match or not _has_year(expression):
        return []
    days = [index for index in range(match.start(), match.end()) if reading.kinds[index] in "1o"]
    starts = [match.start(), *days[1:]]
    return [_short_day(reading, expression, *place) for place in zip(starts, days, strict=True)]


def _has_year(expression: Expression) -> bool:
    """Is this no date in digits, or one with a year? In «15 و6/3/9021» there is none to give the 15."""
    try:
        return "numeric" not in expression.words or bool(numbers(expression))
    except ValueError:
        return False


def _short_day(reading: Reading, expression: Expression, start: int, position: int) -> Expression:
    """Give a copy of a date with the day at `position`."""
    day = reading.words[position]
    words = expression.words | {"day": day}
    if "numeric" in expression.words:
        year, month, _ = numbers(expression)
        digits = f"{day.value}/{month}/{year}"
        words = expression.words | {"numeric": DateWord(day.start, day.end, "#", digits, digits)}
    return Expression(expression.pattern, start, position + 1, words)


def resolve_group(reading: Reading, group: Group, context: Context) -> Iterator[Part]:
    """Resolve a group as one interval where its expressions make one, else each by itself."""
    expressions = group.expressions
    resolutions = resolve_each(expressions, group.link, context)
    if _is_one(reading, group, resolutions) and (whole := _joined(resolutions, group.link)):
        yield expressions[0].start, expressions[-1].end, whole, None
        return
    for expression, resolution in zip(expressions, resolutions, strict=True):
        if resolution:
            yield expression.start, expression.end, resolution, expression.value("part")


def _is_one(reading: Reading, group: Group, resolutions: list[Resolution | None]) -> bool:
    if group.link != "days":
        return group.link == "to" or (group.link == "and" and _are_neighbours(resolutions))
    first, last = group.expressions[0], group.expressions[-1]
    joins = reading.kinds[first.end : last.start]
    return "t" in joins or "-" in joins or _is_between(reading, first) or _are_neighbours(resolutions)


def _are_neighbours(resolutions: list[Resolution | None]) -> bool:
    """Does each interval begin on the day after the one before it?"""
    spans = [resolution.interval for resolution in resolutions if resolution and resolution.interval]
    whole = len(spans) == len(resolutions)
    return whole and all(after[0] - before[1] == DAY for before, after in pairwise(spans))


def _joined(resolutions: list[Resolution | None], link: str) -> Resolution | None:
    """Join the first and the last resolution into one interval; None where they don't follow each other."""
    start, end = resolutions[0], resolutions[-1]
    if start is None or end is None or (start.kind == "hijri") != (end.kind == "hijri"):
        return None
    kind = "weekday" if link == "and" and start.kind == end.kind == "weekday" else "range"
    if start.interval is None or end.interval is None:
        return Resolution(None, kind, (start if start.interval is None else end).because)
    if start.interval[0] > end.interval[1]:
        return None
    return Resolution((start.interval[0], end.interval[1]), kind, f"From the first to the last: {end.because}")
