"""Writes a day in the forms of the Arabic press, for the round trip: what is written must be found back.

The forms stand in `cases/date_forms.json`, by groups: each a pattern of the words that `arabic_days` writes, with what
it means in English. What must be found is the whole pattern, or what stands in its square brackets. A group says

- `means`: the days that are meant, of which the day is the first or in which it lies (see `date_meanings`);
- `kind` and `part`, as `DateMention` has them;
- `seen`: from which days of publication the form is read so: "any", also an unknown one, or so many days, weeks, months
  or years after the day (before it where the number is negative), or after the last day of a range; working weeks hold
  no weekend, for a week begins on Saturday, Sunday or Monday;
- `last`: how the last day of a range is drawn; `only`: which days can be written so at all;
- `sentences`: what the form may stand in.
"""

import json
import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from helpers.dates import find_dates
from tests.arabic_days import Moment, Words
from tests.date_meanings import DAY, LASTS, MEANS, ONLY, hijri_month, later, week

DATA = json.loads((Path(__file__).parent / "cases" / "date_forms.json").read_text(encoding="utf-8"))
FIRST, LAST = date(1990, 1, 1), date(2035, 12, 31)
DAYS = [FIRST + count * DAY for count in range((LAST - FIRST).days + 1)]
SCRIPTS = [str.maketrans("0123456789", digits) for digits in ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")]
# The ends of the months of a leap year and of another, leap days, the turns of years.
TURNS = [
    *(date(year, number, monthrange(year, number)[1]) for year in (1996, 2023) for number in range(1, 13)),
    *(date(2000, 2, 29), date(2032, 2, 29), FIRST, date(1999, 12, 31), date(2000, 1, 1), date(2024, 1, 1), LAST),
]
Found = tuple[str, date | None, date | None, str, str | None]  # text, first and last day, kind, part


@dataclass(frozen=True)
class Form:
    """A way to write a date; the fields are those of its group."""

    pattern: str
    meaning: str
    title: str
    sentences: str
    means: str | list[str]
    kind: str | list[str]
    seen: str | list
    part: str | None = None
    last: str | list | None = None
    only: str | None = None

    def fits(self, day: date) -> bool:
        return self.only is None or ONLY[self.only](day)

    def fitting(self, day: date) -> date:
        """Give the last day up to this one that can be written so."""
        while not self.fits(day):
            day -= DAY
        return day


@dataclass(frozen=True)
class Written:
    """A sentence with a date in it, the day of publication, and what is to be found."""

    text: str
    published: date | None
    expect: list[Found]


def last_of(form: Form, day: date, chance: Random) -> date:
    """Draw the last day of a range."""
    if form.last is None:
        return day
    if isinstance(form.last, list):
        unit, *between = form.last
        count = chance.randint(*between)
        return day + count * DAY if unit == "days" else date(day.year + count, 1, 1)
    return chance.choice(LASTS[form.last](day))


def published_of(form: Form, day: date, last: date, chance: Random) -> date | None:
    """Draw a day of publication from those from which the form is read so."""
    if form.seen == "any":
        return chance.choice([None, date(1980, 1, 1) + chance.randrange(25_000) * DAY])
    unit, *between = form.seen
    count = chance.randint(*between)
    if unit == "Hijri month":
        return hijri_month(day)[count > 0] + count * DAY
    if unit in ("days", "last"):
        return (day if unit == "days" else last) + count * DAY
    if unit in ("weeks", "working weeks"):
        return week(day)[0] + (7 * count + chance.randrange(7 if unit == "weeks" else 5)) * DAY
    first = later(day, count) if unit == "months" else date(day.year + count, chance.randint(1, 12), 1)
    return first + chance.randrange(monthrange(first.year, first.month)[1]) * DAY


def write(
    form: Form,
    day: date,
    chance: Random | None = None,
    sentences: Sequence[str] = (),
    scripts: Sequence[dict] = SCRIPTS,
) -> Written:
    """Write a day into a sentence, in the digits of a script; without `chance` the same ones each time."""
    chance = chance or Random(f"{form.pattern} {day}")
    last = last_of(form, day, chance)
    published = published_of(form, day, last, chance)
    written = form.pattern.format_map(Words(Moment(day, last, published))).translate(chance.choice(scripts))
    sentence = chance.choice(sentences or DATA["sentences"][form.sentences])
    texts = re.findall(r"\[(.*?)\]", written) or [written]
    means, kinds = (field if isinstance(field, list) else [field] for field in (form.means, form.kind))
    expect = [
        (text, *MEANS[name](day, last), kind, form.part) for text, name, kind in zip(texts, means, kinds, strict=True)
    ]
    return Written(sentence.format(re.sub(r"[\[\]]", "", written)), published, expect)


def found(text: str, published: date | None) -> list[Found]:
    return [(m.text, m.first, m.last, m.kind, m.part) for m in find_dates(text, published)]


FORMS = [
    Form(pattern, meaning, **{key: value for key, value in group.items() if key != "forms"})
    for group in DATA["groups"]
    for pattern, meaning in group["forms"].items()
]
_FREE = [form for form in FORMS if form.only is None]
_DECK = Random(0).sample(DAYS, len(DAYS))


def sample(form: Form) -> list[date]:
    """Deal the days to the forms, like cards: this one's share, and the days on which the calendar turns."""
    share = _DECK[_FREE.index(form) if form in _FREE else 0 :: len(_FREE)]
    return sorted({fitting for day in (*share, *TURNS) if (fitting := form.fitting(day)) >= FIRST})
