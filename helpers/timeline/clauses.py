"""Which words of its sentence belong to a date?

Those of its own clause (see `conjunctions`). Of two dates in a clause, each has the words since the one before it. A
date inside a statement has none of the words outside it, and none of a statement that ended before it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from helpers.characters import WORD
from helpers.records import DateMention, Span, Statement
from helpers.timeline.conjunctions import clause_edges, has_own_verb, next_clause, relative_start
from helpers.timeline.mentions import particles, quote_start
from helpers.words import sentences

_ROW = re.compile(r"[ \t]*:(?![0-9])")  # right after a date, it announces what happened then
_WORD = re.compile(f"[{WORD}]{{2,}}")
_EDGE = " \t\n،؛,;:.-–—"
_LEADING = re.compile(rf"(?:[{re.escape(_EDGE)})]|[\"»”](?=\s))*")


class Clause(NamedTuple):
    """A date with its own words, `body[start:end]`; the names that belong to it stand before `names_end`.

    `leads` says that the date stands before all the others, `is_cut` that the clause has words before these. Where
    they are cut off at another date, `head` is the clause's beginning down to that date, else it is empty. `said` is
    the innermost statement that holds the date.
    """

    mention: DateMention
    start: int
    end: int
    names_end: int
    head: tuple[int, int]
    leads: bool
    is_cut: bool
    sentence: Span
    said: Statement | None


@dataclass(frozen=True)
class _Setting:
    """A date in its sentence: its place among the dates there, the edges of the clauses, the statement that holds it.

    `said_before` is where the last statement before the date ended.
    """

    body: str
    sentence: Span
    edges: list[int]
    dates: list[DateMention]
    place: int
    said: Statement | None
    said_before: int

    @property
    def mention(self) -> DateMention:
        return self.dates[self.place]

    @property
    def before(self) -> DateMention | None:
        return self.dates[self.place - 1] if self.place else None

    @property
    def after(self) -> DateMention | None:
        return self.dates[self.place + 1] if self.place + 1 < len(self.dates) else None

    @cached_property
    def floor(self) -> int:
        """Before it, all words belong to another statement, or to the date before, if a colon stands after that."""
        if self.before and _is_row(self.body, self.before):
            return self.mention.start
        return max(self.said_before, self.said.start if self.said else self.sentence.start)

    @cached_property
    def next_date(self) -> int:
        """Where the next date of the sentence begins, with its particle, or the sentence ends."""
        return max(self.mention.end, quote_start(self.body, self.after)) if self.after else self.sentence.end

    @cached_property
    def ceiling(self) -> int:
        """Where the next date begins, or the statement ends that holds this one."""
        return min(self.next_date, self.said.end if self.said else self.next_date)


def find_clauses(body: str, mentions: list[DateMention], statements: list[Statement]) -> Iterator[Clause]:
    """Yield each date with its own words; `mentions` come in the order of the text."""
    return map(_clause, _settings(body, mentions, statements))


def _settings(body: str, mentions: list[DateMention], statements: list[Statement]) -> Iterator[_Setting]:
    around = _statements_around(mentions, statements)
    first = 0
    for sentence in sentences(body):
        last = bisect_left(mentions, sentence.end, lo=first, key=lambda mention: mention.start)
        dates = mentions[first:last]
        edges = clause_edges(sentence, dates) if dates else []
        for place in range(len(dates)):
            yield _Setting(body, sentence, edges, dates, place, *next(around))
        first = last


def _statements_around(
    mentions: list[DateMention], statements: list[Statement]
) -> Iterator[tuple[Statement | None, int]]:
    """Yield for each date the innermost statement that holds it, and where the last one before it ended."""
    waiting = sorted(statements, key=lambda said: said.start, reverse=True)
    opened: list[Statement] = []
    ended = 0
    for mention in mentions:
        while waiting and waiting[-1].start <= mention.start:
            opened.append(waiting.pop())
        ended = max([ended, *(said.end for said in opened if said.end <= mention.start)])
        opened = [said for said in opened if said.end >= mention.end]
        yield min(opened, key=lambda said: said.end - said.start, default=None), ended


def _clause(at: _Setting) -> Clause:
    body, mention = at.body, at.mention
    begin, start, end = _own_words(at)
    leads = not says_something(body, start, mention.start)
    told = start if leads else relative_start(body, begin, start, mention.start, end)
    is_cut = told > begin and (told != start or next_clause(body, start, mention.start) == mention.start)
    is_shared = at.after is not None and end == at.next_date and not leads and not _is_row(body, mention)
    first, last = _trimmed(at, told, end, leads)
    names_end = mention.end if is_shared else last
    return Clause(mention, first, last, names_end, _head(at, begin, start, leads), leads, is_cut, at.sentence, at.said)


def _own_words(at: _Setting) -> tuple[int, int, int]:
    """Give where the date's clause begins, and where its own words start and end, which begin after the date before."""
    own = bisect_right(at.edges, at.mention.start) - 1
    begin, end = max(at.edges[own], at.floor), min(at.edges[own + 1], at.ceiling)
    start = _after_date_before(at, begin)
    is_told = says_something(at.body, start, at.mention.start)
    if is_told:
        end = min(end, next_clause(at.body, at.mention.end, end))
    if _is_row(at.body, at.mention) or not (is_told or says_something(at.body, at.mention.end, end)):
        return _with_neighbour(at, own, begin, end)
    return begin, start, end


def _with_neighbour(at: _Setting, own: int, begin: int, end: int) -> tuple[int, int, int]:
    """Add the clause after the date's own, which says nothing or ends at a colon; else the one before it."""
    if at.edges[own + 1] < at.ceiling:
        end = min(at.edges[own + 2], at.ceiling)
    elif own > 0 and not _is_row(at.body, at.mention):
        begin = max(at.edges[own - 1], at.floor)
    return begin, _after_date_before(at, begin), end


def _after_date_before(at: _Setting, begin: int) -> int:
    return max(begin, at.before.end) if at.before else begin


def _is_row(body: str, mention: DateMention) -> bool:
    """Does a colon stand after the date, as in a table, so that what follows is what happened then?"""
    return bool(_ROW.match(body, mention.end))


def says_something(body: str, start: int, end: int) -> bool:
    """Does a stretch hold a word that is more than a particle before or after its date?"""
    return any(found.group() not in particles() for found in _WORD.finditer(body, start, end))


def _head(at: _Setting, begin: int, start: int, leads: bool) -> tuple[int, int]:
    """Give the clause's beginning, down to the date before, where the date's own words can't stand without it."""
    if start == begin or (not leads and has_own_verb(at.body, start, at.mention.start)):
        return begin, begin
    first = at.dates[bisect_left(at.dates, begin, key=lambda date: date.start)]
    begin, end = _trim(at.body, begin, max(begin, quote_start(at.body, first)))
    return (begin, end) if says_something(at.body, begin, end) else (begin, begin)


def _trimmed(at: _Setting, start: int, end: int, leads: bool) -> tuple[int, int]:
    """Leave out the marks around a clause, and a date that stands before it with a comma («والإثنين، أعلن …»)."""
    if leads and at.body[at.mention.end : end].lstrip().startswith(("،", ",")):
        start = at.mention.end
    start, end = _trim(at.body, start, end)
    return (start, end) if start < end else (at.mention.start, at.mention.end)


def _trim(body: str, start: int, end: int) -> tuple[int, int]:
    start = _LEADING.match(body, start, end).end()
    return start, start + len(body[start:end].rstrip(_EDGE))
