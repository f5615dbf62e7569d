"""Dates written and found again: each form on a share of the days of 1990 to 2035, and beside what only looks like one.

`benchmarks/date_forms.py --all` tries every form on every day.
"""

import re
from datetime import date
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.date_forms import ROOT, count_of_finds, table
from helpers.dates import find_dates
from helpers.normalize import normalize
from tests.arabic_days import cardinal, counted, ordinal, year_in_words
from tests.date_forms import DATA, DAYS, FORMS, SCRIPTS, TURNS, found, sample, write

PAGE = (ROOT / "docs" / "date_forms.md").read_text(encoding="utf-8")
SENTENCES = DATA["sentences"]
ANY_FORM, ANY_DAY, CHANCE = st.sampled_from(FORMS), st.sampled_from(DAYS), st.randoms(use_true_random=False)
# Tashkeel, the dagger alef and tatweel.
DRESS = [*(chr(code) for code in range(0x64B, 0x653)), "\N{ARABIC LETTER SUPERSCRIPT ALEF}", "\N{ARABIC TATWEEL}"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.pattern)
def test_a_day_written_in_any_form_is_found_back(form) -> None:
    for day in sample(form):
        written = write(form, day)
        assert found(written.text, written.published) == written.expect, written


def test_the_share_of_the_forms_is_all_days_together() -> None:
    assert set(chain.from_iterable(map(sample, FORMS))) == set(DAYS)
    assert len(DAYS) == 16_801


def test_each_form_sees_every_month_and_weekday_and_the_days_on_which_the_calendar_turns() -> None:
    for form in FORMS:
        days = sample(form)
        assert {day.weekday() for day in days} == {day.weekday() for day in DAYS[:4000] if form.fits(day)}
        assert {day.month for day in days} == {day.month for day in DAYS[: 4 * 366] if form.fits(day)}
        assert {day for day in TURNS if form.fits(day)} <= set(days)


def test_no_form_stands_there_twice() -> None:
    assert len({(form.title, form.pattern) for form in FORMS}) == len(FORMS)
    meanings = [(form.title, form.meaning) for form in FORMS]
    assert [meaning for meaning in meanings if meanings.count(meaning) > 1] == []


@pytest.mark.parametrize(
    ("written", "arabic"),
    [
        (ordinal(1), "الأول"),
        (ordinal(11), "الحادي عشر"),
        (ordinal(12), "الثاني عشر"),
        (ordinal(20), "العشرين"),
        (ordinal(21), "الحادي والعشرين"),
        (ordinal(31), "الحادي والثلاثين"),
        (cardinal(12, feminine=True), "اثنتي عشرة"),
        (cardinal(13), "ثلاثة عشر"),
        (cardinal(13, feminine=True), "ثلاث عشرة"),
        (cardinal(21, feminine=True), "إحدى وعشرين"),
        (counted(1, "months"), "شهر"),
        (counted(2, "days"), "يومين"),
        (counted(3, "days"), "ثلاثة أيام"),
        (counted(10, "feminine_years"), "عشر سنوات"),
        (counted(11, "days"), "أحد عشر يوما"),
        (counted(22, "days", digits=True), "22 يوما"),
        (counted(32, "feminine_years"), "اثنتين وثلاثين سنة"),
        (year_in_words(1993), "ألف وتسعمئة وثلاثة وتسعين"),
        (year_in_words(1993, feminine=True), "ألف وتسعمائة وثلاث وتسعين"),
        (year_in_words(2000), "ألفين"),
        (year_in_words(2011), "ألفين وأحد عشر"),
    ],
)
def test_the_generator_writes_arabic_numbers_as_grammar_wants_them(written: str, arabic: str) -> None:
    assert written == arabic


# Beside what only looks like a date


@pytest.mark.parametrize("text", [*SENTENCES["confusers"], *(near.format("") for near in SENTENCES["near a date, in"])])
def test_what_stands_beside_a_date_is_none(text: str) -> None:
    assert find_dates(text, date(2020, 11, 13)) == []


@given(ANY_FORM, ANY_DAY, CHANCE, *[st.lists(st.sampled_from(SENTENCES["confusers"]), max_size=3)] * 2)
@settings(max_examples=300)
def test_sentences_that_hold_numbers_and_names_change_no_date_beside_them(form, day, chance, before, after) -> None:
    written = write(form, form.fitting(day), chance)
    text = "\n".join([*before, written.text, *after])
    assert found(text, written.published) == written.expect


@given(ANY_FORM.filter(lambda form: form.seen == "any" and form.sentences in ("in", "day")), ANY_DAY, CHANCE)
@settings(max_examples=300)
def test_numbers_and_names_in_its_own_clause_change_no_date(form, day, chance) -> None:
    written = write(form, form.fitting(day), chance, SENTENCES[f"near a date, {form.sentences}"])
    assert found(written.text, written.published) == written.expect


# Marks, tatweel and digits change nothing but offsets


@given(ANY_FORM, ANY_DAY, CHANCE)
@settings(max_examples=250)
def test_marks_and_tatweel_change_only_the_offsets(form, day, chance) -> None:
    written = write(form, form.fitting(day), chance)
    dressed = "".join(
        letter + (chance.choice(DRESS) if letter.isalpha() and chance.random() < 0.5 else "") for letter in written.text
    )
    clothed = [(bare(text), *rest) for text, *rest in found(dressed, written.published)]
    assert clothed == [(bare(text), *rest) for text, *rest in written.expect]


def bare(text: str) -> str:
    return normalize(text, ["marks", "tatweel"]).text


@given(ANY_FORM, ANY_DAY, CHANCE)
@settings(max_examples=200)
def test_the_script_of_the_digits_changes_nothing(form, day, chance) -> None:
    written = write(form, form.fitting(day), chance)
    latin = normalize(written.text, ["digits"]).text
    one, *others = [
        [(mention.start, mention.end, mention.first, mention.last) for mention in find_dates(text, written.published)]
        for text in (latin.translate(script) for script in SCRIPTS)
    ]
    assert others == [one, one]


# What docs/date_forms.md says


def test_the_page_states_the_numbers_of_forms_days_and_finds() -> None:
    stated = f"{len(FORMS)} forms, {len(DAYS):,} days, {count_of_finds():,} finds"
    assert stated in " ".join(PAGE.split())


def test_the_page_lists_each_form_as_it_is_written_now() -> None:
    assert "\n".join(table()) in PAGE


@pytest.mark.parametrize(
    ("arabic", "published", "days"),
    [
        ("03/04/2020", None, ["2020-04-03"]),
        ("12/11/69", None, ["2069-11-12"]),
        ("12/11/70", None, ["1970-11-12"]),
        ("12 نوفمبر", date(2020, 11, 12), ["2020-11-12"]),
        ("12 نوفمبر", date(2021, 5, 13), ["2020-11-12"]),
        ("12 نوفمبر", date(2021, 5, 15), ["2021-11-12"]),
        ("الاثنين الثاني من نوفمبر 2020", None, ["2020-11-02"]),
        ("الأحد الثاني من نوفمبر 2020", None, ["2020-11-08"]),
        ("بين السادس والعشرين من أبريل 2011", None, ["2011-04-26"]),
        ("الأسبوع الماضي", date(2020, 11, 15), ["2020-11-02"]),
        ("شتاء 2020", None, ["2020-12-01"]),
        ("26 ربيع الأول 1442هـ", None, ["2020-11-12"]),
        ("3 صفر", date(2020, 11, 13), []),
        ("في 3 صفر", date(2020, 11, 13), ["2020-09-20"]),
        ("12 نوفمبر 2000 متفرج", date(2020, 11, 13), ["2000-11-12"]),
        ("منذ ثلاثة أيام", date(2020, 11, 13), []),
        ("الطير", date(2020, 11, 13), []),
        ("12 ت2 2020", None, ["2020-01-01"]),
        ("عيد الفطر", date(2020, 11, 13), []),
        ("12 11 2020", None, ["2020-01-01"]),
    ],
)
def test_what_is_ambiguous_follows_the_rules_of_the_page(arabic: str, published: date | None, days: list[str]) -> None:
    assert [str(mention.first) for mention in find_dates(f"خبر {arabic}", published)] == days


ROW = re.compile(r'^\| <span dir="rtl" lang="ar">(.+)</span> \| [^|]+ \| ([^|]+) \| ([^|]+) \|$', re.MULTILINE)


def test_each_example_of_the_page_is_found_as_it_says() -> None:
    rows = ROW.findall(PAGE)
    assert len(rows) == len(FORMS)
    for arabic, days, seen in rows:
        published = None if seen == "any day" else date.fromisoformat(seen)
        mentions = find_dates(re.sub("</?b>", "", arabic), published)
        assert [mention.text for mention in mentions] == (re.findall("<b>(.+?)</b>", arabic) or [arabic])
        assert days.split("; ") == [f"{m.first}" if m.first == m.last else f"{m.first} to {m.last}" for m in mentions]
