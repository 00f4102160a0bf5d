"""One editing session: the file, the history of the edits, and their journal. It knows nothing of screens."""

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
    """The file as another program left it.

    Attributes:
        document: None where the file is gone; the history's base where it holds what was read.
    """

    document: Document | None


class EditSession:
    """A tree file that somebody edits.

    Args:
        file: the file. It is read at once.
        clock: says for which day problems are found.
        private: no journal of unsaved edits is kept.
        offered: unsaved edits that somebody asked for, whichever file they were made in.

    Attributes:
        at: what the person looks at, as a path in the data; it outlives the screens.
        sought: the words that were looked for last.
        drafts: what was handed to the person's own editor and may be open there still.

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
        """Go on with a copy of the file: nothing was edited before."""
        self.file, self.is_bundled = copy, False
        self._open(copy)

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self.history.document

    @property
    def today(self) -> dt.date:
        """The day for which problems are found: the one that it is now."""
        return self.clock.today

    @property
    def is_dirty(self) -> bool:
        """Whether there is something to save."""
        return self.history.is_dirty

    @property
    def other_names(self) -> int:
        """How many more names the file has on its disk (hard links)."""
        return other_names(self.file)

    def do(self, edit: Edit) -> None:
        """Make an edit.

        Raises:
            Refused: it cannot be made; everything is as it was.
            Trouble: it was made, but cannot be kept safe from a crash.
        """
        self._keep(self.history.do(edit))

    def take_up(self, edit: Edit, before: Document, applied: Applied) -> None:
        """Take up an edit that was worked out in the background.

        Args:
            edit: the edit.
            before: the document that it was worked out for.
            applied: what came of it.

        Raises:
            Trouble: the document is another one by now, or the edit cannot be kept safe from a crash.
        """
        if before is not self.document:
            raise Trouble(msg("The tree has changed meanwhile; look again."))
        self._keep(self.history.take_up(edit, applied))

    def undo(self) -> Edit | None:
        """Take the last edit back; returns it."""
        edit = self.history.last
        self._keep(self.history.undo())
        return edit

    def redo(self) -> Edit | None:
        """Make the edit again that was taken back; returns it."""
        edit = self.history.next
        self._keep(self.history.redo())
        return edit

    def _keep(self, patch: Patch | None) -> None:
        if patch is None or not patch.rounds or self._journal is None:
            return
        if self.is_dirty:
            self._journal.record(patch.rounds)
        else:  # back at what the disk holds: nothing is left to be kept
            self._journal.saved(self.history.base.content)

    def hold(self, edit: Edit | None) -> None:
        """Keep what is being typed safe from a crash, without making it an edit; None: it is nothing by now.

        Raises:
            Trouble: it cannot be kept.
        """
        if self._journal is None or self.is_bundled:
            return
        before = self.document.text
        text = before
        if isinstance(edit, ReplaceText):  # what is no TOML yet is kept too
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
        """Note that nothing is being typed any more.

        Raises:
            Trouble: the disk refuses; what was typed is still kept.
        """
        if self._journal is not None and self._journal.holds:
            if self.is_dirty:
                self._journal.let_go()
            else:
                self._journal.saved(self.history.base.content)

    def save(self, *, in_place: bool = False) -> None:
        """Write the document to the file.

        Args:
            in_place: over the bytes of the file; a copy is kept until that is done.

        Raises:
            Refused: the document does not say what it should; nothing was written.
            ChangedOnDisk: another program changed the file; nothing was written.
            NotReplaceable: it can be written in place alone; nothing was written.
            Trouble: it cannot be written; the file is as it was.
        """
        try:
            save(self.history, self.file, in_place=in_place)
        except Refused:  # what could not be proven was undone
            self._rejournal()
            raise
        self._settled()

    def settle(self, proof: Proof, *, holds: bool) -> bool:
        """Take note of a proof's outcome; whether edits were undone because it failed.

        Raises:
            Trouble: they were, but what is left cannot be kept safe from a crash.
        """
        undone = self.history.settle(proof, holds=holds)
        if undone:
            self._rejournal()
        return undone

    def write_anew(self) -> None:
        """Write the document to the file that is gone.

        Raises:
            Trouble: something is there again, or it cannot be written.
        """
        self.history.prove()
        create_exclusive(self.file, self.document.content)
        self.history.base = self.document
        self._settled()

    def _settled(self) -> None:
        """Take what the file holds now as the base."""
        self._stamp = stamp_of(self.file)
        if self._journal is not None:
            self._journal.saved(self.history.base.content)

    def look_outside(self, *, closely: bool = False) -> Outside | None:
        """Return what another program made of the file since the last look; None: nothing.

        Args:
            closely: whether to read it though its time and size are as they were.

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
        """Replace everything by what the disk holds; it can be undone."""
        self.history.take(theirs)
        self._settled()

    def keep_mine(self, theirs: Document) -> None:
        """Let the next save overwrite what the disk holds."""
        self.history.keep(theirs)
        self._rejournal()

    def merge(self, theirs: Document) -> None:
        """Bring both changes together, as one edit.

        Raises:
            MergeConflict: both changed the same things; everything is as it was.
            Refused: one of the texts is no TOML.
        """
        self.history.merge(theirs)
        self._rejournal()

    def _rejournal(self) -> None:
        """Begin the journal anew: what it is counted from has changed, or the document without it."""
        if self._journal is not None:
            self._journal.saved(self.history.base.content)
            if self.is_dirty:
                self._journal.record(self.history.since_base().rounds)

    def unsaved(self) -> list[Unsaved]:
        """Edits that an earlier run left unsaved, of this file under any name; those asked for, then the newest."""
        if self.private:
            return []
        if self._offered is not None:
            return [self._offered]
        return [*unsaved(self.file), *unsaved_of_renamed(self.history.base.content)]

    def recover(self, edits: Unsaved) -> None:
        """Take up unsaved edits: on what the file held then, so that a change since is a conflict to settle.

        Raises:
            Trouble: they cannot be kept safe from another crash.
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
        """Return whether an outcome of this tree can lead to a guide of this name."""
        return find_guide(name, self.file) is not None

    def clear_up(self) -> None:
        """Take away the drafts that nobody needs: all that is in them is known here, and nobody has them open."""
        for draft in self.drafts:
            if draft.is_needless():
                draft.remove()

    def close(self) -> None:
        """Delete what is stored of edits that were given up on purpose."""
        if self._journal is not None:
            self._journal.discard()
