"""Turn a typed name into the file to write, and check whether it exists."""

import os
from pathlib import Path

from debttree.model import Trouble, msg


def named_file(text: str) -> Path:
    """Return the file of that name; `~` is the home of whoever it names.

    Raises:
        Trouble: it names a folder, be it there or not.
    """
    last = os.path.basename(text)  # noqa: PTH119 - Path forgets a separator at the end
    if last in ("", os.curdir, os.pardir) or os.path.isdir(text):  # noqa: PTH112 - no name is an error here
        raise Trouble(
            msg("{file} names a folder, not a file.", file=text or os.curdir), msg("Name a file in it.")
        )
    return _expanded(text)


def named_folder(text: str) -> Path:
    """Return the folder of that name, the working one where nothing was typed; `~` is a home as for files.

    Raises:
        Trouble: there is none.
    """
    folder = _expanded(text or os.curdir)
    if not os.path.isdir(folder):  # noqa: PTH112 - no name is an error here
        raise Trouble(msg("There is no folder {folder}.", folder=str(folder)), msg("Name one that is there."))
    return folder


def _expanded(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:  # there is no such user: `~name` is an ordinary name
        return Path(text)


def is_there(file: Path) -> bool:
    """Return whether there is such a file; one in a folder that nobody may look into is not there for us."""
    return os.path.exists(file)  # noqa: PTH110 - Path's own way raises there, and for a name that is too long


def here() -> str:
    """Return the working folder, or `.` where that has been deleted."""
    try:
        return str(Path.cwd())
    except OSError:
        return os.curdir
