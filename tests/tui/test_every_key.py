"""Every key of the one table does something, on every size of screen and in both languages: `make every-key`."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from debttree.analysis.checking import check_file
from debttree.editing.edits import ReplaceText
from debttree.journey import Journey, Shelf, begin, open_or_begin
from debttree.model import Clock
from debttree.tui.app import App
from debttree.tui.editor.mode import Editor
from debttree.tui.editor.session import EditSession
from debttree.tui.explorer.mode import Explorer
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.actions import Scope, actions_in
from tests.tui.conftest import TODAY
from tests.tui.driving import edited, explored
from tests.tui.every_key import (
    BEFORE,
    BETWEEN_PARTS,
    EDITOR,
    ELSEWHERE,
    ENDS,
    EXPLORER,
    NINE,
    Lead,
    Place,
    tree_of_nines,
)
from tests.tui.screens import screen_text

Screen = tuple[str, tuple[int, int]]
State = tuple[object, str, str, str]

SIZES = ((40, 12), (80, 24), (120, 36), (160, 50))

ROUNDS = 3
"""Paints after which all is laid out: a part that has grown by a line changes the part beside it."""

PATIENCE = 60.0
"""Seconds after which what was set going is taken to be endless."""

SAMPLE = {"node", "spine"}
"""Places whose keys the gate presses on one screen; `make long` presses all of them on all screens."""

ON: Screen = ("en", (80, 24))
"""The screen of the gate."""


def on_every_screen(places: Mapping[str, Place]) -> pytest.MarkDecorator:
    """Run a test with each place on each screen; what is no part of the sample is long."""
    screens = [(language, size) for size in SIZES for language in ("en", "zh")]
    return pytest.mark.parametrize(
        ("name", "screen"),
        [
            pytest.param(
                name,
                screen,
                id=f"{name}-{screen[0]}-{screen[1][0]}x{screen[1][1]}",
                marks=() if name in SAMPLE and screen == ON else pytest.mark.long,
            )
            for screen in screens
            for name in places
        ],
    )


@pytest.fixture
def nines(tmp_path: Path) -> Path:
    """A file of the tree that has it all."""
    file = tmp_path / "nines.toml"
    file.write_text(tree_of_nines())
    return file


def explorer(file: Path, language: str) -> App:
    """An explorer with nine journeys on its shelf beside its own."""
    tree = check_file(file, TODAY).tree
    assert tree is not None
    for number in range(1, NINE + 1):
        journey = begin(tree).take(tree, tree.nodes["hub"].choices[0].id)
        open_or_begin(tree, name=f"client-{number}").keeper.save(tree, journey, language, TODAY)
    opened = open_or_begin(tree)
    shelf = Shelf(tree, opened.keeper)

    def keep(journey: Journey, language: str) -> None:
        """Of all that is pressed here nothing need outlive the test."""

    return explored(Scene(tree, opened.journey, language, TODAY), keep, shelf=shelf)


def editor(file: Path, language: str) -> App:
    return edited(EditSession(file, Clock.standing(TODAY)), language)


async def settled(app: App) -> None:
    """Until the keys that were pressed have done all their work, and it is painted; a screen that never rests fails."""
    async with asyncio.timeout(PATIENCE):
        handed = asyncio.Event()
        app.call_later(handed.set)
        await handed.wait()
        for _ in range(ROUNDS):  # what a worker has found, or a paint, may set another going
            while [*app.workers]:
                await app.workers.wait_for_complete()
            painted, screen = asyncio.Event(), app.screen
            screen.call_after_refresh(painted.set)
            while app.screen is screen and not painted.is_set():  # one that is covered is not painted
                await asyncio.sleep(0)


async def lead(app: App, way: Lead) -> None:
    """Go there."""
    for step in way:
        if isinstance(step, str):
            app.simulate_key(step)
        elif isinstance(app.mode, Editor):
            await settled(app)
            app.editor.desk.go_to(step)
    await settled(app)


async def begin_anew(app: App, language: str, theme: str) -> None:
    """The first screen, as it was at first."""
    while len(app.screen_stack) > 1:
        await app.pop_screen()
    app.theme = theme
    if isinstance(app.mode, Explorer):
        scene = app.explorer.scene
        journey = begin(scene.tree)  # come to from elsewhere, so that cursor and page are the first
        scene = replace(scene, journey=journey.jump("stop-9"), before=None, language=language)
        app.explorer.scene = scene
        app.explorer.scene = replace(scene, journey=journey)
    if isinstance(app.mode, Editor):
        app.mode.speak(language)
        app.editor.session.sought = ""  # else it stands in the line, and what is typed comes behind it
        if app.editor.session.document.text != tree_of_nines():
            app.editor.make(ReplaceText(tree_of_nines()))
        if app.editor.session.is_dirty:
            app.editor.session.save()
            app.editor.changed()
        app.editor.desk.go_to(("tree",))


def state(app: App) -> State:
    """What a key can change: what is held, and what is seen."""
    held: object = app.explorer.scene.journey if isinstance(app.mode, Explorer) else None
    if isinstance(app.mode, Editor):
        held = (app.editor.session.document.text, app.editor.session.at)
    return held, app.theme, app.clipboard, screen_text(app)


async def press_all(app: App, screen: Screen, place: Place) -> None:
    """Press every key that works in a place; each does something, and those of one action do the same."""
    language, size = screen
    complaints = []
    async with app.run_test(size=size):
        await settled(app)
        theme = app.theme
        for action in actions_in(place.where):
            if action.id in ELSEWHERE | ENDS or (place.only and action.id not in place.only):
                continue
            found: list[State] = []
            for key in action.keys:
                await begin_anew(app, language, theme)
                await lead(app, (*place.lead, *BEFORE.get(action.id, ())))
                if action.id in BETWEEN_PARTS and len(app.screen.focus_chain) == 1:
                    continue
                before = state(app)
                await lead(app, (key,))
                found.append(state(app))
                if found[-1] == before:
                    complaints.append(f"{action.id}: {key} did nothing")
                if found[-1] != found[0]:
                    complaints.append(f"{action.id}: {key} is not as {action.keys[0]}")
    assert complaints == []


def test_every_kind_of_key_has_its_place() -> None:
    assert {place.where for place in (*EXPLORER.values(), *EDITOR.values())} == {*Scope}


@on_every_screen(EXPLORER)
async def test_every_key_of_the_explorer_does_something(name: str, screen: Screen, nines: Path) -> None:
    await press_all(explorer(nines, screen[0]), screen, EXPLORER[name])


@on_every_screen(EDITOR)
async def test_every_key_of_the_editor_does_something(name: str, screen: Screen, nines: Path) -> None:
    await press_all(editor(nines, screen[0]), screen, EDITOR[name])
