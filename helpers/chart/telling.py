"""A timeline told in words: for those who can't see the picture, for search, and for tests."""

from helpers.chart.wording import Wording, clean
from helpers.records import Event, Timeline


def tell(timeline: Timeline, wording: Wording, drawn: int) -> str:
    """The chart in words, a line for each event in the order of their days; `drawn` is how many the picture shows."""
    published = timeline.published
    lines = [wording.say("timeline", title=clean(timeline.title))] if timeline.title else []
    lines.append(wording.say("published", day=wording.day(published)) if published else wording["unpublished"])
    lines += [_told(number, event, wording) for number, event in enumerate(timeline.events, start=1)]
    lines += [] if timeline.events else [wording["empty"]]
    return "\n".join(lines + notes(timeline, wording, drawn))


def notes(timeline: Timeline, wording: Wording, drawn: int) -> list[str]:
    """What the chart leaves out: events beyond the first `drawn`, and dates that could not be resolved."""
    notes = []
    if drawn < len(timeline.events):
        notes.append(wording.say("left_out", drawn=drawn, all=len(timeline.events)))
    if timeline.unresolved:
        quotes = wording.listed(f"«{mention.text}»" for mention in timeline.unresolved)
        notes.append(wording.say("unresolved", quotes=quotes))
    return notes


def _told(number: int, event: Event, wording: Wording) -> str:
    sources = [wording.say("quote", words=clean(event.quote))]
    if event.where:
        sources.append(wording.say("places", names=wording.listed(event.where)))
    if event.reported_by:
        sources.append(wording.say("reported", words=clean(event.reported_by)))
    days, status = wording.event_days(event), wording["statuses"][event.status]
    return f"{number}. {days}{wording['comma']}{status}: {clean(event.label)} ({wording['semicolon'].join(sources)})"
