"""One line that somebody types: a note, a date, a file name."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from debttree.locales import Phrases
from debttree.model import Trouble
from debttree.tui.kit import safe
from debttree.tui.kit.dialogs.modal import Modal
from debttree.tui.kit.page import Line, Para, Run
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.foot import Foot, Hint
from debttree.tui.kit.widgets.line_input import NEW_LINE, LineInput, lines_of
from debttree.tui.kit.widgets.pane import Pane

TYPED_AT_MOST = 2_000
"""Characters of one answer: more than anybody types on a line, and a paste cannot stop the program."""

NOTED_AT_MOST = 20_000
"""Characters of a note: a whole conversation may be pasted."""


def too_much(say: Phrases, cut: int) -> str:
    """Return what is said where a part of what was pasted did not fit."""
    words = say.plural(
        "{n} character did not fit and was not taken.", "{n} characters did not fit and were not taken.", cut
    )
    return say("Too much was pasted: {words}", words=words)


Taken = Callable[[str], None]
"""Takes what was typed; raises `Trouble` where it cannot, and the person may mend it."""


class Ask(Modal[None]):
    """Asks for a line until it can be taken or the person gives up with Esc.

    Args:
        lines: whether the answer may be pasted in several lines, and is taken so.
    """

    DEFAULT_CSS = """
    Ask { align: center middle; }
    Ask > Vertical { width: 72; max-width: 96%; height: auto; background: $raised; border: round $rule; }
    Ask Bar { background: $raised; padding: 0 2; }
    Ask Pane { height: auto; max-height: 6; background: $raised; padding: 0 2; }
    Ask Foot { background: $raised; padding: 0 2; }
    Ask Input, Ask Input:focus { border: none; height: 1; margin: 1 2; padding: 0; background: $ground; color: $words; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", show=False)]
    AUTO_FOCUS = "Input"

    def __init__(
        self,
        say: Phrases,
        question: Line,
        take: Taken,
        *,
        hint: str = "",
        value: str = "",
        lines: bool = False,
    ) -> None:
        super().__init__()
        self._say = say
        self._question = question
        self._take = take
        self._hint = hint
        self._value = value
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Compose the question, the line, and what was wrong with it."""
        with Vertical():
            yield Bar(id="question")
            yield LineInput(self._value, limit=self._limit, lines=self._lines)
            yield Pane(id="reply", focusable=False)
            yield Foot()

    def on_mount(self) -> None:
        """Put the question."""
        say = self._say
        self.query_one("#question", Bar).show(self._question)
        keys = [Hint("Enter", say("finish"), "take"), Hint("Esc", say("never mind"), "give_up")]
        self.query_one(Foot).show(keys)
        self._reply(self._hint, "dim")

    @property
    def _limit(self) -> int:
        return NOTED_AT_MOST if self._lines else TYPED_AT_MOST

    def on_line_input_pasted(self, event: LineInput.Pasted) -> None:
        """Say what did not fit, and what stands for a new line."""
        event.stop()
        say = self._say
        if event.cut:
            self._reply(too_much(say, event.cut), "warn")
        elif self._lines:
            self._reply(say("{sign} stands where a new line begins.", sign=NEW_LINE), "dim")

    def _reply(self, words: str, role: str) -> None:
        self.query_one("#reply", Pane).show([Para((Run(words, role),))] if words else [])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the line, or say why not."""
        event.stop()
        try:
            typed = safe.typed(event.value, self._limit)
            self._take(lines_of(typed) if self._lines else typed)
        except Trouble as trouble:
            words = self._say.tell(trouble.message)
            self._reply(f"{words} {self._say.tell(trouble.hint)}" if trouble.hint else words, "warn")
        else:
            self.give(None)

    async def on_foot_pressed(self, event: Foot.Pressed) -> None:
        """Do what the key would have done."""
        event.stop()
        await self.run_action(event.run)

    async def action_take(self) -> None:
        """Take the line."""
        await self.query_one(Input).action_submit()

    def action_give_up(self) -> None:
        """Close without an answer."""
        self.give(None)
