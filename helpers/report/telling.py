"""The report as plain text: a line for each learner, a line for each exercise, and what to talk about."""

from collections.abc import Iterable, Sequence

from helpers.exercises.catalogue import EXERCISES, LESSONS
from helpers.exercises.keeping import Entry
from helpers.plain import plain_table
from helpers.report.handed_in import ClassReport, Handed
from helpers.report.turns import Outcome, Turn, outcomes, stuck, to_talk_about

MOST_NAMED = 3
# Letters that every terminal has.
SOLVED, IN_VAIN, OPEN = "x", "o", "."
LEGEND = f"{SOLVED} solved, {IN_VAIN} tried and not solved, {OPEN} not tried; in the order of each lesson"


def to_text(report: ClassReport, room: int | None = None) -> str:
    """The report for a terminal that is `room` columns wide (None: each row on one line)."""
    parts = [heading(report)]
    if report.handed:
        parts += [*_section("What to talk about", _talk(report)), *_section("Who is stuck", _stuck(report))]
        parts += [*_section("Learners", [_learners(report, room), LEGEND])]
        parts += [*_section("Exercises", [_exercises(report, room)])]
    parts += [*_section("Of another version of the course", _elsewhere(report))]
    parts += [*_section("Not read", [f"{name}: {why}" for name, why in report.unread])]
    return "\n".join(parts) + "\n"


def heading(report: ClassReport) -> str:
    """How many learners' files there are, and how many could not be read."""
    count, unread = len(report.handed), len(report.unread)
    read = f"{_counted(count, 'learner')}, {len(EXERCISES)} exercises"
    return f"{read}; {_counted(unread, 'file')} could not be read" if unread else read


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return ["", title, "=" * len(title), *lines] if lines else []


def _talk(report: ClassReport) -> list[str]:
    return [f"- {outcome.lesson} {outcome.exercise}: {describe(outcome)}" for outcome in to_talk_about(report)]


def describe(outcome: Outcome) -> str:
    """One exercise in a sentence or two: how many are stuck, and at what."""
    vain = f"{_counted(outcome.in_vain, 'learner')} tried and did not solve it. " if outcome.in_vain else ""
    return f"{vain}Commonest wrong turn: {told(outcome.turn)}" if outcome.turn else vain.strip()


def told(turn: Turn) -> str:
    """A wrong turn with how many took it and what it is."""
    return f"«{turn.name}» ({turn.learners}). {turn.says}".strip()


def _stuck(report: ClassReport) -> list[str]:
    return [f"- {learner}: {tries_of(some)}" for learner, some in stuck(report)]


def tries_of(some: Sequence[tuple[str, int]]) -> str:
    """The exercises at which somebody is stuck, the first few with their tries."""
    named = ", ".join(f"{exercise} ({tries} tries)" for exercise, tries in some[:MOST_NAMED])
    return named if len(some) <= MOST_NAMED else f"{named} and {len(some) - MOST_NAMED} more"


def _learners(report: ClassReport, room: int | None) -> str:
    rows = [[one.learner, str(solved(one)), *map("".join, _marks(one))] for one in report.handed]
    return plain_table(("learner", "solved", *LESSONS), rows, room)


def solved(one: Handed) -> int:
    """How many exercises a learner has solved."""
    return sum(entry.solved for entry in one.entries.values())


def _marks(one: Handed) -> Iterable[list[str]]:
    for lesson in LESSONS.values():
        yield [_mark(one.entries.get(exercise.name, Entry())) for exercise in lesson]


def _mark(entry: Entry) -> str:
    return SOLVED if entry.solved else IN_VAIN if entry.tries else OPEN


def _exercises(report: ClassReport, room: int | None) -> str:
    rows = [
        [each.lesson, each.exercise, f"{each.solved}", f"{each.in_vain}", middle(each), _named(each.turn)]
        for each in outcomes(report)
    ]
    heads = ("lesson", "exercise", "solved", "in vain", "tries", "commonest wrong turn")
    return plain_table(heads, rows, room)


def _named(turn: Turn | None) -> str:
    return f"{turn.name} ({turn.learners})" if turn else "-"


def middle(outcome: Outcome) -> str:
    """The tries that the middle one of those needed who solved it."""
    return "-" if outcome.tries is None else f"{outcome.tries:g}"


def _elsewhere(report: ClassReport) -> list[str]:
    return [f"- {one.learner}: {', '.join(one.elsewhere)}" for one in report.handed if one.elsewhere]
