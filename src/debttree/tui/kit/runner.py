"""Run a full-screen app so that it ends properly on signals too, and leaves the terminal as it was.

Textual handles only its own keys. A signal would leave the alternate screen on and the mouse reporting into the shell;
a terminal that closes while SIGHUP is ignored would keep the program busy for ever; and resuming after a stop that
textual did not see (`kill -STOP`, `kill -CONT`) would start its driver twice, and hang.
"""

import asyncio
import os
import signal
import sys
from contextlib import suppress
from threading import Event, Thread
from types import FrameType, TracebackType
from typing import Any, Self

from textual import events
from textual.app import App
from textual.geometry import Size
from textual.pilot import Pilot

from debttree.system.terminal import (
    ENDING,
    HANG_UP,
    Alarm,
    hear,
    hear_no_more,
    is_gone,
    mind_stops,
    modes,
    put_back,
    takes_nothing,
)
from debttree.tui.kit.program import Program

_GLANCE = 1.0
"""Seconds between checks whether the terminal still exists, and how large it is."""

_PATIENCE = 5
"""Seconds that an app has to end: writing to a terminal that is gone, or does not read, may block for ever."""

_HOLDS_ESCAPE = "STY"
"""Environment variable of GNU screen, which delays Esc until another key comes while a program uses the mouse."""


def run(app: Program) -> int:
    """Run an app to its end, and return the exit status: 128 plus the signal's number if a signal ended it."""
    asyncio.run(_run(app))
    return app.return_code or 0


async def _run(app: Program) -> None:
    with _Ending(app):
        await app.run_async(mouse=_HOLDS_ESCAPE not in os.environ, auto_pilot=_mind_stops)


class _Ending:
    """Ends an app on a signal or when its terminal closes, even while the app is blocked writing to it.

    So signals have handlers of Python's `signal` module, and a thread watches the terminal. The event loop has handlers
    too: without them a signal, such as that of a new size, might not wake the loop. They do nothing, so that Ctrl+C
    acts only on a program to which the terminal is lent.
    """

    def __init__(self, app: Program) -> None:
        self._app = app
        self._loop = asyncio.get_running_loop()
        self._modes = modes()
        self._status = 0
        """The exit status that was asked for; 0: nobody asked."""
        self._is_leaving = False
        """Whether the app knows."""
        self._is_over = Event()

    def __enter__(self) -> Self:
        # Signals that are ignored stay so: nohup relies on that.
        heard = [number for number in ENDING if signal.getsignal(number) is not signal.SIG_IGN]
        self._before = {number: signal.getsignal(number) for number in heard}
        for number in heard:
            hear(self._loop, number)
            signal.signal(number, self._on_signal)
        self._alarm = Alarm(self._on_alarm)
        Thread(target=self._watch_terminal, name="terminal", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._is_over.set()
        self._alarm.close()
        for number, handler in self._before.items():
            hear_no_more(self._loop, number)
            signal.signal(number, handler)

    def _watch_terminal(self) -> None:
        seen: Size | None = None
        while not is_gone():
            seen = self._mind_size(seen)
            if self._is_over.wait(_GLANCE):
                return
        self._ask(128 + HANG_UP)

    def _mind_size(self, seen: Size | None) -> Size | None:
        """Tell the app about a size that its signals missed or reported out of order, and return the present size.

        Signals that arrive close together are handled nested, so that the last size may be reported first.

        Args:
            seen: the size at the last check; a size that changed since then is left to its signal until the next check.
        """
        try:
            size = Size(*os.get_terminal_size(sys.stdin.fileno()))
        except OSError:  # the terminal is gone
            return None
        if size == seen and size.area and size != self._app.size:
            self._app.post_message(events.Resize(size, size))
        return size

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._ask(128 + number)

    def _ask(self, status: int) -> None:
        """Ask the app to end, and set an alarm in case it cannot."""
        if not (self._status or self._is_over.is_set()):
            self._status = status
            self._alarm.set(_PATIENCE)
            with suppress(RuntimeError):  # the loop has ended meanwhile
                self._loop.call_soon_threadsafe(self._leave)

    def _leave(self) -> None:
        self._is_leaving = True
        self._alarm.set(_PATIENCE)
        self._app.call_later(self._app.end_at_once, self._status)  # where screens can be shown anew

    def _on_alarm(self) -> None:
        """End the process at once if it could not end by itself, but wait for the person's own editor if it is open."""
        if self._is_leaving or takes_nothing():
            put_back(self._modes)
            os._exit(self._status)
        self._alarm.set(1)


async def _mind_stops(pilot: Pilot[Any]) -> None:
    """Watch for stops that textual's driver did not make, now that the driver exists."""
    loop = asyncio.get_running_loop()
    mind_stops(lambda: loop.call_soon_threadsafe(_begin_again, pilot.app))


def _begin_again(app: App[Any]) -> None:
    """Draw anew: another program may have left the terminal in any mode."""
    if is_gone():  # closing the terminal resumes the program too
        return
    with app.suspend():
        pass
