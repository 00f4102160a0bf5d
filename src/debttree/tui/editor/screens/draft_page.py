"""The base of screens with long text fields: typed text survives a crash before it becomes an edit."""

from typing import TYPE_CHECKING, ClassVar

from debttree.editing.edits import Edit
from debttree.model import Trouble
from debttree.tui.editor.screens.page import Editing, Page

if TYPE_CHECKING:
    from textual.timer import Timer

HELD_AFTER = 1.0
"""Most seconds of typing that a crash may lose."""


class DraftPage(Page):
    """Stores typed text in the session's journal once a second."""

    ranks: ClassVar = {"close": 0, "quit": 0, "help": 0, "language": 0}

    def __init__(self, editor: Editing) -> None:
        super().__init__(editor)
        self._soon: Timer | None = None

    def typed(self) -> Edit | None:
        """Return the edit for the typed text; None if nothing was typed.

        Raises:
            Trouble: the text cannot be made an edit.
        """
        raise NotImplementedError

    def hold_soon(self) -> None:
        """Store typed text within a second."""
        if self._soon is None:
            self._soon = self.set_timer(HELD_AFTER, self.hold)

    def hold(self) -> None:
        """Store typed text, if it can be made an edit now."""
        self._soon = None
        try:
            edit = self.typed()
        except Trouble:  # reported when the person wants to use it
            return
        try:
            self.editor.session.hold(edit)
        except Trouble as trouble:
            self.complain(trouble)

    def leave(self) -> None:
        """Close the page, and forget typed text: it has become an edit, or was given up."""
        try:
            self.editor.session.let_go()
        except Trouble as trouble:
            self.complain(trouble)
        self.dismiss()
