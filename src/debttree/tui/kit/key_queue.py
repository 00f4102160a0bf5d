"""Process keys one at a time: each is passed on when all work caused by the one before it is done.

Textual passes a key to the focused widget at once, although work caused by the key before may not be done: a choice
goes up to the app in messages, a screen is mounted, an input line gets the focus. Over a slow connection, or on a slow
machine, many keys arrive in one piece. Without a queue the second of two digits would choose on the node that the first
one left, and letters of a note would act as commands.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.app import App, ScreenStackError
from textual.dom import DOMNode
from textual.events import Callback, Event, Paste
from textual.screen import Screen

from debttree.reading.gc_pause import collect_in_pause

if TYPE_CHECKING:
    from textual.worker import Worker

_ROUNDS = 4
"""Passes from the focused widget up to the app after a key: for the key, the choice, the change, and the screen
opened."""

_PATIENCE = 2.0
"""Seconds after which work counts as done in any case, so that the keyboard never stops working."""

PAINT_FIRST = 0.03
"""Seconds to wait before tracking a key's work if no other key waits, so that its result is painted first."""

_LONGEST_PAUSE = 0.01
"""Seconds between checks whether a widget is still there, once its work has taken a while."""


class DropsTypeAhead:
    """A screen that may open unforeseen: keys that were pressed before it opened are dropped.

    Attributes:
        came: when it opened, on the clock of textual's events, in seconds.
    """

    came = 0.0

    def on_mount(self) -> None:
        """Record when this screen opened."""
        self.came = monotonic()


class KeyQueue:
    """Passes keyboard events to an app one by one.

    Args:
        app: the app.
        hand: passes one event to the app.
        is_whole: returns whether all data that keys need has been read, so that passing one on waits for nothing.
    """

    def __init__(
        self,
        app: App[Any],
        hand: Callable[[Event], Awaitable[None]],
        is_whole: Callable[[], bool],
    ) -> None:
        self._app = app
        self._hand = hand
        self._is_whole = is_whole
        self._waiting: deque[Event] = deque()
        self._another = asyncio.Event()
        """Set while something waits."""
        self._is_under_way = False
        self._was_at_once = False
        """Whether an event was passed on at once, whose work is still to be tracked."""
        self._later: asyncio.TimerHandle | None = None
        """Begins to track it."""
        self._painted: Screen[Any] | None = None
        """The screen that is known to be there with all that it holds."""

    async def put(self, event: Event) -> None:
        """Pass an event on, at once or when the ones before it are done."""
        if self._can_be_at_once:
            self._is_under_way = self._was_at_once = True
            self._later = asyncio.get_running_loop().call_later(PAINT_FIRST, self._track)
            await self._hand(event)
            return
        self._waiting.append(event)
        self._another.set()
        if self._later is not None or not self._is_under_way:
            self._track()

    @property
    def _can_be_at_once(self) -> bool:
        """Whether nothing has to be done before an event is passed on.

        A worker for each event would take a tenth of the time until it is painted.
        """
        return not self._is_under_way and self._painted in self._app.screen_stack[-1:] and self._is_whole()

    def _track(self) -> None:
        """Track the work of the event that was passed on last, then pass on those that wait."""
        if self._later is not None:
            self._later.cancel()
            self._later = None
        if self._app.is_running:
            self._is_under_way = True
            _: Worker[None] = self._app.run_worker(self._hand_all, group="keys", description="keys")

    async def _hand_all(self) -> None:
        """Pass on waiting events until there are none, or a key has ended the program."""
        try:
            if self._was_at_once:
                self._was_at_once = False
                await self._until_done()
            await self._take_stock()
            while self._waiting:
                await self._hand(self._waiting.popleft())
                await self._until_another_comes()
                await self._until_done()
                await self._take_stock()
            collect_in_pause()
        except ScreenStackError:
            if self._app.screen_stack:
                raise
        finally:
            self._is_under_way = False

    async def _take_stock(self) -> None:
        """Wait until a screen that has just opened is there; if it may be unforeseen, drop what was pressed before."""
        screen: object = await self._until_painted()
        if isinstance(screen, DropsTypeAhead):
            self._waiting = deque(event for event in self._waiting if _is_for(event, screen))

    async def _until_another_comes(self) -> None:
        """Wait for a moment, or until another event is added."""
        if self._waiting:
            return
        self._another.clear()
        await _set_within(PAINT_FIRST, self._another)

    async def _until_painted(self) -> Screen[Any] | None:
        """Wait until a screen that has just opened has all its widgets, and return it; None if none has."""
        screen = self._app.screen
        if screen is self._painted:
            return None
        await _until(screen, screen.call_after_refresh)
        self._painted = screen
        return screen

    async def _until_done(self) -> None:
        """Wait until the message queues from the focused widget up to the app have done all that an event caused."""
        for _ in range(_ROUNDS):
            lowest = self._app.focused or self._app.screen
            for node in lowest.ancestors_with_self:
                await _until(node, partial(_behind_messages, node))


def _is_for(event: Event, screen: DropsTypeAhead) -> bool:
    """Return whether a screen gets an event; for a paste that is dropped a message is shown."""
    return event.time > screen.came or isinstance(event, Paste)


def _behind_messages(node: DOMNode, call: Callable[[], None]) -> bool:
    """Do as `node.call_later`, but without its look at the signature of each call, of which a key needs twenty."""
    return node.post_message(Callback(call))


async def _until(node: DOMNode, call: Callable[[Callable[[], None]], bool]) -> None:
    """Wait until a message pump has made a requested call, or is gone."""
    called = asyncio.Event()
    end, pause = monotonic() + _PATIENCE, 0.0
    is_asked = call(called.set)
    await asyncio.sleep(0)
    while is_asked and not called.is_set() and node.is_running and monotonic() < end:
        pause = min(pause + _LONGEST_PAUSE / 10, _LONGEST_PAUSE)
        await _set_within(pause, called)


async def _set_within(seconds: float, event: asyncio.Event) -> None:
    """Wait until an event is set, but not longer than some seconds."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
