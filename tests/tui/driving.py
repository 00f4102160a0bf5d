"""Driving the editor in tests: typing, waiting, going to a place, saving."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from debttree.model import Clock
from debttree.tui.app import App
from debttree.tui.editor.mode import Editor
from debttree.tui.editor.screens.page import Page
from debttree.tui.editor.session import EditSession
from debttree.tui.explorer.mode import Explorer
from debttree.tui.explorer.saving import Save
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.settings import Settings
from tests.tui.quick_pilot import Driven
from tests.tui.screens import screen_text

SIZE = (80, 24)


def explored(
    scene: Scene,
    keep: Save | None = None,
    settings: Settings | None = None,
    clock: Clock | None = None,
    **more: Any,
) -> App:
    """The program with the explorer over a scene."""
    app = Driven(settings, clock or Clock.standing(scene.today))
    notices = settings.warnings if settings else ()
    app.start_with(Explorer(app, scene, keep, notices=notices, **more))
    return app


def edited(session: EditSession, language: str = "en", **more: Any) -> App:
    """The program with the editor of a file."""
    app = Driven(clock=session.clock)
    app.start_with(Editor(app, session, language, **more))
    return app


async def type_in(pilot: Pilot[None], words: str) -> None:
    """Type words that pilot's key names cannot spell, into the line that has the focus."""
    field = pilot.app.screen.query_one(Input)
    field.value = words
    await pilot.press("enter")
    await pilot.pause()


async def settled(pilot: Pilot[None]) -> None:
    """Until everything that works in the background has done its work."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def until_shown(pilot: Pilot[None], words: str) -> None:
    """Until some words stand on the screen: what follows a change of size takes some rounds."""
    for _ in range(200):
        if words in screen_text(pilot.app):
            return
        await pilot.pause()
    pytest.fail(f"{words!r} never came:\n{screen_text(pilot.app)}")


def go(app: App, *path: str | int) -> None:
    """Put the cursor on what stands at a path."""
    app.editor.desk.go_to(path)


def shows(app: App, screen: type[Page]) -> bool:
    """Whether that screen is on top."""
    return isinstance(app.screen, screen)


async def save(pilot: Pilot[None]) -> None:
    """Save, and say yes to what is shown before."""
    await pilot.press("ctrl+s", "enter")
    await pilot.pause()


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until something holds; what the screen shows where it never does."""
    for _ in range(1_000):
        if holds():
            return
        await pilot.pause(0.01)
    pytest.fail(f"It never came to that:\n{screen_text(pilot.app)}")
