"""The direction of a clause: does it speak of the past or of the future?

Only the words before the date in its sentence are read, back from the date: the first that shows a tense decides, and
where none does, the verb that opens the sentence: Arabic news begins with its verb. A verb of the present speaks of
what is to come where it opens the sentence or a clause, or stands right before the date («يلتقي الرئيسان الأحد»).

Not handled: masculine past verbs outside the lists, for unvowelled they look like nouns («نقل», «مسح»).
"""

import re
from bisect import bisect_left
from functools import cache, lru_cache

from helpers import lexicon
from helpers.characters import LETTER
from helpers.dates.reading import Reading, read
from helpers.dates.vocabulary import DateWord, fold, folded, vocabulary

SENTENCE_END = frozenset(".!?\n…")
_FARTHEST = 60  # words; a longer sentence keeps the cost of a date constant
_LONGEST_SUBJECT = 2  # words between «إن» and its verb
_PRESENT = 0  # a verb of the present: its place says what it speaks of
# س before a verb of the present: «سيعقد», «ستجري», «سنلتقي»; words that only begin so stand in a list.
_FUTURE_VERB = re.compile(f"س[يتن][{LETTER}]{{2,}}")
_PRESENT_VERB = re.compile(f"ي[{LETTER}]{{2,}}")
# Past verbs that their shape tells: افتعل, انفعل and استفعل (their nouns have an alef before the last letter), and the
# feminine in ت. Nouns with the article, and in ات, are none.
_PAST_VERB = re.compile(f"ا(?!ل)(?:ن|ست|[^ا]ت)[^ا]{{2,4}}|(?!ال|ت)[{LETTER}]{{2,}}[^اي]ت")


def tense_signs(reading: Reading) -> list[int]:
    """Give the places of the words that can show a tense, and of the marks that end a sentence."""
    words = enumerate(reading.words)
    return [index for index, word in words if word.kind in SENTENCE_END or _of_word(word.form) is not None]


def direction(reading: Reading, position: int, signs: list[int]) -> int | None:
    """Give 1 where the clause before the word at `position` speaks of the future, -1 for the past, None for neither.

    `signs` are the places of all words and marks that can tell (see `tense_signs`).
    """
    words, farthest = reading.words, max(0, position - _FARTHEST)
    for index in reversed(signs[bisect_left(signs, farthest) : bisect_left(signs, position)]):
        if words[index].kind in SENTENCE_END:
            return _of_opening(words, index + 1)
        tense = _of_word(words[index].form)
        if tense == _PRESENT:
            tense = _of_present(words, index, position)
        if tense:
            return tense
    return None if farthest else _of_opening(words, 0)


def direction_of(words: str) -> int | None:
    """Give the direction of a clause by its folded words: those before the date of which it is asked."""
    reading = read(words)
    return direction(reading, len(reading.words), tense_signs(reading))


@lru_cache(maxsize=50_000)
def _of_word(form: str) -> int | None:
    """Give the direction that a word shows by itself, with or without «و» or «ف» before it; _PRESENT where it may."""
    for word in (form, form[1:]) if form[0] in "وف" else (form,):
        if word in past_forms():
            return -1
        if word in folded("future_cues") or (_FUTURE_VERB.fullmatch(word) and word not in folded("not_future_verbs")):
            return 1
    return _PRESENT if form in scheduled() or _looks_present(form) else None


def _of_present(words: list[DateWord], index: int, position: int) -> int | None:
    """«الذي يبدأ», «أن تنطلق», «يصل الخميس»: a verb of the present that opens a clause or touches the date."""
    verb, before = words[index], words[index - 1].form if index else ""
    touches = _is_present(verb) and (index == position - 1 or before in folded("may"))
    if touches or (verb.form in scheduled() and _opens_clause(words, index)):
        return -1 if before in folded("past_before_present") else 1
    return None


def _opens_clause(words: list[DateWord], index: int) -> bool:
    """«الذي يبدأ», «إن المؤتمر الدولي يبدأ», and the first word of what is quoted."""
    if not index:
        return False
    before = words[index - 1]
    is_quoted = before.kind == '"' and index > 1 and words[index - 2].kind == ":"
    subject = (word.form for word in words[max(0, index - 1 - _LONGEST_SUBJECT) : index - 1])
    return is_quoted or before.form in folded("clause_openers") or not folded("that").isdisjoint(subject)


def _of_opening(words: list[DateWord], index: int) -> int | None:
    """Give the direction of the verb that opens a sentence."""
    while index < len(words) and words[index].kind in ('"', "w"):
        index += 1
    if index == len(words):
        return None
    verb = words[index]
    bare = verb.form[1:] if verb.form[0] in "وف" else verb.form
    if verb.form in scheduled() or bare in scheduled() or _is_present(verb):
        return 1
    is_past = bare in folded("verbs_like_nouns") or (verb.kind == "_" and _PAST_VERB.fullmatch(bare))
    return -1 if is_past else None


def _is_present(verb: DateWord) -> bool:
    return verb.kind == "_" and _looks_present(verb.form)


def _looks_present(form: str) -> bool:
    bare = form[1:] if form[0] in "وف" else form
    return bool(_PRESENT_VERB.fullmatch(bare)) and bare not in folded("not_present_verbs")


@cache
def past_forms() -> frozenset[str]:
    """Give the words that show the past, and the third person of the past verbs: «أعلن», «أعلنت», «أعلنوا».

    Verbs whose masculine looks like a noun («عقد», «بحث») or a particle («بيّن») are left to the place that opens a
    sentence.
    """
    verbs = {*lexicon.words("dates")["past_verbs"], *lexicon.words("reporting")["verbs"]}
    forms = {form for verb in verbs for form in _past_forms(*fold(verb))}
    return folded("past_cues") | (forms - folded("verbs_like_nouns") - vocabulary().keys())


def _past_forms(verb: str) -> tuple[str, ...]:
    weak = verb[:-1] if verb.endswith("ي") else verb  # «انتهى», «انتهت»
    return verb, weak + "ت", weak + "وا"


@cache
def scheduled() -> frozenset[str]:
    """Give the verbs that news uses in the present for what is to come, masculine and feminine: «يلتقي», «تلتقي»."""
    return folded("scheduled_verbs") | {"ت" + verb[1:] for verb in folded("scheduled_verbs")}
