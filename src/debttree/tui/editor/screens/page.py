"""The base of the editor's screens, which show the view that the editor holds."""

from collections.abc import Callable, Collection, Iterable
from typing import Any, Protocol

from textual.app import App

from debttree.editing.document import Applied, Document
from debttree.editing.edits import Edit
from debttree.model import DataPath, Message, Trouble
from debttree.tui.editor.screens.write_mode import WriteMode
from debttree.tui.editor.session import EditSession
from debttree.tui.editor.view import View
from debttree.tui.kit.dialogs.frame import Framed, Host, OnePane
from debttree.tui.kit.dialogs.pick import Pick, Picked
from debttree.tui.kit.entries import Entry


class Editing(Host, Protocol):
    """The part of the editor that its screens use."""

    session: EditSession

    @property
    def app(self) -> App[Any]:
        """The program."""

    def tell(self, message: Message, role: str = "good") -> None:
        """Show a message above the foot of the topmost screen."""

    def complain(self, trouble: Trouble) -> None:
        """Show what could not be done, with a hint, above the foot of the topmost screen."""

    @property
    def view(self) -> View:
        """What there is to show."""

    def changed(self) -> None:
        """Show the draft as it is now, and find its problems."""

    def make(self, edit: Edit) -> None:
        """Apply an edit and show it; raise Trouble if it cannot be made."""

    def do(self, edit: Edit) -> bool:
        """Apply an edit and show it, or say why it cannot be made; return whether it was made."""

    def take_up(self, edit: Edit, before: Document, applied: Applied) -> bool:
        """Record an edit that was computed in the background; return whether that worked.

        Args:
            edit: the edit.
            before: the document that it was computed for.
            applied: its result.
        """

    def do_all(self, *edits: Edit | None) -> bool:
        """Apply edits as one, ignoring None; return whether they were made."""

    def go_to(self, path: DataPath) -> None:
        """Put the cursor of the desk on a data path."""

    def return_to(self, path: DataPath) -> None:
        """Put the cursor of the desk on a data path; in the list, if the cursor is there and the path is a subject."""

    def beside(self, subject: DataPath, by: int) -> DataPath | None:
        """Return the subject `by` places behind a subject among those of its kind in the list, or None."""

    def follow_rename(self, path: DataPath, new: str) -> None:
        """Keep the cursor on a thing that was renamed."""

    def show_text(self, path: DataPath) -> None:
        """Open the file as text, at the line of a data path."""

    def edit_outside(self, path: DataPath) -> None:
        """Open the draft in the person's own editor."""

    def settled_outside(self) -> None:
        """Continue after the person has decided about another program's change."""

    def action_save(self) -> None:
        """Show the changes before saving, or the conflict with another program's change."""

    def write(self, mode: WriteMode | None = None) -> None:
        """Write the draft to the file."""

    @property
    def page(self) -> Framed:
        """The topmost screen that shows the draft."""

    async def try_from(self, subject: DataPath) -> None:
        """Walk the edited tree from a subject, and return."""

    def leave(self) -> None:
        """Leave the editor."""


class Page(Framed):
    """A full screen of the editor."""

    def __init__(self, editor: Editing) -> None:
        super().__init__(editor)
        self.editor = editor

    @property
    def view(self) -> View:
        """What there is to show."""
        return self.editor.view

    def pick(
        self,
        question: str,
        entries: Iterable[Entry],
        take: Callable[[Picked], None],
        *,
        fresh: Callable[[str], str] | None = None,
        chosen: Collection[str] | None = None,
        cursor: object = None,
    ) -> None:
        """Open a dialog to choose something by typing a few letters; see `Pick`.

        Args:
            question: the question.
            entries: the entries to choose from.
            take: called with the result, or None.
            fresh: returns the words that offer to make something new, given its typed name; None: nothing new can be
                made.
            chosen: items chosen already, if several may be; None: one is to be chosen.
            cursor: the item that the cursor is on at first.
        """
        cursor = cursor if isinstance(cursor, str) else None
        asked = Pick(self.say, question, entries, fresh=fresh, chosen=chosen, cursor=cursor)
        self.app.push_screen(asked, lambda picked: take(picked) if picked is not None else None)

    def entries(self) -> Iterable[Entry]:
        """Return the palette's entries here besides actions."""
        return ()

    def settles(self) -> bool:
        """Return whether leaving now loses no typed text; else ask first."""
        return True


class OneList(Page, OnePane):
    """A page with one pane, which holds a text or a list."""
