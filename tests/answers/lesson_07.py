"""Answers to the exercises of lesson 07: right ones, and wrong ones with the diagnosis that each should get."""

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

from helpers import SEED, find_dates, normalize, read_article, tokens
from helpers.dates import mark_date, timex3
from helpers.lexicon import months, weekdays
from helpers.records import DateMention
from helpers.score import read_gold
from helpers.words import cuts

ARTICLE = read_article(SEED)
BODY, PUBLISHED = ARTICLE.body, ARTICLE.published
GOLD = read_gold(SEED.with_suffix(".gold.json")).dates
WEEKDAYS = {normalize(name).text: number for name, number in weekdays().items()}
THURSDAY, MONDAY, FIFTEENTH, TWENTIETH, DECEMBER = (mention.text for mention in GOLD)
DAYS = [date(2020, 11, 12), date(2020, 11, 9), date(2020, 11, 15), date(2020, 11, 20), date(2020, 12, 1)]


def last_by_arithmetic(published, weekday):
    return published - timedelta(days=(published.weekday() - weekday) % 7)


def last_by_list(published, weekday):
    week = [published - timedelta(days=back) for back in range(7)]
    return next(day for day in week if day.weekday() == weekday)


def next_with_a_loop(published, weekday):
    while published.weekday() != weekday:
        published += timedelta(days=1)
    return published


def last_without_today(published, weekday):
    day = published - timedelta(days=1)
    while day.weekday() != weekday:
        day -= timedelta(days=1)
    return day


def last_from_sunday(published, weekday):
    return published - timedelta(days=(published.isoweekday() - weekday) % 7)


def last_while_it_is(published, weekday):
    day = published
    while day.weekday() == weekday:
        day = day - timedelta(days=1)
    return day


def last_with_an_early_return(published, weekday):
    day = published
    while day.weekday() != weekday:
        day = day - timedelta(days=1)
        return day


def last_of_last_week(published, weekday):
    return last_by_arithmetic(published, weekday) - timedelta(days=7)


def weekdays_with(
    day_of=last_by_list, words_of=lambda token, rest: rest, start_of=lambda token: token.start, names=None
):
    """A way to find weekdays, by what it takes for the day, for the words, for their place and for the names."""

    def answer(text):
        found = []
        for token in tokens(text):
            for _, rest in cuts(token.text):
                name = normalize(rest).text
                if name in (names or WEEKDAYS):
                    words, day = words_of(token, rest), day_of(PUBLISHED, WEEKDAYS[name])
                    found.append(mark_date(text, words, day, start_of(token)))
        return found

    return answer


def weekdays_by_names(text):
    found = []
    for token in tokens(text):
        for name, number in WEEKDAYS.items():
            if normalize(token.text).text.endswith(name):
                start = token.end - len(name)
                found.append(mark_date(text, text[start : token.end], last_by_list(PUBLISHED, number), start))
    return found


def weekdays_as_written(text):
    return [
        mark_date(text, token.text, last_by_list(PUBLISHED, weekdays()[token.text]), start=token.start)
        for token in tokens(text)
        if token.text in weekdays()
    ]


def marked(words=(THURSDAY, MONDAY, FIFTEENTH, TWENTIETH, DECEMBER), days=DAYS):
    return [mark_date(BODY, *pair) for pair in zip(words, days, strict=True)]


def other_day(place, day):
    return marked(days=[*DAYS[:place], day, *DAYS[place + 1 :]])


def moving(before, after):
    return {one.text for one, other in zip(before, after, strict=True) if one.first != other.first}


def value_by_timex3(first, last):
    return timex3(DateMention(0, 1, "ا", first, last, "explicit", None, ""))["value"]


def value_by_monthrange(first, last):
    if not first:
        return "XXXX-XX-XX"
    if first == last:
        return first.isoformat()
    if first.year == last.year and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year)
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole and (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return f"{first.isoformat()}/{last.isoformat()}"


def value_without(**forms):
    """`value_by_monthrange`, with a wrong form where one of these holds: `form=lambda first, last: text or None`."""

    def answer(first, last):
        return next(filter(None, (form(first, last) for form in forms.values())), value_by_monthrange(first, last))

    return answer


def days_only(first, last):
    return str(first) if first else "XXXX-XX-XX"


def stretch(first, last):
    return f"{first}/{last}" if first else None


def longer_than_a_day(first, last):
    return f"{first}/{last}" if first and first != last else None


def year_as_days(first, last):
    return f"{first}/{last}" if first and (first.month, last.month) == (1, 12) else None


def any_year(first, last):
    same = first and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return str(first)[:4] if same else None


def month_by_first(first, last):
    begun = first and first.day == 1 and first != last and (first.year, first.month) == (last.year, last.month)
    return str(first)[:7] if begun else None


def month_by_its_end(first, last):
    whole = first and first != last and (last + timedelta(days=1)).day == 1
    return str(first)[:7] if whole and (first.year, first.month) == (last.year, last.month) else None


def month_of_any_year(first, last):
    whole = first and first.day == 1 and (last + timedelta(days=1)).day == 1
    return str(first)[:7] if whole and first.month == last.month else None


def months_as_one(first, last):
    whole = first and first.day == 1 and (last + timedelta(days=1)).day == 1
    return str(first)[:7] if whole and (first.month, last.month) != (1, 12) else None


def numbers_with(month_of, start_of=lambda token: token.start, is_number=lambda token: token.kind == "number"):
    """A way to find dates with a number, by the month that it takes from the words after and the month before."""

    def answer(text):
        found, month = [], None
        for token, after in zip(tokens(text), tokens(text)[1:], strict=False):
            if is_number(token) and (taken := month_of(normalize(after.text).text, month)):
                month = taken
                found.append(mark_date(text, token.text, date(2020, month, int(token.text)), start_of(token)))
        return found

    return answer


MONTHS = {normalize(name).text: number for name, number in months().items()}


def by_the_rule(word, month):
    return MONTHS.get(word) or (month if word == "من" else None)


def numbers_without_asking_for_a_month(text):
    found, month = [], None
    for token, after in pairwise(tokens(text)):
        if token.kind == "number" and (after.text in months() or after.text == "من"):
            month = months().get(after.text, month)
            found.append(mark_date(text, token.text, date(2020, month, int(token.text)), token.start))
    return found


def partial_by_helpers(text):
    return [mention for mention in find_dates(text, PUBLISHED) if mention.kind == "partial"]


RIGHT = {
    "last_weekday": [last_by_arithmetic, last_by_list],
    "weekday_dates": [
        weekdays_with(last_by_list),
        weekdays_by_names,
        lambda text: tuple(weekdays_with()(text)),
    ],
    "my_dates": [marked(), tuple(reversed(marked())), set(marked())],
    "dates_that_move": [
        {THURSDAY, MONDAY, DECEMBER},
        [DECEMBER, THURSDAY, MONDAY],
        moving(find_dates(BODY, PUBLISHED), find_dates(BODY, date(2020, 12, 1))),
    ],
    "timex_value": [value_by_timex3, value_by_monthrange],
    "numbered_dates": [
        numbers_with(by_the_rule),
        partial_by_helpers,
    ],
}

WRONG = {
    "last_weekday": [
        ("ahead", next_with_a_loop),
        ("publication left out", last_without_today),
        ("its own week", lambda published, weekday: published - timedelta(days=published.weekday() - weekday)),
        ("counted from Sunday", last_from_sunday),
        ("a week too far", last_of_last_week),
        ("stops at once", last_while_it_is),
        ("one step only", last_with_an_early_return),
        ("another weekday", lambda published, weekday: published - timedelta(days=3)),
        ("another kind", lambda published, weekday: (published.weekday() - weekday) % 7),
        ("another kind", lambda published, weekday: str(last_by_list(published, weekday))),
    ],
    "weekday_dates": [
        ("Monday missed", weekdays_as_written),
        ("and marked", weekdays_with(last_by_list, lambda token, rest: token.text)),
        ("article cut off", weekdays_with(last_by_list, lambda token, rest: rest.removeprefix("ال"))),
        ("another week", weekdays_with(next_with_a_loop)),
        ("another week", weekdays_with(last_of_last_week)),
        ("another result", lambda text: find_dates(text, PUBLISHED)),
        ("nothing found", lambda text: [token for token in tokens(text) if normalize(token.text) in WEEKDAYS]),
        ("only in the story", lambda text: weekdays_with()(BODY)),
        ("only in the story", weekdays_with(names={"الخميس", "الاثنين"})),
        ("only in the story", lambda text: [m for m in find_dates(text, PUBLISHED) if m.kind == "weekday"]),
        ("raised ArticleError", lambda text: [mark_date(text, *pair) for pair in zip((THURSDAY, MONDAY), DAYS)]),  # noqa: B905
        ("one place twice", weekdays_with(start_of=lambda token: 0)),
        ("raised ArticleError", weekdays_with(lambda published, weekday: None)),
        ("raised ArticleError", weekdays_with(lambda published, weekday: weekday)),
        ("another kind", lambda text: [DAYS[0], DAYS[1]]),
    ],
    "my_dates": [
        ("a weekday's week", marked(days=[date(2020, 11, 19), date(2020, 11, 16), *DAYS[2:]])),
        ("a weekday's week", other_day(0, date(2020, 11, 19))),
        ("month of the 20th", other_day(3, date(2020, 12, 20))),
        ("next December", other_day(4, date(2021, 12, 1))),
        ("particles marked", marked([THURSDAY, MONDAY, f"حتى {FIFTEENTH}", TWENTIETH, DECEMBER])),
        ("particles marked", marked([THURSDAY, f"و{MONDAY}", *(f"حتى {d}" for d in (FIFTEENTH, TWENTIETH, DECEMBER))])),
        ("too short", marked([THURSDAY, MONDAY, "15 نوفمبر", "20", "1 ديسمبر"])),
        ("too short", marked([THURSDAY, MONDAY, "15", TWENTIETH, DECEMBER])),
        ("found, not marked", find_dates(BODY, PUBLISHED)),
        ("found, not marked", find_dates(BODY)),
        ("another result", other_day(2, date(2020, 12, 15))),
        ("another result", marked()[:2]),
        ("another kind", DAYS),
    ],
    "dates_that_move": [
        ("weekdays only", {THURSDAY, MONDAY}),
        ("all of them", {THURSDAY, MONDAY, FIFTEENTH, TWENTIETH, DECEMBER}),
        ("weekdays left out", {DECEMBER}),
        ("the months", {FIFTEENTH, DECEMBER}),
        ("those that stay", {FIFTEENTH, TWENTIETH}),
        ("another result", {THURSDAY}),
        ("another kind", 3),
    ],
    "timex_value": [
        ("first day only", days_only),
        ("always a stretch", value_without(form=stretch)),
        ("nothing whole", value_without(form=longer_than_a_day)),
        ("unknown forgotten", value_without(form=lambda first, last: None if first else f"{first}/{last}")),
        ("unknown forgotten", value_without(form=lambda first, last: None if first else f"{first}")),
        ("unknown forgotten", value_without(form=lambda first, last: None if first else "unknown")),
        ("begins later", value_without(form=month_by_its_end)),
        ("two months as one", value_without(form=month_of_any_year)),
        ("two months as one", value_without(form=months_as_one)),
        ("years not shortened", value_without(form=year_as_days)),
        ("month by its beginning", value_without(form=month_by_first)),
        ("several years as one", value_without(form=any_year)),
        ("first day only", lambda first, last: first.isoformat()),
        ("raised AttributeError", lambda first, last: f"{first.yaer}"),
        ("another kind", lambda first, last: first),
    ],
    "numbered_dates": [
        ("counts taken", numbers_with(lambda word, month: MONTHS.get(word, month or 11))),
        ("same month missed", numbers_with(lambda word, month: MONTHS.get(word))),
        ("one month for all", numbers_with(lambda word, month: 11 if word in MONTHS or word == "من" else None)),
        ("only in the story", numbers_with(lambda word, month: MONTHS.get(word, month))),
        ("only in the story", numbers_with(by_the_rule, is_number=lambda token: token.text in ("15", "20", "1"))),
        ("only in the story", lambda text: numbers_with(by_the_rule)(BODY)),
        ("raised TypeError", numbers_without_asking_for_a_month),
        ("inside a number", numbers_with(by_the_rule, lambda token: 0)),
        ("weekdays too", lambda text: find_dates(text, PUBLISHED)),
        ("nothing found", lambda text: []),
        ("another kind", lambda text: DAYS[2:]),
    ],
}
