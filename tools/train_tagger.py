"""Train the tagger of names on ANERcorp and write helpers/data/tagger.tsv, the same file every time.

    python tools/train_tagger.py path/to/train.conll

The corpus is one word and its label a line (`token tag`, BIO), a blank line after each sentence.
"""

import argparse
from pathlib import Path

from helpers.corpus import read_corpus, read_examples
from helpers.tagger import LABELS, Model, train

MODEL = Path(__file__).parent.parent / "helpers" / "data" / "tagger.tsv"
SOURCE = """\
# The tagger's weights: a feature, then its weight for each of {labels}; "after X" is the step from label X.
# Made by tools/train_tagger.py from ANERcorp: Yassine Benajiba, Paolo Rosso, José Miguel Benedí Ruiz, "ANERsys: An
# Arabic Named Entity Recognition system based on Maximum Entropy", CICLing 2007, as released by CAMeL Lab (New York
# University Abu Dhabi) under CC BY-SA 4.0. This file is under CC BY-SA 4.0 as well.
"""
SCALE = 100  # weights are written as whole numbers of hundredths
SMALLEST = 15  # a feature with no weight above this changes next to nothing


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    cli.add_argument("corpus", type=Path)
    write(train(list(read_examples(read_corpus(cli.parse_args().corpus)))), MODEL)


def write(model: Model, path: Path) -> None:
    """Write a model as whole numbers, without the features that weigh next to nothing."""
    rows = {feature: [round(weight * SCALE) for weight in row] for feature, row in model.weights.items()}
    rows = {feature: row for feature, row in rows.items() if max(map(abs, row)) >= SMALLEST}
    for label, row in zip(LABELS, model.steps, strict=True):
        rows[f"after {label}"] = [round(weight * SCALE) for weight in row]
    lines = ("\t".join([feature, *map(str, row)]) for feature, row in sorted(rows.items()))
    path.write_text(SOURCE.format(labels=" ".join(LABELS)) + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
