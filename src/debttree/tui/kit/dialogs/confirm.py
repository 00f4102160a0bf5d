"""A question with two answers, asked before something that cannot be undone or that leaves the way."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from debttree.locales import Phrases
from debttree.tui.kit.dialogs.modal import Modal
from debttree.tui.kit.key_queue import DropsTypeAhead
from debttree.tui.kit.page import Block, numbered
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.pane import Pane, more_below

_YES, _NO = "yes", "no"

_AROUND = 3
"""Rows of the frame and of the line above the answers."""


class Confirm(DropsTypeAhead, Modal[bool]):
    """Asks; Esc means no, and the cursor stands on no unless nothing is lost by a yes.

    Args:
        say: the language.
        question: the question.
        yes: the words for yes.
        no: the words for no.
        cursor_on_yes: whether Enter alone means yes.
    """

    DEFAULT_CSS = """
    Confirm { align: center middle; }
    Confirm > Vertical { width: 72; max-width: 96%; height: auto; max-height: 100%; }
    Confirm > Vertical { background: $raised; border: round $rule; }
    Confirm Pane, Confirm Bar { padding: 0 2; background: $raised; }
    Confirm Pane { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n,2,left,backspace,q", "answer(False)", show=False),
        Binding("y,1", "answer(True)", show=False),
        Binding("pagedown,ctrl+d", "read(1)", show=False),
        Binding("pageup,ctrl+u", "read(-1)", show=False),
    ]
    AUTO_FOCUS = "#answers"

    def __init__(
        self, say: Phrases, question: Iterable[Block], yes: str, no: str, *, cursor_on_yes: bool = False
    ) -> None:
        super().__init__()
        self._say = say
        self._question = tuple(question)
        self._answers = ((_YES, yes), (_NO, no))
        self._cursor = _YES if cursor_on_yes else _NO

    def compose(self) -> ComposeResult:
        """Compose the question, which scrolls where it is long, and its two answers."""
        with Vertical():
            yield Pane(id="question", focusable=False)
            yield Bar(id="more")
            yield Pane(id="answers", pages=False)

    def on_mount(self) -> None:
        """Put the question."""
        self.query_one("#question", Pane).show(self._question)
        self.query_one("#answers", Pane).show(numbered(self._answers), cursor=self._cursor)

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
