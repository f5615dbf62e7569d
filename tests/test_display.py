"""What a lesson shows: marked stories, lists and tables that say in plain text what they say in HTML."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from growth import seconds_of
from hypothesis import example, given
from hypothesis import strategies as st
from made_up import LIBRARY, NOTHING, cases
from test_export import any_text

from helpers import SEED, find_dates, find_entities, read_article, tokens
from helpers.display import SPARE_STYLES, STYLES, highlight, label_of, right_to_left, show_list, table, timeline_table
from helpers.plain import EVENT_COLUMNS, LRM, RLM, event_rows, plain_table, width
from helpers.records import ArticleError, DateMention, Entity, Span, Statement
from helpers.safe import BIDI_CONTROLS, one_line, readable
from helpers.translation import Gloss, Translated, Translation, read_glossary, read_translation

DAY = date(2021, 3, 15)
DARK = "#1f2328"


class Page(HTMLParser):
    """Reads a piece of HTML: its tags, its text, whether every tag is closed in its turn."""

    def __init__(self, markup: str):
        super().__init__()
        self.tags, self.texts, self.open, self.hints = [], [], [], []
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.hints += [value for name, value in attrs if name == "title"]
        if tag == "br":
            self.texts.append("\n")
        else:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "sup" not in self.open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)


def labelled(text: str, spans: list) -> list[Span]:
    return [Entity(start, end, text[start:end], label, label) for start, end, label in spans]


@pytest.mark.parametrize("case", cases("display_highlight"), ids=lambda case: case["why"])
def test_highlight(case):
    view = highlight(case["text"], labelled(case["text"], case["spans"]))
    assert str(view) == repr(view) == case["expect"]


@st.composite
def marked_texts(draw):
    text = draw(any_text)
    places = st.integers(0, len(text))
    edges = draw(st.lists(st.tuples(places, places, st.sampled_from(["PER", "SAID", "<i>"]))))
    return text, [(min(a, b), max(a, b), label) for a, b, label in edges]


@given(marked_texts())
@example(("<b>صيدا</b>\n&lt;", [(3, 7, "<i>")]))
def test_highlight_shows_the_whole_text_and_no_markup_of_its_own(marked):
    text, spans = marked
    story = highlight(text, labelled(text, spans)).html.partition('<div dir="ltr"')[0]
    page = Page(story)
    assert page.text == "".join(map(readable, pieces(text, spans)))
    assert set(page.tags) <= {"div", "mark", "sup", "bdi", "br"}
    assert not BIDI_CONTROLS.search(story)


def pieces(text: str, spans: list) -> list[str]:
    """A line end of two characters becomes two where a span ends between them."""
    edges = sorted({0, len(text), *(edge for start, end, _ in spans if start < end for edge in (start, end))})
    return [text[start:end] for start, end in pairwise(edges)]


def test_each_record_has_its_label():
    statement = Statement(0, 1, "ا", None, "قال", False)
    assert label_of(Entity(0, 1, "ا", "ORG", "ا")) == "ORG"
    assert label_of(DateMention(0, 1, "ا", None, None, "hijri", None, "")) == "DATE"
    assert label_of(statement) == "SAID"
    assert label_of(replace(statement, direct=True)) == "QUOTE"
    assert label_of(Span(0, 1, "ا")) == ""


def test_pointing_at_a_mark_tells_what_was_found():
    text = "قال الوزير إن المكتبة ستفتح الخميس"
    spans = [
        Entity(4, 10, "الوزير", "PER", 'سالم "حداد"'),
        Statement(14, 34, text[14:34], None, "قال", False),
        DateMention(28, 34, "الخميس", DAY, DAY, "weekday", None, "the next Thursday"),
    ]
    hints = ['سالم "حداد"', "said by someone without a name", "2021-03-15: the next Thursday"]
    assert Page(highlight(text, spans).html).hints == hints
    unresolved = DateMention(28, 34, "الخميس", None, None, "weekday", None, "no day of publication")
    assert Page(highlight(text, [unresolved]).html).hints == ["no day of publication"]


def test_a_lesson_brings_its_own_labels():
    spans = [Span(0, 3, "زار"), Span(4, 8, "سالم")]
    view = highlight("زار سالم", spans, label=lambda span: "late" if span.start else "early")
    assert str(view) == "⟦زار|early⟧ ⟦سالم|late⟧"
    assert SPARE_STYLES[0].background in view.html
    assert SPARE_STYLES[1].background in view.html


def test_a_bare_span_is_marked_without_a_label():
    assert str(highlight("زار سالم", [Span(4, 8, "سالم")])) == "زار ⟦سالم⟧"


def test_a_legend_explains_the_labels_in_use():
    view = highlight("زار سالم بيروت", labelled("زار سالم بيروت", [[4, 8, "PER"]]))
    assert "person" in view.html
    assert "place" not in view.html


def test_a_span_of_another_text_gets_a_sentence():
    with pytest.raises(ArticleError, match="«بيروت» isn't at 0 to 5"):
        highlight("صيدا وصور", [Span(0, 5, "بيروت")])


def luminance(colour: str) -> float:
    """WCAG 2 relative luminance of "#rrggbb"."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("style", [*STYLES.values(), *SPARE_STYLES], ids=str)
def test_marks_can_be_read_and_told_apart_on_any_page(style):
    assert contrast(DARK, style.background) >= 4.5
    assert contrast(style.line.split()[-1], style.background) >= 3
    text = highlight("زار", [Span(0, 3, "زار")]).html
    assert f"color:{DARK}" in text


def test_no_two_labels_look_alike_without_colour():
    forms = [style.line.rsplit(maxsplit=1)[0] for label, style in STYLES.items() if label not in ("QUOTE", "SAID")]
    assert len(set(forms)) == len(forms)
    assert STYLES["QUOTE"].line != STYLES["SAID"].line


@pytest.mark.parametrize("case", cases("display_width"), ids=lambda case: case["why"])
def test_width(case):
    assert width(case["text"]) == case["expect"]


ROWS = [["صيدا", 15, DAY, None], [Span(0, 3, "صور"), ("سالم", "ليلى"), [], "a\n<b>"]]


def test_table_shows_every_kind_of_value():
    view = table(ROWS, ["ا", "ب", "c", "d"], caption="مدن")
    told = re.sub("[\u200e\u200f]", "", str(view)).splitlines()
    assert told[0] == "مدن"
    assert told[4].split() == ["صيدا", "15", "2021-03-15", "-"]
    assert told[5].split() == ["صور", "سالم؛", "ليلى", "-", "a", "<b>"]
    assert "a &lt;b&gt;" in view.html


def test_table_runs_from_right_to_left_and_isolates_its_cells():
    markup = table(ROWS, list("abcd"), caption="مدن").html
    assert markup.startswith('<div dir="rtl"')
    assert markup.count('<th scope="col"') == 4
    assert markup.count("<bdi") == 1 + 4 + 8
    assert "<style" not in markup
    assert 'class="' not in markup
    assert table(ROWS, list("abcd"), direction="ltr").html.startswith('<div dir="ltr"')


@given(any_text)
@example("<b>صيدا</b> 2021-02-15 &lt;")
def test_table_cells_hold_any_text(text):
    page = Page(table([[text]], ["head"]).html)
    assert page.text == "head" + one_line(text)
    assert set(page.tags) <= {"div", "table", "thead", "tbody", "tr", "th", "td", "bdi", "span"}


def test_plain_columns_stand_below_each_other():
    told = plain_table(["one", "two"], [["كِتَاب", "a"], ["b", "新聞"]]).splitlines()
    assert told == [
        "one   two",
        "----  ----",
        f"{RLM}كِتَاب{RLM}{LRM}  a",
        "b     新聞",
    ]


@given(st.lists(st.tuples(any_text.map(one_line), any_text.map(one_line)), min_size=1), st.integers(1, 200))
def test_plain_table_loses_no_word_and_keeps_its_columns(rows, room):
    told = plain_table(["a", "b"], rows, room)
    words = " ".join(" ".join(row) for row in rows).split()
    assert sorted(re.sub(f"[{RLM}{LRM}]", "", told).split()[4:]) == sorted(words)
    rule = told.splitlines()[1]
    assert max(map(width, told.splitlines())) == width(rule)


def test_plain_table_fits_the_terminal():
    told = plain_table(EVENT_COLUMNS, event_rows(LIBRARY), 80)
    assert max(map(width, told.splitlines())) <= 80
    assert len(told.splitlines()) > 4


def test_list_runs_from_right_to_left():
    view = show_list(["مكتبة", Span(0, 4, "<ب>ا"), 15])
    assert str(view) == "مكتبة | <ب>ا | 15"
    page = Page(view.html)
    assert page.tags == ["ul", *["li", "bdi"] * 3]
    assert page.text == "مكتبة<ب>ا15"
    assert 'dir="rtl"' in view.html


def test_timeline_table_shows_what_is_known_of_each_event():
    told = re.sub("[\u200e\u200f]", "", str(timeline_table(LIBRARY)))
    first, second = (re.split(" {2,}", line) for line in told.splitlines()[-2:])
    words = "افتتحت ليلى المصري، الأحد، مكتبة في صيدا"
    assert first == ["2021-02-14", "happened", "ليلى المصري", "صيدا", words, "-"]
    words = "وسيقام مهرجان الكتاب («في مارس المقبل»)"
    assert second == ["2021-03-01 to 2021-03-31", "planned", "-", "صيدا؛ صور", words, "ليلى المصري"]


def test_timeline_table_without_events_has_its_heads():
    assert "status" in str(timeline_table(NOTHING))


def test_notebooks_get_both_forms():
    view = timeline_table(LIBRARY)
    assert view._repr_mimebundle_() == {"text/html": view.html, "text/plain": view.plain}


GLOSSES = {
    "زار": Gloss("زار", "zāra", "(he) visited", (), "زار", ()),
    "وبيروت": Gloss("وبيروت", "wa-Bayrūt", 'and "Beirut"', ("و",), "بيروت", ()),
}
VISIT = "زار صيدا وبيروت"


def test_pointing_at_a_word_tells_its_reading_and_meaning_and_that_of_the_mark_around():
    beirut = Entity(10, 15, "بيروت", "LOC", "مدينة بيروت")
    page = Page(highlight(VISIT, [beirut], meanings=GLOSSES).html)
    hints = [BIDI_CONTROLS.sub("", hint) for hint in page.hints]
    word = 'wa-Bayrūt: and "Beirut"'
    assert hints == ["zāra: (he) visited", word, "مدينة بيروت", f"{word}\nمدينة بيروت"]


def test_a_mark_stays_whole_inside_a_word():
    marked = highlight(VISIT, [Entity(10, 15, "بيروت", "LOC", "بيروت")], meanings=GLOSSES)
    assert Page(marked.html).tags.count("sup") == 1
    assert marked.plain.startswith("زار صيدا و⟦بيروت|LOC⟧\n")


def test_meanings_are_there_without_a_mouse():
    view = highlight(VISIT, [], meanings=GLOSSES)
    opened = Page(view.html.partition("<details")[2].partition(">")[2].replace("</details>", ""))
    assert "زار zāra: (he) visited" in opened.text
    assert re.sub("[\u200e\u200f]", "", view.plain).splitlines()[-1].split()[:2] == ["وبيروت", "wa-Bayrūt"]


def test_the_translation_stands_beside_each_sentence():
    translation = Translation("A visit", (Translated(0, 15, VISIT, "He visited Sidon & Beirut"),))
    view = highlight(VISIT, [], translation=translation)
    assert "<details" in view.html
    assert "He visited Sidon &amp; Beirut" in view.html
    assert "He visited Sidon & Beirut" in view.plain
    with pytest.raises(ArticleError, match="mark its own text"):
        highlight("صيدا", [], translation=translation)


def test_a_column_of_long_texts_keeps_a_width_to_read_them_in():
    markup = table([["كلمة", "جملة طويلة من كلمات كثيرة لا تقرأ كلمة تحت كلمة"]], ["word", "sentence"]).html
    assert [head.count("min-width") for head in re.findall("<th.*?</th>", markup)] == [0, 1]


def test_the_story_with_all_its_meanings_is_small_and_quick():
    article = read_article(SEED)
    meanings = read_glossary(SEED.with_suffix(".glossary.tsv"))
    english = read_translation(SEED.with_suffix(".en.json"))
    found = find_entities(article.body) + find_dates(article.body, article.published)
    view = highlight(article.body, found, meanings=meanings, translation=english)
    # 15 ms on a quiet machine.
    assert seconds_of(lambda: highlight(article.body, found, meanings=meanings, translation=english)) < 0.5
    assert len(view.html.encode("utf-8")) < 80_000
    words = [token for token in tokens(article.body) if token.kind == "word"]
    assert Page(view.html).tags.count("li") == len({word.text for word in words})


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_arabic_begins_at_the_right_of_its_cell_and_english_at_the_left(direction):
    rows = [["صيدا", "the word «إن» (inna, that)"], ["في 15 مارس 2021", "-"], ["15", "a"]]
    markup = table(rows, ["in the story", "note"], direction=direction).html
    sides = re.findall(r"text-align:(\w+)", markup)
    assert sides == ["right", "left"] * 4
    assert '<bdi dir="ltr">the word' in markup
    assert '<bdi dir="rtl" lang="ar">صيدا' in markup


def test_numbers_follow_their_table():
    assert "text-align:right" not in table([[1, DAY]], ["a", "b"], direction="ltr").html
    assert "text-align:left" not in table([[1, DAY]], ["a", "b"]).html


def test_arabic_in_code_is_put_in_order_by_a_style_sheet():
    view = right_to_left()
    assert ".cm-line span{unicode-bidi:isolate}" in view.html
    assert view.plain in view.html


def test_a_cell_of_several_spans_shows_their_texts():
    spans = [Span(0, 4, "صيدا"), Span(5, 10, "بيروت")]
    assert "صيدا؛ بيروت" in str(table([[spans]], ["places"]))
    assert str(table([[[]]], ["places"])).splitlines()[-1] == "-"
