"""The editor mode: it holds the draft, computes its problems in the background, saves it, and opens screens."""

import datetime as dt
from collections.abc import Awaitable, Callable, Hashable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from debttree.analysis import Unwanted
from debttree.editing.document import Applied, Document
from debttree.editing.edits import Edit, Together
from debttree.editing.history import Proof
from debttree.locales import Phrases, Speech
from debttree.model import Address, Aim, DataPath, Message, Tree, Trouble, msg
from debttree.reading.gc_pause import LARGE, in_background
from debttree.reading.sharing import share_keys
from debttree.storage.atomic import ChangedOnDisk, NotReplaceable
from debttree.tui.editor.assessment import Assessment, assess
from debttree.tui.editor.items import path_of
from debttree.tui.editor.leaving import ask_before_leaving
from debttree.tui.editor.own_editing import OwnEditing
from debttree.tui.editor.screens.copying import offer_copy
from debttree.tui.editor.screens.desk import Desk
from debttree.tui.editor.screens.page import Page
from debttree.tui.editor.screens.saving import Changes, Conflict, Recovery
from debttree.tui.editor.screens.write_mode import WriteMode
from debttree.tui.editor.screens.writing import PARTS, ask_how
from debttree.tui.editor.session import EditSession
from debttree.tui.editor.subjects import languages
from debttree.tui.editor.view import View
from debttree.tui.editor.watch import Watch
from debttree.tui.editor.whereabouts import place_of
from debttree.tui.kit.actions import Scope
from debttree.tui.kit.entries import Entry
from debttree.tui.kit.in_thread import in_thread
from debttree.tui.kit.latest import Latest
from debttree.tui.kit.mode import Mode
from debttree.tui.kit.program import Program
from debttree.tui.kit.wanted import is_wanted_here, until_quiet

if TYPE_CHECKING:
    from textual.timer import Timer

TryOut = Callable[[Tree, str], Awaitable[None]]
"""Opens the explorer on a tree at a node, and returns when it is closed."""

_WHILE = 0.3
"""Seconds without an edit after which a large draft is proven and its problems are found."""

LOOKS_OUTSIDE_EVERY = 1.0
"""Seconds between checks of the file: polling works on every system and disk."""


class Editor(Mode):
    """The editor of one tree.

    Args:
        try_out: walks the edited tree; None: it cannot be walked.
        warnings: shown at the beginning.
    """

    scope = Scope.EDITOR
    ranks: ClassVar = {"quit": 7, "language": 13, "palette": 0}

    def __init__(
        self,
        app: Program,
        session: EditSession,
        language: str,
        *,
        interface: str = "",
        try_out: TryOut | None = None,
        warnings: tuple[Message, ...] = (),
    ) -> None:
        super().__init__(app)
        self.session = session
        self._try_out = try_out
        self._assessing: Latest[None, None] = Latest(self._assess)
        self._changed_at = -inf
        self._warnings = warnings
        self._view = View(session.document, language, private=session.private, interface=interface)
        self._timer: Timer | None = None
        self.watch = Watch(self)
        """What other programs make of the file."""
        self.own_editing = OwnEditing(self)
        """What the person's own editor has of this draft."""

    @property
    def view(self) -> View:
        """The view of the draft that screens show."""
        return self._view

    @view.setter
    def view(self, view: View) -> None:
        self._view = view
        self.show()

    @property
    def say(self) -> Phrases:
        """Sentences in the reader's language."""
        return self.view.say

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the draft promises."""
        return languages(self.view.data)

    @property
    def moment(self) -> object:
        """A message stays until the draft changes."""
        return self.view.document

    def main_screen(self) -> Desk:
        """Return the desk, the main screen."""
        return Desk(self)

    def begin(self) -> None:
        """Begin: offer a copy of a bundled tree, or unsaved edits of an earlier run, or open a broken file as text."""
        self._timer = self.app.set_interval(LOOKS_OUTSIDE_EVERY, self._look)
        self.app.call_after_refresh(self._begin)

    def _look(self) -> None:
        """Check whether another program changed the file, or the copy for the person's own editor."""
        self.watch.look()
        self.own_editing.look()

    def leave(self) -> None:
        """Leave the editor."""
        self.app.leave()

    def clear_up(self) -> None:
        """Stop checking files, and delete temporary copies that are no longer needed."""
        if self._timer is not None:
            self._timer.stop()
        self.session.clear_up()

    def _begin(self) -> None:
        if self._assessing.put(None):
            self._assess_soon()  # the draft is painted
        if self.session.is_bundled:
            offer_copy(self.page)
            return
        if self.session.document.data is None:
            self.show_text(())
        left = [] if self.session.is_dirty else self.session.unsaved()
        if left:
            self.open(Recovery(self, left[0]))
        if told := (*self._warnings, *self.own_editing.left()):
            self.page.tell(" ".join(map(self.say.tell, told)), "warn")

    @property
    def desk(self) -> Desk:
        """The main screen, even if others are above it."""
        return next(page for page in self.pages if isinstance(page, Desk))

    @property
    def page(self) -> Page:
        """The topmost screen that shows the draft."""
        return next(page for page in reversed(self.pages) if isinstance(page, Page))

    def tell(self, message: Message, role: str = "good") -> None:
        """Show a message above the foot of the topmost screen."""
        self.page.tell(self.say.tell(message), role)

    def complain(self, trouble: Trouble) -> None:
        """Show what could not be done, with a hint, above the foot of the topmost screen."""
        self.page.complain(trouble)

    def dawn(self, today: dt.date) -> None:
        """Find the problems of a new day: a source may have expired overnight."""
        self.changed()

    def changed(self) -> None:
        """Show the draft as it is now, and find its problems."""
        session = self.session
        if session.document is not self.view.document:
            self._changed_at = monotonic()
        self.view = replace(
            self.view,
            document=session.document,
            is_dirty=session.is_dirty,
            is_outside=self.watch.is_changed,
            is_gone=self.watch.is_gone,
        )
        if self._assessing.put(None):
            self.app.call_after_refresh(self._assess_soon)  # after the key's effect is painted

    def _assess_soon(self) -> None:
        in_thread(self.app, "think", self._assessing.work)

    def _assess(self, _: None) -> None:
        """Prove the document, and compute problems and prospects, in the background."""
        is_wanted, size = is_wanted_here(), len(self.session.document.text)
        if size >= LARGE:
            until_quiet(lambda: self._changed_at, _WHILE, is_wanted)
        with suppress(Unwanted), in_background(size):
            document, day = self._prove(), self.session.today
            assessment = assess(document, day, is_wanted, self.session.is_guide, self._know_first)
            document.blocks.headers.prepare()  # the next edit will ask for it
            self.app.call_from_thread(self._know, assessment)
            if document.data is not None and document is self.session.history.base:  # as read
                share_keys(document.data)

    def _prove(self) -> Document:
        """Prove the present document, unless it is proven already, and return it.

        The proof is local to this method since it holds an earlier document: for a large file, a whole text in memory.
        """
        proof = self.session.history.proof()
        if not self.session.history.is_proven:
            self.app.call_from_thread(self._settle, proof, holds=proof.holds())
        return proof.document

    def _know_first(self, assessment: Assessment) -> None:
        """Show the first problems at once; later ones wait for the prospects, which would else vanish for a moment."""
        if self.view.assessment is None:
            self.app.call_from_thread(self._know, assessment)

    def _settle(self, proof: Proof, *, holds: bool) -> None:
        if self.session.settle(proof, holds=holds):
            self.changed()
            self.tell(msg("That edit would have changed more than was meant; it was taken back."), "warn")

    def _know(self, assessment: Assessment) -> None:
        self.view = replace(self.view, assessment=assessment)

    def make(self, edit: Edit) -> None:
        """Apply an edit and show it.

        Raises:
            Trouble: it cannot be made.
        """
        self.session.do(edit)
        self.changed()

    def do(self, edit: Edit) -> bool:
        """Apply an edit and show it, or say why it cannot be made; return whether it was made."""
        return self._shown(partial(self.session.do, edit))

    def take_up(self, edit: Edit, before: Document, applied: Applied) -> bool:
        """Record an edit that was computed in the background; return whether that worked.

        Args:
            edit: the edit.
            before: the document that it was computed for.
            applied: its result.
        """
        return self._shown(partial(self.session.take_up, edit, before, applied))

    def _shown(self, act: Callable[[], None]) -> bool:
        """Change the draft and show it, or say why that cannot be done; return whether it was done."""
        try:
            act()
            self.changed()
        except Trouble as trouble:
            self.changed()
            self.complain(trouble)
            return False
        return True

    def do_all(self, *edits: Edit | None) -> bool:
        """Apply edits as one, ignoring None; return whether they were made."""
        wanted = tuple(edit for edit in edits if edit is not None)
        if not wanted:
            return True
        return self.do(wanted[0] if len(wanted) == 1 else Together(wanted))

    def action_undo(self) -> None:
        """Undo the last edit, and go to its place."""
        self._step(self.session.undo, msg("Undone."), msg("There is nothing to undo."), is_back=True)

    def action_redo(self) -> None:
        """Redo the edit that was undone last, and go to its place."""
        self._step(self.session.redo, msg("Done again."), msg("There is nothing to do again."), is_back=False)

    def _step(
        self, step: Callable[[], Edit | None], done: Message, nothing: Message, *, is_back: bool
    ) -> None:
        try:
            edit = step()
        except Trouble as trouble:
            self.changed()
            self.complain(trouble)
            return
        if edit is None:
            self.tell(nothing, "dim")
            return
        self.changed()
        place = place_of(edit, self.view.data, is_back=is_back)
        if place:
            self.desk.return_to(place)
        self.tell(done)

    def go_to(self, path: DataPath) -> None:
        """Put the cursor of the desk on a data path."""
        self.desk.go_to(path)

    def return_to(self, path: DataPath) -> None:
        """Put the cursor of the desk on a data path; in the list, if the cursor is there and the path is a subject."""
        self.desk.return_to(path)

    def beside(self, subject: DataPath, by: int) -> DataPath | None:
        """Return the subject `by` places behind a subject among those of its kind in the list, or None."""
        return self.desk.beside(subject, by)

    def follow_rename(self, path: DataPath, new: str) -> None:
        """Keep the cursor on a thing that was renamed."""
        if (address := Address.of(path)).is_subject:
            self.go_to((address.table, new))

    def show_text(self, path: DataPath) -> None:
        """Open the file as text, at the line of a data path."""
        from debttree.tui.editor.screens.raw import Raw

        self.open(Raw(self, self._line_of(path)))

    def _line_of(self, path: DataPath) -> int:
        document = self.session.document
        if document.data is None:
            problems = document.reading().problems
            return problems[0].place.line if problems and problems[0].place else 1
        return document.places.place(path, Aim.KEY).line if path else 1

    def edit_outside(self, path: DataPath) -> None:
        """Open the draft in the person's own editor; each time it saves, that becomes one edit."""
        try:
            self.own_editing.open(self._line_of(path))
        except Trouble as trouble:
            self.page.complain(trouble)

    def settled_outside(self) -> None:
        """Continue after the person has decided about another program's change."""
        self.watch.outside = None
        self.changed()

    def action_save(self) -> None:
        """Show the changes before saving, or the conflict with another program's change."""
        self.watch.look(closely=True)
        if self.watch.outside is not None:
            self.open(Conflict(self, self.watch.outside.document))
        elif not self.session.is_dirty:
            self.tell(msg("There is nothing to save."), "dim")
        else:
            self.open(Changes(self))

    def write(self, mode: WriteMode | None = None) -> None:
        """Write the draft to the file; ask how, if hard links would be separated or the file cannot be replaced."""
        if mode is None and self.session.other_names > 0:
            ask_how(self, PARTS)
            return
        try:
            self.session.save(in_place=mode is WriteMode.IN_PLACE)
        except ChangedOnDisk:
            self.app.pop_screen()
            self.action_save()
            return
        except NotReplaceable as refused:
            ask_how(self, refused.message)
            return
        except Trouble as trouble:
            self.changed()
            self.complain(trouble)
            return
        if isinstance(self.app.screen, Changes):
            self.app.pop_screen()
        self.changed()
        self.tell(msg("Saved: {file}", file=str(self.session.file)))

    async def try_from(self, subject: DataPath) -> None:
        """Walk the edited tree from a subject, and return."""
        found = assess(self.session.document, self.session.today, is_guide=self.session.is_guide)
        if found.barriers or found.tree is None:
            self.tell(
                msg("The tree has errors ({n}); mend them first: p shows them.", n=found.barriers), "warn"
            )
        elif self._try_out is not None:
            node = str(subject[1]) if subject[0] == "nodes" else found.tree.root
            await self._try_out(found.tree, node)

    def far(self) -> Iterator[Entry]:
        """Yield the palette's entries that the present screen offers to go to."""
        yield from self.page.entries()

    def go_to_entry(self, item: Hashable) -> None:
        """Go to an entry."""
        self.go_to(path_of(item) or ())

    def speak_in(self, speech: Speech) -> None:
        """Show everything in these languages."""
        self.view = replace(self.view, language=speech.guide, interface=speech.interface)

    async def action_quit(self) -> None:
        """Leave the editor, but ask first if something is not saved."""
        if self.page.settles():
            ask_before_leaving(self, self.own_editing.settle())
