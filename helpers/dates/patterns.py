"""The patterns of single calendar expressions, written in the letters of `vocabulary.KINDS`.

Each pattern is a regular expression over a text's line of letters; its named groups are the words that carry a value.
At one place in a text the longest match is the expression.
"""

import re
from dataclasses import dataclass

from helpers.dates.reading import DateWord, Reading

_WEEKDAY = r"[\"(]?(?P<weekday>W)[\")]?"
# What may stand before a date: «يوم», «اليوم», «الثلاثاء», «يوم الأحد الموافق».
_LEAD = rf"D?(?P<today>T)?D?(?:[,(]?{_WEEKDAY})?[,)-]?=?D?"
# One or two names of a month, in any joining: «نوفمبر/ تشرين ثان», «يوليو (تموز)», «يوليو تموز».
_MONTH = r"S?(?P<month>[MH])(?:[/(-]*(?P<second_name>[MH])\)?)?"
_YEAR = r"(?:(?P<year>9)|YJ?A?(?P<named_year>[9c0])|(?P<this_year>RY)|YJ?(?P<year_when>A)|(?P<same_year>eY|YE))\)?(?P<era>G)?"
_MONTH_AND_YEAR = rf"{_MONTH}(?P<when>A)?(?:[,/(]?m?[,(]?{_YEAR})?"
_PART = "(?P<part>P)?m?"
_NTH = "(?P<nth>[oA])"

PATTERNS = {
    name: re.compile(pattern)
    for name, pattern in {
        "day_and_month": rf"{_LEAD}(?P<day>[1oc])[m/-]?{_MONTH_AND_YEAR}",
        "numeric": rf"{_LEAD}(?P<numeric>#)(?P<era>G)?",
        "day_of_month": rf"{_LEAD}(?P<day>[1oc])m?(?:S(?P<when>A)|(?P<same>eS|SE)|(?P<this>RS))",
        "day_of_it": r"[TD]?(?P<day>[o1])h",
        "today": rf"D?(?P<today>T)(?:[,-]?{_WEEKDAY})?",
        "weekday_today": rf"D?{_WEEKDAY}[,]?[\"(]?(?P<today>T)[\")]?",
        "weekday": rf"D?{_WEEKDAY}(?P<when>A)?",
        "next_day": r"T(?P<when>A)",
        "week": rf"{_PART}(?:K(?P<when>A)|(?P<this>RK))",
        "week_of_month": rf"K{_NTH}m?{_MONTH_AND_YEAR}",
        "month": rf"{_PART}{_MONTH_AND_YEAR}",
        "this_month": rf"{_PART}(?:S(?P<when>A)|(?P<this>RS)|(?P<same>eS|SE))",
        "part_of_month": r"(?P<part>P)(?P<this>S)",
        "year": rf"{_PART}{_YEAR}",
        "part_of_year": r"(?P<part>P)(?P<this>Y)",
        "quarter": rf"(?P<quarter>Q){_NTH}m?{_YEAR}",
        "part_month": rf"(?P<quarter>Q){_NTH}m?(?:{_MONTH_AND_YEAR}|S(?P<this>A|E))",
        "season": rf"{_PART}(?:(?P<season>F)(?:m?{_YEAR}|(?P<when>A))|R(?P<this_season>F))",
        "decade": rf"{_PART}X?(?P<decade>V)(?:m?Z(?:(?P<when>A)|(?P<century>o)))?",
        "this_decade": rf"{_PART}(?:X(?P<when>A)|(?P<this>RX))",
        "century": rf"{_PART}Z(?:(?P<century>o)|(?P<when>A))",
        "ago": r"(?P<before>[qa])~?(?:(?P<count>[1oc0])(?P<unit>[CDKSYXZ])|(?P<two>B)|(?P<one>[DKSYXZ])(?![9c01oMHAWTEJ]))(?!c?m)",
    }.items()
}
# The letters with which an expression can begin.
_FIRST = re.compile("[MHWTADKSYXZQFVP1oc9#eRqa\"(]")


@dataclass(frozen=True)
class Expression:
    """A calendar expression: which pattern matched, which words (first and end index), and the words of its groups."""

    pattern: str
    start: int
    end: int
    words: dict[str, DateWord]

    def value(self, group: str):
        """The value of a group's word, or None."""
        return self.words[group].value if group in self.words else None


def expression_at(reading: Reading, position: int) -> Expression | None:
    """Match the longest expression that begins with the word at `position`."""
    if not _FIRST.match(reading.kinds, position):
        return None
    matches = ((name, pattern.match(reading.kinds, position)) for name, pattern in PATTERNS.items())
    found = [(match.end(), name, match) for name, match in matches if match]
    if not found:
        return None
    end, name, match = max(found, key=lambda item: item[0])
    if reading.kinds[end - 1] == ")" and "(" not in match.group():
        end -= 1  # the bracket was opened before the expression
    groups = {group: reading.words[match.start(group)] for group, letters in match.groupdict().items() if letters}
    return Expression(name, position, end, groups)
