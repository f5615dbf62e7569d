"""What all that is shown consists of: a view, and text that keeps its direction."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.plain import runs
from helpers.safe import readable

# In code, each part of a line keeps its place; a learner's own Arabic paragraphs begin at the right.
CODE = ".jp-CodeCell .cm-line span{unicode-bidi:isolate}"
PROSE = ".jp-RenderedHTMLCommon :is(p,li,h1,h2,h3){unicode-bidi:plaintext}"
SIDE = ".jp-RenderedHTMLCommon :is(p,h1,h2,h3){text-align:start}"
ISO_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class View:
    """Something to look at: `html` for a notebook, `plain` for everything else."""

    html: str
    plain: str

    def __repr__(self) -> str:
        return self.plain

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.plain}


def joined(views: Sequence[View]) -> View:
    """Views one below the other."""
    return View("".join(view.html for view in views), "\n\n".join(view.plain for view in views if view.plain))


def escaped(text: str) -> str:
    """A text as HTML that shows it and holds no markup of its own."""
    return html.escape(readable(text)).replace("\n", "<br>")


def isolated(text: str) -> str:
    """A text that keeps its own direction, whatever stands beside it; no ISO date in it is broken at its hyphens."""
    way = runs(text)
    language = ' lang="ar"' if way == "rtl" else ""
    whole = r'<span style="white-space:nowrap">\g<0></span>'
    return f'<bdi dir="{way or "auto"}"{language}>{ISO_DATE.sub(whole, escaped(text))}</bdi>'


def right_to_left() -> View:
    """Put Arabic in order in a notebook's code cells and paragraphs, from when its cell is run."""
    says = "Once this cell has been run, Arabic in code stands in the order of the code."
    return View(f'<style>{CODE}{PROSE}{SIDE}</style><div dir="ltr" lang="en">{says}</div>', says)
