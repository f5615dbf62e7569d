"""Hard to break: what is promised of any text at all. docs/reliability.md has the promises, and the test for each.

Texts are made as in the fuzz run (`benchmarks/strange.py`), whose findings are cases here (`cases/reliability.json`).
"""

import os
import random
import re
import shutil
import site
import subprocess
import sys
import unicodedata
from datetime import date
from functools import cache, partial
from pathlib import Path

import pytest
from growth import assert_linear, seconds_of
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import cases
from test_dates import DAYS
from test_export import any_text

from benchmarks.hostile import of_size
from benchmarks.promises import DAY, broken_promises, drawn
from benchmarks.strange import LETTERS, LINE_ENDS, MAKERS, NEIGHBOURS, SECOND, grammar, strange_text
from helpers import (
    SEED,
    build_timeline,
    find_dates,
    find_entities,
    find_statements,
    normalize,
    parse_article,
    read_article,
)
from helpers.normalize import INVISIBLE, MARKS, STEPS, TATWEEL
from helpers.records import Article, Event

PROJECT = Path(__file__).parent.parent
DIGEST = PROJECT / "tests" / "digest.py"
STORIES = [SEED, SECOND]
# Vowels and the sukun; the shadda tells words apart («بيّن», he explained; «بين», between), a hamza other letters.
TASHKEEL = "".join(map(chr, [*range(0x64B, 0x651), 0x652, 0x670]))
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"  # it begins a file, or a line where files were put together
HIDDEN = INVISIBLE.replace(BOM, "")

arabic = st.text(st.sampled_from(LETTERS + MARKS + TATWEEL + INVISIBLE + NEIGHBOURS + LINE_ENDS + ' .،:«»"()/-15٢'))
strung = st.lists(st.sampled_from(grammar()), max_size=20).map(" ".join)
made = st.integers(0, 2**32).map(lambda number: strange_text(random.Random(number)))
texts = st.one_of(any_text, arabic, strung, made)


# Promises 1 and 2: nothing raises but ArticleError, and every span is what stands there.


@given(texts, DAYS)
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_a_promise(text, published):
    assert broken_promises(text, published) == []


@pytest.mark.parametrize("make", dict.fromkeys(MAKERS), ids=lambda make: make.__name__)
def test_no_kind_of_strange_text_breaks_a_promise(make):
    for number in range(15):
        text = make(random.Random(number))
        assert (text, broken_promises(text, DAY)) == (text, [])


@pytest.mark.parametrize("case", cases("reliability"), ids=lambda case: case["why"])
def test_what_the_fuzz_run_found(case):
    published = date.fromisoformat(case["published"]) if "published" in case else DAY
    assert broken_promises(case["text"], published) == []


@pytest.mark.parametrize("text", ["", "\ud800", "قال \udfff: «أمس» =1+1 <b>", "أمس\0 وغدا " * 9], ids=range(4))
def test_any_timeline_can_be_drawn(text):
    assert drawn(text) == []


# The same story, written otherwise, has the same results.


def folded(words: str | None) -> str | None:
    return words and normalize(words).text


def told(event: Event) -> tuple:
    words = (event.label, event.quote, event.reported_by, event.sentence.text, *event.who, "", *event.where)
    return event.first, event.last, event.status, *map(folded, words)


def found(article: Article) -> dict[str, list]:
    """Everything that is found in a story, its words folded and without their offsets."""
    body, dates = article.body, find_dates(article.body, article.published)
    named = {"names": find_entities(body), "names by rule": find_entities(body, learnt=False)}
    return {
        "page": [folded(article.title), article.published],
        **{how: [(folded(name.text), name.label, folded(name.name)) for name in names] for how, names in named.items()},
        "dates": [(folded(date.text), date.first, date.last, date.kind, date.part) for date in dates],
        "statements": [(*map(folded, (s.text, s.speaker, s.verb)), s.direct) for s in find_statements(body)],
        "events": [told(event) for event in build_timeline(article).events],
    }


@cache
def plainly(path: Path) -> dict[str, list]:
    return found(read_article(path))


def strewn(text: str, signs: str, often: float, chance: random.Random) -> str:
    """A text with one of the signs, or two, behind so many of its Arabic letters."""
    return "".join(
        character + "".join(chance.choices(signs, k=chance.choice((1, 1, 2))) if chance.random() < often else "")
        if "\N{ARABIC LETTER HAMZA}" <= character <= "\N{ARABIC LETTER YEH}" and character != TATWEEL
        else character
        for character in text
    )


def shaped(text: str) -> str:
    """A text with each letter in one of its presentation forms, as old files and some PDFs hold it."""
    forms = {letter: form for form, letter in STEPS["presentation"].items()}
    return "".join(forms.get(character, character) for character in text)


REWRITTEN = {
    "every letter with tashkeel": lambda text: strewn(text, TASHKEEL, 1, random.Random(1)),
    "every letter with tatweel": lambda text: strewn(text, TATWEEL, 1, random.Random(2)),
    "bidi controls strewn in": lambda text: strewn(text, HIDDEN, 0.5, random.Random(3)),
    "marks of direction around signs": lambda text: re.sub(r'(["«»،:])', "\u200f\\1\u200f", text),
    "CRLF": lambda text: re.sub(r"\r?\n", "\r\n", text),
    "CR": lambda text: re.sub(r"\r?\n", "\r", text),
    "NFD": partial(unicodedata.normalize, "NFD"),
    "NFC": partial(unicodedata.normalize, "NFC"),
    "presentation forms": shaped,
    "no-break spaces": lambda text: text.replace(" ", "\N{NO-BREAK SPACE}"),
    "two spaces for one": lambda text: text.replace(" ", "  "),
    "Arabic digits": lambda text: text.translate({ord("0") + n: ord("٠") + n for n in range(10)}),
}


@pytest.mark.parametrize("rewrite", REWRITTEN.values(), ids=REWRITTEN)
@pytest.mark.parametrize("path", STORIES, ids=["the story", "the second story"])
def test_a_story_written_otherwise_has_the_same_results(path, rewrite):
    assert found(parse_article(rewrite(read_article(path).page))) == plainly(path)


@given(
    st.sampled_from(STORIES),
    st.sampled_from([TASHKEEL, TATWEEL, HIDDEN]),
    st.sampled_from([0.01, 0.1, 0.7]),
    st.integers(0, 2**32),
)
@settings(max_examples=12, deadline=None)
def test_marks_anywhere_in_a_story_change_no_result_but_the_offsets(path, signs, often, seed):
    article = read_article(path)
    body = strewn(article.body, signs, often, random.Random(seed))
    assert found(Article(article.title, body, article.published, body, 0)) == plainly(path)


@given(strung, st.sampled_from([TASHKEEL, TATWEEL, HIDDEN]), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_marks_anywhere_in_words_of_the_rules_change_no_date_and_no_statement(text, signs, chance):
    text = normalize(text, ["marks"]).text
    dressed = found(Article("", strewn(text, signs, 0.3, chance), DAY, "", 0))
    assert dressed == found(Article("", text, DAY, "", 0))


@pytest.mark.parametrize("path", STORIES, ids=["the story", "the second story"])
def test_a_story_told_twice_has_everything_twice(path):
    article = read_article(path)
    twice = found(Article(article.title, f"{article.body}\n\n{article.body}", article.published, "", 0))
    once = plainly(path)
    assert twice["dates"] == once["dates"] * 2
    assert twice["statements"] == once["statements"] * 2
    assert twice["names by rule"] == once["names by rule"] * 2
    assert sorted(map(ascii, twice["events"])) == sorted(map(ascii, once["events"] * 2))


# Promise 3: same input, same output, on every Python, and whatever surrounds it.


def digest(python: str = sys.executable, **environment: str) -> str:
    """What tests/digest.py prints, with this environment's packages."""
    packages = os.pathsep.join(site.getsitepackages())
    run = subprocess.run(
        [python, str(DIGEST)],
        env=os.environ | {"PYTHONPATH": packages, "PYTHONDONTWRITEBYTECODE": "1"} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def version_of(python: str) -> tuple[int, ...]:
    """The version of an interpreter, () where it doesn't answer."""
    command = [python, "-c", "import sys; print(*sys.version_info[:3])"]
    try:
        answer = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)
    except OSError:
        return ()
    return tuple(map(int, answer.stdout.split()))


def other_pythons() -> dict[str, str]:
    """An interpreter of each other version from 3.11 on that the machine has: on its path, or known to uv or pyenv."""
    named = [shutil.which(f"python3.{minor}") for minor in range(11, 20)]
    roots = [Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"]
    if shutil.which("uv"):
        told = subprocess.run(["uv", "python", "dir"], capture_output=True, encoding="utf-8", check=False).stdout
        roots.append(Path(told.strip()))
    installed = [str(path) for root in roots if root.is_dir() for path in sorted(root.glob("*/bin/python3"))]
    versions = {python: version_of(python) for python in [*filter(None, named), *installed]}
    return {
        f"{version[0]}.{version[1]}": python
        for python, version in versions.items()
        if version >= (3, 11) and version[:2] != sys.version_info[:2]
    }


@pytest.fixture(scope="module")
def digest_here() -> str:
    return digest(PYTHONHASHSEED="0")


def test_every_python_finds_the_same(digest_here):
    if not (pythons := other_pythons()):
        pytest.skip("there is one Python from 3.11 on here, so there is nothing to compare")
    assert {version: digest(python) for version, python in pythons.items()} == dict.fromkeys(pythons, digest_here)


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "America/Adak"},
    ],
    ids=["C and the first time zone", "Turkish and the last"],
)
def test_nothing_around_changes_what_is_found(environment, digest_here):
    assert digest(**environment) == digest_here


# Promise 4: linear time. What grows faster than its text, alone or in a pair, benchmarks/hostile.py looks for.


def whole_path(text: str) -> object:
    names = find_entities(text, learnt=False)
    said = find_statements(text, names)
    return build_timeline(Article("", text, DAY, text, 0), names, find_dates(text, DAY), said)


@pytest.mark.parametrize(
    "unit",
    ["أَمْسِ ", "بيروت  أمس  ", "a.", "ﷺ"],
)
def test_the_whole_path_takes_no_longer_than_its_text(unit):
    assert_linear(whole_path, unit)


@pytest.mark.parametrize("unit", ["أبو ", "آل ", "a.", '"ا'])
def test_names_take_no_longer_than_their_text(unit):
    assert_linear(find_entities, unit)


# The slowest that the search has found; a megabyte of each takes some seconds (see the document).
@pytest.mark.parametrize("unit", ["1  و2008-05-15 و", 'رمضان "2020-11-01/', 'ون"2006 (', "ا.", "أمس ", "حزب/\u064b-"])
def test_no_text_takes_many_times_as_long_as_the_story(unit):
    story = of_size(read_article(SEED).body + "\n", 20_000)
    hard = of_size(unit, 20_000)
    took = [(seconds_of(lambda: all_of(hard)), seconds_of(lambda: all_of(story))) for _ in range(3)]
    assert min(took)[0] < 10 * min(usual for _, usual in took)


def all_of(text: str) -> object:
    return build_timeline(Article("", text, DAY, text, 0))


@pytest.mark.parametrize("unit", ["أمس ثم ", "أمس،ثم،", '"أمس"ثم'])
def test_a_text_without_a_stop_has_sentences_that_end(unit):
    events = build_timeline(Article("", unit * 3000, DAY, "", 0)).events
    assert len(events) == 3000
    assert all(len(event.sentence.text) < 2100 for event in events)


# The document.


def test_each_test_that_the_document_names_exists():
    page = (PROJECT / "docs" / "reliability.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/\w+\.py)::(\w+)`", page)
    assert len(named) > 20
    for path, test in named:
        assert f"def {test}(" in (PROJECT / path).read_text(encoding="utf-8"), (path, test)
