"""The exercises of lesson 04: who and where?"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from random import Random

from helpers import SEED, read_article, sentences, tokens
from helpers.annotation import LABELS, mark_entities
from helpers.exercises.exercise import Exercise, Mistake, Promise, ScoredExercise
from helpers.exercises.samples import countries as country_names
from helpers.lexicon import countries, words
from helpers.records import Entity
from helpers.score import read_gold, score_entities
from helpers.words import cuts

MINISTER = "وزير الخارجية الروسي سيرغي لافروف"
# What the lesson's partner marked: a title too, the agency as a place, and no short form.
PARTNER = f"""{MINISTER} PER
فلاديمير بوتين PER
رجب طيب أردوغان PER
تركيا LOC
الأناضول LOC
قره باغ LOC"""
TRIGGERS = ("الروسي", "التركي", "الأذربيجاني", "الأرميني")


@cache
def story() -> str:
    return read_article(SEED).body


@cache
def paragraph() -> str:
    """The story's first two sentences."""
    return story()[: sentences(story())[1].end]


@cache
def gold() -> list[Entity]:
    return read_gold(SEED.with_suffix(".gold.json")).entities


def paragraph_gold() -> list[Entity]:
    return [name for name in gold() if name.end <= len(paragraph())]


def marked_with(*lines: str, but: tuple[str, ...] = ()) -> Callable[[str], list[Entity]]:
    """The gold's marks but those of some names, and these too; where two overlap, the longer counts."""

    def answer(text: str) -> list[Entity]:
        right = [f"{name.text} {name.label}" for name in gold() if name.end <= len(text) and name.text not in but]
        return mark_entities(text, [*lines, *right])

    return answer


def mark_paragraph(text: str) -> list:
    from helpers.annotation import mark_entities

    names = """سيرغي لافروف PER
        لافروف PER
        فلاديمير بوتين PER
        رجب طيب أردوغان PER
        تركيا LOC
        قره باغ LOC
        الأناضول ORG"""
    return mark_entities(text, names.splitlines())


MARK_PARAGRAPH = ScoredExercise(
    mark_paragraph,
    asks="Write `mark_paragraph(text)`: give back `mark_entities(text, [...])`, with your annotations in the list.",
    hints=(
        "In the readings, names begin with a capital; so do days and nationalities, which are no names.",
        "There are three people (one of them also by his short form), two places and one organisation.",
        "Follow the rules to the letter: no title (rule 2), short forms (rule 4), the news agency (rule 5).",
    ),
    mistakes=(
        Mistake(
            "title marked",
            "A title is no part of a name: rule 2. Of the minister, mark the two words that are his name.",
            marked_with(f"{MINISTER} PER", but=("سيرغي لافروف",)),
        ),
        Mistake(
            "part of a name",
            "Rule 2: the whole name. فلاديمير (Filādīmīr) belongs to one, رجب طيب (Rajab Ṭayyib) to another, "
            "قره (Qarah) to a third.",
            marked_with(*("بوتين PER", "أردوغان PER", "باغ LOC"), but=("فلاديمير بوتين", "رجب طيب أردوغان", "قره باغ")),
        ),
        Mistake(
            "quotation marks inside",
            "Rule 2: the name and nothing else, so leave its quotation marks out.",
            marked_with('"قره باغ" LOC'),
        ),
        Mistake(
            "region marked",
            "إقليم (iqlīm, region) says what kind of place it is. Rule 2: only the name.",
            marked_with('إقليم "قره باغ" LOC'),
        ),
        Mistake(
            "agency a place",
            "Rule 5: الأناضول (al-Anāḍūl) has a correspondent here, so it is the news agency, an organisation.",
            marked_with("الأناضول LOC", but=("الأناضول",)),
        ),
        Mistake(
            "nationalities marked",
            "A nationality, such as الروسي (al-Rūsī, Russian), is no name: rule 1.",
            marked_with("الروسي LOC", "الروسية LOC", "التركي LOC", "الأذربيجاني LOC"),
        ),
        Mistake(
            "description marked",
            "بلاده (bilāda-hu, his country) describes a place and doesn't name it: rule 1.",
            marked_with("بلاده LOC"),
        ),
        Mistake(
            "day marked",
            "الخميس (al-Khamīs, Thursday) is a date. Its turn comes in lesson 07.",
            marked_with("الخميس LOC"),
        ),
        Mistake(
            "short form missed",
            "Rule 4: each mention counts, and لافروف (Lāfrūf) comes once more, alone.",
            marked_with(but=("لافروف",)),
        ),
        Mistake(
            "people only",
            "The people are there. Places and organisations have names too.",
            lambda text: [name for name in paragraph_gold() if name.label == "PER"],
        ),
    ),
    afterwards="The reader of the gold made the very same annotations.",
    text=paragraph,
    gold=paragraph_gold,
    score=score_entities,
)


def partner() -> list[Entity]:
    return mark_entities(paragraph(), PARTNER.splitlines())


def shared_names() -> int:
    return len({name.text for name in score_entities(partner(), paragraph_gold()).right})


def marks_in_common() -> int:
    from helpers.exercises.lesson_04 import paragraph_gold, partner
    from helpers.score import score_entities

    return len(score_entities(partner(), paragraph_gold()).right)


MARKS_IN_COMMON = Exercise(
    marks_in_common,
    asks="Predict, then run: how many annotations do the partner and the reader of the gold have in common?",
    hints=(
        "Compare the two pictures, name by name. Is one longer, or its label another? Then they differ.",
        "Turkey and Qarah Bāgh are marked twice each, and all of those agree.",
        "`len(score_entities(partner, reader).right)` counts them.",
    ),
    mistakes=(
        Mistake(
            "one too many",
            "One of them differs: look at the label of الأناضول (al-Anāḍūl), and at the minister.",
            lambda: marks_in_common() + 1,
        ),
        Mistake(
            "all of the partner's",
            "So many annotations has the partner. Are all of them the reader's too?",
            lambda: len(partner()),
        ),
        Mistake(
            "all of the reader's",
            "So many annotations has the reader. Are all of them the partner's too?",
            lambda: len(paragraph_gold()),
        ),
        Mistake("names counted", "So many names do they share. Some are marked twice: count each time.", shared_names),
    ),
    afterwards="An annotation agrees if its first character, its last one and its label agree.",
)


def places_gold() -> list[Entity]:
    return [name for name in gold() if name.label == "LOC"]


@cache
def known_places() -> frozenset[str]:
    return frozenset(countries() + words("places")["caucasus"])


def find_places(text: str) -> list:
    from helpers.lexicon import countries
    from helpers.lexicon import words as word_list
    from helpers.records import Entity
    from helpers.words import cuts

    places, found = countries() + word_list("places")["caucasus"], []
    for token in tokens(text):
        for particles, rest in cuts(token.text):
            if rest in places:
                start = token.start + len(particles)
                found.append(Entity(start, token.end, rest, "LOC", rest))
    return found


def place(start: int, text: str) -> Entity:
    return Entity(start, start + len(text), text, "LOC", text)


def places_as_written(text: str) -> list[Entity]:
    return [place(token.start, token.text) for token in tokens(text) if token.text in known_places()]


def places_with_particles(text: str) -> list[Entity]:
    known = known_places()
    return [place(t.start, t.text) for t in tokens(text) if any(rest in known for _, rest in cuts(t.text))]


def places_anywhere(text: str) -> list[Entity]:
    """Each place that a name of the list has in the text, inside a word too."""
    return [
        place(start, name)
        for name in known_places()
        for start in range(len(text))
        if " " not in name and text.startswith(name, start)
    ]


def places_cut_to_the_end(text: str) -> list[Entity]:
    last = [(token, list(cuts(token.text))[-1][1]) for token in tokens(text)]
    return [place(token.end - len(rest), rest) for token, rest in last if rest in known_places()]


FIND_PLACES = ScoredExercise(
    find_places,
    asks="Write `find_places(text)`: an `Entity` for each word that is in `places`. Proclitics stay outside it.",
    hints=(
        "Begin with `look_up`. Then put a second loop into the first: `for particles, rest in cuts(token.text):`.",
        'Is the `rest` in `places`? Then it is a name, and its label is `"LOC"`.',
        "Where does the rest begin? Behind the particles: at `token.start + len(particles)`. It ends with its token.",
    ),
    mistakes=(
        Mistake(
            "as written only",
            "What is missed has و (wa-, and) on its front. Look up the rest of each of its `cuts`, not only the word.",
            places_as_written,
        ),
        Mistake(
            "particles inside",
            "Rule 3: the proclitic is no part of the name. Begin the span behind it.",
            places_with_particles,
        ),
        Mistake(
            "inside other words",
            "This finds أذربيجان (Adharbayjān) inside الأذربيجاني (al-Adharbayjānī, Azerbaijani). Compare whole words.",
            places_anywhere,
        ),
        Mistake(
            "cut to the end",
            "This asks of the last rest only: of كلبجار (Kalbajār) that is لبجار. Ask of each, the uncut word first.",
            places_cut_to_the_end,
        ),
        Mistake(
            "other label",
            'These are the places, with another label: in this course it is `"LOC"`.',
            lambda text: [replace(name, label="") for name in find_places(text)],
        ),
    ),
    afterwards="A look-up word by word can't find قره باغ (Qarah Bāgh): it has two.",
    text=story,
    gold=places_gold,
    score=score_entities,
    enough=0.8,
    elsewhere=("زار سامي حداد مصر ولبنان، ثم سافر من تونس إلى قبرص ومالطا، وقرأ عن قره باغ.",),
)


def full_names_gold() -> list[Entity]:
    return [name for name in gold() if name.label == "PER" and " " in name.text]


def find_people(text: str) -> list:
    from helpers.lexicon import words as word_list
    from helpers.records import Entity

    story, stop_words, found = tokens(text), word_list("stop_words")["words"], []
    for number, token in enumerate(story):
        if token.text in ("الروسي", "التركي", "الأذربيجاني", "الأرميني"):
            first, last = story[number + 1], story[number + 2]
            if first.text not in stop_words:
                name = text[first.start : last.end]
                found.append(Entity(first.start, last.end, name, "PER", name))
    return found


def after_triggers(begin: int, end: int, careful: bool = True) -> Callable[[str], list[Entity]]:
    """`find_people`, with other words around the trigger in its span."""

    def answer(text: str) -> list[Entity]:
        story, stop_words = tokens(text), words("stop_words")["words"]
        numbers = [n for n, token in enumerate(story) if token.text in TRIGGERS]
        spans = [
            (story[n + begin].start, story[n + end].end)
            for n in numbers
            if not careful or story[n + 1].text not in stop_words
        ]
        return [Entity(start, end, text[start:end], "PER", text[start:end]) for start, end in spans]

    return answer


FIND_PEOPLE = ScoredExercise(
    find_people,
    asks="Write `find_people(text)`: behind each trigger, the next two words are a name, if the first is no stop word.",
    hints=(
        "Begin with the loop above, on `story = tokens(text)`, so that it works for any text.",
        "`first, last = story[number + 1], story[number + 2]` are the two words of the name.",
        'The span is `Entity(first.start, last.end, name, "PER", name)` with `name = text[first.start : last.end]`.',
    ),
    mistakes=(
        Mistake(
            "stop word taken",
            "عن (ʿan, from) is no first name. Leave out what begins with a stop word.",
            after_triggers(1, 2, careful=False),
        ),
        Mistake("one word only", "A full name has two words here: end the span with the second.", after_triggers(1, 1)),
        Mistake(
            "trigger marked",
            "The trigger announces the name and is no part of it. Begin with the word behind it.",
            after_triggers(0, 2),
        ),
        Mistake(
            "three words",
            "Only رجب طيب أردوغان (Rajab Ṭayyib Ardūghān) has three words; you took three everywhere.",
            after_triggers(1, 3),
        ),
        Mistake(
            "other label",
            'These are the people, with another label: in this course it is `"PER"`.',
            lambda text: [replace(name, label="") for name in find_people(text)],
        ),
    ),
    afterwards="A trigger needs no list of names: it announces presidents of whom nobody has heard yet.",
    text=story,
    gold=full_names_gold,
    score=score_entities,
    enough=0.7,
    elsewhere=("قال الطبيب الروسي إيفان بتروف للكاتب التركي جمال أيدين إن الشاعر الأرميني من مدينة بعيدة.",),
)


def error_kind(name, gold) -> str:
    for other in gold:
        if (name.start, name.end) == (other.start, other.end):
            return "right" if name.label == other.label else "label"
    for other in gold:
        if name.start < other.end and other.start < name.end:
            return "bounds"
    return "invented"


def overlapping(name: Entity, gold: list[Entity]) -> list[Entity]:
    return [other for other in gold if name.start < other.end and other.start < name.end]


def kind_by_text(name: Entity, gold: list[Entity]) -> str:
    same = [other for other in gold if other.text == name.text]
    if same:
        return "right" if any(other.label == name.label for other in same) else "label"
    return "bounds" if overlapping(name, gold) else "invented"


def instead(kind: str, other: str, when: Callable[[Entity, Entity], bool] = lambda *_: True, how: Callable = any):
    """`error_kind`, which says `other` instead of `kind` when that is so of any, or of all, of the gold."""

    def answer(name: Entity, gold: list[Entity]) -> str:
        right = error_kind(name, gold)
        return other if right == kind and how(when(name, wanted) for wanted in gold) else right

    return answer


def kind_by_one_edge(name: Entity, gold: list[Entity]) -> str:
    at_edge = next((other for other in gold if name.start == other.start or name.end == other.end), None)
    same = at_edge and at_edge.label == name.label
    return ("right" if same else "label") if at_edge else error_kind(name, gold)


def marked_words(random: Random) -> tuple[Entity, list[Entity]]:
    """Four countries in a row, names of one or two of them as gold, and a name that is near one of these."""
    row = random.sample(country_names(), 4)
    text, starts = " ".join(row), [0]
    for word in row:
        starts.append(starts[-1] + len(word) + 1)

    def span(first: int, stop: int) -> Entity:
        start, end = starts[first], starts[stop] - 1
        return Entity(start, end, text[start:end], random.choice(LABELS), random.choice((text, text[start:end])))

    near = random.choice([(0, 1), (1, 3)] * 3 + [(0, 2), (1, 2), (1, 4), (3, 4)])
    return span(*near), [span(0, 1), span(1, 3)] if random.random() < 0.9 else [span(2, 4)]


SENTENCE = "مدح سامي حداد لبنان أمس في لبنان"
SAMI, LEBANON = Entity(4, 13, "سامي حداد", "PER", "سامي حداد"), Entity(14, 19, "لبنان", "LOC", "لبنان")


def piece(start: int, end: int, label: str) -> Entity:
    return Entity(start, end, SENTENCE[start:end], label, SENTENCE[start:end])


RECORDS = "Start, end and label agree; only `name`, the full name, differs. `==` and `in` compare that too."

ERROR_KIND = Exercise(
    error_kind,
    asks='Write `error_kind(name, gold)`: `"right"`, `"label"`, `"bounds"` or `"invented"`.',
    cases=(
        *[(SAMI, [SAMI, LEBANON]), (LEBANON, [SAMI, LEBANON]), (piece(14, 19, "ORG"), [SAMI, LEBANON])],
        (replace(SAMI, name="سامي علي حداد"), [SAMI, LEBANON]),
        *[(piece(4, 8, "PER"), [SAMI]), (piece(0, 8, "PER"), [SAMI]), (piece(20, 23, "LOC"), [SAMI, LEBANON])],
        *[(piece(27, 32, "LOC"), [SAMI, LEBANON]), (piece(13, 14, "LOC"), [SAMI, LEBANON])],
        *[(piece(0, 23, "LOC"), [SAMI, LEBANON]), (piece(4, 8, "LOC"), [SAMI]), (SAMI, [])],
    ),
    unseen=marked_words,
    hints=(
        "Go through the gold twice. First: has a span the same start and end? Then only the label can differ.",
        "Then: does one overlap? `name.start < other.end and other.start < name.end`.",
        'What overlaps nothing is `"invented"`: put that `return` behind both loops.',
    ),
    mistakes=(
        Mistake("records compared", RECORDS, instead("right", "label", lambda name, other: name != other, all)),
        Mistake("records, then overlap", RECORDS, instead("right", "bounds", lambda name, other: name != other, all)),
        Mistake(
            "text compared",
            "The same word may stand in two places, and be a name in one of them. Compare start and end.",
            kind_by_text,
        ),
        Mistake(
            "touching counts",
            "Two spans that only touch share no character: it takes `<`, not `<=`.",
            instead("invented", "bounds", lambda name, other: name.start <= other.end and other.start <= name.end),
        ),
        Mistake(
            "first only",
            "Here the first of the gold doesn't decide. Does your loop go on, or does `return` come too early?",
            lambda name, gold: error_kind(name, gold[:1]),
        ),
        Mistake(
            "last only",
            "Here the last of the gold doesn't decide. Does it overwrite what you had found? `return` at once.",
            lambda name, gold: error_kind(name, gold[-1:]),
        ),
        Mistake("label ignored", "The place is the same; is the label?", instead("label", "right")),
        Mistake(
            "bounds first",
            'The same span overlaps too: ask for `"right"` and `"label"` before you ask for `"bounds"`.',
            lambda name, gold: error_kind(name, gold) if error_kind(name, gold) == "invented" else "bounds",
        ),
        Mistake(
            "everything overlaps",
            "Here nothing overlaps. Each must start before the other ends: both, so it takes `and`, not `or`.",
            instead("invented", "bounds"),
        ),
        Mistake(
            "one edge only",
            "Only one end is the same here. It is the same span if start *and* end agree.",
            kind_by_one_edge,
        ),
        Mistake(
            "inside only",
            "Lying inside is one way to overlap. A name may also share an edge, be longer, or hang over the end.",
            instead(
                "bounds", "invented", lambda name, other: not (other.start <= name.start and name.end <= other.end), all
            ),
        ),
        Mistake(
            "same label only",
            'Whatever its label, a span that overlaps makes `"bounds"`.',
            instead(
                "bounds",
                "invented",
                lambda name, other: not overlapping(name, [other]) or name.label != other.label,
                all,
            ),
        ),
    ),
    promises=(
        Promise(
            "other word",
            "It should be one of the four words of the table.",
            lambda name, gold, came: came in ("right", "label", "bounds", "invented"),
        ),
    ),
    afterwards="With such a count, you know what to mend first.",
)


def find_names(text: str) -> list:
    from helpers.annotation import mark_entities
    from helpers.exercises.lesson_04 import find_people, find_places

    own = ["قره باغ LOC", "الأناضول ORG", "رجب طيب أردوغان PER", "أردوغان PER"]
    marks = [line for line in own if line[:-4] in text]
    for person in find_people(text):
        short = person.text.split()[-1]
        marks += [(person.text, "PER"), (short, "PER")]
    return find_places(text) + mark_entities(text, marks)


def names_without(*left_out: str) -> Callable[[str], list[Entity]]:
    """`find_names`, without the names of a label, the short forms or the list."""

    def answer(text: str) -> list[Entity]:
        full = {name.text for name in find_people(text)}
        return [
            name
            for name in find_names(text)
            if name.label not in left_out
            and not ("short" in left_out and name.label == "PER" and name.text not in full)
            and not ("list" in left_out and name.text in ("قره باغ", "الأناضول", "رجب طيب أردوغان", "أردوغان"))
        ]

    return answer


def short_forms_inside(text: str) -> list[Entity]:
    """The short forms marked at each of their places, inside a full name too."""
    last = {name.text.split()[-1] for name in find_people(text)}
    inside = [Entity(t.start, t.end, t.text, "PER", t.text) for t in tokens(text) if t.text in last]
    return [*names_without("short")(text), *inside]


FIND_NAMES = ScoredExercise(
    find_names,
    asks="Write `find_names(text)`: all names of the story, with an F1 of 0.90 or better.",
    hints=(
        "Add what you have: `find_places(text) + find_people(text)`. What is missed now?",
        "`mark_entities(text, marks)` finds a name in all its places. `person.text.split()[-1]` is a short form.",
        "Which names have neither a list nor a trigger? Annotate them yourself, each only if it is in the text.",
    ),
    mistakes=(
        Mistake("places only", "The places are there. Add the people.", names_without("PER", "ORG", "list")),
        Mistake("people only", "The people are there. Add what `find_places` finds.", names_without("LOC", "ORG")),
        Mistake(
            "lists added",
            "Places and full names are there. Add the short forms, such as لافروف (Lāfrūf) alone: the last word of a "
            "full name. What neither function finds needs an annotation of its own.",
            lambda text: find_places(text) + find_people(text),
        ),
        Mistake(
            "no short forms",
            "The short forms are missed, such as لافروف (Lāfrūf) alone. The last word of a full name is one.",
            names_without("short"),
        ),
        Mistake(
            "short forms inside",
            "Short forms were marked inside full names too. Let `mark_entities` do it: the longer counts.",
            short_forms_inside,
        ),
        Mistake(
            "no list of your own",
            "قره باغ (Qarah Bāgh) has two words, and الأناضول (al-Anāḍūl) no trigger of yours. Mark them yourself.",
            names_without("list"),
        ),
    ),
    afterwards="A list, triggers and short forms: that is how the rules of the helpers work, on longer lists.",
    text=story,
    gold=gold,
    score=score_entities,
    enough=0.9,
    elsewhere=(
        "زار الكاتب الروسي إيفان بتروف قبرص ومالطا وإيطاليا. والتقى بتروف الرسام التركي جمال أيدين في اليونان. ثم "
        "سافر أيدين إلى فرنسا وبتروف إلى ألمانيا. وكتبت الأناضول عن رجب طيب أردوغان وعن قره باغ.",
    ),
)

EXERCISES = (MARK_PARAGRAPH, MARKS_IN_COMMON, FIND_PLACES, FIND_PEOPLE, ERROR_KIND, FIND_NAMES)
