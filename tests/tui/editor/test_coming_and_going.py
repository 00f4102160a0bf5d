"""Entering and leaving the editor: copies of bundled trees, trying the tree, quitting."""

import datetime as dt
from pathlib import Path
from threading import Event

import pytest

from debttree.editing.document import Document
from debttree.model import Clock, Tree
from debttree.storage.library import bundled_folder, user_folder
from debttree.tui.editor.assessment import Assessment, assess
from debttree.tui.editor.mode import Editor
from debttree.tui.editor.screens.desk import Desk
from debttree.tui.editor.screens.page import Page
from debttree.tui.editor.session import EditSession
from debttree.tui.kit.actions import Scope, actions_in
from tests.tui.conftest import TODAY, Edit, Start
from tests.tui.driving import SIZE, go, save, settled, shows, type_in, until_shown
from tests.tui.screens import screen_text


async def test_a_bundled_tree_is_copied_under_a_name_of_its_own(edit: Edit) -> None:
    bundled = bundled_folder() / "alipay-overdue.toml"
    before = bundled.read_bytes()
    app = edit(bundled)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for name, answer in ((bundled.stem, "is the name of a tree"), ("a/b", "is no name")):
            await type_in(pilot, name)
            assert answer in screen_text(app)
        await type_in(pilot, "ours")
        assert app.editor.session.file == user_folder() / "ours.toml"
        go(app, "tree", "title")
        await pilot.press("d")
        await save(pilot)
    assert bundled.read_bytes() == before
    assert (user_folder() / "ours.toml").read_bytes() != before


async def test_without_a_copy_a_bundled_tree_is_not_edited(edit: Edit) -> None:
    bundled = bundled_folder() / "alipay-overdue.toml"
    app = edit(bundled)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert app.return_code == 0
    assert not user_folder().exists()


async def test_the_keys_of_the_explorer_open_nothing_in_the_editor(edit: Edit) -> None:
    app = edit()
    theirs = {key for action in actions_in(Scope.EXPLORER) for key in action.keys}
    mine = {key for action in actions_in(*Desk.scopes) for key in action.keys}
    async with app.run_test(size=SIZE) as pilot:
        for key in sorted(theirs - mine):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, Page), key
        assert shows(app, Desk)


async def test_trying_the_tree_walks_it_from_here_unless_it_has_errors(edit: Edit) -> None:
    tried: list[str] = []

    async def try_out(tree: Tree, node: str) -> None:
        tried.append(node)

    app = edit(try_out=try_out)
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused")
        await pilot.press("t")
        await pilot.pause()
        assert tried == ["refused"]
    tried.clear()
    app = edit(try_out=try_out)
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused", "title")
        await pilot.press("d", "t")
        await pilot.pause()
        assert tried == []
        assert "mend them first" in screen_text(app)


async def test_quitting_asks_where_something_is_not_saved(edit: Edit, file: Path) -> None:
    before = file.read_bytes()
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused", "title")
        await pilot.press("d", "q")
        assert "Your edits are not saved." in screen_text(app)
        await pilot.press("3")
        assert shows(app, Desk)
        await pilot.press("q", "2")
        await pilot.pause()
        assert app.return_code == 0
    assert file.read_bytes() == before
    assert EditSession(file, Clock.standing(TODAY)).unsaved() == []


async def test_quitting_asks_about_words_that_are_only_typed(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused", "title")
        await pilot.press("enter", "tab", "end", "!", "ctrl+q")
        assert "Something was typed here." in screen_text(app)
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("v", "#", "ctrl+q")
        assert "Your edits are not saved." in screen_text(app)
        assert "#" in app.editor.session.document.text


async def test_problems_that_are_found_after_the_editor_was_left_disturb_nobody(
    start: Start, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_left = Event()

    def slow(document: Document, today: dt.date, *_: object) -> Assessment:
        assert has_left.wait(20)
        return assess(document, today)

    monkeypatch.setattr("debttree.tui.editor.mode.assess", slow)
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        editor = Editor(app, EditSession(file, Clock.standing(TODAY)), "en")
        await app.enter(editor, lambda: None)
        await until_shown(pilot, "Tree settings")
        await pilot.press("q")
        await until_shown(pilot, "Which is true?")
        has_left.set()
        await settled(pilot)
        await pilot.press("1")
        assert "Before the first call" in screen_text(app)
