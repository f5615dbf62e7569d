"""The two buttons for the progress file: what is taken home is what is there, and what is put back loses nothing."""

import base64
import json
import re
import threading
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.exercises import check
from helpers.exercises.catalogue import LESSONS
from helpers.exercises.keeping import (
    FORMAT,
    DamagedProgress,
    Entry,
    as_bytes,
    merge,
    parse_progress,
    put_back,
    read_progress,
    record,
)
from helpers.exercises.telling import SOLVED
from helpers.records import ArticleError
from helpers.widgets.base import Explorer
from helpers.widgets.progress_file import MOST_BYTES, download_view, keep_progress, restore_view

COUNT = sum(map(len, LESSONS.values()))
NAMES = [exercise.name for lesson in LESSONS.values() for exercise in lesson]
ENTRY = st.builds(Entry, st.booleans(), st.integers(0, 10**9), st.text(st.characters(), max_size=20))
ENTRIES = st.dictionaries(st.sampled_from(NAMES[:4]) | st.text(st.characters(), max_size=5), ENTRY, max_size=6)
LINK = re.compile(r'<a download="progress\.json" href="data:application/json;base64,([^"]*)"')


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The learner's progress file."""
    monkeypatch.setenv("KHABAR_PROGRESS", str(tmp_path / "progress.json"))
    return tmp_path / "progress.json"


def upload(data: bytes, name: str = "progress.json") -> dict:
    """A file as `FileUpload` gives it."""
    return {
        "name": name,
        "type": "",
        "size": len(data),
        "content": memoryview(data),
        "last_modified": datetime.now(UTC),
    }


def taken_home(markup: str) -> bytes:
    """What the link holds."""
    return base64.b64decode(LINK.search(markup)[1], validate=True)


# What is in both files.


@given(ENTRIES, ENTRIES)
def test_what_is_solved_in_either_stays_solved_after_the_larger_number_of_tries(ours, theirs) -> None:
    both = merge(ours, theirs)
    assert both.keys() == ours.keys() | theirs.keys()
    for name, entry in both.items():
        one, other = ours.get(name, Entry()), theirs.get(name, Entry())
        assert entry.solved == (one.solved or other.solved)
        assert entry.tries == max(one.tries, other.tries)
        assert entry.diagnosis in [each.diagnosis for each in (one, other) if each.tries == entry.tries]


def test_the_wrong_turn_of_more_tries_is_kept() -> None:
    assert merge({"x": Entry(True, 2, "short")}, {"x": Entry(False, 5, "long")}) == {"x": Entry(True, 5, "long")}


@given(ENTRIES, ENTRIES, ENTRIES)
def test_it_makes_no_difference_which_file_is_put_back_first_or_how_often(one, two, three) -> None:
    assert merge(one, two) == merge(two, one)
    assert merge(merge(one, two), three) == merge(one, merge(two, three))
    assert merge(one, one) == one == merge(one, {})


@given(ENTRIES)
def test_entries_come_through_the_file_as_they_were(entries) -> None:
    assert parse_progress(as_bytes(entries), "progress.json") == entries


def test_a_number_of_tries_below_zero_is_none() -> None:
    page = {"format": FORMAT, "exercises": {"strip_marks": asdict(Entry(False, -1))}}
    with pytest.raises(DamagedProgress):
        parse_progress(json.dumps(page).encode(), "progress.json")


# What is put back.


def almost(entries: dict[str, Entry], place: int, byte: int) -> bytes:
    """A progress file with one byte changed."""
    data = bytearray(as_bytes(entries))
    data[place % len(data)] = byte
    return bytes(data)


def foreign(exercises: object) -> bytes:
    """A file that begins like ours."""
    return json.dumps({"format": FORMAT, "exercises": exercises}).encode()


LEAVES = st.none() | st.booleans() | st.floats() | st.integers() | st.text()
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
DATA = (
    st.binary(max_size=300)
    | st.builds(as_bytes, ENTRIES)
    | st.builds(almost, ENTRIES, st.integers(0, 10**4), st.integers(0, 255))
    | st.builds(foreign, JSON)
)


@given(ENTRIES, DATA)
def test_whatever_is_put_back_nothing_is_lost(ours: dict[str, Entry], data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "progress.json")
        path.write_bytes(before := as_bytes(ours))
        try:
            theirs = parse_progress(data, "mine.json")
        except DamagedProgress as error:
            assert restore_view(path, upload(data, "mine.json")).plain == f"{error} Nothing was changed."
            assert path.read_bytes() == before
        else:
            told = restore_view(path, upload(data)).plain
            assert read_progress(path) == merge(ours, theirs)
            assert told.startswith("Your progress is back: ")
        assert [left.name for left in path.parent.iterdir()] == ["progress.json"]


def test_what_was_taken_home_is_put_back_on_a_new_machine(file: Path) -> None:
    check("strip_marks", lambda word: word)
    check("count_events", 5)
    before = read_progress(file)
    data = taken_home(download_view(file).html)
    file.unlink()
    told = restore_view(file, upload(data, "progress (1).json")).plain
    assert told == f"Your progress is back: 1 of {COUNT} exercises solved, 1 more than before."
    assert read_progress(file) == before
    assert data == file.read_bytes()
    assert restore_view(file, upload(data)).plain.endswith("0 more than before.")


def test_a_file_of_nothing_new_is_not_written(file: Path) -> None:
    file.write_bytes(json.dumps({"format": FORMAT, "exercises": {}}).encode())
    before = file.stat()
    restore_view(file, upload(as_bytes({})))
    after = file.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_damaged_file_that_is_there_is_set_aside_and_never_lost(file: Path) -> None:
    file.write_bytes(b"{")
    assert "is damaged" in download_view(file).plain
    told = restore_view(file, upload(as_bytes({"count_events": Entry(True, 1)}))).plain
    assert "1 more than before" in told
    assert "It is kept as progress-set-aside-1.json" in told
    assert file.with_name("progress-set-aside-1.json").read_bytes() == b"{"


def test_a_file_of_more_than_100_kb_is_declined(file: Path) -> None:
    assert MOST_BYTES == 100_000
    full = as_bytes({name: Entry(True, 10**6, "a wrong turn that takes quite a few words to tell") for name in NAMES})
    assert len(full) < MOST_BYTES / 4
    sound = as_bytes({"count_events": Entry(True, 1)})
    assert "1 more" in restore_view(file, upload(sound.ljust(MOST_BYTES))).plain
    file.unlink()
    told = restore_view(file, upload(sound.ljust(MOST_BYTES + 1), "big.json")).plain
    assert told == "big.json is no progress file: it has more than 100 kB. Nothing was changed."
    assert not file.exists()


@pytest.mark.parametrize("place", ["missing/progress.json", "a_file/progress.json", "a_folder"])
def test_where_nothing_can_be_kept_a_sentence_says_so(place: str, tmp_path: Path) -> None:
    (tmp_path / "a_file").write_bytes(b"")
    (tmp_path / "a_folder").mkdir()
    told = restore_view(tmp_path / place, upload(as_bytes({"count_events": Entry(True, 1)}))).plain
    assert told.startswith("Nothing can be kept in this folder")
    assert str(tmp_path) not in told


def test_a_name_is_shown_and_is_no_markup(file: Path) -> None:
    view = restore_view(file, upload(b"", "<b>خبر\u202e.json"))
    assert "<b>" not in view.html
    assert view.plain.startswith("<b>خبر.json is damaged")


def test_what_is_solved_elsewhere_meanwhile_is_kept(file: Path) -> None:
    def solve() -> None:
        for number in range(20):
            assert record(file, f"exercise_{number}", SOLVED) == ""

    other = threading.Thread(target=solve)
    other.start()
    for number in range(100, 120):
        put_back(file, as_bytes({f"exercise_{number}": Entry(True, 1)}), "progress.json")
    other.join()
    assert len(read_progress(file)) == 40


def test_bytes_that_are_no_progress_file_make_none(file: Path) -> None:
    with pytest.raises(ArticleError, match="mine is damaged"):
        put_back(file, b"", "mine")
    assert list(file.parent.iterdir()) == []


# The buttons.


def parts(kept: Explorer) -> tuple:
    """The two buttons, and what is shown below them."""
    bar, shown = kept.widget.children
    return (*bar.children, shown)


def test_the_first_button_makes_a_link_to_the_file_as_it_is_then(file: Path) -> None:
    download, _, shown = parts(keep_progress())
    download.click()
    assert "nothing to download yet" in shown.value
    for name in NAMES[:2]:
        record(file, name, SOLVED)
        download.click()
        assert taken_home(shown.value) == file.read_bytes()
    assert f">progress.json, 2 of {COUNT} exercises solved</a>" in shown.value


def test_the_second_button_puts_a_file_back_as_often_as_it_is_chosen(file: Path) -> None:
    _, restore, shown = parts(keep_progress())
    for more in (1, 0):
        restore.value = (upload(as_bytes({"count_events": Entry(True, 3)})),)
        assert f"1 of {COUNT} exercises solved, {more} more than before" in shown.value
        assert restore.value == ()
    restore.value = (upload(b"holiday"),)
    assert "Nothing was changed." in shown.value
    assert read_progress(file) == {"count_events": Entry(True, 3)}


def test_the_first_view_is_the_same_whatever_the_file_holds(file: Path) -> None:
    first = keep_progress()._repr_mimebundle_()
    record(file, "count_events", SOLVED)
    later = keep_progress()
    kinds = ("text/html", "text/plain")
    assert [later._repr_mimebundle_()[kind] for kind in kinds] == [first[kind] for kind in kinds]
    assert later.twin.html.endswith(parts(later)[-1].value)
    assert all(button.description in later.twin.plain for button in parts(later)[:2])
