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
# A clock after a day: «- 14:30 (GMT+3)», «الساعة 10:20 ص», and the end of an ISO stamp, «T10:20:00Z».
_CLOCK = re.compile(
    rf"(?:[\s,،|-]*(?:T|الساعة\s*)?{_D}{{1,2}}:{_D}{{2}}(?::{_D}{{2}}(?:\.{_D}+)?)?(?:Z|[+-]{_D}{{2}}:?{_D}{{2}})?"
    rf"(?:\s*(?:[صم]|صباحا|صباحًا|مساء|مساءً|[AaPp][Mm]){WORD_ENDS})?(?:\s*\(?(?:GMT|UTC)[^\s)]*\)?)?)?"
)


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, lexicon.words("page")["labels"]))
    return re.compile(rf"[\s•*|-]*(?:(?:{labels})\s*(?P<colon>:?)\s*)?")


@cache
def _day() -> re.Pattern[str]:
    """Match a day in digits, or with its month's name or two names: «الأحد, 5 أغسطس/ آب, 2018».

    A weekday may stand before it, and the Hijri day: «الخميس 27 ربيع الأول 1442هـ - 12 نوفمبر 2020م».
    """
    month = "|".join(sorted(map(re.escape, lexicon.months()), key=len, reverse=True))
    word = f"[{WORD}]+"
    return re.compile(
        rf"(?:ال{word}[\s,،]+)?(?:{_D}{{1,2}}\s+{word}(?:\s+{word})?\s+{_D}{{4}}\s*هـ?[\s,،|–-]+)?"
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
    label = _label().match(page, start, end)
    day = _day().match(page, label.end(), end)
    if not day:
        return None
    after = _CLOCK.match(page, day.end(), end).end()
    if not label["colon"] and page[after:end].strip():
        return None
    days = sorted({date(*reading) for reading in _readings(day) if _is_day(*reading)})
    return Stamp(day.start(), after, day.group().strip(), days)


def stamped_day(stamps: list[Stamp]) -> tuple[date | None, str]:
    """Read the day of publication off the first stamp that can mean one day only, or note why there is none."""
    for stamp in stamps:
        if len(stamp.days) == 1:
            return stamp.days[0], ""
    if not stamps:
        return None, "The page names no day of publication."
    why = f"could be {' or '.join(map(str, stamps[0].days))}" if stamps[0].days else "is no day"
    return None, f"The page's stamp «{stamps[0].text}» {why}."


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
