"""The learnt half of name finding: features, decoding, training, and the model that ships."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import SEED, read_article, tagger
from helpers.corpus import read_corpus, read_examples
from helpers.quick_tagger import best_labels, learnt_spans
from helpers.rules import find_by_rule, read_story
from helpers.tagger import LABELS, Model, features, load_model, tag, to_labels, to_spans, train
from tools.train_tagger import write

CORPUS = """\
زار O
كوبوتشي B-PER
يانسن I-PER
مدينة O
وبلفروم B-LOC

رحب O
كوبوتشي B-PER
بالوفد O
"""


def small_corpus(tmp_path: Path) -> list:
    path = tmp_path / "small.conll"
    path.write_text(CORPUS, encoding="utf-8")
    return read_corpus(path)


def test_a_corpus_is_read_as_sentences_of_words_and_labels(tmp_path):
    sentences = small_corpus(tmp_path)
    assert [len(sentence) for sentence in sentences] == [5, 3]
    assert sentences[1] == [("رحب", "O"), ("كوبوتشي", "B-PER"), ("بالوفد", "O")]


def test_a_kind_that_the_tagger_does_not_know_counts_as_no_name(tmp_path):
    path = tmp_path / "misc.conll"
    path.write_text("الأوسكار B-MISC\nاليوم O\n", encoding="utf-8")
    assert read_corpus(path) == [[("الأوسكار", "O"), ("اليوم", "O")]]


def test_each_word_of_a_story_has_a_row_of_features():
    story = read_story("قال الرئيس، أمس")
    rows = features(story)
    assert len(rows) == len(story.words) == 4
    assert "0 w=قال" in rows[0] and "-2 edge" in rows[0] and "1 w=الرييس" in rows[0]
    assert "0 titles" in rows[1] and "-1 speech verbs" in rows[1]


def test_no_name_goes_on_where_none_of_its_kind_began():
    inside = Model({"inside": [0, 0, 9, 0, 0, 0, 0], "place": [0, 0, 0, 5, 0, 0, 0]}, [[0] * len(LABELS)] * len(LABELS))
    assert tag([["inside"], ["inside"]], inside) == ["B-PER", "I-PER"]
    assert tag([["place"], ["inside"]], inside) == ["B-PER", "I-PER"]  # B-LOC, I-PER would score more


def test_no_words_have_no_labels():
    assert tag([], load_model()) == []


@pytest.mark.parametrize(
    "text", [read_article(SEED).body, "", "زار", "مباراة في الدوري: فاز نادي الهلال 2-1\nقال المدرب", "10:30 ¹ ²٣"]
)
def test_the_quick_way_gives_the_labels_of_the_features(text):
    story = read_story(text)
    ruled, model = find_by_rule(story), load_model()
    rows = features(story, ruled)
    slow = [
        (start + first, start + stop, label)
        for start, end in story.sentences()
        for first, stop, label in to_spans(tag(rows[start:end], model))
    ]
    assert list(learnt_spans(story, ruled)) == slow


A_WEIGHT = st.integers(-3, 3) | st.integers(-2_000, 2_000)  # small ones make paths that score the same
A_ROW = st.tuples(*[A_WEIGHT] * len(LABELS))


@given(st.lists(A_ROW, max_size=12), st.lists(A_ROW, min_size=len(LABELS), max_size=len(LABELS)))
def test_the_quick_way_finds_the_same_path(scores, steps):
    assert best_labels(scores, Model({}, steps)) == tagger.best_labels(scores, Model({}, steps))


def test_labels_and_spans_say_the_same():
    labels = ["O", "B-PER", "I-PER", "B-PER", "O", "B-LOC"]
    assert list(to_spans(labels)) == [(1, 3, "PER"), (3, 4, "PER"), (5, 6, "LOC")]


def test_training_learns_its_examples_and_the_same_each_time(tmp_path):
    examples = list(read_examples(small_corpus(tmp_path)))
    model = train(examples, epochs=10, rarest=1)
    assert [tag(rows, model) for rows, _ in examples] == [labels for _, labels in examples]
    assert train(examples, epochs=10, rarest=1) == model


def test_a_model_is_written_as_the_same_bytes(tmp_path):
    model = train(list(read_examples(small_corpus(tmp_path))), rarest=1)
    first, second = tmp_path / "a.tsv", tmp_path / "b.tsv"
    write(model, first)
    write(model, second)
    assert first.read_bytes() == second.read_bytes()
    assert b"\r" not in first.read_bytes()


def test_the_shipped_model_names_its_corpus_and_licence():
    path = Path(__file__).parent.parent / "helpers" / "data" / "tagger.tsv"
    head = path.read_text(encoding="utf-8")[:800]
    assert "ANERcorp" in head and "CC BY-SA 4.0" in head
    assert path.stat().st_size < 3_000_000


def test_the_shipped_model_has_a_weight_for_each_label():
    model = load_model()
    assert len(model.steps) == len(LABELS) and len(model.weights) > 10_000
    assert {len(row) for row in [*model.weights.values(), *model.steps]} == {len(LABELS)}


def test_the_corpus_bounds_become_this_projects(tmp_path):
    path = tmp_path / "bounds.conll"
    path.write_text("فاز O\nنادي B-ORG\nتشيلسي I-ORG\nأمام O\nمجلس B-ORG\nالنواب I-ORG\nالفرنسي O\n", encoding="utf-8")
    [(_, labels)] = read_examples(read_corpus(path))
    assert labels == ["O", "O", "B-ORG", "O", "B-ORG", "I-ORG", "I-ORG"]


def test_rules_are_written_as_labels():
    story = read_story("في باريس")
    assert to_labels(story, []) == ["O", "O"]
