"""The progress file: what a learner has solved, in how many tries, and what went wrong last. No code is kept.

It is small and can be handed in. One that is damaged, or not ours, is renamed and never lost.
"""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from helpers.exercises.telling import SOLVED
from helpers.records import ArticleError
from helpers.safe import one_line, write_atomically

FORMAT = "khabar progress 1"
WAIT, PAUSE = 0.5, 0.02  # seconds for another notebook to finish its writing


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
        data = json.loads(path.read_text(encoding="utf-8"))
        entries = {str(name): Entry(**entry) for name, entry in data["exercises"].items()}
        if data["format"] != FORMAT or not all(map(_is_sound, entries.values())):
            raise ValueError
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ArticleError(
            f"{_name(path)} can't be read ({error.strerror}): check the folder's permissions."
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise DamagedProgress(f"{_name(path)} is damaged, or no progress file of this course.") from None
    return entries


def _name(path: Path) -> str:
    return one_line(path.name)


class DamagedProgress(ArticleError):
    """A file that is there and readable, but holds no progress."""


def _is_sound(entry: Entry) -> bool:
    return (type(entry.solved), type(entry.tries), type(entry.diagnosis)) == (bool, int, str)


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
                write_atomically(path, _as_bytes(entries | {name: after}))
            return note
    except (ArticleError, OSError):
        return "(Your progress can't be kept in this folder; checking works all the same.)"


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


def _as_bytes(entries: dict[str, Entry]) -> bytes:
    exercises = {name: asdict(entry) for name, entry in sorted(entries.items())}
    return (json.dumps({"format": FORMAT, "exercises": exercises}, indent=1) + "\n").encode("utf-8")


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold a lock: a file that only one can make. One left over from a crash is taken over after half a second."""
    lock = path.with_name(path.name + ".lock")
    for _ in range(int(WAIT / PAUSE)):
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
            break
        except FileExistsError:
            time.sleep(PAUSE)
        except PermissionError:  # on Windows also where a file is just being deleted
            if os.name != "nt":
                raise
            time.sleep(PAUSE)
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink()
