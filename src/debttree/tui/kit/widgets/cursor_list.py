"""The base of scrolling lists with a cursor: entries of some lines each; keys and mouse move the cursor."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.page import Line, Run
from debttree.tui.kit.widgets.drawn import Drawn

POINTER = "›"
"""Shown before the entry under the cursor, so that it is not marked by colour alone."""


class CursorList(ScrollView, Drawn, can_focus=True, inherit_bindings=False):
    """A list with a cursor. Subclasses say what the entries are and how they are drawn."""

    DEFAULT_CSS = """
    CursorList { height: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.LIST)]

    cursor: reactive[int] = reactive(0, repaint=False)
    """The number of the entry under the cursor, from 0."""

    _ahead: list[Callable[[], None]] | None = None
    """Moves that wait until the entries have arrived; None: no waiting."""

    _is_nowhere = False
    """Whether the cursor is on no item until it is moved."""

    @property
    def count(self) -> int:
        """The number of entries."""
        raise NotImplementedError

    def span(self, number: int) -> range:
        """Return the range of an entry's lines; empty if there is no such entry, or it is not laid out yet."""
        raise NotImplementedError

    def entry_at(self, line: int) -> int | None:
        """Return the number of the entry that a line belongs to, or None."""
        raise NotImplementedError

    def moved(self) -> None:
        """Handle a move of the cursor to another entry."""

    def chosen(self) -> None:
        """Handle the choice of the entry under the cursor, by Enter or the mouse."""

    @property
    def pointed_lines(self) -> range:
        """The range of lines of the entry under the cursor; empty if the cursor is on none."""
        return range(0) if self._is_nowhere else self.span(self.cursor)

    @property
    def shows_cursor(self) -> bool:
        """Whether the cursor is shown; it is not if keys would not move it."""
        return self.has_focus or not self.can_focus

    def pointed_strip(self, line: Line, number: int, width: int) -> Strip:
        """Return a drawn line of the entry under the cursor, with the cursor in its first cell.

        Args:
            line: the runs.
            number: number of the line in its entry, from 0.
            width: cells to fill.
        """
        if number == self.pointed_lines.start and line and line[0].text[:1] == " ":
            line = (Run(POINTER, "key"), Run(line[0].text[1:], line[0].role), *line[1:])
        return self.strip_of(line, width, pointed=self.shows_cursor)

    def within(self, number: int) -> int:
        """Return a number limited to those of existing entries."""
        return min(max(number, 0), max(self.count - 1, 0))

    def watch_cursor(self, before: int, now: int) -> None:
        """Scroll to the entry, redraw only what changed, and call `moved`."""
        self.bring_into_view()
        for number in (before, now):
            self.refresh_entry(number)
        self.point()
        self.moved()

    def refresh_entry(self, number: int) -> None:
        """Redraw one entry."""
        if 0 <= number < self.count:
            lines = self.span(number)
            if lines:
                self.refresh_lines(lines.start, len(lines))

    def refresh_lines(self, y_start: int, line_count: int = 1) -> None:
        """Redraw lines from edge to edge: textual would draw what is within the padding, and cut each line to that."""
        edges, width = self.gutter, max(self.virtual_size.width, self.size.width)
        top = y_start - self.scroll_offset.y
        self.refresh(Region(-edges.left, top, width + edges.width, line_count))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Move the terminal's own cursor with the lines."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.point()

    def on_focus(self) -> None:
        """Draw the cursor."""
        self.refresh_entry(self.cursor)
        self.point()

    def on_blur(self) -> None:
        """Hide the cursor, or draw it fainter."""
        self.refresh_entry(self.cursor)

    def bring_into_view(self) -> None:
        """Scroll to the cursor if it is out of view; for the first entry, to the top."""
        lines, height = self.pointed_lines, self.size.height
        if lines and height:
            top = 0 if self.cursor == 0 and lines.stop <= height else lines.start
            rows = min(lines.stop - top, height)
            if not self.scroll_offset.y <= top <= self.scroll_offset.y + height - rows:
                region = Region(0, top, max(self.size.width, 1), rows)
                self.scroll_to_region(region, animate=False, force=True)

    def point(self) -> None:
        """Move the terminal's own cursor to this cursor: screen readers and magnifiers follow it."""
        if self.has_focus and self.pointed_lines:
            row = self.pointed_lines.start - self.scroll_offset.y
            self.app.cursor_position = self.content_region.offset + Offset(0, row).clamp(*self.size)

    def point_nowhere(self) -> None:
        """Put the cursor on no item, so that Enter chooses nothing; the first move shows it."""
        self._is_nowhere = True
        self.refresh_entry(self.cursor)

    def _point_somewhere(self) -> bool:
        """Show the cursor if it was on no item, and return whether it was."""
        was_nowhere, self._is_nowhere = self._is_nowhere, False
        if was_nowhere:
            self.watch_cursor(self.cursor, self.cursor)
        return was_nowhere

    def expect(self) -> None:
        """Delay moves until `arrived`: the entries that they are meant for are still being searched."""
        self._ahead = self._ahead or []

    def arrived(self) -> None:
        """Make the delayed moves: the entries have arrived."""
        ahead, self._ahead = self._ahead, None
        for move in ahead or ():
            move()

    def _move(self, move: Callable[[], None]) -> None:
        """Move now, or once the entries have arrived."""
        if self._ahead is None:
            move()
        else:
            self._ahead.append(move)

    def action_move(self, by: int) -> None:
        """Move the cursor by some entries."""
        self._move(partial(self._by, by))

    def _by(self, by: int) -> None:
        self.cursor = self.within(self.cursor + by)

    def action_move_to_end(self, direction: int) -> None:
        """Move the cursor to the first or the last entry."""
        self._move(partial(self._to_end, direction))

    def _to_end(self, direction: int) -> None:
        self.cursor = self.within(-1 if direction < 0 else self.count)

    def action_page(self, direction: int) -> None:
        """Move the cursor by a page."""
        self._move(partial(self._by_page, direction))

    def _by_page(self, direction: int) -> None:
        self._by(direction * max(self.size.height // max(len(self.pointed_lines), 1) - 1, 1))

    @property
    def cursor_in_view(self) -> bool:
        """Whether the first line of the entry under the cursor is in view."""
        lines, height = self.pointed_lines, self.size.height
        return not lines or not height or 0 <= lines.start - self.scroll_offset.y < height

    def action_choose(self) -> None:
        """Choose the entry under the cursor; if it is out of view, only scroll to it."""
        if not self.cursor_in_view:
            self.bring_into_view()
        elif self.count:
            self.chosen()

    def on_click(self, event: events.Click) -> None:
        """Choose the entry under the mouse, but not at the second click of two, which may hit a new entry."""
        place = event.get_content_offset(self)  # without border and padding
        number = self.entry_at(place.y + self.scroll_offset.y) if place is not None else None
        if number is not None and event.chain == 1:
            event.stop()
            self.cursor = number
            self.chosen()
