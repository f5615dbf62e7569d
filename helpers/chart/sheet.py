"""The page that the chart is drawn on, and the few kinds of strokes that it needs."""

from collections.abc import Iterable

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from helpers.chart.layout import RUN_GAP, WIDTH
from helpers.chart.lettering import INK, STATUS_COLOURS, Line
from helpers.chart.screen import DPI

POINTS = 72  # in an inch
BAR_HEIGHT = 8.0


class Sheet:
    """A page of `WIDTH` points. Heights count from the axis; places from the edge where time begins.

    Time runs to the left where `rtl` is true, and labels begin at their right end.
    """

    def __init__(self, above: float, below: float, rtl: bool) -> None:
        self.figure = Figure((WIDTH / POINTS, (above + below) / POINTS), DPI, facecolor="white")
        FigureCanvasAgg(self.figure)
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set(xlim=(WIDTH, 0) if rtl else (0, WIDTH), ylim=(-below, above))
        self._start = "right" if rtl else "left"
        self._slant = -3 if rtl else 3
        self._arrow = "<" if rtl else ">"

    def write(self, place: float, height: float, line: Line) -> Text:
        """Write a line whose letters stand at `height`."""
        return self._axes.text(
            place,
            height,
            line.text,
            fontproperties=line.hand.font,
            color=line.hand.colour,
            horizontalalignment=self._start,
            verticalalignment="baseline",
            parse_math=False,
            zorder=4,
        )

    def write_name(self, place: float, height: float, line: Line, centred: bool) -> None:
        """Write a name on the axis; a dotted line behind it gives way."""
        text = self.write(place, height, line)
        text.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 0.8})
        if centred:
            text.set_horizontalalignment("center")

    def write_rows(self, place: float, top: float, rows: Iterable[tuple[Line, ...]]) -> None:
        """Write rows one under another, from the height `top` down."""
        for row in rows:
            top -= row[0].hand.leading
            begin = place
            for line in row:
                self.write(begin, top + row[0].hand.foot, line)
                begin += line.width + RUN_GAP

    def stroke(self, places: tuple[float, float], heights: tuple[float, float], width: float, **style: object) -> None:
        """A straight line, `width` points thick."""
        self._axes.plot(places, heights, linewidth=width, solid_capstyle="butt", **style)

    def bar(self, places: tuple[float, float], height: float, status: str) -> None:
        """A translucent bar: where two lie one over the other, the common part is darker."""
        low, high = height - BAR_HEIGHT / 2, height + BAR_HEIGHT / 2
        self._axes.fill_between(places, low, high, color=STATUS_COLOURS[status], alpha=0.22, linewidth=0, zorder=1.5)

    def cut(self, places: tuple[float, float]) -> None:
        """Write // across the axis: here it leaves something out."""
        for place in places:
            self.stroke((place - self._slant, place + self._slant), (-7, 7), 1.4, color=INK)

    def arrow_head(self, place: float) -> None:
        """The end of the axis: time goes on."""
        self._axes.plot([place], [0], marker=self._arrow, color=INK, markersize=6)

    def shape(self, place: float, height: float, status: str) -> None:
        """The shape of a status, so that it can be told without its colour."""
        colour = STATUS_COLOURS[status]
        shapes = {"happened": "o", "due": "D", "planned": "s", "since": self._arrow}
        filled = status == "happened"
        self._axes.plot(
            [place],
            [height],
            marker=shapes[status],
            markersize=9.5 if filled else 8,
            markerfacecolor=colour if filled else "white",
            markeredgecolor="white" if filled else colour,
            markeredgewidth=1.2 if filled else 2,
            zorder=3,
        )
