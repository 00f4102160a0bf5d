"""A temporary copy of the edited document for the person's own editor, in the folder of the tree.

It is in that folder because the first line of a tree names its schema by a relative path.
"""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from debttree.editing.document import Document
from debttree.model import Trouble
from debttree.reading import read_bytes
from debttree.storage.stamp import stamp_of
from debttree.system.programs import Tether

ENDING = ".draft.toml"

_NAME_AT_MOST = 40
"""Most characters of the tree's name in the name of the copy, since a file name has at most 255 bytes."""


class Draft:
    """A temporary file that only its owner can read.

    Args:
        document: its initial content.
        beside: the tree's file; None: a new temporary folder is used, since the tree's cannot be written to.

    Attributes:
        file: path of the temporary file.
        held: file descriptors that the editor inherits, so that the program can tell whether it, or a child of it,
            still runs.
        base: the content when file and document were last equal.
        stays: whether the file is kept for the person because its content could not be used.

    Raises:
        OSError: the file cannot be written.
    """

    def __init__(self, document: Document, beside: Path | None) -> None:
        self.base = document
        self.stays = False
        self._folder: Path | None = None
        self._tether = Tether()
        self.held = self._tether.descriptors
        self.file = self._make(document.name, beside)
        try:
            self.file.write_bytes(document.content)
        except OSError:
            self.remove()
            raise
        self._known = document.content
        self._stamp = self._settled = stamp_of(self.file)

    def _make(self, name: str, beside: Path | None) -> Path:
        prefix = f".{name[:_NAME_AT_MOST]}."
        if beside is not None:
            with suppress(OSError):
                return _exclusive(prefix, beside.absolute().parent)
        self._folder = Path(tempfile.mkdtemp(prefix="debttree-"))
        return _exclusive(prefix, self._folder)

    def begun(self) -> None:
        """Record that the editor has the present content."""
        self._tether.given()

    def has_just_ended(self) -> bool:
        """Return whether the editor has ended since the last call."""
        return self._tether.is_open and not self.is_open

    @property
    def is_open(self) -> bool:
        """Whether the editor, or a process it started, still runs, as far as that can be known."""
        return self._tether.is_held

    def look(self) -> bytes | None:
        """Return the content saved since the last call; None: none, or the editor may still be writing.

        Raises:
            Trouble: it cannot be read.
        """
        now = stamp_of(self.file)
        if now == self._settled or now != self._stamp:
            self._stamp = now
            return None
        return self.saved()

    def saved(self) -> bytes | None:
        """Return the content if it is not known yet, read at once.

        Raises:
            Trouble: it cannot be read.
        """
        self._stamp = self._settled = stamp_of(self.file)
        if self._stamp is None:
            return None
        content = read_bytes(self.file)
        if content == self._known:
            return None
        self._known = content
        return content

    def is_needless(self) -> bool:
        """Return whether its content is known here, and no editor has it open."""
        if self.stays or self.is_open:
            return False
        try:
            return self.saved() is None
        except Trouble:
            return False

    def remove(self) -> None:
        """Delete the file."""
        self._tether.close()
        with suppress(OSError):
            self.file.unlink()
        if self._folder is not None:
            with suppress(OSError):
                self._folder.rmdir()


def _exclusive(prefix: str, folder: Path) -> Path:
    descriptor, name = tempfile.mkstemp(ENDING, prefix, folder)  # created with mode 0600
    os.close(descriptor)
    return Path(name)


def left_beside(tree: Path) -> list[Path]:
    """Return the copies that an earlier run left: its editor was still open, or the program was killed."""
    prefix = f".{tree.stem[:_NAME_AT_MOST]}."
    try:
        return sorted(
            file
            for file in tree.absolute().parent.iterdir()
            if file.name.startswith(prefix) and file.name.endswith(ENDING)
        )
    except OSError:
        return []
