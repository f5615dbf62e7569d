"""The words that dates are made of, each with a letter for its kind and its value.

«15 نوفمبر/ تشرين ثان الجاري» reads, letter by letter, `1 M / M A`: a day, a month, a slash, a month, a deictic. The
patterns of `patterns` are written in these letters.
"""

from dataclasses import dataclass
from functools import cache

from helpers import lexicon
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
    "L": "part of the day",
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
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A date word or phrase: the words after its first, its kind and its value."""

    rest: tuple[str, ...]
    kind: str
    value: object


def fold(words: str) -> tuple[str, ...]:
    """Split a phrase into words, folded as the text is folded."""
    return tuple(normalize(words).text.split())


@cache
def folded(name: str) -> frozenset[str]:
    """Give a list of `data/dates.json` as a set of folded words or phrases."""
    return frozenset(" ".join(fold(word)) for word in lexicon.words("dates")[name])


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


# Kind and list of the lists that name a value for their words ("-1": [...]), in the order in which they decide.
_VALUED = [("H", "hijri_months"), ("T", "days_from_today"), ("P", "parts"), ("G", "eras"), ("Q", "quarters"), ("F", "seasons")]
_VALUED += [("V", "decades"), ("A", "deictics"), ("o", "ordinals"), ("c", "cardinals"), ("C", "counted"), ("B", "duals")]
_PLAIN = [("E", "same"), ("e", "same_before"), ("R", "this"), ("h", "of_it"), ("J", "year_adjectives"), ("L", "day_parts"), ("k", "clock"), ("v", "every"), ("~", "about"), ("N", "before_common_era")]
_PLAIN += [("t", "to"), ("b", "between"), ("m", "from"), ("f", "in"), ("s", "since"), ("q", "before"), ("a", "after"), ("=", "matching")]
_UNITS = {"day": "D", "week": "K", "month": "S", "year": "Y", "decade": "X", "century": "Z"}


def _phrases():
    """Yield each phrase with its kind and value."""
    lists = lexicon.words("dates")
    yield from ((name, "M", number) for name, number in lexicon.months().items())
    yield from ((name, "W", number) for name, number in lexicon.weekdays().items())
    for kind, name in _VALUED[:3]:
        yield from _valued(lists[name], kind)
    for unit, kind in _UNITS.items():
        yield from ((word, kind, unit) for word in lists["units"][unit])
    yield from ((word, kind, word) for kind, name in _PLAIN for word in lists[name])
    for kind, name in _VALUED[3:]:
        yield from _valued(lists[name], kind)


def _valued(values: dict[str, list[str]], kind: str):
    for value, words in values.items():
        yield from ((word, kind, int(value) if value.lstrip("-").isdecimal() else value) for word in words)
