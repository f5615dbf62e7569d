"""An explorer: the features of any word, what weight each carries for each label, and what the tagger answers."""

from collections.abc import Sequence

from helpers.display import View, table
from helpers.display.view import joined
from helpers.learning import Describe, relabel
from helpers.tagger import LABELS, Model
from helpers.widgets.base import Explorer, arabic_field, explorer, sentences

COLUMNS = ("feature", "value", *LABELS)


def explore_weights(model: Model, describe: Describe, before: str, word: str, after: str) -> Explorer:
    """Explore what a model has learnt of a word between its neighbours, beginning with `word`."""
    fields = [("The word before:", before), ("The word:", word), ("The word after:", after)]
    controls = [arabic_field(label, value) for label, value in fields]
    return explorer(controls, lambda *words: weights_view(model, describe, *words))


def weights_view(model: Model, describe: Describe, before: str, word: str, after: str) -> View:
    """A row of weights for each feature, "-" where the model doesn't know it, and their sums: the points.

    Below stand the labels that the tagger gives to these words: it weighs the steps from label to label, too.
    """
    before, word, after = before.strip(), word.strip(), after.strip()
    if not word:
        return sentences(["Write a word into the field in the middle."])
    words = [w for w in (before, word, after) if w]
    features = describe(words, int(bool(before)))
    weights = [model.weights.get(feature) for feature in features]
    points = [sum(column) for column in zip(*filter(None, weights), strict=True)] or [0.0] * len(LABELS)
    # What stands before and after "=" has a column each, for the value may run from right to left.
    rows = [[*str(feature).partition("=")[::2], *_shown(row)] for feature, row in zip(features, weights, strict=True)]
    caption = f"Most points: {LABELS[points.index(max(points))]}"
    (answer,) = relabel([[(w, "") for w in words]], model, describe)
    return joined(
        [
            table([*rows, ["points", "", *_shown(points)]], COLUMNS, caption, direction="ltr"),
            table(answer, ("word", "the tagger's answer"), direction="ltr"),
        ]
    )


def _shown(row: Sequence[float] | None) -> list[str]:
    """Weights with one decimal and their sign, so that they can be compared at a glance."""
    return [f"{weight:+.1f}" for weight in row] if row else ["-"] * len(LABELS)
