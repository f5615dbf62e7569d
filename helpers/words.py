"""What is a word in Arabic? Sentences, tokens, the particles written onto a word, and counts of words.

Not handled: abbreviations of several letters before a full stop («هـ.ش.»), and choosing among the readings of a
word that can be cut in more than one way: `cuts` lists them all, and the caller believes the one that it knows.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from helpers.characters import ARABIC, DIGIT, LETTER
from helpers.normalize import INVISIBLE, MARKS, TATWEEL, normalize
from helpers.records import Span, Token

# Marks and tatweel stand inside a word; so do the zero-width joiners, which part letters without ending the word.
_INSIDE = re.escape(MARKS + TATWEEL + "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}")
_TOKEN = re.compile(
    rf"(?P<word>[{LETTER}][{LETTER}{_INSIDE}]*)"
    rf"|(?P<number>[{DIGIT}]+(?:[.,\N{{ARABIC DECIMAL SEPARATOR}}\N{{ARABIC THOUSANDS SEPARATOR}}][{DIGIT}]+)*)"
    rf"|(?P<mark>[^\s{re.escape(INVISIBLE)}])"
)
_NEAR = 100  # characters
_FOREIGN = re.compile(rf"(?<![^{ARABIC}])[^{ARABIC}]{{{2 * _NEAR + 1},}}")
# A sentence ends at these, with what closes it, and at a line break.
_STOP = re.compile(r"""[.!?؟…\N{ARABIC FULL STOP}]+["'»”’)\]]*|[\r\n]+""")
# A full stop may have lost its space («الحالية.وقال»), but that of 2.5 or of aa.com ends nothing, ...
_AFTER_STOP = re.compile(rf"[\s«“(\[{ARABIC}]|$")
# ... nor does that of an initial: «د. محمد», «ود. ليلى», «أ.د. سامي».
_INITIAL = re.compile(rf"(?:^|[\s.(\[«“\"])و?[A-Za-z{ARABIC}]$")

_LONGEST_SENTENCE = 2000  # characters
_GAP = re.compile(f"[^{LETTER}{DIGIT}{_INSIDE}]")

# The particles of one letter that are written onto the next word, in the order in which they stand: a conjunction
# (and, so), then a preposition (by, for, like) or the س of the future. ال may follow; after ل it loses its alef (لل).
CONJUNCTIONS, PREPOSITIONS, FUTURE, ARTICLE = "وف", "بلك", "س", "ال"
PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "كم", "كن", "نا", "ني", "ه", "ك", "ي")


def sentences(text: str) -> list[Span]:
    """Cut `text` into its sentences, without the white space around them.

    A quotation of three sentences gives three; the closing quotation mark stays with the last. What goes on for 2,000
    characters without a stop is cut after the next word, so that no table or list passes for one sentence.

    >>> [s.text for s in sentences("وصل د. سامي. قال: «نعم.»")]
    ['وصل د. سامي.', 'قال: «نعم.»']
    """
    ends = (found.end() for found in _STOP.finditer(text) if _ends_sentence(text, found))
    pieces = ((start, text[start:end]) for start, end in pairwise(_cut_short(text, [0, *ends, len(text)])))
    return [
        Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()), piece.strip())
        for start, piece in pieces
        if piece.strip()
    ]


def _cut_short(text: str, edges: list[int]) -> Iterator[int]:
    """Give the edges of sentences, and more of them where two lie very far apart."""
    for start, end in pairwise(edges):
        yield start
        while end - start > _LONGEST_SENTENCE and (gap := _GAP.search(text, start + _LONGEST_SENTENCE, end)):
            yield (start := gap.end())
    yield edges[-1]


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    if stop.group().strip("."):
        return True
    before = text[max(0, stop.start() - 3) : stop.start()]
    return bool(_AFTER_STOP.match(text, stop.end())) and not (stop.group() == "." and _INITIAL.search(before))


def tokens(text: str) -> list[Token]:
    """Cut `text` into words, numbers and marks of punctuation; particles stay on their word.

    >>> [(t.text, t.kind) for t in tokens("وقال: 2.5%")]
    [('وقال', 'word'), (':', 'mark'), ('2.5', 'number'), ('%', 'mark')]
    """
    return [Token(m.start(), m.end(), m.group(), m.lastgroup) for m in _TOKEN.finditer(text)]


def matches_near_arabic(text: str) -> Iterator[re.Match[str]]:
    """Match the tokens of `text` but for those with no Arabic letter within 100 characters, where no one is named."""
    start = 0
    for foreign in _FOREIGN.finditer(text):
        yield from _TOKEN.finditer(text, start, foreign.start() + _NEAR)
        start = foreign.end() - _NEAR
    yield from _TOKEN.finditer(text, start)


def cuts(word: str) -> Iterator[tuple[str, str]]:
    """Give every way to cut the particles off the front of `word`, the uncut word first; at least two letters stay.

    Whether a cut makes sense, only a word list can tell: «وزير» (minister) is no «زير» with «و» before it. Of «لل» one
    lam is cut, and the second, that of the article, stays: a caller that looks for «الحركة» must ask for «لحركة» then.
    Marks are in the way, so strip them before (see `normalize`).

    >>> list(cuts("وبالصين"))
    [('', 'وبالصين'), ('و', 'بالصين'), ('وب', 'الصين'), ('وبال', 'صين')]
    >>> list(cuts("للحركة"))
    [('', 'للحركة'), ('ل', 'لحركة')]
    """
    yield "", word
    stop = 0
    for particles in (CONJUNCTIONS, PREPOSITIONS + FUTURE, (ARTICLE,)):
        particle = next((p for p in particles if word.startswith(p, stop)), None)
        if particle and len(word) - stop - len(particle) >= 2:
            stop += len(particle)
            yield word[:stop], word[stop:]


def endings(word: str) -> Iterator[tuple[str, str]]:
    """Give every way to cut an attached pronoun off the end of `word`, the uncut word first; at least two letters stay.

    The ت before a pronoun may be a ة («حكومته», his government, of «حكومة»); it stays ت here.

    >>> list(endings("بلاده"))
    [('بلاده', ''), ('بلاد', 'ه')]
    >>> list(endings("لديهما"))
    [('لديهما', ''), ('لدي', 'هما')]
    """
    yield word, ""
    for pronoun in PRONOUNS:
        if word.endswith(pronoun) and len(word) - len(pronoun) >= 2:
            yield word[: -len(pronoun)], pronoun


def frequencies(text: str, folded: bool = True) -> Counter[str]:
    """Count the words of `text`, spelling variants together unless `folded` is False.

    >>> frequencies("في المدرسة، وفي المدرسه").most_common(1)
    [('المدرسه', 2)]
    """
    return Counter(token.text for token in tokens(normalize(text).text if folded else text) if token.kind == "word")


def concordance(text: str, word: str, width: int = 30) -> list[tuple[str, Span, str]]:
    """Find a word or a phrase in `text`, whatever its spelling and particles, with `width` characters on each side.

    With ال it is found only with its article, without it both ways.

    >>> [found.text for _, found, _ in concordance("المركز في مركزه، وللمركز مَركز", "مركز")]
    ['المركز', 'وللمركز', 'مَركز']
    """
    folded = normalize(text)
    spans = [folded.original(*found.span()) for found in _with_particles(normalize(word).text).finditer(folded.text)]
    return [
        (text[max(0, start - width) : start], Span(start, end, text[start:end]), text[end : end + width])
        for start, end in spans
    ]


def _with_particles(wanted: str) -> re.Pattern[str]:
    """Match a folded word or phrase with the particles that may be written onto it."""
    bare = r"\s+".join(map(re.escape, wanted.removeprefix(ARTICLE).split()))
    # ل takes the alef of the article, and its lam where the word begins with one: «للغة» is ل and اللغة.
    after_lam = "ل" if bare.startswith("ل") else "لل"
    article = f"(?:[{PREPOSITIONS}]?{ARTICLE}|{after_lam})"
    front = article if wanted.startswith(ARTICLE) else f"(?:{article}|[{PREPOSITIONS}{FUTURE}]?)"
    return re.compile(rf"(?<![{LETTER}])[{CONJUNCTIONS}]?{front}{bare}(?![{LETTER}])" if bare else "(?!)")
