"""The tagger as the helpers use it: the labels of `tagger.tag`, sooner.

A word's score for a label is the sum of its features' weights (see `tagger`). Nearly all of them belong to one word of
the five around a place: the same word adds the same wherever it stands, so its part is summed once. And most words are
so clearly no name that the best path to what follows leads through O; only the others need all paths compared.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import add

from helpers.rules import Found, Story
from helpers.tagger import LABELS, Model, aspects, load_model, memberships, to_labels, to_spans

_AROUND = (-2, -1, 0, 1, 2)  # the words that are looked at: two before, the word itself, two after
_NONE, _NEVER = (0,) * len(LABELS), float("-inf")
_INSIDE = [b for b, label in enumerate(LABELS) if label[0] == "I"]  # each right after the label that begins its kind

Scores = Sequence[int]  # one for each label


def learnt_spans(story: Story, ruled: list[Found]) -> Iterable[tuple[int, int, str]]:
    """Give the names that the tagger sees as runs of words: first, one after the last, kind.

    `ruled`, what the rules found, is among its features.
    """
    scores, model = word_scores(story, ruled), load_model()
    for start, end in story.sentences():
        for first, stop, label in to_spans(best_labels(scores[start:end], model)):
            yield start + first, start + stop, label


def best_labels(scores: Sequence[Scores], model: Model) -> list[str]:
    """Give what `tagger.best_labels` gives: the labels of one sentence that score best together."""
    steps = _Steps(model)
    totals: list[tuple[Sequence[float], bool]] = []  # each label's best path up to a word, and whether O's is far ahead
    reached: Sequence[float] = [_NEVER if b in _INSIDE else 0 for b in range(len(LABELS))]
    for score in scores:
        total = list(map(add, reached, score))
        is_clear = steps.is_clear(total)
        totals.append((total, is_clear))
        reached = steps.reached(total, is_clear)
    best = [total.index(max(total)) for total, _ in totals[-1:]]
    for total, is_clear in reversed(totals[:-1]):
        best.append(steps.before(best[-1], total, is_clear))
    return [LABELS[b] for b in reversed(best)]


class _Steps:
    """The weights of the steps from label to label."""

    def __init__(self, model: Model):
        self.rows = model.steps
        self.columns = list(zip(*model.steps, strict=True))
        self.enough = max(max(self.columns[b]) - self.columns[b][0] for b in range(len(LABELS)) if b not in _INSIDE)
        self.into_names = [(b, self.rows[b - 1][b], self.rows[b][b]) for b in _INSIDE]

    def is_clear(self, total: Sequence[float]) -> bool:
        """Is O so far ahead of all others that it is the best label before any that doesn't go on with a name?"""
        return total[0] - max(total[1:]) >= self.enough

    def reached(self, total: Sequence[float], is_clear: bool) -> list[float]:
        """Give the score of the best path to each label of the next word."""
        if is_clear:
            none = total[0]
            found = [none + step for step in self.rows[0]]
        else:
            found = [_NEVER if b in _INSIDE else max(map(add, total, column)) for b, column in enumerate(self.columns)]
        for b, goes_in, goes_on in self.into_names:
            found[b] = max(total[b - 1] + goes_in, total[b] + goes_on)
        return found

    def before(self, b: int, total: Sequence[float], is_clear: bool) -> int:
        """Give the label before label `b` on the best path; of two that score the same, the first."""
        if b in _INSIDE:
            return b if total[b] + self.rows[b][b] > total[b - 1] + self.rows[b - 1][b] else b - 1
        if is_clear:
            return 0
        path = list(map(add, total, self.columns[b]))
        return path.index(max(path))


def word_scores(story: Story, ruled: list[Found]) -> list[Scores]:
    """Give each word's score for each label: the weights of all features that `tagger.features` gives it, added up."""
    words = [
        _of_word(word.text, word.is_word, word.joined, word.definite, kinds, story.sport)
        for word, kinds in zip(story.words, memberships(story), strict=True)
    ]
    edge = [_of_edge()] * 2
    words, rules = [*edge, *words, *edge], _of_rules(["", *to_labels(story, ruled), ""])
    around = (words[place : len(words) - 4 + place] for place in range(5))
    return [  # written out, for `sum` takes longer
        [p + q + r + s + t + u for p, q, r, s, t, u in zip(a[4], b[3], c[2], d[1], e[0], rule, strict=True)]
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
