"""Two buttons for the progress file: take it home, and put it back. For a machine that goes away, as Binder's do.

It is read anew at each click, as exercises are checked in other notebooks meanwhile.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ipywidgets import HTML, Button, FileUpload, HBox, Layout, VBox

from helpers.display import View
from helpers.display.view import joined
from helpers.exercises.catalogue import LESSONS
from helpers.exercises.keeping import Entry, as_bytes, progress_path, put_back, read_progress
from helpers.records import ArticleError
from helpers.widgets.base import Explorer, sentences
from helpers.widgets.downloads import File, Kind, links_to

DOWNLOAD, RESTORE = "Download my progress", "Put my progress back"
TWIN = f"Two buttons: {DOWNLOAD}; {RESTORE}"
FIRST = "The first button makes a link to your file, the second one takes a file that you saved, of at most 100 kB."
READY = "Here is your file as it is now. Press the button again when you have solved more."
NOTHING = "There is nothing to download yet: your progress begins with the first answer that you check."
MOST_BYTES = 100_000  # of a file that is put back; that of the whole course has some 6,000


def keep_progress() -> Explorer:
    """Two buttons: one makes a link to the progress file as it is then, the other puts back one that was saved."""
    download = Button(description=DOWNLOAD, tooltip="Make a link to the file", layout=Layout(width="auto"))
    restore = FileUpload(
        description=RESTORE, tooltip="Choose a file that you saved", accept=".json", layout=Layout(width="auto")
    )
    shown = HTML(sentences([FIRST]).html)

    def show_link(_: object) -> None:
        shown.value = download_view(progress_path()).html

    def take_in(_: object) -> None:
        if restore.value:
            shown.value = restore_view(progress_path(), restore.value[-1]).html
            restore.value = ()  # so that the same file can be put back once more

    download.on_click(show_link)
    restore.observe(take_in, "value")
    return Explorer(VBox([HBox([download, restore], layout=Layout(flex_flow="row wrap")), shown]), _twin())


def download_view(path: Path) -> View:
    """A link that holds the progress file as it is now, or a sentence where there is none to take home."""
    try:
        entries = read_progress(path)
    except ArticleError as error:
        return sentences([str(error)])
    if not entries:
        return sentences([NOTHING])
    kind = Kind(f"progress.json, {_solved(entries)}", "application/json")
    return joined([sentences([READY]), links_to([File("progress.json", kind, as_bytes(entries))])])


def restore_view(path: Path, file: Mapping[str, Any]) -> View:
    """Put back a file, as `FileUpload` gives it, and say what came of it; what is solved here already stays so."""
    if len(file["content"]) > MOST_BYTES:
        return sentences([f"{file['name']} is no progress file: it has more than 100 kB. Nothing was changed."])
    try:
        before, after, note = put_back(path, bytes(file["content"]), file["name"])
    except ArticleError as error:
        return sentences([f"{error} Nothing was changed."])
    told = f"Your progress is back: {_solved(after)}, {_count(after) - _count(before)} more than before."
    return sentences([told, note] if note else [told])


def _count(entries: Mapping[str, Entry]) -> int:
    return sum(entries.get(exercise.name, Entry()).solved for lesson in LESSONS.values() for exercise in lesson)


def _solved(entries: Mapping[str, Entry]) -> str:
    return f"{_count(entries)} of {sum(map(len, LESSONS.values()))} exercises solved"


def _twin() -> View:
    """The same in every run, whatever the progress file holds."""
    line = f'<div dir="ltr" lang="en" style="padding:4px 0">{TWIN} <em>(run the cell to use them)</em></div>'
    first = sentences([FIRST])
    return View(line + first.html, f"{TWIN}\n\n{first.plain}")
