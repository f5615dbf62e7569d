"""Where do the words begin that a verb of speech reports?

At the first sign after the verb that is its own: a colon, a quotation mark, أن or إن, its preposition («أشار إلى»), or
the verbal noun after the speaker's name («أعلن … توصل»). Where the verb was lost, «إن» after a name is left of it.
"""

from typing import NamedTuple

from helpers.characters import is_digits, is_letters
from helpers.statements.reading import Story
from helpers.statements.vocabulary import is_aside, particles, words

_FARTHEST = 40  # words from a verb to the words that it reports; what is farther belongs to another verb
_SHORTEST_QUOTATION = 4  # words; less is a name in quotation marks, unless a colon announces it
_FARTHEST_OF_SPARING = 15  # the same for a verb that seldom reports, as «رد» and «علق»
_FARTHEST_OF_NOUN = 20  # the same where a preposition stands before a noun that is reported
STOPS = frozenset(".,;:!?…-")
_MADDA = "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}"
_HAMZA_BELOW = "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}"


class Opening(NamedTuple):
    """The index of the first word that a verb opens, and of the mark that closes it, None where none does."""

    start: int
    direct: bool = False
    closing: int | None = None


def find_opening(story: Story, verb: int) -> Opening | None:
    """Find where the words begin that the word at `verb` reports, if it is a verb of speech that reports anything."""
    word = story.words[verb]
    if word.verb is None:
        return _opening_of_lost_verb(story, verb)
    if _is_negated(story, verb):
        return None
    farthest = _FARTHEST_OF_SPARING if word.verb.lemma in words("sparing") else _FARTHEST
    stop, index = min(word.last, verb + farthest), verb + 1
    while index < stop:
        form = story.form(index)
        if form == ":" and not _is_clock(story, index):
            return _after_colon(story, index)
        if form == '"':
            if quotation := _quotation(story, index):
                return quotation
            index = story.closing.get(index, index)
        elif _is_own_complementizer(story, verb, index):
            return _quotation(story, index + 1) or Opening(index + 1)
        elif _is_own_particle(story, verb, index, stop):
            return None if story.form(verb - 1) in words("relatives") else Opening(index + 1)
        elif _is_other_verb(story, index):
            break
        index += 1
    return _nominal_report(story, verb, stop)


def _after_colon(story: Story, colon: int) -> Opening | None:
    """After a colon stand the words themselves; with «إن» they are reported. «كتب: سامي حداد» only names who wrote."""
    if _is_complementizer(story, colon + 1):
        return Opening(colon + 2)
    told = range(colon + 1, story.words[colon].last)
    if told and all(index in story.names for index in told):
        return None
    return _quotation(story, colon + 1) or Opening(colon + 1, direct=True)


def _is_negated(story: Story, verb: int) -> bool:
    """«لم يعلن أن» and «دون أن يكشف عن» report nothing."""
    before, farther = story.form(verb - 1), story.form(verb - 2)
    return before in words("negations") or (before == "ان" and farther in words("without"))


def _is_clock(story: Story, colon: int) -> bool:
    """«10:30» announces nothing."""
    return is_digits(story.form(colon - 1)) and is_digits(story.form(colon + 1))


def _quotation(story: Story, mark: int) -> Opening | None:
    """Give the quotation that `mark` opens: after a colon any, after أن one that is all that is said or is long.

    Without either, a long one; where the story forgot the closing mark, only one right after the verb.
    """
    if story.form(mark) != '"':
        return None
    closing, is_after_an = story.closing.get(mark), _is_complementizer(story, mark - 1)
    is_announced = story.form(mark - 1) == ":"
    if closing is None:
        is_told = is_announced or is_after_an or story.words[mark - 1].verb
        return Opening(mark + 1, direct=True) if is_told else None
    if is_announced or closing - mark > _SHORTEST_QUOTATION or (is_after_an and _ends(story, closing)):
        return Opening(mark + 1, direct=True, closing=closing)
    return None


def _ends(story: Story, closing: int) -> bool:
    """Does a clause end with this mark?"""
    return closing + 1 == story.words[closing].last or story.form(closing + 1) in STOPS


def _is_complementizer(story: Story, index: int) -> bool:
    """Is this أن or إن, with or without a pronoun? «آن» is another word, though it folds to the same letters."""
    return story.form(index) in words("complementizers") and not story.begins_with(index, _MADDA)


def _is_own_complementizer(story: Story, verb: int, index: int) -> bool:
    """Is this the أن of the verb? «منذ أن» and «المقرر أن» belong to the word before; «رد … بأن» takes its «بـ»."""
    if not _is_complementizer(story, index):
        return False
    lemma, before = story.words[verb].verb.lemma, story.form(index - 1)
    if before in words("governors"):
        return before in particles().get(lemma, ())
    return lemma not in words("sparing") or index == verb + 1 or story.form(index).startswith("بان")


def _is_own_particle(story: Story, verb: int, index: int, stop: int) -> bool:
    """Is this the verb's preposition? «الكشف عن» has one of its own, and so has the speaker in «مسؤول من الوزارة»."""
    own = particles().get(story.words[verb].verb.lemma, ())
    if story.form(index) not in own or index in story.names or index - verb > _FARTHEST_OF_NOUN:
        return False
    if _is_complementizer(story, index + 1) or story.form(index - 1) in words("verbal_nouns"):
        return False
    is_before_name = index + 1 in story.names
    return not (is_before_name and any(story.form(later) in own for later in range(index + 2, stop)))


def _is_other_verb(story: Story, index: int) -> bool:
    """Does another verb of speech begin here? In a relative clause it only tells of the speaker («الذي أعلن»)."""
    verb = story.words[index].verb
    if verb is None or verb.kind == "noun" or verb.lemma in words("sparing"):
        return False
    return story.form(index - 1) not in words("relatives")


def _nominal_report(story: Story, verb: int, stop: int) -> Opening | None:
    """Find the verbal noun that is reported without أن, after the speaker's name («أعلن فلاديمير بوتين، توصل …»)."""
    entry = story.words[verb].verb
    if entry.lemma not in words("nominal") or story.form(verb - 1) in words("relatives"):
        return None
    index = verb + 1
    if entry.kind == "verb":
        index = next((i for i in range(verb + 1, stop) if i in story.names), stop)
    while index < stop and (index in story.names or is_aside(story.form(index))):
        index += 1
    return Opening(index) if index < stop and _may_be_verbal_noun(story, index) else None


def _may_be_verbal_noun(story: Story, index: int) -> bool:
    """A verbal noun has no article where it governs («توصل أذربيجان»), else a preposition after it («التوصل إلى»)."""
    form = story.form(index)
    if not is_letters(form) or form in words("prepositions") or form in words("not_verbal_nouns"):
        return False
    return not form.startswith("ال") or form in words("verbal_nouns") or story.form(index + 1) in ("الي", "علي", "من")


def _opening_of_lost_verb(story: Story, index: int) -> Opening | None:
    """Find the words after «إن» where a name stands and the verb was lost: «سيرغي لافروف، الخميس، إن …»."""
    if story.form(index) != "ان" or not story.begins_with(index, _HAMZA_BELOW):
        return None
    first = max(story.words[index].first, index - _FARTHEST)
    before = next((i for i in range(index - 1, first - 1, -1) if not is_aside(story.form(i))), first)
    is_open = any(story.words[i].verb for i in range(first, index))
    return None if is_open or before not in story.names else _quotation(story, index + 1) or Opening(index + 1)
