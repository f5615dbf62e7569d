"""Answers to the exercises of lesson 04: right ones, and wrong ones with the diagnosis that each should get."""

import re
from dataclasses import replace

from helpers import SEED, find_entities, read_article, tokens
from helpers.annotation import mark_entities
from helpers.lexicon import countries, words
from helpers.records import Entity
from helpers.score import read_gold
from helpers.words import cuts

BODY = read_article(SEED).body
GOLD = read_gold(SEED.with_suffix(".gold.json")).entities
PLACES = {*countries(), *words("places")["caucasus"]}
STOP_WORDS = set(words("stop_words")["words"])
TRIGGERS = {"الروسي", "التركي", "الأذربيجاني", "الأرميني"}
LISTED = (
    *[("سيرغي لافروف", "PER"), ("لافروف", "PER"), ("فلاديمير بوتين", "PER"), ("رجب طيب أردوغان", "PER")],
    *[("تركيا", "LOC"), ("قره باغ", "LOC"), ("الأناضول", "ORG")],
)


def marks(*more, but=()):
    """The marks of the paragraph, without some names and with some more."""
    return lambda text: mark_entities(text, [mark for mark in LISTED if mark[0] not in but] + list(more))


def marks_by_hand(text):
    return [Entity(m.start(), m.end(), m[0], label, name) for name, label in LISTED for m in re.finditer(name, text)]


def marks_without_doubles(text):
    return [name for name in marks_by_hand(text) if not (name.text == "لافروف" and text[name.start - 6] == "س")]


def marks_of_the_gold(text):
    return tuple(name for name in GOLD if name.end <= len(text))


def entity(text, start, end, label="LOC"):
    return Entity(start, end, text[start:end], label, text[start:end])


def places_by_readings(text):
    found = []
    for token in tokens(text):
        rest = next((rest for _, rest in cuts(token.text) if rest in PLACES), None)
        if rest:
            found += [entity(text, token.end - len(rest), token.end)]
    return found


def places_of_two_words_too(text):
    return places_by_readings(text) + mark_entities(text, ["قره باغ LOC"])


def places_of_the_helpers(text):
    return [name for name in find_entities(text) if name.label == "LOC"]


def places_uncut(text):
    return [entity(text, token.start, token.end) for token in tokens(text) if token.text in PLACES]


def places_with_and(text):
    return [
        entity(text, token.start, token.end)
        for token in tokens(text)
        if any(rest in PLACES for _, rest in cuts(token.text))
    ]


def places_by_search(text):
    names = [name for name in PLACES if " " not in name and name in text]
    return [entity(text, *m.span()) for name in names for m in re.finditer(name, text)]


def places_by_last_cut(text):
    rests = [(token, [*cuts(token.text)][-1][1]) for token in tokens(text)]
    return [entity(text, token.end - len(rest), token.end) for token, rest in rests if rest in PLACES]


def places_listed(text):
    listed = [name for name in PLACES if name in BODY and len(name) > 4]
    return [entity(text, *m.span()) for name in listed for m in re.finditer(rf"(?<=[ و]){name}\b", text)]


def places_labelled(text):
    return [replace(name, label="PLACE") for name in places_by_readings(text)]


def places_with_return_too_early(text):
    return places_by_readings(text)[:1]


def places_at_other_offsets(text):
    return [
        Entity(token.start, token.end, rest, "LOC", rest)
        for token in tokens(text)
        for _, rest in cuts(token.text)
        if rest in PLACES and token.text != "روسيا"
    ][3:]


def people(text, begin=1, end=2, careful=True):
    found, story = [], tokens(text)
    for number, token in enumerate(story):
        if token.text in TRIGGERS and not (careful and story[number + 1].text in STOP_WORDS):
            found.append(entity(text, story[number + begin].start, story[number + end].end, "PER"))
    return found


def people_by_regex(text):
    pattern = rf"(?:{'|'.join(TRIGGERS)}) (?!عن\b)(\w+ \w+)"
    return [entity(text, *m.span(1), "PER") for m in re.finditer(pattern, text)]


def people_listed(text):
    return mark_entities(text, [f"{name.text} PER" for name in GOLD if name.label == "PER" and " " in name.text])


def people_of_the_story(text):
    found, story = [], tokens(BODY)
    for number, token in enumerate(story):
        if token.text in TRIGGERS and story[number + 1].text not in STOP_WORDS:
            found.append(entity(BODY, story[number + 1].start, story[number + 2].end, "PER"))
    return found


def people_labelled(text):
    return [replace(name, label="PERSON") for name in people(text)]


def kind_with_any(name, gold):
    same = [other for other in gold if (other.start, other.end) == (name.start, name.end)]
    if same:
        return "right" if same[0].label == name.label else "label"
    return "bounds" if any(name.start < other.end and other.start < name.end for other in gold) else "invented"


def kind_by_characters(name, gold):
    own = set(range(name.start, name.end))
    for other in gold:
        theirs = set(range(other.start, other.end))
        if own == theirs:
            return "right" if name.label == other.label else "label"
        if own & theirs:
            return "bounds"
    return "invented"


def kind_by_words(name, gold):
    for other in gold:
        if name.text == other.text:
            return "right" if name.label == other.label else "label"
    return kind_with_any(name, gold)


def kind_of_neighbours(name, gold):
    kind = kind_with_any(name, gold)
    near = any(name.start <= other.end and other.start <= name.end for other in gold)
    return "bounds" if near and kind == "invented" else kind


def kind_too_early(name, gold):
    for other in gold:
        return kind_with_any(name, [other])
    return "invented"


def kind_without_labels(name, gold):
    return kind_with_any(name, gold).replace("label", "right")


def kind_by_overlap(name, gold, overlaps):
    for other in gold:
        if (name.start, name.end) == (other.start, other.end):
            return "right" if name.label == other.label else "label"
    return "bounds" if any(overlaps(name, other) for other in gold) else "invented"


def kind_inside(name, gold):
    return kind_by_overlap(name, gold, lambda a, b: b.start <= a.start and a.end <= b.end)


def kind_strictly_inside(name, gold):
    return kind_by_overlap(name, gold, lambda a, b: a.start > b.start and a.end < b.end)


def kind_of_the_same_label(name, gold):
    return kind_by_overlap(name, gold, lambda a, b: a.start < b.end and b.start < a.end and a.label == b.label)


def kind_with_or(name, gold):
    return kind_by_overlap(name, gold, lambda a, b: a.start < b.end or b.start < a.end)


def kind_bounds_first(name, gold):
    for other in gold:
        if name.start < other.end and other.start < name.end:
            return "bounds"
        if (name.start, name.end) == (other.start, other.end):
            return "right" if name.label == other.label else "label"
    return "invented"


def kind_overwritten(name, gold):
    kind = "invented"
    for other in gold:
        kind = kind_with_any(name, [other])
    return kind


def kind_by_record(name, gold):
    for other in gold:
        if name == other:
            return "right"
        if (name.start, name.end) == (other.start, other.end):
            return "label"
    return kind_with_any(name, gold)


def kind_if_in_the_gold(name, gold):
    if name in gold:
        return "right"
    kind = kind_with_any(name, gold)
    return "bounds" if kind == "right" else kind


def kind_by_one_edge(name, gold):
    for other in gold:
        if name.start == other.start or name.end == other.end:
            return "right" if name.label == other.label else "label"
    return kind_with_any(name, gold)


def names_joined(text, short=True, own=("قره باغ LOC", "الأناضول ORG")):
    full = [person.text for person in people(text)]
    lines = [f"{name} PER" for name in full] + [f"{name.split()[-1]} PER" for name in full if short]
    return places_by_readings(text) + mark_entities(text, [*lines, *own])


def names_added(text):
    return places_by_readings(text) + people(text)


def names_listed(text):
    return mark_entities(text, {(name.text, name.label) for name in GOLD})


def names_with_erdogan(text):
    return names_joined(text, own=("قره باغ LOC", "الأناضول ORG", "رجب طيب أردوغان PER", "أردوغان PER"))


def names_with_short_forms_everywhere(text):
    last = [name.text.split()[-1] for name in people(text)]
    return names_joined(text, short=False) + [
        entity(text, token.start, token.end, "PER") for token in tokens(text) if token.text in last
    ]


RIGHT = {
    "mark_paragraph": [marks(), marks_without_doubles, marks_of_the_gold, find_entities],
    "marks_in_common": [6, 6.0],
    "find_places": [places_by_readings, places_of_two_words_too, places_of_the_helpers],
    "find_people": [people, people_by_regex],
    "error_kind": [kind_with_any, kind_by_characters],
    "find_names": [names_joined, names_with_erdogan, find_entities],
}

WRONG = {
    "mark_paragraph": [
        ("title marked", marks(("وزير الخارجية الروسي سيرغي لافروف", "PER"))),
        ("part of a name", marks("بوتين PER", "أردوغان PER", but=["فلاديمير بوتين", "رجب طيب أردوغان"])),
        ("part of a name", marks("بوتين PER", but=["فلاديمير بوتين"])),
        ("region marked", marks('إقليم "قره باغ" LOC')),
        ("agency a place", marks("الأناضول LOC", but=["الأناضول"])),
        ("nationalities marked", marks("الروسي LOC", "التركي LOC", "الأذربيجاني LOC")),
        ("description marked", marks("بلاده LOC")),
        ("quotation marks inside", marks('"قره باغ" LOC')),
        ("part of a name", marks("باغ LOC", but=["قره باغ"])),
        ("day marked", marks("الخميس ORG")),
        ("short form missed", marks(but=["لافروف"])),
        ("people only", marks(but=["تركيا", "قره باغ", "الأناضول"])),
        ("another result", marks_by_hand),
        ("raised ArticleError", marks("موسكو LOC")),
        ("raised ArticleError", lambda text: mark_entities(text, "تركيا LOC")),
        ("another kind", lambda text: LISTED),
    ],
    "marks_in_common": [
        ("one too many", 7),
        ("all of the partner's", 8),
        ("all of the reader's", 9),
        ("names counted", 4),
        ("another result", 2),
        ("another kind", [6]),
    ],
    "find_places": [
        ("as written only", places_uncut),
        ("particles inside", places_with_and),
        ("inside other words", places_by_search),
        ("cut to the end", places_by_last_cut),
        ("other label", places_labelled),
        ("another result", places_with_return_too_early),
        ("only in the story", places_listed),
        ("only in the story", lambda text: places_by_readings(BODY)),
        ("other offsets", places_at_other_offsets),
        ("another kind", lambda text: [name.text for name in places_by_readings(text)]),
    ],
    "find_people": [
        ("stop word taken", lambda text: people(text, careful=False)),
        ("one word only", lambda text: people(text, end=1)),
        ("trigger marked", lambda text: people(text, begin=0)),
        ("three words", lambda text: people(text, end=3)),
        ("other label", people_labelled),
        ("raised ArticleError", people_listed),
        ("only in the story", people_of_the_story),
        ("nothing found", lambda text: []),
    ],
    "error_kind": [
        ("records compared", kind_by_record),
        ("records, then overlap", kind_if_in_the_gold),
        ("text compared", kind_by_words),
        ("touching counts", kind_of_neighbours),
        ("first only", kind_too_early),
        ("last only", kind_overwritten),
        ("label ignored", kind_without_labels),
        ("inside only", kind_inside),
        ("inside only", kind_strictly_inside),
        ("same label only", kind_of_the_same_label),
        ("everything overlaps", kind_with_or),
        ("bounds first", kind_bounds_first),
        ("one edge only", kind_by_one_edge),
        ("other word", lambda name, gold: kind_with_any(name, gold).title()),
        ("another kind", lambda name, gold: kind_with_any(name, gold) == "right"),
    ],
    "find_names": [
        ("places only", places_by_readings),
        ("people only", lambda text: [name for name in names_joined(text) if name.label == "PER"]),
        ("lists added", names_added),
        ("no short forms", lambda text: names_joined(text, short=False)),
        ("raised ArticleError", names_listed),
        ("only in the story", lambda text: GOLD),
        ("only in the story", lambda text: names_joined(BODY)),
        ("short forms inside", names_with_short_forms_everywhere),
        ("no list of your own", lambda text: names_joined(text, own=())),
        ("another kind", lambda text: [name.text for name in names_joined(text)]),
    ],
}
