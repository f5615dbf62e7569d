"""The word lists, loaded once, when first asked for. Every list in `data/` says where it comes from.

Words stand here as they are written; each module folds them (see `normalize`) the way it folds the text.
"""

import json
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"

# CLDR's Arabic month names come in four traditions: Egypt and the Gulf, Algeria and Tunisia, Morocco, Mauritania, and
# the Syriac names of Iraq and the Levant.
_MONTH_LOCALES = ("ar", "ar_DZ", "ar_MA", "ar_MR", "ar_IQ")


@cache
def words(name: str) -> dict:
    """Load `data/<name>.json`; its "source" entry says where the words come from."""
    return json.loads((_DATA / f"{name}.json").read_text(encoding="utf-8"))


@cache
def months() -> dict[str, int]:
    """Give every Arabic name of a Gregorian month and its number: CLDR's, and the spellings that it lacks."""
    from babel import Locale  # slow to import, and only dates need it

    cldr = {
        name: number
        for locale in _MONTH_LOCALES
        for number, name in Locale.parse(locale).months["format"]["wide"].items()
    }
    return cldr | {name: int(number) for number, names in words("dates")["months"].items() for name in names}


@cache
def weekdays() -> dict[str, int]:
    """Give every Arabic name of a weekday and its number (Monday is 0): CLDR's, and the spellings that it lacks."""
    from babel import Locale

    cldr = {name: number for number, name in Locale.parse("ar").days["format"]["wide"].items()}
    return cldr | {name: int(number) for number, names in words("dates")["weekdays"].items() for name in names}


@cache
def countries() -> list[str]:
    """Give the Arabic names of countries and continents as CLDR writes them."""
    from babel import Locale  # slow to import, and only names need it

    territories = Locale("ar").territories
    unnamed = {"001", "ZZ", "XA", "XB", "EU", "UN"}  # the world, unknown, pseudo-languages, organisations
    return [name for code, name in sorted(territories.items()) if code not in unnamed and "(" not in name]


@cache
def nisbas() -> list[str]:
    """Give the family names that tell an origin («الجويني»): those that PyArabic's proper nouns type as nasab.

    Its own loader can't be used: it splits on tabs a text that has none.
    """
    from helpers.pyarabic_tools import PROPER_NOUNS  # slow to import, and only names need it

    entries = [line.split() for line in PROPER_NOUNS.splitlines()]
    return [entry[0] for entry in entries if len(entry) == 2 and entry[1] == "nasab"]
