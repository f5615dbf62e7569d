"""Reads a story as folded words that keep their place in it: sentences, names, pairs of quotation marks.

The whole story is folded only by the steps that leave every character in its place, so that no offset has to be led
back; tashkeel, tatweel and hidden characters are taken out word by word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from helpers.characters import INVISIBLE, ON_LETTER, WORD, composed
from helpers.normalize import STEPS, normalize
from helpers.records import Entity
from helpers.statements.vocabulary import SHADDA, Verb, particles, verbs, words
from helpers.words import sentences

_IN_PLACE = ("alef", "yeh", "kaf", "heh", "teh", "hamza", "digits", "punctuation")
_ON_WORD = re.escape(ON_LETTER + INVISIBLE)
_WORD = re.compile(
    rf"[{WORD}](?:[{WORD}{_ON_WORD}]*[{WORD}{re.escape(ON_LETTER)}])?"  # what is hidden at a word's end is outside
    rf"|[^{WORD}\s{_ON_WORD}]"
)
_UNFOLDED = re.compile(f"[{_ON_WORD}{re.escape(''.join(STEPS['presentation']))}]")
_BEFORE_WORD = re.compile(rf"[{_ON_WORD}]*[{WORD}]")
_HIDDEN = 9  # characters looked back for what stands before a quotation mark and its hidden characters
_LONGEST_QUOTATION = 400  # words; marks that stand farther apart are no pair
_BESIDE_NAME = 6  # words before and after a name that may hold its title


class Word(NamedTuple):
    """A word or a mark: its place, its folded form, and its sentence as the indexes of its first and its next word.

    `verb` is its entry where it is a verb of speech; `cut` counts the letters of «و» or «ف» before that.
    """

    start: int
    end: int
    form: str
    first: int
    last: int
    verb: Verb | None
    cut: int


@dataclass(frozen=True)
class Story:
    """A story as its words; all indexes are those of `words`.

    `names` gives the name that a word belongs to, `beside` the words around each person's name, `closing` the mark
    that closes the quotation which a mark opens, `opening` the way back.
    """

    text: str
    words: list[Word]
    names: dict[int, Entity]
    beside: dict[str, set[str]]
    closing: dict[int, int]
    opening: dict[int, int]

    def form(self, index: int) -> str:
        """Give the folded form of a word, "" outside the story."""
        return self.words[index].form if 0 <= index < len(self.words) else ""

    def raw(self, index: int) -> str:
        """Give a word as the story writes it."""
        return self.text[self.words[index].start : self.words[index].end]

    def begins_with(self, index: int, letter: str) -> bool:
        """Does a word begin with this letter, its hamza or madda included, however it is encoded?"""
        return composed(self.raw(index)).startswith(letter)

    def verb_text(self, index: int) -> str:
        """Give a verb of speech as the story writes it, without «و» or «ف»; "" for another word."""
        word = self.words[index]
        return self.raw(index)[word.cut :].lstrip(ON_LETTER + INVISIBLE) if word.verb else ""


def read(text: str, entities: list[Entity]) -> Story:
    found = list(_words(text))
    names, closing = _names(found, entities), _pairs(text, found)
    opening = {closed: opened for opened, closed in closing.items()}
    return Story(text, found, names, _beside(found, names), closing, opening)


def _words(text: str) -> Iterator[Word]:
    folded, count = normalize(text, _IN_PLACE).text, 0
    for sentence in sentences(folded):
        pieces = [(m.start(), m.end(), _form(m.group())) for m in _WORD.finditer(folded, sentence.start, sentence.end)]
        pieces = [piece for piece in pieces if piece[2]]  # a lone tatweel folds to nothing
        first, count = count, count + len(pieces)
        followers = [*(form for _, _, form in pieces[1:]), ""]
        for (start, end, form), after in zip(pieces, followers, strict=False):
            verb, cut = _verb(form)
            if verb and verb.needs_shadda and not _is_told(verb, text[start:end], after):
                verb = None
            yield Word(start, end, form, first, count, verb, cut)


def _verb(form: str) -> tuple[Verb | None, int]:
    """Look a form up among the verbs of speech, with «و» or «ف» and without; gives how many letters were cut."""
    known = verbs()
    if form not in known and form[0] in "وف":
        return known.get(form[1:]), 1
    return known.get(form), 0


def _is_told(verb: Verb, raw: str, after: str) -> bool:
    """Does its shadda, or else the word after it, tell the verb? «بين أن» is «بيّن», «عبر عن» is «عبّر»."""
    return SHADDA in composed(raw) or after in words("complementizers") or after in particles().get(verb.lemma, ())


def _form(word: str) -> str:
    return normalize(word).text if _UNFOLDED.search(word) else word


def _names(found: list[Word], entities: list[Entity]) -> dict[int, Entity]:
    """Say which name each word belongs to; a word may bring a proclitic along («ولافروف»)."""
    names, waiting = {}, sorted(entities, reverse=True, key=lambda entity: entity.start)
    for index, word in enumerate(found):
        while waiting and waiting[-1].end <= word.start:
            waiting.pop()
        if not waiting:
            break
        if waiting[-1].start < word.end:
            names[index] = waiting[-1]
    return names


def _beside(found: list[Word], names: dict[int, Entity]) -> dict[str, set[str]]:
    """Gather the words around each person's name: «الوزير الإسباني» is whoever was called so there."""
    beside: dict[str, set[str]] = {}
    for index, name in names.items():
        if name.label == "PER":
            nearby = found[max(found[index].first, index - _BESIDE_NAME) : index + _BESIDE_NAME]
            beside.setdefault(name.name, set()).update(word.form for word in nearby)
    return beside


def _pairs(text: str, found: list[Word]) -> dict[int, int]:
    """Find the quotation mark that closes each: a name in marks may stand inside («إقليم "قره باغ"»)."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for index, word in enumerate(found):
        if word.form != '"':
            continue
        if opened and index - opened[-1] > _LONGEST_QUOTATION:
            opened.clear()
        if _opens(text, found, index, inside=bool(opened)):
            opened.append(index)
        elif opened:
            closing[opened.pop()] = index
    return closing


def _opens(text: str, found: list[Word], mark: int, inside: bool) -> bool:
    """Does this mark open a quotation? Its glyph is not to be trusted («”نعم”»), the spaces around it are."""
    start, end = found[mark].start, found[mark].end
    before = text[max(0, start - _HIDDEN) : start].rstrip(ON_LETTER + INVISIBLE)[-1:]
    is_before_word = bool(_BEFORE_WORD.match(text, end))
    if before.isspace() or before in "(:":
        return is_before_word or not inside
    is_on_proclitic = mark > 0 and found[mark - 1].end == start and found[mark - 1].form in words("proclitics")
    return is_before_word and (is_on_proclitic or not inside)
