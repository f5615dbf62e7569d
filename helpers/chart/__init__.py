"""A timeline as a picture and in words; the only user of matplotlib."""

from dataclasses import dataclass
from pathlib import Path

from matplotlib.figure import Figure

from helpers.chart.draw import draw
from helpers.chart.lettering import Hand
from helpers.chart.render import RENDERERS, fixed_settings, to_png
from helpers.chart.screen import Picture, picture
from helpers.chart.telling import notes, tell
from helpers.chart.wording import Wording
from helpers.export import file_format
from helpers.records import ArticleError, Timeline
from helpers.safe import write_atomically

MOST = 60  # so many events still make a picture; the telling has them all
DIRECTIONS, LANGUAGES = ("rtl", "ltr"), ("ar", "en")

__all__ = ["MOST", "Chart", "Hand", "draw_timeline", "picture"]


@dataclass(frozen=True, slots=True)
class Chart:
    """A timeline's picture; `telling` says the same in words, in `language`, and time runs as `direction` says."""

    figure: Figure
    telling: str
    language: str
    direction: str

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
        return Picture(self._repr_png_(), self.telling, self.language, self.direction)._repr_mimebundle_()


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
    return Chart(figure, tell(timeline, wording, len(events)), language, direction)
