"""A picture in a notebook, and words for those who can't see it: JupyterLab 4 gives a plain PNG no alt text."""

import base64
import html
import io
from dataclasses import dataclass

from PIL import Image

from helpers.chart.render import with_few_colours
from helpers.records import ArticleError
from helpers.safe import readable

DPI = 150
SCREEN_DPI = 100  # CSS pixels in an inch; the picture has more, for fine screens
NARROWEST = 0.6  # of its width; in a window narrower still it scrolls, as its letters could no longer be read


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, and what it says in words, in `language` and written in `direction`."""

    png: bytes
    telling: str
    language: str = "en"
    direction: str = "ltr"

    def __repr__(self) -> str:
        return self.telling

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        png = base64.b64encode(self.png).decode("ascii")
        width = Image.open(io.BytesIO(self.png)).width * SCREEN_DPI // DPI
        size = f"width:{width}px;min-width:{round(NARROWEST * width)}px;max-width:100%;height:auto"
        markup = (
            f'<div dir="{self.direction}" tabindex="0" style="overflow-x:auto">'
            f'<img src="data:image/png;base64,{png}" alt="{html.escape(self.telling)}" lang="{self.language}"'
            f' style="{size}"></div>'
        )
        return {"text/html": markup, "image/png": png, "text/plain": self.telling}


def picture(telling: str) -> Picture:
    """Show what pyplot has drawn, as `plt.show()` would, with words that stand for it; pyplot then begins anew.

    Raises ArticleError where nothing has been drawn, and where there are no words.
    """
    from matplotlib import pyplot  # only here: it looks for a screen, which the timeline's chart needs none of

    if not telling.strip():
        raise ArticleError('Say in words what the picture shows: picture("Five dots, from right to left").')
    if not pyplot.get_fignums():
        raise ArticleError("There is nothing to show yet: draw first, then call `picture` in the same cell.")
    figure, file = pyplot.gcf(), io.BytesIO()
    figure.savefig(file, format="png", dpi=DPI, bbox_inches="tight")
    pyplot.close(figure)
    return Picture(with_few_colours(Image.open(file).convert("RGB"), DPI), readable(telling))
