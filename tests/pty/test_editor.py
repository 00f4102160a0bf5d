"""The installed editor in a real terminal: edit, save, quit; a kill and what is left of it; to the walk and back."""

import os
import signal
from pathlib import Path

import pytest

from debttree.storage.journal import unsaved
from tests.pty.terminal import Terminal

pytestmark = pytest.mark.pty
LOAN = (Path(__file__).parents[1] / "tui" / "trees" / "loan.toml").read_bytes()
NOW = ("--now", "2026-11-23", "--lang", "en")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of the small tree."""
    file = tmp_path / "loan.toml"
    file.write_bytes(LOAN)
    return file


def reword_a_title(terminal: Terminal) -> None:
    """`They refuse` gets an exclamation mark."""
    terminal.wait("3 problems(?s:.)*Settings of the tree")
    find_refused(terminal)
    exclaim(terminal)
    terminal.wait("en !They refuse")


def find_refused(terminal: Terminal) -> None:
    """The cursor goes to the form of the node."""
    terminal.press("/")
    terminal.wait("Enter: choose")
    terminal.press("refuse")
    terminal.wait("› *■ They refuse")
    terminal.press("enter")
    terminal.wait("›■ decision refused")


def exclaim(terminal: Terminal) -> None:
    """The English title of the node gets an exclamation mark."""
    terminal.press("down", "down", "down", "down")
    terminal.wait("› *Title")
    terminal.press("enter")
    terminal.wait("› zh")
    terminal.press("tab")
    terminal.wait("› en")
    terminal.press("!")
    terminal.wait("› en\n +!")
    terminal.press("\x13")


def test_edit_save_and_quit(file: Path) -> None:
    with Terminal("edit", *NOW, str(file)) as terminal:
        reword_a_title(terminal)
        terminal.wait("not saved")
        terminal.press("\x13")
        terminal.wait(r'\+ title.en = "!They refuse"')
        terminal.press("enter")
        terminal.wait("Saved:")
        terminal.press("q")
        assert terminal.ends() == 0
        assert b"\x1b[?1049l" in terminal.raw
    assert file.read_bytes() == LOAN.replace(b'title.en = "They refuse"', b'title.en = "!They refuse"')


def test_unsaved_edits_are_recovered_after_a_kill(file: Path) -> None:
    with Terminal("edit", *NOW, str(file)) as terminal:
        reword_a_title(terminal)
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.ends()
    assert file.read_bytes() == LOAN
    with Terminal("edit", *NOW, str(file)) as terminal:
        terminal.wait(r'Unsaved edits(?s:.)*\+ title.en = "!They refuse"')
        terminal.press("1")
        terminal.wait("not saved")
        terminal.press("\x13")
        terminal.wait("What will be saved")
        terminal.press("enter")
        terminal.wait("Saved:")
        terminal.press("q")
        assert terminal.ends() == 0
    assert b"!They refuse" in file.read_bytes()
    assert unsaved(file) == []


def test_a_try_walks_the_edited_tree_and_comes_back_with_the_edits(file: Path) -> None:
    with Terminal("edit", *NOW, str(file)) as terminal:
        reword_a_title(terminal)
        terminal.press("t")
        terminal.wait("!They refuse(?s:.)*You are trying the edited tree")
        terminal.press("q")
        terminal.wait("not saved(?s:.)*refused")
        terminal.press("u")
        terminal.wait("Undone")
        terminal.press("q")
        assert terminal.ends() == 0
    assert file.read_bytes() == LOAN


def test_the_explorer_opens_the_editor_where_one_stands_and_takes_the_way_up_again(file: Path) -> None:
    with Terminal(*NOW, str(file)) as terminal:
        terminal.wait("How long is it overdue(?s:.)*1 ")
        terminal.press("1")
        terminal.wait("Before the first call(?s:.)*1 Call")
        terminal.press("e")
        terminal.wait("›■ decision before-call")
        exclaim(terminal)
        terminal.wait("!Before the first call")
        terminal.press("\x13")
        terminal.wait("What will be saved")
        terminal.press("enter")
        terminal.wait("Saved:")
        terminal.press("q")
        terminal.wait("1 step(?s:.)*!Before the first call(?s:.)*1 Call")
        terminal.press("q")
        assert terminal.ends() == 0


def test_the_persons_own_editor_opens_the_draft_at_the_line(file: Path, tmp_path: Path) -> None:
    own = tmp_path / "vi"
    own.write_text('#!/bin/sh\necho "$1" > "$SEEN"\nsed -i "s/They refuse/They say no/" "$2"\n')
    own.chmod(0o700)
    seen = tmp_path / "seen"
    with Terminal("edit", *NOW, str(file), env={"VISUAL": str(own), "SEEN": str(seen)}) as terminal:
        terminal.wait("3 problems(?s:.)*Settings of the tree")
        find_refused(terminal)
        terminal.press("E")
        terminal.wait("Taken over from your editor")
        assert "They say no" in terminal.text()
        terminal.press("q")
        terminal.wait("not saved")
        terminal.press("2")
        assert terminal.ends() == 0
    line = int(seen.read_text().strip().removeprefix("+"))
    assert LOAN.decode().splitlines()[line - 1] == "[nodes.refused]"
    assert file.read_bytes() == LOAN


def test_without_a_terminal_the_editor_names_another_way(file: Path) -> None:
    with Terminal("edit", *NOW, str(file), env={"TERM": "dumb"}) as terminal:
        assert terminal.ends() == 2
        assert "debttree check" in terminal.text().replace("\n", "")
