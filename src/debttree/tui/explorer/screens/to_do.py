"""To do: all tasks of the journey in three groups, each one key away from being ticked, dated or done."""

from collections.abc import Hashable, Iterable
from typing import ClassVar

from textual.binding import BindingType

from debttree.tui.explorer.screens.sheet import NumberedSheet, Walking
from debttree.tui.explorer.views.to_do import to_do
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.page import Block


class ToDo(NumberedSheet):
    """The tasks for today, this week and later. A task done while the screen is open stays in its place."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.IN_HAND)]
    scopes = (Scope.IN_HAND, Scope.LIST)
    ranks: ClassVar = {"tick": 1}

    def __init__(self, explorer: Walking) -> None:
        super().__init__(explorer)
        self._seen_open: frozenset[Hashable] = frozenset()

    def heading(self) -> str:
        """Return the title."""
        return self.scene.say("To do, on the whole way")

    def blocks(self) -> Iterable[Block]:
        """Return the groups, the contacts here, and the tasks that are done."""
        blocks, self._seen_open = to_do(self.scene, self._seen_open)
        return blocks
