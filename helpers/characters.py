"""What is a letter, a digit, a character with a picture? The same answers on every Python.

Python's own (`\\w`, `str.isalpha`, `unicodedata`) grow with its version of Unicode: what is a letter for one is nothing
for another. Here stand the letters that are looked for in a text; and what the oldest Python that the project runs on
knows nothing of is unknown on the newer ones too. White space (`\\s`, `str.split`) is the same in all of them.
"""

import json
import re
import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import ucd_3_2_0  # frozen tables: the same on every Python

# For use between the square brackets of a pattern. Ranges take in a few signs of other scripts; among Arabic letters
# they are exact. East Asian characters are none: they count one by one, as marks of punctuation do.
ARABIC = r"\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f"
ARABIC += r"\u0870-\u0887\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
_EUROPEAN = r"A-Za-zÀ-ÖØ-öø-\u0481\u048a-\u0587\u05b0-\u05bd\u05d0-\u05ea\ufb00-\ufb06"
_ASIAN = r"\u0710-\u074f\u0780-\u07b1\u0904-\u167f\u1681-\u180a\u1810-\u1fff"
LETTER = ARABIC + _EUROPEAN + _ASIAN
DIGIT = "0-9٠-٩۰-۹"
WORD = LETTER + DIGIT + "_"  # what stands inside a word or a number, as `\w` in other programs
WORD_BEGINS, WORD_ENDS = f"(?<![{WORD}])", f"(?![{WORD}])"  # as `\b` before a word and after one


def characters(*ranges: tuple[int, int]) -> str:
    """Give all characters of these ranges of code points, their last ones included."""
    return "".join(chr(code) for first, last in ranges for code in range(first, last + 1))


# Tashkeel and the signs of the Quran (Unicode's general category Mn in the Arabic blocks, and the small waw and yeh).
# A hamza or a madda that is a character of its own («أ» in two) is among them: it stands on its letter like a mark.
MARKS = characters(
    *((0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6DC), (0x6DF, 0x6E8), (0x6EA, 0x6ED)),
    *((0x897, 0x89F), (0x8CA, 0x8E1), (0x8E3, 0x8FF)),
)
# Zero-width characters, bidi controls, the soft hyphen, the byte order mark: nothing of them is seen.
INVISIBLE = characters(
    *((0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E)),
    *((0x2060, 0x206F), (0xFEFF, 0xFEFF)),
)
TATWEEL = "\N{ARABIC TATWEEL}"
ON_LETTER = MARKS + TATWEEL  # what follows a letter and belongs to it


def composed(text: str) -> str:
    """Give a text in Unicode's form NFKC: letters without presentation forms, and one with its hamza."""
    return ucd_3_2_0.normalize("NFKC", text)


_DATA = Path(__file__).parent / "data" / "unassigned.json"


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(f"[{LETTER}]+")


def is_letters(text: str) -> bool:
    """Tell whether a text is letters and nothing else."""
    return bool(_letters().fullmatch(text))


def is_digits(text: str) -> bool:
    """Tell whether a folded text is digits and nothing else."""
    return text.isascii() and text.isdigit()


@cache
def _unassigned() -> list[int]:
    """Give where runs of unassigned code points begin and end, in turn."""
    runs = json.loads(_DATA.read_text(encoding="utf-8"))["code points"].split()
    pairs = [run.partition("-") for run in runs]
    return [edge for first, _, last in pairs for edge in (int(first, 16), int(last or first, 16) + 1)]


def is_known(character: str) -> bool:
    """Tell whether a character stands in Unicode 14, which every Python from 3.11 on knows."""
    return bisect_right(_unassigned(), ord(character)) % 2 == 0


@lru_cache(maxsize=10_000)
def category(character: str) -> str:
    """Give Unicode's general category of a character, "Cn" where it is unknown."""
    return unicodedata.category(character) if is_known(character) else "Cn"


@lru_cache(maxsize=10_000)
def direction(character: str) -> str:
    """Give Unicode's bidirectional class of a character, "" where it is unknown."""
    return unicodedata.bidirectional(character) if is_known(character) else ""


@lru_cache(maxsize=10_000)
def is_wide(character: str) -> bool:
    """Tell whether a character takes two columns in a terminal."""
    return is_known(character) and unicodedata.east_asian_width(character) in ("W", "F")


def name_of(character: str, otherwise: str) -> str:
    """Give Unicode's name of a character, or `otherwise` where it has none or is unknown."""
    return unicodedata.name(character, otherwise) if is_known(character) else otherwise
