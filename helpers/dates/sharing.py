"""Resolves expressions that belong together: one takes from another the month, the year or the week that it leaves out.

«شهري يوليو وأغسطس الماضيين», «من 12 إلى 15 نوفمبر», «السبت والأحد المقبلين».
"""

from helpers.dates.context import Context
from helpers.dates.patterns import Expression
from helpers.dates.resolve import Resolution, resolve

MONTHS = ("day_and_month", "month")
_NAMED = (*MONTHS, "weekday")  # expressions that take their year or week from the other end
_YEARS = frozenset({"year", "named_year", "year_when", "this_year", "same_year"})


def is_anchored(expression: Expression) -> bool:
    """Does it say its year or week itself?"""
    return "when" in expression.words or expression.has(_YEARS)


def resolve_each(expressions: list[Expression], link: str, context: Context) -> list[Resolution | None]:
    """Resolve the expressions of a group by the way in which they are linked (see `ranges.Group`)."""
    if link == "":
        return [resolve(expression, context) for expression in expressions]
    if link == "days":
        return _resolve_days(expressions, context)
    expressions = _with_shared_deictic(expressions)
    first, last = expressions[0], expressions[-1]
    if first.pattern in _NAMED and not is_anchored(first) and is_anchored(last):
        return _resolve_backwards(expressions, context)
    resolutions: list[Resolution | None] = []
    for expression in expressions:
        resolutions.append(resolve(expression, _after(expression, resolutions, context)))
    return resolutions


def _resolve_days(expressions: list[Expression], context: Context) -> list[Resolution | None]:
    """Resolve days of one month, and so of one year: the day that lies nearest to what the clause says decides it.

    Of «من 12 إلى 15 نوفمبر» the first day has passed where the clause speaks of the past, the last is still ahead where
    it speaks of the future; with «الماضي» all of them have passed.
    """
    first, last = expressions[0], expressions[-1]
    if "month" not in last.words or last.has(_YEARS):
        return [resolve(expression, context) for expression in expressions]
    when = last.value("when")
    decides = first if (context.direction == -1 if when is None else when > 0) else last
    decided = resolve(decides, context)
    if decided is None or decided.interval is None:
        return [resolve(expression, context) for expression in expressions]
    near = Context(decided.interval[0])
    bare = expressions if when is None else map(_without_deictic, expressions)  # it is the last day's, and all have it
    found = [resolve(expression, near) for expression in bare]
    return [day and Resolution(day.interval, day.kind, decided.because) for day in found]


def _without_deictic(expression: Expression) -> Expression:
    return expression.with_words({group: word for group, word in expression.words.items() if group != "when"})


def _with_shared_deictic(expressions: list[Expression]) -> list[Expression]:
    """Give the first of several weekdays to come the deictic of them all: «السبت والأحد المقبلين»."""
    first, last = expressions[0], expressions[-1]
    if first.pattern != last.pattern or last.pattern != "weekday" or last.value("when") != 1:
        return expressions
    when = {"when": last.words["when"]}
    later = [expression.with_words({"weekday": expression.words["weekday"]}) for expression in expressions[1:]]
    return [first.with_words(first.words | when), *later]


def _after(expression: Expression, resolutions: list[Resolution | None], context: Context) -> Context:
    """Give the context of an expression that follows others in its group."""
    if not resolutions or resolutions[-1] is None or resolutions[-1].interval is None:
        return context
    if expression.pattern in _NAMED and not is_anchored(expression):
        return Context(resolutions[-1].interval[0], 1)
    return context._replace(previous=resolutions[-1].interval)


def _resolve_backwards(expressions: list[Expression], context: Context) -> list[Resolution | None]:
    """Resolve the last expression, and from it, one by one, those before it: «شهري يوليو وأغسطس الماضيين»."""
    resolutions = [resolve(expressions[-1], context)]
    for expression in reversed(expressions[:-1]):
        next_one = resolutions[0]
        if next_one is None or next_one.interval is None:
            resolutions.insert(0, resolve(expression, context))
        else:
            resolution = resolve(expression, Context(next_one.interval[0], -1))
            resolutions.insert(0, resolution and resolution._replace(kind=next_one.kind))
    return resolutions
