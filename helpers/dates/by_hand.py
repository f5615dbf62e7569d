"""Dates that a reader marks by hand, to correct what was found or to compare with it."""

from datetime import date

from helpers.records import ArticleError, DateMention


def mark_date(text: str, words: str, first: date, last: date | None = None, start: int = 0) -> DateMention:
    """Mark `words`, where `text` has them first from offset `start` on, as the days from `first` to `last`.

    Without `last` it is the one day. Raises ArticleError where the text doesn't have these words.

    >>> mark_date("وصل الوفد أمس", "أمس", date(2020, 11, 12)).start
    10
    """
    place = text.find(words, start) if words else -1
    if place < 0:
        raise ArticleError(f"«{words}» isn't in this text from {start} on: copy the words as they stand there.")
    return DateMention(place, place + len(words), words, first, last or first, "explicit", None, "Marked by hand.")
