"""Where a day stands on the axis: in step with time, but long stretches without dates are cut short.

Else a story of this week that recalls a day of 1988 would have its whole week in one spot. Places and lengths are
points (1/72 inch), counted from the edge where time begins.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

FEWEST_DAYS = 10  # an axis of fewer would blow up a single day
# A stretch without dates is cut short where it is longer than two thirds of the time, and than a quarter of a year.
LONG, FEWEST_CUT, MOST_CUTS = 2 / 3, 90, 2
CUT, EDGE = 14.0, 26.0  # what is drawn for the days left out, and of the stretch on either side of them

Places = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Scale:
    """A line from knot to knot: the day of ordinal `ordinals[i]` stands at `places[i]`; a day is `day` long.

    Only inside the `cuts`, from one place to another each, a day is much shorter.
    """

    ordinals: Sequence[float]
    places: Sequence[float]
    day: float
    cuts: tuple[Places, ...] = ()

    def at(self, day: date) -> float:
        return _led(day.toordinal(), self.ordinals, self.places)

    def day_at(self, place: float) -> date:
        """The day at a place, or the nearest one that the calendar has."""
        ordinal = round(_led(place, self.places, self.ordinals))
        return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))

    def stretches(self, begin: float, end: float) -> list[Places]:
        """The axis from one place to another, without the cuts."""
        edges = [begin, *(edge for cut in self.cuts for edge in cut), end]
        return list(zip(edges[::2], edges[1::2], strict=True))


def _led(value: float, ones: Sequence[float], others: Sequence[float]) -> float:
    """Lead a value along the line between the two knots around it; beyond the last ones the line goes on."""
    i = min(max(bisect_right(ones, value), 1), len(ones) - 1)
    slope = (others[i] - others[i - 1]) / (ones[i] - ones[i - 1])
    return others[i - 1] + (value - ones[i - 1]) * slope


def fit_scale(intervals: Iterable[tuple[date, date]], origin: float, length: float) -> Scale:
    """The scale that spreads these first and last days (at least one) over a length; few days stand in its middle."""
    taken = sorted({(first.toordinal(), last.toordinal()) for first, last in intervals})
    first, last = taken[0][0], max(end for _, end in taken)
    gaps = _long_gaps(taken, last - first) if len(taken) > 2 else []
    kept = last - first - sum(end - start for start, end in gaps)
    spare = max(FEWEST_DAYS - kept, 0)
    day = (length - len(gaps) * (EDGE + CUT + EDGE)) / (kept + spare)
    ordinals, places = [first - spare / 2], [origin]
    for start, end in gaps:
        cut = places[-1] + (start - ordinals[-1]) * day + EDGE
        ordinals += [start + EDGE / day, end - EDGE / day]
        places += [cut, cut + CUT]
    ordinals.append(last + spare / 2)
    places.append(origin + length)
    return Scale(ordinals, places, day, tuple(zip(places[1:-1:2], places[2:-1:2], strict=True)))


def _long_gaps(taken: Sequence[tuple[int, int]], whole: int) -> list[tuple[int, int]]:
    """The stretches without dates that are cut short, as the days on either side of them."""
    long = []
    for gap in sorted(_gaps(taken), key=lambda gap: gap[0] - gap[1])[:MOST_CUTS]:
        days = gap[1] - gap[0]
        if days < max(LONG * whole, FEWEST_CUT):
            break
        long.append(gap)
        whole -= days
    return sorted(long)


def _gaps(taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reached = taken[0][1]
    for start, end in taken[1:]:
        if start > reached:
            yield reached, start
        reached = max(reached, end)
