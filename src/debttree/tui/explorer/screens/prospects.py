"""Prospects in full: each consequence with its status, a way that shows it, advice, and the point of no return."""

from collections.abc import Iterable

from debttree.tui.explorer.items import AVOID
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.sheet import OnePane
from debttree.tui.explorer.views.prospects import in_full
from debttree.tui.kit.page import Block, Lazily, Para, Run


class ProspectsSheet(OnePane):
    """What lies ahead of where I stand. Consequences can be marked to be avoided together."""

    def __init__(self) -> None:
        super().__init__()
        self._together: list[str] = []

    def heading(self, scene: Scene) -> str:
        """The title, with the node's."""
        return scene.say("Prospects: {title}", title=scene.title(scene.journey.at))

    def blocks(self, scene: Scene) -> Iterable[Block]:
        """The whole table."""
        nothing: list[Block] = [Para((Run(scene.say("This guide names no consequences."), "dim"),))]
        return Lazily(in_full(scene, tuple(self._together))) or nothing

    def choose(self, item: str) -> None:
        """Mark a consequence, or do what the item stands for."""
        if not item.startswith(AVOID):
            super().choose(item)
            return
        name = item.removeprefix(AVOID)
        if name in self._together:
            self._together.remove(name)
        else:
            self._together.append(name)
        self.show(self.scene)
