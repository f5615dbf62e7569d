"""Judges an answer case by case: what was tried, what was expected, what came out, and why that may be."""

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from helpers.exercises.exercise import Case, Exercise, Mistake
from helpers.exercises.running import TimeIsUp
from helpers.exercises.stumbles import Stumble, first_difference, other_kind, raised
from helpers.exercises.telling import LONGEST, SOLVED, Verdict, call, show

OTHER = "another result"  # where nothing more can be said of what went wrong


@dataclass(frozen=True)
class Outcome:
    """How one case went. `like` names the usual mistakes that come to the same; `stumble` says what else is wrong."""

    right: bool
    came: str
    like: frozenset[str] = frozenset()
    stumble: Stumble | None = None
    empty: bool = False
    changed: bool = False


def try_case(exercise: Exercise, answer: object, case: Case) -> Outcome:
    """Try one case, on a copy of its arguments: an answer that changes them spoils nothing."""
    arguments = copy.deepcopy(case.arguments)
    try:
        came = answer(*arguments) if exercise.parameters else answer
        return _outcome(exercise, case, came, changed=arguments != case.arguments)
    except TimeIsUp:
        raise
    except BaseException as error:  # sys.exit() too
        return Outcome(False, "an error", stumble=raised(error, answer))


def _outcome(exercise: Exercise, case: Case, came: object, changed: bool) -> Outcome:
    like = frozenset(name for name, wrong in case.mistaken.items() if same(wrong, came))
    if same(case.expected, came):
        return Outcome(True, show(came), like)
    return Outcome(False, show(came), like, _stumble(exercise, case, came), is_empty(came), changed)


def is_empty(came: object) -> bool:
    """Whether nothing came, as from a stub."""
    return came is None or came is ...


def same(expected: object, came: object) -> bool:
    """Whether it is the value that was expected; a list or a tuple of its items will do for a set."""
    if other_kind(expected, came):
        return False
    if isinstance(expected, set | frozenset | list | tuple):
        own = set if isinstance(expected, set | frozenset) else list
        return own(expected) == own(came)
    return bool(expected == came)


def _stumble(exercise: Exercise, case: Case, came: object) -> Stumble:
    """What is wrong with a result, where it is no usual mistake."""
    if stumble := other_kind(case.expected, came):
        return stumble
    for promise in exercise.promises:
        if not promise.holds(*case.arguments, came):
            return Stumble(promise.name, promise.says)
    tell = _difference if exercise.parameters else _nearer
    return Stumble(OTHER, tell(case.expected, came))


def _difference(expected: object, came: object) -> str:
    """Help on a result beside which the right one is shown."""
    match expected:
        case str() if len(expected.split()) != len(came.split()):
            return _count(expected.split(), came.split(), "word")
        case str() if not _is_plain_word(expected) and _share_letters(expected, came):
            return first_difference(expected, came)
        case list() | tuple():
            return _other_item(expected, list(came), _difference)
    return "Go through this case by hand, line by line: where does it leave the way that you meant?"


def _is_plain_word(text: str) -> bool:
    """Whether it is one English word: which letter of it is another says nothing."""
    return text.isascii() and text.isalpha()


def _share_letters(one: str, other: str) -> bool:
    """Whether it is one text in two spellings: where they are two texts, a letter says nothing."""
    return SequenceMatcher(None, one[:LONGEST], other[:LONGEST]).ratio() > 0.6


def _count(expected: Sequence, came: Sequence, what: str) -> str:
    wanted = f"{len(expected)} {what}{'s' * (len(expected) != 1)}"
    return f"There should be {wanted}, and there {'is' if len(came) == 1 else 'are'} {len(came)}."


def _nearer(expected: object, came: object) -> str:
    """Help on a prediction that doesn't give it away."""
    match expected:
        case bool():
            return "Think of a case that shows it."
        case int() | float():
            return f"The right number is {'smaller' if came > expected else 'larger'} than yours."
        case list() | tuple():
            return _other_item(expected, list(came), _nearer)
        case set() | frozenset():
            wrong, missing = set(came) - expected, len(expected - set(came))
            return " ".join(
                [f"Not among them: {', '.join(sorted(map(show, wrong)))}."] * bool(wrong)
                + [f"Still missing: {missing}."] * bool(missing)
            )
    return "Look at it closely once more."


def _other_item(expected: Sequence, came: list, tell: Callable[[object, object], str]) -> str:
    """What is wrong with a list: its length, its order, or the first item that is another, of which `tell` tells."""
    if len(came) != len(expected):
        return _count(expected, came, "item")
    left = list(expected)
    for item in came:
        if item in left:
            left.remove(item)
    if not left:
        return "These are the right ones, in another order."
    place = next(n for n, (one, other) in enumerate(zip(expected, came, strict=True)) if one != other)
    kinds = other_kind(expected[place], came[place])
    return f"Item [{place}]: {kinds.says if kinds else tell(expected[place], came[place])}"


def explanation(mistakes: Sequence[Mistake], outcomes: Sequence[Outcome]) -> Mistake | None:
    """The usual mistake that an answer is most like, if it explains half of what went wrong and fits two thirds of all.

    Less is chance: an answer that misses some names would be like one that misses all places.
    """
    failed = [outcome for outcome in outcomes if not outcome.right]

    def share(mistake: Mistake, some: Sequence[Outcome]) -> float:
        return sum(mistake.name in outcome.like for outcome in some) / len(some)

    fitting = [m for m in mistakes if share(m, failed) >= 1 / 2 and share(m, outcomes) >= 2 / 3]
    return max(fitting, key=lambda mistake: share(mistake, outcomes), default=None)


def case_verdict(exercise: Exercise, outcomes: Sequence[Outcome]) -> Verdict:
    """Right, or the first case that shows what is wrong."""
    tried = list(zip(exercise.tries, outcomes, strict=True))
    failed = [(case, outcome) for case, outcome in tried if not outcome.right]
    if not failed:
        tried_on = f"It was tried on {len(tried)} cases, most of them new to you. " if exercise.unseen else ""
        return Verdict(SOLVED, tried_on + exercise.afterwards)
    if mistake := explanation(exercise.mistakes, outcomes):
        case, outcome = next(pair for pair in failed if mistake.name in pair[1].like)
        return Verdict(mistake.name, mistake.says, _details(exercise, case, outcome))
    case, outcome = failed[0]
    name, says = outcome.stumble
    if name == OTHER and len(tried) > 2 and len({outcome.came for outcome in outcomes}) == 1:
        name = "always the same"
        says = f"This gives {outcome.came} each time. Is a condition never true, or what comes in never used?"
    return Verdict(name, says, _details(exercise, case, outcome))


def _details(exercise: Exercise, case: Case, outcome: Outcome) -> tuple[tuple[str, str], ...]:
    """What was tried, expected and came out; of a prediction only what came, as the rest would give it away."""
    if not exercise.parameters:
        return (("your answer", outcome.came),)
    return (
        ("tried", call(exercise.name, case.arguments)),
        ("expected", show(case.expected)),
        ("came out", outcome.came),
    )
