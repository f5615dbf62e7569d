"""When? Every calendar expression of a text, resolved to its first and last day."""

import json
import re
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.dates import find_dates, mark_date, patterns, timex3
from helpers.dates.reading import Reading
from helpers.dates.tense import direction_of
from helpers.dates.vocabulary import DateWord
from helpers.normalize import MARKS, TATWEEL, normalize
from helpers.records import ArticleError
from helpers.score import interval

CASES = json.loads((Path(__file__).parent / "cases" / "dates.json").read_text(encoding="utf-8"))
PUBLISHED = date(2020, 11, 13)


def parameters():
    for category, cases in CASES.items():
        for case in cases:
            marks = [pytest.mark.xfail(strict=True, reason=case["xfail"])] if "xfail" in case else []
            yield pytest.param(case, id=f"{category}: {case['text'][:40]}", marks=marks)


def found(text: str, published: date | None) -> list[dict]:
    """What is found, in the form of the case file: unresolved days are null, `part` stands only where there is one."""
    return [
        {
            "text": mention.text,
            "first": mention.first and mention.first.isoformat(),
            "last": mention.last and mention.last.isoformat(),
            "kind": mention.kind,
            **({"part": mention.part} if mention.part else {}),
        }
        for mention in find_dates(text, published)
    ]


@pytest.mark.parametrize("case", list(parameters()))
def test_each_case_is_found_and_resolved(case):
    published = case["published"] and date.fromisoformat(case["published"])
    assert found(case["text"], published) == case["expect"]


def test_there_are_at_least_250_cases_and_none_twice():
    texts = [(case["text"], case["published"]) for cases in CASES.values() for case in cases]
    assert len(set(texts)) == len(texts) >= 250


def test_the_page_on_accuracy_counts_the_cases():
    cases = [case for cases in CASES.values() for case in cases]
    right = sum("xfail" not in case for case in cases)
    accuracy = (Path(__file__).parent.parent / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert f"Of the {len(cases)} sentences there, {right} are right" in accuracy


def test_a_resolution_is_explained_in_one_sentence():
    for case in (case for cases in CASES.values() for case in cases):
        published = case["published"] and date.fromisoformat(case["published"])
        for mention in find_dates(case["text"], published):
            assert mention.because.endswith(".")
            assert "\n" not in mention.because


def test_without_a_day_of_publication_absolute_dates_are_found_and_the_others_say_what_they_need():
    absolute, relative = find_dates("وقع الاتفاق في 9 نوفمبر 2020، ووصل الوفد الخميس.", None)
    assert (absolute.first, absolute.last) == (date(2020, 11, 9), date(2020, 11, 9))
    assert (relative.first, relative.last) == (None, None)
    assert "publication" in relative.because


def test_a_hijri_year_outside_the_tables_is_found_and_says_why():
    (mention,) = find_dates("وقعت المعركة عام 1200 هـ", PUBLISHED)
    assert (mention.first, mention.last, mention.kind) == (None, None, "hijri")
    assert "1343 to 1500" in mention.because


# Date words, marks and digits in any order: near to dates, and to everything that must not break.
WORDS = (
    "يوم الخميس اليوم أمس غدا 5 12 2020 1436هـ 12/11/2020 ٣/٩ مارس تموز رمضان و من إلى بين حتى ( ) , / - . # = ~ شهر "
    "عام الماضي المقبل نفسه منه القرن الربع الأول عشرين مطلع قبل ثلاثة أيام الـ لل "
    "بـ السبعينات خريف كل م السنوات 50 123456 صفر نفسه القرار 1973 هـ"
)
PIECES = st.sampled_from([*WORDS.split(), '"', "\n"])
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=14).map(" ".join)
DAYS = st.none() | st.dates()


@given(TEXTS, DAYS)
@settings(max_examples=150)
def test_any_text_gives_spans_in_order_that_quote_it(text, published):
    end = 0
    for mention in find_dates(text, published):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert (mention.first is None) == (mention.last is None)
        assert mention.first is None or mention.first <= mention.last
        end = mention.end


@pytest.mark.parametrize(
    ("text", "published", "first", "last"),
    [
        ("سيفتتح المعرض في 20 مارس.", date.max, date(9999, 3, 20), date(9999, 3, 20)),
        ("افتتح المعرض في 20 مارس.", date.min, date(1, 3, 20), date(1, 3, 20)),
        ("المعرض في ديسمبر.", date(9999, 11, 5), date(9999, 12, 1), date.max),
    ],
)
def test_at_the_ends_of_the_calendar_a_month_is_the_nearest(text, published, first, last):
    assert [(found.first, found.last) for found in find_dates(text, published)] == [(first, last)]


@pytest.mark.parametrize("published", [None, date.min, date.max, date(1924, 7, 31), date(2078, 1, 1)])
def test_no_day_of_publication_is_too_far_away(published):
    for case in (case for cases in CASES.values() for case in cases):
        assert all(m.text == case["text"][m.start : m.end] for m in find_dates(case["text"], published))


ANY_CASE = st.sampled_from([case for cases in CASES.values() for case in cases])


@given(ANY_CASE, st.randoms(use_true_random=False))
@settings(max_examples=100)
def test_marks_and_tatweel_change_only_the_offsets(case, chance):
    plain = normalize(case["text"], ["marks", "tatweel"]).text
    dressed = "".join(
        letter + (chance.choice([MARKS[12], MARKS[14], TATWEEL]) if letter.isalpha() and chance.random() < 0.4 else "")
        for letter in plain
    )
    published = case["published"] and date.fromisoformat(case["published"])
    bare, clothed = find_dates(plain, published), find_dates(dressed, published)
    assert [(m.first, m.last, m.kind, m.part) for m in bare] == [(m.first, m.last, m.kind, m.part) for m in clothed]
    assert [m.text for m in bare] == [normalize(m.text, ["marks", "tatweel"]).text for m in clothed]


@given(st.data())
def test_of_all_patterns_the_one_with_the_longest_match_is_taken(data):
    compiled = {name: (first, re.compile(pattern)) for name, (first, pattern) in patterns._PATTERNS.items()}
    begun = data.draw(st.sampled_from([*compiled.values()]).flatmap(lambda one: st.from_regex(one[1], fullmatch=True)))
    letters = begun + data.draw(st.text("DTWMH19/,_m"))
    found = {name: pattern.match(letters) for name, (first, pattern) in compiled.items() if letters[0] in first}
    longest = max(found, key=lambda name: found[name].end() if found[name] else 0, default=None)
    reading = Reading([DateWord(i, i + 1, letter, 1, letter) for i, letter in enumerate(letters)], letters)
    expression = patterns.expression_at(reading, 0)
    if expression is None:
        assert longest is None or found[longest] is None
    else:
        groups = {group: found[longest].start(group) for group, part in found[longest].groupdict().items() if part}
        assert (expression.pattern, {group: word.start for group, word in expression.words.items()}) == (
            longest,
            groups,
        )


@pytest.mark.parametrize(
    "unit", ["7", "من 5 إلى ", "ال", "و5", "اليوم ", "(", '"', "مارس/", "الأحد و", "القرار رقم 1973 ", "الخميس 5 و"]
)
def test_a_hostile_text_is_read_to_its_end(unit):
    text = unit * (20_000 // len(unit))
    assert all(text[m.start : m.end] == m.text for m in find_dates(text, None))


@pytest.mark.parametrize(
    ("clause", "direction"),
    [
        ("وأعلن المتحدث", -1),
        ("شنت الطائرات غارات", -1),
        ("واستقبل الأمير الوفد", -1),
        ("سيعقد المجلس جلسته", 1),
        ("سوف يسافر الفريق", 1),
        ("لن تفتح المدارس", 1),
        ("من المقرر أن تنطلق الدورة", 1),
        ("يلتقي الفريقان", 1),
        ("لم يصل الوفد", -1),
        ("عاد الهدوء. سيصل المبعوث", 1),
        ("سيصل المبعوث. عاد الهدوء", -1),
        ("في الملعب الكبير", None),
    ],
)
def test_the_direction_of_a_clause(clause, direction):
    assert direction_of(normalize(clause).text) == direction


@pytest.mark.parametrize(
    ("published", "because"),
    [
        (PUBLISHED, "The current one, seen from 13 November 2020."),
        (date(2020, 12, 1), "The one nearest to 1 December 2020."),
        (date(2021, 6, 1), "The one nearest to 1 June 2021."),
    ],
)
def test_a_month_is_called_current_only_where_it_is(published, because):
    assert find_dates("حتى 15 نوفمبر الجاري", published)[0].because == because
    assert find_dates("في رمضان الجاري", date(2020, 5, 1))[0].because == "The current one, seen from 1 May 2020."


# Dates marked by hand, and the field's way to write dates.


def test_a_date_is_marked_by_hand_where_its_words_stand():
    text = "وصل الخميس وعاد الخميس"
    assert [mark_date(text, "الخميس", PUBLISHED, start).start for start in (0, 4, 5)] == [4, 4, 16]
    mention = mark_date(text, "الخميس", PUBLISHED)
    assert (mention.text, mention.first, mention.last) == ("الخميس", PUBLISHED, PUBLISHED)
    assert mark_date(text, "الخميس", PUBLISHED, last=date(2020, 11, 30)).last == date(2020, 11, 30)


@pytest.mark.parametrize(("words", "start"), [("الجمعة", 0), ("وصل", 1)])
def test_words_that_the_text_does_not_have_are_named(words, start):
    with pytest.raises(ArticleError, match=f"«{words}» isn't in this text from {start} on"):
        mark_date("وصل الخميس", words, PUBLISHED, start=start)


@pytest.mark.parametrize("words", ["", " ", "\N{ARABIC TATWEEL}", "\N{RIGHT-TO-LEFT MARK}\N{ARABIC FATHA}"])
def test_words_that_nobody_sees_are_no_date(words):
    with pytest.raises(ArticleError, match="A date wants words that can be seen"):
        mark_date(f"وصل {words} الخميس", words, PUBLISHED)


@pytest.mark.parametrize("day", [None, 3, "2020-11-12", datetime(2020, 11, 12)])
def test_a_day_or_a_place_of_another_kind_is_named(day):
    with pytest.raises(ArticleError, match=re.escape(f"is, and this is {day!r}")):
        mark_date("وصل الخميس", "الخميس", day)
    with pytest.raises(ArticleError, match="`start` is a place in the text, a number"):
        mark_date("وصل الخميس", "الخميس", PUBLISHED, date(2020, 11, 30))
    if day:
        with pytest.raises(ArticleError, match=re.escape(f"and this is {day!r}")):
            mark_date("وصل الخميس", "الخميس", PUBLISHED, last=day)


@pytest.mark.parametrize("words", [None, 5, date(2020, 11, 12), ["الخميس"]])
def test_words_of_another_kind_are_named(words):
    with pytest.raises(ArticleError, match=re.escape(f"a date's words are a text, and these are {words!r}")):
        mark_date("وصل الخميس", words, PUBLISHED)


def test_a_last_day_before_the_first_is_named():
    with pytest.raises(ArticleError, match="«الخميس»: its last day, 2020-11-12, is before its first, 2020-11-13"):
        mark_date("وصل الخميس", "الخميس", date(2020, 11, 13), last=date(2020, 11, 12))


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("الخميس", "2020-11-12", None),
        ("فبراير 2020", "2020-02", None),
        ("نهاية نوفمبر 2020", "2020-11", "END"),
        ("منتصف عام 2019", "2019", "MID"),
        ("مطلع العام المقبل", "2021", "START"),
        ("التسعينات", "1990-01-01/1999-12-31", None),
        ("الأسبوع الماضي", "2020-11-02/2020-11-08", None),
        ("عام 1200 هـ", "XXXX-XX-XX", None),
    ],
)
def test_timex3_writes_a_date_as_the_field_does(text, value, mod):
    (mention,) = find_dates(text, PUBLISHED)
    assert timex3(mention) == {"type": "DATE", "value": value} | ({"mod": mod} if mod else {})


@given(st.dates(), st.dates())
def test_timex3_loses_no_day(one, other):
    first, last = sorted((one, other))
    value = timex3(mark_date("الخميس", "الخميس", first, last=last))["value"]
    assert interval(value) == (first, last)


@given(st.integers(1, 9999), st.integers(1, 12))
def test_timex3_writes_whole_months_and_years_short(year, month):
    for value in (f"{year:04}", f"{year:04}-{month:02}"):
        first, last = interval(value)
        assert timex3(mark_date("الخميس", "الخميس", first, last=last))["value"] == value
