"""Each lesson keeps the shape of a lesson and reads right before anything runs; what it claims is true.

That every cell was run, in order, is in test_execute.py; that its outputs are current is for nbval.
"""

import html
import re
from collections import Counter
from dataclasses import fields
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from helpers import SEED, build_timeline, read_article
from helpers.exercises.catalogue import LESSONS as EXERCISES
from helpers.exercises.keeping import Entry
from helpers.plain import is_arabic
from helpers.records import Timeline
from helpers.safe import BIDI_CONTROLS
from helpers.translation import read_glossary
from tools.execute import NOTEBOOKS, code_cells, verify

LESSONS = {path.stem: nbformat.read(path, as_version=4) for path in sorted(NOTEBOOKS.glob("*.ipynb"))}
START = LESSONS["00_start_here"]
EACH = pytest.mark.parametrize("name", LESSONS)

INLINE = re.compile(r'<span dir="rtl" lang="ar"[^>]*>(.+?)</span>')
BLOCK = re.compile(r'<div dir="rtl" lang="ar"[^>]*>.*?</div>', re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
NOT_PROSE = re.compile(r"`[^`]+`|^\|.*$|<[^>]+>|(?<=\])\([^)\s]+\)", re.MULTILINE)  # code, tables, tags, addresses
WORD = re.compile(r"[A-Za-z][\w'’-]*")


def prose(lesson: NotebookNode) -> str:
    """All that the author wrote outside the code."""
    return "\n\n".join(cell.source for cell in lesson.cells if cell.cell_type == "markdown")


def rows(text: str) -> list[list[str]]:
    """The cells of each row of the text's tables, without their heads."""
    lines = [line for line in re.sub(r"^\|.*\n\|[ :|-]+\n", "", text, flags=re.MULTILINE).splitlines()]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]


def section(lesson: NotebookNode, title: str) -> str:
    """What stands under a heading, up to the next one."""
    return re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", prose(lesson), re.DOTALL | re.MULTILINE)[1]


def plain(cell: str) -> str:
    """A cell of a table without its markup."""
    return html.unescape(re.sub(r"<[^>]+>", "", cell)).replace("\\", "").replace("\N{NO-BREAK SPACE}", " ")


@EACH
def test_a_lesson_opens_with_what_the_learner_wants_to_know(name: str) -> None:
    first = LESSONS[name].cells[0]
    assert first.cell_type == "markdown"
    assert first.source.startswith(f"# {name[:2]} ")
    assert re.search(r"^\*\*Minutes:\*\* \d+$", first.source, re.MULTILINE)
    for promise in ("?**", "**Before you start:**", "**You will be able to**\n\n- "):
        assert promise in first.source


@EACH
def test_a_lesson_closes_with_what_to_keep(name: str) -> None:
    titles = re.findall(r"^## (.+)$", prose(LESSONS[name]), re.MULTILINE)
    assert titles[-3:] == ["Key points", "New words", "Next"]


@EACH
def test_a_lesson_has_a_readable_size(name: str) -> None:
    lesson = LESSONS[name]
    fewest = 12 if lesson is START else 25
    assert fewest <= len(lesson.cells) <= 50
    assert 700 <= len(WORD.findall(NOT_PROSE.sub(" ", prose(lesson)))) <= 1200


@EACH
def test_code_comes_in_small_steps_each_with_its_result(name: str) -> None:
    for cell in code_cells(LESSONS[name]):
        lines = [line for line in cell.source.splitlines() if line]
        assert len(lines) <= 8, cell.id
        assert max(map(len, lines)) <= 100, cell.id
        assert len(cell.outputs) == 1, cell.id


@EACH
def test_each_exercise_is_asked_once_and_in_the_order_of_progress(name: str) -> None:
    asked = re.findall(r'^check\("(\w+)"', "\n".join(cell.source for cell in code_cells(LESSONS[name])), re.MULTILINE)
    assert asked == [exercise.name for exercise in EXERCISES[name[:2]]]


@EACH
def test_outputs_hold_no_failure_and_nothing_of_a_machine(name: str) -> None:
    for cell in code_cells(LESSONS[name]):
        for output in cell.outputs:
            verify(output, cell)


@EACH
def test_arabic_reads_right_before_anything_runs(name: str) -> None:
    text = prose(LESSONS[name])
    assert [line for line in INLINE.sub("", BLOCK.sub("", text)).splitlines() if is_arabic(line)] == []
    assert [block for block in BLOCK.findall(text) if "\n\n" in block] == []
    assert not BIDI_CONTROLS.search("".join(cell.source for cell in LESSONS[name].cells))


@EACH
def test_arabic_comes_with_its_reading_and_meaning(name: str) -> None:
    for line in prose(LESSONS[name]).splitlines():
        cells = line.strip("|").split("|")
        own_column = [n for n, cell in enumerate(cells) if INLINE.fullmatch(cell.strip())]
        assert all(len(cells) > n + 2 and cells[n + 1].strip() and cells[n + 2].strip() for n in own_column), line
        in_a_sentence = "|".join(cell for n, cell in enumerate(cells) if n not in own_column)
        assert all(follows == " (" for follows in re.findall(r"</span>(.{0,2})", in_a_sentence)), line


@EACH
def test_a_lesson_sets_up_first_then_shows_something(name: str) -> None:
    if LESSONS[name] is not START:
        setup, first, *_ = code_cells(LESSONS[name])
        assert setup.source.splitlines()[-1] == "right_to_left()"
        assert "import" in setup.source and first.outputs


@EACH
def test_every_column_of_a_table_has_a_head(name: str) -> None:
    heads = re.findall(r"^(\|.+)\n\|[ :|-]+\n", prose(LESSONS[name]), re.MULTILINE)
    assert [head for head in heads if not all(cell.strip() for cell in head.strip("|").split("|"))] == []
    shown = "".join(o.get("data", {}).get("text/html", "") for cell in code_cells(LESSONS[name]) for o in cell.outputs)
    assert not re.search(r"<th[^>]*>(<bdi[^>]*>)?\s*(</bdi>)?</th>", shown)


@EACH
def test_links_lead_somewhere(name: str) -> None:
    links = [link for link in LINK.findall(prose(LESSONS[name])) if not link.startswith("https://")]
    assert [link for link in links if not (NOTEBOOKS / link.partition("#")[0]).is_file()] == []


# What lesson 00 claims.


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    """The timeline that the lesson shows."""
    return build_timeline(read_article(SEED))


def test_00_tells_each_event_in_the_words_of_the_chart(timeline: Timeline) -> None:
    told = rows(section(START, "The result"))
    assert [plain(row[1]) for row in told] == [event.label for event in timeline.events]
    assert [plain(row[0]) for row in told] == [f"{event.first.day} {event.first:%B}" for event in timeline.events]


def test_00_says_when_the_story_came_out_and_what_it_is_called(timeline: Timeline) -> None:
    assert f"{timeline.published:%A, %d %B %Y}" in " ".join(section(START, "The result").split())
    assert timeline.title in section(START, "The result")


def test_00_counts_events(timeline: Timeline) -> None:
    assert Counter(event.status for event in timeline.events) == {"happened": 2, "due": 3}
    assert {event.reported_by for event in timeline.events if event.status == "due"} == {"إلهام علييف"}
    assert "The three deadlines carry a name there" in prose(START)


def test_00_says_how_each_place_of_the_table_is_read(timeline: Timeline) -> None:
    told = [plain(row[0]) for row in rows(section(START, "The timeline as a table"))]
    assert told == list(dict.fromkeys(place for event in timeline.events for place in event.where))


def test_00_has_every_letter_with_an_example_from_the_story() -> None:
    page = read_article(SEED).page
    letters = {plain(row[0]): row for row in rows(section(START, "Arabic in Latin letters")) if len(row) == 6}
    alphabet = set("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
    assert len(alphabet) == 28
    assert letters.keys() == alphabet | set("ءىة")
    for letter, (_, latin, _, example, reading, _) in letters.items():
        assert letter in plain(example)
        assert plain(example) in page
        assert any(way in reading.lower() for way in latin.split(", or "))


def test_00_takes_the_examples_of_its_rules_from_the_story() -> None:
    page = read_article(SEED).page
    examples = [plain(row[1]) for row in rows(section(START, "Arabic in Latin letters")) if len(row) == 4]
    assert examples
    assert [example for example in examples if example not in page] == []


def test_00_reads_arabic_as_the_glossary_does() -> None:
    glossary = read_glossary(SEED.with_suffix(".glossary.tsv"))
    inside = [(row[n - 1], row[n]) for row in rows(prose(START)) for n in range(1, len(row)) if "</span>" in row[n - 1]]
    inside += re.findall(r"(<span [^<]+</span>) \(([^()]+)\)", " ".join(prose(START).split()))
    compared = 0
    for arabic, reading in inside:
        pairs = zip(re.findall(r"[^\W\d]+", plain(arabic)), re.findall(r"[^\W\d][\w-]*", plain(reading)), strict=False)
        for form, latin in ((form, latin) for form, latin in pairs if form in glossary):
            assert latin in glossary[form].transliteration.split("; "), (arabic, reading)
            compared += 1
    assert compared > 100


def test_00_begins_with_nothing_solved() -> None:
    (shown,) = (cell for cell in code_cells(START) if cell.source == "progress()")
    count = sum(map(len, EXERCISES.values()))
    assert f"0 of {count} exercises solved" in shown.outputs[0]["data"]["text/plain"]


def test_00_says_what_the_progress_file_holds() -> None:
    assert "`progress.json`: whether it is solved, after how many tries, and what went wrong last" in " ".join(
        section(START, "How exercises work").split()
    )
    assert [field.name for field in fields(Entry)] == ["solved", "tries", "diagnosis"]


def test_00_lists_districts_in_the_order_of_the_story(timeline: Timeline) -> None:
    (cell,) = (cell for cell in code_cells(START) if "right_to_left()" in cell.source)
    assert re.findall(r'"(.+?)"', cell.source) == [event.where[-1] for event in timeline.events[2:]]


def test_00_maps_the_course_as_it_is() -> None:
    lessons = rows(section(START, "The map of the course"))
    assert [number for number, *_ in lessons] == [f"{number:02}" for number in range(10)]
    for number, title, question in lessons:
        path = next((name for name in LESSONS if name.startswith(number)), None)
        assert ("(to come)" not in title) == bool(path)
        assert not path or f"({path}.ipynb)" in title
        assert not path or f"**{question}**" in LESSONS[path].cells[0].source


def test_00_tells_how_long_the_course_takes() -> None:
    minutes = [
        int(re.search(r"^\*\*Minutes:\*\* (\d+)$", prose(lesson), re.MULTILINE)[1]) for lesson in LESSONS.values()
    ]
    assert "they take about ten hours" in " ".join(prose(START).split())
    assert round(sum(minutes) / 60) == 10


def test_the_readme_maps_the_same_course() -> None:
    def told(text: str) -> list[tuple[str, str, str]]:
        return [
            (row[0], re.sub(r"\[(.+)\]\(.*\)", r"\1", row[1]).removesuffix(" (to come)"), row[2])
            for row in rows(text)
            if re.fullmatch(r"\d\d", row[0])
        ]

    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    assert told(readme) == told(section(START, "The map of the course"))
