"""Other programs where the system is POSIX: how a command is read and started, and whether it still runs."""

import os
import select
import shlex
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

assert not TYPE_CHECKING or sys.platform != "win32"  # noqa: S101 - for mypy: what follows is not for Windows

DEFAULT_EDITOR = ""
"""The editor of users who name none; empty: there is none on all systems."""


def words_of(text: str) -> list[str]:
    """Return the words of a command as the shell of this system reads it.

    Raises:
        ValueError: an unclosed quote.
    """
    return shlex.split(text)


def quoted(word: str) -> str:
    """Return a word so that the shell of this system reads it as one."""
    return shlex.quote(word)


def command(program: str, words: Sequence[str]) -> list[str]:
    """Return what to start.

    Args:
        program: the file that was found.
        words: the command as it was named, and its arguments.
    """
    return list(words)


def has_windows(environment: Mapping[str, str]) -> bool:
    """Return whether there are windows to open a browser in."""
    return sys.platform == "darwin" or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def own_locale() -> str:
    """Return the locale of whoever sets no variable for it: the C locale."""
    return "C"


class Tether:
    """Tells whether a program that was given it, or a child of that, runs still: they alone keep the other end.

    Attributes:
        descriptors: what to give the program.
    """

    def __init__(self) -> None:
        self._alive, held = os.pipe()
        self.descriptors: tuple[int, ...] = (held,)

    def given(self) -> None:
        """Record that the program has it."""
        for descriptor in self.descriptors:
            os.close(descriptor)

    @property
    def is_held(self) -> bool:
        """Whether it runs."""
        if self._alive < 0:
            return False
        waiting = select.poll()
        waiting.register(self._alive, 0)  # a hang-up is always reported
        if waiting.poll(0):
            self.close()
        return self._alive >= 0

    @property
    def is_open(self) -> bool:
        """Whether it was held at the last check."""
        return self._alive >= 0

    def close(self) -> None:
        """Stop checking."""
        if self._alive >= 0:
            os.close(self._alive)
            self._alive = -1
