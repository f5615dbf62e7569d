"""Answers to the exercises of lesson 06: right ones, and wrong ones with the diagnosis that each should get."""

import re
from dataclasses import replace
from itertools import accumulate

from helpers import SEED, find_dates, find_entities, find_statements, read_article, sentences
from helpers.records import Span, Statement

BODY = read_article(SEED).body


def spans_of(pattern, text, group=1):
    return [Span(*found.span(group), found[group]) for found in re.finditer(pattern, text)]


# The words behind a sign


def reported_by_search(text):
    found = []
    for sentence in sentences(text):
        sign = re.search(r"\b(?:إن|أنه?)\b ", sentence.text)
        if sign:
            start, end = sentence.start + sign.end(), sentence.start + len(sentence.text.rstrip("."))
            found.append(Span(start, end, text[start:end]))
    return found


def reported_by_index(text, signs=(" إن ", " أن ", " أنه "), front=0, back=1):
    found = []
    for sentence in sentences(text):
        places = [sentence.text.index(sign) + len(sign) for sign in signs if sign in sentence.text]
        if places:
            start, end = sentence.start + min(places) - front, sentence.end - back
            found.append(Span(start, end, text[start:end]))
    return found


def with_the_sign(text):
    return [span for sign in (" إن ", " أن ", " أنه ") for span in reported_by_index(text, (sign,), len(sign) - 1)]


def with_the_sign_and_its_space(text):
    return [span for sign in (" إن ", " أن ", " أنه ") for span in reported_by_index(text, (sign,), len(sign))]


def sentences_with_a_sign(text):
    return [sentence for sentence in sentences(text) if re.search(" (?:إن|أنه?) ", sentence.text)]


def stripped_of_all_marks(text):
    found = [(span.start, span.text.strip('".')) for span in reported_by_index(text)]
    return [Span(start, start + len(words), words) for start, words in found]


def reported_in_the_story(text):
    return reported_by_search(BODY)


def counted_in_the_sentence(text):
    found = []
    for sentence in sentences(text):
        for sign in ("أن", "أنه", "إن"):
            before, _, after = sentence.text.partition(f" {sign} ")
            if after:
                start, end = len(before) + len(sign) + 2, len(sentence.text) - 1
                found.append(Span(start, end, text[start:end]))
    return found


# Who goes on


def carried_by_index(names):
    names = list(names)
    for n in range(1, len(names)):
        if names[n] is None:
            names[n] = names[n - 1]
    return names


def carried_by_search(names):
    return [next((name for name in reversed(names[: n + 1]) if name), None) for n in range(len(names))]


def the_first_for_all(names):
    speakers, first = [], None
    for name in names:
        first = first or name
        speakers.append(name or first)
    return speakers


def from_the_end(names):
    return carried_by_index(names[::-1])[::-1]


def filled_at_the_beginning(names):
    first = next((name for name in names if name), None)
    return [name or first for name in carried_by_index(names)]


# Quotation marks


def quoted_by_length(text):
    return [span for span in spans_of('"([^"]+)"', text) if len(span.text.split()) > 3]


def quoted_behind_a_colon(text, before=": "):
    found, position, pieces = [], 0, text.split('"')
    for number, piece in enumerate(pieces):
        if number % 2 and pieces[number - 1].endswith(before):
            found.append(Span(position, position + len(piece), piece))
        position += len(piece) + 1
    return found


def quoted_without_counting(text):
    found, position = [], 0
    pieces = text.split('"')
    for number, piece in enumerate(pieces):
        if number % 2 and pieces[number - 1].endswith(": "):
            found.append(Span(position, position + len(piece), text[position : position + len(piece)]))
        position += len(piece)
    return found


def outside(text):
    found, position = [], 0
    for piece in text.split('"')[::2]:
        position = text.index(piece, position)
        found.append(Span(position, position + len(piece), piece))
    return found


# In whose words


def looked_up(places, said):
    names = {place: name for start, end, name in said for place in range(start, end)}
    return [names.get(place) for place in places]


def found_with_return(places, said):
    def one(place):
        for start, end, name in said:
            if place in range(start, end):
                return name

    return tuple(one(place) for place in places)


def up_to_the_end(places, said):
    names = {place: name for start, end, name in said for place in range(start, end + 1)}
    return [names.get(place) for place in places]


def behind_the_start(places, said):
    names = {place: name for start, end, name in said for place in range(start + 1, end)}
    return [names.get(place) for place in places]


def spoke_last(places, said):
    speakers = []
    for place in places:
        speaker = None
        for start, _, name in said:
            if place >= start:
                speaker = name
        speakers.append(speaker)
    return speakers


def speaks_next(places, said):
    return [next((name for _, end, name in said if place < end), None) for place in places]


def only_speakers(places, said):
    return [name for place in places for start, end, name in said if start <= place < end]


# Who said it


def told(text, speaker_of):
    """The statements with the speaker that `speaker_of` gives, by the people, the words, those before, the last one."""
    people = [name for name in find_entities(text) if name.label == "PER"]
    found, last, before = [], None, Span(0, 0, "")
    for said in find_statements(text, []):
        last = speaker_of(people, said, before, last)
        found.append(Statement(said.start, said.end, said.text, last, "", said.direct))
        before = said
    return found


def nearest(people, said, before, last):
    between = [name for name in people if name.start >= before.end and name.end <= said.start]
    return between[-1].name if between else last


def nearest_of_the_two_exercises(text):
    """With the learner's own functions instead of the helpers'."""
    direct = quoted_behind_a_colon(text)
    people = [name for name in find_entities(text) if name.label == "PER"]
    words = sorted(direct + reported_by_search(text), key=lambda span: span.start)
    found, last, end = [], None, 0
    for said in words:
        last = nearest(people, said, Span(end, end, ""), last)
        found.append(Statement(said.start, said.end, said.text, last, "", said in direct))
        end = said.end
    return found


def nearest_without_carrying(people, said, before, last):
    return nearest(people, said, before, None)


def nearest_short(people, said, before, last):
    between = [name.text for name in people if before.end <= name.start < said.start]
    return between[-1] if between else last


def nearest_anywhere(people, said, before, last):
    return [name.name for name in people if name.end < said.start][-1]


def nearest_inside(people, said, before, last):
    between = [name.name for name in people if before.end <= name.start < said.end]
    return between[-1] if between else last


def first_in_front(people, said, before, last):
    between = [name.name for name in people if before.end <= name.start < said.start]
    return between[0] if between else last


def nearest_of_any_kind(text):
    """Without looking for PER."""
    found, last, end = [], None, 0
    for said in find_statements(text, []):
        last = nearest(find_entities(text), said, Span(end, end, ""), last)
        found.append(Statement(said.start, said.end, said.text, last, "", said.direct))
        end = said.end
    return found


def with_speakers(text, change):
    """The right statements, with the speakers that `change` makes of theirs."""
    right = told(text, nearest)
    speakers = change([said.speaker for said in right])
    return [replace(said, speaker=speaker) for said, speaker in zip(right, speakers, strict=True)]


def with_changed_records(text):
    found = find_statements(text, [])
    for said in found:
        said.speaker = "سيرغي لافروف"
    return found


RIGHT = {
    "silent_sentences": [{0, 7, 8}, [8, 7, 0], (0, 7, 8), {0.0, 7.0, 8.0}],
    "reported_words": [
        *(reported_by_search, reported_by_index),
        lambda text: [said for said in find_statements(text) if not said.direct],
    ],
    "carry_on": [
        *(carried_by_index, carried_by_search),
        lambda names: tuple(accumulate(names, lambda last, name: name or last)),
    ],
    "quotations": [
        *(quoted_behind_a_colon, lambda text: quoted_behind_a_colon(text, (":", ": "))),
        lambda text: spans_of(': "([^"]+)"', text),
        lambda text: [said for said in find_statements(text) if said.direct],
    ],
    "who_reports": [looked_up, found_with_return],
    "who_said": [nearest_of_the_two_exercises, find_statements, lambda text: told(text, nearest)],
}

WRONG = {
    "silent_sentences": [
        ("lost verb counted", {7, 8}),
        ("lost verb only", {0}),
        ("the whole quotation", {0, 6, 7, 8}),
        ("the others", {1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14}),
        ("counted from 1", {1, 8, 9}),
        ("another result", {0, 2, 7}),
        ("another kind", 3),
    ],
    "reported_words": [
        ("stop kept", lambda text: reported_by_index(text, back=0)),
        ("sign kept", with_the_sign),
        ("sign kept", with_the_sign_and_its_space),
        ("no spaces", lambda text: reported_by_index(text, ("إن", "أن", "أنه"))),
        ("another result", lambda text: reported_by_index(text)[:1]),
        ("only in the story", reported_in_the_story),
        ("whole sentence", sentences_with_a_sign),
        ("anna only", lambda text: reported_by_index(text, (" أن ",))),
        ("anna-hu forgotten", lambda text: reported_by_index(text, (" إن ", " أن "))),
        ("inna forgotten", lambda text: reported_by_index(text, (" أن ", " أنه "))),
        ("last mark lost", stripped_of_all_marks),
        ("counted in the sentence", counted_in_the_sentence),
        ("another result", lambda text: find_dates(text)),
        ("another kind", lambda text: [span.text for span in reported_by_search(text)]),
        ("nothing found", lambda text: reported_by_index(text, ("أنّ",))),
        ("other offsets", lambda text: [Span(0, len(span.text), span.text) for span in reported_by_search(text)]),
    ],
    "carry_on": [
        ("left open", lambda names: names),
        ("gaps dropped", lambda names: [name for name in names if name is not None]),
        ("first name for all", the_first_for_all),
        ("one step only", lambda names: [b or a for a, b in zip([None, *names], names, strict=False)]),
        ("next name", from_the_end),
        ("beginning filled", filled_at_the_beginning),
        ("last name for all", lambda names: [n or next((m for m in names[::-1] if m), None) for n in names]),
        ("another kind", lambda names: " ".join(filter(None, names))),
    ],
    "quotations": [
        ("names too", lambda text: spans_of('"([^"]+)"', text)),
        ("space forgotten", lambda text: quoted_behind_a_colon(text, ":")),
        ("only in the story", quoted_by_length),
        ("only in the story", lambda text: [s for s in spans_of('"([^"]+)"', text) if s.text != "قره باغ"]),
        ("outside the marks", outside),
        ("marks kept", lambda text: spans_of(': ("[^"]+")', text)),
        ("first sentence only", lambda text: spans_of(': "([^".]+)', text)),
        ("marks not counted", quoted_without_counting),
        ("another result", lambda text: [said for said in find_statements(text) if not said.direct]),
        ("another kind", lambda text: text.split('"')[1::2]),
    ],
    "who_reports": [
        ("end counted in", up_to_the_end),
        ("start left out", behind_the_start),
        ("whoever spoke last", spoke_last),
        ("whoever speaks next", speaks_next),
        ("story left out", only_speakers),
        ("yes or no", lambda places, said: [any(a <= place < b for a, b, _ in said) for place in places]),
        ("another result", lambda places, said: [said[0][2] if said else None for _ in places]),
        ("another kind", lambda places, said: ", ".join(only_speakers(places, said))),
    ],
    "who_said": [
        ("speakers left open", lambda text: find_statements(text, [])),
        ("not a text", lambda text: told(text, lambda *case: Span(0, 1, nearest(*case) or ""))),
        (
            "fields swapped",
            lambda text: [replace(said, verb=said.direct, direct=said.verb) for said in told(text, nearest)],
        ),
        ("speakers late", lambda text: with_speakers(text, lambda names: [None, *names[:-1]])),
        ("speakers early", lambda text: with_speakers(text, lambda names: [*names[1:], None])),
        ("raised FrozenInstanceError", with_changed_records),
        ("only in the story", nearest_of_any_kind),
        ("only in the story", lambda text: told(BODY, nearest)),
        ("not carried on", lambda text: told(text, nearest_without_carrying)),
        ("short names", lambda text: told(text, nearest_short)),
        ("names in words before", lambda text: told(text, nearest_anywhere)),
        ("names in the words", lambda text: told(text, nearest_inside)),
        ("first name", lambda text: told(text, first_in_front)),
        ("one for all", lambda text: told(text, lambda people, *_: people[0].name)),
        ("another kind", lambda text: [said.speaker for said in find_statements(text)]),
    ],
}
