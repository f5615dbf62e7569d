"""What happened when? Joins each date with its own words: what, who, where, whether it is past, and who reports it.

The path of an event: `mentions` keeps the dates that tell of events, `clauses` finds each date's own words, `labels`
cuts them where they are long, and here they become an event, with its status and with who reports it.

Not handled: two mentions of one event in two sentences stay two events, and a source without a verb («بحسب الوزارة»)
is not named as the one who reports.
"""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date

from helpers import lexicon
from helpers.dates import find_dates
from helpers.dates.tense import direction_of
from helpers.entities import find_entities
from helpers.memory import without_collector
from helpers.normalize import normalize
from helpers.records import Article, DateMention, Entity, Event, Statement, Timeline
from helpers.statements import find_statements
from helpers.timeline.clauses import Clause, find_clauses
from helpers.timeline.labels import label_of
from helpers.timeline.mentions import particle_of, quote_start, telling_mentions

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
    no day) stand in `unresolved`, each with the reason.
    """
    body = article.body
    entities = find_entities(body) if entities is None else entities
    dates = find_dates(body, article.published) if dates is None else dates
    statements = find_statements(body, entities) if statements is None else statements
    mentions = telling_mentions(body, dates)
    placed = [mention for mention in mentions if mention.first and mention.last]
    names = sorted(entities, key=lambda name: name.start)
    events = [_event(body, clause, names, article.published) for clause in find_clauses(body, placed, statements)]
    events.sort(key=lambda event: (event.first, event.last, event.mention.start))
    unresolved = tuple(mention for mention in mentions if mention.first is None)
    return Timeline(article.title, article.published, tuple(events), unresolved)


def _event(body: str, clause: Clause, names: list[Entity], published: date | None) -> Event:
    mention = clause.mention
    first = bisect_left(names, clause.start, key=lambda name: name.start)
    last = bisect_left(names, clause.names_end, key=lambda name: name.start)
    inside = names[first:last]
    return Event(
        first=mention.first,
        last=mention.last,
        status=_status(body, clause, published),
        label=label_of(body, clause),
        who=_unique(name.name for name in inside if name.label != "LOC"),
        where=_unique(name.name for name in inside if name.label == "LOC"),
        reported_by=clause.said.speaker if clause.said else None,
        quote=body[quote_start(body, mention) : mention.end],
        mention=mention,
        sentence=clause.sentence,
    )


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _status(body: str, clause: Clause, published: date | None) -> str:
    """Say whether the event happened, is due, goes on since then, or is planned."""
    mention, lists = clause.mention, lexicon.words("dates")
    particle = particle_of(body, mention)
    ahead = published is None or mention.last >= published
    if particle in lists["beginnings"] and (ahead or not _has_end(mention)):
        return "since"
    if particle in lists["deadlines"] and ahead:
        return "due"
    if published and mention.first > published:
        return "planned"
    return "planned" if ahead and _direction(body, clause) == 1 else "happened"


def _has_end(mention: DateMention) -> bool:
    """Does the date say itself how long it went on («منذ مارس وحتى مايو»)?"""
    return not set(mention.text.replace(" و", " ").split()).isdisjoint(lexicon.words("dates")["to"])


def _direction(body: str, clause: Clause) -> int | None:
    """Tell past (-1) from future (1) by the words before the date; by those after it where it leads its clause."""
    start = clause.mention.start
    words = body[max(clause.start, start - _BEFORE) : start]
    if clause.leads:
        words = body[clause.mention.end : min(clause.end, clause.mention.end + _AFTER)]
    return direction_of(normalize(words).text)
