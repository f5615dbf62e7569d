"""The exercises of lesson 02: when are two words the same word?"""

import re
import unicodedata
from collections.abc import Callable
from random import Random

from helpers import SEED, normalize, read_article, tokens
from helpers.exercises.exercise import Exercise, Mistake, Promise
from helpers.exercises.samples import MARKS, country, country_with_hamza, respelt, with_marks


def strip_marks(word: str) -> str:
    letters = [c for c in word if not "\N{ARABIC FATHATAN}" <= c <= "\N{ARABIC SUKUN}"]
    return "".join(letters)


STRIP_MARKS = Exercise(
    strip_marks,
    asks="Write `strip_marks(word)`: the word without its marks, fathatan (U+064B) to sukun (U+0652).",
    cases=("كِتَاب", "بيّن", "اتفاقٌ", "أَعْلَنَ", "لافروف", "١٥ يَومًا", "پُل", ""),
    unseen=lambda random: with_marks(random, country(random)),
    hints=(
        "A mark is a character of its own, behind its letter. Which characters of the word do you want to keep?",
        'Characters can be compared: `"\\N{ARABIC FATHATAN}" <= c <= "\\N{ARABIC SUKUN}"` is true of the eight marks.',
        'Collect what you keep in a list, and make a text of it: `"".join(letters)`.',
    ),
    mistakes=(
        Mistake(
            "unchanged",
            "The marks are still there. If you use `replace`, keep what it gives, `word = word.replace(…)`, and do so "
            "for each of the eight.",
            lambda word: word,
        ),
        Mistake(
            "later characters lost",
            "Behind the marks Unicode has more letters, as the Persian پ, and the digits ١٥. A mark lies between two "
            "bounds.",
            lambda word: "".join(c for c in word if c < MARKS[0]),
        ),
        Mistake(
            "shadda stays",
            "The shadda (U+0651), which doubles a letter, is a mark too.",
            lambda word: re.sub("[\u064b-\u0650\u0652]", "", word),
        ),
        Mistake(
            "sukun stays",
            "The sukun (U+0652) is still there. A `range` leaves out its end; is that it?",
            lambda word: re.sub("[\u064b-\u0651]", "", word),
        ),
        Mistake(
            "ends only",
            "`strip` takes characters off the two ends of a text only. Most marks stand inside the word.",
            lambda word: word.strip("".join(MARKS)),
        ),
        Mistake(
            "hamza lost",
            "Taking characters apart (NFD) cuts the hamza off أ and the madda off آ. They are part of the letter.",
            lambda word: "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)),
        ),
        Mistake(
            "list of letters",
            'These are the right letters, in a list. `"".join(…)` makes one text of them.',
            lambda word: [c for c in word if c not in MARKS],
        ),
    ),
    promises=(
        Promise("mark left", "There is still a mark in it.", lambda word, came: not set(came) & set(MARKS)),
        Promise(
            "letters changed",
            "The letters should all stay, in their order.",
            lambda word, came: list(came) == [c for c in word if c not in MARKS],
        ),
    ),
    afterwards="Each mark is a character of its own, so a word gets shorter without them.",
)


def fold_alef(word: str) -> str:
    for alef in "أإآ":
        word = word.replace(alef, "ا")
    return word


FOLD_ALEF = Exercise(
    fold_alef,
    asks="Write `fold_alef(word)`: the word with each أ, إ and آ written as plain ا.",
    cases=("أعلن", "إقليم", "آذار", "أن", "على", "رئيس", "لافروف"),
    unseen=country_with_hamza,
    hints=(
        '`word.replace("أ", "ا")` gives a new word. How can you do that for three letters, one after the other?',
        "Go through the three letters with `for`, and put each result into `word` again.",
    ),
    mistakes=(
        Mistake(
            "unchanged",
            "The word comes back as it was. `replace` looks for the whole of what it is given, so give it one letter, "
            "and keep what comes of it: `word = word.replace(…)`.",
            lambda word: word,
        ),
        Mistake(
            "one alef only",
            "أ is folded, but إ and آ are not. Does the second `replace` work on the result of the first?",
            lambda word: word.replace("أ", "ا"),
        ),
        Mistake(
            "madda forgotten",
            "آ, the alef with madda, is an alef too.",
            lambda word: re.sub("[أإ]", "ا", word),
        ),
        Mistake(
            "maksura folded",
            "ى only looks like an alef's relative: folding it turns على (on) into علا (he rose). PyArabic does that.",
            lambda word: re.sub("[أإآى]", "ا", word),
        ),
        Mistake(
            "other hamzas folded",
            "Only the alefs are asked for: ئ and ؤ carry a hamza too, but they are no alefs.",
            lambda word: normalize(word, ["alef", "hamza"]).text,
        ),
        Mistake(
            "alef dropped",
            "The letter is gone. A plain ا should stand in its place.",
            lambda word: re.sub("[أإآ]", "", word),
        ),
    ),
    promises=(
        Promise("length changed", "One letter in, one letter out.", lambda word, came: len(came) == len(word)),
        Promise("alef left", "One alef isn't plain yet.", lambda word, came: not set(came) & set("أإآ")),
    ),
    afterwards="Many writers leave the hamza out, so a search has to do without it.",
)


def words_left() -> int:
    article = read_article(SEED)
    folded = normalize(article.body).text
    return len({token.text for token in tokens(folded) if token.kind == "word"})


def words_as_written() -> list[str]:
    """Every word of the story, as often as it stands there."""
    return [token.text for token in tokens(read_article(SEED).body) if token.kind == "word"]


WORDS_LEFT = Exercise(
    words_left,
    asks="Predict, then run: how many different words does the story have, once `normalize` has folded its spellings?",
    hints=(
        "Folding can make two words the same, and never one word two: it won't be more than before.",
        "Go through `tokens(normalize(article.body).text)`. Put the `token.text` of each word into a set, and ask for "
        'its `len`. It is a word where `token.kind` is `"word"`.',
    ),
    mistakes=(
        Mistake(
            "before folding",
            "That is how many there are before folding. Do all of them stay different?",
            lambda: len(set(words_as_written())),
        ),
        Mistake(
            "every word counted",
            "That counts each word as often as it stands there. A set keeps each one once.",
            lambda: len(words_as_written()),
        ),
        Mistake(
            "all tokens counted",
            "Punctuation and numbers are counted too: keep the tokens whose `kind` is `word`.",
            lambda: len({token.text for token in tokens(normalize(read_article(SEED).body).text)}),
        ),
        Mistake(
            "records counted",
            "A token also knows its place, so no two are the same. Put the `token.text` of each word into the set.",
            lambda: len(set(tokens(normalize(read_article(SEED).body).text))),
        ),
        Mistake(
            "cut at spaces",
            "Cut at spaces, a word with a full stop glued to it counts as another one. `tokens` parts them.",
            lambda: len(set(normalize(read_article(SEED).body).text.split())),
        ),
    ),
    afterwards="One careful writer hardly varies: one word less. In the texts of many writers folding merges far more.",
)


def collisions() -> set[str]:
    article = read_article(SEED)
    words = {token.text for token in tokens(article.body) if token.kind == "word"}
    folded = [normalize(word).text for word in words]
    return {word for word in words if folded.count(normalize(word).text) > 1}


COLLISIONS = Exercise(
    collisions,
    asks="Predict, then run: which words of the story become one when they are folded? Give their set, as written.",
    hints=(
        "Which steps can do it? Look for two words that differ in the form of an alef, a yeh or a mark only.",
        "They are very short, and both stand before what somebody says.",
        "Make a list `forms` of `normalize(word).text` for each word of `set(words)`. Then ask of each of these words "
        "whether `forms.count(normalize(word).text)` is 2.",
    ),
    mistakes=(
        Mistake(
            "folded form",
            "That is what they become. What were they before?",
            lambda: {normalize(word).text for word in collisions()},
        ),
        Mistake("none", "There is one pair: two little words that differ in the place of a hamza.", set),
        Mistake(
            "not in the story",
            "These two do become one word, but علي (the name Ali) doesn't stand in this story.",
            lambda: {"على", "علي"},
        ),
        Mistake(
            "one spelling only",
            "These two do become one word, but the story never leaves the shadda out.",
            lambda: {"بيّن", "بين"},
        ),
    ),
    afterwards="أن and إن, two kinds of “that”, are two words. No names of this story merge.",
)


def same_word(first: str, second: str) -> bool:
    steps = ["marks", "tatweel", "alef"]
    return normalize(first, steps).text == normalize(second, steps).text


ALL_THREE = ["marks", "tatweel", "alef"]


def same_after(*steps: str) -> Callable[[str, str], bool]:
    """`same_word`, with other steps."""
    return lambda first, second: normalize(first, steps).text == normalize(second, steps).text


def two_words(random: Random) -> tuple[str, str]:
    """One country in two spellings, or, now and then, two countries."""
    first = country_with_hamza(random)
    second = country(random) if random.random() < 0.3 else first
    return respelt(random, first), respelt(random, second)


SAME_WORD = Exercise(
    same_word,
    asks="Write `same_word(first, second)`: True where the two differ in marks, tatweel and forms of alef at most.",
    cases=(
        *[("بيّن", "بين"), ("بين", "بيّن"), ("السلام", "الســـلام"), ("إقليم", "اقليم"), ("أَعْلَنَ", "اعلن")],
        *[("أن", "إن"), ("على", "علي"), ("دولة", "دوله"), ("روسيا", "تركيا")],
    ),
    unseen=two_words,
    hints=(
        "Two spellings are one word if they become the same text. What would you do to each of them first?",
        '`normalize(word, ["marks"]).text` takes the marks away. Which other steps do you need?',
        "Do the same to both words, then compare with `==`.",
    ),
    mistakes=(
        Mistake(
            "steps missing",
            "Some differences still count that shouldn't. Fold both words by all three steps, marks, tatweel and alef, "
            "and compare the `.text` of what comes out.",
            lambda first, second: first == second,
        ),
        Mistake(
            "one side folded",
            "Only the first word is folded. The second may be the one with the marks.",
            lambda first, second: normalize(first, ALL_THREE).text == second,
        ),
        Mistake("tatweel forgotten", "A tatweel only stretches a word; it is no letter.", same_after("marks", "alef")),
        Mistake("alef forgotten", "The forms of alef are still told apart.", same_after("marks", "tatweel")),
        Mistake("marks forgotten", "The marks still make a difference.", same_after("tatweel", "alef")),
        Mistake(
            "too much folded",
            "All steps together go too far here: على (on) and علي (the name Ali) become one word.",
            lambda first, second: normalize(first).text == normalize(second).text,
        ),
        Mistake(
            "always true",
            "This says True of any two words. روسيا (Russia) and تركيا (Turkey) aren't the same.",
            lambda first, second: True,
        ),
    ),
    afterwards="With more steps a search finds more, and mixes up more.",
)


def way_back(text: str, word: str) -> str:
    folded = normalize(text)
    start = folded.text.find(word)
    first, last = folded.original(start, start + len(word))
    return text[first:last]


def in_the_story(text: str, word: str) -> str:
    """What `way_back` gives if it looks into the story, whatever `text` is."""
    story = read_article(SEED).body
    return text[slice(*normalize(story).original(*place(story, word)))]


def place(text: str, word: str) -> tuple[int, int]:
    """Where the word stands in the folded text."""
    start = normalize(text).text.find(word)
    return start, start + len(word)


def respelt_line(random: Random) -> tuple[str, str]:
    """Four respelt countries on a line; the longest, folded, is looked for: it can't stand inside another."""
    words = {normalize(word).text: word for word in (country_with_hamza(random) for _ in range(4))}
    return " ".join(respelt(random, word) for word in words.values()), max(words, key=len)


WAY_BACK = Exercise(
    way_back,
    asks="Write `way_back(text, word)`: find the folded `word` in the folded text, and return it as `text` has it.",
    cases=(
        *[("وقال لافروف", "لافروف"), ("في إقليم", "اقليم"), ("وبيّن علييف", "علييف")],
        *[("السّلام في الأرض", "الارض"), ("أعلنَ «بيّنَ»", "بين")],
    ),
    unseen=respelt_line,
    hints=(
        "`folded = normalize(text)`, then `folded.text.find(word)` says where the word begins in the folded text.",
        "The folded text is shorter where marks went, so its offsets don't fit the original.",
        "`folded.original(start, end)` leads two offsets of the folded text back to the original.",
    ),
    mistakes=(
        Mistake(
            "folded offsets",
            "These offsets count the characters of the folded text; `folded.original(start, end)` leads back.",
            lambda text, word: text[slice(*place(text, word))],
        ),
        Mistake(
            "folded word",
            "That is the folded word. A reader wants to see it as the story writes it.",
            lambda text, word: word,
        ),
        Mistake(
            "another text",
            "Did you look into the story? Fold the `text` that you are given: `normalize(text)`.",
            in_the_story,
        ),
        Mistake(
            "offsets returned",
            "Those are the right offsets. Now cut them out of the original: `text[first:last]`.",
            lambda text, word: normalize(text).original(*place(text, word)),
        ),
        Mistake(
            "searched as written",
            "The folded word isn't always in the text as it is written: `find` then gives -1.",
            lambda text, word: text[(start := text.find(word)) : start + len(word)],
        ),
        Mistake(
            "end too early",
            "It begins at the right place and ends too early: with its marks the word is longer.",
            lambda text, word: text[normalize(text).original(*place(text, word))[0] :][: len(word)],
        ),
    ),
    promises=(Promise("not in the text", "It doesn't stand in the text.", lambda text, word, came: came in text),),
    afterwards="Match in the folded text, show the original: that is how all helpers of this course work.",
)

EXERCISES = (STRIP_MARKS, FOLD_ALEF, WORDS_LEFT, COLLISIONS, SAME_WORD, WAY_BACK)
