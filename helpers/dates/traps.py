"""Words that look like a date and are none: «الأمين العام», «نيسان» the car maker, «قوى 14 آذار» the party.

Each trap looks at an expression and the words around it; the lists are in `data/dates.json`.
"""

import re

from helpers.dates.patterns import Expression
from helpers.dates.place import Place
from helpers.dates.reading import Reading
from helpers.dates.vocabulary import folded

_TEMPORAL = "fstqab"  # in, since, until, before, after, between: what stands before a bare month or year
_LINK = "(?:,?w?t|-|,?w|,)"
_LIST_OF_DAYS = re.compile(f"1{_LINK}(?:D?W?1{_LINK}){{0,8}}D?W?1m?[SMH]")
_HEADS_OF_NUMBERS = 4  # words looked back for «القرار» in «القرار الأممي رقم 1973»


def is_trap(reading: Reading, expression: Expression, joined: bool = False) -> bool:
    """Is the expression no date here? `joined` says that it is the second half of a range or list."""
    place = Place(reading, expression, joined)
    trap = _TRAPS.get(expression.pattern)
    return _is_recurring(place) or reading.kinds.startswith("N", expression.end) or (trap is not None and trap(place))


def _is_recurring(place: Place) -> bool:
    """«كل يوم أحد», «رمضان من كل عام»."""
    return place.kind_before == "v" or place.reading.kinds.startswith("mv", place.expression.end)


def _today(place: Place) -> bool:
    """«اليوم الأول», «اليوم العالمي», «أخبار اليوم», «حتى اليوم»; «غد» alone is a better tomorrow."""
    if place.kinds != "T":
        return False
    if place.expression.value("today") == 0:
        numbered = place.kind_after in ("o", "J")
        return numbered or place.follows("not_today_before") or place.precedes("not_today_after")
    if place.expression.words["today"].form == "غد":
        return place.kind_after not in "1#oc"
    return place.follows("not_tomorrow_before") or place.precedes("not_yesterday_after")


def _weekday(place: Place) -> bool:
    """«صلاة الجمعة», «الجمعة السوداء»; «بين الاثنين» are the two of them.

    In «السبت 17 والأحد 18 أكتوبر» the weekday belongs to a day of the list.
    """
    if _LIST_OF_DAYS.match(place.reading.kinds, place.expression.end):
        return True
    two = place.expression.words["weekday"].form.startswith("الاثن") and place.kind_before == "b"
    linked = place.kind_after in ("w", "t", "-")
    return (two and not linked) or place.follows("not_weekday_before") or place.precedes("not_weekday_after")


def _next_day(place: Place) -> bool:
    """«اليوم التالي للانتخابات» is counted from them."""
    return place.form_after.startswith("لل") or place.kind_after == "p"


def _month(place: Place) -> bool:
    """A bare month wants a preposition; a name that is also another word wants one that only a time takes."""
    if place.precedes("not_month_after"):
        return True
    if place.kinds not in ("M", "H") or place.joined:
        return False
    if place.expression.words["month"].form in folded("also_other_words") or place.kinds == "H":
        return place.kind_before not in ("f", "s") and place.form_before() != "ب"
    return place.kind_before not in (*_TEMPORAL, "m", "p")


def _named_day(place: Place) -> bool:
    """«قوى 14 آذار», «ثورة 25 يناير», «شارع 26 يوليو»: named after a day, unless a year follows."""
    if place.expression.words.keys() & {"year", "named_year", "when", "weekday", "today"}:
        return False
    return place.follows("named_after_a_day")


def _led(place: Place) -> bool:
    """Does something say that the digits are a day: «يوم 5/3», «الخميس 12/11», «بتاريخ 2/10», «منذ 15/3»?"""
    words = place.expression.words.keys() & {"weekday", "today"}
    before = place.kind_before in ("f", "s", "t", "q", "b", "=") or place.follows("date_labels") or place.joined
    opens = place.kind_before == "m" and place.reading.kinds.startswith(("t", "wt", "-"), place.expression.end)
    return bool(words) or place.kinds[0] == "D" or before or opens


def _digits(place: Place) -> bool:
    """«2/1» is a score unless something leads to a day; a third of a city («في 1/3 المدينة») is no day either."""
    return not _led(place)


def _day_alone(place: Place) -> bool:
    """«20 الجاري» and «الاثنين 12 الجاري» leave their month out; «الأيام 10 الماضية», «الدور الأول الحالي» are no days."""
    day, deictic = place.expression.words["day"], place.expression.words["when"]
    led = _led(place) or (place.kind_before in ("m", "p", "w", "-") and day.kind == "1")
    plural = place.reading.words[place.expression.start].form in folded("plural_heads")
    return (
        not led or plural or deictic.form not in folded("month_deictics") or (day.kind == "o" and place.kinds[0] == "o")
    )


def _year(place: Place) -> bool:
    """A bare number is a year only near our time, and not where things are counted («2000 درهم»)."""
    value = place.expression.value("named_year") or place.expression.value("year")
    if "A" in place.kinds and "year" not in place.expression.words:  # «الأمين العام الحالي»
        return place.follows("of_titles")
    if "named_year" in place.expression.words:
        return value < 100 and _is_count(place)
    if "year" not in place.expression.words or "era" in place.expression.words:
        return place.kinds == "9G" and not (place.kind_before in _TEMPORAL or _is_glued(place))
    return not 1900 <= value < 2100 or (not place.joined and _is_other_number(place)) or place.kind_before == "~"


def _is_count(place: Place) -> bool:
    """«عام واحد», «السنوات 50 الماضية»: a number below 32, and any after a plural, counts years."""
    words, value = place.reading.words, place.expression.value("named_year")
    head = words[place.expression.start + (place.kinds[0] == "P")].form
    return value < 32 or head in folded("plural_heads") or place.kind_after == "A"


def _is_glued(place: Place) -> bool:
    """«2015م» is a year, «2000 م» may be metres."""
    words = place.reading.words
    return words[place.expression.start].end == words[place.expression.end - 1].start


def _is_other_number(place: Place) -> bool:
    """«القرار رقم 1973», «إلى 2000», «موسم 2014», «2000: …», «أكثر من 1950»; «2014/2015» after «موسم»."""
    before, after = place.kind_before, place.kind_after
    if before == "m":
        return not place.reading.kinds.startswith(("t", "-", "wt", ",wt"), place.expression.end)
    if before in (*_TEMPORAL, "P") and before:
        return before == "t" and place.form_before() == "الي"
    if before in ("/", "-") or after == ":" or place.follows("sport_seasons"):
        return True
    if any(place.follows("numbered", count) for count in range(1, _HEADS_OF_NUMBERS + 1)):
        return True
    return place.form_after.endswith("ا") and len(place.form_after) > 3  # a counted noun: «1950 مقاتلا»


def _part(place: Place) -> bool:
    """«نهاية الشهر» is this month's end; «نهاية شهر» is any month's, and «نهاية العام الدراسي» a school year's."""
    form = place.expression.words["this"].form
    return not form.startswith("ال") or form in folded("plural_heads") or place.kind_after == "J"


def _quarter(place: Place) -> bool:
    """«الفصل الأول من العام الدراسي» is a term of school."""
    return place.precedes("year_adjectives") or any(
        word.kind == "J" and word.form in folded("school_adjectives")
        for word in place.reading.words[place.expression.start : place.expression.end]
    )


def _decade(place: Place) -> bool:
    """«في الخمسينات من عمره»."""
    after = place.expression.end + (place.kind_after == "m")
    words = place.reading.words
    return after < len(words) and words[after].form in folded("of_age")


def _ago(place: Place) -> bool:
    """«من قبل ثلاثة» is by three of them."""
    return place.kind_before == "m"


_TRAPS = {
    "today": _today,
    "weekday": _weekday,
    "next_day": _next_day,
    "month": _month,
    "day_and_month": _named_day,
    "day_slash_month": _digits,
    "day_alone": _day_alone,
    "year": _year,
    "part_of_week": _part,
    "part_of_month": _part,
    "part_of_year": _part,
    "quarter": _quarter,
    "decade": _decade,
    "ago": _ago,
}
