"""Part of an explorer: a timeline's files behind links, so that a learner takes them away without a line of code.

A link holds its file (a `data:` address), so it needs neither a server nor a folder that can be written to.
"""

import base64
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from helpers.chart import Chart
from helpers.chart.render import RENDERERS
from helpers.display import View
from helpers.export import WRITERS
from helpers.records import Timeline

MOST = 1_500_000  # bytes: encoded they are two million characters, and Chromium follows no longer address
LINK = "display:inline-block;padding:3px 10px;margin:3px;border:1px solid #8c959f;border-radius:4px"


class Kind(NamedTuple):
    """A format of file: what it is for, and its media type (IANA)."""

    use: str
    media_type: str


TEXTS = {
    "csv": Kind("CSV, for a spreadsheet", "text/csv;charset=utf-8"),
    "json": Kind("JSON, for TimelineJS", "application/json"),
    "ics": Kind("iCalendar, for a calendar", "text/calendar;charset=utf-8"),
}
PICTURES = {
    "png": Kind("PNG picture", "image/png"),
    "svg": Kind("SVG picture, sharp at any size", "image/svg+xml"),
}


class File(NamedTuple):
    """A file to take away."""

    name: str
    kind: Kind
    data: bytes


def timeline_files(timeline: Timeline) -> Iterator[File]:
    """The timeline as CSV, TimelineJS JSON and iCalendar: a few milliseconds."""
    for ending, kind in TEXTS.items():
        yield File(f"{stem(timeline)}.{ending}", kind, WRITERS[ending](timeline))


def picture_files(timeline: Timeline, chart: Chart) -> Iterator[File]:
    """The timeline's chart as PNG and SVG: a third of a second."""
    for ending, kind in PICTURES.items():
        yield File(f"{stem(timeline)}.{ending}", kind, RENDERERS[ending](chart.figure, chart.telling))


def links_to(files: Sequence[File]) -> View:
    """A link for each file, which can be followed by the keyboard alone; one too large for a link is only named."""
    marked = "".join(_link(file) if len(file.data) <= MOST else f" {_too_large(file)}" for file in files)
    lines = [file.name + ("" if len(file.data) <= MOST else " is too large for a link") for file in files]
    return View(f'<div dir="ltr" lang="en">Take away: {marked}</div>', f"Take away: {', '.join(lines)}")


def stem(timeline: Timeline) -> str:
    """What a timeline's files are called before the dot: by the day of publication, if it is known."""
    return f"timeline-{timeline.published}" if timeline.published else "timeline"


def _link(file: File) -> str:
    address = f"data:{file.kind.media_type};base64,{base64.b64encode(file.data).decode('ascii')}"
    return f'<a download="{file.name}" href="{address}" style="{LINK}">{file.kind.use}</a>'


def _too_large(file: File) -> str:
    return f"({file.name} is too large for a link: `khabar timeline STORY --out {file.name}` writes it.)"
