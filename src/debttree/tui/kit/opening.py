"""Open an address in the person's browser, and report success or failure."""

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
"""Shows a sentence in a role."""

_LOOKS_EVERY = 0.2
"""Seconds between checks whether a browser has ended."""

_LOOKS = 50
"""Checks until the address counts as open: a browser that fails does so soon."""


def open_address(app: App[Any], say: Phrases, tell: Tell, address: str) -> None:
    """Open an address. A text browser gets the terminal until it ends; other browsers are detached from it.

    Args:
        app: the app whose terminal a text browser needs.
        say: the language.
        tell: shows the result to the person.
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
    """An address that is being opened."""

    def __init__(self, app: App[Any], say: Phrases, tell: Tell, address: str) -> None:
        self._app = app
        self._say = say
        self._tell = tell
        self._address = address
        self._timer: Timer | None = None
        self._looks = 0

    def lend(self, browser: Browser) -> None:
        """Lend the terminal to a text browser."""
        say = self._say
        words = say(
            "debttree waits for your browser {name}; close it to go on here: {address}",
            name=browser.name,
            address=self._address,
        )
        self._ended(lend(self._app, words, browser.command))

    def start(self, browser: Browser) -> None:
        """Start a browser with its own window, and check for a while whether it fails."""
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
        """Say that it failed, and show the address, so that the person can open it elsewhere."""
        say = self._say
        self._tell(
            say("No browser opened {address}: {why}", address=self._address, why=why),
            "warn",
        )
