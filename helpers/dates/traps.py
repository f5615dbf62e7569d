"""Words that look like a date and are none: «الأمين العام», «نيسان» the car maker, «قوى 14 آذار» the party.

Each trap looks at an expression and the words around it; the lists are in `data/dates.json`.
"""

from helpers.dates.patterns import Expression
from helpers.dates.reading import Reading
from helpers.dates.vocabulary import folded

_TEMPORAL = "fstqab"  # in, since, until, before, after, between: what stands before a bare month or year


def is_trap(reading: Reading, expression: Expression, joined: bool = False) -> bool:
    """Is the expression no date here? `joined` says that it is the second half of a range or list."""
    kinds = reading.kinds[expression.start : expression.end]
    if _is_recurring(reading, expression) or reading.kinds.startswith("N", expression.end):
        return True
    trap = _TRAPS.get(expression.pattern)
    return bool(trap) and trap(reading, expression, kinds, joined)


def _form(reading: Reading, position: int) -> str:
    """The folded word at a position, "" outside the text."""
    return reading.words[position].form if 0 <= position < len(reading.words) else ""


def _kind(reading: Reading, position: int) -> str:
    return reading.kinds[position] if 0 <= position < len(reading.kinds) else ""


def _is_recurring(reading: Reading, expression: Expression) -> bool:
    """«كل يوم أحد», «رمضان من كل عام»."""
    return _kind(reading, expression.start - 1) == "v" or reading.kinds.startswith("mv", expression.end)


def _today(reading: Reading, expression: Expression, kinds: str, joined: bool) -> bool:
    """«اليوم الأول», «اليوم العالمي», «أخبار اليوم», «حتى اليوم»; «غد» alone is a better tomorrow."""
    before, after = _form(reading, expression.start - 1), _form(reading, expression.end)
    if expression.value("today") == 0 and "weekday" not in expression.words:
        numbered = kinds == "T" and _kind(reading, expression.end) in "oEe" and after
        return bool(numbered) or before in folded("not_today_before") or after in folded("not_today_after")
    return kinds == "T" and expression.words["today"].form == "غد" and _kind(reading, expression.end) not in "1#oc"


def _weekday(reading: Reading, expression: Expression, kinds: str, joined: bool) -> bool:
    """«صلاة الجمعة», «الجمعة السوداء»."""
    return (
        _form(reading, expression.start - 1) in folded("not_weekday_before")
        or _form(reading, expression.end) in folded("not_weekday_after")
    )


def _month(reading: Reading, expression: Expression, kinds: str, joined: bool) -> bool:
    """A bare month wants a preposition; a name that is also another word wants one that only a time takes."""
    before, after = _kind(reading, expression.start - 1), _form(reading, expression.end)
    if after in folded("not_month_after"):
        return True
    if kinds not in ("M", "H", "PM", "PH") or joined or "when" in expression.words:
        return False
    if kinds[0] == "P":
        return False
    if expression.words["month"].form in folded("also_other_words") or kinds == "H":
        return before not in ("f", "s") and _form(reading, expression.start - 1) != "ب"
    return before not in (*_TEMPORAL, "m", "p")


def _named_day(reading: Reading, expression: Expression, kinds: str, joined: bool) -> bool:
    """«قوى 14 آذار», «ثورة 25 يناير», «شارع 26 يوليو»: named after a day, unless a year follows; «صفر - 2»."""
    if expression.words.keys() & {"year", "named_year", "when", "weekday", "today"}:
        return False
    return _form(reading, expression.start - 1) in folded("named_after_a_day")


def _year(reading: Reading, expression: Expression, kinds: str, joined: bool) -> bool:
    """A bare number is a year only near our time, and not where things are counted («2000 درهم»)."""
    before, after = _kind(reading, expression.start - 1), _form(reading, expression.end)
    if "A" in kinds:  # «الأمين العام الحالي»
        return _form(reading, expression.start - 1) in folded("of_titles")
    if kinds not in ("9", "P9"):
        return kinds == "Yc" and expression.value("named_year") < 32
    if not 1900 <= expression.value("year") < 2100 or after in folded("counted_nouns") or before == "~":
        return True
    if joined:
        return False
    if before == "m":
        return not reading.kinds.startswith(("t", "-", "wt"), expression.end)
    counted = after.endswith("ا") and len(after) > 3 and before not in (*_TEMPORAL, "P")
    return counted or (before == "t" and _form(reading, expression.start - 1) == "الي") or _kind(reading, expression.end) == ":"


def _part(reading: Reading, expression: Expression, kinds: str, joined: bool) -> bool:
    """«نهاية الشهر» is this month's end; «نهاية شهر» is any month's, and «نهاية العام الدراسي» a school year's."""
    return not expression.words["this"].form.startswith("ال") or _kind(reading, expression.end) == "J"


def _decade(reading: Reading, expression: Expression, kinds: str, joined: bool) -> bool:
    """«في الخمسينات من عمره»."""
    after = expression.end + (_kind(reading, expression.end) == "m")
    return _form(reading, after) in folded("of_age")


def _ago(reading: Reading, expression: Expression, kinds: str, joined: bool) -> bool:
    """«من قبل ثلاثة» is by three of them; «بعد يومين» is counted from another event unless its clause looks ahead."""
    return _kind(reading, expression.start - 1) == "m"


_TRAPS = {
    "today": _today,
    "weekday": _weekday,
    "month": _month,
    "day_and_month": _named_day,
    "year": _year,
    "part_of_month": _part,
    "part_of_year": _part,
    "decade": _decade,
    "ago": _ago,
}
