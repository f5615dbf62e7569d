"""The workbench: any story in, everything found, mended by hand and followed, and taken away; nothing breaks it."""

import base64
import re
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from growth import seconds_of
from hostile import assert_is_safe
from hypothesis import given, settings
from hypothesis import strategies as st
from ipywidgets import Checkbox, FileUpload, Text, Textarea
from test_display import Page

from helpers import SEED, find_dates, parse_article, read_article
from helpers.dates import timex3
from helpers.display import View
from helpers.records import ArticleError
from helpers.safe import one_line
from helpers.widgets.base import MOST_BYTES, TOO_LONG
from helpers.widgets.workbench import EMPTIED, explore_workbench
from helpers.widgets.workbench.findings import study
from helpers.widgets.workbench.mending import mended_dates, mended_names, read_day, read_name
from helpers.widgets.workbench.reading import EMPTY, FIRST_PART, MOST_LETTERS, read_upload
from helpers.widgets.workbench.views import picture_view, words_view

SECOND = SEED.with_name("invented_library.txt")
PAGE = SECOND.read_text(encoding="utf-8")
DAY = "2025-02-05"
ASSOCIATION = "جمعية أصدقاء الكتاب"
SHORT = "زار سالم بيروت أمس. وقالت مريم إنها تنتظر الرد."


def told(page: str = PAGE, published: str = DAY, names: str = "", days: str = "", files: tuple = ()) -> str:
    """What the workbench says in words, without its picture."""
    return words_view(page, files, published, names, days, False).plain


def upload(content: bytes, name: str = "story.txt", size: int | None = None) -> tuple:
    """A file as `FileUpload` hands it over."""
    size = len(content) if size is None else size
    return (
        {"name": name, "type": "", "size": size, "content": memoryview(content), "last_modified": datetime.now(UTC)},
    )


# What it shows.


def test_all_of_a_story_is_there_with_its_reasons() -> None:
    plain = told()
    assert plain.startswith("14 names, 17 dates, 8 statements, 17 events.\n")
    for title in ("The story", "Who and where?", "Who says so?", "When, and why?", "The timeline as a table"):
        assert f"\n{title}\n" in plain
    for mention in find_dates(parse_article(PAGE).body, date(2025, 2, 5)):
        assert mention.because in plain


@pytest.mark.parametrize(("path", "published"), [(SEED, ""), (SECOND, DAY)])
def test_a_story_is_worked_through_within_a_second(path, published) -> None:
    page = path.read_text(encoding="utf-8")

    def studied() -> None:
        study.cache_clear()
        words_view(page, (), published, "", "", False)
        picture_view(page, (), published, "", "", False)

    assert min(seconds_of(studied) for _ in range(3)) < 1  # the first time, the word lists are loaded


def test_the_chart_can_be_turned_and_the_table_turns_with_it() -> None:
    for english, side, first in ((False, "rtl", "خط زمني"), (True, "ltr", "Timeline: ")):
        chart = picture_view(PAGE, (), DAY, "", "", english)
        assert chart.plain.split("\n\n")[1].startswith(first)
        assert f'<div dir="{side}"' in words_view(PAGE, (), DAY, "", "", english).html.rpartition("<h3")[2]


def test_four_files_are_there_to_take_away_and_hold_what_is_shown() -> None:
    view = picture_view(PAGE, (), DAY, "", "14 = 2025-02-06", False)
    files = dict(re.findall(r'<a download="([^"]+)" href="data:[^,]+;base64,([^"]+)"', view.html))
    data = {name.rpartition(".")[2]: base64.b64decode(content) for name, content in files.items()}
    assert data.keys() == {"csv", "json", "ics", "png"}
    assert data["png"].startswith(b"\x89PNG")
    rows = data["csv"].decode("utf-8-sig").splitlines()
    assert len(rows) == 1 + 17
    assert [row for row in rows if "الخميس" in row and '"2025-02-06","2025-02-06","planned"' in row]
    assert b"DTSTART;VALUE=DATE:20250206" in data["ics"]


# What it can be told.


def test_a_name_of_one_s_own_is_found_and_everything_follows() -> None:
    before, after = study(PAGE, DAY, "", ""), study(PAGE, DAY, f"{ASSOCIATION} org", "")
    assert ASSOCIATION not in {name.text for name in before.entities}
    assert [name.label for name in after.entities if name.text == ASSOCIATION] == ["ORG"]
    assert [said.speaker for said in before.statements if said.verb == "أعلنت"] == [None]
    assert [said.speaker for said in after.statements if said.verb == "أعلنت"] == [ASSOCIATION]
    assert ASSOCIATION in {event.reported_by for event in after.timeline.events}
    assert f"بحسب: {ASSOCIATION}" in picture_view(PAGE, (), DAY, f"{ASSOCIATION} org", "", False).plain


def test_a_name_that_is_none_goes() -> None:
    names, notes = mended_names("زارت مريم بيروت", "بيروت -")
    assert ([name.text for name in names], notes) == (["مريم"], [])


@pytest.mark.parametrize(("lines", "found"), [("بيروت -\nبيروت LOC", ["بيروت"]), ("بيروت LOC\nبيروت -", [])])
def test_of_two_lines_for_a_name_the_last_one_counts_and_that_is_told(lines, found) -> None:
    names, notes = mended_names("زارت مريم بيروت", lines)
    assert [name.text for name in names if name.label == "LOC"] == found
    assert notes == ["«بيروت» stands in two lines, and the last one counts."]


def test_a_date_is_corrected_and_everything_follows() -> None:
    days = "11 = -\n14 = 2025-02-06"
    found = study(PAGE, DAY, "", days)
    thursday, today = (next(each for each in found.dates if each.number == number) for number in (14, 11))
    assert (thursday.date.text, thursday.date.first, thursday.kept) == ("الخميس", date(2025, 2, 6), True)
    assert (today.date.text, today.date.first, today.kept) == ("اليوم", None, False)
    (event,) = (event for event in found.timeline.events if event.mention.text == "الخميس")
    assert (event.first, event.status) == (date(2025, 2, 6), "planned")
    assert "اليوم" not in {event.mention.text for event in found.timeline.events}
    plain = told(days=days)
    assert "Marked by hand." in plain and "No date, by hand." in plain
    assert plain.startswith("14 names, 16 dates, 8 statements, 16 events.\n")
    assert "⟦اليوم" not in plain


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1 = 2020-11-02", [("أمس", "2020-11-02", "2020-11-02")]),
        ("أمس = 2020-11", [("أمس", "2020-11-01", "2020-11-30")]),
        ("2020-11-02/2020-11-04 = أمس", [("أمس", "2020-11-02", "2020-11-04")]),
        ("أمس=-", []),
        ("بعد العصر = 2020-11-12", [("أمس", "2020-11-12", "2020-11-12"), ("بعد العصر", "2020-11-12", "2020-11-12")]),
        ("صباح أمس = 2020-11-12", [("صباح أمس", "2020-11-12", "2020-11-12")]),
        ("1 = ٢٠٢٠-١١-٠٢", [("أمس", "2020-11-02", "2020-11-02")]),
        ("1 = 2020-3-5 / 2020-3-18", [("أمس", "2020-03-05", "2020-03-18")]),
        ("01 = -", []),
    ],
)
def test_days_are_set_by_number_or_by_words(line: str, expected: list) -> None:
    article = parse_article("زار سالم بيروت صباح أمس، وغادرها بعد العصر.", "2020-11-13")
    dates, notes = mended_dates(article, line)
    assert notes == []
    assert [(d.date.text, str(d.date.first), str(d.date.last)) for d in dates if d.kept] == expected
    assert all(article.body[d.date.start : d.date.end] == d.date.text for d in dates)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2020-10-30 = -", ["2019", "1998"]),
        ("2020-10-30 = 2020-10-31", ["2020-10-31", "2019", "1998"]),
        ("2020-10-31 = 1", ["2020-10-31", "2019", "1998"]),
        ("1998 = 1999", ["2020-10-30", "2019", "1999"]),
        ("2019 = -", ["2020-10-30", "1998"]),
        ("2 = -", ["2020-10-30", "1998"]),
        ("7 = 2001", ["2020-10-30", "2019", "1998"]),
    ],
)
def test_a_date_in_digits_is_meant_by_its_own_words(line: str, expected: list) -> None:
    article = parse_article("زار سالم بيروت 2020-10-30، ثم في 2019 وفي 1998 مع 7 من رفاقه.", "2020-11-13")
    dates, _ = mended_dates(article, line)
    assert [timex3(each.date)["value"] for each in dates if each.kept] == expected


def test_a_number_of_any_length_is_taken() -> None:
    assert mended_dates(parse_article(SHORT, "2020-11-13"), f"{'1' * 5000} = 2020")[1]


def test_a_date_keeps_its_number_whatever_the_day_of_publication() -> None:
    page = "يعود الفريق في 31 من الشهر الجاري، ويسافر في 3 مارس 2021."
    for published in ("2020-12-01", "2020-11-01"):
        first, second = study(page, published, "", "1 = 2020-10-30").dates
        assert (first.date.first, second.date.first) == (date(2020, 10, 30), date(2021, 3, 3))


@pytest.mark.parametrize(
    ("names", "days", "note"),
    [
        ("مريم", "", "«مريم»: its label should be PER, LOC or ORG."),
        ("مريم DATE", "", "«مريم DATE»: its label should be PER, LOC or ORG."),
        ("- -", "", "«-» is no name"),
        ("كريم PER", "", "«كريم» doesn't stand in this text."),
        ("كريم -", "", "«كريم» doesn't stand in this text."),
        ("مريم PER 1", "", "«مريم PER 1»: here a name counts wherever it stands, so leave its number out."),
        ("", "1", "write a date's number, the sign ="),
        ("", "= 2020", "write a date's number, the sign ="),
        ("", "1 = tomorrow", "«tomorrow» is no day"),
        ("", "1 = 2020-02-30", "«2020-02-30» is no day"),
        ("", "1 = 2020-13", "«2020-13» is no day"),
        ("", "1 = 18/03/2024", "«18/03/2024» is no day: write it as 2020-11-13"),
        ("سالم LOC\nسالم -", "", "«سالم» stands in two lines, and the last one counts."),
        ("", "1 = 2020-11-13/2020-11-01", "ends before it begins"),
        ("", "9 = 2020-11-13", "«9» is no date of this story"),
        ("", "0 = 2020-11-13", "«0» is no date of this story"),
        ("", "غدا = 2020-11-13", "«غدا» is no date of this story"),
        ("", "\N{ARABIC LETTER MARK} = 2020-11-13", "is no date of this story"),
        ("", "\N{ARABIC LETTER MARK} \N{ARABIC TATWEEL} = 2020-11-13", "is no date of this story"),
    ],
)
def test_a_line_that_cannot_be_followed_gets_a_sentence_and_the_others_count(names, days, note) -> None:
    plain = told(
        SHORT + " \N{ARABIC LETTER MARK} \N{ARABIC TATWEEL} ",
        "2020-11-13",
        f"{names}\nالرد ORG",
        f"{days}\n1 = 2020-11-02",
    )
    assert note in plain
    assert "⟦الرد|ORG⟧" in plain
    assert "2020-11-02  2020-11-02" in plain.replace("\N{LEFT-TO-RIGHT MARK}", "")


def test_lines_are_read() -> None:
    assert read_name("سالم علي   per") == ("سالم علي", "PER")
    assert read_name("سالم علي\tPER") == ("سالم علي", "PER")
    assert read_name("سالم علي\t-") == ("سالم علي", "-")
    assert read_day("7=2020-11-13/2020-12") == ("7", (date(2020, 11, 13), date(2020, 12, 31)))
    for read in (read_name, read_day):
        with pytest.raises(ArticleError):
            read("x")


# What it declines, with a sentence.


@pytest.mark.parametrize(
    ("page", "published", "says"),
    [
        ("", "", EMPTY),
        (" \n ", DAY, EMPTY),
        ("Hello", "", "There is no Arabic text in this story"),
        ("<html><p>خبر</p></html>", "", "This is the source of a web page"),
        (SHORT, "13/11/2020", "«13/11/2020» is no day: write it as 2020-11-13"),
        (SHORT, "2020-11", "«2020-11» is no day: write it as 2020-11-13"),
        (SHORT, "0000-11-13", "«0000-11-13» is no day: write it as 2020-11-13"),
        (SHORT, "2025-02-30", "«2025-02-30» is no day"),
        (SHORT, "<b>", "«<b>» is no day"),
    ],
)
def test_what_cannot_be_read_gets_a_kind_sentence(page, published, says) -> None:
    view = words_view(page, (), published, "", "", False)
    assert view.plain.startswith(says)
    assert "<b>" not in view.html
    assert picture_view(page, (), published, "", "", False).html == ""


def test_without_a_day_the_story_is_shown_and_the_reader_is_asked_for_it() -> None:
    plain = told(published="")
    assert "The page's stamp «05/02/2025» could be 2025-02-05 or 2025-05-02. Without it, a weekday" in plain
    assert "The page names no day of publication. Without it" in told(SHORT, "")
    assert "Without it" not in told(SHORT, " 2020-11-13 ")
    assert "Write it into the field “Published on”" in told(SHORT, "")


@pytest.mark.parametrize("published", ["2020-11-3", "٢٠٢٠-١١-٠٣", " 2020-11-03"])
def test_the_day_of_publication_is_written_like_any_other(published) -> None:
    assert study(SHORT, published, "", "").article.published == date(2020, 11, 3)


def test_a_day_that_is_not_the_page_s_own_is_told() -> None:
    page = f"عنوان الخبر\n\n12 مارس 2024\n\n{SHORT}"
    other = "The page says that it was published on 2024-03-12, and the field “Published on” says 2020-11-13"
    assert f"{other}: the field counts, as long as it isn't empty." in told(page, "2020-11-13")
    for same in ("", "2024-03-12"):
        assert "The page says" not in told(page, same)


def test_of_a_very_long_story_only_the_first_part_is_read_and_that_is_told() -> None:
    page = f"{SHORT}\n\n" * 5000
    assert len(page) > MOST_LETTERS
    found = study(page, "2020-11-13", "", "")
    assert len(found.article.page) <= MOST_LETTERS
    assert found.article.body.endswith("الرد.")
    assert told(page, "2020-11-13").splitlines()[1] == FIRST_PART
    assert FIRST_PART not in told()


@pytest.mark.parametrize(
    ("files", "says"),
    [
        (upload(b"\xff\xfe\x00"), r"story\.txt was not taken in\. The story is empty"),
        (upload(b"\x89PNG\x00\xff"), "no text in a known encoding"),
        (upload(b""), r"story\.txt was not taken in\. The story is empty"),
        (upload(b"Hello"), "There is no Arabic text"),
        (upload(b" " * (MOST_BYTES + 1)), "has more than 1 MB, and so much is not read here: open a single story"),
        (upload(b" " * (MOST_BYTES + 1), size=1), "has more than 1 MB"),  # its size is what it has, not what it says
        (upload(SHORT.encode()) * 2, "2 files were opened, and one is read here: open a single story"),
        (upload("<html><p>خبر</p>".encode()), "This is the source of a web page"),
        (upload(b"\x00\xff", name="<img src=x onerror=alert(1)>"), "no text in a known encoding"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence_and_the_story_stays(files, says) -> None:
    with pytest.raises(ArticleError, match=says):
        read_upload(files)
    view = words_view(SHORT, files, "2020-11-13", "", "", False)
    assert re.search(says, view.plain)
    assert "⟦مريم|PER⟧" in view.plain
    assert "<img" not in view.html


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1256", "iso8859_6", "mac_arabic"]
)
def test_a_file_is_read_in_each_encoding(encoding) -> None:
    page = f"في بيروت: {SHORT}"
    assert read_upload(upload(page.encode(encoding))) == (page, "")
    assert read_upload(()) == ("", "")


@pytest.mark.parametrize("kind", ["", "image/png", "text/html;charset=latin-1", "<b>"])
def test_what_a_file_says_that_it_is_does_not_count(kind) -> None:
    (file,) = upload(SHORT.encode("utf-8"))
    assert read_upload(({**file, "type": kind},)).text == SHORT


@given(st.binary(max_size=300), st.text(), st.booleans())
def test_any_file_is_read_or_refused_with_a_sentence(data, name, after_a_story) -> None:
    files = upload(SHORT.encode("utf-8") * after_a_story + data, name)
    try:
        assert parse_article(read_upload(files).text).body
    except ArticleError as error:
        view = words_view(SHORT, files, "2020-11-13", "", "", False)
        assert one_line(str(error)) == view.plain.splitlines()[0]
        assert_is_safe(View(view.html, view.plain))


MARKUP = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</div></mark><h1>", '"><svg onload=alert(1)>']


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_in_a_story_shows_as_text(markup) -> None:
    page = f"عنوان {markup}\n\nقال سالم {markup}: «{markup} نعم» أمس {markup}.\n"
    views = [
        view(
            page, upload(b"\x00\xff", name=markup), "2020-11-13", f"سالم {markup}\n{markup} PER", f"{markup} = 2020", on
        )
        for view in (words_view, picture_view)
        for on in (False, True)
    ]
    for view in views:
        without_chart = re.sub(
            '<img src="data:image/png;base64,[^"]+" alt="[^"]+" lang="(?:ar|en)" style="[^"]+">', "", view.html
        )
        tags = set(Page(without_chart).tags)  # which also looks whether all that is opened is closed
        assert tags.isdisjoint({"script", "svg", "h1", "img"})
    assert markup in views[0].plain


@settings(max_examples=50, deadline=None)
@given(st.text(), st.text(), st.text(), st.text())
def test_any_text_is_shown_and_escaped(page, published, names, days) -> None:
    for whole, day in ((page, published), (f"{SHORT} <script> {page}", "2020-11-13")):
        view = words_view(whole, (), day, names, days, False)
        assert "<script" not in view.html
        view.html.encode("utf-8")
        assert view.plain


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(["بيروت LOC", "بيروت -", "سالم ORG", "مريم -", "x", "زار سالم PER"])),
    st.lists(st.sampled_from(["1 = 2020", "1 = -", "أمس = 2021-01-05", "صباح أمس = 2020-11", "زار = 2019", "أمس = -"])),
)
def test_any_corrections_leave_spans_of_the_story_that_do_not_overlap(names, days) -> None:
    article = parse_article("زار سالم بيروت صباح أمس. وقالت مريم إنها زارت بيروت أمس.", "2020-11-13")
    entities, _ = mended_names(article.body, "\n".join(names))
    dates, _ = mended_dates(article, "\n".join(days))
    for spans in (entities, [each.date for each in dates]):
        assert all(article.body[span.start : span.end] == span.text for span in spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))


# Its controls.


def controls(explored) -> list:
    return list(explored.widget.children[1].children)


def shown(explored) -> str:
    return "".join(part.value for part in explored.widget.children[2:])


def test_every_control_is_one_that_the_browser_lets_the_keyboard_reach() -> None:
    kinds = [type(control) for control in controls(explore_workbench(SHORT))]
    assert kinds == [Textarea, FileUpload, Text, Textarea, Textarea, Checkbox]
    view = picture_view(PAGE, (), DAY, "", "", False)
    assert all("href=" in link for link in re.findall(r"<a [^>]+>", view.html))


def test_fields_for_arabic_run_from_right_to_left() -> None:
    right_to_left = [control.description for control in controls(explore_workbench()) if "rtl" in control._dom_classes]
    assert right_to_left == ["The story:", "Names of your own:"]


def test_an_opened_file_goes_into_the_field_and_is_shown() -> None:
    explored = explore_workbench(SHORT, "2020-11-13")
    story, opened, *_ = controls(explored)
    opened.value = upload(PAGE.encode("utf-8"))
    assert (story.value, opened.value) == (PAGE, ())
    assert "سروانة" in shown(explored)


def test_a_file_that_fails_is_told_until_something_else_is_done() -> None:
    explored = explore_workbench(SHORT, "2020-11-13")
    story, opened, published, *_ = controls(explored)
    opened.value = upload(b"\x00\xff")
    assert story.value == SHORT
    assert "no text in a known encoding" in shown(explored)
    published.value = "2020-11-14"
    assert opened.value == ()
    assert "no text in a known encoding" not in shown(explored)


def test_a_file_that_lost_a_letter_is_taken_in_and_says_so_until_something_else_is_done() -> None:
    explored = explore_workbench(SHORT)
    story, opened, published, *_ = controls(explored)
    opened.value = upload(PAGE.encode("utf-8") + "خ".encode()[:1])
    assert story.value == PAGE
    assert "The file breaks off inside a letter" in shown(explored) and "سروانة" in shown(explored)
    published.value = "2020-11-14"
    assert "breaks off" not in shown(explored)


def test_of_several_files_none_is_taken_in_and_that_is_told() -> None:
    explored = explore_workbench(SHORT, "2020-11-13")
    story, opened, *_ = controls(explored)
    opened.value = (*upload(PAGE.encode("utf-8")), *upload(b"", "<b>\N{RIGHT-TO-LEFT OVERRIDE}.txt"))
    assert story.value == SHORT
    assert "2 files were opened" in shown(explored)


def test_the_name_of_a_file_is_text() -> None:
    explored = explore_workbench(SHORT, "2020-11-13")
    controls(explored)[1].value = upload(b"\0\xff", "<b>\N{RIGHT-TO-LEFT OVERRIDE}\x1b\n.txt")
    assert "&lt;b&gt;\N{REPLACEMENT CHARACTER} .txt holds no text in a known encoding" in shown(explored)


def test_the_field_takes_what_a_browser_sends() -> None:
    field = FileUpload(accept=".txt")
    sent = {"name": "story.txt", "type": "text/plain", "size": 2, "last_modified": 1_600_000_000_000, "error": ""}
    field.set_state({"value": [{**sent, "content": memoryview(SHORT.encode("utf-8"))}]})
    assert read_upload(field.value).text == SHORT


def test_another_story_does_not_get_the_days_of_the_one_before() -> None:
    explored = explore_workbench(SHORT, "2020-11-13", days="1 = 2020-11-02")
    assert "Marked by hand." in shown(explored)
    story, _, published, _, days, _ = controls(explored)
    story.value = f"عنوان الخبر\n\n12 مارس 2024\n\n{PAGE.partition('05/02/2025')[2]}"
    assert (published.value, days.value) == ("", "")
    assert (published.placeholder, days.placeholder) == (EMPTIED, EMPTIED)
    assert "Marked by hand." not in shown(explored)
    assert "2024-03-11" in shown(explored)  # yesterday, by the new page's own stamp


def test_what_is_written_by_hand_stays_where_a_story_is_only_edited() -> None:
    explored = explore_workbench(SHORT, "2020-11-13", days="1 = 2020-11-02")
    story, _, published, _, days, _ = controls(explored)
    story.value = f" {SHORT} وشكرت سالما."
    assert (published.value, days.value) == ("2020-11-13", "1 = 2020-11-02")
    story.value = f"وصلت مريم صباح اليوم. {SHORT}"  # the number of «أمس» is another one now
    assert (published.value, days.value) == ("2020-11-13", "")
    assert days.placeholder == EMPTIED


def test_who_empties_the_field_first_brings_another_story_too() -> None:
    explored = explore_workbench(SHORT, "2020-11-13", days="1 = 2020-11-02")
    story, _, published, _, days, _ = controls(explored)
    story.value = ""
    assert (published.value, days.value) == ("", "")


def test_a_story_may_be_opened_after_the_day_is_written() -> None:
    explored = explore_workbench("", "2020-11-13")
    story, _, published, *_ = controls(explored)
    story.value = SHORT
    assert published.value == "2020-11-13"


def test_a_story_of_more_than_a_megabyte_is_declined() -> None:
    explored = explore_workbench(SHORT, "2020-11-13")
    story, *_ = controls(explored)
    story.value = "خبر " * (MOST_BYTES // 7 + 1)
    assert TOO_LONG in shown(explored)
    assert "<img" not in shown(explored)
    story.value = SHORT
    assert "سالم" in shown(explored)


def test_it_opens_empty_with_a_sentence() -> None:
    assert EMPTY in repr(explore_workbench())


def test_it_opens_with_the_story_of_the_course() -> None:
    explored = explore_workbench(read_article(SEED).page)
    assert "29 names, 5 dates, 13 statements, 5 events." in repr(explored)
