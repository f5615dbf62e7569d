"""Resolves a calendar expression to its first and last day, and says in one sentence why.

The rules follow the guidelines of TIMEX3 (ISO-TimeML) where those speak: a vague expression keeps its whole unit, a
bare weekday or month takes its direction from the tense of its clause. Not handled: days counted from another event
(«بعد ثلاثة أيام من توقيعه»), feasts, and years before the common era.
"""

from dataclasses import dataclass

from helpers.dates import days, units
from helpers.dates.context import Context, Unresolved
from helpers.dates.intervals import Interval
from helpers.dates.patterns import Expression

_RULES = {
    "day_and_month": days.month_or_day,
    "numeric": days.numeric,
    "day_of_month": days.day_of_month,
    "day_of_it": days.day_of_month,
    "today": days.day,
    "weekday_today": days.day,
    "weekday": days.weekday,
    "next_day": days.next_day,
    "week": units.week,
    "week_of_month": units.week_of_month,
    "month": days.month_or_day,
    "this_month": units.month,
    "part_of_month": units.month,
    "year": units.year,
    "part_of_year": units.year,
    "quarter": units.quarter,
    "part_month": units.part_of_named_month,
    "season": units.season,
    "decade": units.decade,
    "this_decade": units.decade,
    "century": units.century,
    "ago": units.ago,
}


@dataclass(frozen=True)
class Resolution:
    """First and last day (None where they can't be known), the kind of expression, and why."""

    interval: Interval | None
    kind: str
    because: str


def resolve(expression: Expression, context: Context) -> Resolution | None:
    """Resolve an expression; None where it is no date after all (31 February, the year of an age)."""
    kind = _kind(expression)
    try:
        interval, because = _RULES[expression.pattern](expression, context)
    except Unresolved as reason:
        return Resolution(None, kind, str(reason))
    except (ValueError, OverflowError):
        return None
    return Resolution(interval, kind, because)


def _kind(expression: Expression) -> str:
    """Name the kind of an expression, as DateMention has it."""
    has = expression.words.keys()
    if expression.value("era") == "hijri" or ("month" in has and expression.words["month"].kind == "H") or days.is_hijri(expression):
        return "hijri"
    if expression.pattern in ("day_and_month", "month", "numeric", "year"):
        if has & {"year", "named_year", "numeric"}:
            return "explicit"
        return "relative" if expression.pattern == "year" else "partial"
    if expression.pattern in ("day_of_month", "day_of_it"):
        return "partial"
    if expression.pattern == "weekday":
        return "weekday"
    relative = ("today", "weekday_today", "next_day", "week", "this_month", "part_of_month", "part_of_year", "ago")
    return "relative" if expression.pattern in relative else "range"
