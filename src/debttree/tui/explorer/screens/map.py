"""The map of the guide, with the path highlighted, and the node under the cursor."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from debttree.analysis.tree_index import TreeIndex
from debttree.tui.explorer.screens.overview import Overview
from debttree.tui.explorer.screens.sheet import Walking
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.map.screen import DrawnMap
from debttree.tui.kit.map.widget import GraphMap

if TYPE_CHECKING:
    from debttree.model import Path, Tree


class MapSheet(Overview, DrawnMap):
    """The map, and a description of the node under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.GUIDE_MAP)]
    scopes = (Scope.GUIDE_MAP, Scope.MAP)

    def __init__(self, explorer: Walking, node: str | None = None) -> None:
        super().__init__(explorer, node)
        self._drawn_for: tuple[Tree, Path] | None = None

    def picture(self) -> Widget:
        """Return the map."""
        return GraphMap(id="map")

    @property
    def tree_index(self) -> TreeIndex:
        """The index of the tree that is drawn."""
        return self.explorer.tree_index

    @property
    def looking_at(self) -> str:
        """The id of the node under the cursor."""
        return self._cursor

    def show(self) -> None:
        """Draw the map again if the language or the path has changed."""
        scene = self.scene
        path, before = scene.journey.path, self._drawn_for
        self._drawn_for = scene.tree, path
        is_new = before is None or before[0] is not scene.tree or before[1] != path
        asked, self._asked_for = self._asked_for, None
        self.draw_anew(scene, path.nodes, (asked or scene.here) if is_new else None)

    def tell_about(self) -> None:
        """Describe the node under the cursor."""
        self.show_glance()

    def act_on_node(self) -> None:
        """Open a look at the node."""
        self.action_look()

    def action_look(self) -> None:
        """Open a look at the node under the cursor, once pending moves are made."""
        self.when_moved(super().action_look)
