"""Screens shown before the file is written: the changes, a conflict with another program, unsaved edits."""

from collections.abc import Hashable, Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType

from debttree.editing.document import Document
from debttree.model import Trouble
from debttree.storage.journal import Unsaved
from debttree.tui.editor.screens.page import Editing, OneList
from debttree.tui.editor.views.diff import changed_lines, diff
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.dialogs.frame import Numbered
from debttree.tui.kit.dialogs.options import CHOOSE_FIRST
from debttree.tui.kit.key_queue import DropsTypeAhead
from debttree.tui.kit.page import Block, Para, Run, blank, numbered
from debttree.tui.kit.widgets.pane import Pane


class Changes(OneList):
    """The changes line by line; Enter saves."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.SAVING)]
    scopes = (Scope.SAVING, Scope.LIST)

    def heading(self) -> str:
        """Return the numbers of lines added and removed."""
        more, less = changed_lines(self.editor.session.history.base.text, self.view.document.text)
        return self.say("What will be saved: +{more} -{less} lines", more=more, less=less)

    def blocks(self) -> Iterable[Block]:
        """Return the difference between file and draft."""
        warnings = [Para((Run(words, "warn"),)) for words in self._warnings()]
        differing = diff(self.say, self.editor.session.history.base.text, self.view.document.text)
        return [*warnings, *([blank()] if warnings else []), *differing]

    def _warnings(self) -> Iterator[str]:
        """Yield warnings before the file is written."""
        say, errors = self.say, self.view.assessment.errors if self.view.assessment else 0
        if errors:
            yield say.plural(
                "The tree has {n} error; it can be saved, but not walked.",
                "The tree has {n} errors; it can be saved, but not walked.",
                errors,
            )
        names = self.editor.session.other_names
        if names > 0:
            yield say.plural(
                "The file has {n} more name on the disk (a hard link); you are asked what it shall hold.",
                "The file has {n} more names on the disk (hard links); you are asked what they shall hold.",
                names,
            )

    def action_write(self) -> None:
        """Save the file."""
        self.editor.write()


class Answered(DropsTypeAhead, OneList, Numbered):
    """A screen with numbered answers above a text; the cursor is on none of them until it is moved."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose_first", show=False)]

    def on_mount(self) -> None:
        """Put the cursor on no answer, so that Enter alone does nothing."""
        self.query_one("#pane", Pane).point_nowhere()

    def action_choose_first(self) -> None:
        """Say how to choose."""
        self.tell(self.say.tell(CHOOSE_FIRST))

    def choose(self, item: Hashable) -> None:
        """Act on an answer, and close."""
        try:
            self.answer(str(item))
        except Trouble as trouble:
            self.complain(trouble)
        else:
            self.dismiss()

    def answer(self, answer: str) -> None:
        """Act on an answer.

        Raises:
            Trouble: it cannot be done; the screen stays open.
        """
        raise NotImplementedError


_TAKE, _KEEP, _MERGE, _ANEW = "take", "keep", "merge", "anew"


class Conflict(Answered):
    """A conflict: another program changed the file since it was read. Shows both changes, and three answers.

    Args:
        theirs: the file as it is now; None: it is gone.
    """

    def __init__(self, editor: Editing, theirs: Document | None) -> None:
        super().__init__(editor)
        self._theirs = theirs

    def heading(self) -> str:
        """Return the heading, which says what has happened."""
        return (
            self.say("The file is gone")
            if self._theirs is None
            else self.say("Changed by another program too")
        )

    def blocks(self) -> Iterable[Block]:
        """Return the answers, then both changes."""
        say, base = self.say, self.editor.session.history.base
        if self._theirs is None:
            words = say("The file is gone; your work is still here.")
            return [Para((Run(words),)), blank(), *numbered([(_ANEW, say("Write it anew"))])]
        answers = [
            (_MERGE, say("Bring both together, where they touch different things")),
            (_TAKE, say("Take the file as it is now; u brings yours back")),
            (_KEEP, say("Keep yours; saving then writes over the other change")),
        ]
        return [
            Para((Run(say("Nothing was written. Esc: decide later."), "dim"),)),
            blank(),
            *numbered(answers),
            blank(),
            Para((Run(say("What the other program changed:"), "heading"),)),
            *diff(say, base.text, self._theirs.text),
            blank(),
            Para((Run(say("What you changed:"), "heading"),)),
            *diff(say, base.text, self.view.document.text),
        ]

    def answer(self, answer: str) -> None:
        """Take their version, keep mine, or merge both."""
        session = self.editor.session
        if self._theirs is None:
            session.write_anew()
        elif answer == _TAKE:
            session.take(self._theirs)
        elif answer == _KEEP:
            session.keep_mine(self._theirs)
        elif answer == _MERGE:
            session.merge(self._theirs)
        self.editor.settled_outside()


_RECOVER, _FORGET = "recover", "forget"


class Recovery(Answered):
    """Asks whether to recover edits that an earlier run left unsaved, and shows them."""

    def __init__(self, editor: Editing, edits: Unsaved) -> None:
        super().__init__(editor)
        self._edits = edits

    def heading(self) -> str:
        """Return the heading, which says what was left."""
        return self.say("Unsaved edits of this file")

    def blocks(self) -> Iterable[Block]:
        """Return the answers, then the edits."""
        say, base = self.say, self._edits.base.decode(errors="replace").removeprefix("\ufeff")
        answers = [(_RECOVER, say("Take them up")), (_FORGET, say("Throw them away"))]
        return [
            Para((Run(say("The program ended before these edits were saved. Esc: decide later.")),)),
            blank(),
            *numbered(answers),
            blank(),
            *diff(say, base, self._edits.text),
        ]

    def answer(self, answer: str) -> None:
        """Recover the edits, or delete them."""
        if answer == _RECOVER:
            self.editor.session.recover(self._edits)
        else:
            self._edits.discard()
        self.editor.changed()
        if self.editor.session.document.data is None:  # no TOML: its form would be empty
            self.app.call_later(self.editor.show_text, ())  # once this screen has closed
