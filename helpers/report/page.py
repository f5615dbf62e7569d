"""The report as one HTML page that needs nothing else: no script, no network; it can be printed."""

import html
from collections.abc import Iterable

from helpers.exercises.catalogue import EXERCISES, LESSONS
from helpers.exercises.keeping import Entry
from helpers.exercises.telling import in_html, sentence
from helpers.report.handed_in import ClassReport, Handed
from helpers.report.telling import describe, heading, middle, solved, told, tries_of
from helpers.report.turns import Outcome, outcomes, stuck, to_talk_about

STYLE = """
:root { color-scheme: light; }
body { margin: 2em; color: #1f2328; background: #fff; font: 16px/1.5 system-ui, sans-serif; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 14px; }
caption { text-align: start; padding: 4px 0; }
th, td { padding: 4px 8px; border: 1px solid #d1d9e0; text-align: start; vertical-align: top; font-weight: normal; }
thead th { background: #f6f8fa; font-weight: bold; vertical-align: bottom; }
.class thead th span { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; }
.class td { text-align: center; white-space: nowrap; }
.class tbody th, .class .corner { position: sticky; inset-inline-start: 0; background: #f6f8fa; }
.solved { background: #dafbe1; }
.vain { background: #fff1d6; font-weight: bold; }
.open { color: #59636e; }
@media print { body { margin: 0; } .wide { overflow: visible; } table { font-size: 8px; } .class td { padding: 1px; } }
"""
LEGEND = "✓ 2: solved at the second try. ✗ 4: tried four times and not solved. –: not tried."


def to_html(report: ClassReport) -> str:
    """The report as a page."""
    parts = [f"<h1>Class report</h1><p>{_text(heading(report))}.</p>"]
    if report.handed:
        parts += [_list("What to talk about", map(_talk, to_talk_about(report)))]
        parts += [_list("Who is stuck", (_stuck(*row) for row in stuck(report)))]
        parts += [_class_table(report), _exercise_table(report)]
    elsewhere = (f"{_text(one.learner)}: {_text(', '.join(one.elsewhere))}" for one in report.handed if one.elsewhere)
    parts += [_list("Of another version of the course", elsewhere)]
    parts += [_list("Not read", (f"{_text(name)}: {_text(why)}" for name, why in report.unread))]
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Class report</title>'
    return f'<!doctype html>\n<html lang="en"><head>{head}<style>{STYLE}</style></head><body><main>\n' + "\n".join(
        [*filter(None, parts), "</main></body></html>\n"]
    )


def _text(text: object) -> str:
    """A text as HTML; what may be Arabic keeps its own direction."""
    return f'<bdi dir="auto">{html.escape(str(text))}</bdi>'


def _list(title: str, items: Iterable[str]) -> str:
    lines = "".join(f"<li>{item}</li>" for item in items)
    return f"<h2>{title}</h2><ul>{lines}</ul>" if lines else ""


def _talk(outcome: Outcome) -> str:
    return f"{outcome.lesson} <code>{outcome.exercise}</code>: {in_html(sentence(describe(outcome)))}"


def _stuck(learner: str, some: list[tuple[str, int]]) -> str:
    return f"{_text(learner)}: {tries_of(some)}"


def _class_table(report: ClassReport) -> str:
    """Learners by exercises; each lesson's exercises stand under its number."""
    lessons = "".join(f'<th scope="colgroup" colspan="{len(some)}">{number}</th>' for number, some in LESSONS.items())
    names = "".join(f'<th scope="col"><span>{name}</span></th>' for name in EXERCISES)
    corner = '<th class="corner" rowspan="2" scope="col">learner</th><th rowspan="2" scope="col">solved</th>'
    head = f"<thead><tr>{corner}{lessons}</tr><tr>{names}</tr></thead>"
    counts = "".join(f"<td>{each.solved}</td>" for each in outcomes(report))
    total = sum(map(solved, report.handed))
    foot = f'<tfoot><tr><th class="corner" scope="row">solved by</th><td>{total}</td>{counts}</tr></tfoot>'
    body = "".join(map(_learner, report.handed))
    return _table("class", "Learners and exercises", LEGEND, f"{head}<tbody>{body}</tbody>{foot}")


def _learner(one: Handed) -> str:
    cells = "".join(_cell(one.entries.get(name, Entry())) for name in EXERCISES)
    return f'<tr><th scope="row">{_text(one.learner)}</th><td>{solved(one)}</td>{cells}</tr>'


def _cell(entry: Entry) -> str:
    if not entry.tries and not entry.solved:
        return '<td class="open">–</td>'
    kind, sign = ("solved", "✓") if entry.solved else ("vain", "✗")
    return f'<td class="{kind}">{sign}&nbsp;{entry.tries}</td>'


def _exercise_table(report: ClassReport) -> str:
    heads = ("lesson", "exercise", "solved", "tried in vain", "tries of the middle one", "commonest wrong turn")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(map(_exercise, outcomes(report)))
    caption = "The number behind a wrong turn says how many learners took it last."
    return _table("each", "Exercises", caption, f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>")


def _exercise(each: Outcome) -> str:
    turn = in_html(sentence(told(each.turn))) if each.turn else "–"
    numbers = f"<td>{each.solved}</td><td>{each.in_vain}</td><td>{middle(each)}</td>"
    return f'<tr><td>{each.lesson}</td><th scope="row"><code>{each.exercise}</code></th>{numbers}<td>{turn}</td></tr>'


def _table(kind: str, title: str, caption: str, rows: str) -> str:
    """A table that can be scrolled by the keyboard where it is wider than the window."""
    table = f'<table class="{kind}"><caption>{caption}</caption>{rows}</table>'
    return f'<h2>{title}</h2><div class="wide" tabindex="0" role="region" aria-label="{title}">{table}</div>'
