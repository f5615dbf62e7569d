"""What all explorers share: controls with labels, a view that follows them, and a first view where no kernel runs.

An explorer is a function `view(*values) -> View` with one control for each value, so that a test needs no kernel: it
calls the function. (`interact` and `Output` would do the same, but nbval can't compare what they leave behind.)
"""

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ipywidgets import HTML, Checkbox, HBox, Layout, Text, Textarea, ValueWidget, VBox

from helpers.display import View
from helpers.safe import one_line

# A widget has no `dir`, so a style says it. With `plaintext`, a Latin word in the field still runs from left to right.
STYLE = "<style>.rtl input,.rtl textarea{direction:rtl;unicode-bidi:plaintext;text-align:right;font-size:1.2em}</style>"
WHOLE_LABEL = {"description_width": "initial"}  # else a long one is cut


@dataclass(frozen=True)
class Explorer:
    """A widget and its twin: what a reader sees of it where no kernel runs."""

    widget: VBox
    twin: View

    def __repr__(self) -> str:
        return self.twin.plain

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, Any]:
        return {**self.widget._repr_mimebundle_(), **self.twin._repr_mimebundle_()}


def explorer(controls: Sequence[ValueWidget], view: Callable[..., View]) -> Explorer:
    """Show `view(*values)` below the controls, and anew whenever one of them changes; the first view is the twin's."""
    first = view(*_values(controls))
    shown = HTML(first.html)

    def follow(_: object) -> None:
        shown.value = view(*_values(controls)).html

    for control in controls:
        control.observe(follow, "value")
    bar = HBox(controls, layout=Layout(flex_flow="row wrap"))
    return Explorer(VBox([HTML(STYLE), bar, shown]), _twin(controls, first))


def _values(controls: Sequence[ValueWidget]) -> list[Any]:
    return [control.value for control in controls]


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
    return one_line(str(value))


def arabic_field(label: str, value: str) -> Text:
    """A field for a word or a phrase, written from right to left."""
    field = Text(value, description=label, style=WHOLE_LABEL)
    field.add_class("rtl")
    return field


def arabic_lines(label: str, value: str, rows: int = 6) -> Textarea:
    """A field for several lines, written from right to left; it follows each letter that is typed."""
    field = Textarea(value, description=label, rows=rows, style=WHOLE_LABEL)
    field.add_class("rtl")
    return field


def switch(label: str, value: bool) -> Checkbox:
    """Something to switch on and off."""
    return Checkbox(value, description=label, indent=False, layout=Layout(width="auto", margin="2px 12px 2px 2px"))
