"""What a calendar expression is resolved against, and the year that it names."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from helpers.dates.intervals import Interval
from helpers.dates.patterns import Expression

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Context(NamedTuple):
    """What an expression is resolved against.

    `today` is the day of publication, or the day that the story itself calls today. `direction` is -1 where its
    clause speaks of the past, 1 of the future, None where it doesn't say. `previous` is the date before it in the
    story, `year` the year that its own sentence names, `years` those with which the story has named its months.
    """

    today: date | None
    direction: int | None = None
    previous: Interval | None = None
    year: int | None = None
    years: Mapping[int, int] = MappingProxyType({})


class Unresolved(Exception):
    """An expression that is a date but can't be placed; its text says why."""


@lru_cache(maxsize=1_000)  # most dates of a story are told from one day
def say(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def today_of(context: Context) -> date:
    if context.today is None:
        raise Unresolved("It depends on the day of publication, which is not known.")
    return context.today


def year_of(expression: Expression, context: Context) -> int | None:
    """Give the year that an expression names, in digits, in words or by a deictic; None where it names none."""
    words = expression.words
    if "this_year" in words:
        return today_of(context).year
    if "year_when" in words:
        return today_of(context).year + expression.value("year_when")
    if "same_year" in words:
        return previous_of(context)[0].year
    year = expression.value("year") or expression.value("named_year")
    if year is None or expression.value("era") == "hijri":
        return year
    if 31 < year < 100:  # «عام سبعين» is 1970; «عام واحد» is no year
        return 1900 + year
    if not 1000 <= year < 2200:
        raise ValueError("no year")
    return year


def previous_of(context: Context) -> Interval:
    if context.previous is None:
        today_of(context)  # without a day of publication, that is what the date before it lacks too
        raise Unresolved("It points back to a date that the story has not named.")
    return context.previous
