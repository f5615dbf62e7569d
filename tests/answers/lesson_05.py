"""Answers to the exercises of lesson 05: right ones, and wrong ones with the diagnosis that each should get."""

import re

from helpers.gazetteer import lists_with
from helpers.learning import word_features
from helpers.tagger import LABELS


def names_by_cutting(words, labels):
    marked = " ".join(
        word if label[0] == "I" else f"|{word}/{label}" for word, label in zip(words, labels, strict=True)
    )
    pieces = [piece.strip() for piece in marked.split("|") if piece.strip()]
    return [re.sub("/B-...", "", piece) for piece in pieces if "/B-" in piece]


def names_with_an_index(words, labels):
    names = []
    for i in range(len(words)):
        if labels[i][0] == "B":
            stop = i + 1
            while stop < len(words) and labels[stop][0] == "I":
                stop += 1
            names.append(" ".join(words[i:stop]))
    return names


def names_as_words(words, labels):
    return [words[i] for i in range(len(words)) if labels[i] != "O"]


def names_begun(words, labels):
    return [words[i] for i in range(len(words)) if labels[i].startswith("B")]


def names_joined(words, labels):
    text = " ".join(word if label != "O" else "|" for word, label in zip(words, labels, strict=True))
    return [piece.strip() for piece in text.split("|") if piece.strip()]


def names_without_space(words, labels):
    return ["".join(name.split()) for name in names_with_an_index(words, labels)]


def names_as_text(words, labels):
    return [" ".join(names_as_words(words, labels))]


def names_replaced(words, labels):
    names = []
    for word, label in zip(words, labels, strict=True):
        if label[0] == "B":
            names.append(word)
        if label[0] == "I":
            names[-1] = word
    return names


def names_with_the_word_before(words, labels):
    return [" ".join(words[max(0, i - 1) : i + 1]) for i in range(len(words)) if labels[i][0] == "B"]


def before_its_first_place(words, i):
    place = words.index(words[i])
    return words[place - 1] if place else "-"


def before_but_the_word_itself(words, i):
    return words[i] if i else "-"


def before_but_the_word_after(words, i):
    return words[i + 1] if i else "-"


def before_in_a_loop(words, i):
    last = "-"
    for word in words[:i]:
        last = word
    return last


def before_only_if_not_last(words, i):
    return words[i - 1]


def best_with_a_loop(features, weights):
    best, most = None, None
    for label in LABELS:
        points = 0
        for feature in features:
            points += weights[feature, label]
        if most is None or points > most:
            best, most = label, points
    return best


def best_by_sorting(features, weights):
    return sorted(LABELS, key=lambda label: -sum(weights[feature, label] for feature in features))[0]


def best_with_get(features, weights):
    sums = [sum(weights.get((feature, label), 0) for feature in features) for label in LABELS]
    return LABELS[sums.index(max(sums))]


def best_with_last_of_equals(features, weights):
    best, most = "O", -1000
    for label in LABELS:
        points = sum(weights[feature, label] for feature in features)
        if points >= most:
            best, most = label, points
    return best


def best_by_one_weight(features, weights):
    best, most = "O", -1000
    for label in LABELS:
        for feature in features:
            if weights[feature, label] > most:
                best, most = label, weights[feature, label]
    return best


def best_from_nothing(features, weights):
    best, most = "O", 0
    for label in LABELS:
        points = sum(weights[feature, label] for feature in features)
        if points > most:
            best, most = label, points
    return best


def best_by_the_last_feature(features, weights):
    points = {}
    for label in LABELS:
        for feature in features:
            points[label] = weights[feature, label]
    return max(points, key=points.get)


def best_of_all_weights(features, weights):
    points = dict.fromkeys(LABELS, 0)
    for (_, label), weight in weights.items():
        points[label] += weight
    return max(points, key=points.get)


def worst(features, weights):
    return min(LABELS, key=lambda label: sum(weights[feature, label] for feature in features))


def never_o(features, weights):
    return max(LABELS[1:], key=lambda label: sum(weights[feature, label] for feature in features))


def most_points(features, weights):
    return max(sum(weights[feature, label] for feature in features) for label in LABELS)


def lists_with_padding(words, i):
    features = word_features(words, i)
    features.extend("in " + kind for kind in lists_with(words[i]))
    features.extend("after " + kind for kind in lists_with(["-", *words][i]))
    return features


def lists_of_the_word(words, i):
    return word_features(words, i) + ["list=" + kind for kind in lists_with(words[i])]


def lists_in_one(words, i):
    return [*word_features(words, i), str(lists_with(words[i]))]


def lists_round_the_corner(words, i):
    features = word_features(words, i)
    features += [f"list={kind}" for kind in lists_with(words[i])]
    return features + [f"before={kind}" for kind in lists_with(words[i - 1])]


def lists_as_tuples(words, i):
    before = lists_with(words[i - 1]) if i else ()
    return [*word_features(words, i), f"list={lists_with(words[i])}", f"list before={before}"]


def lists_only(words, i):
    own = [f"list={kind}" for kind in lists_with(words[i])]
    return own + [f"before={kind}" for kind in lists_with(["-", *words][i])]


def lists_and_more(words, i):
    return [*lists_with_padding(words, i), "always"]


def lists_of_the_neighbour(words, i):
    return word_features(words, i) + [f"before={k}" for k in (lists_with(words[i - 1]) if i else [])]


def lists_unnamed(words, i):
    return word_features(words, i) + [k for word in words[max(0, i - 1) : i + 1] for k in lists_with(word)]


def lists_without_kind(words, i):
    features = word_features(words, i)
    if lists_with(words[i]):
        features.append("in a list")
    return features


def lists_of_the_next(words, i):
    features = word_features(words, i)
    if i + 1 < len(words):
        features += [f"next={kind}" for kind in lists_with(words[i + 1])]
    return features


def places_only(words, i):
    return word_features(words, i) + ["place"] * ("LOC" in lists_with(words[i]))


LABELLED = ["O", "O", "O", "B-PER", "I-PER", "O", "O", "B-LOC", "B-LOC", "O"]

RIGHT = {
    "bio_labels": [LABELLED, tuple(LABELLED), ["O"] * 3 + ["B-PER", "I-PER", "O", "O"] + ["B-LOC"] * 2 + ["O"]],
    "names_in": [names_by_cutting, names_with_an_index],
    "word_before": [
        before_in_a_loop,
        lambda words, i: words[i - 1] if i else "-",
        lambda words, i: ["-", *words][i],
    ],
    "best_label": [best_with_a_loop, best_by_sorting, best_with_get],
    "list_features": [lists_with_padding, lambda words, i: tuple(lists_with_padding(words, i))],
}

WRONG = {
    "bio_labels": [
        ("B on every word", ["O", "O", "O", "B-PER", "B-PER", "O", "O", "B-LOC", "B-LOC", "O"]),
        ("places joined", ["O", "O", "O", "B-PER", "I-PER", "O", "O", "B-LOC", "I-LOC", "O"]),
        ("title taken in", ["O", "B-PER", "I-PER", "I-PER", "I-PER", "O", "O", "B-LOC", "B-LOC", "O"]),
        ("adjective taken for a place", ["O", "O", "B-LOC", "B-PER", "I-PER", "O", "O", "B-LOC", "B-LOC", "O"]),
        ("glued word left out", ["O", "O", "O", "B-PER", "I-PER", "O", "O", "B-LOC", "O", "O"]),
        ("kinds left out", list("OOOBIOOBBO")),
        ("another result", ["O"] * 10),
        ("no such label", [*LABELLED[:3], "PER", *LABELLED[4:]]),
        ("no such label", [label.replace("O", "0") for label in LABELLED]),
        ("another kind", "O O O B-PER I-PER O O B-LOC B-LOC O"),
    ],
    "names_in": [
        ("each word a name", names_as_words),
        ("words replaced", names_replaced),
        ("first words only", names_begun),
        ("neighbours joined", names_joined),
        ("no space", names_without_space),
        ("all in one text", names_as_text),
        ("words that are no names", names_with_the_word_before),
        ("another kind", lambda words, labels: " ".join(words)),
    ],
    "word_before": [
        ("round the corner", before_only_if_not_last),
        ("the word after", lambda words, i: [*words, "-"][i + 1]),
        ("the word itself", lambda words, i: words[i]),
        ("the word itself", before_but_the_word_itself),
        ("the word after", before_but_the_word_after),
        ("first place of the word", before_its_first_place),
        ("first two left out", lambda words, i: "-" if i <= 1 else words[i - 1]),
        ("empty for none", lambda words, i: "".join(words[max(0, i - 1) : i])),
        ("raised TypeError", lambda words, i: words + i),
        ("another kind", lambda words, i: words[:i]),
    ],
    "best_label": [
        ("one weight decides", best_by_one_weight),
        ("fewest points", worst),
        ("weights of other features", best_of_all_weights),
        ("O left out", never_o),
        ("points, no label", most_points),
        ("last of equals", best_with_last_of_equals),
        ("all below zero", best_from_nothing),
        ("last feature only", best_by_the_last_feature),
        ("always the same", lambda features, weights: "O"),
    ],
    "list_features": [
        ("nothing new", word_features),
        ("neighbour only", lists_of_the_neighbour),
        ("not which list", lists_without_kind),
        ("two hints, one name", lists_unnamed),
        ("the word after", lists_of_the_next),
        ("round the corner", lists_round_the_corner),
        ("a feature a list", lists_as_tuples),
        ("a feature a list", lists_in_one),
        ("word before left out", places_only),
        ("word before left out", lists_of_the_word),
        ("features left out", lists_only),
        ("one too many", lists_and_more),
        ("features left out", lambda words, i: ["word"]),
        ("features left out", lambda words, i: [words[i]]),
        ("raised ArticleError", lambda words, i: 3),
        ("raised ArticleError", lambda words, i: "word"),
        ("raised ArticleError", lambda words, i: word_features(words, i) if i == 0 else None),
        ("raised ArticleError", lambda words, i: [lists_with(words[i])]),
    ],
}
