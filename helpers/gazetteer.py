"""What do the word lists know about a word of the story? Lists, triggers and word shapes, asked in one place.

Everything here works on folded text (see `normalize`), for one name has many spellings. A name may carry proclitics
(«وبالقاهرة»); each way to cut them is tried, the uncut word first. Both halves of name finding, the rules and the
tagger, see a story through these facts.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from helpers import lexicon
from helpers.characters import is_letters
from helpers.normalize import DEFAULT, Normalized, normalize
from helpers.shapes import everyday_words
from helpers.words import ARTICLE, cuts, matches_near_arabic, tokens

# The lists of what is a name in some places only, and the kind of their entries.
_UNSURE = {
    "doubtful places": "doubtful place",
    "everyday places": "everyday place",
    "doubtful organisations": "doubtful organisation",
    "doubtful names": "doubtful given",
}
_APART = {"source", "families", "surnames", *_UNSURE}
# Kinds that name something: a cut reading of an everyday word is not believed to be one («وفيات» is no «فيات»).
NAMES = frozenset({"LOC", "ORG", "given", "family", "surname", *_UNSURE.values(), "club"})


# Without the two steps that hide what «ال» and «على» are told by, and that change no length.
_BUT_ALEF_AND_YEH = [step for step in DEFAULT if step not in ("alef", "yeh")]


class Word(NamedTuple):
    """A token of the folded story.

    `joined` tells that nothing but a space parts it from the word before. `definite` tells that it begins with the
    article: of «الحان» and «ألحان», one word when folded, the first.
    """

    text: str
    start: int
    end: int
    is_word: bool
    joined: bool
    definite: bool


class Fact(NamedTuple):
    """What a list says: letters cut off the first word, and how many tokens the list's entry covers."""

    cut: int
    size: int


def read_words(folded: Normalized) -> list[Word]:
    """Cut a folded text into words and marks.

    >>> [(w.text, w.joined, w.definite) for w in read_words(normalize("في اليمن، أمس"))]
    [('في', False, False), ('اليمن', True, True), (',', False, False), ('امس', False, False)]
    """
    spelled = normalize(folded.source, _BUT_ALEF_AND_YEH).text  # letter for letter beside the folded text
    text, found, last = folded.text, [], None
    for token in matches_near_arabic(text):
        (start, end), form = token.span(), token.group()
        is_word = token.lastgroup == "word"
        joined = is_word and last is not None and last.is_word and text[last.end : start] == " "
        if form in ("علي", "وعلي") and spelled.endswith("على", start, end):
            form = form[:-1] + "ى"  # the preposition «على» must not become the name «علي»
        last = Word(form, start, end, is_word, joined, is_word and spelled.startswith(ARTICLE, start))
        found.append(last)
    return found


def facts(words: list[Word]) -> list[dict[str, Fact]]:
    """Say for each word which lists hold it, or a phrase that begins with it, with or without proclitics.

    >>> facts(read_words(normalize("ولبنان")))[0]["LOC"]
    Fact(cut=1, size=1)
    """
    return [_facts_at(words, i) if word.is_word else {} for i, word in enumerate(words)]


@lru_cache(maxsize=50_000)
def lists_with(word: str) -> tuple[str, ...]:
    """Name the lists that hold a word, whatever its spelling, with or without proclitics; lists of phrases don't count.

    >>> lists_with("وأرمينيا"), lists_with("بباريس"), lists_with("كوبوتشي")
    (('LOC',), ('LOC',), ())
    """
    return tuple(sorted({kind for found in facts(read_words(normalize(word))) for kind in found}))


def _facts_at(words: list[Word], i: int) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    after = words[i + 1].text if i + 1 < len(words) else ""
    for cut, tail, kind in _candidates(words[i].text):
        # Hundreds of entries begin with one word («وزير», «حزب»): the next word alone rules out nearly all of them.
        if kind not in found and (not tail or (tail[0] == after and _continues(words, i, tail))):
            found[kind] = Fact(cut, len(tail) + 1)
    return found


def _continues(words: list[Word], i: int, tail: tuple[str, ...]) -> bool:
    following = words[i + 1 : i + 1 + len(tail)]
    return tuple(word.text for word in following) == tail


@lru_cache(maxsize=50_000)
def _candidates(word: str) -> tuple[tuple[int, tuple[str, ...], str], ...]:
    """List the entries that may begin at `word`: letters cut, the entry's further words, its kind."""
    entries = index()
    return tuple(
        (cut, tail, kind)
        for cut, rest in readings(word)
        for tail, kind in entries.get(rest, ())
        if kind not in NAMES or tail or not cut or _believable(word, cut, rest, kind)
    )


def _believable(word: str, cut: int, rest: str, kind: str) -> bool:
    """Tell whether a name of one word may stand after proclitics: not in a word that is known as it stands.

    The س of verbs stands before no name, and «ك» («like») before few; of people's names even fewer are so short that
    a longer name («برون») might hold them.
    """
    particles = word[:cut]
    shortest = 5 if "ك" in particles else 3 if kind in ("LOC", "ORG") or particles in ("و", "ف") else 4
    if len(rest) < shortest or "س" in particles or word in everyday_words():
        return False
    return not any(known in NAMES and not tail for tail, known in index().get(word, ()))


@lru_cache(maxsize=50_000)
def readings(word: str) -> tuple[tuple[int, str], ...]:
    """Give the ways to read a name off `word`: how many letters are proclitics, and what is left.

    >>> readings("للهند")
    ((0, 'للهند'), (1, 'لهند'), (1, 'الهند'), (1, 'اللهند'))
    """
    found = []
    for particles, rest in cuts(word):
        if particles.endswith(ARTICLE):
            continue  # the article belongs to the name
        found.append((len(particles), rest))
        if particles.endswith("ل") and rest.startswith("ل"):
            found.append((len(particles), "ا" + rest))  # «لل» is ل + ال: the alef is not written
            found.append((len(particles), "ال" + rest))  # nor a third lam: «للاذقية» is ل + اللاذقية
    return tuple(found)


@cache
def index() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Index all entries of all lists by their first word: the further words and the kind, longer entries first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, entries in _lists():
        for entry in normalize("\n".join(entries)).text.split("\n"):
            first, *tail = _split(entry)
            found.setdefault(first, []).append((tuple(tail), kind))
    found["على"] = [((), "not names")]  # unfolded: see `read_words`
    for same_start in found.values():
        same_start.sort(key=lambda entry: -len(entry[0]))
    return found


def _split(entry: str) -> list[str]:
    return entry.split() if is_letters(entry.replace(" ", "")) else [token.text for token in tokens(entry)]


def _lists() -> Iterator[tuple[str, list[str]]]:
    """Give each list and the kind of its entries; what is doubtful is in no sure list."""
    places, organisations, people = (lexicon.words(name) for name in ("places", "organisations", "people"))
    for kind, lists, more in (("LOC", places, lexicon.countries()), ("ORG", organisations, []), ("given", people, [])):
        unsure = {entry for name in _UNSURE if name in lists for entry in lists[name]}
        sure = {entry for name, entries in lists.items() if name not in _APART for entry in entries} | set(more)
        yield kind, sorted(sure - unsure)
    for name, kind in _UNSURE.items():
        yield from ((kind, lists[name]) for lists in (places, organisations, people) if name in lists)
    yield "club", sorted(set(organisations["sport"]) & set(organisations["doubtful organisations"]))
    yield "family", sorted(set(people["families"]) - set(people["doubtful names"]))
    yield "surname", people["surnames"] + lexicon.nisbas()
    yield "months", list(lexicon.months())
    yield from ((name, entries) for name, entries in lexicon.words("triggers").items() if name != "source")
