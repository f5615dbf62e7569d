"""The learnt half of name finding: an averaged perceptron that gives each word one of seven labels.

B- begins a name, I- goes on with it, O is no name. Every word is described by features, short strings such as
"-1 w=الرييس" (the word before is الرئيس). The model holds one weight a label for each feature; a word's score for a
label is the sum of its features' weights, and the labels of a sentence are the best path through all scores
(Viterbi), where I-PER can't follow B-LOC. Training corrects the weights wherever the best path is wrong, and keeps
their average over all corrections (Collins 2002), for that generalizes better than the last state.

The rules' own answer is a feature too, so the model learns where the rules are right. Not handled: names in names.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import add
from pathlib import Path
from typing import NamedTuple

from helpers.gazetteer import readings
from helpers.rules import Found, Story, find_by_rule
from helpers.shapes import has_family_ending, is_adjective_shaped, is_everyday, is_nationality

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
_ALL = range(len(LABELS))
# A name goes on only where one of its kind began.
_BEFORE = [[a for a in _ALL if b[0] != "I" or LABELS[a][1:] == b[1:]] for b in LABELS]
_FIRST = [b for b in _ALL if LABELS[b][0] != "I"]
_MODEL = Path(__file__).parent / "data" / "tagger.tsv"
_NONE, _NEVER = (0,) * len(LABELS), float("-inf")

Example = tuple[list[list[str]], list[str]]  # a sentence: each word's features, each word's label


class Model(NamedTuple):
    """What the tagger has learnt: weights of each feature, one a label; of each step from label to label."""

    weights: dict[str, Sequence[float]]
    steps: list[Sequence[float]]


def features(story: Story, found: list[Found] | None = None) -> list[list[str]]:
    """Describe each word of the story; `found` is what the rules found, where that is known already."""
    ruled = to_labels(story, find_by_rule(story) if found is None else found)
    listed = memberships(story)
    rows = []
    for i in range(len(story.words)):
        row = [f"0 {kind}" for kind in listed[i]]
        row += [f"sport {kind}" for kind in listed[i] if story.sport]
        for offset in (-2, -1, 0, 1, 2):
            row += _neighbour(story, i + offset, offset)
        for offset in (-1, 1):
            if 0 <= i + offset < len(story.words):
                row += [f"{offset} {kind}" for kind in listed[i + offset]]
        before, after = ruled[i - 1] if i else "", ruled[i + 1] if i + 1 < len(ruled) else ""
        row += [f"rule={ruled[i]}", f"rules={before} {ruled[i]}", f"rules={before} {ruled[i]} {after}"]
        rows.append(row)
    return rows


def _neighbour(story: Story, i: int, offset: int) -> tuple[str, ...]:
    if not 0 <= i < len(story.words):
        return (f"{offset} edge",)
    word = story.words[i]
    return aspects(word.text, word.is_word, word.joined, word.definite, offset)


@lru_cache(maxsize=50_000)
def aspects(text: str, is_word: bool, joined: bool, definite: bool, offset: int) -> tuple[str, ...]:
    """Describe a word by itself: its form, affixes, the form without proclitics, its shape."""
    found = [f"w={9 if not is_word and text[0] in '0123456789' else text}"]
    if is_word and offset == 0:
        found += [f"p={text[:n]}" for n in (1, 2, 3) if len(text) > n]
        found += [f"s={text[-n:]}" for n in (1, 2, 3) if len(text) > n]
    if is_word and abs(offset) < 2:
        found += [f"r={rest}" for _, rest in readings(text)][1:]
        found.append("everyday" if is_everyday(text) else "rare")
        tests = (is_adjective_shaped, is_nationality, has_family_ending)
        found += [test.__name__ for test in tests if test(text)]
        found += [name for name, holds in (("joined", joined), ("definite", definite)) if holds]
    return tuple(f"{offset} {aspect}" for aspect in found)


def memberships(story: Story) -> list[tuple[str, ...]]:
    """Say of each word which lists hold it: with proclitics (+), as a later word of an entry (…)."""
    kinds: list[tuple[str, ...]] = [()] * len(story.words)
    for i, known in story.known():
        for kind, fact in known.items():
            kinds[i] += (f"{kind}+" if fact.cut else kind,)
            for j in range(i + 1, i + fact.size):
                kinds[j] += (f"…{kind}",)
    return kinds


def to_labels(story: Story, found: list[Found]) -> list[str]:
    """Write names as one label a word."""
    labels = ["O"] * len(story.words)
    for name in found:
        labels[name.first : name.stop] = [f"B-{name.label}"] + [f"I-{name.label}"] * (name.stop - name.first - 1)
    return labels


def to_spans(labels: list[str]) -> Iterator[tuple[int, int, str]]:
    """Read labels as runs of words: first, one after the last, kind."""
    for i, label in enumerate(labels):
        if label.startswith("B-"):
            stop = i + 1
            while stop < len(labels) and labels[stop] == "I-" + label[2:]:
                stop += 1
            yield i, stop, label[2:]


def tag(rows: list[list[str]], model: Model) -> list[str]:
    """Give the best labels for the words of one sentence, each described by a row of features."""
    return best_labels([list(_scores(row, model.weights)) for row in rows], model)


def best_labels(scores: Sequence[Sequence[float]], model: Model) -> list[str]:
    """Give the labels of one sentence that score best together; `scores` are each word's own, one a label."""
    columns = [[row[b] if a in _BEFORE[b] else _NEVER for a, row in enumerate(model.steps)] for b in _ALL]
    before, totals = [0.0 if b in _FIRST else _NEVER for b in _ALL], []
    for score in scores:
        reached = [max(map(add, totals[-1], column)) for column in columns] if totals else before
        totals.append(list(map(add, reached, score)))
    best = [total.index(max(total)) for total in totals[-1:]]
    for total in reversed(totals[:-1]):  # of two paths that score the same, the first
        path = list(map(add, total, columns[best[-1]]))
        best.append(path.index(max(path)))
    return [LABELS[b] for b in reversed(best)]


def _scores(row: list[str], weights: dict[str, Sequence[float]]) -> Iterator[float]:
    """Give each label the sum of the weights of these features."""
    return map(sum, zip(_NONE, *filter(None, map(weights.get, row)), strict=True))


def train(examples: list[Example], epochs: int = 6, seed: int = 1, rarest: int = 2) -> Model:
    """Learn a model; features seen fewer than `rarest` times are left out. Same input, same model."""
    counts = Counter(feature for rows, _ in examples for row in rows for feature in row)
    weights = {feature: [0] * len(LABELS) for feature, count in counts.items() if count >= rarest}
    late = {feature: [0] * len(LABELS) for feature in weights}  # each correction times when it came, for the average
    model, later = Model(weights, [[0] * len(LABELS) for _ in _ALL]), Model(late, [[0] * len(LABELS) for _ in _ALL])
    order, shuffler, time = list(examples), random.Random(seed), 1
    for _ in range(epochs):
        shuffler.shuffle(order)
        for rows, labels in order:
            guess = tag(rows, model)
            if guess != labels:
                for one, amount in ((model, 1), (later, time)):
                    _correct(one, rows, labels, amount)
                    _correct(one, rows, guess, -amount)
            time += 1
    return _average(model, later, time)


def _correct(model: Model, rows: list[list[str]], labels: list[str], amount: int) -> None:
    numbers = [LABELS.index(label) for label in labels]
    for row, b in zip(rows, numbers, strict=True):
        for feature in row:
            if feature in model.weights:
                model.weights[feature][b] += amount
    for a, b in pairwise(numbers):
        model.steps[a][b] += amount


def _average(model: Model, later: Model, time: int) -> Model:
    def mean(now: Sequence[float], late: Sequence[float]) -> list[float]:
        return [n - part / time for n, part in zip(now, late, strict=True)]

    weights = {feature: mean(row, later.weights[feature]) for feature, row in model.weights.items()}
    return Model(weights, [mean(*rows) for rows in zip(model.steps, later.steps, strict=True)])


@cache
def load_model() -> Model:
    """Load the model that ships with the helpers (its source and licence stand in its first lines)."""
    weights = {}
    for line in _MODEL.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            feature, *numbers = line.split("\t")
            weights[feature] = tuple(map(int, numbers))
    return Model(weights, [weights.pop(f"after {label}") for label in LABELS])
