"""Resolves a calendar expression to its first and last day, and says in one sentence why.

The rules follow the guidelines of TIMEX3 (ISO-TimeML) where those speak: a vague expression keeps its whole unit, a
bare weekday or month takes its direction from the tense of its clause. Not handled: days counted from another event
(«بعد ثلاثة أيام من توقيعه»), feasts, and years before the common era.
"""

from functools import partial
from typing import NamedTuple

from helpers.dates import days, months, units
from helpers.dates.calendars import is_hijri
from helpers.dates.context import Context, Unresolved
from helpers.dates.intervals import Interval
from helpers.dates.patterns import Expression

_RULES = {
    "day_and_month": partial(units.day_or_weekday, months.month_or_day),
    "month_first": months.month_or_day,
    "numeric": days.numeric,
    "day_slash_month": months.month_or_day,
    "day_alone": days.day_of_month,
    "day_of_month": partial(units.day_or_weekday, days.day_of_month),
    "day_of_it": days.day_of_month,
    "today": days.day,
    "weekday_today": days.day,
    "weekday": days.weekday,
    "weekday_of_week": days.weekday_of_week,
    "night": days.night,
    "next_day": days.next_day,
    "same_day": days.same_day,
    "week": units.week,
    "part_of_week": units.week,
    "week_of_month": units.week_of_month,
    "weekday_of_month": units.weekday_of_month,
    "month": months.month_or_day,
    "this_month": units.month,
    "part_of_month": units.month,
    "year": units.year,
    "part_of_year": units.year,
    "quarter": units.quarter,
    "first_months": units.first_months,
    "part_of_named_month": units.part_of_named_month,
    "season": units.season,
    "decade": units.decade,
    "this_decade": units.decade,
    "century": units.century,
    "ago": units.ago,
}
# With a year they are explicit.
_NAMED = frozenset({"day_and_month", "month_first", "weekday_of_month", "month", "numeric", "year"})
_KINDS = {
    **dict.fromkeys(("day_and_month", "month", "day_slash_month", "day_of_month"), "partial"),
    **dict.fromkeys(("day_alone", "day_of_it", "weekday_of_month"), "partial"),
    **dict.fromkeys(("weekday", "weekday_of_week", "night"), "weekday"),
    **dict.fromkeys(("today", "weekday_today", "next_day", "same_day", "week", "part_of_week"), "relative"),
    **dict.fromkeys(("this_month", "part_of_month", "year", "part_of_year", "ago"), "relative"),
}


class Resolution(NamedTuple):
    """First and last day (None where they can't be known), the kind of expression, and why."""

    interval: Interval | None
    kind: str
    because: str


def resolve(expression: Expression, context: Context) -> Resolution | None:
    """Resolve an expression; None where it is no date after all (31 February, the year of an age)."""
    try:
        kind = _kind(expression)
        interval, because = _RULES[expression.pattern](expression, context)
    except Unresolved as reason:
        return Resolution(None, kind, str(reason))
    except (ValueError, OverflowError):
        return None
    return Resolution(interval, kind, because)


def _kind(expression: Expression) -> str:
    """Name the kind of an expression, as DateMention has it."""
    if is_hijri(expression):
        return "hijri"
    if expression.pattern in _NAMED and expression.has(("year", "named_year", "numeric")):
        return "explicit"
    return _KINDS.get(expression.pattern, "range")
