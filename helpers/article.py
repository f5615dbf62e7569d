"""From a saved news page to the story in it: title, body and the day of publication.

Not handled: the source of a web page (HTML), and furniture that stands between the paragraphs of a story.
"""

import re
from datetime import date
from functools import cache
from pathlib import Path

from helpers import lexicon
from helpers.records import Article, ArticleError

_PACKAGE = Path(__file__).parent
# An installed package carries the lessons and the story inside it; in a checkout they stand beside it.
COURSE = _PACKAGE / "course" if (_PACKAGE / "course").is_dir() else _PACKAGE.parent
SEED = COURSE / "seeds" / "000_604562b84a66c7a6.txt"

_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_OLD_ENCODINGS = ("cp1256", "iso8859_6", "mac_arabic")
_ARABIC = re.compile("[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}]")
# A text read in the wrong Arabic encoding still holds Arabic letters, but hardly any of these words.
_COMMON_WORDS = re.compile(r"\b(?:في|من|على|إلى|أن|عن|مع|ال\w{3,})\b")
_ONLY_SIGNS = re.compile(r"[\W\d_]*")
_LONGEST_TITLE = 200  # in characters; a longer first line is a paragraph


def read_article(path: str | Path, published: date | str | None = None) -> Article:
    """Read a story from a file: UTF-8, UTF-16 with a byte order mark, Windows-1256, ISO-8859-6 or MacArabic.

    `published` (a date or "2020-11-13") overrides the day that the page gives.
    Raises ArticleError for a file that can't be read or holds no Arabic text.
    """
    path = Path(path)
    try:
        page = _decode(path.read_bytes())
    except FileNotFoundError:
        raise ArticleError(f"There is no file {path}: check its name and folder.") from None
    except OSError as error:
        raise ArticleError(
            f"The file {path} can't be read ({error.strerror}): check that it is a file of yours."
        ) from None
    except UnicodeError:
        raise ArticleError(f"{path.name} holds no text in a known encoding: save the story as UTF-8 text.") from None
    return parse_article(page, published)


def parse_article(page: str, published: date | str | None = None) -> Article:
    """Take the story out of a saved page: its furniture (counters, share bar, stamps, boilerplate) is left outside.

    Raises ArticleError for a page without Arabic text, for HTML, and for a `published` that is no day.
    """
    if not page.strip():
        raise ArticleError("The story is empty: paste or save its text first.")
    if page.lstrip().lower().startswith(("<!doctype", "<html")):
        raise ArticleError("This is the source of a web page (HTML): open it in a browser and save or copy its text.")
    if not _ARABIC.search(page):
        raise ArticleError("There is no Arabic text in this story: check that it is the right file, saved as UTF-8.")
    stamps, content = _sort_lines(page)
    if not content:
        raise ArticleError("Only page furniture and no story was found: save the page with its text.")
    title, content = _split_title(page, content)
    start, end = content[0][0], _body_end(page, content[0][0], content[-1][1])
    day, note = (_given_day(published), "") if published else _stamped_day(stamps)
    return Article(title, page[start:end], day, page, start, note)


def _decode(data: bytes) -> str:
    """Decode a story's bytes; raises UnicodeError where no known encoding gives Arabic text."""
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return data[: error.start].decode("utf-8")  # a download that broke off inside a letter
    if b"\0" in data:
        raise UnicodeError("a binary file")
    texts = [data.decode(encoding, errors="replace") for encoding in _OLD_ENCODINGS]
    best = max(texts, key=lambda text: (len(_COMMON_WORDS.findall(text)), -text.count("\N{REPLACEMENT CHARACTER}")))
    if not _COMMON_WORDS.search(best):
        raise UnicodeError("no Arabic words")
    return best


def _sort_lines(page: str) -> tuple[list[re.Match[str]], list[tuple[int, int]]]:
    """Sort the page's lines into stamps (days of publication) and content (start and end of each line of text)."""
    stamps, content = [], []
    for line in re.finditer(r"[^\r\n]+", page):
        start, end = line.span()
        if stamp := _stamp(page, start, end):
            stamps.append(stamp)
            start = _CLOCK.match(page, stamp.end(), end).end()
        text = page[start:end]
        if not _is_furniture(text):
            content.append((start + len(text) - len(text.lstrip()), start + len(text.rstrip())))
    return stamps, content


def _stamp(page: str, start: int, end: int) -> re.Match[str] | None:
    """Find the day that a line begins with: after a label («آخر تحديث:»), or with nothing else on the line."""
    label = _label().match(page, start, end)
    day = _day().match(page, label.end(), end)
    alone = day and not page[_CLOCK.match(page, day.end(), end).end() : end].strip()
    return day if day and (label["label"] or alone) else None


def _is_furniture(line: str) -> bool:
    """Is this line a counter, a clock or a word of the page around the story?"""
    words = re.sub(r"^[\W\d_]+|[\s:\d•|]+$", "", line).casefold()
    return bool(_ONLY_SIGNS.fullmatch(line)) or words in _furniture()


@cache
def _furniture() -> frozenset[str]:
    return frozenset(line.casefold() for line in lexicon.words("page")["lines"])


def _split_title(page: str, content: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """Take the first line as the title, if it is short, doesn't end like a sentence, and a body follows it."""
    start, end = content[0]
    title = page[start:end]
    if len(content) == 1 or len(title) > _LONGEST_TITLE or title.endswith("."):
        return "", content
    return title, content[1:]


def _body_end(page: str, start: int, end: int) -> int:
    """Give the offset at which the body ends: before the agency's boilerplate, from which on nothing is the story's."""
    found = (page.find(words, start, end) for words in lexicon.words("page")["boilerplate"])
    stop = min((position for position in found if position > start), default=end)
    return start + len(page[start:stop].rstrip())


_CLOCK = re.compile(r"(?:[\s,،|-]*\d{1,2}:\d{2}(?::\d{2})?(?:\s*\(?(?:GMT|UTC)[^\s)]*\)?|\s*[صم]\b)?)?")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"[\s•*|-]*(?:(?P<label>{'|'.join(map(re.escape, lexicon.words('page')['labels']))})\s*:?\s*)?")


@cache
def _day() -> re.Pattern[str]:
    """Match a day in digits, or with its month's name or two names: «الثلاثاء, 13 أكتوبر/ تشرين الأول, 2009»."""
    month = "|".join(sorted(map(re.escape, lexicon.months()), key=len, reverse=True))
    return re.compile(
        r"(?:ال\w+[\s,،]+)?"
        r"(?:(?P<first>\d{1,4})(?P<sign>[/.-])(?P<second>\d{1,2})(?P=sign)(?P<third>\d{4}|\d{1,2})"
        rf"|(?P<day>\d{{1,2}})\s+(?P<month>{month})(?:\s*/\s*(?:{month}))?[\s,،]+(?P<year>\d{{4}}))(?!\d)"
    )


def _stamped_day(stamps: list[re.Match[str]]) -> tuple[date | None, str]:
    """Read the day of publication off the first stamp, and a note where that can't be done."""
    if not stamps:
        return None, "The page names no day of publication."
    stamp = stamps[0]
    if stamp["month"]:
        days = [(int(stamp["year"]), lexicon.months()[stamp["month"]], int(stamp["day"]))]
    else:
        days = _readings(int(stamp["first"]), stamp["sign"], int(stamp["second"]), int(stamp["third"]))
    possible = sorted({date(*day) for day in days if _is_day(*day)})
    if len(possible) == 1:
        return possible[0], ""
    why = f"could be {' or '.join(map(str, possible))}" if possible else "is no day"
    return None, f"The page's stamp «{stamp.group()}» {why}."


def _readings(first: int, sign: str, second: int, third: int) -> list[tuple[int, int, int]]:
    """List the (year, month, day)s that a numeric stamp can mean; with full stops the day always stands first."""
    if first > 31:
        return [(first, second, third)]
    year = third if third > 99 else 2000 + third
    day_first, month_first = (year, second, first), (year, first, second)
    return [day_first] if sign == "." else [day_first, month_first]


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return date(year, month, day).year > 1800  # no page was stamped before there were news agencies
    except ValueError:
        return False


def _given_day(published: date | str) -> date:
    try:
        return date.fromisoformat(published) if isinstance(published, str) else published
    except ValueError:
        raise ArticleError(f"«{published}» is no day: write it as 2020-11-13 (year, month, day).") from None
