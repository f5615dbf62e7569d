"""The command `khabar`: what it prints and writes, and that it never ends in a traceback."""

import os
import re
import shlex
import signal
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest
from made_up import LIBRARY, NOTHING

import helpers
from helpers import cli
from helpers.cli import main

STORY = "مكتبة جديدة في صيدا\n\n2021-02-15\n\nافتتحت ليلى المصري مكتبة في صيدا في 14 فبراير 2021.\n"
PROJECT = Path(__file__).parent.parent


@pytest.fixture
def story(tmp_path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def library(monkeypatch):
    """Whatever the story, its timeline is the made-up one."""
    monkeypatch.setattr(helpers, "build_timeline", lambda article: LIBRARY)


def khabar(*arguments: object, stdout=subprocess.PIPE, **environment: str) -> subprocess.CompletedProcess:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "helpers", *map(str, arguments)],
        cwd=PROJECT,
        env=os.environ | environment,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
    )


def complaint(capsys) -> str:
    """The one line on standard error, where there is nothing on standard output."""
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("khabar: ")
    assert err.count("\n") == 1
    return err


def test_timeline_prints_title_day_table_and_open_dates(story, library, capsys):
    assert main(["timeline", str(story)]) == 0
    told = re.sub("[\u200e\u200f]", "", capsys.readouterr().out)
    assert told.startswith("مكتبة جديدة في صيدا\nPublished 2021-02-15\n\ndate ")
    assert re.search(r"^2021-02-14 +happened +ليلى المصري +صيدا +افتتحت .* -$", told, re.MULTILINE)
    assert re.search(r"^2021-03-01 to 2021-03-31 +planned ", told, re.MULTILINE)
    assert "«الخميس»: A weekday needs the day of publication." in told


def test_what_a_file_has_lost_is_told(story, library, capsys):
    story.write_bytes(story.read_bytes() + "نعم".encode()[:-1])
    assert main(["timeline", str(story)]) == 0
    assert "\nThe file breaks off inside a letter, which is left out.\n" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["a\x1b[2J.txt", "a\u202e.txt", "a\nkhabar: fine.txt", "a\udcff.txt"], ids=ascii)
def test_a_complaint_is_one_line_without_commands_to_the_terminal(name, capsys):
    assert main(["timeline", name]) == 2
    told = complaint(capsys)
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e\udcff]", told)


def test_timeline_of_a_story_without_dates_says_so(story, monkeypatch, capsys):
    monkeypatch.setattr(helpers, "build_timeline", lambda article: NOTHING)
    assert main(["timeline", str(story)]) == 0
    told = capsys.readouterr().out
    assert "Give it with --published" in told
    assert "No event has a day." in told
    assert "open" not in told


def test_timeline_without_a_story_takes_that_of_the_course(monkeypatch, library, capsys):
    read = []
    monkeypatch.setattr(helpers, "read_article", lambda *asked: read.append(asked))
    monkeypatch.setattr(cli, "_report", lambda timeline, article: "")
    assert main(["timeline"]) == 0
    assert read == [(helpers.SEED, None)]


def test_the_day_of_publication_may_be_given(story, monkeypatch, capsys):
    published = []
    monkeypatch.setattr(helpers, "build_timeline", lambda article: published.append(article.published) or LIBRARY)
    assert main(["timeline", str(story), "--published", "2021-02-16"]) == 0
    assert str(published[0]) == "2021-02-16"


def test_out_writes_every_file_and_names_it(story, library, tmp_path, capsys):
    files = [tmp_path / f"a.{ending}" for ending in ("csv", "json", "ics", "svg", "png", "pdf")]
    assert main(["timeline", str(story), *(word for path in files for word in ("--out", str(path)))]) == 0
    assert capsys.readouterr().out.splitlines()[-6:] == [f"Wrote {path}" for path in files]
    assert all(path.stat().st_size for path in files)


def test_direction_and_language_reach_the_picture(story, library, tmp_path, capsys):
    pictures = [tmp_path / "ar.svg", tmp_path / "en.svg"]
    assert main(["timeline", str(story), "--out", str(pictures[0])]) == 0
    assert main(["timeline", str(story), "--out", str(pictures[1]), "--direction", "ltr", "--language", "en"]) == 0
    assert pictures[0].read_bytes() != pictures[1].read_bytes()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["timeline", "none.txt"], "none.txt"),
        (["timeline", "STORY", "--published", "13/11/2020"], "13/11/2020"),
        (["timeline", "STORY", "--out", "a.csv", "--out", "a.xlsx"], "choose csv, ics, json, pdf, png, svg"),
        (["timeline", "STORY", "--out", "none/a.csv"], "can't be written"),
        (["timeline", "STORY", "--colour"], "--colour"),
        (["timeline", "STORY", "--language", "fr"], "'ar', 'en'"),
        (["course"], "FOLDER"),
        (["translate"], "timeline"),
        ([], "khabar --help"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(arguments, says, story, library, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main([str(story) if word == "STORY" else word for word in arguments]) == 2
    assert says in complaint(capsys)
    assert list(tmp_path.iterdir()) == [story]


def test_an_empty_story_gets_a_sentence(tmp_path, capsys):
    (tmp_path / "empty.txt").write_bytes(b"")
    assert main(["timeline", str(tmp_path / "empty.txt")]) == 2
    assert "empty" in complaint(capsys)


@pytest.mark.parametrize("command", [[], ["timeline"], ["course"]])
def test_help_is_in_plain_letters_and_shows_how(command, capsys):
    with pytest.raises(SystemExit) as leaving:
        main([*command, "--help"])
    assert leaving.value.code == 0
    told = capsys.readouterr().out
    assert f"khabar {' '.join(command)}".strip() in told
    assert told.isascii()
    assert max(map(len, told.splitlines())) <= 100


def test_version(capsys):
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"khabar {version('khabar')}\n"


@pytest.fixture
def course(tmp_path, monkeypatch) -> Path:
    """A small course, with what a learner leaves behind in it."""
    folder = tmp_path / "original"
    for name in (
        *("notebooks/00_start_here.ipynb", "notebooks/pictures/a.png", "seeds/story.txt", "seeds/README.md"),
        *("notebooks/.ipynb_checkpoints/00_start_here.ipynb", "notebooks/progress.json", "README.md"),
        *("docs/glossary.md", "docs/timeline.png"),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    (folder / "seeds" / "story.txt").chmod(0o444)
    monkeypatch.setattr(cli, "COURSE", folder)
    return folder


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_course_copies_the_notebooks_and_the_story(course, tmp_path, capsys):
    mine = tmp_path / "new" / "mine"
    assert main(["course", str(mine)]) == 0
    assert files(mine) == [
        "docs/glossary.md",
        *("notebooks/00_start_here.ipynb", "notebooks/pictures/a.png", "seeds/README.md", "seeds/story.txt"),
    ]
    assert (mine / "seeds" / "story.txt").read_bytes() == b"seeds/story.txt"
    assert os.access(mine / "seeds" / "story.txt", os.W_OK)
    assert f"jupyter lab --notebook-dir={mine} {mine / 'notebooks' / '00_start_here.ipynb'}" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="a shell with other rules")
def test_the_command_that_course_prints_can_be_copied(course, tmp_path, capsys):
    mine = tmp_path / "my course"
    assert main(["course", str(mine)]) == 0
    command = shlex.split(capsys.readouterr().out.splitlines()[-1])
    assert command == ["jupyter", "lab", f"--notebook-dir={mine}", str(mine / "notebooks" / "00_start_here.ipynb")]


def test_course_touches_nothing_where_one_file_is_there(course, tmp_path, capsys):
    mine = tmp_path / "mine"
    (mine / "seeds").mkdir(parents=True)
    (mine / "seeds" / "story.txt").write_bytes(b"my own")
    assert main(["course", str(mine)]) == 2
    assert str(Path("seeds") / "story.txt") in complaint(capsys)
    assert files(mine) == ["seeds/story.txt"]
    assert (mine / "seeds" / "story.txt").read_bytes() == b"my own"


def test_course_into_a_file_gets_a_sentence(course, tmp_path, capsys):
    (tmp_path / "mine").write_bytes(b"my own")
    assert main(["course", str(tmp_path / "mine")]) == 2
    assert "can't be made" in complaint(capsys)
    assert (tmp_path / "mine").read_bytes() == b"my own"


def test_course_without_a_course_gets_a_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(cli, "COURSE", tmp_path)
    assert main(["course", str(tmp_path / "mine")]) == 2
    assert "no notebooks" in complaint(capsys)


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "latin-1:strict"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    ],
    ids=str,
)
def test_a_terminal_without_arabic_shows_codes_and_says_so(story, environment):
    done = khabar("timeline", story, **environment)
    assert done.returncode == 0
    told = done.stdout.decode("latin-1")
    assert re.search(r"^2021-02-14 +\w+ ", told, re.MULTILINE)
    assert r"\u0645\u0643\u062a\u0628\u0629" in told
    assert r"\u200f" not in told
    assert done.stderr.decode("ascii").startswith("khabar: this terminal can't show Arabic")
    assert done.stderr.count(b"\n") == 1


def test_the_c_locale_shows_arabic_as_python_does(story):
    done = khabar("timeline", story, LC_ALL="C", LANG="C")
    assert done.returncode == 0
    assert done.stderr == b""
    assert "مكتبة" in done.stdout.decode("utf-8")


def test_a_windows_1256_terminal_shows_arabic(story):
    done = khabar("timeline", story, PYTHONIOENCODING="cp1256")
    assert done.returncode == 0
    assert done.stderr == b""
    assert "مكتبة جديدة في صيدا" in done.stdout.decode("cp1256")


@pytest.fixture
def closed_pipe():
    """A pipe that no one reads any more, as `head -1` leaves it behind."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        yield pipe


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells of a closed pipe in another way")
@pytest.mark.parametrize("words", [["timeline"], ["report", "tests"], ["--help"], ["--version"]], ids=" ".join)
def test_a_closed_pipe_is_quiet(words, closed_pipe):
    done = khabar(*words, stdout=closed_pipe)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells of a closed pipe in another way")
def test_a_closed_pipe_keeps_no_file_from_being_written(story, tmp_path, closed_pipe):
    khabar("timeline", story, "--out", tmp_path / "a.csv", stdout=closed_pipe)
    assert (tmp_path / "a.csv").stat().st_size


def test_ctrl_c_is_quiet(story, monkeypatch, capsys):
    def interrupted(article):
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(helpers, "build_timeline", interrupted)
    assert main(["timeline", str(story)]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal to one process")
def test_ctrl_c_in_the_middle_of_the_work_leaves_nothing_behind(tmp_path):
    story = tmp_path / "story.txt"
    story.write_text(STORY * 20_000, encoding="utf-8")  # seconds of work
    old = tmp_path / "old.csv"
    old.write_text("old", encoding="utf-8")
    words = ["timeline", str(story), "--out", str(old), "--out", str(tmp_path / "new.svg")]
    code = f"import sys; from helpers.cli import main; print('ready', flush=True); sys.exit(main({words!r}))"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout.readline() == b"ready\n"
        time.sleep(0.5)
        running.send_signal(signal.SIGINT)
        assert running.communicate() == (b"", b"")
    assert running.returncode == 130
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old.csv", "story.txt"]
    assert old.read_text(encoding="utf-8") == "old"


def test_a_table_fits_the_terminal(story, library, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert main(["timeline", str(story)]) == 0
    table = re.sub("[\u200e\u200f]", "", capsys.readouterr().out).split("\n\n")[1]
    assert max(map(len, table.splitlines())) <= 80


def test_only_a_picture_loads_matplotlib(story):
    code = "import sys; from helpers.cli import main; main(sys.argv[1:]); print('matplotlib' in sys.modules)"
    command = [sys.executable, "-c", code, "timeline", str(story)]
    assert subprocess.run(command, cwd=PROJECT, capture_output=True, check=True).stdout.endswith(b"False\n")
