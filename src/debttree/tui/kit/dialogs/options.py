"""A dialog with a few answers, each chosen by its number. Esc gives none."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from debttree.locales import Phrases
from debttree.model import msg
from debttree.tui.kit.dialogs.modal import Modal
from debttree.tui.kit.key_queue import DropsTypeAhead
from debttree.tui.kit.page import Block, Run, numbered
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.foot import Hint
from debttree.tui.kit.widgets.more_below import more_below
from debttree.tui.kit.widgets.pane import Pane

YES, NO = "yes", "no"
"""The values of yes and no; their letters choose these answers too."""

CHOOSE_FIRST = msg("Press the number of an answer, or an arrow and then Enter.")
"""Shown when Enter is pressed while the cursor is on no answer."""

_AROUND = 4
"""Rows taken by the frame, the line above the answers, and the foot."""


class Options(DropsTypeAhead, Modal[str]):
    """Asks; what is dismissed is the value of the answer, or None.

    The cursor is on no answer at first, so that Enter alone does nothing; an arrow puts it on the last one.

    Args:
        say: the language.
        question: the question.
        answers: the value and the words of each answer; the last one changes nothing.
    """

    DEFAULT_CSS = """
    Options > Vertical { width: 76; }
    Options Pane, Options Bar { padding: 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,left,backspace", "give_up", show=False),
        Binding("enter", "choose", show=False),
        Binding("pagedown,ctrl+d", "read(1)", show=False),
        Binding("pageup,ctrl+u", "read(-1)", show=False),
        Binding("y", f"answer_called('{YES}')", show=False),
        Binding("n", f"answer_called('{NO}')", show=False),
        *(Binding(str(digit), f"answer({digit - 1})", show=False) for digit in range(1, 10)),
    ]
    AUTO_FOCUS = "#answers"

    def __init__(self, say: Phrases, question: Iterable[Block], answers: Sequence[tuple[str, str]]) -> None:
        super().__init__(say)
        self._question = tuple(question)
        self._answers = dict(answers)

    def body(self) -> ComposeResult:
        """Compose the question, which scrolls if it is long, and its answers."""
        yield Pane(id="question", focusable=False)
        yield Bar(id="more")
        yield Pane(id="answers", pages=False)

    def on_mount(self) -> None:
        """Show the question."""
        say = self._say
        count = len(self._answers)
        to_answer = (
            [Hint("1", say("yes"), "answer(0)"), Hint("2", say("no"), "answer(1)")]
            if YES in self._answers
            else [Hint(f"1-{count}", say("choose"), "choose")]
        )
        self.show_keys(*to_answer, Hint("Esc", say("never mind"), "give_up"))
        self._question_pane.show(self._question)
        answers = self.query_one("#answers", Pane)
        answers.show(numbered(self._answers.items()), cursor=[*self._answers][-1])
        answers.point_nowhere()

    @property
    def _question_pane(self) -> Pane:
        return self.query_one("#question", Pane)

    def on_resize(self, event: events.Resize) -> None:
        """Give the question the rows that answers, rule and frame leave."""
        answers = self.query_one("#answers", Pane)
        left = event.size.height - max(answers.length, len(self._answers)) - _AROUND
        self._question_pane.styles.max_height = max(left, 1)

    def on_pane_scrolled(self, event: Pane.Scrolled) -> None:
        """Show how much of the question is below."""
        event.stop()
        if event.pane.id == "question":
            self.query_one("#more", Bar).show((), more_below(self._say, event.pane))

    def on_bar_clicked(self, event: Bar.Clicked) -> None:
        """Scroll on after a click on the rule that says there is more below."""
        event.stop()
        if event.key:
            self.action_read(1)

    def action_read(self, direction: int) -> None:
        """Scroll the question by a page."""
        self._question_pane.action_page(direction)

    def action_choose(self) -> None:
        """Say how to choose, since the cursor is on no answer."""
        words = (Run(self._say.tell(CHOOSE_FIRST), "warn"),)
        self.query_one("#more", Bar).show(words, more_below(self._say, self._question_pane))

    def on_pane_chosen(self, event: Pane.Chosen) -> None:
        """Close with the chosen answer."""
        event.stop()
        self.give(str(event.item))

    def action_answer(self, number: int) -> None:
        """Close with the answer with that number."""
        if number < len(self._answers):
            self.give([*self._answers][number])

    def action_answer_called(self, value: str) -> None:
        """Close with the answer with a value, if there is one."""
        if value in self._answers:
            self.give(value)
