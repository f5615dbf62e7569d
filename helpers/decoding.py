"""From the bytes of a file to its text: which encoding they are in, and what they have lost.

A byte order mark says it, and so does UTF-8, which other bytes hardly ever are by chance. Of the older encodings each
would give some text: the one is taken whose letters are most like those of an Arabic story. Not handled: the code pages
of DOS, and a text of which only some lines were scrambled.
"""

import codecs
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from helpers.characters import WORD, WORD_BEGINS, WORD_ENDS
from helpers.records import ArticleError


class Decoded(NamedTuple):
    """A file's text; `note` says in a sentence or two what was lost or mended, "" where nothing was."""

    text: str
    note: str = ""


# Those of UTF-32 come first, as one of them begins like one of UTF-16.
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# MacArabic writes its letters with the bytes of ISO-8859-6 and adds signs of its own, so it reads both. Which letters a
# text has is asked of ISO-8859-6: MacArabic turns what is no letter there into brackets, which look harmless.
_OLD_ENCODINGS = {"utf-8": "utf-8", "cp1256": "cp1256", "mac_arabic": "iso8859_6"}
_NAMES = {"cp1256": "Windows-1256", "mac_arabic": "MacArabic or ISO-8859-6"}
_REPLACED = "\N{REPLACEMENT CHARACTER}"

_ASCII = bytes(range(128))
_ARABIC = re.compile("[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}]")
_ARABIC_WORD = re.compile(rf"{WORD_BEGINS}[\N{{ARABIC LETTER HAMZA}}-\N{{ARABIC LETTER YEH}}]{{2,}}{WORD_ENDS}")
_COMMON_WORDS = re.compile(rf"{WORD_BEGINS}(?:في|من|على|إلى|أن|عن|مع|ال[{WORD}]{{3,}}){WORD_ENDS}")
# The letters of Arabic news, the most frequent first (counted in `data/anercorp_500.conll`). Of the other signs of an
# Arabic text each counts like a letter of the middle. In a wrong encoding, frequent letters turn into rare ones, into
# letters with accents, and into dammatan and kasratan, which news hardly ever writes.
_LETTERS = "اليمونرتبةعدسفقهكحأجشصطإىخزضثذئغءظؤآ"
_SIGNS = "،؛؟٪«»“”‘’–—…ـ٠١٢٣٤٥٦٧٨٩\N{NO-BREAK SPACE}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
_MARKS = "\N{ARABIC FATHATAN}\N{ARABIC FATHA}\N{ARABIC DAMMA}\N{ARABIC KASRA}\N{ARABIC SHADDA}\N{ARABIC SUKUN}"
_RANKS = dict.fromkeys(_SIGNS + _MARKS, len(_LETTERS) // 2) | {letter: rank for rank, letter in enumerate(_LETTERS)}
_WORST = 60  # the rank of any other character
_HIGHEST = 20  # mean rank; that of Arabic news is 6 to 9, other languages and binary files have more
_BONUS = 10  # as much lower is the mean of a text that has nothing but common words
_MARGIN, _FEW = 5, 20  # by so much the likeliest encoding must be better than the next; by more, for so few letters


def decode(data: bytes, name: str | Path) -> Decoded:
    """Read the bytes of a file: UTF-8, UTF-16, UTF-32 (marked), Windows-1256, ISO-8859-6 or MacArabic.

    A last letter that broke off is left out, what else can't be read becomes U+FFFD, and UTF-8 that was read as
    Windows-1256 and saved so, even twice, is turned back; `note` tells each.
    Raises ArticleError, with the file's name, where no known encoding gives Arabic text, or none clearly.
    """
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return _turned_back(_read(data, encoding))
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = _read(data, "utf-8", "strict")
    except UnicodeDecodeError:
        return _read_unmarked(data, name)
    if _ARABIC.search(text.text):
        return _turned_back(text)
    try:
        return _read_unmarked(data, name)
    except ArticleError:
        return text  # in another language, or none


def unscrambled(text: str) -> str:
    """Turn UTF-8 that was read as Windows-1256 back into what it was; any other text stays as it is.

    >>> unscrambled("ط®ط¨ط±")
    'خبر'
    """
    while not text.isascii():
        try:
            text = text.encode("cp1256").decode("utf-8")
        except UnicodeError:
            break
    return text


def _turned_back(read: Decoded) -> Decoded:
    text = unscrambled(read.text)
    if text == read.text:
        return read
    return Decoded(
        text, _joined(read.note, "It is UTF-8 that was read as Windows-1256 and saved so: it is turned back.")
    )


def _read(data: bytes, encoding: str, errors: str = "replace") -> Decoded:
    """Read all bytes in one encoding, but for a last letter that broke off."""
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    text = decoder.decode(data)
    note = "The file breaks off inside a letter, which is left out." if decoder.getstate()[0] else ""
    return Decoded(text, _joined(_lost(text), note) if errors == "replace" else note)


def _joined(*notes: str) -> str:
    return " ".join(filter(None, notes))


def _lost(text: str) -> str:
    count = text.count(_REPLACED)
    return f"What can't be read in the file stands as {_REPLACED} in the story ({count}×)." if count else ""


def _read_unmarked(data: bytes, name: str | Path) -> Decoded:
    if b"\0" in data or b"\x06" in data:  # in UTF-16, every space and every Arabic letter has one of them
        for encoding in ("utf-16-le", "utf-16-be"):
            read = _read(data, encoding)
            if _is_arabic(read.text, _cost(read.text)):
                return read
    return _read_lines(data, name)


def _read_lines(data: bytes, name: str | Path) -> Decoded:
    """Read the lines that are UTF-8 as such, and all others in the encoding that suits them best."""
    lines = data.splitlines(keepends=True)
    read = [_as_utf8(line) for line in lines]
    rest = [line for line, text in zip(lines, read, strict=True) if text is None]
    encoding = _likeliest(b"".join(rest), name)
    text = "".join(
        line.decode(encoding, "replace") if known is None else known for line, known in zip(lines, read, strict=True)
    )
    mixed = encoding != "utf-8" and any(line and not line.isascii() for line in read)
    note = f"Some of its lines are in {_NAMES[encoding]}, the others in UTF-8: each is read as it is." if mixed else ""
    return Decoded(text, _joined(note, _lost(text)))


def _as_utf8(line: bytes) -> str | None:
    """A line that is surely UTF-8: ASCII alone, or with Arabic in it; None for any other."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if text.isascii() or _ARABIC.search(text) else None


def _likeliest(data: bytes, name: str | Path) -> str:
    """The encoding in which these bytes are most like Arabic; raises ArticleError where none is, or two are."""
    texts = {encoding: data.decode(judge, errors="replace") for encoding, judge in _OLD_ENCODINGS.items()}
    texts["utf-8"] = re.sub(f"{_REPLACED}+", _REPLACED, texts["utf-8"])  # one letter that is damaged has several bytes
    costs = {encoding: _cost(text) for encoding, text in texts.items()}
    best, second = sorted(costs, key=costs.__getitem__)[:2]
    if not _is_arabic(texts[best], costs[best]):
        raise ArticleError(f"{name} holds no text in a known encoding: save the story as UTF-8 text.")
    letters = len(data.translate(None, _ASCII))
    if (costs[second] - costs[best]) * min(letters, _FEW) < _MARGIN * _FEW:
        raise ArticleError(f"{name} holds too few words to tell their encoding: save the story as UTF-8 text.")
    return best


def _is_arabic(text: str, cost: float) -> bool:
    return cost <= _HIGHEST and bool(_ARABIC_WORD.search(text))


def _cost(text: str) -> float:
    """How unlike Arabic a text is: the mean rank of what ASCII doesn't have, the letters of common words at a discount.

    >>> round(_cost("قال في بيان")), round(_cost("ât نه ٍçل"))
    (3, 34)
    """
    counts = {sign: count for sign, count in Counter(text).items() if not _is_plain(sign)}
    total = sum(counts.values())
    if not total:
        return _WORST
    ranks = sum(_RANKS.get(sign, _WORST) * count for sign, count in counts.items())
    return (ranks - _BONUS * sum(map(len, _COMMON_WORDS.findall(text)))) / total


def _is_plain(sign: str) -> bool:
    return " " <= sign <= "~" or sign in "\t\n\v\f\r"
