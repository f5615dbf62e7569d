"""What a letter or a mark is: the same on every Python, and what Unicode says as far as all of them know it."""

import re
import sys
import unicodedata
from pathlib import Path

import pytest

from helpers import characters
from helpers.characters import LETTER, category, direction, is_digits, is_known, is_letters, is_wide, name_of
from tools import unassigned

EVERY = list(map(chr, range(sys.maxunicode + 1)))
WHITE_SPACE = {
    *"\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000",
    *map(chr, range(0x2000, 0x200B)),
}


@pytest.mark.skipif(unicodedata.unidata_version != "14.0.0", reason="only Python 3.11 can write the table again")
def test_the_table_is_what_python_311_does_not_know():
    assert unassigned.TARGET.read_text(encoding="utf-8") == unassigned.table()


def test_what_is_known_is_what_unicode_says():
    known = [character for character in EVERY if is_known(character)]
    assert len(known) == 284_278  # Unicode 14's characters, private ones, surrogates and controls
    for character in known:
        assert category(character) == unicodedata.category(character)
        assert direction(character) == unicodedata.bidirectional(character)
        assert is_wide(character) == (unicodedata.east_asian_width(character) in ("W", "F"))


@pytest.mark.parametrize("newer", ["\u0cf3", "\U0001fae8", "\U00011f50", "\u2ffc", "\u0897"])
def test_what_is_newer_is_unknown_everywhere(newer):
    assert (is_known(newer), category(newer), direction(newer), is_wide(newer)) == (False, "Cn", "", False)
    assert name_of(newer, "(none)") == "(none)"
    assert not is_digits(newer)


def test_white_space_is_the_same_everywhere():
    """No table of ours: a Python with other white space must be noticed."""
    assert {character for character in EVERY if character.isspace()} == WHITE_SPACE
    assert {character for character in EVERY if re.match(r"\s", character)} == WHITE_SPACE
    assert {character for character in EVERY if not character.strip()} == WHITE_SPACE
    assert {c for c in EVERY if len(f"a{c}a".splitlines()) > 1} == set("\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029")


def test_every_arabic_letter_is_a_letter():
    letters = re.compile(f"[{LETTER}]")
    arabic = [chr(code) for first, last in ((0x600, 0x6FF), (0x750, 0x77F)) for code in range(first, last + 1)]
    for character in arabic:
        assert bool(letters.match(character)) == (
            unicodedata.category(character) in ("Lo", "Lm") and character not in "ـۥۦ"
        )


def test_no_module_asks_python_what_a_letter_is():
    """The exercises and the instructor's report may: they speak of learners' code and files, and of our own lists."""
    asks = re.compile(r"\\[wWbBdD]|\.is(?:alpha|alnum|decimal|digit|numeric)\(|\bunicodedata\b")
    package = Path(characters.__file__).parent
    modules = [path for path in package.rglob("*.py") if not {"exercises", "report", "characters.py"} & {*path.parts}]
    assert len(modules) > 50
    found = [
        (path.name, line) for path in modules for line in path.read_text("utf-8").splitlines() if asks.search(line)
    ]
    assert found == []


def test_letters_and_digits():
    assert is_letters("أعلن") and not is_letters("أعلن 2") and not is_letters("")
    assert is_digits("2020") and not is_digits("") and not is_digits("²") and not is_digits("2.5")
    assert name_of("ب", "") == "ARABIC LETTER BEH"
