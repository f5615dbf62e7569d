"""How long does a megabyte take that was made to be slow? And does any text take longer than in step with its size?

    uv run benchmarks/hostile.py                # the table: a megabyte of each text, some minutes
    uv run benchmarks/hostile.py --megabytes 10 # the same for ten; a quarter of an hour
    uv run benchmarks/hostile.py --search 500   # looks for texts that grow faster than their size, among so many

A text is one unit again and again: a character, a word of the lists, or several, joined in some way. The search
compares 20 kB with 200 kB: ten times the text may take twenty times the time. Processor time, in seconds; megabytes of
UTF-8.
"""

import argparse
import random
import sys
from collections.abc import Callable
from time import thread_time

from benchmarks.promises import DAY
from benchmarks.strange import DIGITS, LETTERS, LINE_ENDS, SECOND, SIGNS, SPACES, grammar, words
from helpers import (
    SEED,
    build_timeline,
    find_dates,
    find_entities,
    find_statements,
    parse_article,
    read_article,
    sentences,
    tokens,
)
from helpers.memory import without_collector
from helpers.normalize import INVISIBLE, MARKS, TATWEEL
from helpers.records import Article

HARD = ["ا", "ا ", "و", "و ", "ا.", "م،", "٣ ", "1 ", ".", ". ", "a.", '"', '"ا', "«", "(", "-", "/", " ", "\n", "\n\n"]
HARD += [
    "ـ",
    "\N{ARABIC SHADDA}",
    "ا\N{ARABIC FATHA}",
    "\u200f",
    "ﷺ",
    "\ud800",
    "😀",
    "中",
    "0",
    "5/3/2021 ",
    "12 ",
    "و15 ",
]
HARD += [
    "قال ",
    "قال: «",
    "قال إن ",
    "«قال ",
    '"قال ',
    "وأضاف ",
    "اليوم ",
    "أمس ",
    "آب ",
    "رمضان ",
    "الأحد و",
    "من 5 إلى ",
]
HARD += [
    "سامي ",
    "الرئيس ",
    "وزير ",
    "مدينة ",
    "بيروت ",
    "أدى ",
    "أبو ",
    "د. سامي ",
    "الذي ",
    "، و",
    "أمس، ",
    "أَمْسِ ",
    "ستينيات و١٤، ",
    "1  و2008-05-15 و",
    'رمضان "2020-11-15/',
    'رمضان "2020-11-01/',
    ")، 2014/2015. و",
    'ون"2006 (',
]
JOINS = (" ", " ", " ", "، ", "", ": ", " «", "» ", "/", "-", "\n", '"', " و", " (", ") ", "  ")


def whole_path(text: str, learnt: bool = False) -> None:
    """From the page to the timeline; what of the page would pass for furniture is read all the same."""
    parse_article(f"نعم\n{text}\nنعم", DAY)
    names = find_entities(text, learnt=learnt)
    build_timeline(Article("", text, DAY, text, 0), names)


def parts() -> dict[str, Callable[[str], object]]:
    """The parts of the path, each by itself."""
    return {
        "page": lambda text: parse_article(f"نعم\n{text}\nنعم"),
        "names by rule": lambda text: find_entities(text, learnt=False),
        "names": find_entities,
        "dates": lambda text: find_dates(text, DAY),
        "statements": lambda text: find_statements(text, []),
        "timeline": lambda text: build_timeline(Article("", text, DAY, text, 0), [], None, []),
        "sentences and tokens": lambda text: [sentences(text), tokens(text)],
    }


def of_size(unit: str, size: int) -> str:
    """A unit again and again, up to so many bytes."""
    return unit * max(1, size // len(unit.encode("utf-8", "surrogatepass")))


@without_collector
def seconds(work: Callable[[str], object], text: str) -> float:
    start = thread_time()
    work(text)
    return thread_time() - start


def too_slow(unit: str) -> list[str]:
    """Name each part that takes more than twenty times as long for ten times the text."""
    slow = []
    for name, work in parts().items():
        seconds(work, of_size(unit, 1000))  # what is made once doesn't count
        short = max(0.003, min(seconds(work, of_size(unit, 20_000)) for _ in range(2)))
        if (long := seconds(work, of_size(unit, 200_000))) > 20 * short:
            slow.append(f"{name}: {short:.3f} s for 20 kB, {long:.3f} s for 200 kB")
    return slow


def units(count: int) -> list[str]:
    """Every kind of character, every word of the rules, and so many strings of two or three words or signs."""
    chance = random.Random(count)
    signs = [*SIGNS, *DIGITS[:12], *SPACES, *LINE_ENDS, *LETTERS[:40], *MARKS[:12], TATWEEL, *INVISIBLE[:20], *HARD]
    alone = [*signs, *(f"{sign} " for sign in signs), *(f"{word} " for word in grammar()), *grammar()]
    pools = (grammar(), grammar(), words(), signs)
    strung = [
        "".join(chance.choice(chance.choice(pools)) + chance.choice(JOINS) for _ in range(chance.choice((2, 2, 3))))
        for _ in range(count)
    ]
    return [*dict.fromkeys([*chance.sample(alone, min(count, len(alone))), *strung])]


def search(count: int) -> int:
    chosen = units(count)
    found = 0
    for unit in chosen:
        for problem in too_slow(unit):
            found += 1
            print(f"{unit!r}: {problem}", flush=True)
    print(f"{len(chosen):,} units, {found:,} findings")
    return 1 if found else 0


def table(megabytes: float) -> None:
    size = int(megabytes * 1_000_000)
    texts = {repr(unit): of_size(unit, size) for unit in HARD}
    texts |= {path.stem: of_size(read_article(path).body + "\n", size) for path in (SEED, SECOND)}
    rows = []
    for name, text in texts.items():
        whole_path(text[:1000], learnt=True)
        rows.append((seconds(lambda text: whole_path(text, learnt=True), text), seconds(whole_path, text), name))
        print(f"{rows[-1][0]:7.2f} {rows[-1][1]:7.2f}  {name}", file=sys.stderr, flush=True)
    print(f"| {megabytes:g} MB of | with the tagger | without |\n| --- | ---: | ---: |")
    for slow, quick, name in sorted(rows, reverse=True):
        print(f"| `{name}` | {slow:.2f} s | {quick:.2f} s |")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--megabytes", type=float, default=1)
    options.add_argument("--search", type=int, metavar="COUNT")
    asked = options.parse_args()
    if asked.search:
        return search(asked.search)
    table(asked.megabytes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
