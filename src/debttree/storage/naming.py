"""From what somebody typed to the file to be written."""

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
    try:
        return Path(text).expanduser()
    except RuntimeError:  # there is no such user: `~name` is an ordinary name
        return Path(text)


def here() -> str:
    """Return the working folder, or `.` where that has been deleted."""
    try:
        return str(Path.cwd())
    except OSError:
        return os.curdir
