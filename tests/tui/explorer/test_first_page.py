"""The first page of a large tree: as if all of it were there; a step waits for the rest, a look for nothing."""

import asyncio
from pathlib import Path
from threading import Event

import pytest

from debttree.journey import Keeper, Shelf, begin
from debttree.model import Tree
from debttree.reading import first_pass as module
from debttree.reading import read
from debttree.reading.first_pass import first_pass
from debttree.tui.app import App
from debttree.tui.explorer.scene import Scene
from tests.tui.conftest import TODAY
from tests.tui.driving import explored
from tests.tui.screens import screen_text

TREES = sorted((Path(__file__).parents[3] / "trees").glob("*overdue.toml"))
WAITS = "still being read"


class _Rest:
    """The rest of a tree, which comes when the test says so."""

    def __init__(self, tree: Tree | None) -> None:
        self.tree = tree
        self.comes = Event()

    def __call__(self) -> Tree | None:
        self.comes.wait()
        return self.tree


def _parts(file: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Tree, Tree]:
    monkeypatch.setattr(module, "LARGE", 0)
    content = file.read_bytes()
    whole, first = read(content, file.stem).tree, first_pass(content, file.stem)
    assert whole is not None
    assert first is not None
    return first, whole


def _app(first: Tree, rest: _Rest) -> App:
    shelf = Shelf(first, Keeper(None))
    return explored(Scene(first, begin(first), "en", TODAY, private=True), shelf=shelf, rest=rest)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
@pytest.mark.parametrize("file", TREES, ids=lambda file: file.stem)
async def test_it_is_the_page_of_the_whole_tree_and_goes_on_there(
    file: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, whole = _parts(file, monkeypatch)
    monkeypatch.setattr("debttree.tui.explorer.mode.Explorer._think", lambda *_: None)
    app = explored(Scene(whole, begin(whole), "en", TODAY, private=True))
    async with app.run_test(size=size) as pilot:
        await pilot.press("down", "pagedown", "L")
        expected = screen_text(app)
    rest = _Rest(whole)
    app = _app(first, rest)
    async with app.run_test(size=size) as pilot:
        await pilot.press("down", "pagedown", "L")
        assert screen_text(app) == expected
        rest.comes.set()
        await pilot.press("m", "escape", "1")
        assert app.explorer.scene.tree is whole
        assert app.explorer.shelf is not None
        assert app.explorer.shelf.tree is whole
        assert len(app.explorer.scene.journey.path.steps) == 1


async def test_a_step_and_a_click_wait_and_what_comes_behind_them_keeps_its_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, whole = _parts(TREES[0], monkeypatch)
    rest = _Rest(whole)
    app = _app(first, rest)
    async with app.run_test(size=(80, 24)) as pilot:
        presses = asyncio.ensure_future(pilot.press("question_mark", "escape", "1", "left"))
        while WAITS not in screen_text(app):
            await asyncio.sleep(0.02)  # the pilot waits for shorter ones
        assert not app.explorer.scene.journey.path.steps
        rest.comes.set()
        await presses
        await pilot.pause()
        assert app.explorer.scene.journey.next_step is not None
        assert WAITS not in screen_text(app)


async def test_a_tree_that_turns_out_to_be_broken_ends_the_program_with_1(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, _ = _parts(TREES[0], monkeypatch)
    rest = _Rest(None)
    app = _app(first, rest)
    async with app.run_test(size=(80, 24)) as pilot:
        rest.comes.set()
        await pilot.press("1")
    assert app.return_code == 1
    assert app.explorer.scene.journey.is_blank
