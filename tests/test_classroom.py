"""The classroom: what docs/classroom.md says of memory, a stick for a room without a network, lessons for nbgrader."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import yaml
from nbclient import NotebookClient

from helpers.exercises.catalogue import EXERCISES
from tools import nbgrader_source, usb_stick

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "docs" / "classroom.md").read_text(encoding="utf-8")
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
MOST = 300  # megabytes of a lesson's kernel
ROW = re.compile(r"^\| (\w+) \| (\d+) \| ([\d.]+) \| ([\d.]+) \|$", re.MULTILINE)


def table() -> dict[str, tuple[float, float, float]]:
    """What the guide says: megabytes, seconds of processor and of the clock, by lesson."""
    return {name: tuple(map(float, figures)) for name, *figures in ROW.findall(GUIDE)}


# What the guide says


def test_the_guide_has_each_lesson_and_none_needs_too_much():
    figures = table()
    total = figures.pop("all")
    assert figures.pop("JupyterLab")[0] <= MOST
    assert list(figures) == [path.stem for path in LESSONS]
    assert max(megabytes for megabytes, _, _ in figures.values()) <= MOST
    assert total[2] <= 60
    for column, slack in enumerate((5, 0.5, 0.5)):  # each figure is rounded
        assert sum(row[column] for row in figures.values()) == pytest.approx(total[column], abs=slack)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the most memory that a process has held")
def test_the_heaviest_lesson_stays_below():
    from benchmarks.lessons import run_all

    figures = table()
    heaviest = max(LESSONS, key=lambda path: figures[path.stem][0])
    assert run_all(heaviest).megabytes <= MOST


def test_the_commands_of_a_room_without_a_network_are_those_that_are_tried():
    blocks = re.findall(r"^```sh\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)
    (room,) = (block.splitlines() for block in blocks if "--no-index" in block)
    tried = [line.strip().rstrip("'").replace("--quiet ", "") for line in (ROOT / ".ci/run").read_text().splitlines()]
    assert [command for command in room if command not in tried] == [room[-1]]  # which opens JupyterLab
    assert "jupyter lab" in room[-1]


# The stick


@pytest.mark.skipif(not shutil.which("uv"), reason="uv knows what each system needs")
def test_each_system_gets_what_it_needs(monkeypatch):
    monkeypatch.setenv("UV_OFFLINE", "1")
    try:
        lists = {name: set(usb_stick.needed("3.12", system).split()) for name, system in usb_stick.SYSTEMS.items()}
    except subprocess.CalledProcessError:
        pytest.skip("uv has not seen these packages yet")
    binder = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"][-1]["pip"]
    assert lists["linux"] == set(binder)
    assert {pin.partition("==")[0] for pin in lists["windows"] - lists["linux"]} == {"colorama", "pywinpty"}
    assert {pin.partition("==")[0] for pin in lists["macos"] - lists["linux"]} == {"appnope"}


# The lessons for nbgrader


def source(path: Path) -> nbformat.NotebookNode:
    return nbgrader_source.graded(nbformat.read(path, as_version=4))


def marked(notebook: nbformat.NotebookNode, what: str) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get(what)]


def for_learners(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """What nbgrader makes of it: an empty line stands for a solution, whatever it was."""
    for cell in notebook.cells:
        cell.source = re.sub(
            r"^### BEGIN SOLUTION\n.*^### END SOLUTION$", "", cell.source, flags=re.DOTALL | re.MULTILINE
        )
    return notebook


def failures(notebook: nbformat.NotebookNode) -> list[str]:
    """Run it, and give the names of the tests that fail; no other cell may fail, but one that does so on purpose."""
    NotebookClient(notebook, kernel_name="python3", timeout=120, allow_errors=True).execute(cwd=str(ROOT / "notebooks"))
    failed = [cell for cell in notebook.cells if any(o.output_type == "error" for o in cell.get("outputs", []))]
    failed = [cell for cell in failed if "raises-exception" not in cell.metadata.get("tags", [])]
    return [cell.metadata["nbgrader"]["grade_id"] for cell in failed]


def test_every_exercise_but_the_first_is_graded():
    tests = [cell for path in LESSONS for cell in marked(source(path), "grade")]
    answers = [cell.metadata["nbgrader"]["grade_id"] for path in LESSONS for cell in marked(source(path), "solution")]
    assert answers == list(EXERCISES)[1:]
    assert [cell.metadata["nbgrader"]["grade_id"] for cell in tests] == [f"test_{name}" for name in answers]
    assert all(cell.metadata["nbgrader"]["points"] == 1 and cell.metadata["nbgrader"]["locked"] for cell in tests)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_learners_get_the_lesson_as_it_is(path):
    lesson, given = nbformat.read(path, as_version=4), for_learners(source(path))
    nbformat.validate(given)
    assert len({cell.id for cell in given.cells}) == len(given.cells)
    tests = marked(given, "grade")
    assert [cell.source for cell in given.cells if cell not in tests] == [cell.source for cell in lesson.cells]


def test_solutions_pass_and_stubs_do_not(monkeypatch, tmp_path):
    monkeypatch.setenv("KHABAR_PROGRESS", str(tmp_path / "progress.json"))
    lesson = next(path for path in LESSONS if path.stem.startswith("02"))
    assert failures(source(lesson)) == []
    tests = [cell.metadata["nbgrader"]["grade_id"] for cell in marked(source(lesson), "grade")]
    assert failures(for_learners(source(lesson))) == tests


def test_what_a_teacher_changed_stays(tmp_path):
    lesson = str(LESSONS[2])
    nbgrader_source.main([str(tmp_path), lesson])
    (written,) = (tmp_path / "source").glob("*/*.ipynb")
    assert marked(nbformat.read(written, as_version=4), "solution")
    written.write_text("mine", encoding="utf-8")
    nbgrader_source.main([str(tmp_path), lesson])
    assert written.read_text(encoding="utf-8") == "mine"
