"""Save a summary on disk: readable by its owner alone, never over a file that is there."""

import os
from pathlib import Path

from debttree.model import Trouble, msg
from debttree.storage.atomic import (
    OWNER_ONLY,
    AlreadyThere,
    NotReplaceable,
    create_exclusive,
    other_names,
    write_atomic,
)
from debttree.system.programs import quoted


def save_as(file: Path, content: bytes, *, force: bool = False) -> None:
    """Write a new file; with `force` replace an old one.

    Args:
        file: where to.
        content: all bytes of the file.
        force: whether a file that is there is replaced.

    Raises:
        Trouble: it is there already, or cannot be written; nothing on the disk is changed.
    """
    if force:
        _replace(file, content)
        return
    try:
        create_exclusive(file, content, OWNER_ONLY)
    except AlreadyThere as there:
        raise Trouble(there.message, msg("Choose another name.")) from None


def _replace(file: Path, content: bytes) -> None:
    hint = msg("Your shell can write into it: -o - > {file}", file=quoted(str(file)))
    if other_names(file) > 0:
        raise Trouble(msg("{file} has other names on the disk (hard links).", file=str(file)), hint)
    try:
        write_atomic(file, content, mode=OWNER_ONLY)
    except NotReplaceable as refused:
        raise Trouble(refused.message, hint) from None


def free_name(folder: Path, name: str) -> str:
    """Return `name`, or where the folder has that, the same with `-2`, `-3` ... before its ending."""
    wanted = Path(name)
    number, free = 2, name
    while os.path.lexists(folder / free):
        free = f"{wanted.stem}-{number}{wanted.suffix}"
        number += 1
    return free
