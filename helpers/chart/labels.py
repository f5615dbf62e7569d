"""What stands beside an event: its days, its words in the story, its date in the story's words, and who reports it."""

from collections.abc import Iterable
from datetime import date

from helpers.chart.layout import STEM_GAP, Block, Mark, flow, label_begins, label_room, row_width
from helpers.chart.lettering import HEADINGS, LABEL, PUBLISHED, SOURCE, Line, fit, width, wrap
from helpers.chart.wording import Wording, clean, story
from helpers.records import Event


def event_block(event: Event, mark: Mark, wording: Wording, crowded: bool) -> Block:
    """An event's label. On a crowded side of the axis, where many stand one over another, it is wide and low."""
    begin = label_begins(event, mark)
    room = label_room(begin, crowded)
    *over, heading = _heading(event, wording, room)
    told = [Line(story(line), LABEL) for line in wrap(clean(event.label), LABEL, room, 2 if crowded else 3)]
    sources = [_source("quote", event.quote, wording, room)]
    if event.reported_by:
        sources.append(_source("reported", event.reported_by, wording, room))
    top, *rest = flow([heading, *sources], room) if crowded else _rows([heading, *sources])
    rows = (*_rows(over), top, *_rows(told), *rest)
    return Block(rows, begin, begin + max(map(row_width, rows)), mark.stem, event, mark)


def _rows(lines: Iterable[Line]) -> list[tuple[Line, ...]]:
    return [(line,) for line in lines]


def _heading(event: Event, wording: Wording, room: float) -> list[Line]:
    """The event's days; below the axis, where deadlines stand side by side, its places come first."""
    hand = HEADINGS[event.status]
    days = wording.event_days(event, weekday=event.status in ("happened", "planned"))
    lines = wrap(days, hand, room, 2)
    if event.where and event.status != "happened":
        places = f"{story(fit(wording.listed(event.where), hand, room - width(': ', hand)))}:"
        together = f"{places} {days}"
        lines = [together] if width(together, hand) <= room else [places, *lines]
    return [Line(wording.framed(line), hand) for line in lines]


def _source(phrase: str, words: str, wording: Wording, room: float) -> Line:
    """A phrase of the frame around words of the story, which are cut so that the line fits."""
    spare = room - width(wording.say(phrase, words=""), SOURCE)
    return Line(wording.framed(wording.say(phrase, words=story(fit(clean(words), SOURCE, spare)))), SOURCE)


def published_block(day: date, stem: float, wording: Wording) -> Block:
    """The caption of the day on which the story was published."""
    caption = Line(wording.framed(wording.say("published", day=wording.day(day))), PUBLISHED)
    begin = stem + STEM_GAP
    return Block(((caption,),), begin, begin + caption.width, stem)
