"""Folding: what each step does, that nothing else is touched, and the way back for every position."""

import unicodedata
from itertools import pairwise

import pytest
from growth import assert_linear
from hypothesis import example, given
from hypothesis import strategies as st
from made_up import cases

from helpers.normalize import DEFAULT, MARKS, STEPS, TATWEEL, normalize

SHADDA, FATHA = "\N{ARABIC SHADDA}", "\N{ARABIC FATHA}"
FOLDABLE = "".join(source for table in STEPS.values() for source in table)
ANY_TEXT = st.one_of(
    st.text(), st.text("ابتلمهويىةأإآ   \n.،«»\N{ARABIC LIGATURE LAM WITH ALEF ISOLATED FORM}" + FOLDABLE)
)
SOME_STEPS = st.lists(st.sampled_from(DEFAULT), unique=True)


@pytest.mark.parametrize("case", cases("normalize"), ids=lambda case: case["why"])
def test_normalize(case):
    normalized = normalize(case["text"], case.get("steps", DEFAULT))
    assert normalized.text == case["expect"]
    if "touched" in case:
        assert normalized.steps == case["touched"]


def test_an_unknown_step_is_named():
    with pytest.raises(ValueError, match="a list of names"):
        normalize("خبر", "marks")
    with pytest.raises(ValueError, match="no step tashkeel; the steps are presentation, marks"):
        normalize("نعم", steps=["marks", "tashkeel"])


def test_the_steps_are_counted_one_by_one():
    steps = normalize("أَعْلَنَ إلى المدرســـة، ١٥").steps
    assert tuple(steps) == DEFAULT
    assert {name: count for name, count in steps.items() if count} == {
        **{"marks": 4, "tatweel": 3, "alef": 2, "yeh": 1, "teh": 1, "digits": 2, "punctuation": 1},
    }


@pytest.mark.parametrize("name", [name for name in DEFAULT if name != "presentation"])
def test_the_tables_hold_single_characters_of_one_kind(name):
    kinds = {"marks": {"Mn", "Lm"}, "tatweel": {"Lm"}, "invisible": {"Cf", "Cn"}, "digits": {"Nd"}}
    kinds |= {"punctuation": {"Po", "Pi", "Pf", "Ps", "Pd", "Sm"}, "spaces": {"Zs", "Cc"}}
    for source, folded in STEPS[name].items():
        assert len(source) == 1
        # Unassigned (Cn): a mark or a control that this Python's Unicode does not know yet.
        assert unicodedata.category(source) in kinds.get(name, {"Lo"}) | {"Cn"}
        assert len(folded) == (0 if name in ("marks", "tatweel", "invisible") else 1)


def test_every_arabic_mark_is_a_mark():
    blocks = [*range(0x600, 0x700), *range(0x750, 0x780), *range(0x870, 0x900), *range(0xFB50, 0xFE00)]
    assert {chr(code) for code in blocks if unicodedata.category(chr(code)) == "Mn"} <= set(MARKS)


def test_the_tables_agree_with_unicode():
    for name in ("presentation", "digits"):
        for source, folded in STEPS[name].items():
            expected = unicodedata.normalize("NFKC", source)
            assert folded == (str(unicodedata.digit(source)) if name == "digits" else expected.strip(" ")), source


@given(ANY_TEXT, SOME_STEPS)
@example(f" ا{SHADDA}{FATHA}{TATWEEL}  \N{NO-BREAK SPACE}ب ", list(DEFAULT))
@example("\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 2, list(DEFAULT))
def test_folding_is_the_tables_and_nothing_else(text, steps):
    """What the fast way gives is what one would get character by character."""
    expected = text
    for name, table in STEPS.items():
        if name in steps:
            expected = "".join(table.get(character, character) for character in expected)
            if name == "spaces":
                while "  " in expected:
                    expected = expected.replace("  ", " ")
    assert normalize(text, steps).text == expected


@given(ANY_TEXT)
def test_folding_a_folded_text_changes_nothing(text):
    folded = normalize(text).text
    assert normalize(folded).text == folded


@given(ANY_TEXT, SOME_STEPS)
def test_the_counts_are_of_the_steps_asked_for(text, steps):
    normalized = normalize(text, steps)
    assert set(normalized.steps) == set(steps)
    assert (normalized.text == text) == (not any(normalized.steps.values())) or "spaces" in steps


@given(ANY_TEXT, SOME_STEPS)
@example(f"{SHADDA}ا", ["marks"])
@example("ﷺ  ﻻ", list(DEFAULT))
def test_every_position_leads_back(text, steps):
    normalized = normalize(text, steps)
    spans = [normalized.original(i, i + 1) for i in range(len(normalized.text))]
    for character, (start, end) in zip(normalized.text, spans, strict=True):
        assert 0 <= start < end <= len(text)
        assert character in normalize(text[start:end], steps).text
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(spans))
    for i in range(len(normalized.text) + 1):
        start, end = normalized.original(i, i)
        assert 0 <= start == end <= len(text)
        assert i == len(spans) or start == spans[i][0]


@given(
    st.text("ابتلمهوي ."),
    st.integers(0, 2**32),
    st.sampled_from([SHADDA, TATWEEL, FATHA * 2, "\N{RIGHT-TO-LEFT MARK}"]),
)
def test_what_is_strewn_in_changes_no_span_but_its_offsets(text, where, strewn):
    """Each letter leads back to the same letter when something is put behind some of the letters."""
    plain = normalize(text)
    changed = "".join(c + strewn * (where >> i % 32 & 1) for i, c in enumerate(text))
    folded = normalize(changed)
    assert folded.text == plain.text
    for i in range(len(plain.text)):
        assert changed[folded.original(i, i + 1)[0]] == text[plain.original(i, i + 1)[0]]


@pytest.mark.parametrize(
    ("text", "found", "original"),
    [
        ("قالَ «بيّنَ»", "بين", "بيّنَ"),
        ("في المدرســـة.", "المدرسه", "المدرســـة"),
        ("المدرســـةُ.", "المدرسه", "المدرســـةُ"),
        ("ﻗﺎل ﻷﺧﻴﻪ.", "لاخيه", "ﻷﺧﻴﻪ"),
        ("هو ﷲ.", "الله", "ﷲ"),
        ("أ    ب ج", "ب ج", "ب ج"),
        ("أ    ب", "ا ب", "أ    ب"),
        ("\N{RIGHT-TO-LEFT MARK}قال", "قال", "قال"),
    ],
)
def test_a_word_found_in_the_folded_text_is_quoted_from_the_original(text, found, original):
    normalized = normalize(text)
    start = normalized.text.index(found)
    first, last = normalized.original(start, start + len(found))
    assert text[first:last] == original


def test_the_whole_text_and_the_end_lead_back():
    normalized = normalize("  أَهْلًا  ")
    assert normalized.text == " اهلا "
    assert normalized.original(1, 5) == (2, 9)
    assert normalized.original(6, 6) == (11, 11)
    assert normalize(SHADDA * 3).original(0, 0) == (3, 3)


@pytest.mark.parametrize("unit", [" ", SHADDA, TATWEEL, "\N{NO-BREAK SPACE}", "ﷺ", "أ ", f"ا{FATHA}", FOLDABLE])
def test_time_grows_no_faster_than_the_text(unit):
    assert_linear(lambda text: normalize(text).original(0, 0), unit)
