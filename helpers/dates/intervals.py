"""The first and the last day of months, weeks, quarters, decades …, in the Gregorian and the Hijri calendar."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

Interval = tuple[date, date]

DAY = timedelta(days=1)
HIJRI_YEARS = range(1343, 1501)  # the years of the Umm al-Qura tables that hijridate holds


@lru_cache(maxsize=10_000)
def month(year: int, number: int) -> Interval:
    """Give a month's first and last day; `number` may pass 12 or fall below 1 and then counts on in the next years."""
    months_since = 12 * year + number - 1
    first = date(months_since // 12, months_since % 12 + 1, 1)
    return first, first.replace(day=monthrange(first.year, first.month)[1])


def months(year: int, number: int, count: int) -> Interval:
    """Give `count` months from month `number` on: a quarter is three of them, a half six."""
    return month(year, number)[0], month(year, number + count - 1)[1]


def years(first: int, last: int) -> Interval:
    return date(first, 1, 1), date(last, 12, 31)


def week(day: date) -> Interval:
    """Give the week of a day, Monday to Sunday (ISO 8601; much of the Arab world counts from Saturday or Sunday)."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def decade(first: int) -> Interval:
    return years(first, first + 9)


def century(number: int) -> Interval:
    """Give a century by its number: the twentieth is 1901 to 2000."""
    return years(100 * number - 99, 100 * number)


@lru_cache(maxsize=10_000)
def hijri_day(year: int, number: int, day: int) -> Interval:
    """Give a Hijri day by the Umm al-Qura calendar; raises ValueError outside its tables."""
    from hijridate import Hijri  # slow to import, and only Hijri dates need it

    found = date(*Hijri(year, number, day).to_gregorian().datetuple())
    return found, found


@lru_cache(maxsize=10_000)
def hijri_month(year: int, number: int) -> Interval:
    from hijridate import Hijri

    return hijri_day(year, number, 1)[0], hijri_day(year, number, Hijri(year, number, 1).month_length())[0]


def hijri_months(year: int, number: int, count: int) -> Interval:
    return hijri_month(year, number)[0], hijri_month(year, number + count - 1)[1]


def hijri_year(number: int) -> Interval:
    return hijri_day(number, 1, 1)[0], hijri_month(number, 12)[1]


@lru_cache(maxsize=10_000)
def hijri_year_of(day: date) -> int:
    from hijridate import Gregorian

    return Gregorian(day.year, day.month, day.day).to_hijri().year
