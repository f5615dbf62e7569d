"""An explorer: a list of names, marked in a text while it is being written, and how good it is against the gold."""

from collections.abc import Sequence

from helpers.annotation import try_marks
from helpers.display import View, highlight
from helpers.display.view import joined
from helpers.exercises.scoring import INVENTED, MISSED
from helpers.records import Entity
from helpers.score import score_entities
from helpers.widgets.base import Explorer, arabic_lines, explorer, sentences, switch

MOST_COMPLAINTS = 5


def explore_names(text: str, names: str, gold: Sequence[Entity]) -> Explorer:
    """Explore how far a list of names goes in a text, beginning with `names`: one a line, its label behind it."""
    controls = [arabic_lines("Your list:", names), switch("show what is missed", True)]
    return explorer(controls, lambda names, missed: names_view(text, names, gold, missed))


def names_view(text: str, names: str, gold: Sequence[Entity], missed: bool) -> View:
    """The score of a list, a sentence for each line that finds nothing, and the text with hits and errors marked."""
    found, complaints = try_marks(text, names.splitlines())
    score = score_entities(found, gold)
    wrong = {id(entity): INVENTED for entity in score.invented} | {id(entity): MISSED for entity in score.missed}
    spans = [*score.right, *score.invented, *(score.missed if missed else [])]
    marked = highlight(text, spans, label=lambda entity: wrong.get(id(entity), entity.label))
    more = [f"… and {len(complaints) - MOST_COMPLAINTS} lines more."] * (len(complaints) > MOST_COMPLAINTS)
    return joined([sentences([str(score), *complaints[:MOST_COMPLAINTS], *more]), marked])
