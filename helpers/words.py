"""What is a word in Arabic? Sentences, tokens, the particles written onto a word, and counts of words.

Not handled: abbreviations of several letters before a full stop («هـ.ش.»), and choosing among the readings of a
word that can be cut in more than one way: `cuts` lists them all, and the caller believes the one that it knows.
"""

import re
from collections import Counter
from collections.abc import Iterator

from helpers.normalize import INVISIBLE, MARKS, TATWEEL, normalize
from helpers.records import Span, Token

# Marks and tatweel stand inside a word; so do the zero-width joiners, which part letters without ending the word.
_INSIDE = re.escape(MARKS + TATWEEL + "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}")
_TOKEN = re.compile(
    rf"(?P<word>[^\W\d_][^\W\d_{_INSIDE}]*(?:[{_INSIDE}]+[^\W\d_]*)*)"
    rf"|(?P<number>\d+(?:[.,\N{{ARABIC DECIMAL SEPARATOR}}\N{{ARABIC THOUSANDS SEPARATOR}}]\d+)*)"
    rf"|(?P<mark>[^\w\s{re.escape(INVISIBLE)}]|_)"
)
# A sentence ends at . ! ? ؟ … with what closes it, or at a line break. The full stop of an initial («د. محمد») and of
# a decimal (2.5) ends nothing; one that lost its space («الحالية.وقال») ends a sentence all the same.
_STOP = re.compile(
    r"""(?: (?<![\s.][^\W\d]) (?<!^[^\W\d]) \.+ (?=[\s"'«»“”’)\]]|$|[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}])
          | [!?؟…]+ ) ["'»”’)\]]* | \n """,
    re.VERBOSE | re.MULTILINE,
)

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
    stops = [0, *(found.end() for found in _STOP.finditer(text)), len(text)]
    pieces = ((start, text[start:end]) for start, end in zip(stops, stops[1:], strict=False))
    return [
        Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()), piece.strip())
        for start, piece in pieces
        if piece.strip()
    ]


def tokens(text: str) -> list[Token]:
    """Cut `text` into words, numbers and marks of punctuation; particles stay on their word.

    >>> [(t.text, t.kind) for t in tokens("وقال: 2.5%")]
    [('وقال', 'word'), (':', 'mark'), ('2.5', 'number'), ('%', 'mark')]
    """
    return [Token(m.start(), m.end(), m.group(), m.lastgroup) for m in _TOKEN.finditer(text)]


def cuts(word: str) -> Iterator[tuple[str, str]]:
    """Give every way to cut the particles off the front of `word`, the uncut word first; at least two letters stay.

    Of «لل» one lam is cut: what stays is the word with the second lam of its article, as it is written. A caller that
    looks for «الحركة» must ask for «لحركة» then.

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

    >>> list(endings("بلاده"))
    [('بلاده', ''), ('بلاد', 'ه')]
    """
    yield word, ""
    for pronoun in PRONOUNS:
        if word.endswith(pronoun) and len(word) - len(pronoun) >= 2:
            yield word[: -len(pronoun)], pronoun


def frequencies(text: str, folded: bool = True) -> Counter[str]:
    """Count the words of `text`, spelling variants together unless `folded` is False."""
    return Counter(token.text for token in tokens(normalize(text).text if folded else text) if token.kind == "word")


def concordance(text: str, word: str, width: int = 30) -> list[tuple[str, Span, str]]:
    """Find `word` in `text`, whatever its spelling or particles, each with `width` characters before and after."""
    wanted = normalize(word).text
    return [
        (text[max(0, t.start - width) : t.start], Span(t.start, t.end, t.text), text[t.end : t.end + width])
        for t in tokens(text)
        if any(rest == wanted for _, rest in cuts(normalize(t.text).text))
    ]
