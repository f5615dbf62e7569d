"""Writes a date as TimeML does, the field's markup for time.

Its rules: https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html#timex3. A day, a month and a year
stand as in ISO 8601. Any other stretch is written as ISO 8601 writes an interval, its first and its last day with a
slash between; TimeML would mark both ends and link them (beginPoint, endPoint).

Not handled: TimeML's own forms for weeks (2020-W46), quarters (2020-Q4), seasons (2020-FA) and decades (202).
"""

from calendar import monthrange
from datetime import date

from helpers.records import DateMention

_MODS = {"start": "START", "middle": "MID", "end": "END"}


def timex3(mention: DateMention) -> dict[str, str]:
    """Give the attributes of a date's TIMEX3 tag: `type`, `value`, and `mod` where only a part of its days is meant.

    >>> from helpers.dates import find_dates
    >>> timex3(*find_dates("نهاية نوفمبر 2020"))
    {'type': 'DATE', 'value': '2020-11', 'mod': 'END'}
    """
    mod = {"mod": _MODS[mention.part]} if mention.part else {}
    return {"type": "DATE", "value": _value(mention.first, mention.last), **mod}


def _value(first: date | None, last: date | None) -> str:
    """Write the days from first to last; a digit that isn't known is an X. `score.interval` reads all but these."""
    if first is None or last is None:
        return "XXXX-XX-XX"
    if first == last:
        return f"{first}"
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return f"{first}"[:4]
    if first.day == 1 and last == first.replace(day=monthrange(first.year, first.month)[1]):
        return f"{first}"[:7]
    return f"{first}/{last}"
