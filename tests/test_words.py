"""Sentences and tokens, the particles of a word, frequencies and the concordance."""

import hashlib
from collections import Counter

import pytest
from growth import assert_linear
from hypothesis import given
from hypothesis import strategies as st
from made_up import cases

from helpers.normalize import normalize
from helpers.words import concordance, cuts, endings, frequencies, matches_near_arabic, sentences, tokens

ANY_TEXT = st.one_of(st.text(), st.text('ابوفلكس ٌّـ،.؟!«»"د 12.\n\r\u200f\u200c\ud800_'))
WORD = st.text("ابتلمهوفكسني", min_size=0, max_size=8)


@pytest.mark.parametrize("case", cases("words")["sentences"], ids=lambda case: case["why"])
def test_sentences(case):
    assert [sentence.text for sentence in sentences(case["text"])] == case["expect"]


@pytest.mark.parametrize("case", cases("words")["tokens"], ids=lambda case: case["why"])
def test_tokens(case):
    assert [token.text for token in tokens(case["text"])] == case["expect"]


def test_the_kinds_of_tokens():
    kinds = [(token.text, token.kind) for token in tokens("وصل 15، G20")]
    assert kinds == [("وصل", "word"), ("15", "number"), ("،", "mark"), ("G", "word"), ("20", "number")]


@given(ANY_TEXT)
def test_spans_are_what_stands_there_in_order(text):
    for find in (sentences, tokens):
        end = 0
        for span in find(text):
            assert text[span.start : span.end] == span.text
            assert span.start >= end
            end = span.end
            assert span.text == span.text.strip() != ""


@given(ANY_TEXT)
def test_sentences_leave_out_nothing_but_space(text):
    found = "".join(sentence.text for sentence in sentences(text))
    assert "".join(found.split()) == "".join(text.split())


def test_tokens_are_the_same_on_every_python():
    """A newer Python knows more letters; what a word is must not change with it."""
    every = " ".join(map(chr, [*range(0xD800), *range(0xE000, 0x20000)]))
    kinds = "".join(f"{token.start}{token.kind}" for token in tokens(every))
    assert (
        hashlib.sha256(kinds.encode()).hexdigest() == "73f9611a563feb902ff7962467bc243a3ccb293d7655bcbe09d52d768f665acd"
    )


def test_what_is_far_from_arabic_is_left_out():
    def near(text: str) -> list[str]:
        return [found.group() for found in matches_near_arabic(text)]

    foreign = "a " * 100  # 200 characters, all of them near to Arabic
    assert near(f"نعم {foreign}لا") == ["نعم", *"a" * 100, "لا"]
    assert near(f"نعم {foreign * 50}لا") == ["نعم", *"a" * 100, "لا"]
    assert near(foreign * 5) == ["a"] * 100
    assert near("") == []


@pytest.mark.parametrize(
    ("word", "rests"),
    [
        ("وبالصين", ["وبالصين", "بالصين", "الصين", "صين"]),
        ("للحركة", ["للحركة", "لحركة"]),
        ("وللحركة", ["وللحركة", "للحركة", "لحركة"]),
        ("وسيقام", ["وسيقام", "سيقام", "يقام"]),
        ("فكالبحر", ["فكالبحر", "كالبحر", "البحر", "بحر"]),
        ("المركز", ["المركز", "مركز"]),
        ("مركز", ["مركز"]),
        ("وزير", ["وزير", "زير"]),  # no word: why a list must have the last say
        ("بلاد", ["بلاد", "لاد"]),
        ("وهو", ["وهو", "هو"]),
        ("له", ["له"]),
        ("ال", ["ال"]),
        ("و", ["و"]),
        ("", [""]),
    ],
)
def test_cuts(word, rests):
    assert [rest for _, rest in cuts(word)] == rests


@pytest.mark.parametrize(
    ("word", "stems"),
    [
        ("بلاده", ["بلاده", "بلاد"]),
        ("لديها", ["لديها", "لدي"]),
        ("بقوله", ["بقوله", "بقول"]),
        ("شركائنا", ["شركائنا", "شركائ"]),
        ("لديهما", ["لديهما", "لدي"]),
        ("أخبرني", ["أخبرني", "أخبر", "أخبرن"]),
        ("كتابكم", ["كتابكم", "كتاب"]),
        ("الميدان", ["الميدان"]),
        ("له", ["له"]),
        ("", [""]),
    ],
)
def test_endings(word, stems):
    assert [stem for stem, _ in endings(word)] == stems


@given(WORD)
def test_every_cut_puts_the_word_together_again(word):
    assert all(particles + rest == word for particles, rest in cuts(word))
    assert all(stem + pronoun == word for stem, pronoun in endings(word))
    assert all(len(rest) >= 2 for _, rest in list(cuts(word))[1:] + [(p, s) for s, p in list(endings(word))[1:]])


def test_frequencies():
    text = "المدرسة والمدرسه: مَدرسة 15 المدرســة."
    assert frequencies(text) == Counter({"المدرسه": 2, "والمدرسه": 1, "مدرسه": 1})
    assert frequencies(text, folded=False)["المدرسة"] == 1


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("مركز", ["مركزٌ", "والمركز", "للمركز", "بمركز"]),
        ("المركز", ["والمركز", "للمركز"]),
        ("مَرْكَز", ["مركزٌ", "والمركز", "للمركز", "بمركز"]),
        ("مدينة صيدا", ["ومدينة  صيدا"]),
        ("صيدا.", ["صيدا."]),
        ("رك", []),
        ("", []),
        ("  ", []),
        ("(", []),
    ],
)
def test_concordance(word, found):
    text = "هذا مركزٌ جديد، والمركز للمركز؛ ومدينة  صيدا بمركز ومراكز ومركزية في صيدا."
    assert [span.text for _, span, _ in concordance(text, word)] == found


@pytest.mark.parametrize(
    ("word", "found"),
    [("الله", ["لله", "والله"]), ("اللغة", ["للغة"]), ("لغة", ["للغة", "لغة"]), ("لبنان", ["للبنان"])],
)
def test_a_word_with_a_lam_of_its_own_has_no_third_one(word, found):
    text = "الحمد لله والله أعلم؛ كتاب للغة العربية، لغة الشعر، للبنان."
    assert [span.text for _, span, _ in concordance(text, word)] == found


def test_the_concordance_shows_what_stands_around():
    text = "افتتحت البلدية مكتبة في المدينة"
    found = [("البلدية ", "مكتبة", " في المد")]
    assert [(left, span.text, right) for left, span, right in concordance(text, "مكتبه", width=8)] == found
    assert concordance(text, "افتتحت", width=4)[0][0] == ""


@given(ANY_TEXT, st.integers(0, 5))
def test_the_concordance_finds_words_of_any_text(text, width):
    words = [token for token in tokens(text) if token.kind == "word"]
    for token in words[:2]:
        hits = concordance(text, token.text, width)
        if normalize(token.text).text.strip():
            assert hits
        for left, span, right in hits:
            assert text[span.start : span.end] == span.text
            assert len(left) <= width >= len(right)
            assert (left + span.text + right) in text


@pytest.mark.parametrize(
    "unit", ["ا", "ا ", ". ", ".", "د. ", "«.» ", "ـ", "\N{ARABIC SHADDA}", "1,", "1.", "\n", "وال"]
)
def test_time_grows_no_faster_than_the_text(unit):
    assert_linear(lambda text: [sentences(text), tokens(text), concordance(text, "كلمة")], unit)
