"""What happened when? Joins each date with its own words: what, who, where, whether it is past, and who reports it.

The path of an event: `mentions` keeps the dates that tell of events, `clauses` finds each date's own words, `labels`
cuts them where they are long, and here they become an event, with its status and with who reports it.

Not handled: two mentions of one event in two sentences stay two events, and a source without a verb («بحسب الوزارة»)
is not named as the one who reports.
"""

from bisect import bisect_left
from datetime import date
from functools import cache
from operator import attrgetter

from helpers import lexicon
from helpers.dates import find_dates
from helpers.dates.tense import direction_of
from helpers.entities import find_entities
from helpers.memory import without_collector
from helpers.normalize import normalize
from helpers.records import Article, DateMention, Entity, Event, Statement, Timeline
from helpers.statements import find_statements
from helpers.timeline.clauses import Clause, find_clauses
from helpers.timeline.folding import FoldedBody, Placed, fold, fold_body, start_of
from helpers.timeline.labels import label_of
from helpers.timeline.mentions import PlacedDate, telling_dates

_OF_RECORD = 4  # words before a date in which «أعلى مستوى منذ» and its like stand
_BEFORE, _AFTER = 300, 40  # characters before a date, or after one that leads its clause, in which its tense shows


@without_collector
def build_timeline(
    article: Article,
    entities: list[Entity] | None = None,
    dates: list[DateMention] | None = None,
    statements: list[Statement] | None = None,
) -> Timeline:
    """Build the timeline of a story; what is given is used, the rest is found in the article's body.

    Its events come in the order of their days. Dates that can't be resolved (without a day of publication «الخميس» has
    no day) stand in `unresolved`, each with the reason. Raises ArticleError where what is given doesn't stand in the
    body, for a date without words that can be seen, and for two dates of which one lies over the other.
    """
    body = article.body
    entities = find_entities(body) if entities is None else entities
    dates = find_dates(body, article.published) if dates is None else dates
    statements = find_statements(body, entities) if statements is None else statements
    story = fold_body(body)
    telling = telling_dates(story, dates)
    resolved = [placed for placed in telling if placed.mention.first and placed.mention.last]
    names = sorted(map(story.there, entities), key=start_of)
    clauses = find_clauses(story, resolved, list(map(story.there, statements)))
    events = [_event(story, clause, names, article.published) for clause in clauses]
    events.sort(key=attrgetter("first", "last", "mention.start"))
    unresolved = tuple(placed.mention for placed in telling if placed.mention.first is None)
    return Timeline(article.title, article.published, tuple(events), unresolved)


def _event(story: FoldedBody, clause: Clause, names: list[Placed[Entity]], published: date | None) -> Event:
    mention = clause.date.mention
    first = bisect_left(names, clause.start, key=start_of)
    last = bisect_left(names, clause.names_end, key=start_of)
    who, where = _who_and_where([name.span for name in names[first:last]])
    start, end = story.back(clause.date.opens, clause.date.end)
    return Event(
        first=mention.first,
        last=mention.last,
        status=_status(story.text, clause, published),
        label=label_of(story, clause),
        who=who,
        where=where,
        reported_by=clause.said.speaker if clause.said else None,
        quote=story.body[min(start, mention.start) : max(end, mention.end)],
        mention=mention,
        sentence=clause.sentence,
    )


def _who_and_where(names: list[Entity]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the people and organisations, and the places, each once."""
    who = [name.name for name in names if name.label != "LOC"]
    where = [name.name for name in names if name.label == "LOC"]
    return tuple(dict.fromkeys(who)), tuple(dict.fromkeys(where))


def _status(body: str, clause: Clause, published: date | None) -> str:
    """Say whether the event happened, is due, goes on since then, or is planned."""
    mention, particle = clause.date.mention, clause.date.particle
    ahead = published is None or mention.last >= published
    if particle in _folded("beginnings") and (ahead or not _has_end(mention)) and not _is_record(body, clause.date):
        return "since"
    if particle in _folded("deadlines") and ahead:
        return "due"
    if published and mention.first > published:
        return "planned"
    return "planned" if ahead and _direction(body, clause) == 1 else "happened"


def _is_record(body: str, placed: PlacedDate) -> bool:
    """«أعلى مستوى منذ 2014»: since then there was none like it, but nothing goes on."""
    before = body[max(0, placed.start - _BEFORE) : placed.start].split()[-_OF_RECORD:]
    return not _folded("records").isdisjoint(before)


def _has_end(mention: DateMention) -> bool:
    """Does the date say itself how long it went on («منذ مارس وحتى مايو»)?"""
    return not _folded("to").isdisjoint(fold(mention.text).replace(" و", " ").split())


@cache
def _folded(name: str) -> frozenset[str]:
    return frozenset(map(fold, lexicon.words("dates")[name]))


def _direction(body: str, clause: Clause) -> int | None:
    """Tell past (-1) from future (1) by the words before the date; by those after it where it leads its clause."""
    start, end = clause.date.start, clause.date.end
    words = body[max(clause.start, start - _BEFORE) : start]
    if clause.leads:
        words = body[end : min(clause.end, end + _AFTER)]
    return direction_of(normalize(words, ["punctuation"]).text)
