"""A dialog that asks for one line: a name, a date, a file name."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.widgets import Input

from debttree.locales import Phrases
from debttree.tui.kit import safe
from debttree.tui.kit.dialogs.modal import Modal
from debttree.tui.kit.page import Line
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.foot import Hint
from debttree.tui.kit.widgets.line_input import LineInput
from debttree.tui.kit.widgets.pane import Pane

TYPED_AT_MOST = 2_000
"""Most characters of an answer: more than anybody types, and few enough that a huge paste cannot block the program."""

NOTED_AT_MOST = 20_000
"""Most characters of a note: enough to paste a whole conversation."""


def too_much(say: Phrases, cut: int) -> str:
    """Return the message that so many characters of a paste did not fit."""
    words = say.plural(
        "{n} character did not fit and was not taken.", "{n} characters did not fit and were not taken.", cut
    )
    return say("Too much was pasted: {words}", words=words)


Taken = Callable[[str], None]
"""Called with the typed text; raises `Trouble` if it cannot be used, and the person may correct it."""


class Ask(Modal[None]):
    """Asks for a line until it can be used or the person gives up with Esc.

    Args:
        say: the language.
        question: the question.
        take: called with the typed text; raises Trouble to ask again.
        hint: says what to type.
        value: the initial text.
        is_past: whether the value is an earlier answer, which the next letter typed replaces.
    """

    DEFAULT_CSS = """
    Ask > Vertical { width: 72; }
    Ask Bar, Ask Pane { padding: 0 2; }
    Ask Pane { max-height: 6; }
    Ask Input, Ask Input:focus { border: none; height: 1; margin: 1 2; padding: 0; background: $ground; color: $words; }
    """
    AUTO_FOCUS = "Input"

    def __init__(
        self,
        say: Phrases,
        question: Line,
        take: Taken,
        *,
        hint: str = "",
        value: str = "",
        is_past: bool = False,
    ) -> None:
        super().__init__(say)
        self._question = question
        self._take = take
        self._hint = hint
        self._value = value
        self._is_past = is_past
        self._known = ""
        """What stood in the line at the beginning."""
        self._is_told = False
        """Whether it was told that what was typed is not taken yet."""

    def body(self) -> ComposeResult:
        """Compose the question, the line, and the message about it."""
        yield Bar(id="question")
        yield LineInput(self._value, limit=TYPED_AT_MOST)
        yield Pane(id="reply", focusable=False)

    def on_mount(self) -> None:
        """Show the question."""
        say = self._say
        self.query_one("#question", Bar).show(self._question)
        line = self.query_one(LineInput)
        self._known = line.value
        if self._is_past:
            line.select_all()
        self.show_keys(Hint("Enter", say("finish"), "take"), Hint("Esc", say("never mind"), "give_up"))
        self.reply(self._hint, "dim")

    def on_line_input_pasted(self, event: LineInput.Pasted) -> None:
        """Say how much of a paste did not fit."""
        event.stop()
        if event.cut:
            self.reply(too_much(self._say, event.cut))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Use the line, or say why it cannot be used."""
        event.stop()
        if self.takes(self._take, safe.typed(event.value, TYPED_AT_MOST)):
            self.give(None)

    def action_leave(self) -> None:
        """Leave the program; if something was typed, warn once before it is lost."""
        value = self.query_one(LineInput).value
        if value == self._known or self._is_told:
            super().action_leave()
        else:
            self._is_told = True
            self.reply(
                self._say("What you typed is not taken yet: Enter takes it, Ctrl+Q leaves without it.")
            )

    async def action_take(self) -> None:
        """Use the line."""
        await self.query_one(Input).action_submit()
