"""The sources of a node, how reliable they are, and until when they hold."""

from collections.abc import Iterable

from debttree.tui.explorer.screens.sheet import SheetPane
from debttree.tui.explorer.views.sources import links, review, sources
from debttree.tui.kit.page import Block, Lazily, Para, Run, joined
from debttree.tui.kit.prose import addresses


class Sources(SheetPane):
    """Sources with confidence and validity; an address is opened after a yes."""

    def heading(self) -> str:
        """Return the heading, with the title of the node."""
        scene = self.scene
        return scene.say("Sources: {title}", title=scene.name(scene.node.title))

    def blocks(self) -> Iterable[Block]:
        """Return a warning about an overdue review, the sources, and the links in the text."""
        scene = self.scene
        missed = review(scene)
        warning: list[Block] = (
            [Para((Run(missed, "warn"),), (Run("! ", "warn"),), (Run("  "),))] if missed else []
        )
        parts = [warning, sources(scene, scene.node), links(scene, addresses(scene.words(scene.node.text)))]
        return Lazily(joined(parts)) or [Para((Run(scene.say("No source is named here."), "dim"),))]
