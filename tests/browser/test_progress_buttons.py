"""The two buttons for the progress file, in JupyterLab: a file is saved, and put back, by the keyboard too."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from notebook import Notebook, Open
from playwright.sync_api import Locator, expect

from helpers.exercises.keeping import Entry, as_bytes, read_progress, record
from helpers.exercises.telling import SOLVED

pytestmark = pytest.mark.browser

SOLVED_HERE = Entry(True, 2, "a wrong turn")


@pytest.fixture(scope="module")
def lesson(open_notebook: Open) -> Iterator[Notebook]:
    opened = open_notebook("00_start_here.ipynb")
    opened.run_all()
    yield opened
    opened.close()


@pytest.fixture
def buttons(lesson: Notebook) -> Locator:
    """The buttons with what stands below them, where nothing is solved yet."""
    progress_file().unlink(missing_ok=True)
    return lesson.page.locator(".jp-OutputArea .widget-vbox", has=lesson.page.get_by_text("Download my progress"))


def progress_file() -> Path:
    """The learner's, which the lesson's kernel has from the same variable."""
    return Path(os.environ["KHABAR_PROGRESS"])


def put_back(buttons: Locator, path: Path) -> None:
    """Choose a file with the second button."""
    with buttons.page.expect_file_chooser() as chooser:
        buttons.get_by_role("button", name="Put my progress back").click()
    chooser.value.set_files(path)


def test_what_another_notebook_has_solved_is_saved_by_the_keyboard_alone(buttons: Locator) -> None:
    press = buttons.page.keyboard.press
    buttons.get_by_role("button", name="Download my progress").focus()
    press("Enter")
    expect(buttons).to_contain_text("nothing to download yet")
    record(progress_file(), "strip_marks", SOLVED)
    press("Space")
    link = buttons.get_by_role("link", name=re.compile(r"^progress\.json, 1 of \d+ exercises solved$"))
    expect(link).to_be_visible()
    press("Tab")
    expect(buttons.get_by_role("button", name="Put my progress back")).to_be_focused()
    press("Tab")
    expect(link).to_be_focused()
    with buttons.page.expect_download() as download:
        press("Enter")
    assert download.value.suggested_filename == "progress.json"
    assert Path(download.value.path()).read_bytes() == progress_file().read_bytes()


def test_a_file_is_put_back_beside_what_is_solved_here(buttons: Locator, tmp_path: Path) -> None:
    kept = tmp_path / "progress (1).json"
    kept.write_bytes(as_bytes({"strip_marks": SOLVED_HERE}))
    record(progress_file(), "count_events", SOLVED)
    for more in (1, 0):
        put_back(buttons, kept)
        expect(buttons).to_contain_text(f"exercises solved, {more} more than before")
    assert read_progress(progress_file()) == {"strip_marks": SOLVED_HERE, "count_events": Entry(True, 1)}


def test_a_foreign_file_gets_a_sentence_and_changes_nothing(buttons: Locator, tmp_path: Path) -> None:
    photo = tmp_path / "holiday.json"
    photo.write_bytes(b"\xff\xd8")
    put_back(buttons, photo)
    expect(buttons).to_contain_text("holiday.json is damaged, or no progress file of this course. Nothing was changed.")
    assert not progress_file().exists()
