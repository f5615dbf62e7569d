"""All exercises, lesson by lesson, in the order in which a learner meets them."""

import difflib

from helpers.exercises import (
    lesson_00,
    lesson_01,
    lesson_02,
    lesson_03,
    lesson_04,
    lesson_05,
    lesson_06,
    lesson_07,
    lesson_08,
    lesson_09,
)
from helpers.exercises.exercise import Exercise
from helpers.records import ArticleError
from helpers.safe import one_line

LESSONS: dict[str, tuple[Exercise, ...]] = {
    "00": lesson_00.EXERCISES,
    "01": lesson_01.EXERCISES,
    "02": lesson_02.EXERCISES,
    "03": lesson_03.EXERCISES,
    "04": lesson_04.EXERCISES,
    "05": lesson_05.EXERCISES,
    "06": lesson_06.EXERCISES,
    "07": lesson_07.EXERCISES,
    "08": lesson_08.EXERCISES,
    "09": lesson_09.EXERCISES,
}
LONGEST_NAME = 60  # characters
EXERCISES = {exercise.name: exercise for lesson in LESSONS.values() for exercise in lesson}


def find_exercise(name: object) -> Exercise:
    """Find an exercise by its name; raises ArticleError that names the nearest."""
    if not isinstance(name, str):
        raise ArticleError('The exercise\'s name comes first, in quotation marks: `check("count_events", 3)`.')
    if name not in EXERCISES:
        name = one_line(name)[:LONGEST_NAME]
        (nearest,) = difflib.get_close_matches(name, EXERCISES, n=1, cutoff=0)
        raise ArticleError(f'There is no exercise "{name}". The nearest is "{nearest}"; `progress()` lists them all.')
    return EXERCISES[name]
