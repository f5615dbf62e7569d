"""The patterns of single calendar expressions, written in the letters of `vocabulary.KINDS`.

Each pattern is a regular expression over a text's line of letters; its named groups are the words that carry a value.
At one place in a text the longest match is the expression.
"""

import re
from collections.abc import Collection
from functools import cache, lru_cache
from typing import NamedTuple

from helpers.dates.reading import Reading
from helpers.dates.vocabulary import DateWord

_WEEKDAY = r'["(]?(?P<weekday>W)[")]?'
# What may stand before a date: «يوم», «اليوم», «الثلاثاء», «الثلاثاء المقبل», «يوم الأحد الموافق».
_LEAD = rf"D?(?P<today>T)?D?(?:[,(]?{_WEEKDAY}A?)?[,()-]{{0,2}}(?:=p?)?\(?D?"
# One or two names of a month, in any joining: «نوفمبر/ تشرين ثان», «يوليو (تموز)», «يوليو تموز».
_MONTH = r'S?(?P<month>[MH])(?:[/("-]{0,2}(?P<second_name>[MH])[)"]?)?'
_YEAR = (
    r"(?:(?P<year>9)|YJ?A?\(?(?P<named_year>[9c0]|1(?=G))|(?P<this_year>RY)"
    r"|YJ?(?P<year_when>A)|(?P<same_year>eY|YE))(?P<era>G)?"
)
_MONTH_AND_YEAR = rf"{_MONTH}(?P<when>A)?(?:[,/(-]?[mp]?[,(]?{_YEAR})?"
_PART = "(?P<part>P)?m?"
_NTH = "(?P<nth>[oA])"
_LEADS, _ANY_YEAR = "DTW1oc", "9YRe"

# Each pattern with the letters with which it can begin.
_PATTERNS = {
    "day_and_month": (_LEADS, rf"{_LEAD}(?P<day>[1oc])[Dm/-]?m?{_MONTH_AND_YEAR}"),
    "month_first": ("WM", r"(?:(?P<weekday>W),?)?(?P<month>M)(?P<day>1),(?P<year>9)"),
    "numeric": (_LEADS + "#", rf"{_LEAD}(?P<numeric>#)(?P<era>G)?"),
    "day_slash_month": (_LEADS, rf"{_LEAD}(?P<day>1)/(?P<month>1)(?![/1MH9])(?P<when>A)?"),
    "day_of_month": (_LEADS, rf"{_LEAD}(?P<day>[1oc])m?(?:S(?P<when>A)|(?P<same>eS|SE)|(?P<this>RS))"),
    "day_alone": (_LEADS, rf"{_LEAD}(?P<day>[1o])(?P<when>A)"),
    "day_of_it": ("TDo1", r"[TD]?(?P<day>[o1])h"),
    "today": ("DT", rf"D?(?P<today>T)(?:[,-]?{_WEEKDAY})?"),
    "weekday_today": ("DW", rf'D?{_WEEKDAY}[,]?["(]?(?P<today>T)[")]?'),
    "weekday": ("DW", rf"D?{_WEEKDAY}(?P<when>A)?"),
    "weekday_of_week": ("DW", rf"D?{_WEEKDAY}m(?:K(?P<when>A)|(?P<this>RK)|K(?P<same>E))"),
    "night": ("W", r"(?P<weekday>W)/?(?P<next_weekday>W)"),
    "next_day": ("T", r"T(?P<when>A)"),
    "same_day": ("eT", r"(?P<same>eT|TE)"),
    "week": ("PKR", rf"{_PART}(?:K(?P<when>A)|(?P<this>RK))"),
    "part_of_week": ("P", r"(?P<part>P)(?P<this>K)"),
    "week_of_month": ("K", rf"K{_NTH}m?(?:{_MONTH_AND_YEAR}|S(?P<that>A|E))"),
    "weekday_of_month": ("DW", rf"D?{_WEEKDAY}{_NTH}m(?:{_MONTH_AND_YEAR}|S(?P<that>A|E))"),
    "month": ("PSMH", rf"{_PART}{_MONTH_AND_YEAR}"),
    "this_month": ("PSRe", rf"{_PART}(?:S(?P<when>A)|(?P<this>RS)|(?P<same>eS|SE))"),
    "part_of_month": ("P", r"(?P<part>P)(?P<this>S)"),
    "year": ("P" + _ANY_YEAR, rf"{_PART}{_YEAR}"),
    "part_of_year": ("P", r"(?P<part>P)(?P<this>Y)"),
    "quarter": ("PQ", rf"{_PART}(?P<quarter>Q){_NTH}m?{_YEAR}"),
    "first_months": ("PSo", rf"{_PART}(?:S(?P<count>n){_NTH}|(?P<nth_first>o)(?P<some>[c1])S)m?{_YEAR}"),
    "part_of_named_month": ("PQ", rf"{_PART}(?P<quarter>Q){_NTH}m?(?:{_MONTH_AND_YEAR}|S(?P<that>A|E))"),
    "season": ("PFR", rf"{_PART}(?:(?P<season>F)(?:m?{_YEAR}|(?P<when>A))|R(?P<this_season>F))"),
    "decade": ("PXV", rf"{_PART}X?(?P<decade>V)(?:m?Z(?:(?P<when>A)|(?P<century>o)))?"),
    "this_decade": ("PXR", rf"{_PART}(?:X(?P<when>A)|(?P<this>RX))"),
    "century": ("PZ", rf"{_PART}Z(?:(?P<century>[o1])(?P<calendar>J)?G?|(?P<when>A))"),
    "ago": (
        "qa",
        r"(?P<before>[qa])~?(?:(?P<count>[1oc0])(?P<unit>[CDKSYXZ])|(?P<two>B)"
        r"|(?P<one>[DKSYXZ])(?:(?P<single>c)|(?![9c01oMHAWTEJ])))(?!c?m)",
    ),
}
_LETTERS = sorted({letter for letters, _ in _PATTERNS.values() for letter in letters})
BEGINNING = re.compile(f"[{''.join(_LETTERS)}]")  # a letter with which an expression can begin


@cache
def _patterns() -> dict[str, list[tuple[str, re.Pattern]]]:
    """Give the patterns by the letter with which they can begin; compiled when first asked for, not at import."""
    compiled = {name: (letters, re.compile(pattern)) for name, (letters, pattern) in _PATTERNS.items()}
    return {
        letter: [(name, pattern) for name, (letters, pattern) in compiled.items() if letter in letters]
        for letter in _LETTERS
    }


_RUN = re.compile("[^_]{1,40}")  # the letters that an expression at a place can be made of; none is as long


class Expression(NamedTuple):
    """A calendar expression: which pattern matched, which words (first and end index), and the words of its groups."""

    pattern: str
    start: int
    end: int
    words: dict[str, DateWord]

    def value(self, group: str):
        """The value of a group's word, or None."""
        return self.words[group].value if group in self.words else None

    def has(self, groups: Collection[str]) -> bool:
        """Does it hold a word of one of these groups?"""
        return not self.words.keys().isdisjoint(groups)

    def with_words(self, words: dict[str, DateWord]) -> "Expression":
        """The same expression with other words in its groups; sooner than `_replace`."""
        return Expression(self.pattern, self.start, self.end, words)


def expression_at(reading: Reading, position: int) -> Expression | None:
    """Match the longest expression that begins with the word at `position`."""
    run = _RUN.match(reading.kinds, position)
    longest = run and _longest(run.group())
    if longest is None:
        return None
    name, length, groups = longest
    words = {group: reading.words[position + place] for group, place in groups}
    return Expression(name, position, position + length, words)


@lru_cache(maxsize=10_000)  # a text writes its dates in few ways
def _longest(letters: str) -> tuple[str, int, list[tuple[str, int]]] | None:
    """Give the pattern with the longest match at the beginning of these letters, its length, its groups' places."""
    name, match = "", None
    for other_name, pattern in _patterns().get(letters[0], ()):
        other = pattern.match(letters)
        if other and (match is None or other.end() > match.end()):
            name, match = other_name, other
    if match is None:
        return None
    groups = [(group, match.start(group)) for group, found in match.groupdict().items() if found]
    return name, _balanced(letters, match.end()), groups


def _balanced(letters: str, end: int) -> int:
    """Take in the bracket that closes one inside the expression; leave out one that was opened before it."""
    inside = letters[:end]
    if inside.count("(") > inside.count(")") and letters.startswith(")", end):
        return end + 1
    unopened = inside.count(")") > inside.count("(") or inside.count('"') % 2
    return end - 1 if unopened and inside[-1] in ')"' else end
