"""Whether anybody still waits for work in a thread: at its end the program joins every thread that is at work."""

from collections.abc import Callable
from time import monotonic, sleep

from textual.worker import get_current_worker


def is_wanted_here() -> Callable[[], bool]:
    """Return what says, in any thread, whether the worker that calls this has not been cancelled."""
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
