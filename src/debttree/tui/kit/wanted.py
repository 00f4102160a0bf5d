"""Whether anybody still waits for work in a thread: at its end the program joins every thread that is at work."""

from collections.abc import Callable

from textual.worker import get_current_worker


def is_wanted_here() -> Callable[[], bool]:
    """Return what says, in any thread, whether the worker that calls this has not been cancelled."""
    worker = get_current_worker()
    return lambda: not worker.is_cancelled
