"""What the screens of the editor have in common: they show the view that the editor holds."""

from collections.abc import Iterable
from typing import Protocol

from debttree.editing.edits import Edit
from debttree.model import DataPath, Message
from debttree.tui.editor.session import EditSession, WriteMode
from debttree.tui.editor.view import View
from debttree.tui.kit.dialogs.frame import Framed, Host, OnePane
from debttree.tui.kit.entries import Entry


class Editing(Host, Protocol):
    """What a screen uses of the editor."""

    session: EditSession

    @property
    def view(self) -> View:
        """What there is to show."""

    def changed(self) -> None:
        """Show the draft as it is now, and find its problems."""

    def make(self, edit: Edit) -> None:
        """Make an edit and show it; raises Trouble where it cannot be made."""

    def do(self, edit: Edit) -> bool:
        """Make an edit and show it, or say why it cannot be made; whether it was made."""

    def do_all(self, *edits: Edit | None) -> bool:
        """Make edits as one; whether they were made. None stands for an edit that changes nothing."""

    def undo(self) -> None:
        """Take the last edit back and go to where it was."""

    def redo(self) -> None:
        """Make the edit again that was taken back, and go there."""

    def go_to(self, path: DataPath) -> None:
        """Put the cursor of the desk on what stands at a path."""

    def follow_rename(self, path: DataPath, new: str) -> None:
        """Stay on what has another id now."""

    def show_text(self, path: DataPath) -> None:
        """The file as text, at the line of what stands at a path."""

    def edit_outside(self, path: DataPath) -> None:
        """The draft in the person's own editor."""

    def settled_outside(self) -> None:
        """It was decided what becomes of another program's change."""

    def save(self) -> None:
        """Show what was changed, or what another program changed too."""

    def write(self, mode: WriteMode | None = None) -> None:
        """Write the draft to the file; where that parts its names or cannot be done as usual, ask how."""

    def tell(self, message: Message, role: str = "good") -> None:
        """Say something above the foot of the topmost screen."""

    @property
    def page(self) -> "Page":
        """The topmost screen that shows the draft."""

    async def try_from(self, subject: DataPath) -> None:
        """Walk the edited tree from there, and come back."""

    def leave(self) -> None:
        """Leave the editor."""


class Page(Framed):
    """A whole screen of the editor."""

    def __init__(self, editor: Editing) -> None:
        super().__init__(editor)
        self.editor = editor

    @property
    def view(self) -> View:
        """What there is to show."""
        return self.editor.view

    def entries(self) -> Iterable[Entry]:
        """What the palette offers here beside actions."""
        return ()

    def settles(self) -> bool:
        """Whether leaving now loses nothing that was typed here; else it is asked about first."""
        return True


class OneList(Page, OnePane):
    """A page that is one text or list."""
