"""However the editor ends in a real terminal, unsaved edits are offered at the next start, unless none are kept."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from debttree.storage.folders import state_folder
from debttree.storage.journal import unsaved
from tests import tasks
from tests.on_posix import POSIX
from tests.pty.editor import NOW, find, go_to_title, quit_at_once, reword_a_title, save
from tests.pty.terminal import Terminal

if not POSIX:
    pytest.skip("signals, owners and terminals as POSIX has them", allow_module_level=True)

pytestmark = pytest.mark.pty


def _sent(number: signal.Signals) -> Callable[[Terminal], None]:
    return lambda terminal: os.kill(terminal.pid, number)


ENDS: dict[str, tuple[Callable[[Terminal], None], int | None]] = {
    "asked to end": (_sent(signal.SIGTERM), 128 + signal.SIGTERM),
    "hung up": (_sent(signal.SIGHUP), 128 + signal.SIGHUP),
    "killed": (_sent(signal.SIGKILL), -signal.SIGKILL),
    "window closed": (Terminal.hang_up, None),
}
"""What ends the program, and its exit status; None where nobody is left to see one."""


@pytest.mark.parametrize("end", ENDS)
def test_unsaved_edits_are_offered_and_taken_up(file: Path, end: str) -> None:
    strike, status = ENDS[end]
    with Terminal("edit", *NOW, str(file)) as terminal:
        reword_a_title(terminal)
        strike(terminal)
        assert terminal.ends() == status or status is None
    assert file.read_text() == tasks.LOAN
    with Terminal("edit", *NOW, str(file)) as terminal:
        terminal.wait(r'Unsaved edits(?s:.)*\+ title.en = "They refuse!"')
        terminal.press("1")
        save(terminal)
        quit_at_once(terminal)
    assert file.read_text() == tasks.REWORD.after
    assert unsaved(file) == []


def test_unsaved_edits_are_taken_up_in_a_file_that_was_renamed_and_changed_since(file: Path) -> None:
    with Terminal("edit", *NOW, str(file)) as terminal:
        reword_a_title(terminal)
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.ends()
    renamed = file.rename(file.with_name("my loan.toml"))
    renamed.write_text(tasks.LOAN + "# changed since\n")
    with Terminal("edit", *NOW, "--recover", "1", str(renamed)) as terminal:
        terminal.wait(r'Unsaved edits(?s:.)*\+ title.en = "They refuse!"')
        terminal.press("1")
        terminal.wait("not saved")
        terminal.press("ctrl+s")
        terminal.wait("Changed by another program too")
        terminal.press("1")
        terminal.wait("not saved")
        save(terminal)
        quit_at_once(terminal)
    assert renamed.read_text() == tasks.REWORD.after + "# changed since\n"
    assert unsaved() == []


def test_private_says_so_and_leaves_nothing_behind(file: Path) -> None:
    with Terminal("edit", "--private", *NOW, str(file)) as terminal:
        reword_a_title(terminal)
        terminal.wait("nothing is kept")
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.ends()
    assert file.read_text() == tasks.LOAN
    assert not state_folder().exists()
    with Terminal("edit", *NOW, str(file)) as terminal:
        terminal.wait("Tree settings")
        assert "Unsaved edits" not in terminal.text()


def _held(terminal: Terminal, words: bytes) -> None:
    """Until what is being typed is on the disk."""
    folder, end = state_folder() / "unsaved", time.monotonic() + 20
    while not any(words in kept.read_bytes() for kept in folder.glob("*.changes")):
        terminal.reads(0.05)
        assert time.monotonic() < end, terminal.text()


def test_what_is_being_typed_outlives_a_kill(file: Path) -> None:
    with Terminal("edit", *NOW, str(file)) as terminal:
        find(terminal, "refused")
        go_to_title(terminal)
        terminal.press("enter")
        terminal.wait("› 中文")
        terminal.press("tab")
        terminal.wait("› English")
        terminal.press("end", "!")
        _held(terminal, b"!")
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.ends()
    (found,) = unsaved(file)
    assert found.text == tasks.REWORD.after


def test_a_file_being_typed_outlives_a_closed_window(file: Path) -> None:
    with Terminal("edit", *NOW, str(file)) as terminal:
        terminal.wait("problems?(?s:.)*Tree settings")
        terminal.press("v")
        terminal.wait("Esc forms")
        terminal.press("[ no toml")
        _held(terminal, b"no toml")
        terminal.hang_up()
        terminal.ends()
    (found,) = unsaved(file)
    assert found.text.replace("[ no toml", "") == tasks.LOAN
