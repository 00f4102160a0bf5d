"""The person's browser: which one opens an address, and whether it wants the terminal for itself.

Python's `webbrowser` starts most browsers so that what they print goes over the screen, and runs a text browser
inside it. So the program that is named is started here, and `webbrowser` is asked in a process of its own.
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
"""Asks Python's own knowledge of browsers, away from the terminal."""


@dataclass(frozen=True, slots=True)
class Browser:
    """A way to open an address.

    Attributes:
        command: the program and its arguments; no shell sees them.
        name: what the person knows it by; empty: the system's own.
        in_terminal: whether it draws on the terminal.
    """

    command: tuple[str, ...]
    name: str
    in_terminal: bool


_HOST_ALONE = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}(?:[/?#]\S*)?")
"""A host as people write it, www.court.gov.cn, perhaps with a page there."""

_AFTER_HOST = re.compile(r"[/?#\\]")

_LONGEST = 2_000
"""Characters of such an address at most."""


def web_address(written: str) -> str | None:
    """Return the address that a browser opens; None where what was written is none.

    Args:
        written: what the guide says; a host without `https://` before it is one too, and a name before a host is a
            trap: people read it as the host.

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
    """Return what opens an address: what BROWSER names, else the system's own; without windows one for the terminal.

    Args:
        address: a web address.
        environment: of the process.
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
    """Return the words of one entry, without an ampersand at its end: we put it into the background ourselves."""
    try:
        words = words_of(named)
    except ValueError:  # a quote that nobody closed
        return []
    return words[:-1] if words[-1:] == ["&"] else words


def _with_address(words: list[str], address: str) -> tuple[str, ...]:
    """Return the command, with the address where it shall stand."""
    if any("%s" in word for word in words[1:]):
        return words[0], *(word.replace("%s", address) for word in words[1:])
    return *words, address


def _draws(name: str, program: str) -> bool:
    return Path(name).name in _IN_TERMINAL or Path(program).resolve().name in _IN_TERMINAL


def start(browser: Browser) -> subprocess.Popen[bytes]:
    """Start it away from the terminal: nothing it prints is seen, no key goes there, no Ctrl+C ends it.

    Raises:
        OSError: it cannot be started.
    """
    source, out, err = _SAYS_NOTHING
    return subprocess.Popen(  # noqa: S603 - the person's own
        browser.command, stdin=source, stdout=out, stderr=err, start_new_session=True
    )
