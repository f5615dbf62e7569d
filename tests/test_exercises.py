"""The exercises: every answer gets the words meant for it, and nothing that is handed in breaks the notebook."""

import itertools
import json
import multiprocessing
import os
import subprocess
import sys
import threading
import time
import unicodedata
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from test_display import Page

import helpers
from helpers import SEED, build_timeline, find_entities, read_article
from helpers.exercises import catalogue, check, checking, hint, keeping, passes, progress, running, solution
from helpers.exercises.catalogue import EXERCISES, LESSONS
from helpers.exercises.checking import examine
from helpers.exercises.exercise import Exercise, Mistake, Promise, ScoredExercise
from helpers.exercises.keeping import Entry, read_progress, record
from helpers.exercises.stumbles import is_blank
from helpers.exercises.telling import FSI, PDI, SOLVED, UNTOUCHED, show, verdict_view
from helpers.records import ArticleError, DateMention, Entity
from helpers.safe import BIDI_CONTROLS, write_atomically
from helpers.score import read_gold, score_entities

BANKS = [import_module(f"answers.lesson_{lesson}") for lesson in LESSONS]
RIGHT = {name: answers for bank in BANKS for name, answers in bank.RIGHT.items()}
WRONG = {name: answers for bank in BANKS for name, answers in bank.WRONG.items()}
EVERY = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.name)
STRIP = EXERCISES["strip_marks"]
TAGS = {"div", "strong", "code", "table", "tr", "th", "td", "bdi", "pre", "mark", "sup", "br"}


@pytest.fixture(autouse=True)
def file(tmp_path, monkeypatch) -> Path:
    """The learner's progress file."""
    monkeypatch.setenv("KHABAR_PROGRESS", str(tmp_path / "progress.json"))
    return tmp_path / "progress.json"


def reference(exercise: Exercise) -> object:
    return exercise.reference if exercise.parameters else exercise.reference()


# What an author promises of every exercise


@EVERY
def test_the_reference_is_right(exercise):
    assert examine(exercise, reference(exercise)).diagnosis == SOLVED


@EVERY
def test_the_stub_gets_not_yet(exercise):
    stubs = [..., None]
    if exercise.parameters:
        stubs += [lambda *_: ..., lambda *_: None]
    for stub in stubs:
        verdict = examine(exercise, stub)
        assert verdict.diagnosis == UNTOUCHED
        assert exercise.asks in verdict.says


@EVERY
def test_other_right_answers_are_right(exercise):
    answers = RIGHT[exercise.name]
    assert answers
    assert [examine(exercise, answer).diagnosis for answer in answers] == [SOLVED] * len(answers)


@EVERY
def test_wrong_answers_get_the_diagnosis_meant_for_them(exercise):
    wanted = [name for name, _ in WRONG[exercise.name]]
    assert [examine(exercise, answer).diagnosis for _, answer in WRONG[exercise.name]] == wanted
    assert len(set(wanted)) >= 3


@EVERY
def test_every_mistake_is_met_by_an_answer_of_the_bank(exercise):
    told = {mistake.name: mistake.says for mistake in (*exercise.mistakes, *exercise.promises)}
    assert len(told) >= 3
    assert told.keys() <= {name for name, _ in WRONG[exercise.name]}
    for name, answer in WRONG[exercise.name]:
        assert told.get(name, "") in examine(exercise, answer).says


@EVERY
def test_solution_runs_with_what_a_lesson_imports_and_is_right(exercise):
    namespace = {name: getattr(helpers, name) for name in helpers.__all__}
    exec(solution(exercise.name).plain.partition("\n")[2], namespace)
    answer = namespace[exercise.name]
    assert examine(exercise, answer if exercise.parameters else answer()).diagnosis == SOLVED


@EVERY
def test_solution_is_short(exercise):
    assert len(solution(exercise.name).plain.splitlines()) <= 1 + 12 + 2


@EVERY
def test_hints_come_one_by_one(exercise):
    told = [str(hint(exercise.name)) for _ in range(len(exercise.hints) + 1)]
    assert len(exercise.hints) >= 2
    for number, (text, shown) in enumerate(zip(exercise.hints, told, strict=False), start=1):
        assert BIDI_CONTROLS.sub("", shown).startswith(f"Hint {number} of {len(exercise.hints)}: {text}")
    assert told[-1] == told[-2]
    assert "solution(" in told[-1] and "solution(" not in told[0]


@EVERY
def test_a_prediction_is_not_given_away(exercise):
    if not exercise.parameters and not isinstance(exercise, ScoredExercise):
        for _, answer in WRONG[exercise.name]:
            assert [name for name, _ in examine(exercise, answer).details] == ["your answer"]


@EVERY
def test_what_is_shown_is_sound_markup_that_isolates_its_arabic(exercise):
    answers = [answer for _, answer in WRONG[exercise.name]]
    views = [check(exercise.name, answer) for answer in (..., reference(exercise), *answers)]
    for view in [*views, hint(exercise.name), solution(exercise.name)]:
        page = Page(view.html)
        assert set(page.tags) <= TAGS
        assert "Traceback" not in view.html + view.plain
        assert not BIDI_CONTROLS.search(view.html)
        assert view.plain.count(FSI) == view.plain.count(PDI)


def test_unseen_words_are_the_same_for_everyone_and_new():
    again = Exercise(STRIP.reference, STRIP.asks, STRIP.hints, STRIP.mistakes, STRIP.cases, STRIP.unseen)
    assert [case.arguments for case in again.tries] == [case.arguments for case in STRIP.tries]
    assert len({case.arguments for case in STRIP.tries}) > len(STRIP.cases) + 30


def test_names_are_given_once():
    assert len(EXERCISES) == sum(map(len, LESSONS.values()))


# Whatever a learner hands in


def collects(word):
    found = []
    for letter in word:
        found.append(letter)


def does_nothing(word):
    """Nothing yet."""
    pass


def prints(word):
    print("مرحبا", word)


def loops(word):
    while True:
        pass


def loops_and_catches(word):
    while True:
        try:
            word = word + ""
        except BaseException:
            continue


def loops_and_grows(word):
    found = []
    while True:
        found.append(word)


def loops_and_prints(word):
    while True:
        print(word)


def sleeps(word):
    time.sleep(1000)


def asks(word):
    return input("Which word? ")


def asks_until_it_gets_an_answer(word):
    while True:
        try:
            return input()
        except:  # noqa: E722
            continue


def calls_itself(word):
    return calls_itself(word + "a")


def waits_for_a_lock(word):
    lock = threading.Lock()
    with lock:
        lock.acquire()


class Odd(str):
    def __eq__(self, other):
        raise ValueError("no equal")

    def __repr__(self):
        raise ValueError("no words")

    __str__ = __format__ = __repr__
    __hash__ = str.__hash__


class Vexed(Exception):
    def __str__(self):
        raise ValueError


class Sly:
    """Calls itself a string, and objects to everything."""

    @property
    def __class__(self):
        raise RuntimeError("not me")


def raises(error):
    def answer(word):
        raise error

    return answer


def deep(word):
    nested = []
    nested.append(nested)
    return nested


async def later(word):
    return word


ANYTHING = {
    "a text": ("no function", "word"),
    "a number": ("no function", 3),
    "its result": ("no function", STRIP.reference("بيّن")),
    "an empty list": ("no function", []),
    "a class": ("no function", Odd),
    "a coroutine": ("no function", later),
    "no parameter": ("other parameters", lambda: ""),
    "two parameters": ("other parameters", lambda one, two: ""),
    "a builtin of other parameters": ("other parameters", isinstance),
    "prints": ("prints only", prints),
    "no return": ("gives nothing back", collects),
    "return without a value": ("gives nothing back", lambda word: word.clear() if word == 0 else None),
    "loops": ("endless", loops),
    "loops and catches": ("endless", loops_and_catches),
    "loops and grows": ("endless", loops_and_grows),
    "loops and prints": ("endless", loops_and_prints),
    "sleeps": ("endless", sleeps),
    "waits for a lock": ("endless", waits_for_a_lock),
    "asks": ("raised EOFError", asks),
    "asks until it gets an answer": ("endless", asks_until_it_gets_an_answer),
    "calls itself": ("raised RecursionError", calls_itself),
    "sys.exit": ("raised SystemExit", lambda word: sys.exit()),
    "interrupts": ("raised KeyboardInterrupt", raises(KeyboardInterrupt())),
    "raises": ("raised TypeError", lambda word: word + 1),
    "raises what can't be shown": ("raised Vexed", raises(Vexed())),
    "misspells": ("raised NameError", lambda word: wrod),  # noqa: F821
    "a generator": ("another kind", lambda word: (c for c in itertools.count())),
    "an endless iterator": ("another kind", lambda word: itertools.count()),
    "a module": ("another kind", lambda word: sys),
    "itself": ("another kind", lambda word: prints),
    "a text that won't be compared": ("raised ValueError", lambda word: Odd(word)),
    "an object that won't be looked at": ("raised RuntimeError", lambda word: Sly()),
    "a list in itself": ("raised RecursionError", deep),
    "a huge text": ("mark left", lambda word: word * 20_000),
    "a huge list": ("another kind", lambda word: [word] * 200_000),
    "a huge number": ("raised ValueError", lambda word: 10**5000),
    "only for some": ("another kind", lambda word: STRIP.reference(word) if len(word) > 5 else None),
}


@pytest.mark.parametrize("what", ANYTHING)
def test_anything_gets_a_kind_sentence_within_five_seconds(what, capfd, recwarn, monkeypatch):
    wanted, answer = ANYTHING[what]
    if wanted == "endless":  # these needn't all wait so long
        monkeypatch.setattr(checking, "SECONDS", running.SECONDS if what in ("loops", "sleeps") else 0.4)
    threads, started = len(sys._current_frames()), time.perf_counter()
    view = check("strip_marks", answer)
    assert time.perf_counter() - started < 5
    assert view.plain.startswith("strip_marks: Not yet. ")
    assert "Traceback" not in view.plain
    assert len(view.plain) < 2000
    assert Page(view.html).text
    assert capfd.readouterr() == ("", "")
    assert list(recwarn) == []
    assert read_progress(keeping.progress_path())["strip_marks"].diagnosis == wanted
    if "sleep" not in what and "wait" not in what:
        assert len(sys._current_frames()) <= threads, "a thread was left behind"


def test_an_object_without_a_class_is_no_answer():
    assert "RuntimeError" in check("strip_marks", Sly()).plain
    assert "RuntimeError" in check("count_events", Sly()).plain


def test_a_sentence_says_which_line_stopped_and_why():
    told = check("strip_marks", ANYTHING["misspells"][1]).plain
    assert "wrod" in told
    assert "A name is misspelt" in told
    assert str(Path(__file__)) not in told


def test_bytes_are_shown_and_named():
    told = check("decode_page", lambda data: data).plain
    assert "this is bytes" in told
    assert r"decode_page(b'\xd9\x84" in told
    told = check("decode_page", lambda data: b"\xd9".decode("utf-8")).plain
    assert "can't decode byte 0xd9" in told
    assert "don't exist in that encoding" in told


def test_what_is_printed_is_caught_and_shown(capsys):
    def answer(word):
        print("<b>", word)
        return STRIP.reference(word)

    view = check("strip_marks", answer)
    assert "✓ Right." in view.plain
    assert "printed" in view.plain and "<b> كِتَاب" in view.plain
    assert "&lt;b&gt;" in view.html
    assert capsys.readouterr().out == ""


def count_short(words):
    return sum(len(word) < 4 for word in words)


def shortest_first(words):
    return sorted(words, key=len)


SORTING = Exercise(shortest_first, "Sort them.", ("a", "b"), (), cases=(["كتاب", "في"], ["من"]))


def test_arguments_are_copies():
    def answer(words):
        words.sort(key=len)
        return words

    assert examine(SORTING, answer).diagnosis == SOLVED
    assert SORTING.tries[0].arguments == (["كتاب", "في"],)
    assert examine(SORTING, lambda words: words.sort(key=len)).diagnosis == "changes only"
    assert examine(SORTING, lambda words: words.clear()).diagnosis == "changes only"


def test_a_set_has_no_order_and_a_list_has():
    assert examine(SORTING, lambda words: tuple(sorted(words, key=len))).diagnosis == SOLVED
    turned = examine(SORTING, lambda words: sorted(words, key=len, reverse=True))
    assert (turned.diagnosis, turned.says) == ("another result", "These are the right ones, in another order.")


def test_what_is_wrong_with_a_list_is_told():
    assert "should be 2 items, and there is 1" in examine(SORTING, lambda words: sorted(words, key=len)[:1]).says
    mended = examine(SORTING, lambda words: [word[:3] for word in sorted(words, key=len)])
    assert mended.says == "Item [1]: At [3] should be ARABIC LETTER BEH, and there is the end."
    assert "a text (str); this is a number" in examine(SORTING, lambda words: sorted(map(len, words))).says
    assert "A set has no order" in examine(SORTING, lambda words: set(words)).says
    places = EXERCISES["digit_places"]
    assert examine(places, (9, 5)).says == "Item [0]: The right number is smaller than yours."
    assert "a tuple (values in brackets" in examine(places, 4).says


@pytest.mark.parametrize("stub", [does_nothing, lambda word: ..., lambda word: None])
def test_a_function_is_blank_by_what_it_does(stub):
    assert examine(STRIP, stub).diagnosis == UNTOUCHED
    assert not is_blank(collects) and not is_blank(str.lower) and not is_blank(...)


def test_an_error_of_python_s_is_told_in_other_words():
    def told(answer):
        return examine(STRIP, answer).says

    assert "`ord(character)` gives its number" in told(lambda word: f"{word:04X}")
    assert "of the kind and form that is wanted" in told(lambda word: int(word))
    assert told(lambda word: unicodedata.name("\n")).endswith("its category is `Cc`.")
    assert told(lambda word: read_article(SEED, published="soon")).endswith("(year, month, day).")


def test_one_english_word_for_another_is_not_told_letter_by_letter():
    words = Exercise(lambda word: "right", "", ("a", "b"), (), cases=("نعم", "لا"))
    assert "by hand" in examine(words, lambda word: "bounds" if word == "لا" else "label").says


def test_a_record_that_is_changed_is_told_so():
    def changes(text):
        for name in find_names(text):
            name.label = "LOC"

    assert "A record can't be changed" in examine(NAMES, changes).says


def test_no_keyboard_stays_behind():
    keyboard, out = input, sys.stdout
    check("strip_marks", asks)
    assert (input, sys.stdout) == (keyboard, out)


def test_of_two_texts_that_have_little_in_common_no_letter_is_named():
    exercise = Exercise(STRIP.reference, "", ("a", "b"), (), cases=("بيروت",))
    assert examine(exercise, lambda word: "دمشق").says.startswith("Go through this case by hand")
    assert examine(exercise, lambda word: "في بيروت").says == "There should be 1 word, and there are 2."
    assert examine(exercise, lambda word: "").says == "There should be 1 word, and there are 0."


def test_letters_that_look_alike_are_named():
    exercise = Exercise(STRIP.reference, "", ("a", "b"), (), cases=("على",))
    assert "ARABIC LETTER ALEF MAKSURA, and there is ARABIC LETTER YEH" in examine(exercise, lambda word: "علي").says
    assert "there is the end" in examine(exercise, lambda word: word[:-1]).says


def test_the_mistake_that_explains_most_is_told():
    plus = Exercise(
        lambda number: number + 1,
        "Add one.",
        ("a", "b"),
        (Mistake("nothing added", "", lambda number: number), Mistake("stops at 3", "", lambda n: min(n + 1, 3))),
        cases=(1, 2, 3, 4, 5),
    )
    assert examine(plus, lambda number: min(number + 1, 3)).diagnosis == "stops at 3"
    assert examine(plus, lambda number: number).diagnosis == "nothing added"
    assert examine(plus, lambda number: -number).diagnosis == "another result"
    assert examine(plus, lambda number: number if number < 3 else 0).diagnosis == "another result"


@pytest.mark.parametrize("ask", [check, hint, solution])
def test_an_unknown_exercise_names_the_nearest(ask):
    assert '"strip_marks"' in str(ask("stripmark"))
    assert '"fold_alef"' in str(ask("alef"))
    for name in ("", "<script>", "ة", 3, None, STRIP.reference, []):
        view = ask(name)
        assert view.plain.startswith("Which exercise?")
        assert "<script" not in view.html


def test_check_without_an_answer():
    assert "Not yet" in check("strip_marks").plain
    assert "Which exercise?" in check().plain


# For a grader


@EVERY
def test_only_a_right_answer_passes(exercise, file):
    assert passes(exercise.name, reference(exercise)) is True
    wrong = WRONG[exercise.name][0][1]
    assert [passes(exercise.name, answer) for answer in (..., None, wrong)] == [False] * 3
    assert not file.exists()


def test_a_grader_is_told_that_there_is_no_such_exercise():
    with pytest.raises(ArticleError, match="strip_marks"):
        passes("stripmark", STRIP.reference)


# Answers that are scored against the gold


BODY = read_article(SEED).body
GOLD = read_gold(SEED.with_suffix(".gold.json")).entities


def find_names(text: str) -> list[Entity]:
    return find_entities(text)


def with_and(text: str) -> list[Entity]:
    """The proclitic و taken for a part of the name."""
    return [
        Entity(name.start - 1, name.end, "و" + name.text, name.label, name.name)
        if text[name.start - 1] == "و"
        else name
        for name in GOLD
    ]


NAMES = ScoredExercise(
    find_names,
    asks="Find the names.",
    hints=("a", "b"),
    mistakes=(
        Mistake("and", "و (and) is no part of a name.", with_and),
        Mistake("people only", "Places are names too.", lambda text: [name for name in GOLD if name.label == "PER"]),
        Mistake("all of it forgotten", "Look at all of it.", lambda text: []),
    ),
    promises=(Promise("no text", "", lambda text, came: all(isinstance(name.name, str) for name in came)),),
    text=lambda: BODY,
    gold=lambda: GOLD,
    score=score_entities,
    enough=0.9,
    elsewhere=("زار سامي حداد بيروت",),
)


def names() -> list[Entity]:
    return GOLD


LISTED = ScoredExercise(
    names, "List the names.", ("a", "b"), (), text=lambda: BODY, gold=lambda: GOLD, score=score_entities
)


@pytest.mark.parametrize(
    ("wanted", "answer"),
    [
        (SOLVED, find_names),
        (SOLVED, lambda text: tuple(find_names(text))),
        (SOLVED, lambda text: find_names(text)[:-2] if text == BODY else find_names(text)),
        ("only in the story", lambda text: tuple(GOLD)),
        ("only in the story", lambda text: find_names(BODY)),
        ("only in the story", lambda text: GOLD if text == BODY else None),
        ("raised IndexError", lambda text: find_names(text)[:29] if text[500] else []),
        ("no text", lambda text: [replace(name, name=name.end) for name in GOLD[:5]]),
        ("all of it forgotten", lambda text: []),
        ("and", lambda text: with_and(text)[2:]),
        ("people only", lambda text: [name for name in GOLD if name.label == "PER"][1:]),
        ("another result", lambda text: GOLD[20:]),
        ("another kind", lambda text: "لافروف"),
        ("another kind", lambda text: ["لافروف"]),
        ("another kind", lambda text: [DateMention(0, 1, "a", None, None, "", None, "")]),
        ("other offsets", lambda text: [Entity(3, 9, "لافروف", "PER", "لافروف")]),
        (UNTOUCHED, lambda text: None),
        ("prints only", print),
        ("raised TypeError", lambda text: [Entity([], 9, "لافروف", "PER", "لافروف")]),
        ("endless", loops),
        ("no function", GOLD),
    ],
)
def test_scored_answers(wanted, answer, monkeypatch):
    monkeypatch.setattr(checking, "SECONDS", 0.4)
    assert examine(NAMES, answer).diagnosis == wanted


def test_where_a_scored_answer_stops_elsewhere_is_told():
    verdict = examine(NAMES, lambda text: find_names(text) if text[500] else [])
    assert verdict.says.startswith("In the story this is right, but in the text below it stops.")
    assert "زار سامي حداد بيروت" in verdict.picture.plain


@pytest.mark.parametrize("answer", [lambda text: GOLD, lambda text: GOLD if text == BODY else []])
def test_another_text_in_which_a_scored_answer_is_wrong_is_shown(answer):
    assert "زار" in examine(NAMES, answer).picture.plain


def test_what_scored_answers_have_in_common_is_told():
    assert examine(LISTED, []).diagnosis == "nothing found"
    assert "what you say of them isn't" in examine(LISTED, [replace(name, label="PLACE") for name in GOLD]).says
    assert "too early or too late" in examine(LISTED, with_and(BODY)).says
    assert "Only the first was found" in examine(LISTED, GOLD[:1]).says
    assert "Not all was found" in examine(LISTED, GOLD[1:2]).says


def test_a_scored_answer_may_be_a_list():
    assert examine(LISTED, list(GOLD)).diagnosis == SOLVED
    assert examine(LISTED, GOLD[1:]).diagnosis == "another result"


def test_what_holds_of_each_scored_answer_is_told_in_its_own_words():
    promise = Promise("few", "Only a few.", lambda text, came: len(came) > 1)
    promised = replace(NAMES, promises=(promise,))
    assert examine(promised, find_names).diagnosis == SOLVED
    assert examine(promised, lambda text: []).says == "Only a few."
    elsewhere = examine(promised, lambda text: find_names(text) if text == BODY else find_names(text)[:1])
    assert (elsewhere.diagnosis, elsewhere.says) == ("few", "Only a few.")
    assert "زار" in elsewhere.picture.plain
    assert examine(promised, lambda text: GOLD if text == BODY else []).diagnosis == "only in the story"
    stopped = examine(promised, lambda text: find_names(text) if text[500] else [])
    assert stopped.diagnosis == "raised IndexError" and "زار" in stopped.picture.plain
    by_hand = replace(LISTED, promises=(Promise("few", "Only a few.", lambda came: len(came) > 1),))
    assert [examine(by_hand, GOLD[:count]).diagnosis for count in (1, len(GOLD))] == ["few", SOLVED]


def is_person(name: str) -> bool:
    return name not in {"تركيا", "روسيا"}


def kept_by(answer) -> list[Entity] | None:
    return None if answer("") is None else [name for name in GOLD if answer(name.text)]


PART = ScoredExercise(
    is_person,
    "Tell people from places.",
    ("a", "b"),
    (Mistake("short ones", "A short name is a name too.", lambda name: len(name) > 5),),
    text=lambda: BODY,
    gold=lambda: GOLD,
    score=score_entities,
    enough=0.9,
    use=kept_by,
)


def test_a_part_of_a_finder_keeps_its_promises_whatever_is_found_with_it():
    promise = Promise("yes or no", "Say True or False.", lambda name, came: isinstance(came, bool))
    promising = replace(PART, promises=(promise,), cases=("سامي", "بيروت"))
    verdict = examine(promising, lambda name: 1)
    assert (verdict.diagnosis, verdict.says) == ("yes or no", "Say True or False.")
    assert verdict.details == (("tried", "is_person(\u2068'سامي'\u2069)"), ("came out", "1"))
    assert examine(promising, lambda name: True).diagnosis == SOLVED
    assert examine(promising, lambda text: not len(text) < 6).diagnosis == "short ones"
    assert examine(promising, lambda name: 0).diagnosis == "yes or no"
    assert examine(promising, lambda name: False).says == "With this, nothing is found."


@pytest.mark.parametrize(
    ("wanted", "answer"),
    [
        (SOLVED, lambda name: True),
        ("short ones", lambda text: not len(text) < 6),
        ("another result", lambda text: len(text) > 6),
        ("nothing found", lambda text: False),
        (UNTOUCHED, lambda text: None),
        ("raised TypeError", lambda text: text + 1),
        ("endless", loops),
        ("no function", GOLD),
    ],
)
def test_a_part_of_a_finder_is_scored_by_what_is_found_with_it(wanted, answer, monkeypatch):
    monkeypatch.setattr(checking, "SECONDS", 0.4)
    assert examine(PART, answer).diagnosis == wanted


def slow_elsewhere(text):
    return GOLD if text == BODY else loops(text)


def slow_on_beirut(name):
    return loops(name) if name == "بيروت" else True


def test_of_an_endless_answer_the_call_that_went_on_is_shown(monkeypatch):
    monkeypatch.setattr(checking, "SECONDS", 0.4)
    promise = Promise("yes or no", "Say True or False.", lambda name, came: isinstance(came, bool))
    promising = replace(PART, promises=(promise,), cases=(("سامي",), ("بيروت",)))
    assert "زار سامي حداد بيروت" in examine(NAMES, slow_elsewhere).details[0][1]
    assert examine(promising, slow_on_beirut).details == (("tried", "is_person(\u2068'بيروت'\u2069)"),)
    assert examine(promising, loops).details == ()


def test_misses_and_false_hits_are_shown_in_the_story():
    invented = Entity(0, 4, BODY[:4], "PER", BODY[:4])
    view = verdict_view("names", examine(LISTED, [*GOLD[1:], invented]))
    assert f"⟦{GOLD[0].text}|missed⟧" in view.plain
    assert f"⟦{BODY[:4]}|false hit⟧" in view.plain
    assert view.plain.count("⟦") == 2
    assert "F1 0.97" in view.plain
    assert GOLD[1].text in Page(view.html).text


def test_right_words_with_a_wrong_label_are_marked_once_and_hold_no_answer():
    wrong = replace(GOLD[0], label="ORG", name="x")
    view = verdict_view("names", examine(LISTED, [wrong, *GOLD[1:]]))
    assert f"⟦{GOLD[0].text}|half right⟧" in view.plain
    assert view.plain.count("⟦") == 1
    assert "with a wrong label" in Page(view.html).text
    assert "what is half right" in view.plain


def test_marks_that_are_too_long_or_too_short_are_told_apart_from_what_is_missed():
    short = replace(GOLD[0], end=GOLD[0].end - 1, text=GOLD[0].text[:-1])
    assert "too early or too late" in examine(LISTED, [short, *GOLD[1:]]).says
    assert "Not all was found" in examine(LISTED, GOLD[1:]).says


# The progress file


def test_progress_counts_tries_up_to_the_first_right_answer(file):
    for answer in (lambda word: word, loops_on_nothing, STRIP.reference, lambda word: "", ...):
        check("strip_marks", answer)
    assert read_progress(file) == {"strip_marks": Entry(True, 3, "letters changed")}


def loops_on_nothing(word):
    return ""


def test_progress_holds_no_code_and_only_what_is_promised(file):
    check("strip_marks", lambda word: "a secret of mine")
    data = json.loads(file.read_text(encoding="utf-8"))
    assert data == {
        "format": "khabar progress 1",
        "exercises": {"strip_marks": {"solved": False, "tries": 1, "diagnosis": "letters changed"}},
    }


def test_an_untouched_stub_is_no_try(file):
    check("strip_marks")
    assert not file.exists()


def test_check_says_the_same_run_after_run():
    for answer in (lambda word: word, STRIP.reference):
        assert len({str(check("strip_marks", answer)) for _ in range(3)}) == 1


def test_progress_tells_how_far_one_is():
    assert str(progress()).startswith(f"0 of {len(EXERCISES)} exercises solved")
    check("strip_marks", STRIP.reference)
    check("count_events", 3)
    told = [line.split() for line in str(progress()).splitlines()]
    assert told[0][:3] == ["1", "of", str(len(EXERCISES))]
    assert ["02", "strip_marks", "✓", "solved", "1"] in told
    assert ["00", "count_events", "tried", "1"] in told
    assert ["02", "fold_alef", "open", "-"] in told


SOUND = {"format": keeping.FORMAT, "exercises": {}}
FOREIGN = [
    b"",
    b"{",
    b"\xff\xfe\x00",
    b"[]",
    b"null",
    b"[" * 100_000,
    b'{"format": "other", "exercises": {}}',
    json.dumps(SOUND | {"exercises": []}).encode(),
    json.dumps(SOUND | {"exercises": {"strip_marks": {"solved": "yes"}}}).encode(),
    json.dumps(SOUND | {"exercises": {"strip_marks": {"code": "…"}}}).encode(),
]


@pytest.mark.parametrize("content", FOREIGN, ids=lambda content: repr(content[:50]))
def test_a_damaged_or_foreign_file_is_set_aside_and_never_lost(content, file):
    for number in (1, 2):
        file.write_bytes(content)
        assert "No progress to show" in str(progress())
        view = check("strip_marks", STRIP.reference)
        assert "✓ Right." in view.plain
        aside = file.with_name(f"progress-set-aside-{number}.json")
        assert f"It is kept as {aside.name}" in view.plain
        assert aside.read_bytes() == content
        assert read_progress(file)["strip_marks"].solved


def test_entries_of_a_later_course_are_kept(file):
    record(file, "not_yet_invented", "some mistake")
    check("strip_marks", STRIP.reference)
    assert read_progress(file)["not_yet_invented"] == Entry(False, 1, "some mistake")


@pytest.mark.parametrize("place", ["missing/progress.json", "a_file/progress.json", "a_folder"])
def test_where_nothing_can_be_kept_checking_works_all_the_same(place, tmp_path, monkeypatch):
    (tmp_path / "a_file").write_bytes(b"")
    (tmp_path / "a_folder").mkdir()
    monkeypatch.setenv("KHABAR_PROGRESS", str(tmp_path / place))
    told = check("strip_marks", STRIP.reference).plain
    assert "✓ Right." in told
    assert "can't be kept in this folder" in told
    assert str(tmp_path) not in told
    assert progress().plain


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(tmp_path):
    tmp_path.chmod(0o500)
    assert "can't be kept" in record(tmp_path / "progress.json", "strip_marks", SOLVED)


def write_many(path: Path, first: int) -> None:
    for number in range(first, first + 30):
        assert record(path, f"exercise_{number}", SOLVED) == ""


def test_two_notebooks_lose_nothing_of_each_other(file):
    spawn = multiprocessing.get_context("spawn")
    notebooks = [spawn.Process(target=write_many, args=(file, first)) for first in (0, 100)]
    for notebook in notebooks:
        notebook.start()
    for notebook in notebooks:
        notebook.join()
        assert notebook.exitcode == 0
    assert len(read_progress(file)) == 60
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_slow_disk_loses_no_entry(file, monkeypatch):
    def slowly(path, data):
        time.sleep(0.2)
        write_atomically(path, data)

    monkeypatch.setattr(keeping, "CRASHED", 0.4)
    monkeypatch.setattr(keeping, "write_atomically", slowly)
    learners = [threading.Thread(target=record, args=(file, f"exercise_{number}", SOLVED)) for number in range(6)]
    for learner in learners:
        learner.start()
    for learner in learners:
        learner.join()
    assert len(read_progress(file)) == 6


def test_a_lock_that_was_left_behind_is_taken_over(file, monkeypatch):
    monkeypatch.setattr(keeping, "CRASHED", 0.1)
    file.with_name("progress.json.lock").write_bytes(b"")
    assert record(file, "strip_marks", SOLVED) == ""
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_progress_is_kept_beside_the_notebook(tmp_path, monkeypatch):
    monkeypatch.delenv("KHABAR_PROGRESS")
    monkeypatch.chdir(tmp_path)
    check("strip_marks", STRIP.reference)
    assert read_progress(tmp_path / "progress.json")["strip_marks"].solved


def test_reading_a_damaged_file_says_so(file):
    file.write_bytes(b"{")
    with pytest.raises(ArticleError, match="is damaged"):
        read_progress(file)


def test_the_stop_button_stops_the_answer_too(monkeypatch):
    class Stopped:
        """A lock at which one waits until the learner presses the button."""

        def acquire(self, timeout=None):
            if timeout:
                raise KeyboardInterrupt

        def release(self):
            pass

    threads = len(sys._current_frames())
    monkeypatch.setattr(running, "allocate_lock", Stopped)
    with pytest.raises(KeyboardInterrupt):
        running.run_within(running.SECONDS, lambda: loops(""))
    assert len(sys._current_frames()) == threads


def test_what_is_stopped_says_nothing_and_is_not_counted_among_threads():
    # In a process of its own: pytest has its own ways with what a thread complains of.
    code = (
        "import threading\n"
        "from helpers.exercises.running import run_within\n"
        "def grow():\n"
        "    found = []\n"
        "    while True:\n"
        "        found.append(1)\n"
        "for _ in range(10):\n"
        "    try:\n"
        "        run_within(0.05, grow)\n"
        "    except TimeoutError:\n"
        "        print(threading.active_count(), end='')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[1], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("1" * 10, "")


def test_the_catalogue_is_in_the_order_of_the_lessons():
    assert list(catalogue.LESSONS) == sorted(catalogue.LESSONS)


def test_an_event_is_shown_by_its_days_its_status_its_teller_and_its_quote():
    told = show(build_timeline(read_article(SEED)).events[3])
    assert told.startswith("Event(first=2020-11-20, last=2020-11-20, status='due', reported_by=")
    assert "حتى 20 من الشهر نفسه" in told


def test_an_entity_is_shown_with_its_place_and_label():
    assert show(Entity(0, 5, "Paris", "LOC", "Paris")) == "'Paris' (0 to 5, LOC)"
