"""Work in the background of which only the newest counts: what a newer one has overtaken is skipped, none is lost."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

PATIENCE = 1.0
"""Seconds that the screen waits for a slow disk. Past them it goes on, and says that the step is not saved yet."""

Given = TypeVar("Given")
Result = TypeVar("Result")


class Latest(Generic[Given, Result]):
    """Does work in order, one after the other, whoever asks for it and in whichever thread.

    Args:
        do: does it; a result of None tells nothing.
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
        """Leave something to be done; whether somebody must call `work` for it."""
        with self._lock:
            self._waiting = [given]
            needed, self._busy = not self._busy, True
        return needed

    def work(self) -> list[Result]:
        """Work until nothing waits; the results that tell something."""
        with self._working:
            found = [self._do(given) for waiting in iter(self._next, None) for given in waiting]
        return [result for result in found if result is not None]

    def _next(self) -> list[Given] | None:
        with self._lock:
            waiting, self._waiting = self._waiting, []
            self._busy = bool(waiting)
        return waiting or None
