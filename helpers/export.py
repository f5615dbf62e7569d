"""Timelines as files: CSV for a spreadsheet, TimelineJS 3 JSON for a web page, iCalendar for a calendar.

Every cell and text is one line: nothing from a story gets out as anything but words.
"""

import csv
import hashlib
import html
import io
import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from helpers.records import ArticleError, Event, Timeline
from helpers.safe import days, names, one_line, write_atomically

COLUMNS: dict[str, Callable[[Event], str]] = {
    "first": lambda event: f"{event.first}",
    "last": lambda event: f"{event.last}",
    "status": lambda event: event.status,
    "label": lambda event: event.label,
    "who": lambda event: names(event.who),
    "where": lambda event: names(event.where),
    "reported_by": lambda event: event.reported_by or "",
    "quote": lambda event: event.quote,
    "part": lambda event: event.mention.part or "",
    "kind": lambda event: event.mention.kind,
    "because": lambda event: event.mention.because,
    "sentence": lambda event: event.sentence.text,
}

# A spreadsheet takes a cell that begins with one of these for a formula (OWASP, "CSV Injection"; the tab and the line
# ends of its list can't begin a cell here). The full-width forms count in an East Asian spreadsheet.
FORMULA_SIGNS = (
    *("=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}"),
    *("\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}"),
)
# Nor may quotation marks or what can't be seen hide it. Where a comma is the decimal sign, a semicolon parts the cells,
# between quotation marks too: what stands behind one may become a cell of its own.
_HIDING = r"[\s\"'«»“”‘’\u00ad\u200b-\u200d\u2060\ufeff]*"
_FORMULA = re.compile(rf"(^|;)(?={_HIDING}[{re.escape(''.join(FORMULA_SIGNS))}])")


def to_csv(timeline: Timeline) -> str:
    """One row for each event under the names in `COLUMNS`, every cell between quotation marks.

    What a spreadsheet would take for a formula gets an apostrophe in front, as OWASP recommends.
    """
    table = io.StringIO()
    writer = csv.writer(table, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for event in timeline.events:
        writer.writerow(no_formula(one_line(column(event))) for column in COLUMNS.values())
    return table.getvalue()


def no_formula(cell: str) -> str:
    """A cell of one line that no spreadsheet takes for a formula."""
    return _FORMULA.sub(r"\1'", cell)


def to_timelinejs(timeline: Timeline) -> dict:
    """The JSON object that TimelineJS 3 reads (https://timeline.knightlab.com/docs/json-format.html).

    TimelineJS shows every text as HTML, so what comes from the story is escaped.
    """
    published = f"<p>Published {timeline.published}</p>" if timeline.published else ""
    return {
        "title": {"text": {"headline": _html(timeline.title), "text": published}, "autolink": False},
        "events": [_slide(timeline, event) for event in timeline.events],
    }


def _slide(timeline: Timeline, event: Event) -> dict:
    return {
        "unique_id": f"event-{_key(timeline, event)}",
        "start_date": _date(event.first),
        "end_date": _date(event.last),
        "display_date": _html(f"{days(event.first, event.last)} «{event.quote}»"),
        "group": _html(event.status),
        "text": {
            "headline": _html(event.label),
            "text": "".join(f'<p dir="auto">{_html(line)}</p>' for line in _details(event)),
        },
        "autolink": False,
    }


def _date(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _html(text: str) -> str:
    return html.escape(one_line(text))


def _details(event: Event) -> list[str]:
    """What stands under an event's headline: the sentence, who reports it, and how its date was found."""
    reported = [f"Reported by {event.reported_by}."] if event.reported_by else []
    return [event.sentence.text, *reported, f"«{event.quote}»: {event.mention.because}"]


def _key(timeline: Timeline, event: Event) -> str:
    """A name for an event that stays its own, whatever else is found out about it."""
    return _digest(timeline.title, str(event.first), event.label, event.mention.start)


def _digest(*parts: object) -> str:
    # Not repr(), which depends on the Unicode version that Python knows.
    return hashlib.sha256(ascii(parts).encode("ascii")).hexdigest()[:32]


def to_ics(timeline: Timeline) -> bytes:
    """A calendar (RFC 5545) of all-day events that keep nobody busy."""
    import icalendar  # slow to load, and few ask for a calendar

    events = [icalendar.Event.new(**_properties(timeline, event)) for event in timeline.events]
    calendar = icalendar.Calendar.new(
        prodid="-//Khabar//Timeline of a news story//EN",
        uid=f"{_digest(timeline.title, str(timeline.published))}@khabar",
        name=one_line(timeline.title) or None,
        # A calendar must hold something (RFC 5545, 3.6): without events, a time zone that no one sees.
        subcomponents=events or [icalendar.Timezone.from_tzid("UTC")],
    )
    return calendar.to_ical()


def _properties(timeline: Timeline, event: Event) -> dict:
    return {
        "uid": f"{_key(timeline, event)}@khabar",
        # A calendar wants to know when the entry was made; a story has no clock, only its day.
        "stamp": datetime.combine(timeline.published or event.first, time(), UTC),
        "start": event.first,
        # The end is the day after the last one. After 9999-12-31 there is none: an event without an end takes one day.
        "end": event.last + timedelta(days=1) if event.last < date.max else None,
        "summary": one_line(event.label),
        "description": "\n".join(map(one_line, _details(event))),
        "location": names(event.where) or None,
        "categories": [event.status],
        "transparency": "TRANSPARENT",
    }


def _json_file(timeline: Timeline) -> bytes:
    return (json.dumps(to_timelinejs(timeline), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _csv_file(timeline: Timeline) -> bytes:
    """With a byte order mark, without which Excel reads a CSV file in the system's own code page, Arabic or not."""
    return to_csv(timeline).encode("utf-8-sig")


WRITERS: dict[str, Callable[[Timeline], bytes]] = {"csv": _csv_file, "ics": to_ics, "json": _json_file}


def file_format(path: Path, known: Iterable[str]) -> str:
    """The format that a file's ending asks for; ArticleError names those that are known where it is none of them."""
    ending = Path(path).suffix.lower().removeprefix(".")
    if ending not in known:
        raise ArticleError(f"{path} doesn't end in a known format: choose {', '.join(sorted(known))}.")
    return ending


def save(timeline: Timeline, path: Path) -> None:
    """Write a timeline as CSV, iCalendar or TimelineJS 3 JSON, as the file's ending asks for (.csv, .ics, .json)."""
    write_atomically(path, WRITERS[file_format(path, WRITERS)](timeline))
