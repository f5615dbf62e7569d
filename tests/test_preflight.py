"""The preflight of lesson 00: it passes what is ready, and says what to do about what is not."""

import time
from pathlib import Path

import pytest

from helpers import preflight
from helpers.article import SEED
from helpers.preflight import Check, check_package, check_shaping, check_story, report


def test_this_machine_is_ready_within_ten_seconds() -> None:
    start = time.perf_counter()
    view = preflight.preflight()
    assert time.perf_counter() - start < 10
    assert view.plain.startswith("All is ready.")


def test_a_package_that_is_missing() -> None:
    check = check_package("no-such-package")
    assert (check.what, check.found) == ("no-such-package", "not installed")
    assert "README" in check.advice


def test_letters_that_stand_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not check_shaping().advice
    # What an older matplotlib does: each letter as wide as it is alone.
    monkeypatch.setattr(preflight, "width", lambda text, hand: 7 * len(text))
    assert "3.11" in check_shaping().advice


def test_a_story_that_was_changed(tmp_path: Path) -> None:
    assert not check_story().advice
    changed = tmp_path / SEED.name
    changed.write_bytes(SEED.read_bytes() + b"\n")
    assert check_story(changed).found.startswith("changed")
    assert "seeds/" in check_story(changed).advice


def test_what_is_not_ready_is_counted_and_told() -> None:
    view = report([Check("python", "3.11.2"), Check("jupyterlab", "not installed", "Install it.")])
    assert view.plain.startswith("To mend: 1 of 2")
    assert "Install it." in view.plain
    assert "Install it." in view.html
