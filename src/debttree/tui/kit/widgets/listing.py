"""A long list of which only the lines in view are made: 10,000 entries cost no more than ten."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from debttree.tui.kit.actions import Where, bindings
from debttree.tui.kit.page import Line, Run
from debttree.tui.kit.widgets.drawn import Drawn
from debttree.tui.kit.widgets.pane import POINTER


class Entries(Protocol):
    """What a listing shows. Each entry takes the same number of lines; the first cell of its first is the cursor's."""

    tall: int
    """Lines of an entry."""

    def __len__(self) -> int:
        """How many entries there are."""

    def lines(self, number: int, width: int) -> Sequence[Line]:
        """The lines of an entry, no wider than `width` cells."""


class Listing(ScrollView, Drawn, can_focus=True, inherit_bindings=False):
    """Draws entries as they come into view.

    Args:
        focusable: whether keys go to it; else another widget moves the cursor, which is always seen.
    """

    DEFAULT_CSS = """
    Listing { height: 1fr; width: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.LIST)]

    cursor: reactive[int] = reactive(0, repaint=False)
    """Which of the entries the cursor rests on."""

    @dataclass
    class Chosen(Message):
        """Somebody chose an entry, by Enter or by the mouse."""

        number: int

    @dataclass
    class Moved(Message):
        """The cursor rests on another entry, or the entries are others."""

    def __init__(self, *, id: str | None = None, focusable: bool = True) -> None:
        super().__init__(id=id)
        self.can_focus = focusable
        self._entries: Entries | None = None

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self._entries) if self._entries is not None else 0

    def show(self, entries: Entries, cursor: int = 0) -> None:
        """Show other entries, or the same after they have changed."""
        self._entries = entries
        self.virtual_size = Size(self.size.width, len(entries) * entries.tall)
        self.set_reactive(Listing.cursor, self._within(cursor))
        self._settle()

    def _within(self, number: int) -> int:
        return min(max(number, 0), max(self.count - 1, 0))

    def _settle(self) -> None:
        """Bring the cursor into view, and tell whom it concerns."""
        self._bring_into_view()
        self.refresh()
        self._point()
        self.post_message(self.Moved())

    def watch_cursor(self) -> None:
        """The cursor was moved."""
        self._settle()

    def on_resize(self) -> None:
        """The cursor stays in view."""
        self.virtual_size = self.virtual_size.with_width(self.size.width)
        self._bring_into_view()
        self._point()

    def on_focus(self) -> None:
        """Take the terminal's cursor along."""
        self._point()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The terminal's cursor moves with the lines."""
        super().watch_scroll_y(old_value, new_value)
        self._point()

    def _point(self) -> None:
        """Put the terminal's own cursor where ours is: screen readers and magnifiers follow it."""
        if self.has_focus and self._entries is not None:
            row = self.cursor * self._entries.tall - self.scroll_offset.y
            self.app.cursor_position = self.content_region.offset + Offset(0, row).clamp(*self.size)

    def _bring_into_view(self) -> None:
        if self._entries is not None and self.size.height:
            tall = self._entries.tall
            region = Region(0, self.cursor * tall, max(self.size.width, 1), min(tall, self.size.height))
            self.scroll_to_region(region, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """One line of what is in view."""
        width = self.size.width
        if self._entries is None:
            return self.strip_of((), width)
        number, part = divmod(y + self.scroll_offset.y, self._entries.tall)
        if number >= len(self._entries):
            return self.strip_of((), width)
        line = self._entries.lines(number, width)[part]
        pointed = number == self.cursor
        if pointed and part == 0 and line:
            line = (Run(POINTER, "key"), Run(line[0].text[1:], line[0].role), *line[1:])
        return self.strip_of(line, width, pointed=pointed)

    def action_move(self, by: int) -> None:
        """To another entry."""
        self.cursor = self._within(self.cursor + by)

    def action_move_to_end(self, direction: int) -> None:
        """To the first or the last entry."""
        self.cursor = 0 if direction < 0 else self._within(self.count)

    def action_page(self, direction: int) -> None:
        """A page on."""
        tall = self._entries.tall if self._entries is not None else 1
        self.action_move(direction * max(self.size.height // tall - 1, 1))

    def action_choose(self) -> None:
        """Choose the entry that the cursor rests on."""
        if self.count:
            self.post_message(self.Chosen(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Choose the entry under the mouse; the second click of two would fall on what has come there since."""
        if self._entries is not None and event.chain == 1:
            number = (event.y + self.scroll_offset.y) // self._entries.tall
            if number < self.count:
                event.stop()
                self.cursor = number
                self.action_choose()
