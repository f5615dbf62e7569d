"""What the forms of `date_forms` mean: the first and last day, and which days can be written so.

It is written apart from the finder, so that the one can be held against the other.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from hijridate import Hijri

from tests.arabic_days import hijri, nth_weekday, season_of

DAY = timedelta(days=1)
Interval = tuple[date, date]


def month(day: date, count: int = 1) -> Interval:
    """Give the first and last day of a day's month, or of `count` months from it on."""
    last = later(day, count - 1)
    return day.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])


def later(day: date, months: int) -> date:
    """Give the first day of the month so many months later."""
    count = 12 * day.year + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def years(first: int, last: int) -> Interval:
    return date(first, 1, 1), date(last, 12, 31)


def part_of_year(day: date, length: int) -> Interval:
    return month(date(day.year, (day.month - 1) // length * length + 1, 1), length)


def half_of_month(day: date) -> Interval:
    first, last = month(day)
    return (first, first + 14 * DAY) if day.day <= 15 else (first + 15 * DAY, last)


def week(day: date) -> Interval:
    monday = day - day.weekday() * DAY
    return monday, monday + 6 * DAY


def century(day: date) -> Interval:
    first = (day.year - 1) // 100 * 100 + 1
    return years(first, first + 99)


def week_of_month(day: date) -> Interval:
    first = day.replace(day=(day.day - 1) // 7 * 7 + 1)
    return first, min(first + 6 * DAY, month(day)[1])


def hijri_month(day: date, months: int = 1, first_month: int | None = None) -> Interval:
    """Give the first and last day of a day's Hijri month, or of so many months from `first_month` of its year on."""
    year, number, _ = hijri(day)
    number = first_month or number
    first, last = Hijri(year, number, 1), Hijri(year, number + months - 1, 1)
    return gregorian(first), gregorian(last) + (last.month_length() - 1) * DAY


def gregorian(day: Hijri) -> date:
    return date(*day.to_gregorian().datetuple())


MEANS: dict[str, Callable[[date, date], Interval]] = {
    "day": lambda day, last: (day, day),
    "next day": lambda day, last: (day + DAY, day + DAY),
    "last": lambda day, last: (last, last),
    "to last": lambda day, last: (day, last),
    "month": lambda day, last: month(day),
    "months to last": lambda day, last: (month(day)[0], month(last)[1]),
    "Hijri month": lambda day, last: hijri_month(day),
    "last third of the Hijri month": lambda day, last: (hijri_month(day)[0] + 20 * DAY, hijri_month(day)[1]),
    "Hijri year": lambda day, last: hijri_month(day, 12, 1),
    "quarter": lambda day, last: part_of_year(day, 3),
    "half": lambda day, last: part_of_year(day, 6),
    "first nine months": lambda day, last: month(date(day.year, 1, 1), 9),
    "week of the month": lambda day, last: week_of_month(day),
    "half of the month": lambda day, last: half_of_month(day),
    "season": lambda day, last: month(day.replace(day=1, month=season_of(day)), 3),
    "week": lambda day, last: week(day),
    "year": lambda day, last: years(day.year, day.year),
    "years to last": lambda day, last: years(day.year, last.year),
    "decade": lambda day, last: years(day.year // 10 * 10, day.year // 10 * 10 + 9),
    "century": lambda day, last: century(day),
}
ONLY: dict[str, Callable[[date], bool]] = {
    "first of the month": lambda day: day.day == 1,
    "not last of the month": lambda day: day != month(day)[1],
    "two before the last of the month": lambda day: day + DAY < month(day)[1],
    "Monday to Friday": lambda day: day.weekday() < 5,
    "before the 29th": lambda day: day.day < 29,
    "after the fifth": lambda day: day.day > 5,
    "last of its weekday": lambda day: (day + 7 * DAY).month != day.month,
    "no day of its weekday's number": lambda day: day.replace(day=nth_weekday(day)).weekday() != day.weekday(),
    "not in December": lambda day: day.month < 12,
    "in the last quarter": lambda day: day.month > 9,
    "not in the last quarter": lambda day: day.month <= 9,
    "after the twelfth": lambda day: day.day > 12,
    "first of the Hijri month": lambda day: hijri(day)[2] == 1,
    "not last of the Hijri month": lambda day: day != hijri_month(day)[1],
    "not in winter": lambda day: 3 <= day.month <= 11,
    "before 2000": lambda day: day.year < 2000,
}


def days_until(day: date, end: date) -> list[date]:
    return [day + count * DAY for count in range(1, (end - day).days + 1)]


# «بين السادس والعشرين» may be the 26th, too, so a round number does not follow a small one there.
LASTS: dict[str, Callable[[date], list[date]]] = {
    "same month": lambda day: days_until(day, month(day)[1]),
    "same month, no round number": lambda day: [
        last for last in days_until(day, month(day)[1]) if day.day > 9 or last.day % 10
    ],
    "same Hijri month": lambda day: days_until(day, hijri_month(day)[1]),
    "next month": lambda day: [later(day, 1)],
    "later month": lambda day: [later(day, 1) + count * DAY for count in range(120)],
}
