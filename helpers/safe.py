"""What leaves the program: text that shows what it says, and files that are written whole or not at all."""

import contextlib
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


def write_atomically(path: Path, data: bytes) -> None:
    """Put bytes into a file, whole or not at all.

    They go into a temporary file in the same folder, which then takes the name: a write that fails leaves the old file
    as it was. An old file's permissions are kept, and a link still leads where it led.

    Raises ArticleError where the system refuses.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".khabar-{secrets.token_hex(8)}")
    try:
        with open(temporary, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
        os.replace(temporary, target)
    except OSError as error:
        reason = error.strerror or error
        raise ArticleError(f"{path} can't be written ({reason}): choose another folder or file name.") from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
