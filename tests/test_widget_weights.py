"""The explorer of weights: what a model has learnt of any word."""

from hypothesis import given
from hypothesis import strategies as st

from helpers.learning import learn, word_features
from helpers.plain import LRM, RLM
from helpers.tagger import LABELS, Model
from helpers.widgets.weights import weights_view

MODEL = Model({"word=لافروف": [0.0, 2.0, 1.0, 0, 0, 0, -0.5], "before=قال": [0, 1.5, 0, 0, 0, 0, 0]}, [[0] * 7] * 7)
LEARNT = learn([[("قال", "O"), ("لافروف", "B-PER"), ("أمس", "O")]] * 3, word_features)


def rows(before: str, word: str, after: str) -> dict[str, list[str]]:
    """The cells of each row, by its feature."""
    plain = weights_view(MODEL, word_features, before, word, after).plain.replace(LRM, "").replace(RLM, "")
    lines = [line.split() for line in plain.partition("\n\nword ")[0].splitlines()[4:]]
    return {"=".join(line[:-7]): line[-7:] for line in lines}


def test_each_feature_has_a_row_and_the_points_are_their_sums() -> None:
    told = rows("قال", "لافروف", "أمس")
    assert list(told) == [*word_features(["قال", "لافروف", "أمس"], 1), "points"]
    assert told["word=لافروف"] == ["+0.0", "+2.0", "+1.0", "+0.0", "+0.0", "+0.0", "-0.5"]
    assert told["before=قال"][1] == "+1.5"
    assert told["end=وف"] == ["-"] * 7
    assert told["points"][1] == "+3.5"


def test_a_neighbour_may_be_left_out() -> None:
    told = rows("", "لافروف", " ")
    assert "before=-" in told and "after=-" in told
    assert told["points"][1] == "+2.0"


def test_the_label_with_the_most_points_is_told() -> None:
    assert "Most points: B-PER" in weights_view(LEARNT, word_features, "قال", "لافروف", "أمس").plain
    assert "Most points: O" in weights_view(LEARNT, word_features, "", "مركز", "").plain


def test_the_tagger_s_own_answer_stands_below_and_may_be_another_label() -> None:
    steps = [[9.0, *[0.0] * 6], *[[0.0] * 7] * 6]
    plain = weights_view(MODEL._replace(steps=steps), word_features, "قال", "لافروف", "أمس").plain
    points, _, answer = plain.replace(LRM, "").replace(RLM, "").partition("the tagger's answer")
    assert "Most points: B-PER" in points
    assert [line.split() for line in answer.splitlines()[-3:]] == [["قال", "O"], ["لافروف", "O"], ["أمس", "O"]]


def test_without_a_word_there_is_a_sentence() -> None:
    assert "Write a word" in weights_view(MODEL, word_features, "قال", " ", "").plain


@given(st.text(), st.text(), st.text())
def test_any_text_is_shown_and_escaped(before: str, word: str, after: str) -> None:
    view = weights_view(LEARNT, word_features, before, f"<script>{word}", after)
    assert "<script>" not in view.html
    assert all(label in view.plain for label in LABELS)
    weights_view(LEARNT, word_features, before, word, after).html.encode("utf-8", "surrogatepass")
