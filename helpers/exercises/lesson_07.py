"""The exercises of lesson 07: when?

A reference imports by itself what it uses beyond `helpers`, as the learner is shown it alone; for the same reason it
has no annotations, which would need imports too.
"""

from datetime import date, timedelta
from functools import cache
from random import Random

from helpers import SEED, find_dates, normalize, read_article, tokens
from helpers.dates import mark_date
from helpers.dates.by_hand import BY_HAND
from helpers.dates.intervals import month, years
from helpers.exercises.exercise import Exercise, Mistake, Promise, ScoredExercise
from helpers.records import DateMention
from helpers.score import read_gold, score_dates, score_days

DAY = timedelta(days=1)


def body() -> str:
    return read_article(SEED).body


@cache
def gold() -> list[DateMention]:
    """The story's five dates, in its order, as a careful reader marked them."""
    return read_gold(SEED.with_suffix(".gold.json")).dates


def of_kind(kind: str) -> list[DateMention]:
    return [mention for mention in gold() if mention.kind == kind]


def last_weekday(published, weekday):
    from datetime import timedelta

    day = published
    while day.weekday() != weekday:
        day = day - timedelta(days=1)
    return day


LAST_WEEKDAY = Exercise(
    last_weekday,
    asks="Write `last_weekday(published, weekday)`: the last day with this `.weekday()` on or before `published`.",
    cases=[(date(2020, 11, 13), weekday) for weekday in (3, 0, 4, 5)] + [(date(2021, 1, 1), 3), (date(2020, 3, 1), 5)],
    unseen=lambda random: (date(2009, 1, 1) + random.randrange(5000) * DAY, random.randrange(7)),
    hints=(
        "Begin with `day = published`. Is `day.weekday()` the one that is wanted? If not, try the day before.",
        "`while day.weekday() != weekday:` repeats what stands in it, until the weekday is the right one.",
        "In the loop, `day = day - timedelta(days=1)`; behind the loop, `return day`.",
    ),
    mistakes=(
        Mistake(
            "ahead",
            "This looks ahead. What has happened lies before the day of publication: go back, with `-`.",
            lambda published, weekday: published + (weekday - published.weekday()) % 7 * DAY,
        ),
        Mistake(
            "publication left out",
            "The day of publication counts too: a story of Friday may tell what happened on Friday.",
            lambda published, weekday: last_weekday(published - DAY, weekday),
        ),
        Mistake(
            "its own week",
            "This stays in the week of publication, so some days lie ahead. From a Monday, Saturday is two days back.",
            lambda published, weekday: published + (weekday - published.weekday()) * DAY,
        ),
        Mistake(
            "counted from Sunday",
            "Python counts weekdays from Monday, which is 0; Sunday is 6.",
            lambda published, weekday: last_weekday(published, (weekday - 1) % 7),
        ),
        Mistake(
            "a week too far",
            "That is the weekday of the week before: there is a later one, nearer to the day of publication.",
            lambda published, weekday: last_weekday(published, weekday) - 7 * DAY,
        ),
        Mistake(
            "stops at once",
            "`while` goes on as long as its condition is true: here, as long as the weekday is another (`!=`).",
            lambda published, weekday: published - (published.weekday() == weekday) * DAY,
        ),
        Mistake(
            "one step only",
            "`return` stands in the loop, and ends it after one step. Put it behind the loop, right below `while`.",
            lambda published, weekday: published - DAY if published.weekday() != weekday else None,
        ),
    ),
    promises=(
        Promise(
            "another weekday",
            "That day is another weekday. Does your code go on until its `.weekday()` is the one that is wanted?",
            lambda published, weekday, came: came.weekday() == weekday,
        ),
    ),
    afterwards="With the day of publication, a weekday becomes a day.",
)


def weekday_dates(text):
    from helpers.dates import mark_date
    from helpers.exercises.lesson_07 import last_weekday
    from helpers.lexicon import weekdays
    from helpers.words import cuts

    names = {normalize(name).text: number for name, number in weekdays().items()}
    found = []
    for token in tokens(text):
        for _, rest in cuts(token.text):
            if normalize(rest).text in names:
                day = last_weekday(read_article(SEED).published, names[normalize(rest).text])
                found.append(mark_date(text, rest, day, token.start))
    return found


def moved_weekdays(text: str, by: int) -> list[DateMention]:
    return [mark_date(text, found.text, found.first + by * DAY) for found in of_kind("weekday")]


def glued_weekdays(text: str) -> list[DateMention]:
    """The weekdays with what is written onto their front."""
    starts = {token.start: token for token in tokens(text)}
    found = [(starts.get(mention.start) or starts[mention.start - 1], mention) for mention in of_kind("weekday")]
    return [mark_date(text, token.text, mention.first, token.start) for token, mention in found]


WEEKDAY_DATES = ScoredExercise(
    weekday_dates,
    asks="Write `weekday_dates(text)`: a list with a `mark_date(…)` for each weekday of the text.",
    text=body,
    gold=lambda: of_kind("weekday"),
    score=score_dates,
    elsewhere=(
        "التقى الوزير الوفد الثلاثاء، وغادر الوفد بيروت الخميس 12 نوفمبر.",
        "وصل الوفد إلى القاهرة الأحد، ومساء الأحد عقد الوزير مؤتمرا صحفيا، والاربعاء غادر الوفد.",
    ),
    hints=(
        "Two loops, one in the other: `for token in tokens(text):` and `for front, rest in cuts(token.text):`.",
        "Is `normalize(rest).text` in `names`? Then its number is `names[normalize(rest).text]`.",
        "`mark_date(text, rest, last_weekday(published, number), token.start)` marks it. `append` it to a list.",
    ),
    mistakes=(
        Mistake(
            "Monday missed",
            "Monday is missed. It has و (wa-, and) in front, and a hamza: cut with `cuts`, and fold each rest.",
            lambda text: of_kind("weekday")[:1],
        ),
        Mistake(
            "and marked",
            "The و (wa-, and) before Monday is no part of the date: mark the `rest`.",
            glued_weekdays,
        ),
        Mistake(
            "article cut off",
            "The article is a part of a weekday's name: stop at the first rest that is in `names`.",
            lambda text: [mark_date(text, found.text[2:], found.first) for found in of_kind("weekday")],
        ),
        Mistake(
            "another week",
            "The words are right, the days aren't: it is the last such weekday on or before the day of publication.",
            lambda text: moved_weekdays(text, 7),
        ),
    ),
    promises=(
        Promise(
            "nothing found",
            "The list is empty. Is what you look up in `names` a text, `normalize(rest).text`? `cuts` gives the front "
            "first, then the rest; and `return` stands behind both loops.",
            lambda text, came: len(came) > 0,
        ),
        Promise(
            "one place twice",
            "One place is marked twice, and a second mention not at all: look from the token on, from `token.start`.",
            lambda text, came: len({mention.start for mention in came}) == len(came),
        ),
    ),
    afterwards="With the day of publication, each weekday has its day, however it is spelled.",
)


def my_dates():
    from datetime import date

    from helpers.dates import mark_date

    body = read_article(SEED).body
    days = [date(2020, 11, 12), date(2020, 11, 9), date(2020, 11, 15), date(2020, 11, 20), date(2020, 12, 1)]
    return [mark_date(body, found.text, day) for found, day in zip(find_dates(body), days, strict=True)]


def with_days(days: dict[int, date]) -> list[DateMention]:
    """The gold with other days for some of its dates, by their place in the story."""
    return [mark_date(body(), d.text, days.get(n, d.first)) for n, d in enumerate(gold())]


def within(one: DateMention, other: DateMention) -> bool:
    """Whether one holds only a part of the other's words."""
    return other.start <= one.start and one.end <= other.end and one.text != other.text


MY_DATES = ScoredExercise(
    my_dates,
    asks="Mark the story's five dates yourself: `my_dates` is a list of five `mark_date(body, …, date(…))`.",
    text=body,
    gold=gold,
    score=score_dates,
    hints=(
        "The words are in `found`: `found[0].text` is Thursday's. The days are for you to think out.",
        "Story and table have them in the same order: a Thursday, a Monday, and three days with a number.",
        "The story is of Friday, 13 November 2020. What happened lies before it, and “next” December after it.",
    ),
    mistakes=(
        Mistake(
            "a weekday's week",
            "Someone “said” and “announced”: a weekday of the past is the last one up to the day of publication.",
            lambda: with_days({0: date(2020, 11, 19), 1: date(2020, 11, 16)}),
        ),
        Mistake(
            "month of the 20th",
            "The “same” month is that of the date before it in the story: the 15th of which month?",
            lambda: with_days({3: date(2020, 12, 20)}),
        ),
        Mistake(
            "next December",
            "Count from the day of publication: which is the first 1 December after it?",
            lambda: with_days({4: date(2021, 12, 1)}),
        ),
    ),
    promises=(
        Promise(
            "found, not marked",
            "These are dates that `find_dates` found. Mark each yourself: `mark_date(body, found[0].text, date(…))`.",
            lambda came: all(mention.because == BY_HAND for mention in came),
        ),
        Promise(
            "particles marked",
            "The words are the date alone, without what leads to it: no و (wa-, and), no حتى (ḥattā, by).",
            lambda came: not any(within(wanted, mention) for mention in came for wanted in gold()),
        ),
        Promise(
            "too short",
            "“This”, “next” and “the same” are part of the date: without them nobody knows which month is meant.",
            lambda came: not any(within(mention, wanted) for mention in came for wanted in gold()),
        ),
    ),
    afterwards="These are the dates of the gold. Now see whether the helpers agree.",
)


def dates_that_move() -> set[str]:
    from datetime import date

    article = read_article(SEED)
    before = find_dates(article.body, article.published)
    after = find_dates(article.body, date(2020, 12, 1))
    return {one.text for one, other in zip(before, after, strict=True) if one.first != other.first}


def texts(*places: int) -> set[str]:
    """The words of some of the story's dates, by their place in it."""
    return {gold()[place].text for place in places}


DATES_THAT_MOVE = Exercise(
    dates_that_move,
    asks="Predict, then run: published on 1 December 2020, which of the five dates would mean another day? "
    "Give the set of their words.",
    hints=(
        "Which of them are counted from the day of publication? And which name their month?",
        "`find_dates(body, date(2020, 12, 1))` reads the story as of that day. Compare each `.first` with the old one.",
        "Go through the places 0 to 4 of both lists, and `add` the words where the days differ to a `set()`.",
    ),
    mistakes=(
        Mistake(
            "weekdays only",
            "The weekdays do move. One more does: what is “next”, when its day is today?",
            lambda: texts(0, 1),
        ),
        Mistake(
            "all of them",
            "Those that name November stay there: from 1 December, no other November is so near.",
            lambda: texts(*range(5)),
        ),
        Mistake(
            "weekdays left out",
            "A weekday is counted from the day of publication, so it moves along.",
            lambda: texts(4),
        ),
        Mistake(
            "the months",
            "“This” and “next” are counted from the day of publication, but is another month nearer? And weekdays?",
            lambda: texts(2, 4),
        ),
        Mistake(
            "those that stay",
            "It is the other way round: these stay, and the question is for those that move.",
            lambda: texts(2, 3),
        ),
    ),
    afterwards="The two weekdays move by weeks, and “next” by a whole year: 1 December is no longer ahead.",
)


def timex_value(first, last):
    from datetime import timedelta

    if first is None:
        return "XXXX-XX-XX"
    if first == last:
        return str(first)
    if str(first)[4:] == "-01-01" and str(last) == str(first)[:4] + "-12-31":
        return str(first)[:4]
    after = last + timedelta(days=1)
    if first.day == 1 and after.day == 1 and str(first)[:7] == str(last)[:7]:
        return str(first)[:7]
    return f"{first}/{last}"


def as_stretch(first: date | None, last: date | None) -> str:
    """First and last day, whatever they are."""
    return f"{first}/{last}" if first else "XXXX-XX-XX"


def days_meant(random: Random) -> tuple[date | None, date | None]:
    """A day, a month, a year, a stretch that looks like one of them, any stretch, or nothing that is known."""
    year, number = random.randint(1990, 2035), random.randint(1, 12)
    first, last = month(year, number)
    return random.choice(
        [
            *[(first + 8 * DAY, first + 8 * DAY), (last, last), (first, last), years(year, year), (None, None)],
            *[(first, last - DAY), (first + DAY, last), (first, month(year, number + 1)[1])],
            *[years(year, year + 1), (first, month(year + 1, number)[1]), (last, last + 30 * DAY)],
        ]
    )


TIMEX_VALUE = Exercise(
    timex_value,
    asks="Write `timex_value(first, last)`: the value (a text) of a date that means the days from `first` to `last`.",
    cases=(
        *[(date(2020, 11, 13), date(2020, 11, 13)), month(2020, 11), years(2020, 2020), month(2020, 2), (None, None)],
        *[(date(2020, 7, 1), date(2020, 8, 31)), (date(2020, 11, 2), date(2020, 11, 8)), years(1990, 1999)],
        (date(2020, 2, 1), date(2020, 2, 28)),
    ),
    unseen=days_meant,
    hints=(
        'The simplest first: `if first is None:`, then `if first == last:`. Last of all, `return f"{first}/{last}"`.',
        "`str(first)[:4]` is a day's year, `str(first)[:7]` its month; on 1 January, `str(first)[4:]` is `-01-01`.",
        "A month ends if the next day is a first: `(last + timedelta(days=1)).day == 1`. Is it the month of `first`?",
    ),
    mistakes=(
        Mistake(
            "first day only",
            "The last day is lost. A month or a stretch is more than its first day.",
            lambda first, last: str(first) if first else "XXXX-XX-XX",
        ),
        Mistake(
            "always a stretch",
            "A single day stands once, and whole months and years are shorter.",
            as_stretch,
        ),
        Mistake(
            "nothing whole",
            "Single days are right. A whole month is written as 2020-11, and a whole year as 2020.",
            lambda first, last: str(first) if first and first == last else as_stretch(first, last),
        ),
        Mistake(
            "years not shortened",
            "A whole year is its four digits: from 1 January to 31 December of the same year.",
            lambda first, last: f"{first}/{last}" if first and (last - first).days > 360 else timex_value(first, last),
        ),
        Mistake(
            "month by its beginning",
            "A stretch that begins on a first is no month yet: does it end on the last day? February has 28 or 29.",
            lambda first, last: (
                str(first)[:7]
                if first and first != last and first.day == 1 and str(first)[:7] == str(last)[:7]
                else timex_value(first, last)
            ),
        ),
        Mistake(
            "several years as one",
            "From 1 January to 31 December may be more than a year: compare the two years too.",
            lambda first, last: (
                str(first)[:4]
                if first and str(first)[4:] == "-01-01" and str(last)[4:] == "-12-31"
                else timex_value(first, last)
            ),
        ),
    ),
    promises=(
        Promise(
            "unknown forgotten",
            "Where nothing is known, `first` and `last` are None. Ask for that first: then each digit is an X.",
            lambda first, last, came: first or came == "XXXX-XX-XX",
        ),
        Promise(
            "begins later",
            "This stretch begins later than on a first: that is no whole month, though it ends with one.",
            lambda first, last, came: not first or first.day == 1 or came != str(first)[:7],
        ),
        Promise(
            "two months as one",
            "The first and the last day lie in two months, perhaps of two years. Compare `str(…)[:7]` of both.",
            lambda first, last, came: str(first)[:7] == str(last)[:7] or came not in (str(first)[:7], str(last)[:7]),
        ),
    ),
    afterwards="In this form, the dates of any language can be compared, and the gold annotation holds them so.",
)


def numbered_dates(text):
    from helpers.dates import mark_date
    from helpers.lexicon import months

    story = tokens(text)
    found, month = [], None
    for place, token in enumerate(story[:-1]):
        after = story[place + 1].text
        if token.kind == "number" and (after in months() or (month and after == "من")):
            month = months().get(after, month)
            day = read_article(SEED).published.replace(month=month, day=int(token.text))
            found.append(mark_date(text, token.text, day, token.start))
    return found


def numbers(**days: date) -> list[DateMention]:
    """The numbers of the story, where the day of each is given: `three`, `fifteen`, `twenty` and `one`."""
    found = [token for token in tokens(body()) if token.kind == "number"]
    by_name = dict(zip(("three", "fifteen", "twenty", "one"), found, strict=True))
    return [mark_date(body(), by_name[name].text, day, by_name[name].start) for name, day in days.items()]


FIFTEENTH, TWENTIETH, FIRST = date(2020, 11, 15), date(2020, 11, 20), date(2020, 12, 1)

NUMBERED_DATES = ScoredExercise(
    numbered_dates,
    asks="Write `numbered_dates(text)`: a list with a `mark_date(…)` for each date that has a number.",
    text=body,
    gold=lambda: of_kind("partial"),
    score=score_days,
    elsewhere=(
        "وصل الوفد في 13 أبريل، وغادر في 3 مايو، ثم عاد في 20 من الشهر نفسه.",
        "التقى الوزير 3 من المبعوثين في 4 مارس، وزار 5 مدن، ثم عاد في 13 من الشهر نفسه.",
    ),
    hints=(
        "`story = tokens(text)`, then go through the places: `story[n]` is a token, `story[n + 1]` the one after it.",
        "Keep the month of the date before: `month = None` at first, a new one whenever a number has a month after it.",
        "Two cases: the word after the number is in `months()`, or it is من (min, of) and there is a `month`.",
        "`mark_date(text, token.text, date(2020, month, int(token.text)), token.start)` marks the number.",
    ),
    mistakes=(
        Mistake(
            "counts taken",
            "Not each number is a date: the 3 counts districts. What stands after a number tells.",
            lambda text: numbers(three=date(2020, 11, 3), fifteen=FIFTEENTH, twenty=TWENTIETH, one=FIRST),
        ),
        Mistake(
            "same month missed",
            "The 20th has no month's name after it, but من (min, of): its month is that of the date before.",
            lambda text: numbers(fifteen=FIFTEENTH, one=FIRST),
        ),
        Mistake(
            "one month for all",
            "The month changes on the way: take the number of the name that stands after the day.",
            lambda text: numbers(fifteen=FIFTEENTH, twenty=TWENTIETH, one=date(2020, 11, 1)),
        ),
        Mistake(
            "weekdays too",
            "All days are right, but here only dates with a number are asked for: leave the weekdays out.",
            lambda text: gold(),
        ),
    ),
    promises=(
        Promise(
            "nothing found",
            "The list is empty. Is `token.kind` a `number`, and is what you look up the text of the token after it, "
            "`story[n + 1].text`? And `return` stands behind the loop.",
            lambda text, came: len(came) > 0,
        ),
        Promise(
            "inside a number",
            "A digit inside another number is marked, as the 1 of 15: look from the token on, from `token.start`.",
            lambda text, came: (
                not any(
                    text[found.start - 1 : found.start].isdigit() or text[found.end : found.end + 1].isdigit()
                    for found in came
                )
            ),
        ),
    ),
    afterwards="With those of `weekday_dates(body)`, these are all five dates of the story.",
)

EXERCISES = (LAST_WEEKDAY, WEEKDAY_DATES, MY_DATES, DATES_THAT_MOVE, TIMEX_VALUE, NUMBERED_DATES)
