"""Judges spans against the gold annotation, and shows in the story what was missed and what isn't there."""

import copy
from collections.abc import Callable
from dataclasses import replace
from itertools import product

from helpers.display import View, highlight
from helpers.exercises.cases import OTHER, Outcome, explanation, is_empty
from helpers.exercises.exercise import Mistake, Promise, ScoredExercise, arguments_of
from helpers.exercises.running import TimeIsUp
from helpers.exercises.stumbles import Stumble, kind, raised
from helpers.exercises.telling import SOLVED, Verdict, call, show
from helpers.records import Span, overlap
from helpers.score import Score

MISSED, HALF_RIGHT, INVENTED = "missed", "half right", "false hit"
ONLY_IN_STORY = (
    "In the story this is right, but not in the text below. Does your code use the `text` that comes in, "
    "and nothing that is true of the story alone?"
)
STOPS_ELSEWHERE = "In the story this is right, but in the text below it stops."
NOTHING_FOUND = Stumble("nothing found", "The list is empty: no condition was ever true, or `return` comes too early.")
NOTHING_FOUND_WITH_IT = NOTHING_FOUND._replace(says="With this, nothing is found.")
OTHER_OFFSETS = "{}: these words don't stand there in the `text` that comes in. Count from its own beginning."


def score_verdict(exercise: ScoredExercise, answer: object, begun: list[tuple]) -> Verdict | None:
    """Say how much of the gold was found, with each error marked in the text; None where nothing came.

    A function that is right in the story is tried elsewhere too; the arguments of each such call go into `begun`.
    """
    came = exercise.found(answer)
    if is_empty(came):
        return None
    verdict = _against_gold(exercise, came, exercise.text(), exercise.gold())
    if exercise.use and verdict.diagnosis in (SOLVED, OTHER, NOTHING_FOUND.name):
        return _part_verdict(exercise, answer, begun) or verdict
    if verdict.diagnosis != SOLVED:
        return verdict
    others = (_elsewhere(exercise, answer, text, begun) for text in exercise.elsewhere)
    return next((other for other in others if other.diagnosis != SOLVED), verdict)


def _part_verdict(exercise: ScoredExercise, answer: Callable, begun: list[tuple]) -> Verdict | None:
    """The first promise that a part of a finder breaks, however much is found with it."""
    for promise, arguments in product(exercise.promises, map(arguments_of, exercise.cases)):
        begun.append(arguments)
        came = answer(*copy.deepcopy(arguments))
        if not promise.holds(*arguments, came):
            details = (("tried", call(exercise.name, arguments)), ("came out", show(came)))
            return Verdict(promise.name, promise.says, details)
    return None


def _elsewhere(exercise: ScoredExercise, answer: Callable, text: str, begun: list[tuple]) -> Verdict:
    begun.append((text,))
    try:
        came = answer(text)
        verdict = _against_gold(exercise, came, text, exercise.reference(text))
    except TimeIsUp:
        raise
    except BaseException as error:  # sys.exit() too
        name, says = raised(error, answer)
        return Verdict(name, f"{STOPS_ELSEWHERE} {says}", picture=highlight(text, []))
    if verdict.diagnosis == SOLVED:
        return verdict
    verdict = replace(verdict, picture=verdict.picture or highlight(text, []))
    if came and verdict.diagnosis in {promise.name for promise in exercise.promises}:
        return verdict
    return replace(verdict, diagnosis="only in the story", says=ONLY_IN_STORY)


def _against_gold(exercise: ScoredExercise, came: object, text: str, gold: list[Span]) -> Verdict:
    wanted = type(exercise.gold()[0])
    if not isinstance(came, list | tuple | set | frozenset) or not all(isinstance(span, wanted) for span in came):
        says = f"What is wanted is a list of `{wanted.__name__}` records; this is {_what_it_is(came, wanted)}."
        return Verdict("another kind", says)
    if broken := _broken_promise(exercise, came, text):
        return Verdict(broken.name, broken.says)
    if not came and gold:
        (case,) = exercise.tries
        finds_none = (Stumble(m.name, m.says) for m in exercise.mistakes if not case.mistaken[m.name])
        return Verdict(*next(finds_none, NOTHING_FOUND_WITH_IT if exercise.use else NOTHING_FOUND))
    if misplaced := next((span for span in came if text[span.start : span.end] != span.text), None):
        return Verdict("other offsets", OTHER_OFFSETS.format(show(misplaced)))
    score = exercise.score(list(came), gold)
    if score.f1 >= exercise.enough or not (score.missed or score.invented):
        return Verdict(SOLVED, exercise.afterwards, (("score", str(score)),))
    mistake = _mistake(exercise, came, score)
    name, says = (mistake.name, mistake.says) if mistake else (OTHER, _commonest(score))
    goal = (("score", str(score)), ("wanted", f"F1 {exercise.enough:.2f}"))
    return Verdict(name, says, goal, _picture(text, score))


def _broken_promise(exercise: ScoredExercise, came: object, text: str) -> Promise | None:
    if exercise.use:
        return None  # see `_part_verdict`
    arguments = (text,) if exercise.parameters else ()
    return next((promise for promise in exercise.promises if not promise.holds(*arguments, came)), None)


def _mistake(exercise: ScoredExercise, came: list[Span], score: Score) -> Mistake | None:
    """The usual mistake that an answer is most like; of a part of a finder, the one that finds the very same.

    (Answers that differ may well find much the same with a part of a finder.)
    """
    if not exercise.use:
        return explanation(exercise.mistakes, _outcomes(exercise, score))
    (case,) = exercise.tries
    return next((mistake for mistake in exercise.mistakes if set(case.mistaken[mistake.name]) == set(came)), None)


def _what_it_is(came: object, wanted: type) -> str:
    if not isinstance(came, list | tuple | set | frozenset):
        return kind(came)
    return f"{kind(came)} with {kind(next(item for item in came if not isinstance(item, wanted)))} in it"


def _picture(text: str, score: Score) -> View:
    """The errors in the text; right words with a wrong label, day or speaker get one mark, without the answer."""
    missed, invented = _places(score.missed), _places(score.invented)
    labels = {id(span): HALF_RIGHT if _place(span) in missed else INVENTED for span in score.invented}
    labels |= {id(span): MISSED for span in score.missed if _place(span) not in invented}
    spans = [span for span in score.missed + score.invented if id(span) in labels]
    return highlight(text, spans, lambda span: labels[id(span)])


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _places(spans: list) -> set[tuple[int, int]]:
    return set(map(_place, spans))


def _outcomes(exercise: ScoredExercise, score: Score) -> list[Outcome]:
    """Each span that is right, missed or false as an outcome of its own, so that a mistake can be recognised."""
    (case,) = exercise.tries
    wrong = {name: exercise.score(spans, exercise.gold()) for name, spans in case.mistaken.items() if spans}
    # Who invents nothing has not made a mistake that invents: the answer is only unfinished.
    invented = _places(score.invented)
    wrong = {name: other for name, other in wrong.items() if not other.invented or _places(other.invented) & invented}

    def like(part: str, span: Span) -> frozenset[str]:
        return frozenset(n for n, other in wrong.items() if _place(span) in _places(getattr(other, part)))

    return [
        Outcome(part == "right", span.text, like(part, span))
        for part in ("right", "missed", "invented")
        for span in getattr(score, part)
    ]


def _commonest(score: Score) -> str:
    if _places(score.invented) & _places(score.missed):
        return "Some words are right, but what you say of them isn't: look at what is half right."
    if any(overlap(one, other) for one in score.invented for other in score.missed):
        return "Some marks begin or end too early or too late: compare each false hit with what was missed there."
    if len(score.right) == 1 and not score.invented and score.right[0].start < min(span.start for span in score.missed):
        return "Only the first was found. A `return` inside a loop ends it: does yours come too early?"
    if len(score.invented) > len(score.missed):
        return "More is marked than there is: look at the false hits, and ask what they have in common."
    return "Not all was found: look at what was missed, and ask what would have led you there."
