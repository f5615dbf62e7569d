"""Texts that nobody would write, made by chance and yet the same for the same seed: what the fuzz run reads.

Random letters rarely break a parser; its own words in a wrong order do. So most texts are made of the words of the
helpers' lists, or are the seed stories, cut, doubled, shuffled, wrongly decoded, with marks strewn in.
"""

import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from helpers import SEED, lexicon, read_article
from helpers.normalize import INVISIBLE, MARKS, STEPS, TATWEEL

SECOND = SEED.with_name("invented_library.txt")
CASES = Path(__file__).parent.parent / "tests" / "cases"
LISTS = ("dates", "reporting", "triggers", "clauses", "page", "people", "places", "organisations", "shapes")
# One below and one above the surrogates, both ends of these, noncharacters, the last code point, a NUL.
NEIGHBOURS = "\ud7ff\ue000\ud800\udbff\udc00\udfff\ufffd\ufffe\uffff\U0010ffff\U00010000\0\x1a\x1b\x7f\x85"
LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
LETTERS = "".join(map(chr, [*range(0x620, 0x64B), *range(0x671, 0x6D4), *range(0x750, 0x780), *range(0x8A0, 0x8CA)]))
SIGNS = "،؛؟٪٫٬۔.,:;!?…()[]{}«»“”\"'’-–—/\\|•*=+@<>&#%_~^`$"
DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
SPACES = " \t\u00a0\u2003\u202f\u3000" + LINE_ENDS
DATES = (
    *("15/3/2021", "3-4-2020", "31.12.1999", "1442/7/3", "2020", "1436", "29", "31", "12", "1", "0", "99999"),
    *("هـ", "م", "ق.م", "10:30", "2.5%", "الـ13", "و15", "بـ", "لل"),
)
BRACKETS = ("()", "[]", "{}", "«»", '""', "“”", "''", "‹›")
MARKUP = ["<b>", "</p>", "<!--", "&amp;", "<script>", "BEGIN:VEVENT", "=1+1", "@SUM", '"', "\\n", "```", "$x$"]


@cache
def words() -> list[str]:
    """Every word and phrase of the helpers' lists, months and weekdays, and every word of the tests' cases."""
    listed = {word for name in LISTS for word in _strings(lexicon.words(name))}
    listed |= {*lexicon.months(), *lexicon.weekdays(), *lexicon.countries()}
    told = {word for path in CASES.glob("*.json") for word in path.read_text(encoding="utf-8").split()}
    return sorted(listed | {word.strip('",[]{}:') for word in told} - {""})


@cache
def grammar() -> list[str]:
    """The words that the rules for dates, statements and clauses are made of."""
    lists = (lexicon.words(name) for name in ("dates", "reporting", "clauses"))
    return sorted({word for entries in lists for word in _strings(entries)} | {*lexicon.months(), *lexicon.weekdays()})


def _strings(value: object, name: str = "") -> Iterator[str]:
    match value:
        case dict():
            for key, entries in value.items():
                yield from _strings(entries, key)
        case list():
            yield from value
        case str() if name != "source":
            yield value


@cache
def stories() -> tuple[str, ...]:
    return tuple(text for path in (SEED, SECOND) for text in (read_article(path).page, read_article(path).body))


def anything(chance: random.Random) -> str:
    """Any code points at all, halves of surrogate pairs among them."""
    last = chance.choice((0x7F, 0x7FF, 0xFFFF, 0x10FFFF))
    return "".join(chr(chance.randint(0, last)) for _ in range(chance.randint(0, 60)))


def arabic_signs(chance: random.Random) -> str:
    """Arabic letters, marks, digits and punctuation among bidi controls and the neighbours of the surrogates."""
    shaped = "".join(STEPS["presentation"])
    kinds = [LETTERS, "ابتلمهويىةأإآ", MARKS, TATWEEL, DIGITS, SIGNS, SPACES, " ", INVISIBLE, NEIGHBOURS, shaped]
    some = chance.sample(kinds, chance.randint(1, 5))
    return "".join(chance.choice(chance.choice(some)) for _ in range(chance.randint(1, 80)))


def strung_words(chance: random.Random) -> str:
    """Words of the lists in any order, joined as words are, or not at all."""
    some = chance.choice((words(), grammar(), grammar()))
    pieces = [_piece(chance, some) for _ in range(chance.randint(1, 24))]
    return chance.choice((" ", " ", " ", "", "\n", "، ", ". ")).join(pieces)


def _piece(chance: random.Random, some: list[str]) -> str:
    kind = chance.random()
    if kind < 0.6:
        return chance.choice(("", "", "", "و", "ف", "ب", "ل", "وال", "لل")) + chance.choice(some)
    if kind < 0.75:
        return chance.choice(DATES)
    return chance.choice(("،", ".", ":", '"', "«", "»", "(", ")", "-", "/", "؟", "…", "و", "\n", chance.choice(MARKUP)))


def broken_story(chance: random.Random) -> str:
    """A piece of a story: cut anywhere, doubled, shuffled, wrongly decoded, with marks or signs strewn in."""
    text = chance.choice(stories())
    start = chance.randrange(len(text))
    text = text[start : start + chance.randint(1, 300)]
    for change in chance.sample((_doubled, _shuffled, _lines_shuffled, _redecoded, _strewn, _pierced), 2):
        text = change(chance, text)
    return text


def _doubled(chance: random.Random, text: str) -> str:
    return text + chance.choice(("", " ", "\n")) + text[: chance.randint(0, len(text))]


def _shuffled(chance: random.Random, text: str) -> str:
    pieces = text.split(" ")
    chance.shuffle(pieces)
    return " ".join(pieces)


def _lines_shuffled(chance: random.Random, text: str) -> str:
    pieces = re.split("(?<=[.\n،])", text)
    chance.shuffle(pieces)
    return "".join(pieces)


def _redecoded(chance: random.Random, text: str) -> str:
    """The text's bytes read in another encoding than they were written in."""
    one, other = chance.sample(("utf-8", "cp1256", "utf-16", "iso8859_6", "mac_arabic", "cp1252"), 2)
    data = text.encode(one, errors="ignore")
    return data.decode(other, errors=chance.choice(("ignore", "replace")))[:400]


def _strewn(chance: random.Random, text: str) -> str:
    strewn = chance.choice((MARKS, TATWEEL, INVISIBLE, "\N{ARABIC SHADDA}\N{ARABIC FATHA}"))
    often = chance.choice((0.02, 0.3, 1))
    return "".join(c + (chance.choice(strewn) if chance.random() < often else "") for c in text)


def _pierced(chance: random.Random, text: str) -> str:
    place = chance.randint(0, len(text))
    return text[:place] + chance.choice((*NEIGHBOURS, *LINE_ENDS, *SIGNS, *MARKUP)) + text[place:]


def long_or_deep(chance: random.Random) -> str:
    """One very long word, brackets and quotations inside one another, or one piece again and again."""
    piece = chance.choice((chance.choice(words()), chance.choice(grammar()) + " ", chance.choice(SIGNS + LETTERS)))
    times = chance.randint(1, 60)
    opening, closing = chance.choice(BRACKETS)
    said = chance.choice(("قال ", "قال: ", "", "وأضاف أن "))
    return chance.choice((piece * times, (said + opening + piece) * times + closing * chance.randint(0, times)))


def pages(chance: random.Random) -> str:
    """A page: furniture, stamps, a title and lines of anything else."""
    furniture = [*lexicon.words("page")["lines"], *lexicon.words("page")["boilerplate"], "15/3/2021", "12", "•", ""]
    labels = lexicon.words("page")["labels"]
    lines = [chance.choice((chance.choice(furniture), f"{chance.choice(labels)}: {chance.choice(DATES)}"))]
    lines += [chance.choice((strung_words, broken_story, arabic_signs))(chance) for _ in range(chance.randint(0, 2))]
    lines += chance.choices(furniture, k=chance.randint(0, 3))
    chance.shuffle(lines)
    return chance.choice(("\n", "\r\n", "\r", "\u2028")).join(lines)


MAKERS: tuple[Callable[[random.Random], str], ...] = (
    *(anything, arabic_signs, arabic_signs, strung_words, strung_words, strung_words),
    *(broken_story, broken_story, long_or_deep, pages),
)


def strange_text(chance: random.Random) -> str:
    """A strange text of any of these kinds."""
    return chance.choice(MAKERS)(chance)
