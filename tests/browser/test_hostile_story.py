"""What a hostile story gets shown in Chromium: no script runs, and no element is there but ours."""

from pathlib import Path

import pytest
from hostile import ALL, SCRIPT
from playwright.sync_api import BrowserContext
from test_ways_out import KINDS, WAYS, folder, timeline_of

from helpers.chart import draw_timeline

pytestmark = pytest.mark.browser

__all__ = ["folder"]  # a fixture: where the learner who attacks keeps progress


def test_in_a_browser_no_script_runs_and_no_element_is_there_but_ours(context: BrowserContext, tmp_path: Path) -> None:
    chart = draw_timeline(timeline_of(f"قال {ALL}"))
    chart.save(tmp_path / "chart.svg")
    picture = (tmp_path / "chart.svg").read_text(encoding="utf-8").partition("?>")[2]
    ways = {way: WAYS[way](f"قال {ALL}") for way in WAYS}
    shown_there = [each for out in ways.values() for each in ([out] if isinstance(out, KINDS) else out)]
    parts = [each._repr_mimebundle_()["text/html"] for each in shown_there]
    page = "".join(f"<section>{part}</section>" for part in parts)
    (tmp_path / "page.html").write_text(
        f"<!DOCTYPE html><meta charset='utf-8'><body>{page}<section>{picture}</section></body>", encoding="utf-8"
    )
    errors: list[str] = []
    for name in ("page.html", "chart.svg"):
        tab = context.new_page()
        tab.on("pageerror", lambda error: errors.append(str(error)))
        tab.on("dialog", lambda dialog: errors.append(dialog.message))
        tab.goto((tmp_path / name).as_uri())
        assert tab.evaluate("window.pwned") is None
        tags = set(tab.evaluate("[...document.querySelectorAll('*')].map(e => e.localName)"))
        assert tags.isdisjoint({"script", "iframe", "object", "embed", "link", "b", "i", "h1", "text", "parsererror"})
        attributes = tab.evaluate("[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())")
        assert not [attribute for attribute in attributes if attribute.startswith("on")]
        if name == "page.html":
            assert tab.locator("body > section").count() == len(parts) + 1  # none was closed before its end
            assert tab.locator("body > :not(section)").count() == 0
            assert SCRIPT in tab.locator("body").inner_text()
        else:
            assert tab.locator("desc").text_content() == chart.telling
            box = tab.evaluate("(({width, height}) => [width, height])(document.documentElement.getBBox())")
            assert min(box) > 100
        tab.close()
    assert errors == []
