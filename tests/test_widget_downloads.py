"""The links hold the very files that `save` writes, under a name that says what they are."""

import base64
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_display import Page

from helpers import SEED, build_timeline, read_article
from helpers.chart import draw_timeline
from helpers.chart.render import RENDERERS
from helpers.export import WRITERS
from helpers.records import Timeline
from helpers.widgets.downloads import MOST, PICTURES, TEXTS, File, links_to, picture_files, timeline_files

LINK = re.compile(r'<a download="([^"]+)" href="data:([^"]+?);base64,([^"]*)"')


STORY = build_timeline(read_article(SEED))


@pytest.fixture
def timeline() -> Timeline:
    return STORY


def held(markup: str) -> dict[str, tuple[str, bytes]]:
    """Each linked file's name, its media type and its bytes."""
    return {name: (kind, base64.b64decode(data, validate=True)) for name, kind, data in LINK.findall(markup)}


def test_a_link_holds_the_file_that_save_writes(timeline: Timeline) -> None:
    chart = draw_timeline(timeline)
    wanted = {ending: write(timeline) for ending, write in WRITERS.items()}
    wanted |= {ending: RENDERERS[ending](chart.figure, chart.telling) for ending in PICTURES}
    files = held(links_to([*timeline_files(timeline), *picture_files(timeline, chart)]).html)
    assert {name.rpartition(".")[2]: data for name, (_, data) in files.items()} == wanted
    assert set(files) == {f"timeline-2020-11-13.{ending}" for ending in wanted}


def test_each_file_says_what_it_is(timeline: Timeline) -> None:
    files = held(links_to([*timeline_files(timeline)]).html)
    kinds = {name.rpartition(".")[2]: kind for name, (kind, _) in files.items()}
    assert kinds == {
        "csv": "text/csv;charset=utf-8",
        "json": "application/json",
        "ics": "text/calendar;charset=utf-8",
    }
    assert TEXTS.keys() == WRITERS.keys()


def test_a_story_without_a_day_has_files_too() -> None:
    assert {file.name for file in timeline_files(Timeline("", None, ()))} == {f"timeline.{ending}" for ending in TEXTS}


def test_what_no_browser_would_follow_is_only_named(timeline: Timeline) -> None:
    view = links_to([File("small.csv", TEXTS["csv"], b"x" * MOST), File("big.csv", TEXTS["csv"], b"x" * (MOST + 1))])
    assert list(held(view.html)) == ["small.csv"]
    assert "big.csv is too large for a link" in view.html
    assert view.plain == "Take away: small.csv, big.csv is too large for a link"


def test_links_have_a_place_in_the_order_of_the_keyboard(timeline: Timeline) -> None:
    view = links_to([*timeline_files(timeline)])
    assert Page(view.html).tags.count("a") == len(TEXTS)
    assert not re.search(r"tabindex|onclick|<script", view.html)


@given(st.text(), st.dates(), st.text())
def test_no_text_gets_out_of_a_link(title: str, day: date, words: str) -> None:
    first, *others = STORY.events
    events = (replace(first, label=words + "<script>", reported_by=words), *others)
    view = links_to([*timeline_files(replace(STORY, title=title, published=day, events=events))])
    assert "<script>" not in view.html
    assert len(held(view.html)) == len(TEXTS)
