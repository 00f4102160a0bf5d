"""The app under test, with a pilot that waits until the app is idle.

Textual's own pilot waits until the processor has been idle for a while, twice per key: more than half of a test's time.
This one knows the app's pending work: queued keys, messages, timers. Only while a thread works it waits for the
processor, as textual does.
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
from textual.worker import WorkerError

from debttree.tui.app import App
from debttree.tui.kit.key_names import key_of

_LULL = 0.012
"""Seconds without a message after which the app counts as idle: slightly more than the longest timer to wait for."""

_PATIENCE = 1.0
"""Seconds after which a pause ends in any case, as textual's own does."""


class Driven(App):
    """The app, driven by the pilot of this module."""

    messages = 0
    """Number of messages received anywhere in the app, without callbacks, which a pause itself makes."""

    def _count(self, message: Message) -> None:
        self.messages += not isinstance(message, events.Callback)

    @asynccontextmanager
    async def run_test(self, **options: Any) -> AsyncGenerator[Pilot[None], None]:
        """Run without a terminal; the options are textual's."""
        async with super().run_test(message_hook=self._count, **options):
            yield QuickPilot(self)


class QuickPilot(Pilot[None]):
    """Presses keys one by one, each after all work caused by the one before it."""

    def __init__(self, app: Driven) -> None:
        super().__init__(app)
        self._driven = app
        self._quiet_at = -1
        """How many messages there had been when all was done last."""

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
        await super().pause(0)
        if not await self._keys_are_done():
            await super().pause()
        while self._driven.messages != self._quiet_at and monotonic() < end:
            self._quiet_at = self._driven.messages
            await asyncio.sleep(_LULL)
            await self._keys_are_done()
            await super().pause(0)

    async def _keys_are_done(self) -> bool:
        """Wait until no key is queued; return whether no thread works either."""
        workers = [worker for worker in self.app.workers if not worker.is_finished]
        if keys := [worker for worker in workers if worker.group == "keys"]:
            with suppress(WorkerError):  # a key may end the app; run_test raises other errors
                await self.app.workers.wait_for_complete(keys)
        return len(keys) == len(workers)
