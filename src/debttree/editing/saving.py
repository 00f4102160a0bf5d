"""Save a history's document: prove it, write it atomically, read it back."""

from pathlib import Path

from debttree.editing.history import History
from debttree.model import Trouble, msg
from debttree.reading import read_bytes
from debttree.storage.atomic import write_atomic
from debttree.storage.in_place import write_in_place


def save(history: History, path: Path, *, in_place: bool = False) -> None:
    """Write the document if the file is still as it was read, and make the document the history's base.

    Args:
        history: the history of the document.
        path: the file.
        in_place: overwrite the bytes of the file instead of replacing the file; a copy is kept on disk until that is
            done.

    Raises:
        Refused: the text says something else than meant; nothing was written.
        ChangedOnDisk: another program changed the file; nothing was written.
        NotReplaceable: the file cannot be replaced by another; nothing was written.
        Trouble: the file cannot be written; it is unchanged.
    """
    history.prove()
    document = history.document
    if in_place:
        write_in_place(path, document.content, history.base.content)
    else:
        write_atomic(path, document.content, expected=history.base.content)
    if read_bytes(path) != document.content:
        message = msg("{file} does not hold what was written to it.", file=str(path))
        raise Trouble(message, msg("Another program may have written to it. Your work is still here."))
    history.base = document
