"""The reader's map: the path from top to bottom, choices not taken, and ends that are still possible."""

from collections.abc import Hashable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from debttree.journey.spine import Door
from debttree.tui.explorer.items import AtStep, GoTo, MoreDoors
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.answers import Answers
from debttree.tui.explorer.screens.compare import Compare
from debttree.tui.explorer.screens.look import Look
from debttree.tui.explorer.screens.overview import Overview
from debttree.tui.explorer.screens.sheet import Walking
from debttree.tui.explorer.views.compare import what_if_side
from debttree.tui.explorer.views.look import glance
from debttree.tui.explorer.views.spine import (
    BESIDE,
    Ends,
    SpineEntries,
    SpineRow,
    as_end,
    how_far,
    row_of,
    rows,
)
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.in_thread import in_thread
from debttree.tui.kit.one_frame import until_asked_for_a_paint
from debttree.tui.kit.page import Block, Para, Run
from debttree.tui.kit.widgets.listing import Listing
from debttree.tui.kit.widgets.pane import Pane

if TYPE_CHECKING:
    from debttree.model import Path


class SpineSheet(Overview):
    """The list of steps, and a description of the item under the cursor. Enter compares; nothing is walked here."""

    DEFAULT_CSS = """
    SpineSheet.-wide #body { layout: vertical; }
    SpineSheet.-wide #glance { width: 1fr; height: 6; border-left: none; }
    SpineSheet.-wide #under { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.SPINE)]
    AUTO_FOCUS = "Listing"
    scopes = (Scope.SPINE, Scope.LIST)

    def __init__(self, explorer: Walking, node: str | None = None) -> None:
        super().__init__(explorer, node)
        self._rows: list[SpineRow] = []
        self._ends: Ends | None = None
        self._asked: tuple[object, Path] | None = None
        """The tree and the way whose ends were asked for."""
        self._at_side = False
        """Whether the cursor rests at the side of its row."""
        self._side_drawn: int | None = None
        """The row whose side was last drawn as the one that the cursor rests on."""

    def picture(self) -> Widget:
        """Return the list."""
        return Listing(id="list")

    @property
    def is_wide(self) -> bool:
        """Whether there is room for choices not taken beside the steps, and a node beside the list."""
        return self.has_class("-vast")

    @property
    def _list(self) -> Listing:
        return self.query_one(Listing)

    @property
    def _item(self) -> Hashable:
        """The item under the cursor."""
        row = self._rows[self._list.cursor] if self._list.cursor < len(self._rows) else SpineRow(None)
        return row.side if row.main is None or (self._at_side and row.side is not None) else row.main

    @property
    def looking_at(self) -> str:
        """The id of the node under the cursor; for a choice not taken, its target."""
        item, nodes = self._item, self.scene.journey.path.nodes
        match item:
            case AtStep(number) | MoreDoors(number):
                return nodes[number]
            case Door(choice=choice):
                return choice.to
            case GoTo(node):
                return node
        end = as_end(item)
        return end.node if end is not None else self.scene.journey.at

    @property
    def noted_node(self) -> str:
        """The id of the node of the step under the cursor."""
        item = self._item
        return self.looking_at if isinstance(item, AtStep) else super().noted_node

    # Drawing

    def show(self) -> None:
        """Show the path; the ends are computed in the background, and again if the path has changed."""
        scene, asked = self.scene, (self.scene.tree, self.scene.journey.path)
        self.head((Run(scene.say("Your way, and where it can lead"), "title"),), how_far(scene), ())
        if self._asked is None or self._asked[0] is not asked[0] or self._asked[1] != asked[1]:
            self._asked, self._ends, self._at_side = asked, None, False
            self._fill([AtStep(self._first_stop())])
            in_thread(self, "ends", self._look_for_ends, scene, exclusive=True)
        else:
            self._fill([self._item])

    def _first_stop(self) -> int:
        """Return the item to put the cursor on at first: the present step, or the one that the other map showed."""
        nodes = self.scene.journey.path.nodes
        asked, self._asked_for = self._asked_for, None
        return max((number for number, node in enumerate(nodes) if node == asked), default=len(nodes) - 1)

    def _look_for_ends(self, scene: Scene) -> None:
        from debttree.analysis.ends import grouped

        found = self.explorer.tree_index.ends(scene.journey.at, scene.met)
        self.hand_back(self._know_ends, scene, grouped(scene.tree, found))

    def _know_ends(self, scene: Scene, ends: Ends) -> None:
        if self._asked == (scene.tree, scene.journey.path) and self.query("#list"):
            self._ends = ends
            self._fill([self._item])
            if self._item == AtStep(len(scene.journey.path.steps)):
                self._show_below(self._list.cursor)

    def _fill(self, wanted: list[Hashable]) -> None:
        """Show the rows, with the cursor on the wanted item if it is there, else on the present step."""
        scene = self.scene
        self._rows = rows(scene, self._ends, beside=self._has_side)
        here = AtStep(len(scene.journey.path.steps))
        place = row_of(self._rows, [*(item for item in wanted if item is not None), here])
        self._at_side = self._at_side and self._rows[place].side is not None
        self._draw(place)

    def _show_below(self, place: int) -> None:
        """Scroll so that more of what lies ahead is in view than of the path."""
        self._list.scroll_to(y=max(place - self._list.size.height // 3, 0), animate=False, force=True)

    @property
    def _has_side(self) -> bool:
        aside = 44 if self.is_wide else 0
        return self.room.width - aside >= BESIDE

    def _draw(self, place: int) -> None:
        self._side_drawn = place if self._at_side else None
        self._list.show(SpineEntries(self.scene, self._rows, self._side_drawn), place)

    def resized(self) -> None:
        """Show choices not taken beside their steps, or under them."""
        if self._rows:
            self._fill([self._item])

    def show_glance(self) -> None:
        """Show the full words of a choice, and describe the node under the cursor."""
        super().show_glance()
        if self.is_wide or not (label := self._label()):
            return
        node = self.scene.tree.nodes[self.looking_at]
        self.query_one("#glance", Pane).show(
            [*label, *glance(self.scene, node, text=self.has_class("-high"))]
        )
        self._show_under()

    def _label(self) -> list[Block]:
        item = self._item
        if isinstance(item, Door):
            return [Para(self.scene.line(item.choice.label, "accent"), (Run(" › ", "rule"),), (Run("   "),))]
        return []

    # Keys

    async def on_listing_moved(self, event: Listing.Moved) -> None:
        """Describe the item under the cursor."""
        event.stop()
        place = self._list.cursor
        self._at_side = self._at_side and self._rows[place].side is not None
        if self._side_drawn != (place if self._at_side else None):  # drawing tells of a move too
            self._draw(place)
        self.show_glance()
        await until_asked_for_a_paint()

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Act as for Enter."""
        event.stop()
        self.action_what_if()

    def action_to_side(self) -> None:
        """Move the cursor to the first choice not taken at the step."""
        self._go_to_side(at_side=True)

    def action_to_spine(self) -> None:
        """Move the cursor from a choice not taken back to its step."""
        self._go_to_side(at_side=False)

    def _go_to_side(self, *, at_side: bool) -> None:
        place = self._list.cursor
        if not at_side:
            place = self._step_of(place)
        elif not self._has_side and isinstance(self._rows[place].main, AtStep) and self._is_door(place + 1):
            place += 1
        self._at_side = at_side and self._rows[place].side is not None
        self._draw(place)

    def _is_door(self, place: int) -> bool:
        """Return whether a row below a step is a choice not taken, or the count of further ones."""
        return isinstance(self._rows[place].main, Door | MoreDoors)

    def _step_of(self, place: int) -> int:
        """Return the row of the step that a choice in a row belongs to; for other rows the row itself."""
        while place and (self._rows[place].main is None or self._is_door(place)):
            place -= 1
        return place

    def action_here(self) -> None:
        """Move the cursor back to the present step."""
        self._at_side = False
        self._draw(row_of(self._rows, [AtStep(len(self.scene.journey.path.steps))]))

    def action_what_if(self) -> None:
        """Compare with a choice not taken, change the answer at a step, or show a way to an end."""
        item, last = self._item, len(self.scene.journey.path.steps)
        match item:
            case Door():
                self.app.push_screen(Compare(self.explorer, what_if_side(self.scene, item)))
            case AtStep(number) | MoreDoors(number) if number < last:
                self.app.push_screen(Answers(self.explorer, number))
            case AtStep():
                self.action_look()
            case GoTo(node):
                self.app.push_screen(Look(self.explorer, node))
        if (end := as_end(item)) is not None:
            self.app.push_screen(Look(self.explorer, end.node, end.path))
