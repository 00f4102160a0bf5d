"""Keys that come in one piece, as over a slow line, do what they do one by one; a double click is one click."""

import asyncio
import datetime as dt
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Input

from debttree.analysis import graph
from debttree.model import Clock, Tree
from debttree.tui.kit import key_queue
from debttree.tui.kit.dialogs.frame import Framed
from debttree.tui.kit.dialogs.options import Options
from debttree.tui.kit.key_queue import DropsTypeAhead
from debttree.tui.kit.map import screen as map_screen
from debttree.tui.kit.program import Program
from debttree.tui.kit.settings import Settings
from tests.tui.conftest import Edit, Start
from tests.tui.driving import go
from tests.tui.screens import screen_lines, screen_text

if TYPE_CHECKING:
    import networkx as nx

SIZE = (80, 24)

WALKING = [*"123", "enter", "down", "up", "left", "right", "f", "R", "escape", "tab", "space"]
OPENING = [*"wimosxcp", "question_mark", "exclamation_mark"]


async def in_one_piece(pilot: Pilot[None], *keys: str) -> None:
    """Keys that come before the program can look at the first of them."""
    await pilot.app.workers.wait_for_complete()
    for key in keys:
        pilot.app.simulate_key(key)
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def one_by_one(pilot: Pilot[None], keys: list[str]) -> list[str]:
    """Press keys as somebody who looks at each screen; the result is those up to an unforeseen question."""
    await pilot.app.workers.wait_for_complete()
    for number, key in enumerate(keys, 1):
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
        if isinstance(pilot.app.screen, DropsTypeAhead):
            return keys[:number]
    await pilot.pause()
    return keys


@pytest.mark.parametrize("seed", range(8))
async def test_each_key_finds_what_the_one_before_left(seed: int, start: Start) -> None:
    chance = random.Random(seed)
    keys = [chance.choice(WALKING if chance.random() < 0.8 else OPENING) for _ in range(16)]
    slow, quick = start(), start()
    async with slow.run_test(size=SIZE) as pilot:
        keys = await one_by_one(pilot, keys)
        seen, walked = screen_text(slow), slow.explorer.scene.journey
    async with quick.run_test(size=SIZE) as pilot:
        await in_one_piece(pilot, *keys)
        assert quick.explorer.scene.journey == walked
        assert screen_text(quick) == seen


async def test_what_is_typed_after_a_key_that_asks_for_words_is_typed_there(start: Start) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await in_one_piece(pilot, "1", "n", *"quit", "left", "backspace", "e", "ctrl+s", "1")
        assert [note.text for note in app.explorer.scene.journey.notes] == ["quet"]
        assert app.explorer.scene.journey.at == "answer"
        await in_one_piece(pilot, "slash", *"judg", "enter")
        assert screen_lines(app)[0].startswith(" A look at: ")


async def test_what_is_asked_of_a_map_that_is_still_being_drawn_is_done_once_it_is(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing, moves = Event(), ["right", "1", "down", "up", "enter"]

    @contextmanager
    def slowly() -> Iterator[None]:
        drawing.wait(20)
        yield

    monkeypatch.setattr(map_screen, "without_collector", slowly)
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("m", "z", *moves)
        assert screen_lines(app)[0] == " Drawing the whole guide ..."
        drawing.set()
        await in_one_piece(pilot)
        seen = screen_lines(app)
        assert seen[0].startswith(" A look at: ")
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await in_one_piece(pilot, "m", "z")
        await in_one_piece(pilot, *moves)
        assert screen_lines(app) == seen


async def test_what_a_thread_found_for_a_screen_that_is_closed_meanwhile_is_dropped(start: Start) -> None:
    app, taken = start(), list[str]()
    async with app.run_test(size=SIZE) as pilot:
        await in_one_piece(pilot, "o")
        screen = app.screen
        assert isinstance(screen, Framed)
        await asyncio.to_thread(screen.hand_back, taken.append, "open")
        await in_one_piece(pilot, "escape")
        await asyncio.to_thread(screen.hand_back, taken.append, "closed")
    assert taken == ["open"]


@pytest.mark.parametrize(
    ("opens", "asks"), [("m", ["z", "z", "right", "enter"]), ("o", ["plus", "full_stop"])]
)
async def test_no_key_waits_for_the_graph_and_what_is_asked_of_it_is_done_once_it_is_there(
    opens: str, asks: list[str], start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, make = Event(), graph.decision_graph

    def slowly(tree: Tree) -> "nx.MultiDiGraph[str]":
        made.wait(20)
        return make(tree)

    monkeypatch.setattr(graph, "decision_graph", slowly)
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1", opens, *asks)  # nothing is pressed before the key before it has been heard
        assert not app.explorer.tree_index.is_ready
        made.set()
        await in_one_piece(pilot)
        seen = screen_lines(app)
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await in_one_piece(pilot, "1", opens, *asks)
        assert screen_lines(app) == seen


async def test_a_letter_with_alt_types_nothing(start: Start) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n", *"ab")
        app.post_message(Key("alt+q", "q"))  # as from a terminal
        await in_one_piece(pilot, "c", "ctrl+s")
        assert [note.text for note in app.explorer.scene.journey.notes] == ["abc"]


async def test_nothing_typed_before_a_question_came_answers_it(start: Start) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await in_one_piece(pilot, "1", "N", "1", "enter", "y")
        assert isinstance(app.screen, Options)
        assert app.explorer.scene.journey.at == "before-call"
        await pilot.press("enter")  # the cursor stands on nothing
        assert isinstance(app.screen, Options)
        await pilot.press("down", "enter")  # an arrow sets it on no
        assert app.explorer.scene.journey.at == "before-call"
        await pilot.press("N")
        assert isinstance(app.screen, Options)
        await in_one_piece(pilot, "1")
        assert not app.explorer.scene.journey.path.steps


async def test_the_editor_finds_types_and_asks_in_turn(edit: Edit, file: Path) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await in_one_piece(pilot, "slash", *"judgment", "enter")
        assert app.editor.session.at == ("nodes", "judgment")
        go(app, "nodes", "judgment", "title")
        await in_one_piece(pilot, "enter", "tab", *"Oh", "ctrl+s", "q", "2")
        assert 'title.en = "Oh' in app.editor.session.document.text
        await pilot.press("enter")  # the cursor stands on nothing
        assert isinstance(app.screen, Options)
        assert "Press the number of an answer" in screen_text(app)
        await pilot.press("down", "enter")  # an arrow sets it on the last answer, which changes nothing
        assert app.editor.session.is_dirty
        await in_one_piece(pilot, "a", *"nosuch", "enter", "enter", "escape", "u")
        assert app.editor.session.document.content == file.read_bytes()


async def test_a_double_click_is_one_click(start: Start) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        y, line = next((y, line) for y, line in enumerate(screen_lines(app)) if "1 Up to 90 days" in line)
        await pilot.double_click(offset=(line.index("Up"), y))
        assert app.explorer.scene.journey.at == "before-call"
        await pilot.press("o", "down")
        await pilot.double_click(offset=(8, 3))
        assert screen_lines(app)[0].startswith(" A look at: ")


class Stuck(Vertical):
    """A part of a screen that is busy until it is let go."""

    class Busy(Message):
        """What keeps it so."""

    def __init__(self) -> None:
        self.done = asyncio.Event()
        super().__init__(Input())

    async def on_stuck_busy(self) -> None:
        await self.done.wait()


class Half(Program):
    """A program of which a part is stuck."""

    def compose(self) -> ComposeResult:
        yield Stuck()


async def test_keys_are_taken_although_something_never_gets_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_queue, "_PATIENCE", 0.05)
    app = Half(Settings(), Clock.standing(dt.date(2026, 11, 23)))
    async with app.run_test(size=SIZE):
        stuck, line = app.query_one(Stuck), app.query_one(Input)
        try:
            stuck.post_message(Stuck.Busy())
            for key in "abc":
                app.simulate_key(key)
            async with asyncio.timeout(20):  # the pilot itself would wait for the part that is stuck
                while line.value != "abc":
                    await asyncio.sleep(0.01)
        finally:
            stuck.done.set()


async def test_a_key_that_is_followed_while_the_program_ends_is_no_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Half(Settings(), Clock.standing(dt.date(2026, 11, 23)))
    is_over = []

    async def until_the_end(*_: object) -> None:
        while app.screen_stack:
            await asyncio.sleep(0)
        is_over.append(True)

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        monkeypatch.setattr(key_queue, "_until", until_the_end)
        app.simulate_key("a")
        await asyncio.sleep(0)
    assert is_over
