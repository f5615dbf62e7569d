"""From page to story: what is the story's and what the page's, the day of publication, encodings, bad input."""

import os
from datetime import date, datetime

import pytest
from growth import assert_linear
from hypothesis import example, given
from hypothesis import strategies as st
from made_up import cases

from helpers.article import MOST_BYTES, parse_article, read_article
from helpers.records import Article, ArticleError

TITLE, BODY = "افتتاح مكتبة في صيدا", "افتتحت البلدية مكتبة جديدة في المدينة، وقالت المديرة: «القراءة للجميع؟»."
STORY = f"{TITLE}\n15/3/2021\n{BODY}\n"
LINES = [
    TITLE,
    BODY,
    "مشاركة :",
    "15/3/2021",
    "آخر تحديث: 2 مايو 2020",
    "• 12",
    "تابعونا على تويتر.",
    "",
    "a",
    "نعم. لا",
]
ANY_PAGE = st.one_of(
    st.text(),
    st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي ًٌـ.،:؟«»12/٣-\n\r\t\u200f\u2066"),
    st.lists(st.sampled_from(LINES), max_size=12).map("\n".join),
    st.lists(st.sampled_from(LINES), max_size=12).map(" ".join),
)


@pytest.mark.parametrize("case", cases("pages"), ids=lambda case: case["why"])
def test_page(case):
    article = parse_article(case["page"])
    assert (article.title, article.body) == (case["title"], case["body"])
    assert article.published == (case["published"] and date.fromisoformat(case["published"]))
    assert case["note"] in article.note
    assert bool(article.note) == (article.published is None)
    assert_is_slice(article)


@given(ANY_PAGE)
@example("\N{ZERO WIDTH NO-BREAK SPACE}")
@example("تابعونا على تويتر.")
def test_any_text_gives_a_slice_of_its_page_or_an_article_error(page):
    try:
        article = parse_article(page)
    except ArticleError as error:
        assert_is_kind(error)
    else:
        assert_is_slice(article)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(data)
    try:
        assert_is_slice(read_article(path))
    except ArticleError as error:
        assert_is_kind(error)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859_6", "mac_arabic"]
)
def test_encodings(tmp_path, encoding):
    story = STORY.replace("«", '"').replace("»", '"') if encoding == "iso8859_6" else STORY  # it has no guillemets
    mark = "\N{ZERO WIDTH NO-BREAK SPACE}" if encoding in ("utf-16-le", "utf-16-be") else ""
    article = read_article(saved(tmp_path, (mark + story).encode(encoding)))
    assert (article.title, article.body) == (TITLE, story.split("\n")[2])
    assert article.published == date(2021, 3, 15)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_that_breaks_off_inside_a_letter_loses_that_letter_only(tmp_path, encoding):
    assert read_article(saved(tmp_path, f"{BODY}\nنعم".encode(encoding)[:-1])).body == f"{BODY}\nنع"


def test_a_wrong_byte_in_a_utf8_file_costs_one_letter(tmp_path):
    article = read_article(saved(tmp_path, STORY.encode() + "وعادت ".encode() + b"\xff" + " في المساء.".encode()))
    assert article.body == f"{BODY}\nوعادت \N{REPLACEMENT CHARACTER} في المساء."


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        ("قال".encode()[:1], "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "known encoding"),
        (bytes(range(256)) * 4, "known encoding"),
        (b"\xff\xd8\xff\xe0 no story at all", "known encoding"),
        (b"The library opens on Monday.", "no Arabic"),
        ("Библиотека открыта.".encode(), "no Arabic"),
        ("<!DOCTYPE html><p>افتتاح".encode(), "HTML"),
        ("\n <html lang='ar'>افتتاح".encode(), "HTML"),
        ("<!-- saved --><body>افتتاح".encode("utf-8-sig"), "HTML"),
        ("مشاركة :\n15/3/2021\n• 0\nطباعة".encode(), "furniture"),
    ],
)
def test_bad_files_get_a_sentence(tmp_path, data, says):
    with pytest.raises(ArticleError, match=says) as caught:
        read_article(saved(tmp_path, data))
    assert_is_kind(caught.value)


def test_no_file_to_read(tmp_path):
    for path, says in [(tmp_path / "no.txt", "no file"), (tmp_path, "folder"), ("a\0b.txt", "can't be read")]:
        with pytest.raises(ArticleError, match=says) as caught:
            read_article(path)
        assert_is_kind(caught.value)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    path = saved(tmp_path, STORY.encode())
    path.chmod(0)
    with pytest.raises(ArticleError, match="can't be read"):
        read_article(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders on Windows")
def test_what_is_no_ordinary_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", "/dev/zero"):
        with pytest.raises(ArticleError, match="device or a pipe: save the story as a file first") as caught:
            read_article(path)
        assert_is_kind(caught.value)


def test_a_file_that_is_no_single_story_is_not_read(tmp_path):
    path = saved(tmp_path, b"")
    os.truncate(path, MOST_BYTES + 1)  # takes no room on the disk
    with pytest.raises(ArticleError, match="larger than 20 MB: name the file of a single story") as caught:
        read_article(path)
    assert_is_kind(caught.value)


@pytest.mark.skipif(os.name == "nt", reason="links are made otherwise on Windows")
def test_a_link_leads_to_its_story_and_one_that_leads_nowhere_gets_a_sentence(tmp_path):
    path = saved(tmp_path, STORY.encode())
    for name, target in (("link", path), ("lost", "nowhere"), ("round", "round")):
        (tmp_path / name).symlink_to(target)
    assert read_article(tmp_path / "link") == read_article(path)
    for name, says in (("lost", "There is no file"), ("round", "can't be read")):
        with pytest.raises(ArticleError, match=says) as caught:
            read_article(tmp_path / name)
        assert_is_kind(caught.value)


@pytest.mark.parametrize("published", [date(2022, 1, 2), "2022-01-02"])
def test_a_given_day_of_publication_wins(published):
    assert parse_article(STORY, published).published == date(2022, 1, 2)


@pytest.mark.parametrize("published", ["yesterday", "2022-02-31", "13/11/2020", "٢٠٢٠-١١-١٣", datetime(2022, 1, 2, 3)])
def test_a_given_day_that_is_none(published):
    with pytest.raises(ArticleError, match="is no day") as caught:
        parse_article(STORY, published)
    assert_is_kind(caught.value)


@pytest.mark.parametrize(
    "unit",
    [
        "نعم. ",
        "نعم ",
        "ا",
        " ",
        "1",
        "•",
        "\n",
        "\n12",
        "15/3/2021\n",
        "مشاركة\n",
        "تابعونا على تويتر. ",
        "12 ا ",
        "1 1\t",
        ". ",
    ],
)
def test_time_grows_no_faster_than_the_page(unit):
    assert_linear(lambda text: parse_article(f"نعم\n{text}نعم"), unit)


def saved(folder, data: bytes):
    path = folder / "story.txt"
    path.write_bytes(data)
    return path


def assert_is_slice(article: Article) -> None:
    assert article.body
    assert article.body == article.body.strip()
    assert article.page[article.body_start : article.body_start + len(article.body)] == article.body
    assert article.title in article.page


def assert_is_kind(error: ArticleError) -> None:
    """One sentence that says what is wrong and, after the colon, what to do."""
    wrong, _, to_do = str(error).partition(": ")
    assert wrong and to_do.endswith(".")
    assert "\n" not in str(error)
