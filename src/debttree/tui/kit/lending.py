"""Lend the terminal to another program, and get it back however that program ends.

Textual's `App.suspend()` leaves the driver stopped if an exception passes through it, so none does.
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
    """Run a program with the terminal to itself until it ends.

    Args:
        app: the app that gives up the terminal.
        words: shown on the terminal meanwhile: which program the app waits for.
        command: the program and its arguments, run without a shell.
        held: file descriptors that it inherits.

    Returns:
        Its exit status; the negative number of the signal that ended it, if one did.

    Raises:
        OSError: it cannot be started; the app has the terminal again.
        Trouble: this terminal cannot be lent to another program.
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
    """Receives the signals that are meant for the other program, and does not act on them.

    That program gets them itself, as handlers are not inherited, except those that arrive while it is being started.
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
        """Record a signal. `SIG_IGN` would not do: the other program would inherit it."""
        self._heard.append(number)

    def hand_on(self, program: "subprocess.Popen[bytes]") -> None:
        """Send a program that has just started the signals that arrived too early for it."""
        for number in self._heard:
            program.send_signal(number)


def _run(words: str, command: Sequence[str], held: Sequence[int], interrupts: _Interrupts) -> int | OSError:
    """Run the program, and return an exception instead of raising it (see the module's docstring)."""
    try:
        with given_back():
            sys.stdout.write(f"{words}\n")
            sys.stdout.flush()
            with subprocess.Popen(command, pass_fds=held) as program:  # noqa: S603 - the person's own program
                interrupts.hand_on(program)
                return program.wait()
    except OSError as error:
        return error
    except ValueError as error:  # a NUL character in a name
        return OSError(str(error))
