"""Which dates tell of an event, and the particle that stands before each («حتى», «منذ»)."""

import re
from dataclasses import replace
from functools import cache, lru_cache

from helpers import lexicon
from helpers.characters import DIGIT, WORD_BEGINS, WORD_ENDS
from helpers.records import DateMention
from helpers.timeline.folding import FoldedBody, Placed, fold

_DATELINE = 12  # words; a shorter first line with a date is the agency's stamp
_NEARBY = 40  # characters around a date in which its particle or the label of a stamp stands
_SENTENCE_ENDS = tuple('.!?؟…"»”')
_LABEL_ENDS = re.compile(rf"[\n(:{DIGIT}]")
_LONGEST_PLACE = 3  # words
_AGENCY = re.compile(rf"\s*م?\s*(?:\([^()\n]{{1,25}}\)\s*[-–—:]|/[^/\n]{{1,25}}/|واس{WORD_ENDS})")
_SIGNS = " \t:،,•*|-"  # around the label of a stamp
# Two names of one day: «1 محرم 1442 هـ الموافق 20 أغسطس 2020 م».
_SAME_DAY = re.compile(r"[\s(/،,م]{0,9}(?:الموافق|المصادف)?(?:\sلـ?)?[\s(/]{0,9}")


Date = Placed[DateMention]


def telling_dates(story: FoldedBody, dates: list[DateMention]) -> list[Date]:
    """Give the dates that are no stamp of the page or the agency; two names of one day make one date."""
    stamped_until = _dateline_end(story.text)
    placed = map(story.there, sorted(dates, key=lambda mention: mention.start))
    told = [date for date in _without_second_names(story, list(placed)) if date.end > stamped_until]
    return [date for date in told if not (_is_labelled(story.text, date) or _is_dateline(story.text, date))]


def _without_second_names(story: FoldedBody, dates: list[Date]) -> list[Date]:
    """Make one date of two that name the same day in two calendars."""
    kept: list[Date] = []
    for before, date in zip([None, *dates], dates, strict=False):
        last = kept[-1] if kept else None
        # Two calendars, two names: a third date is one of its own.
        if (
            last
            and last is before
            and _is_same_day(last.span, date.span)
            and _SAME_DAY.fullmatch(story.text, last.end, date.start)
        ):
            kept[-1] = _as_one(story.body, last, date)
        else:
            kept.append(date)
    return kept


def _is_same_day(one: DateMention, other: DateMention) -> bool:
    return one.first is not None and (one.first, one.last) == (other.first, other.last)


def _as_one(body: str, first: Date, last: Date) -> Date:
    words = body[first.span.start : last.span.end]
    return Placed(first.start, last.end, replace(first.span, end=last.span.end, text=words))


def _dateline_end(body: str) -> int:
    """Give where a first line ends that is the agency's stamp: short, and no sentence."""
    line, line_end, _ = body.partition("\n")
    is_stamp = line_end and len(line.split()) <= _DATELINE and not line.rstrip().endswith(_SENTENCE_ENDS)
    return len(line) if is_stamp else 0


def _is_labelled(body: str, date: Date) -> bool:
    """Does the date begin its line, with «آخر تحديث» or its like before or after it?"""
    before = body[max(0, date.start - _NEARBY) : date.start].rpartition("\n")[2].strip(_SIGNS)
    after = _LABEL_ENDS.split(body[date.end : date.end + _NEARBY], maxsplit=1)[0].strip(_SIGNS)
    return before in _labels() or (not before and after in _labels())


def _is_dateline(body: str, date: Date) -> bool:
    """Does the date stand with a place before an agency's sign: «تونس 30 أفريل (وات) -»?"""
    if not _AGENCY.match(body, date.end):
        return False
    line = body[max(0, date.start - _NEARBY) : date.start].rpartition("\n")
    place = line[2].strip(_SIGNS + "/")
    at_line = bool(line[1]) or date.start <= _NEARBY
    return at_line and len(place.split()) <= _LONGEST_PLACE and not particle_of(body, date)


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


@lru_cache(maxsize=1_000)  # each date is asked for its particle several times
def _particle_at_end(words: str) -> re.Match[str]:
    return _particle_before().search(words)


def _particle(body: str, date: Date) -> re.Match[str]:
    return _particle_at_end(body[max(0, date.start - _NEARBY) : date.start])


def particle_of(body: str, date: Date) -> str:
    """Give the particle before a date, "" where none stands there."""
    return _particle(body, date).group(1) or ""


def quote_start(body: str, date: Date) -> int:
    """Give where a date begins together with its particle, and with the letters that are written onto either."""
    return date.start - len(_particle(body, date).group())
