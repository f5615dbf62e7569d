"""Prints a digest of all that is found in the stories and in texts of characters that not every Python knows.

For tests/test_reliability.py, which runs it on every Python that the machine has, and under several hash seeds, locales
and time zones: each must print the same. It needs no package but those that the helpers use to find things.
"""

import hashlib
import json
import random
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.strange import SECOND, strung_words
from helpers import (
    SEED,
    ArticleError,
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
from helpers.characters import name_of
from helpers.export import WRITERS
from helpers.plain import EVENT_COLUMNS, event_rows, plain_table
from helpers.records import Article

DAY = date(2020, 11, 13)
# Letters, digits, marks and signs that came with Unicode 15, 15.1, 16 and 17, and neighbours that nobody has yet.
NEWER = [
    *(*range(0x0CF3, 0x0CF5), 0x0ECE, *range(0x0897, 0x0898), *range(0x1C89, 0x1C8B), *range(0x2FFC, 0x3000), 0x31EF),
    *(*range(0xA7CB, 0xA7CE), *range(0xA7DA, 0xA7DD), *range(0x10D40, 0x10D4A), *range(0x10EC2, 0x10EC8), 0x10EFC),
    *(*range(0x11F00, 0x11F5A), *range(0x11BF0, 0x11BFA), *range(0x1CCF0, 0x1CCFA), *range(0x1D2C0, 0x1D2D4), 0x1DF25),
    *(*range(0x1E030, 0x1E06E), *range(0x1E4F0, 0x1E4FA), *range(0x1FA75, 0x1FA78), *range(0x1FAE8, 0x1FAEA)),
    *(*range(0x2EBF0, 0x2EBF4), *range(0x31350, 0x31354), *range(0x32000, 0x32002), 0x0378, 0x0870, 0x08C9, 0x0E00),
]
TEXTS = 200


def newer_text(number: int) -> str:
    """Make a text in which the words of the rules stand among characters that are newer than some Pythons."""
    chance = random.Random(number)
    words = strung_words(chance).split(" ")
    for _ in range(chance.randint(1, 12)):
        place, sign = chance.randrange(len(words)), chr(chance.choice(NEWER))
        word = words[place]
        cut = chance.randint(0, len(word))
        words[place] = chance.choice((word + sign, sign + word, word[:cut] + sign + word[cut:], f"{word} {sign}", sign))
    return " ".join(words)


def found(article: Article) -> list:
    """Everything that is found in a story and written of it."""
    body = article.body
    timeline = build_timeline(article)
    written = [WRITERS[name](timeline) for name in ("csv", "json")]
    return [
        *(article, timeline, find_entities(body), find_entities(body, learnt=False), find_statements(body)),
        *(find_dates(body, DAY), find_dates(body), sentences(body), tokens(body), normalize(body), written),
        *(normalize(body).steps, plain_table(EVENT_COLUMNS, event_rows(timeline), 80), [name_of(c, "") for c in body]),
    ]


def page(text: str) -> object:
    try:
        return parse_article(text)
    except ArticleError as error:
        return str(error)


def main() -> None:
    results = [found(read_article(path)) for path in (SEED, SECOND)]
    for number in range(TEXTS):
        text = newer_text(number)
        results.append([page(text), *found(Article("", text, DAY, text, 0))])
    # ascii() and not repr(), which shows a letter only if its Python knows it.
    lines = sorted(ascii(result) for result in results)
    print(json.dumps([len(results), hashlib.sha256("\n".join(lines).encode("ascii")).hexdigest()]))


if __name__ == "__main__":
    main()
