"""Watches the file of a draft for what other programs make of it."""

from typing import TYPE_CHECKING

from debttree.model import Trouble, msg
from debttree.tui.editor.screens.page import Editing

if TYPE_CHECKING:
    from debttree.tui.editor.session import Outside

_BOTH_CHANGED = msg("Another program changed the file, and you did too. Ctrl+S shows both.")


class Watch:
    """Holds what another program made of the file, until it is decided what becomes of that.

    Attributes:
        outside: how it left the file; None: there is nothing to decide.
    """

    def __init__(self, editor: Editing) -> None:
        self._editor = editor
        self.outside: Outside | None = None

    @property
    def is_changed(self) -> bool:
        """Whether the file holds something else now."""
        return self.outside is not None and self.outside.document is not None

    @property
    def is_gone(self) -> bool:
        """Whether there is no file now."""
        return self.outside is not None and self.outside.document is None

    def look(self, *, closely: bool = False) -> None:
        """Take in at once what another program wrote; where there are edits, say so and wait.

        Args:
            closely: whether to read the file though its time and size are as they were.
        """
        editor, session = self._editor, self._editor.session
        try:
            outside = session.look_outside(closely=closely)
        except Trouble as trouble:
            editor.complain(trouble)
            return
        if outside is None:
            return
        if outside.document is session.history.base:
            if self.outside is not None:  # it was changed or gone for a while
                editor.settled_outside()
            return
        if outside.document is not None and not session.is_dirty:
            session.take(outside.document)
            editor.changed()
            editor.tell(msg("Another program changed the file; this is how it is now."))
            return
        self.outside = outside
        editor.changed()
        gone = msg("The file is gone; saving asks what to do.")
        editor.tell(gone if self.is_gone else _BOTH_CHANGED, "warn")
