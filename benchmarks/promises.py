"""What the helpers promise of any text at all, as one check: see docs/reliability.md.

`broken_promises` goes the whole path and names each promise that the text breaks. The fuzz run and the tests use it.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from helpers import (
    ArticleError,
    build_timeline,
    find_dates,
    find_entities,
    find_statements,
    normalize,
    parse_article,
    sentences,
    tokens,
)
from helpers.display import highlight, timeline_table
from helpers.export import WRITERS
from helpers.plain import EVENT_COLUMNS, event_rows, plain_table
from helpers.records import Article, Span, Timeline

DAY = date(2020, 11, 13)
EXTRA = (("سامي حداد", "PER"), ("بيروت", "LOC"), ("", "ORG"), ("«»", "LOC"), ("\ud800", "PER"))
LONGEST_LED_BACK = 300  # characters; of a longer text not every position is led back
STATUSES = {"happened", "due", "since", "planned"}


def broken_promises(text: str, published: date | None = DAY) -> list[str]:
    """Name each promise that `text` breaks; a page that is refused with an ArticleError breaks none."""
    return [*_of_text(text, published), *_of_page(text, published)]


def _of_text(text: str, published: date | None) -> Iterator[str]:
    finders: dict[str, Callable[[], Sequence[Span]]] = {
        "sentences": lambda: sentences(text),
        "tokens": lambda: tokens(text),
        "names": lambda: find_entities(text),
        "names by rule": lambda: find_entities(text, learnt=False),
        "names with extra": lambda: find_entities(text, learnt=False, extra=EXTRA),
        "dates": lambda: find_dates(text, published),
        "dates without a day": lambda: find_dates(text),
        "statements": lambda: find_statements(text, found["names"]),
    }
    found: dict[str, Sequence[Span]] = {}
    for name, find in finders.items():
        found[name] = ()
        try:
            found[name] = find()
        except Exception as error:
            yield f"{name}: raised {error!r}"
        yield from _spans(name, text, found[name], apart=name != "statements")
    yield from _days([*found["dates"], *found["dates without a day"]])
    yield from _leads_back(text)
    yield from _timeline(Article("", text, published, text, 0), found["names"], found["dates"], found["statements"])


def _of_page(page: str, published: date | None) -> Iterator[str]:
    try:
        article = parse_article(page, published)
        again = parse_article(page)
    except ArticleError as error:
        if not str(error).strip() or "\n" in str(error):
            yield f"parse_article: «{error}» is no sentence"
        return
    except Exception as error:
        yield f"parse_article: raised {error!r}"
        return
    if article.page[article.body_start : article.body_start + len(article.body)] != article.body:
        yield "parse_article: the body is no slice of the page"
    if (article.title, article.body) != (again.title, again.body):
        yield "parse_article: another result the second time"
    if article.body != page:
        yield from _timeline(again, find_entities(article.body, learnt=False))


def _spans(name: str, text: str, spans: Sequence[Span], apart: bool) -> Iterator[str]:
    if any(text[span.start : span.end] != span.text for span in spans):
        yield f"{name}: a span is not what stands there"
    if any(not span.text.strip() for span in spans):
        yield f"{name}: an empty span"
    if any(one.start > other.start or (apart and one.end > other.start) for one, other in pairwise(spans)):
        yield f"{name}: spans overlap, or are not in order"


def _days(dates: Sequence) -> Iterator[str]:
    for found in dates:
        if (found.first is None) != (found.last is None) or (found.first and found.first > found.last):
            yield f"dates: {found.first} to {found.last} is no interval"
        if not found.because.strip():
            yield "dates: nothing says why"


def _leads_back(text: str) -> Iterator[str]:
    folded = normalize(text)
    if len(folded.text) > LONGEST_LED_BACK:
        return
    for start in range(len(folded.text)):
        (first, last), character = folded.original(start, start + 1), folded.text[start]
        is_there = text[first:last].startswith(character) or character in normalize(text[first:last]).text
        if not 0 <= first < last <= len(text) or not is_there:
            yield f"normalize: {start} leads to {first}, {last}"


def _timeline(article: Article, *given: Sequence[Span]) -> Iterator[str]:
    """The timeline of what was found; what it finds by itself, another time, must be the same."""
    try:
        timeline = build_timeline(article, *given)
        if len(given) == 3 and build_timeline(article) != timeline:
            yield "timeline: another result the second time"
    except Exception as error:
        yield f"timeline: raised {error!r}"
        return
    for event in timeline.events:
        yield from _spans("events", article.body, [event.sentence], apart=True)
        yield from _spans("events", article.body, [event.mention], apart=True)
        if event.quote not in article.body or event.mention.text not in event.quote:
            yield "events: the quote is not the story's"
        if any(piece not in article.body for piece in event.label.strip("… ").split(" … ")):
            yield "events: the label is not the story's"
        if not event.first <= event.last or event.status not in STATUSES:
            yield "events: no interval, or no status"
    yield from _leaves(article, timeline, given)


def _leaves(article: Article, timeline: Timeline, given: Sequence) -> Iterator[str]:
    """What leaves can be written, and what reads it gets every event."""
    writers = {
        "csv": lambda: len(list(csv.reader(io.StringIO(WRITERS["csv"](timeline).decode("utf-8-sig"), newline="")))) - 1,
        "json": lambda: len(json.loads(WRITERS["json"](timeline))["events"]),
        # An empty calendar is always the same one, and slow to make.
        "ics": lambda: WRITERS["ics"](timeline).count(b"\r\nBEGIN:VEVENT\r\n") if timeline.events else 0,
        "rows": lambda: len(event_rows(timeline)),
    }
    for name, count in writers.items():
        try:
            if count() != len(timeline.events):
                yield f"{name}: events are lost or added"
        except Exception as error:
            yield f"{name}: raised {error!r}"
    try:
        plain_table(EVENT_COLUMNS, event_rows(timeline), 80)
        timeline_table(timeline)
        highlight(article.body, [span for spans in given for span in spans])
    except Exception as error:
        yield f"shown: raised {error!r}"
    yield from _told(timeline)


def _told(timeline: Timeline) -> Iterator[str]:
    from helpers.chart.telling import tell  # loads matplotlib, which what only finds things never needs
    from helpers.chart.wording import Wording

    for language in ("ar", "en"):
        try:
            if "\n" in tell(timeline, Wording(language), 60).removeprefix("\n") and not timeline.events:
                continue
        except Exception as error:
            yield f"telling: raised {error!r}"


def drawn(text: str) -> list[str]:
    """Name what goes wrong when the text's timeline is drawn."""
    from helpers.chart import draw_timeline

    try:
        chart = draw_timeline(build_timeline(Article(text[:60], text, DAY, text, 0)))
        return [] if chart._repr_png_().startswith(b"\x89PNG") else ["chart: no picture"]
    except Exception as error:
        return [f"chart: raised {error!r}"]
