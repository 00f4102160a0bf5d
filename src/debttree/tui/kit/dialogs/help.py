"""Help: every key of the screen it was opened from, then every other of its mode, and what the signs mean."""

from collections.abc import Iterable

from debttree.tui.kit.actions import Scope
from debttree.tui.kit.dialogs.frame import Host, OnePane
from debttree.tui.kit.help import help_blocks
from debttree.tui.kit.page import Block, blank


class Help(OnePane):
    """The help of a screen, made from the table of actions.

    Args:
        first: where the actions work that come first.
        scope: what is the mode's own.
    """

    top = (blank(),)

    def __init__(self, mode: Host, first: tuple[Scope, ...], scope: Scope) -> None:
        super().__init__(mode)
        self._first = first
        self._scope = scope

    def heading(self) -> str:
        """Help."""
        return self.say("Help")

    def blocks(self) -> Iterable[Block]:
        """Return every action with its keys."""
        return help_blocks(self.say, self.mode.keymap, self._first, self._scope)
