"""From a saved news page to the story in it: title, body and the day of publication.

Not handled: the source of a web page (HTML), and furniture that stands between the paragraphs of a story.
"""

import re
import stat
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from helpers import lexicon
from helpers.characters import ARABIC, INVISIBLE, LETTER, ON_LETTER, composed
from helpers.decoding import decode, unscrambled
from helpers.records import Article, ArticleError
from helpers.stamps import Stamp, find_dateline, find_stamp, given_day, stamped_day

_PACKAGE = Path(__file__).parent
# An installed package carries the lessons and the story inside it; in a checkout they stand beside it.
COURSE = _PACKAGE / "course" if (_PACKAGE / "course").is_dir() else _PACKAGE.parent
MOST_BYTES = 20_000_000  # of a file; the story of this course has 4,000
SEED = COURSE / "seeds" / "000_604562b84a66c7a6.txt"

_ARABIC_LETTER = re.compile(f"[{ARABIC}]")
_HTML = re.compile(
    r"[\s\N{ZERO WIDTH NO-BREAK SPACE}]*<(?:!--|(?:!doctype|\?xml|html|head|body)(?![a-z0-9_]))", re.IGNORECASE
)
_LINE = re.compile(r"[^\r\n\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\N{ZERO WIDTH NO-BREAK SPACE}]+")
_SIGNS = re.compile(f"^[^{LETTER}]+")
_BEGINNING = 300  # in characters, of a story: a dateline and the first sentence
_FEWEST_IN_TITLE = 4  # words, where sections and names of writers stand beside the title
_LONGEST_TITLE = 200  # in characters; a longer first line is a paragraph
_LONGEST_FURNITURE = 400  # in characters; with all their marks, the sentences of the lists are shorter
_NOTHING = dict.fromkeys(map(ord, ON_LETTER + INVISIBLE))
_LONGEST_SCRAP = 100  # in characters; a longer line is a paragraph, even without a full stop
_SENTENCE_BREAK = re.compile(r"""[.!?؟]["'»”’)\]]*\s+|[\r\n]\s*""")


def read_article(path: str | Path, published: date | str | None = None) -> Article:
    """Read a story from a file: UTF-8, UTF-16, Windows-1256, ISO-8859-6 or MacArabic.

    `published` (a date or "2020-11-13") overrides the day that the page gives; `file_note` tells what the file lost.
    Raises ArticleError for a file that can't be read or holds no Arabic text.
    """
    page, note = decode(_read(Path(path)), path)
    return replace(parse_article(page, published), file_note=note)


def _read(path: Path) -> bytes:
    try:
        about = path.stat()
        is_file = stat.S_ISREG(about.st_mode)  # a pipe would be waited for, and a device may never end
        if is_file and about.st_size <= MOST_BYTES:
            return path.read_bytes()
    except FileNotFoundError:
        raise ArticleError(f"There is no file {path}: check its name and folder.") from None
    except (OSError, ValueError):  # a ValueError: no file can have such a name
        raise ArticleError(f"The file {path} can't be read: check its name, and that you may open it.") from None
    if is_file:
        raise ArticleError(f"{path} is larger than {MOST_BYTES // 1_000_000} MB: name the file of a single story.")
    if path.is_dir():
        raise ArticleError(f"{path} is a folder: name the file of the story in it.")
    raise ArticleError(f"{path} is a device or a pipe: save the story as a file first.")


def parse_article(page: str, published: date | str | None = None) -> Article:
    """Take the story out of a saved page: its furniture (counters, share bar, stamps, boilerplate) is left outside.

    Raises ArticleError for a page without Arabic text, one whose letters are scrambled, for HTML, and for a `published`
    that is no day.
    """
    if not page.strip():
        raise ArticleError("The story is empty: paste or save its text first.")
    if _HTML.match(page):
        raise ArticleError("This is the source of a web page (HTML): open it in a browser and save or copy its text.")
    if not _ARABIC_LETTER.search(page):
        raise ArticleError("There is no Arabic text in this story: check that it is the right file, saved as UTF-8.")
    if unscrambled(page) != page:
        raise ArticleError("The letters of this story are scrambled: open it as UTF-8, then copy or save it once more.")
    stamps, content = _sort_lines(page)
    if not content:
        raise ArticleError("Only page furniture and no story was found: save the page with its text.")
    title, content = _split_header(page, stamps, content) or _split_title(page, content)
    start, end = content[0][0], _body_end(page, content)
    # A day that stands alone inside the story is a heading of the story's own.
    around = [stamp for stamp in stamps if not start < stamp.start < end] or _dateline(page, content[0])
    day, note = (given_day(published), "") if published else stamped_day(around, page[slice(*content[0])][:_BEGINNING])
    return Article(title, page[start:end], day, page, start, note)


def _sort_lines(page: str) -> tuple[list[Stamp], list[tuple[int, int]]]:
    """Sort the page's lines into stamps (days of publication) and content (start and end of each line of text)."""
    stamps, content = [], []
    for line in _LINE.finditer(page):
        start, end = line.span()
        if stamp := find_stamp(page, start, end):
            stamps.append(stamp)
            start = stamp.end
        text = page[start:end]
        if not _is_furniture(text):
            content.append((start + len(text) - len(text.lstrip()), start + len(text.rstrip())))
    return stamps, content


def _is_furniture(line: str) -> bool:
    """Is this line a counter, a clock, a word of the page around the story, or a sentence of boilerplate?"""
    words = _SIGNS.sub("", line, count=1).rstrip("\t \N{NO-BREAK SPACE}:•|0123456789٠١٢٣٤٥٦٧٨٩")
    bare = _bare(words)
    return not words or bare in _furniture() or (bare.startswith(_boilerplate()) and ". " not in words)


@cache
def _furniture() -> frozenset[str]:
    return frozenset(map(_bare, lexicon.words("page")["lines"]))


def _is_boilerplate(sentence: str) -> bool:
    return _bare(sentence).startswith(_boilerplate())


@cache
def _boilerplate() -> tuple[str, ...]:
    return tuple(map(_bare, lexicon.words("page")["boilerplate"]))


def _bare(line: str) -> str:
    """Give the beginning of a line as lists are compared: without marks, tatweel, hidden characters and capitals."""
    if line.isascii():
        return line[:_LONGEST_FURNITURE].casefold()
    letters = composed(line[:_LONGEST_FURNITURE]).translate(_NOTHING).casefold()
    return " ".join(letters.split())


def _dateline(page: str, line: tuple[int, int]) -> list[Stamp]:
    return [stamp] if (stamp := find_dateline(page, *line)) else []


def _split_header(
    page: str, stamps: list[Stamp], content: list[tuple[int, int]]
) -> tuple[str, list[tuple[int, int]]] | None:
    """Where lines stand before a stamp («سياسة», the title, who wrote it), the first of four words is the title.

    None where no such lines stand, or where days stand between paragraphs, as headings of the story's own.
    """
    story = next((start for start, end in content if _is_paragraph(page, start, end)), 0)
    header = [stamp for stamp in stamps if content[0][0] < stamp.start < story]
    above = [line for line in content if header and line[1] < header[-1].end]
    if len(above) < 2 or any(story < stamp.start < content[-1][0] for stamp in stamps):
        return None
    lines = [page[start:end] for start, end in above]
    title = next((line for line in lines if len(line.split()) >= _FEWEST_IN_TITLE), max(lines, key=len))
    return title, content[len(above) :]


def _is_paragraph(page: str, start: int, end: int) -> bool:
    return end - start > _LONGEST_SCRAP or page.endswith(".", start, end)


def _split_title(page: str, content: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """Take the first line as the title, if it is short, doesn't end like a sentence, and a body follows it."""
    start, end = content[0]
    title = page[start:end]
    if len(content) == 1 or len(title) > _LONGEST_TITLE or title.endswith("."):
        return "", content
    return title, content[1:]


def _body_end(page: str, content: list[tuple[int, int]]) -> int:
    """Give the offset at which the body ends: before the boilerplate that only scraps of a page follow.

    Boilerplate begins a sentence. What stands before a later sentence of the story is kept, for the body is one piece.
    """
    start, end = content[0][0], content[-1][1]
    starts = [start, *(found.end() for found in _SENTENCE_BREAK.finditer(page, start, end)), end]
    for first, last in reversed(list(pairwise(starts))):
        sentence = page[first:last].rstrip()
        if first > start and _is_boilerplate(sentence):
            end = first
        elif sentence.endswith((".", "!", "?", "؟", '"', "»", "”")) or len(sentence) > _LONGEST_SCRAP:
            break
    return start + len(page[start:end].rstrip())
