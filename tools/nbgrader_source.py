"""Make nbgrader's source of the lessons that are named: each exercise is an answer, and a test of one point behind it.

    uv run tools/nbgrader_source.py COURSE notebooks/02_normalize.ipynb ...

writes COURSE/source/02_normalize/02_normalize.ipynb, with a solution in each answer, and COURSE/nbgrader_config.py. A
file that is there already stays as it is. What to do then is told in docs/classroom.md.
"""

import argparse
import inspect
import re
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from helpers.exercises.catalogue import find_exercise

# An exercise in a lesson: its answer has its name. (The first one, in lesson 00, has no name: it is for practice.)
CHECK = re.compile(r'\n(check\("(\w+)", \2\))$')
TEST = "from helpers.exercises import passes\n\nassert passes({0!r}, {0}), 'Not yet: the cell above says why.'"
# Learners get the lesson's own stub: an empty line stands where the solution stood.
CONFIG = """\
c = get_config()
c.CourseDirectory.course_id = "khabar"
c.ClearSolutions.code_stub = {"python": ""}
"""


def graded(notebook: NotebookNode) -> NotebookNode:
    """The lesson as nbgrader's source: answers with a solution each, tests, and no outputs."""
    cells = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        cells.append(cell)
        if cell.cell_type == "code" and (found := CHECK.search(cell.source)):
            make_answer(cell, found[2])
            cells.append(make_test(found[2]))
    notebook.cells, notebook.nbformat_minor = cells, 5  # the first that has cell ids
    return notebook


def make_answer(cell: NotebookNode, name: str) -> None:
    """Put a solution before the cell's `check`, and let nbgrader keep what a learner writes there."""
    region = f"### BEGIN SOLUTION\n{solution(name)}\n### END SOLUTION\n"
    cell.source = CHECK.sub(lambda found: region + found[1], cell.source)
    cell.metadata["nbgrader"] = marks(name, solution=True)


def make_test(name: str) -> NotebookNode:
    """The cell behind an answer that fails where it is not right."""
    test = new_code_cell(TEST.format(name), id=f"test-{name.replace('_', '-')}")
    test.metadata["nbgrader"] = marks(f"test_{name}", grade=True, locked=True, points=1)
    return test


def marks(grade_id: str, solution: bool = False, grade: bool = False, locked: bool = False, **points: int) -> dict:
    """What nbgrader wants to know of a cell."""
    kind = {"schema_version": 3, "grade_id": grade_id, "cell_type": "code", "task": False}
    return {**kind, "solution": solution, "grade": grade, "locked": locked, **points}


def solution(name: str) -> str:
    """The reference of an exercise as code that gives the answer its name."""
    exercise = find_exercise(name)
    source = inspect.getsource(exercise.reference).strip()
    return source if exercise.parameters else f"{source}\n\n\n{name} = {name}()"


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(f"Wrote {path}")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("course", type=Path, metavar="COURSE", help="nbgrader's folder of the course")
    parser.add_argument("lesson", type=Path, metavar="LESSON", nargs="+", help="a notebook of notebooks/")
    options = parser.parse_args(arguments)
    write_new(options.course / "nbgrader_config.py", CONFIG)
    for path in options.lesson:
        target = options.course / "source" / path.stem / path.name
        write_new(target, nbformat.writes(graded(nbformat.read(path, as_version=4))) + "\n")


if __name__ == "__main__":
    main()
