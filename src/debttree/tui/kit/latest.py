"""Keeping the journey beside the keys: the newest one is saved in a thread, in order, and none is lost."""

from collections.abc import Callable
from threading import Lock

from debttree.journey import Journey
from debttree.model import Message

Save = Callable[[Journey, str], Message | None]
"""Saves a journey and the language it is walked in; what it returns must be shown."""


class Keeping:
    """Saves the newest journey; those that a newer one has overtaken meanwhile are skipped."""

    def __init__(self, save: Save) -> None:
        self._save = save
        self._waiting: tuple[Journey, str] | None = None
        self._busy = False
        self._lock = Lock()
        self._saving = Lock()
        """Held while anything is saved: who wants to be sure that all is, waits for it."""

    def put(self, journey: Journey, language: str) -> bool:
        """Leave a journey to be saved; whether somebody must call `work` for it."""
        with self._lock:
            self._waiting = (journey, language)
            needed, self._busy = not self._busy, True
        return needed

    def work(self) -> list[Message]:
        """Save until nothing waits; what the person must know."""
        notices = []
        with self._saving:
            while (waiting := self._next()) is not None:
                notice = self._save(*waiting)
                if notice is not None:
                    notices.append(notice)
        return notices

    def _next(self) -> tuple[Journey, str] | None:
        with self._lock:
            waiting, self._waiting = self._waiting, None
            self._busy = waiting is not None
        return waiting
