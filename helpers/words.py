"""What is a word in Arabic? Sentences, tokens, the particles written onto a word, and counts of words.

Not handled: abbreviations of several letters before a full stop («هـ.ش.»), and choosing among the readings of a
word that can be cut in more than one way: `cuts` lists them all, and the caller believes the one that it knows.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from helpers.normalize import INVISIBLE, MARKS, TATWEEL, normalize
from helpers.records import Span, Token

# What a letter is stands here, for `\w` depends on the Unicode version of the Python that runs. Ranges take in a few
# signs of other scripts; among Arabic letters they are exact. East Asian characters count one by one, as marks do.
_ARABIC = r"\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f"
_ARABIC += r"\u0870-\u0887\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
_EUROPEAN = r"A-Za-zÀ-ÖØ-öø-\u0481\u048a-\u0587\u05b0-\u05bd\u05d0-\u05ea\ufb00-\ufb06"
_ASIAN = r"\u0710-\u074f\u0780-\u07b1\u0904-\u167f\u1681-\u180a\u1810-\u1fff"
_LETTER = _ARABIC + _EUROPEAN + _ASIAN
_DIGIT = "0-9٠-٩۰-۹"
# Marks and tatweel stand inside a word; so do the zero-width joiners, which part letters without ending the word.
_INSIDE = re.escape(MARKS + TATWEEL + "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}")
_TOKEN = re.compile(
    rf"(?P<word>[{_LETTER}][{_LETTER}{_INSIDE}]*)"
    rf"|(?P<number>[{_DIGIT}]+(?:[.,\N{{ARABIC DECIMAL SEPARATOR}}\N{{ARABIC THOUSANDS SEPARATOR}}][{_DIGIT}]+)*)"
    rf"|(?P<mark>[^\s{re.escape(INVISIBLE)}])"
)
# A sentence ends at these, with what closes it, and at a line break.
_STOP = re.compile(r"""[.!?؟…\N{ARABIC FULL STOP}]+["'»”’)\]]*|[\r\n]+""")
# A full stop may have lost its space («الحالية.وقال»), but that of 2.5 or of aa.com ends nothing, ...
_AFTER_STOP = re.compile(rf"[\s«“(\[{_ARABIC}]|$")
# ... nor does that of an initial: «د. محمد», «ود. ليلى», «أ.د. سامي».
_INITIAL = re.compile(rf"(?:^|[\s.(\[«“\"])و?[A-Za-z{_ARABIC}]$")

# The particles of one letter that are written onto the next word, in the order in which they stand: a conjunction
# (and, so), then a preposition (by, for, like) or the س of the future. ال may follow; after ل it loses its alef (لل).
CONJUNCTIONS, PREPOSITIONS, FUTURE, ARTICLE = "وف", "بلك", "س", "ال"
PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "كم", "كن", "نا", "ني", "ه", "ك", "ي")


def sentences(text: str) -> list[Span]:
    """Cut `text` into its sentences, without the white space around them.

    A quotation of three sentences gives three; the closing quotation mark stays with the last.

    >>> [s.text for s in sentences("وصل د. سامي. قال: «نعم.»")]
    ['وصل د. سامي.', 'قال: «نعم.»']
    """
    ends = (found.end() for found in _STOP.finditer(text) if _ends_sentence(text, found))
    pieces = ((start, text[start:end]) for start, end in pairwise([0, *ends, len(text)]))
    return [
        Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()), piece.strip())
        for start, piece in pieces
        if piece.strip()
    ]


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
    article = f"(?:[{PREPOSITIONS}]?{ARTICLE}|لل)"
    front = article if wanted.startswith(ARTICLE) else f"(?:{article}|[{PREPOSITIONS}{FUTURE}]?)"
    return re.compile(rf"(?<![{_LETTER}])[{CONJUNCTIONS}]?{front}{bare}(?![{_LETTER}])" if bare else "(?!)")
