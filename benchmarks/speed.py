"""How fast is it? This project beside what one would pick instead, in the same run: one command, two tables.

    uv run --group bench benchmarks/speed.py            # some minutes
    uv run --group bench benchmarks/speed.py --quick    # half a minute, rougher

Every figure is the median of many rounds; the rows take turns in each round, so that a busy moment of the machine hits
all alike. A peer that is not installed is left out.
"""

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib import import_module
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

from helpers import (
    SEED,
    build_timeline,
    find_dates,
    find_entities,
    find_statements,
    normalize,
    parse_article,
    read_article,
    sentences,
    tokens,
)

ARTICLE = read_article(SEED)
BODY = ARTICLE.body
PUBLISHED = date(2020, 11, 13)
SIZES = (1, 10, 100, 1000)

Work = Callable[[], object]


def whole_path(page: str = ARTICLE.page, learnt: bool = True) -> object:
    """From the page to the timeline, without the chart."""
    article = parse_article(page)
    entities = find_entities(article.body, learnt=learnt)
    return build_timeline(article, entities=entities)


class Row(NamedTuple):
    """A line of the table: what is done, the time to reach, the work here, and the peer's name and work."""

    name: str
    target: str
    work: Work
    peer: str = ""
    peer_work: Work | None = None


def rows() -> list[Row]:
    pyarabic, araclean = imported("pyarabic.normalize"), imported("araclean")
    dateparser = imported("dateparser.search")
    pipeline = araclean and araclean.Pipeline.from_profile(araclean.SEARCH)
    peers = {
        "PyArabic": pyarabic and (lambda: pyarabic.normalize_searchtext(BODY)),
        "araclean": pipeline and (lambda: pipeline(BODY)),
        "araclean, aligned": pipeline and (lambda: pipeline.apply_aligned(BODY)),
        "dateparser": dateparser and (lambda: dateparser.search_dates(BODY, languages=["ar"])),
    }
    peer = {name: (name, work) if work else (f"{name}: not installed", None) for name, work in peers.items()}
    araby = ("import pyarabic.araby", fresh_interpreter("import pyarabic.araby"))
    return [
        Row("normalize", "25 µs", lambda: normalize(BODY), *peer["PyArabic"]),
        Row("normalize", "25 µs", lambda: normalize(BODY), *peer["araclean"]),
        Row(
            "normalize, with the way back", "60 µs", lambda: normalize(BODY).original(5, 8), *peer["araclean, aligned"]
        ),
        Row("sentences", "", lambda: sentences(BODY)),
        Row("tokens", "", lambda: tokens(BODY)),
        Row("find_dates", "1 ms", lambda: find_dates(BODY, PUBLISHED), *peer["dateparser"]),
        Row("find_entities, rules alone", "2 ms", lambda: find_entities(BODY, learnt=False)),
        Row("find_entities, with the tagger", "12 ms", lambda: find_entities(BODY)),
        Row("whole path, rules alone", "5 ms", lambda: whole_path(learnt=False)),
        Row("whole path, with the tagger", "15 ms", whole_path),
        Row("import helpers, Python's start included", "80 ms", fresh_interpreter("import helpers"), *araby),
        Row("Python's start alone", "", fresh_interpreter("")),
    ]


def imported(name: str):
    try:
        return import_module(name)
    except ImportError:
        return None


def fresh_interpreter(statement: str) -> Work:
    """Run a statement in a new Python that may keep its bytecode, as a user's does."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run([sys.executable, "-c", statement], env=environment, check=True)


def timed(work: Work, times: int = 1, clock: Callable[[], float] = perf_counter) -> float:
    """Give the seconds that `work` takes, the mean of so many times."""
    start = clock()
    for _ in range(times):
        work()
    return (clock() - start) / times


def medians(works: list[Work], rounds: int) -> list[float]:
    """Give the median seconds of each work; the works take turns, and in its turn a quick one runs for 2 ms."""
    for work in works:
        work()  # what is loaded once doesn't count
    times = [1 + int(0.002 / timed(work)) for work in works]
    turns = [[timed(work, count) for work, count in zip(works, times, strict=True)] for _ in range(rounds)]
    return [median(column) for column in zip(*turns, strict=True)]


def growth(most_seconds: float) -> dict[str, list[str]]:
    """Give the milliseconds of CPU time for a megabyte of UTF-8, by work and size; what takes too long is skipped."""
    works: dict[str, Callable[[str], object]] = {
        "normalize": lambda text: normalize(text).original(5, 8),
        "find_dates": lambda text: find_dates(text, PUBLISHED),
        "find_entities, rules alone": lambda text: find_entities(text, learnt=False),
        "find_statements, names given": lambda text: find_statements(text, entities=[]),
        "whole path, rules alone": lambda text: whole_path(text, learnt=False),
        "whole path, with the tagger": whole_path,
    }
    return {name: growth_of(work, most_seconds) for name, work in works.items()}


def growth_of(work: Callable[[str], object], most_seconds: float) -> list[str]:
    cells, per_megabyte = [], 0.0
    for size in SIZES:
        text = "\n".join([BODY] * size)
        megabytes = len(text.encode()) / 1e6
        if per_megabyte * megabytes > most_seconds:
            cells.append("skipped")
            continue
        rounds = max(1, min(50, 200 // size))
        per_megabyte = median(timed(partial(work, text), clock=process_time) for _ in range(rounds)) / megabytes
        cells.append(f"{per_megabyte * 1000:,.0f}")
    return cells


def shown(seconds: float | None) -> str:
    if seconds is None:
        return ""
    return f"{seconds * 1e6:,.1f} µs" if seconds < 1e-3 else f"{seconds * 1e3:,.2f} ms"


def print_table(head: list[str], lines: list[list[str]]) -> None:
    """Print a Markdown table."""
    print("\n|", " | ".join(head), "|")
    print("|", " | ".join(["---"] + ["---:"] * (len(head) - 1)), "|")
    for line in lines:
        print("|", " | ".join(line), "|")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help="fewer rounds, and no growth row of over 2 s")
    quick = options.parse_args().quick
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")
    table = rows()
    works = [work for row in table for work in (row.work, row.peer_work) if work]
    seconds = dict(zip(works, medians(works, rounds=10 if quick else 100), strict=True))
    lines = [
        [row.name, shown(seconds[row.work]), row.target, row.peer, shown(seconds.get(row.peer_work))] for row in table
    ]
    print_table(["the seed story", "here", "to reach", "beside", "there"], lines)
    per_size = growth(most_seconds=2 if quick else 60)
    print_table(
        ["ms per megabyte, story times", *map(str, SIZES)], [[name, *cells] for name, cells in per_size.items()]
    )


if __name__ == "__main__":
    main()
