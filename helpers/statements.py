"""Who says so? Finds the words that a story puts into someone's mouth, and the speaker.

A verb of speech opens them: «قال …:» before a quotation, «ذكر … أن» before reported words, «أعلن … توصل …» before a
nominal report. Who speaks stands after the verb; where no one does, the last speaker goes on («وأضاف:»). Quotation
marks around a name are not speech, for no verb stands before them.

Not handled: sources without a verb («بحسب الوزارة»), and speakers without a name («مصادر أمنية»), whose words are found
with speaker None.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from helpers import lexicon
from helpers.entities import find_entities
from helpers.normalize import Normalized, normalize
from helpers.records import Entity, Statement
from helpers.words import sentences

_WORD = re.compile(r"\w+|[^\w\s]")
_SHADDA = "\N{ARABIC SHADDA}"
_FARTHEST = 40  # words from a verb to the words it reports; farther ones belong to another verb
_SHORTEST_QUOTATION = 4  # words; less is a name in quotation marks, unless a colon announces it
_LONGEST_QUOTATION = 400  # words looked through for the closing mark


class Word(NamedTuple):
    """A word or mark of the folded story, its place there, and the end of its sentence as an index of words."""

    start: int
    end: int
    form: str
    sentence_start: int
    sentence_end: int


@dataclass(frozen=True)
class Story:
    """A story as its words, with the index of the name that each word belongs to (or None)."""

    folded: Normalized
    words: list[Word]
    names: dict[int, Entity]


class Report(NamedTuple):
    """What a verb opens: the first and the last word said (end index), whether in quotation, and where the reader goes on."""

    start: int
    end: int
    direct: bool


def find_statements(text: str, entities: list[Entity] | None = None) -> list[Statement]:
    """Find the statements of `text` in their order; `entities` are its names, found where they are not given.

    >>> [(s.speaker, s.text, s.direct) for s in find_statements("قال الوزير سامي حداد: «نعمل ليلا ونهارا». وأضاف أن العمل صعب.")]
    [('سامي حداد', 'نعمل ليلا ونهارا', True), ('سامي حداد', 'العمل صعب', False)]
    """
    story = _read(text, find_entities(text) if entities is None else entities)
    found: list[Statement] = []
    speaker, position = None, 0
    while position < len(story.words):
        report = _report(story, position) or _report_of_lost_verb(story, position)
        if report is None:
            position += 1
            continue
        speaker = _speaker(story, position, report, speaker)
        found.append(_statement(story, position, report, speaker))
        position = report.end if report.direct else max(position + 1, report.start)
    return found


def _read(text: str, entities: list[Entity]) -> Story:
    folded = normalize(text)
    words: list[Word] = []
    for sentence in sentences(folded.text):
        found = list(_WORD.finditer(folded.text, sentence.start, sentence.end))
        first, last = len(words), len(words) + len(found)
        words += (Word(match.start(), match.end(), match.group(), first, last) for match in found)
    return Story(folded, words, _names_of_words(folded, words, entities))


def _names_of_words(folded: Normalized, words: list[Word], entities: list[Entity]) -> dict[int, Entity]:
    """Say which name each word belongs to; a word may bring a proclitic along («ولافروف»)."""
    names, waiting = {}, sorted(entities, reverse=True, key=lambda entity: entity.start)
    for index, word in enumerate(words):
        start, end = folded.original(word.start, word.end)
        while waiting and waiting[-1].end <= start:
            waiting.pop()
        if waiting and waiting[-1].start < end:
            names[index] = waiting[-1]
    return names


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(normalize(word).text for word in lexicon.words("reporting")[name])


@cache
def _verbs() -> dict[str, tuple[str, bool]]:
    """Give each folded form's lemma, and whether the form must show its shadda («بيّن» he explained, «بين» between)."""
    lists = lexicon.words("reporting")
    forms = {form: lemma for lemma, forms in lists["verbs"].items() for form in forms}
    forms |= {form: form for name in ("participles", "speech_nouns") for form in lists[name]}
    plain = {normalize(form).text: (normalize(lemma).text, False) for form, lemma in forms.items() if _SHADDA not in form}
    marked = {normalize(form).text: (normalize(lemma).text, True) for form, lemma in forms.items() if _SHADDA in form}
    return marked | plain


@cache
def _particles() -> dict[str, frozenset[str]]:
    """Give the preposition that a verb puts before its object: «أشار إلى», «كشف عن»."""
    lists = lexicon.words("reporting")["particles"]
    return {normalize(lemma).text: frozenset(normalize(word).text for word in words) for lemma, words in lists.items()}


def _cut(form: str) -> str:
    """Cut «و» or «ف» off a verb."""
    return form[1:] if form[0] in "وف" and form not in _verbs() else form


def _lemma(story: Story, index: int) -> str | None:
    """Give the lemma of a verb of speech, None for another word."""
    word = story.words[index]
    lemma, needs_shadda = _verbs().get(_cut(word.form), (None, False))
    if needs_shadda and _SHADDA not in story.folded.source[slice(*story.folded.original(word.start, word.end))]:
        return None
    return lemma


def _report(story: Story, verb: int) -> Report | None:
    """Find what the word at `verb` reports, if it is a verb of speech that reports anything."""
    lemma = _lemma(story, verb)
    if lemma is None:
        return None
    stop = min(story.words[verb].sentence_end, verb + _FARTHEST)
    index = verb + 1
    while index < stop:
        form = story.words[index].form
        if form == ":":
            return _quotation(story, index + 1, 1) or _clause(story, index + 1, direct=True)
        if form == '"':
            if quotation := _quotation(story, index, _SHORTEST_QUOTATION):
                return quotation
            index = _closing_mark(story, index) or index
        elif form in _list("complementizers"):
            return _quotation(story, index + 1, _SHORTEST_QUOTATION) or _clause(story, index + 1)
        elif form in _particles().get(lemma, ()) and not _is_complementizer(story, index + 1):
            return _clause(story, index + 1)
        elif _lemma(story, index) and _cut(form) not in _list("speech_nouns"):
            break
        index += 1
    return _nominal_report(story, verb, stop) if lemma in _list("nominal") else None


def _is_complementizer(story: Story, index: int) -> bool:
    return index < len(story.words) and story.words[index].form in _list("complementizers")


def _nominal_report(story: Story, verb: int, stop: int) -> Report | None:
    """Find what is announced without أن: it follows the speaker's name («أعلن فلاديمير بوتين، توصل …»)."""
    index = next((i for i in range(verb + 1, stop) if i in story.names), None)
    if index is None or _is_relative(story, verb - 1):
        return None
    while index in story.names or (index < stop and _is_aside(story.words[index].form)):
        index += 1
    return _clause(story, index)


def _is_aside(form: str) -> bool:
    """Is this a comma or a day, as they stand between a speaker and the words?"""
    return form in (",", "يوم", "اليوم", "امس") or form in _weekdays()


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(normalize(name).text for name in lexicon.weekdays())


def _is_relative(story: Story, index: int) -> bool:
    return index >= 0 and story.words[index].form in ("الذي", "التي", "الذين")


def _report_of_lost_verb(story: Story, index: int) -> Report | None:
    """Find the words after «إن» where a name stands and the verb was lost: «سيرغي لافروف، الخميس، إن …»."""
    word = story.words[index]
    start = story.folded.original(word.start, word.end)[0]
    if word.form != "ان" or story.folded.source[start] != "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}":
        return None
    before = index - 1
    while before >= word.sentence_start and _is_aside(story.words[before].form):
        before -= 1
    is_open = any(_lemma(story, i) for i in range(max(word.sentence_start, index - _FARTHEST), index))
    return None if is_open or before not in story.names else _clause(story, index + 1)


def _clause(story: Story, start: int, direct: bool = False) -> Report | None:
    """Take the words from `start` to the end of the sentence, or to where the next verb of speech opens its clause."""
    if start >= len(story.words):
        return None
    end = story.words[start].sentence_end
    for index in range(start + 1, min(end, start + 5 * _FARTHEST)):
        opener = story.words[index - 1].form
        if _lemma(story, index) and (opener == "," or opener in _list("clause_openers")):
            end = index
            break
    while end > start and (story.words[end - 1].form in ".,;:!?…" or story.words[end - 1].form in _list("clause_openers")):
        end -= 1
    return Report(start, end, direct) if end > start else None


def _quotation(story: Story, mark: int, shortest: int) -> Report | None:
    """Take the words between the quotation mark at `mark` and the one that closes it."""
    closing = _closing_mark(story, mark)
    if closing is None:
        return None
    end = closing - (story.words[closing - 1].form in ".,")
    return Report(mark + 1, end, True) if end - mark > shortest else None


def _closing_mark(story: Story, mark: int) -> int | None:
    """Find the mark that closes a quotation; a name in marks of its own may stand inside («إقليم "قره باغ"»).

    A mark with a space before it and none after it opens; any other closes.
    """
    if mark >= len(story.words) or story.words[mark].form != '"':
        return None
    depth, text = 0, story.folded.text
    for index in range(mark, min(len(story.words), mark + _LONGEST_QUOTATION)):
        word = story.words[index]
        if word.form == '"':
            opens = index == mark or (text[word.start - 1 : word.start].isspace() and not text[word.end : word.end + 1].isspace())
            depth += 1 if opens else -1
            if depth == 0:
                return index
    return None


def _speaker(story: Story, verb: int, report: Report, last: str | None) -> str | None:
    """Give who speaks: a name after the verb, else one before it, else the last speaker."""
    word, between = story.words[verb], range(verb + 1, report.start)
    subject = [story.words[i].form for i in between if story.words[i].form.isalpha() and not _is_aside(story.words[i].form)]
    subject = [form for form in subject if form not in _list("complementizers") | _small_words()]
    if subject and subject[0] in _list("back_references"):
        return _first_name(story, between, people_only=True) or last
    if subject:
        return _first_name(story, between)
    goes_on = all(story.words[i].form in _list("openers") for i in range(word.sentence_start, verb))
    if goes_on or _cut(word.form) in _list("participles"):
        return last
    if word.form.endswith("وا"):  # they, whoever they are
        return None
    return _first_name(story, reversed(range(word.sentence_start, verb)), people_only=True) or last


@cache
def _small_words() -> frozenset[str]:
    """The prepositions after a verb of speech, and «بقوله» and its like: none of them is a speaker."""
    return frozenset().union(*_particles().values()) | _list("speech_nouns") | _list("prepositions")


def _first_name(story: Story, indexes: Iterable[int], people_only: bool = False) -> str | None:
    """Give the first name there that no preposition governs: a person before an organisation before a place."""
    names = [story.names[i] for i in indexes if i in story.names and not _is_governed(story, i)]
    for label in ("PER",) if people_only else ("PER", "ORG", "LOC"):
        if named := next((name for name in names if name.label == label), None):
            return named.name
    return None


def _is_governed(story: Story, index: int) -> bool:
    """Does a preposition stand before this name («مع رويترز»), as a word or written onto it («لرويترز»)?"""
    name = story.names[index]
    while story.names.get(index - 1) is name:
        index -= 1
    word = story.words[index]
    glued = story.folded.original(word.start, word.end)[0] < name.start and word.form[0] in "بلك"
    return glued or (index > 0 and story.words[index - 1].form in _list("prepositions"))


def _statement(story: Story, verb: int, report: Report, speaker: str | None) -> Statement:
    text = story.folded.source
    start, end = story.folded.original(story.words[report.start].start, story.words[report.end - 1].end)
    word = story.words[verb]
    cut = len(word.form) - len(_cut(word.form))
    said = text[slice(*story.folded.original(word.start + cut, word.end))] if _lemma(story, verb) else ""
    return Statement(start, end, text[start:end], speaker, said, report.direct)
