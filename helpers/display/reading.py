"""A story for those who read no Arabic: each word's reading and meaning by pointing at it, the translation beside it.

What needs a mouse is there for the keyboard and the screen reader too, as a list that opens on request.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from helpers.display.tables import table
from helpers.display.view import View, escaped, isolated
from helpers.plain import plain_table
from helpers.records import Span
from helpers.safe import one_line
from helpers.translation import Gloss, Translation
from helpers.words import tokens


@dataclass(frozen=True, slots=True)
class Word(Span):
    """A word of a story, with its gloss."""

    gloss: Gloss

    @property
    def hint(self) -> str:
        """How it is read, and what it means."""
        return f"{self.gloss.transliteration}: {self.gloss.meaning}"


def find_words(text: str, meanings: Mapping[str, Gloss]) -> list[Word]:
    """Find the words of a text that have a gloss."""
    return [Word(t.start, t.end, t.text, meanings[t.text]) for t in tokens(text) if t.text in meanings]


def word_list(words: Iterable[Word]) -> View:
    """The words, once each, with their readings and meanings; in HTML, they open on request."""
    glosses = {word.gloss.form: word.gloss for word in words}.values()
    rows = [tuple(map(one_line, (gloss.form, gloss.transliteration, gloss.meaning))) for gloss in glosses]
    items = [
        f'<li style="width:19em;padding:0 8px">{isolated(form)} <em>{escaped(read)}</em>: {escaped(meaning)}</li>'
        for form, read, meaning in rows
    ]
    markup = f'<ul style="display:flex;flex-wrap:wrap;list-style-type:none;padding:0">{"".join(items)}</ul>'
    plain = plain_table(("word", "reading", "meaning"), rows)
    return View(_on_request("Each word, with its reading and meaning", markup), plain)


def translation_beside(translation: Translation) -> View:
    """The sentences with their translation beside them; in HTML, they open on request."""
    rows = [(sentence.text, sentence.en) for sentence in translation.sentences]
    beside = table(rows, ("in the story", "in English"))
    return View(_on_request("Each sentence, with its translation", beside.html), beside.plain)


def _on_request(summary: str, content: str) -> str:
    return f'<details dir="ltr" lang="en" style="margin:6px 0"><summary>{summary}</summary>{content}</details>'
