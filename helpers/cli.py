"""The command `khabar`: a story's timeline in the terminal and in files, a copy of the course, a report on a class."""

import argparse
import importlib.metadata
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import helpers
from helpers.article import COURSE
from helpers.export import WRITERS, file_format, save
from helpers.plain import EVENT_COLUMNS, LRM, RLM, event_rows, plain_table
from helpers.records import Article, ArticleError, Timeline
from helpers.safe import copy_all, one_line

FORMATS = (*WRITERS, "pdf", "png", "svg")
COURSE_FILES = ("notebooks/**/*", "seeds/**/*", "docs/*.md")
NOT_COPIED = (".ipynb_checkpoints", "__pycache__", "progress.json")

EXAMPLES = """\
examples:
  khabar timeline
  khabar timeline STORY.txt --published 2020-11-13 --out timeline.svg --out events.csv
  khabar course my-course
  khabar report handed-in --out report.html
"""
TIMELINE_EXAMPLES = """\
examples:
  khabar timeline                             the story of the course
  khabar timeline STORY.txt                   a story of your own
  khabar timeline STORY.txt --published 2020-11-13 --out timeline.png --out events.ics

formats of --out, told by the file's ending:
  png, svg, pdf   a picture (in the direction and language that you ask for)
  csv             a table for a spreadsheet
  json            TimelineJS 3
  ics             a calendar (iCalendar)
"""
REPORT_EXAMPLES = """\
Learners hand in progress.json, which lies beside their notebooks. It holds none of their code, and none is run. Put the
files into one folder, each with its learner's name (maryam.json), or in a folder of that name (maryam/progress.json).

examples:
  khabar report handed-in                     in the terminal
  khabar report handed-in --out report.html   a page
  khabar report handed-in --out report.csv    a row for each learner and exercise
"""
UNSHOWN = (
    "khabar: this terminal can't show Arabic, so each letter stands as a code such as \\u0627; "
    "set PYTHONUTF8=1 for a terminal that can, or draw a picture with --out timeline.svg."
)


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one sentence, like all others of this program."""

    def error(self, message: str) -> None:
        raise ArticleError(f"{message} (see {self.prog} --help).")


class ShowVersion(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser, namespace, values, option_string=None) -> None:
        print(f"khabar {importlib.metadata.version('khabar')}")
        parser.exit()


def main(argv: Sequence[str] | None = None) -> int:
    """Run `khabar` and return its exit status: 0, or 2 where an ArticleError had to be told, or 130 after Ctrl-C."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")
    try:
        try:
            arguments = _parser().parse_args(argv)
            arguments.run(arguments)
        finally:
            sys.stdout.flush()
    except ArticleError as error:
        print(f"khabar: {one_line(str(error))}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader has seen enough. What Python still holds for it goes nowhere, so that leaving makes no noise.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        return 130
    return 0


def _parser() -> Parser:
    layout = {"formatter_class": argparse.RawDescriptionHelpFormatter}
    parser = Parser(prog="khabar", description="From an Arabic news story to a timeline.", epilog=EXAMPLES, **layout)
    parser.add_argument("--version", action=ShowVersion, nargs=0, help="show the version and leave")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    about = "Print a story's timeline as a table, and write it to files."
    timeline = commands.add_parser("timeline", help=about, description=about, epilog=TIMELINE_EXAMPLES, **layout)
    timeline.add_argument("story", nargs="?", metavar="STORY", help="a text file (default: the story of the course)")
    timeline.add_argument("--published", metavar="YYYY-MM-DD", help="the day of publication, if the page names none")
    timeline.add_argument(
        "--out", metavar="FILE", type=Path, action="append", default=[], help="a file to write; repeat at will"
    )
    timeline.add_argument("--direction", choices=("rtl", "ltr"), default="rtl", help="of a picture (default: rtl)")
    timeline.add_argument("--language", choices=("ar", "en"), default="ar", help="of a picture's frame (default: ar)")
    timeline.set_defaults(run=_timeline)

    about = "Copy the notebooks and their story into a folder of your own."
    course = commands.add_parser("course", help=about, description=f"{about} No file that is there is touched.")
    course.add_argument("folder", metavar="FOLDER", type=Path)
    course.set_defaults(run=_course)

    about = "Join the progress files of a class into one table."
    report = commands.add_parser("report", help=about, description=about, epilog=REPORT_EXAMPLES, **layout)
    report.add_argument("folder", metavar="FOLDER", type=Path, help="where the files are, in folders or not")
    report.add_argument(
        "--out", metavar="FILE", type=Path, action="append", default=[], help="a file to write: html, csv or txt"
    )
    report.set_defaults(run=_class_report)
    return parser


def _timeline(arguments: argparse.Namespace) -> None:
    for path in arguments.out:
        file_format(path, FORMATS)
    article = helpers.read_article(arguments.story or helpers.SEED, arguments.published)
    timeline = helpers.build_timeline(article)
    # Files first: they get written even where the reader of the table goes away, as `head` does.
    for path in arguments.out:
        _write(timeline, path, arguments)
    _show(_report(timeline, article), *(f"Wrote {path}" for path in arguments.out))


def _write(timeline: Timeline, path: Path, arguments: argparse.Namespace) -> None:
    if file_format(path, FORMATS) in WRITERS:
        save(timeline, path)
        return
    from helpers.chart import draw_timeline  # loads matplotlib

    draw_timeline(timeline, arguments.direction, arguments.language).save(path)


def _report(timeline: Timeline, article: Article) -> str:
    """What the terminal shows, fitted to it; in a pipe or a file each event keeps to its one line."""
    unknown = f"{article.note} Give it with --published YYYY-MM-DD."
    day = f"Published {timeline.published}" if timeline.published else unknown
    table = plain_table(EVENT_COLUMNS, event_rows(timeline), _room())
    head = filter(None, [one_line(timeline.title), one_line(day), one_line(article.file_note)])
    parts = ["\n".join(head), table if timeline.events else "No event has a day."]
    if timeline.unresolved:
        because = [f"  «{one_line(mention.text)}»: {one_line(mention.because)}" for mention in timeline.unresolved]
        parts.append("\n".join(["Dates that stay open:", *because]))
    return "\n\n".join(parts) + "\n"


def _room() -> int | None:
    """The terminal's columns; None for a pipe or a file."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _show(*lines: str) -> None:
    text = "\n".join(lines)
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        print(UNSHOWN, file=sys.stderr)
        text = text.replace(RLM, "").replace(LRM, "")
    print(text)


def _course(arguments: argparse.Namespace) -> None:
    found = sorted(path for pattern in COURSE_FILES for path in COURSE.glob(pattern))
    sources = [path for path in found if path.is_file() and not set(path.parts) & set(NOT_COPIED)]
    if not sources:
        raise ArticleError(f"There are no notebooks in {COURSE}: run khabar from a clone of the course.")
    targets = [arguments.folder / source.relative_to(COURSE) for source in sources]
    for target in targets:
        if os.path.lexists(target):
            raise ArticleError(f"{target} is there already, so nothing was copied: choose another folder.")
    copy_all(sources, targets)
    first = arguments.folder / "notebooks" / "00_start_here.ipynb"
    quoted = subprocess.list2cmdline if os.name == "nt" else shlex.join
    command = quoted(["jupyter", "lab", f"--notebook-dir={arguments.folder}", str(first)])
    _show(f"The course is in {arguments.folder}. Begin with:\n\n  {command}")


def _class_report(arguments: argparse.Namespace) -> None:
    from helpers import report  # with all exercises, which nobody else needs here

    for path in arguments.out:
        file_format(path, report.WRITERS)
    read = report.read_class(arguments.folder)
    for path in arguments.out:
        report.save(read, path)
    _show(report.to_text(read, _room()), *(f"Wrote {path}" for path in arguments.out))
