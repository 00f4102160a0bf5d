"""Read what arrives from a keyboard together with a line: the rest of a paste, which answers no later question.

A terminal hands over finished lines alone and keeps the last one of a paste, which nobody ended, for the next
question. So all that waits is read with its line editing off. No control sequence is written for it: a dumb
terminal would show it and a screen reader would speak it.
"""

from dataclasses import dataclass
from typing import TextIO

from debttree.system.terminal import arrived

_FIRST = 0.05
"""Seconds in which the rest of a paste follows its first line; nobody types that quickly."""

_MORE = 0.2
"""Seconds in which more of it follows, over a slow line."""

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
        text = arrived(source, _FIRST, _MORE)
    except OSError:  # the terminal is gone, or another process has taken it
        return Behind()
    end = min((text.find(sign) for sign in _ENDS if sign in text), default=len(text))
    return Behind(tuple(text[:end].splitlines()), ends=end < len(text))
