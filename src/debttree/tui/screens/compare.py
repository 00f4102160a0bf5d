"""Compare: two choices, or where I stand and one of them, side by side."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType

from debttree.tui.actions import Where, bindings
from debttree.tui.page import Block
from debttree.tui.screens.sheet import OnePane
from debttree.tui.views.compare import Side, choice_sides, compared
from debttree.tui.views.scene import Scene


class Compare(OnePane):
    """Two sides; keys change the one and the other."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.COMPARE)]
    where = (Where.COMPARE, Where.LIST, Where.EVERYWHERE)

    def __init__(self) -> None:
        super().__init__()
        self._left, self._right = 0, 1

    def heading(self, scene: Scene) -> str:
        """The title, with the node's."""
        return scene.say("Compare: {title}", title=scene.title(scene.journey.at))

    def blocks(self, scene: Scene) -> Iterable[Block]:
        """Both sides."""
        sides = self._sides(scene)
        return compared(scene, sides[self._left % len(sides)], sides[self._right % len(sides)])

    def _sides(self, scene: Scene) -> list[Side]:
        return choice_sides(scene)

    def action_other(self, side: str, by: int) -> None:
        """Compare with the next or the last side in the left or right column."""
        if side == "left":
            self._left += by
        else:
            self._right += by
        self.show(self.scene)
