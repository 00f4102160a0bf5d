"""A page on which somebody types at length: what is typed outlives a crash before it is an edit."""

from typing import ClassVar

from debttree.editing.edits import Edit
from debttree.model import Trouble
from debttree.tui.editor.screens.page import Editing, Page
from debttree.tui.kit.soon import Soon

HELD_AFTER = 1.0
"""Seconds of typing that a crash may cost at most."""


class DraftPage(Page):
    """Hands what was typed to the session's journal once a second."""

    ranks: ClassVar = {"close": 0, "quit": 0, "help": 0, "language": 0}

    def __init__(self, editor: Editing) -> None:
        super().__init__(editor)
        self._soon = Soon(self, HELD_AFTER, self.hold)

    def typed(self) -> Edit | None:
        """Return what was typed, as the edit that it would be; None: nothing was.

        Raises:
            Trouble: it cannot be an edit as it stands.
        """
        raise NotImplementedError

    def held(self) -> Edit | None:
        """Return what was typed as the edit that a crash shall leave of it; None: nothing was.

        Raises:
            Trouble: it cannot be one.
        """
        return self.typed()

    def hold_soon(self) -> None:
        """Store what is being typed within a second."""
        self._soon.wish()

    def hold(self) -> None:
        """Keep what was typed, as far as it can be kept now."""
        try:
            edit = self.held()
        except Trouble:  # it is said when the person wants to take it
            return
        try:
            self.editor.session.hold(edit)
        except Trouble as trouble:
            self.complain(trouble)

    def take_typed(self) -> None:
        """Keep what was typed at once."""
        self.hold()

    def leave(self) -> None:
        """Close the page. What was taken is an edit, and what was given up is not kept."""
        try:
            self.editor.session.let_go()
        except Trouble as trouble:
            self.complain(trouble)
        self.dismiss()
