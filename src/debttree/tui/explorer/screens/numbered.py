"""A list whose entries are taken by their numbers too."""

from typing import ClassVar

from textual.binding import BindingType

from debttree.tui.explorer.screens.sheet import OnePane
from debttree.tui.kit.actions import Where, bindings
from debttree.tui.kit.widgets.pane import Pane


class Numbered(OnePane):
    """One list; a digit takes the entry of that number."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.NUMBERED)]
    where = (Where.NUMBERED, Where.LIST, Where.EVERYWHERE)

    def action_choose_number(self, digit: int) -> None:
        """Take the entry of that number."""
        items = self.query_one("#pane", Pane).items
        if digit <= len(items):
            self.choose(items[digit - 1])
