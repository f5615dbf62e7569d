"""An explorer: the code points of any word, the ones that can't be seen too."""

from helpers.characters import category, name_of
from helpers.display import View, show_list, table
from helpers.display.view import joined
from helpers.widgets.base import Explorer, arabic_field, explorer, sentences

COLUMNS = ("index", "character", "code point", "bytes in UTF-8", "Unicode name", "what it is")
MOST = 60  # characters; nobody reads a longer table
SPACE_SIGN, UNSEEN_SIGN, MARK_BEARER = "\N{OPEN BOX}", "\N{DOTTED SQUARE}", "\N{DOTTED CIRCLE}"
# By the first letters of Unicode's general category; the longer ones come first.
KINDS = {
    "Lm": "letter that modifies or stretches",
    "L": "letter",
    "M": "mark on the letter before it",
    "Nd": "digit",
    "N": "number",
    "P": "punctuation",
    "S": "symbol",
    "Zs": "space",
    "Z": "line break",
    "Cf": "invisible",
    "Cc": "control character",
    "C": "nothing that Unicode knows",
}


def explore_code_points(word: str) -> Explorer:
    """Explore a word's code points, beginning with those of `word`."""
    return explorer([arabic_field("A word:", word)], code_points_view)


def code_points_view(word: str) -> View:
    """The characters of a word side by side, and below them a row for each."""
    if not word:
        return sentences(["Write a word into the field."])
    signs = show_list(map(visible, word[:MOST]))
    count = f"{len(word)} code points, {len(encoded(word))} bytes"
    left_out = f"; the first {MOST} are shown" if len(word) > MOST else ""
    return joined([signs, table(map(row, range(MOST), word), COLUMNS, count + left_out)])


def row(index: int, character: str) -> tuple[object, ...]:
    """What `COLUMNS` names, for one character."""
    name = name_of(character, "(it has none)")
    code_point = f"U+{ord(character):04X}"
    return index, visible(character), code_point, encoded(character).hex(" ").upper(), name, kind(character)


def encoded(text: str) -> bytes:
    """The bytes of a text in UTF-8, those of a lone half of a surrogate pair included."""
    return text.encode("utf-8", "surrogatepass")


def kind(character: str) -> str:
    """What a character is, in a word or two.

    >>> kind("\\N{ARABIC SHADDA}")
    'mark on the letter before it'
    """
    of_unicode = category(character)
    return next(meaning for prefix, meaning in KINDS.items() if of_unicode.startswith(prefix))


def visible(character: str) -> str:
    """A sign for a character: itself, a stand-in where there is nothing to see, a mark on a dotted circle.

    >>> visible("ص"), visible(" ")
    ('ص', '␣')
    """
    match category(character)[0]:
        case "Z":
            return SPACE_SIGN
        case "C":
            return UNSEEN_SIGN
        case "M":
            return MARK_BEARER + character
    return character
