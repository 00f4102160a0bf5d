"""Find the person's web browser, and whether it needs the terminal.

Python's `webbrowser` lets most browsers print over the screen, and runs a text browser inside it. So the browser that
is named is started here, and `webbrowser` is called in a separate process.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from debttree.system.programs import command, words_of

_IN_TERMINAL = (
    "www-browser",
    "w3m",
    "lynx",
    "links",
    "links2",
    "elinks",
    "browsh",
    "carbonyl",
    "cha",
    "chawan",
)
"""Browsers that draw on the terminal."""

_SAYS_NOTHING = (subprocess.DEVNULL, subprocess.DEVNULL, subprocess.DEVNULL)

_LIBRARY = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"
"""A script for a separate process that opens an address by `webbrowser`."""


@dataclass(frozen=True, slots=True)
class Browser:
    """A way to open an address.

    Attributes:
        command: the program and its arguments, run without a shell.
        name: its name for the person; empty: the system's own browser.
        in_terminal: whether it needs the terminal.
    """

    command: tuple[str, ...]
    name: str
    in_terminal: bool


_HOST_ALONE = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}(?:[/?#]\S*)?")
"""A host without `https://`, such as www.court.gov.cn, optionally with a path."""

_AFTER_HOST = re.compile(r"[/?#\\]")

_LONGEST = 2_000
"""Most characters of an address."""


def web_address(written: str) -> str | None:
    """Return the address for a browser; None if what was written is not a web address.

    Args:
        written: text of a guide. A host without `https://` is accepted. `NAME@HOST` is refused: people take the name
            for the host.

    >>> web_address("www.court.gov.cn/fuwu")
    'https://www.court.gov.cn/fuwu'
    >>> web_address("javascript:alert(1)")
    >>> web_address("https://www.court.gov.cn@example.org/")
    """
    if written.startswith(("https://", "http://")):
        return None if "@" in _AFTER_HOST.split(written.split("//", 1)[1], maxsplit=1)[0] else written
    is_host = len(written) <= _LONGEST and _HOST_ALONE.fullmatch(written)
    return f"https://{written}" if is_host else None


def browser_for(address: str, environment: Mapping[str, str], *, has_windows: bool) -> Browser:
    """Return the browser for an address: the one in BROWSER, else the system's own; without a desktop a text browser.

    Args:
        address: a web address.
        environment: environment variables of the process.
        has_windows: whether there is a desktop.
    """
    path = environment.get("PATH")
    for named in environment.get("BROWSER", "").split(os.pathsep):
        words = _words(named)
        if words and (program := shutil.which(words[0], path=path)):
            return Browser(
                tuple(command(program, _with_address(words, address))),
                Path(words[0]).name,
                _draws(words[0], program),
            )
    if not has_windows:
        for name in _IN_TERMINAL:
            if shutil.which(name, path=path):
                return Browser((name, address), name, in_terminal=True)
    return Browser((sys.executable, "-I", "-c", _LIBRARY, address), "", in_terminal=False)


def _words(named: str) -> list[str]:
    """Return the words of one entry of BROWSER, without `&` at its end: it is started in the background anyway."""
    try:
        words = words_of(named)
    except ValueError:  # an unclosed quote
        return []
    return words[:-1] if words[-1:] == ["&"] else words


def _with_address(words: list[str], address: str) -> tuple[str, ...]:
    """Return the command with the address in its place."""
    if any("%s" in word for word in words[1:]):
        return words[0], *(word.replace("%s", address) for word in words[1:])
    return *words, address


def _draws(name: str, program: str) -> bool:
    return Path(name).name in _IN_TERMINAL or Path(program).resolve().name in _IN_TERMINAL


def start(browser: Browser) -> subprocess.Popen[bytes]:
    """Start a browser detached from the terminal: its output is discarded, and it gets no keys and no Ctrl+C.

    Raises:
        OSError: it cannot be started.
    """
    source, out, err = _SAYS_NOTHING
    return subprocess.Popen(  # noqa: S603 - the person's own browser
        browser.command, stdin=source, stdout=out, stderr=err, start_new_session=True
    )
