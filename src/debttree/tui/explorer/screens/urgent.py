"""Urgent matters, which come before all else, one key away from everywhere."""

from collections.abc import Iterable

from debttree.model import Urgent
from debttree.tui.explorer.items import GoTo
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.sheet import NumberedSheet
from debttree.tui.explorer.views.contacts import in_short
from debttree.tui.kit.page import Block, Line, Para, Run, blank


class UrgentSheet(NumberedSheet):
    """The list of the tree's urgent entries."""

    def heading(self) -> str:
        """Return the title."""
        return self.scene.say("Urgent")

    def resized(self) -> None:
        """Say when somebody answers where there is room for it."""
        self.show()

    def blocks(self) -> Iterable[Block]:
        """Return each urgent matter with its contacts."""
        scene = self.scene
        if not scene.tree.urgent:
            return [Para((Run(scene.say("This guide names nothing urgent."), "dim"),))]
        blocks: list[Block] = [Para((Run(scene.say("Is one of these happening now?"), "heading"),)), blank()]
        for number, urgent in enumerate(scene.tree.urgent, 1):
            item, rest = GoTo(urgent.to), (Run("    "),)
            lead = (Run(" "), Run(f"{number}. ", "key"))
            blocks.append(Para(scene.line(urgent.label, "strong"), lead, rest, item=item))
            under = _under(scene, urgent, hours=not self.has_class("-short"))
            blocks += [Para(line, rest, (Run("      "),), item=item) for line in under]
        return blocks


def _under(scene: Scene, urgent: Urgent, *, hours: bool) -> list[Line]:
    """Return the contacts of an urgent entry; if it has none, its target's title, unless that is its label.

    Args:
        scene: the tree and who looks at it.
        urgent: the entry.
        hours: whether there is room for the contacts' hours.
    """
    named = [scene.tree.contacts[name] for name in urgent.contacts if name in scene.tree.contacts]
    if named:
        return [in_short(scene, contact, hours=hours) for contact in named]
    title = scene.title(urgent.to)
    return [(Run("→ " + title, "dim"),)] if title != scene.name(urgent.label) else []
