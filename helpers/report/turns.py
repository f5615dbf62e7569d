"""How each exercise went in a class, and what its commonest wrong turn is, in a sentence for the teacher."""

from collections import Counter
from dataclasses import dataclass
from statistics import median

from helpers.exercises.catalogue import LESSONS
from helpers.exercises.exercise import Exercise
from helpers.exercises.keeping import Entry
from helpers.report.handed_in import ClassReport
from helpers.safe import one_line

STUCK = 5  # tries without success from which on somebody should sit down with the learner
LONGEST = 60  # characters of a name that a file gives to a wrong turn
# The wrong turns that any answer may take; those of one exercise say themselves what they are.
USUAL = {
    "another result": "The result is another one, in a way that the course has no name for.",
    "another kind": "What comes back is of another kind than was asked for, such as one number instead of a list.",
    "always the same": "The same comes back whatever is handed in.",
    "changes only": "The function changes what it is given, and gives nothing back.",
    "endless": "The code goes on and on, and was stopped.",
    "gives nothing back": "The function runs, but has no `return`.",
    "no such name": "It asks for the name of a character that has none.",
    "nothing found": "The function finds nothing at all.",
    "only in the story": "It is right on the story of the course, but not on texts that the learner had not seen.",
    "other offsets": "The offsets are not those of the words.",
    "prints only": "The function prints its result instead of giving it back.",
}
RAISED = "raised "


@dataclass(frozen=True)
class Turn:
    """A wrong turn: its name, what it is, and how many learners took it last."""

    name: str
    says: str
    learners: int


@dataclass(frozen=True)
class Outcome:
    """How one exercise went: how many solved it or tried in vain, the middle one's tries, the commonest wrong turn."""

    lesson: str
    exercise: str
    solved: int
    in_vain: int
    tries: float | None
    turn: Turn | None


def outcomes(report: ClassReport) -> list[Outcome]:
    """How each exercise of the course went, in the course's order."""
    return [_outcome(lesson, exercise, report) for lesson, some in LESSONS.items() for exercise in some]


def _outcome(lesson: str, exercise: Exercise, report: ClassReport) -> Outcome:
    entries = [one.entries[exercise.name] for one in report.handed if exercise.name in one.entries]
    tries = [entry.tries for entry in entries if entry.solved]
    solved, in_vain = len(tries), sum(is_in_vain(entry) for entry in entries)
    return Outcome(lesson, exercise.name, solved, in_vain, median(tries) if tries else None, _turn(exercise, entries))


def is_in_vain(entry: Entry) -> bool:
    """Whether an exercise was tried and isn't solved."""
    return not entry.solved and entry.tries > 0


def _turn(exercise: Exercise, entries: list[Entry]) -> Turn | None:
    """The turn that most learners took last; of equally common ones the first by name."""
    taken = Counter(entry.diagnosis for entry in entries if entry.diagnosis)
    if not taken:
        return None
    name, learners = min(taken.items(), key=lambda item: (-item[1], item[0]))
    return Turn(one_line(name)[:LONGEST], meaning(exercise, name), learners)


def meaning(exercise: Exercise, diagnosis: str) -> str:
    """What a diagnosis means, as the learner was told; "" where this version of the course doesn't know it."""
    own = {each.name: each.says for each in (*exercise.mistakes, *exercise.promises)}
    if diagnosis in own:
        return one_line(own[diagnosis])
    if diagnosis.startswith(RAISED):
        return f"Python stopped with {one_line(diagnosis.removeprefix(RAISED))[:LONGEST]}."
    return USUAL.get(diagnosis, "")


def stuck(report: ClassReport) -> list[tuple[str, list[tuple[str, int]]]]:
    """Each learner whom many tries have led to nothing, with these exercises and their tries; the most tries first."""
    found = [
        (one.learner, [(name, entry.tries) for name, entry in one.entries.items() if _is_stuck(entry)])
        for one in report.handed
    ]
    found = [(learner, sorted(some, key=lambda each: (-each[1], each[0]))) for learner, some in found if some]
    return sorted(found, key=lambda row: -sum(tries for _, tries in row[1]))


def _is_stuck(entry: Entry) -> bool:
    return is_in_vain(entry) and entry.tries >= STUCK


def to_talk_about(report: ClassReport, most: int = 5) -> list[Outcome]:
    """The exercises at which most learners tried in vain, or took the same wrong turn: for the next class."""
    hard = [outcome for outcome in outcomes(report) if outcome.turn]
    return sorted(hard, key=lambda outcome: (-outcome.in_vain, -outcome.turn.learners))[:most]
