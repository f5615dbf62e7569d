"""Dates that a reader marks by hand, to correct what was found or to compare with it."""

from datetime import date, datetime

from helpers.normalize import normalize
from helpers.records import ArticleError, DateMention

BY_HAND = "Marked by hand."


def mark_date(text: str, words: str, first: date, start: int = 0, *, last: date | None = None) -> DateMention:
    """Mark `words`, where `text` has them first from offset `start` on, as the days from `first` to `last`.

    Without `last` it is the one day. Raises ArticleError where the text doesn't have these words or nobody can see
    them, a day is no date or comes before the first, or `start` is no number.

    >>> mark_date("وصل الوفد أمس", "أمس", date(2020, 11, 12)).start
    10
    """
    if not isinstance(words, str):
        raise ArticleError(f"Copy the words from the text: a date's words are a text, and these are {words!r}.")
    if not isinstance(start, int):
        raise ArticleError(f"`start` is a place in the text, a number, and this is {start!r}; a last day is `last=…`.")
    first, last = _day(words, first), _day(words, last or first)
    if last < first:
        raise ArticleError(f"«{words}»: its last day, {last}, is before its first, {first}.")
    if not can_be_seen(words):
        raise ArticleError("A date wants words that can be seen: copy them from the text.")
    place = text.find(words, start)
    if place < 0:
        raise ArticleError(f"«{words}» isn't in this text from {start} on: copy the words as they stand there.")
    return DateMention(place, place + len(words), words, first, last, "explicit", None, BY_HAND)


def can_be_seen(words: str) -> bool:
    """Are there more than spaces, marks and hidden characters?"""
    return bool(normalize(words).text.strip())


def _day(words: str, day: object) -> date:
    """Give a day back; a `datetime` is none, for it equals no date."""
    if isinstance(day, date) and not isinstance(day, datetime):
        return day
    empty = " (from a function that gives nothing back?)" if day is None else ""
    raise ArticleError(f"The day of «{words}» must be a date, as date(2020, 11, 13) is, and this is {day!r}{empty}.")
