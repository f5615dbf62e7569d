"""The report as CSV: a row for each learner and exercise, for a spreadsheet or a program to count."""

import csv
import io

from helpers.exercises.catalogue import LESSONS
from helpers.exercises.keeping import Entry
from helpers.export import no_formula
from helpers.report.handed_in import ClassReport
from helpers.safe import one_line

COLUMNS = ("learner", "lesson", "exercise", "solved", "tries", "last wrong turn")


def to_csv(report: ClassReport) -> str:
    """One row for each learner and exercise, tried or not, every cell between quotation marks and none a formula."""
    table = io.StringIO()
    writer = csv.writer(table, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for one in report.handed:
        for lesson, exercises in LESSONS.items():
            for exercise in exercises:
                entry = one.entries.get(exercise.name, Entry())
                row = (one.learner, lesson, exercise.name, "yes" if entry.solved else "no", entry.tries)
                writer.writerow(no_formula(one_line(str(cell))) for cell in (*row, entry.diagnosis))
    return table.getvalue()
