"""The exercises of the course: `check` an answer, ask for a `hint`, see a `solution`, look at your `progress`.

Each lesson's exercises stand in a file of its own, as small functions with what usually goes wrong; see `exercise`.
"""

import inspect
from collections import Counter

from helpers.display import View, table
from helpers.exercises.catalogue import LESSONS, find_exercise
from helpers.exercises.checking import examine
from helpers.exercises.keeping import Entry, progress_path, read_progress, record
from helpers.exercises.telling import AMBER, SOLVED, UNTOUCHED, box, call, code, show, verdict_view
from helpers.records import ArticleError

__all__ = ["check", "hint", "passes", "progress", "solution"]

# How many hints were given since Python was started; so a notebook that is run from the top gives the same ones again.
_hints_given: Counter[str] = Counter()


def check(name: str = "", answer: object = ...) -> View:
    """Check an answer to an exercise: `check("strip_marks", strip_marks)`.

    Gives something to look at, whatever is handed in, and enters the try in the progress file.
    """
    try:
        exercise = find_exercise(name)
    except ArticleError as error:
        return box("Which exercise?", str(error), colour=AMBER)
    verdict = examine(exercise, answer)
    note = "" if verdict.diagnosis == UNTOUCHED else record(progress_path(), exercise.name, verdict.diagnosis)
    return verdict_view(exercise.name, verdict, note)


def passes(name: str, answer: object) -> bool:
    """Whether an answer is right, for a grader: `assert passes("strip_marks", strip_marks)`.

    It judges as `check` does, and enters nothing in the progress file. Raises ArticleError where there is no such
    exercise.
    """
    return examine(find_exercise(name), answer).diagnosis == SOLVED


def hint(name: str = "") -> View:
    """The next hint on an exercise; after the last one, the last one again."""
    try:
        exercise = find_exercise(name)
    except ArticleError as error:
        return box("Which exercise?", str(error), colour=AMBER)
    count = len(exercise.hints)
    _hints_given[exercise.name] = number = min(_hints_given[exercise.name] + 1, count)
    more = f'`solution("{exercise.name}")` shows one way to do it.' if number == count else ""
    return box(f"Hint {number} of {count}:", f"{exercise.hints[number - 1]} {more}".strip())


def solution(name: str = "") -> View:
    """One way to solve an exercise; there are others."""
    try:
        exercise = find_exercise(name)
    except ArticleError as error:
        return box("Which exercise?", str(error), colour=AMBER)
    source = inspect.getsource(exercise.reference).strip()
    if not exercise.parameters:
        source += f"\n\n{call(exercise.name, ())}  # {show(exercise.tries[0].expected)}"
    return code("One way to do it:", source)


def progress() -> View:
    """How far one is: all exercises, lesson by lesson."""
    try:
        entries = read_progress(progress_path())
    except ArticleError as error:
        return box("No progress to show:", str(error), colour=AMBER)
    rows = [
        [lesson, exercise.name, *_state(entries.get(exercise.name, Entry()))]
        for lesson, exercises in LESSONS.items()
        for exercise in exercises
    ]
    solved = sum(row[2] == "✓ solved" for row in rows)
    columns = ("lesson", "exercise", "state", "tries")
    return table(rows, columns, f"{solved} of {len(rows)} exercises solved", direction="ltr")


def _state(entry: Entry) -> tuple[str, str]:
    state = "✓ solved" if entry.solved else "tried" if entry.tries else "open"
    return state, str(entry.tries or "-")
