"""An explorer: what each step of `normalize` does to a text, to the number of its words, and which words it merges."""

from collections import Counter, defaultdict

from helpers import normalize, tokens
from helpers.display import View, highlight, table
from helpers.display.view import joined
from helpers.normalize import Normalized
from helpers.records import Span
from helpers.widgets.base import Explorer, arabic_field, explorer, sentences, switch

# The steps of lesson 02, in its order; the others touch what a news story seldom holds.
SWITCHES = ("marks", "tatweel", "alef", "yeh", "teh", "hamza", "digits")
COLUMNS = ("once folded", "as written", "times")


def explore_folding(text: str, words: str) -> Explorer:
    """Explore the folding of a text; `words` stand before it at first, and can be changed."""
    controls = [arabic_field("Words of your own:", words), *(switch(step, True) for step in SWITCHES)]
    return explorer(controls, lambda words, *on: folding_view(f"{words}\n{text}", on))


def folding_view(text: str, on: tuple[bool, ...]) -> View:
    """How many words there are, which of them become one, and the folded text with the words that changed marked.

    `on` says of each of `SWITCHES` whether it is on.
    """
    folded = normalize(text, [step for step, chosen in zip(SWITCHES, on, strict=True) if chosen])
    spellings = spellings_of(text, folded)
    rows = merged_rows(spellings)
    merged = table(rows, COLUMNS, "Words that become one" if rows else "No two words become one")
    marked = highlight(folded.text, changed_words(text, folded))
    touched = ", ".join(f"{step} {count}" for step, count in folded.steps.items()) or "no step is on"
    counts = f"{sum(map(len, spellings.values()))} different words as written, {len(spellings)} once folded."
    lines = [counts, f"Characters touched: {touched}."]
    return joined([sentences(lines), merged, marked])


def spellings_of(text: str, folded: Normalized) -> dict[str, Counter[str]]:
    """Each folded word and how often each of its spellings stands in the text."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for token in tokens(folded.text):
        if token.kind == "word":
            spellings[token.text][as_written(text, folded, token)] += 1
    return spellings


def as_written(text: str, folded: Normalized, token: Span) -> str:
    """A folded word as the text writes it."""
    start, end = folded.original(token.start, token.end)
    return text[start:end]


def merged_rows(spellings: dict[str, Counter[str]]) -> list[tuple[str, str, int]]:
    """What `COLUMNS` names, for each spelling of a word that has several."""
    return [
        (word, spelling, count)
        for word, counts in spellings.items()
        if len(counts) > 1
        for spelling, count in counts.items()
    ]


def changed_words(text: str, folded: Normalized) -> list[Span]:
    """The words and numbers of the folded text that the text writes in another way."""
    return [token for token in tokens(folded.text) if as_written(text, folded, token) != token.text]
