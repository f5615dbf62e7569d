"""What an exercise is: a question, one way to answer it, hints, and the wrong turns that are usually taken.

An author writes the answer as a plain function, the reference. What it takes says what the learner hands in: where the
reference takes arguments, a function that takes the same; where it takes none, the value that it returns.
"""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any

from helpers.records import Span
from helpers.score import Score

UNSEEN_CASES = 40


@dataclass(frozen=True)
class Mistake:
    """A usual wrong turn, known by what comes out of it, never by its source.

    `like` goes wrong in that way: an answer that comes to the same gets told what `says` says. The progress file and
    the class report call it by `name`.
    """

    name: str
    says: str
    like: Callable[..., object]


@dataclass(frozen=True)
class Promise:
    """What holds of every right answer, whatever the words: `holds(*arguments, result)` is true."""

    name: str
    says: str
    holds: Callable[..., bool]


@dataclass(frozen=True)
class Case:
    """One call to try: its arguments, what the reference makes of them, and what each mistake makes of them."""

    arguments: tuple
    expected: Any
    mistaken: dict[str, object]


def arguments_of(case: object) -> tuple:
    """What to call with: an author writes a single argument without brackets."""
    return case if isinstance(case, tuple) else (case,)


@dataclass(frozen=True)
class Exercise:
    """An answer that is checked case by case.

    `cases` are arguments to try (a tuple each, or the bare value where there is but one), the simplest first. `unseen`
    makes up another, which the learner doesn't know beforehand; the same ones for everyone.
    """

    reference: Callable
    asks: str
    hints: Sequence[str]
    mistakes: Sequence[Mistake]
    cases: Sequence[object] = ()
    unseen: Callable[[Random], object] | None = None
    promises: Sequence[Promise] = ()
    afterwards: str = ""

    @property
    def name(self) -> str:
        """What `check` is asked for: the reference's name."""
        return self.reference.__name__

    @property
    def parameters(self) -> list[str]:
        """The names of what the answer takes; none where the answer is a value."""
        return list(inspect.signature(self.reference).parameters)

    @cached_property
    def tries(self) -> list[Case]:
        """All that is tried, in order; a value is tried once, without arguments."""
        if not self.parameters:
            return [self._case(())]
        random = Random(self.name)
        made_up = [self.unseen(random) for _ in range(UNSEEN_CASES)] if self.unseen else []
        return [self._case(arguments_of(case)) for case in [*self.cases, *made_up]]

    def _case(self, arguments: tuple) -> Case:
        mistaken = {mistake.name: mistake.like(*arguments) for mistake in self.mistakes}
        return Case(arguments, self.reference(*arguments), mistaken)


@dataclass(frozen=True, kw_only=True)
class ScoredExercise(Exercise):
    """An answer that is compared with the gold annotation of a text: spans, as a list or found by a function.

    The reference need not be perfect: `enough` is the F1 from which on the answer is right. `elsewhere` are short texts
    that the learner doesn't know beforehand, where the reference does find all: a function is tried there too, so that
    none passes that knows the story by heart. `promises` are asked of the text and the result (of a value alone). A
    mistake whose `like` finds nothing is told to whoever finds nothing. Where the answer is only a part of a finder,
    `use` says what is found with it (None for a stub), and `promises` are kept in each of `cases`.
    """

    text: Callable[[], str]
    gold: Callable[[], list[Span]]
    score: Callable[[list, list], Score]
    enough: float = 1.0
    elsewhere: Sequence[str] = ()
    use: Callable[[Callable], object] | None = None

    @cached_property
    def tries(self) -> list[Case]:
        """The one try: the text, where the answer is a function that takes it."""
        if not self.use:
            return [self._case((self.text(),) if self.parameters else ())]
        mistaken = {mistake.name: self.use(mistake.like) for mistake in self.mistakes}
        return [Case((), self.use(self.reference), mistaken)]

    def found(self, answer: Any) -> object:
        """The spans that an answer gives, or finds."""
        if self.use:
            return self.use(answer)
        return answer(self.text()) if self.parameters else answer
