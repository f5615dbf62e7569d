"""Which dates tell of an event, and the particle that stands before each («حتى», «منذ»)."""

import re
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from helpers import lexicon
from helpers.characters import DIGIT, WORD_BEGINS, WORD_ENDS
from helpers.records import ArticleError, DateMention, overlap
from helpers.timeline.folding import FoldedBody, fold

_DATELINE = 12  # words; a shorter first line with a date is the agency's stamp
_NEARBY = 40  # characters around a date in which its particle or the label of a stamp stands
_SENTENCE_ENDS = tuple('.!?؟…"»”')
_LABEL_ENDS = re.compile(rf"[\n(:{DIGIT}]")
_LONGEST_PLACE = 3  # words
_AGENCY = re.compile(rf"\s*م?\s*(?:\([^()\n]{{1,25}}\)\s*[-–—:]|/[^/\n]{{1,25}}/|واس{WORD_ENDS})")
_SIGNS = " \t:،,•*|-"  # around the label of a stamp
# Two names of one day, in one line: «1 محرم 1442 هـ الموافق 20 أغسطس 2020 م».
_SAME_DAY = re.compile(r"[ (/،,م]{0,9}(?:الموافق|المصادف)?(?: لـ?)?[ (/]{0,9}")
# Right after a date, a colon announces what happened then, as in a table.
_ANNOUNCING = re.compile(r"[ \t]*:(?![0-9])")


class PlacedDate(NamedTuple):
    """A date in the folded body.

    Its `particle` is «حتى» or another, "" for none; at `opens` it begins, with the letters that are written onto
    either. With a colon after it, the date `announces` what happened then.
    """

    start: int
    end: int
    mention: DateMention
    particle: str
    opens: int
    announces: bool


def telling_dates(story: FoldedBody, mentions: list[DateMention]) -> list[PlacedDate]:
    """Give the dates that are no stamp of the page or the agency; two names of one day make one date.

    Raises ArticleError for a mention that isn't one of this story or has no words that can be seen, and for two that
    overlap.
    """
    stamped_until = _dateline_end(story.text)
    dates = [_date(story, mention) for mention in sorted(mentions, key=lambda mention: mention.start)]
    for before, date in pairwise(dates):
        if overlap(before.mention, date.mention):
            words = f"«{before.mention.text}» and «{date.mention.text}»"
            raise ArticleError(f"Two dates lie over each other, {words}: keep one of them.")
    told = [date for date in _without_second_names(story, dates) if date.end > stamped_until]
    return [date for date in told if not (_is_labelled(story.text, date) or _is_dateline(story.text, date))]


def _date(story: FoldedBody, mention: DateMention) -> PlacedDate:
    start, end, _ = story.there(mention)
    if not story.text[start:end].strip():
        raise ArticleError(f"A date at {mention.start} of the body has no words: leave it out, or mark its words.")
    particle, length = _particle_at_end(story.text[max(0, start - _NEARBY) : start])
    return PlacedDate(start, end, mention, particle, start - length, bool(_ANNOUNCING.match(story.text, end)))


def _without_second_names(story: FoldedBody, dates: list[PlacedDate]) -> list[PlacedDate]:
    """Make one date of two that name the same day in two calendars."""
    kept: list[PlacedDate] = []
    for before, date in zip([None, *dates], dates, strict=False):
        last = kept[-1] if kept else None
        # Two calendars, two names: a third date is one of its own.
        if (
            last
            and last is before
            and _is_same_day(last.mention, date.mention)
            and _SAME_DAY.fullmatch(story.text, last.end, date.start)
        ):
            kept[-1] = _as_one(story.body, last, date)
        else:
            kept.append(date)
    return kept


def _is_same_day(one: DateMention, other: DateMention) -> bool:
    return one.first is not None and (one.first, one.last) == (other.first, other.last)


def _as_one(body: str, first: PlacedDate, last: PlacedDate) -> PlacedDate:
    end = last.mention.end
    mention = replace(first.mention, end=end, text=body[first.mention.start : end])
    return first._replace(end=last.end, mention=mention, announces=last.announces)


def _dateline_end(body: str) -> int:
    """Give where a first line ends that is the agency's stamp: short, and no sentence."""
    line, line_end, _ = body.partition("\n")
    is_stamp = line_end and len(line.split()) <= _DATELINE and not line.rstrip().endswith(_SENTENCE_ENDS)
    return len(line) if is_stamp else 0


def _is_labelled(body: str, date: PlacedDate) -> bool:
    """Does the date begin its line, with «آخر تحديث» or its like before or after it?"""
    before = body[max(0, date.start - _NEARBY) : date.start].rpartition("\n")[2].strip(_SIGNS)
    if before:
        return before in _labels()
    return _LABEL_ENDS.split(body[date.end : date.end + _NEARBY], maxsplit=1)[0].strip(_SIGNS) in _labels()


def _is_dateline(body: str, date: PlacedDate) -> bool:
    """Does the date stand with a place before an agency's sign: «تونس 30 أفريل (وات) -»?"""
    if not _AGENCY.match(body, date.end):
        return False
    line = body[max(0, date.start - _NEARBY) : date.start].rpartition("\n")
    place = line[2].strip(_SIGNS + "/")
    at_line = bool(line[1]) or date.start <= _NEARBY
    return at_line and len(place.split()) <= _LONGEST_PLACE and not date.particle


@cache
def _labels() -> frozenset[str]:
    return frozenset(map(fold, lexicon.words("page")["labels"]))


@cache
def particles() -> frozenset[str]:
    """Give the words that may stand between an event and its date."""
    lists = lexicon.words("dates")
    return frozenset(
        fold(word)
        for name in ("deadlines", "beginnings", "other_particles", "times_of_day")
        for word in [*lists[name], "يوم"]
    )


@cache
def _particle_before() -> re.Pattern[str]:
    longest_first = sorted(particles(), key=len, reverse=True)
    listed = "|".join(map(re.escape, longest_first))
    times = "|".join(map(re.escape, map(fold, lexicon.words("dates")["times_of_day"])))  # «حتى فجر الجمعة»
    return re.compile(rf"(?:{WORD_BEGINS}[وف]?({listed})\s+(?:(?:{times})\s+)?)?(?:{WORD_BEGINS}[وف]?[بلك]?)?$")


@lru_cache(maxsize=1_000)  # a table writes the same words before each of its dates
def _particle_at_end(words: str) -> tuple[str, int]:
    """Give the particle at the end of these words, and how many letters it has with those that are written onto it."""
    found = _particle_before().search(words)
    return found.group(1) or "", len(found.group())
