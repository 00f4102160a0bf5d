"""In hand: the checklist to tick and the deadlines to date, of where I stand."""

from collections.abc import Iterable

from debttree.tui.page import Block, Para, Run
from debttree.tui.screens.sheet import OnePane
from debttree.tui.views.in_hand import in_hand
from debttree.tui.views.scene import Scene


class InHand(OnePane):
    """What there is to have, say, ask and write, and by when."""

    def heading(self, scene: Scene) -> str:
        """The title, with the node's."""
        return scene.say("In hand: {title}", title=scene.name(scene.node.title))

    def blocks(self, scene: Scene) -> Iterable[Block]:
        """The checklist and the deadlines."""
        return in_hand(scene) or [Para((Run(scene.say("Nothing is needed here."), "dim"),))]
