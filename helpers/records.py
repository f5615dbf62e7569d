"""The records that pass from module to module: what the helpers find in a story, and where.

Every `start` and `end` counts code points in the very string that was passed in, and
`string[start:end] == text` holds for each span. Days are `datetime.date`s; an interval holds its last day.
"""

from dataclasses import dataclass
from datetime import date


class ArticleError(ValueError):
    """A story that can't be read, said in one sentence that tells the user what to do."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text."""

    start: int
    end: int
    text: str


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans have a character in common.

    >>> overlap(Span(0, 4, "سامي"), Span(3, 6, "ي ح"))
    True
    """
    return one.start < other.end and other.start < one.end


@dataclass(frozen=True, slots=True)
class Article:
    """A news story taken out of its saved page.

    `body` is a contiguous slice of `page`, unchanged: `page[body_start:body_start + len(body)] == body`.
    `published` is None where the page names no day or an ambiguous one; `note` then says why. `file_note` says what was
    lost or mended when the file was read, mostly nothing ("").
    """

    title: str
    body: str
    published: date | None
    page: str
    body_start: int
    note: str = ""
    file_note: str = ""


@dataclass(frozen=True, slots=True)
class Token(Span):
    """A word, a number or a mark of punctuation; `kind` says which ("word", "number", "mark")."""

    kind: str


@dataclass(frozen=True, slots=True)
class Entity(Span):
    """A name in the text: `label` is PER, LOC or ORG, `name` the fullest form that the text gives it."""

    label: str
    name: str


@dataclass(frozen=True, slots=True)
class DateMention(Span):
    """A calendar expression and the days that it means.

    `first` and `last` are inclusive (a month is its first to its last day), both None where the expression can't be
    resolved. `kind` is explicit, partial, weekday, relative, range or hijri. `part` is "start", "middle" or "end" of
    the interval for a vague date, else None. `because` explains the resolution in one sentence.
    """

    first: date | None
    last: date | None
    kind: str
    part: str | None
    because: str


@dataclass(frozen=True, slots=True)
class Statement(Span):
    """Words that the story puts into someone's mouth: without the verb, أن or the quotation marks.

    `speaker` is the fullest name that the story gives, or None. `verb` is the reporting verb as the story writes it,
    without its proclitic ("" where it is lost). `direct` is True for words between quotation marks or after a colon.
    """

    speaker: str | None
    verb: str
    direct: bool


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that the story puts on a day.

    `status` is "happened", "due" (a deadline), "since" (it goes on from that day) or "planned". `label` is the event's
    own clause, word for word, cut with … where it is long. `who` and `where` are names found in that clause;
    `reported_by` is the speaker where the story only reports the event, else None. `quote` is the date in the story's
    words with its particle («حتى 20 من الشهر نفسه»).
    """

    first: date
    last: date
    status: str
    label: str
    who: tuple[str, ...]
    where: tuple[str, ...]
    reported_by: str | None
    quote: str
    mention: DateMention
    sentence: Span


@dataclass(frozen=True, slots=True)
class Timeline:
    """A story's events in the order of their days, and the dates that could not be resolved."""

    title: str
    published: date | None
    events: tuple[Event, ...]
    unresolved: tuple[DateMention, ...] = ()
