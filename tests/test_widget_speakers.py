"""The explorer of speakers: who says what, in which words, and how much of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import SEED, find_statements, read_article
from helpers.records import Statement
from helpers.translation import read_translation
from helpers.widgets.speakers import (
    BOTH,
    DIRECT,
    EVERYONE,
    IN_ENGLISH,
    NO_NAME,
    REPORTED,
    explore_speakers,
    speakers_view,
)

BODY = read_article(SEED).body
STATEMENTS = find_statements(BODY)
ENGLISH = read_translation(SEED.with_suffix(".en.json"))
ALIYEV, PASHINYAN = "إلهام علييف", "نيكول باشينيان"


def marked(plain: str) -> list[str]:
    """What is marked in a view's story."""
    return re.findall(r"⟦([^⟧]+)\|(?:QUOTE|SAID)⟧", plain)


@pytest.mark.parametrize(
    ("who", "how", "counts"),
    [
        (EVERYONE, BOTH, "13 of 13 statements, 250 of 250 words said"),
        (EVERYONE, DIRECT, "4 of 13 statements, 77 of 250 words said"),
        (ALIYEV, BOTH, "2 of 13 statements, 55 of 250 words said"),
        (ALIYEV, DIRECT, "0 of 13 statements, 0 of 250 words said"),
        (PASHINYAN, REPORTED, "0 of 13 statements, 0 of 250 words said"),
    ],
)
def test_the_caption_counts_what_is_chosen(who: str, how: str, counts: str) -> None:
    assert speakers_view(BODY, STATEMENTS, who, how).plain.startswith(counts + "\n")


def test_only_what_is_chosen_is_marked_in_the_story() -> None:
    chosen = [said.text for said in STATEMENTS if said.speaker == ALIYEV]
    assert marked(speakers_view(BODY, STATEMENTS, ALIYEV, BOTH).plain) == chosen
    assert marked(speakers_view(BODY, STATEMENTS, ALIYEV, DIRECT).plain) == []


def test_each_statement_has_a_row_with_its_sentences_in_english() -> None:
    view = speakers_view(BODY, STATEMENTS, EVERYONE, DIRECT, ENGLISH)
    assert view.html.count("<tr>") == 1 + 4
    assert IN_ENGLISH in view.plain
    assert "set aside for the joint centre. This does not concern any movements" in view.plain  # one quotation
    assert IN_ENGLISH not in speakers_view(BODY, STATEMENTS, EVERYONE, DIRECT).plain


def test_every_speaker_can_be_chosen_in_the_order_of_the_story() -> None:
    who, how = explore_speakers(BODY, STATEMENTS, ENGLISH).widget.children[1].children
    assert [name for _, name in who.options] == [EVERYONE, *dict.fromkeys(said.speaker for said in STATEMENTS)]
    assert [name for _, name in how.options] == [BOTH, DIRECT, REPORTED]


def test_a_speaker_without_a_name_and_a_lost_verb_are_told() -> None:
    view = speakers_view("المكتبة مفتوحة", [Statement(0, 14, "المكتبة مفتوحة", None, "", False)], NO_NAME, BOTH)
    assert NO_NAME in view.plain
    assert "1 of 1 statements" in view.plain


def test_a_story_without_statements_has_a_view_too() -> None:
    assert "0 of 0 statements" in explore_speakers("خبر", []).twin.plain


def test_it_may_begin_with_one_speaker() -> None:
    assert "2 of 13 statements" in explore_speakers(BODY, STATEMENTS, who=ALIYEV).twin.plain
    assert "13 of 13 statements" in explore_speakers(BODY, STATEMENTS, who="سامي حداد").twin.plain


@given(st.text(), st.text(min_size=1), st.booleans())
def test_any_text_is_shown_and_escaped(text: str, speaker: str, direct: bool) -> None:
    text += "<script>"
    view = speakers_view(text, [Statement(0, len(text), text, speaker + "<b>", "<i>", direct)], EVERYONE, BOTH)
    assert not re.search("<script>|<b>|<i>", view.html)
    view.html.encode("utf-8")
