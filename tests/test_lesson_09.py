"""What lesson 09 claims, one test for each claim."""

import json
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from test_lessons import LESSONS, plain, prose, rows, section

import helpers
from helpers import (
    SEED,
    ArticleError,
    build_timeline,
    find_dates,
    find_entities,
    find_statements,
    lexicon,
    read_article,
)
from helpers.annotation import absent_names, mark_entities
from helpers.chart import draw_timeline
from helpers.exercises.catalogue import LESSONS as CATALOGUE
from helpers.exercises.lesson_09 import honest_f1, mended_dates, shrink
from helpers.records import Event
from helpers.score import read_gold, score_dates, score_entities, score_statements
from helpers.translation import read_glossary, read_translation
from helpers.widgets.workbench.findings import study
from helpers.words import cuts
from tools.execute import code_cells

LESSON = LESSONS["09_your_story"]
TEXT = " ".join(prose(LESSON).split())
STORY = SEED.with_name("invented_library.txt")
ARTICLE = read_article(STORY, "2025-02-05")
BODY = ARTICLE.body
GOLD = read_gold(STORY.with_suffix(".gold.json"))
GLOSSARY = read_glossary(STORY.with_suffix(".glossary.tsv"))
DATES = find_dates(BODY, ARTICLE.published)
NAMES = find_entities(BODY)
SAID = find_statements(BODY)
SOURCES = [cell.source for cell in code_cells(LESSON)]
SIGNING = date(2025, 2, 6)


def told(start: str) -> str:
    """The text output of the cell whose code begins like this."""
    (cell,) = (cell for cell in code_cells(LESSON) if cell.source.startswith(start))
    return cell.outputs[0].data["text/plain"]


def test_the_workbench_opens_first_with_the_story_that_one_knows() -> None:
    assert "explore_workbench(page)" in SOURCES[1]
    shown = told("from helpers.widgets.workbench")
    assert "29 names, 5 dates, 13 statements, 5 events." in shown
    for title in ("When, and why?", "Take away"):
        assert title in shown and title in TEXT


def test_its_fields_are_called_as_in_the_lesson() -> None:
    shown = told("from helpers.widgets.workbench")
    for field in {
        plain(row[0]) for row in rows(prose(LESSON)) if row[0].startswith(("The story", "Publ", "Names", "Days"))
    }:
        assert f"{field}: " in shown
    assert "*Open a text file*" in TEXT and "Open a text file " in shown


def test_the_stamp_could_be_two_days_and_the_story_says_which() -> None:
    assert (date(2025, 2, 4).strftime("%A"), date(2025, 5, 1).strftime("%A")) == ("Tuesday", "Thursday")
    assert "4 February 2025 was a Tuesday, 1 May a Thursday" in TEXT
    assert "أمس الثلاثاء" in BODY
    assert "could be 2025-02-05 or 2025-05-02" in told("path = ")


def test_its_months_are_of_four_traditions() -> None:
    table = [[plain(cell) for cell in row] for row in rows(section(LESSON, "A story that no one has measured"))][:4]
    assert [lexicon.months()[row[0]] for row in table[:3]] == [3, 9, 7]
    for form, reading, meaning, _ in table:
        assert form in BODY
        assert reading == GLOSSARY[form].transliteration
        assert meaning.removeprefix("the ") in GLOSSARY[form].meaning


def test_the_gold_is_opened_only_after_the_prediction() -> None:
    asked = next(n for n, source in enumerate(SOURCES) if 'check("dates_ahead"' in source)
    assert next(n for n, source in enumerate(SOURCES) if "gold" in source) == asked + 1
    assert all("gold" not in json.dumps(cell.outputs) for cell in code_cells(LESSON)[: asked + 1])


def test_there_are_16_dates_by_hand_and_all_are_right_in_the_first_story() -> None:
    assert f"By hand, {len(GOLD.dates)} dates were marked" in TEXT
    first = read_article(SEED)
    found = find_dates(first.body, first.published)
    assert score_dates(found, read_gold(SEED.with_suffix(".gold.json")).dates).f1 == 1.0


def test_the_scores_differ_by_what_is_scored() -> None:
    scores = (
        score_entities(NAMES, GOLD.entities),
        score_dates(DATES, GOLD.dates),
        score_statements(SAID, GOLD.statements),
    )
    assert [f"{score.f1:.2f}" for score in scores] == ["0.93", "0.91", "0.67"]
    assert re.findall(r"(\w+) +(0\.\d\d)", told("from helpers.score")) == [
        *(("names", "0.93"), ("dates", "0.91"), ("statements", "0.67")),
    ]
    assert "statements fall to two thirds" in TEXT


def test_a_fault_was_mended_by_the_story() -> None:
    assert "نهاية الربع الأول من العام الجاري" in [mention.text for mention in DATES]
    assert "*end* had been left out of *the end of the first quarter*" in TEXT


def test_two_dates_are_wrong() -> None:
    score = score_dates(DATES, GOLD.dates)
    assert [mention.text for mention in score.invented] == ["اليوم", "الخميس"]
    thursday = score.invented[1]
    assert (thursday.first, score.missed[0].first) == (date(2025, 1, 30), SIGNING)
    assert "to 30 January" in TEXT and "still to come, on 6 February" in TEXT
    shown = told("def kind")
    assert shown.count("|false hit⟧") == 2 and shown.count("|missed⟧") == 1


def test_the_baseline_finds_two_countries() -> None:
    there = [(name, "LOC") for name in lexicon.countries() if not absent_names(BODY, [(name, "LOC")])]
    score = score_entities(mark_entities(BODY, there), GOLD.entities)
    assert (f"{score.f1:.2f}", score.precision, len(score.right)) == ("0.22", 1.0, 2)
    assert f"the story has {len(GOLD.entities)} names" in TEXT
    with pytest.raises(ArticleError):  # “`mark_entities` would refuse them”
        mark_entities(BODY, [(name, "LOC") for name in lexicon.countries()])
    assert "Against 0.22, the helpers' 0.93" in TEXT


def test_a_name_of_one_s_own_gives_the_last_statement_its_speaker() -> None:
    own = [("جمعية أصدقاء الكتاب", "ORG")]
    after = find_statements(BODY, find_entities(BODY, extra=own))
    assert len(after) == len(SAID)
    changed = [n for n, (one, other) in enumerate(zip(SAID, after, strict=True)) if one.speaker != other.speaker]
    assert changed == [len(SAID) - 1]
    assert (SAID[-1].speaker, after[-1].speaker) == (None, own[0][0])
    events = build_timeline(ARTICLE, find_entities(BODY, extra=own)).events
    assert own[0][0] in {event.reported_by for event in events}


def test_the_sixth_statement_has_no_speaker_in_the_gold_either() -> None:
    sixth = SAID[5]
    assert sixth.speaker is None
    assert [said.speaker for said in GOLD.statements if said.start == sixth.start] == [None]


def test_two_names_are_missed_and_the_lesson_gives_one() -> None:
    missed = [name.text for name in score_entities(NAMES, GOLD.entities).missed]
    assert sorted(missed) == sorted(["شارع 8 أيلول", "جمعية أصدقاء الكتاب"])
    assert "شارع" not in prose(LESSON)


def test_thursday_is_number_14_and_today_number_11() -> None:
    assert (DATES[13].text, DATES[10].text) == ("الخميس", "اليوم")
    assert "number 14, so it stands at `dates[13]`" in TEXT


def test_the_timeline_follows_what_was_mended() -> None:
    """The lesson's cell, with `mended_dates` as it is solved, and as it stands."""
    (source,) = (source for source in SOURCES if "mended_timeline = " in source)
    names = {"article": ARTICLE, "mended": find_entities(BODY, extra=[("جمعية أصدقاء الكتاب", "ORG")])}

    def drawn(mended: Callable[[str], object]) -> dict[str, Event]:
        namespace = names | {"mended_dates": mended}
        exec(source, namespace)
        return {event.mention.text: event for event in namespace["mended_timeline"].events}

    solved, open_ = drawn(mended_dates), drawn(lambda text: None)
    assert open_.keys() - solved.keys() == {"اليوم"}
    assert (open_["الخميس"].status, solved["الخميس"].status) == ("happened", "planned")
    assert solved["الخميس"].first == SIGNING
    (evenings,) = (event for event in solved.values() if "أمسيات" in event.label)
    assert (evenings.first.month, evenings.reported_by) == (3, "جمعية أصدقاء الكتاب")
    (line,) = (line for line in told("from helpers import build_timeline").splitlines() if "1 to 7 March" in line)
    assert "according to: جمعية أصدقاء الكتاب" in line and "So *1 to 7 March* now has its speaker" in TEXT
    assert open_["اليوم"].first == ARTICLE.published and "*Wednesday 5 February*, from *nowadays*, is gone" in TEXT


def test_in_the_workbench_thursday_moves_and_changes_its_status() -> None:
    (days,) = (row[1] for row in rows(prose(LESSON)) if row[0] == "Days by hand" and "14" in row[1])
    lines = "\n".join(re.findall("`([^`]+)`", days))
    page = STORY.read_text(encoding="utf-8")

    def thursday(days: str) -> str:
        (event,) = (e for e in study(page, "2025-02-05", "", days).timeline.events if e.mention.text == "الخميس")
        return event.status

    assert (thursday(""), thursday(lines)) == ("happened", "planned")
    assert [each.date.text for each in study(page, "2025-02-05", "", lines).dates if not each.kept] == ["اليوم"]
    assert {event.mention.text for event in build_timeline(ARTICLE, dates=mended_dates(BODY)).events} == {
        event.mention.text for event in study(page, "2025-02-05", "", lines).timeline.events
    }


def test_the_chatbot_s_answer_has_a_name_that_is_nowhere_and_one_that_is_no_name() -> None:
    (source,) = (source for source in SOURCES if source.startswith("import json"))
    answer = json.loads(source.split('"""')[1])
    pairs = [(item["name"], item["label"]) for item in answer]
    assert absent_names(BODY, pairs) == ["سامي الخطيب"]
    score = score_entities(mark_entities(BODY, pairs[:-1]), GOLD.entities)
    assert {name.text for name in score.invented} == {"المجلس البلدي"}
    assert str(score) in told("real = ")
    counts = len(score.right), len(score.missed), len(score.invented)
    assert honest_f1(*counts, 1) < round(score.f1, 2)
    assert "This answer was made up for the lesson" in TEXT


def test_of_four_lines_only_the_standard_one_is_understood() -> None:
    lines = [[plain(cell) for cell in row] for row in rows(section(LESSON, "A line of dialect"))]
    found = {where: [mention.text for mention in find_dates(line, ARTICLE.published)] for where, line, *_ in lines}
    assert found == {"Standard": ["أمس", "غدا"], "Egypt": [], "the Levant": [], "Morocco": ["غدا"]}
    (source,) = (source for source in SOURCES if source.startswith("lines = "))
    assert re.findall('"([^"]+)",\n', source) == [line for _, line, *_ in lines]
    for _, _, reading, words in lines:
        assert all(word in reading for word in words.split(", "))


def test_a_case_may_be_too_short() -> None:
    (source,) = (source for source in SOURCES if source.startswith("postponed = "))
    texts = re.findall('^    "([^"]+)"', source, re.MULTILINE)
    days = [find_dates(text, ARTICLE.published)[0].first for text in texts]
    assert days == [date(2025, 1, 30), SIGNING, date(2025, 1, 30)]
    assert [line.split()[-1] for line in told("postponed = ").splitlines()[-3:]] == ["True", "False", "True"]
    assert texts[2] == "الخميس" and "المقبل" in texts[1]


def test_what_is_wrong_says_what_is_left() -> None:
    """The two functions of the lesson, as they stand there, with `shrink` as it is solved."""
    namespace = {"article": ARTICLE, "find_dates": find_dates, "thursday": DATES[13], "shrink": shrink}
    namespace |= {"table": lambda rows, *_: rows}
    for start in ("from helpers import sentences", "def is_clear"):
        (source,) = (source for source in SOURCES if source.startswith(start))
        exec(source.replace("\ntable(", "\nshown = table("), namespace)
    assert namespace["shown"] == [["goes_wrong", "الخميس،"], ["is_clear", "تأجيل إلى الخميس،"]]
    assert namespace["goes_wrong"]("كتاب") is False
    assert [line.split() for line in told("def is_clear").splitlines()[-2:]] == [["goes_wrong", "-"], ["is_clear", "-"]]


def test_what_each_date_means_is_what_its_sentence_says() -> None:
    (source,) = (source for source in SOURCES if source.startswith("dates = find_dates"))
    meant = source.split('"""')[1].replace("\n", " ").split("; ")
    assert len(meant) == len(DATES)
    english = read_translation(STORY.with_suffix(".en.json")).sentences
    for mention, words in zip(DATES, meant, strict=True):
        (sentence,) = (each.en for each in english if each.start <= mention.start < each.end)
        letters = unicodedata.normalize("NFKD", re.sub("[ʿʾ]", "", sentence))
        plain = {word.lower() for word in re.findall("[a-zA-Z]+|[0-9]+", re.sub("[\u0300-\u036f]", "", letters))}
        assert set(re.findall("[a-z]+|[0-9]+", words.lower())) <= plain, (words, sentence)


def test_four_statements_went_wrong_as_the_table_says() -> None:
    score = score_statements(SAID, GOLD.statements)
    missed, invented = ({said.start: said for said in part} for part in (score.missed, score.invented))
    verbs = [plain(row[0]) for row in rows(section(LESSON, "A story that no one has measured")) if "missed" in row[3]]
    assert verbs == ["أشار", "أعلنت", "بحسب", "تقول"]
    assert [said.verb for said in score.missed] == ["أشار", "أعلنت", "", "تقول"]
    assert [said.verb for said in score.invented] == ["أشار", "أعلنت"] and invented.keys() <= missed.keys()
    pointed, announced = (missed[start] for start in invented)
    assert invented[pointed.start].text.startswith(f"{pointed.text}، و")
    assert invented[announced.start].text == announced.text and invented[announced.start].speaker is None
    assert "بحسب" in BODY[: score.missed[2].start][-30:]
    assert BODY[score.missed[3].end :].startswith('"، تقول')


def test_contributing_says_how_a_report_becomes_a_test() -> None:
    assert "`CONTRIBUTING.md` says how a report becomes a test" in TEXT
    contributing = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert "case file in `tests/cases/`" in " ".join(contributing.split())


def test_words_before_their_verb_are_not_found() -> None:
    before = "كنا نقرأ هنا على ضوء الشموع"
    assert before in {said.text for said in GOLD.statements} - {said.text for said in SAID}


def test_each_new_word_is_linked_once_and_explained() -> None:
    linked = re.findall(r"\[\*([\w -]+)\*\]\(\.\./docs/glossary\.md#([\w-]+)\)", prose(LESSON))
    words = [row[0] for row in rows(section(LESSON, "New words"))]
    assert [word for word, _ in linked] == words
    assert all(anchor == word.replace(" ", "-") for word, anchor in linked)


def test_arabic_is_read_as_in_the_glossary() -> None:
    pairs = re.findall(r"<span [^>]+>([^<]+)</span> \(([^(),;]+),", TEXT)
    compared = 0
    for arabic, reading in pairs:
        forms, readings = arabic.split(), reading.split()
        if all(form in GLOSSARY for form in forms):
            assert len(forms) == len(readings), arabic
            for form, latin in zip(forms, readings, strict=True):
                assert latin in GLOSSARY[form].transliteration.split("; "), arabic
                compared += 1
    assert compared > 10


def test_what_the_learner_wrote_has_a_helper_of_its_own() -> None:
    asked = {number: {exercise.name for exercise in exercises} for number, exercises in CATALOGUE.items()}
    table = [row for row in rows(section(LESSON, "Your timeline")) if len(row) == 3]
    assert len(table) == 5
    for wrote, lesson, helper in table:
        assert set(re.findall(r"`(\w+)`", wrote)) <= asked[lesson]
        assert helper.strip("`") in {*helpers.__all__, cuts.__name__}


def test_three_lines_draw_the_timeline_of_lesson_00_and_one_s_own(tmp_path, monkeypatch) -> None:
    (source,) = (source for source in SOURCES if source.startswith("mine = read_article"))
    assert len(source.splitlines()) == 3 and "takes three lines" in TEXT
    at_first = next(cell for cell in code_cells(LESSONS["00_start_here"]) if "draw_timeline(timeline)" in cell.source)
    assert told("mine = read_article") == at_first.outputs[0].data["text/plain"]

    monkeypatch.chdir(tmp_path)
    (tmp_path / "my_story.txt").write_text(STORY.read_text(encoding="utf-8"), encoding="utf-8")
    mine = source.replace("SEED", '"my_story.txt"').replace("2020-11-13", "2025-02-05")
    namespace = {"read_article": read_article, "build_timeline": build_timeline, "draw_timeline": draw_timeline}
    exec(mine, namespace)
    assert len(namespace["timeline"].events) == len(build_timeline(ARTICLE).events)
    ((draw, keep),) = re.findall(r"With `(chart = [^`]+)`, `(chart\.save[^`]+)` keeps the picture", TEXT)
    exec(f"{draw}\n{keep}", namespace)
    assert (tmp_path / "my_timeline.png").read_bytes().startswith(b"\x89PNG")


def test_it_closes_the_course() -> None:
    closing = section(LESSON, "Next")
    assert "last lesson" in closing and "(00_start_here.ipynb)" in closing
