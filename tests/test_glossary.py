"""The glossary has each term of the lessons, with its Arabic; each term leads there from the lesson that brings it."""

import re

import pytest
from test_lessons import LESSONS, prose, rows, section

from helpers.plain import is_arabic
from tools.execute import NOTEBOOKS

GLOSSARY = (NOTEBOOKS.parent / "docs" / "glossary.md").read_text(encoding="utf-8")
ENTRY = re.compile(
    r"^### (?P<term>.+)\n\n"
    r'(?P<arabic>(?:<span dir="rtl" lang="ar">[^<]+</span> \([^()]+\)(?:; )?)+)\n\n'
    r"(?P<meaning>[^\n]+)\n*\Z",
    re.MULTILINE,
)
PARTS = re.split(r"^## ", GLOSSARY, flags=re.MULTILINE)[1:]
ENTRIES = {part.partition("\n")[0]: [ENTRY.match(f"### {entry}") for entry in part.split("### ")[1:]] for part in PARTS}
LINK = re.compile(r"\.\./docs/glossary\.md#([\w-]+)")


def test_each_entry_has_its_arabic_its_reading_and_its_meaning() -> None:
    entries = [entry for lesson in ENTRIES.values() for entry in lesson]
    assert None not in entries
    pairs = [pair for entry in entries for pair in re.findall(r">([^<]+)</span> \(([^()]+)\)", entry["arabic"])]
    assert [pair for pair in pairs if not is_arabic(pair[0]) or is_arabic(pair[1])] == []
    terms = [entry["term"] for entry in entries]
    assert len(set(terms)) == len(terms) > 50
    assert [term for term in terms if re.search(r"[^a-z0-9 -]", term)] == []  # so that each place makes the same anchor


def test_the_glossary_goes_through_the_lessons_in_their_order() -> None:
    assert [title.split("](")[1].rstrip(")") for title in ENTRIES] == [f"../notebooks/{name}.ipynb" for name in LESSONS]


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_s_new_words_are_in_the_glossary_and_mean_the_same(name: str) -> None:
    told = {row[0].partition(",")[0].lower(): row[1] for row in rows(section(LESSONS[name], "New words"))}
    (entries,) = (entries for title, entries in ENTRIES.items() if f"/{name}.ipynb" in title)
    assert told == {entry["term"]: entry["meaning"] for entry in entries}


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_links_each_of_its_terms_once(name: str) -> None:
    (entries,) = (entries for title, entries in ENTRIES.items() if f"/{name}.ipynb" in title)
    before_its_close = prose(LESSONS[name]).partition("## Key points")[0]
    assert sorted(LINK.findall(before_its_close)) == sorted(entry["term"].replace(" ", "-") for entry in entries)
