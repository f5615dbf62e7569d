"""Tables in plain text, for terminals that put Arabic in order and for those that don't.

Columns run from left to right, each cell in the order in which it is read. Where the terminal (or the browser) orders
Arabic by itself, neighbouring cells would run together into one line from right to left: marks of direction, which
take no room, hold each cell in its column.
"""

import textwrap
from collections.abc import Sequence

from helpers.characters import category, direction, is_wide
from helpers.records import Event, Span, Timeline
from helpers.safe import days, names, one_line

LRM = "\N{LEFT-TO-RIGHT MARK}"
RLM = "\N{RIGHT-TO-LEFT MARK}"
EVENT_COLUMNS = ("date", "status", "who", "where", "words in the story", "reported by")
GAP = "  "
NARROWEST = 10


def width(text: str) -> int:
    """The columns that a text takes in a terminal: none for a combining or invisible mark, two for a wide letter."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if is_wide(character) else 1


def is_arabic(text: str) -> bool:
    """Whether a text has letters that run from right to left."""
    return any(direction(character) in ("R", "AL") for character in text)


def runs(text: str) -> str:
    """Which way most letters of a text run: "rtl", "ltr", or "" where it has none.

    >>> runs("«إن» (inna, that)")
    'ltr'
    """
    kinds = [direction(character) for character in text]
    right, left = sum(kind in ("R", "AL") for kind in kinds), kinds.count("L")
    return "rtl" if right > left else "ltr" if left else ""


def plain_table(columns: Sequence[str], rows: Sequence[Sequence[str]], room: int | None = None) -> str:
    """A table with a line under its heads; cells, one line each, wrap where it would be wider than `room` columns."""
    columns = list(map(one_line, columns))
    table = [columns, *rows]
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    if room:
        widths = _narrowed(widths, room)
    wrapped = [[_wrapped(cell, limit) for cell, limit in zip(row, widths, strict=True)] for row in table]
    widths = [max(width(line) for cell in column for line in cell) for column in zip(*wrapped, strict=True)]
    heads, *body = ("\n".join(_lines(row, widths)) for row in wrapped)
    return "\n".join([heads, GAP.join("-" * wide for wide in widths), *body])


def _narrowed(widths: list[int], room: int) -> list[int]:
    """The widths of columns that fit, taken from the widest first."""
    widths = list(widths)
    while sum(widths) + len(GAP) * (len(widths) - 1) > room and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _wrapped(cell: str, limit: int) -> list[str]:
    return textwrap.wrap(cell, max(limit, 1), break_long_words=False, break_on_hyphens=False) or [""]


def _lines(row: Sequence[Sequence[str]], widths: Sequence[int]) -> list[str]:
    """One row's lines on the screen: as many as its longest cell has."""
    height = max(map(len, row))
    padded = [[*cell, *[""] * (height - len(cell))] for cell in row]
    return [GAP.join(map(_held, line, widths)).rstrip(GAP + LRM) for line in zip(*padded, strict=True)]


def _held(text: str, wide: int) -> str:
    """A text filled up to its column's width, its direction marked where it has right-to-left letters."""
    filler = " " * (wide - width(text))
    if is_arabic(text):
        mark = RLM if runs(text) == "rtl" else LRM
        return mark + text + mark + filler + LRM
    return text + filler


def cell_text(value: object) -> str:
    """A value as a table shows it, on one line: a span by its text, several names or spans in one, None as "-"."""
    match value:
        case None:
            return "-"
        case Span():
            return one_line(value.text)
        case tuple() | list():
            return names(map(cell_text, value)) or "-"
    return one_line(str(value))


def event_rows(timeline: Timeline) -> list[list[str]]:
    """What `EVENT_COLUMNS` names, for each event."""
    return [
        [cell_text(value) for value in (days(event.first, event.last), event.status, event.who, event.where)]
        + [_words(event), cell_text(event.reported_by)]
        for event in timeline.events
    ]


def _words(event: Event) -> str:
    """An event's own clause, and its date's words where the clause doesn't hold them."""
    return one_line(event.label if event.quote in event.label else f"{event.label} («{event.quote}»)")
