"""The exercises of lesson 09: does it work on mine?

A reference imports by itself what it uses beyond `helpers`, as the learner is shown it alone.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from math import prod
from random import Random

from helpers import SEED, find_dates, find_entities, read_article
from helpers.exercises.exercise import Exercise, Mistake, Promise, ScoredExercise
from helpers.records import DateMention, Entity
from helpers.score import Gold, read_gold, score_dates, score_entities

STORY = SEED.with_name("invented_library.txt")
PUBLISHED = date(2025, 2, 5)


@cache
def body() -> str:
    return read_article(STORY).body


@cache
def gold() -> Gold:
    return read_gold(STORY.with_suffix(".gold.json"))


def dates_ahead() -> float:
    from helpers.score import read_gold, score_dates

    path = SEED.with_name("invented_library.txt")
    article = read_article(path, "2025-02-05")
    gold = read_gold(path.with_suffix(".gold.json"))
    found = find_dates(article.body, article.published)
    return round(score_dates(found, gold.dates).f1, 1)


DATES_AHEAD = Exercise(
    dates_ahead,
    asks="Predict, then run: which F1 do the helpers' dates reach in the second story, rounded to one digit?",
    hints=(
        "Go through the table with the translation beside it: how many of the 17 dates are wrong?",
        "Precision is right ÷ 17, recall is right ÷ 16. F1 lies between the two.",
        "A day is wrong if the words before it say that it is still to come; so is a word that means no day at all.",
    ),
    mistakes=(
        Mistake(
            "as on the first story",
            "All dates of the first story are right, but two of this table are not. Look at numbers 11 and 14.",
            lambda: 1.0,
        ),
        Mistake(
            "one wrong date",
            "That would be nearly all. One date has the wrong day; another is no date. Both count.",
            lambda: round(2 * 16 / (17 + 16), 2),
        ),
        Mistake("not rounded", "Very near! Round it to one digit behind the point.", lambda: round(2 * 15 / 33, 2)),
    ),
    promises=(
        Promise("between 0 and 1", "F1 lies between 0 and 1: write 0.5 for one half.", lambda came: 0 <= came <= 1),
    ),
    afterwards="Nearly as good as on the first story, and not quite: that is what a story never seen is for.",
)


def missing_names(text: str) -> list:
    own = [("جمعية أصدقاء الكتاب", "ORG"), ("شارع 8 أيلول", "LOC")]
    return find_entities(text, extra=own)


AS_FOUND = "Nothing is added yet: hand over `extra=…`, a list of pairs, the name first in each, then its label."
OWN = {"جمعية أصدقاء الكتاب": "ORG", "شارع 8 أيلول": "LOC"}


def with_names(*own: tuple[str, str]) -> Callable[[str], list[Entity]]:
    return lambda text: find_entities(text, extra=own)


MISSING_NAMES = ScoredExercise(
    missing_names,
    asks="Write `missing_names(text)`: all names of the second story, with `extra` names of your own.",
    hints=(
        "Run `check` with `return find_entities(text)` first: the story shows you what is missed.",
        "Two names are missed. One you have seen: the association. The other one is a place.",
        "Beside the association, put the street, with its head noun: شارع 8 أيلول (Shāriʿ 8 Aylūl, 8 September Street) "
        "is a LOC.",
    ),
    mistakes=(
        Mistake("as found", AS_FOUND, find_entities),
        Mistake(
            "street missed",
            "One is still missed: the old building stands in a street that is named after a day.",
            with_names(("جمعية أصدقاء الكتاب", "ORG")),
        ),
        Mistake(
            "association missed",
            "The street is there now. The association from the cell above is missed.",
            with_names(("شارع 8 أيلول", "LOC")),
        ),
        Mistake(
            "a kind for a name",
            "المجلس البلدي (al-majlis al-baladī, the municipal council) is a kind of council, and no name.",
            with_names(*[("جمعية أصدقاء الكتاب", "ORG"), ("شارع 8 أيلول", "LOC"), ("المجلس البلدي", "ORG")]),
        ),
    ),
    promises=(
        Promise(
            "another label",
            "The words are right, and a label isn't: an association is an ORG, a street a LOC, in capital letters.",
            lambda text, came: all(OWN.get(name.text, name.label) == name.label for name in came),
        ),
    ),
    elsewhere=(
        "أعلنت جمعية أصدقاء الكتاب أن مقرها الجديد يقع في شارع 8 أيلول.",
        "زارت سلمى حداد جمعية أصدقاء الكتاب. ويلتقي القراء في شارع 8 أيلول ببيروت.",
    ),
    afterwards="A list mends one story at once. To mend all stories, it takes a rule.",
    text=body,
    gold=lambda: gold().entities,
    score=score_entities,
)


def mended_dates(text: str) -> list:
    from dataclasses import replace
    from datetime import date

    signing, mended = date(2025, 2, 6), []
    for mention in find_dates(text, date(2025, 2, 5)):
        if mention.text == "الخميس":
            mention = replace(mention, first=signing, last=signing)
        if mention.text != "اليوم":
            mended.append(mention)
    return mended


def found_dates(text: str) -> list[DateMention]:
    return find_dates(text, PUBLISHED)


def moved(text: str, days: int) -> list[DateMention]:
    """The dates, with Thursday moved by some days."""
    step = timedelta(days=days)
    return [
        replace(found, first=found.first + step, last=found.last + step) if found.text == "الخميس" else found
        for found in found_dates(text)
    ]


def without(*words: str) -> Callable[[str], list[DateMention]]:
    return lambda text: [found for found in found_dates(text) if found.text not in words]


def thursdays(came: list[DateMention]) -> list[tuple]:
    return [(found.first, found.last) for found in came if found.text == "الخميس"]


OLD, SIGNING = date(2025, 1, 30), date(2025, 2, 6)

MENDED_DATES = ScoredExercise(
    mended_dates,
    asks="Write `mended_dates(text)`: the dates of the second story, the false one left out and Thursday on its day.",
    hints=(
        "Begin with an empty list. Go through `find_dates(text, date(2025, 2, 5))` and append each date, or not.",
        "Is `mention.text` the word for today? Then don't append it.",
        "Is it Thursday? Then append `replace(mention, first=signing, last=signing)` instead of it.",
    ),
    mistakes=(
        Mistake(
            "Thursday lost",
            "Thursday is a date of this story: move it, don't leave it out.",
            without("اليوم", "الخميس"),
        ),
        Mistake(
            "nowadays kept",
            "Thursday is on its day. Still there is اليوم (al-yawm), which means nowadays here: leave it out.",
            lambda text: moved(text, 7),
        ),
        Mistake(
            "Thursday as found",
            "The false hit is gone. Thursday still has its old day: `replace` gives a new record, so keep that one.",
            without("اليوم"),
        ),
        Mistake(
            "as found",
            "Two are wrong, as above: اليوم (al-yawm) is to go, and الخميس (al-Khamīs) to move.",
            found_dates,
        ),
    ),
    promises=(
        Promise(
            "no day",
            "A day is a `date`, such as `date(2025, 2, 6)`; a text is none.",
            lambda text, came: all(isinstance(day, date | None) for found in came for day in (found.first, found.last)),
        ),
        Promise(
            "two Thursdays",
            "Thursday is there twice, on two days. (Once `del` has taken a date out, the numbers behind it change.)",
            lambda text, came: len(thursdays(came)) < 2,
        ),
        Promise(
            "last as before",
            "Thursday's `first` is 6 February, but its `last` is still 30 January: `replace` both.",
            lambda text, came: (SIGNING, OLD) not in thursdays(came),
        ),
        Promise(
            "another day",
            "Thursday has moved, but not to 6 February 2025, its first day and its last: `date(2025, 2, 6)`.",
            lambda text, came: set(thursdays(came)) <= {(SIGNING, SIGNING), (OLD, OLD)},
        ),
    ),
    elsewhere=(
        "أعلن المنظمون أمس تأجيل العرض إلى الخميس. وتضم المدينة اليوم ثلاثة مسارح.",
        "وتقرر تأجيل الرحلة إلى الخميس.",
    ),
    afterwards="Run the next cell: the timeline puts the signing on the day after publication.",
    text=body,
    gold=lambda: gold().dates,
    score=score_dates,
)


def honest_f1(right: int, missed: int, invented: int, made_up: int) -> float:
    precision = right / max(1, right + invented + made_up)
    recall = right / max(1, right + missed)
    if right == 0:
        return 0.0
    return round(2 * precision * recall / (precision + recall), 2)


def f1_of(right: int, found: int, there: int) -> float:
    return round(2 * right / max(1, found + there), 2)


def rounded(value: Callable[[float, float], float]) -> Callable[[int, int, int, int], float]:
    """A figure of precision and recall, 0 where nothing is right."""

    def of(right: int, missed: int, invented: int, made_up: int) -> float:
        return round(value(right / (right + invented + made_up), right / (right + missed)), 2) if right else 0.0

    return of


def counts(random: Random) -> tuple[int, int, int, int]:
    """Four numbers whose F1 lies well between two figures, so that each way to count rounds it alike."""
    while True:
        right, missed, invented, made_up = (random.randrange(1, 12) for _ in range(4))
        if 400 * right % (2 * right + missed + invented + made_up):
            return right, missed, invented, made_up


HONEST_F1 = Exercise(
    honest_f1,
    asks="Write `honest_f1(right, missed, invented, made_up)`: the F1 that counts made-up names as false hits, rounded "
    "to two digits; 0 where nothing is right.",
    cases=(
        (5, 11, 1, 1),
        (10, 0, 0, 0),
        (10, 0, 0, 10),
        (4, 4, 0, 0),
        (0, 3, 2, 1),
        (0, 0, 0, 0),
        (7, 2, 3, 4),
        (1, 0, 2, 5),
    ),
    unseen=counts,
    hints=(
        "Precision is the share of what was named that is right. How many names were named?",
        "`right / (right + invented + made_up)` is the precision; made-up names don't touch the recall.",
        "F1 is `2 * precision * recall / (precision + recall)`; if `right` is 0, return 0 before you divide.",
    ),
    mistakes=(
        Mistake(
            "made-up names forgotten",
            "That is the score of what stands in the text. A name that doesn't is wrong too.",
            lambda right, missed, invented, made_up: f1_of(right, right + invented, right + missed),
        ),
        Mistake(
            "precision only",
            "That is the precision. F1 takes the recall in as well.",
            rounded(lambda precision, recall: precision),
        ),
        Mistake(
            "recall only",
            "That is the recall. F1 takes the precision in as well, and there the made-up names count.",
            rounded(lambda precision, recall: recall),
        ),
        Mistake(
            "plain mean",
            "F1 is no plain mean: `2 * precision * recall / (precision + recall)` is nearer to the smaller of the two.",
            rounded(lambda precision, recall: (precision + recall) / 2),
        ),
        Mistake(
            "rounded too early",
            "Precision and recall were rounded before they were used: round once, at the end.",
            rounded(lambda *both: 2 * prod(round(n, 2) for n in both) / max(0.01, sum(round(n, 2) for n in both))),
        ),
        Mistake(
            "factor forgotten",
            "This is half of the F1: `2 *` is missing.",
            rounded(lambda precision, recall: precision * recall / (precision + recall)),
        ),
        Mistake(
            "brackets forgotten",
            "Python divides before it adds: put brackets around `precision + recall`.",
            rounded(lambda precision, recall: 2 * precision * recall / precision + recall),
        ),
    ),
    promises=(
        Promise(
            "not rounded",
            "Round it to two digits: `round(f1, 2)`.",
            lambda right, missed, invented, made_up, came: came == round(came, 2),
        ),
    ),
    afterwards="What can't be found in the text can't be marked in it. A score of what is marked lets it go unseen.",
)


def shrink(text, wrong) -> str:
    words = text.split()
    kept = []
    for place, word in enumerate(words):
        fewer = " ".join(kept + words[place + 1 :])
        if not wrong(fewer):
            kept.append(word)
    return " ".join(kept)


def goes_back(text: str) -> bool:
    """Is Thursday taken for the one before?"""
    return any(mention.text == "الخميس" and mention.first < PUBLISHED for mention in find_dates(text, PUBLISHED))


def postponed_goes_back(text: str) -> bool:
    return "تأجيل" in text and "إلى الخميس" in text and goes_back(text)


def is_today(text: str) -> bool:
    """Is «اليوم» taken for the day of publication?"""
    return any(mention.text == "اليوم" for mention in find_dates(text, PUBLISHED))


def has_library_and_fair(text: str) -> bool:
    return {"المكتبة", "المعرض"} <= set(text.split())


def has_a_book(text: str) -> bool:
    return bool({"كتاب", "كتب"} & set(text.split()))


def from_the_front(text: str, wrong: Callable[[str], bool]) -> str:
    words = text.split()
    while words and wrong(" ".join(words[1:])):
        words = words[1:]
    return " ".join(words)


def each_by_itself(text: str, wrong: Callable[[str], bool]) -> str:
    words = text.split()
    needed = [not wrong(" ".join(words[:place] + words[place + 1 :])) for place in range(len(words))]
    return " ".join(word for word, needs in zip(words, needed, strict=True) if needs)


def in_its_loop(text: str, wrong: Callable[[str], bool]) -> str:
    words = text.split()
    for word in words:
        fewer = words.copy()
        fewer.remove(word)
        if wrong(" ".join(fewer)):
            words.remove(word)
    return " ".join(words)


def from_the_back(text: str, wrong: Callable[[str], bool]) -> str:
    words = text.split()
    for place in reversed(range(len(words))):
        fewer = words[:place] + words[place + 1 :]
        words = fewer if wrong(" ".join(fewer)) else words
    return " ".join(words)


def left_out(text: str, wrong: Callable[[str], bool]) -> str:
    kept = shrink(text, wrong).split()
    return " ".join(word for word in text.split() if word not in kept)


SHRINK = Exercise(
    shrink,
    asks="Write `shrink(text, wrong)`: the text without each word that can go while `wrong` stays True, tried "
    "from the first word to the last.",
    cases=(
        ("وتضم المدينة اليوم ست مكتبات", is_today),
        ("أعلن الرئيس تأجيل اللقاء إلى الخميس في بيان", postponed_goes_back),
        ("تفتح المكتبة أبوابها ويبدأ المعرض غدا", has_library_and_fair),
        ("في المكتبة كتاب وفي المعرض كتب كثيرة", has_a_book),
        ("عن كتاب", has_a_book),
        ("المعرض المكتبة", has_library_and_fair),
        ("كتاب أو كتب", has_a_book),
    ),
    hints=(
        "Keep a list of the words that are needed. For each word, build the text without it: what is kept so far, and "
        "all words behind it.",
        "`words[place + 1 :]` are the words behind the one at `place`; `enumerate(words)` gives place and word.",
        'If `wrong(" ".join(kept + words[place + 1 :]))` is False, the word is needed: append it to `kept`.',
    ),
    mistakes=(
        Mistake(
            "unchanged", "Nothing was left out. Build the text without a word, and ask `wrong` of it.", lambda t, w: t
        ),
        Mistake(
            "front only",
            "This stops at the first word that is needed. Go on: words behind it may go too.",
            from_the_front,
        ),
        Mistake(
            "each by itself",
            "Each word can go by itself, but not all of them together. Try the next one on the text that is left.",
            each_by_itself,
        ),
        Mistake(
            "changed in its loop",
            "The list got shorter while the loop went through it, so the loop jumped over words: build a new list.",
            in_its_loop,
        ),
        Mistake(
            "from the back",
            "Nothing more can go, but the words were tried from the last to the first. Begin with the first.",
            from_the_back,
        ),
        Mistake(
            "what can go",
            "These are the words that can go. Keep the others: those without which it is no longer wrong.",
            left_out,
        ),
    ),
    promises=(
        Promise(
            "no longer wrong",
            "This text isn't wrong any more, so it shows nobody what to mend.",
            lambda text, wrong, came: wrong(came) or not wrong(text),
        ),
    ),
    afterwards="Programmers call this *delta debugging*. A short case is soon understood, and stays as a test.",
)

EXERCISES = (DATES_AHEAD, MISSING_NAMES, MENDED_DATES, HONEST_F1, SHRINK)
