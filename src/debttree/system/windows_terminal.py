"""Terminals and signals on Windows: Ctrl+C, the closing of the window, and nothing that stops or goes on."""

import msvcrt
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

assert not TYPE_CHECKING or sys.platform == "win32"  # noqa: S101 - for mypy: what follows is for Windows alone

ENDING: tuple[int, ...] = (signal.SIGINT, signal.SIGBREAK)
"""Signals that ask a program to end; Windows sends the second when the window is closed."""

HANG_UP: int = signal.SIGBREAK
"""What ends a program whose terminal is closed."""

INTERRUPTS: tuple[int, ...] = (signal.SIGINT,)
"""What Ctrl+C sends to every program of the terminal."""

KEYS_ARE_BYTES = False
"""Whether keys come as bytes, which may be read by way of a pipe: here they come as events of the console."""

PIECE = 512
"""Bytes that a pipe takes at once where it takes any."""


def hear(loop: "AbstractEventLoop", number: int) -> None:
    """Do nothing: every signal wakes the event loop.

    Args:
        loop: the loop.
        number: of the signal.
    """


def hear_no_more(loop: "AbstractEventLoop", number: int) -> None:
    """Do nothing: there is nothing to undo."""


class Alarm:
    """Rings once after some seconds, even while all of the program waits for the terminal.

    Args:
        ring: what to call then.
    """

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring
        self._timer: Timer | None = None

    def set(self, seconds: int) -> None:
        """Ring in so many seconds, and not when it was set to before."""
        self.close()
        self._timer = Timer(seconds, self._ring)
        self._timer.daemon = True
        self._timer.start()

    def close(self) -> None:
        """Ring no more."""
        if self._timer is not None:
            self._timer.cancel()


def modes() -> list[Any]:
    """Return nothing: textual keeps the modes of the console."""
    return []


def put_back(modes: list[Any]) -> None:
    """Do nothing: textual puts the modes of the console back."""


def is_gone() -> bool:
    """Return whether the terminal is closed: Windows ends a program whose window is."""
    return False


def takes_nothing() -> bool:
    """Return whether what is written to the terminal would wait: the console takes all."""
    return False


def mind_stops(go_on_anew: Callable[[], object]) -> None:
    """Do nothing: Windows stops no program.

    Args:
        go_on_anew: what would be called when the program goes on.
    """


def can_be_woken() -> bool:
    """Return whether a shell looks after the program: none could wake it."""
    return False


@contextmanager
def given_back() -> Iterator[None]:
    """Do nothing: textual puts the modes of the console back."""
    yield


_GLANCE = 0.01


def arrived(source: TextIO, first: float, more: float) -> str:
    """Return what waits at a keyboard, finished lines or not, until nothing more follows.

    Args:
        source: the keyboard.
        first: seconds in which it begins.
        more: seconds in which more follows.
    """
    typed: list[str] = []
    until = time.monotonic() + first
    while time.monotonic() < until:
        if msvcrt.kbhit():
            typed.append(msvcrt.getwch())
            until = time.monotonic() + more
        else:
            time.sleep(_GLANCE)
    return "".join(typed)
