"""The direction of a clause: does it speak of the past or of the future?

Only the words before the date in its sentence are read, back from the date: the first that shows a tense decides. Not
handled: a present-tense verb that means the future («يلتقي الرئيسان الأحد»), and verbs outside the lists.
"""

import re

from helpers.dates.reading import Reading, read
from helpers.dates.vocabulary import folded

SENTENCE_END = frozenset(".!?\n…")
_FARTHEST = 60  # words; a longer sentence keeps the cost of a date constant
# س before a verb of the present: «سيعقد», «ستجري», «سنلتقي». Nouns that begin so are told apart by the list.
_FUTURE_VERB = re.compile(r"[وف]?س[يتن]\w{3,}")


def direction(reading: Reading, position: int) -> int | None:
    """Give 1 where the clause before the word at `position` speaks of the future, -1 for the past, None for neither."""
    for index in range(position - 1, max(-1, position - 1 - _FARTHEST), -1):
        word = reading.words[index]
        if word.kind in SENTENCE_END:
            return None
        if word.form in folded("past_cues") or word.form[1:] in folded("past_cues") and word.form[0] in "وف":
            return -1
        if word.form in folded("future_cues") or _is_future_verb(word.form):
            return 1
    return None


def _is_future_verb(form: str) -> bool:
    if not _FUTURE_VERB.fullmatch(form):
        return False
    stem = form.lstrip("وف")
    return not stem.startswith(tuple(folded("not_future_verbs")))


def direction_of(words: str) -> int | None:
    """Give the direction of a clause by its folded words: those before the date of which it is asked."""
    reading = read(words)
    return direction(reading, len(reading.words))
