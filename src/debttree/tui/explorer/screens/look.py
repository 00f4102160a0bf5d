"""A look at another node, with the way there. It becomes a step (a jump) only when the person goes there."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType

from debttree.model import Path
from debttree.tui.explorer.screens.sheet import SheetPane, Walking
from debttree.tui.explorer.views import look
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.page import Block
from debttree.tui.kit.widgets.pane import Pane


class Look(SheetPane):
    """Shows a node; digits show the targets of its choices."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.LOOK)]
    scopes = (Scope.LOOK, Scope.LIST)

    def __init__(self, explorer: Walking, node: str, way: Path | None = None) -> None:
        """Make a screen that shows a node.

        Args:
            explorer: the mode.
            node: id of the node.
            way: the way there to show; None: a shortest one.
        """
        super().__init__(explorer)
        self._looked_at = [node]
        self._way = way

    @property
    def at(self) -> str:
        """The id of the node that is shown."""
        return self._looked_at[-1]

    def heading(self) -> str:
        """Return the heading, which says that this is a look."""
        return self.scene.say("A look at: {title}", title=self.scene.title(self.at))

    def blocks(self) -> Iterable[Block]:
        """Return the node and the way there."""
        scene = self.scene
        way = self._way if self._way is not None and self._way.end == self.at else None
        way = way or self.explorer.tree_index.way_to(self.at, scene.journey.at)
        return look.look(scene, scene.tree.nodes[self.at], way)

    def action_go(self) -> None:
        """Jump to the node."""
        if self.at == self.scene.journey.at:
            self.explorer.close_all()
        else:
            self.explorer.jump(self.at)

    def action_look_on(self, digit: int) -> None:
        """Show the target of the choice with that number."""
        choices = self.scene.tree.nodes[self.at].choices
        if digit <= len(choices):
            self._looked_at.append(choices[digit - 1].to)
            self._show_from_top()

    def action_look_back(self) -> None:
        """Show the node that was shown before."""
        if len(self._looked_at) > 1:
            self._looked_at.pop()
            self._show_from_top()
        else:
            self.explorer.action_close()

    def _show_from_top(self) -> None:
        self.show()
        self.query_one("#pane", Pane).scroll_home(animate=False)
