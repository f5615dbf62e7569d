"""Where days stand on the chart's axis, and where it is cut."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.chart.scale import CUT, EDGE, MOST_CUTS, Scale, fit_scale

ORIGIN, LENGTH = 30.0, 380.0
DAY = timedelta(1)
NEAR = st.dates(date(2020, 11, 1), date(2020, 11, 30))
FAR = st.sampled_from([date(622, 7, 16), date(1453, 5, 29), date(1988, 2, 20), date(2010, 12, 17), date(2150, 1, 1)])
INTERVALS = st.builds(
    lambda first, days: (first, first + days * DAY),
    NEAR | FAR | st.dates(max_value=date(9990, 1, 1)),
    st.sampled_from([0, 6]),
)


def scale_of(*intervals: tuple[date, date]) -> Scale:
    return fit_scale(intervals, ORIGIN, LENGTH)


def single(*days: date) -> list[tuple[date, date]]:
    return [(day, day) for day in days]


WEEK = single(*(date(2020, 11, 9) + n * DAY for n in range(7)))


@given(st.lists(INTERVALS, min_size=1, max_size=8))
def test_days_stand_in_their_order_inside_the_axis_and_outside_its_cuts(intervals):
    scale = scale_of(*intervals)
    days = sorted({day for pair in intervals for day in pair})
    places = [scale.at(day) for day in days]
    assert all(one < other for one, other in pairwise(places))
    assert places[0] > ORIGIN - 0.001 and places[-1] < ORIGIN + LENGTH + 0.001
    assert [scale.day_at(place) for place in places] == days
    assert not [place for place in places for begin, end in scale.cuts if begin - EDGE / 2 < place < end + EDGE / 2]
    assert len(scale.cuts) <= MOST_CUTS


@given(st.lists(INTERVALS, min_size=1, max_size=8))
def test_outside_the_cuts_time_is_to_scale(intervals):
    scale = scale_of(*intervals)
    days = sorted({day for pair in intervals for day in pair})
    for one, other in pairwise(days):
        if not any(scale.at(one) < begin < scale.at(other) for begin, _ in scale.cuts):
            assert scale.at(other) - scale.at(one) == pytest.approx((other - one).days * scale.day)


def test_a_day_long_ago_leaves_room_for_the_days_of_this_week():
    whole = scale_of(*WEEK)
    recalled = scale_of(*single(date(1988, 2, 20)), *WEEK)
    assert not whole.cuts and len(recalled.cuts) == 1
    assert recalled.day > whole.day / 2
    assert recalled.at(WEEK[0][0]) - recalled.at(date(1988, 2, 20)) == pytest.approx(EDGE + CUT + EDGE)


def test_so_do_days_long_ago_and_far_ahead():
    scale = scale_of(*single(date(622, 7, 16), date(2150, 1, 1)), *WEEK)
    assert len(scale.cuts) == 2
    assert scale.day > scale_of(*WEEK).day / 3
    assert len(scale.stretches(0, 500)) == 3


@pytest.mark.parametrize(
    ("intervals", "why"),
    [
        (single(date(1988, 2, 20), date(2020, 11, 13)), "between two dates nothing is squeezed"),
        (single(*(date(year, 1, 1) for year in range(1970, 2021, 10))), "no stretch is much longer than the others"),
        (single(date(2020, 9, 1), date(2020, 11, 9), date(2020, 11, 12)), "weeks are no long time"),
        ([(date(1988, 1, 1), date(2020, 12, 31)), *WEEK], "it is no stretch without dates"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_no_cut_where(intervals, why):
    assert not scale_of(*intervals).cuts
