"""The chart: every event in its place and in words, nothing over anything else, the same bytes every time."""

import base64
import hashlib
import itertools
import os
import subprocess
import sys
import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import matplotlib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import LIBRARY, NOTHING, cases, made_up_event
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgb
from matplotlib.ft2font import FT2Font
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from helpers.chart import MOST, Chart, draw_timeline
from helpers.chart.lettering import FONTS
from helpers.chart.render import RENDERERS
from helpers.chart.wording import Wording
from helpers.lexicon import words
from helpers.records import ArticleError, DateMention, Event, Timeline

ROOT = Path(__file__).parent.parent
STATUSES = ("happened", "due", "planned", "since")
LABELS = (
    "افتتحت البلدية مكتبة الأطفال في الحي القديم بحضور مئات الزوار من سكان المنطقة",
    "BBC تعرض فيلم «النهر» (الجزء 2) في 12/10/2019",
    "بدأ ترميم الجسر",
    "سُجلت أعلى درجة حرارة بلغت 45.3 درجة، وفق هيئة الأرصاد، التي حذرت من موجة جديدة تضرب الساحل في نهاية الأسبوع",
    "كلمة" * 40,
)
PLACES = ((), ("وهران",), ("عين تموشنت", "صيدا", "وهران", "صور"))


def event(number: int, first: date, days: int = 0, status: str = "happened", part: str | None = None) -> Event:
    """A made-up event; its number chooses among labels of all lengths."""
    quote = "في 3 مارس/ آذار (الماضي)"
    last = first + timedelta(days)
    return made_up_event(
        LABELS[number % len(LABELS)],
        **{"first": first, "last": last, "status": status, "where": PLACES[number % len(PLACES)], "quote": quote},
        reported_by="مدير المهرجان سالم الراشدي" if number % 3 else None,
        mention=DateMention(0, len(quote), quote, first, last, "explicit", part, "As written."),
    )


def spread(count: int, step: float, statuses: tuple[str, ...] = STATUSES) -> Timeline:
    """So many events, a `step` of days between one and the next, published in their midst."""
    first = date(2019, 1, 1)
    events = (event(n, first + timedelta(round(step * n)), status=statuses[n % len(statuses)]) for n in range(count))
    return Timeline("مهرجان الربيع: برنامج حافل", first + timedelta(round(step * count / 2)), tuple(events))


def box(text: Text) -> Bbox:
    """The text's box in pixels, less a pixel that neighbours may share."""
    return text.get_window_extent().padded(-1)


def texts(chart: Chart) -> list[Text]:
    return [text for text in chart.figure.findobj(Text) if text.get_text()]


def names_on_axis(chart: Chart) -> list[Text]:
    return [text for text in texts(chart) if text.get_bbox_patch()]


def stems(chart: Chart) -> list[Bbox]:
    """The lines that join labels to the axis, as boxes in pixels."""
    lines = [line for line in chart.figure.findobj(Line2D) if len(set(line.get_xdata())) == 1 < len(line.get_xdata())]
    return [Bbox(line.get_transform().transform(line.get_xydata())) for line in lines]


def bars(chart: Chart) -> list[Bbox]:
    """The bars of intervals, in pixels."""
    return [
        bar.get_datalim(bar.axes.transData).transformed(bar.axes.transData)
        for bar in chart.figure.findobj(PolyCollection)
    ]


def assert_legible(chart: Chart) -> None:
    boxes = {text: box(text) for text in texts(chart)}
    page = chart.figure.bbox
    for text, place in boxes.items():
        assert page.x0 <= place.x0 and place.x1 <= page.x1, f"{text} leaves the page"
        assert page.y0 <= place.y0 and place.y1 <= page.y1, f"{text} leaves the page"
    for (one, first), (other, second) in itertools.combinations(boxes.items(), 2):
        assert not first.overlaps(second), f"{one} lies over {other}"
    labels = set(boxes) - set(names_on_axis(chart))  # behind those, lines give way
    for line, label in itertools.product(stems(chart) + bars(chart), labels):
        assert not line.overlaps(boxes[label]), f"a line crosses {label}"


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
@pytest.mark.parametrize(("count", "step"), [(1, 1), (9, 4), (9, 4000), (25, 0), (25, 10)])
def test_labels_never_meet(count, step, direction):
    assert_legible(draw_timeline(spread(count, step), direction))


FIRST = st.one_of(st.dates(date(2019, 1, 1), date(2019, 2, 1)), st.dates(date(1, 1, 1), date(9990, 1, 1)))
EVENTS = st.builds(
    event,
    *(st.integers(0, 20), FIRST, st.sampled_from((0, 0, 6, 30, 364, 3000)), st.sampled_from(STATUSES)),
    st.sampled_from((None, "start", "middle", "end")),
)


@settings(max_examples=10)
@given(st.lists(EVENTS, max_size=10), st.none() | FIRST, st.sampled_from(LABELS), st.sampled_from(("ar", "en")))
def test_any_timeline_is_legible(events, published, title, language):
    by_day = tuple(sorted(events, key=lambda event: event.first))
    assert_legible(draw_timeline(Timeline(title * 4, published, by_day), language=language))


@pytest.mark.parametrize("days", [1, 30, 70, 130, 300, 800, 3000, 90_000, 900_000])
def test_the_axis_is_named_at_every_length(days):
    events = (event(0, date(2019, 9, 20)), event(1, date(2019, 9, 20) + timedelta(days)))
    chart = draw_timeline(Timeline("مهرجان", None, events), language="en")  # whose names of months are the longer
    assert_legible(chart)
    assert 4 <= len(names_on_axis(chart)) <= 30


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_long_time_without_dates_is_cut_out_and_a_note_says_so(language, direction):
    week = [event(n, date(2020, 11, 9) + timedelta(n)) for n in range(5)]
    recalled = Timeline("مهرجان", date(2020, 11, 13), (event(9, date(1988, 2, 20)), *week))
    note = words("frame_words")[language]["cut"]
    charts = [draw_timeline(replace(recalled, events=some), direction, language) for some in (recalled.events, week)]
    assert_legible(charts[0])
    assert [any(note in text.get_text() for text in texts(chart)) for chart in charts] == [True, False]
    assert "1988" in " ".join(name.get_text() for name in names_on_axis(charts[0]))


def test_left_to_right_is_the_mirror_image():
    one, other = (texts(draw_timeline(spread(9, 4), direction)) for direction in ("rtl", "ltr"))
    assert [text.get_text() for text in one] == [text.get_text() for text in other]
    for rtl, ltr in zip(one, other, strict=True):
        assert rtl.get_window_extent().x1 == pytest.approx(rtl.figure.bbox.x1 - ltr.get_window_extent().x0, abs=2)


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_time_runs_in_its_direction(direction):
    chart = draw_timeline(spread(3, 30, ("happened",)), direction)
    dates = [next(text for text in texts(chart) if name in text.get_text()) for name in ("1 يناير", "2 مارس")]
    early, late = (box(text).x0 for text in dates)
    assert (early > late) == (direction == "rtl")


def test_what_happened_is_above_the_axis_and_the_rest_below():
    chart = draw_timeline(spread(8, 10))
    axis = max(box(name).y1 for name in names_on_axis(chart))
    headings = {status: words("frame_words")["ar"]["captions"][status] for status in STATUSES}
    for status, caption in headings.items():
        (shown,) = (text for text in texts(chart) if caption in text.get_text())
        assert (box(shown).y0 > axis) == (status == "happened")


def test_each_status_has_a_shape_of_its_own():
    def shapes(status: str) -> set[str]:
        chart = draw_timeline(Timeline("مهرجان", None, (event(0, date(2019, 1, 1), status=status),)))
        return {line.get_marker() for line in chart.figure.findobj(Line2D) if line.get_zorder() == 3}

    found = [shapes(status) for status in STATUSES]
    assert all(len(shape) == 1 for shape in found)
    assert len(set.union(*found)) == len(STATUSES)


def test_no_bar_begins_where_the_story_gives_no_beginning():
    day, published = date(2019, 3, 1), date(2019, 2, 1)
    for status in ("happened", "due", "planned"):
        assert not bars(draw_timeline(Timeline("مهرجان", published, (event(0, day, status=status),))))
    assert not bars(draw_timeline(Timeline("مهرجان", published, (event(0, day, days=30, status="due"),))))
    assert bars(draw_timeline(Timeline("مهرجان", published, (event(0, day, days=30, status="planned"),))))
    assert bars(draw_timeline(Timeline("مهرجان", published, (event(0, date(2019, 1, 1), status="since"),))))


def test_the_picture_quotes_the_story_and_names_its_sources():
    shown = "\n".join(text.get_text() for text in texts(draw_timeline(LIBRARY)))
    for expected in ("مكتبة جديدة في صيدا", "الأحد 14 فبراير", "افتتحت ليلى المصري، الأحد،", "صيدا، صور", "مارس 2021"):
        assert expected in shown
    for expected in (
        "«\N{RIGHT-TO-LEFT ISOLATE}الأحد",
        "بحسب: \N{RIGHT-TO-LEFT ISOLATE}ليلى المصري",
        "نُشر الخبر الإثنين 15",
    ):
        assert expected in shown
    assert "«الخميس»" in shown  # a date that could not be resolved is not passed over


def test_without_a_day_of_publication_no_line_claims_one():
    chart = draw_timeline(replace(LIBRARY, published=None))
    assert not any("نُشر" in text.get_text() for text in texts(chart))
    assert "تاريخ نشر الخبر غير معروف" in chart.telling


@pytest.mark.parametrize("published", [None, date(2019, 1, 1)])
def test_no_events(published):
    chart = draw_timeline(replace(NOTHING, published=published))
    assert any("لا أحداث مؤرخة في هذا الخبر" in text.get_text() for text in texts(chart))
    assert "لا أحداث مؤرخة في هذا الخبر" in chart.telling
    assert_legible(chart)


def test_very_many_events():
    chart = draw_timeline(spread(MOST + 5, 3))
    note = f"يعرض الرسم الأحداث الأولى فقط: {MOST} من {MOST + 5}"
    assert any(note in text.get_text() for text in texts(chart))
    assert note in chart.telling
    assert f"\n{MOST + 5}. " in chart.telling


def test_telling():
    assert draw_timeline(LIBRARY).telling.splitlines() == [
        "خط زمني: مكتبة جديدة في صيدا",
        "نُشر الخبر الإثنين 15 فبراير 2021",
        "1. الأحد 14 فبراير 2021، وقع: افتتحت ليلى المصري، الأحد، مكتبة في صيدا (في النص: «الأحد»؛ المكان: صيدا)",
        "2. مارس 2021، مقرر: وسيقام مهرجان الكتاب (في النص: «في مارس المقبل»؛ المكان: صيدا، صور؛ بحسب: ليلى المصري)",
        "تواريخ لم يمكن تحديدها: «الخميس»",
    ]
    english = draw_timeline(LIBRARY, language="en").telling.splitlines()
    assert english[1] == "Published Monday 15 February 2021"
    assert english[2].startswith("1. Sunday 14 February 2021, happened: افتتحت")


def test_telling_holds_every_event():
    timeline = spread(25, 10)
    telling = draw_timeline(timeline).telling
    for number, one in enumerate(timeline.events, start=1):
        assert f"\n{number}. " in telling
        assert one.label in telling.splitlines()[number + 1]


@pytest.mark.parametrize("case", cases("chart_days"), ids=lambda case: case["why"])
def test_days(case):
    first, last = date.fromisoformat(case["first"]), date.fromisoformat(case["last"])
    assert Wording(case["language"], case.get("known")).days(first, last, case.get("part")) == case["expect"]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("case", cases("chart_event_days"), ids=lambda case: case["why"])
def test_event_days(case, language):
    first, last = date.fromisoformat(case["first"]), date.fromisoformat(case["last"])
    made_up = replace(event(0, first, (last - first).days, case["status"], case.get("part")), quote=case["quote"])
    assert Wording(language).event_days(made_up) == case[language]


def every_format(chart: Chart) -> dict[str, str]:
    return {name: hashlib.sha256(render(chart.figure, chart.telling)).hexdigest() for name, render in RENDERERS.items()}


def test_same_story_same_bytes():
    expected = every_format(draw_timeline(LIBRARY))
    assert every_format(draw_timeline(LIBRARY)) == expected
    program = "import test_chart as t; print(t.every_format(t.draw_timeline(t.LIBRARY)))"
    found = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "tests")))},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == str(expected)


def test_the_users_settings_neither_matter_nor_change():
    expected = every_format(draw_timeline(LIBRARY))
    own = {
        "font.size": 30,
        "lines.linewidth": 9,
        "savefig.bbox": "tight",
        "svg.fonttype": "none",
        "text.hinting": "none",
    }
    with matplotlib.rc_context(own | {"savefig.dpi": 50, "axes.facecolor": "red"}):
        before = dict(matplotlib.rcParams)
        assert every_format(draw_timeline(LIBRARY)) == expected
        assert dict(matplotlib.rcParams) == before


def test_matplotlib_loads_only_for_a_chart():
    program = "import sys, helpers; early = 'matplotlib' in sys.modules; import helpers.chart; "
    program += "print(early, 'matplotlib' in sys.modules, 'matplotlib.pyplot' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "True", "False"]


@pytest.mark.parametrize(
    ("name", "begin"), [("a.png", b"\x89PNG"), ("a.svg", b"<?xml"), ("a.pdf", b"%PDF"), ("a.PNG", b"\x89PNG")]
)
def test_save(tmp_path, name, begin):
    draw_timeline(LIBRARY).save(tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(begin)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_save_names_the_formats_that_it_knows(tmp_path):
    with pytest.raises(ArticleError, match="pdf, png, svg"):
        draw_timeline(LIBRARY).save(tmp_path / "timeline.bmp")
    assert not list(tmp_path.iterdir())


def test_a_failed_write_leaves_the_old_file_whole(tmp_path, monkeypatch):
    def fail(*paths: object) -> None:
        raise OSError(28, "No space left on device")

    old = tmp_path / "timeline.svg"
    old.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(ArticleError, match="No space left"):
        draw_timeline(LIBRARY).save(old)
    assert old.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [old]


@pytest.mark.parametrize("wrong", [{"direction": "up"}, {"language": "fr"}])
def test_unknown_direction_or_language(wrong):
    with pytest.raises(ArticleError, match="rtl"):
        draw_timeline(LIBRARY, **wrong)


class Pictures(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        assert tag in ("div", "img")
        if tag == "img":
            self.found.append(dict(attrs))


def test_a_notebook_shows_the_picture_with_the_telling_as_its_alt_text():
    chart = draw_timeline(LIBRARY)
    bundle = chart._repr_mimebundle_()
    assert base64.b64decode(bundle["image/png"]) == chart._repr_png_()
    assert bundle["text/plain"] == repr(chart) == chart.telling
    (picture,) = Pictures(bundle["text/html"]).found
    assert (picture["alt"], picture["lang"]) == (chart.telling, "ar")
    assert picture["src"] == f"data:image/png;base64,{bundle['image/png']}"


NASTY = (
    '<script>alert("$x$")</script> & \N{RIGHT-TO-LEFT OVERRIDE}\ufeff\x00\ud800\N{POP DIRECTIONAL ISOLATE}\n]]> 中 😀'
)


def test_nothing_from_a_story_becomes_markup_or_turns_the_frame_around(recwarn):
    chart = draw_timeline(Timeline(NASTY, date(2021, 3, 1), (made_up_event(NASTY),)))
    for name, render in RENDERERS.items():
        assert render(chart.figure, chart.telling), name
    tags = {element.tag for element in ElementTree.fromstring(RENDERERS["svg"](chart.figure, chart.telling)).iter()}
    assert not any("script" in tag for tag in tags)
    (picture,) = Pictures(chart._repr_mimebundle_()["text/html"]).found
    assert picture["alt"] == chart.telling
    shown = "".join(text.get_text() for text in texts(chart))
    assert not set(shown) & set("\N{RIGHT-TO-LEFT OVERRIDE}\ufeff\x00\ud800\n")
    assert shown.count("\N{RIGHT-TO-LEFT ISOLATE}") == shown.count("\N{POP DIRECTIONAL ISOLATE}")
    assert not recwarn.list


@pytest.mark.parametrize(("language", "isolate"), [("ar", "RIGHT-TO-LEFT"), ("en", "LEFT-TO-RIGHT")])
def test_every_line_says_its_direction(language, isolate):
    """Else the first letter would say it, and «BBC تعرض فيلم» would run from left to right."""
    lines = [text.get_text() for text in texts(draw_timeline(spread(8, 4), language=language))]
    assert {line[0] for line in lines} <= {"\N{RIGHT-TO-LEFT ISOLATE}", unicodedata.lookup(f"{isolate} ISOLATE")}
    assert any(line.startswith("\N{RIGHT-TO-LEFT ISOLATE}BBC") for line in lines)


def test_an_svg_says_what_it_shows():
    chart = draw_timeline(LIBRARY)
    svg = ElementTree.fromstring(RENDERERS["svg"](chart.figure, chart.telling))
    (description,) = (element.text for element in svg if element.tag.endswith("}desc"))
    assert description == chart.telling
    assert svg.get("role") == "img"


def test_every_colour_of_text_is_dark_enough():
    """At least 4.5 to 1 on white (WCAG 2.2, success criterion 1.4.3)."""

    def luminance(colour: str) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
        return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    for text in texts(draw_timeline(spread(8, 4))):
        assert 1.05 / (luminance(text.get_color()) + 0.05) >= 4.5, text


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_font_has_every_letter_of_the_frame(weight):
    font = FT2Font(FONTS / f"KhabarSans-{weight}.ttf")
    frame = Path(ROOT / "helpers" / "data" / "frame_words.json").read_text(encoding="utf-8")
    letters = {letter for letter in frame if letter.isprintable()} | set("0123456789…٠١٢٣٤٥٦٧٨٩\"'()[]/%-–؟٪")
    assert not [letter for letter in letters if not font.get_char_index(ord(letter))]
