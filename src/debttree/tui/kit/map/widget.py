"""A widget that scrolls over a map. Lines are drawn when they come into view, and cached."""

from dataclasses import dataclass

from textual import events
from textual.cache import LRUCache
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from debttree.tui.kit.map.drawing import Map, Marks
from debttree.tui.kit.widgets.drawn import Drawn

_LINES_KEPT = 512
"""Lines cached: enough for several windows, so that moving back and forth draws nothing again."""

_MARGIN = 2
"""Least distance of the cursor from the window's edge, in cells."""


class GraphMap(ScrollView, Drawn, can_focus=True, inherit_bindings=False):
    """The scrolling window over a map. It has no key bindings; the screen has them."""

    DEFAULT_CSS = """
    GraphMap { height: 1fr; width: 1fr; overflow: scroll; scrollbar-size: 0 0; }
    """

    @dataclass
    class Pressed(Message):
        """A node was clicked."""

        node: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._map: Map | None = None
        self._marks = Marks()
        self._lines: LRUCache[tuple[int, int, int, str], Strip] = LRUCache(_LINES_KEPT)

    def show(self, drawing: Map, marks: Marks) -> None:
        """Show a map, with the cursor in the middle of the window."""
        self._map = drawing
        self.virtual_size = Size(drawing.width, drawing.height)
        self._mark(marks)
        self._centre()

    def mark(self, marks: Marks) -> None:
        """Move the cursor, and scroll if needed."""
        self._mark(marks)
        if not self._in_view():
            self._centre()

    def _mark(self, marks: Marks) -> None:
        self._marks = marks
        self._lines.clear()
        self.refresh()
        self._point()

    @property
    def _cursor(self) -> Region | None:
        if self._map is None or self._marks.cursor not in self._map:
            return None
        return Region(*self._map.spot(self._marks.cursor))

    @property
    def _inset(self) -> Offset:
        """The position in the window of a map that is smaller than the window."""
        drawing = self._map
        if drawing is None:
            return Offset(0, 0)
        return Offset(
            max(self.size.width - drawing.width, 0) // 2, max(self.size.height - drawing.height, 0) // 2
        )

    def _in_view(self) -> bool:
        """Return whether the cursor is well inside the window, with room for the columns ahead."""
        cursor = self._cursor
        if cursor is None:
            return True
        width, height = self.size
        window = Region(*self.scroll_offset, width, height)
        wanted = cursor.grow((_MARGIN, width // 4, _MARGIN, _MARGIN))
        return window.contains_region(wanted.intersection(Region(0, 0, *self.virtual_size)))

    def _centre(self) -> None:
        """Scroll so that the cursor is in the middle row, with the column before it at the left edge.

        In a narrow window the cursor is in the left part, since the columns ahead matter more.
        """
        cursor, width = self._cursor, self.size.width
        if cursor is not None and self._map is not None and width:
            behind = min(cursor.x - self._map.before(self._marks.cursor), width // 3)
            middle = cursor.y + (cursor.height - self.size.height) / 2
            self.scroll_to(cursor.x - behind, middle, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._lines.clear()
        self._centre()
        self._point()

    def watch_scroll_x(self, old_value: float, new_value: float) -> None:
        """Move the terminal's cursor with the window."""
        super().watch_scroll_x(old_value, new_value)
        self._point()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Move the terminal's cursor with the window."""
        super().watch_scroll_y(old_value, new_value)
        self._point()

    def _point(self) -> None:
        """Move the terminal's own cursor to this cursor: screen readers and magnifiers follow it."""
        cursor = self._cursor
        if cursor is not None and self.has_focus:
            inside = cursor.offset - self.scroll_offset + self._inset
            self.app.cursor_position = self.content_region.offset + inside.clamp(*self.size)

    def on_focus(self) -> None:
        """Move the terminal's cursor here."""
        self._point()

    def render_line(self, y: int) -> Strip:
        """Return one row of the widget."""
        inset, scroll, width = self._inset, self.scroll_offset, self.size.width
        row = y + scroll.y - inset.y
        key = (row, scroll.x, width, self.app.theme)
        if self._map is None or not 0 <= row < self._map.height:
            return self.strip_of((), width)
        if key not in self._lines:
            left = scroll.x - inset.x
            start, runs = self._map.row(row, max(left, 0), left + width, self._marks)
            begun = Strip.blank(max(-left, 0), self.rich_style)
            strip = self.strip_of(runs, max(left, 0) + width - start).crop(max(left - start, 0))
            self._lines[key] = Strip.join([begun, strip]).crop(0, width)
        return self._lines[key]

    def on_click(self, event: events.Click) -> None:
        """Post a message about the clicked node."""
        place = Offset(event.x, event.y) + self.scroll_offset - self._inset
        node = self._map.at(place.x, place.y) if self._map else None
        if node is not None:
            event.stop()
            self.post_message(self.Pressed(node))
