"""Paint the changes of several widgets after one key in one frame."""

import asyncio

_TURNS = 4
"""Turns of the event loop that a changed widget needs to ask its screen for a paint."""


async def until_asked_for_a_paint() -> None:
    """Wait, in a screen's handler, until the widgets changed there have asked to be painted.

    A screen paints as soon as it is idle, and a widget asks by a message of its own: without this the widget that
    had the key would be painted first, and the ones beside it a whole frame (30 ms) later.
    """
    for _ in range(_TURNS):
        await asyncio.sleep(0)
