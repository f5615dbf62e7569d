"""Reads a folder of progress files. Whatever lies in it, each file is either read or named with a reason."""

import os
import re
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from helpers.exercises.catalogue import EXERCISES
from helpers.exercises.keeping import Entry, parse_progress
from helpers.records import ArticleError
from helpers.safe import one_line

MOST_BYTES = 1_000_000  # a progress file of the whole course has 6,000
MOST_TRIES = 100_000
LONGEST_NAME = 80  # characters
# What the course, a browser or a learning platform calls a file, whoever its learner is.
OWN_NAME = re.compile(r"progress(?:-set-aside-[0-9]+|[ _-]?\(?[0-9]+\)?)?", re.IGNORECASE)


@dataclass(frozen=True)
class Handed:
    """What one learner handed in; `elsewhere` are names of exercises that this version of the course hasn't."""

    learner: str
    entries: dict[str, Entry]
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClassReport:
    """All that was handed in, in the order of the learners' names, and each file that was not read, with its reason."""

    handed: tuple[Handed, ...]
    unread: tuple[tuple[str, str], ...]


def read_class(folder: Path) -> ClassReport:
    """Read all progress files in a folder and in the folders in it; raises ArticleError where it is no folder.

    A learner is called by the file's name, or by its folder's where the file has the name that the course gave it.
    Where two would be called the same, their names say which folders they come from. Hidden files are passed over, and
    no link is followed.
    """
    if not Path(folder).is_dir():
        raise ArticleError(f"{one_line(str(folder))} is no folder: give the one that holds the progress files.")
    entries: dict[PurePath, dict[str, Entry]] = {}
    unread: list[tuple[str, str]] = []
    for path in _files(Path(folder), unread):
        try:
            entries[path.relative_to(folder)] = _read(path)
        except ArticleError as error:
            unread.append((_shown(path.relative_to(folder)), str(error)))
    handed = [_handed(learner, entries[path]) for path, learner in _learners(list(entries)).items()]
    return ClassReport(tuple(sorted(handed, key=lambda one: one.learner)), tuple(sorted(unread)))


def _files(folder: Path, unread: list[tuple[str, str]], top: Path | None = None) -> Iterator[Path]:
    """Every file in a folder and below it; what can't be looked into is entered in `unread`."""
    top = top or folder
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as error:
        unread.append((_shown(folder.relative_to(top)), f"The folder can't be opened ({error.strerror})."))
        return
    for name in names:
        path = folder / name
        if path.is_dir() and not path.is_symlink():
            yield from _files(path, unread, top)
        else:
            yield path


def _read(path: Path) -> dict[str, Entry]:
    """The entries of one file; raises ArticleError with the reason where it is no progress file."""
    try:
        about = path.lstat()
        _check_kind(path, about)
        entries = parse_progress(path.read_bytes(), "It")
    except OSError as error:
        raise ArticleError(f"It can't be read ({error.strerror}).") from error
    if any(entry.tries > MOST_TRIES for entry in entries.values()):
        raise ArticleError("It counts tries that nobody can have made.")
    return entries


def _check_kind(path: Path, about: os.stat_result) -> None:
    """Raise ArticleError for what can't be a progress file, before any of it is read."""
    if stat.S_ISLNK(about.st_mode):
        raise ArticleError("It is a link, and links are not followed: put the file itself here.")
    if not stat.S_ISREG(about.st_mode):  # a pipe would be waited for, a device may never end
        raise ArticleError("It is no ordinary file.")
    if path.suffix.lower() != ".json":
        raise ArticleError("Its name doesn't end in .json: the file to hand in is progress.json.")
    if about.st_size > MOST_BYTES:
        raise ArticleError("It is larger than a megabyte: no progress file is.")


def _learners(paths: Sequence[PurePath]) -> dict[PurePath, str]:
    """What the learner of each file is called."""
    short = {path: _shown(PurePath(_place(path).name)) for path in paths}
    times = Counter(short.values())
    return {path: name if times[name] == 1 else _shown(_place(path)) for path, name in short.items()}


def _place(path: PurePath) -> PurePath:
    """Where a file is: its path without what tells nothing of its learner."""
    return path.parent if OWN_NAME.fullmatch(path.stem) and path.parent.name else path.with_suffix("")


def _shown(path: PurePath) -> str:
    """A path on one line, cut in its middle where it is long."""
    name = one_line(path.as_posix())
    half = LONGEST_NAME // 2
    return name if len(name) <= LONGEST_NAME else f"{name[:half]}…{name[-half:]}"


def _handed(learner: str, entries: dict[str, Entry]) -> Handed:
    elsewhere = tuple(sorted(one_line(name)[:LONGEST_NAME] for name in entries if name not in EXERCISES))
    return Handed(learner, {name: entry for name, entry in entries.items() if name in EXERCISES}, elsewhere)
