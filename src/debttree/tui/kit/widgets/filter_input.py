"""An input line above a list: letters go to the line, arrows to the list."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from debttree.tui.kit.widgets.line_input import LineInput


class FilterInput(LineInput):
    """An input without a frame that passes on arrow and page keys."""

    DEFAULT_CSS = """
    FilterInput, FilterInput:focus { border: none; height: 1; padding: 0 1; background: $raised; color: $words; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "pass_on(-1)", show=False),
        Binding("down", "pass_on(1)", show=False),
        Binding("pageup", "pass_on(-10)", show=False),
        Binding("pagedown", "pass_on(10)", show=False),
    ]

    @dataclass
    class Moved(Message):
        """Requests to move the cursor of the list by some items."""

        by: int

    def __init__(self, value: str = "", *, limit: int = 80) -> None:
        super().__init__(value, limit=limit)

    def action_pass_on(self, by: int) -> None:
        """Post a request to move the cursor of the list."""
        self.post_message(self.Moved(by))
