"""Keep a copy of a tree's file from before an import of translations, so that the import can be undone.

The copy is named after the version of the tree after the import, so it applies only while the file is unchanged.
"""

import contextlib
from pathlib import Path

from debttree.model import Trouble, msg
from debttree.reading import read_bytes
from debttree.storage.atomic import write_atomic
from debttree.storage.folders import made_private, state_folder

_MODE = 0o600


def _folder() -> Path:
    return state_folder() / "imports"


def _copy_of(version: str) -> Path:
    return _folder() / f"{version}.toml"


def keep(version: str, content: bytes) -> None:
    """Keep what a file held before it became this version.

    Raises:
        Trouble: it cannot be kept.
    """
    made_private(_folder())
    write_atomic(_copy_of(version), content, mode=_MODE)


def kept(version: str) -> bytes:
    """Return what the file of this version held before.

    Raises:
        Trouble: nothing is kept for this version.
    """
    try:
        return read_bytes(_copy_of(version))
    except Trouble:
        raise Trouble(
            msg("Nothing is kept of what this file held before translations were taken into it."),
            msg("It was changed since, or they were taken with --private."),
        ) from None


def forget_copy(version: str) -> None:
    """Delete the copy of a version, where there is one."""
    with contextlib.suppress(OSError):
        _copy_of(version).unlink()
