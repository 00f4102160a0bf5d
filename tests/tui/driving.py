"""Drive explorer and editor in tests: type, wait, go to a place, save."""

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
    """Wait until all background work is done, also that which begins with the first paint."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def until_shown(pilot: Pilot[None], words: str) -> None:
    """Wait until some words are on the screen: after a change of size that takes several messages."""
    for _ in range(200):
        if words in screen_text(pilot.app):
            return
        await pilot.pause()
    pytest.fail(f"{words!r} never came:\n{screen_text(pilot.app)}")


def go(app: App, *path: str | int) -> None:
    """Put the editor's cursor on a data path."""
    app.editor.desk.go_to(path)


def shows(app: App, screen: type[Page]) -> bool:
    """Whether a screen of that class is on top."""
    return isinstance(app.screen, screen)


async def save(pilot: Pilot[None]) -> None:
    """Save, and confirm the changes."""
    await pilot.press("ctrl+s", "enter")
    await pilot.pause()


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until a condition holds; fail with the content of the screen if it never does."""
    for _ in range(1_000):
        if holds():
            return
        await pilot.pause(0.01)
    pytest.fail(f"It never came to that:\n{screen_text(pilot.app)}")
