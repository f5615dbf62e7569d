"""The rules for single days and named months: in digits, by name, by weekday, counted from today."""

from collections.abc import Callable
from datetime import date, timedelta

from helpers.dates import intervals
from helpers.dates.context import MONTHS, Context, Unresolved, previous_of, say, today_of, year_of
from helpers.dates.intervals import DAY, HIJRI_YEARS, Interval
from helpers.dates.patterns import Expression
from helpers.dates.reading import DateWord

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_FAR_AHEAD = timedelta(days=300)
Resolved = tuple[Interval, str]


def is_hijri(expression: Expression) -> bool:
    """Is this a Hijri year by its number (1343 to 1500) where nothing says otherwise?"""
    if expression.value("era") == "gregorian" or "month" in expression.words:
        return False
    if "numeric" in expression.words:
        return numbers(expression)[0] in HIJRI_YEARS
    return (expression.value("year") or expression.value("named_year")) in HIJRI_YEARS


def choose(interval_of: Callable[[int], Interval], when: int | None, context: Context, hijri: bool) -> Resolved:
    """Choose the year of a month or a day without year: by its deictic, else by the tense, else the nearest."""
    today = today_of(context)
    if when is None and context.year is not None and not hijri and abs(context.year - today.year) > 1:
        return interval_of(context.year), "It takes its year from its own sentence."
    year = today.year if not hijri else intervals.hijri_year_of(today)
    possible = [found for near in range(year - 8, year + 9) if (found := _try(interval_of, near))]
    if when == 0:
        return min(possible, key=lambda found: _distance(found, today)), f"The current one, seen from {say(today)}."
    if when == -1:
        return max(found for found in possible if found[1] < today), f"The last one before {say(today)}."
    if when == 1:
        return min(found for found in possible if found[0] > today), f"The next one after {say(today)}."
    if context.direction == -1:
        return max(found for found in possible if found[0] <= today), f"The last one up to {say(today)}, for its clause speaks of the past."
    ahead = min((found for found in possible if found[1] >= today), key=lambda found: found[0])
    # A month most of a year ahead is written with its year or «المقبل»; without them the last one is meant.
    if context.direction == 1 and _distance(ahead, today) < _FAR_AHEAD:
        return ahead, f"The next one from {say(today)} on, for its clause speaks of the future."
    return min(possible, key=lambda found: _distance(found, today)), f"The one nearest to {say(today)}, the day of publication."


def _try(interval_of: Callable[[int], Interval], year: int) -> Interval | None:
    """29 February and 30 Safar are not in every year."""
    try:
        return interval_of(year)
    except ValueError:
        return None


def _distance(found: Interval, today: date) -> timedelta:
    return max(found[0] - today, today - found[1], timedelta(0))


def numbers(expression: Expression) -> tuple[int, int, int]:
    """Read year, month and day off a date in digits: day first, unless the year stands first or that can't be."""
    first, second, third = (part.strip() for part in expression.value("numeric").replace("-", "/").replace(".", "/").split("/"))
    if len(first) > 2:
        first, third = third, first
    day, month, year = int(first), int(second), int(third)
    if len(third) == 2:
        year += 2000 if year < 70 else 1900
    if not 1000 <= year < 2200:
        raise ValueError("no year")
    return (year, day, month) if month > 12 else (year, month, day)


def numeric(expression: Expression, context: Context) -> Resolved:
    year, month, day = numbers(expression)
    if expression.value("era") == "hijri" or is_hijri(expression):
        return by_hijri_tables(lambda: intervals.hijri_day(year, month, day), year)
    found = date(year, month, day)
    return (found, found), f"Day {day}, month {month}, year {year}: inside a text the day stands first."


def by_hijri_tables(interval_of: Callable[[], Interval], year: int) -> Resolved:
    if year not in HIJRI_YEARS:
        raise Unresolved(f"The Hijri year {year} is outside the Umm al-Qura tables (1343 to 1500).")
    return interval_of(), "From the Hijri calendar, by the tables of Umm al-Qura."


def month_or_day(expression: Expression, context: Context) -> Resolved:
    """Resolve «15 نوفمبر», «نوفمبر 2020», «مطلع ذي القعدة القادم»: a named month, with or without a day and a year."""
    name, day, year = expression.words["month"], expression.value("day"), year_of(expression, context)
    hijri = name.kind == "H"
    if hijri and year is not None:
        return by_hijri_tables(lambda: _in_month(name, day, year), year)
    if year is not None:
        return _with_second_month(expression, _in_month(name, day, year)), "It names its year."
    found, because = choose(lambda near: _in_month(name, day, near), expression.value("when"), context, hijri)
    return _with_second_month(expression, found), because


def _in_month(name: DateWord, day: int | None, year: int) -> Interval:
    if name.kind == "H":
        return intervals.hijri_day(year, name.value, day) if day else intervals.hijri_month(year, name.value)
    return (date(year, name.value, day),) * 2 if day else intervals.month(year, name.value)


def _with_second_month(expression: Expression, found: Interval) -> Interval:
    """«يوليو/أغسطس» are two months, «يوليو/تموز» one with two names."""
    month, second = expression.value("month"), expression.value("second_name")
    if second is None or "day" in expression.words or second <= month:
        return found
    return found[0], intervals.month(found[0].year, second)[1]


def day_of_month(expression: Expression, context: Context) -> Resolved:
    """Resolve «20 من الشهر نفسه», «31 من الشهر الجاري», «السابع منه»."""
    day = expression.value("day")
    if "when" in expression.words or "this" in expression.words:
        base = today_of(context)
        first = intervals.month(base.year, base.month + (expression.value("when") or 0))[0]
        because = f"Its month is counted from the month of {say(base)}."
    else:
        first = previous_of(context)[0]
        because = f"Its month is that of the date before it, {MONTHS[first.month - 1]} {first.year}."
    found = date(first.year, first.month, day)
    return (found, found), because


def day(expression: Expression, context: Context) -> Resolved:
    """Resolve «أمس», «اليوم الأربعاء», «الخميس (أمس)»; a weekday that doesn't fit the offset wins over it."""
    today, offset = today_of(context), expression.value("today")
    found = today + offset * DAY
    if "weekday" in expression.words:
        found = nearest_weekday(found, expression.value("weekday"))
    shift = f"{abs(offset)} day{'s' * (abs(offset) > 1)} {'before' if offset < 0 else 'after'} the day" if offset else "The day"
    return (found, found), f"{shift} that the story calls today, {say(today)}."


def nearest_weekday(day: date, weekday: int) -> date:
    """Give the day with this weekday nearest to `day`, at most three days away."""
    return day + ((weekday - day.weekday() + 3) % 7 - 3) * DAY


def weekday(expression: Expression, context: Context) -> Resolved:
    today, weekday, when = today_of(context), expression.value("weekday"), expression.value("when")
    ahead = (weekday - today.weekday()) % 7
    name = WEEKDAYS[weekday]
    if when == 0:
        found = intervals.week(today)[0] + weekday * DAY
        because = f"The {name} of the week of {say(today)}."
    elif when == 1 or (when is None and context.direction == 1):
        found = today + (ahead or 7 * (when or 0)) * DAY
        because = f"The first {name} {'after' if when else 'on or after'} {say(today)}."
    else:
        found = today - ((today.weekday() - weekday) % 7 or 7 * -(when or 0)) * DAY
        because = f"The last {name} {'before' if when else 'on or before'} {say(today)}."
    return (found, found), because


def next_day(expression: Expression, context: Context) -> Resolved:
    base = context.previous[1] if context.previous and context.previous[0] == context.previous[1] else today_of(context)
    found = base + expression.value("when") * DAY
    return (found, found), f"Counted from {say(base)}, the date before it."
