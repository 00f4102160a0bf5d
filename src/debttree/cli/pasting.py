"""Read what arrives from a keyboard together with a line: the rest of a paste, which answers no later question.

A terminal hands over finished lines alone and keeps the last one of a paste, which nobody ended, for the next
question. So all that waits is read with its line editing off. No control sequence is written for it: a dumb
terminal would show it and a screen reader would speak it.
"""

import os
import select
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TextIO

_FIRST = 0.05
"""Seconds in which the rest of a paste follows its first line; nobody types that quickly."""

_MORE = 0.2
"""Seconds in which more of it follows, over a slow line."""

_PIECE = 1 << 12

_ENDS = "\x04\x00"
"""Ctrl+D, and what the terminal keeps in place of it."""

LONGEST_LINE = 4_095
"""Bytes of a line that the terminal of Linux hands over; it forgets what is longer."""


@dataclass(frozen=True, slots=True)
class Behind:
    """The input that arrived together with a line.

    Attributes:
        lines: the last one perhaps unfinished.
        ends: whether the input ended with it.
    """

    lines: tuple[str, ...] = ()
    ends: bool = False


def pasted_behind(source: TextIO) -> Behind:
    """Return what arrived together with the line just read; nothing from anything but a keyboard."""
    if not source.isatty():
        return Behind()
    try:
        with _by_character(source.fileno()):
            content = b"".join(_pieces(source.fileno()))
    except (OSError, termios.error):  # the terminal is gone, or another process has taken it
        return Behind()
    text = content.decode(source.encoding, "replace")
    end = min((text.find(sign) for sign in _ENDS if sign in text), default=len(text))
    return Behind(tuple(text[:end].splitlines()), ends=end < len(text))


def _pieces(terminal: int) -> Iterator[bytes]:
    """Yield all input that waits, until nothing more follows."""
    wait = _FIRST
    while select.select([terminal], [], [], wait)[0] and (piece := os.read(terminal, _PIECE)):
        yield piece
        wait = _MORE


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
