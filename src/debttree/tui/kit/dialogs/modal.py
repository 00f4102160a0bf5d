"""The base of all dialogs: one answer, its own keys in the foot, and Ctrl+Q leaves."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from debttree.locales import Phrases
from debttree.model import Trouble
from debttree.tui.kit.page import Para, Run
from debttree.tui.kit.widgets.foot import Foot, Hint
from debttree.tui.kit.widgets.pane import Pane

Answer = TypeVar("Answer")
Given = TypeVar("Given")


class Modal(ModalScreen[Answer]):
    """A dialog in a box that waits for one answer; meanwhile the screen below gets no keys.

    Its foot covers that of the screen below, whose keys do nothing meanwhile.
    """

    DEFAULT_CSS = """
    Modal { align: center middle; }
    Modal > Vertical { max-width: 96%; height: auto; max-height: 100%; background: $raised; border: round $rule; }
    Modal Bar, Modal Pane { background: $raised; }
    Modal Pane { height: auto; }
    Modal > Foot { dock: bottom; background: $ground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False),
        Binding("ctrl+q", "leave", show=False),
        Binding("ctrl+l", "app.empty", show=False),
    ]

    def __init__(self, say: Phrases) -> None:
        super().__init__()
        self._say = say

    def compose(self) -> ComposeResult:
        """Compose the box and the foot."""
        with Vertical():
            yield from self.body()
        yield Foot()

    def body(self) -> ComposeResult:
        """Compose the widgets in the box."""
        raise NotImplementedError

    def reply(self, words: str, role: str = "warn") -> None:
        """Show a message below the typed text: what to type, or what was wrong with it."""
        self.query_one("#reply", Pane).show([Para((Run(words, role),))] if words else [])

    def show_keys(self, *hints: Hint) -> None:
        """Show the keys of the dialog in the foot."""
        say = self._say
        self.query_one(Foot).show([*hints, Hint("Ctrl+Q", say("quit"), "leave")])

    def takes(self, take: Callable[[Given], None], given: Given) -> bool:
        """Hand on what was typed; where that cannot be taken, say why not.

        Args:
            take: gets it; raises Trouble.
            given: what was typed.
        """
        try:
            take(given)
        except Trouble as trouble:
            self.reply(self._say.told(trouble.message, trouble.hint))
            return False
        return True

    def give(self, answer: Answer | None) -> None:
        """Close with an answer. A second click that arrives before the dialog is closed has no effect."""
        if self.is_current:
            self.dismiss(answer)

    def action_give_up(self) -> None:
        """Close without an answer."""
        self.give(None)

    def action_leave(self) -> None:
        """Leave the mode without an answer; the program ends with the first mode."""
        self.action_give_up()
        self.app.call_later(self.app.run_action, "app.in_mode('quit')")

    async def on_foot_pressed(self, event: Foot.Pressed) -> None:
        """Do what the key of the clicked hint does."""
        event.stop()
        await self.run_action(event.run)
