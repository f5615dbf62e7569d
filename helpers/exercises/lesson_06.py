"""The exercises of lesson 06: who says so?

A reference imports by itself what it uses beyond `helpers`, as the learner is shown it alone.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from random import Random

from helpers import SEED, find_entities, find_statements, read_article, sentences, tokens
from helpers.exercises.exercise import Exercise, Mistake, Promise, ScoredExercise
from helpers.records import Entity, Span, Statement
from helpers.score import read_gold, score_spans, score_statements


@cache
def body() -> str:
    """The story that is scored."""
    return read_article(SEED).body


@cache
def gold() -> list[Statement]:
    """Its statements, as they were marked by hand."""
    return read_gold(SEED.with_suffix(".gold.json")).statements


def gold_words(direct: bool) -> list[Span]:
    """The words that are quoted, or those that are reported, whoever says them."""
    return [Span(said.start, said.end, said.text) for said in gold() if said.direct == direct]


def silent_sentences() -> set[int]:
    from helpers.lexicon import words as word_list
    from helpers.words import cuts

    forms = {form for listed in word_list("reporting")["verbs"].values() for form in listed}
    silent = set()
    for number, sentence in enumerate(sentences(read_article(SEED).body)):
        rests = {rest for token in tokens(sentence.text) for _, rest in cuts(token.text)}
        if not rests & forms:
            silent.add(number)
    return silent


SILENT_SENTENCES = Exercise(
    silent_sentences,
    asks="Predict, then run: which sentences of the story have no reporting verb of their own? Give the set of their "
    "numbers.",
    hints=(
        "Read the English, sentence by sentence: *said*, *pointed to*, *noted*, *added*, *announced* report. "
        "Which sentences have nothing of the kind?",
        "What stands in square brackets is not in the Arabic.",
        "There are three. Two of them follow each other.",
    ),
    mistakes=(
        Mistake(
            "lost verb counted",
            "One more. In one sentence, the English has a verb that the Arabic lost: look for square brackets.",
            lambda: silent_sentences() - {0},
        ),
        Mistake(
            "lost verb only",
            "That one lost its verb. Others never had one, for their speaker just goes on.",
            lambda: {0},
        ),
        Mistake(
            "the whole quotation",
            "Nearly: the quotation begins with a verb, “He added”. Only what follows it has none.",
            lambda: silent_sentences() | {6},
        ),
        Mistake(
            "the others",
            "It is the other way round: these have a verb, and the question is for those without.",
            lambda: set(range(len(sentences(body())))) - silent_sentences(),
        ),
        Mistake(
            "counted from 1",
            "The right ones, counted from 1. In the table, as in Python, the first sentence is 0.",
            lambda: {number + 1 for number in silent_sentences()},
        ),
    ),
    afterwards="One lost its verb, and two lie inside a quotation that began before them.",
)


def reported_words(text: str) -> list:
    from helpers.records import Span

    found, signs = [], "إن أن أنه"
    for sentence in sentences(text):
        for sign in signs.split():
            _, _, after = sentence.text.partition(f" {sign} ")
            if after:
                start, end = sentence.end - len(after), sentence.end - 1
                found.append(Span(start, end, text[start:end]))
                break
    return found


def recut(find: Callable, *bounds: Callable[[str, Span], tuple[int, int]]) -> Callable[[str], list[Span]]:
    """What `find` gives, cut at other bounds, made of the text and a span; at all of them, where there are several."""

    def answer(text: str) -> list[Span]:
        places = [way(text, span) for way in bounds for span in find(text)]
        return [Span(start, end, text[start:end]) for start, end in places]

    return answer


def behind(*signs: str) -> Callable[[str], list[Span]]:
    """`reported_words` with only these signs."""
    return lambda text: [span for span in reported_words(text) if text[: span.start].endswith(signs)]


def sentence_around(text: str, span: Span) -> tuple[int, int]:
    return next((s.start, s.end) for s in sentences(text) if s.start <= span.start < s.end)


def letters_anywhere(text: str) -> list[Span]:
    """What stands behind the letters of a sign, in another word too."""
    found = []
    for sentence in sentences(text):
        sign = next((sign for sign in ("إن", "أن", "أنه") if sign in sentence.text), sentence.text)
        start = sentence.start + sentence.text.index(sign) + len(sign)
        found.append(Span(start, sentence.end - 1, text[start : sentence.end - 1]))
    return found


REPORTED_WORDS = ScoredExercise(
    reported_words,
    asks="Write `reported_words(text)`: a list of a `Span` for each sentence that has إن, أن or أنه, with the words "
    "behind the sign, without the full stop.",
    hints=(
        "Two loops, one in the other: for each sentence, try each sign. You can copy the signs from the table.",
        'Cut with `sentence.text.partition(f" {sign} ")`. If there is an `after`, the sign was there.',
        "The words begin at `sentence.end - len(after)` and end at `sentence.end - 1`.",
    ),
    mistakes=(
        Mistake(
            "stop kept",
            "The full stop ends the sentence, and is no part of the words: end one place earlier.",
            recut(reported_words, lambda text, s: (s.start, s.end + 1)),
        ),
        Mistake(
            "sign kept",
            "The sign opens the words, and is no part of them: begin behind it.",
            recut(  # with the space in front of it, or without
                reported_words,
                lambda text, s: (text.rindex(" ", 0, s.start - 1), s.end),
                lambda text, s: (text.rindex(" ", 0, s.start - 1) + 1, s.end),
            ),
        ),
        Mistake(
            "whole sentence",
            "These are whole sentences. Only what stands behind the sign is said.",
            recut(reported_words, sentence_around),
        ),
        Mistake(
            "no spaces",
            "These letters stand inside other words too: the spaces around a sign belong to it.",
            letters_anywhere,
        ),
        Mistake(
            "anna only", "أن (anna) is the most frequent sign, but there are two more: see the table.", behind(" أن ")
        ),
        Mistake(
            "anna-hu forgotten", "One sign is missing: أنه (anna-hu), with a pronoun glued on.", behind(" إن ", " أن ")
        ),
        Mistake("inna forgotten", "One sign is missing: إن (inna), with its hamza below.", behind(" أن ", " أنه ")),
        Mistake(
            "last mark lost",
            "One of these ends in a name between quotation marks: only the full stop goes.",
            recut(reported_words, lambda text, s: (s.start, s.end - s.text.endswith('"'))),
        ),
        Mistake(
            "counted in the sentence",
            "These places count from the beginning of the sentence. Count in the text: add `sentence.start`.",
            recut(
                reported_words, lambda text, s: tuple(place - sentence_around(text, s)[0] for place in (s.start, s.end))
            ),
        ),
    ),
    text=body,
    gold=lambda: gold_words(direct=False),
    score=score_spans,
    enough=0.85,
    elsewhere=("قالت ليلى منصور إن المكتبة مفتوحة. وأضافت أن الباب مغلق. وأكدت أنه سيفتح غدا.",),
    afterwards="A sign stands before seven of the nine. Two have none: read on.",
)


def carry_on(names: list[str | None]) -> list[str | None]:
    speakers = []
    last = None
    for name in names:
        if name is not None:
            last = name
        speakers.append(last)
    return speakers


LAVROV, PUTIN, ALIYEV, PASHINYAN = "سيرغي لافروف", "فلاديمير بوتين", "إلهام علييف", "نيكول باشينيان"
SPEAKERS = (LAVROV, PUTIN, ALIYEV, PASHINYAN)


def some_names(random: Random) -> list[str | None]:
    """Names with gaps, sometimes several in a row, sometimes at the beginning."""
    return [random.choice([*SPEAKERS, None, None, None]) for _ in range(random.randrange(3, 8))]


def behind(names: list[str | None], gap: int) -> str | None:
    """The next name after a gap."""
    return next((name for name in names[gap:] if name), None)


CARRY_ON = Exercise(
    carry_on,
    asks="Write `carry_on(names)`: the same list, with each `None` replaced by the last name before it. "
    "Before the first name, `None` stays.",
    cases=(
        [LAVROV, None],
        [LAVROV, None, None, PUTIN],
        [LAVROV, PUTIN, None, None],
        [None, ALIYEV, None],
        [ALIYEV, PASHINYAN],
        [None, None],
    ),
    unseen=some_names,
    hints=(
        "Keep the last name in a variable, which is `None` at first.",
        "In the loop: if there is a name, it is the last one from now on. Then append the last one, whatever it is.",
    ),
    mistakes=(
        Mistake(
            "left open",
            "The gaps are still there. Keep the last name in a variable, and append that one.",
            lambda names: list(names),
        ),
        Mistake(
            "gaps dropped",
            "The gaps went, but each of them stands for a statement: the list should stay as long as it is.",
            lambda names: [name for name in names if name],
        ),
        Mistake(
            "first name for all",
            "Who spoke first doesn't go on for ever: at each name, the last one changes.",
            lambda names: [name or next(filter(None, names[:n]), None) for n, name in enumerate(names)],
        ),
        Mistake(
            "one step only",
            "One gap is filled, but a second one right behind it is not. The speaker may go on for long.",
            lambda names: [name or (names[n - 1] if n else None) for n, name in enumerate(names)],
        ),
        Mistake(
            "next name",
            "These are the names after the gap. Who goes on is whoever spoke before it.",
            lambda names: [name or behind(names, n) for n, name in enumerate(names)],
        ),
        Mistake(
            "beginning filled",
            "Before the first name no one has spoken: say nothing rather than guess, and leave `None`.",
            lambda names: [name or behind(names, 0) for name in carry_on(names)],
        ),
        Mistake(
            "last name for all",
            "This is the last name of the whole list. What counts is the last one before each gap.",
            lambda names: [name or behind(names[::-1], 0) for name in names],
        ),
    ),
    afterwards="It is a guess, and a good one: a reader makes it too. In this story it is always right.",
)


def quotations(text: str) -> list:
    from helpers.records import Span

    found, position, before = [], 0, ""
    for number, piece in enumerate(text.split('"')):
        if number % 2 == 1 and before.endswith(": "):
            found.append(Span(position, position + len(piece), piece))
        position = position + len(piece) + 1
        before = piece
    return found


def between_marks(text: str, remainder: int = 1) -> list[Span]:
    """All pieces between marks, or, with remainder 0, outside them."""
    found, position = [], 0
    for number, piece in enumerate(text.split('"')):
        if number % 2 == remainder:
            found.append(Span(position, position + len(piece), piece))
        position += len(piece) + 1
    return found


QUOTATIONS = ScoredExercise(
    quotations,
    asks="Write `quotations(text)`: a list of a `Span` for each piece between quotation marks that is speech.",
    hints=(
        "Take the loop above. Where it appends a row, append `Span(position, position + len(piece), piece)`, "
        "but only for speech.",
        "What do the pieces before a quotation end in, and those before a name never?",
        'Keep the piece before in a variable, `before`, and ask `before.endswith(": ")`.',
    ),
    mistakes=(
        Mistake(
            "space forgotten",
            'Nothing was found. If you ask for `":"`: a space stands behind the colon, and is the last character.',
            lambda text: [],
        ),
        Mistake(
            "names too",
            "Marks around a name are no speech. What stands in front of the speech, and not in front of the name?",
            between_marks,
        ),
        Mistake(
            "outside the marks",
            "These are the pieces outside the marks. Counted from 0, the odd ones are inside.",
            lambda text: between_marks(text, remainder=0),
        ),
        Mistake(
            "marks kept",
            "The marks are no part of the words: begin behind the first, end before the second.",
            recut(quotations, lambda text, s: (s.start - 1, s.end + 1)),
        ),
        Mistake(
            "first sentence only",
            "A quotation ends at its mark, not at a full stop: one of them has three sentences.",
            recut(quotations, lambda text, s: (s.start, s.start + len(s.text.split(".")[0]))),
        ),
        Mistake(
            "marks not counted",
            "The places drift to the front: `split` leaves out the mark, so count one more for each piece.",
            recut(quotations, lambda text, s: tuple(place - text[: s.start].count('"') for place in (s.start, s.end))),
        ),
    ),
    text=body,
    gold=lambda: gold_words(direct=True),
    score=score_spans,
    elsewhere=('قالت ليلى منصور: "المكتبة مفتوحة كل يوم إلا الجمعة". وقرأت في الطريق كتاب "الأيام". وأضافت: "نعم".',),
    afterwards="The colon is the sign. A quotation may be one word, and a name may be long.",
)


def who_reports(places: list[int], said: list[tuple[int, int, str]]) -> list[str | None]:
    speakers = []
    for place in places:
        speaker = None
        for start, end, name in said:
            if start <= place < end:
                speaker = name
        speakers.append(speaker)
    return speakers


def some_places(random: Random) -> tuple[list[int], list[tuple[int, int, str]]]:
    """Words of several speakers, with gaps between some, and places in them, at their edges and outside."""
    edges = sorted(random.sample(range(1, 60), 2 * random.randrange(2, 4)))
    said = [(start, end, random.choice(SPEAKERS)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return [*random.sample(edges, 2), *random.sample(range(62), 2)], said


def spoken_where(places: list[int], said: list[tuple], holds: Callable[[int, int, int], bool]) -> list[str | None]:
    """`who_reports` with another idea of when words hold a place; of several speakers, the last."""
    return [next((name for start, end, name in said[::-1] if holds(start, place, end)), None) for place in places]


WHO_REPORTS = Exercise(
    who_reports,
    asks="Write `who_reports(places, said)`: a list with the speaker whose words hold each place, and `None` for a "
    "place that is in nobody's words. `said` is a list of `(start, end, speaker)`.",
    cases=(
        ([3], [(0, 9, LAVROV)]),
        ([0, 8, 9], [(0, 9, LAVROV)]),
        ([12, 40], [(5, 20, LAVROV), (30, 50, PUTIN)]),
        ([2, 25, 60], [(5, 20, LAVROV), (30, 50, PUTIN)]),
        ([5, 20, 30, 49, 50], [(5, 20, ALIYEV), (30, 50, PASHINYAN)]),
        ([7], []),
        ([], [(5, 20, ALIYEV)]),
    ),
    unseen=some_places,
    hints=(
        "Two loops, one in the other: for each place, go through all that is said.",
        "Words hold a place if `start <= place < end`.",
        "Begin each place with `speaker = None`, and append the speaker when the inner loop is over.",
    ),
    mistakes=(
        Mistake(
            "end counted in",
            "One place too many: `end` is behind the last character, as in a slice.",
            lambda places, said: spoken_where(places, said, lambda start, place, end: start <= place <= end),
        ),
        Mistake(
            "start left out",
            "One place too few: the words have a character at `start` too.",
            lambda places, said: spoken_where(places, said, lambda start, place, end: start < place < end),
        ),
        Mistake(
            "whoever spoke last",
            "Behind the end of someone's words the story speaks again, and nobody else: look at `end` too.",
            lambda places, said: spoken_where(places, said, lambda start, place, end: start <= place),
        ),
        Mistake(
            "whoever speaks next",
            "In front of someone's words, they aren't theirs yet: look at `start` too.",
            lambda places, said: spoken_where(places, said[::-1], lambda start, place, end: place < end),
        ),
        Mistake(
            "story left out",
            "The places in nobody's words are gone. `None` is an answer: the story itself says it.",
            lambda places, said: [name for name in who_reports(places, said) if name],
        ),
        Mistake(
            "yes or no",
            "That somebody says it is one thing. Who? Give the speaker in the place of `True`, `None` for `False`.",
            lambda places, said: [name is not None for name in who_reports(places, said)],
        ),
    ),
    afterwards="That is how the timeline knows who reports a date.",
)


def who_said(text: str) -> list:
    from helpers.records import Statement

    people = [name for name in find_entities(text) if name.label == "PER"]
    found, speaker, end = [], None, 0
    for said in find_statements(text, []):
        for name in people:
            if end <= name.start and name.end <= said.start:
                speaker = name.name
        found.append(Statement(said.start, said.end, said.text, speaker, said.verb, said.direct))
        end = said.end
    return found


def attributed(choose: Callable[[list[Entity], list[Entity], list[Entity], Entity], str | None]) -> Callable:
    """`who_said` with another choice, by the people in front of the words, in them, anywhere before, the last one."""

    def answer(text: str) -> list[Statement]:
        people = [name for name in find_entities(text) if name.label == "PER"]
        found, end, last = [], 0, people[0]
        for said in find_statements(text, []):
            before = [name for name in people if name.end <= said.start]
            front = [name for name in before if name.start >= end]
            inside = [name for name in people if said.start <= name.start < said.end]
            last = (front or [last])[-1]
            found.append(replace(said, speaker=choose(front, inside, before, last)))
            end = said.end
        return found

    return answer


def moved(text: str, by: int) -> list[Statement]:
    """The statements, each with the speaker of a neighbour."""
    right = who_said(text)
    speakers = [None, *(said.speaker for said in right), None][1 + by :]
    return [replace(said, speaker=speaker) for said, speaker in zip(right, speakers, strict=False)]


WHO_SAID = ScoredExercise(
    who_said,
    asks="Write `who_said(text)`: the statements that `find_statements(text, [])` gives, each with its speaker.",
    hints=(
        'The people: `[name for name in find_entities(text) if name.label == "PER"]`.',
        "Keep two things from one statement to the next: the last `speaker`, and where its words `end`.",
        "A name counts if `end <= name.start and name.end <= said.start`; of several, the last. If there is none, the "
        "speaker stays.",
        "A record can't be changed. Make a new one: "
        "`Statement(said.start, said.end, said.text, speaker, said.verb, said.direct)`.",
    ),
    mistakes=(
        Mistake(
            "not carried on",
            "Where no one is named, whoever spoke last goes on: keep the speaker from one statement to the next.",
            attributed(lambda front, *_: front[-1].name if front else None),
        ),
        Mistake(
            "short names",
            "The right people, by their short names: `name.name` is the fullest form, `name.text` what stands there.",
            attributed(lambda front, inside, before, last: last.text),
        ),
        Mistake(
            "names in words before",
            "A name inside the words before is one that someone speaks of. Take only names behind the end of these.",
            attributed(lambda front, inside, before, last: before[-1].name),
        ),
        Mistake(
            "names in the words",
            "Who is named inside the words is spoken of. The speaker is named in front of them.",
            attributed(lambda front, inside, before, last: [last, *inside][-1].name),
        ),
        Mistake(
            "first name",
            "Where several are named in front of the words, take the last: it is the nearest to the verb.",
            attributed(lambda front, inside, before, last: [*front, last][0].name),
        ),
        Mistake(
            "speakers late",
            "Words have the speaker of those before them: find the name first, then append.",
            lambda text: moved(text, by=-1),
        ),
        Mistake(
            "speakers early",
            "Words have the speaker of those behind them: is a list longer than the other, or counted from 1?",
            lambda text: moved(text, by=1),
        ),
    ),
    promises=(
        Promise(
            "not a text",
            "A speaker is a text: take `name.name` of a name, not the whole record.",
            lambda text, found: all(isinstance(said.speaker, str | None) for said in found),
        ),
        Promise(
            "fields swapped",
            "`direct` is True or False. The order is `Statement(start, end, text, speaker, verb, direct)`.",
            lambda text, found: all(isinstance(said.direct, bool) for said in found),
        ),
        Promise(
            "speakers left open",
            "The words are there, and nobody says them yet: fill in each `speaker`.",
            lambda text, found: any(said.speaker for said in found),
        ),
        Promise(
            "one for all",
            "One speaker has all the words. At each new name in front of the words, the speaker changes.",
            lambda text, found: len({said.speaker for said in found}) > 1,
        ),
    ),
    text=body,
    gold=gold,
    score=score_statements,
    enough=0.9,
    elsewhere=(
        "قالت ليلى منصور إن المكتبة مفتوحة. وأضافت أن سامي حداد قرأ كتابا. وقال سامي حداد لوكالة رويترز: "
        '"أحب الكتب". وأكد أن المكتبة قريبة.',
    ),
    afterwards="Two of the story's statements need a name to be found: `find_statements(text)` looks for names itself.",
)

EXERCISES = (SILENT_SENTENCES, REPORTED_WORDS, CARRY_ON, QUOTATIONS, WHO_REPORTS, WHO_SAID)
