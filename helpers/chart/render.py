"""A figure as the bytes of a file: the same figure gives the same bytes, whatever the user's own settings are.

Letters go into a file as outlines, as text looks right only where its font is. What the picture says goes along in
words: as an SVG's description and a PDF's subject.
"""

import html
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import matplotlib
import numpy as np
from matplotlib.figure import Figure
from matplotlib.patheffects import Normal
from matplotlib.text import Text
from PIL import Image

SETTINGS = {
    "text.hinting": "none",  # so that a line is equally wide in every format
    "svg.fonttype": "path",
    "svg.hashsalt": "khabar",
}
PNG_COLOURS = 128  # the chart has few: with a palette the file is a third of the size


@contextmanager
def fixed_settings() -> Iterator[None]:
    """Matplotlib's own settings and ours in place of the user's: for drawing and for saving."""
    own = {name: value for name, value in matplotlib.rcParamsDefault.items() if name != "backend"}
    with matplotlib.rc_context(own | SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph [0-9]+ ")  # a letter that no font has shows as a box
        yield


def to_png(figure: Figure, telling: str) -> bytes:
    with fixed_settings():
        figure.canvas.draw()
    pixels = Image.fromarray(np.asarray(figure.canvas.buffer_rgba())).convert("RGB")
    return with_few_colours(pixels, figure.dpi)


def with_few_colours(pixels: Image.Image, dpi: float) -> bytes:
    palette = pixels.quantize(PNG_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    file = io.BytesIO()
    palette.save(file, "png", dpi=(dpi, dpi))
    return file.getvalue()


def to_svg(figure: Figure, telling: str) -> bytes:
    svg = _saved(figure, "svg", {"Title": _title(telling), "Date": None, "Creator": None}).decode("utf-8")
    svg = svg.replace("<svg ", '<svg role="img" ', 1)
    return svg.replace("</title>", f"</title>\n <desc>{html.escape(telling)}</desc>", 1).encode("utf-8")


def to_pdf(figure: Figure, telling: str) -> bytes:
    metadata = {"Title": _title(telling), "Subject": telling, "CreationDate": None, "Creator": None, "Producer": None}
    with _outlined(figure):
        return _saved(figure, "pdf", metadata)


RENDERERS = {"pdf": to_pdf, "png": to_png, "svg": to_svg}


@contextmanager
def _outlined(figure: Figure) -> Iterator[None]:
    """Outlines in place of text. As text in a PDF, matplotlib 3.11 moves letters where a line holds an isolate."""
    texts = figure.findobj(Text)
    for text in texts:
        text.set_path_effects([Normal()])
    yield
    for text in texts:
        text.set_path_effects([])


def _title(telling: str) -> str:
    return telling.partition("\n")[0]


def _saved(figure: Figure, file_format: str, metadata: dict[str, str | None]) -> bytes:
    file = io.BytesIO()
    with fixed_settings():
        figure.savefig(file, format=file_format, metadata=metadata)
    return file.getvalue()
