"""The exercises of lesson 03: what is a word in Arabic?

A reference imports by itself what it uses beyond `helpers`, as the learner is shown it alone.
"""

import re
import string
from collections.abc import Callable
from functools import cache
from random import Random

from helpers import SEED, read_article, tokens
from helpers.exercises.exercise import Exercise, Mistake, Promise
from helpers.exercises.samples import country, with_marks
from helpers.lexicon import words
from helpers.translation import read_glossary
from helpers.words import concordance, cuts, endings

ARABIC_MARKS, OTHER_MARKS = "،؛؟«»", '.:!/()"'
ALL_MARKS = ARABIC_MARKS + OTHER_MARKS


def bare_word(piece: str) -> str:
    marks = "،؛؟«»" + '.:!/()"'
    return piece.strip(marks)


def between_marks(random: Random) -> str:
    """A country's name, perhaps with marks on its letters, and punctuation glued to it."""
    word = country(random)
    word = with_marks(random, word) if random.random() < 0.3 else word
    front = random.choice(["", "", "«", '"', "("])
    return front + word + "".join(random.choices('،؛؟»"):./!', k=random.randrange(3)))


BARE_WORD = Exercise(
    bare_word,
    asks="Write `bare_word(piece)`: the piece without the punctuation that is glued to its two ends.",
    cases=(
        *("لافروف،", "السلام", 'باغ".', '"اتفقنا', "نوفمبر/", "وبيّن", "«السلام»؟"),
        *("11/13/2020،", "(aa.com)"),
    ),
    unseen=between_marks,
    hints=(
        "`piece.strip(marks)` takes characters off both ends, as long as they are in `marks`, in any order.",
        "Python's `punctuation` holds Latin marks only. Which five does Arabic add?",
        'Join two texts with `+`: `punctuation + "،؛؟«»"`.',
    ),
    mistakes=(
        Mistake(
            "unchanged",
            "The piece comes back as it was. `strip` takes off the marks that it is given, and gives a new text.",
            lambda piece: piece,
        ),
        Mistake(
            "inside too",
            "Only the marks at the two ends should go. Inside, as in `11/13/2020`, they stay: `strip` does just that.",
            lambda piece: re.sub(f"[{ALL_MARKS}]", "", piece),
        ),
        Mistake(
            "Latin marks only",
            "Python's `punctuation` doesn't know the Arabic comma, semicolon and question mark, nor « and ».",
            lambda piece: piece.strip(string.punctuation),
        ),
        Mistake(
            "Arabic marks only",
            "The full stop, the colon and the like stand in Arabic texts too.",
            lambda piece: piece.strip(ARABIC_MARKS),
        ),
        Mistake(
            "back only",
            "A mark may stand in front of the word too, as the quotation mark does.",
            lambda piece: piece.rstrip(ALL_MARKS),
        ),
        Mistake(
            "one mark only",
            "More than one mark may be glued to an end, as in a quotation that closes a sentence.",
            lambda piece: re.sub(f"^[{ALL_MARKS}]|[{ALL_MARKS}]$", "", piece),
        ),
        Mistake(
            "shadda lost",
            "For `isalpha` a shadda is no letter, but it belongs to the word. Name what should go, not what stays.",
            lambda piece: "".join(c for c in piece if c.isalpha()),
        ),
    ),
    promises=(
        Promise("mark left", "There is still punctuation on it.", lambda piece, came: came.strip(ALL_MARKS) == came),
        Promise(
            "letters changed",
            "The word itself should stay as it is. Is there a letter among your marks?",
            lambda piece, came: piece.strip(ALL_MARKS) in came,
        ),
    ),
    afterwards="With its comma, a name is another text for Python; without it, both are one word.",
)


@cache
def waws() -> dict[str, bool]:
    """The words of the story that begin with و, and whether that is the و of “and”."""
    glossary = read_glossary(SEED.with_suffix(".glossary.tsv"))
    found = [token.text for token in tokens(read_article(SEED).body) if token.text.startswith("و")]
    return {word: "و" in glossary[word].proclitics for word in found}


def false_waws() -> set[str]:
    from helpers.translation import read_glossary

    glossary = read_glossary(SEED.with_suffix(".glossary.tsv"))
    found = {token.text for token in tokens(read_article(SEED).body) if token.text.startswith("و")}
    return {word for word in found if "و" not in glossary[word].proclitics}


FALSE_WAWS = Exercise(
    false_waws,
    asks="Predict, then run: in which of the story's words is the first و a letter of the word itself? Give the set.",
    hints=(
        "Cover the first letter. Is the rest a word or a name that you know? Then the و is probably “and”.",
        "There are two. You met both in lesson 00.",
        "The glossary knows: `glossary[word].proclitics` names what is glued on in front.",
    ),
    mistakes=(
        Mistake(
            "all of them",
            "Most of them have the “and”. (`proclitics` holds all that stands in front: ask whether the و is `in` it.)",
            lambda: set(waws()),
        ),
        Mistake(
            "the others",
            "It is the other way round: these have the “and”, and the question is for those that don't.",
            lambda: {word for word, conjunction in waws().items() if conjunction},
        ),
        Mistake(
            "names taken whole",
            "أغدام (Aghdām) and لاتشين (Lātshīn) are the districts' names: the و before them is “and”.",
            lambda: {"وزير", "وقف", "وأغدام", "ولاتشين"},
        ),
        Mistake("minister only", "One is found. The other begins the words for a ceasefire.", lambda: {"وزير"}),
        Mistake("stop only", "One is found. The other is the very first word of the story.", lambda: {"وقف"}),
    ),
    afterwards="Without its و, وزير (wazīr, minister) would be زير (zīr, a water jar).",
)


def split_front(word: str, known: set[str]) -> tuple[str, str]:
    from helpers.words import cuts

    for particles, rest in cuts(word):
        if rest in known:
            return particles, rest
    return "", word


def known_cuts(word: str, known: set[str]) -> list[tuple[str, str]]:
    return [(particles, rest) for particles, rest in cuts(word) if rest in known]


def glued_country(random: Random) -> tuple[str, set[str]]:
    """A country's name behind particles, and a word list that mostly has it."""
    names = [country(random) for _ in range(3)]
    word = names[0]
    # ل and ال melt into لل, which `cuts` can't part.
    prepositions = ["", "ب", "ك"] if word.startswith("ال") else ["", "ب", "ك", "ل"]
    glued = random.choice(["", "و", "ف"]) + random.choice(prepositions) + word
    return glued, set(names if random.random() < 0.8 else names[1:])


SPLIT_FRONT = Exercise(
    split_front,
    asks="Write `split_front(word, known)`: the first cut whose rest is in `known`, or `("
    '"", word)` where there is none.',
    cases=(
        *[("وتركيا", {"تركيا"}), ("وزير", {"وزير"}), ("وزير", {"وزير", "زير"}), ("بإقليم", {"إقليم", "بلاد"})],
        *[("والمبادرات", {"مبادرات"}), ("المركز", {"المركز", "مركز"}), ("بلاد", {"بلاد"}), ("لافروف", {"تركيا"})],
    ),
    unseen=glued_country,
    hints=(
        "Go through the cuts: `for particles, rest in cuts(word):`.",
        "Is the `rest` of this cut in `known`? Then return both, and the loop is over.",
        'What if no cut fits? Put `return "", word` behind the loop, not into it.',
    ),
    mistakes=(
        Mistake(
            "cut as far as it goes",
            "This cuts whatever looks like a particle. Ask of each rest whether it is in `known`.",
            lambda word, known: list(cuts(word))[-1],
        ),
        Mistake(
            "never cut",
            "No word is ever cut. Each cut is a pair: take it apart, `for particles, rest in cuts(word):`, and go on "
            "to the next one if its rest isn't in `known`.",
            lambda word, known: ("", word),
        ),
        Mistake(
            "last cut that fits",
            "More than one cut may fit. The uncut word comes first: if the list has وزير, a minister is meant.",
            lambda word, known: (known_cuts(word, known) or [("", word)])[-1],
        ),
        Mistake(
            "unknown forgotten",
            'For a word that the list doesn\'t have, nothing came. Put `return "", word` behind the loop.',
            lambda word, known: next(iter(known_cuts(word, known)), None),
        ),
        Mistake(
            "other order",
            "The right two, in the other order: the particles come first.",
            lambda word, known: (known_cuts(word, known) or [("", word)])[0][::-1],
        ),
        Mistake(
            "rest only",
            "That is the right rest. Give back the particles too: `return particles, rest`.",
            lambda word, known: (known_cuts(word, known) or [("", word)])[0][1],
        ),
    ),
    promises=(
        Promise(
            "letters lost",
            "Particles and rest, one after the other, should be the word again.",
            lambda word, known, came: "".join(map(str, came)) == word,
        ),
    ),
    afterwards="A word list decides, not the letters. That is how the helpers find تركيا in وتركيا.",
)


def is_stop_word(word: str, stop_words: set[str]) -> bool:
    from helpers.words import cuts

    found = False
    for _, rest in cuts(word):
        if rest in stop_words:
            found = True
    return found


LITTLE = {"في", "أن", "من", "هذا", "هي", "بعد"}


def perhaps_a_stop_word(random: Random) -> tuple[str, set[str]]:
    """A stop word or a country's name, often behind a و or ف, and a short list that mostly has it."""
    chosen = random.sample(words("stop_words")["words"], 5)
    word = random.choice(chosen) if random.random() < 0.6 else country(random)
    return random.choice(["", "و", "ف"]) + word, set(chosen[1:])


IS_STOP_WORD = Exercise(
    is_stop_word,
    asks="Write `is_stop_word(word, stop_words)`: True where the word, or the rest of one of its cuts, is in the list.",
    cases=[(word, LITTLE) for word in ("في", "وفي", "تركيا", "وأن", "بهذا", "أمن", "منطقة", "وتركيا", "وهي", "بعد")],
    unseen=perhaps_a_stop_word,
    hints=(
        "It is nearly `split_front`: go through `cuts(word)` and look at each rest.",
        "One rest in the list is enough for True. Only when the loop has seen all of them is it False.",
        "Begin with `for particles, rest in cuts(word):` and `if rest in stop_words:`.",
    ),
    mistakes=(
        Mistake(
            "as written only",
            "A little word may have another one glued on: وفي (wa-fī, and in) is و and في.",
            lambda word, stop_words: word in stop_words,
        ),
        Mistake(
            "any first letter cut",
            "The first letter goes whatever it is: أمن (amn, security) isn't من (min, from). Let `cuts` do it.",
            lambda word, stop_words: word in stop_words or word[1:] in stop_words,
        ),
        Mistake(
            "uncut words missed",
            "A word such as في (fī, in) is in the list as it stands, with nothing to cut off. That is True as well.",
            lambda word, stop_words: split_front(word, stop_words)[0] != "",
        ),
        Mistake(
            "never true",
            "This says False of any word. Each cut is a pair: ask whether its rest is in the list.",
            lambda word, stop_words: False,
        ),
        Mistake(
            "part of a word",
            "منطقة (manṭiqa, area) begins with من (min, from), but that is chance. Compare whole rests.",
            lambda word, stop_words: any(little in word for little in stop_words),
        ),
        Mistake(
            "cut to the end",
            "This asks of the last rest only: of بعد (baʿda, after) that is عد. Ask of each, the uncut word first.",
            lambda word, stop_words: list(cuts(word))[-1][1] in stop_words,
        ),
    ),
    afterwards="A stop list for Arabic is of little use without the cuts: وفي and بهذا would slip through.",
)


def agreements() -> int:
    from helpers.words import concordance

    return len(concordance(read_article(SEED).body, "اتفاق"))


def with_article() -> int:
    return len(concordance(read_article(SEED).body, "الاتفاق"))


AGREEMENTS = Exercise(
    agreements,
    asks="Predict, then run: how often does the story say اتفاق (ittifāq, agreement), with or without the article?",
    hints=(
        "It stands in the table of frequent words with the article. Without it, it is rarer, but it is there.",
        "`len(concordance(article.body, word))` counts them. Ask without ال: then it finds both.",
    ),
    mistakes=(
        Mistake(
            "article forgotten",
            "So often it stands without the article. With ال it is the same word.",
            lambda: agreements() - with_article(),
        ),
        Mistake(
            "article only",
            "So often it stands with the article. Without it, it is the same word.",
            with_article,
        ),
        Mistake(
            "verb counted",
            "اتفقنا (ittafaqnā, we agreed) is of the same family, but a verb: its letters are others.",
            lambda: agreements() + 1,
        ),
    ),
    afterwards="It is the story's most frequent word with a meaning of its own: more frequent than any name.",
)


def split_word(word: str, known: set[str]) -> tuple[str, str, str]:
    from helpers.words import cuts, endings

    for particles, rest in cuts(word):
        for stem, pronoun in endings(rest):
            opened = stem[:-1] + "ة" if pronoun and stem.endswith("ت") else stem
            for base in (stem, opened):
                if base in known:
                    return particles, base, pronoun
    return "", word, ""


def splits(
    word: str,
    known: set[str],
    opens: Callable[[str, str], bool] = lambda stem, pronoun: bool(pronoun) and stem.endswith("ت"),
    opened: Callable[[str], str] = lambda stem: stem[:-1] + "ة",
    given: Callable[[str, str], str] = lambda stem, base: base,
) -> tuple[str, str, str]:
    """`split_word`, with another idea of when a ت is a ة, of how to put it there, or of what to give back."""
    for particles, rest in cuts(word):
        for stem, pronoun in endings(rest):
            for base in [stem, opened(stem)] if opens(stem, pronoun) else [stem]:
                if base in known:
                    return particles, given(stem, base), pronoun
    return "", word, ""


def front_only(word: str, known: set[str]) -> tuple[str, str, str]:
    return (*split_front(word, known), "")


def back_only(word: str, known: set[str]) -> tuple[str, str, str]:
    found = [("", stem, pronoun) for stem, pronoun in endings(word) if stem in known]
    return (found or [("", word, "")])[0]


def as_far_as_it_goes(word: str, known: set[str]) -> tuple[str, str, str]:
    particles, rest = list(cuts(word))[-1]
    return (particles, *list(endings(rest))[-1])


@cache
def nouns() -> list[str]:
    """Words of the story that it writes with the article: they can take a pronoun instead."""
    glossary = read_glossary(SEED.with_suffix(".glossary.tsv"))
    return sorted({gloss.base for gloss in glossary.values() if "ال" in gloss.proclitics})


def noun_with_all(random: Random) -> tuple[str, set[str]]:
    """A noun with particles and a pronoun, and a word list that mostly has the noun."""
    noun, *others = random.sample(nouns(), 4)
    pronoun = random.choice(["", "ه", "ها", "هم", "نا"])
    stem = noun.removesuffix("ة") + "ت" if pronoun and noun.endswith("ة") else noun
    glued = random.choice(["", "و", "ف"]) + random.choice(["", "ب", "ل", "ك"]) + stem + pronoun
    return glued, {*others, noun} if random.random() < 0.8 else set(others)


SPLIT_WORD = Exercise(
    split_word,
    asks="Write `split_word(word, known)`: the particles, the word and the pronoun, so that the word is in `known`. "
    'A ت before a pronoun may be a ة. Where nothing fits, give `("", word, "")`.',
    cases=(
        *[("بلاده", {"بلاد"}), ("لبلاده", {"بلاد"}), ("بقوله", {"قول"}), ("وإسهامها", {"إسهام"}), ("قره", {"قره"})],
        *[("سيطرتها", {"سيطرة"}), ("وقته", {"وقت"}), ("بنات", {"بناة"}), ("وتركيا", {"تركيا"}), ("لافروف", {"تركيا"})],
        *[("تقنيتها", {"تقنية"}), ("وزيرها", {"وزير"}), ("شركائنا", {"قول"})],
    ),
    unseen=noun_with_all,
    hints=(
        "Two loops, one in the other: for each cut in front, try each ending of its rest with `endings(rest)`.",
        "Try the stem as it stands first. Then, if there is a pronoun and the stem ends in ت, try it with ة.",
        '`stem[:-1] + "ة"` puts a ة in the place of the last letter. It is this form that you return.',
    ),
    mistakes=(
        Mistake("front only", "The particles in front go, but the pronoun behind stays on.", front_only),
        Mistake("back only", "The pronoun behind goes, but the particles in front stay on.", back_only),
        Mistake(
            "teh marbuta forgotten",
            "Before a pronoun ة is written ت: سيطرتها (sayṭarati-hā, their control) is سيطرة and ها.",
            lambda word, known: splits(word, known, opens=lambda stem, pronoun: False),
        ),
        Mistake(
            "teh left",
            "The word is found, but given back with ت. Give back the form that is in `known`, with ة.",
            lambda word, known: splits(word, known, given=lambda stem, base: stem),
        ),
        Mistake(
            "every teh opened",
            '`replace` turns every ت of the stem into ة. Only its last letter is meant: `stem[:-1] + "ة"`.',
            lambda word, known: splits(word, known, opened=lambda stem: stem.replace("ت", "ة")),
        ),
        Mistake(
            "teh opened everywhere",
            "Only before a pronoun can a ت be a ة: بنات (banāt, girls) isn't بناة (bunāh, builders).",
            lambda word, known: splits(word, known, opens=lambda stem, pronoun: stem.endswith("ت")),
        ),
        Mistake(
            "cut as far as it goes",
            "This cuts whatever looks like a particle or a pronoun. Ask each time whether the word is in `known`.",
            as_far_as_it_goes,
        ),
        Mistake(
            "other order",
            "The right three, in another order: particles, word, pronoun.",
            lambda word, known: split_word(word, known)[::-1],
        ),
    ),
    promises=(
        Promise(
            "not its ends",
            "The word should begin with these particles and end with this pronoun.",
            lambda word, known, came: word.startswith(came[0]) and word.endswith(came[-1]),
        ),
    ),
    afterwards="With a good word list, this is how far rules go. Where two cuts fit, only the sentence can tell.",
)

EXERCISES = (BARE_WORD, FALSE_WAWS, SPLIT_FRONT, IS_STOP_WORD, AGREEMENTS, SPLIT_WORD)
