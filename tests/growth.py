"""Does the time grow with the text, or with its square? For tests of hostile input."""

from collections.abc import Callable
from time import thread_time

from helpers.memory import without_collector


def assert_linear(work: Callable[[str], object], unit: str) -> None:
    """Ten times the text may take thirty times the time, or 0.6 s; a quadratic rule takes a hundred times as long."""

    # The collector looks through all that the tests before this one left, which has nothing to do with the text.
    work = without_collector(work)

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = thread_time()
        work(text)
        return thread_time() - start

    seconds(1000)  # what is made once, at the first call, doesn't count
    assert seconds(200_000) < 30 * max(seconds(20_000), 0.02)
