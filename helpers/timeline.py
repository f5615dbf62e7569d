"""What happened when? Joins each date with its own clause: the words, the people, the places, and who reports it.

A clause is what stands between two commas; a date that stands alone between them («لافروف، الخميس، إن …») belongs to
the clauses around it. So «كلبجار حتى 15 نوفمبر …، وأغدام حتى 20 …» is two events in two places.

Not handled: two mentions of one event in two sentences stay two events.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from helpers import lexicon
from helpers.dates import find_dates
from helpers.dates.tense import direction_of
from helpers.entities import find_entities
from helpers.normalize import normalize
from helpers.records import Article, DateMention, Entity, Event, Span, Statement, Timeline
from helpers.statements import find_statements
from helpers.words import sentences

_BREAK = re.compile(r"[،؛,;:](?!\d)|\n")
_LONGEST_LABEL = 16  # words
_AFTER_DATE = 5  # words of it that a date takes, and what follows it
_DATELINE = 12  # words; a shorter first line with a date is the agency's stamp
# Where a new clause begins without a comma: relative pronouns, «منذ أن», «بعد أن», «أن».
_OPENER = re.compile(r"\b(?:و?(?:الذي|التي|الذين|حيث|عندما|بعدما|منذ أن|بعد أن|بينما|فيما|بأن|أن|إن)|وأن)\s")
# Two names of one day: «25 شوال 1436 هـ الموافق 10 أغسطس 2015 م».
_SAME_DAY = re.compile(r"[\s(/،,م]*(?:الموافق|المصادف)?(?:\sلـ?)?[\s(/]*")


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
    mentions = [mention for mention in _without_second_names(body, dates) if not _is_stamp(body, mention)]
    placed = [mention for mention in mentions if mention.first and mention.last]
    events = [
        _event(body, mention, clause, sentence, entities, statements, article.published)
        for mention, clause, sentence in _clauses(body, placed)
    ]
    events.sort(key=lambda event: (event.first, event.last, event.mention.start))
    unresolved = tuple(mention for mention in mentions if not mention.first)
    return Timeline(article.title, article.published, tuple(events), unresolved)


def _without_second_names(body: str, dates: list[DateMention]) -> list[DateMention]:
    """Make one mention of two that name the same day in two calendars."""
    kept: list[DateMention] = []
    for mention in dates:
        last = kept[-1] if kept else None
        between = body[last.end : mention.start] if last else ""
        if last and mention.first and (last.first, last.last) == (mention.first, mention.last) and _SAME_DAY.fullmatch(between):
            kept[-1] = replace(last, end=mention.end, text=body[last.start : mention.end])
        else:
            kept.append(mention)
    return kept


def _is_stamp(body: str, mention: DateMention) -> bool:
    """Is this the page's or the agency's own date: on a short first line, or beside «آخر تحديث»?"""
    line_end = body.find("\n")
    if mention.end <= line_end and len(body[:line_end].split()) <= _DATELINE and not body[:line_end].rstrip().endswith("."):
        return True
    before, after = body[: mention.start].rstrip(" :،,"), body[mention.end :].lstrip(" ،,")
    return any(before.endswith(label) or after.startswith(label) for label in lexicon.words("page")["labels"])


def _clauses(body: str, mentions: list[DateMention]) -> Iterable[tuple[DateMention, Span, Span]]:
    """Yield each mention with its clause and its sentence."""
    waiting = sorted(mentions, key=lambda mention: mention.start)
    for sentence in sentences(body):
        inside = []
        while waiting and waiting[0].start < sentence.end:
            inside.append(waiting.pop(0))
        segments = _segments(sentence, inside)
        for mention in inside:
            yield mention, _clause(body, mention, inside, segments), sentence


def _segments(sentence: Span, mentions: list[DateMention]) -> list[tuple[int, int]]:
    """Cut a sentence at its commas and colons, but not inside a date; offsets in the body."""
    breaks = [found.end() + sentence.start for found in _BREAK.finditer(sentence.text)]
    breaks = [cut for cut in breaks if not any(mention.start < cut < mention.end for mention in mentions)]
    edges = [sentence.start, *breaks, sentence.end]
    return list(zip(edges, edges[1:], strict=False))


def _clause(body: str, mention: DateMention, inside: list[DateMention], segments: list[tuple[int, int]]) -> Span:
    """Give the mention's own segment; where that holds nothing but the date, the segments around it that hold no other."""
    own = next(i for i, (start, end) in enumerate(segments) if start <= mention.start < end)
    first = last = own
    others = [other for other in inside if other is not mention]
    start, end = segments[own]
    if not _says_something(body[start : mention.start]) and not _says_something(body[mention.end : end]):
        free = [not any(start < other.end and other.start < end for other in others) for start, end in segments]
        while last + 1 < len(segments) and free[last + 1]:
            last += 1
        while first > 0 and free[first - 1]:
            first -= 1
    return _trimmed(body, segments[first][0], segments[last][1], mention)


def _says_something(words: str) -> bool:
    """Does a clause hold a word that is more than a particle before or after its date?"""
    return any(word not in _particles() for word in re.findall(r"\w{2,}", words))


def _trimmed(body: str, start: int, end: int, mention: DateMention) -> Span:
    """Trim spaces and commas off a clause, and a date that stands at its very beginning («والإثنين، أعلن …»)."""
    lead = body[start : mention.start]
    if re.fullmatch(r"[\s،,]*[وف]?", lead) and re.match(r"\s*[،,]", body[mention.end : end]):
        start = mention.end
    start += len(body[start:end]) - len(body[start:end].lstrip(" \n،,؛:."))
    end = start + len(body[start:end].rstrip(" \n،,؛:."))
    return Span(start, end, body[start:end])


def _event(
    body: str,
    mention: DateMention,
    clause: Span,
    sentence: Span,
    entities: list[Entity],
    statements: list[Statement],
    published: date | None,
) -> Event:
    names = [entity for entity in entities if clause.start <= entity.start and entity.end <= clause.end]
    quote, particle = _quote(body, mention)
    return Event(
        first=mention.first,
        last=mention.last,
        status=_status(mention, particle, body[sentence.start : mention.start], published),
        label=_label(clause, mention),
        who=_unique(entity.name for entity in names if entity.label != "LOC"),
        where=_unique(entity.name for entity in names if entity.label == "LOC"),
        reported_by=_reported_by(mention, statements),
        quote=quote,
        mention=mention,
        sentence=sentence,
    )


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _reported_by(mention: DateMention, statements: list[Statement]) -> str | None:
    """Give the speaker of the innermost statement that holds the date: the story does not say it in its own voice."""
    holding = [said for said in statements if said.start <= mention.start and mention.end <= said.end]
    return min(holding, key=lambda said: said.end - said.start).speaker if holding else None


@cache
def _particles() -> frozenset[str]:
    lists = lexicon.words("dates")
    return frozenset(word for name in ("deadlines", "beginnings", "other_particles") for word in lists[name]) | {"يوم"}


@cache
def _particle_before() -> re.Pattern[str]:
    longest_first = sorted(_particles(), key=len, reverse=True)
    return re.compile(rf"(?:(?<!\w)[وف]?({'|'.join(map(re.escape, longest_first))})\s+)?(?:(?<!\w)[وف]?[بلك]?)?$")


def _quote(body: str, mention: DateMention) -> tuple[str, str]:
    """Give the date with the particle before it, as the story writes both, and the particle alone."""
    before = body[max(0, mention.start - 30) : mention.start]
    found = _particle_before().search(before)
    return body[mention.start - len(found.group()) : mention.end], found.group(1) or ""


def _status(mention: DateMention, particle: str, before: str, published: date | None) -> str:
    """Say whether the event happened, is due, goes on since then, or is planned."""
    lists = lexicon.words("dates")
    ahead = published is None or mention.last >= published
    if particle in lists["beginnings"]:
        return "since"
    if particle in lists["deadlines"] and ahead:
        return "due"
    if published and mention.first > published:
        return "planned"
    return "planned" if ahead and direction_of(normalize(before).text) == 1 else "happened"


def _label(clause: Span, mention: DateMention) -> str:
    """Give the clause's words, cut with … where they are many: from the last opener before the date, the date in sight."""
    text, position = clause.text, max(0, mention.start - clause.start)
    if len(text.split()) <= _LONGEST_LABEL:
        return text
    openers = [found.start() for found in _OPENER.finditer(text, 0, position) if position - found.start() > 10]
    start = openers[-1] if openers else 0
    words = text[start:].split()
    # Were the date cut off, the label would not say what happened then: it begins later, so that the date is in it.
    skipped = max(0, len(text[start:position].split()) + _AFTER_DATE - _LONGEST_LABEL) if position else 0
    shown = words[skipped : skipped + _LONGEST_LABEL]
    lead = "… " if start or skipped else ""
    return lead + " ".join(shown) + (" …" if skipped + len(shown) < len(words) else "")
