"""Running a full-screen app so that it ends well whoever ends it, and leaves the terminal as it was.

Textual looks after its own keys alone. A signal would leave the alternate screen up and the mouse reporting its
moves into the shell; a terminal that is closed while hang-ups are ignored would keep the program busy for ever; and
going on after a stop that textual did not see (`kill -STOP`, `kill -CONT`) would start it twice, and hang it.
"""

import asyncio
import os
import select
import signal
import sys
from types import FrameType
from typing import Any

from textual.app import App
from textual.pilot import Pilot

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_GLANCE = 1.0
"""Seconds between two looks at whether the terminal is still there."""

_PATIENCE = 5
"""Seconds that an app gets to end: writing to a terminal that is gone may block for ever."""

_HOLDS_ESCAPE = "STY"
"""Set by GNU screen, which holds Esc back until another key comes as long as a program asks for the mouse."""


def run(app: App[Any]) -> int:
    """Run an app to its end; the result is the exit status: 128 and its number where a signal ended it."""
    asyncio.run(_run(app))
    return app.return_code or 0


async def _run(app: App[Any]) -> None:
    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # nohup's wish is respected
            loop.add_signal_handler(number, _leave, app, number)
    watching = loop.create_task(_leave_with_terminal(app))
    try:
        await app.run_async(mouse=_HOLDS_ESCAPE not in os.environ, auto_pilot=_mind_stops)
    finally:
        watching.cancel()
        signal.alarm(0)


async def _mind_stops(pilot: Pilot[Any]) -> None:
    """Tell a stop that textual's driver made from one that it did not see, now that the driver is there."""
    loop = asyncio.get_running_loop()
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
            loop.call_soon_threadsafe(_begin_again, pilot.app)
        elif callable(go_on):
            go_on(number, frame)
        stopped = False

    signal.signal(signal.SIGTSTP, on_stop)
    signal.signal(signal.SIGCONT, on_going_on)


def _begin_again(app: App[Any]) -> None:
    """Draw anew: whoever had the terminal meanwhile may have left it in any mode."""
    with app.suspend():
        pass


def _leave(app: App[Any], number: signal.Signals) -> None:
    signal.alarm(_PATIENCE)
    app.exit(return_code=128 + number)


async def _leave_with_terminal(app: App[Any]) -> None:
    """End the app once its terminal is closed."""
    terminal = select.poll()
    terminal.register(sys.stdin.fileno(), 0)  # hang-up is told without being asked for
    while not terminal.poll(0):
        await asyncio.sleep(_GLANCE)
    _leave(app, signal.SIGHUP)
