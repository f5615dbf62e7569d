"""Run every notebook from the top and write it back, so that the same code gives the same bytes.

    uv run tools/execute.py            run and write all of notebooks/
    uv run tools/execute.py --check    write nothing, name the notebooks that would change

What differs from run to run or from machine to machine is not kept: timing, widget state, Python's version, random
cell ids. A cell whose output tells of the machine on purpose carries the tag `nbval-ignore-output`, a cell that fails
on purpose `raises-exception`.
"""

import argparse
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"  # names a model by a random id
SECONDS_A_CELL = 120
OF_THIS_MACHINE = re.compile(
    r"(?<![\w./])(?:/(?:home|root|Users|private|tmp|var|opt|mnt|usr)/\w|~/\w|[A-Za-z]:\\\w)\S*"  # absolute paths
    r"|\b0x[0-9a-fA-F]{6,}\b"  # memory addresses
)


class NotebookError(Exception):
    """A notebook whose outputs can't be kept, said in one sentence that tells the author what to do."""


def tags(cell: NotebookNode) -> list[str]:
    """The tags of a cell."""
    return cell.metadata.get("tags", [])


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    """The code cells of a notebook."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def tidy(notebook: NotebookNode) -> None:
    """Drop what earlier runs left, and number the cells."""
    notebook.nbformat_minor = 5  # the first that has cell ids
    for number, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cell-{number:02}"
        cell.metadata.pop("execution", None)
    for cell in code_cells(notebook):
        cell.outputs, cell.execution_count = [], None


def texts(output: NotebookNode) -> Iterator[str]:
    """All that a reader sees of an output as text, pictures left out."""
    yield from output.get("traceback", [])
    yield output.get("text", "")
    for kind, data in output.get("data", {}).items():
        if not kind.startswith("image/") or kind == "image/svg+xml":
            yield data if isinstance(data, str) else json.dumps(data)


def verify(output: NotebookNode, cell: NotebookNode) -> None:
    """Raise NotebookError for an output that is a failure or would differ on another machine."""
    if output.output_type == "error" and "raises-exception" not in tags(cell):
        raise NotebookError(f"it fails with {output.ename}: {output.evalue}; mend it or tag it raises-exception.")
    for text in texts(output):
        if found := OF_THIS_MACHINE.search(text):
            raise NotebookError(f"its output holds {found[0]!r}, which differs elsewhere; mend it not to show that.")


def run(path: Path) -> NotebookNode:
    """The notebook at `path`, run in a kernel of its own, for a learner who has solved nothing."""
    with tempfile.TemporaryDirectory() as folder:
        return _run(path, {"PYTHONHASHSEED": "0", "KHABAR_PROGRESS": os.path.join(folder, "progress.json")})


def _run(path: Path, environment: dict[str, str]) -> NotebookNode:
    notebook = nbformat.read(path, as_version=4)
    tidy(notebook)
    NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=SECONDS_A_CELL,
        allow_errors=True,
        record_timing=False,
        store_widget_state=False,
        coalesce_streams=True,
    ).execute(cwd=str(path.parent), env={**os.environ, **environment})
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in code_cells(notebook):
        for output in cell.outputs:
            output.get("data", {}).pop(WIDGET_VIEW, None)
            try:
                verify(output, cell)
            except NotebookError as error:
                raise NotebookError(f"{path.name}, {cell.id}: {error}") from None
    return notebook


def as_bytes(notebook: NotebookNode) -> bytes:
    """The notebook as its file holds it."""
    return (nbformat.writes(notebook) + "\n").encode("utf-8")


def is_current(path: Path) -> bool:
    """Whether a run gives the stored bytes, but for cells that tell of the machine."""
    executed, stored = run(path), nbformat.read(path, as_version=4)
    for new, old in zip(executed.cells, stored.cells, strict=True):
        if "nbval-ignore-output" in tags(new):
            new.outputs = old.outputs
    return as_bytes(executed) == path.read_bytes()


def main(arguments: list[str] | None = None) -> None:
    """Run the notebooks that are named, or all; end with a sentence if one of them can't be kept."""
    parser = argparse.ArgumentParser(description="Run the notebooks and write them back reproducibly.")
    parser.add_argument("--check", action="store_true", help="write nothing, name the notebooks that would change")
    parser.add_argument("notebook", nargs="*", type=Path, help="default: all in notebooks/")
    options = parser.parse_args(arguments)
    paths = options.notebook or sorted(NOTEBOOKS.glob("*.ipynb"))
    try:
        if not options.check:
            for path in paths:
                path.write_bytes(as_bytes(run(path)))
        elif changed := [path.name for path in paths if not is_current(path)]:
            sys.exit(f"{', '.join(changed)} would change: run tools/execute.py and look at the difference.")
    except NotebookError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
