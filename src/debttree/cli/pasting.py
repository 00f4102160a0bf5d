"""Read the rest of a paste, which arrives from a keyboard together with a line, so that it answers no later question.

A terminal hands over finished lines alone and keeps the last one of a paste, which nobody ended, for the next
question. So all that waits is read with its line editing off. No control sequence is written for it: a dumb
terminal would show it and a screen reader would speak it.
"""

from dataclasses import dataclass
from typing import TextIO

from debttree.system.terminal import arrived

_FIRST = 0.05
"""Seconds within which the rest of a paste follows its first line; nobody types that fast."""

_MORE = 0.2
"""Seconds within which more of it follows, over a slow connection."""

_ENDS = "\x04\x00"
"""Ctrl+D, and the NUL that the terminal stores in its place."""

LONGEST_LINE = 4_095
"""Most bytes of a line that a Linux terminal delivers; it drops the rest of a longer one."""


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
