"""Signals and a closed terminal: it ends with the documented status, and the terminal is as it was."""

import os
import re
import signal

import pytest

from tests.export.conftest import GUIDE
from tests.pty.terminal import Terminal

LEFT_ON = (b"1049", b"1000", b"1003", b"1006", b"1004", b"2004")
"""Modes that must be off again: alternate screen, mouse, focus, pasting."""


def restored(terminal: Terminal) -> bool:
    """Whether every mode that was switched on was switched off again, and the cursor shows."""
    last = dict(re.findall(rb"\x1b\[\?(\d+)([hl])", terminal.raw))
    return all(last.get(mode) == b"l" for mode in LEFT_ON) and last.get(b"25") == b"h"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_explorer_and_leaves_the_terminal_as_it_was(number: signal.Signals) -> None:
    with Terminal(str(GUIDE), "--lang", "en") as terminal:
        terminal.wait("How long has the bill been overdue")
        os.kill(terminal.pid, number)
        assert terminal.ends() == 128 + number
        assert restored(terminal)


def test_a_stop_that_nobody_announced_is_survived() -> None:
    with Terminal(str(GUIDE), "--lang", "en") as terminal:
        terminal.wait("How long has the bill been overdue")
        os.kill(terminal.pid, signal.SIGSTOP)
        before = len(terminal.raw)
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.until(lambda: b"\x1b[?1049h" in terminal.raw[before:], "drawn anew")
        terminal.wait("How long has the bill been overdue")
        terminal.press("q")
        assert terminal.ends() == 0
        assert restored(terminal)


def test_ctrl_c_ends_the_line_mode_quietly() -> None:
    with Terminal("walk", str(GUIDE), "--lang", "en") as terminal:
        terminal.wait("Number from 1")
        terminal.press("ctrl+c")
        assert terminal.ends() == 130
        assert b"Traceback" not in terminal.raw
