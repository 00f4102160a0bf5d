"""Undo and redo without limit; know which document is on the disk, and which ones are proven."""

from dataclasses import dataclass, replace

from debttree.editing.document import Applied, Document, apply, prove
from debttree.editing.edits import Edit, Patch, ReplaceText
from debttree.editing.merging import merged
from debttree.editing.toml.refused import Refused


@dataclass(frozen=True, slots=True)
class DoneEdit:
    """An edit that was made: what the author wanted, and the patch that leads to the other side of it."""

    edit: Edit
    patch: Patch


@dataclass(frozen=True, slots=True)
class Proof:
    """A document that must still be proven. It depends on nothing else, so it may run anywhere.

    Attributes:
        document: what is to be proven.
        state: the number of this state in its history.
        known: the state that was proven last.
    """

    document: Document
    state: int
    known: Document | None = None

    def holds(self) -> bool:
        """Read the document back and compare; takes as long as reading the file, or a small piece of it."""
        try:
            prove(self.document, self.known)
        except Refused:
            return False
        return True


class History:
    """The states that a document went through.

    An edit shows at once; its proof takes as long as reading the file, so a screen runs it elsewhere and then
    settles it here. Saving settles what is not settled yet.

    Attributes:
        document: as it is now.
        base: as it is on the disk, as far as is known.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.base = document
        self._done: list[DoneEdit] = []
        self._undone: list[DoneEdit] = []
        self._states = [0]  # the number of each state on the way, those ahead included
        self._numbers_given = 1
        self._proven = {0}
        self._known = document  # the state that was proven last

    @property
    def is_dirty(self) -> bool:
        """Whether what is shown differs from what is on the disk."""
        return self.document.text != self.base.text or self.document.has_bom != self.base.has_bom

    @property
    def is_proven(self) -> bool:
        """Whether the document as it is now says what it should."""
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
        """Make an edit; it is not proven yet. One that changes nothing is not remembered.

        Returns:
            What was done to the text, as a journal keeps it.

        Raises:
            Refused: it cannot be made; everything is as it was.
        """
        return self.take_up(edit, apply(self.document, edit))

    def take_up(self, edit: Edit, applied: Applied) -> Patch:
        """Take up an edit of the present document that was worked out elsewhere; it is not proven yet.

        Returns:
            What was done to the text.
        """
        if not applied.done.rounds:
            return applied.done
        self._undone.clear()
        del self._states[len(self._done) + 1 :]
        self._states.append(self._numbers_given)
        self._numbers_given += 1
        self._done.append(DoneEdit(edit, applied.inverse))
        self.document = applied.document
        return applied.done

    def undo(self) -> Patch | None:
        """Take the last edit back, byte for byte; returns what was done to the text."""
        return self._step(self._done, self._undone)

    def redo(self) -> Patch | None:
        """Make the edit again that was taken back last; returns what was done to the text."""
        return self._step(self._undone, self._done)

    def _step(self, here: list[DoneEdit], there: list[DoneEdit]) -> Patch | None:
        if not here:
            return None
        step = here.pop()
        applied = apply(self.document, step.patch)
        there.append(DoneEdit(step.edit, applied.inverse))
        self.document = applied.document
        return step.patch

    def proof(self) -> Proof:
        """Return what remains to be proven of the present document."""
        return Proof(self.document, self._state, self._known)

    def settle(self, proof: Proof, *, holds: bool) -> bool:
        """Take note of a proof's outcome. Where it failed, the edits since the last proven state are undone.

        Returns:
            Whether anything was undone. A proof of a state that is no more does nothing.
        """
        if holds:
            self._known = proof.document
        if proof.state not in self._states:
            return False
        if holds:
            self._proven.add(proof.state)
            return False
        bad = self._states.index(proof.state)
        if len(self._done) < bad:  # it was undone meanwhile: just never go there again
            del self._undone[: len(self._undone) - (bad - len(self._done)) + 1]
            del self._states[bad:]
            return False
        while not self.is_proven or len(self._done) >= bad:
            self.undo()
        self._undone.clear()
        del self._states[len(self._done) + 1 :]
        return True

    def prove(self) -> None:
        """Prove the document here and now, where that was not done yet.

        Raises:
            Refused: it does not say what it should; the edits since the last proven state are undone.
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
        """Replace everything by what another program put on the disk; an edit that can be undone."""
        return self._rebase(theirs, theirs)

    def merge(self, theirs: Document) -> Patch:
        """Make the changes made here in what another program put on the disk; an edit that can be undone.

        Raises:
            MergeConflict: both changed the same things; everything is as it was.
            Refused: one of the two is no TOML.
        """
        return self._rebase(theirs, merged(self.base, self.document, theirs))

    def keep(self, theirs: Document) -> None:
        """Keep the present document; the next save replaces what another program put on the disk."""
        self.base = theirs

    def _rebase(self, theirs: Document, outcome: Document) -> Patch:
        patch = self.do(ReplaceText(outcome.text))
        self.document = replace(self.document, has_bom=outcome.has_bom)
        self._proven.add(self._state)  # both were read by tomli just now
        self.base = theirs
        return patch

    def since_base(self) -> Patch:
        """Return what differs from the disk, for a journal whose base was changed."""
        return apply(self.base, ReplaceText(self.document.text)).done
