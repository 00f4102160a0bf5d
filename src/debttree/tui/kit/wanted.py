"""Tell work in a thread that it is no longer needed: at its end the program waits for all threads."""

from collections.abc import Callable
from time import monotonic, sleep

from textual.worker import get_current_worker


def is_wanted_here() -> Callable[[], bool]:
    """Return a function that says, in any thread, whether the worker that called this is not cancelled."""
    worker = get_current_worker()
    return lambda: not worker.is_cancelled


_GLANCE = 0.05
"""Seconds between two looks at whether somebody still waits."""


def until_quiet(last: Callable[[], float], seconds: float, is_wanted: Callable[[], bool]) -> None:
    """Wait, in a thread, until nothing has been done for a while: a thread at work takes half of the time of the keys.

    Args:
        last: when something was done last, on the clock that runs on.
        seconds: how long a while is.
        is_wanted: whether anybody still waits.
    """
    while is_wanted() and (left := last() + seconds - monotonic()) > 0:
        sleep(min(left, _GLANCE))
