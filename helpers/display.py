"""What a lesson shows: a marked story, a list or a table, right to left, each as HTML and as plain text.

The HTML is styled inline only, as JupyterLab drops style sheets from a notebook that it doesn't trust. Whatever has a
background has its own text colour too, so that it reads in the light theme and in the dark one.
"""

import html
import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from helpers.plain import EVENT_COLUMNS, cell_text, event_rows, is_arabic, plain_table
from helpers.records import ArticleError, DateMention, Entity, Span, Statement, Timeline
from helpers.safe import days, one_line, readable


@dataclass(frozen=True, slots=True)
class View:
    """Something to look at: `html` for a notebook, `plain` for everything else."""

    html: str
    plain: str

    def __repr__(self) -> str:
        return self.plain

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.plain}


class Style(NamedTuple):
    """How a label looks: its background, and a line below, whose form says what its colour may not say to everyone."""

    meaning: str
    background: str
    line: str


STYLES = {
    "PER": Style("person", "#cfe8ff", "2px solid #0550ae"),
    "LOC": Style("place", "#ccf2d4", "3px dotted #116329"),
    "ORG": Style("organisation", "#ecdcff", "4px double #6639ba"),
    "DATE": Style("date", "#ffe9a8", "2px dashed #7d4e00"),
    "QUOTE": Style("said, in the speaker's words", "#e4e8ec", "2px solid #424a53"),
    "SAID": Style("said, in the story's words", "#e4e8ec", "2px dashed #424a53"),
}
# For a lesson's own labels, in the order in which they come.
SPARE_STYLES = (
    Style("", "#ffd8d3", "2px solid #a40e26"),
    Style("", "#c8f0f0", "3px dotted #0a5c63"),
    Style("", "#ffdfc2", "2px dashed #953800"),
)
ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
BOX = "border:1px solid #8c959f;border-radius:4px;padding:0 6px;margin:2px;list-style-type:none"


def label_of(span: Span) -> str:
    """The label of a record in `highlight`: PER, LOC, ORG, DATE, QUOTE or SAID; none for a bare span."""
    match span:
        case Entity():
            return span.label
        case DateMention():
            return "DATE"
        case Statement():
            return "QUOTE" if span.direct else "SAID"
    return ""


def _hint(span: Span) -> str:
    """What a reader learns by pointing at a span."""
    match span:
        case Entity():
            return span.name
        case DateMention():
            return f"{days(span.first, span.last)}: {span.because}" if span.first else span.because
        case Statement():
            return f"said by {span.speaker or 'someone without a name'}"
    return ""


def highlight(text: str, spans: Iterable[Span], label: Callable[[Span], str] = label_of) -> View:
    """A text with its spans marked and labelled; spans may lie inside one another, and may cross.

    `label` names each span; a lesson may bring its own. Raises ArticleError for a span of some other text.

    >>> highlight("زار سالم بيروت", [Entity(9, 14, "بيروت", "LOC", "بيروت")])
    زار سالم ⟦بيروت|LOC⟧
    """
    spans = list(spans)
    for span in spans:
        if text[span.start : span.end] != span.text:
            raise ArticleError(f"«{span.text}» isn't at {span.start} to {span.end} of this text: mark its own text.")
    spare = itertools.cycle(SPARE_STYLES)
    styles = {name: STYLES.get(name) or next(spare) for name in dict.fromkeys(map(label, spans))}
    marked = _weave(
        text, spans, _escaped, lambda span: _opening(span, styles[label(span)]), lambda span: _closing(label(span))
    )
    plain = _weave(text, spans, readable, lambda span: "⟦", lambda span: f"|{label(span)}".rstrip("|") + "⟧")
    return View(
        f'<div dir="rtl" lang="ar" style="font-size:1.15em;line-height:2.2">{marked}</div>{_legend(styles)}', plain
    )


def _weave(text: str, spans: Sequence[Span], piece: Callable, opening: Callable, closing: Callable) -> str:
    """The text, piece by piece, with an opening and a closing around each span.

    Where a span ends inside one that began later, the later one is closed before it and opened again behind it.
    """
    longest_first = sorted((span for span in spans if span.text), key=lambda span: (span.start, -span.end))
    starting = {start: list(group) for start, group in itertools.groupby(longest_first, lambda span: span.start)}
    parts, still_open, position = [], [], 0
    for here in sorted({edge for span in longest_first for edge in (span.start, span.end)}):
        remaining = [span for span in still_open if span.end > here] + starting.get(here, [])
        unchanged = next((n for n, span in enumerate(still_open) if span.end == here), len(still_open))
        parts.append(piece(text[position:here]))
        parts += map(closing, reversed(still_open[unchanged:]))
        parts += map(opening, remaining[unchanged:])
        still_open, position = remaining, here
    return "".join([*parts, piece(text[position:])])


def _escaped(text: str) -> str:
    return html.escape(readable(text)).replace("\n", "<br>")


def _css(style: Style) -> str:
    # No room and no line at the sides: a browser joins Arabic letters across a mark only without them.
    return f"background-color:{style.background};color:#1f2328;border-bottom:{style.line};padding:1px 0"


def _opening(span: Span, style: Style) -> str:
    return f'<mark title="{html.escape(one_line(_hint(span)))}" style="{_css(style)}">'


def _closing(label: str) -> str:
    return f'<sup style="font-size:0.6em"><bdi lang="en">&nbsp;{html.escape(label)}</bdi></sup></mark>'


def _legend(styles: dict[str, Style]) -> str:
    entries = [
        f'<mark style="{_css(style)}">&nbsp;{html.escape(label)}&nbsp;</mark> {style.meaning}'
        for label, style in styles.items()
        if label
    ]
    return f'<div dir="ltr" lang="en" style="line-height:2.2">{" &emsp;".join(entries)}</div>' if entries else ""


def show_list(items: Iterable[object]) -> View:
    """Words side by side from right to left, each in its box; spans show their text.

    >>> show_list(["مكتبة", "كتاب"])
    مكتبة | كتاب
    """
    words = [cell_text(item) for item in items]
    boxes = "".join(f'<li style="{BOX}">{_isolated(word)}</li>' for word in words)
    row = "display:flex;flex-wrap:wrap;padding:0;margin:0;line-height:1.8"
    return View(f'<ul dir="rtl" lang="ar" style="{row}">{boxes}</ul>', " | ".join(words))


def table(rows: Iterable[Sequence[object]], columns: Sequence[str], caption: str = "", direction: str = "rtl") -> View:
    """Rows under heads, the first column on the right (or, with direction="ltr", on the left).

    A cell holds a text, a number, a date, a span (which shows its text) or several names; None shows as "-".
    """
    # Not text-align:start, which JupyterLab's sanitizer drops.
    align = "text-align:right" if direction == "rtl" else "text-align:left"
    texts = [[cell_text(value) for value in row] for row in rows]
    head = _row('th scope="col"', columns, align)
    body = "".join(_row("td", row, align) for row in texts)
    title = f'<caption style="caption-side:top;{align}">{_isolated(caption)}</caption>' if caption else ""
    markup = (
        f'<div dir="{direction}" tabindex="0" style="overflow-x:auto">'
        f'<table style="border-collapse:collapse;font-size:1em">'
        f"{title}<thead>{head}</thead><tbody>{body}</tbody></table></div>"
    )
    plain = plain_table(columns, texts)
    return View(markup, f"{one_line(caption)}\n\n{plain}" if caption else plain)


def _row(tag: str, texts: Iterable[str], align: str) -> str:
    css = f"padding:4px 10px;border-bottom:1px solid #8c959f;vertical-align:top;{align}"
    return "<tr>" + "".join(f'<{tag} style="{css}">{_isolated(text)}</{tag.split()[0]}>' for text in texts) + "</tr>"


def _isolated(text: str) -> str:
    """A text that keeps its own direction, whatever stands beside it; no ISO date in it is broken at its hyphens."""
    language = ' lang="ar"' if is_arabic(text) else ""
    whole = r'<span style="white-space:nowrap">\g<0></span>'
    return f'<bdi dir="auto"{language}>{ISO_DATE.sub(whole, _escaped(text))}</bdi>'


def timeline_table(timeline: Timeline) -> View:
    """A timeline as a table: one row for each event."""
    return table(event_rows(timeline), EVENT_COLUMNS, timeline.title)
