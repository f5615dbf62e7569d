"""What lesson 08 claims, one test for each claim."""

import csv
import itertools
import re
from collections import Counter
from datetime import date
from types import SimpleNamespace

import matplotlib.pyplot as plt
import pytest
from test_lessons import LESSONS, plain, prose, rows, section

from helpers import SEED, build_timeline, find_dates, find_statements, parse_article, read_article, sentences
from helpers.chart import draw_timeline
from helpers.chart.lettering import STATUS_COLOURS
from helpers.exercises.lesson_08 import CUT, DEADLINES, HIDDEN_STATEMENTS, deadlines, hidden_statements
from helpers.export import WRITERS, to_csv, to_ics, to_timelinejs
from helpers.records import Event, Timeline
from helpers.translation import read_glossary
from helpers.widgets.timelines import STORY, choose_events
from tools.execute import code_cells

LESSON = LESSONS["08_timeline"]
TEXT = " ".join(prose(LESSON).split())
ARTICLE = read_article(SEED)
BODY = ARTICLE.body
TIMELINE = build_timeline(ARTICLE)
DATES = find_dates(BODY, ARTICLE.published)
GLOSSARY = read_glossary(SEED.with_suffix(".glossary.tsv"))
TERMS = ("clause", "status", "overplotting", "encoding channel", "alt text", "export", "CSV", "iCalendar")


def event_of(text: str) -> Event:
    """The one event of a made-up story of 10 March 2021."""
    (event,) = made_up(text).events
    return event


def made_up(text: str) -> Timeline:
    return build_timeline(parse_article(f"عنوان\n{text}", date(2021, 3, 10)))


def cell(part: str) -> str:
    """The code of the first cell that holds this."""
    return next(cell.source for cell in code_cells(LESSON) if part in cell.source)


# From dates to events.


def test_five_dates_stand_in_three_sentences() -> None:
    places = [
        number
        for mention in DATES
        for number, sentence in enumerate(sentences(BODY))
        if sentence.start <= mention.start < sentence.end
    ]
    assert places == [0, 11, 13, 13, 13]
    assert "Lesson 07 found five dates" in TEXT and "Three dates share sentence 13" in TEXT
    assert f"the same {len(sentences(BODY)[13].text.split())} pieces" in TEXT


def test_the_clauses_are_those_that_the_lesson_reads() -> None:
    told = [plain(row[0]) for row in rows(section(LESSON, "From dates to events"))]
    assert told == sentences(BODY)[13].text.rstrip(".").split(CUT)


def test_a_comma_without_and_cuts_nothing() -> None:
    first, *_ = sentences(BODY)[13].text.split(CUT)
    assert first.count("،") == 2
    assert "The first clause has two commas without an *and*" in TEXT


def test_the_helpers_cut_at_while_too_and_keep_the_and() -> None:
    first, second = made_up("وصل الفريق الإثنين بينما غادر الجمهور الثلاثاء.").events
    assert (first.label, second.label) == ("وصل الفريق الإثنين", "بينما غادر الجمهور الثلاثاء")
    assert all(event.label.startswith("و") for event in TIMELINE.events[2:])


def test_the_fourth_event_is_the_one_that_the_lesson_tells() -> None:
    event = TIMELINE.events[3]
    assert f">{event.label}</span> (wa-Aghdām" in TEXT
    assert (event.where, event.status, event.reported_by) == (("أغدام",), "due", "إلهام علييف")


def test_no_word_of_a_label_is_ours() -> None:
    for event in TIMELINE.events:
        assert event.label.removesuffix(" …") in BODY


# Happened and due.


def test_each_word_before_a_date_gives_its_status() -> None:
    told = [[plain(cell) for cell in row] for row in rows(section(LESSON, "Happened and due"))]
    assert list(dict.fromkeys(row[0] for row in told)) == ["happened", "due", "since", "planned"]
    assert set(STATUS_COLOURS) == {row[0] for row in told}
    for status, _, word, *_ in told:
        if word:
            assert event_of(f"يستمر المعرض {word} 20 مارس 2021.").status == status


def test_without_such_a_word_the_day_decides() -> None:
    assert event_of("افتتح المعرض يوم 4 مارس 2021.").status == "happened"
    assert event_of("افتتح المعرض اليوم الأربعاء.").status == "happened"
    assert event_of("سيفتتح المعرض يوم 20 مارس 2021.").status == "planned"


def test_the_word_of_deadlines_stands_there_four_times_and_once_without_a_date() -> None:
    assert BODY.split().count("حتى") == 4
    assert len(deadlines(BODY)) == 3
    assert "stands in the story four times; once, no date follows" in TEXT


def test_in_the_texts_elsewhere_the_references_find_what_a_reader_marks() -> None:
    assert [[m.text for m in deadlines(text)] for text in DEADLINES.elsewhere] == [["20 نوفمبر"], ["الثلاثاء"]]
    assert [[said.text for said in hidden_statements(text)] for text in HIDDEN_STATEMENTS.elsewhere] == [
        ["العمل مستمر", "سنعمل معا"],
        ["الدخول مجاني"],
    ]


# The drawings.


def drawing(part: str) -> SimpleNamespace:
    """What a cell draws: its figure, and the boxes of its labels in dots."""
    plt.switch_backend("agg")
    names = {"timeline": TIMELINE, "date": date, "days": [event.first for event in TIMELINE.events], "plt": plt}
    names["ticks"] = names["days"][::2]
    exec(cell(part), names | {"picture": lambda telling: None})  # which would leave nothing to look at
    axes = plt.gca()
    axes.autoscale_view()  # what waits for drawing otherwise
    drawn = SimpleNamespace(axes=axes, boxes=[text.get_window_extent() for text in axes.texts])
    plt.close("all")
    return drawn


def overlapping(boxes: list) -> int:
    return sum(one.overlaps(other) for one, other in itertools.combinations(boxes, 2))


FIVE_LINES, TURNED, SHAPED = "[0] * len(days)", "from datetime import date", "shapes ="


def test_the_drawing_takes_five_lines() -> None:
    _, _, drawn = cell(FIVE_LINES).partition("\n\n")
    assert len(drawn.splitlines()) == 5


def test_in_five_lines_the_labels_lie_one_over_the_other() -> None:
    drawn = drawing(FIVE_LINES)
    assert len(drawn.boxes) == 5
    assert all(sum(box.overlaps(other) for other in drawn.boxes) > 1 for box in drawn.boxes)


def test_in_five_lines_time_runs_to_the_right_and_a_label_ends_at_its_dot() -> None:
    axes = drawing(FIVE_LINES).axes
    assert not axes.xaxis_inverted()
    assert {text.get_horizontalalignment() for text in axes.texts} == {"left"}
    assert "from 9 November on the left to 1 December on the right" in TEXT
    assert (TIMELINE.events[0].first, TIMELINE.events[-1].first) == (date(2020, 11, 9), date(2020, 12, 1))


def test_in_five_lines_neither_status_nor_publication_nor_speaker_shows() -> None:
    axes = drawing(FIVE_LINES).axes
    assert len(axes.collections) == 1 and not axes.lines
    assert not any("علييف" in text.get_text() for text in axes.texts)
    assert {event.reported_by for event in TIMELINE.events if event.status == "due"} == {"إلهام علييف"}


def test_turned_no_label_meets_another_and_each_begins_at_its_dot() -> None:
    drawn = drawing(TURNED)
    assert drawn.axes.xaxis_inverted()
    assert overlapping(drawn.boxes) == 0
    assert {text.get_horizontalalignment() for text in drawn.axes.texts} == {"right"}
    frame = drawn.axes.get_window_extent()
    assert all(frame.x0 <= box.x0 and box.x1 <= frame.x1 for box in drawn.boxes)


def test_the_distances_are_to_scale() -> None:
    first, second, *_, fourth, last = (event.first for event in TIMELINE.events)
    assert (
        f"{(second - first).days} days between the first two dots, {(last - fourth).days} between the last two" in TEXT
    )


def test_four_colours_are_nearly_one_grey() -> None:
    greys = [
        round(0.299 * red + 0.587 * green + 0.114 * blue)
        for red, green, blue in (bytes.fromhex(colour[1:]) for colour in STATUS_COLOURS.values())
    ]
    assert len(greys) == 4
    assert max(greys) - min(greys) < 256 / 10


def test_a_colour_is_red_green_and_blue_in_hexadecimal() -> None:
    assert list(STATUS_COLOURS) == ["happened", "due", "planned", "since"]
    assert STATUS_COLOURS["happened"] == "#0069a6"
    assert "`#0069a6` is red 00, green 69, blue a6" in TEXT and "blue, orange, violet and green" in TEXT
    strongest = [max(range(3), key=bytes.fromhex(colour[1:]).__getitem__) for colour in STATUS_COLOURS.values()]
    assert strongest == [2, 0, 2, 1]  # blue, red (orange), blue (violet), green


def test_the_story_itself_says_that_lavrov_spoke_on_thursday() -> None:
    (thursday,) = (event for event in TIMELINE.events if event.first == date(2020, 11, 12))
    assert thursday.reported_by is None and "لافروف، الخميس" in BODY


def test_shapes_stand_on_their_sides_of_the_line_which_runs_through_two_labels() -> None:
    drawn = drawing(SHAPED)
    assert [event.first < TIMELINE.published for event in TIMELINE.events] == [True, True, False, False, False]
    assert [event.status for event in TIMELINE.events] == ["happened"] * 2 + ["due"] * 3
    (line,) = drawn.axes.lines
    place = drawn.axes.transData.transform((line.get_xdata()[0].toordinal() - date(1970, 1, 1).toordinal(), 0))[0]
    assert [box.x0 < place < box.x1 for box in drawn.boxes] == [True, True, False, False, False]
    assert "the line runs through two labels" in TEXT


# In words.


def test_the_telling_has_a_line_for_each_event_after_the_title_and_the_day() -> None:
    lines = draw_timeline(TIMELINE, language="en").telling.splitlines()
    assert len(lines) == 2 + len(TIMELINE.events)
    assert TIMELINE.title in lines[0] and lines[1].startswith("Published")
    assert lines[5].startswith("4. until Friday 20 November 2020")


# Handed on.


def test_a_comma_in_a_cell_cuts_a_line_that_is_split() -> None:
    line = to_csv(TIMELINE).splitlines()[4]
    (cells,) = csv.reader([line])
    assert (len(cells), len(line.split(","))) == (12, 13)
    heads = next(csv.reader([to_csv(TIMELINE).splitlines()[0]]))
    assert [head for head, cell in zip(heads, cells, strict=True) if "," in cell] == ["because"]
    assert '"due"' in line and line.count('"') == 2 * 12
    assert any("،" in cell for cell in next(csv.reader(to_csv(TIMELINE).splitlines()[1:])))


def test_timelinejs_and_calendar_begin_as_shown() -> None:
    assert to_timelinejs(TIMELINE)["events"][3]["start_date"] == {"year": 2020, "month": 11, "day": 20}
    starts = [line[-8:] for line in to_ics(TIMELINE).decode().splitlines() if line.startswith("DTSTART")]
    assert starts == [f"{event.first:%Y%m%d}" for event in TIMELINE.events]


def test_the_csv_file_begins_with_the_character_that_excel_looks_for() -> None:
    first = WRITERS["csv"](TIMELINE).decode("utf-8")[0]
    assert first == "\N{ZERO WIDTH NO-BREAK SPACE}"
    assert f"U+{ord(first):04X}" in TEXT


def test_what_the_story_itself_tells_has_three_districts_less() -> None:
    kept = choose_events(TIMELINE, list(STATUS_COLOURS), STORY)
    gone = [event for event in TIMELINE.events if event not in kept.events]
    assert [event.where for event in gone] == [("كلبجار",), ("أغدام",), ("لاتشين",)]
    assert "three districts are gone" in TEXT


# What it hides.


def test_what_is_told_twice_is_drawn_twice() -> None:
    assert len(made_up("افتتح المعرض في بيروت أمس. وكان افتتاح المعرض في بيروت أمس ناجحا.").events) == 2
    assert "an event told in two sentences is drawn twice" in TEXT


def test_most_statements_stand_beside_no_date() -> None:
    hidden = hidden_statements(BODY)
    assert "The story has 13 statements" in TEXT and len(find_statements(BODY)) == 13
    assert len(hidden) == 10 and "Ten of thirteen statements" in HIDDEN_STATEMENTS.afterwards
    assert Counter(said.direct for said in hidden)[True] == sum(said.direct for said in find_statements(BODY)) == 4


def test_one_speaker_is_nowhere_on_the_timeline() -> None:
    told = {name for event in TIMELINE.events for name in (*event.who, event.reported_by)}
    missing = {said.speaker for said in find_statements(BODY)} - told
    assert missing == {"نيكول باشينيان"}
    assert not any("باشينيان" in event.label for event in TIMELINE.events)
    assert "باشينيان" not in HIDDEN_STATEMENTS.afterwards  # the lesson asks for it afterwards


# Its words.


@pytest.mark.parametrize("term", TERMS)
def test_each_term_is_linked_once_and_explained(term: str) -> None:
    assert TEXT.count(f"[*{term}*](../docs/glossary.md#{term.lower().replace(' ', '-')})") == 1
    assert term in [row[0] for row in rows(section(LESSON, "New words"))]


def test_arabic_is_read_as_in_the_glossary() -> None:
    pairs = re.findall(r"<span [^>]+>([^<]+)</span> \(([^()]+)", TEXT)
    pairs += [(row[0], row[1]) for row in rows(section(LESSON, "From dates to events"))]
    compared = 0
    for arabic, reading in pairs:
        for form, latin in zip(plain(arabic).split(), plain(reading).split(), strict=False):
            form, latin = form.strip("،/"), latin.strip(",/")
            if form in GLOSSARY:
                assert latin in GLOSSARY[form].transliteration.split("; "), (form, latin)
                compared += 1
    assert compared > 35
