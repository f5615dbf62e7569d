"""What lesson 06 claims, one test for each claim."""

import re
from inspect import signature

from test_lessons import LESSONS, plain, prose, rows, section

from helpers import SEED, build_timeline, find_entities, find_statements, read_article, sentences, tokens
from helpers.exercises.lesson_06 import (
    QUOTATIONS,
    REPORTED_WORDS,
    WHO_SAID,
    quotations,
    reported_words,
    silent_sentences,
    who_reports,
    who_said,
)
from helpers.lexicon import words
from helpers.records import Span
from helpers.score import read_gold, score_spans, score_statements
from helpers.translation import read_glossary, read_translation
from helpers.words import cuts
from tools.execute import code_cells

LESSON = LESSONS["06_who_said_what"]
TEXT = " ".join(prose(LESSON).split())
ARTICLE = read_article(SEED)
BODY = ARTICLE.body
SENTENCES = sentences(BODY)
STATEMENTS = find_statements(BODY)
GOLD = read_gold(SEED.with_suffix(".gold.json")).statements
GLOSSARY = read_glossary(SEED.with_suffix(".glossary.tsv"))
ENGLISH = [sentence.en for sentence in read_translation(SEED.with_suffix(".en.json")).sentences]
FORMS = {form for listed in words("reporting")["verbs"].values() for form in listed}
VERBS = [token for token in tokens(BODY) if any(rest in FORMS for _, rest in cuts(token.text))]
PEOPLE = [name for name in find_entities(BODY) if name.label == "PER"]
LAVROV, PUTIN, ALIYEV, PASHINYAN = "سيرغي لافروف", "فلاديمير بوتين", "إلهام علييف", "نيكول باشينيان"


def told(start: str) -> str:
    """The text output of the cell whose code begins like this."""
    (cell,) = (cell for cell in code_cells(LESSON) if cell.source.startswith(start))
    return cell.outputs[0].data["text/plain"]


def sentence_of(span: Span) -> int:
    """The number of the sentence in which a span begins."""
    return next(number for number, s in enumerate(SENTENCES) if s.start <= span.start < s.end)


def word_count(spans: list) -> int:
    return sum(len(span.text.split()) for span in spans)


def test_names_come_from_lists_rules_and_tagger() -> None:
    assert "`find_entities`: lists, rules and tagger together" in TEXT
    assert signature(find_entities).parameters["learnt"].default is True


def test_one_word_of_the_headline_is_not_in_the_story() -> None:
    story = {token.text for token in tokens(BODY)}
    headline = [token.text for token in tokens(ARTICLE.title) if token.kind == "word"]
    assert [word for word in headline if word not in story] == ["سنراقب"]
    assert ">سنراقب</span>" in prose(LESSON) and "All but one" in TEXT
    assert sum("مراقبة" in word for word in BODY.split()) == 3  # “speaks of *monitoring*”
    assert ARTICLE.title == plain(rows(section(LESSON, "A headline"))[0][0])


def test_twelve_verbs_report_and_eight_have_and_in_front() -> None:
    assert len(VERBS) == 12 and sum(verb.text not in FORMS for verb in VERBS) == 8
    assert all(verb.text[0] == "و" for verb in VERBS if verb.text not in FORMS)
    assert "Twelve verbs; eight of them" in TEXT
    assert f"The story has {len(SENTENCES)} sentences" in TEXT


def test_three_sentences_have_no_verb_of_their_own() -> None:
    assert silent_sentences() == set(range(15)) - {sentence_of(verb) for verb in VERBS} == {0, 7, 8}
    assert GOLD[0].verb == "" and "[said]" in ENGLISH[0]
    assert not any("[said]" in sentence for sentence in ENGLISH[1:])


def test_the_story_gives_some_words_twice() -> None:
    reported, direct = (row for row in rows(section(LESSON, "Direct and reported")) if row[0] in "09")
    for (number, arabic, _, english), said in ((reported, STATEMENTS[0]), (direct, STATEMENTS[7])):
        assert plain(arabic) in said.text and sentence_of(said) == int(number)
        assert english.lower() in ENGLISH[int(number)].lower()
        assert said.direct == (number == "9")
    for row, phrases in (
        (reported, ["his country", "the Azerbaijani side"]),
        (direct, ["we", "Azerbaijani territory"]),
    ):
        assert all(phrase in row[3] for phrase in phrases)


def test_signs_open_reported_words_of_seven_sentences_and_two_have_none() -> None:
    gold, found = REPORTED_WORDS.gold(), reported_words(BODY)
    score = score_spans(found, gold)
    assert len(gold) == 9 and "The gold has nine" in TEXT
    assert score.invented == []
    assert [sentence_of(span) for span in score.missed] == [2, 11]
    assert score.f1 > REPORTED_WORDS.enough == 0.85 and "F1 0.85 is enough" in TEXT
    signs = [plain(row[0]) for row in rows(section(LESSON, "Direct and reported")) if len(row) == 3]
    assert signs == ["إن", "أن", "أنه"]
    begins = told("noted = ").split()[-1]
    assert int(begins) in [span.start for span in found if sentence_of(span) == 4]


def test_what_has_no_sign_is_quoted_from_those_sentences() -> None:
    for number, arabic, _, _ in (row for row in rows(section(LESSON, "Direct and reported")) if row[0] in ("2", "11")):
        assert plain(arabic) in SENTENCES[int(number)].text


def test_all_statements_are_found_four_direct_and_nine_reported() -> None:
    assert score_statements(STATEMENTS, GOLD).f1 == 1
    assert [sum(said.direct for said in GOLD), sum(not said.direct for said in GOLD)] == [4, 9]
    assert "Four statements are direct (QUOTE), nine are reported (SAID)" in TEXT


def test_all_people_of_the_story_are_introduced() -> None:
    names = [plain(row[0]) for row in rows(section(LESSON, "The speaker whom no one names"))]
    assert set(names) == {person.name for person in PEOPLE} and len(names) == 5
    assert {said.speaker for said in GOLD} < set(names)


def test_whom_sentence_2_names_does_not_speak() -> None:
    assert [person.text for person in PEOPLE if sentence_of(person) == 2] == ["أردوغان"]
    assert [said.speaker for said in GOLD if sentence_of(said) == 2] == [LAVROV]
    assert "أردوغان" in next(said.text for said in GOLD if sentence_of(said) == 2)


def test_six_statements_name_no_speaker() -> None:
    def is_named(said: Span) -> bool:
        return any(SENTENCES[sentence_of(said)].start <= person.start and person.end <= said.start for person in PEOPLE)

    implicit = [said for said in GOLD if not is_named(said)]
    assert len(implicit) == 6 and {said.speaker for said in implicit} == {LAVROV}
    assert f"In six of the {len(GOLD)} statements" in TEXT


def test_one_quotation_has_three_sentences() -> None:
    direct = [said for said in STATEMENTS if said.direct]
    assert [len(sentences(said.text)) for said in direct] == [1, 3, 1, 1]
    assert "The second has three" in TEXT
    assert direct[1].speaker == LAVROV
    assert SENTENCES[6].start < direct[1].start < SENTENCES[7].start < SENTENCES[8].start < direct[1].end
    assert direct[1].text.endswith("يجب إدراك ذلك بشكل جيد")


def test_five_of_nine_pairs_of_marks_hold_a_name() -> None:
    inside = BODY.split('"')[1::2]
    assert len(inside) == 9 and inside.count("قره باغ") == 5
    assert "Nine pairs of marks, and five hold a name" in TEXT
    assert score_spans(quotations(BODY), QUOTATIONS.gold()).f1 == 1


def test_speakers_have_as_many_words_as_the_lesson_says() -> None:
    def said(speaker: str, direct: bool) -> int:
        return word_count([one for one in STATEMENTS if (one.speaker, one.direct) == (speaker, direct)])

    lavrov = said(LAVROV, True) + said(LAVROV, False)
    assert lavrov > word_count(STATEMENTS) / 2
    assert said(ALIYEV, True) == said(PUTIN, True) == said(PASHINYAN, False) == 0
    assert (
        f"Lavrov has {lavrov} of the {word_count(STATEMENTS)} words said, more than half. Aliyev comes next with "
        f"{said(ALIYEV, False)}, all of them reported; so are Putin's {said(PUTIN, False)}. "
        f"Pashinyan's {said(PASHINYAN, True)} are all direct."
    ) in TEXT


def test_words_said_are_250_and_more_than_three_quarters() -> None:
    assert word_count(STATEMENTS) == 250
    assert 0.75 < word_count(STATEMENTS) / len(BODY.split()) < 0.8
    assert told("said_words").startswith("79% of 318 words")
    assert "More than three quarters, and no sentence is without" in TEXT


def test_no_sentence_is_without_a_statement() -> None:
    for sentence in SENTENCES:
        assert any(said.start < sentence.end and sentence.start < said.end for said in STATEMENTS)


def test_a_chart_has_the_same_words_as_the_table_before_it() -> None:
    cells = code_cells(LESSON)
    (chart,) = (n for n, cell in enumerate(cells) if "picture(" in cell.source)
    assert "rows = " in cells[chart - 1].source and "reversed(rows)" in cells[chart].source
    counted = re.findall(r"(\S+ \S+) +(\d+) +(\d+) +\d+$", told("from collections"), re.MULTILINE)
    said = [f"{reading}: {direct} words direct, {reported} reported" for reading, direct, reported in counted]
    assert cells[chart].outputs[0].data["text/plain"] == "; ".join(said)


def test_what_aliyev_and_pashinyan_say_of_the_same_agreement() -> None:
    first, second = (said for said in STATEMENTS if said.speaker == ALIYEV)
    assert "تحتلها أرمينيا" in second.text and not second.direct
    assert first.text.endswith("نيكول باشينيان على قبول الاتفاق مكرها")
    (own,) = (said for said in STATEMENTS if said.speaker == PASHINYAN)
    assert own.direct and "no choice but to sign" in ENGLISH[sentence_of(own)]
    assert "against his will" in ENGLISH[sentence_of(first)]


def test_what_happened_is_speech_and_the_deadlines_are_aliyev_s() -> None:
    events = build_timeline(ARTICLE).events
    assert [(event.status, event.reported_by) for event in events] == [
        *[("happened", None), ("happened", None)],
        *[("due", ALIYEV)] * 3,
    ]
    assert [event.first.strftime("%A") for event in events[:2]] == ["Monday", "Thursday"]
    assert [sentence_of(event.mention) for event in events[:2]] == [11, 0]  # Putin's sentence, Lavrov's lost verb
    said = [(said.start, said.end, said.speaker) for said in STATEMENTS]
    assert "`who_reports([e.mention.start for e in events], [(s.start, s.end, s.speaker) for s in statements])`" in TEXT
    assert who_reports([event.mention.start for event in events], said) == [event.reported_by for event in events]


def test_verbs_that_judge_are_in_the_helpers_list() -> None:
    table = [row for row in rows(section(LESSON, "Reported is not the same as happened")) if len(row) == 4]
    assert len(table) == 6
    for verb, reading, *_ in table:
        assert plain(verb) in FORMS
        story = [gloss.transliteration for gloss in GLOSSARY.values() if gloss.base == plain(verb)]
        assert all(known.removeprefix("wa-") == reading for known in story)


def test_the_helpers_find_one_of_three_ways_to_say_it() -> None:
    table = [row for row in rows(section(LESSON, "Reported is not the same as happened")) if len(row) == 3]
    texts = [plain(row[0]) for row in table]
    assert [len(find_statements(text)) for text in texts] == [1, 0, 0]
    assert all(f'"{text}"' in "".join(cell.source for cell in code_cells(LESSON)) for text in texts)


def test_two_statements_need_a_name_to_be_found() -> None:
    score = score_statements(who_said(BODY), GOLD)
    assert score.invented == []
    assert [sentence_of(said) for said in score.missed] == [0, 11]
    assert score.f1 > WHO_SAID.enough == 0.9 and "F1 0.9 is enough" in TEXT
    assert {said.speaker for said in find_statements(BODY, [])} == {None}


def test_each_new_term_is_a_link_at_its_first_use_and_explained() -> None:
    terms = [plain(row[0]) for row in rows(section(LESSON, "New words"))]
    links = re.findall(r"\[\*([a-z ]+)\*\]\(\.\./docs/glossary\.md#([a-z-]+)\)", TEXT)
    assert sorted(term for term, _ in links) == sorted(terms) and len(terms) == 6
    assert all(anchor == term.replace(" ", "-") for term, anchor in links)


def test_arabic_is_read_as_in_the_glossary() -> None:
    pairs = re.findall(r"(<span [^>]+>[^<]+</span>) \(([^(),]+)", TEXT)
    for row in rows(prose(LESSON)):
        pairs += [(cell, row[n + 1]) for n, cell in enumerate(row) if cell.startswith("<span")]
    compared = 0
    for arabic, reading in pairs:
        forms = re.findall(r"[^\W\d]+(?:\N{ARABIC SHADDA}\w+)?", plain(arabic))
        readings = re.findall(r"[^\W\d][\w-]*", reading)
        assert len(forms) == len(readings), arabic
        for form, latin in zip(forms, readings, strict=True):
            if form in GLOSSARY:
                assert latin in GLOSSARY[form].transliteration.split("; "), form
                compared += 1
    assert compared > 80
