"""Lending the terminal to another program, and having it back whatever becomes of that program.

Textual's `App.suspend()` leaves the driver stopped for good where an exception passes through it, so none does.
"""

import os
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

from textual.app import App, SuspendNotSupported

from debttree.model import Trouble, msg

_FOR_WHOEVER_HAS_IT = (signal.SIGINT, signal.SIGQUIT)
"""What Ctrl+C and Ctrl+backslash send to every program of the terminal, and is meant for the one on the screen."""


def lend(app: App[Any], words: str, command: Sequence[str], held: Sequence[int] = ()) -> int:
    """Run a program that has the terminal to itself until it ends.

    Args:
        app: the app whose terminal it is.
        words: what stands on the terminal meanwhile: for whom one waits.
        command: the program and its arguments; no shell sees them.
        held: descriptors that it gets too.

    Returns:
        Its exit status; where a signal ended it, that number below zero.

    Raises:
        OSError: it cannot be started. The screen is back.
        Trouble: this terminal cannot be lent.
    """
    ended: int | OSError = 0
    try:
        with app.suspend():
            ended = _run(words, command, held)
    except SuspendNotSupported:
        raise Trouble(msg("This terminal cannot be handed to another program.")) from None
    if isinstance(ended, OSError):
        raise ended
    return ended


def _run(words: str, command: Sequence[str], held: Sequence[int]) -> int | OSError:
    """Run it. What it raises is handed back: see above."""
    try:
        with _as_it_was(), _deaf_to_interrupts():
            sys.stdout.write(f"{words}\n")
            sys.stdout.flush()
            return subprocess.run(command, check=False, pass_fds=held).returncode  # noqa: S603 - the person's own
    except OSError as error:
        return error
    except ValueError as error:  # a NUL in a name
        return OSError(str(error))


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Hear none of what is meant for the other program; it hears it all, as a handler is not inherited."""
    before = {number: signal.signal(number, _ignored) for number in _FOR_WHOEVER_HAS_IT}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _ignored(number: int, frame: FrameType | None) -> None:
    """Not `SIG_IGN`, which the other program would inherit."""


@contextmanager
def _as_it_was() -> Iterator[None]:
    """Have the terminal's modes and its foreground back, whatever a program that died has left of them."""
    terminal = sys.stdin.fileno()
    modes = termios.tcgetattr(terminal)
    try:
        yield
    finally:
        stopping = signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # who is in the background may not ask
        with suppress(OSError, termios.error):
            os.tcsetpgrp(terminal, os.getpgrp())
            termios.tcsetattr(terminal, termios.TCSADRAIN, modes)
        signal.signal(signal.SIGTTOU, stopping)
