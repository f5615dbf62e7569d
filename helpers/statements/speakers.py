"""Whose words are they? The name after the verb, else one before it, else the last speaker's.

A name that a preposition governs is no speaker («قال لوكالة رويترز»), and neither is one inside a relative clause. Not
handled: pronouns other than the verb's own, and the gender of the verb.
"""

from collections.abc import Iterable

from helpers.characters import is_letters
from helpers.normalize import normalize
from helpers.statements.reading import Story
from helpers.statements.reports import Report
from helpers.statements.vocabulary import is_aside, sources, words

_FARTHEST = 40  # words before a verb in which its subject is looked for


def speaker_of(story: Story, report: Report, last: str | None, said_until: int) -> str | None:
    """Give the speaker's fullest name, None where the story gives none.

    `last` is whoever spoke before, `said_until` the index at which the words said before end or, reported, begin.
    """
    word = story.words[report.verb]
    subject = _subject(story, report)
    source = sources().get(word.verb.lemma) if word.verb else None
    if source and (cited := _cited(story, subject, source)):
        return cited
    if subject and not _is_small(story, subject[0]):
        return _named_subject(story, subject, last)
    if subject and (named := _first_name(story, subject, ("PER",))):
        return named
    if any(story.form(index) in words("unnamed") for index in subject) or word.form.endswith("وا"):
        return None
    return _speaker_before(story, report.verb, said_until, last)


def _subject(story: Story, report: Report) -> list[int]:
    """Give the words between the verb and what it reports, down to a relative pronoun, without days."""
    subject: list[int] = []
    for index in range(report.verb + 1, report.start):
        form = story.form(index)
        if form in words("relatives"):
            break
        if index in story.names or (is_letters(form) and not is_aside(form) and form not in words("complementizers")):
            subject.append(index)
    return subject


def _is_small(story: Story, index: int) -> bool:
    """Is this a preposition, or «بقوله» and its like? After them the subject is left out, or comes late."""
    form = story.form(index)
    is_governed_name = index in story.names and _is_governed(story, index)
    return is_governed_name or form in words("prepositions") or form in words("speech_nouns")


def _cited(story: Story, subject: list[int], preposition: str) -> str | None:
    """Give the name after the preposition of a citing verb («نقلت الوكالة عن الوزير سامي حداد»)."""
    at = next((place for place, index in enumerate(subject) if story.form(index) == preposition), len(subject))
    after = subject[at + 1 :]
    if after and after[0] in story.names:
        return story.names[after[0]].name
    return _first_name(story, after, ("PER",))


def _named_subject(story: Story, subject: list[int], last: str | None) -> str | None:
    """Give the name in a subject; «الوزير» and «الوزارة» without a name are whoever spoke last, if it fits them."""
    head = story.form(subject[0])
    is_person = bool({head, "ال" + head} & words("back_references")) or head in words("unnamed")
    if named := _first_name(story, subject, ("PER",) if is_person else ("PER", "ORG", "LOC")):
        return named
    if last is None or head in words("honorifics"):  # «معاليه» is whoever spoke last
        return last
    fits = _is_known_as(story, subject, last) if is_person else head == "ال" + normalize(last).text.partition(" ")[0]
    return last if fits else None


def _is_known_as(story: Story, subject: list[int], last: str) -> bool:
    """Can «الوزير الإسباني» be the last speaker? Each word that narrows it down must stand beside their name.

    A word that doesn't may be the name of someone else, which was not found.
    """
    if last not in story.beside or story.form(subject[0]) not in words("back_references"):
        return False
    for index in subject[1:]:
        form = story.form(index)
        if form != "باسم" and form in words("prepositions"):
            break
        if form not in story.beside[last] and form not in words("openers"):
            return False
    return True


def _speaker_before(story: Story, verb: int, said_until: int, last: str | None) -> str | None:
    """Give the speaker of a verb without a subject after it.

    Whoever spoke last in its sentence goes on («وأضاف»), or whom the sentence is about; but a subject may also stand
    right before the verb («الوزير سامي حداد قال»).
    """
    word = story.words[verb]
    before = range(max(word.first, verb - _FARTHEST), verb)
    told = [i for i in before if i >= said_until and not _is_small_talk(story, i)]
    if _has_subject_before(story, verb, told):
        return _first_name(story, reversed(told), ("PER", "ORG"))
    return last if said_until > word.first else _first_name(story, before, ("PER", "ORG")) or last


def _is_small_talk(story: Story, index: int) -> bool:
    """Is this a day or a particle like «قد»? A month's name may also be someone's («شباط»)."""
    return index not in story.names and (is_aside(story.form(index)) or story.form(index) in words("openers"))


def _has_subject_before(story: Story, verb: int, told: list[int]) -> bool:
    """May the words before a verb be its subject? Not before a conjunction («وقال»), nor if they are an adverb."""
    word, before = story.words[verb], story.form(verb - 1)
    if word.cut or (word.verb and word.verb.kind != "verb") or before in words("clause_openers"):
        return False
    return bool(told) and story.form(told[0]).lstrip("وف") not in words("prepositions")


def _first_name(story: Story, indexes: Iterable[int], labels: tuple[str, ...] = ("PER", "ORG", "LOC")) -> str | None:
    """Give the first name that no preposition governs: a person before an organisation, a place only as first word."""
    indexes = list(indexes)
    names = [story.names[i] for i in indexes if i in story.names and not _is_governed(story, i)]
    for label in labels:
        of_label = (name for name in names if name.label == label)
        named = next(of_label, None)
        if named and (label != "LOC" or story.names.get(indexes[0]) is named):
            return named.name
    return None


def _is_governed(story: Story, index: int) -> bool:
    """Does a preposition stand before this name («مع رويترز», «لرويترز»), or the bracket of a dateline («(رويترز)»)?"""
    name = story.names[index]
    while story.names.get(index - 1) is name:
        index -= 1
    is_glued = story.words[index].start < name.start and story.form(index)[0] in "بلك"
    is_agency = name.label == "ORG" and story.form(index - 1) == "("
    return is_glued or is_agency or story.form(index - 1) in words("prepositions")
