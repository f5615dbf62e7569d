"""The exercises of lesson 08: how do I draw it honestly?

A reference imports by itself what it uses beyond `helpers`, as the learner is shown it alone.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random

from helpers import SEED, build_timeline, find_dates, find_statements, read_article, sentences
from helpers.exercises.exercise import Exercise, Mistake, Promise, ScoredExercise
from helpers.exercises.samples import countries
from helpers.export import to_ics
from helpers.records import Article, DateMention, Event, Statement, Timeline
from helpers.score import read_gold, score_dates, score_statements

CUT = "، و"
GOLD = SEED.with_suffix(".gold.json")


@cache
def story() -> Article:
    return read_article(SEED)


@cache
def story_timeline() -> Timeline:
    return build_timeline(story())


def body() -> str:
    return story().body


def own_clause(sentence: str, date: str) -> str:
    for clause in sentence.split("، و"):
        if date in clause:
            return clause


def first_piece(sentence: str, date: str, mark: str) -> str:
    """The first piece between marks that holds the date."""
    return next(piece for piece in sentence.split(mark) if date in piece)


def journey(random: Random) -> tuple[str, str]:
    """A sentence of three clauses with a day each, perhaps with commas inside the first one, and one of the days."""
    places = random.sample(countries(), 3)
    days = [f"{day} مارس" for day in sorted(random.sample(range(10, 29), 3))]
    head = "وصل الوفد، برئاسة وزير الخارجية، إلى" if random.random() < 0.5 else "وصل الوفد إلى"
    stages = [f"{place} يوم {day}" for place, day in zip(places, days, strict=True)]
    return f"{head} " + f"{CUT}إلى ".join(stages), random.choice(days)


OWN_CLAUSE = Exercise(
    own_clause,
    asks="Write `own_clause(sentence, date)`: the clause, cut at a comma before a و, in which the date stands.",
    cases=(
        ("زار الوزير بيروت يوم 3 مارس، ودمشق يوم 5 مارس", "5 مارس"),
        ("زار الوزير بيروت يوم 3 مارس، ودمشق يوم 5 مارس", "3 مارس"),
        ("قال الوزير، الخميس، إن الاتفاق جيد", "الخميس"),
        *[(sentences(body())[13].text, day) for day in ("20 من الشهر نفسه", "15 نوفمبر", "1 ديسمبر")],
    ),
    unseen=journey,
    hints=(
        "`sentence.split(cut)` gives the clauses, with `cut` as in the cell above. Go through them in a loop.",
        "Is the date in this clause? `date in clause` is True or False.",
        "Then return that clause at once: the others are of no interest.",
    ),
    mistakes=(
        Mistake(
            "whole sentence",
            "This is the whole sentence, with the words of the other dates too. Cut it first, then look for the date.",
            lambda sentence, date: sentence,
        ),
        Mistake(
            "every comma",
            "A comma alone begins no clause: it may stand around a title or a day. Cut where a و follows it.",
            lambda sentence, date: first_piece(sentence, date, "،"),
        ),
        Mistake(
            "every wāw",
            "A و without a comma may join two names, or be a letter of a word, as in وزير (wazīr, minister).",
            lambda sentence, date: first_piece(sentence, date, " و"),
        ),
        Mistake(
            "last clause",
            "This gives the last clause, whatever the date is. Ask of each clause whether the date stands in it.",
            lambda sentence, date: sentence.split(CUT)[-1],
        ),
        Mistake(
            "first clause",
            "This gives the first clause, whatever the date is. The `return` should wait for the clause with the date.",
            lambda sentence, date: sentence.split(CUT)[0],
        ),
        Mistake(
            "date only",
            "This gives back the date alone. What is wanted is the whole clause that holds it.",
            lambda sentence, date: date,
        ),
    ),
    promises=(
        Promise(
            "date lost",
            "The date itself should stand in the clause.",
            lambda sentence, date, came: date in came,
        ),
    ),
    afterwards="Each date now has its own words, and its own place.",
)


def deadlines(text: str) -> list:
    from helpers import SEED, find_dates, read_article

    found = []
    for mention in find_dates(text, read_article(SEED).published):
        before = text[: mention.start].split()
        if before and before[-1] == "حتى":
            found.append(mention)
    return found


def dates_of(text: str) -> list[DateMention]:
    return find_dates(text, story().published)


@cache
def gold_deadlines() -> list[DateMention]:
    """The dates of the annotation that it calls deadlines in a note."""
    notes = [item.get("note", "") for item in json.loads(GOLD.read_text(encoding="utf-8"))["dates"]]
    return [mention for mention, note in zip(read_gold(GOLD).dates, notes, strict=True) if "deadline" in note]


DEADLINES = ScoredExercise(
    deadlines,
    asks="Write `deadlines(text)`: the dates of the text that stand right after حتى (ḥattā, up to, by).",
    text=body,
    gold=gold_deadlines,
    score=score_dates,
    elsewhere=(
        "بدأت المحادثات الإثنين، وتستمر حتى 20 نوفمبر، وسيعود الوفد في 25 نوفمبر.",
        "استمر المعرض في بيروت حتى الثلاثاء، ثم عاد الفريق الأربعاء.",
    ),
    hints=(
        "Go through `find_dates(text, article.published)`. Of each date you know where it begins: `mention.start`.",
        "`text[: mention.start].split()` are all words before the date. Which is the last of them?",
        "Keep the date where that word is the one of the deadlines; give back the list of those kept.",
    ),
    mistakes=(
        Mistake(
            "anywhere before",
            "The word stands somewhere before this date, perhaps many lines up. Look at the last word before it only.",
            lambda text: [mention for mention in dates_of(text) if "حتى" in text[: mention.start]],
        ),
        Mistake(
            "all dates",
            "These are all dates of the story. Which of them have the word right before them?",
            dates_of,
        ),
        Mistake(
            "the others",
            "It is the other way round: these dates are no deadlines.",
            lambda text: list(set(dates_of(text)) - set(deadlines(text))),
        ),
        Mistake(
            "no day of publication",
            "The right places, but without a day: `find_dates` needs the day of publication, `article.published`, too.",
            lambda text: [mention for mention in find_dates(text) if text[: mention.start].endswith("حتى ")],
        ),
    ),
    promises=(
        Promise(
            "nothing found",
            "The list is empty. Between حتى (ḥattā, by) and the date stands a space: `split()` takes it away, and "
            "`endswith` doesn't.",
            lambda text, came: len(came) > 0,
        ),
    ),
    afterwards="The word before the date tells a deadline, so the quote of an event keeps it.",
)


def place_on_axis(day, first, last, width: int) -> int:
    share = (day - first).days / (last - first).days
    return round(width * (1 - share))


def day_on_an_axis(random: Random) -> tuple[date, date, date, int]:
    """A day between two others, which are not the same day of their months, and a width.

    An odd number of days has no half, of which ways to count could make two numbers.
    """
    first, span = date(2020, random.randint(1, 12), random.randint(1, 28)), random.choice([11, 21, 43, 51])
    return first + timedelta(random.randint(0, span)), first, first + timedelta(span), random.randint(100, 900)


def unrounded(day: date, first: date, last: date, width: int) -> float:
    return width * (last - day).days / (last - first).days


def by_round_steps(day: date, first: date, last: date, width: int) -> list[int]:
    """The places by a step that is rounded or cut off, counted from the left or from the right."""
    steps = round(width / (last - first).days), width // (last - first).days
    return [place for step in steps for place in ((last - day).days * step, width - (day - first).days * step)]


NOVEMBER = date(2020, 11, 9), date(2020, 12, 1)  # the first and the last day of the story's events

PLACE_ON_AXIS = Exercise(
    place_on_axis,
    asks="Write `place_on_axis(day, first, last, width)`: how far from the left edge a day stands, where time runs to "
    "the left.",
    cases=(
        *[(day, *NOVEMBER, 440) for day in (*NOVEMBER, date(2020, 11, 20), date(2020, 11, 12))],
        (date(2020, 11, 12), *NOVEMBER, 450),
        (date(2020, 3, 2), date(2020, 3, 1), date(2020, 3, 12), 50),
    ),
    unseen=day_on_an_axis,
    hints=(
        "How many days after the first is it, and how many would be the whole axis? One through the other is a share.",
        "A share of 0 is the right edge, which is `width` away from the left one. A share of 1 is the left edge, 0.",
        "`1 - share` turns it; times `width`, and `round(…)`, gives the place.",
    ),
    mistakes=(
        Mistake(
            "left to right",
            "Here time runs to the right: the first day stands at the left edge. Turn it.",
            lambda day, first, last, width: width - place_on_axis(day, first, last, width),
        ),
        Mistake(
            "not to scale",
            "A day takes one point here, however wide the axis is. Use the share of the whole that has gone by.",
            lambda day, first, last, width: width - (day - first).days,
        ),
        Mistake(
            "day numbers only",
            "`.day` is the day's number in its month: from 20 November to 1 December it runs backwards. Subtract the "
            "dates themselves.",
            lambda day, first, last, width: round(width * (1 - (day.day - first.day) / (last.day - first.day))),
        ),
    ),
    promises=(
        Promise(
            "share only",
            "That is the share, from 0 to 1. Times the width it becomes a place.",
            lambda *given: given[-1] > 1 or unrounded(*given[:-1]) < 2,
        ),
        Promise(
            "rounded too early",
            "A rounded step is a little wrong, and each day adds to that. Round the place, at the very end.",
            lambda *given: given[-1] not in by_round_steps(*given[:-1]) or given[-1] == place_on_axis(*given[:-1]),
        ),
        Promise(
            "not rounded",
            "Nearly: put `round(…)` around it.",
            lambda *given: given[-1] == round(given[-1]),
        ),
        Promise(
            "cut off",
            "Nearly: `//` and `int` cut the decimals off. Divide with `/`, and `round(…)` takes the nearest number.",
            lambda *given: given[-1] == place_on_axis(*given[:-1]) or abs(given[-1] - unrounded(*given[:-1])) >= 1,
        ),
        Promise(
            "off the axis",
            "This place lies beyond an edge: it should be from 0 to the width.",
            lambda day, first, last, width, came: 0 <= came <= width,
        ),
    ),
    afterwards="To scale, and to the left: eight days look eight times as long as one.",
)


def tell_event(event) -> str:
    days = f"{event.first}"
    if event.last != event.first:
        days += f" to {event.last}"
    told = f"{days}, {event.status}: {event.label}"
    if event.reported_by:
        told += f" (according to {event.reported_by})"
    return told


def events_to_tell() -> Iterator[Event]:
    """The story's events, and two that take longer than a day, one of them reported."""
    yield from story_timeline().events[3:]
    yield from story_timeline().events[:3]
    fourth = story_timeline().events[3]
    week = replace(fourth, last=fourth.first + timedelta(7), status="planned")
    yield from (replace(week, reported_by=None), week)


def telling(event: Event, last: date | None, source: object) -> str:
    """An event as told with another last day and another source than its own."""
    days = f"{event.first} to {last}" if last else f"{event.first}"
    return f"{days}, {event.status}: {event.label}" + (f" (according to {source})" if source else "")


def last_if_later(event: Event) -> date | None:
    return event.last if event.last != event.first else None


TELL_EVENT = Exercise(
    tell_event,
    asks="Write `tell_event(event)`: its day or days, status, label and, where it is reported, according to whom; in "
    "the form of the two examples.",
    cases=tuple(events_to_tell()),
    hints=(
        'Build it piece by piece: first the days, then `told = f"{days}, {event.status}: {event.label}"`.',
        "Where `event.last` is another day than `event.first`, both are told, with ` to ` between them.",
        "Where the story tells it itself, `event.reported_by` is None: then there are no brackets.",
    ),
    mistakes=(
        Mistake(
            "speaker forgotten",
            "Who says so is missing. Without it, what the story reports sounds like what it states.",
            lambda event: telling(event, last_if_later(event), None),
        ),
        Mistake(
            "None told",
            "Where nobody is named, the brackets should be left out: None is no name.",
            lambda event: telling(event, last_if_later(event), str(event.reported_by)),
        ),
        Mistake(
            "first day only",
            "An event may take longer than a day. If `event.last` is another day, tell it too.",
            lambda event: telling(event, None, event.reported_by),
        ),
        Mistake(
            "one day twice",
            "The first and the last day may be the same: then it is told once.",
            lambda event: telling(event, event.last, event.reported_by),
        ),
        Mistake(
            "quote for label",
            "This tells the quote, the date in the story's words. The label, `event.label`, is the clause around it.",
            lambda event: tell_event(replace(event, label=event.quote)),
        ),
    ),
    promises=(
        Promise(
            "no f",
            "A bracket of your code stands in the text. Is there an `f` before the quotation mark?",
            lambda event, came: "{" not in came,
        ),
    ),
    afterwards="Now those who can't see the picture know what it says, and who says it.",
)


def calendar_end() -> str:
    from helpers import SEED, build_timeline, read_article
    from helpers.export import to_ics

    calendar = to_ics(build_timeline(read_article(SEED))).decode().splitlines()
    ends = [line for line in calendar if line.startswith("DTEND")]
    return ends[2].removeprefix("DTEND;VALUE=DATE:")


def end_line(place: int) -> Callable[[], str]:
    """Gives a line DTEND of the story's calendar."""
    return lambda: [line for line in to_ics(story_timeline()).decode().splitlines() if line.startswith("DTEND")][place]


CALENDAR_END = Exercise(
    calendar_end,
    asks="Predict, then run: which eight digits stand in the line DTEND of the deadline of 15 November? Give a text.",
    hints=(
        "A shop that is open from 9 to 10 closes at the moment when 10 begins. When does a whole day end?",
        "Look at the lines that begin with `DTEND`, as you did for `DTSTART`. It is the third of them.",
        'What is wanted is a text of eight digits, like "20201109" in the first line DTSTART.',
    ),
    mistakes=(
        Mistake(
            "the day itself",
            "So it would be if the end were the last day. But a calendar counts like Python's slices. Run it and see.",
            lambda: "20201115",
        ),
        Mistake("whole line", "That is the right line. Only its eight digits are wanted.", end_line(2)),
        Mistake(
            "another event",
            "That is the end of the first event, of 9 November. The deadline of 15 November is the third.",
            lambda: end_line(0)()[-8:],
        ),
        Mistake("with hyphens", "The right day. A calendar file writes it without hyphens.", lambda: "2020-11-16"),
    ),
    afterwards="The end is the first day that is no longer part of it (RFC 5545), like the end of a slice.",
)


def hidden_statements(text: str) -> list:
    dates, statements = find_dates(text), find_statements(text)
    hidden = []
    for sentence in sentences(text):
        inside = [mention for mention in dates if sentence.start <= mention.start < sentence.end]
        if not inside:
            hidden += [said for said in statements if sentence.start <= said.start < sentence.end]
    return hidden


@cache
def gold_hidden() -> list[Statement]:
    """The statements of the annotation that begin in a sentence without a date of the annotation."""
    gold = read_gold(GOLD)
    undated = [
        sentence
        for sentence in sentences(body())
        if not any(sentence.start <= mention.start < sentence.end for mention in gold.dates)
    ]
    return [said for said in gold.statements if any(s.start <= said.start < s.end for s in undated)]


def unlike(keep: Callable[[Statement], bool]) -> Callable[[str], list[Statement]]:
    return lambda text: [said for said in find_statements(text) if keep(said)]


def holds_no_date(said: Statement) -> bool:
    return not any(said.start <= mention.start < said.end for mention in find_dates(body()))


HIDDEN_STATEMENTS = ScoredExercise(
    hidden_statements,
    asks="Write `hidden_statements(text)`: the statements that begin in a sentence without a date.",
    text=body,
    gold=gold_hidden,
    score=score_statements,
    elsewhere=(
        'أكدت الوزيرة ليلى منصور أن العمل مستمر. وقال الوزير سامي حداد، الخميس، إن الاتفاق جيد. وأضاف: "سنعمل معا".',
        "أعلنت الوزيرة ليلى منصور أن المعرض سيفتتح في 20 نوفمبر. وأشارت إلى أن الدخول مجاني.",
    ),
    hints=(
        "Two loops: through `sentences(text)`, and for each sentence through `find_dates(text)`. Has it a date?",
        "A date or a statement begins in a sentence if `sentence.start <= it.start < sentence.end`.",
        "Of a sentence without a date, keep all statements of `find_statements(text)` that begin in it.",
    ),
    mistakes=(
        Mistake(
            "date outside the statement",
            "The date may stand in the same sentence, outside the words said. Look at the whole sentence.",
            unlike(holds_no_date),
        ),
        Mistake(
            "all statements",
            "These are all statements of the story. Which of them stand in a sentence that has a date?",
            find_statements,
        ),
        Mistake(
            "the others",
            "It is the other way round: these stand beside a date, so that the timeline can know of them.",
            lambda text: list(set(find_statements(text)) - set(hidden_statements(text))),
        ),
        Mistake(
            "quotations only",
            "Quotations are hidden, and they are not the only ones: reported words have no date either.",
            unlike(lambda said: said.direct),
        ),
    ),
    promises=(
        Promise(
            "sentence's places",
            "Some places count from the beginning of a sentence. Use `find_statements(text)`: its places count from "
            "that of the text, as those of sentences and dates do.",
            lambda text, came: all(text[said.start : said.end] == said.text for said in came),
        ),
    ),
    afterwards="Ten of thirteen statements, and all four quotations, stand beside no date.",
)


EXERCISES = (OWN_CLAUSE, DEADLINES, PLACE_ON_AXIS, TELL_EVENT, CALENDAR_END, HIDDEN_STATEMENTS)
