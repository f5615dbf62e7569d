"""What can go wrong with any answer: it is none yet, it is of another kind, Python stops in the middle of it.

Most functions give a `Stumble`, or None where all is well.
"""

import dis
import inspect
import re
import traceback
from dataclasses import FrozenInstanceError
from types import CodeType, GeneratorType
from typing import NamedTuple

from helpers.characters import name_of
from helpers.exercises.exercise import Exercise
from helpers.records import ArticleError
from helpers.safe import one_line

ADDRESS = re.compile(r"0x[0-9a-fA-F]{6,}")  # longer than a byte or a character
LONGEST_MESSAGE = 200  # characters


class Stumble(NamedTuple):
    """A short name for what went wrong, and what to say of it."""

    name: str
    says: str


KINDS = {  # a bool is also an int for Python, so it comes first
    bool: "True or False",
    int: "a number",
    float: "a number",
    str: "a text (str)",
    bytes: "bytes",
    list: "a list",
    tuple: "a tuple",
    set: "a set",
    frozenset: "a set",
    dict: "a dictionary",
    GeneratorType: "a generator",
    type(None): "nothing (None)",
    type(...): "nothing (...)",
    type: "a class",
}
WILL_DO = {
    "a list": ("a list", "a tuple"),
    "a tuple": ("a list", "a tuple"),
    "a set": ("a list", "a tuple", "a set"),
}
IN_OTHER_WORDS = {"a tuple": "a tuple (values in brackets, with commas between them)"}
TIPS = {
    "a set": "A set has no order, and keeps each thing only once.",
    "a generator": "Put `list(…)` around it.",
    "nothing (None)": "Does every way through your code end in `return`?",
    "nothing (...)": "There is still a `...` in it.",
    "bytes": "Their `.decode(…)` makes a text of them.",
    "a function": "Call it, with brackets behind its name.",
}
EXPLAINED = {
    NameError: "A name is misspelt, or has no value yet.",
    TypeError: "A value is of another kind than that line can use, or a call has too many or too few arguments.",
    FrozenInstanceError: "A record can't be changed: make a new one.",
    AttributeError: "What stands before the dot has nothing of that name.",
    UnicodeError: "These bytes or characters don't exist in that encoding.",
    IndexError: "That place is behind the end; the first one is 0.",
    KeyError: "The dictionary has no such key.",
    ArticleError: "",  # says all by itself
    ValueError: "Is the value of the kind and form that is wanted there?",
    ZeroDivisionError: "What if there is nothing to divide by?",
    RecursionError: "The function calls itself without an end.",
    EOFError: "Don't ask with `input()`: what your code needs comes in as its arguments.",
    SystemExit: "`exit()` would end all of Python; a function ends with `return`.",
    BaseException: "",
}
MEANT = {  # by some of Python's own messages
    "Unknown format code": "That format writes a number, and this is a text: `ord(character)` gives its number.",
    "no such name": "A control character, such as the end of a line, has no name; its category is `Cc`.",
}


def kind(value: object) -> str:
    """What a value is, in a beginner's words."""
    for type_, name in KINDS.items():
        if isinstance(value, type_):
            return name
    return "a function" if callable(value) else f"an object of type {one_line(type(value).__name__)}"


def other_kind(expected: object, came: object) -> Stumble | None:
    """Where a list is wanted and a number came; a tuple will do for a list, and both for a set."""
    wanted, given = kind(expected), kind(came)
    if given in WILL_DO.get(wanted, (wanted,)):
        return None
    if wanted == "a number" and given == "a text (str)":
        return Stumble("another kind", "A number is wanted, and this is a text: leave the quotation marks away.")
    wanted = IN_OTHER_WORDS.get(wanted, wanted)
    return Stumble("another kind", f"What is wanted is {wanted}; this is {given}. {TIPS.get(given, '')}".strip())


def _operations(code: CodeType) -> set[str]:
    return {instruction.opname for instruction in dis.get_instructions(code)}


def _blank() -> None: ...


def _passing() -> None:
    pass


NO_OPERATIONS = _operations(_blank.__code__) | _operations(_passing.__code__) | _operations((lambda: ...).__code__)


def is_blank(function: object) -> bool:
    """Whether nothing is written yet in a function, by what Python made of it."""
    code = getattr(function, "__code__", None)
    return isinstance(code, CodeType) and _operations(code) <= NO_OPERATIONS


def no_function(exercise: Exercise, answer: object) -> Stumble | None:
    """Where a function is wanted, and something else is handed in, or one that takes other arguments."""
    takes = ", ".join(exercise.parameters)
    example = f"`def {exercise.name}({takes}):`"
    if isinstance(answer, type):
        return Stumble("no function", f"A function is wanted, and this is a class: begin with {example}.")
    if not callable(answer):
        hand_in = f'`check("{exercise.name}", {exercise.name})`'
        says = f"The function itself is wanted, without brackets: {hand_in}. This is {kind(answer)}."
        return Stumble("no function", says)
    if inspect.iscoroutinefunction(answer):
        return Stumble("no function", f"A plain function is wanted: begin with {example}, without `async`.")
    if not _takes(answer, len(exercise.parameters)):
        return Stumble("other parameters", f"Your function should take {takes} and nothing else: {example}.")
    return None


def _takes(function: object, count: int) -> bool:
    try:
        inspect.signature(function).bind(*range(count))
    except ValueError:  # some functions written in C don't tell
        return True
    except TypeError:
        return False
    return True


def raised(error: BaseException, answer: object) -> Stumble:
    """Where Python stopped: why, and at which line of the learner's."""
    name, line = one_line(type(error).__name__), _line(error, answer)
    where = f" at `{line}`" if line else ""
    message = _message(error)
    why = next((says for words, says in MEANT.items() if words in message), None)
    why = why or next(EXPLAINED[base] for base in type(error).__mro__ if base in EXPLAINED)
    return Stumble(f"raised {name}", f"Python stopped{where} with {name}{message}. {why}".strip())


def _message(error: BaseException) -> str:
    try:
        text = ADDRESS.sub("0x…", one_line(str(error)))[:LONGEST_MESSAGE].rstrip(".")
    except Exception:  # an error of the learner's own may fail to say what it is
        return ""
    return f": {text}" if text else ""


def _line(error: BaseException, answer: object) -> str:
    """The last line of the learner's own file or cell that was being run."""
    own = getattr(getattr(answer, "__code__", None), "co_filename", None)
    lines = [frame.line for frame in traceback.extract_tb(error.__traceback__) if frame.filename == own]
    return one_line(lines[-1]) if lines else ""


def first_difference(expected: str, came: str) -> str:
    """Names the first character in which two texts differ: many of them look alike."""
    place = next((n for n, (one, other) in enumerate(zip(expected, came, strict=False)) if one != other), None)
    if place is None:
        place = min(len(expected), len(came))
    return f"At [{place}] should be {_name(expected, place)}, and there is {_name(came, place)}."


def _name(text: str, place: int) -> str:
    if place >= len(text):
        return "the end"
    return name_of(text[place], f"U+{ord(text[place]):04X}")
