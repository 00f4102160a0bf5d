"""What several widgets change at one key is painted in one frame."""

import asyncio

_TURNS = 4
"""Turns of the event loop in which a widget hears that it has changed, and asks its screen for a paint."""


async def until_asked_for_a_paint() -> None:
    """Hold the screen in whose handler this is awaited until the widgets changed there have asked to be painted.

    A screen paints as soon as it is idle, and a widget asks by a message of its own: without this the widget that
    had the key would be painted first, and the ones beside it a whole frame (30 ms) later.
    """
    for _ in range(_TURNS):
        await asyncio.sleep(0)
