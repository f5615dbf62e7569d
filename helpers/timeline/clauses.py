"""Which words of its sentence belong to a date?

Those of its own clause (see `conjunctions`). Of two dates in a clause, each has the words since the one before it. A
date inside a statement has none of the words outside it, and none of a statement that ended before it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from helpers.characters import WORD, WORD_ENDS
from helpers.records import Span, Statement
from helpers.timeline.conjunctions import clause_edges, has_own_verb, next_clause, relative_start
from helpers.timeline.folding import FoldedBody, Placed, start_of
from helpers.timeline.mentions import PlacedDate, particles
from helpers.words import sentences

_EDGE = " \t\n،؛,;:.-–—"
_LEADING = re.compile(rf"(?:[{re.escape(_EDGE)})]|[\"»”](?=\s))*")


class Clause(NamedTuple):
    """A date with its own words, `body[start:end]`; the names that belong to it stand before `names_end`.

    `leads` says that the date stands before all the others, `is_cut` that the clause has words before these. Where
    they are cut off at another date, `head` is the clause's beginning down to that date, else None. `said` is the
    innermost statement that holds the date. Offsets are those of the folded body, but `sentence` and `said` are the
    body's own.
    """

    date: PlacedDate
    start: int
    end: int
    names_end: int
    head: tuple[int, int] | None
    leads: bool
    is_cut: bool
    sentence: Span
    said: Statement | None


class _Setting(NamedTuple):
    """A date among the dates of its sentence, and the edges of the clauses there.

    Before `floor`, all words belong to another statement, or to the date before it. At `next_date` the next date begins
    with its particle, or the sentence ends; `ceiling` is there too, or where the date's statement ends before that.
    """

    body: str
    dates: list[PlacedDate]
    date: PlacedDate
    before: PlacedDate | None
    edges: list[int]
    floor: int
    next_date: int
    ceiling: int


def find_clauses(story: FoldedBody, dates: list[PlacedDate], statements: list[Placed[Statement]]) -> Iterator[Clause]:
    """Yield each date with its own words; `dates` come in the order of the text."""
    around = _statements_around(dates, statements)
    for start, end, inside in _sentences_with_dates(story.text, dates):
        edges = clause_edges(story.text, start, end, inside)
        first, last = story.back(start, end)
        sentence = Span(first, last, story.body[first:last])
        for place in range(len(inside)):
            said, said_before = next(around)
            at = _setting(story.text, inside, place, edges, said, said_before)
            yield _clause(at, sentence, said and said.span)


def _sentences_with_dates(body: str, dates: list[PlacedDate]) -> Iterator[tuple[int, int, list[PlacedDate]]]:
    """Yield where each sentence with dates starts and ends, and its dates.

    A date may reach over its sentence's ends, where it was marked by hand or a very long sentence was cut. The sentence
    goes as far as its dates then, and the next one starts there.
    """
    first = reached = 0
    for sentence in sentences(body):
        last = bisect_left(dates, sentence.end, lo=first, key=start_of)
        if inside := dates[first:last]:
            start = max(reached, min(sentence.start, inside[0].start))
            reached = max(sentence.end, inside[-1].end)
            yield start, reached, inside
        first = last


def _statements_around(
    dates: list[PlacedDate], statements: list[Placed[Statement]]
) -> Iterator[tuple[Placed[Statement] | None, int]]:
    """Yield for each date the innermost statement that holds it, and where the last one before it ended."""
    waiting = sorted(statements, key=start_of, reverse=True)
    opened: list[Placed[Statement]] = []
    ended = 0
    for date in dates:
        while waiting and waiting[-1].start <= date.start:
            opened.append(waiting.pop())
        if opened:
            ended = max([ended, *(said.end for said in opened if said.end <= date.start)])
            opened = [said for said in opened if said.end >= date.end]
        yield min(opened, key=lambda said: said.end - said.start, default=None), ended


def _setting(
    body: str, dates: list[PlacedDate], place: int, edges: list[int], said: Placed[Statement] | None, said_before: int
) -> _Setting:
    date, before = dates[place], dates[place - 1] if place else None
    floor = max(said_before, said.start if said else edges[0])
    if before and before.announces:
        floor = date.start
    next_date = max(date.end, dates[place + 1].opens) if place + 1 < len(dates) else edges[-1]
    ceiling = min(next_date, said.end) if said else next_date
    return _Setting(body, dates, date, before, edges, floor, next_date, ceiling)


def _clause(at: _Setting, sentence: Span, said: Statement | None) -> Clause:
    body, date = at.body, at.date
    begin, start, end, leads = _own_words(at)
    told = start if leads else relative_start(body, begin, start, date.start, end)
    is_cut = told > begin and (told != start or next_clause(body, start, date.start) == date.start)
    is_shared = end == at.next_date and date is not at.dates[-1] and not leads and not date.announces
    first, last = _trimmed(at, told, end, leads)
    names_end = date.end if is_shared else last
    return Clause(date, first, last, names_end, _head(at, begin, start, leads), leads, is_cut, sentence, said)


def _own_words(at: _Setting) -> tuple[int, int, int, bool]:
    """Give where the date's clause begins, where its own words start and end, and whether the date leads them.

    They start after the date before.
    """
    own = bisect_right(at.edges, at.date.start) - 1
    begin, end = max(at.edges[own], at.floor), min(at.edges[own + 1], at.ceiling)
    start = _after_date_before(at, begin)
    leads = not says_something(at.body, start, at.date.start)
    if not leads:
        end = min(end, next_clause(at.body, at.date.end, end))
    if at.date.announces or (leads and not says_something(at.body, at.date.end, end)):
        begin, end = _with_neighbour(at, own, begin, end)
        start = _after_date_before(at, begin)
        leads = not says_something(at.body, start, at.date.start)
    return begin, start, end, leads


def _with_neighbour(at: _Setting, own: int, begin: int, end: int) -> tuple[int, int]:
    """Add the clause after the date's own, which says nothing or ends at a colon; else the one before it."""
    if at.edges[own + 1] < at.ceiling:
        end = min(at.edges[own + 2], at.ceiling)
    elif own > 0 and not at.date.announces:
        begin = max(at.edges[own - 1], at.floor)
    return begin, end


def _after_date_before(at: _Setting, begin: int) -> int:
    return max(begin, at.before.end) if at.before else begin


def says_something(body: str, start: int, end: int) -> bool:
    """Does a stretch hold a word that is more than a particle before or after its date?"""
    return _says_nothing().match(body, start, end).end() < end


@cache
def _says_nothing() -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(particles()) if " " not in word)
    return re.compile(f"(?:[^{WORD}]|(?:{listed}|[{WORD}]){WORD_ENDS})*+")


def _head(at: _Setting, begin: int, start: int, leads: bool) -> tuple[int, int] | None:
    """Give the clause's beginning, down to the date before, where the date's own words can't stand without it."""
    if start == begin or (not leads and has_own_verb(at.body, start, at.date.start)):
        return None
    first = at.dates[bisect_left(at.dates, begin, key=start_of)]
    begin, end = _trim(at.body, begin, max(begin, first.opens))
    return (begin, end) if says_something(at.body, begin, end) else None


def _trimmed(at: _Setting, start: int, end: int, leads: bool) -> tuple[int, int]:
    """Leave out the marks around a clause, and a date that stands before it with a comma («والإثنين، أعلن …»)."""
    if leads and at.body[at.date.end : end].lstrip().startswith(("،", ",")):
        start = at.date.end
    start, end = _trim(at.body, start, end)
    return (start, end) if start < end else (at.date.start, at.date.end)


def _trim(body: str, start: int, end: int) -> tuple[int, int]:
    start = _LEADING.match(body, start, end).end()
    return start, start + len(body[start:end].rstrip(_EDGE))
