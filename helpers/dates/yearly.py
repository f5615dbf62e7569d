"""What comes every year, a day, a month or a season: which year's is meant where the story doesn't say?"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from helpers.dates import intervals
from helpers.dates.calendars import Resolved, hijri_year_of
from helpers.dates.context import Context, say, today_of
from helpers.dates.intervals import Interval

_FAR_AHEAD = timedelta(days=300)
_REACH, _LONG_REACH = 2, 8  # years to both sides; 29 February and 30 Safar aren't in every year


class Yearly(NamedTuple):
    """A day of a month, or so many months from one on: 15 November is (11, 15), the spring (3, None, 3)."""

    month: int
    day: int | None = None
    months: int = 1
    hijri: bool = False

    def in_year(self, year: int) -> Interval:
        """Give its first and last day in a year; raises ValueError or OverflowError where the year has none."""
        if self.hijri:
            day = self.day
            return intervals.hijri_day(year, self.month, day) if day else intervals.hijri_month(year, self.month)
        if self.day:
            return (date(year, self.month, self.day),) * 2
        return intervals.months(year, self.month, self.months)


def choose(yearly: Yearly, when: int | None, context: Context) -> Resolved:
    """Choose the year by the deictic («المقبل» is a `when` of 1), else by the tense, else the nearest."""
    today = today_of(context)
    if when is not None:
        return _by_deictic(yearly, when, today)
    if context.year is not None and not yearly.hijri and abs(context.year - today.year) > 1:
        return yearly.in_year(context.year), "It takes its year from its own sentence."
    around = _around(yearly, today)
    if context.direction == -1 and around and around[0][0] <= today:
        found = max(found for found in around if found[0] <= today)
        return found, f"The last one up to {say(today)}, for its clause speaks of the past."
    if context.direction == 1 and around and around[-1][1] >= today:
        ahead = min(found for found in around if found[1] >= today)
        # A month most of a year ahead is written with its year or «المقبل»; without them the last one is meant.
        if _distance(ahead, today) < _FAR_AHEAD:
            return ahead, f"The next one from {say(today)} on, for its clause speaks of the future."
    return _nearest(yearly, today), f"The one nearest to {say(today)}, the day of publication."


def _by_deictic(yearly: Yearly, when: int, today: date) -> Resolved:
    """«الماضي» lies wholly before today, «المقبل» wholly after it."""
    if when == 0:
        nearest = _nearest(yearly, today)
        this_month = (today.year, today.month) in [(day.year, day.month) for day in nearest]
        is_current = this_month or nearest[0] <= today <= nearest[1]
        return (
            nearest,
            f"The current one, seen from {say(today)}." if is_current else f"The one nearest to {say(today)}.",
        )
    if when < 0:
        passed = [found for found in _around(yearly, today) if found[1] < today]
        return _counted(passed[::-1], -when), f"The last {'but ' * (when < -1)}one before {say(today)}."
    to_come = [found for found in _around(yearly, today) if found[0] > today]
    return _counted(to_come, when), f"The {'next' if when == 1 else 'second'} one after {say(today)}."


def _counted(found: Sequence[Interval], rank: int) -> Interval:
    if len(found) < rank:
        raise OverflowError("beyond the first or the last days of the calendar")
    return found[rank - 1]


@lru_cache(maxsize=1_000)  # a story names few days and months, and each again and again
def _around(yearly: Yearly, today: date) -> tuple[Interval, ...]:
    """Give its intervals in the years around today's, one after the other, of those years that have it."""
    year = hijri_year_of(today) if yearly.hijri else today.year
    near = _in_years(yearly, year, _REACH)
    return near if len(near) == 2 * _REACH + 1 else _in_years(yearly, year, _LONG_REACH)


def _in_years(yearly: Yearly, year: int, reach: int) -> tuple[Interval, ...]:
    return tuple(found for near in range(year - reach, year + reach + 1) if (found := _try(yearly, near)))


def _try(yearly: Yearly, year: int) -> Interval | None:
    """29 February and 30 Safar are not in every year, and the tables have an end."""
    try:
        return yearly.in_year(year)
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=1_000)
def _nearest(yearly: Yearly, today: date) -> Interval:
    return min(_around(yearly, today), key=lambda found: _distance(found, today))


def _distance(found: Interval, today: date) -> timedelta:
    return max(found[0] - today, today - found[1], timedelta(0))
