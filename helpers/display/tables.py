"""Lists and tables, from right to left or from left to right."""

from collections.abc import Iterable, Sequence

from helpers.display.view import View, isolated
from helpers.plain import EVENT_COLUMNS, cell_text, event_rows, plain_table, runs
from helpers.records import Timeline
from helpers.safe import one_line

BOX = "border:1px solid #8c959f;border-radius:4px;padding:0 6px;margin:2px;list-style-type:none"
CELL = "padding:4px 10px;border-bottom:1px solid #8c959f;vertical-align:top"
LONG = 40  # characters; a column of longer texts keeps a width to read them in, and a narrow page scrolls
SIDES = {"rtl": "right", "ltr": "left"}  # not text-align:start, which JupyterLab's sanitizer drops


def show_list(items: Iterable[object]) -> View:
    """Words side by side from right to left, each in its box; spans show their text.

    >>> show_list(["مكتبة", "كتاب"])
    مكتبة | كتاب
    """
    words = [cell_text(item) for item in items]
    boxes = "".join(f'<li style="{BOX}">{isolated(word)}</li>' for word in words)
    row = "display:flex;flex-wrap:wrap;padding:0;margin:0;line-height:1.8"
    return View(f'<ul dir="rtl" lang="ar" style="{row}">{boxes}</ul>', " | ".join(words))


def table(rows: Iterable[Sequence[object]], columns: Sequence[str], caption: str = "", direction: str = "rtl") -> View:
    """Rows under heads, the first column on the right (or, with direction="ltr", on the left).

    A cell holds a text, a number, a date, a span (which shows its text) or several names; None shows as "-". Whichever
    way the columns run, Arabic begins at the right of its cell and English at the left; a head stands above its cells.
    """
    texts = [[cell_text(value) for value in row] for row in rows]
    below = list(zip(*texts, strict=True)) or [()] * len(columns)
    ways = [runs(" ".join(column)) or direction for column in below]
    styles = [f"{_aligned(way)}{_widened(column)}" for way, column in zip(ways, below, strict=True)]
    head = _row('th scope="col"', columns, styles)
    body = "".join(
        _row("td", row, [_aligned(runs(text) or way) for text, way in zip(row, ways, strict=True)]) for row in texts
    )
    title = f'<caption style="caption-side:top;text-align:{SIDES[direction]}">{isolated(caption)}</caption>'
    markup = (
        f'<div dir="{direction}" tabindex="0" style="overflow-x:auto">'
        f'<table style="border-collapse:collapse;font-size:1em">'
        f"{title if caption else ''}<thead>{head}</thead><tbody>{body}</tbody></table></div>"
    )
    plain = plain_table(columns, texts)
    return View(markup, f"{one_line(caption)}\n\n{plain}" if caption else plain)


def _aligned(way: str) -> str:
    return f"{CELL};text-align:{SIDES[way]}"


def _widened(column: Iterable[str]) -> str:
    return ";min-width:14em" if any(len(text) > LONG for text in column) else ""


def _row(tag: str, texts: Iterable[str], styles: Iterable[str]) -> str:
    end = tag.split()[0]
    cells = zip(texts, styles, strict=True)
    marked = [f'<{tag} style="{style}">{isolated(text)}</{end}>' for text, style in cells]
    return f"<tr>{''.join(marked)}</tr>"


def timeline_table(timeline: Timeline, direction: str = "rtl") -> View:
    """A timeline as a table: one row for each event."""
    return table(event_rows(timeline), EVENT_COLUMNS, timeline.title, direction)
