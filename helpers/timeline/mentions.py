"""Which dates tell of an event, and the particle that stands before each («حتى», «منذ»)."""

import re
from dataclasses import replace
from functools import cache, lru_cache

from helpers import lexicon
from helpers.characters import DIGIT, WORD_BEGINS, WORD_ENDS
from helpers.records import DateMention
from helpers.timeline.folding import fold

_DATELINE = 12  # words; a shorter first line with a date is the agency's stamp
_NEARBY = 40  # characters around a date in which its particle or the label of a stamp stands
_SENTENCE_ENDS = tuple('.!?؟…"»”')
_LABEL_ENDS = re.compile(rf"[\n(:{DIGIT}]")
_LONGEST_PLACE = 3  # words
_AGENCY = re.compile(rf"\s*م?\s*(?:\([^()\n]{{1,25}}\)\s*[-–—:]|/[^/\n]{{1,25}}/|واس{WORD_ENDS})")
_SIGNS = " \t:،,•*|-"  # around the label of a stamp
# Two names of one day: «1 محرم 1442 هـ الموافق 20 أغسطس 2020 م».
_SAME_DAY = re.compile(r"[\s(/،,م]{0,9}(?:الموافق|المصادف)?(?:\sلـ?)?[\s(/]{0,9}")


def telling_mentions(body: str, dates: list[DateMention]) -> list[DateMention]:
    """Give the dates that are no stamp of the page or the agency; two names of one day make one mention."""
    stamped_until = _dateline_end(body)
    joined = _without_second_names(body, sorted(dates, key=lambda mention: mention.start))
    told = [mention for mention in joined if mention.end > stamped_until]
    return [mention for mention in told if not (_is_labelled(body, mention) or _is_dateline(body, mention))]


def _without_second_names(body: str, dates: list[DateMention]) -> list[DateMention]:
    """Make one mention of two that name the same day in two calendars."""
    kept: list[DateMention] = []
    for before, mention in zip([None, *dates], dates, strict=False):
        last = kept[-1] if kept else None
        # Two calendars, two names: a third date is one of its own.
        if (
            last
            and last is before
            and _is_same_day(last, mention)
            and _SAME_DAY.fullmatch(body, last.end, mention.start)
        ):
            kept[-1] = replace(last, end=mention.end, text=body[last.start : mention.end])
        else:
            kept.append(mention)
    return kept


def _is_same_day(one: DateMention, other: DateMention) -> bool:
    return one.first is not None and (one.first, one.last) == (other.first, other.last)


def _dateline_end(body: str) -> int:
    """Give where a first line ends that is the agency's stamp: short, and no sentence."""
    line, line_end, _ = body.partition("\n")
    is_stamp = line_end and len(line.split()) <= _DATELINE and not line.rstrip().endswith(_SENTENCE_ENDS)
    return len(line) if is_stamp else 0


def _is_labelled(body: str, mention: DateMention) -> bool:
    """Does the date begin its line, with «آخر تحديث» or its like before or after it?"""
    before = body[max(0, mention.start - _NEARBY) : mention.start].rpartition("\n")[2].strip(_SIGNS)
    after = _LABEL_ENDS.split(body[mention.end : mention.end + _NEARBY], maxsplit=1)[0].strip(_SIGNS)
    return before in _labels() or (not before and after in _labels())


def _is_dateline(body: str, mention: DateMention) -> bool:
    """Does the date stand with a place before an agency's sign: «تونس 30 أفريل (وات) -»?"""
    line = body[max(0, mention.start - _NEARBY) : mention.start].rpartition("\n")
    place = line[2].strip(_SIGNS + "/")
    at_line = bool(line[1]) or mention.start <= _NEARBY
    is_place = at_line and len(place.split()) <= _LONGEST_PLACE and not particle_of(body, mention)
    return is_place and bool(_AGENCY.match(body, mention.end))


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


def _particle(body: str, mention: DateMention) -> re.Match[str]:
    return _particle_at_end(body[max(0, mention.start - _NEARBY) : mention.start])


def particle_of(body: str, mention: DateMention) -> str:
    """Give the particle before a date, "" where none stands there."""
    return _particle(body, mention).group(1) or ""


def quote_start(body: str, mention: DateMention) -> int:
    """Give where a date begins together with its particle, and with the letters that are written onto either."""
    return mention.start - len(_particle(body, mention).group())
