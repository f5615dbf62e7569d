"""Which calendar a date is counted in, Gregorian or Hijri, and the numbers of a date in digits."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from helpers.dates import intervals
from helpers.dates.context import Unresolved, say
from helpers.dates.intervals import HIJRI_YEARS, Interval
from helpers.dates.patterns import Expression

Resolved = tuple[Interval, str]
_NEAR_YEARS = range(1343, 1451)  # a bare 1436 is a Hijri year, a bare 1453 the year of Constantinople's fall
_SEPARATOR = re.compile(r"[-/.\\]")


def is_hijri(expression: Expression) -> bool:
    """Is this a date of the Hijri calendar: by its month, its era, or a year near ours without an era?"""
    if "era" in expression.words:
        return expression.value("era") == "hijri"
    if "month" in expression.words:
        return expression.words["month"].kind == "H"
    if "numeric" in expression.words:
        return numbers(expression)[0] in HIJRI_YEARS
    return (expression.value("year") or expression.value("named_year")) in _NEAR_YEARS


def is_hijri_year(expression: Expression, year: int) -> bool:
    return expression.value("era") == "hijri" or year in HIJRI_YEARS


def by_hijri_tables(interval_of: Callable[[], Interval], year: int) -> Resolved:
    if year not in HIJRI_YEARS:
        raise Unresolved(f"The Hijri year {year} is outside the Umm al-Qura tables (1343 to 1500).")
    return interval_of(), "From the Hijri calendar, by the tables of Umm al-Qura."


def hijri_year_of(today: date) -> int:
    try:
        return intervals.hijri_year_of(today)
    except OverflowError:
        raise Unresolved(f"{say(today)} is outside the Umm al-Qura tables of the Hijri calendar.") from None


def numbers(expression: Expression) -> tuple[int, int, int]:
    """Read year, month and day off a date in digits: day first, unless the year stands first or that can't be."""
    return _numbers(expression.value("numeric"))


@lru_cache(maxsize=1_000)  # each date is asked for its numbers several times
def _numbers(digits: str) -> tuple[int, int, int]:
    first, second, third = (part.strip() for part in _SEPARATOR.split(digits))
    if len(first) > 2:
        first, third = third, first
    day, month, year = int(first), int(second), int(third)
    if len(third) == 2:
        year += 2000 if year < 70 else 1900
    if not 1000 <= year < 2200:
        raise ValueError("no year")
    return (year, day, month) if month > 12 else (year, month, day)
