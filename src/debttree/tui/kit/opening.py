"""Opening an address in the person's browser, and saying how that went."""

import os
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.app import App

from debttree.locales import Phrases
from debttree.model import Trouble, reason_of
from debttree.system.programs import has_windows
from debttree.tui.kit.browser import Browser, browser_for, start
from debttree.tui.kit.lending import lend

if TYPE_CHECKING:
    from textual.timer import Timer

Tell = Callable[[str, str], None]
"""Says a sentence in a role."""

_LOOKS_EVERY = 0.2
"""Seconds between two looks at whether a browser has ended."""

_LOOKS = 50
"""Looks until it counts as open: one that fails does so soon."""


def open_address(app: App[Any], say: Phrases, tell: Tell, address: str) -> None:
    """Open an address; a browser of the terminal gets the terminal until it ends, another one never sees it.

    Args:
        app: the app whose terminal a browser may need.
        say: the language.
        tell: shows the person how it went.
        address: a web address.
    """
    opening = _Opening(app, say, tell, address)
    try:
        browser = browser_for(address, os.environ, has_windows=has_windows(os.environ))
        if browser.in_terminal:
            opening.lend(browser)
        else:
            opening.start(browser)
    except OSError as error:
        opening.failed(say("it cannot be started: {reason}", reason=reason_of(error)))
    except Trouble as trouble:
        opening.failed(say.tell(trouble.message))


class _Opening:
    """One address on its way to a browser."""

    def __init__(self, app: App[Any], say: Phrases, tell: Tell, address: str) -> None:
        self._app = app
        self._say = say
        self._tell = tell
        self._address = address
        self._timer: Timer | None = None
        self._looks = 0

    def lend(self, browser: Browser) -> None:
        """Hand the terminal over."""
        say = self._say
        words = say(
            "debttree waits for your browser {name}; close it to go on here: {address}",
            name=browser.name,
            address=self._address,
        )
        self._ended(lend(self._app, words, browser.command))

    def start(self, browser: Browser) -> None:
        """Start a browser that has a window, and look for a while whether it fails."""
        say, started = self._say, start(browser)
        self._tell(say("The address goes to your browser."), "dim")
        self._timer = self._app.set_interval(_LOOKS_EVERY, lambda: self._look(started))

    def _look(self, started: subprocess.Popen[bytes]) -> None:
        self._looks += 1
        status = started.poll()
        if self._timer is not None and (status is not None or self._looks >= _LOOKS):
            self._timer.stop()
        if status:
            self._ended(status)

    def _ended(self, status: int) -> None:
        say = self._say
        if status:
            self.failed(say("it ended with status {status}.", status=status))
        else:
            self._tell("", "dim")

    def failed(self, why: str) -> None:
        """Say that it did not work, and the address, which a person can open elsewhere."""
        say = self._say
        self._tell(
            say("No browser opened {address}: {why}", address=self._address, why=why),
            "warn",
        )
