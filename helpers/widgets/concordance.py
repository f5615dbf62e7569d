"""An explorer: every place of a word in a text, one below the other, with what stands around it."""

import html
from collections.abc import Sequence

from ipywidgets import BoundedIntText

from helpers.display import View
from helpers.display.view import joined
from helpers.plain import plain_table
from helpers.records import Span
from helpers.safe import readable
from helpers.widgets.base import WHOLE_LABEL, Explorer, arabic_field, explorer, sentences
from helpers.words import concordance

FEWEST, MOST = 10, 60  # characters on each side
COLUMNS = ("before", "word", "after")
# The text runs from right to left, so what comes before the word is right of it: both sides lie close to the word.
SIDES = ("left", "center", "right")
CELL = "padding:3px 0;white-space:pre;border-bottom:1px solid #8c959f"
MARK = "background-color:#ffe9a8;color:#1f2328"


def explore_concordance(text: str, word: str) -> Explorer:
    """Explore where a text has a word, beginning with `word`."""
    width = BoundedIntText(30, min=FEWEST, max=MOST, step=5, description="Characters on each side:", style=WHOLE_LABEL)
    return explorer([arabic_field("A word:", word), width], lambda word, width: concordance_view(text, word, width))


def concordance_view(text: str, word: str, width: int) -> View:
    """The places of `word` in `text`, each on a line of its own, with the whole words within `width` characters."""
    places = concordance(text, word, width + 1)  # one more shows whether a word ends there
    lines = [[before(left, found), found.text, after(text, found, right)] for left, found, right in places]
    lines = [[readable(part).replace("\n", " ") for part in line] for line in lines]
    caption = f"{len(lines)} {'place' if len(lines) == 1 else 'places'}"
    found = [View(_table(lines), plain_table(COLUMNS, lines))] if lines else []
    return joined([sentences([caption]), *found])


def before(left: str, found: Span) -> str:
    """What stands before a place, without the word that its beginning cuts."""
    return left if found.start == len(left) else left.partition(" ")[2]


def after(text: str, found: Span, right: str) -> str:
    """What stands after a place, without the word that its end cuts."""
    return right if found.end + len(right) == len(text) else right.rpartition(" ")[0]


def _table(lines: list[list[str]]) -> str:
    heads = _row('th scope="col" lang="en"', COLUMNS, SIDES[::-1])  # far from each other, so that they don't touch
    body = "".join(_row("td", _marked(line), SIDES) for line in lines)
    return (
        '<div dir="rtl" lang="ar" tabindex="0" style="overflow-x:auto">'
        '<table style="border-collapse:collapse;font-size:1.1em">'
        f"<thead>{heads}</thead><tbody>{body}</tbody></table></div>"
    )


def _marked(line: list[str]) -> list[str]:
    left, word, right = map(html.escape, line)
    return [left, f'<mark style="{MARK}">{word}</mark>', right]


def _row(tag: str, contents: Sequence[str], sides: Sequence[str]) -> str:
    cells = (
        f'<{tag} style="{CELL};text-align:{side}">{content}</{tag.split()[0]}>'
        for content, side in zip(contents, sides, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"
