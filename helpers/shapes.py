"""What does a word look like? An everyday word, an adjective of a country, a family name: told from its letters.

All words are folded ones (see `normalize`).
"""

from functools import cache, lru_cache

from helpers import lexicon
from helpers.characters import is_letters
from helpers.normalize import normalize
from helpers.words import cuts

# What may follow an adjective's stem: nothing, the feminine, the plural, the dual.
_NISBA_ENDINGS = ("ي", "يه", "يين", "يون", "يتين", "يتان", "يات")


@lru_cache(maxsize=50_000)
def is_everyday(word: str) -> bool:
    """Tell whether `word` is an everyday word, with or without proclitics and an inflexion.

    >>> is_everyday("وبقراراتها"), is_everyday("شتيرنفيلد")
    (True, False)
    """
    everyday, endings = everyday_words(), _inflexions()
    return any(
        rest in everyday or any(rest.endswith(ending) and rest[: -len(ending)] in everyday for ending in endings)
        for _, rest in cuts(word)
    )


@cache
def everyday_words() -> frozenset[str]:
    """Give the everyday words of the list, folded."""
    return frozenset(lexicon.words("common")["words"])


def is_adjective_shaped(word: str) -> bool:
    """Tell whether `word` looks like a definite nisba adjective: «الروسي», «السودانية», «التونسيين»."""
    return word.startswith("ال") and len(word) > 5 and word.endswith(_NISBA_ENDINGS)


def is_nationality(word: str) -> bool:
    """Tell whether `word` is the definite adjective of a country: «الروسي», «السودانية», but not «الأتراك»."""
    known = _nationalities()
    return word.startswith("ال") and any(
        word.removesuffix(ending) + "ي" in known for ending in _NISBA_ENDINGS if word.endswith(ending)
    )


def has_family_ending(word: str) -> bool:
    """Tell whether `word` ends as family names of some language do: «-وف», «-يان», «-سكي»."""
    return len(word) > 4 and not word.startswith("ال") and word.endswith(_family_endings())


@cache
def _nationalities() -> frozenset[str]:
    """Give the definite adjectives of all countries: «إستونيا» makes «الإستوني»; the list has what doesn't go so."""
    countries = normalize("\n".join(lexicon.countries())).text.split("\n")
    stems = (country.removeprefix("ال").removesuffix("ا").removesuffix("ي").removesuffix("ه") for country in countries)
    derived = {f"ال{stem}ي" for stem in stems if len(stem) > 3 and is_letters(stem)}
    return frozenset(derived | {f"ال{adjective}" for adjective in _folded("nationalities")})


@cache
def _family_endings() -> tuple[str, ...]:
    return tuple(_folded("family endings"))


@cache
def _inflexions() -> tuple[str, ...]:
    return tuple(_folded("inflexions"))


def _folded(name: str) -> list[str]:
    return normalize("\n".join(lexicon.words("shapes")[name])).text.split("\n")
