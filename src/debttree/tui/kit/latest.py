"""Background work of which only the newest counts: tasks that a newer one has overtaken are skipped."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

PATIENCE = 1.0
"""Seconds that the screen waits for a slow disk; after them it goes on, and says that the step is not saved yet."""

Given = TypeVar("Given")
Result = TypeVar("Result")


class Latest(Generic[Given, Result]):
    """Does tasks in order, one after the other, from any thread.

    Args:
        do: does a task; its result is collected unless it is None.
    """

    def __init__(self, do: Callable[[Given], Result | None]) -> None:
        self._do = do
        self._waiting: list[Given] = []
        """What waits to be done: one at most."""
        self._busy = False
        self._lock = Lock()
        self._working = Lock()
        """Held while anything is done: who wants to be sure that all is, waits for it."""

    def put(self, given: Given) -> bool:
        """Add a task, and return whether the caller must call `work`."""
        with self._lock:
            self._waiting = [given]
            needed, self._busy = not self._busy, True
        return needed

    def work(self) -> list[Result]:
        """Work until no task waits, and return the results."""
        with self._working:
            found = [self._do(given) for waiting in iter(self._next, None) for given in waiting]
        return [result for result in found if result is not None]

    def _next(self) -> list[Given] | None:
        with self._lock:
            waiting, self._waiting = self._waiting, []
            self._busy = bool(waiting)
        return waiting or None
