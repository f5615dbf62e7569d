"""Are dates found again? Writes days of 1990 to 2035 in each form of the Arabic press, and finds them.

    uv run benchmarks/date_forms.py            # each form on a share of the days: seconds
    uv run benchmarks/date_forms.py --all      # each form on each day: some minutes, two processes
    uv run benchmarks/date_forms.py --table    # the examples, as docs/date_forms.md lists them

Right is a date with the same words, first and last day, kind and part, and nothing else found beside it. The command
ends in 1 where one is wrong.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from datetime import date
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

from tests.date_forms import DATA, DAYS, FORMS, SCRIPTS, Form, Written, found, sample, write

ROOT = Path(__file__).resolve().parent.parent
SHOWN = 3  # failures of a form
EXAMPLE = date(2020, 8, 9)


class Tally(NamedTuple):
    """How often a form was written, found (with other days, perhaps) and found right, and the first that were not."""

    written: int
    found: int
    right: int
    failures: list[str]


def days_of(form: Form, every_day: bool) -> list[date]:
    return [day for day in DAYS if form.fits(day)] if every_day else sample(form)


def count_of_finds() -> int:
    """How many finds a full run makes."""
    return sum(len(DAYS) if form.only is None else len(days_of(form, True)) for form in FORMS)


def tally(job: tuple[int, bool]) -> Tally:
    """Write and find one form, named by its place in FORMS."""
    number, every_day = job
    form = FORMS[number]
    days, seen, right, failures = days_of(form, every_day), 0, 0, []
    for day in days:
        written = write(form, day)
        got = found(written.text, written.published)
        seen += [text for text, *_ in got] == [text for text, *_ in written.expect]
        right += got == written.expect
        if got != written.expect and len(failures) < SHOWN:
            failures.append(f"{written}, found {got}")
    return Tally(len(days), seen, right, failures)


def run(every_day: bool) -> bool:
    """Print each form's line, its first failures and the sum; tell whether all were right."""
    written = right = 0
    with Pool(2) as pool:
        tallies = pool.imap(tally, [(number, every_day) for number in range(len(FORMS))])
        for form, (count, seen, good, failures) in zip(FORMS, tallies, strict=True):
            print(f"{count:6} written {seen:6} found {good:6} right {count - good:5} wrong  {form.pattern}", flush=True)
            print("".join(f"    {failure}\n" for failure in failures), end="")
            written, right = written + count, right + good
    print(f"{len(FORMS)} forms, {len(DAYS):,} days, {written:,} finds, {right:,} right, {written - right:,} wrong")
    return written == right


def example(form: Form) -> Written:
    """Write 9 August 2020, or the last day before it that fits; in a sentence where the verb matters."""
    sentence = "{}" if form.seen == "any" else DATA["sentences"][form.sentences][0]
    return write(form, form.fitting(EXAMPLE), sentences=[sentence], scripts=SCRIPTS[:1])


def table() -> Iterator[str]:
    """Yield the lines of the table of forms: bold is what is found, where there is more than that."""
    yield "| Arabic | how it is written | the days found | read on |"
    yield "|---|---|---|---|"
    title = ""
    for form in FORMS:
        if form.title != title:
            title = form.title
            yield f"| **{title}** | | | |"
        yield row(form, example(form))


def row(form: Form, written: Written) -> str:
    arabic, rest = "", written.text
    for text, *_ in written.expect:
        before, _, rest = rest.partition(text)
        arabic += f"{before}<b>{text}</b>"
    arabic = re.sub(r"^<b>([^<]*)</b>$", r"\1", arabic + rest)
    days = "; ".join(f"{first}" if first == last else f"{first} to {last}" for _, first, last, *_ in written.expect)
    seen = "any day" if form.seen == "any" else written.published
    return f'| <span dir="rtl" lang="ar">{arabic}</span> | {form.meaning} | {days} | {seen} |'


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--all", action="store_true", help="each form on each day")
    parser.add_argument("--table", action="store_true", help="the examples, as docs/date_forms.md lists them")
    chosen = parser.parse_args()
    if chosen.table:
        print("\n".join(table()))
        return 0
    return 0 if run(chosen.all) else 1


if __name__ == "__main__":
    sys.exit(main())
