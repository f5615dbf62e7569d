"""What lesson 05 claims, one test for each claim."""

import re
from collections import Counter
from inspect import signature
from itertools import pairwise
from pathlib import Path

import pytest
from test_lessons import LESSONS, plain, prose, rows, section

from helpers import SEED, find_entities, lexicon, normalize, read_article
from helpers.exercises.lesson_05 import EXAMPLES, NEW, best_label, bio_labels, list_features
from helpers.gazetteer import lists_with
from helpers.learning import annotate, fold, learn, names_of, read_sample, relabel, text_of, whole_words, word_features
from helpers.records import Entity
from helpers.score import read_gold, score_entities
from helpers.tagger import LABELS, load_model, tag, train
from helpers.translation import read_glossary
from tools.execute import code_cells

ROOT = Path(__file__).parent.parent
LESSON = LESSONS["05_names_learnt"]
TEXT = " ".join(prose(LESSON).split())
ACCURACY = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
GLOSSARY = read_glossary(SEED.with_suffix(".glossary.tsv"))
BODY = read_article(SEED).body
GOLD = read_gold(SEED.with_suffix(".gold.json")).entities
SAMPLE = read_sample()
TRAINING, DEVELOPMENT, TEST = SAMPLE[:300], SAMPLE[300:400], SAMPLE[400:]
STORY = annotate(BODY, GOLD)
PUTIN = ["الرئيس", "الروسي", "فلاديمير", "بوتين"]
LAVROV = ["وزير", "الخارجية", "الروسي", "سيرغي", "لافروف"]


@pytest.fixture(scope="module")
def model():
    """What the lesson's tagger has learnt."""
    return learn(TRAINING, word_features)


@pytest.fixture(scope="module")
def found(model) -> list[Entity]:
    """What it finds in the story."""
    return names_of(relabel(STORY, model, word_features))


def told(start: str) -> list[list[str]]:
    """The cells of the table below the code that begins like this, without its head."""
    (cell,) = (cell for cell in code_cells(LESSON) if cell.source.startswith(start))
    lines = (
        cell.outputs[0].data["text/plain"].replace("\N{LEFT-TO-RIGHT MARK}", "").replace("\N{RIGHT-TO-LEFT MARK}", "")
    )
    body = re.split(r"^-[- ]+$", lines, flags=re.MULTILINE)[-1]
    return [re.split(r"\s{2,}", line.strip()) for line in body.strip().splitlines()]


def seen_in_names() -> set[str]:
    """The words, folded, that the training data has in a name."""
    return {fold(word) for sentence in TRAINING for word, mark in sentence if mark != "O"}


def test_the_corpus_begins_as_the_lesson_says() -> None:
    assert len(SAMPLE) == 500 and "first 500 sentences" in TEXT
    labelled = dict(SAMPLE[0][:10])
    examples = [row for row in rows(section(LESSON, "Annotated examples")) if len(row) == 5]
    assert [(plain(row[2]), row[0]) for row in examples] == [
        (plain(row[2]), labelled[plain(row[2])]) for row in examples
    ]
    assert len(examples) == 4


def test_there_are_seven_labels_and_proclitics_stay_on() -> None:
    assert len(LABELS) == 7 and "seven labels" in TEXT
    assert [mark for sentence in STORY for word, mark in sentence if word == "وتركيا"] == ["B-LOC"]


def test_exercise_1_asks_for_words_of_the_story_and_its_gold() -> None:
    asked = [plain(row[0]) for row in rows(section(LESSON, "Annotated examples")) if len(row) == 3]
    (sentence,) = (sentence for sentence in STORY if ("توصل", "O") in sentence)
    begin = next(i for i, (word, _) in enumerate(sentence) if word == asked[0])
    assert [word for word, _ in sentence[begin : begin + 10]] == asked
    assert [mark for _, mark in sentence[begin : begin + 10]] == bio_labels()


def test_the_parts_are_blocks_in_order() -> None:
    assert [row[1] for row in told("from helpers.learning import names_of")] == ["300", "100", "100"]
    assert [*TRAINING, *DEVELOPMENT, *TEST] == SAMPLE


def test_memory_is_excellent_only_on_what_it_has_seen() -> None:
    (_, seen), (_, new) = told("def f1")
    assert float(seen) > 0.8 > 0.5 > float(new)


def test_the_lesson_describes_words_as_the_helpers_do() -> None:
    (cell,) = (cell for cell in code_cells(LESSON) if "def word_features" in cell.source)
    namespace: dict = {"table": lambda *_: None}
    exec(cell.source, namespace)
    for sentence in TRAINING[:20]:
        words = [word for word, _ in sentence]
        for i in range(len(words)):
            assert namespace["word_features"](words, i) == word_features(words, i)


def test_one_correction_gives_points_to_two_words_and_why() -> None:
    weights: Counter = Counter()
    assert best_label(word_features(PUTIN, 2), weights) == "O"
    for feature in word_features(PUTIN, 2):
        weights[feature, "B-PER"] += 1
        weights[feature, "O"] -= 1
    gained = {LAVROV[i]: [f for f in word_features(LAVROV, i) if weights[f, "B-PER"]] for i in range(len(LAVROV))}
    assert {word: features for word, features in gained.items() if features} == {
        "سيرغي": ["before=الروسي"],
        "وزير": ["end=ير"],
    }
    assert all(" ".join(words) in BODY for words in (PUTIN, LAVROV))


def test_more_examples_correct_the_minister(model) -> None:
    rows_of = [word_features(LAVROV, i) for i in range(len(LAVROV))]
    assert tag(rows_of, model)[0] == "O"


def test_learning_goes_as_the_lesson_says() -> None:
    defaults = {name: parameter.default for name, parameter in signature(train).parameters.items()}
    assert defaults["epochs"] == 6 and "six times over" in TEXT
    assert defaults["rarest"] == 2 and "drops features that it meets only once" in TEXT


def test_the_first_tagger_is_hardly_better_than_memory() -> None:
    memory, tagger = float(told("def f1")[1][1]), float(told("from helpers.learning import learn, relabel")[1][1])
    assert memory < tagger < memory + 0.05


def test_shape_helps_and_neighbours_help_only_in_training() -> None:
    word, shape, all_ = (tuple(map(float, row[1:])) for row in told("rows = []\nfor describe"))
    assert shape[1] > word[1] + 0.1
    assert all_[0] > shape[0] and all_[1] <= shape[1] + 0.01


def test_lavrov_has_most_points_for_a_label_that_is_not_allowed(model) -> None:
    points = [sum(column) for column in zip(*filter(None, map(model.weights.get, LAVROV_SAID)), strict=True)]
    best_two = sorted(LABELS, key=lambda mark: -points[LABELS.index(mark)])[:2]
    assert best_two == ["I-PER", "B-PER"]
    marks = [mark for sentence in TRAINING for word, mark in sentence if word.endswith("لافروف")]
    assert set(marks) == {"I-PER"}
    assert "word=كلبجار" not in model.weights
    said = [("ذكر", "O"), ("لافروف", "O"), ("أن", "O")]
    assert relabel([said], model, word_features) == [[("ذكر", "B-PER"), ("لافروف", "I-PER"), ("أن", "O")]]
    whole = [pair for given in relabel(STORY, model, word_features) for pair in pairwise(given)]
    assert tuple(said[:2]) in whole


def test_steps_decide_in_the_whole_sentence_and_for_the_word_alone(model) -> None:
    def word_only(words, i):
        return word_features(words, i)[:1]

    assert max(range(len(LABELS)), key=lambda after: model.steps[0][after]) == 0
    whole = next(given for given in STORY if ("ذكر", "O") in given)
    at = whole.index(("ذكر", "O"))
    unstepped = model._replace(steps=[[0.0] * len(LABELS) for _ in LABELS])
    for weighed, wanted in ((model, "O"), (unstepped, "I-PER")):
        ((*labelled,),) = relabel([whole], weighed, word_features)
        assert labelled[at + 1] == ("لافروف", wanted)
    alone = learn(TRAINING, word_only)
    with_steps, without = (
        score_entities(names_of(relabel(DEVELOPMENT, m, word_only)), names_of(DEVELOPMENT)).f1
        for m in (alone, alone._replace(steps=unstepped.steps))
    )
    assert f"{with_steps:.2f}" == told("rows = []\nfor describe")[0][2]
    assert f"worse than memory ({told('def f1')[1][1]})" in TEXT
    assert with_steps < 0.3 < 0.39 < without


LAVROV_SAID = word_features(["ذكر", "لافروف", "أن"], 1)


def test_the_learning_curve_rises_to_its_end() -> None:
    seen, new = ([float(row[n]) for row in told("sizes")] for n in (1, 2))
    assert all(a < b for a, b in pairwise(new))
    assert f"goes from {new[0]:.2f} to {new[-1]:.2f}" in TEXT
    assert min(seen[1:]) > 0.8 > max(new)


def test_the_chart_has_a_line_for_each_column_of_the_table() -> None:
    (chart,) = (cell for cell in code_cells(LESSON) if "picture(" in cell.source)
    sizes, seen, new = ([float(row[n]) for row in told("sizes")] for n in range(3))
    said = chart.outputs[0].data["text/plain"]
    assert f"{[*map(int, sizes)]} sentences: {seen} " in said and f", {new} elsewhere" in said
    assert chart.source.count("plt.plot(") == 2
    assert '"o-"' in chart.source and '"s--"' in chart.source  # round marks; dashed, square marks


def test_rules_are_better_than_300_examples_and_best_on_the_story() -> None:
    scores = {name: tuple(map(float, rest)) for name, *rest in told("rows = []\nfor name, part")}
    assert all(rules > tagger + 0.3 for tagger, rules, _ in scores.values())
    assert scores["story"][1] > scores["test"][1]
    assert scores["story"][2] == 1


def test_whole_words_make_the_rules_comparable() -> None:
    score = score_entities(whole_words(BODY, find_entities(BODY)), whole_words(BODY, GOLD))
    assert score.f1 == 1
    assert len(names_of(STORY)) == len(GOLD)


def test_what_was_measured_on_a_part_that_was_new_is_quoted_as_measured() -> None:
    stories, _, held_out = ACCURACY.partition("### The seven annotated stories")[2].partition("### Held out")
    for where, which in ((held_out, "a part of ANERcorp that was new"), (stories, "the seven stories of lesson 04")):
        rules, tagger, both = (re.search(rf"\| {who} \| ([\d.]+) ", where)[1] for who in ("rules", "tagger", "both"))
        assert f"rules {rules}, tagger {tagger}, both {both} on {which}" in TEXT
        assert max(float(rules), float(tagger)) - float(both) < 0.011  # “comes within 0.01 of the better one”
    assert "were looked at while the rules were written" in stories and "annotation has gaps" in held_out


def test_the_shipped_tagger_learnt_from_the_whole_training_part() -> None:
    words = Counter(f"0 w={normalize(word).text}" for sentence in SAMPLE for word, mark in sentence if mark == "B-LOC")
    often = [feature for feature, count in words.items() if count >= 5]
    assert [feature for feature in often if feature not in load_model().weights] == []
    assert "ANERcorp" in (ROOT / "helpers" / "data" / "tagger.tsv").read_text(encoding="utf-8")[:500]


def test_the_tagger_takes_a_victory_for_a_person(found) -> None:
    score = score_entities(found, names_of(STORY))
    assert [name.text for name in score.invented] == ["نصر لبلاده"]
    pairs = {(a[0], b[0]) for sentence in TRAINING for a, b in pairwise(sentence) if a[1] == "B-PER"}
    assert ("نصر", "الله") in pairs
    assert GLOSSARY["نصر"].meaning == "victory"


def test_three_words_of_the_story_s_names_were_seen() -> None:
    words = {word for sentence in STORY for word, mark in sentence if mark != "O"}
    (cell,) = (cell for cell in code_cells(LESSON) if cell.source.startswith("from helpers.translation"))
    seen = {word for word in words if fold(word) in seen_in_names()}
    assert f"{len(seen)} of {len(words)}" in cell.outputs[0].data["text/plain"]
    assert f"Of the {len(words)} words of the story's names" in TEXT


def test_the_places_named_most_are_those_of_the_prose() -> None:
    most = [name for name, _ in Counter(name.text for name in names_of(TRAINING)).most_common(4)]
    assert re.findall(r"<span [^>]+>([^<]+)</span> \((?:Lubnān|Isrāʾīl|Afrīqiyā|al-ʿIrāq),", TEXT) == most


def test_the_training_data_is_blind_to_the_caucasus_and_the_tagger_nearly_so(model, found) -> None:
    unseen = ("أرمينيا", "تركيا", "أردوغان", "علييف", "باشينيان")
    assert [name for name in unseen if {fold(name), fold(f"و{name}")} & seen_in_names()] == []
    assert [name.text for name in found if name.text.split()[-1] in unseen[2:]] == []
    assert {"أرمينيا", "تركيا"} <= {name.text for name in found} & set(lexicon.countries())
    end = model.weights["end=يا"]
    assert max(end) == end[LABELS.index("B-LOC")] > 5
    assert "أفريقيا".endswith("يا")


def test_the_course_s_own_tagger_is_as_big_as_the_table_says() -> None:
    table = {row[0]: row[2] for row in rows(section(LESSON, "Big neural models")) if len(row) == 3}
    model = load_model()
    assert int(table["numbers in the model"].replace(",", "")) == (len(model.weights) + len(model.steps)) * len(LABELS)
    size = (ROOT / "helpers" / "data" / "tagger.tsv").stat().st_size
    assert table["size"] == f"{size / 1e6:.2f} MB"
    assert f"| tagger | {table['F1 on ANERcorp']} " in ACCURACY.partition("### Held out")[2]


def test_lists_say_what_the_lesson_shows() -> None:
    shown = dict(row for row in told("from helpers.gazetteer") if len(row) == 2)
    assert shown == {word: ", ".join(lists_with(word)) for word in ["قال", "الوزير", "لافروف", "في", "باريس"]}
    assert "LOC" in lists_with("باريس") and "titles" in lists_with("الوزير")


def test_the_cases_for_list_features_have_words_in_two_lists_in_one_and_in_none() -> None:
    assert [len(lists_with(word)) for word in NEW] == [2, 0, 2, 1]


def test_lists_as_features_beat_what_300_examples_gave(model, found) -> None:
    assert EXAMPLES == 100 and "from only 100 sentences" in TEXT
    few = names_of(relabel(STORY, learn(TRAINING[:EXAMPLES], list_features), list_features))
    gold = names_of(STORY)
    assert score_entities(few, gold).f1 > 0.7 > score_entities(found, gold).f1
    learnt = learn(TRAINING, list_features)
    better, before = (
        score_entities(names_of(relabel(DEVELOPMENT, m, features)), names_of(DEVELOPMENT)).f1
        for m, features in ((learnt, list_features), (model, word_features))
    )
    assert better > before + 0.1


def test_the_story_is_shown_in_the_form_of_the_corpus() -> None:
    (cell,) = (cell for cell in code_cells(LESSON) if cell.source.startswith("found = "))
    assert text_of(STORY)[:12] in cell.outputs[0].data["text/plain"]


def test_arabic_is_read_as_in_the_glossary() -> None:
    pairs = re.findall(r"<span [^>]+>([^<]+)</span> \(([^(),]+)", TEXT)
    pairs += [(plain(row[0]), row[1]) for row in rows(prose(LESSON)) if len(row) == 3 and "</span>" in row[0]]
    compared = 0
    for arabic, reading in pairs:
        for form, latin in zip(arabic.split(), reading.split(), strict=True):
            if form in GLOSSARY:
                assert latin.lower() in GLOSSARY[form].transliteration.lower().split("; "), (arabic, reading)
                compared += 1
    assert compared > 20
