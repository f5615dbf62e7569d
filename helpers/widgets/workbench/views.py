"""Shows all that the helpers find in a story: highlights, who says what, when and why, the timeline, its files."""

import base64
from collections import Counter
from collections.abc import Iterable, Sequence

from helpers.chart import draw_timeline
from helpers.display import View, highlight, table, timeline_table
from helpers.records import Article, ArticleError, DateMention, Entity, Statement, Timeline
from helpers.statements import find_statements
from helpers.timeline import build_timeline
from helpers.widgets.base import sentences
from helpers.widgets.downloads import PICTURES, File, links_to, stem, timeline_files
from helpers.widgets.workbench.mending import Numbered, mended_dates, mended_names
from helpers.widgets.workbench.reading import UNDATED, read_story, read_upload

LABELS = {"PER": "person", "LOC": "place", "ORG": "organisation"}
LOOKS = {False: ("rtl", "ar"), True: ("ltr", "en")}


def workbench_view(page: str, files: Sequence, published: str, names: str, days: str, english: bool) -> View:
    """All about a story, with its reader's corrections followed; a sentence where it can't be read."""
    problems = []
    try:
        read_upload(files)  # what could be read has gone into the page already
    except ArticleError as error:
        problems.append(str(error))
    try:
        article = read_story(page, published)
    except ArticleError as error:
        return sentences([*problems, str(error)])
    return joined([sentences(problems)] * bool(problems) + story_views(article, names, days, english))


def story_views(article: Article, names: str, days: str, english: bool) -> list[View]:
    """The parts of the workbench, one below the other."""
    entities, name_notes = mended_names(article.body, names)
    numbered, day_notes = mended_dates(article, days)
    dates = [each.date for each in numbered if each.kept]
    statements = find_statements(article.body, entities)
    timeline = build_timeline(article, entities, dates, statements)
    notes = [*([f"{article.note} {UNDATED}"] if article.note else []), *name_notes, *day_notes]
    return [
        sentences([counted(entities, dates, statements, timeline), *notes]),
        part("The story", highlight(article.body, [*entities, *dates, *statements])),
        part("Who and where?", name_table(entities)),
        part("Who says so?", statement_table(statements)),
        part("When, and why?", date_table(numbered)),
        *timeline_views(timeline, english),
    ]


def counted(entities: list[Entity], dates: list[DateMention], statements: list[Statement], timeline: Timeline) -> str:
    """How much was found.

    >>> counted([], [], [], Timeline("", None, ()))
    '0 names, 0 dates, 0 statements, 0 events.'
    """
    found = {"name": entities, "date": dates, "statement": statements, "event": timeline.events}
    return ", ".join(f"{len(items)} {what}{'s' * (len(items) != 1)}" for what, items in found.items()) + "."


def name_table(entities: Iterable[Entity]) -> View:
    """Each name in its fullest form, with its label and how often the story has it."""
    counts = Counter((entity.name, entity.label) for entity in entities)
    rows = [[name, label, LABELS[label], count] for (name, label), count in counts.items()]
    return table(rows, ("name", "label", "what it is", "times"))


def statement_table(statements: Iterable[Statement]) -> View:
    """Who says what, in the order of the story."""
    rows = [[said.speaker, said.verb, said, "direct" if said.direct else "reported"] for said in statements]
    return table(rows, ("speaker", "verb", "what is said", "how"))


def date_table(dates: Iterable[Numbered]) -> View:
    """Each date with its number, its days, and why it has these; also those that their reader crossed out."""
    rows = [[number, date, date.first, date.last, date.part, date.because] for number, date, _ in dates]
    return table(rows, ("number", "in the story", "first day", "last day", "part", "because"), direction="ltr")


def timeline_views(timeline: Timeline, english: bool) -> list[View]:
    """The chart, the table and the files of a timeline; the chart's picture is made once."""
    chart = draw_timeline(timeline, *LOOKS[english])
    shown = chart._repr_mimebundle_()
    picture = File(f"{stem(timeline)}.png", PICTURES["png"], base64.b64decode(shown["image/png"]))
    return [
        part("The timeline", View(shown["text/html"], shown["text/plain"])),
        part("The timeline as a table", timeline_table(timeline)),
        links_to([*timeline_files(timeline), picture]),
    ]


def part(title: str, view: View) -> View:
    """A view below a heading."""
    return View(f'<h4 dir="ltr" lang="en">{title}</h4>{view.html}', f"{title}\n\n{view.plain}")


def joined(views: Sequence[View]) -> View:
    """Views one below the other."""
    return View("".join(view.html for view in views), "\n\n".join(view.plain for view in views))
