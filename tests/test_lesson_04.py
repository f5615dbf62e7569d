"""What lesson 04 claims, one test for each claim."""

import re
from collections import Counter

import pytest
from test_lessons import LESSONS, plain, prose, rows, section

from helpers import SEED, find_entities, read_article, tokens
from helpers.annotation import mark_entities
from helpers.exercises.lesson_04 import (
    ERROR_KIND,
    FIND_NAMES,
    FIND_PEOPLE,
    FIND_PLACES,
    PARTNER,
    TRIGGERS,
    find_people,
    full_names_gold,
    known_places,
    paragraph,
    paragraph_gold,
    partner,
    story,
)
from helpers.lexicon import countries, words
from helpers.records import ArticleError, Entity
from helpers.score import read_gold, score_entities
from helpers.translation import read_glossary
from tools.execute import NOTEBOOKS, code_cells

LESSON = LESSONS["04_names"]
TOLD = " ".join(prose(LESSON).split())
CODE = "\n\n".join(cell.source for cell in code_cells(LESSON))
BODY = read_article(SEED).body
GOLD = read_gold(SEED.with_suffix(".gold.json")).entities
GLOSSARY = read_glossary(SEED.with_suffix(".glossary.tsv"))
PLACES = {name: "LOC" for name in known_places()}
CLUBS = {name: "ORG" for kind in ("media", "sport") for name in words("organisations")[kind]}
KARABAKH = "قره باغ"
ADDED = "لمركز المشترك"


def look_up(names: dict[str, str]) -> list[Entity]:
    return [Entity(t.start, t.end, t.text, names[t.text], t.text) for t in tokens(BODY) if t.text in names]


def lines(title: str, columns: int) -> list[list[str]]:
    """The rows of a section's table that has so many columns, without markup."""
    return [[plain(cell) for cell in row] for row in rows(section(LESSON, title)) if len(row) == columns]


# Marks by hand.


def test_the_paragraph_has_names_of_all_three_kinds() -> None:
    assert {name.label for name in paragraph_gold()} == {"PER", "LOC", "ORG"}
    assert paragraph_gold() == [name for name in GOLD if name.end <= len(paragraph())]


def test_each_rule_has_an_example_from_the_paragraph() -> None:
    rules = lines("Mark it yourself", 5)
    assert [row[0] for row in rules] == list("12345")
    assert [row[2] for row in rules if row[2] not in paragraph()] == []
    for example in ("الروسي", "إقليم"):
        assert not any(example in name.text for name in GOLD)
    assert next(name.label for name in GOLD if name.text == "الأناضول") == "ORG"
    assert [name.text for name in paragraph_gold()].count("لافروف") == 1


def test_the_gold_leaves_out_quotation_marks_proclitics_and_titles() -> None:
    for name in GOLD:
        assert '"' not in name.text
        assert not name.text.startswith("و")
        assert name.text.split()[0] not in ("وزير", "رئيس", "الرئيس")


def test_one_mark_is_found_wherever_the_name_stands() -> None:
    assert len(mark_entities(paragraph(), ["تركيا LOC"])) == 2


def test_marks_stop_at_a_name_that_is_not_in_the_text() -> None:
    assert [entity.text for entity in mark_entities("زار بوتين وتركيا", ["تركيا LOC"])] == ["تركيا"]
    for absent in ("بوتي", "موسكو"):
        with pytest.raises(ArticleError):
            mark_entities(paragraph(), [f"{absent} LOC"])
    assert sum(name not in BODY for name in PLACES) > len(PLACES) / 2


def test_capitals_in_the_readings_lead_to_the_names() -> None:
    for name in GOLD:
        for word in name.text.split():
            gloss = next(g for g in GLOSSARY.values() if g.base == word or g.form == word)
            assert re.sub("^(wa-|al-)+", "", gloss.transliteration).lstrip("ʿʾ")[0].isupper()


# Two readers.


def test_the_partner_of_the_lesson_is_that_of_the_exercise() -> None:
    assert f'lines = """{PARTNER}"""' in CODE


def test_agreement_is_f1_of_one_against_the_other_whichever_is_first() -> None:
    score, turned = score_entities(partner(), paragraph_gold()), score_entities(paragraph_gold(), partner())
    assert (len(score.right), len(partner()), len(paragraph_gold())) == (6, 8, 9)
    assert score.f1 == pytest.approx(turned.f1) == pytest.approx(2 * 6 / (8 + 9))
    assert "2 * 6 / (8 + 9)" in CODE
    assert score_entities(partner(), partner()).f1 == pytest.approx(1)


def test_each_difference_of_the_readers_is_one_that_the_lesson_names() -> None:
    score = score_entities(partner(), paragraph_gold())
    assert [name.text for name in score.missed] == ["سيرغي لافروف", "الأناضول", "لافروف"]
    assert [(name.text.split()[0], name.label) for name in score.invented] == [("وزير", "PER"), ("الأناضول", "LOC")]


# A list of names.


def test_four_towns_stand_inside_words_of_the_story() -> None:
    towns = words("places")["arab"] + words("places")["caucasus"]
    found = [town for town in towns for g in GLOSSARY.values() if town in g.form and town != g.base]
    assert found == [row[0] for row in lines("A list of names", 3)]


def test_the_list_has_over_a_thousand_names() -> None:
    assert len(PLACES | CLUBS) > 1000
    assert known_places() == {*countries(), *words("places")["caucasus"]}


def test_what_the_list_invents_is_told_and_stands_in_the_lists_named() -> None:
    invented = {name.text for name in score_entities(look_up(PLACES | CLUBS), GOLD).invented}
    told = lines("A list of names", 4)
    assert invented == {row[0] for row in told}
    for word, reading, _, listed in told:
        assert GLOSSARY[word].transliteration == reading
        assert word in words("organisations")["sport"]
        assert ("newspaper" in listed) == (word in words("organisations")["media"])


def test_precision_and_recall_are_those_told() -> None:
    score = score_entities(look_up(PLACES | CLUBS), GOLD)
    right = len(score.right)
    assert f"how much of what was found is right? Here, {right} of {right + len(score.invented)}." in TOLD
    assert f"how much of what is there was found? Here, {right} of {len(GOLD)}." in TOLD
    assert min(score.precision, score.recall) < score.f1 < (score.precision + score.recall) / 2
    assert score.f1 == pytest.approx(2 * score.precision * score.recall / (score.precision + score.recall))
    assert "2 × precision × recall / (precision + recall)" in TOLD


def test_a_shorter_list_invents_nothing_and_loses_anadolu_only() -> None:
    longer, shorter = (score_entities(look_up(names), GOLD) for names in (PLACES | CLUBS, PLACES))
    assert (shorter.precision, shorter.invented) == (1, [])
    assert [name.text for name in longer.right if name not in shorter.right] == ["الأناضول"]


def test_the_exercises_ask_for_the_f1_that_the_lesson_names() -> None:
    for exercise, place in ((FIND_PLACES, "the story's places"), (FIND_PEOPLE, "people's full names")):
        assert f"You need an F1 of {exercise.enough:.2f} on {place}" in TOLD
    assert f"an F1 of {FIND_NAMES.enough:.2f} on the whole story" in TOLD


# Triggers and short forms.


def test_each_trigger_announces_a_name_of_its_kind_in_the_story() -> None:
    kinds = {"a place": "LOC", "an organisation": "ORG", "a person": "PER"}
    for trigger, reading, _, announces in lines("Words that announce names", 4):
        assert GLOSSARY[trigger].transliteration == reading
        before = [BODY[: name.start].split()[-3:] for name in GOLD if name.start and name.label == kinds[announces]]
        assert any(trigger in last for last in before)


def test_five_of_six_nationalities_are_followed_by_a_person() -> None:
    people = {name.start for name in GOLD if name.label == "PER"}
    after = [BODY[t.end + 1 :] for t in tokens(BODY) if t.text in TRIGGERS]
    assert (len(after), sum(len(BODY) - len(rest) in people for rest in after)) == (6, 5)
    assert sum(rest.startswith("عن طريق") for rest in after) == 1
    assert "Five times it is a person. Once" in TOLD
    assert "عن" in words("stop_words")["words"]
    assert f'triggers = "{" ".join(TRIGGERS)}".split()' in CODE


def test_only_erdogan_s_name_is_cut_by_the_rule() -> None:
    full = [name.text for name in GOLD if name.label == "PER" and " " in name.text]
    cut = {name.text for name in full_names_gold()} - {name.text for name in find_people(story())}
    assert cut == {"رجب طيب أردوغان"} and "رجب طيب" in {name.text for name in find_people(story())}
    assert [len(name.split()) for name in full if name in cut] == [3]
    assert "Erdoğan's has three words, and the rule takes two" in TOLD


def test_eleven_mentions_are_of_five_people() -> None:
    people = Counter(name.name for name in find_entities(BODY) if name.label == "PER")
    assert (people.total(), len(people)) == (11, 5)
    assert "Eleven mentions, five people." in TOLD
    assert people.total() == sum(name.label == "PER" for name in GOLD)


def test_a_short_form_is_the_last_word_of_the_full_name() -> None:
    people = [name for name in GOLD if name.label == "PER"]
    last = {name.text.split()[-1] for name in people if " " in name.text}
    assert {name.text for name in people if " " not in name.text} <= last


# Errors.


def test_most_of_what_the_list_missed_has_more_than_one_word() -> None:
    missed = score_entities(look_up(PLACES), GOLD).missed
    several = [name for name in missed if " " in name.text]
    glued = [name for name in missed if BODY[name.start - 1] == "و"]
    assert len(several) > len(missed) / 2
    assert (len(several), len(glued), len(missed)) == (11, 4, 21)


def test_the_four_kinds_of_the_table_are_those_of_the_exercise() -> None:
    kinds = [row[0].strip('`"') for row in lines("Learn from errors", 2)]
    assert set(kinds) == {case.expected for case in ERROR_KIND.tries}
    assert len(kinds) == 4


def test_by_rule_one_error_is_left_and_with_what_was_learnt_none() -> None:
    rules, both = (score_entities(find_entities(BODY, learnt=learnt), GOLD) for learnt in (False, True))
    assert ([name.text for name in rules.invented], rules.missed) == ([ADDED], [])
    assert (both.invented, both.missed) == ([], [])
    assert "للمركز المشترك" in BODY


def test_the_score_on_other_stories_is_the_measured_one() -> None:
    told = re.search(r"on seven others, F1 is \[([\d.]+)\]\(\.\./docs/accuracy\.md\)", TOLD)[1]
    accuracy = (NOTEBOOKS.parent / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert "The seven annotated stories" in accuracy
    assert re.search(r"^\| both \| ([\d.]+) \|", accuracy, re.MULTILINE)[1] == told


# Names of one place.


def test_each_name_comes_out_as_it_went_in() -> None:
    names = [row[0] for row in lines("One place, several names", 3)]
    assert names[0] == KARABAKH
    for name in names:
        for learnt in (False, True):
            (found,) = find_entities(f"محادثات في {name}", learnt=learnt)
            assert (found.text, found.name, found.label) == (name, name, "LOC")
        assert name in CODE
        assert BODY.count(name) == (5 if name == KARABAKH else 0)


def test_the_story_sets_the_name_in_quotation_marks_all_five_times() -> None:
    assert BODY.count(KARABAKH) == BODY.count(f'"{KARABAKH}"') == 5
    assert "in quotation marks, all five times" in TOLD


# The challenge, and the whole.


def test_a_list_alone_can_be_perfect_for_this_story() -> None:
    assert score_entities(mark_entities(BODY, {(name.text, name.label) for name in GOLD}), GOLD).f1 == 1


def test_two_names_of_the_challenge_have_neither_list_nor_trigger() -> None:
    found = {name.text for name in FIND_PLACES.reference(story()) + find_people(story())}
    short = {name.split()[-1] for name in found}
    missed = {name.text for name in GOLD} - found - short
    assert {KARABAKH, "الأناضول", "رجب طيب أردوغان", "أردوغان"} <= missed


def test_readings_are_those_of_the_glossary() -> None:
    inside = [
        (row[n - 1], row[n]) for row in rows(prose(LESSON)) for n in range(1, len(row)) if "</span>" in row[n - 1]
    ]
    inside += re.findall(r"(<span [^<]+</span>) \(([^,()]+),", TOLD)
    compared = 0
    for arabic, reading in inside:
        for form, latin in zip(plain(arabic).split(), reading.split(), strict=True):
            if form in GLOSSARY:
                assert latin in GLOSSARY[form].transliteration.split("; "), (arabic, reading)
                compared += 1
    assert compared > 25


def test_every_new_word_is_linked_where_it_is_first_used() -> None:
    new = [re.sub(", .*", "", row[0]).lower() for row in lines("New words", 2)]
    linked = re.findall(r"\[\*([^*]+)\*\]\(\.\./docs/glossary\.md#([a-z-]+)\)", prose(LESSON))
    anchors = [anchor for _, anchor in linked]
    assert sorted(anchors) == sorted(word.replace(" ", "-") for word in new)
    assert all(shown.lower().replace(" ", "-").rstrip("s") == anchor.rstrip("s") for shown, anchor in linked)
