"""Answers to the exercises of lesson 09: right ones, and wrong ones with the diagnosis that each should get."""

from dataclasses import replace
from datetime import date, timedelta

from helpers import SEED, find_dates, find_entities, read_article
from helpers.annotation import mark_entities
from helpers.score import read_gold

STORY = SEED.with_name("invented_library.txt")
BODY, GOLD = read_article(STORY).body, read_gold(STORY.with_suffix(".gold.json"))
PUBLISHED, SIGNING = date(2025, 2, 5), date(2025, 2, 6)
ASSOCIATION, STREET, COUNCIL = "جمعية أصدقاء الكتاب", "شارع 8 أيلول", "المجلس البلدي"


def names_one_by_one(text):
    extra = []
    extra.append((STREET, "LOC"))
    extra.append((ASSOCIATION, "ORG"))
    return tuple(find_entities(text, extra=extra))


def names_marked(text):
    return find_entities(text) + mark_entities(text, [(STREET, "LOC"), (ASSOCIATION, "ORG")])


def names_as_found(text):
    return find_entities(text, extra=[])


def names_without_street(text):
    return find_entities(text, extra=[(ASSOCIATION, "ORG")])


def names_without_association(text):
    return find_entities(text, extra=[(STREET, "LOC")])


def names_with_council(text):
    return find_entities(text, extra=[(ASSOCIATION, "ORG"), (STREET, "LOC"), (COUNCIL, "ORG")])


def names_by_heart(text):
    return GOLD.entities


def names_of_the_story(text):
    return find_entities(BODY, extra=[(ASSOCIATION, "ORG"), (STREET, "LOC")])


def names_as_second_value(text):
    return find_entities(text, [(ASSOCIATION, "ORG"), (STREET, "LOC")])


def names_the_other_way_round(text):
    return find_entities(text, extra=[("ORG", ASSOCIATION), ("LOC", STREET)])


def names_with(label):
    return lambda text: find_entities(text, extra=[(ASSOCIATION, "ORG"), (STREET, label)])


def names_as_pairs(text):
    return [(ASSOCIATION, "ORG"), (STREET, "LOC")]


def dates_of(text):
    return find_dates(text, PUBLISHED)


def dates_in_one_list(text):
    kept = [found for found in dates_of(text) if found.text != "اليوم"]
    return [replace(found, first=SIGNING, last=SIGNING) if found.text == "الخميس" else found for found in kept]


def dates_a_week_later(text):
    mended = []
    for found in dates_of(text):
        week = timedelta(days=7)
        if "الخميس" in found.text:
            mended.append(replace(found, first=found.first + week, last=found.last + week))
        elif found.text != "اليوم":
            mended.append(found)
    return mended


def dates_by_publication(text):
    signing = replace(next(d for d in dates_of(text) if d.text == "الخميس"), first=SIGNING, last=SIGNING)
    return [signing, *(d for d in dates_of(text) if d.first != PUBLISHED and d.text != "الخميس")]


def dates_moved_only(text):
    return [replace(d, first=SIGNING, last=SIGNING) if d.text == "الخميس" else d for d in dates_of(text)]


def dates_replaced_and_lost(text):
    mended = []
    for found in dates_of(text):
        if found.text == "الخميس":
            replace(found, first=SIGNING, last=SIGNING)
        if found.text != "اليوم":
            mended.append(found)
    return mended


def dates_moved_to(first, last):
    def move(text):
        kept = [found for found in dates_of(text) if found.text != "اليوم"]
        return [replace(found, first=first, last=last) if found.text == "الخميس" else found for found in kept]

    return move


def dates_half_moved(text):
    kept = [found for found in dates_of(text) if found.text != "اليوم"]
    return [replace(found, first=SIGNING) if found.text == "الخميس" else found for found in kept]


def dates_by_heart(text):
    return GOLD.dates


def dates_with_the_moved_one_of_the_story(text):
    moved = replace(dates_of(BODY)[13], first=SIGNING, last=SIGNING)
    return [found for found in dates_of(text) if found.text not in ("اليوم", "الخميس")] + [moved]


def dates_by_number(text):
    out = dates_of(text)
    out[13] = replace(out[13], first=SIGNING, last=SIGNING)
    del out[10]
    return out


def dates_one_off(text):
    out = dates_of(text)
    moved = replace(out[13], first=SIGNING, last=SIGNING)
    del out[10]
    out[13] = moved
    return out


def dates_changed(text):
    for found in dates_of(text):
        if found.text == "الخميس":
            found.first = SIGNING


def dates_both_left_out(text):
    return [found for found in dates_of(text) if found.text not in ("اليوم", "الخميس")]


def dates_as_texts(text):
    return [found.text for found in dates_of(text)]


def f1_in_one(right, missed, invented, made_up):
    return round(2 * right / max(1, 2 * right + missed + invented + made_up), 2)


def f1_by_shares(right, missed, invented, made_up):
    if not right:
        return 0
    found, there = right + invented + made_up, right + missed
    return round(2 / (found / right + there / right), 2)


def f1_without_made_up(right, missed, invented, made_up):
    return f1_in_one(right, missed, invented, 0)


def precision_alone(right, missed, invented, made_up):
    return round(right / max(1, right + invented + made_up), 2)


def recall_alone(right, missed, invented, made_up):
    return round(right / max(1, right + missed), 2)


def mean_of_both(right, missed, invented, made_up):
    precision, recall = right / max(1, right + invented + made_up), right / max(1, right + missed)
    return round((precision + recall) / 2, 2)


def f1_rounded_early(right, missed, invented, made_up):
    precision = round(right / max(1, right + invented + made_up), 2)
    recall = round(right / max(1, right + missed), 2)
    return round(2 * precision * recall / (precision + recall), 2) if right else 0


def f1_without_2(right, missed, invented, made_up):
    precision, recall = right / max(1, right + invented + made_up), right / max(1, right + missed)
    return round(precision * recall / (precision + recall), 2) if right else 0


def f1_without_brackets(right, missed, invented, made_up):
    precision, recall = right / max(1, right + invented + made_up), right / max(1, right + missed)
    return round(2 * precision * recall / precision + recall, 2) if right else 0


def f1_not_rounded(right, missed, invented, made_up):
    return 2 * right / max(1, 2 * right + missed + invented + made_up)


def f1_of_nothing(right, missed, invented, made_up):
    precision, recall = right / (right + invented + made_up), right / (right + missed)
    return round(2 * precision * recall / (precision + recall), 2)


def shrink_with_while(text, wrong):
    words, place = text.split(), 0
    while place < len(words):
        fewer = words[:place] + words[place + 1 :]
        if wrong(" ".join(fewer)):
            words = fewer
        else:
            place += 1
    return " ".join(words)


def shrink_by_recursion(text, wrong, place=0):
    words = text.split()
    if place == len(words):
        return text
    fewer = " ".join(words[:place] + words[place + 1 :])
    return shrink_by_recursion(fewer, wrong, place) if wrong(fewer) else shrink_by_recursion(text, wrong, place + 1)


def shrink_until_nothing_goes(text, wrong):
    before = None
    while text != before:
        before = text
        text = shrink_with_while(text, wrong)
    return text


def shrink_in_its_loop(text, wrong):
    words = text.split()
    for word in words:
        fewer = list(words)
        fewer.remove(word)
        if wrong(" ".join(fewer)):
            words.remove(word)
    return " ".join(words)


def shrink_from_the_back(text, wrong):
    words = text.split()
    for place in range(len(words) - 1, -1, -1):
        fewer = words[:place] + words[place + 1 :]
        if wrong(" ".join(fewer)):
            words = fewer
    return " ".join(words)


def shrink_with_gaps(text, wrong):
    words = text.split()
    for place, word in enumerate(words):
        words[place] = ""
        if not wrong(" ".join(filter(None, words))):
            words[place] = word
    return " ".join(filter(None, words))


def shrink_nothing(text, wrong):
    return text


def shrink_the_front(text, wrong):
    words = text.split()
    while words and wrong(" ".join(words[1:])):
        words.pop(0)
    return " ".join(words)


def shrink_without_memory(text, wrong):
    words, kept = text.split(), []
    for place, word in enumerate(words):
        if not wrong(" ".join(words[:place] + words[place + 1 :])):
            kept.append(word)
    return " ".join(kept)


def shrink_the_other_way(text, wrong):
    words = text.split()
    kept, gone = [], []
    for place, word in enumerate(words):
        (gone if wrong(" ".join(kept + words[place + 1 :])) else kept).append(word)
    return " ".join(gone)


def shrink_to_the_first_word(text, wrong):
    return "" if len(text.split()) > 4 else text


def shrink_to_a_list(text, wrong):
    return shrink_with_while(text, wrong).split()


RIGHT = {
    "dates_ahead": [0.9, 9 / 10, round(15 / 16.5, 1)],
    "missing_names": [names_one_by_one, names_marked],
    "mended_dates": [dates_in_one_list, dates_a_week_later, dates_by_publication],
    "honest_f1": [f1_in_one, f1_by_shares],
    "shrink": [shrink_with_while, shrink_by_recursion, shrink_with_gaps, shrink_until_nothing_goes],
}

WRONG = {
    "dates_ahead": [
        ("as on the first story", 1.0),
        ("as on the first story", 1),
        ("between 0 and 1", 90),
        ("between 0 and 1", 9),
        ("between 0 and 1", 15),
        ("one wrong date", 0.97),
        ("not rounded", 0.91),
        ("another result", 0.5),
        ("another kind", "0.9"),
    ],
    "missing_names": [
        ("as found", names_as_found),
        ("street missed", names_without_street),
        ("association missed", names_without_association),
        ("a kind for a name", names_with_council),
        ("only in the story", names_by_heart),
        ("only in the story", names_of_the_story),
        ("as found", names_as_second_value),
        ("as found", names_the_other_way_round),
        ("another label", names_with("ORG")),
        ("another label", names_with("loc")),
        ("another kind", names_as_pairs),
    ],
    "mended_dates": [
        ("as found", dates_of),
        ("nowadays kept", dates_moved_only),
        ("Thursday as found", dates_replaced_and_lost),
        ("Thursday lost", dates_both_left_out),
        ("last as before", dates_half_moved),
        ("another day", dates_moved_to(date(2025, 6, 2), date(2025, 6, 2))),
        ("no day", dates_moved_to("2025-02-06", "2025-02-06")),
        ("two Thursdays", dates_one_off),
        ("only in the story", dates_by_heart),
        ("only in the story", dates_with_the_moved_one_of_the_story),
        ("raised IndexError", dates_by_number),
        ("raised FrozenInstanceError", dates_changed),
        ("another kind", dates_as_texts),
    ],
    "honest_f1": [
        ("made-up names forgotten", f1_without_made_up),
        ("precision only", precision_alone),
        ("recall only", recall_alone),
        ("plain mean", mean_of_both),
        ("rounded too early", f1_rounded_early),
        ("factor forgotten", f1_without_2),
        ("brackets forgotten", f1_without_brackets),
        ("not rounded", f1_not_rounded),
        ("raised ZeroDivisionError", f1_of_nothing),
    ],
    "shrink": [
        ("unchanged", shrink_nothing),
        ("front only", shrink_the_front),
        ("each by itself", shrink_without_memory),
        ("what can go", shrink_the_other_way),
        ("changed in its loop", shrink_in_its_loop),
        ("from the back", shrink_from_the_back),
        ("no longer wrong", shrink_to_the_first_word),
        ("another kind", shrink_to_a_list),
    ],
}
