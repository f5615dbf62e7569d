"""What leaves the program: text that shows what it says, and files that are written whole or not at all."""

import contextlib
import errno
import os
import re
import secrets
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from helpers.records import ArticleError

LINE_ENDS = re.compile("\r\n?|\x85|\N{LINE SEPARATOR}|\N{PARAGRAPH SEPARATOR}")
BIDI_CONTROLS = re.compile(
    "[\N{ARABIC LETTER MARK}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}]"
)
# Control characters, halves of a surrogate pair and the two noncharacters that XML forbids.
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def readable(text: str) -> str:
    """A story's text made safe to show and to store.

    Line ends become newlines. Bidi controls go, as they could show the words in another order than they are in; what
    can't be written becomes U+FFFD, the replacement character. Markup is left to the format that the text goes into.
    """
    text = BIDI_CONTROLS.sub("", LINE_ENDS.sub("\n", text))
    return UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """`readable` text on one line, with single spaces."""
    return " ".join(readable(text).split())


def names(found: Iterable[str]) -> str:
    """Several names in one place, with Arabic semicolons between them.

    >>> names(["مريم", "سالم"])
    'مريم؛ سالم'
    """
    return "\N{ARABIC SEMICOLON} ".join(map(one_line, found))


def days(first: date, last: date) -> str:
    """An interval for the reader's eye: one ISO date, or two where it is longer than a day."""
    return f"{first}" if first == last else f"{first} to {last}"


def write_atomically(path: Path | str, data: bytes) -> None:
    """Put bytes into a file, whole or not at all.

    They go into a temporary file in the same folder, which then takes the name: a write that fails leaves the old file
    as it was. (So does a program that is killed, but its temporary file, `.khabar-…`, stays as well.) An old file's
    permissions are kept, and a link still leads where it led.

    Raises ArticleError where the system refuses, and for what is write-protected or no file (a folder, a pipe).
    """
    temporary = None
    try:
        target = _target(path)
        temporary = target.with_name(f".khabar-{secrets.token_hex(8)}")
        with open(temporary, "xb") as file:
            if target.exists():
                shutil.copymode(target, temporary)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except (OSError, ValueError) as error:  # a ValueError: no file can have such a name
        reason = getattr(error, "strerror", None) or "no file can have this name"
        raise ArticleError(f"{path} can't be written ({reason}): choose another folder or file name.") from error
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def _target(path: Path | str) -> Path:
    """The file that a path leads to, through all links; raises OSError where it must not be replaced."""
    target = Path(os.path.realpath(path))
    if os.path.lexists(target) and not target.is_file():  # or a link that leads in a circle
        raise OSError(errno.EINVAL, "it is no ordinary file")
    # Only the folder's permissions count for the system, as the file itself is replaced.
    if target.exists() and not os.access(target, os.W_OK):
        raise OSError(errno.EACCES, "it is write-protected")
    return target


def copy_all(sources: Iterable[Path], targets: Iterable[Path]) -> None:
    """Copy all files or none: what was made goes again where one of them fails, or where the user stops it.

    Raises ArticleError where a file can't be read, or a file or its folder can't be made.
    """
    made: list[Path] = []
    try:
        for source, target in zip(sources, targets, strict=True):
            _make_folder(target.parent, made)
            write_atomically(target, _contents(source))
            made.append(target)
    except BaseException:
        for path in reversed(made):
            with contextlib.suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and those that it lies in, where they aren't there; each that was made is entered in `made`."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        _make_folder(folder.parent, made)
    try:
        folder.mkdir()
    except OSError as error:
        raise ArticleError(f"{folder} can't be made ({error.strerror}): choose another folder.") from error
    made.append(folder)


def _contents(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        raise ArticleError(f"{source} can't be read ({error.strerror}): install the course once more.") from error
