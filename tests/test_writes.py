"""A write either finishes or leaves what was there: whatever fails, whoever kills it, whatever stands in its way."""

import contextlib
import errno
import multiprocessing
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from made_up import LIBRARY

from helpers import cli
from helpers.chart import draw_timeline
from helpers.exercises.keeping import read_progress, record
from helpers.export import WRITERS, save
from helpers.records import ArticleError
from helpers.safe import write_atomically

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs a system of POSIX")
OLD, NEW = b"old", b"new, and longer"
# What the system may refuse, one step after the other; the limit lets three bytes through.
STEPS = ["open", "copymode", "write", "fsync", "replace"]
PROJECT = Path(__file__).parent.parent


@contextlib.contextmanager
def full_disk(step: str) -> Iterator[None]:
    """Let a step of writing fail as where the disk is full."""

    def fails(*args: object, **kwargs: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.MonkeyPatch.context() as patch:
        if step == "write":
            resource = pytest.importorskip("resource")
            _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (len(OLD), most))
        elif step == "open":
            patch.setattr("builtins.open", fails)
        else:
            patch.setattr(shutil if step == "copymode" else os, step, fails)
        try:
            yield
        finally:
            if step == "write":
                resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def saved_chart(path: Path) -> None:
    draw_timeline(LIBRARY).save(path)


WRITES: dict[str, Callable[[Path], object]] = {
    "a.txt": lambda path: write_atomically(path, NEW),
    **{f"a.{ending}": lambda path: save(LIBRARY, path) for ending in WRITERS},
    **{f"a.{ending}": saved_chart for ending in ("svg", "png", "pdf")},
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("name", WRITES)
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, name, step):
    path = tmp_path / name
    path.write_bytes(OLD)
    with full_disk(step), pytest.raises(ArticleError, match=r"can't be written \(.+\): choose another"):
        WRITES[name](path)
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("step", STEPS)
def test_progress_that_can_not_be_kept_is_as_it_was_and_that_is_told(tmp_path, step):
    path = tmp_path / "progress.json"
    record(path, "strip_marks", "solved")
    before = path.read_bytes()
    with full_disk(step):
        note = record(path, "count_words", "solved")
    assert note.startswith("(Your progress can't be kept")
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
    assert record(path, "count_words", "solved") == ""
    assert set(read_progress(path)) == {"strip_marks", "count_words"}


@pytest.fixture
def course(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "original"
    for name in ("docs/a.md", "notebooks/00_start_here.ipynb", "seeds/story.txt"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(name, encoding="utf-8")
    monkeypatch.setattr(cli, "COURSE", folder)
    return folder


def everything(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()], ids=repr)
@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_copy_of_the_course_that_fails_takes_itself_back(course, tmp_path, monkeypatch, capsys, failure, count):
    mine = tmp_path / "my" / "course"
    (tmp_path / "my" / "notes").mkdir(parents=True)
    before, written, replace = everything(tmp_path), [], os.replace

    def fails_after(*paths: object) -> None:
        if len(written) == count:
            raise failure
        written.append(paths)
        replace(*paths)

    monkeypatch.setattr(os, "replace", fails_after)
    assert cli.main(["course", str(mine)]) != 0
    assert len(written) == count
    assert everything(tmp_path) == before
    monkeypatch.setattr(os, "replace", replace)
    assert cli.main(["course", str(mine)]) == 0  # nothing of it stands in the way of another try


@POSIX
def test_a_course_that_can_not_be_read_gets_a_sentence(course, tmp_path, monkeypatch, capsys):
    def unreadable(path: Path) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", unreadable)
    assert cli.main(["course", str(tmp_path / "mine")]) == 2
    assert "a.md can't be read (Input/output error)" in capsys.readouterr().err
    assert not (tmp_path / "mine").exists()


KILLED = """
import os, signal, sys
from pathlib import Path
from helpers.safe import write_atomically
def killed(*args):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(os, sys.argv[2], killed)
write_atomically(Path(sys.argv[1]), b"new" * 1_000_000)
"""


@POSIX
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_program_that_is_killed_while_it_writes_leaves_the_old_file(tmp_path, step):
    path = tmp_path / "a.csv"
    path.write_bytes(OLD)
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), step], cwd=PROJECT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.read_bytes() == OLD
    (left,) = set(tmp_path.iterdir()) - {path}
    assert left.name.startswith(".khabar-")
    write_atomically(path, NEW)  # what is left over stands in nobody's way
    assert path.read_bytes() == NEW


ENDLESS = """
import itertools, sys
from pathlib import Path
from helpers.safe import write_atomically
print("begins", flush=True)
for letter in itertools.cycle([b"a", b"b"]):
    write_atomically(Path(sys.argv[1]), letter * 300_000)
"""


@POSIX
def test_whenever_it_is_killed_the_file_is_one_of_its_versions(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"a" * 300_000)
    for round_ in range(5):
        writer = subprocess.Popen([sys.executable, "-c", ENDLESS, str(path)], cwd=PROJECT, stdout=subprocess.PIPE)
        with writer:
            assert writer.stdout.readline() == b"begins\n"
            time.sleep(0.01 + 0.013 * round_)
            writer.kill()
        assert path.read_bytes() in (b"a" * 300_000, b"b" * 300_000)


def test_of_many_writers_one_wins_as_a_whole(tmp_path):
    path = tmp_path / "a.csv"
    versions = [bytes([letter]) * 200_000 for letter in b"abcdefgh"]
    writers = [threading.Thread(target=write_atomically, args=(path, version)) for version in versions]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert path.read_bytes() in versions
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_is_interrupted_leaves_nothing_behind(tmp_path, monkeypatch):
    def interrupted(descriptor):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "a.csv", NEW)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows doesn't replace a file that is open")
def test_who_reads_the_old_file_meanwhile_reads_it_whole(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(OLD)
    with open(path, "rb") as reader:
        write_atomically(path, NEW)
        assert reader.read() == OLD
    assert path.read_bytes() == NEW


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no umask")
def test_a_new_file_is_as_open_as_any_other(tmp_path):
    write_atomically(tmp_path / "ours", b"")
    (tmp_path / "theirs").write_bytes(b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "theirs").stat().st_mode


# What stands in the way.


def refused(path: Path | str, says: str) -> None:
    with pytest.raises(ArticleError, match=says) as caught:
        write_atomically(path, NEW)
    assert str(caught.value).endswith(": choose another folder or file name.")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "name", ["a\0b.csv", pytest.param("a\ud800.csv", marks=POSIX), "x" * 300 + ".csv"], ids=["nul", "surrogate", "long"]
)
def test_a_name_that_no_file_can_have_gets_a_sentence(tmp_path, name):
    refused(tmp_path / name, "can't be written")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_not_made(tmp_path):
    (tmp_path / "file").write_bytes(OLD)
    for folder in ("none", "file"):
        refused(tmp_path / folder / "a.csv", "can't be written")
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


def test_a_folder_is_not_replaced(tmp_path):
    (tmp_path / "a.csv").mkdir()
    for path in (tmp_path / "a.csv", tmp_path, "/", ""):
        refused(path, r"\(it is no ordinary file\)")
    assert list(tmp_path.iterdir()) == [tmp_path / "a.csv"]


@POSIX
def test_a_pipe_and_a_socket_are_not_replaced(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    os.mkfifo("a.csv")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("b.csv")
    for name, is_kept in (("a.csv", stat.S_ISFIFO), ("b.csv", stat.S_ISSOCK)):
        refused(name, r"\(it is no ordinary file\)")
        assert is_kept(os.stat(name).st_mode)


@POSIX
def test_a_link_is_written_through(tmp_path):
    (tmp_path / "far").mkdir()
    (tmp_path / "a.csv").symlink_to("b.csv")
    (tmp_path / "b.csv").symlink_to("far/c.csv")  # which is not there yet
    for data in (OLD, NEW):
        write_atomically(tmp_path / "a.csv", data)
        assert (tmp_path / "far" / "c.csv").read_bytes() == data
    assert (tmp_path / "a.csv").is_symlink() and (tmp_path / "b.csv").is_symlink()
    assert list((tmp_path / "far").iterdir()) == [tmp_path / "far" / "c.csv"]


@POSIX
def test_a_link_that_leads_in_a_circle_is_kept(tmp_path):
    (tmp_path / "a.csv").symlink_to("b.csv")
    (tmp_path / "b.csv").symlink_to("a.csv")
    refused(tmp_path / "a.csv", r"\(it is no ordinary file\)")
    assert (tmp_path / "a.csv").is_symlink() and (tmp_path / "b.csv").is_symlink()


@POSIX
def test_another_name_of_the_same_file_keeps_the_old_words(tmp_path):
    (tmp_path / "a.csv").write_bytes(OLD)
    os.link(tmp_path / "a.csv", tmp_path / "b.csv")
    write_atomically(tmp_path / "a.csv", NEW)
    assert ((tmp_path / "a.csv").read_bytes(), (tmp_path / "b.csv").read_bytes()) == (NEW, OLD)


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o755])
def test_permissions_are_kept_and_hold_from_the_first_byte(tmp_path, monkeypatch, mode):
    path, seen = tmp_path / "a.csv", []
    path.write_bytes(OLD)
    path.chmod(mode)
    monkeypatch.setattr(os, "fsync", lambda number: seen.append(stat.S_IMODE(os.fstat(number).st_mode)))
    write_atomically(path, NEW)
    assert seen == [mode]
    assert stat.S_IMODE(path.stat().st_mode) == mode


def as_nobody(work: Callable[[], None]) -> None:
    """Do a piece of work as a user who may not do everything: the superuser's files are never write-protected."""

    def works() -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        work()

    process = multiprocessing.get_context("fork").Process(target=works)
    process.start()
    process.join(20)
    assert process.exitcode == 0


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everyone may go into."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        yield Path(folder)


@POSIX
def test_a_write_protected_file_and_folder_are_kept(open_folder):
    path = open_folder / "a.csv"
    path.write_bytes(OLD)
    path.chmod(0o444)
    as_nobody(lambda: refused(path, r"\(it is write-protected\)"))
    path.chmod(0o666)
    open_folder.chmod(0o555)
    as_nobody(lambda: refused(path, r"\(Permission denied\)"))
    as_nobody(lambda: refused(open_folder / "b.csv", r"\(Permission denied\)"))
    assert path.read_bytes() == OLD
    assert list(open_folder.iterdir()) == [path]
