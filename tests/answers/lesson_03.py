"""Answers to the exercises of lesson 03: right ones, and wrong ones with the diagnosis that each should get."""

import re
import string

from helpers import SEED, read_article, tokens
from helpers.words import cuts, endings

MARKS = string.punctuation + "،؛؟«»"


def bare_with_a_loop(piece):
    while piece and piece[0] in MARKS:
        piece = piece[1:]
    while piece and piece[-1] in MARKS:
        piece = piece[:-1]
    return piece


def bare_by_pattern(piece):
    return re.fullmatch(f"[{re.escape(MARKS)}]*(.*?)[{re.escape(MARKS)}]*", piece)[1]


def bare_inside_too(piece):
    for mark in MARKS:
        piece = piece.replace(mark, "")
    return piece


def bare_by_tokens(piece):
    return "".join(token.text for token in tokens(piece) if token.kind != "mark")


def bare_without_keeping(piece):
    piece.strip(MARKS)
    return piece


def bare_at_one_end(piece):
    for mark in MARKS * 3:
        piece = piece.removesuffix(mark)
    return piece.rstrip(MARKS)


def bare_once(piece):
    piece = piece[1:] if piece[0] in MARKS else piece
    return piece[:-1] if piece[-1] in MARKS else piece


def split_with_next(word, known):
    return next(((front, rest) for front, rest in cuts(word) if rest in known), ("", word))


def split_by_length(word, known):
    fitting = [cut for cut in cuts(word) if cut[1] in known]
    return min(fitting, key=lambda cut: len(cut[0]), default=("", word))


def split_as_list(word, known):
    for particles, rest in cuts(word):
        if rest in known:
            return [particles, rest]
    return ["", word]


def split_by_pairs(word, known):
    for cut in cuts(word):
        if cut in known:
            return cut
    return "", word


def split_to_the_end(word, known):
    for particles, rest in cuts(word):
        result = particles, rest
    return result


def split_too_early(word, known):
    for particles, rest in cuts(word):
        if rest in known:
            return particles, rest
        return "", word


def split_last(word, known):
    result = "", word
    for particles, rest in cuts(word):
        if rest in known:
            result = particles, rest
    return result


def split_or_nothing(word, known):
    for particles, rest in cuts(word):
        if rest in known:
            return particles, rest


def split_rest_first(word, known):
    return split_by_length(word, known)[::-1]


def split_to_the_rest(word, known):
    return split_by_length(word, known)[1]


def split_and_lose(word, known):
    return "", split_to_the_rest(word, known)


def stop_with_a_loop(word, stop_words):
    found = False
    for _, rest in cuts(word):
        found = found or rest in stop_words
    return found


def stop_by_sets(word, stop_words):
    return bool({rest for _, rest in cuts(word)} & stop_words)


def stop_by_split_front(word, stop_words):
    return split_by_length(word, stop_words) != ("", word)


def stop_by_pairs(word, stop_words):
    return any(cut in stop_words for cut in cuts(word))


def stop_by_letter(word, stop_words):
    return word in stop_words or word[1:] in stop_words


def stop_by_part(word, stop_words):
    return bool(re.search("|".join(stop_words), word))


def stop_at_the_end(word, stop_words):
    for _, rest in cuts(word):
        last = rest
    return last in stop_words


def word_by_list(word, known):
    ways = [("", word, "")]
    for particles, rest in cuts(word):
        for stem, pronoun in endings(rest):
            ways.append((particles, stem, pronoun))
            if pronoun and stem[-1] == "ت":
                ways.append((particles, stem[:-1] + "ة", pronoun))
    return next((way for way in ways if way[1] in known), ways[0])


def word_with_regex(word, known):
    for particles, rest in cuts(word):
        for stem, pronoun in endings(rest):
            if stem in known:
                return [particles, stem, pronoun]
            if pronoun and re.sub("ت$", "ة", stem) in known:
                return [particles, re.sub("ت$", "ة", stem), pronoun]
    return ["", word, ""]


def word_without_teh(word, known):
    for particles, rest in cuts(word):
        for stem, pronoun in endings(rest):
            if stem in known:
                return particles, stem, pronoun
    return "", word, ""


def word_with_its_teh(word, known):
    for particles, rest in cuts(word):
        for stem, pronoun in endings(rest):
            if stem in known or (pronoun and re.sub("ت$", "ة", stem) in known):
                return particles, stem, pronoun
    return "", word, ""


def word_with_every_teh(word, known):
    for particles, rest in cuts(word):
        for stem, pronoun in endings(rest):
            opened = stem.replace("ت", "ة") if pronoun and stem.endswith("ت") else stem
            for base in (stem, opened):
                if base in known:
                    return particles, base, pronoun
    return "", word, ""


def word_with_any_teh(word, known):
    for particles, rest in cuts(word):
        for stem, pronoun in endings(rest):
            for base in (stem, re.sub("ت$", "ة", stem)):
                if base in known:
                    return particles, base, pronoun
    return "", word, ""


def word_in_front(word, known):
    for particles, rest in cuts(word):
        if rest in known:
            return particles, rest, ""
    return "", word, ""


def word_behind(word, known):
    for stem, pronoun in endings(word):
        if stem in known:
            return "", stem, pronoun
    return "", word, ""


def word_to_the_end(word, known):
    for particles, rest in cuts(word):
        for stem, pronoun in endings(rest):
            result = particles, stem, pronoun
    return result


def word_from_behind(word, known):
    return tuple(reversed(word_by_list(word, known)))


def word_rotated(word, known):
    particles, base, pronoun = word_by_list(word, known)
    return particles, pronoun, base


WAWS = {token.text for token in tokens(read_article(SEED).body) if token.text[0] == "و"}

RIGHT = {
    "bare_word": [
        *(bare_with_a_loop, bare_by_pattern),
        lambda piece: piece.strip(MARKS),
        lambda piece: piece.lstrip(MARKS).rstrip(MARKS),
    ],
    "false_waws": [{"وزير", "وقف"}, frozenset({"وقف", "وزير"}), ["وقف", "وزير"]],
    "split_front": [split_with_next, split_by_length, split_as_list],
    "is_stop_word": [stop_with_a_loop, stop_by_sets],
    "agreements": [7, 7.0],
    "split_word": [word_by_list, word_with_regex],
}

WRONG = {
    "bare_word": [
        ("unchanged", bare_without_keeping),
        ("inside too", bare_inside_too),
        ("inside too", bare_by_tokens),
        ("letters changed", lambda piece: piece.strip(string.punctuation + "،؛؟« and »")),
        ("Latin marks only", lambda piece: piece.strip(string.punctuation)),
        ("Arabic marks only", lambda piece: piece.strip("«»؟؛،")),
        ("back only", bare_at_one_end),
        ("one mark only", bare_once),
        ("shadda lost", lambda piece: "".join(filter(str.isalpha, piece))),
        ("mark left", lambda piece: re.sub(f"[{re.escape(MARKS)}]", ".", piece)),
        ("letters changed", lambda piece: piece.strip(MARKS)[1:]),
        ("another kind", lambda piece: list(piece.strip(MARKS))),
    ],
    "false_waws": [
        ("all of them", WAWS),
        ("the others", WAWS - {"وزير", "وقف"}),
        ("names taken whole", {"وزير", "وقف", "وأغدام", "ولاتشين"}),
        ("minister only", {"وزير"}),
        ("stop only", ["وقف"]),
        ("another result", {"وقال"}),
        ("another kind", 2),
    ],
    "split_front": [
        ("cut as far as it goes", split_to_the_end),
        ("never cut", split_too_early),
        ("never cut", split_by_pairs),
        ("last cut that fits", split_last),
        ("unknown forgotten", split_or_nothing),
        ("other order", split_rest_first),
        ("rest only", split_to_the_rest),
        ("letters lost", split_and_lose),
        ("another kind", lambda word, known: word in known),
    ],
    "is_stop_word": [
        ("as written only", lambda word, stop_words: word in stop_words),
        ("any first letter cut", stop_by_letter),
        ("uncut words missed", stop_by_split_front),
        ("never true", stop_by_pairs),
        ("cut to the end", lambda word, stop_words: word.lstrip("كسلبفو") in stop_words),
        ("part of a word", stop_by_part),
        ("cut to the end", stop_at_the_end),
        ("another kind", lambda word, stop_words: [rest for _, rest in cuts(word) if rest in stop_words]),
    ],
    "agreements": [
        ("article forgotten", 2),
        ("article only", 5),
        ("verb counted", 8),
        ("another result", 11),
        ("another kind", "7"),
    ],
    "split_word": [
        ("front only", word_in_front),
        ("back only", word_behind),
        ("teh marbuta forgotten", word_without_teh),
        ("teh opened everywhere", word_with_any_teh),
        ("teh left", word_with_its_teh),
        ("every teh opened", word_with_every_teh),
        ("cut as far as it goes", word_to_the_end),
        ("other order", word_from_behind),
        ("not its ends", word_rotated),
        ("another kind", lambda word, known: word_by_list(word, known)[1]),
    ],
}
