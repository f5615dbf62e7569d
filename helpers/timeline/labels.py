"""A long clause in few words: its beginning and the words around its date, verbatim, cut with …

An Arabic clause begins with its verb or its subject, and its date is what a label must show; so what is left out stands
between the two, or after them.
"""

import re

from helpers.timeline.clauses import Clause

_WORD = re.compile(r"\S+")
_LONGEST = 16  # words
_BEGINNING = 7  # words of them for the clause's beginning, where its date stands too far from it
_BEFORE_DATE = 4  # words between what is left out and the date


def label_of(body: str, clause: Clause) -> str:
    """Give a clause's words, cut with … where they are many; its date is among them, unless it leads them."""
    head = _words(body, *clause.head)[:_BEGINNING]
    own = _words(body, clause.start, clause.end)
    shown = _shown(own, clause, _LONGEST - len(head))
    pieces = [(own[first][0], own[last - 1][1]) for first, last in shown]
    if head:
        pieces.insert(0, (head[0][0], head[-1][1]))
    shortened = [body[start:end].rstrip("،,؛;:") for start, end in pieces]
    lead, trail = clause.is_cut and not head, shown[-1][1] < len(own)
    return ("… " if lead else "") + " … ".join(shortened) + (" …" if trail else "")


def _words(body: str, start: int, end: int) -> list[tuple[int, int]]:
    return [found.span() for found in _WORD.finditer(body, start, end)]


def _shown(words: list[tuple[int, int]], clause: Clause, room: int) -> list[tuple[int, int]]:
    """Give the stretches of words that are shown, as indexes of the first word and of the one after the last."""
    before = sum(end <= clause.mention.start for _, end in words)
    through = sum(start < clause.mention.end for start, _ in words)
    beginning = _BEGINNING if room == _LONGEST else 0
    rest = before - _BEFORE_DATE
    if through <= room or rest <= beginning:
        return [(0, min(len(words), max(room, through)))]
    tail = rest, min(len(words), max(through, rest + room - beginning))
    return [(0, beginning), tail] if beginning else [tail]
