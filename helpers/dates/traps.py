"""Words that look like a date and are none: «الأمين العام», «نيسان» the car maker, «قوى 14 آذار» the party.

Each trap looks at an expression and the words around it; the lists are in `data/dates.json`.
"""

import re

from helpers.dates.patterns import Expression
from helpers.dates.place import TEMPORAL, Place
from helpers.dates.reading import Reading
from helpers.dates.vocabulary import folded, is_feminine
from helpers.dates.year_traps import is_no_year, is_plural

_DATED = {"year", "named_year", "this_year", "year_when", "same_year", "when", "weekday", "today"}  # more than a day
_LINK = "(?:,?w?t|-|,?w|,)"
_LIST_OF_DAYS = re.compile(f"(?:(?:,?w|,)D?W){{0,6}}1{_LINK}(?:D?W?1{_LINK}){{0,8}}D?W?1m?[SMH]")


def is_trap(reading: Reading, expression: Expression, joined: bool = False) -> bool:
    """Is the expression no date here? `joined` says that it is the second half of a range or list."""
    place = Place(reading, expression, joined)
    trap = _TRAPS.get(expression.pattern)
    return _is_recurring(place) or reading.kinds.startswith("N", expression.end) or (trap is not None and trap(place))


def _is_recurring(place: Place) -> bool:
    """«كل يوم أحد», «رمضان من كل عام»."""
    return place.kind_before == "v" or place.reading.kinds.startswith("mv", place.expression.end)


def _today(place: Place) -> bool:
    """«اليوم الأول», «اليوم العالمي», «أخبار اليوم», «حتى اليوم»; «غد» alone is a better tomorrow, «مساء غد» a day."""
    if place.kinds != "T":
        return False
    if place.expression.value("today") == 0:
        numbered = place.kind_after == "J" or (place.kind_after == "o" and place.form_after.startswith("ال"))
        return numbered or _is_paper(place) or place.follows("not_today_before") or place.precedes("not_today_after")
    if place.expression.words["today"].form == "غد":
        led = place.kind_before == "m" or place.follows("times_of_day")
        return not led and place.kind_after not in "1#oc"
    return place.follows("not_tomorrow_before") or place.precedes("not_yesterday_after")


def _is_paper(place: Place) -> bool:
    """«قناة روسيا اليوم», «"مصر اليوم"»; «أعلنت مصر اليوم» is a date."""
    if not place.follows("papers_named_today"):
        return False
    has_lam = place.form_before() not in folded("papers_named_today") and place.form_before()[0] == "ل"
    return has_lam or place.follows("media", 2) or place.form_before(2) == '"'


def _weekday(place: Place) -> bool:
    """«صلاة الجمعة», «الجمعة السوداء»; «بين الاثنين» are the two of them.

    In «السبت 17 والأحد 18 أكتوبر» and «السبت والأحد 17 و18 أكتوبر» the weekday belongs to a day of the list.
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
    words, has_day_or_year = place.expression.words, place.expression.has(_DATED)
    if place.precedes("not_month_after") or ("second_name" in words and not has_day_or_year and _is_score(place)):
        return True
    if place.kinds not in ("M", "H") or place.joined:
        return False
    if place.expression.words["month"].form in folded("also_other_words") or place.kinds == "H":
        return place.kind_before not in ("f", "s") and place.form_before() != "ب"
    return place.kind_before not in TEMPORAL | {"m", "p"}


def _named_day(place: Place) -> bool:
    """«قوى 14 آذار», «ثورة 25 يناير», «شارع 26 يوليو»: named after a day, unless a year follows."""
    if _is_feminine(place):
        return True
    if place.expression.has(_DATED):
        return False
    return place.follows("named_after_a_day") or _is_score(place)


def _is_feminine(place: Place) -> bool:
    """«الأيام العشرة الأولى من مارس» are more than one, for a day is masculine; «الجمعة الأولى من مارس» is a Friday."""
    return "weekday" not in place.expression.words and is_feminine(place.expression.words["day"])


def _is_score(place: Place) -> bool:
    """«4 - صفر», «صفر - صفر»: the month's name is also the number nought; a day is «4 من صفر», «في 27 صفر»."""
    is_day = set("mSD") & set(place.kinds) or (place.kind_before in ("f", "s") and "-" not in place.kinds)
    return place.expression.words["month"].form == "صفر" and not is_day


def _led(place: Place) -> bool:
    """Does something say that the digits are a day: «يوم 5/3», «الخميس 12/11», «بتاريخ 2/10», «منذ 15/3»?"""
    has_day = place.expression.has(("weekday", "today"))
    before = place.kind_before in ("f", "s", "t", "q", "b", "=") or place.follows("date_labels") or place.joined
    opens = place.kind_before == "m" and place.reading.kinds.startswith(("t", "wt", "-"), place.expression.end)
    return has_day or place.kinds[0] == "D" or before or opens


def _digits(place: Place) -> bool:
    """«2/1» is a score unless something leads to a day; a third of a city («في 1/3 المدينة») is no day either."""
    return not _led(place)


def _day_alone(place: Place) -> bool:
    """«20 الجاري», «الاثنين 12 الجاري» leave out their month; «الأيام 10 الماضية», «الدور الأول الحالي» aren't."""
    day, deictic = place.expression.words["day"], place.expression.words["when"]
    led = _led(place) or (place.kind_before in ("m", "p", "w", "-") and day.kind == "1")
    bare_ordinal = place.kinds[0] == "o"
    return not led or bare_ordinal or is_plural(place) or deictic.form not in folded("month_deictics")


def _part(place: Place) -> bool:
    """«نهاية الشهر» is this month's end; «نهاية شهر» is any month's, «بداية العام الجديد» the next year's."""
    form = place.expression.words["this"].form
    definite = form.startswith("ال") and form not in folded("plural_heads")
    return not definite or place.kind_after in ("J", "o") or place.precedes("not_this_unit_after")


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
    """«من قبل ثلاثة» is by three of them, «قبل أيام» says not how many."""
    one = place.expression.words.get("one")
    return place.kind_before == "m" or (one is not None and one.form in folded("plural_heads"))


_TRAPS = {
    "today": _today,
    "weekday": _weekday,
    "next_day": _next_day,
    "month": _month,
    "day_and_month": _named_day,
    "day_slash_month": _digits,
    "day_alone": _day_alone,
    "year": is_no_year,
    "this_month": is_plural,
    "part_of_week": _part,
    "part_of_month": _part,
    "part_of_year": _part,
    "quarter": _quarter,
    "decade": _decade,
    "ago": _ago,
}
