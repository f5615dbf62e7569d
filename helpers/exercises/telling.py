"""How the course talks to a learner: a verdict, a hint, a solution, each as HTML and as plain text.

Arabic stands isolated between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, so that it turns nothing around it;
in HTML a `<bdi>` does the same.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from types import FunctionType

from helpers.display import View
from helpers.plain import is_arabic
from helpers.records import Entity, Event, Span
from helpers.safe import one_line, readable

FSI, PDI = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_LETTERS = "[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]+"
_ISOLATED = re.compile(f"{FSI}(.*?){PDI}", re.DOTALL)
_ARABIC_RUN = re.compile(rf"{_ISOLATED.pattern}|{_LETTERS}(?:[ ]{_LETTERS})*", re.DOTALL)
# Code holds whole isolates or none, so that neither begins inside the other and ends outside of it.
_CODE = re.compile(f"`((?:{FSI}[^{FSI}{PDI}]*{PDI}|[^`{FSI}{PDI}])+)`")
LONGEST = 300  # characters of a value
MOST_ITEMS = 20
ARABIC = r'<bdi lang="ar" style="font-size:1.15em">\1</bdi>'
BOX = "border-left:4px solid {colour};padding:4px 12px;line-height:1.7"
GREEN, AMBER, BLUE = "#1a7f37", "#9a6700", "#0969da"


@dataclass(frozen=True)
class Verdict:
    """What is said of an answer. `diagnosis` is SOLVED, UNTOUCHED or a short name for what went wrong."""

    diagnosis: str
    says: str
    details: tuple[tuple[str, str], ...] = ()
    picture: View | None = None


SOLVED, UNTOUCHED = "solved", "untouched"


def isolate(text: str) -> str:
    """Keep the direction of a text to itself."""
    return f"{FSI}{text}{PDI}" if is_arabic(text) else text


def show(value: object) -> str:
    """A value as Python writes it, cut where it is long, each Arabic text isolated; sets in the order of their letters.

    Of an unknown kind only the name of its type is shown: what else it would say of itself may differ in every run.
    Nothing that a value says of itself turns what stands around it.
    """
    match value:
        case Span() | Event():
            return _record(value)
        case list():
            return f"[{_items(map(show, value[:MOST_ITEMS]), len(value))}]"
        case tuple():
            return f"({_items(map(show, value[:MOST_ITEMS]), len(value))}{',' if len(value) == 1 else ''})"
        case set() | frozenset() if value:
            return f"{{{_items(sorted(map(show, value))[:MOST_ITEMS], len(value))}}}"
        case dict():
            pairs = [f"{show(key)}: {show(value[key])}" for key in list(value)[:MOST_ITEMS]]
            return f"{{{_items(pairs, len(value))}}}"
        case date():
            return readable(value.isoformat())
        case str() | bytes():
            return isolate(readable(repr(value[:LONGEST]))) + ("…" if len(value) > LONGEST else "")
        case None | bool() | int() | float() | set():
            return isolate(readable(repr(value))[:LONGEST])
        case FunctionType():
            return isolate(one_line(value.__name__))
    return isolate(f"<{one_line(type(value).__name__)}>")


def _record(value: Span | Event) -> str:
    match value:
        case Entity():
            return f"{show(value.text)} ({show(value.start)} to {show(value.end)}, {_label(value)})"
        case Span():
            return f"{show(value.text)} ({show(value.start)} to {show(value.end)})"
    days, by = f"first={show(value.first)}, last={show(value.last)}", f"reported_by={show(value.reported_by)}"
    return f"Event({days}, status={show(value.status)}, {by}, quote={show(value.quote)}, …)"


def _label(entity: Entity) -> str:
    """Without quotation marks, as long as it is one."""
    return entity.label if entity.label in ("PER", "LOC", "ORG") else show(entity.label)


def _items(shown: Iterable[str], count: int) -> str:
    return ", ".join([*shown, *(["…"] if count > MOST_ITEMS else [])])


def call(name: str, arguments: Iterable[object]) -> str:
    """A call as Python writes it."""
    return f"{name}({', '.join(map(show, arguments))})"


def sentence(text: str) -> str:
    """A sentence of the course with its Arabic words isolated, where they aren't yet."""
    return _ARABIC_RUN.sub(lambda run: isolate(run[1] or run[0]), text)


def box(title: str, says: str, details: Iterable[tuple[str, str]] = (), colour: str = BLUE) -> View:
    """A title, some sentences, and lines with a name each (tried, expected, came out)."""
    details = list(details)
    rows = "".join(
        f'<tr><th scope="row" style="text-align:left;padding:2px 12px 2px 0;vertical-align:top">{name}</th>'
        f'<td style="text-align:left"><code style="white-space:pre-wrap">{_isolated_in_html(text)}</code></td></tr>'
        for name, text in details
    )
    table = f"<table>{rows}</table>" if rows else ""
    markup = f"<strong>{in_html(title)}</strong> {in_html(sentence(says))}{table}"
    lines = [f"  {name:10} {text}" for name, text in details]
    plain = "\n".join([f"{title} {sentence(says)}", *lines])
    return View(f'<div dir="ltr" lang="en" style="{BOX.format(colour=colour)}">{markup}</div>', plain)


def in_html(text: str) -> str:
    """A text as HTML: escaped, what is isolated in a `<bdi>`, what stands in backquotes as code."""
    return _ISOLATED.sub(ARABIC, _CODE.sub(r"<code>\1</code>", html.escape(text)))


def _isolated_in_html(text: str) -> str:
    return _ISOLATED.sub(ARABIC, html.escape(text))


def code(title: str, source: str) -> View:
    """A piece of Python, each Arabic word in it isolated."""
    lines = _isolated_in_html(sentence(source))
    markup = f'<pre style="white-space:pre-wrap">{lines}</pre>'
    return View(f'<div dir="ltr" lang="en"><strong>{title}</strong>{markup}</div>', f"{title}\n{source}")


def verdict_view(name: str, verdict: Verdict, note: str = "") -> View:
    """An answer's verdict; `note` is what the progress file has to say."""
    solved = verdict.diagnosis == SOLVED
    title, colour = ("✓ Right.", GREEN) if solved else ("Not yet.", AMBER)
    view = box(f"{name}: {title}", f"{verdict.says} {note}".strip(), verdict.details, colour)
    if not verdict.picture:
        return view
    return View(view.html + verdict.picture.html, f"{view.plain}\n{verdict.picture.plain}")
