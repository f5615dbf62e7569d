"""What looks at a page finds what is wrong there, so that an empty answer means something."""

from collections.abc import Callable, Iterator

import pytest
from looks import arabic_texts, clipped, fields_turned, turned, untold, violations
from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser

STORY = "زار 3 وزراء (من NATO) بيروت أمس"


@pytest.fixture(scope="module")
def page(context: BrowserContext) -> Iterator[Page]:
    """A page with nothing of JupyterLab's."""
    opened = context.new_page()
    yield opened
    opened.close()


@pytest.fixture
def show(page: Page) -> Callable[[str], Page]:
    """Shows some HTML as a notebook's output."""

    def shown(markup: str) -> Page:
        page.set_content(f'<main class="jp-Notebook"><div class="jp-OutputArea-output">{markup}</div></main>')
        return page

    return shown


def test_what_is_right_is_let_alone(show: Callable[[str], Page]) -> None:
    page = show(
        f'<p dir="rtl" lang="ar">{STORY}</p>'
        '<div dir="rtl"><table><tr><td lang="ar">خبر</td><td>2</td></tr></table></div>'
        '<label class="rtl" style="direction:rtl">A word: <input value="وقال لافروف" style="direction:rtl"></label>'
    )
    assert [clipped(page), turned(page), fields_turned(page), untold(page), violations(page)] == [[]] * 5
    assert arabic_texts(page) == 1


@pytest.mark.parametrize(
    "markup",
    [
        f'<p lang="ar">{STORY}</p>',
        f'<p dir="rtl" lang="ar" style="text-align:left">{STORY}</p>',
        '<p dir="rtl" lang="ar" style="unicode-bidi:bidi-override"><span dir="ltr" style="unicode-bidi:bidi-override">'
        "كلمة أخرى</span></p>",
        '<div dir="rtl"><table style="direction:ltr"><tr><td>one</td><td>two</td></tr></table></div>',
    ],
)
def test_what_is_turned_is_found(show: Callable[[str], Page], markup: str) -> None:
    assert turned(show(markup))


def test_a_field_that_is_turned_is_found(show: Callable[[str], Page]) -> None:
    field = '<div class="rtl"><input value="وقال لافروف" style="{}"></div>'
    assert fields_turned(show(field.format("direction:ltr")))
    assert fields_turned(show(field.format("direction:rtl;text-align:left")))
    assert fields_turned(show(field.format("direction:rtl"))) == []


def test_what_is_cut_off_is_found(show: Callable[[str], Page]) -> None:
    cut = '<div style="width:50px;overflow-x:{}"><div style="width:90px">words</div></div>'
    assert clipped(show(cut.format("hidden")))
    assert clipped(show(cut.format("visible")))
    assert clipped(show(cut.format("auto"))) == []


@pytest.mark.parametrize("alt", ["", 'alt=""', 'alt="Image"'])
def test_a_picture_without_words_is_found(show: Callable[[str], Page], alt: str) -> None:
    pixel = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="
    assert untold(show(f'<img src="{pixel}" {alt}>'))


def test_what_weak_eyes_and_screen_readers_miss_is_found(show: Callable[[str], Page]) -> None:
    page = show('<p style="color:#999;background:#fff">pale</p><input>')
    assert {rule for rule, _ in violations(page)} >= {"color-contrast", "label"}
    assert {rule for rule, _ in violations(page, "color-contrast")} == {"color-contrast"}
