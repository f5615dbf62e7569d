"""Where a clause begins, by the words that begin one; the lists are in `data/clauses.json`.

A clause begins after a comma before a conjunction («، وأغدام حتى …»), and at a conjunction that needs no comma
(«بينما»). What follows another comma goes on with the same clause, for Arabic joins clauses by conjunctions:
«لافروف، الخميس، إن …». Not handled: clauses joined by «و» without a comma, unless a date stands right before it.
"""

import re
from bisect import bisect_right
from functools import cache

from helpers import lexicon
from helpers.characters import WORD, WORD_BEGINS, WORD_ENDS
from helpers.timeline.folding import fold, start_of
from helpers.timeline.mentions import PlacedDate

_WORD = re.compile(rf"[{WORD}]\S*")
_CLOSES_RELATIVE = re.compile("[،,–—-]")
_LONG = 16  # words; of a longer clause, the relative clause with the date is enough
_HEAD = 4  # words before a relative pronoun: of whom or what it tells
_HEAD_WIDTH = 100  # characters that hold them
_NEAR = 7  # words; a relative pronoun nearer to the clause's beginning cuts nothing off


def clause_edges(body: str, start: int, end: int, inside: list[PlacedDate]) -> list[int]:
    """Cut a sentence, `body[start:end]`, into clauses, but not inside a date; its ends are among the offsets."""
    cuts = [found.start() for found in _beginnings().finditer(body, start, end)]
    outside = [cut for cut in cuts if cut < inside[0].start or cut >= _date_before(inside, cut).end]
    return [start, *outside, end]


def _date_before(dates: list[PlacedDate], position: int) -> PlacedDate:
    return dates[bisect_right(dates, position, key=start_of) - 1]


def next_clause(body: str, start: int, end: int) -> int:
    """Give where «و» or a relative pronoun begins a clause right at `start`; `end` where neither does."""
    found = _next_word().match(body, start, end)
    return found.start(1) if found and found.group(1) not in _words("beginning_no_clause") else end


def has_own_verb(body: str, start: int, end: int) -> bool:
    """Does a stretch begin with «و», or hold أن or a relative pronoun, so that it tells something by itself?"""
    return next_clause(body, start, end) < end or not _before_own_verb().isdisjoint(body[start:end].split())


def relative_start(body: str, begin: int, start: int, date: int, end: int) -> int:
    """Give where words tell of their date, if a relative clause holds it: at the noun before its pronoun.

    The words are `body[start:end]`, their clause begins at `begin`. One that is short is told from its start.
    """
    opened = [found.start() for found in _relatives().finditer(body, start, date)]
    if not opened or _CLOSES_RELATIVE.search(body, opened[-1], date):
        return start
    before = _word_starts(body, start, opened[-1])
    if not before or (len(before) > _NEAR and len(_word_starts(body, start, end)) > _LONG):
        head = _word_starts(body, max(begin, opened[-1] - _HEAD_WIDTH), opened[-1])
        return head[-_HEAD:][0] if head else start
    return start


def _word_starts(body: str, start: int, end: int) -> list[int]:
    return [found.start() for found in _WORD.finditer(body, start, end)]


@cache
def _before_own_verb() -> frozenset[str]:
    return _words("relatives") | _words("before_verbs")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(fold, lexicon.words("clauses")[name]))


def _any_of(name: str) -> str:
    return "|".join(re.escape(fold(word)) for word in lexicon.words("clauses")[name])


@cache
def _beginnings() -> re.Pattern[str]:
    """Match the mark or the space before a new clause."""
    after_comma, anywhere, radical = map(_any_of, ("after_comma", "anywhere", "beginning_no_clause"))
    return re.compile(
        rf"[،,](?=\s*(?:(?!(?:{radical}){WORD_ENDS})و[{WORD}]|(?:{after_comma}|{anywhere}){WORD_ENDS}))"
        rf"|\s(?=(?:{anywhere})\s)|[؛;\n]|:(?![0-9])|\s(?:--|—)(?=\s)"
    )


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(rf"[\s)»”\"،,]*{WORD_BEGINS}((?:{_any_of('relatives')}){WORD_ENDS}|و[{WORD}]+)")


@cache
def _relatives() -> re.Pattern[str]:
    return re.compile(rf"{WORD_BEGINS}(?:{_any_of('relatives')}){WORD_ENDS}")
