"""Tell work in a thread that it is no longer needed: at its end the program waits for all threads."""

from collections.abc import Callable

from textual.worker import get_current_worker


def is_wanted_here() -> Callable[[], bool]:
    """Return a function that says, in any thread, whether the worker that called this is not cancelled."""
    worker = get_current_worker()
    return lambda: not worker.is_cancelled
