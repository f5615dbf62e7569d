"""The stories in English: each sentence and each word form is translated, in the form that seeds/README.md tells."""

import json
import re
from pathlib import Path

import pytest

from helpers import SEED, read_article, sentences, tokens
from helpers.records import ArticleError
from helpers.translation import Gloss, read_glossary, read_translation

TRANSLATION = SEED.with_suffix(".en.json")
STORIES = (SEED, SEED.with_name("invented_library.txt"))
EACH = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
SENTENCES = [sentence for story in STORIES for sentence in read_translation(story.with_suffix(".en.json")).sentences]
GLOSSES = [gloss for story in STORIES for gloss in read_glossary(story.with_suffix(".glossary.tsv")).values()]
ARABIC = re.compile("[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}]")

# The table of Latin letters: each row holds four letters, each followed by its reading.
READINGS = dict(re.findall(r"\| (\w) \| ([^|]+) (?=\|)", SEED.with_name("README.md").read_text(encoding="utf-8")))
VOWELS = "aāiīuū"
# What is no consonant of the table: the seats of the hamza are read as the hamza is, or not at all.
OTHERS = dict.fromkeys("آأإئؤ", "ʾ?") | dict.fromkeys("اوى\N{ARABIC SHADDA}\N{ARABIC TATWEEL}ي", "") | {"ة": "t?"}


@EACH
def test_every_sentence_of_a_story_is_translated(story):
    translated = read_translation(story.with_suffix(".en.json")).sentences
    found = sentences(read_article(story).body)
    assert [(s.start, s.end, s.text) for s in translated] == [(s.start, s.end, s.text) for s in found]
    assert all(s.en for s in translated)


@EACH
def test_the_title_is_translated(story):
    data = json.loads(story.with_suffix(".en.json").read_text(encoding="utf-8"))
    assert data["title"]["text"] == read_article(story).title
    assert data["title"]["en"]


def test_the_title_of_the_course_s_story_keeps_its_name_for_the_place():
    assert read_translation(TRANSLATION).title.startswith("Lavrov: We will monitor peacekeeping in Qarah Bāgh")


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda s: str(s.start))
def test_a_translation_keeps_figures_and_quotation_marks(sentence):
    own_words = re.sub(r"\[.*?\]", "", sentence.en)
    assert re.findall(r"\d+", own_words) == re.findall(r"\d+", sentence.text)
    assert len(re.findall("[“”]", sentence.en)) == sentence.text.count('"')
    assert not ARABIC.search(sentence.en)


@pytest.mark.parametrize(("words", "english"), [("إن بلاده", "[said]"), ("الصرع", "epilepsy [conflict]")])
def test_the_slips_of_the_source_are_shown_and_explained(words, english):
    (sentence,) = [s for s in SENTENCES if words in s.text]
    assert english in sentence.en
    assert "source" in sentence.note


@EACH
def test_every_word_form_of_a_story_is_in_its_glossary_once_and_no_other(story):
    article, glossary = read_article(story), story.with_suffix(".glossary.tsv")
    words = [t.text for text in (article.title, article.body) for t in tokens(text) if t.kind == "word"]
    lines = [line for line in glossary.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert [line.split("\t")[0] for line in lines[1:]] == list(dict.fromkeys(words))


@EACH
def test_a_glossary_names_its_source_and_its_columns(story):
    lines = story.with_suffix(".glossary.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# source: ")
    assert next(line for line in lines if not line.startswith("#")).split("\t") == list(Gloss.__dataclass_fields__)


@pytest.mark.parametrize("gloss", GLOSSES, ids=lambda gloss: gloss.transliteration)
def test_a_gloss_is_whole(gloss):
    assert "".join((*gloss.proclitics, gloss.base, *gloss.enclitics)) == gloss.form
    assert gloss.base
    assert gloss.meaning
    assert not ARABIC.search(gloss.meaning)
    for reading in gloss.transliteration.split("; "):
        assert reading.count("-") == len(gloss.proclitics) + len(gloss.enclitics)
        assert spells(reading, gloss.form)


def spells(reading: str, form: str) -> bool:
    """Does `reading` have exactly the consonants of `form`, by the table? (One that is doubled is written once.)"""
    consonants = re.sub(f"[{VOWELS}wyʹ-]", "", reading.lower())
    doubled = {letter: f"(?:{reading}){{1,2}}" for letter, reading in READINGS.items() if len(reading) < 3}
    tanwin = "n?" if form.endswith(("ا", "اء")) else ""
    return bool(re.fullmatch("".join((doubled | OTHERS)[letter] for letter in form) + tanwin, consonants))


def test_the_table_of_latin_letters_is_whole():
    assert len(READINGS) == 28
    assert (READINGS["ش"], READINGS["و"]) == ("sh", "w, ū")


@pytest.mark.parametrize(("reading", "form"), [("al-sirāʿ", "الصراع"), ("qara", "قره"), ("Lavrov", "لافروف")])
def test_a_misspelled_reading_is_noticed(reading, form):
    assert not spells(reading, form)


@pytest.mark.parametrize("read", [read_translation, read_glossary])
@pytest.mark.parametrize("content", ["", "[]", "{}", "a story\nof two lines", "form\tmeaning\nx\ty", '{"title": "x"}'])
def test_a_foreign_file_is_declined_with_a_sentence(read, content, tmp_path: Path):
    file = tmp_path / "foreign.txt"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ArticleError, match=r"foreign\.txt is no (translation|glossary)"):
        read(file)


@pytest.mark.parametrize("read", [read_translation, read_glossary])
def test_a_missing_file_is_named(read, tmp_path: Path):
    with pytest.raises(ArticleError, match=r"nothing\.tsv can't be read"):
        read(tmp_path / "nothing.tsv")
