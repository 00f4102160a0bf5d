"""Unsaved edits outlive the program, unless nothing is to be kept."""

import signal
import subprocess
import sys
from pathlib import Path

from debttree.tui.editor.screens.saving import Recovery
from debttree.tui.editor.workshop import Workshop
from tests.tui.conftest import TODAY, Edit
from tests.tui.editor import SIZE, go, save, settled, shows
from tests.tui.screens import screen_text

KILLED = """
import datetime, os, pathlib, signal, sys
from debttree.editing.edits import Set
from debttree.tui.editor.workshop import Workshop
workshop = Workshop(pathlib.Path(sys.argv[1]), datetime.date(2026, 11, 23))
workshop.do(Set(("nodes", "refused", "title", "en"), "They refuse!"))
os.kill(os.getpid(), signal.SIGKILL)
"""


async def test_unsaved_edits_are_offered_again_and_taken_up(edit: Edit, file: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", KILLED, str(file)], check=False)
    assert ended.returncode == -signal.SIGKILL
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert shows(app, Recovery)
        assert "They refuse!" in screen_text(app)
        await pilot.press("1")
        await settled(pilot)
        assert app.workshop.is_dirty
        await save(pilot)
    assert "They refuse!" in file.read_text()
    assert Workshop(file, TODAY).unsaved() == []


KILLED_AFTER_A_HOLE = """
import datetime, errno, os, pathlib, signal, sys
from debttree.editing.edits import Set
from debttree.model import Trouble
from debttree.tui.editor.workshop import Workshop

def full(descriptor):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

workshop = Workshop(pathlib.Path(sys.argv[1]), datetime.date(2026, 11, 23))
title = ("nodes", "refused", "title")
workshop.do(Set((*title, "en"), "One"))
flush, os.fsync = os.fsync, full
try:
    workshop.do(Set((*title, "en"), "Two is longer"))
except Trouble:
    os.fsync = flush
workshop.do(Set((*title, "zh"), "三"))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_an_edit_that_could_not_be_kept_leaves_no_hole_in_what_is_recovered(file: Path) -> None:
    before = file.read_bytes().decode()
    ended = subprocess.run([sys.executable, "-c", KILLED_AFTER_A_HOLE, str(file)], check=False)
    assert ended.returncode == -signal.SIGKILL
    (found,) = Workshop(file, TODAY).unsaved()
    after = before.replace('title.en = "They refuse"', 'title.en = "Two is longer"')
    assert found.text == after.replace('title.zh = "被拒绝了"', 'title.zh = "三"')


async def test_private_keeps_no_journal_and_says_so(edit: Edit, file: Path) -> None:
    app = edit(private=True)
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused", "title")
        await pilot.press("enter", "tab", "end", "!", "ctrl+s")
        await pilot.pause()
        assert "nothing is kept" in screen_text(app)
        assert app.workshop.is_dirty
    assert Workshop(file, TODAY).unsaved() == []
