"""The editor: the app that holds the draft, finds its problems beside the keys, saves it, and opens screens."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.reactive import reactive

from debttree.editing.edits import Edit, Together
from debttree.editing.history import Proof
from debttree.locales import other_language
from debttree.model import Aim, DataPath, Message, Trouble, msg
from debttree.reading.gc_pause import in_background
from debttree.storage.atomic import ChangedOnDisk, NotReplaceable
from debttree.tui.editor.assessment import Assessment, assess
from debttree.tui.editor.draft import Draft
from debttree.tui.editor.items import path_of
from debttree.tui.editor.own_editing import OwnEditing
from debttree.tui.editor.screens.copying import offer_copy
from debttree.tui.editor.screens.desk import Desk
from debttree.tui.editor.screens.page import Page
from debttree.tui.editor.screens.palette import Palette
from debttree.tui.editor.screens.problems import Help
from debttree.tui.editor.screens.raw import Raw
from debttree.tui.editor.screens.saving import Changes, Conflict, Recovery
from debttree.tui.editor.screens.writing import PARTS, WriteMode, ask_how
from debttree.tui.editor.session import EditSession, Outside
from debttree.tui.editor.view import View
from debttree.tui.kit.actions import Where, bindings
from debttree.tui.kit.again import Again
from debttree.tui.kit.dialogs.options import Options
from debttree.tui.kit.dialogs.pick import Picked
from debttree.tui.kit.entries import LANGUAGE, RUN, THEME
from debttree.tui.kit.page import Para, Run
from debttree.tui.kit.program import Program
from debttree.tui.kit.settings import Settings

LOOKS_OUTSIDE_EVERY = 1.0
"""Seconds between two looks at the file: polling needs nothing of the system and works on every disk."""


class Editor(Program):
    """Edits one tree.

    Attributes:
        tries: the node from which the person wants to walk the edited tree, when the app has ended for that.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.EDITOR_EVERYWHERE)]

    # Textual wants a default, and gets one that nobody sees: the view is there before the app runs.
    view: reactive[View] = reactive[View](lambda: None, repaint=False)  # type: ignore[arg-type,return-value]

    def __init__(self, session: EditSession, language: str, settings: Settings | None = None) -> None:
        settings = settings or Settings()
        super().__init__(settings, session.clock)
        self.session = session
        self.tries: str | None = None
        self._again = Again()
        self._outside: Outside | None = None
        self._warnings = settings.warnings
        self.own_editing = OwnEditing(self)
        """What the person's own editor has of this draft."""
        self.set_reactive(Editor.view, View(session.document, language, private=session.private))

    def get_default_screen(self) -> Desk:
        """The desk is there from the start."""
        return Desk()

    def on_mount(self) -> None:
        """Begin: a copy of what must not be changed, what was left unsaved, or a broken file as text."""
        self.set_interval(LOOKS_OUTSIDE_EVERY, self.look_outside)
        self.set_interval(LOOKS_OUTSIDE_EVERY, self.own_editing.look)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.changed()
        if self.session.is_bundled:
            offer_copy(self.page)
            return
        if self.session.document.data is None:
            self.show_text(())
        left = [] if self.session.is_dirty else self.session.unsaved()
        if left:
            self.push_screen(Recovery(left[0]))
        if told := (*self._warnings, *self.own_editing.left()):
            self.page.tell(" ".join(map(self.view.say.tell, told)), "warn")

    @property
    def desk(self) -> Desk:
        """The main screen, whatever is above it."""
        return next(screen for screen in self.screen_stack if isinstance(screen, Desk))

    @property
    def page(self) -> Page:
        """The topmost whole screen."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, Page))

    def tell(self, message: Message, role: str = "good") -> None:
        """Say something above the foot of the topmost screen."""
        self.page.tell(self.view.say.tell(message), role)

    def dawn(self, today: dt.date) -> None:
        """Find the problems of another day: a source may have run out overnight."""
        self.changed()

    def changed(self) -> None:
        """Show the draft as it is now, and find its problems."""
        session = self.session
        self.view = replace(
            self.view,
            document=session.document,
            is_dirty=session.is_dirty,
            is_outside=self._outside is not None,
        )
        if self._again.ask():
            self.call_after_refresh(self.think)  # the key shows first

    @work(thread=True, group="think", exit_on_error=True)
    def think(self) -> None:
        """Prove what is not proven, and find problems and prospects, beside the keys."""
        while self._again.begins():
            with in_background(len(self.session.document.text)):
                assessed = self._assess(self.session.history.proof())
            self.call_from_thread(self._know, assessed)

    def _assess(self, proof: Proof) -> Assessment:
        proof.document.blocks.headers.prepare()  # the next edit will ask for it
        if not self.session.history.is_proven:
            self.call_from_thread(self._settle, proof, holds=proof.holds())
        return assess(proof.document, self.session.today)

    def _settle(self, proof: Proof, *, holds: bool) -> None:
        if self.session.settle(proof, holds=holds):
            self.changed()
            self.tell(msg("That edit would have changed more than was meant; it was taken back."), "warn")

    def _know(self, assessed: Assessment) -> None:
        self.view = replace(self.view, assessed=assessed)

    def make(self, edit: Edit) -> None:
        """Make an edit and show it.

        Raises:
            Trouble: it cannot be made.
        """
        self.session.do(edit)
        self.changed()

    def do(self, edit: Edit) -> bool:
        """Make an edit and show it, or say why it cannot be made; whether it was made."""
        try:
            self.make(edit)
        except Trouble as trouble:
            self.changed()
            self.page.complain(trouble)
            return False
        return True

    def do_all(self, *edits: Edit | None) -> bool:
        """Make edits as one; whether they were made. None stands for an edit that changes nothing."""
        wanted = tuple(edit for edit in edits if edit is not None)
        if not wanted:
            return True
        return self.do(wanted[0] if len(wanted) == 1 else Together(wanted))

    def undo(self) -> None:
        """Take the last edit back and go to where it was."""
        self._step(self.session.undo, msg("Undone."), msg("There is nothing to undo."))

    def redo(self) -> None:
        """Make the edit again that was taken back, and go there."""
        self._step(self.session.redo, msg("Done again."), msg("There is nothing to do again."))

    def _step(self, step: Callable[[], Edit | None], done: Message, nothing: Message) -> None:
        try:
            edit = step()
        except Trouble as trouble:
            self.changed()
            self.page.complain(trouble)
            return
        if edit is None:
            self.tell(nothing, "dim")
            return
        self.changed()
        place = _place_of(edit)
        if place:
            self.desk.go_to(place)
        self.tell(done)

    def go_to(self, path: DataPath) -> None:
        """Put the cursor of the desk on what stands at a path."""
        self.desk.go_to(path)

    def follow_rename(self, path: DataPath, new: str) -> None:
        """Stay on what has another id now."""
        if len(path) == 2:
            self.go_to((path[0], new))

    def show_text(self, path: DataPath) -> None:
        """The file as text, at the line of what stands at a path."""
        self.push_screen(Raw(self._line_of(path)))

    def _line_of(self, path: DataPath) -> int:
        document = self.session.document
        if document.data is None:
            problems = document.reading().problems
            return problems[0].place.line if problems and problems[0].place else 1
        return document.places.place(path, Aim.KEY).line if path else 1

    def edit_outside(self, path: DataPath) -> None:
        """The draft in the person's own editor; what it saves is one edit, now or later."""
        try:
            self.own_editing.open(self._line_of(path))
        except Trouble as trouble:
            self.page.complain(trouble)

    def look_outside(self, *, closely: bool = False) -> None:
        """Take in at once what another program wrote; where there are edits, say so and wait."""
        try:
            outside = self.session.look_outside(closely=closely)
        except Trouble as trouble:
            self.page.complain(trouble)
            return
        if outside is None:
            return
        if outside.document is self.session.history.base:
            if self._outside is not None:  # it was changed or gone for a while
                self.settled_outside()
            return
        if outside.document is not None and not self.session.is_dirty:
            self.session.take(outside.document)
            self.changed()
            self.tell(msg("Another program changed the file; this is how it is now."))
            return
        self._outside = outside
        self.changed()
        gone = outside.document is None
        words = msg("The file is gone; saving asks what to do.") if gone else _BOTH_CHANGED
        self.tell(words, "warn")

    def settled_outside(self) -> None:
        """It was decided what becomes of another program's change."""
        self._outside = None
        self.changed()

    def save(self) -> None:
        """Show what was changed, or what another program changed too."""
        self.look_outside(closely=True)
        if self._outside is not None:
            self.push_screen(Conflict(self._outside.document))
        elif not self.session.is_dirty:
            self.tell(msg("There is nothing to save."), "dim")
        else:
            self.push_screen(Changes())

    def write(self, mode: WriteMode | None = None) -> None:
        """Write the draft to the file; where that parts its names or cannot be done as usual, ask how."""
        if mode is None and self.session.other_names > 0:
            ask_how(self, PARTS)
            return
        try:
            self.session.save(in_place=mode is WriteMode.IN_PLACE)
        except ChangedOnDisk:
            self.pop_screen()
            self.save()
            return
        except NotReplaceable as refused:
            ask_how(self, refused.message)
            return
        except Trouble as trouble:
            self.changed()
            self.page.complain(trouble)
            return
        if isinstance(self.screen, Changes):
            self.pop_screen()
        self.changed()
        self.tell(msg("Saved: {file}", file=str(self.session.file)))

    def try_from(self, subject: DataPath) -> None:
        """End for a walk through the edited tree; whoever started the app comes back with the same session."""
        assessed = assess(self.session.document, self.session.today)
        if assessed.errors or assessed.tree is None:
            self.tell(
                msg("The tree has errors ({n}); mend them first: p shows them.", n=assessed.errors), "warn"
            )
            return
        self.tries = str(subject[1]) if subject[0] == "nodes" else assessed.tree.root
        self.exit()

    def action_close(self) -> None:
        """Close what is on top; the desk stays."""
        if len(self.screen_stack) > 1:
            self.pop_screen()

    def action_help(self) -> None:
        """Help for the screen that is open."""
        screen = self.screen
        if isinstance(screen, Help):
            self.action_close()
        elif isinstance(screen, Page):
            self.push_screen(Help(screen.where))

    def action_palette(self) -> None:
        """Find anything by name, and do it or go there."""
        self.push_screen(Palette(self.page), self._take_from_palette)

    def _take_from_palette(self, picked: Picked | None) -> None:
        item = picked.values[0] if picked is not None else ""
        if item.startswith(RUN):
            self.call_later(self._run_on, self.page, item.removeprefix(RUN))
        elif item.startswith(LANGUAGE):
            self.speak(item.removeprefix(LANGUAGE))
        elif item.startswith(THEME):
            self.theme = item.removeprefix(THEME)
        elif path := path_of(item):
            self.go_to(path)

    async def _run_on(self, page: Page, action: str) -> None:
        """Run an action of a screen or of the app, as if its key had been pressed there."""
        if not await self.run_action(action, page):
            await self.run_action(action)

    def action_language(self) -> None:
        """Chinese to English and back; the place stays."""
        self.speak(other_language(self.view.language))

    def speak(self, language: str) -> None:
        """Show everything in a language."""
        self.view = replace(self.view, language=language)

    async def action_quit(self) -> None:
        """Leave; where something is not saved, ask."""
        if not self.page.settles():
            return
        draft = self.own_editing.settle()
        if draft is not None:
            self._ask_about(draft)
        else:
            self._leave()

    def _ask_about(self, draft: Draft) -> None:
        """Whether to leave although what the person's own editor saves is then not taken over any more."""
        say = self.view.say

        def answered(answer: str | None) -> None:
            if answer == "leave":
                self._leave()

        words = say(
            "Your own editor may have a draft open still. Its file stays: {file}", file=str(draft.file)
        )
        question = [Para((Run(words, "strong"),))]
        answers = [
            ("leave", say("Leave; what it saves from now on is not taken over")),
            ("stay", say("Stay")),
        ]
        self.push_screen(Options(say, question, answers), answered)

    def _leave(self) -> None:
        """Leave, once it is decided what becomes of edits that are not saved."""
        if not self.session.is_dirty:
            self.exit()
            return
        say = self.view.say

        def answered(answer: str | None) -> None:
            if answer == "save":
                self.save()
            elif answer == "drop":
                self.session.close()
                self.exit()

        question = [Para((Run(say("Your edits are not saved."), "strong"),))]
        answers = [("save", say("Save them")), ("drop", say("Leave without saving")), ("stay", say("Stay"))]
        self.push_screen(Options(say, question, answers), answered)


_BOTH_CHANGED = msg("Another program changed the file, and you did too. Ctrl+S shows both.")


def _place_of(edit: Edit) -> DataPath:
    """Where an edit was made; () where that is everywhere."""
    if isinstance(edit, Together):
        return _place_of(edit.edits[-1])
    path: DataPath = getattr(edit, "path", ())
    return path
