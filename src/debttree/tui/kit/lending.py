"""Lending the terminal to another program, and having it back whatever becomes of that program.

Textual's `App.suspend()` leaves the driver stopped for good where an exception passes through it, so none does.
"""

import signal
import subprocess
import sys
from collections.abc import Sequence
from types import FrameType, TracebackType
from typing import Any, Self

from textual.app import App, SuspendNotSupported

from debttree.model import Trouble, msg
from debttree.system.terminal import INTERRUPTS, given_back


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
        with _Interrupts() as interrupts, app.suspend():
            ended = _run(words, command, held, interrupts)
    except SuspendNotSupported:
        raise Trouble(msg("This terminal cannot be handed to another program.")) from None
    if isinstance(ended, OSError):
        raise ended
    return ended


class _Interrupts:
    """Hears what is meant for the other program, and does nothing of it itself.

    That program hears it all, as a handler is not inherited; but for what comes while it is being started.
    """

    def __init__(self) -> None:
        self._heard: list[int] = []

    def __enter__(self) -> Self:
        self._before = {number: signal.signal(number, self._hear) for number in INTERRUPTS}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        """Not `SIG_IGN`, which the other program would inherit."""
        self._heard.append(number)

    def hand_on(self, program: "subprocess.Popen[bytes]") -> None:
        """Send a program that has just started what came before it could hear."""
        for number in self._heard:
            program.send_signal(number)


def _run(words: str, command: Sequence[str], held: Sequence[int], interrupts: _Interrupts) -> int | OSError:
    """Run it. What it raises is handed back: see above."""
    try:
        with given_back():
            sys.stdout.write(f"{words}\n")
            sys.stdout.flush()
            with subprocess.Popen(command, pass_fds=held) as program:  # noqa: S603 - the person's own
                interrupts.hand_on(program)
                return program.wait()
    except OSError as error:
        return error
    except ValueError as error:  # a NUL in a name
        return OSError(str(error))
