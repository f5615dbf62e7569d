"""Names: what is found, where, under which label, and by which full name."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.entities import find_entities

CASES = json.loads((Path(__file__).parent / "cases" / "entities.json").read_text(encoding="utf-8"))
STORY = "قال وزير الخارجية الكيني ألفريد موتوا، الاثنين، إن نيروبي ترحب بالاتفاق. وأضاف موتوا أن «المحادثات» ستستمر."


def names(text: str, **options) -> list[list[str]]:
    return [[entity.text, entity.label] for entity in find_entities(text, **options)]


@pytest.mark.parametrize(
    "case",
    [pytest.param(c, id=c["why"], marks=pytest.mark.xfail(reason="known") if "fails" in c else ()) for c in CASES],
)
def test_names_of_a_sentence(case):
    assert names(case["text"]) == case["expect"]


def test_a_short_form_carries_the_full_name():
    full = {entity.text: entity.name for entity in find_entities(STORY)}
    assert full == {"ألفريد موتوا": "ألفريد موتوا", "نيروبي": "نيروبي", "موتوا": "ألفريد موتوا"}


def test_a_short_form_before_the_full_name_carries_it_too():
    first, *_ = find_entities("موتوا: سنرحب بالاتفاق\nقال الوزير ألفريد موتوا إن الاتفاق جيد.")
    assert (first.text, first.name) == ("موتوا", "ألفريد موتوا")


def test_a_place_is_never_called_by_a_longer_one():
    assert [e.name for e in find_entities("زار القدس ثم القدس الشرقية.")] == ["القدس", "القدس الشرقية"]


def test_the_rules_alone_find_names_that_signs_announce():
    assert names(STORY, learnt=False) == [["ألفريد موتوا", "PER"], ["نيروبي", "LOC"], ["موتوا", "PER"]]


def test_own_names_are_found_everywhere_with_and_without_proclitics():
    text = "افتتح مقهى الياسمين، وفي مقهى الياسمين جلسنا. لمقهى الياسمين باب أزرق."
    assert names(text, extra=[("مقهى الياسمين", "LOC")]) == [["مقهى الياسمين", "LOC"]] * 3


def test_own_labels_win():
    assert names("وصل إلى باريس.", extra=[("باريس", "PER")]) == [["باريس", "PER"]]


@pytest.mark.parametrize("learnt", [True, False])
def test_tashkeel_and_tatweel_change_nothing_but_offsets(learnt):
    marked = STORY.replace("قال", "قالَ").replace("موتوا", "مُوتـــوا").replace("نيروبي", "نَيْروبي")
    plain = [(e.label, e.text) for e in find_entities(STORY, learnt=learnt)]
    found = find_entities(marked, learnt=learnt)
    assert [(e.label, e.text.translate(dict.fromkeys(map(ord, "ـَُْ")))) for e in found] == plain


@given(st.text(st.sampled_from('ابتثجحدرسعفقكلمنهوي أإآىةؤئء،.؛:«»"()-–\nـَّ\u200fابنللوال019Aa '), max_size=120))
def test_spans_are_exact_sorted_and_apart(text):
    found = find_entities(text)
    assert all(text[e.start : e.end] == e.text and e.text and e.label in ("PER", "LOC", "ORG") for e in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(st.text(max_size=200))
def test_any_text_has_its_names_or_none(text):
    assert all(text[e.start : e.end] == e.text for e in find_entities(text))


@pytest.mark.parametrize(
    "piece", ["ال ", "ال", '"', "«", "محمد ", "بن ", "الرئيس ", "رئيس ", "وهي ", "مدن، وهي ", "وزارة ال", "\n", "و", "ّ"]
)
def test_twice_the_text_takes_no_more_than_about_twice_the_steps(piece):
    assert steps(piece * 2000) < 2.6 * steps(piece * 1000) + 5000


def steps(text: str) -> int:
    """Count the function calls that finding the names of `text` takes: time would depend on the machine."""
    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += event == "call"

    find_entities(text)  # lists, model and caches are loaded now
    sys.setprofile(counted)
    find_entities(text)
    sys.setprofile(None)
    return count


def test_the_hash_seed_changes_nothing():
    code = f"from helpers.entities import find_entities; print(find_entities({STORY!r}))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ".", "PYTHONIOENCODING": "utf-8", "PATH": ""},
            cwd=Path(__file__).parent.parent,
            capture_output=True,
            check=True,
        ).stdout
        for seed in "012"
    }
    assert len(outputs) == 1


def test_names_of_your_own_may_be_one_word_or_two_and_may_end_the_text():
    extra = [("سامي حداد", "PER"), ("سامي", "PER"), ("", "LOC"), ("«»", "LOC")]
    found = find_entities("قال سامي حداد ثم أضاف سامي", learnt=False, extra=extra)
    assert [entity.text for entity in found] == ["سامي حداد", "سامي"]
