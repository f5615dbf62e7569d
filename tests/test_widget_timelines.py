"""The explorer of timelines shows what is chosen, the way it is turned, and hands out the same."""

import base64
import csv
import io
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_display import Page
from test_widget_downloads import held

from helpers import SEED, build_timeline, read_article
from helpers.records import Timeline
from helpers.widgets.timelines import (
    ANYONE,
    STORY,
    choose_events,
    explore_timeline,
    picture_view,
    words_view,
)

TIMELINE = build_timeline(read_article(SEED))
ALL = ("happened", "due")
ALIYEV = "إلهام علييف"


def words(timeline: Timeline, direction: str = "rtl", language: str = "ar"):
    return words_view(timeline, len(TIMELINE.events), direction, language, False)


@pytest.mark.parametrize(
    ("statuses", "teller", "places"),
    [
        (ALL, ANYONE, [0, 1, 2, 3, 4]),
        (["happened"], ANYONE, [0, 1]),
        (["due"], ANYONE, [2, 3, 4]),
        (ALL, STORY, [0, 1]),
        (ALL, ALIYEV, [2, 3, 4]),
        (["due"], STORY, []),
        ([], ANYONE, []),
    ],
)
def test_the_events_that_are_chosen_stay_in_their_order(statuses, teller, places) -> None:
    assert choose_events(TIMELINE, statuses, teller).events == tuple(TIMELINE.events[place] for place in places)


def test_the_table_says_how_many_of_how_many() -> None:
    assert "5 of 5 events" in words(TIMELINE).plain
    assert "3 of 5 events" in words(choose_events(TIMELINE, ["due"], ANYONE)).plain
    assert "0 of 5 events" in words(choose_events(TIMELINE, [], ANYONE)).plain


def test_the_files_hold_what_is_chosen_and_no_more() -> None:
    view = words(choose_events(TIMELINE, ["due"], ANYONE))
    (data,) = (data for name, (_, data) in held(view.html).items() if name.endswith(".csv"))
    _, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert [row[0] for row in rows] == ["2020-11-15", "2020-11-20", "2020-12-01"]


def test_turned_the_table_begins_at_the_other_side() -> None:
    assert words(TIMELINE).html.startswith('<div dir="rtl"')
    assert words(TIMELINE, "ltr").html.startswith('<div dir="ltr"')


def test_the_frame_speaks_the_language_that_is_chosen() -> None:
    assert "until Sunday 15 November 2020" in words(TIMELINE, language="en").plain
    assert "حتى الأحد 15 نوفمبر 2020" in words(TIMELINE).plain
    assert picture_view(TIMELINE, "ltr", "en", False).plain.startswith("Timeline: ")


def test_the_picture_has_its_telling_as_alt_text() -> None:
    view = picture_view(TIMELINE, "rtl", "ar", False)
    (png, alt) = re.search(r'src="data:image/png;base64,([^"]+)" alt="([^"]+)"', view.html).groups()
    assert base64.b64decode(png).startswith(b"\x89PNG")
    assert [event.label for event in TIMELINE.events if event.label not in alt] == []


def test_pictures_to_take_away_come_when_they_are_asked_for() -> None:
    assert not held(picture_view(TIMELINE, "rtl", "ar", False).html)
    assert {name.rpartition(".")[2] for name in held(picture_view(TIMELINE, "rtl", "ar", True).html)} == {"png", "svg"}


def test_each_control_draws_the_picture_anew_and_what_was_drawn_is_kept() -> None:
    explored = explore_timeline(TIMELINE)
    *_, told, drawn = explored.widget.children
    assert explored.twin.html.endswith(told.value + drawn.value)
    first = drawn.value
    happened = explored.widget.children[1].children[0]
    happened.value = False
    second = drawn.value
    assert second != first
    hits = picture_view.cache_info().hits
    happened.value = True
    assert drawn.value == first
    assert picture_view.cache_info().hits == hits + 1


def test_a_story_without_events_can_be_explored() -> None:
    explored = explore_timeline(Timeline("", None, ()))
    assert "0 of 0 events" in explored.twin.plain


@given(st.text(), st.text(), st.text())
def test_any_text_is_shown_as_text(label: str, speaker: str, place: str) -> None:
    event = replace(TIMELINE.events[0], label=label + "<script>", reported_by=speaker or None, where=(place + "<b>",))
    timeline = replace(TIMELINE, events=(event,), published=date(2020, 11, 13))
    view = words(choose_events(timeline, ALL, speaker or STORY))
    assert "<script>" not in view.html and "<b>" not in view.html
    Page(view.html)
