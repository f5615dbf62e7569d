"""The workbench: any Arabic news story, from pasted text to a timeline to take away.

`reading` takes the story in, `mending` changes what was found as its reader asks, `findings` holds all of it, `views`
shows it, and here are the controls.
"""

from ipywidgets import FileUpload, Layout, Text, Textarea, ValueWidget

from helpers.records import ArticleError
from helpers.widgets.base import WHOLE_LABEL, Explorer, arabic_lines, explorer, switch, written
from helpers.widgets.workbench.reading import dates_in, read_upload
from helpers.widgets.workbench.views import picture_view, words_view

WIDE = Layout(width="98%")
EMPTIED = "emptied: the story is another"


def explore_workbench(page: str = "", published: str = "", names: str = "", days: str = "") -> Explorer:
    """Open the workbench, with a story's text, its day of publication ("2020-11-13") and what is to be mended.

    `names` has a name and its label a line («مريم PER»), "-" for a label where it is no name. `days` has a date's
    number or its words and its day a line («3 = 2020-11-15»), "-" for a day where it is no date. What is written into a
    field counts once the field is left, with Tab or by a click elsewhere. Another story empties the fields for days.
    """
    story = _area("The story:", page, 8)
    upload = FileUpload(accept=".txt", description="Open a text file (up to 1 MB)", layout=Layout(width="auto"))
    by_hand = _field(Textarea, "Days by hand:", days, rows=3, placeholder="3 = 2020-11-15", layout=WIDE)
    published_on = _field(Text, "Published on:", published, placeholder="2020-11-13")
    controls = [
        story,
        upload,
        published_on,
        _area("Names of your own:", names, 3, "مريم PER"),
        by_hand,
        switch("Timeline from left to right, in English", False),
    ]
    upload.observe(lambda _: _take_in(upload, story), "value")
    story.observe(lambda change: _forget(change.old, change.new, published_on, by_hand), "value")
    for control in controls:
        if control is not upload:
            control.observe(lambda _: _empty(upload, ()), "value")
    return explorer(controls, words_view, picture_view)


def _field(kind: type, label: str, value: str, **more: object) -> ValueWidget:
    return kind(written(value), description=label, style=WHOLE_LABEL, continuous_update=False, **more)


def _area(label: str, value: str, rows: int, placeholder: str = "") -> ValueWidget:
    """A field of several lines, written from right to left, which counts once it is left."""
    field = arabic_lines(label, value, rows)
    field.placeholder, field.layout, field.continuous_update = placeholder, WIDE, False
    return field


def _take_in(upload: FileUpload, story: Textarea) -> None:
    """Put an uploaded file's text into the field of the story.

    A file that can't be read, or lost something, stays until something else is done, and the view says what is wrong.
    """
    files = upload.value
    if not files:
        return
    try:
        page, note = read_upload(files)
    except ArticleError:
        return
    if story.value != page:
        story.value = page  # which empties the upload
    _empty(upload, files if note else ())


def _forget(old: str, new: str, published_on: Text, by_hand: Textarea) -> None:
    """Empty the day of publication of another story, and the days by hand where its dates have other numbers."""
    if old.strip() and not _is_edited(old, new):
        _forget_in(published_on)
    if dates_in(old) != dates_in(new):
        _forget_in(by_hand)


def _is_edited(old: str, new: str) -> bool:
    """Whether the one text is the other with some changes: at least half of its words were there before."""
    words = set(new.split())
    return 0 < len(words) <= 2 * len(words & set(old.split()))


def _forget_in(field: ValueWidget) -> None:
    if field.value:
        field.value, field.placeholder = "", EMPTIED


def _empty(control: ValueWidget, nothing: str | tuple) -> None:
    control.value = nothing
