"""What becomes of Ctrl+C around the start of a program that gets the terminal."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

import pytest

from debttree.tui.kit.lending import lend
from tests.on_posix import POSIX

if not POSIX:
    pytest.skip("signals, owners and terminals as POSIX has them", allow_module_level=True)

if TYPE_CHECKING:
    from textual.app import App


class Interrupted:
    """An app whose terminal sends Ctrl+C just before the other program has started."""

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Give the terminal away, a moment too early for whoever shall have it."""
        os.kill(os.getpid(), signal.SIGINT)
        yield


def test_ctrl_c_that_comes_while_a_program_is_being_started_reaches_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = signal.getsignal(signal.SIGINT)
    fd, other_end = os.openpty()
    with os.fdopen(fd), os.fdopen(other_end) as terminal:
        monkeypatch.setattr("sys.stdin", terminal)
        ended = lend(cast("App[Any]", Interrupted()), "waits", ["sleep", "60"])
    assert ended == -signal.SIGINT
    assert signal.getsignal(signal.SIGINT) is before
