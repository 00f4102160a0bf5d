"""Running a full-screen app so that it ends well whoever ends it, and leaves the terminal as it was.

Textual looks after its own keys alone. A signal would leave the alternate screen up and the mouse reporting its
moves into the shell; a terminal that is closed while hang-ups are ignored would keep the program busy for ever; and
going on after a stop that textual did not see (`kill -STOP`, `kill -CONT`) would start it twice, and hang it.
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
"""Seconds between two looks at whether the terminal is still there, and how large it is."""

_PATIENCE = 5
"""Seconds that an app gets to end: writing to a terminal that is gone, or takes nothing, may block for ever."""

_HOLDS_ESCAPE = "STY"
"""Set by GNU screen, which holds Esc back until another key comes as long as a program asks for the mouse."""


def run(app: Program) -> int:
    """Run an app to its end; the result is the exit status: 128 and its number where a signal ended it."""
    asyncio.run(_run(app))
    return app.return_code or 0


async def _run(app: Program) -> None:
    with _Ending(app):
        await app.run_async(mouse=_HOLDS_ESCAPE not in os.environ, auto_pilot=_mind_stops)


class _Ending:
    """Ends an app on a signal or where its terminal is closed, even while all of it waits for the terminal.

    So signals have python's own handlers, and the terminal is watched from a thread. Without handlers of the loop's
    beside them no signal would be sure to wake it, the one of another size among them; those do nothing, so that a
    program to which the terminal is lent has its Ctrl+C to itself.
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
        # What is ignored stays so: that is nohup's wish.
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
        """Tell the app of a size of which no signal told it, or an older one later; the size now.

        Signals that come close together are handled one inside the other, so that the last size may be told first.

        Args:
            seen: the size at the last glance; another one is left to its signal until the next.
        """
        try:
            size = Size(*os.get_terminal_size(sys.stdin.fileno()))
        except OSError:  # it is gone
            return None
        if size == seen and size.area and size != self._app.size:
            self._app.post_message(events.Resize(size, size))
        return size

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._ask(128 + number)

    def _ask(self, status: int) -> None:
        """Ask the app to end, and look later whether it could."""
        if not (self._status or self._is_over.is_set()):
            self._status = status
            self._alarm.set(_PATIENCE)
            with suppress(RuntimeError):  # the loop has ended by itself meanwhile
                self._loop.call_soon_threadsafe(self._leave)

    def _leave(self) -> None:
        self._is_leaving = True
        self._alarm.set(_PATIENCE)
        self._app.call_later(self._app.end_at_once, self._status)  # where screens can be shown anew

    def _on_alarm(self) -> None:
        """End at once what cannot end by itself; but the person's own editor may be open, and is waited for."""
        if self._is_leaving or takes_nothing():
            put_back(self._modes)
            os._exit(self._status)
        self._alarm.set(1)


async def _mind_stops(pilot: Pilot[Any]) -> None:
    """Tell a stop that textual's driver made from one that it did not see, now that the driver is there."""
    loop = asyncio.get_running_loop()
    mind_stops(lambda: loop.call_soon_threadsafe(_begin_again, pilot.app))


def _begin_again(app: App[Any]) -> None:
    """Draw anew: whoever had the terminal meanwhile may have left it in any mode."""
    if is_gone():  # closing it wakes the program too
        return
    with app.suspend():
        pass
