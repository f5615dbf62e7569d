"""Answers to the exercises of lesson 09: right ones, and wrong ones with the diagnosis that each should get."""

from dataclasses import replace
from datetime import date, timedelta

from helpers import find_dates, find_entities
from helpers.annotation import mark_entities

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
    "shrink": [shrink_with_while, shrink_by_recursion, shrink_with_gaps],
}

WRONG = {
    "dates_ahead": [
        ("as on the first story", 1.0),
        ("as on the first story", 1),
        ("in per cent", 90),
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
        ("another kind", names_as_pairs),
    ],
    "mended_dates": [
        ("as found", dates_of),
        ("nowadays kept", dates_moved_only),
        ("Thursday as found", dates_replaced_and_lost),
        ("Thursday lost", dates_both_left_out),
        ("another kind", dates_as_texts),
    ],
    "honest_f1": [
        ("made-up names forgotten", f1_without_made_up),
        ("precision only", precision_alone),
        ("recall only", recall_alone),
        ("plain mean", mean_of_both),
        ("raised ZeroDivisionError", f1_of_nothing),
    ],
    "shrink": [
        ("unchanged", shrink_nothing),
        ("front only", shrink_the_front),
        ("each by itself", shrink_without_memory),
        ("what can go", shrink_the_other_way),
        ("no longer wrong", shrink_to_the_first_word),
        ("another kind", shrink_to_a_list),
    ],
}
