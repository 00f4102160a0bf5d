"""Start the program fast in tests: a process that has imported it forks a child for each run.

Imports took half of the time of a run. If a test is about the start itself, or changes the environment, the installed
command is started instead (tests/pty/terminal.py decides).
"""

import atexit
import gc
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]

LOADED = (
    "debttree.cli.main", "debttree.cli.arguments", "debttree.cli.commands.edit", "debttree.cli.commands.explore",
    "debttree.cli.recovering", "debttree.analysis.columns", "debttree.analysis.unsound_parts",
    "debttree.tui.launch", "debttree.tui.app", "debttree.tui.editor.mode", "debttree.tui.explorer.mode",
    "debttree.tui.explorer.views.prospects", "debttree.tui.kit.driver", "debttree.tui.kit.runner",
    "markdown_it.main", "textual.layouts.factory", "textual.pilot", "textual.scrollbar",
)  # fmt: skip
"""Modules that both modes import before their first page, or soon after it."""


class Warm:
    """The process that has imported the program."""

    def __init__(self) -> None:
        mine, theirs = socket.socketpair()
        self._unread, terminal = _terminal()
        """A terminal that nobody looks at: Python makes its streams for what it finds as it starts."""
        command = [sys.executable, "-m", "tests.pty.warm", str(theirs.fileno())]
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            pass_fds=[theirs.fileno()],
            start_new_session=True,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
        )
        theirs.close()
        os.close(terminal)
        self._channel = mine
        self._lines = mine.makefile("r", encoding="utf-8")
        atexit.register(self._end)

    def _asked(self, **question: object) -> Any:
        self._channel.sendall(json.dumps(question).encode() + b"\n")
        return json.loads(self._lines.readline())

    def start(
        self, command: list[str], env: Mapping[str, str], terminal: str, blocked: Iterable[signal.Signals]
    ) -> int:
        """Start the program on a terminal of its own; its process id.

        Args:
            command: the program's name and its arguments.
            env: all its environment.
            terminal: the name of the terminal.
            blocked: signals that never reach it.
        """
        numbers = [int(number) for number in blocked]
        pid: int = self._asked(
            command=command, env=dict(env), terminal=terminal, cwd=str(Path.cwd()), blocked=numbers
        )
        return pid

    def status(self, pid: int) -> int | None:
        """The status of a run as `os.waitpid` gives it; None while it runs."""
        status: int | None = self._asked(ended=pid)
        return status

    def _end(self) -> None:
        self._lines.close()
        self._channel.close()
        self._process.wait()
        os.close(self._unread)


def _terminal() -> tuple[int, int]:
    if sys.platform == "win32":
        raise NotImplementedError
    return os.openpty()


@cache
def warm() -> Warm:
    """The single instance of this test process."""
    return Warm()


def _serve(channel: socket.socket) -> dict[str, Any] | None:
    """Serve requests until the tests end, then return None; in each child, return its order."""
    if sys.platform == "win32":
        raise NotImplementedError
    for line in channel.makefile("r", encoding="utf-8"):
        order: dict[str, Any] = json.loads(line)
        answer: int | None
        if "ended" in order:
            pid, status = os.waitpid(order["ended"], os.WNOHANG)
            answer = status if pid else None
        else:
            opened, is_open = os.pipe()
            answer = os.fork()
            if not answer:
                _become(order)
                os.close(is_open)
                return order
            os.close(is_open)
            os.read(opened, 1)  # a terminal without an open end would look as if the program had ended
            os.close(opened)
        channel.sendall(json.dumps(answer).encode() + b"\n")
    return None


def _become(order: dict[str, Any]) -> None:
    """Set up the child's terminal, folder and environment."""
    if sys.platform == "win32":
        raise NotImplementedError
    os.setsid()
    terminal = os.open(order["terminal"], os.O_RDWR)  # the first that a session opens is its own
    for number in range(3):
        os.dup2(terminal, number)
    os.close(terminal)
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["env"])
    signal.pthread_sigmask(signal.SIG_BLOCK, order["blocked"])
    sys.argv = order["command"]


def _main() -> int:
    """Import the program and serve; in each child, run it."""
    if sys.platform == "win32":
        raise NotImplementedError
    channel = socket.socket(fileno=int(sys.argv[1]))
    channel.set_inheritable(False)
    for name in (signal.SIGHUP, signal.SIGTERM):  # the tests may run under nohup, or behind a shell
        signal.signal(name, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for module in LOADED:
        importlib.import_module(module)
    gc.freeze()  # else each child's first pass of the collector would walk, and so copy, all of it
    order = _serve(channel)
    if order is None:
        return 0
    from debttree.cli.main import process

    return process()


if __name__ == "__main__":
    sys.exit(_main())
