"""Keeping the journey: each step is on the disk before it is on the screen, unless the disk is very slow.

A step that is painted and then saved is lost where the program is killed in between: seen in 2 of 52 runs that were
killed at random moments, when the thread that saved had to share the interpreter with the paint and the prospects.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock

from debttree.journey import Journey
from debttree.model import Message

Save = Callable[[Journey, str], Message | None]
"""Saves a journey and the language it is walked in; what it returns must be shown."""

PATIENCE = 1.0
"""Seconds that the screen waits for the disk. Past them it goes on, and says that the step is not saved yet."""


class Keeping:
    """Saves the newest journey in a thread of its own; those that a newer one has overtaken are skipped."""

    def __init__(self, save: Save) -> None:
        self._save = save
        self._waiting: tuple[Journey, str] | None = None
        self._lock = Lock()
        self._saver = ThreadPoolExecutor(1, thread_name_prefix="keeping")

    def put(self, journey: Journey, language: str) -> Future[list[Message]]:
        """Save a journey; the result, once it is saved, is what the person must know."""
        with self._lock:
            self._waiting = (journey, language)
        return self.finish()

    def finish(self) -> Future[list[Message]]:
        """Save what still waits; done once all of it is."""
        return self._saver.submit(self._work)

    def _work(self) -> list[Message]:
        with self._lock:
            waiting, self._waiting = self._waiting, None
        notice = self._save(*waiting) if waiting is not None else None
        return [] if notice is None else [notice]
