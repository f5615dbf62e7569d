"""What the user is promised of the timeline: each date with its own words, its status, and who reports it.

The cases are data (`cases/timeline.json`): a made-up text, its day of publication, its names (so that finding names is
not what is tested), and what each event must have. Those with a `known_failure` must fail, until someone mends them.
"""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from growth import seconds_of
from hypothesis import given
from hypothesis import strategies as st
from test_statements import PIECES, entities, marked

from helpers import SEED, build_timeline, find_statements, read_article
from helpers.records import Article, ArticleError, DateMention, Entity, Event, Span, Statement, Timeline

CASES = json.loads(Path(__file__).with_name("cases").joinpath("timeline.json").read_text(encoding="utf-8"))
DAY = date(2021, 3, 10)


def article(text: str, published: date | None = DAY) -> Article:
    return Article("", text, published, text, 0)


def told(event: Event, asked: dict) -> dict:
    """Give an event's fields as a case writes them, those that the case asks for."""
    first, last = str(event.first), str(event.last)
    fields = {
        "days": first if first == last else [first, last],
        "status": event.status,
        "label": event.label,
        "who": list(event.who),
        "where": list(event.where),
        "reported_by": event.reported_by,
        "quote": event.quote,
        "part": event.mention.part,
    }
    return {name: fields[name] for name in asked}


@pytest.mark.parametrize("case", marked(CASES))
def test_timeline_of_a_made_up_text(case):
    published = date.fromisoformat(case["published"]) if case["published"] else None
    timeline = build_timeline(article(case["text"], published), entities(case["text"], case["names"]))
    assert len(timeline.events) == len(case["events"])
    assert [told(*pair) for pair in zip(timeline.events, case["events"], strict=True)] == case["events"]
    assert [mention.text for mention in timeline.unresolved] == case.get("unresolved", [])
    assert all(mention.because for mention in timeline.unresolved)


def test_there_are_thirty_cases_at_least():
    assert len([case for case in CASES if "known_failure" not in case]) >= 30


@pytest.fixture(scope="module")
def story() -> Timeline:
    return build_timeline(read_article(SEED))


def test_the_story_has_its_five_events_each_with_its_status(story):
    found = [(str(event.first), str(event.last), event.status) for event in story.events]
    assert found == [
        ("2020-11-09", "2020-11-09", "happened"),
        ("2020-11-12", "2020-11-12", "happened"),
        ("2020-11-15", "2020-11-15", "due"),
        ("2020-11-20", "2020-11-20", "due"),
        ("2020-12-01", "2020-12-01", "due"),
    ]
    assert not story.unresolved


def test_the_story_quotes_each_date_with_its_particle(story):
    assert [event.quote for event in story.events] == [
        "والإثنين",
        "الخميس",
        "حتى 15 نوفمبر/ تشرين ثان الجاري",
        "حتى 20 من الشهر نفسه",
        "حتى 1 ديسمبر/ كانون أول المقبل",
    ]


def test_each_event_of_the_story_has_its_own_words(story):
    announced, stated, *deadlines = story.events
    assert announced.label.startswith("أعلن الرئيس الروسي فلاديمير بوتين، توصل أذربيجان وأرمينيا إلى اتفاق")
    assert stated.label.startswith("وزير الخارجية الروسي سيرغي لافروف، الخميس، إن بلاده")
    assert [event.label for event in deadlines] == [
        "وهي كلبجار حتى 15 نوفمبر/ تشرين ثان الجاري",
        "وأغدام حتى 20 من الشهر نفسه",
        "ولاتشين حتى 1 ديسمبر/ كانون أول المقبل",
    ]


def test_each_event_of_the_story_has_its_people_and_places(story):
    assert [event.who for event in story.events] == [("فلاديمير بوتين",), ("سيرغي لافروف",), (), (), ()]
    assert [event.where for event in story.events] == [
        ("أذربيجان", "أرمينيا", "قره باغ"),
        ("تركيا",),
        ("كلبجار",),
        ("أغدام",),
        ("لاتشين",),
    ]


def test_what_the_story_only_reports_says_who_reports_it(story):
    assert [event.reported_by for event in story.events] == [None, None, *["إلهام علييف"] * 3]


def test_what_is_given_is_used():
    text = "وصل سامي حداد أمس."
    mention = DateMention(14, 17, "أمس", DAY, DAY, "relative", None, "because a test says so")
    timeline = build_timeline(article(text), [Entity(4, 13, "سامي حداد", "PER", "سامي حداد")], [mention], [])
    assert [(event.first, event.who) for event in timeline.events] == [(DAY, ("سامي حداد",))]


def dated(text: str, *places: tuple[int, int]) -> list[DateMention]:
    """Take each place of a text as a date."""
    return [DateMention(start, end, text[start:end], DAY, DAY, "explicit", None, "") for start, end in places]


TWO = "وصل أمس مساء.\nوغادر ـ اليوم."


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"dates": dated("وغادر أمس", (6, 9))}, "«أمس» isn't at 6 to 9 of this story's body"),
        ({"dates": dated(TWO + "!", (27, 99))}, "isn't at 27 to 99"),
        ({"dates": dated(TWO, (4, 7), (4, 12))}, "Two dates lie over each other, «أمس» and «أمس مساء»: keep one"),
        ({"dates": [DateMention(-6, -1, "اليوم", DAY, DAY, "explicit", None, "")]}, "«اليوم» isn't at -6 to -1"),
        ({"dates": dated(TWO, (14, 21), (20, 27))}, "Two dates lie over each other, «وغادر ـ» and «ـ اليوم»"),
        ({"dates": dated(TWO, (7, 8))}, "A date at 7 of the body has no words"),
        ({"dates": dated(TWO, (20, 21))}, "A date at 20 of the body has no words"),
        ({"entities": [Entity(0, 3, "سامي", "PER", "سامي")]}, "«سامي» isn't at 0 to 3"),
        ({"statements": [Statement(2, 5, "وصل", None, "", True)]}, "«وصل» isn't at 2 to 5"),
    ],
)
def test_what_is_given_and_is_not_of_this_story_gets_a_sentence(given, says):
    assert TWO[20] == "\N{ARABIC TATWEEL}"
    with pytest.raises(ArticleError, match=says):
        build_timeline(article(TWO), **{"entities": [], "statements": []} | given)


def test_a_date_marked_by_hand_may_reach_over_the_end_of_a_sentence():
    over, after = dated(TWO, (4, 19), (22, 27))
    next_day = replace(after, first=DAY + timedelta(days=1), last=DAY + timedelta(days=1))
    events = build_timeline(article(TWO), [], [over, next_day], []).events
    assert [(event.quote, event.sentence.text) for event in events] == [
        ("أمس مساء.\nوغادر", "وصل أمس مساء.\nوغادر"),
        ("اليوم", " ـ اليوم."),
    ]


def test_the_same_date_in_two_lines_is_two_dates():
    text = "نعم.\nوصل سامي يوم 1442/7/3\n1442/7/3 غادر سامي"
    assert [event.quote for event in build_timeline(article(text), []).events] == ["يوم 1442/7/3", "1442/7/3"]


DATES = (
    "أمس",
    "الخميس",
    "حتى 20 مارس 2021",
    "منذ 2015",
    "في 5 أبريل",
    "العام المقبل",
    "من 3 إلى 9 آذار",
    "وأغدام حتى 20",
)
texts = st.one_of(st.text(), st.lists(st.sampled_from([*PIECES, *DATES])).map(" ".join))


@given(texts, st.sampled_from([None, DAY]))
def test_every_event_is_verbatim_whatever_the_text(text, published):
    timeline = build_timeline(article(text, published), [])
    for event in timeline.events:
        assert event.quote in text and event.mention.text in event.quote
        assert text[event.sentence.start : event.sentence.end] == event.sentence.text
        for piece in event.label.strip("… ").split(" … "):
            assert piece in text
        assert event.label.strip("… ")


PLACES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=5)


@given(texts, PLACES, PLACES, PLACES)
def test_whatever_is_given_has_its_event_or_gets_a_sentence(text, days, names, said):
    cut = [[(start, text[start : start + size]) for start, size in places] for places in (days, names, said)]
    days, names, said = [[Span(start, start + len(words), words) for start, words in spans] for spans in cut]
    given_dates = dated(text, *((span.start, span.end) for span in days))
    given_names = [Entity(span.start, span.end, span.text, "LOC", span.text) for span in names]
    given_said = [Statement(span.start, span.end, span.text, "سامي", "قال", False) for span in said]
    try:
        events = build_timeline(article(text), given_names, given_dates, given_said).events
    except ArticleError as error:
        assert "Two dates" in str(error) or "no words" in str(error)
        return
    starts, ends = {date.start for date in given_dates}, {date.end for date in given_dates}
    assert len(events) <= len(given_dates)  # a stamp is no event, and two names of one day are one date
    for event in events:
        assert event.mention.start in starts and event.mention.end in ends
        assert event.mention.text == text[event.mention.start : event.mention.end] and event.mention.text in event.quote
        assert event.quote in text and event.sentence.text in text


@given(st.lists(st.sampled_from(("كتاب", "قلم،", "وورقة", "الذي", "بينما")), max_size=60), st.integers(0, 60))
def test_a_label_shows_the_date_with_what_stands_before_it(words, place):
    words.insert(place, "يوم 4 مارس 2021")
    (event,) = build_timeline(article(" ".join(["زار", *words, "المدينة."])), [], statements=[]).events
    assert "4 مارس 2021" in event.label or event.label.startswith(tuple(words))


@given(texts)
def test_the_same_text_has_the_same_timeline(text):
    assert build_timeline(article(text), []) == build_timeline(article(text), [])


def mentions(text: str, word: str) -> list[DateMention]:
    """Take each `word` of a text as a date, day after day."""
    starts = [start for start in range(len(text)) if text.startswith(word, start)]
    days = [date(1, 1, 1) + timedelta(days=number) for number in range(len(starts))]
    return [
        DateMention(start, start + len(word), word, day, day, "explicit", None, "")
        for start, day in zip(starts, days, strict=True)
    ]


HOSTILE = (
    '"ا ', "قال «ا ", "قال ", "قال إن ", "وقال إن ", "قال سالم إن أمس ", "، ", ": ", "مشيرا إلى أن ", "سالم ", "أمس ",
    "وصل سالم أمس ", "وصل أمس، ", "، وأمس", "أمس: ", "الذي جاء أمس ", "سالم إن ", "قال الوزير إن ", "حذر من سالم ",
    "\N{ARABIC FATHA}", "\N{ARABIC TATWEEL}", "\n",
)  # fmt: skip


def seconds(unit: str, size: int) -> float:
    text = unit * (size // len(unit))
    names, days = entities(text, {"سالم": "PER"}), mentions(text, "أمس")
    return seconds_of(lambda: build_timeline(article(text), names, days, find_statements(text, names)))


@pytest.mark.parametrize("unit", HOSTILE)
def test_thirty_times_the_text_takes_about_thirty_times_as_long(unit):
    short = min(seconds(unit, 3_000) for _ in range(3))
    # Quadratic work would take nine hundred times as long; what is between leaves room for a busy machine.
    assert seconds(unit, 90_000) < 200 * max(short, 0.002)
