"""A copy of what is edited, for the person's own editor: it lies beside the tree, and goes when it is done with.

Beside the tree, because the first line of a tree names its schema by a path from there.
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
"""Characters of the tree's name in the draft's: a file's name has 255 bytes at most."""


class Draft:
    """A file for the eyes of its owner alone.

    Args:
        document: what it holds at first.
        beside: the tree's file; None: a folder of its own, where the tree's is not written to.

    Attributes:
        file: the draft.
        held: what the editor gets and keeps while it or a child of it runs; it can be asked for afterwards.
        base: what the draft held when its content was last the same here and there.
        stays: the content could not be taken over, so the file is left to the person.

    Raises:
        OSError: it cannot be written anywhere.
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
        """Note that the editor has what is stored."""
        self._tether.given()

    def has_just_ended(self) -> bool:
        """Return whether it was open when that was asked last, and is not any more."""
        return self._tether.is_open and not self.is_open

    @property
    def is_open(self) -> bool:
        """Whether what the editor started runs still, as far as that can be told."""
        return self._tether.is_held

    def look(self) -> bytes | None:
        """Return what was saved since the last look; None: nothing, or the editor may still be writing it.

        Raises:
            Trouble: it cannot be read.
        """
        now = stamp_of(self.file)
        if now == self._settled or now != self._stamp:
            self._stamp = now
            return None
        return self.saved()

    def saved(self) -> bytes | None:
        """Return what was saved and is not known yet, read at once.

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
        """Return whether it holds nothing that is not known here, and nobody has it open."""
        if self.stays or self.is_open:
            return False
        try:
            return self.saved() is None
        except Trouble:
            return False

    def remove(self) -> None:
        """Take it away."""
        self._tether.close()
        with suppress(OSError):
            self.file.unlink()
        if self._folder is not None:
            with suppress(OSError):
                self._folder.rmdir()


def _exclusive(prefix: str, folder: Path) -> Path:
    descriptor, name = tempfile.mkstemp(ENDING, prefix, folder)  # its mode is 0600
    os.close(descriptor)
    return Path(name)


def left_beside(tree: Path) -> list[Path]:
    """Drafts that an earlier run had to leave: its editor was open still, or it was ended itself."""
    prefix = f".{tree.stem[:_NAME_AT_MOST]}."
    try:
        return sorted(
            file
            for file in tree.absolute().parent.iterdir()
            if file.name.startswith(prefix) and file.name.endswith(ENDING)
        )
    except OSError:
        return []
