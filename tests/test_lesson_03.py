"""What lesson 03 claims, one test for each claim."""

import re
from collections import Counter
from string import punctuation

import pytest
from test_lessons import LESSONS, plain, prose, rows, section

from helpers import SEED, normalize, read_article, tokens
from helpers.exercises.lesson_03 import ALL_MARKS, ARABIC_MARKS, false_waws, split_word
from helpers.lexicon import words
from helpers.translation import read_glossary
from helpers.words import concordance, cuts, endings, frequencies
from tools.execute import code_cells

LESSON = LESSONS["03_words"]
START = LESSONS["00_start_here"]
BODY = read_article(SEED).body
STORY = [token.text for token in tokens(BODY) if token.kind == "word"]
GLOSSARY = read_glossary(SEED.with_suffix(".glossary.tsv"))
COUNTS = frequencies(BODY, folded=False)
STOP_WORDS = set(words("stop_words")["words"])
TOP = [(word, count) for word, count in COUNTS.most_common() if count >= 3 and word not in STOP_WORDS]


def told(start: str) -> str:
    """The text output of the cell whose code begins like this."""
    (cell,) = (cell for cell in code_cells(LESSON) if cell.source.startswith(start))
    return cell.outputs[0].data["text/plain"]


def test_lavrov_is_three_pieces_and_one_of_them_is_his_name() -> None:
    pieces = BODY.split()
    assert pieces[4] == "لافروف،"
    assert [piece for piece in pieces if "لافروف" in piece] == ["لافروف،", "لافروف", "لافروف:"]
    assert "Three times, but to Python only one piece is the name" in " ".join(prose(LESSON).split())


def test_arabic_adds_five_marks_to_those_of_python() -> None:
    marks = {plain(row[0]) for row in rows(section(LESSON, "Glued punctuation"))}
    assert marks == set(ARABIC_MARKS)
    assert len(marks) == 5
    assert not marks & set(punctuation)


def test_the_marks_of_exercise_1_are_those_that_the_learner_is_told() -> None:
    assert set(ALL_MARKS) <= set(punctuation + ARABIC_MARKS)


def test_tokens_and_pieces_are_as_many_as_the_lesson_says() -> None:
    kinds = Counter(token.kind for token in tokens(BODY))
    counted = f"The {len(BODY.split())} pieces are now {kinds['word']} words and {kinds['number']} numbers. "
    assert f"{counted}The {kinds['mark']} marks" in " ".join(prose(LESSON).split())


def test_proclitics_stand_in_this_order_and_mean_this() -> None:
    table = [[plain(cell) for cell in row] for row in rows(section(LESSON, "Little words in front")) if len(row) == 6]
    assert [row[0] for row in table] == ["و", "ف", "ب", "ل", "ك", "س", "ال"]
    for particle, reading, _, example, example_reading, _ in table:
        assert (particle, example.removeprefix(particle)) in list(cuts(example))
        assert example_reading.startswith(reading)
        in_story = any(particle in gloss.proclitics for gloss in GLOSSARY.values())
        assert in_story == (particle not in "فك")
        assert not in_story or GLOSSARY[example].transliteration == example_reading


def test_the_article_loses_its_first_letter_after_li() -> None:
    assert GLOSSARY["للمركز"].proclitics == ("ل", "ل")
    assert list(cuts("للمركز"))[-1] == ("ل", "لمركز")
    assert GLOSSARY["بالتحقق"].proclitics == ("ب", "ال")


def test_cutting_what_looks_like_a_particle_spoils_words() -> None:
    assert list(cuts("وزير"))[-1] == ("و", "زير")
    assert list(cuts("بلاد"))[-1] == ("ب", "لاد")
    assert list(cuts("فلاديمير"))[-1] == ("فل", "اديمير")


def test_the_false_waws_are_few_and_known_from_lesson_00() -> None:
    few = {word for word in STORY if word.startswith("و") and "و" not in GLOSSARY[word].proclitics}
    assert few == false_waws()
    assert [word for word in few if f">{word}</span>" not in prose(START)] == []


def test_enclitics_are_read_as_the_glossary_does() -> None:
    table = [[plain(cell) for cell in row] for row in rows(section(LESSON, "Pronouns behind")) if len(row) == 6]
    assert [row[0] for row in table] == ["ه", "ها", "هم", "نا"]
    for pronoun, readings, _, example, example_reading, _ in table:
        assert (example.removesuffix(pronoun), pronoun) in list(endings(example))
        assert example_reading.endswith(tuple(readings.split(", ")))
        in_story = any(pronoun in gloss.enclitics for gloss in GLOSSARY.values())
        assert in_story == (pronoun != "هم")
        assert not in_story or example_reading in GLOSSARY[example].transliteration.split("; ")


def test_the_last_of_the_ways_to_cut_by_saying_is_right() -> None:
    ways = [(front, stem, pronoun) for front, rest in cuts("بقوله") for stem, pronoun in endings(rest)]
    gloss = GLOSSARY["بقوله"]
    assert len(ways) > 1
    assert ways[-1] == ("".join(gloss.proclitics), gloss.base, "".join(gloss.enclitics))


def test_teh_marbuta_is_teh_before_a_pronoun() -> None:
    assert ("سيطرت", "ها") in list(endings("سيطرتها"))
    assert "ال" in GLOSSARY["السيطرة"].proclitics and GLOSSARY["السيطرة"].base == "سيطرة"


def test_three_words_only_look_as_if_they_had_a_pronoun() -> None:
    found = [g.form for g in GLOSSARY.values() if g.form.endswith(("ه", "ها", "نا")) and not g.enclitics]
    assert found == ["قره", "اتفقنا", "مكرها"]
    assert "of the second is a pronoun of sorts" in prose(LESSON)


def test_the_first_readings_of_one_spelling_are_the_story_s() -> None:
    table = [[plain(cell) for cell in row] for row in rows(section(LESSON, "One spelling, several words"))]
    assert len(table) == 4
    for spelling, reading, *_ in table[:3]:
        assert GLOSSARY[spelling].transliteration == reading
    assert table[3][0] == "بين" == normalize("بيّن").text


def test_folding_makes_a_verb_of_saying_a_stop_word() -> None:
    assert list(cuts(normalize("وبيّن").text))[1] == ("و", "بين")
    assert "بين" in STOP_WORDS


def test_two_stop_words_are_nouns_in_this_story() -> None:
    assert {"بعد", "قبل"} <= STOP_WORDS & set(STORY)
    assert [GLOSSARY[word].transliteration for word in ("بعد", "قبل")] == ["buʿd", "qibal"]


def test_the_most_frequent_words_are_little_ones() -> None:
    assert [word for word, _ in COUNTS.most_common(3)] == ["في", "على", "من"]
    assert {"في", "على", "من"} <= STOP_WORDS


def test_the_chart_has_the_bars_that_the_lesson_tells() -> None:
    heights = Counter(count for _, count in TOP)
    assert heights == {5: 3, 4: 2, 3: 9}
    text = " ".join(prose(LESSON).split())
    assert f"a bar for each of the {heights.total()} words" in text
    assert "three reach 5, two reach 4, nine reach 3" in text
    assert "الاتفاق" in [word for word, count in COUNTS.items() if count == 5]


def test_a_stop_word_with_a_particle_is_in_no_list() -> None:
    assert STORY.count("وفي") == 2
    assert "وفي" not in STOP_WORDS


def test_the_concordance_finds_monitoring_whatever_stands_in_front() -> None:
    assert [span.text for _, span, _ in concordance(BODY, "مراقبة")] == ["لمراقبة", "مراقبة", "بمراقبة"]


def test_agreement_is_the_most_frequent_word_with_a_meaning_of_its_own() -> None:
    bases = Counter(GLOSSARY[word].base for word in STORY)
    own = [(base, count) for base, count in bases.most_common() if base not in STOP_WORDS]
    assert own[0] == ("اتفاق", len(concordance(BODY, "اتفاق")))
    assert own[1][1] < own[0][1]


def test_peace_always_stands_behind_keeping() -> None:
    places = concordance(BODY, "سلام")
    assert len(places) == 4
    assert all(left.endswith("حفظ ") for left, _, _ in places)
    assert "stands four times" in prose(LESSON)


def test_one_word_stands_before_turkey_most_often() -> None:
    words_before = Counter(left.split()[-1] for left, _, _ in concordance(BODY, "تركيا"))
    (first, most), (_, next_most), *_ = words_before.most_common()
    assert (first, most > next_most) == ("مع", True)


def test_country_always_has_a_pronoun_behind() -> None:
    assert concordance(BODY, "بلاد") == []
    assert {gloss.enclitics for gloss in GLOSSARY.values() if gloss.base == "بلاد"} == {("ه",)}


def test_all_words_but_two_split_as_in_the_glossary(capsys: pytest.CaptureFixture[str]) -> None:
    told = prose(LESSON)
    exec(re.search(r"```python\n(.+?)```", told, re.DOTALL)[1], {"glossary": GLOSSARY, "split_word": split_word})
    forms = capsys.readouterr().out.split()
    assert forms == ["للمركز", "لدي"]
    assert re.findall(r">([^<]+)</span>", told.split("All but two")[1].split("##")[0]) == forms
    assert GLOSSARY["لدي"].enclitics == ("ي",) and GLOSSARY["لديها"].base == "لدي"


def test_the_stop_words_come_with_reading_and_meaning() -> None:
    assert re.match(r"stop word +reading +meaning\n", told("from helpers.lexicon"))
    assert len(told("from helpers.lexicon").splitlines()) == 2 + len(STOP_WORDS & set(STORY))


@pytest.mark.parametrize("start", ["from helpers.words import frequencies", "top = "])
def test_tables_of_words_come_with_reading_and_meaning(start: str) -> None:
    assert re.match(r"word +times +reading +meaning\n", told(start))


def test_a_chart_has_the_same_words_as_the_table_before_it() -> None:
    cells = code_cells(LESSON)
    (chart,) = (n for n, cell in enumerate(cells) if "picture(" in cell.source)
    assert cells[chart - 1].source.startswith("top = ")
    assert cells[chart].outputs[0].data["text/plain"].endswith("; ".join(f"{word} {count}" for word, count in TOP))


def test_arabic_is_read_as_in_the_glossary() -> None:
    pairs = re.findall(r"<span [^>]+>([^<]+)</span> \(([^(),]+)", " ".join(prose(LESSON).split()))
    compared = [(form, reading) for form, reading in pairs if form in GLOSSARY]
    assert len(compared) > 15
    for form, reading in compared:
        assert reading in GLOSSARY[form].transliteration.split("; "), form
