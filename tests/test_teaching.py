"""The guide for teachers names only what is there: exercises, wrong turns, headings, minutes, links, readings."""

import re
from collections import Counter
from datetime import date
from itertools import chain

import matplotlib.pyplot as plt
import pytest
from nbformat import NotebookNode
from test_lessons import LESSONS, plain, prose, rows

from helpers import SEED, find_dates, read_article, sentences
from helpers.cli import COURSE_FILES
from helpers.exercises.catalogue import EXERCISES
from helpers.exercises.catalogue import LESSONS as BY_LESSON
from helpers.exercises.exercise import Exercise, ScoredExercise
from helpers.plain import is_arabic
from helpers.records import DateMention, Event
from helpers.translation import read_glossary
from tools.execute import NOTEBOOKS, code_cells

ROOT = NOTEBOOKS.parent
DOCS = ROOT / "docs"
GUIDE = (DOCS / "teaching.md").read_text(encoding="utf-8")
EACH = pytest.mark.parametrize("name", LESSONS)

PARTS = ["Remember", "Say", "Board", "Stumbles", "Discuss", "In 45 minutes", "Next"]
CLOSE = ["Key points", "New words", "Next"]
CODE_BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)
CODE = re.compile(r"`(\w+)`")
ITALIC = re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)")
ARABIC = re.compile(r'<span dir="rtl" lang="ar">([^<]+)</span>')
LINK = re.compile(r"\]\(([^)\s]+)\)")
STORIES = (SEED, SEED.with_name("invented_library.txt"))
SWAP = 'SEED = SEED.with_name("invented_library.txt")\n'


def under(heading: str, text: str = GUIDE) -> str:
    """What stands under a heading, up to the next one of its level or above."""
    level = heading.index(" ")
    (found,) = re.findall(rf"^{heading}\n(.*?)(?=^#{{1,{level}}} |\Z)", text, re.DOTALL | re.MULTILINE)
    return found


def section(name: str) -> str:
    """What the guide says of a lesson."""
    return under("## " + name.replace("_", " "))


def part(name: str, title: str) -> str:
    """One of the parts of what the guide says of a lesson."""
    return re.search(rf"^\*\*{title}\.\*\*(.*?)(?=^\*\*|\Z)", section(name), re.DOTALL | re.MULTILINE)[1]


def italics(text: str) -> list[str]:
    return [" ".join(found.split()) for found in ITALIC.findall(text)]


def exercises_in(text: str) -> list[str]:
    return [found for found in CODE.findall(text) if found in EXERCISES]


def headings(name: str) -> list[str]:
    """A lesson's own headings, without its close."""
    return [title for title in re.findall(r"^## (.+)$", prose(LESSONS[name]), re.MULTILINE) if title not in CLOSE]


def lesson(number: str) -> str:
    (name,) = (name for name in LESSONS if name.startswith(number))
    return name


def minutes(name: str) -> int:
    """How long a lesson takes, by its own word."""
    return int(re.search(r"^\*\*Minutes:\*\* (\d+)$", prose(LESSONS[name]), re.MULTILINE)[1])


def question(name: str) -> str:
    """What a lesson asks, by its own word."""
    return re.search(r"^\*\*(.+\?)\*\*", prose(LESSONS[name]), re.MULTILINE)[1]


# The lessons.


def test_the_guide_goes_through_the_lessons_in_their_order() -> None:
    titles = re.findall(r"^## (\d\d .+)$", GUIDE, re.MULTILINE)
    assert titles == [name.replace("_", " ") for name in LESSONS]


@EACH
def test_each_lesson_has_the_same_parts_in_the_same_order(name: str) -> None:
    assert re.findall(r"^\*\*(.+?)\.\*\*", section(name), re.MULTILINE) == PARTS
    assert all(part(name, title).strip() for title in PARTS)


@EACH
def test_a_lesson_is_remembered_by_its_own_question(name: str) -> None:
    assert part(name, "Remember").startswith(f" [{question(name)}](../notebooks/{name}.ipynb) ")


@EACH
def test_a_board_has_arabic_with_its_reading(name: str) -> None:
    assert ARABIC.search(part(name, "Board"))


@EACH
def test_the_wrong_turns_of_a_lesson_are_those_that_its_exercises_know(name: str) -> None:
    known = {
        (exercise.name, turn.name)
        for exercise in BY_LESSON[name[:2]]
        for turn in chain(exercise.mistakes, exercise.promises)
    }
    told = [(CODE.fullmatch(row[0])[1], italics(row[1])[0]) for row in rows(part(name, "Stumbles"))]
    assert set(told) <= known
    assert len(set(told)) == len(told) >= 2
    assert name == "00_start_here" or len({exercise for exercise, _ in told}) >= 2


@EACH
def test_a_wrong_turn_is_explained_and_met_with_a_question(name: str) -> None:
    for _, turn, ask in rows(part(name, "Stumbles")):
        assert re.fullmatch(r"\*[^*]+\*: .+", turn)
        assert ask.endswith("?")


@EACH
def test_each_question_to_discuss_says_what_a_good_answer_holds(name: str) -> None:
    questions = part(name, "Discuss").strip().split("\n- ")
    assert 2 <= len(questions) <= 4
    assert all("? *A good answer:* " in " ".join(question.split()) for question in questions)


@EACH
def test_a_slot_has_45_minutes(name: str) -> None:
    assert sum(int(row[0]) for row in rows(part(name, "In 45 minutes"))) == 45


@EACH
def test_a_slot_says_once_of_each_heading_and_exercise_whether_it_is_kept(name: str) -> None:
    slot = part(name, "In 45 minutes")
    assert "Left for home: " in slot
    assert Counter(italics(slot)) == Counter(headings(name))
    assert Counter(exercises_in(slot)) == Counter(exercise.name for exercise in BY_LESSON[name[:2]])


def test_every_name_in_code_is_an_exercise_or_another_name_of_the_course() -> None:
    others = {"check", "hint", "solution", "tokens", "cuts", "find_entities", "replace", "reported_by", "SEED"}
    assert set(CODE.findall(CODE_BLOCK.sub("", GUIDE))) - EXERCISES.keys() <= others


# Minutes and plans.


def test_the_minutes_are_those_of_the_lessons() -> None:
    *lessons, total = rows(under("## how to use this guide"))
    assert [int(row[1]) for row in lessons] == [minutes(name) for name in LESSONS]
    assert int(total[1]) == sum(map(minutes, LESSONS))
    assert [row[2] for row in lessons] == [f"[{question(name)}](#{name.replace('_', '-')})" for name in LESSONS]


def test_one_session_adds_up_and_names_what_is_there() -> None:
    plan = rows(under("### one session of 90 minutes"))
    assert sum(int(row[0]) for row in plan) == 90
    for _, number, what in plan:
        if number:
            assert set(italics(what)) <= set(headings(lesson(number)))
            assert set(exercises_in(what)) <= {exercise.name for exercise in BY_LESSON[number]}


def test_three_sessions_are_slots_of_45_minutes_and_all_lessons() -> None:
    plan = rows(under("### three sessions of 90 minutes"))
    assert [int(row[2]) for row in plan] == [90] * 3
    assert all(45 * len(row[1].split(", ")) == int(row[2]) for row in plan)
    told = [number for row in plan for number in [*row[1].split(", "), *row[3].split(", ")]]
    assert sorted(told) == sorted(BY_LESSON)


def test_a_week_is_the_whole_course_and_each_morning_adds_up() -> None:
    told = {}
    for _, talks, lessons, *others, total in rows(under("### a week of five mornings")):
        own = {number: int(length) for number, length in re.findall(r"(\d\d) \((\d+)\)", lessons)}
        assert int(talks) + sum(own.values()) + sum(map(int, others)) == int(total) == 165
        assert int(talks) == 5 * len(own)
        told |= own
    assert told == {name[:2]: minutes(name) for name in LESSONS}


# The assessment.


def test_the_points_of_the_assessment_add_up() -> None:
    project = under("### the project")
    assert f"{4 * len(rows(project))} points; {4 * len(rows(project)) + 16} with the questions." in project
    assert all(len(row) == 5 and all(row) for row in rows(project))
    questions = under("### eight questions")
    assert len(rows(questions)) == 8
    assert f"Two points each, {2 * len(rows(questions))} in all" in questions


def test_the_questions_cover_each_lesson() -> None:
    told = {number for row in rows(under("### eight questions")) for number in row[1].split(", ")}
    assert told == set(BY_LESSON)


def test_the_answers_that_can_be_computed_are_right() -> None:
    answers = {row[0]: row for row in rows(under("### eight questions"))}
    found, right, there = map(int, re.findall(r"\d+", answers["5"][2])[:3])
    precision, recall = right / found, right / there
    f1 = 2 * precision * recall / (precision + recall)
    assert answers["5"][3] == f"{precision:.2f}, {recall:.2f}, {f1:.2f}."
    (mention,) = find_dates(ARABIC.search(answers["8"][2])[1], date(2025, 2, 5))
    assert f"{mention.first:%A}, {mention.first.day} {mention.first:%B %Y}" in answers["8"][3]


# Links, Arabic, code.


def test_a_heading_that_comes_with_its_lesson_stands_there() -> None:
    told = re.findall(r"\*([^*]+)\* \((\d\d)\)", " ".join(GUIDE.split()))
    assert [(title, number) for title, number in told if title not in headings(lesson(number))] == []
    assert len(told) >= 4


def test_headings_make_the_same_anchor_in_every_place() -> None:
    titles = re.findall(r"^#{2,} (.+)$", CODE_BLOCK.sub("", GUIDE), re.MULTILINE)
    assert [title for title in titles if re.search(r"[^a-z0-9 -]", title)] == []
    assert len(set(titles)) == len(titles)


def test_links_lead_to_what_is_shipped_with_the_course() -> None:
    shipped = {path.resolve() for pattern in COURSE_FILES for path in ROOT.glob(pattern)}
    anchors = {title.replace(" ", "-") for title in re.findall(r"^#{2,} (.+)$", GUIDE, re.MULTILINE)}
    links = LINK.findall(GUIDE)
    assert [link for link in links if link.startswith("#") and link[1:] not in anchors] == []
    assert [link for link in links if link[0] != "#" and (DOCS / link).resolve() not in shipped] == []


def test_the_readme_leads_to_the_guide() -> None:
    assert "](docs/teaching.md)" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_arabic_keeps_its_direction() -> None:
    assert [line for line in ARABIC.sub("", GUIDE).splitlines() if is_arabic(line)] == []


def in_columns() -> list[tuple[str, str, str]]:
    """Arabic that has a column of its own, with its reading and what stands in the column behind."""
    cells = [(row, n) for row in rows(GUIDE) for n, cell in enumerate(row) if ARABIC.fullmatch(cell)]
    return [(plain(row[n]), row[n + 1], row[n + 2]) for row, n in cells]


def in_sentences() -> list[tuple[str, str]]:
    """Arabic in a sentence, with what stands behind it in brackets."""
    text = re.sub(rf"(?<=\| ){ARABIC.pattern}(?= \|)", "", " ".join(GUIDE.split()))
    return re.findall(rf"{ARABIC.pattern}(?: \(([^()]+)\))?", text)


def test_arabic_comes_with_its_reading_and_its_meaning() -> None:
    assert len(in_columns()) + len(in_sentences()) == len(ARABIC.findall(GUIDE))
    assert all(reading and meaning for _, reading, meaning in in_columns())
    assert all(re.fullmatch(".+, .+", behind) for _, behind in in_sentences())


def test_arabic_is_read_as_the_glossaries_read_it() -> None:
    known: dict[str, set[str]] = {}
    for story in STORIES:
        for form, gloss in read_glossary(story.with_suffix(".glossary.tsv")).items():
            known.setdefault(form, set()).update(gloss.transliteration.split("; "))
    compared = 0
    for arabic, reading in [*in_sentences(), *(column[:2] for column in in_columns())]:
        forms, latin = re.findall(r"[^\W\d]+", arabic), re.findall(r"[^\W\d][\w-]*", reading)
        assert len(latin) >= len(forms), (arabic, reading)
        for form, word in zip(forms, latin, strict=False):
            assert word in known.get(form, {word}), (arabic, reading)
            compared += form in known
    assert compared > 40


def test_the_fifteen_words_to_practise() -> None:
    guide = under("## if you read no arabic")
    assert "the 15 words below" in " ".join(guide.split())
    assert len(rows(guide)) == 15
    assert all(row[3] for row in rows(guide))


def test_the_answers_of_a_lesson_can_be_shown_at_once() -> None:
    shown: list[object] = []
    source = CODE_BLOCK.search(under("### answers"))[1]
    exec(source.replace("from IPython.display import display\n", ""), {"display": shown.append})
    assert len(shown) == len(BY_LESSON["04"])
    assert "def find_places" in shown[2].plain


def values(answer: object) -> list[str]:
    """A value as the guide tells it, piece by piece."""
    match answer:
        case str():
            return answer.split()
        case int() | float():
            return [str(answer)]
        case DateMention():
            return [str(answer.first)]
    return list(chain.from_iterable(map(values, answer)))


def test_the_answers_that_are_values_are_right() -> None:
    asked = [exercise for exercise in EXERCISES.values() if not exercise.parameters]
    table = rows(under("### answers"))
    assert [CODE.fullmatch(name)[1] for name, _ in table] == [exercise.name for exercise in asked]
    for (_, told), exercise in zip(table, asked, strict=True):
        right = " ".join(values(exercise.tries[0].expected)).split()
        pieces = " ".join(ARABIC.findall(told) or [told.replace(",", "")]).split()
        assert sorted(pieces) == sorted(right)


# The second story in place of the first.


def looks_at_the_story(exercise: Exercise) -> bool:
    """Whether an answer is tried on the story, one of its sentences or its events."""
    if isinstance(exercise, ScoredExercise) or not exercise.parameters:
        return True
    story = {sentence.text for sentence in sentences(read_article(SEED).body)}
    arguments = [argument for tried in exercise.tries for argument in tried.arguments]
    return any(isinstance(one, Event) or (isinstance(one, str) and one in story) for one in arguments)


def test_the_exercises_that_never_look_at_the_story() -> None:
    told = under("### when the story is close to someone").partition("These exercises")[2]
    others = [exercise for number in BY_LESSON if number not in ("01", "09") for exercise in BY_LESSON[number]]
    assert exercises_in(told) == [exercise.name for exercise in others if not looks_at_the_story(exercise)]


def with_the_second_story(notebook: NotebookNode) -> list[str]:
    """The code of a lesson, changed as the guide says."""
    first, *others = [cell.source for cell in code_cells(notebook)]
    imports = list(re.finditer(r"^(?:from|import) .+\n", first, re.MULTILINE))[-1].end()
    changed = [first[:imports] + SWAP + first[imports:], *others]
    return [source.replace("read_article(SEED)", 'read_article(SEED, "2025-02-05")') for source in changed]


def test_lessons_run_with_the_second_story(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    told = under("### when the story is close to someone")
    assert CODE_BLOCK.search(told)[1] == SWAP
    monkeypatch.setenv("KHABAR_PROGRESS", str(tmp_path / "progress.json"))
    monkeypatch.setattr(plt, "show", plt.close)
    numbers = re.search(r"Lessons ([\d, and]+) run with it", " ".join(told.split()))[1]
    for number in re.findall(r"\d\d", numbers):
        names: dict[str, object] = {}
        for source in with_the_second_story(LESSONS[lesson(number)]):
            exec(source, names)
        assert names["SEED"].name == STORIES[1].name
