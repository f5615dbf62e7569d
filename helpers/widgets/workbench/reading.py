"""Takes a story in, as it was pasted or uploaded; what can't be read is declined with a sentence."""

from collections.abc import Mapping, Sequence

from helpers.article import decode, parse_article
from helpers.records import Article, ArticleError
from helpers.widgets.base import MOST_BYTES

EMPTY = "The workbench is empty: paste a story into the first field, or open a text file."
UNDATED = "Without it, a weekday and «أمس» (ams, yesterday) have no day. Write it into the field for it, as 2020-11-13."


def read_story(page: str, published: str) -> Article:
    """Read a pasted page, with the day of publication that its reader gives, if any.

    Raises ArticleError for an empty page, one without Arabic text, and a day that is none.
    """
    if not page.strip():
        raise ArticleError(EMPTY)
    return parse_article(page, published.strip() or None)


def read_upload(files: Sequence[Mapping]) -> str:
    """Read the text of an uploaded file, as `FileUpload` gives it; "" where there is none.

    Raises ArticleError for a file of more than 1 MB, one that is no text, and one without a story.
    """
    if not files:
        return ""
    file = files[-1]
    if file["size"] > MOST_BYTES:
        raise ArticleError(f"{file['name']} has more than 1 MB, and so much is not read here: open a single story.")
    try:
        page = decode(bytes(file["content"]))
        parse_article(page)
    except UnicodeError:
        raise ArticleError(f"{file['name']} holds no text in a known encoding: save the story as UTF-8 text.") from None
    except ArticleError as error:
        raise ArticleError(f"{file['name']} was not taken in. {error}") from None
    return page
