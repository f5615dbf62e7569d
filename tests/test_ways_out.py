"""Every way out of the program: what a story, or a learner, puts in comes out as text and as nothing else.

Each function that gives something to look at has a line in `WAYS`; a new one without a line fails the first test.
"""

import contextlib
import importlib
import inspect
import io
import json
import linecache
import pkgutil
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from hostile import ALL, ATTACKS, any_text, assert_is_safe, assert_is_text
from hypothesis import given, settings
from made_up import made_up_event
from matplotlib import pyplot
from PIL import Image

import helpers
from helpers import cli, find_entities
from helpers import display as shown
from helpers.chart import Chart, draw_timeline
from helpers.chart.render import RENDERERS
from helpers.chart.screen import Picture, picture
from helpers.display import View
from helpers.display import reading as shown_reading
from helpers.display import view as shown_view
from helpers.exercises import check, hint, progress, solution, telling
from helpers.exercises.catalogue import EXERCISES
from helpers.exercises.keeping import Entry, as_bytes
from helpers.export import WRITERS
from helpers.learning import learn, read_sample, word_features
from helpers.preflight import Check, preflight, report
from helpers.records import DateMention, Entity, Span, Statement, Timeline
from helpers.translation import Gloss, Translated, Translation
from helpers.widgets import (
    base,
    code_points,
    concordance,
    downloads,
    folding,
    moving_dates,
    names,
    progress_file,
    speakers,
    timelines,
    workbench,
)
from helpers.widgets import weights as weights_explorer
from helpers.widgets.base import Explorer
from helpers.widgets.workbench import views
from helpers.widgets.workbench.mending import Numbered

DAY = date(2021, 3, 15)
KINDS = (View, Chart, Explorer, Picture)


def record(text: str) -> tuple[Entity, DateMention, Statement]:
    """One record of each kind, all of them over the whole text."""
    size = len(text)
    return (
        Entity(0, size, text, "PER", text),
        DateMention(0, size, text, DAY, DAY, "explicit", None, text),
        Statement(0, size, text, text, text, True),
    )


def timeline_of(text: str) -> Timeline:
    """A timeline in which every word is the text."""
    events = [made_up_event(text, status=status) for status in ("happened", "due", "since", "planned")]
    return Timeline(text, DAY, tuple(events), (DateMention(0, len(text), text, None, None, "weekday", None, text),))


def story_of(text: str) -> str:
    """A page that holds the text wherever a story can have it: in its title, names, speech, beside its dates."""
    first = f"قال الوزير سالم {text} حداد {text}: «{text} نعم {text}» أمس {text}."
    return f"عنوان {text}\n\n{first}\nوزار {text} صيدا الخميس {text}.\n"


def translated(text: str) -> Translation:
    return Translation(text, (Translated(0, len(text), text, text, text),))


def marked(text: str) -> Iterator[View]:
    gloss = Gloss(text, text, text, (), text, ())
    yield shown.highlight(text, record(text), translation=translated(text))
    yield shown.highlight(text, record(text), label=lambda span: text)
    yield shown.highlight(f"صيدا {text}", [Span(2, 5, "دا "[:3])], meanings={"صيدا": gloss})


def glossed(text: str) -> View:
    return shown_reading.word_list([shown_reading.Word(0, len(text), text, Gloss(text, text, text, (), text, ()))])


def tabled(text: str) -> Iterator[View]:
    rows = [[text, *record(text), (text, text), DAY, None]]
    for direction in ("rtl", "ltr"):
        yield shown.table(rows, [text] * 7, text, direction)


# A learner's answers, and what comes back.


class Told(Exception):
    """An error whose words are the learner's own."""


def own_number(text: str) -> int:
    """A number that says of itself what it likes."""
    return type("Own", (int,), {"__repr__": lambda self: text, "__str__": lambda self: text})(7)


def named(text: str, value: object) -> object:
    """Give a function or a class a name of the learner's own."""
    with contextlib.suppress(UnicodeEncodeError, ValueError):  # Python doesn't take every name
        value.__name__ = text
    return value


def raiser(text: str, error: type[Exception]) -> Callable:
    """A function whose failing line, which the learner is shown, holds the text as it was typed."""
    source = f"def strip_marks(word):\n    raise error(text)  # {text.translate({10: ' ', 13: ' '})}\n"
    file = f"<{id(source)}>"
    namespace = {"error": error, "text": text}
    try:
        exec(compile(source, file, "exec"), namespace)
    except (SyntaxError, ValueError, UnicodeEncodeError):  # no cell holds this
        return lambda word: named(text, namespace["error"])
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    return namespace["strip_marks"]


def answers(text: str) -> dict[str, list[object]]:
    """By exercise: what a learner can hand in."""
    values = [
        *(text, [text, f"`{text}"], {text}, {text: text}, text.encode("utf-8", "surrogatepass"), *record(text)),
        *(own_number(text), named(text, lambda: None), named(text, type("Own", (), {})), made_up_event(text)),
        *(named(text, type("Own", (), {}))(), Entity(own_number(text), text, text, text, text)),
        made_up_event(text, first=text, last=text, status=own_number(text)),
    ]

    def prints(word: str) -> str:
        print(text)
        return word

    several = [values, text, own_number(text), named(text, type("Own", (), {}))(), named(text, lambda: None)]
    functions = [lambda word, value=value: value for value in several]
    errors = [raiser(text, error) for error in (ValueError, named(text, type("Own", (Told,), {})))]
    return {
        "strip_marks": [*functions, *errors, prints, text],
        "count_events": several,
        "false_waws": [set(map(repr, values[:1])), values[0], several[0]],
        "find_places": [lambda story: [Entity(0, 3, story[:3], text, text), Entity(4, 9, story[4:9], "LOC", text)]],
        "find_people": [lambda story: [value for value in values if isinstance(value, Entity)]],
        "my_dates": [several[0], [record(text)[1]]],
    }


def checked(text: str) -> Iterator[View]:
    yield check(text)
    yield check(text, text)
    for name, several in answers(text).items():
        for answer in several:
            yield check(name, answer)


def kept(text: str) -> Iterator[View]:
    """Progress in a file that is damaged, with a name of its own; the note on that comes with the next check."""
    usual = re.sub("[\0/]", "", text).encode("utf-8", "replace").decode("utf-8")[:60] + ".json"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KHABAR_PROGRESS", str(Path(telling.__file__).parent / "no such folder" / usual))
        yield progress()
        yield check("strip_marks", lambda word: word)
    path = Path(FOLDER[0]) / usual
    path.write_bytes(b"damaged")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KHABAR_PROGRESS", str(path))
        yield progress()
        yield check("strip_marks", lambda word: word)


def boxed(text: str) -> Iterator[View]:
    """Boxes hold what was shown, isolated or not, and sentences of the course with backquotes in them."""
    yield telling.box("Title", f"says `{telling.show(text)}`", [("came out", telling.show([text, text]))])
    yield telling.verdict_view(
        "name", telling.Verdict("other", telling.call("f", [text]), (), shown.highlight(text, []))
    )


def described(words: list[str], place: int) -> list[str]:
    return [f"word={words[place]}", f"other={words}"]


MODEL = learn(read_sample()[:20], word_features)


def weighed(text: str) -> Iterator[View | Explorer]:
    yield weights_explorer.weights_view(MODEL, described, text, text, text)
    yield weights_explorer.weights_view(MODEL, described, text, f"و{text}", text)


def uploaded(text: str, content: bytes) -> tuple[dict, ...]:
    return (
        {
            "name": text,
            "type": text,
            "size": len(content),
            "content": memoryview(content),
            "last_modified": datetime.max,
        },
    )


def downloaded(text: str) -> Iterator[View]:
    """A progress file in which a learner wrote, and one that is damaged."""
    path = Path(FOLDER[0]) / "mine.json"
    for content in as_bytes({text: Entry(True, 1, text)}), text.encode("utf-8", "replace"):
        path.write_bytes(content)
        yield progress_file.download_view(path)


def put_back(text: str) -> Iterator[View]:
    """A saved file under any name: sound, damaged, too large."""
    path = Path(FOLDER[0]) / "back.json"
    for content in as_bytes({text: Entry(True, 1, text)}), text.encode("utf-8", "replace"), b" " * 200_000:
        yield progress_file.restore_view(path, *uploaded(text, content))


def bench(text: str, view: Callable[..., View]) -> Iterator[View]:
    page, days, listed = story_of(text), f"{text} = 2020\n1 = {text}\n{text}", f"سالم {text}\n{text} PER\n{text} -"
    for files in (), uploaded(text, b"\0\xff"), uploaded(text, b"") * 2:
        yield view(page, files, "2020-11-13", listed, days, bool(files))
    yield view(page, (), text, "", "", False)
    yield view(text, (), "", "", "", False)


def drawn(text: str) -> Picture:
    """What a learner draws, told in words that hold the text."""
    pyplot.figure(figsize=(1, 1))
    return picture(f"One dot: {text}")


def pictured(text: str) -> Iterator[Chart]:
    yield draw_timeline(timeline_of(text))
    yield draw_timeline(timeline_of(text), "ltr", "en")


Shown = View | Chart | Explorer | Picture
WAYS: dict[str, Callable[[str], Shown | Iterable[Shown]]] = {
    "helpers.chart.screen.picture": drawn,
    "helpers.chart.draw_timeline": pictured,
    "helpers.display.marking.highlight": marked,
    "helpers.display.reading.word_list": glossed,
    "helpers.display.reading.translation_beside": lambda text: shown_reading.translation_beside(translated(text)),
    "helpers.display.tables.show_list": lambda text: shown.show_list([text, *record(text), (text,), None]),
    "helpers.display.tables.table": tabled,
    "helpers.display.tables.timeline_table": lambda text: shown.timeline_table(timeline_of(text)),
    "helpers.display.view.joined": lambda text: shown_view.joined(
        [shown.show_list([text]), shown.table([[text]], [text])]
    ),
    "helpers.display.view.right_to_left": lambda text: shown.right_to_left(),
    "helpers.exercises.check": checked,
    "helpers.exercises.hint": lambda text: hint(text),
    "helpers.exercises.solution": lambda text: [solution(text), *map(solution, EXERCISES)],
    "helpers.exercises.progress": kept,
    "helpers.exercises.telling.box": boxed,
    "helpers.exercises.telling.code": lambda text: telling.code("Title", repr(text)),
    "helpers.exercises.telling.verdict_view": boxed,
    "helpers.preflight.preflight": lambda text: preflight(),
    "helpers.preflight.report": lambda text: report([Check(text, text, text)]),
    "helpers.widgets.base.explorer": lambda text: base.explorer(
        [base.arabic_field("A:", text), base.arabic_lines("B:", text), base.choice("C:", [text, "x"])],
        lambda *values: shown.show_list(values),
    ),
    "helpers.widgets.base.sentences": lambda text: base.sentences([text, text]),
    "helpers.widgets.code_points.explore_code_points": code_points.explore_code_points,
    "helpers.widgets.code_points.code_points_view": code_points.code_points_view,
    "helpers.widgets.concordance.explore_concordance": lambda text: concordance.explore_concordance(text, text),
    "helpers.widgets.concordance.concordance_view": lambda text: [
        concordance.concordance_view(story_of(text), word, 30) for word in (text, "سالم", "صيدا")
    ],
    "helpers.widgets.downloads.links_to": lambda text: downloads.links_to(
        [
            *downloads.timeline_files(timeline_of(text)),
            downloads.File("a.csv", downloads.TEXTS["csv"], b"x" * 1_500_001),
        ]
    ),
    "helpers.widgets.folding.explore_folding": lambda text: folding.explore_folding(story_of(text), text),
    "helpers.widgets.folding.folding_view": lambda text: folding.folding_view(story_of(text), (True,) * 7),
    "helpers.widgets.moving_dates.explore_moving_dates": lambda text: moving_dates.explore_moving_dates(
        text, DAY, text
    ),
    "helpers.widgets.moving_dates.moving_dates_view": lambda text: moving_dates.moving_dates_view(
        story_of(text), DAY, None, f"{text} الخميس {text}"
    ),
    "helpers.widgets.moving_dates.moves_view": lambda text: moving_dates.moves_view(
        text, [moving_dates.Move(record(text)[1], record(text)[1])], [text] * 5, text
    ),
    "helpers.widgets.progress_file.keep_progress": lambda text: progress_file.keep_progress(),
    "helpers.widgets.progress_file.download_view": downloaded,
    "helpers.widgets.progress_file.restore_view": put_back,
    "helpers.widgets.names.explore_names": lambda text: names.explore_names(story_of(text), f"{text} PER", []),
    "helpers.widgets.names.names_view": lambda text: names.names_view(
        story_of(text), f"{text}\n{text} LOC\nسالم {text}", find_entities(story_of(text)), True
    ),
    "helpers.widgets.speakers.explore_speakers": lambda text: speakers.explore_speakers(
        text, [record(text)[2]], translated(text), text
    ),
    "helpers.widgets.speakers.speakers_view": lambda text: speakers.speakers_view(
        text, [record(text)[2]], text, speakers.BOTH, translated(text)
    ),
    "helpers.widgets.timelines.explore_timeline": lambda text: timelines.explore_timeline(timeline_of(text)),
    "helpers.widgets.timelines.words_view": lambda text: timelines.words_view(timeline_of(text), 4, "rtl", "en", True),
    "helpers.widgets.timelines.picture_view": lambda text: timelines.picture_view(timeline_of(text), "rtl", "ar", True),
    "helpers.widgets.weights.explore_weights": lambda text: weights_explorer.explore_weights(
        MODEL, described, text, text, text
    ),
    "helpers.widgets.weights.weights_view": weighed,
    "helpers.widgets.workbench.explore_workbench": lambda text: workbench.explore_workbench(
        story_of(text), "", text, text
    ),
    "helpers.widgets.workbench.views.words_view": lambda text: bench(text, views.words_view),
    "helpers.widgets.workbench.views.picture_view": lambda text: bench(text, views.picture_view),
    "helpers.widgets.workbench.views.name_table": lambda text: views.name_table([record(text)[0]]),
    "helpers.widgets.workbench.views.statement_table": lambda text: views.statement_table([record(text)[2]]),
    "helpers.widgets.workbench.views.date_table": lambda text: views.date_table([Numbered(1, record(text)[1])]),
    "helpers.widgets.workbench.views.part": lambda text: views.part("Title", shown.show_list([text])),
}
# Each of these draws: some tenths of a second.
SLOW = {
    "helpers.chart.draw_timeline",
    "helpers.preflight.preflight",
    "helpers.widgets.timelines.explore_timeline",
    "helpers.widgets.timelines.picture_view",
    "helpers.widgets.workbench.explore_workbench",
    "helpers.widgets.workbench.views.picture_view",
}
FOLDER: list[str] = []


@pytest.fixture(autouse=True, scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A folder for the progress of the learner who attacks."""
    FOLDER[:] = [str(tmp_path_factory.mktemp("progress"))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KHABAR_PROGRESS", str(Path(FOLDER[0]) / "progress.json"))
        yield


def public_functions() -> Iterator[tuple[str, Callable]]:
    names = {module.name for module in pkgutil.walk_packages(helpers.__path__, "helpers.")} - {"helpers.__main__"}
    for module in map(importlib.import_module, sorted(names)):
        for name, value in [*vars(module).items()]:
            function = inspect.unwrap(value) if callable(value) else None
            if inspect.isfunction(function) and function.__module__ == module.__name__ and not name.startswith("_"):
                yield f"{module.__name__}.{name}", function


def test_every_way_out_is_attacked():
    found = {name for name, each in public_functions() if inspect.signature(each).return_annotation in KINDS}
    assert found == WAYS.keys()
    assert set(WRITERS) == {"csv", "ics", "json"}  # attacked in test_export.py
    assert set(RENDERERS) == {"pdf", "png", "svg"}  # attacked below


def assert_all_safe(way: str, text: str) -> None:
    out = WAYS[way](text)
    for each in [out] if isinstance(out, KINDS) else out:
        match each:
            case View():
                assert_is_safe(each)
            case Chart() | Picture():
                assert_is_safe(View(each._repr_mimebundle_()["text/html"], each.telling))
                assert repr(each) == each.telling
            case Explorer():
                assert_is_safe(each.twin)
                assert repr(each) == each.twin.plain
                assert_can_be_sent(each.widget)


def assert_can_be_sent(widget) -> None:
    """What a widget holds must reach the browser; what it shows as HTML must be safe."""
    json.dumps(widget.get_state(), default=str, ensure_ascii=False).encode("utf-8")
    if type(widget).__name__ == "HTML" and widget.value != base.STYLE:
        assert_is_safe(View(widget.value, ""))
    for child in getattr(widget, "children", ()):
        assert_can_be_sent(child)


@pytest.mark.parametrize("way", WAYS)
def test_what_comes_out_is_text(way):
    for attack in [ALL] if way in SLOW else [*ATTACKS, ALL]:
        for text in (attack, f"قال سالم {attack}"):
            assert_all_safe(way, text)


@pytest.mark.parametrize("way", sorted(WAYS.keys() - SLOW))
@settings(max_examples=20)
@given(any_text)
def test_any_text_comes_out_as_text(way, text):
    assert_all_safe(way, text)


@pytest.mark.parametrize("way", sorted(SLOW - {"helpers.preflight.preflight"}))
@settings(max_examples=3)
@given(any_text)
def test_any_text_comes_out_as_text_in_pictures(way, text):
    assert_all_safe(way, text)


# The files of pictures, the terminal, the browser.


DRAWN = {"svg", "defs", "style", "g", "path", "use", "clipPath", "rect"}
SVG = {*DRAWN, "title", "desc", "metadata", "RDF", "Work", "type", "format"}
NOT_OURS = {"script", "iframe", "object", "embed", "link", "b", "i", "h1", "text", "parsererror"}


@pytest.mark.parametrize("attack", [ALL, *ATTACKS[:9]])
def test_svg_is_a_picture_and_words(attack):
    chart = draw_timeline(timeline_of(f"قال {attack}"))
    data = RENDERERS["svg"](chart.figure, chart.telling).decode("utf-8")
    assert_is_text(re.sub("[\u2066-\u2069]", "", data))  # the lines' own isolates stand in its comments
    root = ElementTree.fromstring(data)
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= SVG
    for element in root.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert not name.endswith("href") or value.startswith("#")
    assert root.find("{http://www.w3.org/2000/svg}desc").text == chart.telling
    assert root.find("{http://www.w3.org/2000/svg}title").text == chart.telling.partition("\n")[0]


def test_png_and_pdf_hold_a_picture_and_no_markup():
    chart = draw_timeline(timeline_of(f"قال {ALL}"))
    picture = Image.open(io.BytesIO(RENDERERS["png"](chart.figure, chart.telling)))
    assert set(picture.info) <= {"dpi"}
    pdf = RENDERERS["pdf"](chart.figure, chart.telling)
    assert pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF")
    assert not re.search(rb"/(?:JavaScript|JS|OpenAction|AA|URI|Launch)\b", pdf)


@pytest.mark.parametrize("attack", [*ATTACKS, ALL], ids=ascii)
def test_the_terminal_gets_text(attack, tmp_path, monkeypatch):
    path = tmp_path / "story.txt"
    path.write_bytes(f"{story_of(attack)}الخميس\v11/12/2020\n{attack}\n".encode("utf-8", "replace"))
    screen = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setattr(sys, "stderr", screen)
    assert cli.main(["timeline", str(path)]) == 0
    screen.flush()
    told = screen.buffer.getvalue().decode("utf-8")
    assert_is_text(told)
