"""The help: all keys of the screen it was opened from, then the other keys of the mode, and the meaning of signs."""

from collections.abc import Iterable

from debttree.tui.kit.actions import Scope
from debttree.tui.kit.dialogs.frame import Host, OnePane
from debttree.tui.kit.help import help_blocks
from debttree.tui.kit.page import Block, blank


class Help(OnePane):
    """The help for a screen, made from the table of actions.

    Args:
        first: scopes whose actions come first.
        scope: the scope of the mode.
    """

    top = (blank(),)

    def __init__(self, mode: Host, first: tuple[Scope, ...], scope: Scope) -> None:
        super().__init__(mode)
        self._first = first
        self._scope = scope

    def heading(self) -> str:
        """Return the heading."""
        return self.say("Help")

    def blocks(self) -> Iterable[Block]:
        """Return all actions with their keys."""
        return help_blocks(self.say, self.mode.keymap, self._first, self._scope)
