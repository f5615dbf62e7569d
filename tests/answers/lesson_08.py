"""Answers to the exercises of lesson 08: right ones, and wrong ones with the diagnosis that each should get."""

from helpers import SEED, find_dates, find_statements, read_article, sentences
from helpers.exercises.lesson_08 import CUT, dates_of, story_timeline
from helpers.export import to_ics

PUBLISHED, BODY = read_article(SEED).published, read_article(SEED).body
BY = "حتى"


def clause_by_list(sentence, date):
    return next(filter(lambda clause: date in clause, sentence.split(CUT)))


def clause_by_places(sentence, date):
    place = sentence.index(date)
    start = sentence.rfind(CUT, 0, place)
    end = sentence.find(CUT, place)
    return sentence[start + len(CUT) if start >= 0 else 0 : end if end >= 0 else len(sentence)]


def clause_at_commas(sentence, date):
    for clause in sentence.split("،"):
        if date in clause:
            return clause


def clause_at_waws(sentence, date):
    for clause in sentence.split(" و"):
        if date in clause:
            return clause


def clause_that_comes_last(sentence, date):
    for clause in sentence.split(CUT):
        found = clause
    return found


def clause_too_early(sentence, date):
    for clause in sentence.split(CUT):
        return clause


def clause_without_its_date(sentence, date):
    return clause_by_list(sentence, date).replace(date, "")


def deadlines_by_ending(text):
    return [mention for mention in dates_of(text) if text[: mention.start].endswith(BY + " ")]


def deadlines_by_words(text):
    return {mention for mention in dates_of(text) if (text[: mention.start].split() or [""])[-1] == BY}


def deadlines_after_publication(text):
    return tuple(mention for mention in dates_of(text) if mention.first > PUBLISHED)


def deadlines_in_its_sentence(text):
    return [
        mention
        for mention in dates_of(text)
        for sentence in sentences(text)
        if sentence.start <= mention.start < sentence.end and BY in sentence.text.split()
    ]


def deadlines_anywhere(text):
    return [mention for mention in dates_of(text) if text.find(BY) < mention.start and BY in text[: mention.start]]


def deadlines_past(text):
    return [mention for mention in dates_of(text) if mention.first <= PUBLISHED]


def deadlines_without_a_day(text):
    return [mention for mention in find_dates(text) if text[: mention.start].split()[-1:] == [BY]]


def place_from_the_end(day, first, last, width):
    return round(width * (last - day).days / (last - first).days)


def place_by_steps(day, first, last, width):
    step = width / (last - first).days
    return round(width - step * (day - first).days)


def place_by_round_steps(day, first, last, width):
    step = round(width / (last - first).days)
    return (last - day).days * step


def place_by_whole_steps(day, first, last, width):
    return width - width // (last - first).days * (day - first).days


def place_cut_off(day, first, last, width):
    return width * (last - day).days // (last - first).days


def place_by_int(day, first, last, width):
    return int(width * (1 - (day - first).days / (last - first).days))


def place_with_decimals(day, first, last, width):
    return width * (last - day).days / (last - first).days


def place_as_share_of_what_is_left(day, first, last, width):
    return (last - day).days / (last - first).days


def place_to_the_right(day, first, last, width):
    return round((day - first).days / (last - first).days * width)


def place_by_days(day, first, last, width):
    return width - (day - first).days


def place_by_numbers(day, first, last, width):
    share = (day.day - first.day) / (last.day - first.day)
    return round(width * (1 - share))


def place_as_share(day, first, last, width):
    return 1 - (day - first).days / (last - first).days


def place_beyond(day, first, last, width):
    return width + 10 * (day - first).days + 1


def told_in_one(event):
    days = event.first if event.first == event.last else f"{event.first} to {event.last}"
    source = f" (according to {event.reported_by})" if event.reported_by else ""
    return f"{days}, {event.status}: {event.label}{source}"


def told_by_pieces(event):
    pieces = [str(event.first), f" to {event.last}" * (event.last > event.first), ", ", event.status, ": ", event.label]
    if event.reported_by is not None:
        pieces += [" (according to ", event.reported_by, ")"]
    return "".join(pieces)


def told_without_speaker(event):
    return told_in_one(event).partition(" (according to")[0]


def told_with_none(event):
    return told_without_speaker(event) + f" (according to {event.reported_by})"


def told_first_day(event):
    return told_in_one(event).replace(f" to {event.last}", "")


def told_both_days(event):
    return f"{event.first} to {event.last}" + told_in_one(event)[len(told_in_one(event).partition(",")[0]) :]


def told_without_f(event):
    return "{event.first}, {event.status}: {event.label}"


def told_by_quote(event):
    return told_in_one(event).replace(event.label, event.quote)


def ends():
    return [line for line in to_ics(story_timeline()).decode().splitlines() if line.startswith("DTEND")]


def has_date(sentence, text):
    return any(sentence.start <= mention.start < sentence.end for mention in find_dates(text))


def hidden_by_statements(text):
    bare = [sentence for sentence in sentences(text) if not has_date(sentence, text)]
    return [said for said in find_statements(text) if any(s.start <= said.start < s.end for s in bare)]


def hidden_as_a_set(text):
    return set(find_statements(text)) - set(beside_a_date(text))


def beside_a_date(text):
    dated = [sentence for sentence in sentences(text) if has_date(sentence, text)]
    return [said for said in find_statements(text) if any(s.start <= said.start < s.end for s in dated)]


def hidden_without_a_date_inside(text):
    dates = find_dates(text)
    return [said for said in find_statements(text) if not any(said.start <= d.start < said.end for d in dates)]


def hidden_from_each_sentence(text):
    return [said for s in sentences(text) if not find_dates(s.text) for said in find_statements(s.text)]


def hidden_by_heart(text):
    places = [n for n, said in enumerate(find_statements(BODY)) if said in hidden_by_statements(BODY)]
    return [said for n, said in enumerate(find_statements(text)) if n in places]


def hidden_quotations(text):
    return [said for said in hidden_by_statements(text) if said.direct]


def hidden_sentences(text):
    return [sentence for sentence in sentences(text) if not has_date(sentence, text)]


RIGHT = {
    "own_clause": [clause_by_list, clause_by_places],
    "deadlines": [deadlines_by_ending, deadlines_by_words],
    "place_on_axis": [place_from_the_end, place_by_steps],
    "tell_event": [told_in_one, told_by_pieces],
    "calendar_end": ["20201116", ends()[2][-8:]],
    "hidden_statements": [hidden_by_statements, hidden_as_a_set],
}

WRONG = {
    "own_clause": [
        ("whole sentence", lambda sentence, date: sentence),
        ("every comma", clause_at_commas),
        ("every wāw", clause_at_waws),
        ("last clause", clause_that_comes_last),
        ("first clause", clause_too_early),
        ("date lost", clause_without_its_date),
        ("date only", lambda sentence, date: date),
        ("another kind", lambda sentence, date: [clause_by_list(sentence, date)]),
    ],
    "deadlines": [
        ("anywhere before", deadlines_anywhere),
        ("all dates", dates_of),
        ("the others", deadlines_past),
        ("no day of publication", deadlines_without_a_day),
        ("nothing found", lambda text: [mention for mention in dates_of(text) if mention.text.startswith(BY)]),
        ("nothing found", lambda text: [mention for mention in dates_of(text) if text[: mention.start].endswith(BY)]),
        ("only in the story", lambda text: dates_of(text)[2:]),
        ("only in the story", deadlines_after_publication),
        ("only in the story", deadlines_in_its_sentence),
        ("only in the story", lambda text: deadlines_by_ending(BODY)),
        ("another kind", lambda text: [mention.text for mention in deadlines_by_ending(text)]),
    ],
    "place_on_axis": [
        ("left to right", place_to_the_right),
        ("not to scale", place_by_days),
        ("day numbers only", place_by_numbers),
        ("share only", place_as_share),
        ("share only", place_as_share_of_what_is_left),
        ("share only", lambda *given: round(place_as_share(*given))),
        ("rounded too early", place_by_round_steps),
        ("rounded too early", place_by_whole_steps),
        ("cut off", place_cut_off),
        ("cut off", place_by_int),
        ("not rounded", place_with_decimals),
        ("off the axis", place_beyond),
        ("another kind", lambda day, first, last, width: last - day),
    ],
    "tell_event": [
        ("speaker forgotten", told_without_speaker),
        ("None told", told_with_none),
        ("first day only", told_first_day),
        ("one day twice", told_both_days),
        ("no f", told_without_f),
        ("quote for label", told_by_quote),
        ("another result", lambda event: told_in_one(event) + "."),
    ],
    "calendar_end": [
        ("the day itself", "20201115"),
        ("whole line", ends()[2]),
        ("another event", ends()[0][-8:]),
        ("with hyphens", "2020-11-16"),
        ("another kind", 20201116),
        ("another result", "20201114"),
    ],
    "hidden_statements": [
        ("date outside the statement", hidden_without_a_date_inside),
        ("all statements", find_statements),
        ("the others", beside_a_date),
        ("quotations only", hidden_quotations),
        ("sentence's places", hidden_from_each_sentence),
        ("only in the story", hidden_by_heart),
        ("another kind", hidden_sentences),
    ],
}
