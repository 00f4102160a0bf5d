"""The program under test, and a pilot that waits for what the program does.

Textual's own pilot waits until the processor has been idle for a while, twice for each key: more than half of a test's
time was that. This one knows what the program has to do: keys that wait, messages, pieces that come by a timer. Only
where a thread works does it look at the processor, as textual does.
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
"""Seconds without a message after which nothing is under way: a little more than any timer that somebody waits for."""

_PATIENCE = 1.0
"""Seconds after which a pause ends, whatever is under way: as long as textual's own lasts at most."""


class Driven(App):
    """The program, driven by the pilot of this module."""

    messages = 0
    """How many messages have arrived anywhere in the program, but for calls, which a pause itself makes."""

    def _count(self, message: Message) -> None:
        self.messages += not isinstance(message, events.Callback)

    @asynccontextmanager
    async def run_test(self, **options: Any) -> AsyncGenerator[Pilot[None], None]:
        """Run without a terminal; the options are textual's."""
        async with super().run_test(message_hook=self._count, **options):
            yield QuickPilot(self)


class QuickPilot(Pilot[None]):
    """Presses keys one by one, each after all that the one before it did."""

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
        """Wait some seconds, or until all is done and painted that is under way."""
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
        """Wait until no key waits for its turn; whether no thread works either."""
        workers = [worker for worker in self.app.workers if not worker.is_finished]
        if keys := [worker for worker in workers if worker.group == "keys"]:
            with suppress(WorkerError):  # a key may end the program; run_test raises what else may be
                await self.app.workers.wait_for_complete(keys)
        return len(keys) == len(workers)
