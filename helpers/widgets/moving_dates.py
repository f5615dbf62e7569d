"""An explorer: move a story's day of publication, and see which of its dates move along."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ipywidgets import DatePicker

from helpers import find_dates
from helpers.display import View, highlight, label_of, table
from helpers.display.view import joined
from helpers.records import DateMention
from helpers.safe import days
from helpers.widgets.base import WHOLE_LABEL, Explorer, arabic_field, explorer

NO_DATE = "With this day of publication it is no date."
MOVED, STAYED, UNKNOWN = "moved", "stayed", "unknown"


def explore_moving_dates(text: str, published: date, sentence: str = "") -> Explorer:
    """Explore what a text's dates mean on other days of publication than `published`.

    `sentence` is one of the learner's own: its dates stand above those of the text, and lead to none of them.
    """
    controls = [
        arabic_field("A sentence of your own:", sentence),
        DatePicker(value=published, description="Day of publication:", style=WHOLE_LABEL),
    ]
    return explorer(controls, lambda own, day: moving_dates_view(text, published, day, own))


class Move(NamedTuple):
    """A date as of two days of publication, None as of the one where it is no date."""

    before: DateMention | None
    now: DateMention | None

    @property
    def words(self) -> DateMention:
        """The date's words in the text."""
        return self.now or self.before

    @property
    def because(self) -> str:
        """Why it has its days now."""
        return self.now.because if self.now else NO_DATE

    @property
    def state(self) -> str:
        """Whether it moved; unknown where one of its two days isn't known."""
        if not all(mention and mention.first for mention in (self.before, self.now)):
            return UNKNOWN
        same = (self.before.first, self.before.last) == (self.now.first, self.now.last)
        return STAYED if same else MOVED

    @property
    def by(self) -> str:
        """How far its first day moved."""
        return f"{(self.now.first - self.before.first).days:+} days" if self.state == MOVED else self.state


def moving_dates_view(text: str, published: date, day: date | None, own: str = "") -> View:
    """The dates of a text as of `published` and as of `day`, and the text, where those that moved are marked so.

    Those of a sentence of one's `own` stand above them. With None for `day` it shows what can't be known without one.
    """
    moves, count = moves_of(text, published, day), "{} of {} dates moved"
    told = count.format(sum(move.state == MOVED for move in moves), len(moves))
    columns = ("in the text", f"published {published}", f"moved to {day or 'no day'}", "moved by", "because")
    views = [moves_view(own, moves_of(own, published, day), columns, "Your sentence")] if own.strip() else []
    return joined([*views, moves_view(text, moves, columns, f"{said(day)}: {told}")])


def moves_view(text: str, moves: list[Move], columns: Sequence[str], title: str) -> View:
    """A table of a text's dates, and the text."""
    rows = [[move.words, days_told(move.before), days_told(move.now), move.by, move.because] for move in moves]
    labels = {move.words: label_of(move.words) if move.state == STAYED else move.state for move in moves}
    return joined([table(rows, columns, title, direction="ltr"), highlight(text, labels, labels.get)])


def moves_of(text: str, published: date, day: date | None) -> list[Move]:
    """The dates of a text, each as of `published` and as of `day`."""
    before, now = ({(each.start, each.end): each for each in find_dates(text, when)} for when in (published, day))
    return [Move(before.get(place), now.get(place)) for place in sorted(before | now)]


def days_told(mention: DateMention | None) -> str:
    """A date's days, or a dash where there are none."""
    return days(mention.first, mention.last) if mention and mention.first else "-"


def said(day: date | None) -> str:
    """A day of publication in words."""
    return f"Published on {day:%A}, {day.day} {day:%B} {day.year}" if day else "Without a day of publication"
