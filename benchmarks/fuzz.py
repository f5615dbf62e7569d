"""Does any text break a promise? So many strange texts go the whole path, the same for the same seed.

    uv run benchmarks/fuzz.py                        # 200,000 texts, some minutes on two cores
    uv run benchmarks/fuzz.py --count 2000 --seed 7  # a short run
    uv run benchmarks/fuzz.py --seed 7 --only 1234   # one text of it again

It prints how many texts there were, the seconds and each finding; with a finding it ends with 1. Each text is made of
the seed and its number alone. The promises stand in docs/reliability.md, the checks in promises.py.
"""

import argparse
import multiprocessing
import random
import sys
from collections.abc import Iterator
from datetime import date
from time import perf_counter

from benchmarks.promises import DAY, broken_promises, drawn
from benchmarks.strange import MAKERS, strange_text
from helpers.memory import without_collector

CHUNK = 250  # texts that a worker takes at a time
DRAWN = 400  # every so many texts, one is drawn too
# A day, none, the ends of the calendar, and both sides of the ends of the Hijri tables.
DAYS = (DAY, DAY, DAY, None, date.min, date.max, date(1924, 7, 31), date(2077, 11, 17), date(2020, 2, 29))


def text_of(seed: int, number: int) -> tuple[str, date | None]:
    """Make the text with this number, and its day of publication."""
    chance = random.Random(f"{seed} {number}")
    return strange_text(chance), chance.choice(DAYS)


def findings_of(seed: int, number: int) -> list[str]:
    text, published = text_of(seed, number)
    found = broken_promises(text, published)
    if number % DRAWN == 0:
        found += drawn(text)
    return [f"{reason}\n    --seed {seed} --only {number}, published {published}: {text!r}" for reason in found]


@without_collector
def findings_in(chunk: tuple[int, int, int]) -> list[str]:
    seed, first, last = chunk
    return [finding for number in range(first, last) for finding in findings_of(seed, number)]


def findings(seed: int, count: int, workers: int) -> Iterator[str]:
    chunks = [(seed, first, min(first + CHUNK, count)) for first in range(0, count, CHUNK)]
    with multiprocessing.Pool(workers) as pool:
        for found in pool.imap(findings_in, chunks):
            yield from found


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--seed", type=int, default=20201113)
    options.add_argument("--count", type=int, default=200_000, help="so many texts")
    options.add_argument("--only", type=int, help="the one text with this number")
    options.add_argument("--workers", type=int, default=2)
    asked = options.parse_args()
    start = perf_counter()
    if asked.only is not None:
        print(repr(text_of(asked.seed, asked.only)))
        found, count = findings_of(asked.seed, asked.only), 1
    else:
        found, count = [], asked.count
        for finding in findings(asked.seed, asked.count, asked.workers):
            found.append(finding)
            print(finding, flush=True)
    seconds = perf_counter() - start
    kinds = len(set(MAKERS))
    print(f"{count:,} texts of {kinds} kinds, seed {asked.seed}: {seconds:,.0f} s, {len(found):,} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
