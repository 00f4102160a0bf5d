"""In hand: the checklist to tick and the deadlines to date, of where I stand and of the steps before."""

from collections.abc import Iterable
from itertools import count
from typing import ClassVar

from textual.binding import BindingType

from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.numbered import Numbered
from debttree.tui.explorer.views.in_hand import in_hand, in_hand_before
from debttree.tui.kit.actions import Where, bindings
from debttree.tui.kit.page import Block, Lazily, Para, Run, joined


class InHand(Numbered):
    """What there is to have, say, ask and write, and by when."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.IN_HAND)]
    where = (Where.IN_HAND, Where.LIST, Where.EVERYWHERE)
    unhinted = frozenset({"in-hand"})

    def heading(self, scene: Scene) -> str:
        """The title, with the node's."""
        return scene.say("In hand: {title}", title=scene.name(scene.node.title))

    def blocks(self, scene: Scene) -> Iterable[Block]:
        """The checklist and the deadlines here; below, those of the way here."""
        numbers = count(1)
        here = Lazily(in_hand(scene, numbers)) or [Para((Run(scene.say("Nothing is needed here."), "dim"),))]
        return joined([here, in_hand_before(scene, numbers)])
