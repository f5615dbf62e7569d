"""The README's picture is the one that `khabar timeline` draws now, and its alt text tells the same."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from helpers import SEED, build_timeline, read_article
from helpers.chart import draw_timeline
from helpers.records import Timeline

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "timeline.png"

# Another machine may round a letter's edge another way, so not bytes but squares of 8 by 8 pixels are compared, by
# their mean grey (0 to 255). Half a pixel of blur changes a square by 14, one letter for another by 26 or more.
SQUARE, MOST = 8, 16


def squares(png: bytes) -> Image.Image:
    """A picture with one grey pixel for each square."""
    return Image.open(io.BytesIO(png)).convert("L").reduce(SQUARE)


def look_alike(one: bytes, other: bytes) -> bool:
    """Whether no square of two pictures differs by more than another machine would make it differ."""
    first, second = squares(one), squares(other)
    return first.size == second.size and ImageChops.difference(first, second).getextrema()[1] <= MOST


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return build_timeline(read_article(SEED))


def test_the_picture_is_current(timeline: Timeline, tmp_path: Path) -> None:
    draw_timeline(timeline).save(tmp_path / PICTURE.name)
    current = look_alike((tmp_path / PICTURE.name).read_bytes(), PICTURE.read_bytes())
    assert current, "Draw it again: uv run khabar timeline --out docs/timeline.png"


def test_a_change_of_one_letter_would_show(timeline: Timeline, tmp_path: Path) -> None:
    *others, last = timeline.events
    changed = replace(timeline, events=(*others, replace(last, quote=last.quote[:-1])))
    draw_timeline(changed).save(tmp_path / PICTURE.name)
    assert not look_alike((tmp_path / PICTURE.name).read_bytes(), PICTURE.read_bytes())


def test_the_alt_text_names_each_day(timeline: Timeline) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    alt = " ".join(re.search(r"!\[([^]]+)\]\(docs/timeline\.png\)", readme)[1].split())
    days = [timeline.published, *(event.first for event in timeline.events)]
    assert [day for day in days if f"{day.day} {day:%B}" not in alt] == []
