"""An editing session: the file, the history of edits, and their journal, independent of screens."""

import contextlib
import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from debttree.editing.document import Applied, Document, apply, open_document
from debttree.editing.edits import Edit, Patch, ReplaceText
from debttree.editing.history import History, Proof
from debttree.editing.saving import save
from debttree.editing.toml.comparing import common_ends
from debttree.editing.toml.refused import Refused
from debttree.model import Clock, Trouble, msg
from debttree.reading import read_bytes
from debttree.reading.blocks import Splice
from debttree.storage.atomic import create_exclusive, other_names
from debttree.storage.journal import Journal, Unsaved, unsaved, unsaved_of_renamed
from debttree.storage.library import find_guide, is_bundled
from debttree.storage.stamp import stamp_of

if TYPE_CHECKING:
    from debttree.model import DataPath
    from debttree.tui.editor.draft import Draft


@dataclass(frozen=True, slots=True)
class Outside:
    """The file as another program has written it.

    Attributes:
        document: None if the file is gone; the history's base if its content is unchanged.
    """

    document: Document | None


class EditSession:
    """A tree file being edited.

    Args:
        file: path of the file, which is read at once.
        clock: gives the day for which problems are found.
        private: whether unsaved edits are kept nowhere.
        offered: unsaved edits to offer first, whichever file they were made in.

    Attributes:
        at: data path of what the person looks at; it outlives the screens.
        sought: the words of the last search.
        drafts: copies that were opened in the person's own editor and may still be open.

    Raises:
        Trouble: the file cannot be read.
    """

    def __init__(
        self, file: Path, clock: Clock, *, private: bool = False, offered: Unsaved | None = None
    ) -> None:
        self.file = file
        self.clock = clock
        self.private = private
        self._offered = offered
        self.at: DataPath = ()
        self.sought = ""
        self.drafts: list[Draft] = []
        self.is_bundled = is_bundled(file)
        self._open(file)

    def _open(self, file: Path) -> None:
        self._stamp = stamp_of(file)
        content = read_bytes(file)
        self.history = History(open_document(content, file.stem))
        self._journal = None if self.private else Journal(file, content)

    def move_to(self, copy: Path) -> None:
        """Continue with a copy of the file; nothing has been edited yet."""
        self.file, self.is_bundled = copy, False
        self._open(copy)

    @property
    def document(self) -> Document:
        """The present document."""
        return self.history.document

    @property
    def today(self) -> dt.date:
        """The present day, for which problems are found."""
        return self.clock.today

    @property
    def is_dirty(self) -> bool:
        """Whether there are unsaved edits."""
        return self.history.is_dirty

    @property
    def other_names(self) -> int:
        """The number of other names of the file (hard links)."""
        return other_names(self.file)

    def do(self, edit: Edit) -> None:
        """Apply an edit.

        Raises:
            Refused: it cannot be made; nothing has changed.
            Trouble: it was made, but the journal that protects it from a crash cannot be written.
        """
        self._keep(self.history.do(edit))

    def take_up(self, edit: Edit, before: Document, applied: Applied) -> None:
        """Record an edit that was computed in the background.

        Args:
            edit: the edit.
            before: the document that it was computed for.
            applied: its result.

        Raises:
            Trouble: the document has changed since, or the journal cannot be written.
        """
        if before is not self.document:
            raise Trouble(msg("The tree has changed meanwhile; look again."))
        self._keep(self.history.take_up(edit, applied))

    def undo(self) -> Edit | None:
        """Undo the last edit, and return it."""
        edit = self.history.last
        self._keep(self.history.undo())
        return edit

    def redo(self) -> Edit | None:
        """Redo the edit that was undone last, and return it."""
        edit = self.history.next
        self._keep(self.history.redo())
        return edit

    def _keep(self, patch: Patch | None) -> None:
        if patch is None or not patch.rounds or self._journal is None:
            return
        if self.is_dirty:
            self._journal.record(patch.rounds)
        else:  # equal to the file again: nothing to protect
            self._journal.saved(self.history.base.content)

    def hold(self, edit: Edit | None) -> None:
        """Store typed text in the journal without making an edit; None: nothing is typed any more.

        Raises:
            Trouble: the journal cannot be written.
        """
        if self._journal is None or self.is_bundled:
            return
        before = self.document.text
        text = before
        if isinstance(edit, ReplaceText):  # text that is not TOML yet is stored too
            text = edit.text
        elif edit is not None:
            with contextlib.suppress(Refused):
                text = apply(self.document, edit).document.text
        if text == before:
            self.let_go()
            return
        start, end = common_ends(before, text)
        self._journal.hold([[Splice(start, len(before) - end, text[start : len(text) - end])]])

    def let_go(self) -> None:
        """Delete stored typed text: nothing is being typed any more.

        Raises:
            Trouble: the journal cannot be written; the typed text is still stored.
        """
        if self._journal is not None and self._journal.holds:
            if self.is_dirty:
                self._journal.let_go()
            else:
                self._journal.saved(self.history.base.content)

    def save(self, *, in_place: bool = False) -> None:
        """Write the document to the file.

        Args:
            in_place: whether to overwrite the bytes of the file; a copy is kept until that is done.

        Raises:
            Refused: the text says something else than meant; nothing was written.
            ChangedOnDisk: another program changed the file; nothing was written.
            NotReplaceable: it can only be written in place; nothing was written.
            Trouble: it cannot be written; the file is unchanged.
        """
        try:
            save(self.history, self.file, in_place=in_place)
        except Refused:  # the edits that could not be proven were undone
            self._rejournal()
            raise
        self._settled()

    def settle(self, proof: Proof, *, holds: bool) -> bool:
        """Record the result of a proof; return whether edits were undone because it failed.

        Raises:
            Trouble: they were, but the journal cannot be written.
        """
        undone = self.history.settle(proof, holds=holds)
        if undone:
            self._rejournal()
        return undone

    def write_anew(self) -> None:
        """Write the document to a file that was deleted.

        Raises:
            Trouble: the file exists again, or cannot be written.
        """
        self.history.prove()
        create_exclusive(self.file, self.document.content)
        self.history.base = self.document
        self._settled()

    def _settled(self) -> None:
        """Make the present file the base."""
        self._stamp = stamp_of(self.file)
        if self._journal is not None:
            self._journal.saved(self.history.base.content)

    def look_outside(self, *, closely: bool = False) -> Outside | None:
        """Return the file if another program changed it since the last call; None if not.

        Args:
            closely: whether to read it even if its time and size are unchanged.

        Raises:
            Trouble: it cannot be read any more.
        """
        stamp = stamp_of(self.file)
        if stamp == self._stamp and not closely:
            return None
        self._stamp = stamp
        if stamp is None:
            return Outside(None)
        content = read_bytes(self.file)
        if content == self.history.base.content:
            return Outside(self.history.base)
        return Outside(open_document(content, self.file.stem))

    def take(self, theirs: Document) -> None:
        """Replace the document by the file on disk; it can be undone."""
        self.history.take(theirs)
        self._settled()

    def keep_mine(self, theirs: Document) -> None:
        """Let the next save overwrite the file on disk."""
        self.history.keep(theirs)
        self._rejournal()

    def merge(self, theirs: Document) -> None:
        """Merge both changes, as one edit.

        Raises:
            MergeConflict: both changed the same things; nothing has changed.
            Refused: one of the texts is no TOML.
        """
        self.history.merge(theirs)
        self._rejournal()

    def _rejournal(self) -> None:
        """Begin the journal anew, since its base has changed, or the document has without it."""
        if self._journal is not None:
            self._journal.saved(self.history.base.content)
            if self.is_dirty:
                self._journal.record(self.history.since_base().rounds)

    def unsaved(self) -> list[Unsaved]:
        """Return unsaved edits of earlier runs, of this file under any name: those offered first, then the newest."""
        if self.private:
            return []
        if self._offered is not None:
            return [self._offered]
        return [*unsaved(self.file), *unsaved_of_renamed(self.history.base.content)]

    def recover(self, edits: Unsaved) -> None:
        """Recover unsaved edits on the file as it was then, so that a later change of the file becomes a conflict.

        Raises:
            Trouble: the journal cannot be written.
        """
        base = open_document(edits.base, self.file.stem)
        on_disk = self.history.base
        self.history = History(base)
        if self._journal is not None:
            self._journal.saved(edits.base)
        self.do(ReplaceText(edits.text))
        edits.discard()
        if on_disk.content != edits.base:
            self._stamp = None

    def is_guide(self, name: str) -> bool:
        """Return whether an outcome of this tree can lead to a guide with a name."""
        return find_guide(name, self.file) is not None

    def clear_up(self) -> None:
        """Delete copies whose content is known here and that no editor has open."""
        for draft in self.drafts:
            if draft.is_needless():
                draft.remove()

    def close(self) -> None:
        """Delete the journal: its edits were saved, or given up on purpose."""
        if self._journal is not None:
            self._journal.discard()
