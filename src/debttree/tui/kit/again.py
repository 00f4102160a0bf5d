"""Work beside the keys that must be done once more where something changed meanwhile."""

from threading import Lock


class Again:
    """Remembers whether work is under way, and whether it was asked for since it began."""

    def __init__(self) -> None:
        self._busy = self._asked = False
        self._lock = Lock()

    def ask(self) -> bool:
        """Ask for the work; whether somebody must begin it."""
        with self._lock:
            self._asked = True
            begins, self._busy = not self._busy, True
        return begins

    def begins(self) -> bool:
        """Whether there is work to do; if not, it is over until it is asked for."""
        with self._lock:
            self._busy, self._asked = self._asked, False
            return self._busy
