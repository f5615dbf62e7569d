"""How long does it take, and does that grow with the text or with its square? For the tests that measure."""

from collections.abc import Callable
from time import thread_time

from helpers.memory import without_collector


def assert_linear(work: Callable[[str], object], unit: str) -> None:
    """Ten times the text may take thirty times the time, or 0.6 s; a quadratic rule takes a hundred times as long."""

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        return seconds_of(lambda: work(text))

    seconds(1000)  # what is made once, at the first call, doesn't count
    assert seconds(200_000) < 30 * max(seconds(20_000), 0.02)


def seconds_of(work: Callable[[], object]) -> float:
    """The processor time of `work` in seconds: that the machine is busy with something else is no failure."""
    # The collector looks through all that the tests before this one left, which has nothing to do with this one.
    work = without_collector(work)
    start = thread_time()
    work()
    return thread_time() - start
