"""The user's own folders, at the places that the system has for them; readable by their owner alone."""

import contextlib
import os
import stat
from pathlib import Path

from platformdirs import PlatformDirs

from debttree.model import Trouble, msg, reason_of
from debttree.system.files import is_mine

_DIRECTORIES = PlatformDirs("debttree", appauthor=False)

OWNER_ONLY = 0o700
"""Mode of every folder made here: what a person in debt keeps is nobody else's to see."""

_NOWHERE = Path(os.devnull) / "debttree"
"""The folder of a user without a home: it cannot exist, so nothing is found in it or written to it."""


def data_folder() -> Path:
    """Return the folder of the user's own trees. It may not exist yet."""
    return _folder("user_data_dir")


def state_folder() -> Path:
    """Return the folder of journeys and unsaved edits. It may not exist yet.

    It is deleted as a whole when somebody wants to be forgotten, so it is never the folder of their trees,
    which on macOS is the system's place for both.
    """
    folder = _folder("user_state_dir")
    return folder / "state" if folder == data_folder() else folder


def config_folder() -> Path:
    """Return the folder of settings and keys. It may not exist yet."""
    return _folder("user_config_dir")


def _folder(kind: str) -> Path:
    """Return one of the user's folders; never a relative path, which would change with the working folder."""
    try:
        folder = Path(getattr(_DIRECTORIES, kind))
    except RuntimeError:  # there is no home; older platformdirs answered with a path that begins with ~
        return _NOWHERE
    return folder if folder.is_absolute() else _NOWHERE


def made(folder: Path) -> Path:
    """Return the folder; make it and its parents for the owner alone where they are absent.

    The umask decides nothing: folders above that are missing are made for the owner alone too.

    Raises:
        Trouble: it cannot be made.
    """
    if folder.is_relative_to(_NOWHERE):
        raise Trouble(
            msg("You have no home folder here, so nothing can be kept."), msg("Set HOME to a folder.")
        )
    try:
        for missing in reversed([above for above in (folder, *folder.parents) if not above.exists()]):
            missing.mkdir(mode=OWNER_ONLY, exist_ok=True)
            with contextlib.suppress(OSError):  # a file system without modes
                missing.chmod(OWNER_ONLY)
    except OSError as error:
        raise Trouble(
            msg("The folder {folder} cannot be made: {reason}", folder=str(folder), reason=reason_of(error))
        ) from None
    return folder


def made_private(folder: Path) -> Path:
    """Return the folder; make it, or close it to others where it stands open, as from a backup.

    Raises:
        Trouble: it cannot be made, or belongs to somebody else, who could open it again.
    """
    made(folder)
    with contextlib.suppress(OSError):  # the file system knows no modes
        status = folder.stat()
        if not is_mine(status):
            raise Trouble(
                msg(
                    "The folder {folder} belongs to somebody else, so nothing is kept in it.",
                    folder=str(folder),
                )
            )
        if stat.S_IMODE(status.st_mode) != OWNER_ONLY:
            folder.chmod(OWNER_ONLY)
    return folder
