"""What does a verb of speech report? The words from where it opens them (see `openings`) to where they end.

A quotation ends at its closing mark. A clause ends with its sentence, or where the next verb of speech begins a clause
of its own («، مشيرا إلى …», «وأضاف …»).
"""

from bisect import bisect_right
from typing import NamedTuple

from helpers.statements.openings import STOPS, find_opening
from helpers.statements.reading import Story
from helpers.statements.vocabulary import words


class Report(NamedTuple):
    """The index of a verb (of «إن» where the verb is lost), of the first word said, of the one after the last."""

    verb: int
    start: int
    end: int
    direct: bool


def find_reports(story: Story) -> list[Report]:
    """Find what the verbs of speech report, in the order of the verbs."""
    signs = words("turns") | {"ان"}
    telling = [index for index, word in enumerate(story.words) if word.verb or word.form in signs]
    openings = {index: opening for index in telling if (opening := find_opening(story, index))}
    clauses = [index for index in telling if _begins_clause(story, index, index in openings)]
    reports = []
    for verb, (start, direct, closing) in openings.items():
        if closing is None:
            next_clause = bisect_right(clauses, start)
            end = _trimmed(story, start, min([story.words[verb].last, *clauses[next_clause : next_clause + 1]]))
        else:
            end = closing - (story.form(closing - 1) in (".", ","))
        if end > start:
            reports.append(Report(verb, start, end, direct))
    return reports


def _begins_clause(story: Story, index: int, reports: bool) -> bool:
    """Does a word begin a clause of its own, so that the words said before it end here?

    So does a verb of speech that reports something, and a participle that tells what else the speaker did («، داعيا»).
    """
    word, before = story.words[index], story.form(index - 1)
    if word.form in words("turns"):
        return before == ","
    if not reports or word.verb is None or word.verb.kind == "noun":
        return False
    return word.verb.kind == "participle" or word.cut > 0 or before == "," or before in words("clause_openers")


def _trimmed(story: Story, start: int, end: int) -> int:
    """Leave out what stands between the words said and what follows: marks, and «فيما», «لكنه» before the next verb."""
    while end > start:
        form = story.form(end - 1)
        is_lone_mark = form == '"' and story.opening.get(end - 1, -1) < start
        if not (is_lone_mark or form in STOPS or form in words("clause_openers")):
            break
        end -= 1
    return end
