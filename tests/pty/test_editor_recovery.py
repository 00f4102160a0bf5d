"""However the editor ends in a real terminal, unsaved edits are offered at the next start, unless none are kept."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from debttree.storage.folders import state_folder
from debttree.storage.journal import unsaved
from tests import tasks
from tests.pty.editor import NOW, quit_at_once, reword_a_title, save
from tests.pty.terminal import Terminal

pytestmark = pytest.mark.pty


def _sent(number: signal.Signals) -> Callable[[Terminal], None]:
    return lambda terminal: os.kill(terminal.pid, number)


ENDS: dict[str, tuple[Callable[[Terminal], None], int]] = {
    "asked to end": (_sent(signal.SIGTERM), 128 + signal.SIGTERM),
    "hung up": (_sent(signal.SIGHUP), 128 + signal.SIGHUP),
    "killed": (_sent(signal.SIGKILL), -signal.SIGKILL),
    "window closed": (Terminal.hang_up, 128 + signal.SIGHUP),
}


@pytest.mark.parametrize("end", ENDS)
def test_unsaved_edits_are_offered_and_taken_up(file: Path, end: str) -> None:
    strike, status = ENDS[end]
    with Terminal("edit", *NOW, str(file)) as terminal:
        reword_a_title(terminal)
        strike(terminal)
        assert terminal.ends() == status
    assert file.read_text() == tasks.LOAN
    with Terminal("edit", *NOW, str(file)) as terminal:
        terminal.wait(r'Unsaved edits(?s:.)*\+ title.en = "They refuse!"')
        terminal.press("1")
        save(terminal)
        quit_at_once(terminal)
    assert file.read_text() == tasks.REWORD.after
    assert unsaved(file) == []


def test_private_says_so_and_leaves_nothing_behind(file: Path) -> None:
    with Terminal("edit", "--private", *NOW, str(file)) as terminal:
        reword_a_title(terminal)
        terminal.wait("nothing is kept")
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.ends()
    assert file.read_text() == tasks.LOAN
    assert not state_folder().exists()
    with Terminal("edit", *NOW, str(file)) as terminal:
        terminal.wait("Settings of the tree")
        assert "Unsaved edits" not in terminal.text()
