"""The tagger as the helpers use it: the labels of `tagger.tag`, sooner, for what a word adds to a score is kept.

A word's score for a label is the sum of its features' weights (see `tagger`). Nearly all of them belong to one word of
the five around a place: the same word adds the same wherever it stands, so its part is summed once.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from helpers.rules import Found, Story
from helpers.tagger import LABELS, aspects, best_labels, load_model, memberships, to_labels, to_spans

_AROUND = (-2, -1, 0, 1, 2)  # the words that are looked at: two before, the word itself, two after
_NONE = (0,) * len(LABELS)

Scores = tuple[int, ...]  # one for each label


def learnt_spans(story: Story, ruled: list[Found]) -> Iterable[tuple[int, int, str]]:
    """Give the names that the tagger sees as runs of words: first, one after the last, kind.

    `ruled`, what the rules found, is among its features.
    """
    scores, model = word_scores(story, ruled), load_model()
    for start, end in story.sentences():
        for first, stop, label in to_spans(best_labels(scores[start:end], model)):
            yield start + first, start + stop, label


def word_scores(story: Story, ruled: list[Found]) -> list[Scores]:
    """Give each word's score for each label: the weights of all features that `tagger.features` gives it, added up."""
    words = [
        _of_word(word.text, word.is_word, word.joined, word.definite, tuple(kinds), story.sport)
        for word, kinds in zip(story.words, memberships(story), strict=True)
    ]
    edge = [_of_edge()] * 2
    words, rules = [*edge, *words, *edge], _of_rules(["", *to_labels(story, ruled), ""])
    around = (words[place : len(words) - 4 + place] for place in range(5))
    return [
        tuple(map(sum, zip(a[4], b[3], c[2], d[1], e[0], rule, strict=True)))
        for a, b, c, d, e, rule in zip(*around, rules, strict=True)
    ]


@lru_cache(maxsize=50_000)
def _of_word(
    text: str, is_word: bool, joined: bool, definite: bool, kinds: tuple[str, ...], sport: bool
) -> tuple[Scores, ...]:
    """Give what a word adds to the score of the word two places after it, one after it, its own, and so on."""
    found = [list(aspects(text, is_word, joined, definite, offset)) for offset in _AROUND]
    for offset in (-1, 0, 1):
        found[offset + 2] += [f"{offset} {kind}" for kind in kinds]
    found[2] += [f"sport {kind}" for kind in kinds if sport]
    return tuple(map(_sum, reversed(found)))


def _of_edge() -> tuple[Scores, ...]:
    """Give what the edge of the story adds, as a word there would."""
    return tuple(_sum([f"{offset} edge"]) for offset in reversed(_AROUND))


def _of_rules(labels: list[str]) -> list[Scores]:
    """Give what the rules' own labels add: "" stands before the first word and after the last."""
    return list(map(_of_rule, labels, labels[1:], labels[2:]))


@lru_cache(maxsize=1_000)
def _of_rule(before: str, here: str, after: str) -> Scores:
    return _sum([f"rule={here}", f"rules={before} {here}", f"rules={before} {here} {after}"])


def _sum(features: Sequence[str]) -> Scores:
    weights = load_model().weights
    return tuple(map(sum, zip(_NONE, *filter(None, map(weights.get, features)), strict=True)))
