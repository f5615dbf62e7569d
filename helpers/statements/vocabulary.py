"""The verbs of speech and the small words around them, folded; the lists are in `data/reporting.json`."""

from functools import cache
from typing import NamedTuple

from helpers import lexicon
from helpers.characters import is_digits
from helpers.normalize import normalize

SHADDA = "\N{ARABIC SHADDA}"


class Verb(NamedTuple):
    """A form of a verb of speech: its lemma, what it is, and whether it is that verb only with its shadda.

    «بيّن» is "he explained", «بين» is "between". `kind` is "verb", "participle" (مشيرا) or "noun" (بقوله).
    """

    lemma: str
    kind: str
    needs_shadda: bool


@cache
def words(name: str) -> frozenset[str]:
    """Give a list of `data/reporting.json`, folded."""
    return frozenset(normalize(word).text for word in lexicon.words("reporting")[name])


@cache
def _day_words() -> frozenset[str]:
    return frozenset(normalize(name).text for name in [*lexicon.weekdays(), *lexicon.months(), *words("asides")])


@cache
def particles() -> dict[str, frozenset[str]]:
    """Give the preposition that a verb puts before what it reports: «أشار إلى», «كشف عن»."""
    lists = lexicon.words("reporting")["particles"]
    return {normalize(lemma).text: frozenset(normalize(word).text for word in found) for lemma, found in lists.items()}


@cache
def sources() -> dict[str, str]:
    """Give the preposition that stands before the speaker whom a verb cites: «نقل عن»."""
    lists = lexicon.words("reporting")["cited_after"]
    return {normalize(lemma).text: normalize(word).text for lemma, word in lists.items()}


@cache
def verbs() -> dict[str, Verb]:
    """Give every form of every verb of speech; a form listed with and without its shadda does not need it."""
    lists = lexicon.words("reporting")
    listed = [
        *((form, lemma, "verb") for lemma, forms in lists["verbs"].items() for form in forms),
        *((form, lemma, "participle") for lemma, forms in lists["participles"].items() for form in forms),
        *((form, form, "noun") for form in lists["speech_nouns"]),
    ]
    marked_last = sorted(listed, key=lambda entry: SHADDA in entry[0])
    found: dict[str, Verb] = {}
    for form, lemma, kind in marked_last:
        found.setdefault(normalize(form).text, Verb(normalize(lemma).text, kind, SHADDA in form))
    return found


def is_aside(form: str) -> bool:
    """Is this a comma or a part of a date, as they stand between a speaker and the words?"""
    return form == "," or is_digits(form) or form in _day_words()
