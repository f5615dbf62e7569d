"""What lesson 01 claims, one test for each claim."""

import re
import unicodedata
from collections import Counter

import pytest
from test_lessons import LESSONS, plain, prose, rows, section

from helpers import SEED, parse_article, read_article, sentences
from helpers.exercises.lesson_01 import decode_page, is_counter
from helpers.plain import is_arabic
from helpers.translation import read_glossary, read_translation
from tools.execute import code_cells

LESSON = LESSONS["01_read_the_story"]
DATA = SEED.read_bytes()
PAGE = DATA.decode("utf-8")
LINES = PAGE.splitlines()
ARTICLE = read_article(SEED)
STORY = read_translation(SEED.with_suffix(".en.json"))
WORD = "لافروف"


def literal(name: str) -> str:
    """The text that the lesson's code calls by a name."""
    code = "\n".join(cell.source for cell in code_cells(LESSON))
    return re.search(rf'^{name} = "(.+)"$', code, re.MULTILINE)[1]


def test_the_first_twelve_bytes_are_a_word_of_six_letters() -> None:
    assert code_cells(LESSON)[1].outputs[0].data["text/plain"] == repr(DATA[:12])
    assert (DATA[:12].decode("utf-8"), len(WORD)) == (WORD, 6)
    assert DATA[0] == 217 == 0xD9


def test_an_arabic_letter_takes_two_bytes_a_colon_or_a_space_one() -> None:
    assert {len(c.encode("utf-8")) for c in PAGE if is_arabic(c)} == {2}
    assert [len(c.encode("utf-8")) for c in ": "] == [1, 1]
    assert f"U+{ord(WORD[0]):04X}" == "U+0644"


def test_a_word_turned_around_is_read_as_the_lesson_says() -> None:
    letters = {"ل": "l", "ا": "ā", "ف": "f", "ر": "r", "و": "ū"}
    assert "".join(letters[c] for c in WORD[::-1]) == "fūrfāl"
    assert WORD[::-1] not in PAGE


def test_the_date_has_a_first_word_of_three_letters() -> None:
    phrase = literal("phrase")
    assert phrase in PAGE
    assert len(phrase.split()[0]) == 3


def test_ascii_has_no_byte_above_127() -> None:
    with pytest.raises(UnicodeDecodeError, match="byte 0xd9 in position 0"):
        DATA.decode("ascii")
    assert bytes(range(128)).decode("ascii")


def test_windows_1256_has_a_character_for_every_byte() -> None:
    assert len(set(bytes(range(256)).decode("cp1256"))) == 256


def test_in_mojibake_every_other_character_is_one_of_two() -> None:
    assert set(DATA[:12].decode("cp1256")[::2]) == set("ظط")
    for letter in filter(is_arabic, PAGE):
        first, _ = letter.encode("utf-8")
        assert first in (0xD9, 0xD8)
        assert letter.encode("utf-8").decode("cp1256")[0] in "ظط"
    assert bytes([0xD9, 0xD8]).decode("cp1256") == "ظط"


def test_utf_16_writes_the_second_byte_first() -> None:
    assert WORD.encode("utf-16-le")[:2].hex(" ") == "44 06"
    assert "`44 06` is U+0644" in prose(LESSON)


def test_exercise_2_is_not_given_away_below_it() -> None:
    shown = [
        output.data.get("text/plain", "") for cell in code_cells(LESSON) for output in cell.outputs if "data" in output
    ]
    assert not [text for text in shown if re.search(r"1 +5 ", text)]
    assert (literal("phrase").index("1"), literal("phrase").index("5")) == (4, 5)


def test_nothing_in_the_story_is_invisible() -> None:
    categories = Counter(map(unicodedata.category, PAGE))
    told = {name for row in rows(section(LESSON, "Characters that nobody sees")) for name in row[0].split(", ")}
    assert told == set(categories)
    assert "Cf" not in categories
    assert {c for c in PAGE if unicodedata.category(c) == "Cc"} == {"\n"}
    assert {unicodedata.category(c) for c in PAGE if is_arabic(c)} == {"Lo"}


def test_a_mark_is_a_character_of_its_own() -> None:
    assert "\N{ARABIC SHADDA}" in "وبيّن"
    assert "وبيّن" in PAGE
    assert unicodedata.category("\N{ARABIC SHADDA}") == "Mn"


def test_karabakh_stands_there_with_a_space() -> None:
    assert PAGE.count("قره باغ") == len(re.findall("قره.?باغ", PAGE)) > 1


def test_the_page_has_the_furniture_that_the_lesson_names() -> None:
    assert (LINES[0], ARTICLE.body in LINES[9]) == (ARTICLE.title, True)
    assert [line.split()[-1] for line in LINES if is_counter(line)] == ["11/13/2020", "00:00", "1", "0", "0"]
    rest = [line for line in LINES[1:9] + LINES[10:] if line and not is_counter(line)]
    assert rest == ["news-picture", "مشاركة :"]


def test_two_sentences_for_readers_follow_the_body_which_is_unchanged() -> None:
    end = ARTICLE.body_start + len(ARTICLE.body)
    assert PAGE[ARTICLE.body_start : end] == ARTICLE.body
    outside = LINES[9].removeprefix(ARTICLE.body)
    assert [sentence.text.split()[0] for sentence in sentences(outside)] == ["الأخبار", "من"]


def test_a_stamp_that_could_be_two_days_stays_unknown() -> None:
    assert f"{ARTICLE.published:%m/%d/%Y}" == "11/13/2020"
    copy = parse_article(PAGE.replace("11/13/2020", "11/12/2020"))
    assert copy.published is None
    assert "2020-11-12 or 2020-12-11" in copy.note
    assert str(read_article(SEED, published="2020-11-12").published) == "2020-11-12"


def test_split_cuts_behind_dr_and_sentences_do_not() -> None:
    text = literal("text")
    assert len(text.split(".")) == 2
    assert [sentence.text for sentence in sentences(text)] == [text]


def test_the_translation_has_the_sentences_that_the_helpers_find() -> None:
    assert [sentence.text for sentence in STORY.sentences] == [found.text for found in sentences(ARTICLE.body)]


def test_two_of_the_notes_tell_slips() -> None:
    first, second = STORY.sentences[:2]
    assert "no verb" in first.note and "[said]" in first.en
    assert "epilepsy [conflict]" in second.en
    assert [n for n, sentence in enumerate(STORY.sentences) if "lost" in sentence.note] == [0, 1]


def test_one_alef_is_lost_in_a_word_that_is_right_elsewhere() -> None:
    slip, meant = literal("slip"), literal("meant")
    assert [meant[:n] + meant[n + 1 :] for n in range(len(meant)) if meant[n] == "ا"][1:] == [slip]
    assert (PAGE.count(slip), PAGE.count(meant)) == (1, 1)


def test_a_byte_order_mark_stands_before_the_word() -> None:
    assert WORD.encode("utf-8-sig").decode("utf-8") == "\ufeff" + WORD
    assert WORD.encode("utf-16").startswith(b"\xff\xfe")
    assert unicodedata.category("\ufeff") == "Cf"
    assert decode_page(DATA) == PAGE


def test_readings_are_those_of_the_glossary() -> None:
    glossary = read_glossary(SEED.with_suffix(".glossary.tsv"))
    told = re.findall(r"(<span [^>]+>.+?</span>) \(([^,)]+), ", " ".join(prose(LESSON).split()))
    in_story = [(plain(form), reading) for form, reading in told if plain(form) in ARTICLE.body]
    assert len(in_story) >= 5
    for form, reading in in_story:
        words = [glossary[word].transliteration if word in glossary else word for word in form.split()]
        assert reading == " ".join(words) or form == "مشاركة"  # the button is read without the -t of a compound
