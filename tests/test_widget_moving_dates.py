"""The explorer of dates: what moves with the day of publication, and what doesn't."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import SEED, find_dates, read_article
from helpers.widgets import moving_dates
from helpers.widgets.moving_dates import Move, explore_moving_dates, moves_of, moving_dates_view

BODY, PUBLISHED = read_article(SEED).body, date(2020, 11, 13)


def states(text: str, day: date | None) -> list[str]:
    return [move.state for move in moves_of(text, PUBLISHED, day)]


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        (PUBLISHED, "stayed stayed stayed stayed stayed"),
        (date(2020, 11, 20), "moved moved stayed stayed stayed"),
        (date(2020, 12, 1), "moved moved stayed stayed moved"),
        (date(2021, 6, 1), "moved moved moved moved moved"),
        (None, "unknown unknown unknown unknown unknown"),
    ],
)
def test_it_says_of_each_date_of_the_story_what_became_of_it(day: date | None, wanted: str) -> None:
    assert states(BODY, day) == wanted.split()
    view = moving_dates_view(BODY, PUBLISHED, day)
    assert f"{wanted.split().count('moved')} of 5 dates moved" in view.plain
    assert view.plain.count("|moved⟧") == wanted.split().count("moved")
    assert view.plain.count("|unknown⟧") == wanted.split().count("unknown")


def test_it_says_how_far_a_date_moved() -> None:
    before, *_ = find_dates("وصل الوفد الخميس", PUBLISHED)
    now, *_ = find_dates("وصل الوفد الخميس", date(2020, 11, 5))
    assert Move(before, now).by == "-7 days"
    assert Move(before, before).by == "stayed"


def test_a_date_that_names_its_year_stays_wherever_it_is_published() -> None:
    assert states("وقع الاتفاق في 9 نوفمبر 2020", date(1999, 1, 1)) == ["stayed"]
    assert states("وقع الاتفاق في 9 نوفمبر 2020", None) == ["stayed"]


def test_what_is_a_date_in_one_month_only_is_no_failure() -> None:
    thirty_first = "يعود الفريق في 31 من الشهر الجاري."
    assert states(thirty_first, date(2020, 12, 1)) == ["unknown"]  # November has no such day
    assert "1 December 2020: 0 of 1 dates moved" in moving_dates_view(thirty_first, PUBLISHED, date(2020, 12, 1)).plain


def test_a_date_that_is_none_on_the_other_day_is_told_and_counted() -> None:
    thirty_first = "يعود الفريق في 31 من الشهر الجاري."
    view = moving_dates_view(thirty_first, date(2020, 12, 1), PUBLISHED)
    assert "0 of 1 dates moved" in view.plain
    assert "⟦31 من الشهر الجاري|unknown⟧" in view.plain
    assert "November 2020 has no day 31." in view.plain


def test_a_date_that_is_not_found_on_the_other_day_has_a_row(monkeypatch) -> None:
    (only,) = find_dates("وصل الوفد أمس", PUBLISHED)
    monkeypatch.setattr(moving_dates, "find_dates", lambda text, day: [only] if day == PUBLISHED else [])
    view = moving_dates_view("وصل الوفد أمس", PUBLISHED, date(2021, 1, 1))
    assert "0 of 1 dates moved" in view.plain
    assert "⟦أمس|unknown⟧" in view.plain
    assert "With this day of publication it is no date." in view.plain


def test_a_sentence_of_ones_own_stands_first_and_leads_to_no_date_of_the_text() -> None:
    view = moving_dates_view("عاد في 20 من الشهر نفسه.", PUBLISHED, PUBLISHED, "وصل الوفد في 3 مارس 2019.")
    assert view.plain.index("3 مارس 2019") < view.plain.index("20 من الشهر نفسه")
    assert "It points back to a date that the story has not named." in view.plain
    assert view.plain.index("Your sentence") < view.plain.index("0 of 1 dates moved")
    assert "0 of 0 dates moved" in moving_dates_view("لا شيء", PUBLISHED, PUBLISHED, " ").plain


def test_the_two_days_are_told_apart_where_they_are_the_same() -> None:
    told = moving_dates_view(BODY, PUBLISHED, PUBLISHED).plain
    assert "published 2020-11-13" in told and "moved to 2020-11-13" in told
    assert "Your sentence" not in told


def test_it_begins_with_the_day_of_publication_and_can_do_without_one() -> None:
    explored = explore_moving_dates(BODY, PUBLISHED)
    assert "Published on Friday, 13 November 2020: 0 of 5 dates moved" in explored.twin.plain
    explored.widget.children[1].children[1].value = None
    assert "Without a day of publication" in explored.widget.children[2].value


FORMS = ("الخميس", "غدا", "سيصل", "31 من الشهر الجاري", "20 من الشهر نفسه", "رمضان المقبل", "قبل عام", "<b>")
WORDS = st.lists(st.sampled_from(FORMS))


@given(st.one_of(st.text(), WORDS.map(" ".join)), st.one_of(st.none(), st.dates()))
def test_it_takes_any_text_and_any_day_and_escapes(text: str, day: date | None) -> None:
    view = moving_dates_view("الخميس", PUBLISHED, day, text + " <script> الخميس")
    assert "<script>" not in view.html and "<b>" not in view.html
    assert "dates moved" in view.plain
