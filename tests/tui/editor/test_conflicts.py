"""Another program changes the file while it is open in the editor."""

import errno
import os
from pathlib import Path

import pytest
from textual.pilot import Pilot

from debttree.tui.app import App
from debttree.tui.editor.screens.saving import Conflict
from tests import tasks
from tests.tui.conftest import TREES, Edit
from tests.tui.driving import SIZE, go, save, settled, shows
from tests.tui.screens import screen_text


async def test_a_change_outside_comes_in_at_once_and_keeps_the_place(edit: Edit, file: Path) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused", "title")
        file.write_text(file.read_text().replace("They refuse", "They say no"))
        app.editor.watch.look()
        await settled(pilot)
        assert "They say no" in screen_text(app)
        assert "Another program changed the file" in screen_text(app)
        assert app.editor.session.at == ("nodes", "refused", "title")
        assert not app.editor.session.is_dirty
        await pilot.press("u")
        assert "They refuse" in screen_text(app)


async def exclaim(pilot: Pilot[None], app: App) -> None:
    """The title of one node gets an exclamation mark."""
    go(app, "nodes", "refused", "title")
    await pilot.press("enter", "tab", "end", "!", "ctrl+s")
    await settled(pilot)
    assert app.editor.session.is_dirty


async def change_both(pilot: Pilot[None], app: App, file: Path) -> None:
    """We reword one node; another program rewords another."""
    await exclaim(pilot, app)
    file.write_text(tasks.REWORDED_BY_OTHERS)
    await pilot.press("ctrl+s")
    await pilot.pause()
    assert shows(app, Conflict)
    assert "Collectors ring" in screen_text(app)


async def test_a_conflict_is_merged_where_different_nodes_were_touched(edit: Edit, file: Path) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await change_both(pilot, app, file)
        assert "They refuse!" not in file.read_text()
        await pilot.press("1")
        await settled(pilot)
        await save(pilot)
    assert file.read_text() == tasks.MERGE.after


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [("2", tasks.REWORDED_BY_OTHERS), ("3", tasks.REWORD.after)],
    ids=["theirs", "mine"],
)
async def test_a_conflict_is_settled_for_one_side(edit: Edit, file: Path, answer: str, outcome: str) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await change_both(pilot, app, file)
        await pilot.press(answer)
        await settled(pilot)
        if app.editor.session.is_dirty:
            await save(pilot)
    assert file.read_text() == outcome


async def test_a_file_that_vanished_is_written_anew_after_a_question(edit: Edit, file: Path) -> None:
    before = file.read_bytes()
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        file.unlink()
        app.editor.watch.look()
        await pilot.pause()
        assert "The file is gone" in screen_text(app)
        await pilot.press("ctrl+s", "1")
        await pilot.pause()
    assert file.read_bytes() == before


async def test_a_file_that_is_gone_for_a_while_is_saved_as_if_it_never_was(edit: Edit, file: Path) -> None:
    before = file.read_bytes()
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await exclaim(pilot, app)
        file.unlink()  # as version control does it
        app.editor.watch.look()
        await pilot.pause()
        assert "the file is gone" in screen_text(app)
        assert "changed by another program" not in screen_text(app)
        file.write_bytes(before.replace(b"title", b"title ", 1))
        app.editor.watch.look()
        await pilot.pause()
        assert "the file is gone" not in screen_text(app)
        assert "changed by another program too" in screen_text(app)
        file.write_bytes(before)
        app.editor.watch.look()
        await pilot.pause()
        assert "the file is gone" not in screen_text(app)
        assert "changed by another program too" not in screen_text(app)
        await save(pilot)
    assert file.read_text() == tasks.REWORD.after


async def test_a_change_that_time_and_size_do_not_tell_is_found_when_saving(edit: Edit, file: Path) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await exclaim(pilot, app)
        status = file.stat()
        with file.open("r+b") as theirs:
            theirs.write(file.read_bytes().replace(b"Collectors call", b"Collectors ring"))
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert shows(app, Conflict)
        assert "Collectors ring" in screen_text(app)


async def test_a_folder_that_vanished_is_said_and_the_work_is_still_there(edit: Edit, tmp_path: Path) -> None:
    folder, moved = tmp_path / "folder", tmp_path / "moved"
    folder.mkdir()
    file = folder / "loan.toml"
    file.write_bytes((TREES / "loan.toml").read_bytes())
    app = edit(file)
    async with app.run_test(size=SIZE) as pilot:
        await exclaim(pilot, app)
        folder.rename(moved)
        await pilot.press("ctrl+s", "1")
        await pilot.pause()
        assert "its folder is not there" in " ".join(screen_text(app).split())
        assert app.editor.session.is_dirty
        moved.rename(folder)
        await pilot.press("escape")
        await save(pilot)
    assert b"They refuse!" in file.read_bytes()


async def test_a_file_that_may_not_be_written_is_said_and_the_work_is_still_there(
    edit: Edit, file: Path
) -> None:
    before = file.read_bytes()
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await exclaim(pilot, app)
        file.chmod(0o444)
        await save(pilot)
        assert "marked as read-only" in " ".join(screen_text(app).split())
        assert app.editor.session.is_dirty
        assert file.read_bytes() == before
        file.chmod(0o644)
        await pilot.press("enter")
        await pilot.pause()
    assert b"They refuse!" in file.read_bytes()


@pytest.mark.parametrize(("answer", "other_gets_it"), [("1", True), ("2", False)])
async def test_hard_links_are_named_and_parted_only_on_request(
    edit: Edit, file: Path, answer: str, other_gets_it: bool
) -> None:
    before = file.read_bytes()
    other = file.with_name("other.toml")
    other.hardlink_to(file)
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await exclaim(pilot, app)
        await save(pilot)
        assert "hard links" in " ".join(screen_text(app).split())
        assert file.read_bytes() == before
        await pilot.press("3")
        await pilot.pause()
        assert app.editor.session.is_dirty
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(answer)
        await pilot.pause()
        assert app.screen is app.editor.desk
        assert "Saved:" in screen_text(app)
    assert b"They refuse!" in file.read_bytes()
    assert (b"They refuse!" in other.read_bytes()) == other_gets_it


def _busy(*_args: object, **_options: object) -> None:
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


async def test_a_file_that_cannot_be_replaced_is_written_in_place_on_request(
    edit: Edit, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await exclaim(pilot, app)
        monkeypatch.setattr(os, "replace", _busy)
        await save(pilot)
        assert "mounted by itself" in " ".join(screen_text(app).split())
        await pilot.press("1")
        await pilot.pause()
        assert not app.editor.session.is_dirty
    assert b"They refuse!" in file.read_bytes()


async def test_a_private_session_writes_nothing_in_place_because_it_keeps_no_copy(
    edit: Edit, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    app = edit(private=True)
    async with app.run_test(size=SIZE) as pilot:
        await exclaim(pilot, app)
        monkeypatch.setattr(os, "replace", _busy)
        await save(pilot)
        await pilot.press("1")
        await pilot.pause()
        assert app.editor.session.is_dirty
    assert file.read_bytes() == before
