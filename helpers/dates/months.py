"""The rules for named months and the days in them, and for the year that they leave out."""

from collections.abc import Callable
from datetime import date, timedelta

from helpers.dates import intervals
from helpers.dates.calendars import Resolved, by_hijri_tables, hijri_year_of, is_hijri_year
from helpers.dates.context import Context, say, today_of, year_of
from helpers.dates.intervals import Interval
from helpers.dates.patterns import Expression
from helpers.dates.vocabulary import DateWord

_FAR_AHEAD = timedelta(days=300)


def month_or_day(expression: Expression, context: Context) -> Resolved:
    """Resolve «15 نوفمبر», «نوفمبر 2020», «مطلع ذي القعدة القادم»: a named month, with or without a day and a year."""
    name, day, year = expression.words["month"], expression.value("day"), year_of(expression, context)
    hijri = name.kind == "H"
    if hijri and year is not None:
        hijri_year = year if is_hijri_year(expression, year) else _hijri_year_in(name, year)
        return by_hijri_tables(lambda: _in_month(name, day, hijri_year), hijri_year)
    if year is not None:
        return _with_second_month(expression, _in_month(name, day, year)), "It names its year."
    named = context.years.get(name.value) if name.kind == "M" and "when" not in expression.words else None
    if named is not None and context.direction != 1 and abs(named - today_of(context).year) <= 1:
        return _in_month(name, day, named), "The story has named this month with its year before."
    found, because = choose(lambda near: _in_month(name, day, near), expression.value("when"), context, hijri)
    return _with_second_month(expression, found), because


def choose(interval_of: Callable[[int], Interval], when: int | None, context: Context, hijri: bool) -> Resolved:
    """Choose the year of a month or a day without year: by its deictic, else by the tense, else the nearest."""
    today = today_of(context)
    if when is None and context.year is not None and not hijri and abs(context.year - today.year) > 1:
        return interval_of(context.year), "It takes its year from its own sentence."
    year = today.year if not hijri else hijri_year_of(today)
    possible = _around(interval_of, year, 2)
    if len(possible) < 5:  # 29 February and 30 Safar aren't in every year
        possible = _around(interval_of, year, 8)
    nearest = min(possible, key=lambda found: _distance(found, today))
    if when is not None:
        return _by_deictic(possible, nearest, when, today)
    if context.direction == -1:
        found = max(found for found in possible if found[0] <= today)
        return found, f"The last one up to {say(today)}, for its clause speaks of the past."
    ahead = min(found for found in possible if found[1] >= today)
    # A month most of a year ahead is written with its year or «المقبل»; without them the last one is meant.
    if context.direction == 1 and _distance(ahead, today) < _FAR_AHEAD:
        return ahead, f"The next one from {say(today)} on, for its clause speaks of the future."
    return nearest, f"The one nearest to {say(today)}, the day of publication."


def _by_deictic(possible: list[Interval], nearest: Interval, when: int, today: date) -> Resolved:
    """«الماضي» lies wholly before today, «المقبل» wholly after it."""
    if when == 0:
        this_month = (today.year, today.month) in [(day.year, day.month) for day in nearest]
        is_current = this_month or nearest[0] <= today <= nearest[1]
        return (
            nearest,
            f"The current one, seen from {say(today)}." if is_current else f"The one nearest to {say(today)}.",
        )
    if when < 0:
        passed = [found for found in possible if found[1] < today]
        return _counted(passed[::-1], -when), f"The last {'but ' * (when < -1)}one before {say(today)}."
    to_come = [found for found in possible if found[0] > today]
    return _counted(to_come, when), f"The {'next' if when == 1 else 'second'} one after {say(today)}."


def _counted(found: list[Interval], rank: int) -> Interval:
    if len(found) < rank:
        raise OverflowError("beyond the first or the last days of the calendar")
    return found[rank - 1]


def _around(interval_of: Callable[[int], Interval], year: int, reach: int) -> list[Interval]:
    """Give the intervals of the years around one, of those that have it."""
    return [found for near in range(year - reach, year + reach + 1) if (found := _try(interval_of, near))]


def _try(interval_of: Callable[[int], Interval], year: int) -> Interval | None:
    """29 February and 30 Safar are not in every year, and the tables have an end."""
    try:
        return interval_of(year)
    except (ValueError, OverflowError):
        return None


def _distance(found: Interval, today: date) -> timedelta:
    return max(found[0] - today, today - found[1], timedelta(0))


def _hijri_year_in(name: DateWord, year: int) -> int:
    """Give the Hijri year of the month of that name that begins in the Gregorian `year`: «رمضان 2015»."""
    first = hijri_year_of(date(year, 1, 1))
    begins = by_hijri_tables(lambda: intervals.hijri_month(first, name.value), first)[0][0]
    return first if begins.year == year else first + 1


def _in_month(name: DateWord, day: int | None, year: int) -> Interval:
    if name.kind == "H":
        return intervals.hijri_day(year, name.value, day) if day else intervals.hijri_month(year, name.value)
    return (date(year, name.value, day),) * 2 if day else intervals.month(year, name.value)


def _with_second_month(expression: Expression, found: Interval) -> Interval:
    """«يوليو/أغسطس» are two months, «يوليو/تموز» one with two names."""
    second = expression.words.get("second_name")
    if second is None or second.kind == "H" or "day" in expression.words:
        return found
    more = (second.value - expression.value("month")) % 12
    return found[0], intervals.month(found[0].year, found[0].month + more)[1]
