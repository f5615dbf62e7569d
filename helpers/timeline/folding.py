"""A story's body as its clauses are read: folded, but for the punctuation, with the way there and back.

Marks, tatweel and spelling variants stand in no list of small words («ٱلَّذِي», «الى»), so the clauses are looked for in
the folded body; what an event quotes is the body itself.
"""

from bisect import bisect_left
from functools import cache
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from helpers.normalize import DEFAULT, Normalized, normalize
from helpers.records import ArticleError, Span

_STEPS = [step for step in DEFAULT if step != "punctuation"]  # a dash is not a hyphen between clauses

AnySpan = TypeVar("AnySpan", bound=Span)
start_of, end_of = itemgetter(0), itemgetter(1)  # what a sorted list is searched by


class Placed(NamedTuple, Generic[AnySpan]):
    """A span of the body, and where it stands in the folded text."""

    start: int
    end: int
    span: AnySpan


@cache
def fold(word: str) -> str:
    """Fold a word of a list as the body is folded."""
    return normalize(word, _STEPS).text


class FoldedBody(NamedTuple):
    """A body and its folded text."""

    body: str
    normalized: Normalized

    @property
    def text(self) -> str:
        return self.normalized.text

    def there(self, span: AnySpan) -> Placed[AnySpan]:
        """Lead a span of the body to the folded text; raises ArticleError where it isn't one of this body."""
        if not 0 <= span.start <= span.end or span.text != self.body[span.start : span.end]:
            raise ArticleError(
                f"«{span.text}» isn't at {span.start} to {span.end} of this story's body: "
                "find its dates, names and statements in `article.body`."
            )
        return Placed(self._position(span.start), self._position(span.end), span)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Lead a stretch of the folded text to the body."""
        return self.normalized.original(start, end) if self.normalized.moved else (start, end)

    def quote(self, start: int, end: int) -> str:
        """Give a stretch of the folded text as the body writes it."""
        return self.body[slice(*self.back(start, end))]

    def _position(self, position: int) -> int:
        """Lead an offset in the body to the folded text."""
        for new, old in reversed(self.normalized.moves):
            position = _led(position, new, old)
        return position


def _led(position: int, new: list[int], old: list[int]) -> int:
    """Lead a position before a step to the position after it; inside what went together, to its end."""
    run = bisect_left(old, position)
    if run < len(old) and old[run] == position:
        return new[run]
    led = new[run - 1] + position - old[run - 1]
    return min(led, new[run]) if run < len(new) else led


def fold_body(body: str) -> FoldedBody:
    return FoldedBody(body, normalize(body, _STEPS))
