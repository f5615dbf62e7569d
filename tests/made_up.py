"""A made-up story and its timeline, for the tests of what is written and shown."""

import json
from datetime import date
from pathlib import Path

from helpers.records import DateMention, Event, Span, Timeline

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[dict]:
    return json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))


def made_up_event(label: str, **changes) -> Event:
    """An event on 15 March 2021 whose every text is the label, but for what is named."""
    quote = changes.get("quote", label)
    first, last = changes.get("first", date(2021, 3, 15)), changes.get("last", date(2021, 3, 15))
    texts = {
        **{"first": first, "last": last, "status": "planned", "label": label, "who": (label,), "where": (label,)},
        **{"reported_by": label, "quote": quote, "sentence": Span(0, len(label), label)},
        "mention": DateMention(0, len(quote), quote, first, last, "partial", None, f"{label}: as written"),
    }
    return Event(**texts | changes)


LIBRARY = Timeline(
    "مكتبة جديدة في صيدا",
    date(2021, 2, 15),
    (
        made_up_event(
            "افتتحت ليلى المصري، الأحد، مكتبة في صيدا",
            **{"first": date(2021, 2, 14), "last": date(2021, 2, 14), "status": "happened", "reported_by": None},
            **{"who": ("ليلى المصري",), "where": ("صيدا",), "quote": "الأحد"},
        ),
        made_up_event(
            "وسيقام مهرجان الكتاب",
            **{"first": date(2021, 3, 1), "last": date(2021, 3, 31), "reported_by": "ليلى المصري"},
            **{"who": (), "where": ("صيدا", "صور"), "quote": "في مارس المقبل"},
        ),
    ),
    (DateMention(0, 6, "الخميس", None, None, "weekday", None, "A weekday needs the day of publication."),),
)
NOTHING = Timeline("مكتبة جديدة", None, ())
