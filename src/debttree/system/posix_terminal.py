"""Terminals and signals where the system is POSIX: termios, hang-ups, Ctrl+Z and going on."""

import os
import select
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

assert not TYPE_CHECKING or sys.platform != "win32"  # noqa: S101 - for mypy: what follows is not for Windows

ENDING: tuple[int, ...] = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""Signals that ask a program to end."""

HANG_UP: int = signal.SIGHUP
"""What ends a program whose terminal is closed."""

INTERRUPTS: tuple[int, ...] = (signal.SIGINT, signal.SIGQUIT)
"""What Ctrl+C and Ctrl+backslash send to every program of the terminal."""

KEYS_ARE_BYTES = True
"""Whether keys come as bytes, which may be read by way of a pipe."""

PIECE = select.PIPE_BUF
"""Bytes that a pipe takes at once where it takes any."""


def hear(loop: "AbstractEventLoop", number: int) -> None:
    """Let a signal wake an event loop, which does nothing of it by itself.

    Args:
        loop: the loop.
        number: of the signal.
    """
    loop.add_signal_handler(number, _awake)


def hear_no_more(loop: "AbstractEventLoop", number: int) -> None:
    """Undo `hear`."""
    loop.remove_signal_handler(number)


def _awake() -> None:
    """Do nothing: it is enough that the loop wakes up."""


class Alarm:
    """Rings once after some seconds, even while all of the program waits for the terminal.

    Args:
        ring: what to call then.
    """

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring
        self._before = signal.signal(signal.SIGALRM, self._on_signal)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._ring()

    def set(self, seconds: int) -> None:
        """Ring in so many seconds, and not when it was set to before."""
        signal.alarm(seconds)

    def close(self) -> None:
        """Ring no more."""
        signal.alarm(0)
        signal.signal(signal.SIGALRM, self._before)


def modes() -> list[Any]:
    """Return the modes of the terminal on standard input, for `put_back`."""
    return termios.tcgetattr(sys.stdin.fileno())


def put_back(modes: list[Any]) -> None:
    """Give the terminal the modes that it had, as far as it is still there."""
    with suppress(termios.error):
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, modes)


def is_gone() -> bool:
    """Return whether the terminal is closed."""
    terminal = select.poll()
    terminal.register(sys.stdin.fileno(), 0)  # a hang-up is always reported
    return bool(terminal.poll(0))


def takes_nothing() -> bool:
    """Return whether what is written to the terminal would wait, perhaps for ever."""
    terminal = select.poll()
    terminal.register(sys.stdin.fileno(), select.POLLOUT)
    return is_gone() or not terminal.poll(0)


def mind_stops(go_on_anew: Callable[[], object]) -> None:
    """Distinguish a stop that the present handlers make (Ctrl+Z) from one that they do not see (`kill -STOP`).

    Args:
        go_on_anew: what to call when the program goes on after one that they did not see; they are called else.
    """
    stop, go_on = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    stopped = False

    def on_stop(number: int, frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True
        if callable(stop):
            stop(number, frame)

    def on_going_on(number: int, frame: FrameType | None) -> None:
        nonlocal stopped
        if not stopped:
            go_on_anew()
        elif callable(go_on):
            go_on(number, frame)
        stopped = False

    signal.signal(signal.SIGTSTP, on_stop)
    signal.signal(signal.SIGCONT, on_going_on)


def can_be_woken() -> bool:
    """Return whether a shell can resume the program; a session leader could not be resumed."""
    return os.getpgrp() != os.getsid(0)


@contextmanager
def given_back() -> Iterator[None]:
    """Restore the terminal's modes and its foreground process group, however another program left them."""
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        yield
    finally:
        stopping = signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # who is in the background may not ask
        with suppress(OSError, termios.error):
            os.tcsetpgrp(terminal, os.getpgrp())
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)
        signal.signal(signal.SIGTTOU, stopping)


_READ_AT_ONCE = 1 << 12


def arrived(source: TextIO, first: float, more: float) -> str:
    """Return what waits at a keyboard, finished lines or not, until nothing more follows.

    Args:
        source: the keyboard.
        first: seconds in which it begins.
        more: seconds in which more follows.

    Raises:
        OSError: the terminal is gone, or another process has taken it.
    """
    try:
        with _by_character(source.fileno()):
            content = b"".join(_pieces(source.fileno(), first, more))
    except termios.error as error:
        raise OSError(*error.args) from None
    return content.decode(source.encoding, "replace")


def _pieces(terminal: int, wait: float, more: float) -> Iterator[bytes]:
    while select.select([terminal], [], [], wait)[0] and (piece := os.read(terminal, _READ_AT_ONCE)):
        yield piece
        wait = more


@contextmanager
def _by_character(terminal: int) -> Iterator[None]:
    """Let the terminal deliver what it holds, finished lines or not."""
    before = termios.tcgetattr(terminal)
    now = [*before[:6], list(before[6])]
    now[3] &= ~termios.ICANON
    now[6][termios.VMIN], now[6][termios.VTIME] = 0, 0
    termios.tcsetattr(terminal, termios.TCSANOW, now)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)
