"""Unsaved edits outlive the program, unless nothing is to be kept."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from textual.pilot import Pilot

from debttree.editing.edits import Set
from debttree.model import Clock
from debttree.storage.folders import state_folder
from debttree.tui.app import App
from debttree.tui.editor.screens.raw import Raw
from debttree.tui.editor.screens.saving import Recovery
from debttree.tui.editor.screens.words import Words
from debttree.tui.editor.session import EditSession
from tests.on_posix import POSIX
from tests.tui.conftest import TODAY, Edit
from tests.tui.driving import SIZE, edited, go, save, settled, shows
from tests.tui.screens import screen_text

KILLED = """
import datetime, os, pathlib, signal, sys
from debttree.editing.edits import Set
from debttree.model import Clock
from debttree.tui.editor.session import EditSession
session = EditSession(pathlib.Path(sys.argv[1]), Clock.standing(datetime.date(2026, 11, 23)))
session.do(Set(("nodes", "refused", "title", "en"), "They refuse!"))
os.kill(os.getpid(), signal.SIGKILL)
"""


async def test_unsaved_edits_are_offered_again_and_taken_up(edit: Edit, file: Path) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    ended = subprocess.run([sys.executable, "-c", KILLED, str(file)], check=False)
    assert ended.returncode == -signal.SIGKILL
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert shows(app, Recovery)
        assert "They refuse!" in screen_text(app)
        await pilot.press("enter")  # the cursor stands on nothing
        assert shows(app, Recovery)
        assert "Press the number of an answer" in screen_text(app)
        await pilot.press("1")
        await settled(pilot)
        assert app.editor.session.is_dirty
        await save(pilot)
    assert "They refuse!" in file.read_text()
    assert EditSession(file, Clock.standing(TODAY)).unsaved() == []


async def test_unsaved_edits_of_a_renamed_file_are_offered_under_its_new_name(file: Path) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    ended = subprocess.run([sys.executable, "-c", KILLED, str(file)], check=False)
    assert ended.returncode == -signal.SIGKILL
    other = file.with_name("other.toml")
    other.write_bytes(file.read_bytes())
    assert EditSession(other, Clock.standing(TODAY)).unsaved() == []  # the file is there: they are its own
    renamed = file.rename(file.with_name("renamed.toml"))
    app = edited(EditSession(renamed, Clock.standing(TODAY)), "en")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert shows(app, Recovery)
        await pilot.press("1")
        await settled(pilot)
        await save(pilot)
    assert "They refuse!" in renamed.read_text()
    assert not file.exists()


KILLED_AFTER_A_HOLE = """
import datetime, errno, os, pathlib, signal, sys
from debttree.editing.edits import Set
from debttree.model import Clock, Trouble
from debttree.tui.editor.session import EditSession

def full(descriptor):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

session = EditSession(pathlib.Path(sys.argv[1]), Clock.standing(datetime.date(2026, 11, 23)))
title = ("nodes", "refused", "title")
session.do(Set((*title, "en"), "One"))
flush, os.fsync = os.fsync, full
try:
    session.do(Set((*title, "en"), "Two is longer"))
except Trouble:
    os.fsync = flush
session.do(Set((*title, "zh"), "三"))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_an_edit_that_could_not_be_kept_leaves_no_hole_in_what_is_recovered(file: Path) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    before = file.read_bytes().decode()
    ended = subprocess.run([sys.executable, "-c", KILLED_AFTER_A_HOLE, str(file)], check=False)
    assert ended.returncode == -signal.SIGKILL
    (found,) = EditSession(file, Clock.standing(TODAY)).unsaved()
    after = before.replace('title.en = "They refuse"', 'title.en = "Two is longer"')
    assert found.text == after.replace('title.zh = "被拒绝了"', 'title.zh = "三"')


def _kept() -> bytes:
    """What the journals hold."""
    return b"".join(kept.read_bytes() for kept in (state_folder() / "unsaved").glob("*.changes"))


async def _type(pilot: Pilot[None], app: App) -> Words:
    go(app, "nodes", "refused", "title")
    await pilot.press("enter", "tab", "end", "!")
    await pilot.pause()
    page = app.screen
    assert isinstance(page, Words)
    return page


async def test_what_is_being_typed_is_kept_until_it_is_given_up(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        page = await _type(pilot, app)
        page.take_typed()  # as at a signal
        assert b"!" in _kept()
        await pilot.press("escape", "2")  # throw it away
        await pilot.pause()
        assert app.screen is app.editor.desk
        assert _kept() == b""


async def test_a_translation_beside_a_text_for_every_language_is_kept_while_it_is_typed(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        app.editor.do(Set(("nodes", "refused", "title"), "Refused"))
        go(app, "nodes", "refused", "title")
        await pilot.press("enter", *"Nein", "ctrl+s")
        page = app.screen
        assert isinstance(page, Words), "which of the two is meant is for the author to say"
        held = page.held()
        assert isinstance(held, Set)
        assert sorted(held.value.values()) == ["Nein", "Refused"]
        page.take_typed()
        assert b"Nein" in _kept()


async def test_what_was_typed_and_taken_back_is_not_kept(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        page = await _type(pilot, app)
        page.hold()
        await pilot.press("backspace")
        page.hold()
        assert _kept() == b""


async def test_what_is_being_typed_is_kept_beside_the_edits_before(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        app.editor.do(Set(("nodes", "refused", "title", "zh"), "没谈成"))
        before = _kept()
        page = await _type(pilot, app)
        page.hold()
        assert _kept().startswith(before)
        assert len(_kept()) > len(before)
        await pilot.press("escape", "2")
        await pilot.pause()
        assert _kept() == before


async def test_nothing_that_is_typed_is_kept_where_nothing_is_to_be_kept(edit: Edit) -> None:
    app = edit(private=True)
    async with app.run_test(size=SIZE) as pilot:
        page = await _type(pilot, app)
        page.hold()
        assert _kept() == b""


async def test_private_keeps_no_journal_and_says_so(edit: Edit, file: Path) -> None:
    app = edit(private=True)
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused", "title")
        await pilot.press("enter", "tab", "end", "!", "ctrl+s")
        await pilot.pause()
        assert "nothing is kept" in screen_text(app)
        assert app.editor.session.is_dirty
    assert EditSession(file, Clock.standing(TODAY)).unsaved() == []


async def test_unsaved_text_that_is_no_toml_comes_back_as_text(edit: Edit, file: Path) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    broken = KILLED.replace("Set", "ReplaceText").replace('("nodes", "refused", "title", "en"), ', "")
    assert broken.count("ReplaceText") == 2
    ended = subprocess.run([sys.executable, "-c", broken, str(file)], check=False)
    assert ended.returncode == -signal.SIGKILL
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert shows(app, Recovery)
        await pilot.press("1")
        await settled(pilot)
        assert shows(app, Raw)
        assert "They refuse!" in screen_text(app)
