"""Keeps Python's garbage collector from looking again and again through the records of a long story."""

import functools
import gc
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P, R = ParamSpec("P"), TypeVar("R")


def without_collector(work: Callable[P, R]) -> Callable[P, R]:
    """Let the collector rest while `work` runs.

    The collector finds records that point at each other in a circle. A story's words, dates and names point at nothing
    but text, so there is nothing to find; yet with millions of them alive its search took up to half of the time.
    """

    @functools.wraps(work)
    def rested(*args: P.args, **kwargs: P.kwargs) -> R:
        if not gc.isenabled():
            return work(*args, **kwargs)
        gc.disable()
        try:
            return work(*args, **kwargs)
        finally:
            gc.enable()

    return rested
