"""Shows what was found in a story: highlights, who says what, when and why, the timeline, its files."""

import base64
from collections import Counter
from collections.abc import Iterable, Sequence

from helpers.chart import draw_timeline
from helpers.display import STYLES, View, highlight, table, timeline_table
from helpers.display.view import escaped, joined
from helpers.records import ArticleError, Entity, Statement
from helpers.widgets.base import sentences
from helpers.widgets.downloads import PICTURES, File, links_to, stem, timeline_files
from helpers.widgets.workbench.findings import study
from helpers.widgets.workbench.mending import Numbered
from helpers.widgets.workbench.reading import read_upload

LOOKS = {False: ("rtl", "ar"), True: ("ltr", "en")}


def words_view(page: str, files: Sequence, published: str, names: str, days: str, english: bool) -> View:
    """The story with its marks and tables, or a sentence where it can't be read."""
    try:
        problems = [read_upload(files).note]  # its text has gone into the page already
    except ArticleError as error:
        problems = [str(error)]
    try:
        found = study(page, published, names, days)
    except ArticleError as error:
        return sentences([*filter(None, problems), str(error)])
    dates = [each.date for each in found.dates if each.kept]
    marked = highlight(found.article.body, [*found.entities, *dates, *found.statements])
    return joined(
        [
            sentences([*filter(None, problems), found.count, *found.notes]),
            part("The story", marked),
            part("Who and where?", name_table(found.entities)),
            part("Who says so?", statement_table(found.statements)),
            part("When, and why?", date_table(found.dates)),
            part("The timeline as a table", timeline_table(found.timeline, LOOKS[english][0])),
        ]
    )


def picture_view(page: str, files: Sequence, published: str, names: str, days: str, english: bool) -> View:
    """The timeline's chart and all its files, in some tenths of a second; nothing where the story can't be read."""
    try:
        timeline = study(page, published, names, days).timeline
    except ArticleError:
        return View("", "")
    shown = draw_timeline(timeline, *LOOKS[english])._repr_mimebundle_()
    # Out of the notebook's own picture, as drawing the same once more would take as long again.
    picture = File(f"{stem(timeline)}.png", PICTURES["png"], base64.b64decode(shown["image/png"]))
    chart = part("The timeline", View(shown["text/html"], shown["text/plain"]))
    return joined([chart, links_to([*timeline_files(timeline), picture])])


def name_table(entities: Iterable[Entity]) -> View:
    """Each name in its fullest form, with its label and how often the story has it."""
    counts = Counter((entity.name, entity.label) for entity in entities)
    rows = [[name, label, STYLES[label].meaning, count] for (name, label), count in counts.items()]
    return table(rows, ("name", "label", "what it is", "times"))


def statement_table(statements: Iterable[Statement]) -> View:
    """Who says what, in the order of the story."""
    rows = [[said.speaker, said.verb, said, "direct" if said.direct else "reported"] for said in statements]
    return table(rows, ("speaker", "verb", "what is said", "how"))


def date_table(dates: Iterable[Numbered]) -> View:
    """Each date with its number, its days, and why it has these; also those that their reader crossed out."""
    rows = [[number, date, date.first, date.last, date.part, date.because] for number, date, _ in dates]
    return table(rows, ("number", "in the story", "first day", "last day", "part", "because"), direction="ltr")


def part(title: str, view: View) -> View:
    """A view below a heading."""
    return View(f'<h3 dir="ltr" lang="en">{escaped(title)}</h3>{view.html}', f"{title}\n\n{view.plain}")
