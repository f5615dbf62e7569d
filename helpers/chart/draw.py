"""The chart, put together: title, axis, what happened above it; what is due, planned or still going on below it."""

from collections.abc import Sequence
from datetime import date

from matplotlib.figure import Figure

from helpers.chart.labels import event_block, published_block
from helpers.chart.layout import AXIS_BEGINS, AXIS_ENDS, FIRST_DAY, LAST_DAY, MARGIN, WIDTH, Placed, height, mark, stack
from helpers.chart.lettering import (
    CAPTIONS,
    GREY,
    INK,
    LABEL,
    SOURCE,
    STATUS_COLOURS,
    SUBTITLE,
    TICK,
    TITLE,
    UNIT,
    Line,
    fit,
    wrap,
)
from helpers.chart.scale import Scale, fit_scale
from helpers.chart.sheet import Sheet
from helpers.chart.ticks import ticks
from helpers.chart.wording import Wording, clean, story
from helpers.records import Event, Timeline

CROWD = 6  # more labels than this on one side of the axis are wide and low
ABOVE, BELOW = 18.0, 44.0  # from the axis to the nearest label; below it the names of days, months or years come first
LEAST_ABOVE, HEADER_GAP = 64.0, 14.0
NAME_LINE, UNIT_LINE = -21.0, -36.0  # where the names of days and of longer units stand
UNIT_GAP = 5.0
CAPTION_LEADING, CAPTION_ABOVE, CAPTION_BELOW = 24.0, 40.0, -56.0
DOTTED, DASHED = (0, (1, 2.5)), (0, (4, 2.5))

Rows = list[tuple[Line, ...]]


def draw(timeline: Timeline, events: Sequence[Event], notes: Sequence[str], wording: Wording, rtl: bool) -> Figure:
    """Draw a timeline's `events` (where there are very many, the first ones), with `notes` at the foot."""
    scale = _scale(events, timeline.published)
    above, below = _placed(events, timeline.published, scale, wording)
    cut = [wording["cut"]] if scale and scale.cuts else []
    header, footer = _header(timeline, wording), _footer([*cut, *notes], wording)
    statuses = [status for status in STATUS_COLOURS if any(event.status == status for event in events)]
    top = max([LEAST_ABOVE, *(placed.far for placed in above)]) + HEADER_GAP + height(header)
    bottom = max([BELOW + CAPTION_LEADING * len(_below_axis(statuses)), *(placed.far for placed in below)])

    sheet = Sheet(top + MARGIN, bottom + height(footer) + MARGIN, rtl)
    sheet.write_rows(MARGIN, top, header)
    sheet.write_rows(MARGIN, -bottom, footer)
    _draw_axis(sheet, scale, wording)
    _draw_captions(sheet, statuses, wording)
    for placed in above:
        _draw_above(sheet, placed)
    for placed in below:
        _draw_below(sheet, placed)
    if not events:
        sheet.write(FIRST_DAY, ABOVE, Line(wording.framed(wording["empty"]), LABEL))
    return sheet.figure


def _below_axis(statuses: Sequence[str]) -> list[str]:
    return [status for status in statuses if status != "happened"]


def _scale(events: Sequence[Event], published: date | None) -> Scale | None:
    intervals = [(event.first, event.last) for event in events]
    intervals += [(published, published)] if published else []
    return fit_scale(intervals, FIRST_DAY, LAST_DAY - FIRST_DAY) if intervals else None


def _placed(
    events: Sequence[Event], published: date | None, scale: Scale | None, wording: Wording
) -> tuple[list[Placed], list[Placed]]:
    """The labels above and below the axis, each in its place. Of one day's events the first stands on top."""
    brief = Wording(wording.language, known=published.year if published else None)
    happened = [event for event in events if event.status == "happened"]
    others = [event for event in events if event.status != "happened"]
    above, below = (
        [event_block(event, mark(event, scale, published), brief, len(side) > CROWD) for event in side]
        for side in (happened, others)
    )
    if published:
        below.append(published_block(published, scale.at(published), wording))
    return stack(reversed(above), ABOVE), stack(below, BELOW)


def _header(timeline: Timeline, wording: Wording) -> Rows:
    room = WIDTH - 2 * MARGIN
    title = [(Line(story(line), TITLE),) for line in wrap(clean(timeline.title), TITLE, room, 3)]
    if timeline.published:
        subtitle = wording.say("subtitle", day=wording.day(timeline.published, weekday=False))
    else:
        subtitle = wording["subtitle_without_day"]
    return [*title, (Line(wording.framed(subtitle), SUBTITLE),)]


def _footer(notes: Sequence[str], wording: Wording) -> Rows:
    return [(Line(wording.framed(fit(note, SOURCE, WIDTH - 2 * MARGIN)), SOURCE),) for note in notes]


def _draw_axis(sheet: Sheet, scale: Scale | None, wording: Wording) -> None:
    stretches = scale.stretches(AXIS_BEGINS, AXIS_ENDS) if scale else [(AXIS_BEGINS, AXIS_ENDS)]
    for stretch in stretches:
        sheet.stroke(stretch, (0, 0), 1.6, color=INK)
    sheet.arrow_head(AXIS_ENDS)
    if scale:
        for cut in scale.cuts:
            sheet.cut(cut)
        _draw_ticks(sheet, scale, wording)


def _draw_ticks(sheet: Sheet, scale: Scale, wording: Wording) -> None:
    marks = ticks(scale, AXIS_BEGINS + 6, AXIS_ENDS - 20, wording)
    for place in marks.short:
        sheet.stroke((place, place), (0, -4), 0.8, color=GREY)
    written = AXIS_BEGINS
    for place, name in marks.named:
        sheet.stroke((place, place), (0, -8), 1, color=INK)
        line = Line(wording.framed(name), TICK)
        if place - line.width / 2 > written:  # right behind a cut there may be no room
            sheet.write_name(place, NAME_LINE, line, centred=True)
            written = place + line.width / 2
    for place, name in marks.units:
        unit = Line(wording.framed(name), UNIT)
        if place + UNIT_GAP + unit.width < AXIS_ENDS:
            sheet.write_name(place + UNIT_GAP, UNIT_LINE, unit, centred=False)


def _draw_captions(sheet: Sheet, statuses: Sequence[str], wording: Wording) -> None:
    """What the shapes mean, beside the axis, each on its side of it."""
    levels = {status: CAPTION_BELOW - CAPTION_LEADING * row for row, status in enumerate(_below_axis(statuses))}
    for status in statuses:
        level = levels.get(status, CAPTION_ABOVE)
        caption = Line(wording.framed(wording["captions"][status]), CAPTIONS[status])
        sheet.shape(MARGIN + 5, level + caption.hand.middle, status)
        sheet.write(MARGIN + 17, level, caption)


def _draw_above(sheet: Sheet, placed: Placed) -> None:
    block, status = placed.block, placed.block.event.status
    _draw_bars(sheet, placed, 0)
    sheet.stroke((block.stem, block.stem), (0, placed.far), 1.3, color=STATUS_COLOURS[status], zorder=2)
    sheet.shape(block.mark.place, 0, status)
    sheet.write_rows(block.begin, placed.far, block.rows)


def _draw_below(sheet: Sheet, placed: Placed) -> None:
    block = placed.block
    sheet.write_rows(block.begin, -placed.near, block.rows)
    if block.event is None:
        sheet.stroke((block.stem, block.stem), (5, -5), 2.4, color=INK)
        sheet.stroke((block.stem, block.stem), (0, -placed.far), 1.4, color=INK, linestyle=DASHED, zorder=1)
        return
    status, heading = block.event.status, block.rows[0][0].hand
    level = -placed.near - heading.leading + heading.foot + heading.middle
    _draw_bars(sheet, placed, level)
    colour = STATUS_COLOURS[status]
    sheet.stroke((block.stem, block.stem), (0, level), 1.1, color=colour, linestyle=DOTTED, zorder=1)
    sheet.shape(block.mark.place, level, status)


def _draw_bars(sheet: Sheet, placed: Placed, level: float) -> None:
    mark = placed.block.mark
    if mark.bar:
        sheet.bar(mark.bar, level, placed.block.event.status)
        sheet.bar(mark.shade, level, placed.block.event.status)
