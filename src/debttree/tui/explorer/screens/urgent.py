"""Urgent: what comes before all else, one key away from everywhere."""

from collections.abc import Iterable

from debttree.tui.explorer.items import GO
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.numbered import Numbered
from debttree.tui.kit.page import Block, Para, Run, blank


class Urgent(Numbered):
    """The tree's own list of first things."""

    def heading(self, scene: Scene) -> str:
        """Urgent."""
        return scene.say("Urgent")

    def blocks(self, scene: Scene) -> Iterable[Block]:
        """Each urgent matter, and the node that it leads to."""
        if not scene.tree.urgent:
            return [Para((Run(scene.say("This guide names nothing urgent."), "dim"),))]
        blocks: list[Block] = [Para((Run(scene.say("Is one of these happening now?"), "heading"),)), blank()]
        for number, urgent in enumerate(scene.tree.urgent, 1):
            item = GO + urgent.to
            rest = (Run("    "),)
            blocks.append(
                Para(
                    scene.line(urgent.label, "strong"), (Run(" "), Run(f"{number}. ", "key")), rest, item=item
                )
            )
            blocks.append(Para((Run("→ " + scene.title(urgent.to), "dim"),), rest, rest, item=item))
        return blocks
