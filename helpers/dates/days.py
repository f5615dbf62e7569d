"""The rules for single days: in digits, by weekday, counted from today or from the date before."""

from calendar import monthrange
from datetime import date

from helpers.dates import intervals
from helpers.dates.calendars import Resolved, by_hijri_tables, is_hijri, numbers
from helpers.dates.context import MONTHS, Context, Unresolved, previous_of, say, today_of
from helpers.dates.intervals import DAY
from helpers.dates.patterns import Expression

LONGEST_MONTH = 31
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_SHIFTS = {
    -2: "Two days before the day",
    -1: "The day before the day",
    0: "The day",
    1: "The day after the day",
    2: "Two days after the day",
}
_RANKS = {-2: "last but one", -1: "last", 1: "first", 2: "second"}


def numeric(expression: Expression, context: Context) -> Resolved:
    year, month, day = numbers(expression)
    if is_hijri(expression):
        return by_hijri_tables(lambda: intervals.hijri_day(year, month, day), year)
    found = date(year, month, day)
    return (found, found), f"Day {day}, month {month}, year {year}: inside a text the day stands first."


def day_of_month(expression: Expression, context: Context) -> Resolved:
    """Resolve «20 من الشهر نفسه», «31 من الشهر الجاري», «12 الجاري», «السابع منه»."""
    day = expression.value("day")
    if "when" in expression.words or "this" in expression.words:
        base = today_of(context)
        first = intervals.month(base.year, base.month + (expression.value("when") or 0))[0]
        because = f"Its month is counted from the month of {say(base)}."
    else:
        first = previous_of(context)[0]
        because = f"Its month is that of the date before it, {MONTHS[first.month - 1]} {first.year}."
    if monthrange(first.year, first.month)[1] < day <= LONGEST_MONTH:
        raise Unresolved(f"{MONTHS[first.month - 1]} {first.year} has no day {day}.")
    found = date(first.year, first.month, day)
    return (found, found), because


def day(expression: Expression, context: Context) -> Resolved:
    """Resolve «أمس», «اليوم الأربعاء», «الخميس (أمس)»; a weekday that doesn't fit the offset wins over it."""
    today, offset = today_of(context), expression.value("today")
    found = today + offset * DAY
    if "weekday" in expression.words:
        found = nearest_weekday(found, expression.value("weekday"))
    return (found, found), f"{_SHIFTS[offset]} that the story calls today, {say(today)}."


def nearest_weekday(day: date, weekday: int) -> date:
    """Give the day with this weekday nearest to `day`, at most three days away."""
    return day + ((weekday - day.weekday() + 3) % 7 - 3) * DAY


def weekday(expression: Expression, context: Context) -> Resolved:
    """Resolve «الخميس», «الخميس الماضي», «الخميس قبل الماضي», «الخميس المقبل»."""
    today, weekday, when = today_of(context), expression.value("weekday"), expression.value("when")
    if when == 0:
        found = intervals.week(today)[0] + weekday * DAY
        return (found, found), f"The {WEEKDAYS[weekday]} of the week of {say(today)}."
    rank = when or (1 if context.direction == 1 else -1)
    step = DAY if rank > 0 else -DAY
    start = today + step if when else today  # «الماضي» and «المقبل» leave today out
    found = start + ((weekday - start.weekday()) * step.days % 7 + 7 * (abs(rank) - 1)) * step
    side = "after" if rank > 0 else "before"
    return (found, found), f"The {_RANKS[rank]} {WEEKDAYS[weekday]} {side if when else 'on or ' + side} {say(today)}."


def weekday_of_week(expression: Expression, context: Context) -> Resolved:
    """Resolve «الاثنين من الأسبوع المقبل», «الخميس من الأسبوع نفسه»."""
    base = previous_of(context)[0] if "same" in expression.words else today_of(context)
    found = intervals.week(base)[0] + (7 * (expression.value("when") or 0) + expression.value("weekday")) * DAY
    return (found, found), f"Counted in weeks, Monday to Sunday, from the week of {say(base)}."


def night(expression: Expression, context: Context) -> Resolved:
    """Resolve «ليلة الخميس الجمعة», the night from the one to the other."""
    (start, _), because = weekday(expression, context)
    if (expression.value("next_weekday") - expression.value("weekday")) % 7 != 1:
        raise ValueError("no night")
    return (start, start + DAY), because


def same_day(expression: Expression, context: Context) -> Resolved:
    """Resolve «اليوم نفسه», «ذلك اليوم»."""
    if context.previous is None or context.previous[0] != context.previous[1]:
        raise ValueError("no day")
    return context.previous, "The day of the date before it."


def next_day(expression: Expression, context: Context) -> Resolved:
    """Resolve «اليوم التالي», counted from the day that the story named before; «اليوم الحالي» is today."""
    when = expression.value("when")
    if when == 0 or context.previous is None:
        found = today_of(context) + when * DAY
        return (found, found), f"Counted from the day that the story calls today, {say(today_of(context))}."
    base, last = context.previous
    if base != last:
        raise Unresolved("It is counted from a day, and the date before it is longer than that.")
    found = base + when * DAY
    return (found, found), f"Counted from {say(base)}, the date before it."
