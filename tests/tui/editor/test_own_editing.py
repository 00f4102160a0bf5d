"""What the person's own editor saves comes together with what is edited here; what cannot is kept and said."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from debttree.editing.edits import Set
from debttree.tui.app import App
from debttree.tui.editor import own_editing
from debttree.tui.editor.draft import Draft
from debttree.tui.kit.dialogs.options import Options
from tests.tui.conftest import Edit
from tests.tui.driving import SIZE, settled
from tests.tui.screens import screen_text

Lend = Callable[[Callable[[Path], int]], None]


@pytest.fixture
def lend(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Lend:
    """Say what an editor does that the environment names and that does not say whether it waits."""
    program = tmp_path / "mine"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(program))

    def lend(does: Callable[[Path], int]) -> None:
        def run(app: App, words: str, command: Sequence[str], held: Sequence[int]) -> int:
            assert "debttree waits for your editor" in words
            return does(Path(command[-1]))

        monkeypatch.setattr(own_editing, "lend", run)

    return lend


def nothing(file: Path) -> int:
    return 0


def saves(file: Path, old: str, new: str) -> int:
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    return 0


def looked(app: App) -> None:
    """Two looks: a file is read once it has stayed the same."""
    app.editor.own_editing.look()
    app.editor.own_editing.look()


def only(app: App) -> Draft:
    (draft,) = app.editor.session.drafts
    return draft


async def test_what_is_saved_later_comes_together_with_what_was_edited_here(edit: Edit, lend: Lend) -> None:
    lend(nothing)
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("E")
        draft = only(app)
        app.editor.make(Set(("nodes", "plan", "title"), {"zh": "此处", "en": "Here"}))
        saves(draft.file, "They refuse", "They say no")
        looked(app)
        await settled(pilot)
        text = app.editor.session.document.text
        assert "They say no" in text and "此处" in text
        assert "Taken over from your editor" in screen_text(app)
        saves(draft.file, "They say no", "They say never")
        looked(app)
        text = app.editor.session.document.text
        assert "They say never" in text and "此处" in text
        app.editor.session.clear_up()
        assert not draft.file.exists()


async def test_where_both_changed_the_same_the_draft_stays_and_is_named(edit: Edit, lend: Lend) -> None:
    lend(nothing)
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("E")
        draft = only(app)
        app.editor.make(Set(("nodes", "refused", "title"), {"zh": "此处", "en": "Here"}))
        saves(draft.file, "They refuse", "They say no")
        mine = app.editor.session.document
        looked(app)
        await settled(pilot)
        assert app.editor.session.document is mine
        words = " ".join(screen_text(app).split())
        assert "Both changed the same: refused What your editor saved is kept:" in words
        await pilot.press("q")
        assert isinstance(app.screen, Options)
        app.editor.session.clear_up()
        assert "They say no" in draft.file.read_text("utf-8")


async def test_what_is_no_text_is_kept_and_said(edit: Edit, lend: Lend) -> None:
    def spoils(file: Path) -> int:
        file.write_bytes(b"\xff\xfe")
        return 0

    lend(spoils)
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        before = app.editor.session.document
        await pilot.press("E")
        await settled(pilot)
        assert app.editor.session.document is before
        assert "What came back is no UTF-8 text. What your editor saved is kept:" in " ".join(
            screen_text(app).split()
        )
        assert only(app).file.read_bytes() == b"\xff\xfe"


async def test_what_is_saved_last_is_there_when_one_leaves(edit: Edit, lend: Lend) -> None:
    lend(nothing)
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("E")
        saves(only(app).file, "They refuse", "They say no")
        await pilot.press("q")
        assert "Your edits are not saved." in screen_text(app)
        await pilot.press("2")
    assert app.return_code == 0
    app.editor.session.clear_up()
    assert not only(app).file.exists()


async def test_a_terminal_that_cannot_be_lent_says_so_and_leaves_nothing(
    edit: Edit, lend: Lend, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(nothing)
    monkeypatch.undo()
    monkeypatch.setenv("EDITOR", str(file.parent / "mine"))
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("E")
        assert "This terminal cannot be handed to another program." in screen_text(app)
    assert list(file.parent.glob(".*.draft.toml")) == []
