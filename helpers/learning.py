"""Learning names from examples, in small: a handful of features, any of one's own, and a slice of a corpus.

Lesson 05 is about this. Sentences are lists of words and labels, as in a corpus, and a name is whole words there:
proclitics stay on («وتركيا»), for no label could be given to a part of a word.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from helpers.corpus import Sentence, read_corpus, text_of
from helpers.normalize import normalize
from helpers.records import ArticleError, Entity
from helpers.tagger import Model, tag, to_spans, train
from helpers.words import sentences, tokens

SAMPLE = Path(__file__).parent / "data" / "anercorp_500.conll"
Describe = Callable[[Sequence[str], int], list[str]]  # the words of a sentence and a place in it → features


def read_sample() -> list[Sentence]:
    """Read the 500 annotated sentences that come with the helpers (their source stands in the file's first lines)."""
    return read_corpus(SAMPLE)


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Fold a word (see `normalize`), and remember it: the words of a corpus come again and again.

    >>> fold("أرمينيا")
    'ارمينيا'
    """
    return normalize(word).text


def word_features(words: Sequence[str], i: int) -> list[str]:
    """Describe word `i` by itself, folded, its first and last two letters and its neighbours; "-" stands for none.

    >>> word_features(["زار", "بيروت"], 1)
    ['word=بيروت', 'front=بي', 'end=وت', 'before=زار', 'after=-']
    """
    before, word, after = (fold(w) for w in ["-", *words, "-"][i : i + 3])
    return [f"word={word}", f"front={word[:2]}", f"end={word[-2:]}", f"before={before}", f"after={after}"]


def learn(examples: Iterable[Sentence], describe: Describe) -> Model:
    """Learn from annotated sentences whose words `describe` describes; raises ArticleError where it gives no texts.

    The same examples with the same features give the same model, a second time without learning again: don't change it.
    """
    described = ((_rows(sentence, describe), [label for _, label in sentence]) for sentence in examples)
    return _learn(tuple((tuple(map(tuple, rows)), tuple(labels)) for rows, labels in described))


@lru_cache(maxsize=32)
def _learn(examples: tuple[tuple[tuple[tuple[str, ...], ...], tuple[str, ...]], ...]) -> Model:
    return train([(list(map(list, rows)), list(labels)) for rows, labels in examples])


def relabel(given: Iterable[Sentence], model: Model, describe: Describe) -> list[Sentence]:
    """Give sentences the labels that a model has learnt, in place of their own."""
    return [
        [(word, found) for (word, _), found in zip(sentence, tag(_rows(sentence, describe), model), strict=True)]
        for sentence in given
    ]


def _rows(sentence: Sentence, describe: Describe) -> list[Sequence[str]]:
    words = [word for word, _ in sentence]
    return [_texts(word, describe(words, i)) for i, word in enumerate(words)]


def _texts(word: str, features: Sequence[str]) -> Sequence[str]:
    """Give a word's features back, if they are a list of texts: a learner's own `describe` may give anything."""
    others = [features]
    if isinstance(features, list | tuple):
        others = [feature for feature in features if not isinstance(feature, str)]
    if others:
        came = type(others[0]).__name__
        raise ArticleError(
            f"A word's features are a list of texts (str), and for «{word}» there is a value of type {came}."
        )
    return features


def names_of(given: Sequence[Sentence]) -> list[Entity]:
    """Read the names off the labels; their offsets count in `text_of` of the same sentences.

    >>> [name.text for name in names_of([[("زار", "O"), ("بوركينا", "B-LOC"), ("فاسو", "I-LOC")]])]
    ['بوركينا فاسو']
    """
    text, names, position = text_of(given), [], 0
    for sentence in given:
        starts = []
        for word, _ in sentence:
            starts.append(position)
            position += len(word) + 1
        for first, stop, kind in to_spans([label for _, label in sentence]):
            start, end = starts[first], starts[stop - 1] + len(sentence[stop - 1][0])
            names.append(Entity(start, end, text[start:end], kind, text[start:end]))
    return names


def annotate(text: str, names: Sequence[Entity]) -> list[Sentence]:
    """Make examples of a text and its names: each sentence as words and marks with their labels.

    >>> annotate("زار بوركينا فاسو.", [Entity(4, 16, "بوركينا فاسو", "LOC", "بوركينا فاسو")])
    [[('زار', 'O'), ('بوركينا', 'B-LOC'), ('فاسو', 'I-LOC'), ('.', 'O')]]
    """
    given = [
        [(token.start + sentence.start, token.end + sentence.start, token.text) for token in tokens(sentence.text)]
        for sentence in sentences(text)
    ]
    return [[(word, _label(start, end, names)) for start, end, word in sentence] for sentence in given]


def _label(start: int, end: int, names: Sequence[Entity]) -> str:
    """Give a word the label of the name that it holds a part of: a name begins in the word that holds its start."""
    for name in names:
        if name.start < end and start < name.end:
            return f"{'B' if name.start >= start else 'I'}-{name.label}"
    return "O"


def whole_words(text: str, names: Iterable[Entity]) -> list[Entity]:
    """Widen names to whole words, as a corpus marks them.

    >>> [name.text for name in whole_words("وبيروت اليوم", [Entity(1, 6, "بيروت", "LOC", "بيروت")])]
    ['وبيروت']
    """
    widened = []
    for name in names:
        start, end = name.start, name.end
        while start and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        widened.append(Entity(start, end, text[start:end], name.label, name.name))
    return widened
