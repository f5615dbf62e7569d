"""What is written to files: every event in every format, and nothing from a story as anything but text."""

import csv
import io
import json
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser

import icalendar
import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from made_up import CASES, LIBRARY, NOTHING, cases, made_up_event

from helpers import SEED, build_timeline, read_article
from helpers.export import COLUMNS, FORMULA_SIGNS, WRITERS, file_format, save, to_csv, to_ics, to_timelinejs
from helpers.records import ArticleError, Timeline
from helpers.safe import BIDI_CONTROLS, UNWRITABLE, days, one_line, readable

NASTY = (
    "<>&\"'=+-@;,\\\t\r\n\0\x1b\x85\N{LINE SEPARATOR}\N{RIGHT-TO-LEFT OVERRIDE}\N{POP DIRECTIONAL ISOLATE}\ud800،صم15"
)
any_text = st.text(st.one_of(st.sampled_from(NASTY), st.characters()))
any_day = st.dates()
SCHEMA = json.loads((CASES / "export_timelinejs_schema.json").read_text(encoding="utf-8"))


def one_event(label: str, **changes) -> Timeline:
    event = made_up_event(label, **changes)
    return Timeline(label, date(2021, 2, 15), (event,))


def rows(timeline: Timeline) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(timeline), newline="")))


def calendar_of(timeline: Timeline) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(to_ics(timeline))


@pytest.mark.parametrize("case", cases("export_readable"), ids=lambda case: case["why"])
def test_readable(case):
    assert readable(case["text"]) == case["expect"]


@given(any_text)
def test_readable_text_has_nothing_that_hides_or_breaks(text):
    assert not BIDI_CONTROLS.search(readable(text))
    assert not UNWRITABLE.search(readable(text))
    assert readable(readable(text)) == readable(text)
    assert len(one_line(text).splitlines()) <= 1


def test_days():
    assert days(date(622, 7, 16), date(622, 7, 16)) == "0622-07-16"
    assert days(date(2021, 3, 1), date(2021, 3, 31)) == "2021-03-01 to 2021-03-31"


def test_csv_has_a_row_for_each_event():
    first, second = rows(LIBRARY)
    assert list(first) == list(COLUMNS)
    assert (first["first"], first["status"]) == ("2021-02-14", "happened")
    assert (first["who"], first["reported_by"]) == ("ليلى المصري", "")
    assert (second["first"], second["last"], second["quote"]) == ("2021-03-01", "2021-03-31", "في مارس المقبل")
    assert second["where"] == "صيدا؛ صور"


def test_csv_without_events_has_its_heads():
    assert rows(NOTHING) == []
    assert to_csv(NOTHING).startswith('"first","last","status"')


@pytest.mark.parametrize("case", cases("export_formulas"), ids=lambda case: ascii(case["text"]))
def test_csv_holds_no_formula(case):
    assert rows(one_event(case["text"]))[0]["label"] == case["expect"]


@given(any_text)
def test_csv_keeps_any_text_in_its_cell(text):
    table = to_csv(one_event(text))
    (row,) = rows(one_event(text))
    assert row["label"].replace("'", "") == one_line(text).replace("'", "")
    assert not any(part.strip().startswith(FORMULA_SIGNS) for cell in row.values() for part in cell.split(";"))
    assert table.count("\n") == 2
    table.encode("utf-8")


def test_timelinejs_events():
    library = to_timelinejs(LIBRARY)
    first, second = library["events"]
    assert library["title"]["text"]["headline"] == LIBRARY.title
    assert first["start_date"] == first["end_date"] == {"year": 2021, "month": 2, "day": 14}
    assert first["group"] == "happened"
    assert first["display_date"] == "2021-02-14 «الأحد»"
    assert second["end_date"] == {"year": 2021, "month": 3, "day": 31}
    assert "Reported by ليلى المصري." in second["text"]["text"]
    assert first["unique_id"] != second["unique_id"]


class Tags(HTMLParser):
    """Collects the tags and the text of a piece of HTML."""

    def __init__(self, markup: str):
        super().__init__()
        self.tags, self.said = [], ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.said += data


@given(any_text, any_day)
@example("<b>صيدا</b> &lt; <script>alert(1)</script>", date(622, 7, 16))
def test_timelinejs_follows_its_documentation_and_holds_no_markup_of_the_story(text, day):
    timeline = json.loads(WRITERS["json"](one_event(text, first=day, last=day)))
    jsonschema.validate(timeline, SCHEMA)
    (slide,) = timeline["events"]
    for shown in (timeline["title"]["text"]["headline"], slide["text"]["headline"], slide["display_date"]):
        assert Tags(shown).tags == []
    assert Tags(slide["text"]["headline"]).said == one_line(text)
    assert set(Tags(slide["text"]["text"]).tags) == {"p"}


STORIES = [
    build_timeline(read_article(SEED)),
    build_timeline(read_article(SEED.with_name("invented_library.txt"), "2025-02-05")),
]
ONCE = pytest.mark.parametrize("timeline", [*STORIES, LIBRARY, NOTHING], ids=["seed", "second", "made up", "nothing"])


@ONCE
def test_csv_opens_with_as_many_rows_and_columns_as_there_are(timeline):
    for text in (to_csv(timeline), WRITERS["csv"](timeline).decode("utf-8-sig")):
        heads, *body = csv.reader(io.StringIO(text, newline=""), strict=True)
        assert heads == list(COLUMNS)
        assert [len(row) for row in body] == [len(COLUMNS)] * len(timeline.events)
        assert text.count("\r\n") == text.count("\n") == 1 + len(timeline.events)


@ONCE
def test_timelinejs_opens_with_all_slides(timeline):
    written = json.loads(WRITERS["json"](timeline).decode("utf-8"))
    jsonschema.validate(written, SCHEMA)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    slides = written["events"]
    for side, days_of in (("start_date", "first"), ("end_date", "last")):
        assert [date(**slide[side]) for slide in slides] == [getattr(event, days_of) for event in timeline.events]
    assert len({slide["unique_id"] for slide in slides}) == len(slides)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda slide: slide.pop("start_date"),
        lambda slide: slide.update(start_date={"month": 3}),
        lambda slide: slide.update(start_date={"year": "2021"}),
        lambda slide: slide.update(start_date={"year": 2021, "month": 13}),
        lambda slide: slide.update(text="صيدا"),
        lambda slide: slide.update(unique_id="1"),
        lambda slide: slide.update(headline="صيدا"),
    ],
)
def test_the_schema_refuses_what_the_documentation_does(spoil):
    written = to_timelinejs(LIBRARY)
    spoil(written["events"][0])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(written, SCHEMA)


@ONCE
def test_ics_keeps_to_rfc_5545(timeline):
    written = to_ics(timeline)
    assert written == to_ics(timeline)
    lines = written.split(b"\r\n")
    assert lines.pop() == b""
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")  # no letter is parted by the end of a line
    assert icalendar.Calendar.from_ical(written).errors == []


@ONCE
def test_ics_opens_with_all_events(timeline):
    events = calendar_of(timeline).events
    assert [(event["DTSTART"].dt, event["DTEND"].dt - timedelta(days=1)) for event in events] == [
        (event.first, event.last) for event in timeline.events
    ]
    assert [event["SUMMARY"] for event in events] == [one_line(event.label) for event in timeline.events]
    assert len({event["UID"] for event in events}) == len(events)
    assert all({"DTSTAMP", "UID"} <= set(event) and not event.errors for event in events)


def test_ics_events_take_whole_days():
    first, second = calendar_of(LIBRARY).events
    assert (first.start, first.end) == (date(2021, 2, 14), date(2021, 2, 15))
    assert (second.start, second.end) == (date(2021, 3, 1), date(2021, 4, 1))
    assert second["LOCATION"] == "صيدا؛ صور"
    assert "«في مارس المقبل»" in second["DESCRIPTION"]
    assert "LOCATION" not in calendar_of(one_event("مهرجان", where=())).events[0]


def test_ics_is_stamped_with_the_day_of_publication_or_the_events_own():
    undated = Timeline("مهرجان", None, (made_up_event("مهرجان"),))
    assert b"DTSTAMP:20210215T000000Z" in to_ics(LIBRARY)
    assert b"DTSTAMP:20210315T000000Z" in to_ics(undated)


def test_ics_of_an_early_year_and_of_the_last_day():
    assert b"DTSTART;VALUE=DATE:06220716\r\n" in to_ics(one_event("الهجرة", first=date(622, 7, 16)))
    last_day = to_ics(one_event("آخر يوم", first=date.max, last=date.max))
    assert b"DTSTART;VALUE=DATE:99991231" in last_day
    assert b"DTEND" not in last_day


def test_ics_names_each_event_for_good():
    happened = replace(LIBRARY.events[0], status="planned", who=(), reported_by="سالم حداد")
    first, second = (event["UID"] for event in calendar_of(LIBRARY).events)
    (changed,) = (event["UID"] for event in calendar_of(replace(LIBRARY, events=(happened,))).events)
    assert first != second
    assert first == changed == "850cb367ecd5d1e74a703c3090820073@khabar"


def test_ics_without_events_is_a_calendar_that_holds_something():
    assert calendar_of(NOTHING).events == []
    assert calendar_of(NOTHING).subcomponents


@given(any_text, any_day)
def test_ics_keeps_any_text_in_its_property(text, day):
    written = to_ics(one_event(text, first=day, last=min(day + timedelta(days=2), date.max)))
    (event,) = icalendar.Calendar.from_ical(written).events
    assert event.get("SUMMARY", "") == one_line(text)
    assert event.start == day
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert not BIDI_CONTROLS.search(written.decode("utf-8"))


@pytest.mark.parametrize("name", ["events.csv", "events.json", "events.ics", "EVENTS.CSV"])
def test_save_writes_the_same_bytes_each_time(tmp_path, name):
    save(LIBRARY, tmp_path / name)
    first = (tmp_path / name).read_bytes()
    save(LIBRARY, tmp_path / name)
    assert first == (tmp_path / name).read_bytes() != b""


def test_a_saved_csv_file_tells_excel_that_it_is_utf_8(tmp_path):
    save(LIBRARY, tmp_path / "events.csv")
    assert (tmp_path / "events.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "events.csv").read_text(encoding="utf-8-sig") == to_csv(LIBRARY).replace("\r\n", "\n")


@pytest.mark.parametrize("name", ["events.xlsx", "events", ".csv", "csv"])
def test_an_unknown_format_names_those_that_are_known(tmp_path, name):
    with pytest.raises(ArticleError, match="csv, ics, json"):
        save(LIBRARY, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_file_format_reads_the_ending():
    assert file_format("a.b.SVG", ["svg"]) == "svg"
