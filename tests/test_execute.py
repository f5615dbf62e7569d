"""tools/execute.py writes notebooks back byte for byte, or says in a sentence why it can't."""

import json
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from tools.execute import NOTEBOOKS, NotebookError, main, verify

CELLS = [
    new_markdown_cell("# خبر"),
    new_code_cell("print('الخميس'); print(hash('خبر'))", metadata={"execution": {"iopub.status.idle": "12:30"}}),
    new_code_cell("import sys, ipywidgets; print(1); print(2, file=sys.stderr); print(3)"),
    new_code_cell("ipywidgets.HTML('الجمعة')"),
    new_code_cell("{'تموز', 'يوليو', 'حزيران'}"),
    new_code_cell("1 / 0", metadata={"tags": ["raises-exception"]}),
    new_code_cell("import os; print(os.getpid())", metadata={"tags": ["nbval-ignore-output"]}),
]


def save(path: Path, *cells: nbformat.NotebookNode) -> Path:
    """Write a notebook of these cells, as an editor would save it."""
    metadata = {"language_info": {"name": "python", "version": "3.99"}, "widgets": {"state": {}}}
    nbformat.write(new_notebook(cells=cells, metadata=metadata), path)
    return path


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notebook with all that could differ from run to run, executed once."""
    path = save(tmp_path_factory.mktemp("lesson") / "lesson.ipynb", *CELLS)
    main([str(path)])
    return path


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (save(tmp_path / name, *CELLS[:-1]) for name in ("first.ipynb", "second.ipynb"))
    main([str(first), str(second)])
    assert first.read_bytes() == second.read_bytes()


def test_check_passes_what_is_current_but_for_a_cell_that_tells_of_the_machine(executed: Path) -> None:
    main(["--check", str(executed)])


def test_the_file_holds_only_what_lasts(executed: Path) -> None:
    text = executed.read_text(encoding="utf-8")
    notebook = json.loads(text)
    assert text.endswith("}\n")
    assert "الخميس" in text
    assert notebook["metadata"]["language_info"] == {"name": "python"}
    assert set(notebook["metadata"]) == {"kernelspec", "language_info"}
    assert [cell["id"] for cell in notebook["cells"]] == [f"cell-{n:02}" for n in range(1, len(CELLS) + 1)]
    assert [cell["execution_count"] for cell in notebook["cells"][1:]] == list(range(1, len(CELLS)))
    assert "execution" not in notebook["cells"][1]["metadata"]
    assert "widget-view" not in text


def test_check_names_a_notebook_that_would_change_and_leaves_it(executed: Path) -> None:
    text = executed.read_text(encoding="utf-8")
    stale = executed.with_name("stale.ipynb")
    stale.write_text(text.replace("ZeroDivisionError", "ValueError"), encoding="utf-8")
    with pytest.raises(SystemExit, match=r"stale\.ipynb would change"):
        main(["--check", str(stale)])
    assert "ZeroDivisionError" not in stale.read_text(encoding="utf-8")


def test_a_notebook_that_fails_is_not_written(tmp_path: Path) -> None:
    path = save(tmp_path / "broken.ipynb", new_code_cell("1 / 0"))
    before = path.read_bytes()
    with pytest.raises(SystemExit, match=r"broken\.ipynb, cell-01: it fails with ZeroDivisionError"):
        main([str(path)])
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "text",
    [
        "saved as /home/layla/timeline.svg",
        'File "/tmp/ipykernel_12/34.py", line 1',
        "C:\\Users\\layla",
        "~/lessons/00.ipynb",
        "<function f at 0x7f1c2d3e4f50>",
    ],
)
def test_paths_and_addresses_are_refused(text: str) -> None:
    for output in (
        new_output("stream", text=text),
        new_output("display_data", data={"text/html": f"<p>{text}</p>"}),
        new_output("error", ename="E", evalue="", traceback=[text]),
    ):
        with pytest.raises(NotebookError, match="differs elsewhere"):
            verify(output, new_code_cell(metadata={"tags": ["raises-exception"]}))


@pytest.mark.parametrize("text", ["15 نوفمبر/ تشرين ثان", "https://example.org/home/page", "9/11/2020", "U+0x627"])
def test_ordinary_text_is_kept(text: str) -> None:
    verify(new_output("stream", text=text), new_code_cell())


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.name)
def test_every_code_cell_of_a_lesson_was_run_in_order(path: Path) -> None:
    # nbval passes a cell that was never run, because it then compares nothing.
    counts = [cell.execution_count for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))
    assert counts
