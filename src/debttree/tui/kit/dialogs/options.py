"""A question with a few answers, each taken by its number. Esc answers nothing."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from debttree.locales import Phrases
from debttree.tui.kit.dialogs.modal import Modal
from debttree.tui.kit.key_queue import DropsTypeAhead
from debttree.tui.kit.page import Block, blank, numbered
from debttree.tui.kit.widgets.foot import Hint
from debttree.tui.kit.widgets.pane import Pane


class Options(DropsTypeAhead, Modal[str]):
    """Asks; what is dismissed is the value of the answer, or None.

    Args:
        say: the language.
        question: the question.
        answers: the value and the words of each answer.
    """

    DEFAULT_CSS = """
    Options > Vertical { width: 76; max-height: 96%; }
    Options Pane { max-height: 100%; padding: 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "give_up", show=False),
        *(Binding(str(digit), f"answer({digit - 1})", show=False) for digit in range(1, 10)),
    ]

    def __init__(self, say: Phrases, question: Iterable[Block], answers: Sequence[tuple[str, str]]) -> None:
        super().__init__(say)
        self._question = tuple(question)
        self._answers = tuple(answers)

    def body(self) -> ComposeResult:
        """Compose the question and its answers."""
        yield Pane()

    def on_mount(self) -> None:
        """Put the question."""
        say = self._say
        self.show_keys(Hint("Enter", say("choose"), "choose"), Hint("Esc", say("never mind"), "give_up"))
        self.query_one(Pane).show([*self._question, blank(), *numbered(self._answers), blank()])

    def on_resize(self) -> None:
        """In a small window the answers are in view rather than the question."""
        self.call_after_refresh(self.query_one(Pane).scroll_end, animate=False)

    def action_choose(self) -> None:
        """Give the answer that the cursor rests on."""
        self.query_one(Pane).action_choose()

    def on_pane_chosen(self, event: Pane.Chosen) -> None:
        """Close with the chosen answer."""
        event.stop()
        self.give(str(event.item))

    def action_answer(self, number: int) -> None:
        """Close with the answer of that number."""
        if number < len(self._answers):
            self.give(self._answers[number][0])
