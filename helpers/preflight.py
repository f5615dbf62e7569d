"""Whether this machine is ready for the course: what is installed, how Arabic is drawn, and the story itself."""

import hashlib
import json
import platform
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from helpers.article import SEED
from helpers.chart.lettering import LABEL, width
from helpers.display import View, table

PACKAGES = ("khabar", "matplotlib", "jupyterlab")
WORD = "سلام"
# Joined letters take less room than the same letters apart. A font's kerning saves less than this.
JOINED = 0.9
COLUMNS = ("what", "on this machine", "ready?", "what to do")


class Check(NamedTuple):
    """One thing that was looked at: what was found, and a sentence of advice where it is not as it should be."""

    what: str
    found: str
    advice: str = ""


def check_package(name: str) -> Check:
    """Find out which version of a package is installed.

    >>> check_package("no-such-package").found
    'not installed'
    """
    try:
        return Check(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Check(name, "not installed", "Install the course as the README says, then restart the kernel.")


def check_shaping() -> Check:
    """Measure whether matplotlib joins Arabic letters into words."""
    if width(WORD, LABEL) < JOINED * sum(width(letter, LABEL) for letter in WORD):
        return Check("Arabic in pictures", "letters are joined")
    return Check("Arabic in pictures", "letters stand apart", "Install matplotlib 3.11 or newer: older ones can't.")


def check_story(path: Path = SEED) -> Check:
    """Compare the story's SHA-256 with the one that stands in its annotation."""
    known = json.loads(SEED.with_suffix(".gold.json").read_text(encoding="utf-8"))["sha256"]
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found == known:
        return Check("the story", f"as it was saved ({known[:8]}…)")
    return Check("the story", f"changed ({found[:8]}…)", "Put the file in seeds/ back as the course brings it.")


def preflight() -> View:
    """Look at all that the course needs, one row for each thing; takes a second or two.

    The rows tell of this machine: in a lesson, their cell carries the tag `nbval-ignore-output`.
    """
    checks = [Check("python", platform.python_version()), *map(check_package, PACKAGES), check_shaping(), check_story()]
    return report(checks)


def report(checks: list[Check]) -> View:
    """Show checks as a table under a sentence that sums them up."""
    open_ones = sum(bool(check.advice) for check in checks)
    caption = f"To mend: {open_ones} of {len(checks)}; the last column says how." if open_ones else "All is ready."
    rows = [(check.what, check.found, "no" if check.advice else "yes", check.advice or None) for check in checks]
    return table(rows, COLUMNS, caption, direction="ltr")
