"""Make the list of everyday words, helpers/data/common.json, from the frequency list of the package wordfreq.

    pip install wordfreq==3.1.1
    python tools/everyday_words.py

An everyday word is what name finding must not take for an unknown name: a frequent word that no list of names holds,
that is no listed name with a proclitic, and that doesn't look like a foreign name.
"""

import json
import re
import textwrap
from collections import Counter
from pathlib import Path

from wordfreq import get_frequency_dict

from helpers import lexicon
from helpers.gazetteer import index, readings
from helpers.normalize import normalize
from helpers.words import cuts

FILE = Path(__file__).parent.parent / "helpers" / "data" / "common.json"
SOURCE = (
    "The more frequent Arabic words of wordfreq 3.1.1 (Robyn Speer; data under CC BY-SA 4.0) without the names in the "
    "other lists, spelling variants folded; made by tools/everyday_words.py. This file is under CC BY-SA 4.0."
)
SURE = {"LOC", "ORG", "given", "family"}  # the kinds of lists that hold names only
FREQUENT, SEEN = 1.5e-6, 2e-8  # shares of all words
ARABIC = re.compile("[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER GHAIN}\N{ARABIC LETTER FEH}-\N{ARABIC LETTER YEH}]{2,}")
# A word that inflects is no foreign name: it is seen with one of these before or after it too.
BEFORE = ("ال", "لل", "بال", "ي", "ت", "ن", "سي")
AFTER = ("ه", "ها", "هم", "نا", "ات", "ين", "ون", "وا", "ت", "تها", "ي", "يه", "ا")
# So begin and end verbs and inflected nouns.
VERB = re.compile("[يتن]|ال|لل|است|وا|مت|من|ان|اشت|اكت|ازد|اخت|اقت|ارت|[لم]ا")
INFLECTED = re.compile(".*(ها|هم|ه|نا|ات|ا|ك|كم|تم|وا|ي|ني|تين)")


def main() -> None:
    shares: Counter[str] = Counter()
    for word, share in get_frequency_dict("ar", "best").items():
        if ARABIC.fullmatch(word):
            shares[normalize(word).text] += share
    words = {word for word, share in shares.items() if share >= FREQUENT and not is_name(word, shares)}
    words -= {word for word in words if looks_foreign(word, words, shares)}
    kept = sorted(word for word in words if not follows_from(word, words, shares))
    rows = textwrap.fill(", ".join(f'"{word}"' for word in kept), 116, initial_indent="    ", subsequent_indent="    ")
    FILE.write_text(
        f'{{\n  "source": {json.dumps(SOURCE)},\n  "words": [\n{rows}\n  ]\n}}\n', encoding="utf-8", newline="\n"
    )


def is_name(word: str, shares: Counter[str]) -> bool:
    """Tell whether a list of names holds `word`, or what is left of it without proclitics and is more frequent."""
    if kinds(word) & SURE:
        return True
    return any(
        cut and kinds(rest) & SURE and (shares[rest] >= shares[word] or len(rest) > 4) for cut, rest in readings(word)
    )


def kinds(word: str) -> set[str]:
    return {kind for tail, kind in index().get(word, ()) if not tail}


def looks_foreign(word: str, words: set[str], shares: Counter[str]) -> bool:
    """Tell whether `word` is no month, has no shape of an Arabic verb or noun and is seen in fewer than two forms."""
    if len(word) < 4 or VERB.match(word) or INFLECTED.fullmatch(word) or word in months():
        return False
    if (word[0] in "بفكسولا" and word[1:] in words) or word[:-2] in words or word[:-1] in words:
        return False
    forms = [before + word for before in BEFORE] + [word + after for after in AFTER]
    return sum(shares[form] > SEEN for form in forms) < 2


def months() -> set[str]:
    return {normalize(month).text for month in lexicon.months()}


def follows_from(word: str, words: set[str], shares: Counter[str]) -> bool:
    """Tell whether `word` needs no entry of its own, since it is an everyday word with the article or a rarer form."""
    return any(
        particles
        and rest in words
        and (particles.endswith("ال") or (particles in "وفب" and shares[word] < shares[rest] / 5))
        for particles, rest in cuts(word)
    )


if __name__ == "__main__":
    main()
