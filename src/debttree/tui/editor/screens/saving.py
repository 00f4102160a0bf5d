"""Before the file is written: what was changed; and what to do where another program changed it too."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from debttree.editing.document import Document
from debttree.model import Trouble
from debttree.storage.journal import Unsaved
from debttree.tui.editor.screens.page import Page
from debttree.tui.editor.view import View
from debttree.tui.editor.views.diff import changed_lines, diff
from debttree.tui.kit.actions import Where, bindings
from debttree.tui.kit.key_queue import DropsTypeAhead
from debttree.tui.kit.page import Block, Para, Run, blank
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.pane import Pane


class ReadPage(Page):
    """A page that is one text to read."""

    DEFAULT_CSS = """
    ReadPage > #pane { padding: 0 1; }
    """

    def body(self) -> ComposeResult:
        """The text."""
        yield from self.one_pane()

    def put(self, heading: str, blocks: Iterable[Block]) -> None:
        """Show a heading and a text."""
        self.query_one("#head", Bar).show((Run(heading, "title"),))
        pane = self.query_one("#pane", Pane)
        pane.show(blocks)
        pane.focus(scroll_visible=False)


class Changes(ReadPage):
    """What will be written, line by line; Enter writes it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.SAVING)]
    where = (Where.SAVING, Where.LIST, Where.EDITOR_EVERYWHERE)

    def show(self, view: View) -> None:
        """The difference between the file and the draft."""
        say, base = view.say, self.editor.session.history.base
        more, less = changed_lines(base.text, view.document.text)
        blocks = diff(say, base.text, view.document.text)
        warnings = [Para((Run(words, "warn"),)) for words in self._warnings(view)]
        self.put(
            say("What will be saved: +{more} -{less} lines", more=more, less=less),
            [*warnings, *([blank()] if warnings else []), *blocks],
        )

    def _warnings(self, view: View) -> Iterator[str]:
        """What to know before it is written."""
        say, errors = view.say, view.assessed.errors if view.assessed else 0
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


_TAKE, _KEEP, _MERGE, _ANEW = "take", "keep", "merge", "anew"


class Answered(DropsTypeAhead, ReadPage):
    """A text below answers, each of which has a number."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.NUMBERED)]
    where = (Where.NUMBERED, Where.LIST, Where.EDITOR_EVERYWHERE)

    def answers(self, answers: Sequence[tuple[str, str]]) -> list[Block]:
        """The answers as items."""
        return [
            Para((Run(words),), (Run(" "), Run(f"{number} ", "key")), (Run("   "),), item=value)
            for number, (value, words) in enumerate(answers, 1)
        ]

    def action_choose_number(self, digit: int) -> None:
        """Take the answer of that number."""
        items = self.query_one("#pane", Pane).items
        if digit <= len(items):
            self.choose(items[digit - 1])

    def on_pane_chosen(self, event: Pane.Chosen) -> None:
        """Take the answer."""
        event.stop()
        self.choose(event.item)

    def choose(self, answer: str) -> None:
        """Do what an answer says."""
        raise NotImplementedError


class Conflict(Answered):
    """The file was changed by another program since it was read: both changes, and three ways on.

    Args:
        theirs: what the file holds now; None: it is gone.
    """

    def __init__(self, theirs: Document | None) -> None:
        super().__init__()
        self._theirs = theirs

    def show(self, view: View) -> None:
        """The ways on, then both changes."""
        say, base = view.say, self.editor.session.history.base
        if self._theirs is None:
            words = say("The file is gone; your work is still here.")
            answers = self.answers([(_ANEW, say("Write it anew"))])
            self.put(say("The file is gone"), [Para((Run(words),)), blank(), *answers])
            return
        answers = self.answers(
            [
                (_MERGE, say("Bring both together, where they touch different things")),
                (_TAKE, say("Take the file as it is now; u brings yours back")),
                (_KEEP, say("Keep yours; saving then writes over the other change")),
            ]
        )
        self.put(
            say("Changed by another program too"),
            [
                Para((Run(say("Nothing was written. Esc: decide later."), "dim"),)),
                blank(),
                *answers,
                blank(),
                Para((Run(say("What the other program changed:"), "heading"),)),
                *diff(say, base.text, self._theirs.text),
                blank(),
                Para((Run(say("What you changed:"), "heading"),)),
                *diff(say, base.text, view.document.text),
            ],
        )

    def choose(self, answer: str) -> None:
        """Take theirs, keep mine, or both."""
        editor = self.editor
        try:
            if self._theirs is None:
                editor.session.write_anew()
            elif answer == _TAKE:
                editor.session.take(self._theirs)
            elif answer == _KEEP:
                editor.session.keep_mine(self._theirs)
            elif answer == _MERGE:
                editor.session.merge(self._theirs)
        except Trouble as trouble:
            self.complain(trouble)
            return
        editor.settled_outside()
        self.dismiss()


_RECOVER, _FORGET = "recover", "forget"


class Recovery(Answered):
    """Edits that an earlier run left unsaved: what they are, and whether to take them up."""

    def __init__(self, edits: Unsaved) -> None:
        super().__init__()
        self._edits = edits

    def show(self, view: View) -> None:
        """The ways on, then the edits."""
        say = view.say
        base = self._edits.base.decode(errors="replace").removeprefix("\ufeff")
        answers = [(_RECOVER, say("Take them up")), (_FORGET, say("Throw them away"))]
        self.put(
            say("Unsaved edits of this file"),
            [
                Para((Run(say("The program ended before these edits were saved. Esc: decide later.")),)),
                blank(),
                *self.answers(answers),
                blank(),
                *diff(say, base, self._edits.text),
            ],
        )

    def choose(self, answer: str) -> None:
        """Take the edits up, or forget them."""
        try:
            if answer == _RECOVER:
                self.editor.session.recover(self._edits)
            else:
                self._edits.discard()
        except Trouble as trouble:
            self.complain(trouble)
            return
        self.editor.changed()
        self.dismiss()
