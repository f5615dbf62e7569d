"""Where everything stands on the chart: pure geometry, in points (1/72 inch).

Along the axis a place is counted from the edge where time begins; away from the axis a distance is counted from it.
So both directions of time, and both sides of the axis, follow the same rules.

A label stands beside the stem that joins it to its day, on the side of what comes later, and farther from the axis
than every later label that it would meet. So labels never meet, and no stem crosses a label.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from helpers.chart.lettering import Line
from helpers.chart.scale import Scale
from helpers.records import Event

WIDTH = 792.0  # 11 inches
MARGIN = 24.0
CAPTIONS_WIDTH = 112.0  # the column beside the axis that says what the shapes mean
AXIS_BEGINS, AXIS_ENDS = MARGIN + CAPTIONS_WIDTH, WIDTH - MARGIN
LABEL_ROOM, WIDE_LABEL_ROOM = 208.0, 400.0
FIRST_DAY, LAST_DAY = AXIS_BEGINS + 30, AXIS_ENDS - LABEL_ROOM - 18
GAP = 9.0  # between two labels
STEM_GAP, MARKER_GAP = 7.0, 12.0  # from a stem, or from a shape or bar, to the label
RUN_GAP = 10.0  # between two lines in one row
SHORTEST_BAR = 16.0  # a shorter one would hide behind its shape
SHORTEST_ARROW = 26.0


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands for an event: a stem from the axis at `stem`, a shape at `place`, for an interval a bar as well.

    `shade` is the part of the bar that is meant: a third for a vague date («أوائل»), else all of it.
    """

    stem: float
    place: float
    bar: tuple[float, float] | None = None
    shade: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A label: rows of one or more lines that begin at `begin`, with a stem at `stem`. All but `rows` are places."""

    rows: tuple[tuple[Line, ...], ...]
    begin: float
    end: float
    stem: float
    event: Event | None = None
    mark: Mark | None = None

    @property
    def height(self) -> float:
        return height(self.rows)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and its distance from the axis: where it begins and where it ends."""

    block: Block
    near: float
    far: float


def height(rows: Iterable[tuple[Line, ...]]) -> float:
    return sum(row[0].hand.leading for row in rows)


def row_width(row: Iterable[Line]) -> float:
    return sum(line.width + RUN_GAP for line in row) - RUN_GAP


def flow(lines: Iterable[Line], room: float) -> list[tuple[Line, ...]]:
    """Put lines beside each other as long as they fit into `room`, each row's first line being the largest."""
    rows: list[tuple[Line, ...]] = []
    for line in lines:
        if rows and row_width((*rows[-1], line)) <= room:
            rows[-1] = (*rows[-1], line)
        else:
            rows.append((line,))
    return rows


def stack(blocks: Iterable[Block], nearest: float) -> list[Placed]:
    """Put each block at the least distance, from `nearest` on, where it meets no later block."""
    placed: list[Placed] = []
    for block in sorted(blocks, key=lambda block: block.stem, reverse=True):
        near = max([nearest, *(other.far + GAP for other in placed if other.block.stem < block.end + GAP)])
        placed.append(Placed(block, near, near + block.height))
    return placed


def mark(event: Event, scale: Scale, published: date | None) -> Mark:
    """Where an event stands on the axis. A deadline is its last day only, as the story gives it no beginning."""
    first, last = scale.at(event.first), scale.at(event.last)
    if event.status == "due":
        return Mark(last, last)
    if event.status == "since":
        end = max(scale.at(published or event.first), first + SHORTEST_ARROW)
        return Mark(first, end, (first, end), (min(last, end), end))
    if last - first < SHORTEST_BAR:
        return Mark((first + last) / 2, (first + last) / 2)
    shade = _part(first, last, event.mention.part)
    middle = sum(shade) / 2
    return Mark(middle if event.status == "happened" else first, middle, (first, last), shade)


def _part(begin: float, end: float, part: str | None) -> tuple[float, float]:
    """The third of an interval that a vague date means, or all of it."""
    third = (end - begin) / 3
    thirds = {"start": (begin, begin + third), "middle": (begin + third, end - third), "end": (end - third, end)}
    return thirds.get(part, (begin, end))


def label_begins(event: Event, mark: Mark) -> float:
    """Beside the stem above the axis; below it, beyond the shape or the bar."""
    if event.status == "happened":
        return mark.stem + STEM_GAP
    return (mark.bar[1] if mark.bar else mark.place) + MARKER_GAP


def label_room(begins: float, crowded: bool) -> float:
    """How wide a label may be that begins at a place."""
    return min(WIDE_LABEL_ROOM if crowded else LABEL_ROOM, AXIS_ENDS - begins)
