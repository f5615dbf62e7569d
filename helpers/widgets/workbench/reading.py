"""Takes a story in, as it was pasted or uploaded; what can't be read is declined with a sentence."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from helpers.article import parse_article
from helpers.characters import DIGIT
from helpers.dates import find_dates
from helpers.decoding import Decoded, decode
from helpers.records import Article, ArticleError
from helpers.score import interval
from helpers.widgets.base import MOST_BYTES

EMPTY = "The workbench is empty: paste a story into the first field, or open a text file."
UNDATED = (
    "Without it, a weekday and «أمس» (ams, yesterday) have no day. "
    "Write it into the field “Published on”, as 2020-11-13."
)
MOST_LETTERS = 100_000  # of a page; a news story has a few thousand, and reading so many takes seconds
FIRST_PART = f"This is a very long text: only its first part is read, up to {MOST_LETTERS:,} letters."
_DAY = f"[{DIGIT}]{{4}}(-[{DIGIT}]{{1,2}}){{2}}"


def read_story(page: str, published: str) -> tuple[Article, list[str]]:
    """Read a pasted page, with the day of publication that its reader gives, if any, and what to know about it.

    Raises ArticleError for an empty page, one without Arabic text, and a day that is none.
    """
    if not page.strip():
        raise ArticleError(EMPTY)
    part = page if len(page) <= MOST_LETTERS else page[: page.rfind("\n", 0, MOST_LETTERS) + 1] or page[:MOST_LETTERS]
    article, stamped = parse_article(part, _published(published.strip())), parse_article(part).published
    notes = [FIRST_PART] if part != page else []
    if article.note:
        notes.append(f"{article.note} {UNDATED}")
    if stamped not in (None, article.published):
        notes.append(
            f"The page says that it was published on {stamped}, and the field “Published on” says "
            f"{article.published}: the field counts, as long as it isn't empty."
        )
    return article, notes


def _published(text: str) -> date | str | None:
    return read_days(text)[0] if re.fullmatch(_DAY, text) else text or None


def read_days(text: str) -> tuple[date, date]:
    """Read a day, a month, a year or two of them with a slash between, in any digits, as the first and the last day.

    Raises ArticleError for anything else.

    >>> read_days("2024-3-18")
    (datetime.date(2024, 3, 18), datetime.date(2024, 3, 18))
    """
    try:
        first, last = interval(text)
    except ValueError:
        says = f"«{text}» is no day: write it as 2020-11-13, 2020-11 or 2020-11-13/2020-11-20."
        raise ArticleError(says) from None
    if last < first:
        raise ArticleError(f"«{text}» ends before it begins: write the earlier day first.")
    return first, last


def dates_in(page: str) -> list[str]:
    """The words of a page's dates, in their order; none where it can't be read."""
    try:
        body = read_story(page, "")[0].body
    except ArticleError:
        return []
    return [mention.text for mention in find_dates(body)]


def read_upload(files: Sequence[Mapping]) -> Decoded:
    """Read an uploaded file, as `FileUpload` gives it: its text, and what it lost; both "" where there is none.

    What the file says of its own size and kind doesn't count. Raises ArticleError for several files, for one of more
    than 1 MB, one that is no text, and one without a story.
    """
    if not files:
        return Decoded("", "")
    if len(files) > 1:
        raise ArticleError(f"{len(files)} files were opened, and one is read here: open a single story.")
    (file,) = files
    content = bytes(file["content"])
    if len(content) > MOST_BYTES:
        raise ArticleError(f"{file['name']} has more than 1 MB, and so much is not read here: open a single story.")
    read = decode(content, file["name"])
    try:
        parse_article(read.text)
    except ArticleError as error:
        raise ArticleError(f"{file['name']} was not taken in. {error}") from None
    return read
