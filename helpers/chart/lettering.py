"""Lines of text on the chart: their fonts and sizes, how wide they are, and where they break.

matplotlib shapes and orders Arabic by itself. It takes a line's direction from the first letter, though, so each line
is held in an isolate (see `wording`) that says it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties, fontManager

FONTS = Path(__file__).parent.parent / "data" / "fonts"
FAMILIES = ["Khabar Sans", "DejaVu Sans"]  # the second comes with matplotlib and has what the first lacks
LONGEST = 1000  # letters: more never fit into a line, and need not be measured
INK, GREY = "#1f2933", "#52606d"
STATUS_COLOURS = {"happened": "#0069a6", "due": "#b34700", "planned": "#6b3fa0", "since": "#00665c"}


@dataclass(frozen=True, slots=True)
class Hand:
    """How a line is written; `size` is in points."""

    size: float
    weight: str = "normal"
    colour: str = INK

    @property
    def leading(self) -> float:
        """The height of a line. Arabic needs more than Latin, as its marks stand above and below the letters."""
        return 1.6 * self.size

    @property
    def foot(self) -> float:
        """From a row's foot up to the line on which its letters stand."""
        return 0.5 * self.size

    @property
    def middle(self) -> float:
        """From that line up to the middle of a letter."""
        return 0.3 * self.size

    @property
    def font(self) -> FontProperties:
        _add_fonts()
        return FontProperties(family=FAMILIES, size=self.size, weight=self.weight)


TITLE = Hand(18, "bold")
SUBTITLE = Hand(11, colour=GREY)
LABEL = Hand(10)
SOURCE = Hand(8.5, colour=GREY)
TICK = Hand(9, colour=GREY)
UNIT = Hand(9, "bold", GREY)
PUBLISHED = Hand(10, "bold")
HEADINGS = {status: Hand(10.5, "bold", colour) for status, colour in STATUS_COLOURS.items()}
CAPTIONS = {status: Hand(11.5, "bold", colour) for status, colour in STATUS_COLOURS.items()}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, ready to be drawn."""

    text: str
    hand: Hand

    @property
    def width(self) -> float:
        return width(self.text, self.hand)


@cache
def _add_fonts() -> None:
    for path in sorted(FONTS.glob("*.ttf")):
        fontManager.addfont(path)


@cache
def _renderer() -> RendererAgg:
    return RendererAgg(1, 1, 72)  # at 72 dots per inch a dot is a point


def width(text: str, hand: Hand) -> float:
    """How wide a text is, in points: word by word, as letters never join across a space."""
    words = text.split(" ")
    return sum(_width(word, hand) for word in words) + (len(words) - 1) * _width(" ", hand)


@lru_cache(maxsize=10_000)
def _width(word: str, hand: Hand) -> float:
    return _renderer().get_text_width_height_descent(word, hand.font, False)[0]


def fit(text: str, hand: Hand, room: float) -> str:
    """A text no wider than `room`: a longer one is cut after a word, or inside a very long one, and marked with …"""
    if _fits(text, hand, room):
        return text
    words = text[:LONGEST].split()
    kept = _most(len(words) - 1, lambda count: _fits(_cut(" ".join(words[:count])), hand, room))
    letters = " ".join(words[:kept]) or text[: _most(LONGEST, lambda count: _fits(_cut(text[:count]), hand, room))]
    return _cut(letters)


def _cut(text: str) -> str:
    return text.rstrip(" …،,؛;:.") + " …"


def wrap(text: str, hand: Hand, room: float, most: int) -> list[str]:
    """Break a text into at most `most` lines no wider than `room`; the last one is cut where more would follow."""
    if most == 1 or _fits(text, hand, room):
        return [fit(text, hand, room)] if text else []
    words = text.replace(" …", "\N{NO-BREAK SPACE}…").split(" ")  # … never stands on a line of its own
    kept = max(1, _most(len(words), lambda count: _fits(" ".join(words[:count]), hand, room)))
    line, rest = fit(" ".join(words[:kept]), hand, room), " ".join(words[kept:])
    return [line, *wrap(rest, hand, room, most - 1)] if rest else [line]


def _fits(text: str, hand: Hand, room: float) -> bool:
    return len(text) <= LONGEST and width(text, hand) <= room


def _most(limit: int, fits: Callable[[int], bool]) -> int:
    """The greatest count up to `limit` that fits, given that with it every smaller one does; 0 where none does."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low
