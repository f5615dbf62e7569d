"""An explorer: a story by its speakers, what each of them says, in which words, and how much of it."""

from collections.abc import Sequence

from helpers.display import View, highlight, table
from helpers.display.view import joined
from helpers.records import Span, Statement, overlap
from helpers.translation import Translation
from helpers.widgets.base import Explorer, choice, explorer

EVERYONE, NO_NAME = "everyone", "someone without a name"
BOTH, DIRECT, REPORTED = "direct and reported", "direct only", "reported only"
COLUMNS = ("speaker", "verb", "how", "words", "what is said")
IN_ENGLISH = "the sentence in English"


def explore_speakers(
    text: str, statements: Sequence[Statement], translation: Translation | None = None, who: str = EVERYONE
) -> Explorer:
    """Explore the statements of a text, beginning with those of `who`; a `translation` of it puts each into English."""
    speakers = dict.fromkeys(map(speaker_of, statements))
    controls = [
        choice("Who speaks:", [EVERYONE, *speakers], who),
        choice("In which words:", [BOTH, DIRECT, REPORTED]),
    ]
    return explorer(controls, lambda who, how: speakers_view(text, statements, who, how, translation))


def speakers_view(
    text: str, statements: Sequence[Statement], who: str, how: str, translation: Translation | None = None
) -> View:
    """How much is said so and by whom, a row for each such statement, and the story with these marked."""
    chosen = [said for said in statements if is_chosen(said, who, how)]
    counts = f"{len(chosen)} of {len(statements)} statements, {words_in(chosen)} of {words_in(statements)} words said"
    columns = (*COLUMNS, IN_ENGLISH) if translation else COLUMNS
    rows = [[*row(said), *([in_english(said, translation)] if translation else [])] for said in chosen]
    return joined([table(rows, columns, counts), highlight(text, chosen)])


def speaker_of(said: Statement) -> str:
    """Who says it, also where the story doesn't tell."""
    return said.speaker or NO_NAME


def is_chosen(said: Statement, who: str, how: str) -> bool:
    """Whether a statement is by that speaker, and in such words."""
    return who in (EVERYONE, speaker_of(said)) and how in (BOTH, DIRECT if said.direct else REPORTED)


def words_in(statements: Sequence[Span]) -> int:
    """How many words these have together, as spaces part them; words inside two of them count twice."""
    return sum(len(said.text.split()) for said in statements)


def row(said: Statement) -> tuple[object, ...]:
    """What `COLUMNS` names, for one statement."""
    return speaker_of(said), said.verb or None, "direct" if said.direct else "reported", words_in([said]), said.text


def in_english(said: Span, translation: Translation) -> str:
    """The translation of every sentence that a statement lies in."""
    return " ".join(s.en for s in translation.sentences if overlap(s, said))
