"""Prospects in full: for each consequence its status, a way that shows it, advice, and the point of no return."""

from collections.abc import Hashable, Iterable

from debttree.model import CRISIS
from debttree.tui.explorer.items import Avoid
from debttree.tui.explorer.screens.sheet import SheetPane, Walking
from debttree.tui.explorer.views.distances import calm
from debttree.tui.explorer.views.prospects import in_full
from debttree.tui.kit.page import Block, Lazily, Para, Run


class ProspectsSheet(SheetPane):
    """The prospects at the present node. Consequences can be marked, to be avoided together."""

    def __init__(self, explorer: Walking) -> None:
        super().__init__(explorer)
        self._together: list[str] = []

    def heading(self) -> str:
        """Return the heading, with the title of the node."""
        scene = self.scene
        return scene.say("Prospects: {title}", title=scene.title(scene.journey.at))

    def blocks(self) -> Iterable[Block]:
        """Return all prospects."""
        if CRISIS in self.scene.node.tags:
            return calm(self.scene)
        nothing: list[Block] = [Para((Run(self.scene.say("This guide names no consequences."), "dim"),))]
        return Lazily(in_full(self.scene, tuple(self._together))) or nothing

    def choose(self, item: Hashable) -> None:
        """Mark a consequence, or act on another item."""
        if not isinstance(item, Avoid):
            super().choose(item)
            return
        name = item.consequence
        if name in self._together:
            self._together.remove(name)
        else:
            self._together.append(name)
        self.show()
