"""What the screens of the editor have in common: they show the view that the editor holds."""

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
    """What a screen uses of the editor."""

    session: EditSession

    @property
    def app(self) -> App[Any]:
        """The program."""

    def tell(self, message: Message, role: str = "good") -> None:
        """Say something above the foot of the topmost screen."""

    def complain(self, trouble: Trouble) -> None:
        """Say there what could not be done, and what to do about it."""

    @property
    def view(self) -> View:
        """What there is to show."""

    def changed(self) -> None:
        """Show the draft as it is now, and find its problems."""

    def make(self, edit: Edit) -> None:
        """Make an edit and show it; raises Trouble where it cannot be made."""

    def do(self, edit: Edit) -> bool:
        """Make an edit and show it, or say why it cannot be made; whether it was made."""

    def take_up(self, edit: Edit, before: Document, applied: Applied) -> bool:
        """Take up an edit that was worked out in the background; whether it was made.

        Args:
            edit: the edit.
            before: the document that it was worked out for.
            applied: what came of it.
        """

    def do_all(self, *edits: Edit | None) -> bool:
        """Make edits as one; whether they were made. None stands for an edit that changes nothing."""

    def go_to(self, path: DataPath) -> None:
        """Put the cursor of the desk on what stands at a path."""

    def return_to(self, path: DataPath) -> None:
        """Put the cursor of the desk there; in the list, where it is in the list and a whole subject is meant."""

    def beside(self, subject: DataPath, by: int) -> DataPath | None:
        """Return what stands so many places before or behind a subject among its like in the list, or None."""

    def follow_rename(self, path: DataPath, new: str) -> None:
        """Stay on what has another id now."""

    def show_text(self, path: DataPath) -> None:
        """Open the file as text, at the line of what stands at a path."""

    def edit_outside(self, path: DataPath) -> None:
        """Open the draft in the person's own editor."""

    def settled_outside(self) -> None:
        """Go on after it was decided what becomes of another program's change."""

    def action_save(self) -> None:
        """Show what was changed, or what another program changed too."""

    def write(self, mode: WriteMode | None = None) -> None:
        """Write the draft to the file."""

    @property
    def page(self) -> Framed:
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
        """Let something be chosen by typing a few letters; `Pick` says what is what.

        Args:
            question: the question.
            entries: what can be chosen.
            take: called with what was chosen, or None.
            fresh: from a name typed to the words that offer something new of it; None: nothing new is on
                offer.
            chosen: items chosen already, where several may be; None: one is to be chosen.
            cursor: the item that the cursor begins on.
        """
        cursor = cursor if isinstance(cursor, str) else None
        asked = Pick(self.say, question, entries, fresh=fresh, chosen=chosen, cursor=cursor)
        self.app.push_screen(asked, lambda picked: take(picked) if picked is not None else None)

    def entries(self) -> Iterable[Entry]:
        """Return what the palette offers here beside actions."""
        return ()

    def settles(self) -> bool:
        """Return whether leaving now loses nothing that was typed here; else it is asked about first."""
        return True


class OneList(Page, OnePane):
    """A page that is one text or list."""
