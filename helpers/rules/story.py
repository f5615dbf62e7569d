"""A story as name finding sees it: its words, and what the lists say about each."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from helpers.gazetteer import Fact, Word, facts, read_words
from helpers.normalize import Normalized, normalize
from helpers.shapes import everyday_words, is_everyday
from helpers.words import ARTICLE

SPORT_WORDS = 3  # from so many words of sport on, a story is about sport


class Found(NamedTuple):
    """A name as a run of words: the first, the one after the last, and the proclitic letters of the first.

    `sure` marks what the tagger has no say in: an entry of a list, a ministry, an enumeration of towns.
    """

    first: int
    stop: int
    cut: int
    label: str
    sure: bool = False


def best(found: Iterable[Found]) -> list[Found]:
    """Keep the longest name where two overlap; of two as long, the one that came first."""
    return without_overlap(sorted(found, key=lambda name: name.first - name.stop))


def without_overlap(found: Iterable[Found]) -> list[Found]:
    """Keep the name that came first where two overlap; give them in the order of the text."""
    kept: list[Found] = []
    taken: set[int] = set()
    for name in found:
        words = range(name.first, name.stop)
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append(name)
    return sorted(kept)


class Story(NamedTuple):
    """A story's folded text, its words, what the lists say about each, and whether it is about sport."""

    folded: Normalized
    words: list[Word]
    facts: list[dict[str, Fact]]
    sport: bool

    def known(self) -> Iterator[tuple[int, dict[str, Fact]]]:
        """Give the words that a list holds, each by its number and with what the lists say."""
        return ((i, known) for i, known in enumerate(self.facts) if known)

    def text(self, i: int) -> str:
        """Give word `i`, "" outside the story."""
        return self.words[i].text if 0 <= i < len(self.words) else ""

    def form(self, first: int, stop: int) -> tuple[str, ...]:
        """Give the words of a run."""
        return tuple(word.text for word in self.words[first:stop])

    def joined(self, i: int) -> bool:
        """Tell whether word `i` follows the one before with nothing but a space between."""
        return i < len(self.words) and self.words[i].joined

    def has(self, i: int, *kinds: str) -> bool:
        """Tell whether a list of one of the kinds holds word `i`, with or without proclitics."""
        return 0 <= i < len(self.facts) and not self.facts[i].keys().isdisjoint(kinds)

    def bare(self, i: int, *kinds: str) -> bool:
        """Tell whether word `i` is of one of the kinds as it stands, without a proclitic."""
        known = self.facts[i] if 0 <= i < len(self.facts) else {}
        return not known.keys().isdisjoint(kinds) and any(kind in known and not known[kind].cut for kind in kinds)

    def fact(self, i: int, *kinds: str) -> Fact | None:
        """Give the first fact of these kinds that holds of word `i`, None outside the story."""
        known = self.facts[i] if 0 <= i < len(self.facts) else {}
        return next((known[kind] for kind in kinds if kind in known), None)

    def definite(self, i: int) -> bool:
        """Tell whether word `i` begins with the article."""
        return 0 <= i < len(self.words) and self.words[i].definite

    def everyday(self, i: int) -> bool:
        """Tell whether word `i` is an everyday word; what only looks like an article is not cut off."""
        word = self.words[i]
        looks_definite = word.text.startswith(ARTICLE) and not word.definite
        return word.text in everyday_words() if looks_definite else is_everyday(word.text)

    def unknown(self, i: int) -> bool:
        """Tell whether word `i` is in no list and no everyday word, so that it may well be a name."""
        if i >= len(self.words) or self.facts[i]:
            return False
        return self.words[i].is_word and len(self.words[i].text) > 2 and not self.everyday(i)

    def sentences(self) -> list[tuple[int, int]]:
        """Give the runs of words that a line break ends, each as its first word and the one after its last."""
        starts = [word.start for word in self.words]
        breaks = {bisect_left(starts, line_break.start()) for line_break in re.finditer("\n", self.folded.text)}
        edges = sorted({0, *breaks, len(starts)})
        return list(pairwise(edges))


def read_story(text: str) -> Story:
    """Fold `text`, cut it into words and look each up in the lists."""
    folded = normalize(text)
    words = read_words(folded)
    known = facts(words)
    return Story(folded, words, known, sum("sport" in fact for fact in known) >= SPORT_WORDS)
