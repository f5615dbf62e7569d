"""What a lesson shows: a marked story, a list or a table, right to left, each as HTML and as plain text.

The HTML is styled inline, as JupyterLab drops style sheets from a notebook that it doesn't trust; `right_to_left` is
one, and nothing leans on it. Whatever has a background has its own text colour too, so that it reads in the light theme
and in the dark one.
"""

from helpers.display.marking import SPARE_STYLES, STYLES, highlight, label_of
from helpers.display.tables import show_list, table, timeline_table
from helpers.display.view import View, right_to_left

__all__ = [
    "SPARE_STYLES",
    "STYLES",
    "View",
    "highlight",
    "label_of",
    "right_to_left",
    "show_list",
    "table",
    "timeline_table",
]
