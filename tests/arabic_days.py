"""Days in the words of the Arabic press: the names of months and weekdays, numbers, and what is counted.

It is written apart from the finder and its lists, so that the one can be held against the other.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hijridate import Gregorian

MONTHS = {
    "e": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ev": "يناير فبراير مارس إبريل مايو يونيه يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
    "l": "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "lv": "كانون_الثاني شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين_الاول تشرين_الثاني كانون_الاول",
    "ls": "كانون_ثان شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_أول تشرين_ثان كانون_أول",
    "i": "كانون_الثاني شباط آذار نيسان مايس حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "g": "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
    "t": "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
    "r": "يناير فبراير مارس إبريل مايو يونيو يوليو أغشت شتمبر أكتوبر نوفمبر دجمبر",
    "h": "محرم صفر ربيع_الأول ربيع_الآخر جمادى_الأولى جمادى_الآخرة رجب شعبان رمضان شوال ذي_القعدة ذي_الحجة",
    "hv": "المحرم صفر ربيع_الأول ربيع_الثاني جمادى_الأول جمادى_الثانية رجب شعبان رمضان شوال ذو_القعدة ذو_الحجة",
}
WEEKDAYS = {
    "w": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "wv": "الإثنين الثلثاء الاربعاء الخميس الجمعة السبت الاحد",
}
FRIDAY = 4
ORDINALS = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"]
TENS = ["عشرة", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"]
# Numbers as they stand after عام and سنة, and before what they count: a masculine noun takes the form in ة.
ONES = ["واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
FEMININE_ONES = ["واحدة", "اثنتين", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
# One, two, three to ten, eleven and more: «شهر», «شهرين», «ثلاثة أشهر», «أحد عشر شهرا».
NOUNS = {
    "days": ("يوم", "يومين", "أيام", "يوما"),
    "weeks": ("أسبوع", "أسبوعين", "أسابيع", "أسبوعا"),
    "months": ("شهر", "شهرين", "أشهر", "شهرا"),
    "years": ("عام", "عامين", "أعوام", "عاما"),
    "feminine_years": ("سنة", "سنتين", "سنوات", "سنة"),
}
SEASONS = {3: "ربيع", 6: "صيف", 9: "خريف", 12: "شتاء"}


def names(line: str) -> list[str]:
    return [name.replace("_", " ") for name in line.split()]


def ordinal(number: int) -> str:
    """Write a number to 31 as an ordinal, as it stands after a preposition: «الحادي والعشرين»."""
    if number <= 10:
        return ORDINALS[number - 1]
    ten, one = divmod(number, 10)
    first = "الحادي" if one == 1 else ORDINALS[one - 1]
    if ten == 1:
        return f"{first} عشر"
    tens = ("العشرين", "الثلاثين")[ten - 2]
    return f"{first} و{tens}" if one else tens


def cardinal(number: int, feminine: bool = False) -> str:
    """Write a number to 99, for what is masculine or feminine: «ثلاثة عشر», «ثلاث عشرة»."""
    ones = FEMININE_ONES if feminine else ONES
    ten, one = divmod(number, 10)
    if number <= 10:
        return ones[number - 1]
    if ten == 1:
        first = {1: ("أحد", "إحدى"), 2: ("اثني", "اثنتي")}.get(one, (ones[one - 1],) * 2)[feminine]
        return f"{first} {'عشرة' if feminine else 'عشر'}"
    first = "إحدى" if feminine and one == 1 else ones[one - 1]
    return f"{first} و{TENS[ten - 1]}" if one else TENS[ten - 1]


def year_in_words(year: int, feminine: bool = False) -> str:
    """Write a year of 1900 to 2099: «ألف وتسعمئة وثلاثة وتسعين», «ألفين وعشرين»."""
    words = ["ألف وتسعمائة" if feminine else "ألف وتسعمئة"] if year < 2000 else ["ألفين"]
    return " و".join([*words, cardinal(year % 100, feminine)] if year % 100 else words)


def counted(number: int, unit: str, digits: bool = False) -> str:
    """Write so many days, weeks, months or years, as they stand after a preposition; of two there is a dual."""
    one, two, few, many = NOUNS[unit]
    if number <= 2:
        return (one, two)[number - 1]
    written = str(number) if digits else cardinal(number, unit == "feminine_years")
    return f"{written} {few if number <= 10 else many}"


def hijri(day: date) -> tuple[int, int, int]:
    return Gregorian(day.year, day.month, day.day).to_hijri().datetuple()


def season_of(day: date) -> int:
    """Give the month in which the season of a day begins."""
    return 12 if day.month in (12, 1, 2) else day.month // 3 * 3


def nth_weekday(day: date) -> int:
    """Tell whether a day is the first, second … of its weekday in its month."""
    return (day.day - 1) // 7 + 1


def _with_gender(masculine: str, day: date) -> str:
    """Of the weekdays «الجمعة» alone is feminine in the press: «الجمعة الأولى», «الأحد الأول»."""
    feminine = {"الأول": "الأولى"}.get(masculine, masculine + "ة")
    return feminine if day.weekday() == FRIDAY else masculine


@dataclass(frozen=True)
class Moment:
    """A day, the last day of a range that begins with it, and the day of publication."""

    day: date
    last: date
    published: date | None


def _list_of_months(line: str) -> Callable[[date], str]:
    months = names(line)
    return lambda day: months[day.month - 1]


def _hijri_months(line: str) -> Callable[[date], str]:
    months = names(line)
    return lambda day: months[hijri(day)[1] - 1]


def _weekdays(line: str) -> Callable[[date], str]:
    return lambda day: line.split()[day.weekday()]


# What a pattern may ask of a day.
WRITERS: dict[str, Callable[[date], object]] = {
    **{name: (_hijri_months if name in ("h", "hv") else _list_of_months)(line) for name, line in MONTHS.items()},
    **{name: _weekdays(line) for name, line in WEEKDAYS.items()},
    "d": lambda day: day.day,
    "dd": lambda day: f"{day.day:02}",
    "m": lambda day: day.month,
    "mm": lambda day: f"{day.month:02}",
    "y": lambda day: day.year,
    "yy": lambda day: f"{day.year % 100:02}",
    "o": lambda day: ordinal(day.day),
    "words": lambda day: year_in_words(day.year),
    "feminine_words": lambda day: year_in_words(day.year, feminine=True),
    "hd": lambda day: hijri(day)[2],
    "hm": lambda day: hijri(day)[1],
    "hy": lambda day: hijri(day)[0],
    "ho": lambda day: ordinal(hijri(day)[2]),
    "q": lambda day: ORDINALS[(day.month - 1) // 3],
    "half": lambda day: ORDINALS[(day.month - 1) // 6],
    "half_of_month": lambda day: ORDINALS[day.day > 15],
    "nth": lambda day: _with_gender(ORDINALS[nth_weekday(day) - 1], day),
    "last_one": lambda day: _with_gender("الأخير", day),
    "nth_week": lambda day: ORDINALS[nth_weekday(day) - 1],
    "season": lambda day: SEASONS[season_of(day)],
    "century": lambda day: "العشرين" if day.year <= 2000 else "الحادي والعشرين",
}


def distance(moment: Moment, unit: str) -> int:
    """How many days, weeks, months or years lie between a day and the day of publication, by the calendar."""
    day, published = moment.day, moment.published
    if unit == "days":
        return abs((published - day).days)
    if unit == "weeks":
        return abs((published.toordinal() - 1) // 7 - (day.toordinal() - 1) // 7)  # day 1 of the calendar is a Monday
    if unit == "months":
        return abs(12 * (published.year - day.year) + published.month - day.month)
    return abs(published.year - day.year)


class Words(dict):
    """The words of a moment, each written when a pattern asks for it.

    A name in 2 is of the last day of a range, one in 1 of the day before that: `{d} و{d1} و{d2}`.
    """

    def __init__(self, moment: Moment) -> None:
        self.moment = moment
        self.days = {"1": moment.last - (moment.last - moment.day) / 2, "2": moment.last}

    def __missing__(self, name: str) -> object:
        unit = name.removesuffix("_in_digits")
        if unit in NOUNS:
            return counted(distance(self.moment, unit), unit, digits=unit != name)
        return WRITERS[name.rstrip("12")](self.days.get(name[-1], self.moment.day))
