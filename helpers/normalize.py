"""When are two spellings the same word? Named steps that fold Arabic spelling variants, with a way back.

Each step is a table: one character in, its replacement out. The steps run in the order of `STEPS`, whatever the order
in which they are asked for. What is found in the folded text is shown as the original writes it, through `original`.

Not handled: spelling slips («الصرع» for «الصراع»), and the missing hamza of a whole word (مسؤول/مسئول stay two words).
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from unicodedata import ucd_3_2_0 as unicode_tables  # frozen tables: the same on every Python


def _characters(*ranges: tuple[int, int]) -> list[str]:
    return [chr(code) for first, last in ranges for code in range(first, last + 1)]


# Tashkeel and the signs of the Quran (Unicode general category Mn in the Arabic blocks), small waw and yeh among them.
MARKS = "".join(
    _characters((0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6DC), (0x6DF, 0x6E8), (0x6EA, 0x6ED))
    + _characters((0x8D3, 0x8E1), (0x8E3, 0x8FF))
)
# Zero-width characters, bidi controls, the soft hyphen, the byte order mark: nothing of them is seen.
INVISIBLE = "".join(
    _characters((0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E))
    + _characters((0x2060, 0x2069), (0xFEFF, 0xFEFF))
)
TATWEEL = "\N{ARABIC TATWEEL}"
_ON_LETTER = MARKS + TATWEEL  # what follows a letter and belongs to it
# Letters drawn in one shape (ﺏ, ﻻ, ﷲ), as old files and some PDFs hold them.
_PRESENTATION = _characters((0xFB50, 0xFDFC), (0xFE70, 0xFEFC))
_SPACES = "\t\v\f\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}" + "".join(
    _characters((0x2000, 0x200A), (0x205F, 0x205F))
)

STEPS: dict[str, dict[str, str]] = {
    "presentation": {c: folded for c in _PRESENTATION if (folded := unicode_tables.normalize("NFKC", c)) != c},
    "marks": dict.fromkeys(MARKS, ""),
    "tatweel": {TATWEEL: ""},
    "invisible": dict.fromkeys(INVISIBLE, ""),
    "alef": dict.fromkeys(
        "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}"
        "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}"
        "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}"
        "\N{ARABIC LETTER ALEF WASLA}"
        "\N{ARABIC LETTER ALEF WITH WAVY HAMZA ABOVE}"
        "\N{ARABIC LETTER ALEF WITH WAVY HAMZA BELOW}",
        "\N{ARABIC LETTER ALEF}",
    ),
    # ى becomes ي, never ا: «على» must not become «علا».
    "yeh": dict.fromkeys("\N{ARABIC LETTER ALEF MAKSURA}\N{ARABIC LETTER FARSI YEH}", "\N{ARABIC LETTER YEH}"),
    "kaf": dict.fromkeys("\N{ARABIC LETTER KEHEH}\N{ARABIC LETTER SWASH KAF}", "\N{ARABIC LETTER KAF}"),
    "teh": {
        "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC LETTER TEH MARBUTA GOAL}": "\N{ARABIC LETTER HEH}",
    },
    "hamza": {
        "\N{ARABIC LETTER WAW WITH HAMZA ABOVE}": "\N{ARABIC LETTER WAW}",
        "\N{ARABIC LETTER YEH WITH HAMZA ABOVE}": "\N{ARABIC LETTER YEH}",
    },
    "digits": {chr(first + digit): str(digit) for first in (0x660, 0x6F0) for digit in range(10)},
    "punctuation": {
        **dict(zip("،؛؟٪٫٬", ",;?%.,", strict=True)),
        **dict.fromkeys("«»“”„‟‹›", '"'),
        **dict.fromkeys("‘’‚", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    },
    "spaces": dict.fromkeys(_SPACES, " "),
    "repeats": {"  ": " "},
}
DEFAULT = tuple(STEPS)

# These stand in nearly every Arabic text, so each is looked for by itself; the other 900 characters of the tables are
# rare, so one search looks for all of them.
_FREQUENT = "أإآىةؤئ،؛؟«»“”–"
_COMMON = {name: [c for c in table if c in _FREQUENT or len(c) > 1] for name, table in STEPS.items()}
_RARE_CHARACTERS = {c for table in STEPS.values() for c in table if len(c) == 1} - set(_FREQUENT)
_RARE = re.compile(f"[{re.escape(''.join(sorted(_RARE_CHARACTERS)))}]")


@dataclass(frozen=True)
class Normalized:
    """A folded text and the way back to its source; both the way and the counts are made when first asked for."""

    text: str
    source: str = field(repr=False)
    names: tuple[str, ...] = field(repr=False)

    @cached_property
    def steps(self) -> dict[str, int]:
        """How many characters of the text each step touched."""
        return {
            name: sum(before.count(source) for source in sources)
            for name, before, sources, _ in _fold(self.source, self.names)
        }

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the offsets in the source of `text[start:end]`, the marks on its last letter included.

        >>> normalize("قالَ «بيّنَ»").original(5, 8)
        (6, 11)
        """
        first, last = start, end - 1
        for new, old in self._moves:
            first, last = _back(first, new, old), _back(last, new, old)
        if start == end:
            return first, first
        stop = last + 1
        while stop < len(self.source) and self.source[stop] in _ON_LETTER:
            stop += 1
        return first, stop

    @cached_property
    def _moves(self) -> list[tuple[list[int], list[int]]]:
        """For each step that changed the length, last step first: where its runs start, after it and before it."""
        edits = [_edits(before, STEPS[name], sources) for name, before, sources, _ in _fold(self.source, self.names)]
        return [_runs(found) for found in reversed(edits) if found]


def normalize(text: str, steps: Collection[str] = DEFAULT) -> Normalized:
    """Fold the spelling variants of `text` by the named `steps`.

    >>> normalize("أَعْلَنَ إلى المدرســـة").text
    'اعلن الي المدرسه'
    >>> normalize("مدرسةٌ", steps=["marks"]).text
    'مدرسة'

    Raises ValueError for a step that is not in `STEPS`.
    """
    if unknown := sorted(set(steps) - set(STEPS)):
        raise ValueError(f"There is no step {', '.join(unknown)}; the steps are {', '.join(STEPS)}.")
    names = tuple(name for name in STEPS if name in steps)
    folded = text
    for *_, folded in _fold(text, names):
        pass
    return Normalized(folded, text, names)


def _fold(text: str, steps: Collection[str]) -> Iterator[tuple[str, str, set[str], str]]:
    """Run the steps and yield each one's name, the text before it, the sources found there, and the text after it."""
    rare = set(_RARE.findall(text))
    for name in steps:
        table, before = STEPS[name], text
        sources = (table.keys() & rare) | {source for source in _COMMON[name] if source in text}
        for source in sources:
            rare.update(table[source])  # what a step puts in, a later step may fold
            while source in text:  # "while", for a run of three spaces becomes two first
                text = text.replace(source, table[source])
        yield name, before, sources, text


def _edits(text: str, table: dict[str, str], sources: set[str]) -> list[tuple[int, int, int]]:
    """List where a step changed the length: offset, how many characters it took out, how many it put in."""
    return sorted(
        (found.start(), len(found.group()), len(table[source]))
        for source in sources
        if len(table[source]) != len(source)
        for found in re.finditer(f"{re.escape(source)}{'+' if source.isspace() else ''}", text)
    )


def _runs(edits: list[tuple[int, int, int]]) -> tuple[list[int], list[int]]:
    """Turn edits into runs of characters that moved together: where each run starts, after and before the step."""
    new, old = [0], [0]
    for position, taken, put_in in edits:
        start = new[-1] + position - old[-1]
        new += range(start, start + put_in + 1)
        old += [position] * put_in + [position + taken]
    return new, old


def _back(position: int, new: list[int], old: list[int]) -> int:
    """Lead a position after a step back to the position before it."""
    run = bisect_right(new, position) - 1
    return old[run] + position - new[run]
