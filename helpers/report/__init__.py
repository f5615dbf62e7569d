"""What a class has solved: the progress files that learners hand in, joined into one table for their teacher.

It runs nobody's code: a progress file holds an exercise's name, whether it is solved, after how many tries, and what
went wrong last. `handed_in` reads a folder, `turns` says what goes wrong, and `telling`, `page` and `rows` write the
report as plain text, HTML and CSV.
"""

from collections.abc import Callable
from pathlib import Path

from helpers.export import file_format
from helpers.report.handed_in import ClassReport, read_class
from helpers.report.page import to_html
from helpers.report.rows import to_csv
from helpers.report.telling import to_text
from helpers.safe import write_atomically

__all__ = ["WRITERS", "ClassReport", "read_class", "save", "to_csv", "to_html", "to_text"]

# With a byte order mark, without which Excel reads a CSV file in the system's own code page.
WRITERS: dict[str, Callable[[ClassReport], bytes]] = {
    "csv": lambda report: to_csv(report).encode("utf-8-sig"),
    "html": lambda report: to_html(report).encode("utf-8"),
    "txt": lambda report: to_text(report).encode("utf-8"),
}


def save(report: ClassReport, path: Path) -> None:
    """Write a report as a page, a table or text, as the file's ending asks for (.html, .csv, .txt)."""
    write_atomically(path, WRITERS[file_format(path, WRITERS)](report))
