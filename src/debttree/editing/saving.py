"""Save a history's document: prove it, write it in one step, read it back."""

from pathlib import Path

from debttree.editing.history import History
from debttree.model import Trouble, msg
from debttree.reading import read_bytes
from debttree.storage.atomic import write_atomic
from debttree.storage.in_place import write_in_place


def save(history: History, path: Path, *, in_place: bool = False) -> None:
    """Write the document, if the file still holds what was read from it; the history's base is then the document.

    Args:
        history: whose document is saved.
        path: the file.
        in_place: write over the bytes of the file instead of putting a new one into its place; a copy is kept
            on the disk until that is done.

    Raises:
        Refused: the document does not say what it should; nothing was written.
        ChangedOnDisk: another program changed the file; nothing was written.
        NotReplaceable: no new file can take its place; nothing was written.
        Trouble: it cannot be written; the file is as it was.
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
