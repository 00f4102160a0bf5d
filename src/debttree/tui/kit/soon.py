"""Keeping what is being typed, while it is typed: a crash costs some seconds of it at most."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from textual.timer import Timer

KEPT_AFTER = 3.0
"""Seconds of typing that a crash may cost at most in a journey; oftener, typing would wait for a slow disk."""


class Soon:
    """Calls something some seconds after it was wished for first, once for all wishes until then.

    Args:
        on: what is alive as long as it may be called.
        seconds: from the first wish on.
        call: what is called.
    """

    def __init__(self, on: MessagePump, seconds: float, call: Callable[[], None]) -> None:
        self._on = on
        self._seconds = seconds
        self._call = call
        self._timer: Timer | None = None

    def wish(self) -> None:
        """Let it be called soon."""
        if self._timer is None:
            self._timer = self._on.set_timer(self._seconds, self._do)

    def _do(self) -> None:
        self._timer = None
        self._call()
