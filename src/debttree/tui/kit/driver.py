"""Textual's terminal driver with a filter for input: no byte can end the program, and no paste can act as keys."""

import os
import select
from threading import Thread

from textual.drivers.linux_driver import LinuxDriver

from debttree.system.terminal import PIECE
from debttree.tui.kit.paste_guard import PasteGuard

_GLANCE = 0.1
"""Seconds between checks whether to stop, as in textual's own driver."""

_PIECE = 1 << 12


class GuardedDriver(LinuxDriver):
    """Reads keys until the program or the terminal ends."""

    def run_input_thread(self) -> None:
        """Read keys from a pipe, into which the terminal's input is copied with pastes made harmless.

        Reading must stop when textual stops, since another program may get the terminal then.
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
        """Copy input until textual is asked to stop reading or the terminal is gone."""
        guard = PasteGuard()
        while not self.exit_event.is_set():
            try:
                if not select.select([terminal], [], [], _GLANCE)[0]:
                    continue
                piece = os.read(terminal, _PIECE)
            except (OSError, ValueError):  # the terminal is gone; the runner ends the program
                return
            if not piece:
                return
            self._pass_on(sink, guard.feed(piece))

    def _pass_on(self, sink: int, content: bytes) -> None:
        """Write into the pipe as space becomes free; stop if nobody reads from it any more."""
        while content and not self.exit_event.is_set():
            if select.select([], [sink], [], _GLANCE)[1]:
                content = content[os.write(sink, content[:PIECE]) :]

    def _read_all(self) -> None:
        """Read on after bytes that are not UTF-8, or that begin like a key's sequence and are none.

        Terminals set to GBK send the first kind, and so do old ones for mouse moves; a bad connection sends the others.
        Input that arrived in one piece with such bytes is lost.
        """
        while True:
            try:
                super().run_input_thread()
            except (ValueError, OverflowError):  # a UnicodeDecodeError is a ValueError
                continue
            return
