"""Checklist and deadlines of the present node and of earlier steps: items to tick, dates to set."""

from collections.abc import Iterable
from itertools import count
from typing import ClassVar

from textual.binding import BindingType

from debttree.tui.explorer.screens.sheet import NumberedSheet
from debttree.tui.explorer.views.in_hand import in_hand, in_hand_before
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.page import Block, Lazily, Para, Run, joined


class InHand(NumberedSheet):
    """The things to have, say, ask and write, and the deadlines."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.IN_HAND)]
    scopes = (Scope.IN_HAND, Scope.LIST)
    ranks: ClassVar = {"in-hand": 0, "call": 2}

    def heading(self) -> str:
        """Return the heading, with the title of the node."""
        scene = self.scene
        return scene.say("Checklist: {title}", title=scene.name(scene.node.title))

    def blocks(self) -> Iterable[Block]:
        """Return checklist and deadlines of this node, and below those of earlier steps."""
        scene = self.scene
        numbers = count(1)
        here = Lazily(in_hand(scene, numbers)) or [Para((Run(scene.say("Nothing is needed here."), "dim"),))]
        return joined([here, in_hand_before(scene, numbers)])
