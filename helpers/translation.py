"""A story in English: its translation sentence by sentence, and what each of its words means.

Both are made by hand and lie beside the story; `seeds/README.md` tells their form and how Arabic is written in Latin
letters there.
"""

import json
from dataclasses import dataclass, fields
from pathlib import Path

from helpers.records import ArticleError, Span


@dataclass(frozen=True, slots=True)
class Translated(Span):
    """A sentence of the story's body and its English; `note` tells a slip or an oddity of the source, mostly ""."""

    en: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """A story's title and sentences in English."""

    title: str
    sentences: tuple[Translated, ...]


@dataclass(frozen=True, slots=True)
class Gloss:
    """A word form of the story as it is written, how it is read, and what it means there.

    `"".join((*proclitics, base, *enclitics)) == form`: the pieces are spelled as they stand in the form.
    """

    form: str
    transliteration: str
    meaning: str
    proclitics: tuple[str, ...]
    base: str
    enclitics: tuple[str, ...]


_COLUMNS = [field.name for field in fields(Gloss)]


def read_translation(path: str | Path) -> Translation:
    """Read a translation (`seeds/*.en.json`); its offsets count code points of the story's body.

    Raises ArticleError where the file is not there or is no translation.
    """
    text = _read(path)
    try:
        data = json.loads(text)
        return Translation(data["title"]["en"], tuple(Translated(**sentence) for sentence in data["sentences"]))
    except (ValueError, KeyError, TypeError):
        raise ArticleError(f"{Path(path).name} is no translation: see seeds/README.md for its form.") from None


def read_glossary(path: str | Path) -> dict[str, Gloss]:
    """Read a glossary (`seeds/*.glossary.tsv`): each word form of the story and its gloss, in the story's order.

    Raises ArticleError where the file is not there or is no glossary.
    """
    rows = [line.split("\t") for line in _read(path).splitlines() if not line.startswith("#")]
    if rows[:1] != [_COLUMNS] or any(len(row) != len(_COLUMNS) for row in rows):
        raise ArticleError(f"{Path(path).name} is no glossary: see seeds/README.md for its form.")
    return {row[0]: _gloss(*row) for row in rows[1:]}


def _read(path: str | Path) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise ArticleError(f"The file {path} can't be read: check its name and that it is UTF-8 text.") from None


def _gloss(form: str, transliteration: str, meaning: str, proclitics: str, base: str, enclitics: str) -> Gloss:
    return Gloss(form, transliteration, meaning, tuple(proclitics.split()), base, tuple(enclitics.split()))
