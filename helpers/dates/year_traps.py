"""Numbers that look like a year and count something else: «2000 درهم», «القرار رقم 1973», «السنوات 50 الماضية»."""

from helpers.dates.place import TEMPORAL, Place
from helpers.dates.vocabulary import folded

_HEADS_OF_NUMBERS = 4  # words looked back for «القرار» in «القرار الأممي رقم 1973»


def is_no_year(place: Place) -> bool:
    """A bare number is a year only near our time, and not where things are counted («2000 درهم»)."""
    if "A" in place.kinds and "year" not in place.expression.words:  # «الأمين العام الحالي»
        return place.follows("of_titles") or is_plural(place)
    if "named_year" in place.expression.words:
        return place.expression.value("named_year") < 100 and _is_count(place)
    if "year" not in place.expression.words or "era" in place.expression.words:
        return place.kinds == "9G" and not (place.kind_before in TEMPORAL or _is_glued(place))
    counted = place.precedes("counted_nouns") or place.kind_before == "~"
    near = 1900 <= place.expression.value("year") < 2100
    return not near or counted or (not place.joined and _is_other_number(place))


def _is_count(place: Place) -> bool:
    """«عام واحد», «السنوات 50 الماضية»: a number below 32, and any after a plural, counts years."""
    return place.expression.value("named_year") < 32 or is_plural(place) or place.kind_after == "A"


def _is_glued(place: Place) -> bool:
    """«2015م» is a year, «2000 م» may be metres."""
    words = place.reading.words
    return words[place.expression.start].end == words[place.expression.end - 1].start


def _is_other_number(place: Place) -> bool:
    """«القرار رقم 1973», «إلى 2000», «موسم 2014», «2000: …», «أكثر من 1950»; «2014/2015» after «موسم»."""
    before, after = place.kind_before, place.kind_after
    if before == "m":
        led = place.kinds[0] == "P" or place.follows("onwards", 2)  # «من أواخر 2012», «ابتداء من 2012»
        return not led and not place.reading.kinds.startswith(("t", "-", "wt", ",wt"), place.expression.end)
    if before in TEMPORAL | {"P"}:
        return before == "t" and place.form_before() == "الي"
    if before in ("/", "-") or after == ":" or place.follows("sport_seasons"):
        return True
    if any(place.follows("numbered", count) for count in range(1, _HEADS_OF_NUMBERS + 1)):
        return True
    return place.form_after.endswith("ا") and len(place.form_after) > 3  # a counted noun: «1950 مقاتلا»


def is_plural(place: Place) -> bool:
    """«السنوات الماضية», «الشهور السابقة»: not one of them."""
    head = place.reading.words[place.expression.start + (place.kinds[0] == "P")]
    return head.form in folded("plural_heads")
