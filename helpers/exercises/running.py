"""Runs a learner's code: for a few seconds at most, with what it prints caught, and without a keyboard.

The code runs in a thread of its own. A thread can't be killed, but Python can raise an exception in it, which ends any
loop written in Python; it is raised again and again, for a loop may catch it. (A trace function could do the same, but
it is switched off as soon as it has raised once, and makes all code ten times slower. A process could be killed, but a
function from a notebook can't be sent to one on Windows.) What waits outside Python, as `time.sleep(1000)` does, is
left behind: the exception meets it when it wakes up.

Not handled: one call into C that never ends and lets no other thread run, as `sum(itertools.repeat(1))`.
"""

import builtins
import contextlib
import ctypes
import io
import time
from _thread import allocate_lock, start_new_thread
from collections.abc import Callable, Iterator

SECONDS = 3.0
SECONDS_TO_STOP = 0.5
PAUSE = 0.01
MOST_PRINTED = 2000  # characters


class TimeIsUp(SystemExit):
    """Raised in code that has run too long; a SystemExit, as a thread that ends by one ends without a word.

    So does a thread that is hit again while it ends. One of `threading.Thread` would have more to do there, and might
    complain of it, or be counted as alive forever.
    """


class Printed(io.StringIO):
    """Keeps the beginning of what is printed."""

    def write(self, text: str) -> int:
        super().write(text[: max(0, MOST_PRINTED - self.tell())])
        return len(text)


def run_within(seconds: float, work: Callable[[], None]) -> None:
    """Do a piece of work; raises TimeoutError where it has not ended in time."""

    running = allocate_lock()
    running.acquire()

    def do() -> None:
        try:
            work()
        finally:
            running.release()

    thread = start_new_thread(do, ())
    ended = False
    try:
        ended = running.acquire(timeout=seconds)
        if not ended:
            raise TimeoutError
    finally:  # the learner may also have pressed the stop button
        if not ended:
            _stop(thread)


def _stop(thread: int) -> None:
    """Raise TimeIsUp in a thread until there is no such thread, for half a second at most."""
    for _ in range(int(SECONDS_TO_STOP / PAUSE)):
        if not ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(TimeIsUp)):
            return
        time.sleep(PAUSE)


@contextlib.contextmanager
def caught_output() -> Iterator[Printed]:
    """Catch what is printed meanwhile; whoever asks the keyboard gets an error."""
    printed, keyboard = Printed(), builtins.input
    builtins.input = _no_keyboard
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
            yield printed
    finally:
        builtins.input = keyboard


def _no_keyboard(prompt: object = "") -> str:
    raise EOFError("nobody can type while an answer is checked")
