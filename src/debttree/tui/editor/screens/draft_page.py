"""The base of screens with long text fields: typed text survives a crash before it becomes an edit."""

from typing import ClassVar

from debttree.editing.edits import Edit
from debttree.model import Trouble
from debttree.tui.editor.screens.page import Editing, Page
from debttree.tui.kit.soon import Soon

HELD_AFTER = 1.0
"""Most seconds of typing that a crash may lose."""


class DraftPage(Page):
    """Stores typed text in the session's journal once a second."""

    ranks: ClassVar = {"close": 0, "quit": 0, "help": 0, "language": 0}

    def __init__(self, editor: Editing) -> None:
        super().__init__(editor)
        self._soon = Soon(self, HELD_AFTER, self.hold)

    def typed(self) -> Edit | None:
        """Return the edit for the typed text; None if nothing was typed.

        Raises:
            Trouble: the text cannot be made an edit.
        """
        raise NotImplementedError

    def held(self) -> Edit | None:
        """Return what was typed as the edit that a crash shall leave of it; None: nothing was.

        Raises:
            Trouble: it cannot be one.
        """
        return self.typed()

    def hold_soon(self) -> None:
        """Store typed text within a second."""
        self._soon.wish()

    def hold(self) -> None:
        """Store typed text, if it can be made an edit now."""
        try:
            edit = self.held()
        except Trouble:  # reported when the person wants to use it
            return
        try:
            self.editor.session.hold(edit)
        except Trouble as trouble:
            self.complain(trouble)

    def take_typed(self) -> None:
        """Keep what was typed at once."""
        self.hold()

    def leave(self) -> None:
        """Close the page, and forget typed text: it has become an edit, or was given up."""
        try:
            self.editor.session.let_go()
        except Trouble as trouble:
            self.complain(trouble)
        self.dismiss()
