"""An expression where it stands, with the words around it, as the traps look at it."""

from typing import NamedTuple

from helpers.dates.patterns import Expression
from helpers.dates.reading import PARTICLES, Reading
from helpers.dates.vocabulary import folded

TEMPORAL = frozenset("fstqab")  # in, since, until, before, after, between: what stands before a bare month or year


class Place(NamedTuple):
    """An expression where it stands: its letters, and the words and kinds before and after it ("" outside the text)."""

    reading: Reading
    expression: Expression
    joined: bool  # is it the second half of a range or list?

    @property
    def kinds(self) -> str:
        return self.reading.kinds[self.expression.start : self.expression.end]

    @property
    def kind_before(self) -> str:
        return self.reading.kinds[max(0, self.expression.start - 1) : self.expression.start]

    @property
    def kind_after(self) -> str:
        return self.reading.kinds[self.expression.end : self.expression.end + 1]

    @property
    def form_after(self) -> str:
        return self.reading.words[self.expression.end].form if self.kind_after else ""

    def form_before(self, count: int = 1) -> str:
        position = self.expression.start - count
        return self.reading.words[position].form if position >= 0 else ""

    def follows(self, name: str, count: int = 1) -> bool:
        """Does a word of this list stand before it, particles written onto it or not?"""
        form = self.form_before(count)
        return form in folded(name) or (form[:1] in PARTICLES and form[1:] in folded(name))

    def precedes(self, name: str) -> bool:
        return self.form_after in folded(name)
