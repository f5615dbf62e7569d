"""What `import helpers` promises: the names and signatures of the lessons, light, and the same everywhere."""

import inspect
import json
import os
import subprocess
import sys
from dataclasses import FrozenInstanceError, fields, is_dataclass
from pathlib import Path

import pytest

import helpers
from helpers import records

PROJECT = Path(__file__).parent.parent
SIGNATURES = {
    "read_article": "(path, published=None) -> Article",
    "parse_article": "(page, published=None) -> Article",
    "normalize": "(text, steps=DEFAULT) -> Normalized",
    "sentences": "(text) -> list[Span]",
    "tokens": "(text) -> list[Token]",
    "find_entities": "(text, learnt=True, extra=()) -> list[Entity]",
    "find_dates": "(text, published=None) -> list[DateMention]",
    "find_statements": "(text, entities=None) -> list[Statement]",
    "build_timeline": "(article, entities=None, dates=None, statements=None) -> Timeline",
}
FIELDS = {
    "Article": "title body published page body_start note file_note",
    "Span": "start end text",
    "Token": "start end text kind",
    "Entity": "start end text label name",
    "DateMention": "start end text first last kind part because",
    "Statement": "start end text speaker verb direct",
    "Event": "first last status label who where reported_by quote mention sentence",
    "Timeline": "title published events unresolved",
}
HEAVY = ["matplotlib", "ipywidgets", "babel", "pyarabic", "icalendar", "IPython", "numpy"]
WHOLE_PATH = """
import hashlib, sys
import helpers
article = helpers.read_article(helpers.SEED)
found = [article, helpers.build_timeline(article), helpers.find_entities(article.body),
         helpers.find_entities(article.body, learnt=False), helpers.find_dates(article.body, article.published),
         helpers.find_statements(article.body), helpers.tokens(article.body), helpers.normalize(article.body).steps]
print(hashlib.sha256(ascii(found).encode()).hexdigest())
"""


def python(code: str, **environment: str) -> str:
    """Run code in a fresh interpreter and give what it prints."""
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=PROJECT,
        env=os.environ | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_the_names():
    assert set(SIGNATURES) | {"SEED", "ArticleError"} <= set(helpers.__all__)
    assert set(helpers.__all__) - {"COURSE", "DEFAULT"} == set(SIGNATURES) | {"SEED", "ArticleError"}
    assert all(hasattr(helpers, name) for name in helpers.__all__)


@pytest.mark.parametrize("name", SIGNATURES)
def test_the_signatures(name):
    signature = inspect.signature(getattr(helpers, name))
    plain = [parameter.replace(annotation=inspect.Parameter.empty) for parameter in signature.parameters.values()]
    given = str(signature.replace(parameters=plain, return_annotation=inspect.Signature.empty))
    returns = getattr(signature.return_annotation, "__name__", "")
    if items := getattr(signature.return_annotation, "__args__", ()):
        returns += f"[{items[0].__name__}]"
    assert f"{given} -> {returns}" == SIGNATURES[name].replace("DEFAULT", repr(helpers.DEFAULT))


@pytest.mark.parametrize("name", FIELDS)
def test_the_records_are_frozen_and_hold_what_the_lessons_use(name):
    record = getattr(records, name)
    assert is_dataclass(record)
    assert [field.name for field in fields(record)] == FIELDS[name].split()
    assert record.__dataclass_params__.frozen


def test_a_record_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        records.Span(0, 3, "نعم").start = 1


def test_the_seed_is_a_file_and_the_error_a_value_error():
    assert helpers.SEED.is_file()
    assert issubclass(helpers.ArticleError, ValueError)


def test_the_import_is_light():
    """No heavy library is loaded, and no file is opened but the modules themselves."""
    code = f"""
import json, sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import helpers
print(json.dumps([[name for name in {HEAVY} if name in sys.modules], opened]))
"""
    loaded, opened = json.loads(python(code))
    assert loaded == []
    assert {Path(path).suffix for path in opened} <= {".py", ".pyc", ".so", ".pyd"}


def test_the_import_warns_of_nothing():
    assert python("import warnings; warnings.simplefilter('error'); import helpers") == ""


def test_the_whole_path_is_the_same_everywhere():
    environments = [
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2", "LANG": "C", "LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "3", "LANG": "ar_EG.UTF-8", "LC_ALL": "ar_EG.UTF-8", "TZ": "America/Adak"},
    ]
    assert len({python(WHOLE_PATH, **environment) for environment in environments}) == 1


def test_the_whole_path_is_the_same_twice():
    article = helpers.read_article(helpers.SEED)
    assert helpers.build_timeline(article) == helpers.build_timeline(article)
