"""A timeline as a picture and in words; the only user of matplotlib."""

import base64
import html
from dataclasses import dataclass
from pathlib import Path

from matplotlib.figure import Figure

from helpers.chart.draw import draw
from helpers.chart.render import RENDERERS, fixed_settings, to_png
from helpers.chart.telling import notes, tell
from helpers.chart.wording import Wording
from helpers.export import file_format
from helpers.records import ArticleError, Timeline
from helpers.safe import write_atomically

MOST = 60  # so many events still make a picture; the telling has them all
DIRECTIONS, LANGUAGES = ("rtl", "ltr"), ("ar", "en")
SCREEN_WIDTH = 1100  # CSS pixels; the picture has more, for fine screens


@dataclass(frozen=True, slots=True)
class Chart:
    """A timeline's picture; `telling` says the same in words, in the chart's `language`."""

    figure: Figure
    telling: str
    language: str

    def __repr__(self) -> str:
        return self.telling

    def save(self, path: Path | str) -> None:
        """Write the picture as PDF, PNG or SVG, as the file's ending asks for (.pdf, .png, .svg).

        Raises ArticleError for any other ending, and where the file can't be written; an old file then stays as it was.
        """
        write_atomically(Path(path), RENDERERS[file_format(Path(path), RENDERERS)](self.figure, self.telling))

    def _repr_png_(self) -> bytes:
        return to_png(self.figure, self.telling)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        """The picture for a notebook: JupyterLab 4 gives a bare PNG no alt text, so it is wrapped in HTML that does."""
        png = base64.b64encode(self._repr_png_()).decode("ascii")
        picture = (
            f'<img src="data:image/png;base64,{png}" alt="{html.escape(self.telling)}" lang="{self.language}"'
            f' style="width:{SCREEN_WIDTH}px;max-width:100%;height:auto">'
        )
        return {"text/html": picture, "image/png": png, "text/plain": self.telling}


def draw_timeline(timeline: Timeline, direction: str = "rtl", language: str = "ar") -> Chart:
    """Draw a timeline.

    Args:
        timeline: The events; of more than `MOST`, the picture shows the first and says so.
        direction: "rtl" lets time run to the left, "ltr" to the right.
        language: That of the frame, "ar" or "en"; the story's words stay as they are.
    """
    if direction not in DIRECTIONS or language not in LANGUAGES:
        raise ArticleError(f"Choose a direction of {DIRECTIONS} and a language of {LANGUAGES}.")
    wording, events = Wording(language), timeline.events[:MOST]
    with fixed_settings():
        figure = draw(timeline, events, notes(timeline, wording, len(events)), wording, direction == "rtl")
    return Chart(figure, tell(timeline, wording, len(events)), language)
