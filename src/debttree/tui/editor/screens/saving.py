"""Before the file is written: what was changed; and what to do where another program changed it too."""

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
    """What will be written, line by line; Enter writes it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.SAVING)]
    scopes = (Scope.SAVING, Scope.LIST)

    def heading(self) -> str:
        """Return how many lines come, and how many go."""
        more, less = changed_lines(self.editor.session.history.base.text, self.view.document.text)
        return self.say("What will be saved: +{more} -{less} lines", more=more, less=less)

    def blocks(self) -> Iterable[Block]:
        """Return the difference between the file and the draft."""
        warnings = [Para((Run(words, "warn"),)) for words in self._warnings()]
        differing = diff(self.say, self.editor.session.history.base.text, self.view.document.text)
        return [*warnings, *([blank()] if warnings else []), *differing]

    def _warnings(self) -> Iterator[str]:
        """Yield what to know before it is written."""
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
        """Write it."""
        self.editor.write()


class Answered(DropsTypeAhead, OneList, Numbered):
    """A text below answers, each of which has a number; the cursor stands on nothing until it is moved."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose_first", show=False)]

    def on_mount(self) -> None:
        """Let Enter alone answer nothing."""
        self.query_one("#pane", Pane).point_nowhere()

    def action_choose_first(self) -> None:
        """Say how to choose."""
        self.tell(self.say.tell(CHOOSE_FIRST))

    def choose(self, item: Hashable) -> None:
        """Do what an answer says, and close."""
        try:
            self.answer(str(item))
        except Trouble as trouble:
            self.complain(trouble)
        else:
            self.dismiss()

    def answer(self, answer: str) -> None:
        """Do what an answer says.

        Raises:
            Trouble: it cannot be done; the question stays.
        """
        raise NotImplementedError


_TAKE, _KEEP, _MERGE, _ANEW = "take", "keep", "merge", "anew"


class Conflict(Answered):
    """The file was changed by another program since it was read: both changes, and three ways on.

    Args:
        theirs: what the file holds now; None: it is gone.
    """

    def __init__(self, editor: Editing, theirs: Document | None) -> None:
        super().__init__(editor)
        self._theirs = theirs

    def heading(self) -> str:
        """Return what has happened."""
        return (
            self.say("The file is gone")
            if self._theirs is None
            else self.say("Changed by another program too")
        )

    def blocks(self) -> Iterable[Block]:
        """Return the ways on, then both changes."""
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
        """Take theirs, keep mine, or both."""
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
    """Edits that an earlier run left unsaved: what they are, and whether to take them up."""

    def __init__(self, editor: Editing, edits: Unsaved) -> None:
        super().__init__(editor)
        self._edits = edits

    def heading(self) -> str:
        """Return what there is."""
        return self.say("Unsaved edits of this file")

    def blocks(self) -> Iterable[Block]:
        """Return the ways on, then the edits."""
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
        """Take the edits up, or forget them."""
        if answer == _RECOVER:
            self.editor.session.recover(self._edits)
        else:
            self._edits.discard()
        self.editor.changed()
        if self.editor.session.document.data is None:  # a form of it would look empty
            self.app.call_later(self.editor.show_text, ())  # once this question has closed itself
