"""What all explorers share: controls with labels, a view that follows them, and a first view where no kernel runs.

An explorer is a function `view(*values) -> View` with one control for each value, so that a test needs no kernel: it
calls the function. (`interact` and `Output` would do the same, but nbval can't compare what they leave behind.)
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ipywidgets import HTML, Checkbox, Dropdown, HBox, Layout, Text, Textarea, ValueWidget, VBox

from helpers.display import View
from helpers.display.view import isolated, joined
from helpers.safe import one_line

# A widget has no `dir`, so a style says it. With `plaintext`, a Latin word in the field still runs from left to right.
# JupyterLab sets a widget's lines as far apart as its buttons are tall, lets a wide table push a story out of a narrow
# window, and writes placeholders too pale to be read.
STYLE = (
    "<style>.rtl input,.rtl textarea"
    "{direction:rtl;unicode-bidi:plaintext;text-align:right;font-family:inherit;font-size:1.2em}"
    ".explorer table{line-height:1.4}"
    ".explorer .widget-html-content{flex:1 1 0;min-width:0}"
    ".explorer>.widget-hbox{gap:2px 10px}"
    ".explorer ::placeholder{color:var(--jp-ui-font-color2);opacity:1}</style>"
)
WHOLE_LABEL = {"description_width": "initial"}  # else a long one is cut
MOST_BYTES = 1_000_000  # of a text, in UTF-8; a news story has a few thousand
TOO_LONG = "This text has more than 1 MB, and so much is not read here: paste a single story."
HALVES = re.compile("[\ud800-\udfff]")  # of surrogate pairs
LONGEST_SETTING = 60  # characters, in the line that says how the controls are set


@dataclass(frozen=True)
class Explorer:
    """A widget and its twin: what a reader sees of it where no kernel runs."""

    widget: VBox
    twin: View

    def __repr__(self) -> str:
        return self.twin.plain

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, Any]:
        return {**self.widget._repr_mimebundle_(), **self.twin._repr_mimebundle_()}


def explorer(controls: Sequence[ValueWidget], *views: Callable[..., View]) -> Explorer:
    """Show each `view(*values)` below the controls, and anew whenever one of them changes; a slow one stands last.

    The first views are the twin's. A text of more than `MOST_BYTES` is declined with a sentence.
    """
    values = _values(controls)
    first = list(_seen(views, values))
    shown = [HTML(view.html) for view in first]

    def follow(_: object) -> None:
        nonlocal values
        if (now := _values(controls)) == values:
            return
        values = now
        for place, view in zip(shown, _seen(views, values), strict=True):
            place.value = view.html

    for control in controls:
        control.observe(follow, "value")
    bar = HBox(controls, layout=Layout(flex_flow="row wrap"))
    widget = VBox([HTML(STYLE), bar, *shown])
    widget.add_class("explorer")
    return Explorer(widget, _twin(controls, joined(first)))


def _values(controls: Sequence[ValueWidget]) -> list[Any]:
    return [control.value for control in controls]


def _seen(views: Sequence[Callable[..., View]], values: list[Any]) -> Iterator[View]:
    """Each view of the values, made when it is asked for; of a text that is too long, a sentence and nothing more."""
    if any(isinstance(value, str) and len(value.encode("utf-8", "surrogatepass")) > MOST_BYTES for value in values):
        yield sentences([TOO_LONG])
        yield from [View("", "")] * (len(views) - 1)
        return
    yield from (view(*values) for view in views)


def sentences(lines: Sequence[str]) -> View:
    """What there is to say in English, a line for each sentence; a screen reader says it when it changes."""
    markup = "".join(f"<div>{isolated(one_line(line))}</div>" for line in lines)
    return View(f'<div dir="ltr" lang="en" role="status">{markup}</div>', "\n".join(map(one_line, lines)))


def _twin(controls: Sequence[ValueWidget], first: View) -> View:
    """The first view, below a line that says how the controls are set."""
    settings = [(control.description, _setting(control.value)) for control in controls]
    plain = "; ".join(f"{label} {setting}" for label, setting in settings)
    marked = "; ".join(f"{html.escape(label)} <bdi>{html.escape(setting)}</bdi>" for label, setting in settings)
    line = f'<div dir="ltr" lang="en" style="padding:4px 0">{marked} <em>(run the cell to change this)</em></div>'
    return View(line + first.html, f"{plain}\n\n{first.plain}")


def _setting(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    if value in ("", ()):
        return "(empty)"
    told = one_line(str(value))
    return told if len(told) <= LONGEST_SETTING else told[:LONGEST_SETTING].rsplit(" ", 1)[0] + " …"


def written(text: str) -> str:
    """A text as a browser can hold it: half of a surrogate pair can't be sent there."""
    return HALVES.sub("\N{REPLACEMENT CHARACTER}", text)


def arabic_field(label: str, value: str) -> Text:
    """A field for a word or a phrase, written from right to left."""
    field = Text(written(value), description=label, style=WHOLE_LABEL)
    field.add_class("rtl")
    return field


def arabic_lines(label: str, value: str, rows: int = 6) -> Textarea:
    """A field for several lines, written from right to left; it follows each letter that is typed."""
    field = Textarea(written(value), description=label, rows=rows, style=WHOLE_LABEL)
    field.add_class("rtl")
    return field


def choice(label: str, options: Iterable[str], value: str | None = None) -> Dropdown:
    """One of several: at first `value`, or the first of them where there is none such."""
    options = {one_line(option): option for option in options}
    value = value if value in options.values() else next(iter(options.values()))
    return Dropdown(
        options=options.items(), value=value, description=label, style=WHOLE_LABEL, layout={"width": "auto"}
    )


def switch(label: str, value: bool) -> Checkbox:
    """Something to switch on and off."""
    return Checkbox(value, description=label, indent=False, layout=Layout(width="auto", margin="2px 12px 2px 2px"))
