"""Undo and redo without limit; keep track of the document on disk and of the documents that are proven."""

from dataclasses import dataclass, replace

from debttree.editing.document import Applied, Document, apply, prove
from debttree.editing.edits import Edit, Patch, ReplaceText
from debttree.editing.merging import merged
from debttree.editing.toml.data import Delta, delta, with_delta
from debttree.editing.toml.refused import Refused
from debttree.reading.blocks import Splice


@dataclass(frozen=True, slots=True)
class DoneEdit:
    """An edit on the undo or redo stack, with what undoes or repeats it.

    Attributes:
        edit: the edit.
        text: changes of the text.
        data: changes of the data.
        is_free: whether somebody typed the text freely.
    """

    edit: Edit
    text: tuple[tuple[Splice, ...], ...]
    data: Delta
    is_free: bool

    @classmethod
    def of(cls, edit: Edit, patch: Patch, document: Document) -> "DoneEdit":
        """Return an edit with what undoes or repeats it.

        Args:
            edit: the edit.
            patch: undoes or repeats it.
            document: what the patch is for.
        """
        return cls(edit, patch.rounds, delta(document.data, patch.data), patch.is_free)

    def patch(self, document: Document) -> Patch:
        """Return that patch, given that document again."""
        return Patch(self.text, with_delta(document.data, self.data), self.is_free)


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof that is still to be made. It depends on nothing but the documents, so it may run in any thread.

    Attributes:
        document: the document to prove.
        state: the number of this document in its history.
        known: the document that was proven last.
    """

    document: Document
    state: int
    known: Document | None = None

    def holds(self) -> bool:
        """Return whether the text says what is meant. Takes as long as reading the file, or a small piece of it."""
        try:
            prove(self.document, self.known)
        except Refused:
            return False
        return True


class History:
    """The states of a document: the present one, and those that undo and redo lead to.

    An edit is shown at once. Its proof takes as long as reading the file, so a screen runs it in the background and
    passes the result to `settle`. Saving proves whatever has not been proven yet.

    Attributes:
        document: the document as it is now.
        base: the document as it was last read from or written to disk.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.base = document
        self._done: list[DoneEdit] = []
        self._undone: list[DoneEdit] = []
        self._states = [0]  # the number of each state, those that redo leads to included
        self._numbers_given = 1
        self._proven = {0}
        self._known = document  # the document that was proven last

    @property
    def is_dirty(self) -> bool:
        """Whether the document differs from the file on disk."""
        return self.document.text != self.base.text or self.document.has_bom != self.base.has_bom

    @property
    def is_proven(self) -> bool:
        """Whether the present document has been proven."""
        return self._state in self._proven

    @property
    def last(self) -> Edit | None:
        """The edit that `undo` would take back."""
        return self._done[-1].edit if self._done else None

    @property
    def next(self) -> Edit | None:
        """The edit that `redo` would make again."""
        return self._undone[-1].edit if self._undone else None

    @property
    def _state(self) -> int:
        return self._states[len(self._done)]

    def do(self, edit: Edit) -> Patch:
        """Apply an edit without proving it. An edit that changes nothing is not recorded.

        Returns:
            The changes of the text, as a journal stores them.

        Raises:
            Refused: it cannot be made; nothing has changed.
        """
        return self.take_up(edit, apply(self.document, edit))

    def take_up(self, edit: Edit, applied: Applied) -> Patch:
        """Record an edit of the present document that was computed elsewhere, without proving it.

        Returns:
            The changes of the text.
        """
        if not applied.done.rounds:
            return applied.done
        self._undone.clear()
        del self._states[len(self._done) + 1 :]
        self._states.append(self._numbers_given)
        self._numbers_given += 1
        self._done.append(DoneEdit.of(edit, applied.inverse, applied.document))
        self.document = applied.document
        return applied.done

    def undo(self) -> Patch | None:
        """Undo the last edit, byte for byte, and return the changes of the text."""
        return self._step(self._done, self._undone)

    def redo(self) -> Patch | None:
        """Redo the edit that was undone last, and return the changes of the text."""
        return self._step(self._undone, self._done)

    def _step(self, here: list[DoneEdit], there: list[DoneEdit]) -> Patch | None:
        if not here:
            return None
        step = here.pop()
        patch = step.patch(self.document)
        applied = apply(self.document, patch)
        there.append(DoneEdit.of(step.edit, applied.inverse, applied.document))
        self.document = applied.document
        return patch

    def proof(self) -> Proof:
        """Return the proof that the present document still needs; None if it is proven."""
        return Proof(self.document, self._state, self._known)

    def settle(self, proof: Proof, *, holds: bool) -> bool:
        """Record the result of a proof. If it failed, the edits since the last proven state are undone.

        Returns:
            Whether anything was undone. A proof of a state that is gone does nothing.
        """
        if holds:
            self._known = proof.document
        if proof.state not in self._states:
            return False
        if holds:
            self._proven.add(proof.state)
            return False
        bad = self._states.index(proof.state)
        if len(self._done) < bad:  # it was undone meanwhile: only redo must not lead there
            del self._undone[: len(self._undone) - (bad - len(self._done)) + 1]
            del self._states[bad:]
            return False
        while not self.is_proven or len(self._done) >= bad:
            self.undo()
        self._undone.clear()
        del self._states[len(self._done) + 1 :]
        return True

    def prove(self) -> None:
        """Prove the present document, unless it is proven already.

        Raises:
            Refused: the text says something else than meant; the edits since the last proven state are undone.
        """
        if self.is_proven:
            return
        proof = self.proof()
        try:
            prove(proof.document, proof.known)
        except Refused:
            self.settle(proof, holds=False)
            raise
        self.settle(proof, holds=True)

    def take(self, theirs: Document) -> Patch:
        """Replace the document by the file that another program wrote, as an edit that can be undone."""
        return self._rebase(theirs, theirs)

    def merge(self, theirs: Document) -> Patch:
        """Merge the changes made here into the file that another program wrote, as an edit that can be undone.

        Raises:
            MergeConflict: both changed the same things; nothing has changed.
            Refused: one of the two texts is no TOML.
        """
        return self._rebase(theirs, merged(self.base, self.document, theirs))

    def keep(self, theirs: Document) -> None:
        """Keep the present document: the next save overwrites the file that another program wrote."""
        self.base = theirs

    def _rebase(self, theirs: Document, outcome: Document) -> Patch:
        patch = self.do(ReplaceText(outcome.text))
        self.document = replace(self.document, has_bom=outcome.has_bom)
        self._proven.add(self._state)  # tomli has just read both
        self.base = theirs
        return patch

    def since_base(self) -> Patch:
        """Return the difference to the file on disk, for a journal whose base has changed."""
        return apply(self.base, ReplaceText(self.document.text)).done
