"""A question with two answers, asked before something that the program cannot undo."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from debttree.locales import Phrases
from debttree.tui.kit.dialogs.modal import Modal
from debttree.tui.kit.key_queue import DropsTypeAhead
from debttree.tui.kit.page import Block, numbered
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.foot import Hint
from debttree.tui.kit.widgets.pane import Pane, more_below

_YES, _NO = "yes", "no"

_AROUND = 4
"""Rows of the frame, of the line above the answers, and of the foot."""


class Confirm(DropsTypeAhead, Modal[bool]):
    """Asks; Esc means no, and the cursor stands on nothing: Enter alone answers nothing.

    Args:
        say: the language.
        question: the question.
        yes: the words for yes.
        no: the words for no.
    """

    DEFAULT_CSS = """
    Confirm > Vertical { width: 72; }
    Confirm Pane, Confirm Bar { padding: 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,2,left,backspace,q", "answer(False)", show=False),
        Binding("y,1", "answer(True)", show=False),
        Binding("up,down,k,j", "point", show=False),
        Binding("pagedown,ctrl+d", "read(1)", show=False),
        Binding("pageup,ctrl+u", "read(-1)", show=False),
    ]
    AUTO_FOCUS = ""

    def __init__(self, say: Phrases, question: Iterable[Block], yes: str, no: str) -> None:
        super().__init__(say)
        self._question = tuple(question)
        self._answers = ((_YES, yes), (_NO, no))

    def body(self) -> ComposeResult:
        """Compose the question, which scrolls where it is long, and its two answers."""
        yield Pane(id="question", focusable=False)
        yield Bar(id="more")
        yield Pane(id="answers", pages=False)

    def on_mount(self) -> None:
        """Put the question."""
        say = self._say
        self.show_keys(
            Hint("1", say("yes"), "answer(True)"),
            Hint("2", say("no"), "answer(False)"),
            Hint("Esc", say("never mind"), "give_up"),
        )
        self.query_one("#question", Pane).show(self._question)
        self.query_one("#answers", Pane).show(numbered(self._answers), cursor=_NO)

    def on_resize(self, event: events.Resize) -> None:
        """Give the question the lines that answers, rule and frame leave."""
        answers = self.query_one("#answers", Pane)
        left = event.size.height - max(answers.length, len(self._answers)) - _AROUND
        self.query_one("#question", Pane).styles.max_height = max(left, 1)

    def on_pane_scrolled(self, event: Pane.Scrolled) -> None:
        """Say how much of the question there is below."""
        event.stop()
        if event.pane.id == "question":
            self.query_one("#more", Bar).show((), more_below(self._say, event.pane))

    def on_bar_clicked(self, event: Bar.Clicked) -> None:
        """Read on where the rule says that there is more below."""
        event.stop()
        if event.key:
            self.action_read(1)

    def action_point(self) -> None:
        """Set the cursor on no, where an arrow looks for it."""
        self.query_one("#answers", Pane).focus()

    def action_read(self, direction: int) -> None:
        """Scroll the question by a page."""
        self.query_one("#question", Pane).action_page(direction)

    def on_pane_chosen(self, event: Pane.Chosen) -> None:
        """Close with the chosen answer."""
        event.stop()
        self.action_answer(event.item == _YES)

    def action_answer(self, yes: bool) -> None:
        """Give the answer."""
        self.give(yes)
