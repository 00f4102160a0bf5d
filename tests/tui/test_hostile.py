"""A hostile tree through every screen: no string acts, no control byte reaches the screen."""

import ast
import os
import re
from pathlib import Path

import pytest
from textual.widgets import TextArea

import debttree.tui
from debttree.journey import begin
from debttree.model import Clock
from debttree.tui.editor.session import EditSession
from debttree.tui.explorer.mode import Explorer
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.actions import ACTIONS, Scope
from tests.tui.conftest import TODAY, TREES, Kept, read
from tests.tui.driving import edited, save, settled
from tests.tui.quick_pilot import Driven
from tests.tui.screens import screen_text

_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069"
    "\u00ad\u115f\u1160\u2800\u3164\ufe0f\ufeff\uffa0\U000e0000-\U000e007f]"
)

SHEETS = [
    action.keys[0]
    for action in ACTIONS
    if action.scope in (Scope.EXPLORER, Scope.EVERYWHERE) and action.id not in ("quit", "close", "edit")
]


class Watched(Driven):
    """A program with an action that only a string of the tree can ask for."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self.start_with(Explorer(self, scene, Kept()))
        self.ran = False
        self.opened: list[str] = []

    def action_pwn(self) -> None:
        self.ran = True

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """What a browser would open."""
        self.opened.append(url)


def watched() -> Watched:
    tree = read("hostile")
    return Watched(Scene(tree, begin(tree), "en", TODAY))


@pytest.mark.parametrize(
    "keys", [[], ["n", *"[@click=app.pwn]x[/]", "ctrl+s"], ["2"], ["3"], *([key] for key in SHEETS)]
)
async def test_no_string_acts_and_no_control_character_is_drawn(keys: list[str]) -> None:
    app = watched()
    async with app.run_test(size=(110, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press(*keys)
        assert not _FORBIDDEN.search(screen_text(app))
        for y in (2, 5, 9, 14, 19, 23):
            await pilot.click(offset=(20, y))
            await pilot.press("escape")  # what asks for a yes gets none
        assert not _FORBIDDEN.search(screen_text(app))
    assert not app.ran
    assert app.opened == []


@pytest.mark.parametrize(
    "name", ["\x1b]0;t\x07\n\u202e.toml", os.fsdecode(b"\xff\x9b.toml"), "x" * 250 + ".toml"]
)
async def test_the_name_of_a_file_acts_nowhere_and_hides_nothing(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes((TREES / "loan.toml").read_bytes())
    app = edited(EditSession(file, Clock.standing(TODAY)), "en")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "D")
        await settled(pilot)
        assert "not saved" in screen_text(app)
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert "not saved" in screen_text(app)
        await save(pilot)
        await settled(pilot)
        assert not app.editor.session.is_dirty
        assert not _FORBIDDEN.search(screen_text(app))
    assert [other.name for other in tmp_path.iterdir()] == [name]


async def test_a_link_opens_only_after_a_yes_and_only_to_the_web() -> None:
    app = watched()
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("s", "enter")
        assert "This is no web address" in screen_text(app)
        await pilot.press("down", "enter")
        assert "Open this address in your browser?" in screen_text(app)
        await pilot.press("escape", "end", "enter", "y")
    assert app.opened == ["https://ok.example"]


async def test_what_is_typed_is_cleaned(tmp_path: Path) -> None:
    app = watched()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        app.screen.query_one(TextArea).text = "a\x1b[31mb\u202ec"
        await pilot.press("ctrl+s")
        (note,) = app.explorer.scene.journey.notes
        assert not _FORBIDDEN.search(note.text)
        assert not _FORBIDDEN.search(screen_text(app))


HARMLESS_WIDGETS = {"Input", "TextArea"}
"""Widgets of textual that show what they are given and parse no markup."""


def _is_for_types(node: ast.AST, source: ast.Module) -> bool:
    """Whether something is imported for annotations alone."""
    return any(
        isinstance(block, ast.If)
        and isinstance(block.test, ast.Name)
        and block.test.id == "TYPE_CHECKING"
        and node in block.body
        for block in source.body
    )


def test_only_one_file_makes_content_and_no_widget_that_parses_markup_is_used() -> None:
    for file in Path(debttree.tui.__file__).parent.rglob("*.py"):
        source = ast.parse(file.read_text())
        for node in ast.walk(source):
            if isinstance(node, ast.ImportFrom) and node.module == "textual.widgets":
                assert {name.name for name in node.names} <= HARMLESS_WIDGETS, file
            if isinstance(node, ast.ImportFrom) and node.module in (
                "textual.content",
                "textual.markup",
                "rich.text",
            ):
                assert file.name == "safe.py" or _is_for_types(node, source), file
            if isinstance(node, ast.Attribute):
                assert node.attr not in ("from_markup", "notify", "border_title", "tooltip"), file
