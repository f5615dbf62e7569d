"""Answers to the exercises of lesson 02: right ones, and wrong ones with the diagnosis that each should get."""

import itertools
import re
import unicodedata

from pyarabic import araby

from helpers import SEED, normalize, read_article, tokens

MARKS = "\N{ARABIC FATHATAN}-\N{ARABIC SUKUN}"
PLAIN = str.maketrans({alef: "ا" for alef in "أإآ"})


def strip_by_category(word):
    return "".join(c for c in word if unicodedata.category(c) != "Mn")


def strip_with_a_loop(word):
    result = ""
    for character in word:
        if ord(character) not in range(0x64B, 0x653):
            result += character
    return result


def strip_short_vowels(word):
    return re.sub("[\N{ARABIC FATHA}\N{ARABIC DAMMA}\N{ARABIC KASRA}]", "", word)


def strip_without_keeping(word):
    word.replace("\N{ARABIC FATHA}", "")
    return word


def strip_by_a_short_range(word):
    return "".join(c for c in word if ord(c) not in range(0x64B, 0x652))


def strip_decomposed(word):
    return re.sub(r"[\u0300-\u036f\u064b-\u065f]", "", unicodedata.normalize("NFKD", word))


def strip_with_shadda_doubled(word):
    doubled = re.sub("(.)\N{ARABIC SHADDA}", r"\1\1", word)
    return araby.strip_tashkeel(doubled)


def strip_from_the_first_mark_on(word):
    return "".join(c for c in word if c < "\N{ARABIC FATHATAN}")


def strip_the_end_marks(word):
    for mark in ("\N{ARABIC FATHATAN}", "\N{ARABIC SUKUN}"):
        word = word.replace(mark, "")
    return word


def strip_without_return(word):
    letters = []
    for character in word:
        if unicodedata.category(character) != "Mn":
            letters.append(character)


def fold_with_a_dictionary(word):
    return "".join({"أ": "ا", "إ": "ا", "آ": "ا"}.get(letter, letter) for letter in word)


def fold_only_the_last(word):
    for alef in "آإأ":
        folded = word.replace(alef, "ا")
    return folded


def fold_to_the_hamza(word):
    return word.translate(str.maketrans("إآا", "أأأ"))


def fold_and_take_apart(word):
    decomposed = unicodedata.normalize("NFD", word)
    return decomposed.replace("\N{ARABIC HAMZA ABOVE}", "").replace("\N{ARABIC HAMZA BELOW}", "")


def spelling(word):
    return araby.strip_tatweel(araby.strip_tashkeel(word)).translate(PLAIN)


def same_by_hand(first, second):
    return spelling(first) == spelling(second)


def same_by_difference(first, second):
    return not any(one != other for one, other in itertools.zip_longest(spelling(first), spelling(second)))


def same_but_alefs(first, second):
    first, second = araby.strip_tashkeel(first), araby.strip_tashkeel(second)
    return araby.strip_tatweel(first) == araby.strip_tatweel(second)


def same_letters_with_tatweel(first, second):
    return araby.strip_tashkeel(first).translate(PLAIN) == araby.strip_tashkeel(second).translate(PLAIN)


def same_with_marks(first, second):
    return araby.strip_tatweel(first).translate(PLAIN) == araby.strip_tatweel(second).translate(PLAIN)


def same_but_alefs_and_tatweel(first, second):
    return araby.strip_tashkeel(first) == araby.strip_tashkeel(second)


def same_objects(first, second):
    steps = ["marks", "tatweel", "alef"]
    return normalize(first, steps) == normalize(second, steps)


def same_by_names_in_one_text(first, second):
    return normalize(first, "marks, tatweel, alef").text == normalize(second, "marks, tatweel, alef").text


def back_in_the_story(text, word):
    start = FOLDED.text.find(word)
    first, last = FOLDED.original(start, start + len(word))
    return text[first:last]


def back_by_tokens(text, word):
    for token in tokens(text):
        if normalize(token.text).text == word:
            return token.text


def back_by_pattern(text, word):
    folded = normalize(text)
    found = re.search(re.escape(word), folded.text)
    return text[slice(*folded.original(*found.span()))]


def back_by_folded_offsets(text, word):
    start = normalize(text).text.index(word)
    return text[start : start + len(word)]


def back_as_offsets(text, word):
    folded = normalize(text)
    found = re.search(re.escape(word), folded.text)
    return folded.original(found.start(), found.end())


def back_as_written(text, word):
    start = text.find(word)
    return text[start : start + len(word)]


def back_by_split(text, word):
    return next(piece for piece in text.split() if word in normalize(piece).text)


def back_folded(text, word):
    folded = normalize(text).text
    start = folded.find(word)
    return folded[start : start + len(word)]


BODY = read_article(SEED).body
FOLDED = normalize(BODY)

RIGHT = {
    "strip_marks": [
        *(araby.strip_tashkeel, strip_by_category, strip_with_a_loop),
        lambda word: re.sub(f"[{MARKS}]", "", word),
        lambda word: normalize(word, ["marks"]).text,
    ],
    "fold_alef": [
        fold_with_a_dictionary,
        lambda word: re.sub("[أإآ]", "ا", word),
        lambda word: word.translate(PLAIN),
        lambda word: normalize(word, ["alef"]).text,
    ],
    "same_word": [same_by_hand, same_by_difference],
    "words_left": [211],
    "way_back": [back_by_tokens, back_by_pattern],
    "collisions": [{"إن", "أن"}, ["أن", "إن"], ("إن", "أن"), frozenset({"إن", "أن"})],
}

WRONG = {
    "strip_marks": [
        ("unchanged", strip_without_keeping),
        ("unchanged", strip_the_end_marks),
        ("later characters lost", strip_from_the_first_mark_on),
        ("gives nothing back", strip_without_return),
        ("shadda stays", araby.strip_harakat),
        ("sukun stays", strip_by_a_short_range),
        ("ends only", lambda word: word.rstrip("".join(map(chr, range(0x64B, 0x653))))),
        ("hamza lost", strip_decomposed),
        ("list of letters", lambda word: list(araby.strip_tashkeel(word))),
        ("mark left", strip_short_vowels),
        ("letters changed", strip_with_shadda_doubled),
        ("letters changed", lambda word: ""),
        ("another kind", lambda word: (c for c in word if c not in MARKS)),
        ("another kind", lambda word: len(word)),
    ],
    "fold_alef": [
        ("unchanged", lambda word: word.replace("ا", "ا")),
        ("unchanged", lambda word: word.replace("أإآ", "ا")),
        ("one alef only", fold_only_the_last),
        ("madda forgotten", lambda word: word.replace("أ", "ا").replace("إ", "ا")),
        ("maksura folded", araby.normalize_alef),
        ("other hamzas folded", lambda word: word.translate(str.maketrans("أإآؤئ", "اااوي"))),
        ("alef dropped", lambda word: "".join(c for c in word if c not in "أإآ")),
        ("alef left", fold_to_the_hamza),
        ("other hamzas folded", fold_and_take_apart),
        ("length changed", lambda word: re.sub("[أإ]", "اء", word).replace("آ", "اا")),
    ],
    "same_word": [
        ("steps missing", same_but_alefs_and_tatweel),
        ("steps missing", lambda first, second: len(first) == len(second) and first in second),
        ("steps missing", same_objects),
        ("raised ValueError", same_by_names_in_one_text),
        ("one side folded", lambda first, second: spelling(first) == second),
        ("tatweel forgotten", same_letters_with_tatweel),
        ("alef forgotten", same_but_alefs),
        ("marks forgotten", same_with_marks),
        ("too much folded", lambda first, second: normalize(first).text == normalize(second).text),
        ("always true", lambda first, second: bool(first)),
        ("another kind", lambda first, second: spelling(first)),
    ],
    "words_left": [
        ("before folding", 212),
        ("every word counted", 314),
        ("all tokens counted", len({token.text for token in tokens(normalize(BODY).text)})),
        ("records counted", len({token for token in tokens(normalize(BODY).text)})),
        ("cut at spaces", len(set(normalize(BODY).text.split()))),
        ("another result", 100),
        ("another kind", "211"),
    ],
    "way_back": [
        ("folded offsets", back_by_folded_offsets),
        ("folded word", back_folded),
        ("another text", back_in_the_story),
        ("offsets returned", back_as_offsets),
        ("searched as written", back_as_written),
        ("end too early", lambda text, word: text[(at := text.find(back_by_tokens(text, word))) : at + len(word)]),
        ("another result", lambda text, word: text),
        ("not in the text", lambda text, word: back_by_tokens(text, word) + "!"),
    ],
    "collisions": [
        ("folded form", {"ان"}),
        ("none", []),
        ("not in the story", {"علي", "على"}),
        ("one spelling only", ["بين", "بيّن"]),
        ("another result", {"أن"}),
        ("another kind", "أن"),
    ],
}
