"""The terminal as textual drives it, except that no byte which comes from it ends the program or acts from a paste."""

import os
import select
from threading import Thread

from textual.drivers.linux_driver import LinuxDriver

from debttree.system.terminal import PIECE
from debttree.tui.kit.paste_guard import PasteGuard

_GLANCE = 0.1
"""Seconds between two looks at whether to end: as long as textual itself takes."""

_PIECE = 1 << 12


class GuardedDriver(LinuxDriver):
    """Reads keys until the program or the terminal ends."""

    def run_input_thread(self) -> None:
        """Read by way of a pipe, into which comes what the terminal sends with its pastes made harmless.

        The terminal has to be let go of when textual does: another program may be lent it then.
        """
        terminal = self.fileno
        self.fileno, sink = os.pipe()
        guarding = Thread(target=self._guard, args=(terminal, sink), name="guard", daemon=True)
        guarding.start()
        try:
            self._read_all()
        finally:
            guarding.join()
            os.close(self.fileno)
            os.close(sink)
            self.fileno = terminal

    def _guard(self, terminal: int, sink: int) -> None:
        """Pass on what comes, until textual is asked to stop reading or the terminal is gone."""
        guard = PasteGuard()
        while not self.exit_event.is_set():
            try:
                if not select.select([terminal], [], [], _GLANCE)[0]:
                    continue
                piece = os.read(terminal, _PIECE)
            except (OSError, ValueError):  # the terminal is gone; the runner sees to the end
                return
            if not piece:
                return
            self._pass_on(sink, guard.feed(piece))

    def _pass_on(self, sink: int, content: bytes) -> None:
        """Write into the pipe as it is emptied: where nobody reads any more, nobody is waited for."""
        while content and not self.exit_event.is_set():
            if select.select([], [sink], [], _GLANCE)[1]:
                content = content[os.write(sink, content[:PIECE]) :]

    def _read_all(self) -> None:
        """Go on after bytes that are no UTF-8, or begin like a key and are none.

        A terminal set to GBK sends the first, old ones too where a mouse moves; a bad line sends the others. What
        came in one piece with such bytes is lost with them.
        """
        while True:
            try:
                super().run_input_thread()
            except (ValueError, OverflowError):  # a UnicodeDecodeError is a ValueError
                continue
            return
