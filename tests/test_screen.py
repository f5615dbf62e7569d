"""What pyplot has drawn is shown once, as a picture and in words."""

import io
from collections.abc import Iterator

import matplotlib.pyplot as plt
import pytest
from PIL import Image
from test_chart import Pictures

from helpers import ArticleError
from helpers.chart import picture
from helpers.chart.screen import DPI, SCREEN_DPI


@pytest.fixture(autouse=True)
def without_a_screen() -> Iterator[None]:
    plt.switch_backend("agg")
    plt.close("all")
    yield
    plt.close("all")


def test_what_is_drawn_is_shown_with_its_words() -> None:
    plt.plot([1, 2, 3])
    bundle = picture('A "line" that rises')._repr_mimebundle_()
    assert bundle["text/plain"] == 'A "line" that rises'
    (shown,) = Pictures(bundle["text/html"]).found
    assert (shown["alt"], shown["lang"]) == ('A "line" that rises', "en")
    assert shown["src"] == f"data:image/png;base64,{bundle['image/png']}"


def test_nothing_of_it_is_cut_and_it_is_as_wide_as_pyplot_would_show_it() -> None:
    plt.figure(figsize=(4, 3))
    plt.text(2, 0, "beside the axes")
    shown = picture("Some words")
    width = Image.open(io.BytesIO(shown.png)).width
    assert width > 4 * DPI
    assert f"width:{width * SCREEN_DPI // DPI}px;" in shown._repr_mimebundle_()["text/html"]


def test_the_next_drawing_begins_anew() -> None:
    plt.plot([1, 2, 3])
    picture("A line")
    assert plt.get_fignums() == []
    assert plt.gca().lines[:] == []


def test_the_same_drawing_gives_the_same_bytes() -> None:
    first, second = (plt.plot([3, 1, 2]) and picture("A line").png for _ in range(2))
    assert first == second


def test_without_a_drawing_or_without_words_it_says_what_to_do() -> None:
    with pytest.raises(ArticleError, match="draw first"):
        picture("A line")
    plt.plot([1, 2, 3])
    with pytest.raises(ArticleError, match="Say in words"):
        picture(" ")
    assert plt.get_fignums()  # what was drawn is not lost
