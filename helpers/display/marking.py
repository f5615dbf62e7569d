"""A story with its names, dates and statements marked; spans may lie inside one another, and may cross."""

import html
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from helpers.display.reading import Word, find_words, translation_beside, word_list
from helpers.display.view import View, escaped, joined
from helpers.records import ArticleError, DateMention, Entity, Span, Statement
from helpers.safe import days, one_line, readable
from helpers.translation import Gloss, Translation

FSI, PDI = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


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
    "missed": Style("in the gold, and not found", "#ffe2cc", "4px dotted #953800"),
    "half right": Style("the right words, with a wrong label, day or speaker", "#f4f0b8", "4px dashed #5c4f00"),
    "false hit": Style("found, and not in the gold", "#ffd8d3", "4px solid #a40e26"),
}
# For a lesson's own labels, in the order in which they come.
SPARE_STYLES = (
    Style("", "#ffd8d3", "2px solid #a40e26"),
    Style("", "#c8f0f0", "3px dotted #0a5c63"),
    Style("", "#f9d9f0", "2px dashed #8a2070"),
)


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


def highlight(
    text: str,
    spans: Iterable[Span],
    label: Callable[[Span], str] = label_of,
    meanings: Mapping[str, Gloss] | None = None,
    translation: Translation | None = None,
) -> View:
    """A text with its spans marked and labelled; spans may lie inside one another, and may cross.

    `label` names each span; a lesson may bring its own. With `meanings` (as from `read_glossary`), pointing at a word
    tells its reading and meaning; with a `translation` of this text, it is there on request.

    Raises ArticleError for a span or a translation of some other text.

    >>> highlight("زار سالم بيروت", [Entity(9, 14, "بيروت", "LOC", "بيروت")])
    زار سالم ⟦بيروت|LOC⟧
    """
    spans = list(spans)
    for span in [*spans, *(translation.sentences if translation else ())]:
        if text[span.start : span.end] != span.text:
            raise ArticleError(f"«{span.text}» isn't at {span.start} to {span.end} of this text: mark its own text.")
    words = find_words(text, meanings or {})
    views = [_story(text, spans, words, label)]
    if translation:
        views.append(translation_beside(translation))
    if words:
        views.append(word_list(words))
    return joined(views)


def _story(text: str, spans: Sequence[Span], words: Iterable[Word], label: Callable[[Span], str]) -> View:
    spare = itertools.cycle(SPARE_STYLES)
    styles = {name: STYLES.get(name) or next(spare) for name in dict.fromkeys(map(label, spans))}

    def opening(span: Span) -> str:
        return _word_opening(span) if isinstance(span, Piece) else _opening(span, styles[label(span)])

    def closing(span: Span) -> str:
        return "</span>" if isinstance(span, Piece) else _closing(label(span))

    marked = _weave(text, [*spans, *_pieces(words, spans)], escaped, opening, closing)
    plain = _weave(text, spans, readable, lambda span: "⟦", lambda span: f"|{one_line(label(span))}".rstrip("|") + "⟧")
    story = f'<div dir="rtl" lang="ar" style="font-size:1.15em;line-height:2.2">{marked}</div>'
    return View(story + _legend(styles), plain)


@dataclass(frozen=True, slots=True)
class Piece(Span):
    """A word, or the piece of it inside or outside a mark, and what pointing at it tells, line by line."""

    hints: tuple[str, ...]


def _pieces(words: Iterable[Word], marks: Sequence[Span]) -> list[Piece]:
    """The words, each cut where a mark begins or ends inside it, so that the marks stay whole."""
    edges = {edge for mark in marks for edge in (mark.start, mark.end)}
    return [
        Piece(start, end, word.text[start - word.start : end - word.start], (word.hint, *_hints(start, end, marks)))
        for word in words
        for start, end in itertools.pairwise(sorted({word.start, word.end} | edges & {*range(word.start, word.end)}))
    ]


def _hints(start: int, end: int, marks: Sequence[Span]) -> list[str]:
    """What the marks around a place tell: a word covers them, so it tells this too."""
    return [hint for mark in marks if mark.start <= start and end <= mark.end and (hint := _hint(mark))]


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


def _css(style: Style) -> str:
    # No room and no line at the sides: a browser joins Arabic letters across a mark only without them.
    return f"background-color:{style.background};color:#1f2328;border-bottom:{style.line};padding:1px 0"


def _opening(span: Span, style: Style) -> str:
    return f'<mark title="{html.escape(one_line(_hint(span)))}" style="{_css(style)}">'


def _word_opening(piece: Piece) -> str:
    # Each line is isolated, so that English brackets and Arabic names stand right in one tooltip.
    lines = "\n".join(f"{FSI}{one_line(hint)}{PDI}" for hint in piece.hints)
    return f'<span title="{html.escape(lines)}">'


def _closing(label: str) -> str:
    return f'<sup style="font-size:0.6em"><bdi lang="en">&nbsp;{html.escape(one_line(label))}</bdi></sup></mark>'


def _legend(styles: dict[str, Style]) -> str:
    entries = [
        f'<mark style="{_css(style)}">&nbsp;{html.escape(one_line(label))}&nbsp;</mark> {style.meaning}'
        for label, style in styles.items()
        if label
    ]
    return f'<div dir="ltr" lang="en" style="line-height:2.2">{" &emsp;".join(entries)}</div>' if entries else ""
