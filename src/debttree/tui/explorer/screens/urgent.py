"""Urgent: what comes before all else, one key away from everywhere."""

from collections.abc import Iterable

from debttree.tui.explorer.items import GoTo
from debttree.tui.explorer.screens.sheet import NumberedSheet
from debttree.tui.kit.page import Block, Para, Run, blank


class UrgentSheet(NumberedSheet):
    """The list of what the tree calls urgent."""

    def heading(self) -> str:
        """Return the title."""
        return self.scene.say("Urgent")

    def blocks(self) -> Iterable[Block]:
        """Return each urgent matter, and the node that it leads to."""
        scene = self.scene
        if not scene.tree.urgent:
            return [Para((Run(scene.say("This guide names nothing urgent."), "dim"),))]
        blocks: list[Block] = [Para((Run(scene.say("Is one of these happening now?"), "heading"),)), blank()]
        for number, urgent in enumerate(scene.tree.urgent, 1):
            item = GoTo(urgent.to)
            rest = (Run("    "),)
            blocks.append(
                Para(
                    scene.line(urgent.label, "strong"), (Run(" "), Run(f"{number}. ", "key")), rest, item=item
                )
            )
            blocks.append(Para((Run("→ " + scene.title(urgent.to), "dim"),), rest, rest, item=item))
        return blocks
