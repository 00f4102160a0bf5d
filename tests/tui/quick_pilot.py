"""The app under test, with a pilot that waits until the app is idle.

Textual's own pilot calls every widget back, twice per key, and waits until the processor has been idle for a while:
more than half of a test's time. This one knows the app's pending work: queued keys, messages, timers. Only while a
thread works it waits for the processor, as textual does.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from time import monotonic
from typing import Any

from textual import events
from textual.keys import key_to_character
from textual.message import Message
from textual.pilot import Pilot
from textual.worker import Worker, WorkerError

from debttree.tui.app import App
from debttree.tui.kit.key_names import key_of

_TURNS = 20
"""Turns of the event loop without a message after which a task that still looks around is not waited for."""

_SOON = 0.012
"""Seconds until a timer is due that is waited for: slightly more than the longest one that ends an action."""

_PATIENCE = 1.0
"""Seconds after which a pause ends in any case, as textual's own does."""


class SoonDue:
    """Knows the timers of the running event loop that are due soon, and whether anything is due at once.

    Attributes:
        count: how many timers have been set.
    """

    def __init__(self) -> None:
        self.count = 0
        self._calls = 0
        self._loop = asyncio.get_running_loop()
        self._timers: list[asyncio.TimerHandle] = []
        self._call_at = self._loop.call_at
        self._call_soon = self._loop.call_soon
        setattr(self._loop, "call_at", self._noted)  # noqa: B010 - mypy allows no other way
        setattr(self._loop, "call_soon", self._counted)  # noqa: B010

    def _counted(self, *call: Any, **more: Any) -> asyncio.Handle:
        self._calls += 1
        return self._call_soon(*call, **more)

    def _noted(self, when: float, *rest: Any, **more: Any) -> asyncio.TimerHandle:
        timer = self._call_at(when, *rest, **more)
        if when < self._loop.time() + _SOON:
            self._timers.append(timer)
            self.count += 1
        return timer

    async def wait(self) -> None:
        """Wait for the timers that have been set by now, and for all that they cause at once."""
        last = max((timer.when() for timer in self._timers if not timer.cancelled()), default=0.0)
        self._timers.clear()
        if last > self._loop.time():
            due = self._loop.create_future()
            self._call_at(last, due.set_result, None)
            await due
        for _ in range(_TURNS):
            before = self._calls
            await asyncio.sleep(0)
            if self._calls == before + 1:  # that of the sleep alone
                break


class Driven(App):
    """The app, driven by the pilot of this module."""

    messages = 0
    """Number of messages received anywhere in the app, without callbacks, of which textual's own pause makes many."""

    def _count(self, message: Message) -> None:
        self.messages += not isinstance(message, events.Callback)

    @asynccontextmanager
    async def run_test(self, **options: Any) -> AsyncGenerator[Pilot[None], None]:
        """Run without a terminal; the options are textual's."""
        due = SoonDue()
        async with super().run_test(message_hook=self._count, **options):
            yield QuickPilot(self, due)


class QuickPilot(Pilot[None]):
    """Presses keys one by one, each after all work caused by the one before it."""

    def __init__(self, app: Driven, due: SoonDue) -> None:
        super().__init__(app)
        self._driven = app
        self._due = due

    async def press(self, *keys: str) -> None:
        """Press keys, named as textual names them, or single characters."""
        for key in keys:
            name = key_of(key) if len(key) == 1 else key
            self.app.post_message(events.Key(name, key_to_character(name)))
            await self.pause()

    async def pause(self, delay: float | None = None) -> None:
        """Wait some seconds, or until all pending work is done and painted."""
        if delay is not None:
            await super().pause(delay)
            return
        end = monotonic() + _PATIENCE
        seen = -1
        while seen != self._happened and monotonic() < end:
            await self._until_quiet(end)
            seen = self._happened
            await self.wait_for_animation()  # there is none, but afterwards the screen is painted
            await self._due.wait()
            if self._working():
                await super().pause()

    @property
    def _happened(self) -> int:
        """Number of messages and timers so far."""
        return self._driven.messages + self._due.count

    async def _until_quiet(self, end: float) -> None:
        """Wait until no key is queued, no message comes and no timer is set any more."""
        seen = -1
        while seen != self._happened and monotonic() < end:
            seen = self._happened
            await self._due.wait()
            if keys := [worker for worker in self._working() if worker.group == "keys"]:
                with suppress(WorkerError):  # a key may end the app; run_test raises other errors
                    await self.app.workers.wait_for_complete(keys)

    def _working(self) -> list[Worker[Any]]:
        """What works beside the messages: threads, and the queue of keys."""
        return [worker for worker in self.app.workers if not worker.is_finished]
