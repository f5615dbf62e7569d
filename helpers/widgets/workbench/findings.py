"""All that the helpers find in a story, with its reader's corrections followed."""

from dataclasses import dataclass
from functools import lru_cache

from helpers.records import Article, Entity, Statement, Timeline
from helpers.statements import find_statements
from helpers.timeline import build_timeline
from helpers.widgets.workbench.mending import Numbered, mended_dates, mended_names
from helpers.widgets.workbench.reading import read_story


@dataclass(frozen=True)
class Findings:
    """A story and what was found in it; `notes` tells what its reader should know or write otherwise."""

    article: Article
    entities: list[Entity]
    dates: list[Numbered]
    statements: list[Statement]
    timeline: Timeline
    notes: list[str]

    @property
    def count(self) -> str:
        """How much was found, in a sentence."""
        found = {
            "name": self.entities,
            "date": [each for each in self.dates if each.kept],
            "statement": self.statements,
            "event": self.timeline.events,
        }
        return ", ".join(f"{len(items)} {what}{'s' * (len(items) != 1)}" for what, items in found.items()) + "."


@lru_cache(1)  # tables and picture show the same findings, one after the other
def study(page: str, published: str, names: str, days: str) -> Findings:
    """Find all in a story; the chart and the tables follow what its reader corrects.

    Raises ArticleError for a story or a day of publication that can't be read.
    """
    article, notes = read_story(page, published)
    entities, name_notes = mended_names(article.body, names)
    dates, day_notes = mended_dates(article, days)
    statements = find_statements(article.body, entities)
    timeline = build_timeline(article, entities, [each.date for each in dates if each.kept], statements)
    return Findings(article, entities, dates, statements, timeline, [*notes, *name_notes, *day_notes])
