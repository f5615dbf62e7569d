"""When are two spellings the same word? Named steps that fold Arabic spelling variants, with a way back.

Each step is a table: one character in, its replacement out. The steps run in the order of `STEPS`, whatever the order
in which they are asked for. What is found in the folded text is shown as the original writes it, through `original`.

Not handled: spelling slips («الصرع» for «الصراع»), and the missing hamza of a whole word (مسؤول/مسئول stay two words).
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from helpers.characters import INVISIBLE, MARKS, ON_LETTER, TATWEEL, characters, composed

# Letters drawn in one shape (ﺏ, ﻻ, ﷲ), as old files and some PDFs hold them.
_PRESENTATION = characters((0xFB50, 0xFDFC), (0xFE70, 0xFEFC))
_SPACES = "\t\v\f" + characters((0xA0, 0xA0), (0x2000, 0x200A), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000))


def _shapeless(character: str) -> str:
    """Give the letters of a presentation form; the form of a mark stands on the letter before it, not on a space."""
    return composed(character).lstrip(" ")


STEPS: dict[str, dict[str, str]] = {
    # «ﷺ», a whole sentence, stays one sign, as «﷽» does.
    "presentation": {c: word for c in _PRESENTATION if (word := _shapeless(c)) != c and " " not in word},
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
    "yeh": dict.fromkeys(
        "\N{ARABIC LETTER ALEF MAKSURA}\N{ARABIC LETTER FARSI YEH}\N{ARABIC LETTER YEH BARREE}",
        "\N{ARABIC LETTER YEH}",
    ),
    "kaf": dict.fromkeys("\N{ARABIC LETTER KEHEH}\N{ARABIC LETTER SWASH KAF}", "\N{ARABIC LETTER KAF}"),
    # The ه of Urdu and Kurdish keyboards.
    "heh": dict.fromkeys(
        "\N{ARABIC LETTER HEH DOACHASHMEE}\N{ARABIC LETTER HEH GOAL}\N{ARABIC LETTER AE}", "\N{ARABIC LETTER HEH}"
    ),
    "teh": dict.fromkeys("\N{ARABIC LETTER TEH MARBUTA}\N{ARABIC LETTER TEH MARBUTA GOAL}", "\N{ARABIC LETTER HEH}"),
    "hamza": {
        "\N{ARABIC LETTER WAW WITH HAMZA ABOVE}": "\N{ARABIC LETTER WAW}",
        "\N{ARABIC LETTER YEH WITH HAMZA ABOVE}": "\N{ARABIC LETTER YEH}",
    },
    "digits": {chr(first + digit): str(digit) for first in (0x660, 0x6F0) for digit in range(10)},
    "punctuation": {
        **dict(zip("،؛؟٪٫٬۔", ",;?%.,.", strict=True)),
        **dict.fromkeys("«»“”„‟‹›", '"'),
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    },
    "spaces": dict.fromkeys(_SPACES, " "),  # and a run of spaces becomes one; line breaks stay
}
DEFAULT = tuple(STEPS)

# These stand in nearly every Arabic text, so each is looked for by itself; the other 900 characters of the tables are
# rare, so one search looks for all of them.
_FREQUENT = "أإآىةؤئ،؛؟«»“”–"
_FREQUENT_IN = {name: [c for c in _FREQUENT if c in table] for name, table in STEPS.items()}
_RARE = re.compile(f"[{re.escape(''.join(sorted({c for table in STEPS.values() for c in table} - set(_FREQUENT))))}]")


@dataclass(frozen=True)
class Normalized:
    """A folded text and the way back to its source; both the way and the counts are made when first asked for.

    `names` are the steps that were run; `moved` those that changed the length, each with the text before it.
    """

    text: str
    source: str = field(repr=False)
    names: tuple[str, ...] = field(repr=False)
    moved: tuple[tuple[str, str], ...] = field(repr=False)

    @cached_property
    def steps(self) -> dict[str, int]:
        """How many characters of the text each step touched."""
        return {
            name: sum(len(found.group()) for found in _touched(name).finditer(before))
            for name, before, _ in _stages(self.source, self.names)
        }

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the offsets in the source of `text[start:end]`, the marks on its last letter included.

        >>> normalize("قالَ «بيّنَ»").original(5, 8)
        (6, 11)
        """
        first, last = start, end - 1
        for new, old in self.moves:
            first, last = _back(first, new, old), _back(last, new, old)
        if start == end:
            return first, first
        stop = last + 1
        while stop < len(self.source) and self.source[stop] in ON_LETTER:
            stop += 1
        return first, stop

    @cached_property
    def moves(self) -> list[tuple[list[int], list[int]]]:
        """For each step that changed the length, last step first: where its runs start, after it and before it."""
        return [_runs(name, before) for name, before in reversed(self.moved)]


def normalize(text: str, steps: Collection[str] = DEFAULT) -> Normalized:
    """Fold the spelling variants of `text` by the named `steps`.

    >>> normalize("أَعْلَنَ إلى المدرســـة").text
    'اعلن الي المدرسه'
    >>> normalize("مدرسةٌ", steps=["marks"]).text
    'مدرسة'

    Raises ValueError for a step that is not in `STEPS`, and for steps in one string.
    """
    if isinstance(steps, str):
        raise ValueError('The steps are a list of names, such as ["marks", "alef"]; this is one text.')
    if unknown := sorted(set(steps).difference(STEPS)):
        raise ValueError(f"There is no step {', '.join(unknown)}; the steps are {', '.join(STEPS)}.")
    names = tuple(name for name in STEPS if name in steps)
    folded, moved = text, []
    for name, before, folded in _stages(text, names):
        if len(before) != len(folded):
            moved.append((name, before))
    return Normalized(folded, text, names, tuple(moved))


def _stages(text: str, names: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Run the steps, and give each one's name and the text before and after it."""
    rare = set(_RARE.findall(text))
    for name in names:
        before, text = text, _fold(text, name, rare)
        yield name, before, text


def _fold(text: str, name: str, rare: set[str]) -> str:
    """Run one step; `rare` are the rare characters of the text, to which those that the step puts in are added."""
    table = STEPS[name]
    for character in (*_FREQUENT_IN[name], *(table.keys() & rare)):
        text = text.replace(character, table[character])
    if name == "presentation":  # the one step that puts in rare characters
        rare.update(*(table[shape] for shape in table.keys() & rare))
    while name == "spaces" and "  " in text:  # a run of three becomes two first
        text = text.replace("  ", " ")
    return text


@cache
def _touched(name: str) -> re.Pattern[str]:
    """Match what a step touches: a character, or a whole run where the run goes together."""
    characters = re.escape("".join(STEPS[name]))
    if name == "spaces":
        return re.compile(f"[ {characters}]{{2,}}|[{characters}]")
    return re.compile(f"[{characters}]{'' if any(STEPS[name].values()) else '+'}")


def _runs(name: str, before: str) -> tuple[list[int], list[int]]:
    """List the runs of characters that a step moved together: where each starts, after the step and before it."""
    new, old, table = [0], [0], STEPS[name]
    for found in _touched(name).finditer(before):
        position, end = found.span()
        put_in = len(table.get(before[position], " "))  # only a run of spaces begins with what no table holds
        if put_in != end - position:
            start = new[-1] + position - old[-1]
            new += range(start, start + put_in + 1)
            old += [position] * put_in + [end]
    return new, old


def _back(position: int, new: list[int], old: list[int]) -> int:
    """Lead a position after a step back to the position before it."""
    run = bisect_right(new, position) - 1
    return old[run] + position - new[run]
