"""An explorer: a timeline to filter, to turn and to take away.

The table and the files of text follow a control at once. The picture takes about 0.2 seconds, so it comes right after
them, and what was drawn once is kept.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from helpers.chart import draw_timeline
from helpers.chart.wording import Wording
from helpers.display import View, table
from helpers.display.view import joined
from helpers.records import Event, Timeline
from helpers.widgets.base import Explorer, choice, explorer, sentences, switch
from helpers.widgets.downloads import links_to, picture_files, timeline_files

ANYONE, STORY = "anyone", "the story itself"
DIRECTIONS = {"to the left": "rtl", "to the right": "ltr"}
LANGUAGES = {"English": "en", "Arabic": "ar"}
COLUMNS = ("when", "status", "where", "in the story's words", "according to")
KEPT = 32  # pictures; each takes a tenth of a megabyte, with its files half of one


def explore_timeline(timeline: Timeline) -> Explorer:
    """Explore a timeline: which events it shows, which way time runs, in which language its frame speaks."""
    statuses = tuple(dict.fromkeys(event.status for event in timeline.events))
    tellers = dict.fromkeys(event.reported_by for event in timeline.events if event.reported_by)
    controls = [
        *(switch(status, True) for status in statuses),
        choice("Told by:", (ANYONE, STORY, *tellers)),
        choice("Time runs:", DIRECTIONS),
        choice("Frame in:", LANGUAGES),
        switch("PNG and SVG too", False),
    ]

    def with_chosen(view: Callable[..., View]) -> Callable[..., View]:
        def of_controls(*values: object) -> View:
            *on, teller, way, language, pictures = values
            shown = [status for status, chosen in zip(statuses, on, strict=True) if chosen]
            return view(choose_events(timeline, shown, teller), DIRECTIONS[way], LANGUAGES[language], pictures)

        return of_controls

    count = len(timeline.events)
    words = with_chosen(lambda chosen, *settings: words_view(chosen, count, *settings))
    return explorer(controls, words, with_chosen(picture_view))


def choose_events(timeline: Timeline, statuses: Sequence[str], teller: str) -> Timeline:
    """The timeline with the events of these statuses, told by `teller`: a speaker, the story itself or anyone."""

    def fits(event: Event) -> bool:
        return event.status in statuses and teller in (ANYONE, event.reported_by or STORY)

    return replace(timeline, events=tuple(filter(fits, timeline.events)))


def words_view(timeline: Timeline, count: int, direction: str, language: str, pictures: bool) -> View:
    """The events in a table and their files of text; `count` is how many events there were to choose from."""
    wording = Wording(language)
    rows = [
        (wording.event_days(event), wording["statuses"][event.status], event.where, event.label, event.reported_by)
        for event in timeline.events
    ]
    shown = table(rows, COLUMNS, f"{len(rows)} of {count} events", direction)
    below = [sentences(["PNG and SVG stand below the picture."])] if pictures else []
    return joined([shown, links_to([*timeline_files(timeline)]), *below])


@lru_cache(KEPT)
def picture_view(timeline: Timeline, direction: str, language: str, pictures: bool) -> View:
    """The chart, with its telling for those who can't see it; with `pictures`, its files too."""
    chart = draw_timeline(timeline, direction, language)
    links = [links_to([*picture_files(timeline, chart)])] if pictures else []
    return joined([View(chart._repr_mimebundle_()["text/html"], chart.telling), *links])
