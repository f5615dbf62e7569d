"""Reads a text as date words: each word's kind, value and place, and the line of letters that the patterns match.

Words are folded; particles written onto a word are cut off («والإثنين» reads `w W`, «بنوفمبر» reads `p M`), and
numbers in words are added up (see `numerals`).
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from helpers.characters import LETTER, is_digits
from helpers.dates.numerals import append_number
from helpers.dates.vocabulary import DateWord, Entry, folded, vocabulary

_DIGITS = "[0-9]{1,4}"  # the text is folded
_PIECE = re.compile(
    # A date in digits, spaces around its slashes allowed; a clock, a decimal or a long number is none.
    rf"(?P<numeric>(?<![0-9.,:/])(?:{_DIGITS} ?([/\\-]) ?[0-9]{{1,2}} ?\2 ?{_DIGITS}(?![0-9:/]|[.,][0-9])"
    r"|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?![0-9:/]|[.,][0-9])))"
    rf"|(?P<number>[0-9]+(?:[.,:][0-9]+)*%?)|(?P<word>[{LETTER}]+)|(?P<mark>[^ ])"
)
_MARKS = frozenset(',/()-":.!?\n…')  # those that patterns and sentences look at
PARTICLES = frozenset("وفبلك")
_BEFORE_NUMBERS = frozenset(PARTICLES | {particle + "ال" for particle in ("", *PARTICLES)})


class Reading(NamedTuple):
    """A text as date words; `kinds[i]` is the kind of `words[i]`."""

    words: list[DateWord]
    kinds: str


def read(text: str) -> Reading:
    """Read a folded text as date words."""
    pieces = list(_PIECE.finditer(text))
    words: list[DateWord] = []
    position = 0
    while position < len(pieces):
        kind = pieces[position].lastgroup
        if kind == "word":
            position += _read_word(pieces, position, words)
            continue
        words.append(_read_number(pieces, position, words) if kind == "number" else _read_sign(pieces[position]))
        position += 1
    return Reading(words, "".join([word.kind for word in words]))


def _read_sign(piece: re.Match) -> DateWord:
    """Read a mark or a date in digits."""
    form, (start, end) = piece.group(), piece.span()
    if piece.lastgroup == "mark":
        return DateWord(start, end, form if form in _MARKS else "_", None, form)
    return DateWord(start, end, "#", form, form)


def _read_number(pieces: list[re.Match], position: int, words: list[DateWord]) -> DateWord:
    piece = pieces[position]
    form, (start, end) = piece.group(), piece.span()
    if words and words[-1].kind == "l":  # «الـ13», «الـ 13»: the article belongs to the number
        start = words.pop().start
    value = int(form) if is_digits(form) and len(form) <= 4 else 0
    after = pieces[position + 1].group() if position + 1 < len(pieces) else ""
    return DateWord(start, end, _kind_of_number(form, value, words, after), value, form)


def _kind_of_number(form: str, value: int, words: list[DateWord], after: str) -> str:
    """Sort a number into days (1), years (9) and others (0); what follows «الساعة» is a clock's.

    A year far from ours is none before what is counted: «في 12 نوفمبر 1500 شخص».
    """
    if words and words[-1].kind == "k":
        return "0"
    if 1 <= value <= 31 and len(form) <= 2:
        return "1"
    near = 1900 <= value < 2100
    return "9" if near or (1000 <= value < 2200 and after not in folded("counted_nouns")) else "0"


def _read_word(pieces: list[re.Match], position: int, words: list[DateWord]) -> int:
    """Append a word, or a phrase of the vocabulary, and before it the particles written onto it; give its length."""
    form, (start, end) = pieces[position].group(), pieces[position].span()
    cut, entries = _look_up(form)
    for entry in entries:
        last = position + len(entry.rest)
        if not entry.rest or tuple([piece.group() for piece in pieces[position + 1 : last + 1]]) == entry.rest:
            _append_particles(form[:cut], start, words)
            word = DateWord(start + cut, pieces[last].end(), entry.kind, entry.value, form[cut:])
            append_number(words, word) if entry.kind in "co" else words.append(word)
            return 1 + len(entry.rest)
    if form in _BEFORE_NUMBERS:
        _append_before_number(form, start, words)
    else:
        words.append(DateWord(start, end, "_", None, form))
    return 1


def _append_before_number(form: str, start: int, words: list[DateWord]) -> None:
    """Append particles and the article as they stand before a number: «و15», «الـ13»."""
    cut = len(form) - 2 if form.endswith("ال") else len(form)
    _append_particles(form[:cut], start, words)
    if cut < len(form):
        words.append(DateWord(start + cut, start + len(form), "l", None, form[cut:]))


def _look_up(form: str) -> tuple[int, Sequence[Entry]]:
    """Find a word in the vocabulary: how many letters of particles were cut off it, and its entries."""
    known = vocabulary()
    if form in known:
        return 0, known[form]
    if form[0] not in PARTICLES:
        return 0, ()
    for cut in (1, 2):
        # Only «و» is cut off a word of two letters: «وآب» is a month, «باب» a door.
        if form[cut - 1] not in PARTICLES or len(form) - cut < (2 if form[0] == "و" and cut == 1 else 3):
            break
        if form[cut:] in known:
            return cut, known[form[cut:]]
        if form.startswith("لل", cut - 1) and "ا" + form[cut:] in known:  # «للعام» is ل and العام
            return cut, known["ا" + form[cut:]]
    return 0, ()


def _append_particles(particles: str, start: int, words: list[DateWord]) -> None:
    for offset, particle in enumerate(particles):
        kind = "w" if particle == "و" else "p"
        words.append(DateWord(start + offset, start + offset + 1, kind, particle, particle))
