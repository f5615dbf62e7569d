"""The rules for weeks, months, years, quarters, seasons, decades, centuries, and for what is counted from today."""

from collections.abc import Callable

from helpers.dates import days, intervals
from helpers.dates.calendars import Resolved, by_hijri_tables, is_hijri, is_hijri_year
from helpers.dates.context import Context, Unresolved, previous_of, say, today_of, year_of
from helpers.dates.intervals import DAY
from helpers.dates.months import month_or_day
from helpers.dates.patterns import Expression
from helpers.dates.vocabulary import folded, is_feminine
from helpers.dates.yearly import Yearly, choose

Rule = Callable[[Expression, Context], Resolved]
_LENGTHS = {"quarter": 3, "third": 4, "half": 6}  # months


def week(expression: Expression, context: Context) -> Resolved:
    today = today_of(context)
    found = intervals.week(today + 7 * (expression.value("when") or 0) * DAY)
    return found, f"Counted in weeks, Monday to Sunday, from the week of {say(today)}."


def week_of_month(expression: Expression, context: Context) -> Resolved:
    """Resolve «الأسبوع الأول من مارس»: its first seven days; the last week is the last seven."""
    (first, last), because = month_of(expression, context)
    if _kind(expression, "nth") == "A":
        return (last - 6 * DAY, last), because
    start = first + 7 * (expression.value("nth") - 1) * DAY
    return (start, min(start + 6 * DAY, last)), because


def day_or_weekday(rule: Rule, expression: Expression, context: Context) -> Resolved:
    """Resolve «الأحد الثاني من أكتوبر»: the second of the month where that is a Sunday, else its second Sunday.

    `rule` is that of the day. A Hijri day may fall on another weekday elsewhere: there the number is always the day's.
    """
    found, because = rule(expression, context)
    day, weekday = expression.words["day"], expression.words.get("weekday")
    if weekday is None or day.kind != "o" or "today" in expression.words or is_hijri(expression):
        return found, because
    if found[0].weekday() == weekday.value and not is_feminine(day):
        return found, because
    words = {key: word for key, word in expression.words.items() if key != "day"}
    return _weekday_of_month(expression.with_words(words | {"nth": day}), context) or (found, because)


def weekday_of_month(expression: Expression, context: Context) -> Resolved:
    """Resolve «الجمعة الأخيرة من رمضان»; «الخميس المقبل من الشهر الجاري» is the next Thursday."""
    nth = expression.words["nth"]
    if nth.kind == "A" and nth.form not in folded("of_all_the_last"):
        return days.weekday(expression.with_words(expression.words | {"when": nth}), context)
    found = _weekday_of_month(expression, context)
    if found is None:
        raise ValueError("no such weekday")
    return found


def _weekday_of_month(expression: Expression, context: Context) -> Resolved | None:
    """Give the nth or the last of a month's Sundays, None where it has not so many."""
    (first, last), because = month_of(expression, context)
    weekday = expression.value("weekday")
    if _kind(expression, "nth") == "A":
        found = last - (last.weekday() - weekday) % 7 * DAY
    else:
        found = first + ((weekday - first.weekday()) % 7 + 7 * (expression.value("nth") - 1)) * DAY
    return ((found, found), because) if found <= last else None


def month(expression: Expression, context: Context) -> Resolved:
    """Resolve «الشهر الماضي», «هذا الشهر», «الشهر نفسه», «نهاية الشهر»."""
    if "same" in expression.words or _kind(expression, "that") == "E":
        first = previous_of(context)[0]
        return intervals.month(first.year, first.month), "The month of the date before it."
    today = today_of(context)
    when = expression.value("that") if "that" in expression.words else expression.value("when")
    found = intervals.month(today.year, today.month + (when or 0))
    return found, f"Counted in months from the month of {say(today)}."


def year(expression: Expression, context: Context) -> Resolved:
    """Resolve «عام 2013», «العام الماضي», «نهاية العام», «1436هـ»."""
    number = year_of(expression, context) or today_of(context).year
    if is_hijri(expression):
        return by_hijri_tables(lambda: intervals.hijri_year(number), number)
    if expression.has(("year", "named_year")):
        return intervals.years(number, number), "It names its year."
    return intervals.years(number, number), f"Counted from the year {today_of(context).year}."


def quarter(expression: Expression, context: Context) -> Resolved:
    """Resolve «الربع الثاني من 1998», «النصف الأول من العام الجاري»."""
    length = _LENGTHS[expression.value("quarter")]
    nth = _nth(expression, 12 // length)
    number, start = year_of(expression, context), length * (nth - 1) + 1
    if is_hijri_year(expression, number):
        return by_hijri_tables(lambda: intervals.hijri_months(number, start, length), number)
    return intervals.months(number, start, length), f"Part {nth} of {12 // length} of the year {number}."


def first_months(expression: Expression, context: Context) -> Resolved:
    """Resolve «الأشهر التسعة الأولى من 2015», «أول ثلاثة أشهر من العام الجاري», «الأشهر الستة الأخيرة من 2014»."""
    count, number = expression.value("count") or expression.value("some"), year_of(expression, context)
    nth = expression.words.get("nth") or expression.words["nth_first"]
    if count > 12 or nth.value not in (1, -1):
        raise ValueError("no such months")
    start = 1 if nth.value == 1 else 13 - count
    return intervals.months(number, start, count), f"{count} months of the year {number}, from month {start} on."


def part_of_named_month(expression: Expression, context: Context) -> Resolved:
    """Resolve «النصف الأول من مارس», «الثلث الأخير من رمضان», «الربع الأول من مايو»: each 15, ten or seven days.

    The last one takes what is left of its month.
    """
    (first, last), because = month_of(expression, context)
    parts = {"half": 2, "third": 3, "quarter": 4}[expression.value("quarter")]
    nth, length = _nth(expression, parts), 30 // parts
    start = first + length * (nth - 1) * DAY
    return (start, last if nth == parts else start + (length - 1) * DAY), because


def season(expression: Expression, context: Context) -> Resolved:
    """Resolve «خريف 2014», «الصيف الماضي»: the three months that meteorologists count; winter begins in December."""
    start = (expression.words.get("season") or expression.words["this_season"]).value
    number = year_of(expression, context)
    if number is not None:
        return intervals.months(number, start, 3), f"The season's three months from month {start} of {number} on."
    when = expression.value("when") if "when" in expression.words else 0
    return choose(Yearly(start, months=3), when, context)


def decade(expression: Expression, context: Context) -> Resolved:
    """Resolve «الثمانينات», «ستينيات القرن الماضي», «العقد الحالي»; without a century it is the twentieth's."""
    if "decade" not in expression.words:
        first = today_of(context).year // 10 * 10 + 10 * (expression.value("when") or 0)
        return intervals.decade(first), f"Counted in decades from the year {today_of(context).year}."
    hundreds = 1900
    if "century" in expression.words:
        hundreds = 100 * (expression.value("century") - 1)
    elif "when" in expression.words:
        hundreds = today_of(context).year // 100 * 100 + 100 * expression.value("when")
    first = hundreds + expression.value("decade")
    return intervals.decade(first), f"The ten years from {first} on."


def century(expression: Expression, context: Context) -> Resolved:
    if "calendar" in expression.words and expression.words["calendar"].form in folded("hijri_adjectives"):
        raise Unresolved("Hijri centuries are outside the Umm al-Qura tables (1343 to 1500).")
    if "century" in expression.words:
        number = expression.value("century")
    else:
        number = (today_of(context).year - 1) // 100 + 1 + expression.value("when")
    return intervals.century(number), f"Century {number}: the years {100 * number - 99} to {100 * number}."


def ago(expression: Expression, context: Context) -> Resolved:
    """Resolve «قبل ثلاثة أسابيع», «قبل عامين»: the whole unit that lies so far away."""
    if expression.words["before"].kind == "a" and context.direction != 1:
        raise ValueError("counted from another event")
    if expression.value("single") not in (None, 1):  # «قبل يوم واحد»
        raise ValueError("a number after its noun")
    today = today_of(context)
    unit = next(expression.value(group) for group in ("unit", "two", "one") if group in expression.words)
    count = expression.value("count") or (2 if "two" in expression.words else 1)
    count *= 1 if expression.words["before"].kind == "a" else -1
    because = (
        f"{abs(count)} {_plural(unit) if abs(count) > 1 else unit} {'after' if count > 0 else 'before'} {say(today)}."
    )
    if unit == "day":
        return (today + count * DAY,) * 2, because
    if unit == "week":
        return intervals.week(today + 7 * count * DAY), because
    if unit == "month":
        return intervals.month(today.year, today.month + count), because
    years = {"year": 1, "decade": 10, "century": 100}[unit] * count
    return intervals.years(today.year + years, today.year + years), because


def _plural(unit: str) -> str:
    return "centuries" if unit == "century" else f"{unit}s"


def month_of(expression: Expression, context: Context) -> Resolved:
    """Resolve the month inside a larger expression."""
    return month_or_day(expression, context) if "month" in expression.words else month(expression, context)


def _nth(expression: Expression, count: int) -> int:
    """Which of `count` parts: an ordinal, or «الأخير», the last."""
    if _kind(expression, "nth") == "A":
        return count
    if not 1 <= expression.value("nth") <= count:
        raise ValueError("no such part")
    return expression.value("nth")


def _kind(expression: Expression, group: str) -> str | None:
    return expression.words[group].kind if group in expression.words else None
