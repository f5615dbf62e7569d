"""The words that dates are made of, each with a letter for its kind and its value.

«15 نوفمبر/ تشرين ثان الجاري» reads, letter by letter, `1 M / M A`: a day, a month, a slash, a month, a deictic. The
patterns of `patterns` are written in these letters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from helpers import lexicon
from helpers.characters import is_digits
from helpers.normalize import normalize

# One letter for each kind of word. Numbers: 1 can be a day of the month, 9 a year, 0 neither; c a cardinal and o an
# ordinal written in words. Marks of punctuation stand for themselves, _ for all other words.
KINDS = {
    "M": "month",
    "H": "Hijri month",
    "W": "weekday",
    "T": "a day counted from today",
    "A": "deictic: past, present or next",
    "E": "the same, after its noun",
    "e": "the same, before its noun",
    "R": "this",
    "h": "of it",
    "P": "start, middle or end",
    "D": "day",
    "K": "week",
    "S": "month (the word)",
    "Y": "year (the word)",
    "X": "decade (the word)",
    "Z": "century (the word)",
    "J": "kind of year",
    "G": "era",
    "Q": "quarter or half",
    "F": "season",
    "V": "decade by its name",
    "n": "a small number with the article",
    "C": "unit of time as it is counted",
    "B": "two units of time, in the dual",
    "k": "the clock",
    "v": "every",
    "~": "about",
    "N": "before the common era",
    "t": "to, until",
    "b": "between",
    "m": "from, of",
    "f": "in",
    "s": "since",
    "q": "before",
    "a": "after",
    "=": "matching",
    "w": "and",
    "p": "another particle written onto the next word",
    "l": "the article before digits",
    "#": "a date in digits",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A date word or phrase: the words after its first, its kind and its value."""

    rest: tuple[str, ...]
    kind: str
    value: object


class DateWord(NamedTuple):  # a tuple, because a story makes hundreds of them and dataclasses are slow to make
    """One word of a date: where it stands in the folded text, its kind (see `vocabulary.KINDS`), value and form."""

    start: int
    end: int
    kind: str
    value: object
    form: str


def fold(words: str) -> tuple[str, ...]:
    """Split a phrase into words, folded as the text is folded."""
    return tuple(normalize(words).text.split())


@cache
def folded(name: str) -> frozenset[str]:
    """Give a list of `data/dates.json` as a set of folded words or phrases."""
    return frozenset(" ".join(fold(word)) for word in lexicon.words("dates")[name])


def is_feminine(word: DateWord) -> bool:
    """Is it an ordinal with the article in its feminine form: «الأولى», «الثانية»?"""
    return word.kind == "o" and word.form.startswith("ال") and word.form.split()[0].endswith(("ه", "ولي"))


@cache
def vocabulary() -> dict[str, list[Entry]]:
    """Give the entries by their first word, the longest first."""
    entries: dict[str, list[Entry]] = {}
    for phrase, kind, value in _phrases():
        first, *rest = fold(phrase)
        found = entries.setdefault(first, [])
        # A form may come twice (the two spellings fold into one); the first list that names it decides.
        if tuple(rest) not in (entry.rest for entry in found):
            found.append(Entry(tuple(rest), kind, value))
    for found in entries.values():
        found.sort(key=lambda entry: -len(entry.rest))
    return entries


# The lists of `data/dates.json` and the kind of their words, in the order in which they decide. A list that gives its
# words a value holds them by that value ("-1": [...]); the words of the others are their own value.
_LISTS = {
    **{"hijri_months": "H", "days_from_today": "T", "parts": "P"},
    **{
        "same": "E",
        "same_before": "e",
        "this": "R",
        "of_it": "h",
        "year_adjectives": "J",
        "clock": "k",
    },
    **{"every": "v", "about": "~", "before_common_era": "N", "to": "t", "between": "b", "from": "m", "in": "f"},
    **{"since": "s", "before": "q", "after": "a", "matching": "=", "eras": "G", "quarters": "Q", "seasons": "F"},
    **{"decades": "V", "deictics": "A", "ordinals": "o", "cardinals": "c", "counted": "C", "duals": "B"},
}
_UNITS = {"day": "D", "week": "K", "month": "S", "year": "Y", "decade": "X", "century": "Z"}
_COUNTED = range(3, 13)  # «الأشهر الثلاثة الأولى»


def _phrases() -> Iterator[tuple[str, str, object]]:
    """Yield each phrase with its kind and value."""
    lists = lexicon.words("dates")
    yield from ((name, "M", number) for name, number in lexicon.months().items())
    yield from ((name, "W", number) for name, number in lexicon.weekdays().items())
    yield from ((word, kind, unit) for unit, kind in _UNITS.items() for word in lists["units"][unit])
    for name, kind in _LISTS.items():
        yield from ((word, kind, value) for value, word in _valued(lists[name]))
    yield from (("ال" + word, "n", value) for value, word in _valued(lists["cardinals"]) if value in _COUNTED)


def _valued(words: dict[str, list[str]] | list[str]) -> Iterator[tuple[object, str]]:
    """Yield each word of a list with its value."""
    if isinstance(words, list):
        yield from ((word, word) for word in words)
    else:
        yield from ((int(key) if is_digits(key.lstrip("-")) else key, word) for key in words for word in words[key])
