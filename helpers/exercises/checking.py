"""Checks whatever a learner hands in: there is a verdict within seconds, and never a traceback."""

from dataclasses import replace

from helpers.exercises.cases import case_verdict, is_empty, try_case
from helpers.exercises.exercise import Exercise, ScoredExercise
from helpers.exercises.running import SECONDS, Printed, TimeIsUp, caught_output, run_within
from helpers.exercises.scoring import score_verdict
from helpers.exercises.stumbles import is_blank, no_function, raised
from helpers.exercises.telling import LONGEST, UNTOUCHED, Verdict, call, isolate
from helpers.safe import readable

MOST_LINES = 5  # of what is printed


def examine(exercise: Exercise, answer: object) -> Verdict:
    """Try an answer on everything that the exercise has, and say what came of it."""
    if is_empty(answer):
        return untouched(exercise)
    begun = [exercise.tries[0].arguments]  # the last one goes on; all tries are made before the clock starts
    verdicts: list[Verdict] = []
    with caught_output() as printed:
        try:
            run_within(SECONDS, lambda: verdicts.append(_judge(exercise, answer, begun, printed)))
        except TimeoutError:
            verdicts = [_endless(exercise, begun[-1])]
    return replace(verdicts[0], details=(*verdicts[0].details, *_printed(printed)))


def untouched(exercise: Exercise) -> Verdict:
    """What is said where nothing has been written yet."""
    what = "your own code in place of `...`; what a function finds, it gives back with `return`"
    if not exercise.parameters:
        what = "your own answer in place of `...`"
    return Verdict(UNTOUCHED, f'{exercise.asks} Put {what}. `hint("{exercise.name}")` helps you on.')


def _judge(exercise: Exercise, answer: object, begun: list[tuple], printed: Printed) -> Verdict:
    """Everything that touches the learner's code and values; each call's arguments are entered in `begun`."""
    try:
        if exercise.parameters and (misfit := no_function(exercise, answer)):
            return Verdict(*misfit)
        if isinstance(exercise, ScoredExercise):
            return score_verdict(exercise, answer, begun) or _nothing_came(exercise, answer, printed)
        outcomes = []
        for case in exercise.tries:
            begun.append(case.arguments)
            outcomes.append(try_case(exercise, answer, case))
        if all(outcome.empty for outcome in outcomes):
            return _nothing_came(exercise, answer, printed, changed=any(outcome.changed for outcome in outcomes))
        return case_verdict(exercise, outcomes)
    except TimeIsUp:
        raise
    except BaseException as error:  # a learner's object may do anything, even when it is only asked what it is
        return Verdict(*raised(error, answer))


def _nothing_came(exercise: Exercise, answer: object, printed: Printed, changed: bool = False) -> Verdict:
    if printed.getvalue():
        return Verdict("prints only", "Your function prints its result, but gives nothing back: use `return`.")
    if changed:
        says = "Your function changes what it is given, and gives nothing back: make something new and `return` it."
        return Verdict("changes only", says)
    if not exercise.parameters or is_blank(answer):
        return untouched(exercise)
    return Verdict(
        "gives nothing back", "Your function runs, but gives nothing back: end it with `return` and a value."
    )


def _endless(exercise: Exercise, arguments: tuple) -> Verdict:
    says = f"Your code was still busy after {SECONDS:.0f} seconds and was stopped. Does each loop come to its end?"
    details = (("tried", call(exercise.name, arguments)),) if arguments else ()
    return Verdict("endless", says, details)


def _printed(printed: Printed) -> tuple[tuple[str, str], ...]:
    """The first lines of what was printed, each in its own direction."""
    lines = readable(printed.getvalue()).strip().splitlines()
    shown = [isolate(line[:LONGEST]) for line in lines[:MOST_LINES]] + ["…"] * (len(lines) > MOST_LINES)
    return (("printed", "\n".join(shown)),) if lines else ()
