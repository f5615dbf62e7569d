"""Learning names from examples, in small: the slice of a corpus, features, the way from labels to names and back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import SEED, read_article
from helpers.gazetteer import lists_with
from helpers.learning import (
    SAMPLE,
    annotate,
    learn,
    names_of,
    read_sample,
    relabel,
    text_of,
    whole_words,
    word_features,
)
from helpers.records import ArticleError, Entity
from helpers.score import read_gold
from helpers.tagger import LABELS, tag

WORDS = st.text(st.characters(categories=["L"]), min_size=1)
SENTENCES = st.lists(st.lists(st.tuples(WORDS, st.sampled_from(LABELS)), min_size=1))


def test_the_sample_is_500_sentences_and_says_where_it_comes_from() -> None:
    head = SAMPLE.read_text(encoding="utf-8").partition("\n\n")[0]
    assert all(line.startswith("# ") for line in head.splitlines())
    assert all(said in head for said in ("first 500 sentences", "Benajiba", "Rosso", "Benedí", "CC BY-SA 4.0"))
    sentences = read_sample()
    assert len(sentences) == 500
    assert sentences[0][0] == ("فرانكفورت", "B-LOC")
    assert not any(word.startswith("#") and len(word) > 1 for sentence in sentences for word, _ in sentence)
    assert {mark for sentence in sentences for _, mark in sentence} == set(LABELS)


def test_no_name_of_the_sample_goes_on_where_none_began() -> None:
    for sentence in read_sample():
        labels = ["O", *(mark for _, mark in sentence)]
        assert all(b[0] != "I" or a[1:] == b[1:] for a, b in pairwise(labels))


@pytest.mark.parametrize(
    ("features", "came"), [("abc", "str"), (None, "NoneType"), ([1], "int"), ([["a"]], "list"), ({"a"}, "set")]
)
def test_features_are_lists_of_texts(features: object, came: str) -> None:
    def describe(words: list[str], i: int) -> object:
        return features if i else ["first"]

    with pytest.raises(ArticleError, match=f"for «بيروت» there is a value of type {came}"):
        learn([[("زار", "O"), ("بيروت", "B-LOC")]], describe)


def test_the_edges_of_a_sentence_are_features_too() -> None:
    assert word_features(["قال"], 0)[3:] == ["before=-", "after=-"]
    assert word_features(["وأرمينيا", "أمس"], 0) == ["word=وارمينيا", "front=وا", "end=يا", "before=-", "after=امس"]


def test_a_sentence_can_be_learnt_by_heart_with_any_features() -> None:
    examples = [[("زار", "O"), ("كوبوتشي", "B-PER"), ("وبلفروم", "B-LOC")]] * 4
    for describe in (word_features, lambda words, i: [words[i]]):
        model = learn(examples, describe)
        assert relabel(examples, model, describe) == examples
        assert learn(examples, describe) is model


def test_labels_are_those_of_the_tagger() -> None:
    sentence = read_sample()[4]
    words = [word for word, _ in sentence]
    model = learn(read_sample()[:30], word_features)
    rows = [word_features(words, i) for i in range(len(words))]
    assert [mark for _, mark in relabel([sentence], model, word_features)[0]] == tag(rows, model)


def test_the_gold_of_the_story_is_kept_as_labels() -> None:
    body, gold = read_article(SEED).body, read_gold(SEED.with_suffix(".gold.json")).entities
    names = names_of(annotate(body, gold))
    assert [(name.text, name.label) for name in names] == [
        (name.text, name.label) for name in whole_words(text_of(annotate(body, gold)), names)
    ]
    assert [name.label for name in names] == [name.label for name in gold]
    assert all(name.text.endswith(marked.text) for name, marked in zip(names, gold, strict=True))


def test_neighbouring_names_stay_two() -> None:
    names = [Entity(0, 4, "سالم", "PER", "سالم"), Entity(5, 9, "خالد", "PER", "خالد")]
    assert annotate("سالم خالد", names) == [[("سالم", "B-PER"), ("خالد", "B-PER")]]


def test_a_name_in_the_second_sentence_has_its_labels() -> None:
    assert annotate("عاد. زار بيروت", [Entity(9, 14, "بيروت", "LOC", "بيروت")])[1] == [("زار", "O"), ("بيروت", "B-LOC")]


@given(SENTENCES)
def test_names_are_at_their_offsets_in_the_text(sentences: list) -> None:
    text = text_of(sentences)
    for name in names_of(sentences):
        assert text[name.start : name.end] == name.text


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_whole_words_hold_the_name_and_end_at_spaces(text: str, start: int, length: int) -> None:
    name = Entity(min(start, len(text)), min(start + length, len(text)), "", "PER", "")
    (wide,) = whole_words(text, [name])
    assert wide.start <= name.start <= name.end <= wide.end
    assert text[wide.start : wide.end] == wide.text
    assert not wide.start or text[wide.start - 1].isspace()


@given(st.text())
def test_any_word_can_be_looked_up_in_the_lists(word: str) -> None:
    assert list(lists_with(word)) == sorted(set(lists_with(word)))


def test_lists_are_found_behind_proclitics_and_in_any_spelling() -> None:
    assert "LOC" in lists_with("وأرمينيا") and "LOC" in lists_with("ارمينيا")
    assert "titles" in lists_with("الرئيس")
    assert lists_with("كوبوتشي") == () == lists_with("")
