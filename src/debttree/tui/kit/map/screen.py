"""A screen with a drawing of the graph, or of a neighbourhood, and a cursor that moves along arcs."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from debttree.analysis.tree_index import TreeIndex
from debttree.reading.gc_pause import without_collector
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.dialogs.frame import Framed, Host
from debttree.tui.kit.in_thread import in_thread
from debttree.tui.kit.map.drawing import Detail, Drawable, Map, Marks
from debttree.tui.kit.map.steering import Steering
from debttree.tui.kit.map.widget import GraphMap
from debttree.tui.kit.page import Line, Run
from debttree.tui.kit.signs import ELSEWHERE


class Zoom(IntEnum):
    """How much of the graph is drawn: the whole graph in one of three forms, or a neighbourhood."""

    DOTS = Detail.DOT
    LINES = Detail.LINE
    BOXES = Detail.BOX
    NEAR = 3


BOX_WIDTHS = ((150, 28), (104, 26), (60, 22), (0, 16))
"""Greatest width of a box by the least width of the window, both in cells: three columns with their lines fill it."""

Move = Callable[[str, Map], str | None]
"""Returns the node to move to from a node in a drawing, or None."""


class DrawnMap(Framed):
    """The drawing with its keys; subclasses in each mode say what is drawn, and what Enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.MAP)]
    AUTO_FOCUS = "GraphMap"
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.MAP,)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (150, "-vast")]  # noqa: RUF012 - as in textual

    def __init__(self, mode: Host) -> None:
        super().__init__(mode)
        self.zoom = Zoom.LINES
        """How much of the graph is drawn now."""
        self._drawn: dict[tuple[Zoom, int], Map] = {}
        self._shown: Drawable | None = None
        self._steering: Steering
        self._way: Sequence[str] = ()
        self._cursor = self._middle = ""
        self._ahead: list[Callable[[], None]] = []
        """What was asked for before the picture was drawn in which the cursor moves."""

    @property
    def tree_index(self) -> TreeIndex:
        """The index of the tree that is drawn."""
        raise NotImplementedError

    @property
    def way_words(self) -> str:
        """The legend's words for the lines of the way walked; empty if there is none."""
        return self.say("your way")

    def tell_about(self) -> None:
        """Describe the node under the cursor."""
        raise NotImplementedError

    @property
    def looking_at(self) -> str:
        """The id of the node under the cursor."""
        return self._cursor

    # Drawing

    def draw_anew(self, guide: Drawable, way: Sequence[str], cursor: str | None) -> None:
        """Draw a guide.

        Args:
            guide: the tree and the place of the person in it.
            way: ids of the nodes of the path walked; the person is at the last one.
            cursor: id of the node to put the cursor on; None: it stays where it is.
        """
        self._shown, self._way = guide, way
        if cursor is not None:
            self._steering = Steering(self.tree_index, way)
            self._cursor = self._middle = cursor
        self._drawn.clear()
        self._draw()

    def resized(self) -> None:
        """Draw anew: boxes are as wide as the window allows."""
        if self._shown is not None:
            self._draw()

    @property
    def _widest(self) -> int:
        return next(width for window, width in BOX_WIDTHS if self.room.width >= window)

    def _draw(self) -> None:
        """Draw the map at this zoom: in a thread if it is the whole graph, or if the graph has not been made yet."""
        guide, key = self._shown, (self.zoom, self._widest)
        if guide is None:
            return
        drawing = self._drawn.get(key)
        if drawing is None and self.zoom is Zoom.NEAR:
            make = partial(self._near, self.tree_index, guide, self._middle, self._way, self._widest)
            if not self.tree_index.is_ready:
                in_thread(self, "map", self._make_drawing, guide, key, make, exclusive=True)
                return
            drawing = self._drawn[key] = make()
        if drawing is None:
            make = partial(self._whole, self.tree_index, guide, *key)
            in_thread(self, "map", self._make_drawing, guide, key, make, exclusive=True)
            self.head((Run(self.say("Drawing the whole guide ..."), "title"),))
            return
        self.query_one(GraphMap).show(drawing, self._marks(drawing))
        self._tell_about()

    def _marks(self, drawing: Map) -> Marks:
        return drawing.marks(self._cursor, self.tree_index.following(self._cursor), self._way)

    @staticmethod
    def _near(index: TreeIndex, guide: Drawable, middle: str, way: Sequence[str], widest: int) -> Map:
        return Map(guide, index.around(middle, way), Detail.BOX, widest)

    @staticmethod
    def _whole(index: TreeIndex, guide: Drawable, zoom: Zoom, widest: int) -> Map:
        with without_collector():
            return Map(guide, index.whole, Detail(zoom), widest)

    def _make_drawing(self, guide: Drawable, key: tuple[Zoom, int], make: Callable[[], Map]) -> None:
        self.hand_back(self._has_drawn, guide, key, make())

    def _has_drawn(self, guide: Drawable, key: tuple[Zoom, int], drawing: Map) -> None:
        if guide is self._shown:
            self._drawn[key] = drawing
            self._draw()
            asked, self._ahead = self._ahead, []
            for act in asked:
                act()

    @property
    def _drawing(self) -> Map | None:
        return self._drawn.get((self.zoom, self._widest))

    def _tell_about(self) -> None:
        """Show the head, and describe the node under the cursor."""
        guide, drawing = self._shown, self._drawing
        if guide is None or drawing is None:
            return
        self.head(self._heading(guide, drawing), self._legend(), ())
        self.tell_about()

    def _heading(self, guide: Drawable, drawing: Map) -> Line:
        say, near = self.say, self.zoom is Zoom.NEAR
        words = say("Map: around here") if near else say("Map: the whole guide")
        count = say("{shown} of {n} steps", shown=drawing.nodes, n=len(guide.tree.nodes))
        return (Run(words, "title"), Run(f"  {count}", "dim"))

    def _legend(self) -> Line:
        """Return the legend of the signs at this zoom."""
        say = self.say
        way = [("═" if self.zoom >= Zoom.BOXES else "║", self.way_words)] if self.way_words else []
        here, more = ("‹", say("you are here")), ("+2", say("more ways on"))
        elsewhere, harm = (ELSEWHERE, say("stands elsewhere")), ("!", say("brings harm"))
        signs = {
            Zoom.NEAR: (*way, more, elsewhere, harm),
            Zoom.BOXES: (*way, more, harm),
            Zoom.LINES: (*way, here, more),
            Zoom.DOTS: (*way, here),
        }
        runs = [(Run("  "), Run(sign, "walked"), Run(f" {words}", "dim")) for sign, words in signs[self.zoom]]
        return tuple(run for group in runs for run in group)

    # Keys

    def _go_to(self, node: str | None) -> None:
        """Move the cursor to another node; a neighbourhood is drawn anew around it if its neighbours are not shown."""
        drawing = self._drawing
        if node is None or drawing is None:
            return
        self._cursor = node
        if self.zoom is Zoom.NEAR and (node not in drawing or drawing.is_rim(node)):
            self._middle = node
            del self._drawn[self.zoom, self._widest]
            self._draw()
            return
        self.query_one(GraphMap).mark(self._marks(drawing))
        self._tell_about()

    def _steer(self, move: Move) -> None:
        """Make a move, now or as soon as the map has been drawn."""
        if self._drawing is None:
            self.when_moved(partial(self._steer, move))
        else:
            self._go_to(move(self._cursor, self._drawing))

    def when_moved(self, act: Callable[[], None]) -> None:
        """Call a function once the map has been drawn and pending moves of the cursor are made."""
        if self._drawing is None and self.is_coming:
            self._ahead.append(act)
        elif self._drawing is not None:
            act()

    @property
    def is_coming(self) -> bool:
        """Return whether a map will be drawn, if there is none yet."""
        return True

    def act_on_node(self) -> None:
        """Do what Enter does with the node under the cursor."""
        raise NotImplementedError

    def action_ahead(self) -> None:
        """Move the cursor along an arc to its target."""
        self._steer(lambda node, drawing: self._steering.ahead(node, drawing))

    def action_behind(self) -> None:
        """Move the cursor back along an arc to its source."""
        self._steer(lambda node, drawing: self._steering.back(node, drawing))

    def action_beside(self, by: int) -> None:
        """Move the cursor to the next node of the column."""
        self._steer(lambda node, drawing: drawing.beside(node, by))

    def action_follow(self, digit: int) -> None:
        """Move the cursor along the choice with that number."""

        def follow(node: str, _: Map) -> str | None:
            targets = self.tree_index.following(node)
            return self._steering.follow(node, targets[digit - 1]) if digit <= len(targets) else None

        self._steer(follow)

    def action_here(self) -> None:
        """Move the cursor back to where the person is."""
        if not self._way:
            return
        here = self._way[-1]
        if self.zoom is Zoom.NEAR and self._middle != here:
            self._drawn.pop((self.zoom, self._widest), None)
            self._middle = self._cursor = here
            self._draw()
        else:
            self._steer(lambda *_: here)

    def action_zoom(self, by: int) -> None:
        """Show more of the graph, or more of each node."""
        self._show_zoom(Zoom(min(max(self.zoom + by, Zoom.DOTS), Zoom.NEAR)))

    def action_whole(self) -> None:
        """Switch between the neighbourhood and the whole graph."""
        self._show_zoom(Zoom.LINES if self.zoom is Zoom.NEAR else Zoom.NEAR)

    def _show_zoom(self, zoom: Zoom) -> None:
        if zoom is not self.zoom:
            self.zoom = zoom
            self._ahead.clear()
            if zoom is Zoom.NEAR:
                self._middle = self._cursor
                self._drawn.pop((zoom, self._widest), None)
            self._draw()

    def on_graph_map_pressed(self, event: GraphMap.Pressed) -> None:
        """Move the cursor to a clicked node; if it is there already, do what Enter does."""
        event.stop()
        if event.node == self._cursor:
            self.act_on_node()
        else:
            self._go_to(event.node)
