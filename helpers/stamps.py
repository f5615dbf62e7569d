"""The day of publication: the stamps of a page, in digits or with the names of months, after a label or alone.

Not handled: stamps in other languages («Nov 13, 2020»).
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from helpers import lexicon
from helpers.characters import DIGIT, WORD, WORD_ENDS
from helpers.records import ArticleError


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day and its clock on a page, and the days that it can mean: «11/12/2020» can mean two, «45/45/2020» none."""

    start: int
    end: int
    text: str
    days: list[date]


_D = f"[{DIGIT}]"
_BETWEEN = r"[\s•*,،|ـ–-]*"
# A clock: «14:30 (GMT+3)», «الساعة 10:20 ص بتوقيت الرياض», and the end of an ISO stamp, «T10:20:00Z».
_CLOCK = (
    rf"(?:T|الساعة\s*)?{_D}{{1,2}}:{_D}{{2}}(?::{_D}{{2}}(?:\.{_D}+)?)?(?:Z|[+-]{_D}{{2}}:?{_D}{{2}})?"
    rf"(?:\s*(?:[صم]|صباحا|صباحًا|مساء|مساءً|[AaPp][Mm]){WORD_ENDS})?(?:\s*\(?(?:GMT|UTC)[^\s)]*\)?)?"
    rf"(?:\s*\(?ب?توقيت(?:\s+[{WORD}]+){{1,2}}\)?)?"
)
_HIJRI = rf"{_D}{{1,2}}\s+[{WORD}]+(?:\s+[{WORD}]+)?\s+{_D}{{4}}\s*هـ?"
_PLACE = re.compile(f"[^{DIGIT}\n.:؟!]{{0,40}}")
_AGENCY = re.compile(rf"\s*(?:[(/]|واس{WORD_ENDS})")  # what follows the day of a dateline


@cache
def _labels() -> str:
    longest_first = sorted(lexicon.words("page")["labels"], key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


def _months() -> str:
    return "|".join(sorted(map(re.escape, lexicon.months()), key=len, reverse=True))


@cache
def _more() -> re.Pattern[str]:
    """Match what may follow a day, other than another day."""
    return re.compile(rf"{_BETWEEN}(?:{_CLOCK}|{_HIJRI}|{_labels()}\s*:?)")


@cache
def _before_day() -> re.Pattern[str]:
    """Match what may stand before a day: a label or who wrote it («سامي حداد / »), and a clock."""
    writer = f"[^{DIGIT}:/|•]{{2,40}}[/|•]"
    return re.compile(rf"{_BETWEEN}(?:{_labels()}\s*(?P<colon>:?)\s*|{writer}\s*)?(?:{_CLOCK}{_BETWEEN})?")


@cache
def _day() -> re.Pattern[str]:
    """Match a day in digits, or with its month's name or two names: «الأحد, 5 أغسطس/ آب, 2018».

    A weekday may stand before it, and the Hijri day: «الخميس 27 ربيع الأول 1442هـ - 12 نوفمبر 2020م».
    """
    month = _months()
    word = f"[{WORD}]+"
    return re.compile(
        rf"(?:ال{word}[\s,،]+)?(?:{_HIJRI}[\s,،|–-]+(?:الموافق\s+)?)?"
        rf"(?:(?P<first>{_D}{{1,4}})(?P<sign>[/.-])(?P<second>{_D}{{1,2}})(?P=sign)(?P<third>{_D}{{4}}|{_D}{{2}})"
        rf"|(?P<day>{_D}{{1,2}})\s+(?P<month>{month})(?:\s*[/(]\s*(?:{month})\)?)?[\s,،]+(?P<year>{_D}{{4}}))"
        rf"(?!{_D})(?:\s*م{WORD_ENDS})?"
    )


def find_stamp(page: str, start: int, end: int) -> Stamp | None:
    """Find the day that a line begins with: after a label and a colon («آخر تحديث:»), or with nothing else there.

    The line is `page[start:end]`.

    >>> find_stamp("نشر في: 13/11/2020 - 10:20", 0, 26).days
    [datetime.date(2020, 11, 13)]
    """
    before = _before_day().match(page, start, end)
    day = _day().match(page, before.end(), end)
    if not day:
        return None
    after = _stamp_end(page, day.end(), end)
    if not before["colon"] and page[after:end].strip():
        return None
    return _stamp(day, after)


def _stamp_end(page: str, after: int, end: int) -> int:
    """Give where a stamp ends: behind the clock of its day, its Hijri day, and another day («• تحديث: 3 مارس 2025»)."""
    while more := _more().match(page, after, end) or _labelled_day(page, after, end):
        after = more.end()
    return after


def _labelled_day(page: str, start: int, end: int) -> re.Match[str] | None:
    return _day().match(page, _before_day().match(page, start, end).end(), end)


def find_dateline(page: str, start: int, end: int) -> Stamp | None:
    """Find the day in a dateline, «تونس 30 أفريل 2025 (وات) -», at the beginning of the line `page[start:end]`."""
    place = _PLACE.match(page, start, end)
    day = _day().match(page, place.end(), end)
    return _stamp(day, day.end()) if day and _AGENCY.match(page, day.end(), end) else None


def _stamp(day: re.Match[str], end: int) -> Stamp:
    days = sorted({date(*reading) for reading in _readings(day) if _is_day(*reading)})
    return Stamp(day.start(), end, day.group().strip(), days)


def stamped_day(stamps: list[Stamp], beginning: str) -> tuple[date | None, str]:
    """Read the day of publication off the first stamp that can mean one day only, or note why there is none.

    Of the days that a stamp can mean, one counts that the story's `beginning` has by its month's name.
    """
    for stamp in stamps:
        if len(stamp.days) == 1:
            return stamp.days[0], ""
    named = {(int(found[1]), lexicon.months()[found[2]]) for found in _day_and_month().finditer(beginning)}
    for stamp in stamps:
        if len(days := [day for day in stamp.days if (day.day, day.month) in named]) == 1:
            return days[0], ""
    if not stamps:
        return None, "The page names no day of publication."
    why = f"could be {' or '.join(map(str, stamps[0].days))}" if stamps[0].days else "is no day"
    return None, f"The page's stamp «{stamps[0].text}» {why}."


@cache
def _day_and_month() -> re.Pattern[str]:
    return re.compile(rf"(?<!{_D})({_D}{{1,2}})\s+({_months()})(?![{WORD}])")


def _readings(found: re.Match[str]) -> list[tuple[int, int, int]]:
    """List the (year, month, day)s that a day can mean; in digits with full stops the day always stands first."""
    if found["month"]:
        return [(int(found["year"]), lexicon.months()[found["month"]], int(found["day"]))]
    first, second, third = (int(found[part]) for part in ("first", "second", "third"))
    if first > 31:
        return [(first, second, third)]
    year = third if third > 99 else third + (2000 if third < 70 else 1900)
    day_first, month_first = (year, second, first), (year, first, second)
    return [day_first] if found["sign"] == "." else [day_first, month_first]


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return date(year, month, day).year > 1800  # no page was stamped before there were news agencies
    except ValueError:
        return False


def given_day(published: date | str) -> date:
    """Read the day that the user gives; raises ArticleError where it is none."""
    try:
        return date.fromisoformat(str(published))
    except ValueError:
        raise ArticleError(f"«{published}» is no day: write it as 2020-11-13 (year, month, day).") from None
