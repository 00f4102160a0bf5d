"""A question with two answers, asked before something that cannot be undone or that leaves the way."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from debttree.tui.page import Block, Para, Run, blank
from debttree.tui.widgets.pane import Pane

_YES, _NO = "yes", "no"


class Confirm(ModalScreen[bool]):
    """Asks; Esc means no, and the cursor stands on no unless nothing is lost by a yes."""

    DEFAULT_CSS = """
    Confirm { align: center middle; }
    Confirm > Vertical { width: 72; max-width: 96%; height: auto; max-height: 96%; }
    Confirm > Vertical { background: $raised; border: round $rule; }
    Confirm Pane { height: auto; max-height: 100%; padding: 0 2; background: $raised; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n,2,left,backspace,q", "answer(False)", show=False),
        Binding("y,1", "answer(True)", show=False),
    ]

    def __init__(self, question: Iterable[Block], yes: str, no: str, *, cursor_on_yes: bool = False) -> None:
        super().__init__()
        self._question = tuple(question)
        self._answers = (yes, no)
        self._cursor = _YES if cursor_on_yes else _NO

    def compose(self) -> ComposeResult:
        """The question and its two answers."""
        with Vertical():
            yield Pane()

    def on_mount(self) -> None:
        """Put the question."""
        yes, no = self._answers
        answers = [
            Para((Run(yes),), (Run(" "), Run("1 ", "key")), (Run("   "),), item=_YES),
            Para((Run(no),), (Run(" "), Run("2 ", "key")), (Run("   "),), item=_NO),
        ]
        self.query_one(Pane).show([*self._question, blank(), *answers], cursor=self._cursor)

    def on_pane_chosen(self, event: Pane.Chosen) -> None:
        """The answer was chosen."""
        event.stop()
        self.action_answer(event.item == _YES)

    def action_answer(self, yes: bool) -> None:
        """Give the answer; a second key that came before this had closed answers nothing."""
        if self.is_current:
            self.dismiss(yes)
