"""How good is it? Compares what was found with the gold annotation: precision, recall, F1, and each error by name."""

import json
import re
from calendar import monthrange
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from helpers.characters import DIGIT
from helpers.records import ArticleError, DateMention, Entity, Span, Statement, overlap

_DAYS = re.compile(f"[{DIGIT}]{{4}}(-[{DIGIT}]{{1,2}}){{0,2}}")


@dataclass(frozen=True)
class Gold:
    """A story's hand annotation; offsets count code points of the story's body."""

    entities: list[Entity]
    dates: list[DateMention]
    statements: list[Statement]


@dataclass(frozen=True)
class Score:
    """What was right, what was missed, and what was found that isn't there."""

    right: list[Span]
    missed: list[Span]
    invented: list[Span]

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return len(self.right) / max(1, len(self.right) + len(self.invented))

    @property
    def recall(self) -> float:
        """The share of what is there that was found; 0 where nothing is there."""
        return len(self.right) / max(1, len(self.right) + len(self.missed))

    @property
    def f1(self) -> float:
        """The harmonic mean of both: high only where both are."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.2f}, recall {self.recall:.2f}, F1 {self.f1:.2f} "
            f"({len(self.right)} right, {len(self.missed)} missed, {len(self.invented)} invented)"
        )


def score_entities(found: Iterable[Entity], gold: Iterable[Entity]) -> Score:
    """A name is right when its span and its label are exactly those of the gold.

    >>> paris = Entity(0, 5, "باريس", "LOC", "باريس")
    >>> print(score_entities([paris], [paris]))
    precision 1.00, recall 1.00, F1 1.00 (1 right, 0 missed, 0 invented)
    """
    return _score(found, gold, lambda entity: (entity.start, entity.end, entity.label))


def score_dates(found: Iterable[DateMention], gold: Iterable[DateMention]) -> Score:
    """A date is right when its span and its first and last day are exactly those of the gold."""
    return _score(found, gold, lambda mention: (mention.start, mention.end, mention.first, mention.last))


def score_days(found: Iterable[DateMention], gold: Iterable[DateMention]) -> Score:
    """A date is right when its span overlaps one of the gold that has the same days, each of them counted once.

    TempEval calls this a relaxed match: where a span begins and ends is not what is asked.
    """
    right, invented, missed = [], [], list(gold)
    for mention in found:
        meant = next((wanted for wanted in missed if _same_days(mention, wanted)), None)
        (right if meant else invented).append(mention)
        missed = [wanted for wanted in missed if wanted is not meant]
    return Score(right, missed, invented)


def _same_days(one: DateMention, other: DateMention) -> bool:
    return overlap(one, other) and (one.first, one.last) == (other.first, other.last)


def score_statements(found: Iterable[Statement], gold: Iterable[Statement]) -> Score:
    """A statement is right when its words, its speaker and whether it is direct are those of the gold."""
    return _score(found, gold, lambda said: (said.start, said.end, said.speaker, said.direct))


def score_spans(found: Iterable[Span], gold: Iterable[Span]) -> Score:
    """A span is right when it begins and ends where the gold's does, whatever else the two records say."""
    return _score(found, gold, lambda span: (span.start, span.end))


def _score(found: Iterable[Span], gold: Iterable[Span], key: Callable[[Span], Hashable]) -> Score:
    given, wanted = {key(span): span for span in found}, {key(span): span for span in gold}
    return Score(
        [span for mark, span in given.items() if mark in wanted],
        [span for mark, span in wanted.items() if mark not in given],
        [span for mark, span in given.items() if mark not in wanted],
    )


def read_gold(path: str | Path) -> Gold:
    """Read a gold annotation (`seeds/*.gold.json`).

    Raises ArticleError where the file is not there or is no annotation.
    """
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
        return Gold(
            [Entity(*_span(item), item["type"], item["text"]) for item in data["entities"]],
            [DateMention(*_span(item), *interval(item["value"]), item["kind"], None, "") for item in data["dates"]],
            [Statement(*_span(item), item["speaker"], item["verb"], item["direct"]) for item in data["statements"]],
        )
    except FileNotFoundError:
        raise ArticleError(f"There is no annotation {path}: check its name and folder.") from None
    except (ValueError, LookupError, TypeError, AttributeError, OSError):  # whatever else the file may hold
        raise ArticleError(f"{Path(path).name} is no annotation: see seeds/README.md for its form.") from None


def _span(item: dict) -> tuple[int, int, str]:
    return item["start"], item["end"], item["text"]


def interval(value: str) -> tuple[date, date]:
    """Read a TIMEX3-like value: «2020», «2020-11», «2020-11-13» or two of them with a slash between.

    Raises ValueError for anything else.

    >>> interval("2020-02")
    (datetime.date(2020, 2, 1), datetime.date(2020, 2, 29))
    """
    sides = value.split("/")
    first, last = sides * 2 if len(sides) == 1 else sides
    return _unit(first)[0], _unit(last)[1]


def _unit(value: str) -> tuple[date, date]:
    if not _DAYS.fullmatch(value.strip()):
        raise ValueError(value)
    match [int(part) for part in value.split("-")]:
        case [year]:
            return date(year, 1, 1), date(year, 12, 31)
        case [year, month]:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        case [year, month, day]:
            return date(year, month, day), date(year, month, day)
