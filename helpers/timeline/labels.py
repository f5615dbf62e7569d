"""A long clause in few words: its beginning and the words around its date, verbatim, cut with …

An Arabic clause begins with its verb or its subject, and its date is what a label must show; so what is left out stands
between the two, or after them. A cut comes before a word that leans on the next one, not after it: «إطلاق النار …», not
«إطلاق النار في …». Not handled: a noun that the next one completes.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cache

from helpers import lexicon
from helpers.timeline.clauses import Clause
from helpers.timeline.folding import FoldedBody, end_of, fold, start_of

_WORD = re.compile(r"\S+")
_LONGEST = 16  # words
_BEGINNING = 7  # words of them for the clause's beginning, where its date stands too far from it
_BEFORE_DATE = 4  # words between what is left out and the date


def label_of(story: FoldedBody, clause: Clause) -> str:
    """Give a clause's words, cut with … where they are many; its date is among them, unless it leads them."""
    body = story.text
    head = _without_leaning(body, _words(body, *clause.head)[:_BEGINNING], 1) if clause.head else []
    own = _words(body, clause.start, clause.end)
    before = bisect_right(own, clause.date.start, key=end_of)
    through = bisect_left(own, clause.date.end, key=start_of)
    shown = _shown(len(own), before, through, _LONGEST - len(head))
    pieces = [head] if head else []
    for first, last in shown:
        least = through - first if through <= last else 1
        pieces.append(own[first:last] if last == len(own) else _without_leaning(body, own[first:last], least))
    shortened = [story.quote(piece[0][0], piece[-1][1]).rstrip("،,؛;:") for piece in pieces]
    lead, trail = clause.is_cut and not head, shown[-1][1] < len(own)
    return ("… " if lead else "") + " … ".join(shortened) + (" …" if trail else "")


def _words(body: str, start: int, end: int) -> list[tuple[int, int]]:
    return [found.span() for found in _WORD.finditer(body, start, end)]


def _without_leaning(body: str, words: list[tuple[int, int]], least: int) -> list[tuple[int, int]]:
    """Leave out the last words that lean on a next one, down to `least` words (or one)."""
    kept = len(words)
    while kept > max(least, 1) and _leans(body[slice(*words[kept - 1])]):
        kept -= 1
    return words[:kept]


def _leans(word: str) -> bool:
    return word in _leaning() or (word[0] in "وف" and word[1:] in _leaning())


@cache
def _leaning() -> frozenset[str]:
    return frozenset(map(fold, lexicon.words("clauses")["leaning"]))


def _shown(count: int, before: int, through: int, room: int) -> list[tuple[int, int]]:
    """Give the stretches of words that are shown, as indexes of the first word and of the one after the last.

    Of `count` words, `before` stand before the date, and `through` down to its end.
    """
    beginning = _BEGINNING if room == _LONGEST else 0
    rest = before - _BEFORE_DATE
    if through <= room or rest <= beginning:
        return [(0, min(count, max(room, through)))]
    tail = rest, min(count, max(through, rest + room - beginning))
    return [(0, beginning), tail] if beginning else [tail]
