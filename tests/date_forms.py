"""Writes a day in the forms of the Arabic press, for the round trip: what is written must be found back."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from hijridate import Gregorian

EGYPTIAN = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
]
LEVANTINE = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
]
MAGHREBI = ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"]
TUNISIAN = ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
HIJRI = [
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذي القعدة",
    "ذي الحجة",
]
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
UNITS = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"]
HUNDREDS = ["مئة", "مئتين", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]
TENS = ["عشرة", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"]
ONES = ["واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
TEENS = ["أحد عشر", "اثني عشر", *(f"{one} عشر" for one in ONES[2:])]
ARABIC, PERSIAN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"), str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
SENTENCES = ["وقع الحادث {} قرب المدينة.", "قال الناطق إن الحفل أقيم {} بحضور الأهالي.", "{} بدأ كل شيء.", "({})"]
FAR = date(2014, 5, 6)  # a day of publication that the absolute forms must not need


def ordinal(day: int) -> str:
    ten, one = divmod(day, 10)
    if day == 10:
        return "العاشر"
    if ten == 0:
        return UNITS[day - 1]
    first = "الحادي" if one == 1 else UNITS[one - 1]
    tens = ["العشرين", "الثلاثين"][ten - 2] if ten > 1 else ""
    return f"{first} عشر" if ten == 1 else f"{first} و{tens}" if one else tens


def in_words(year: int) -> str:
    thousands, rest = divmod(year, 1000)
    hundreds, small = divmod(rest, 100)
    words = [["ألف", "ألفين"][thousands - 1]]
    words += [HUNDREDS[hundreds - 1]] if hundreds else []
    if 10 < small < 20:
        return " و".join([*words, TEENS[small - 11]])
    tens, one = divmod(small, 10)
    words += [ONES[one - 1]] if one else []
    return " و".join([*words, TENS[tens - 1]] if tens else words)


def hijri(day: date) -> tuple[int, int, int]:
    return Gregorian(day.year, day.month, day.day).to_hijri().datetuple()


def _names(day: date) -> dict[str, object]:
    year, month, day_of_month = hijri(day)
    return {
        **{"d": day.day, "m": day.month, "y": day.year, "yy": f"{day.year % 100:02}", "dd": f"{day.day:02}"},
        **{"mm": f"{day.month:02}", "w": WEEKDAYS[day.weekday()], "o": ordinal(day.day), "words": in_words(day.year)},
        **{"e": EGYPTIAN[day.month - 1], "l": LEVANTINE[day.month - 1], "g": MAGHREBI[day.month - 1]},
        **{"t": TUNISIAN[day.month - 1], "hd": day_of_month, "hm": month, "hy": year, "h": HIJRI[month - 1]},
        "ho": ordinal(day_of_month),
    }


ABSOLUTE = [
    *("{d} {e} {y}", "{d} {l} {y}", "{d} {g} {y}", "{d} {t} {y}", "{dd} {e} {y}م", "{d} {e}/{l} {y}"),
    *("{d} {l}/ {e} {y}", "{d} {e} ({l}) {y}", "{d} {l} {e} {y}", "{d} {e} - {l} {y}", "{w} {d} {e} {y}"),
    *("{w}، {d} {e}، {y}", "يوم {w} {d} {l} {y}", "يوم {w} الموافق {d} {e} {y}", "{w} ({d} {e} {y})"),
    *("يوم {d} {e} {y}", "{d} من {e} {y}", "{d} من شهر {e} {y}", "{d} {e} عام {y}", "{d} {e} من عام {y}"),
    *("الـ{d} من {g} {y}", "{o} من {e} {y}", "{o} من {l} عام {y}", "اليوم {o} من شهر {e} {y}"),
    *("{o} من {e} عام {words}", "{d}/{m}/{y}", "{dd}/{mm}/{y}", "{d}-{m}-{y}", "{d}.{m}.{y}", "{d} / {m} / {y}"),
    *("{y}/{m}/{d}", "{y}-{mm}-{dd}", "{dd}/{mm}/{yy}", "يوم {w} {d}/{m}/{y}م", "{d}-{e}-{y}", "{d}{e}{y}"),
    *("{hd} {h} {hy}هـ", "{hd} {h} {hy} هـ", "يوم {w} {hd}/{hm}/{hy}هـ", "{hd} / {hm} / {hy}", "{hy}/{hm}/{hd}هـ"),
    *("{ho} من {h} {hy}هـ", "{w} {hd} من شهر {h} عام {hy}هـ"),
]
# Forms that are read against a day of publication, and how many days before that day they stand.
RELATIVE = [
    *(("{d} {e} الماضي", range(2, 300)), ("{o} من {l} الماضي", range(2, 300)), ("{d} {e} المقبل", range(-300, -1))),
    *(("منذ {d} {t}", range(2, 300)), ("{w} الماضي", range(1, 8)), ("{w} المقبل", range(-7, 0)), ("اليوم {w}", [0])),
    *(("أمس", [1]), ("أمس {w}", [1]), ("{w} (أمس)", [1]), ("أول من أمس", [2]), ("غدا {w}", [-1]), ("بعد غد", [-2])),
    *(("اليوم ({w} {d} {e})", [0]), ("قبل ثلاثة أيام", [3]), ("يوم {w} الماضي", range(1, 8))),
]
SCRIPTS = [None, ARABIC, PERSIAN]
Form = Callable[[date, Random], tuple[str, date]]


def _absolute(pattern: str) -> Form:
    def form(day: date, chance: Random) -> tuple[str, date]:
        return pattern.format(**_names(day)), FAR

    form.__name__ = pattern
    return form


def _relative(pattern: str, offsets) -> Form:
    def form(day: date, chance: Random) -> tuple[str, date]:
        return pattern.format(**_names(day)), day + timedelta(days=chance.choice(offsets))

    form.__name__ = pattern
    return form


FORMS = [*(_absolute(pattern) for pattern in ABSOLUTE), *(_relative(*form) for form in RELATIVE)]


def write(form: Form, day: date, chance: Random) -> tuple[str, date]:
    """Write a day into a sentence, in digits of any script; gives the text and a day of publication."""
    written, published = form(day, chance)
    text = chance.choice(SENTENCES).format(written)
    script = chance.choice(SCRIPTS)
    return (text.translate(script) if script else text), published
