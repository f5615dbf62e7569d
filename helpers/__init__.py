"""Khabar's helpers: from a saved Arabic news page to a timeline, step by step.

    article = read_article(SEED)
    timeline = build_timeline(article)

Chart, display, widgets and exercises are imported by name: `from helpers.chart import draw_timeline`.
"""

from helpers.article import COURSE, SEED, parse_article, read_article
from helpers.dates import find_dates
from helpers.entities import find_entities
from helpers.normalize import DEFAULT, normalize
from helpers.records import ArticleError
from helpers.statements import find_statements
from helpers.timeline import build_timeline
from helpers.words import sentences, tokens

__all__ = [
    "COURSE",
    "DEFAULT",
    "SEED",
    "ArticleError",
    "build_timeline",
    "find_dates",
    "find_entities",
    "find_statements",
    "normalize",
    "parse_article",
    "read_article",
    "sentences",
    "tokens",
]
