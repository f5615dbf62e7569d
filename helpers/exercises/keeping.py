"""The progress file: what a learner has solved, in how many tries, and what went wrong last. No code is kept.

It is small and can be handed in. One that is damaged, or not ours, is renamed and never lost.
"""

import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from helpers.exercises.telling import SOLVED
from helpers.records import ArticleError
from helpers.safe import one_line, write_atomically

FORMAT = "khabar progress 1"
CRASHED, PAUSE = 3, 0.02  # seconds: no writing takes as long as the first, and the second goes by between two looks


@dataclass(frozen=True)
class Entry:
    """How far one exercise is: `tries` counts up to the first right answer, `diagnosis` is the last wrong turn's."""

    solved: bool = False
    tries: int = 0
    diagnosis: str = ""


def progress_path() -> Path:
    """The learner's file: beside the notebook, or where the environment variable KHABAR_PROGRESS says."""
    return Path(os.environ.get("KHABAR_PROGRESS") or "progress.json")


def read_progress(path: Path) -> dict[str, Entry]:
    """Read a progress file; none where there is no file yet.

    Raises ArticleError where it can't be read or is no progress file.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ArticleError(
            f"{_name(path)} can't be read ({error.strerror}): check the folder's permissions."
        ) from error
    return parse_progress(data, _name(path))


def parse_progress(data: bytes, name: str) -> dict[str, Entry]:
    """Read the bytes of a progress file that is called `name`; raises DamagedProgress where they are none."""
    try:
        page = json.loads(data.decode("utf-8"))
        entries = {str(exercise): Entry(**entry) for exercise, entry in page["exercises"].items()}
        if page["format"] != FORMAT or not all(map(_is_sound, entries.values())):
            raise ValueError
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise DamagedProgress(f"{name} is damaged, or no progress file of this course.") from None
    return entries


def _name(path: Path) -> str:
    return one_line(path.name)


class DamagedProgress(ArticleError):
    """A file that is there and readable, but holds no progress."""


def _is_sound(entry: Entry) -> bool:
    return (type(entry.solved), type(entry.tries), type(entry.diagnosis)) == (bool, int, str) and entry.tries >= 0


def record(path: Path, name: str, diagnosis: str) -> str:
    """Enter one try of an exercise, and give a sentence where that went wrong (else "").

    The file is read again just before, under a lock, so that two notebooks don't lose each other's entries.
    """
    try:
        with _locked(path):
            entries, note = _entries(path)
            before = entries.get(name, Entry())
            after = before if before.solved else _after(before, diagnosis)
            if after != before:
                write_atomically(path, as_bytes(entries | {name: after}))
            return note
    except (ArticleError, OSError):
        return "(Your progress can't be kept in this folder; checking works all the same.)"


def put_back(path: Path, data: bytes, name: str) -> tuple[dict[str, Entry], dict[str, Entry], str]:
    """Join the bytes of another progress file, called `name`, with the file at `path`; see `merge`.

    Gives the entries before and after, and a sentence where the file at `path` was damaged and set aside (else "").
    Raises ArticleError, and changes no entry, where the bytes are no progress file or nothing can be written.
    """
    theirs = parse_progress(data, name)
    try:
        with _locked(path):
            ours, note = _entries(path)
            both = merge(ours, theirs)
            if both != ours:
                write_atomically(path, as_bytes(both))
    except (ArticleError, OSError):
        raise ArticleError("Nothing can be kept in this folder: copy the course into a folder of your own.") from None
    return ours, both, note


def merge(ours: Mapping[str, Entry], theirs: Mapping[str, Entry]) -> dict[str, Entry]:
    """Two files' entries in one: what is solved in either is solved, and of two numbers of tries the larger one counts.

    The last wrong turn is that of the file with more tries.
    """
    return {name: _both(ours.get(name, Entry()), theirs.get(name, Entry())) for name in {**ours, **theirs}}


def _both(one: Entry, other: Entry) -> Entry:
    # Of equal numbers the text decides, so that it makes no difference which file is put into the other.
    more = max(one, other, key=lambda entry: (entry.tries, entry.diagnosis))
    return replace(more, solved=one.solved or other.solved)


def _after(entry: Entry, diagnosis: str) -> Entry:
    if diagnosis == SOLVED:
        return Entry(True, entry.tries + 1, entry.diagnosis)
    return Entry(False, entry.tries + 1, diagnosis)


def _entries(path: Path) -> tuple[dict[str, Entry], str]:
    try:
        return read_progress(path), ""
    except DamagedProgress as error:
        return {}, f"({error} It is kept as {_set_aside(path)}, and a new one is begun.)"


def _set_aside(path: Path) -> str:
    """Rename a file to the first free name, and give that."""
    number = 1
    while os.path.lexists(target := path.with_name(f"{path.stem}-set-aside-{number}{path.suffix}")):
        number += 1
    path.rename(target)
    return _name(target)


def as_bytes(entries: Mapping[str, Entry]) -> bytes:
    """The entries as their file holds them."""
    exercises = {name: asdict(entry) for name, entry in sorted(entries.items())}
    return (json.dumps({"format": FORMAT, "exercises": exercises}, indent=1) + "\n").encode("utf-8")


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold a lock, a file that only one can make; others wait, for as long as it passes from hand to hand."""
    lock = path.with_name(path.name + ".lock")
    held, since = None, time.monotonic()
    while not _made(lock):
        now, holder = time.monotonic(), _identity(lock)
        if holder != held:
            held, since = holder, now
        elif now - since > CRASHED:
            lock.unlink()  # left over from a crash; raises where there is none, and the folder takes no files
        time.sleep(PAUSE)
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink()


def _made(lock: Path) -> bool:
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return False
    except PermissionError:  # on Windows also where a file is just being deleted
        if os.name != "nt":
            raise
        return False
    return True


def _identity(lock: Path) -> tuple[int, int] | None:
    """What tells one lock from the next of the same name; None where it has just gone."""
    try:
        status = lock.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns
