"""What scrolls and has a cursor: entries that take some lines each, moved among by keys and the mouse."""

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
"""Stands before the entry that the cursor rests on, so that colour is not the only sign."""


class CursorList(ScrollView, Drawn, can_focus=True, inherit_bindings=False):
    """A cursor on one of some entries. What they are and how they look is for those that inherit this to say."""

    DEFAULT_CSS = """
    CursorList { height: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.LIST)]

    cursor: reactive[int] = reactive(0, repaint=False)
    """Which of the entries the cursor rests on."""

    _ahead: list[Callable[[], None]] | None = None
    """Moves that wait for the entries they are meant for; None: those are there."""

    @property
    def count(self) -> int:
        """How many entries there are."""
        raise NotImplementedError

    def span(self, number: int) -> range:
        """Return the lines of an entry."""
        raise NotImplementedError

    def entry_at(self, line: int) -> int | None:
        """Return the entry that a line belongs to."""
        raise NotImplementedError

    def moved(self) -> None:
        """Note that the cursor rests on another entry."""

    def chosen(self) -> None:
        """Note that the entry under the cursor was chosen, by Enter or by the mouse."""

    @property
    def pointed_lines(self) -> range:
        """The lines of the entry that the cursor rests on."""
        return self.span(self.cursor) if 0 <= self.cursor < self.count else range(0)

    @property
    def shows_cursor(self) -> bool:
        """Whether the cursor is to be seen; not where keys would not move it."""
        return self.has_focus or not self.can_focus

    def pointed_strip(self, line: Line, number: int, width: int) -> Strip:
        """Return a line of the entry under the cursor as it is drawn; its first cell is the cursor's.

        Args:
            line: the runs.
            number: of the line in its entry, from 0.
            width: cells to fill.
        """
        if number == self.pointed_lines.start and line and line[0].text[:1] == " ":
            line = (Run(POINTER, "key"), Run(line[0].text[1:], line[0].role), *line[1:])
        return self.strip_of(line, width, pointed=self.shows_cursor)

    def within(self, number: int) -> int:
        """Return the entry of that number, or the nearest that there is."""
        return min(max(number, 0), max(self.count - 1, 0))

    def watch_cursor(self, before: int, now: int) -> None:
        """Bring the entry into view, draw no more anew than has changed, and tell of it."""
        self.bring_into_view()
        for number in (before, now):
            self.refresh_entry(number)
        self.point()
        self.moved()

    def refresh_entry(self, number: int) -> None:
        """Draw one entry anew."""
        if 0 <= number < self.count:
            lines = self.span(number)
            if lines:
                self.refresh_lines(lines.start, len(lines))

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
        """Draw the cursor no longer, or fainter."""
        self.refresh_entry(self.cursor)

    def bring_into_view(self) -> None:
        """Scroll to the cursor where it is out of view; with the first entry comes what stands above it."""
        lines, height = self.pointed_lines, self.size.height
        if lines and height:
            top = 0 if self.cursor == 0 and lines.stop <= height else lines.start
            region = Region(0, top, max(self.size.width, 1), min(lines.stop - top, height))
            self.scroll_to_region(region, animate=False, force=True)

    def point(self) -> None:
        """Put the terminal's own cursor where ours is: screen readers and magnifiers follow it."""
        if self.has_focus and self.pointed_lines:
            row = self.pointed_lines.start - self.scroll_offset.y
            self.app.cursor_position = self.content_region.offset + Offset(0, row).clamp(*self.size)

    def expect(self) -> None:
        """Let moves wait from here on: the entries that they are meant for are still being looked for."""
        self._ahead = self._ahead or []

    def arrived(self) -> None:
        """Make the moves that waited: the entries are there."""
        ahead, self._ahead = self._ahead, None
        for move in ahead or ():
            move()

    def _move(self, move: Callable[[], None]) -> None:
        """Move now, or once the entries are there."""
        if self._ahead is None:
            move()
        else:
            self._ahead.append(move)

    def action_move(self, by: int) -> None:
        """To another entry."""
        self._move(partial(self._by, by))

    def _by(self, by: int) -> None:
        self.cursor = self.within(self.cursor + by)

    def action_move_to_end(self, direction: int) -> None:
        """To the first or the last entry."""
        self._move(partial(self._to_end, direction))

    def _to_end(self, direction: int) -> None:
        self.cursor = self.within(-1 if direction < 0 else self.count)

    def action_page(self, direction: int) -> None:
        """Move by a page."""
        self._move(partial(self._by_page, direction))

    def _by_page(self, direction: int) -> None:
        self._by(direction * max(self.size.height // max(len(self.pointed_lines), 1) - 1, 1))

    @property
    def cursor_in_view(self) -> bool:
        """Whether the entry that the cursor rests on begins among the lines in view."""
        lines, height = self.pointed_lines, self.size.height
        return not lines or not height or 0 <= lines.start - self.scroll_offset.y < height

    def action_choose(self) -> None:
        """Choose the entry that the cursor rests on; one that was scrolled out of view comes into view first."""
        if not self.cursor_in_view:
            self.bring_into_view()
        elif self.count:
            self.chosen()

    def on_click(self, event: events.Click) -> None:
        """Choose the entry under the mouse; the second click of two would choose what has come there since."""
        place = event.get_content_offset(self)  # without border and padding
        number = self.entry_at(place.y + self.scroll_offset.y) if place is not None else None
        if number is not None and event.chain == 1:
            event.stop()
            self.cursor = number
            self.chosen()
