"""The exercises of lesson 05: can it learn from examples?

A reference imports by itself what it uses beyond `helpers`, as the learner is shown it alone.
"""

from collections import Counter
from collections.abc import Callable
from functools import cache
from random import Random

from helpers import SEED, read_article
from helpers.corpus import Sentence
from helpers.exercises.exercise import Exercise, Mistake, Promise, ScoredExercise
from helpers.exercises.samples import countries, country
from helpers.gazetteer import lists_with
from helpers.learning import annotate, learn, names_of, read_sample, relabel, text_of, word_features
from helpers.records import Entity
from helpers.score import read_gold, score_entities
from helpers.tagger import LABELS


def bio_labels() -> list[str]:
    return ["O", "O", "O", "B-PER", "I-PER", "O", "O", "B-LOC", "B-LOC", "O"]


BIO_LABELS = Exercise(
    bio_labels,
    asks="Predict: which label has each of the nine words and the comma? Give the list of ten labels, in their order.",
    hints=(
        "Two words are one person's name, two are the names of places; the other six are O.",
        "A name's first word gets B-, its further words I-. A name of one word has only the B-.",
        'Write them in one text and cut it: `"O O O …".split()`. The fourth begins a person\'s name.',
    ),
    mistakes=(
        Mistake(
            "B on every word",
            "Vladimir Putin is one person, not two: the second word goes on with the name.",
            lambda: ["O", "O", "O", "B-PER", "B-PER", "O", "O", "B-LOC", "B-LOC", "O"],
        ),
        Mistake(
            "places joined",
            "Azerbaijan and Armenia are two names: the second begins a name of its own, “and” or no “and”.",
            lambda: ["O", "O", "O", "B-PER", "I-PER", "O", "O", "B-LOC", "I-LOC", "O"],
        ),
        Mistake(
            "title taken in",
            "By the guidelines a title is no part of the name, and “Russian” is an adjective.",
            lambda: ["O", "B-PER", "I-PER", "I-PER", "I-PER", "O", "O", "B-LOC", "B-LOC", "O"],
        ),
        Mistake(
            "adjective taken for a place",
            "“Russian” tells where the president is from, but it is an adjective, and no name.",
            lambda: ["O", "O", "B-LOC", "B-PER", "I-PER", "O", "O", "B-LOC", "B-LOC", "O"],
        ),
        Mistake(
            "glued word left out",
            "The “and” is glued to Armenia. A word can't be cut here, so the whole word gets the name's label.",
            lambda: ["O", "O", "O", "B-PER", "I-PER", "O", "O", "B-LOC", "O", "O"],
        ),
        Mistake(
            "kinds left out",
            "Each label but O says the kind too: B-PER, I-PER, B-LOC.",
            lambda: ["O", "O", "O", "B", "I", "O", "O", "B", "B", "O"],
        ),
    ),
    promises=(
        Promise(
            "no such label",
            "Each label is the letter O, or B- or I- and one of PER, LOC and ORG.",
            lambda came: all(label in LABELS for label in came),
        ),
    ),
    afterwards="So the labels tell two neighbours apart, which is what B is for.",
)


def names_in(words: list[str], labels: list[str]) -> list[str]:
    names = []
    for word, label in zip(words, labels, strict=True):
        if label.startswith("B-"):
            names.append(word)
        elif label.startswith("I-"):
            names[-1] += " " + word
    return names


def _in_names(words: list[str], labels: list[str]) -> list[str]:
    return [word for word, label in zip(words, labels, strict=True) if label != "O"]


def glued(words: list[str], labels: list[str]) -> list[str]:
    """Neighbouring names taken for one."""
    names, before = [], "O"
    for word, label in zip(words, labels, strict=True):
        if label != "O" and before != "O":
            names[-1] += " " + word
        elif label != "O":
            names.append(word)
        before = label
    return names


def _replaced(words: list[str], labels: list[str]) -> list[str]:
    """Of each name the last word only."""
    return [name.rpartition(" ")[2] for name in names_in(words, labels)]


def labelled(random: Random) -> tuple[list[str], list[str]]:
    """Words at random, some of them names of one to three words."""
    labels: list[str] = []
    for _ in range(random.randint(2, 5)):
        kind, length = random.choice(["PER", "LOC", "ORG"]), random.randrange(4)
        labels += [f"B-{kind}", *[f"I-{kind}"] * (length - 1)] if length else ["O"]
    return random.choices(countries(), k=len(labels)), labels


PUTIN = ["أعلن", "الرئيس", "الروسي", "فلاديمير", "بوتين", "،", "توصل", "أذربيجان", "وأرمينيا", "إلى"]

NAMES_IN = Exercise(
    names_in,
    asks="Write `names_in(words, labels)`: the list of names, each as one text, its words with a space between them.",
    cases=(
        (["قال", "لافروف"], ["O", "B-PER"]),
        (PUTIN, bio_labels()),
        (["وقال", "سيرغي", "لافروف"], ["O", "B-PER", "I-PER"]),
        (["في", "المنطقة"], ["O", "O"]),
        (["رجب", "طيب", "أردوغان", "وتركيا"], ["B-PER", "I-PER", "I-PER", "B-LOC"]),
    ),
    unseen=labelled,
    hints=(
        "Begin with `names = []`. `for word, label in zip(words, labels):` goes through both lists side by side.",
        'A label that begins with "B-" (`label.startswith("B-")`) begins a new name: append its word.',
        'One that begins with "I-" goes on with the last name: `names[-1] += " " + word`.',
    ),
    mistakes=(
        Mistake(
            "each word a name",
            "An I- word goes on with the name before it: add it to the last name of the list.",
            _in_names,
        ),
        Mistake(
            "first words only",
            "Only the B- words are here. The I- words belong to the names too.",
            lambda words, labels: [word for word, label in zip(words, labels, strict=True) if label[0] == "B"],
        ),
        Mistake(
            "words replaced",
            "Of each name only the last word is left: `=` puts it in the place of the others, `+=` adds it to them.",
            _replaced,
        ),
        Mistake("neighbours joined", "Two names may stand side by side: each B- begins a new one.", glued),
        Mistake(
            "no space",
            "The words of a name have a space between them.",
            lambda words, labels: [name.replace(" ", "") for name in names_in(words, labels)],
        ),
        Mistake(
            "all in one text",
            "What is wanted is a list with a text for each name.",
            lambda words, labels: [" ".join(names_in(words, labels))],
        ),
    ),
    promises=(
        Promise(
            "words that are no names",
            "Words with the label O are in no name.",
            lambda words, labels, came: set(" ".join(map(str, came)).split()) <= set(_in_names(words, labels)),
        ),
    ),
    afterwards="The way back is as simple. So a machine that finds names only has to choose one label for each word.",
)


def word_before(words: list[str], i: int) -> str:
    if i == 0:
        return "-"
    return words[i - 1]


TWICE = ["من", "باريس", "إلى", "روما", "من", "دون", "باريس"]

WORD_BEFORE = Exercise(
    word_before,
    asks='Write `word_before(words, i)`: the word before word number `i` (counted from 0), `"-"` where there is none.',
    cases=((PUTIN, 4), (PUTIN, 1), (PUTIN, 0), (["لافروف"], 0), (["قال", "لافروف"], 1), (TWICE, 6), (TWICE, 4)),
    unseen=lambda random: (random.sample(countries(), 8), random.randrange(8)),
    hints=(
        "The word before number `i` is number `i - 1`.",
        "And the first word of all? `words[0 - 1]` is no error in Python, but it isn't the word before either.",
        'Ask first: `if i == 0:`, and give back `"-"`.',
    ),
    mistakes=(
        Mistake(
            "round the corner",
            "For the first word, `i - 1` is -1, and `words[-1]` is the last word: Python counts from the end.",
            lambda words, i: words[i - 1],
        ),
        Mistake(
            "the word after",
            "That is the word after. In the list, the word before has the smaller number.",
            lambda words, i: words[i + 1] if i + 1 < len(words) else "-",
        ),
        Mistake("the word itself", "That is the word itself; one number less is the word before.", lambda w, i: w[i]),
        Mistake(
            "first two left out",
            "Word number 1 has a word before it, number 0. Only the very first has none.",
            lambda words, i: words[i - 1] if i > 1 else "-",
        ),
        Mistake(
            "first place of the word",
            "Here the word stands twice, and `words.index(…)` gives its first place. `i` is its place already.",
            lambda words, i: word_before(words, words.index(words[i])),
        ),
        Mistake(
            "empty for none",
            'Nothing stands before the first word, and it should be told: with "-".',
            lambda words, i: words[i - 1] if i else "",
        ),
    ),
    afterwards="Without the `-`, the last word of a sentence would have stood before its first.",
)


def best_label(features: list[str], weights: dict) -> str:
    from helpers.tagger import LABELS

    points = {}
    for label in LABELS:
        points[label] = sum(weights[feature, label] for feature in features)
    return max(points, key=points.get)


def _points(features: list[str], weights: Counter) -> dict[str, int]:
    return {label: sum(weights[feature, label] for feature in features) for label in LABELS}


def _heaviest(features: list[str], weights: Counter) -> str:
    return max(LABELS, key=lambda label: max(weights[feature, label] for feature in features))


def _last_of_equals(features: list[str], weights: Counter) -> str:
    points = _points(features, weights)
    return max(reversed(LABELS), key=points.get)


def _last_feature(features: list[str], weights: Counter) -> str:
    return best_label(features[-1:], weights)


def _above_zero(features: list[str], weights: Counter) -> str:
    return best_label(features, weights) if max(_points(features, weights).values()) > 0 else "O"


def weighed(random: Random) -> tuple[list[str], Counter]:
    """Features of a country's name, and weights of these and of others."""
    words = [country(random) for _ in range(4)]
    features = word_features(words, 1)
    known = [*features, *word_features(words, 2)]
    weights = {(feature, label): random.randint(-4, 4) for feature in known for label in random.sample(LABELS, 4)}
    return features, Counter(weights)


SAID = ["before=قال", "word=لافروف"]

BEST_LABEL = Exercise(
    best_label,
    asks="Write `best_label(features, weights)`: the label whose weights for these features have the highest sum. Of "
    "equal ones, the one that comes first in `LABELS`.",
    cases=(
        (SAID, Counter({("before=قال", "B-PER"): 3, ("word=لافروف", "B-PER"): 2, ("word=لافروف", "I-PER"): 4})),
        (SAID, Counter({("before=قال", "O"): -1, ("before=قال", "B-PER"): 1, ("before=في", "B-LOC"): 5})),
        (["before=في"], Counter({("before=في", "B-LOC"): 2, ("before=في", "O"): 1, ("before=قال", "O"): 4})),
        (["word=كلبجار"], Counter({("word=لافروف", "B-PER"): 3})),
        (SAID, Counter({("word=لافروف", label): -3 for label in LABELS} | {("before=قال", "B-PER"): 2})),
    ),
    unseen=weighed,
    hints=(
        "For each label in `LABELS`, add up `weights[feature, label]` for all features: that is its points.",
        "Keep them in a dictionary, `points[label] = …`. `sum(weights[feature, label] for feature in features)` adds.",
        "`max(points, key=points.get)` gives the label with the most points, the first of equal ones.",
    ),
    mistakes=(
        Mistake(
            "one weight decides", "The heaviest single weight won here. All features have a say: add up.", _heaviest
        ),
        Mistake(
            "last feature only",
            "Only the last feature counted: `=` forgets the weights before, `+=` adds to them.",
            _last_feature,
        ),
        Mistake(
            "all below zero",
            "Here all sums are below 0, and the highest of them wins all the same: don't begin with 0 as the most.",
            _above_zero,
        ),
        Mistake(
            "fewest points",
            "This is the label with the fewest points: take `max`, not `min`.",
            lambda features, weights: min(LABELS, key=_points(features, weights).get),
        ),
        Mistake(
            "weights of other features",
            "Weights of features that this word doesn't have were added too. Go through `features`, not `weights`.",
            lambda features, weights: best_label(sorted({feature for feature, _ in weights}), weights),
        ),
        Mistake(
            "O left out",
            "O is a label like the others, and mostly the right one.",
            lambda features, weights: max(LABELS[1:], key=_points(features, weights).get),
        ),
        Mistake(
            "points, no label",
            "That is how many points the best label has. Which label is it?",
            lambda features, weights: max(_points(features, weights).values()),
        ),
        Mistake(
            "last of equals",
            "Where two labels are equal, the first in `LABELS` counts: a later one must have more, not as many.",
            _last_of_equals,
        ),
    ),
    afterwards="That is all that a perceptron does to decide.",
)


@cache
def story() -> list[Sentence]:
    """The story of the course, as annotated sentences."""
    return annotate(read_article(SEED).body, read_gold(SEED.with_suffix(".gold.json")).entities)


EXAMPLES = 100  # sentences: so many are learnt from in a moment


def names_by(describe: Callable[[list[str], int], list[str]]) -> list[Entity] | None:
    """The names of the story that are found by a tagger which has learnt from words described in this way."""
    examples = read_sample()[:EXAMPLES]
    if (first := describe([word for word, _ in examples[0]], 0)) is None or first is ...:
        return None
    return names_of(relabel(story(), learn(examples, describe), describe))


def list_features(words: list[str], i: int) -> list[str]:
    from helpers.gazetteer import lists_with
    from helpers.learning import word_features

    features = word_features(words, i)
    features += [f"list={kind}" for kind in lists_with(words[i])]
    if i > 0:
        features += [f"list before={kind}" for kind in lists_with(words[i - 1])]
    return features


def _with_lists(words: list[str], i: int, own: str, before: str) -> list[str]:
    features = word_features(words, i)
    features += [own.format(kind) for kind in lists_with(words[i]) if own]
    return features + [before.format(kind) for kind in lists_with(words[i - 1]) if i and before]


NEW = ["الرئيس", "جديد", "في", "باريس"]  # the president is new in Paris: in two lists, in none, in two, in one

LIST_FEATURES = ScoredExercise(
    list_features,
    asks="Write `list_features(words, i)`: the features of `word_features`, one more for each list that has the word, "
    "and one more for each list that has the word before. With them, 100 examples should be enough for F1 0.70.",
    hints=(
        "Begin with `features = word_features(words, i)` and return `features` at the end, after adding to it.",
        '`features += [f"list={kind}" for kind in lists_with(words[i])]` adds one for each list that has the word.',
        "The same for `words[i - 1]`, if there is a word before. Give these another name, or they will be mixed up.",
    ),
    cases=((NEW, 1), (NEW, 0), (NEW, 2), (NEW, 3)),
    promises=(
        Promise(
            "features left out",
            "The five features of `word_features` are missing: begin with them.",
            lambda words, i, came: set(word_features(words, i)) <= set(came),
        ),
        Promise(
            "one too many",
            "There are more features than those of `word_features` and one for each list.",
            lambda words, i, came: i == 0 or len(came) <= len(list_features(words, i)),
        ),
        Promise(
            "round the corner",
            "Before the first word stands none, and `words[-1]` is the last one: add its lists only where `i > 0`.",
            lambda words, i, came: i > 0 or len(came) <= len(list_features(words, i)),
        ),
        Promise(
            "word before left out",
            "The lists of the word before are missing here: the word itself is in none.",
            lambda words, i, came: len(came) > 5 or len(list_features(words, i)) == 5,
        ),
        Promise(
            "a feature a list",
            "Each list that has the word, or the word before, gives a feature of its own.",
            lambda words, i, came: len(set(came)) >= len(list_features(words, i)),
        ),
    ),
    mistakes=(
        Mistake("nothing new", "These are the features from before. What do the lists say of the word?", word_features),
        Mistake(
            "neighbour only",
            "What the lists say of the word before is there. What do they say of the word itself?",
            lambda words, i: _with_lists(words, i, "", "list before={}"),
        ),
        Mistake(
            "not which list",
            "That it stands in a list is there, but not in which: a place and a verb of speech look the same.",
            lambda words, i: word_features(words, i) + ["known"] * bool(lists_with(words[i])),
        ),
        Mistake(
            "two hints, one name",
            "The lists of the word and those of the word before have the same name, so nobody can tell which is which.",
            lambda words, i: _with_lists(words, i, "list={}", "list={}"),
        ),
        Mistake(
            "the word after",
            "That is what the lists say of the word after; a title or a verb of speech stands before a name.",
            lambda words, i: (
                word_features(words, i) + [f"list={k}" for w in words[i + 1 : i + 2] for k in lists_with(w)]
            ),
        ),
    ),
    text=lambda: text_of(story()),
    gold=lambda: names_of(story()),
    score=score_entities,
    enough=0.7,
    use=names_by,
    afterwards="Lists and triggers are no rules any more: the examples say how far each can be trusted.",
)

EXERCISES = (BIO_LABELS, NAMES_IN, WORD_BEFORE, BEST_LABEL, LIST_FEATURES)
