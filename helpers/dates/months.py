"""The rules for named months and the days in them."""

from datetime import date

from helpers.dates import intervals
from helpers.dates.calendars import Resolved, by_hijri_tables, hijri_year_of, is_hijri_year
from helpers.dates.context import Context, today_of, year_of
from helpers.dates.intervals import Interval
from helpers.dates.patterns import Expression
from helpers.dates.yearly import Yearly, choose


def month_or_day(expression: Expression, context: Context) -> Resolved:
    """Resolve «15 نوفمبر», «نوفمبر 2020», «مطلع ذي القعدة القادم»: a named month, with or without a day and a year."""
    name, year = expression.words["month"], year_of(expression, context)
    yearly = Yearly(name.value, expression.value("day"), hijri=name.kind == "H")
    if yearly.hijri and year is not None:
        hijri_year = year if is_hijri_year(expression, year) else _hijri_year_in(yearly.month, year)
        return by_hijri_tables(lambda: yearly.in_year(hijri_year), hijri_year)
    if year is not None:
        return _with_second_month(expression, yearly.in_year(year)), "It names its year."
    named = None if yearly.hijri or "when" in expression.words else context.years.get(yearly.month)
    if named is not None and context.direction != 1 and abs(named - today_of(context).year) <= 1:
        return yearly.in_year(named), "The story has named this month with its year before."
    found, because = choose(yearly, expression.value("when"), context)
    return _with_second_month(expression, found), because


def _hijri_year_in(month: int, year: int) -> int:
    """Give the Hijri year of the month that begins in the Gregorian `year`: «رمضان 2015»."""
    first = hijri_year_of(date(year, 1, 1))
    begins = by_hijri_tables(lambda: intervals.hijri_month(first, month), first)[0][0]
    return first if begins.year == year else first + 1


def _with_second_month(expression: Expression, found: Interval) -> Interval:
    """«يوليو/أغسطس» are two months, «يوليو/تموز» one with two names."""
    second = expression.words.get("second_name")
    if second is None or second.kind == "H" or "day" in expression.words:
        return found
    more = (second.value - expression.value("month")) % 12
    return found[0], intervals.month(found[0].year, found[0].month + more)[1]
