"""Help: every key of the screen it was opened from, then every other, and what the signs mean."""

from collections.abc import Iterable

from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.sheet import OnePane
from debttree.tui.kit.actions import EDITOR_ONLY, Where
from debttree.tui.kit.help import help_blocks
from debttree.tui.kit.page import Block


class Help(OnePane):
    """Made from the table of actions."""

    def __init__(self, opened_from: tuple[Where, ...]) -> None:
        super().__init__()
        self._opened_from = opened_from

    def heading(self, scene: Scene) -> str:
        """Help."""
        return scene.say("Help")

    def blocks(self, scene: Scene) -> Iterable[Block]:
        """Every action with its keys."""
        return help_blocks(scene.say, self.explorer.keymap, self._opened_from, EDITOR_ONLY)
