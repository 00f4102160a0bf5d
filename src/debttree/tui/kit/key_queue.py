"""Keys one at a time: each is handed on when all that the one before it set going is done.

Textual hands a key to the focused widget at once, while what the key before it did may still be under way: a choice
goes up to the app in messages, a screen is mounted, a line to type in gets the focus. Over a slow line, or typed
quickly on a slow machine, many keys come in one piece; without turns the second of two digits would choose on the
node that the first one left, and the letters of a note would go astray.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from time import monotonic
from typing import Any

from textual.app import App, ScreenStackError
from textual.dom import DOMNode
from textual.events import Event, Paste
from textual.screen import Screen

_ROUNDS = 4
"""Ways from the focused widget up to the app: the key itself, what it chose, what that changed, what that opened."""

_PATIENCE = 2.0
"""Seconds after which something counts as done, whatever became of it: the keyboard must never be dead."""

PAINT_FIRST = 0.03
"""Seconds that a key has for itself before it is followed, where no other waits: what it changes is painted then."""

_LONGEST_PAUSE = 0.01
"""Seconds between two looks at whether something is done, once it has taken a while."""


class DropsTypeAhead:
    """A screen that nobody can have meant who has not seen it: keys that were pressed before it came are not for it.

    Attributes:
        came: when it came, on the clock of textual's events.
    """

    came = 0.0

    def on_mount(self) -> None:
        """Note when this screen came."""
        self.came = monotonic()


class KeyQueue:
    """Hands events of the keyboard to an app in turn.

    Args:
        app: whose events they are.
        hand: hands one to it.
    """

    def __init__(self, app: App[Any], hand: Callable[[Event], Awaitable[None]]) -> None:
        self._app = app
        self._hand = hand
        self._waiting: deque[Event] = deque()
        self._another = asyncio.Event()
        """Set while something waits."""
        self._is_under_way = False
        self._painted: Screen[Any] | None = None
        """The screen that is known to be there with all that it holds."""

    def put(self, event: Event) -> None:
        """Hand an event on, at once or when its turn comes."""
        self._waiting.append(event)
        self._another.set()
        if not self._is_under_way:
            self._is_under_way = True
            self._app.run_worker(self._hand_all(), group="keys")

    async def _hand_all(self) -> None:
        """Hand on what waits until nothing does, or the program has ended, which any of the keys may do."""
        try:
            await self._until_painted()
            while self._waiting:
                await self._hand(self._waiting.popleft())
                await self._until_another_comes()
                await self._until_done()
                screen: object = await self._until_painted()
                if isinstance(screen, DropsTypeAhead):
                    self._waiting = deque(event for event in self._waiting if _is_for(event, screen))
        except ScreenStackError:
            if self._app.screen_stack:
                raise
        finally:
            self._is_under_way = False

    async def _until_another_comes(self) -> None:
        """Wait for a moment, or until another event waits for its turn."""
        if self._waiting:
            return
        self._another.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(PAINT_FIRST):
                await self._another.wait()

    async def _until_painted(self) -> Screen[Any] | None:
        """Wait until a screen that has just come holds all its parts, and return it; None where none has come."""
        screen = self._app.screen
        if screen is self._painted:
            return None
        await _until(screen, screen.call_after_refresh)
        self._painted = screen
        return screen

    async def _until_done(self) -> None:
        """Follow what an event set going, behind it in the same queues from the focused widget up to the app."""
        for _ in range(_ROUNDS):
            lowest = self._app.focused or self._app.screen
            for node in lowest.ancestors_with_self:
                await _until(node, node.call_later)


def _is_for(event: Event, screen: DropsTypeAhead) -> bool:
    """Return whether a screen gets an event; what was pasted before it came is dropped, and that is said."""
    return event.time > screen.came or isinstance(event, Paste)


async def _until(node: DOMNode, call: Callable[[Callable[[], None]], bool]) -> None:
    """Wait until a node has made a call that it was asked for, or is gone."""
    called = asyncio.Event()
    end, pause = monotonic() + _PATIENCE, 0.0
    is_asked = call(called.set)
    while is_asked and not called.is_set() and node.is_running and monotonic() < end:
        await asyncio.sleep(pause)
        pause = min(pause + _LONGEST_PAUSE / 10, _LONGEST_PAUSE)
