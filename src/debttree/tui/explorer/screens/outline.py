"""The outline: the whole guide as an indented list that unfolds, each node on a shortest way to it."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from debttree.analysis.outline import Outline
from debttree.tui.explorer.screens.overview import Overview
from debttree.tui.explorer.screens.sheet import Walking
from debttree.tui.explorer.views.outline import OutlineEntries
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.in_thread import in_thread
from debttree.tui.kit.one_frame import until_asked_for_a_paint
from debttree.tui.kit.page import Run
from debttree.tui.kit.widgets.listing import Listing


class OutlineSheet(Overview):
    """The list, and a description of the node under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.OUTLINE)]
    AUTO_FOCUS = "Listing"
    scopes = (Scope.OUTLINE, Scope.LIST)

    def __init__(self, explorer: Walking, node: str | None = None) -> None:
        super().__init__(explorer, node)
        self._outline: Outline | None = None
        self._ahead: list[Callable[[], None]] = []
        """What was asked for before the graph was there."""

    def picture(self) -> Widget:
        """Return the list."""
        return Listing(id="list")

    @property
    def _list(self) -> Listing:
        return self.query_one(Listing)

    @property
    def _rows(self) -> Outline:
        if self._outline is None:
            index = self.explorer.tree_index
            self._outline = Outline(index.graph, index.starts)
        return self._outline

    def _wait_for_graph(self) -> None:
        """Make the graph, or wait for the thread that makes it, while keys are handled."""
        graph = self.explorer.tree_index.graph
        self.hand_back(self._has_graph, len(graph))

    def _has_graph(self, _: int) -> None:
        self.show()
        self._list.arrived()
        asked, self._ahead = self._ahead, []
        for act in asked:
            act()

    def _when_ready(self, act: Callable[[], None]) -> None:
        """Call a function, now or as soon as the rows exist."""
        if self._outline is None:
            self._ahead.append(act)
        else:
            act()

    @property
    def looking_at(self) -> str:
        """The id of the node under the cursor."""
        if self._outline is None:
            return self._asked_for or self.scene.journey.at
        return self._outline.rows[self._list.cursor].node

    def show(self) -> None:
        """Unfold down to the present node; later calls leave the list as it is."""
        scene = self.scene
        place = self._list.cursor
        if self._outline is None and not self.explorer.tree_index.is_ready:
            self._list.expect()
            in_thread(self, "outline", self._wait_for_graph, exclusive=True)
            return
        if self._outline is None:
            place = self._reveal(self._asked_for or scene.journey.at)
        count = scene.say.plural("{n} step in all", "{n} steps in all", len(scene.tree.nodes))
        self.head((Run(scene.say("Outline"), "title"), Run(f"  {count}", "dim")))
        self._show(place)

    def _reveal(self, node: str) -> int:
        """Unfold down to a node and the rows directly under it."""
        place = self._rows.reveal(node)
        self._rows.unfold(place)
        return place

    def _show(self, place: int) -> None:
        self._list.show(OutlineEntries(self.scene, self._rows), place)

    async def on_listing_moved(self, event: Listing.Moved) -> None:
        """Describe the node under the cursor."""
        event.stop()
        if self._outline is not None:
            self.show_glance()
        await until_asked_for_a_paint()

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Open a look at the node."""
        event.stop()
        self.action_look()

    def resized(self) -> None:
        """Show the description below the list or beside it."""
        if self._outline is not None:
            self.show_glance()

    def action_unfold(self) -> None:
        """Unfold a row; if it is unfolded, move down; from a reference, go to the node's own row."""
        self._when_ready(self._unfold)

    def _unfold(self) -> None:
        place = self._list.cursor
        row = self._rows.rows[place]
        if row.refers:
            self._show(self._reveal(row.node))
        elif self._rows.can_unfold(row):
            self._rows.unfold(place)
            self._show(place)
        elif row.open:
            self._show(place + 1)

    def action_fold(self) -> None:
        """Fold a row; if it is folded, move up to its parent."""
        self._when_ready(self._fold)

    def _fold(self) -> None:
        place = self._list.cursor
        if self._rows.rows[place].open:
            self._rows.fold(place)
            self._show(place)
        else:
            self._show(self._rows.parent(place))

    def action_unfold_all(self) -> None:
        """Unfold all rows under the one under the cursor."""
        self._when_ready(self._unfold_all)

    def _unfold_all(self) -> None:
        self._rows.unfold_all(self._list.cursor)
        self._show(self._list.cursor)

    def action_fold_all(self) -> None:
        """Fold all rows that are not on the way to the cursor."""
        self._when_ready(self._fold_all)

    def _fold_all(self) -> None:
        node = self.looking_at
        self._rows.fold_all()
        self._show(self._rows.reveal(node))

    def action_here(self) -> None:
        """Move the cursor to the present node."""
        self._when_ready(self._go_here)

    def _go_here(self) -> None:
        self._show(self._reveal(self.scene.journey.at))
