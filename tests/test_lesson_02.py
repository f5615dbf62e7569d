"""What lesson 02 claims is true."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from test_lessons import LESSONS, plain, prose, rows, section

from helpers import SEED, normalize, read_article, tokens
from helpers.exercises.catalogue import LESSONS as EXERCISES
from helpers.normalize import DEFAULT
from helpers.pyarabic_tools import araby, trans
from helpers.score import read_gold
from helpers.translation import read_glossary
from tools.execute import code_cells

LESSON = LESSONS["02_normalize"]
TOLD = " ".join(prose(LESSON).split())
BODY = read_article(SEED).body
WORDS = [token.text for token in tokens(BODY) if token.kind == "word"]
ON, ALI, ROSE = "على", "علي", "علا"
SHADDA, TATWEEL = "\N{ARABIC SHADDA}", "\N{ARABIC TATWEEL}"


def test_it_asks_each_exercise_once_and_in_order() -> None:
    asked = re.findall(r'check\("(\w+)"', "\n".join(cell.source for cell in code_cells(LESSON)))
    assert sorted(asked) == sorted(exercise.name for exercise in EXERCISES["02"])
    assert re.findall(r"^### Exercise (\d)", prose(LESSON), re.MULTILINE) == [str(n + 1) for n in range(len(asked))]


def test_the_story_writes_the_agency_with_its_hamza_only() -> None:
    assert (WORDS.count("الأناضول"), WORDS.count("الاناضول")) == (1, 0)


def test_each_pair_of_the_table_of_variants_is_one_word_when_folded() -> None:
    pairs = [plain(row[1]).split(" / ") for row in rows(section(LESSON, "A search that finds nothing"))]
    assert len(pairs) == 7
    for first, second in pairs:
        assert first != second
        assert normalize(first).text == normalize(second).text


def test_it_counts_the_alifs_with_hamza_and_the_words_with_a_mark() -> None:
    assert "At 57 alifs" in TOLD
    assert sum(map(BODY.count, "أإآ")) == 57
    assert [word for word in WORDS if normalize(word, ["marks"]).text != word] == [f"وبي{SHADDA}ن"]


def test_the_eight_usual_marks_stand_in_a_row() -> None:
    assert "The eight usual ones" in TOLD
    assert ord("\N{ARABIC SUKUN}") - ord("\N{ARABIC FATHATAN}") + 1 == 8
    assert (ord("\N{ARABIC FATHATAN}"), ord("\N{ARABIC SUKUN}")) == (0x64B, 0x652)


def test_pyarabic_folds_alif_maqsura_although_it_says_that_it_does_not() -> None:
    assert "with the exception of Alef maksura" in araby.normalize_alef.__doc__
    assert araby.normalize_alef(ON) == ROSE


def test_pyarabic_and_normalize_fold_hamza_in_two_ways_and_teh_marbuta_in_one() -> None:
    assert normalize("سؤال", ["hamza"]).text == "سوال"
    assert araby.normalize_hamza("سؤال") == "سءال"
    assert araby.normalize_teh("مشتركة") == normalize("مشتركة", ["teh"]).text == "مشتركه"


def test_only_punctuation_is_touched_by_the_steps_that_are_new() -> None:
    assert "takes all thirteen" in TOLD
    assert len(DEFAULT) == 13
    met = {"marks", "tatweel", "alef", "yeh", "teh", "hamza", "digits"}
    new = {step: count for step, count in normalize(BODY).steps.items() if step not in met and count}
    assert "only 17 signs of punctuation" in TOLD
    assert new == {"punctuation": 17}


def test_it_counts_the_words() -> None:
    assert f"{len(WORDS)} words, {len(set(WORDS))} of them different" in TOLD


def test_folding_finds_ali_ten_times_where_he_is_not() -> None:
    assert "finds him ten times" in TOLD
    assert [word for word in WORDS if normalize(word).text == ALI] == [ON] * 10


def test_with_ali_there_are_213_words_and_he_rose_collides_with_none() -> None:
    assert "With Ali added, there are 213 words" in TOLD
    assert len({*WORDS, ALI}) == 213
    assert "stays alone: no step makes an alif of a last letter" in TOLD
    assert normalize(ROSE).text not in {normalize(word).text for word in {*WORDS, ALI}}


def test_the_words_around_anadolu_are_those_that_the_lesson_reads() -> None:
    start = BODY.index("الأناضول")
    assert BODY[start - 15 : start].endswith("سؤال مراسل ")
    assert BODY[start + 8 : start + 25].strip() == "حول مشاركة تركيا"


def test_no_names_of_the_story_merge() -> None:
    names = {entity.text for entity in read_gold(SEED.with_suffix(".gold.json")).entities}
    assert "18 names before, 18 after" in TOLD
    assert (len(names), len({normalize(name).text for name in names})) == (18, 18)
    assert normalize("يسري").text == normalize("يسرى").text


def test_buckwalter_leads_back() -> None:
    assert [trans.convert(word, "arabic", "tim") for word in ("أ", SHADDA, "وبيّن")] == [">", "~", "wby~n"]
    assert all(trans.convert(trans.convert(word, "arabic", "tim"), "tim", "arabic") == word for word in WORDS)


def test_without_a_way_back_a_mark_moves_the_rest_by_one() -> None:
    place = "كلبجار"
    assert araby.strip_tashkeel(BODY).find(place) == BODY.find(place) - 1


def test_its_readings_are_those_of_the_glossary() -> None:
    glossary = read_glossary(SEED.with_suffix(".glossary.tsv"))
    inside = re.findall(r"(<span [^<]+</span>) \(([^()]+)\)", TOLD)
    inside += [(row[1].split(" / ")[0], row[2]) for row in rows(section(LESSON, "A search that finds nothing"))]
    compared = 0
    for arabic, reading in inside:
        for form, latin in zip(plain(arabic).split(), re.findall(r"[^\W\d][\w-]*", reading), strict=False):
            if form in glossary:
                assert latin in glossary[form].transliteration.split("; "), (arabic, reading)
                compared += 1
    assert compared > 15


@pytest.mark.parametrize("module", ["pyarabic.araby", "helpers.pyarabic_tools"])
def test_only_through_the_helpers_is_pyarabic_quiet(module: str, tmp_path: Path) -> None:
    fresh = ["-X", f"pycache_prefix={tmp_path}", "-W", "always"]  # else only the very first import warns
    run = subprocess.run([sys.executable, *fresh, "-c", f"import {module}"], capture_output=True, text=True, check=True)
    assert ("invalid escape sequence" in run.stderr) == (module == "pyarabic.araby")
