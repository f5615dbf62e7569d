"""Words that a learner hasn't seen: country names, as CLDR writes them, in other spellings."""

from functools import cache
from random import Random

from helpers import lexicon

MARKS = [chr(code) for code in range(0x64B, 0x653)]  # fathatan to sukun
INNER_MARKS = MARKS[3:]  # all but the tanwin, which stands on a last letter only
ALEF = "\N{ARABIC LETTER ALEF}"
OTHER_ALEFS = (
    "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}"
    "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}"
    "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}"
)
PLAIN_ALEF = str.maketrans(dict.fromkeys(OTHER_ALEFS, ALEF))
NOT_JOINED = "اأإآدذرزوؤةىء"  # letters that don't join the next one, so that no tatweel can follow
TATWEEL = "\N{ARABIC TATWEEL}"


@cache
def countries() -> list[str]:
    """Names of one word and in letters only."""
    return [name for name in lexicon.countries() if name.isalpha()]


def country(random: Random) -> str:
    """Any country's name."""
    return random.choice(countries())


def country_with_hamza(random: Random) -> str:
    """A country's name that has an alef with hamza or madda."""
    return random.choice([name for name in countries() if set(name) & set(OTHER_ALEFS)])


def with_marks(random: Random, word: str) -> str:
    """The word with marks on some of its letters, on one at least; a tanwin on its last letter at most."""
    sure = random.randrange(len(word))
    marks = [
        random.choice(INNER_MARKS if place < len(word) - 1 else MARKS) if place == sure or random.random() < 0.3 else ""
        for place in range(len(word))
    ]
    return "".join(letter + mark for letter, mark in zip(word, marks, strict=True))


def stretched(random: Random, word: str) -> str:
    """The word with tatweel behind a letter that joins the next one, if there is any."""
    places = [place for place in range(1, len(word)) if word[place - 1] not in NOT_JOINED + "".join(MARKS)]
    if not places:
        return word
    place = random.choice(places)
    return word[:place] + TATWEEL * random.randint(1, 3) + word[place:]


def respelt(random: Random, word: str) -> str:
    """The same word as another writer may spell it: without the hamza of its alef, stretched, or with marks."""
    if random.random() < 0.5:
        word = word.translate(PLAIN_ALEF)
    if random.random() < 0.4:
        word = with_marks(random, word)
    return stretched(random, word) if random.random() < 0.4 else word
