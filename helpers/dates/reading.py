"""Reads a text as date words: each word's kind, value and place, and the line of letters that the patterns match.

Words are folded; particles written onto a word are cut off («والإثنين» reads `w W`, «بنوفمبر» reads `p M`), and
numbers in words are added up («الحادي والعشرين» reads `o`, 21).
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from helpers.dates.vocabulary import Entry, folded, vocabulary

_DIGITS = r"\d{1,4}"
_PIECE = re.compile(
    # A date in digits, spaces around its slashes allowed; a clock, a decimal or a long number is none.
    rf"(?P<numeric>(?<![\d.,:/])({_DIGITS}) ?([/-]) ?(\d{{1,2}}) ?\3 ?({_DIGITS})(?![\d:/]|[.,]\d)"
    rf"|(?<![\d.,:/])(\d{{1,2}})\.(\d{{1,2}})\.(\d{{4}})(?![\d:/]|[.,]\d))"
    r"|(?P<number>\d+(?:[.,:]\d+)*%?)|(?P<word>[^\W\d_]+)|(?P<mark>[^\w ]|_)"
)
_PARTICLES = frozenset("وفبلك")
_BEFORE_NUMBERS = frozenset(_PARTICLES | {particle + "ال" for particle in ("", *_PARTICLES)})


class DateWord(NamedTuple):  # a tuple, because a story makes hundreds of them and dataclasses are slow to make
    """One word of a date: where it stands in the folded text, its kind (see `vocabulary.KINDS`), value and form."""

    start: int
    end: int
    kind: str
    value: object
    form: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as date words; `kinds[i]` is the kind of `words[i]`."""

    words: list[DateWord]
    kinds: str


def read(text: str) -> Reading:
    """Read a folded text as date words."""
    pieces = [(found.lastgroup, found.start(), found.end(), found.group()) for found in _PIECE.finditer(text)]
    words: list[DateWord] = []
    position = 0
    while position < len(pieces):
        position += _read_piece(pieces, position, words)
    words = _add_up(words)
    return Reading(words, "".join(word.kind for word in words))


def _read_piece(pieces: list[tuple], position: int, words: list[DateWord]) -> int:
    """Append what stands at `position` to `words`; gives how many pieces were read."""
    group, start, end, form = pieces[position]
    if group == "numeric":
        words.append(DateWord(start, end, "#", form, form))
    elif group == "number":
        words.append(_number(start, end, form, words))
    elif group == "mark":
        words.append(DateWord(start, end, form, None, form))
    else:
        return _read_word(pieces, position, words)
    return 1


def _number(start: int, end: int, form: str, words: list[DateWord]) -> DateWord:
    """Sort a number into days (1), years (9) and others (0); what follows «الساعة» is a clock's."""
    value = int(form) if form.isdecimal() and len(form) <= 4 else 0
    kind = "1" if 1 <= value <= 31 and len(form) <= 2 else "9" if 1000 <= value < 2200 else "0"
    if words and words[-1].kind == "l" and words[-1].end == start:  # «الـ13»: the article belongs to the number
        start = words.pop().start
    return DateWord(start, end, "0" if words and words[-1].kind == "k" else kind, value, form)


def _read_word(pieces: list[tuple], position: int, words: list[DateWord]) -> int:
    """Append a word, or a phrase of the vocabulary, and before it the particles written onto it."""
    _, start, end, form = pieces[position]
    cut, entries = _look_up(form)
    for entry in entries:
        last = position + len(entry.rest)
        if not entry.rest or tuple(piece[3] for piece in pieces[position + 1 : last + 1]) == entry.rest:
            _append_particles(form[:cut], start, words)
            words.append(DateWord(start + cut, pieces[last][2], entry.kind, entry.value, form[cut:]))
            return 1 + len(entry.rest)
    if form in _BEFORE_NUMBERS:  # «و15», «الـ13»
        cut = len(form) - 2 if form.endswith("ال") else len(form)
        _append_particles(form[:cut], start, words)
        if cut < len(form):
            words.append(DateWord(start + cut, end, "l", None, form[cut:]))
    else:
        words.append(DateWord(start, end, "_", None, form))
    return 1


def _look_up(form: str) -> tuple[int, list[Entry]]:
    """Find a word in the vocabulary: how many letters of particles were cut off it, and its entries."""
    known = vocabulary()
    if form in known:
        return 0, known[form]
    for cut in (1, 2):
        # Only «و» is cut off a word of two letters: «وآب» is a month, «باب» a door.
        if form[cut - 1] not in _PARTICLES or len(form) - cut < (2 if form[0] == "و" else 3):
            break
        if form[cut:] in known:
            return cut, known[form[cut:]]
        if form.startswith("لل", cut - 1) and "ا" + form[cut:] in known:  # «للعام» is ل and العام
            return cut, known["ا" + form[cut:]]
    return 0, []


def _append_particles(particles: str, start: int, words: list[DateWord]) -> None:
    for offset, particle in enumerate(particles):
        kind = "w" if particle == "و" else "p"
        words.append(DateWord(start + offset, start + offset + 1, kind, particle, particle))


def _add_up(words: list[DateWord]) -> list[DateWord]:
    """Join the words of one number («ألف وتسعمئة وثلاثة وسبعين», «الثالث عشر») into one word."""
    joined: list[DateWord] = []
    for word in words:
        if len(joined) > 1 and joined[-1].kind == "w" and joined[-1].end == word.start and word.kind in "co":
            number = joined[-2]
            if number.kind in "co" and _adds(number.value, word.value):
                joined[-2:] = [_joined(number, word, number.value + word.value)]
                continue
        number = joined[-1] if joined else None
        if number and number.kind in "co" and word.kind == "c":
            if number.value < 10 and word.value == 10 and word.form in folded("teens"):
                joined[-1] = _joined(number, word, number.value + 10)
                continue
            if number.value < 1000 and word.value in (100, 1000) and word.value > number.value:
                joined[-1] = _joined(number, word, number.value * word.value)
                continue
        joined.append(word)
    return joined


def _adds(so_far: int, value: int) -> bool:
    """Can `value` follow `so_far` after «و» in one number? A unit before its ten, else the larger before the smaller."""
    if so_far % 100 in range(1, 10):
        return value in range(20, 100, 10)
    return so_far >= 100 and so_far % 100 == 0 and value < (1000 if so_far % 1000 == 0 else 100)


def _joined(first: DateWord, last: DateWord, value: int) -> DateWord:
    return DateWord(first.start, last.end, first.kind, value, f"{first.form} {last.form}")
