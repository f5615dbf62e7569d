"""The class report: whatever is handed in, it is read or named, and nothing of it gets out as anything but words."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_display import Page
from test_export import any_text

from helpers import report
from helpers.cli import main
from helpers.exercises.catalogue import EXERCISES, LESSONS
from helpers.exercises.keeping import FORMAT, Entry
from helpers.records import ArticleError
from helpers.report import ClassReport, handed_in, read_class, to_csv, to_html, to_text
from helpers.report.handed_in import MOST_BYTES, Handed
from helpers.report.turns import STUCK, USUAL, meaning, outcomes, stuck, to_talk_about

SOLVED = Entry(True, 2, "unchanged")
IN_VAIN = Entry(False, 7, "unchanged")


def progress(**entries: Entry | dict) -> str:
    """A progress file's text."""
    exercises = {name: entry if isinstance(entry, dict) else vars(entry) for name, entry in entries.items()}
    return json.dumps({"format": FORMAT, "exercises": exercises})


def hand_in(folder: Path, name: str, text: str | bytes = progress(strip_marks=SOLVED)) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def content(markup: str) -> Page:
    """What a page shows."""
    return Page(re.search("<main>.*</main>", markup, re.DOTALL)[0])


def learners(folder: Path) -> list[str]:
    return [one.learner for one in read_class(folder).handed]


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["omar.json", "maryam.json"], ["maryam", "omar"]),
        (["omar/progress.json", "maryam.json"], ["maryam", "omar"]),
        (["omar/progress (1).json", "hala/progress-set-aside-2.json"], ["hala", "omar"]),
        (["progress.json"], ["progress"]),
        # As nbgrader keeps them: every learner's folder holds one that is called the same.
        (
            ["maryam/khabar/progress.json", "omar/khabar/progress.json"],
            ["maryam/khabar", "omar/khabar"],
        ),
        (["a/omar.json", "b/omar.json", "hala.json"], ["a/omar", "b/omar", "hala"]),
        (["مريم حداد.json"], ["مريم حداد"]),
        (["line\nbreak.json"], ["line break"]),
        ([".ipynb_checkpoints/omar.json", ".DS_Store"], []),
    ],
)
def test_learners_are_called_by_their_files_or_folders(files, names, tmp_path):
    for name in files:
        hand_in(tmp_path, name)
    assert learners(tmp_path) == names
    assert read_class(tmp_path).unread == ()


UNREADABLE = {
    "empty.json": (b"", "damaged"),
    "no text.json": (b"\xff\xfe\x00", "damaged"),
    "another.json": (b'{"format": "something else", "exercises": {}}', "no progress file"),
    "a list.json": (b"[]", "no progress file"),
    "deep.json": (b"[" * 100_000, "damaged"),
    "wrong types.json": (progress(strip_marks={"solved": 1, "tries": "2", "diagnosis": None}), "no progress file"),
    "code.json": (progress(strip_marks={"solved": True, "tries": 1, "diagnosis": "", "code": "x"}), "no progress file"),
    "less than none.json": (progress(strip_marks={"solved": True, "tries": -1, "diagnosis": ""}), "It is damaged"),
    "enormous.json": (progress(strip_marks={"solved": True, "tries": 10**9, "diagnosis": ""}), "nobody can have made"),
    "large.json": (b" " * (MOST_BYTES + 1), "larger than a megabyte"),
    "essay.pdf": (b"%PDF", "doesn't end in .json"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_can_not_be_read_is_named_with_a_reason(name, tmp_path):
    data, reason = UNREADABLE[name]
    hand_in(tmp_path, name, data)
    hand_in(tmp_path, "omar.json")
    read = read_class(tmp_path)
    assert [one.learner for one in read.handed] == ["omar"]
    ((file, why),) = read.unread
    assert file == name
    assert reason in why
    assert f"{name}: {why}" in to_text(read)
    assert why in content(to_html(read)).text


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are made otherwise on Windows")
def test_links_are_not_followed_and_pipes_are_not_waited_for(tmp_path):
    outside = hand_in(tmp_path / "elsewhere", "secret.json")
    folder = tmp_path / "handed in"
    hand_in(folder, "omar.json")
    (folder / "link.json").symlink_to(outside)
    (folder / "folder.json").symlink_to(outside.parent)
    (folder / "round").symlink_to(folder)
    os.mkfifo(folder / "pipe.json")
    read = read_class(folder)
    assert [one.learner for one in read.handed] == ["omar"]
    assert [file for file, _ in read.unread] == ["folder.json", "link.json", "pipe.json", "round"]


def test_a_folder_that_can_not_be_opened_is_named(tmp_path, monkeypatch):
    hand_in(tmp_path, "omar/progress.json")
    hand_in(tmp_path, "maryam/progress.json")
    listdir = os.listdir

    def refuse(path):
        if Path(path).name == "omar":
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(os, "listdir", refuse)
    assert learners(tmp_path) == ["maryam"]
    assert read_class(tmp_path).unread == (("omar", "The folder can't be opened (Permission denied)."),)


def test_a_file_that_may_not_be_read_is_named(tmp_path, monkeypatch):
    path = hand_in(tmp_path, "omar.json")
    opened = Path.open

    def refuse(self, *args, **kwargs):
        if self.name == path.name:
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    ((name, why),) = read_class(tmp_path).unread
    assert (name, "Permission denied" in why) == ("omar.json", True)


def test_what_is_no_folder_gets_a_sentence(tmp_path, capsys):
    for path in (tmp_path / "nowhere", hand_in(tmp_path, "omar.json")):
        assert main(["report", str(path)]) == 2
        assert "is no folder: give the one that holds the progress files." in capsys.readouterr().err


def test_an_empty_folder_has_no_learners(tmp_path):
    assert to_text(read_class(tmp_path)) == f"0 learners, {len(EXERCISES)} exercises\n"
    assert "0 learners" in content(to_html(read_class(tmp_path))).text


CLASS = ClassReport(
    (
        Handed("maryam", {"strip_marks": SOLVED, "fold_alef": Entry(True, 1, ""), "bare_word": IN_VAIN}),
        Handed("omar", {"strip_marks": Entry(True, 4, "unchanged"), "bare_word": Entry(False, 2, "inside too")}),
        Handed("مريم", {"strip_marks": Entry(False, 1, "endless")}, ("old_exercise",)),
    ),
    (("essay.pdf", "It is no progress file."),),
)


def test_how_an_exercise_went():
    went = {outcome.exercise: outcome for outcome in outcomes(CLASS)}
    assert list(went) == list(EXERCISES)
    strip = went["strip_marks"]
    assert (strip.lesson, strip.solved, strip.in_vain, strip.tries) == ("02", 2, 1, 3)
    assert (strip.turn.name, strip.turn.learners) == ("unchanged", 2)
    assert strip.turn.says.startswith("The marks are still there.")
    assert went["fold_alef"].turn is None
    assert went["find_names"].tries is None


def test_what_to_talk_about_and_who_is_stuck():
    assert [outcome.exercise for outcome in to_talk_about(CLASS)] == ["bare_word", "strip_marks"]
    assert stuck(CLASS) == [("maryam", [("bare_word", 7)])]
    assert 2 < STUCK <= 7


def test_the_text_says_it_all():
    lines = to_text(CLASS).splitlines()
    assert lines[0] == f"3 learners, {len(EXERCISES)} exercises; 1 file could not be read"
    assert "- maryam: bare_word (7 tries)" in lines
    head = next(line for line in lines if line.startswith("learner"))
    assert head.split() == ["learner", "solved", *LESSONS]
    maryam = next(line for line in lines if line.startswith("maryam"))
    assert maryam.split() == ["maryam", "2", *(
        "".join({"strip_marks": "x", "fold_alef": "x", "bare_word": "o"}.get(each.name, ".") for each in lesson)
        for lesson in LESSONS.values()
    )]  # fmt: skip
    assert "- مريم: old_exercise" in lines
    assert "essay.pdf: It is no progress file." in lines


def test_the_page_has_a_row_for_each_learner_and_a_head_for_each_cell():
    page = content(to_html(CLASS))
    assert page.tags.count("h1") == 1
    for learner in ("maryam", "omar", "مريم"):
        assert learner in page.text
    for name in EXERCISES:
        assert page.text.count(name) >= 2  # over its column, and in the list of exercises
    assert "script" not in page.tags
    markup = to_html(CLASS)
    assert markup.count('<td class="solved">') == 3
    assert markup.count('<td class="vain">') == 3
    assert markup.count('<td class="open">') == 3 * len(EXERCISES) - 6
    assert "http" not in markup  # it needs no network


def test_the_table_has_a_row_for_each_learner_and_exercise():
    head, *rows = csv.reader(io.StringIO(to_csv(CLASS)))
    assert head == ["learner", "lesson", "exercise", "solved", "tries", "last wrong turn"]
    assert len(rows) == 3 * len(EXERCISES)
    assert ["maryam", "03", "bare_word", "no", "7", "unchanged"] in rows
    assert ["omar", "02", "strip_marks", "yes", "4", "unchanged"] in rows
    assert ["omar", "04", "find_names", "no", "0", ""] in rows


WRONG = {
    name: {diagnosis for diagnosis, _ in answers}
    for lesson in LESSONS
    for name, answers in import_module(f"answers.lesson_{lesson}").WRONG.items()
}


@pytest.mark.parametrize("name", EXERCISES)
def test_every_wrong_turn_is_explained(name):
    assert [turn for turn in WRONG[name] if not meaning(EXERCISES[name], turn)] == []


def test_the_usual_wrong_turns_are_real_ones():
    sources = "".join(path.read_text(encoding="utf-8") for path in Path("helpers/exercises").glob("*.py"))
    assert [turn for turn in USUAL if f'"{turn}"' not in sources] == []


ENTRIES = st.builds(Entry, st.booleans(), st.integers(0, 100), st.one_of(st.sampled_from(sorted(USUAL)), any_text))
ENTERED = st.dictionaries(st.one_of(st.sampled_from(list(EXERCISES)), any_text), ENTRIES, max_size=4)


@settings(max_examples=25)  # each writes files
@given(st.lists(st.tuples(any_text, ENTERED), max_size=3))
def test_nothing_handed_in_gets_out_as_anything_but_words(tmp_path_factory, handed):
    folder = tmp_path_factory.mktemp("class")
    for number, (_, entries) in enumerate(handed):
        hand_in(folder, f"{number}.json", progress(**entries))
    read = read_class(folder)
    assert len(read.handed) + len(read.unread) == len(handed)
    names = [handed_in._shown(Path(name)) for name, _ in handed]
    named = ClassReport(
        tuple(Handed(name, dict(entries)) for name, (_, entries) in zip(names, handed, strict=True)), ()
    )
    check_ways_out(read)
    check_ways_out(named)


def check_ways_out(read: ClassReport) -> None:
    """Each form of a report is whole: no element, row or line more than the report itself makes."""
    to_text(read).encode("utf-8")
    page = content(to_html(read))
    assert set(page.tags) <= {
        *("main", "h1", "h2", "p", "ul", "li", "div", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
        *("span", "bdi", "code"),
    }
    rows = list(csv.reader(io.StringIO(to_csv(read))))
    assert len(rows) == 1 + len(read.handed) * len(EXERCISES)
    assert all(len(row) == 6 and not any(cell.startswith(tuple("=+-@")) for cell in row) for row in rows)


@settings(max_examples=40)
@given(st.one_of(st.binary(), st.recursive(st.none() | st.integers() | any_text, lambda inner: (
    st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["format", "exercises", "solved"]), inner)
)).map(lambda value: json.dumps(value).encode())))  # fmt: skip
def test_any_bytes_are_read_or_named(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("class")
    hand_in(folder, "omar.json", data)
    read = read_class(folder)
    assert len(read.handed) + len(read.unread) == 1


@pytest.mark.parametrize("ending", report.WRITERS)
def test_the_same_folder_gives_the_same_bytes(ending, tmp_path, capsys):
    for name in ("omar.json", "maryam/progress.json", "broken.json"):
        hand_in(tmp_path / "in", name, progress(bare_word=IN_VAIN) if name != "broken.json" else "{")
    files = [tmp_path / f"{number}.{ending}" for number in range(2)]
    for file in files:
        assert main(["report", str(tmp_path / "in"), "--out", str(file)]) == 0
        assert f"Wrote {file}" in capsys.readouterr().out
    assert files[0].read_bytes() == files[1].read_bytes() != b""
    assert files[0].read_bytes().startswith(b"\xef\xbb\xbf") == (ending == "csv")


def test_another_ending_gets_a_sentence_before_anything_is_read(tmp_path):
    with pytest.raises(ArticleError, match=r"choose csv, html, txt\."):
        report.save(CLASS, tmp_path / "report.docx")
    assert main(["report", str(tmp_path / "nowhere"), "--out", "report.docx"]) == 2


def test_a_report_loads_neither_the_chart_nor_the_explorers(tmp_path):
    hand_in(tmp_path, "omar.json")
    code = f"""
import sys
from helpers.cli import main
main(["report", {str(tmp_path)!r}])
print([name for name in ("matplotlib", "ipywidgets", "jupyterlab") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.endswith("[]\n")
