"""Which days, months or years the axis names: as many as their names leave room for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from helpers.chart.scale import CUT, Scale
from helpers.chart.wording import Wording

ROOM_FOR_DAY, ROOM_FOR_MONTH, ROOM_FOR_YEAR = 28, 56, 40  # points, for the name of each
DAYS_IN_MONTH, DAYS_IN_YEAR = 30.44, 365.25
# Which days, every how many months, every how many years an axis may name, the closest first.
NAMED_DAYS = (tuple(range(1, 32)), (1, 5, 10, 15, 20, 25), (1, 10, 20))
NAMED_MONTHS = (1, 3)
NAMED_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)

Named = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Ticks:
    """The axis' marks: `named` ones, `short` ones without a name, and where longer `units` (month or year) begin."""

    named: Named
    short: tuple[float, ...]
    units: Named = ()


def ticks(scale: Scale, begin: float, end: float, wording: Wording) -> Ticks:
    """The marks from one place to another, but in the cuts."""
    found = [_ticks(scale, *stretch, wording) for stretch in scale.stretches(begin, end)]
    return Ticks(*(sum((getattr(part, name) for part in found), ()) for name in ("named", "short", "units")))


def _ticks(scale: Scale, begin: float, end: float, wording: Wording) -> Ticks:
    """The marks of a stretch without a cut, as close as their names leave room for."""
    first, last = scale.day_at(begin), scale.day_at(end)

    def marked(days: Iterable[date], name: Callable[[date], str]) -> Named:
        return tuple((scale.at(day), name(day)) for day in days if begin <= scale.at(day) <= end)

    def places(days: Iterable[date]) -> tuple[float, ...]:
        return tuple(place for place, _ in marked(days, str))

    def units(days: Iterable[date], name: Callable[[date], str], room: float) -> Named:
        """The axis begins inside a unit: that one is named too, where the next leaves room."""
        found = [unit for unit in marked(days, name) if unit[0] + room <= end + CUT]
        crowded = found and found[0][0] < begin + 1.6 * ROOM_FOR_MONTH
        return tuple(found) if crowded else ((begin, name(first)), *found)

    for named in NAMED_DAYS:
        if (named[-1] - named[-2]) * scale.day >= ROOM_FOR_DAY:
            days = list(_days(first, last))
            numbers = marked((day for day in days if day.day in named), lambda day: f"{day.day}")
            return Ticks(numbers, places(days), units(_months(first, last, 1), wording.month, ROOM_FOR_MONTH))
    for step in NAMED_MONTHS:
        if step * DAYS_IN_MONTH * scale.day >= ROOM_FOR_MONTH:
            months = marked(_months(first, last, step), lambda day: wording["months"][day.month - 1])
            return Ticks(months, places(_months(first, last, 1)), units(_years(first, last, 1), _year, ROOM_FOR_YEAR))
    step = next(step for step in NAMED_YEARS if step * DAYS_IN_YEAR * scale.day >= ROOM_FOR_YEAR)
    return Ticks(marked(_years(first, last, step), _year), places(_years(first, last, max(step // 10, 1))))


def _year(day: date) -> str:
    return f"{day.year}"


def _days(first: date, last: date) -> Iterator[date]:
    return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


def _months(first: date, last: date, step: int) -> Iterator[date]:
    return (date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13, step))


def _years(first: date, last: date, step: int) -> Iterator[date]:
    return (date(year, 1, 1) for year in range(first.year, last.year + 1) if year % step == 0)
