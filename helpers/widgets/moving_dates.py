"""An explorer: move a story's day of publication, and see which of its dates move along."""

from datetime import date
from typing import NamedTuple

from ipywidgets import DatePicker

from helpers import find_dates
from helpers.display import View, highlight, label_of, table
from helpers.records import DateMention
from helpers.safe import days
from helpers.widgets.base import WHOLE_LABEL, Explorer, arabic_field, explorer

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
    """A date as of two days of publication; `before` is None where it was no date («31» of «this month»)."""

    before: DateMention | None
    now: DateMention

    @property
    def state(self) -> str:
        """Whether it moved; unknown where one of its two days isn't known."""
        if self.before is None or self.before.first is None or self.now.first is None:
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
    views = [*moves_views(own, published, day, "Your sentence")] if own.strip() else []
    views += moves_views(text, published, day, f"{said(day)}: {told}")
    return View("".join(view.html for view in views), "\n\n".join(view.plain for view in views))


def moves_views(text: str, published: date, day: date | None, title: str) -> list[View]:
    """A table of a text's dates, and the text."""
    moves = moves_of(text, published, day)
    rows = [[move.now, interval(move.before), interval(move.now), move.by, move.now.because] for move in moves]
    columns = ("in the text", f"published {published}", f"moved to {day or 'no day'}", "moved by", "because")
    labels = {move.now: label_of(move.now) if move.state == STAYED else move.state for move in moves}
    return [table(rows, columns, title, direction="ltr"), highlight(text, labels, labels.get)]


def moves_of(text: str, published: date, day: date | None) -> list[Move]:
    """The dates of a text as of `day`, each with what it is as of `published`."""
    before = {(mention.start, mention.end): mention for mention in find_dates(text, published)}
    return [Move(before.get((now.start, now.end)), now) for now in find_dates(text, day)]


def interval(mention: DateMention | None) -> str:
    """A date's days, or a dash where there are none."""
    return days(mention.first, mention.last) if mention and mention.first else "-"


def said(day: date | None) -> str:
    """A day of publication in words."""
    return f"Published on {day:%A}, {day.day} {day:%B} {day.year}" if day else "Without a day of publication"
