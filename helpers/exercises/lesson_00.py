"""The exercise of lesson 00: a first look at the finished timeline."""

from helpers import SEED, build_timeline, read_article
from helpers.exercises.exercise import Exercise, Mistake


def count_events() -> int:
    timeline = build_timeline(read_article(SEED))
    return len(timeline.events)


def deadlines() -> int:
    """How many of them are still due."""
    timeline = build_timeline(read_article(SEED))
    return sum(event.status == "due" for event in timeline.events)


COUNT_EVENTS = Exercise(
    count_events,
    asks="How many events does the story's timeline have? Count them in the picture.",
    hints=(
        "Each label in the picture is an event, whether a dot or a diamond belongs to it.",
        "Python can count them too: `len(timeline.events)`.",
    ),
    mistakes=(
        Mistake("deadlines only", "Those are the deadlines. What had already happened are events too.", deadlines),
        Mistake(
            "past only",
            "That is what had happened. The deadlines that were still to come are events too.",
            lambda: count_events() - deadlines(),
        ),
        Mistake(
            "counted from 0",
            "Python numbers the events from 0, so the last one's number is one less than there are.",
            lambda: count_events() - 1,
        ),
        Mistake(
            "publication counted",
            "The day of publication is marked too, but it is the story's own day and no event.",
            lambda: count_events() + 1,
        ),
    ),
    afterwards="Some of them had happened, the others were still to come when the story was published.",
)

EXERCISES = (COUNT_EVENTS,)
