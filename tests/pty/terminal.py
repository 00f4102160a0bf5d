"""Run a program in a pseudo-terminal: send keys, read the screen, wait for words on it."""

import fcntl
import os
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

from tests.pty.warm import warm

PROGRAM = str(Path(sys.executable).with_name("debttree"))
"""The installed command of this environment."""

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C",
    "left": "\x1b[D", "pagedown": "\x1b[6~", "end": "\x1b[F", "ctrl+c": "\x03", "ctrl+p": "\x10", "ctrl+q": "\x11",
    "ctrl+s": "\x13", "ctrl+u": "\x15", "ctrl+z": "\x1a",
}  # fmt: skip

_UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*(?:\$p|[mrsu])|\x1bP.*?\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)",
    re.S,
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[P\]][^\x07\x1b]*\x1b?)?\Z")
"""The beginning of an escape sequence whose rest has not arrived: reads end anywhere."""

_PATIENCE = 20.0
"""Seconds until a wait fails; a loaded machine is slow."""


def _opened() -> tuple[int, int, str]:
    """Both ends of a new terminal, and its name."""
    if sys.platform == "win32":
        raise NotImplementedError
    mine, theirs = os.openpty()
    return mine, theirs, os.ttyname(theirs)


def _spawn(
    command: list[str], env: Mapping[str, str], terminal: str, blocked: Iterable[signal.Signals]
) -> int:
    """Start a program on its own terminal, and return the process id.

    Not with `pty.fork`: Python warns of forks of a process with threads, and pytest-xdist has some.
    """
    if sys.platform == "win32":
        raise NotImplementedError
    return os.posix_spawn(
        command[0],
        command,
        env,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, terminal, os.O_RDWR, 0),  # the first one opened becomes the session's
            (os.POSIX_SPAWN_DUP2, 0, 1),
            (os.POSIX_SPAWN_DUP2, 0, 2),
        ],
        setsid=True,
        setsigmask=blocked,
        setsigdef=[
            signal.SIGHUP,
            signal.SIGINT,
            signal.SIGTERM,
        ],  # the tests may run under nohup, or behind a shell
    )


class Terminal:
    """One run of a program."""

    def __init__(
        self,
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        program: str = PROGRAM,
        blocked: Iterable[signal.Signals] = (),
        cold: bool = False,
    ) -> None:
        """Start it.

        Args:
            arguments: of the program.
            size: columns and rows of the terminal.
            env: variables added to the environment of the tests.
            program: another program than debttree.
            blocked: signals that never reach it.
            cold: whether to start the installed command, for tests of the start itself. Other programs always start so,
                and debttree too if `env` has more than the name of an editor, since modules read some variables while
                they load.
        """
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._undrawn = b""
        """What came and is not on the screen yet: drawing takes longer than reading, and must not be measured."""
        self.raw = b""
        self._status: int | None = None
        self._is_closed = False
        self._fd, other_end, name = _opened()
        self._set_size(size)
        known = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})}
        is_ours = program == PROGRAM and not set(env or ()) - {"VISUAL", "EDITOR"}
        self._warm = warm() if is_ours and not cold else None
        start = self._warm.start if self._warm else _spawn
        self.pid = start([program, *arguments], known, name, blocked)
        os.close(other_end)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if sys.platform == "win32":
            raise NotImplementedError
        if self._status is None:
            os.kill(self.pid, signal.SIGKILL)
            while not self._has_ended():
                time.sleep(0.005)
        self.hang_up()

    def _has_ended(self) -> bool:
        """Whether the program has ended, so that its exit status is known."""
        if sys.platform == "win32":
            raise NotImplementedError
        status: int | None
        if self._warm:
            status = self._warm.status(self.pid)
        else:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            status = status if pid else None
        if status is not None:
            self._status = os.waitstatus_to_exitcode(status)
        return status is not None

    def hang_up(self) -> None:
        """Close the terminal, as somebody closes a window."""
        if not self._is_closed:
            self._is_closed = True
            os.close(self._fd)

    def _set_size(self, size: tuple[int, int]) -> None:
        if sys.platform == "win32":
            raise NotImplementedError
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        if sys.platform == "win32":
            raise NotImplementedError
        self.screen.resize(height, width)
        self._set_size((width, height))
        os.kill(self.pid, signal.SIGWINCH)

    def text(self) -> str:
        """The text of the screen. pyte's own `display` fails on a wide character that is half overwritten."""
        screen = self.screen
        rows = [[screen.buffer[y][x].data for x in range(screen.columns)] for y in range(screen.lines)]
        return "\n".join("".join(row).rstrip() for row in rows)

    def press(self, *keys: str) -> None:
        """Send keys by their names, or text as it is."""
        for key in keys:
            self.send(KEYS.get(key, key).encode())

    def send(self, content: bytes) -> None:
        """Send bytes as they are."""
        os.write(self._fd, content)

    def wait(self, pattern: str) -> None:
        """Wait until a regular expression matches the screen."""
        self.until(lambda: re.search(pattern, self.text()) is not None, pattern)

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until a condition holds."""
        end = time.monotonic() + _PATIENCE
        while not holds():
            if not self.reads(end - time.monotonic()):
                raise AssertionError(f"{what!r} never showed; the screen:\n{self.text()}")

    def closes(self) -> int:
        """Close the terminal, as by the button of its window, and return the exit status."""
        os.close(self._fd)
        self._fd = os.open(os.devnull, os.O_RDWR)
        return self.ends()

    def ends(self, *, reading: bool = True) -> int:
        """Wait until the program has ended, reading its output or not, and return the exit status."""
        end = time.monotonic() + _PATIENCE
        while self._status is None:
            if not (reading and self.reads(0.05)):  # a terminal that is closed has nothing to wait for
                time.sleep(0.01)
            if not self._has_ended() and time.monotonic() > end:
                raise AssertionError(f"it did not end; the screen:\n{self.text()}")
        while self.reads(0):
            pass
        return self._status

    def reads(self, seconds: float) -> bool:
        """Read output; return whether any arrived in time."""
        ready, _, _ = select.select([] if self._is_closed else [self._fd], [], [], max(seconds, 0))
        if not ready:
            return False
        try:
            content = os.read(self._fd, 1 << 16)
        except OSError:  # the other side is closed
            return False
        self.raw += content
        self._undrawn += content
        return bool(content)

    def stalls(self) -> None:
        """Wait, without reading, until the program blocks because it has more to write than the terminal buffers."""
        if sys.platform == "win32":
            raise NotImplementedError
        end, waiting, looks = time.monotonic() + _PATIENCE, 0, 0
        while looks < 5:
            now = struct.unpack("i", fcntl.ioctl(self._fd, termios.FIONREAD, bytes(4)))[0]
            looks = looks + 1 if now == waiting > 0 else 0
            waiting = now
            assert time.monotonic() < end, "it never waited"
            time.sleep(0.2)

    @property
    def screen(self) -> pyte.Screen:
        """The screen after all output so far."""
        unfinished = _UNFINISHED.search(self._undrawn)
        whole = unfinished.start() if unfinished else len(self._undrawn)
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", self._undrawn[:whole]))
        self._undrawn = self._undrawn[whole:]
        return self._screen
