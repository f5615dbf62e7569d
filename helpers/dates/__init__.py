"""When? Finds every calendar expression of a text and resolves it to its first and last day.

The path of a date: `reading` turns words into letters of their kind, `patterns` finds expressions in those letters,
`traps` throws out what is no date, `ranges` joins what belongs together, `resolve` finds the days, and `search` leads
from date to date. `by_hand` marks a date that a reader found, `timex3` writes one as the field does.
"""

from datetime import date

from helpers.dates.by_hand import mark_date
from helpers.dates.search import find
from helpers.dates.timex3 import timex3
from helpers.memory import without_collector
from helpers.normalize import normalize
from helpers.records import DateMention

__all__ = ["find_dates", "mark_date", "timex3"]


@without_collector
def find_dates(text: str, published: date | None = None) -> list[DateMention]:
    """Find the calendar expressions of `text`, in the order in which they stand there.

    `published` is the day of publication, from which «الخميس» or «العام الماضي» are counted; without it they are found
    but not resolved. Where the story itself says «اليوم الأربعاء», its weekday wins over `published`.

    >>> [(d.text, str(d.first)) for d in find_dates("والخميس 12 نوفمبر/ تشرين ثان 2020، وفي 2017")]
    [('الخميس 12 نوفمبر/ تشرين ثان 2020', '2020-11-12'), ('2017', '2017-01-01')]
    """
    normalized = normalize(text)
    mentions = []
    for found in find(normalized.text, published):
        start, end = normalized.original(found.start, found.end)
        first, last = found.resolution.interval or (None, None)
        kind, because = found.resolution.kind, found.resolution.because
        mentions.append(DateMention(start, end, text[start:end], first, last, kind, found.part, because))
    return mentions
