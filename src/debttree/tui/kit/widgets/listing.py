"""A list that makes only the lines in view: 10,000 entries cost no more than ten."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from debttree.tui.kit.page import Line
from debttree.tui.kit.widgets.cursor_list import CursorList


class Entries(Protocol):
    """The entries of a listing, with the same number of lines each; the first cell is for the cursor."""

    tall: int
    """Number of lines of an entry."""

    def __len__(self) -> int:
        """Return the number of entries."""

    def lines(self, number: int, width: int) -> Sequence[Line]:
        """Return the lines of an entry, at most `width` cells wide."""


class Listing(CursorList):
    """Draws entries as they come into view.

    Args:
        focusable: whether it gets keys; else another widget moves its cursor, which is always shown.
    """

    @dataclass
    class Chosen(Message):
        """An entry was chosen, by Enter or the mouse."""

        number: int

    @dataclass
    class Moved(Message):
        """The cursor moved to another entry, or the entries changed."""

    def __init__(self, *, id: str | None = None, focusable: bool = True) -> None:
        super().__init__(id=id)
        self.can_focus = focusable
        self._entries: Entries | None = None
        self._made: dict[int, Sequence[Line]] = {}
        """The lines of entries in view, and of some that were."""

    @property
    def count(self) -> int:
        """The number of entries."""
        return len(self._entries) if self._entries is not None else 0

    @property
    def _tall(self) -> int:
        return self._entries.tall if self._entries is not None else 1

    def span(self, number: int) -> range:
        """Return the range of an entry's lines; empty if there is no such entry."""
        return range(number * self._tall, (number + 1) * self._tall) if 0 <= number < self.count else range(0)

    def entry_at(self, line: int) -> int | None:
        """Return the entry that a line belongs to."""
        number = line // self._tall
        return number if 0 <= number < self.count else None

    def show(self, entries: Entries, cursor: int = 0) -> None:
        """Set the entries, or show the same ones after a change. Only lines that differ are drawn."""
        before, count, made = self.cursor, self.count, self._made
        self._entries, self._made = entries, {}
        self.virtual_size = Size(self.size.width, len(entries) * entries.tall)
        self.set_reactive(Listing.cursor, self.within(cursor))
        pointed = {before} ^ {self.cursor}
        self.bring_into_view()
        if count != len(entries):
            self.refresh()
        else:
            first = self.scroll_offset.y // entries.tall
            for number in range(first, min(first + self.size.height // entries.tall + 2, count)):
                self._made[number] = entries.lines(number, self.size.width)
                if self._made[number] != made.get(number) or number in pointed:
                    self.refresh_entry(number)
        self.point()
        self.moved()

    def moved(self) -> None:
        """Post a message that the cursor moved."""
        self.screen.post_message(self.Moved())

    def chosen(self) -> None:
        """Post a message that the entry was chosen."""
        self.post_message(self.Chosen(self.cursor))

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._made.clear()
        self.virtual_size = self.virtual_size.with_width(self.size.width)
        self.bring_into_view()
        self.point()

    def render_line(self, y: int) -> Strip:
        """Return one line of the view."""
        width, line = self.size.width, y + self.scroll_offset.y
        number = self.entry_at(line)
        if self._entries is None or number is None:
            return self.strip_of((), width)
        if number not in self._made:
            self._made[number] = self._entries.lines(number, width)
        words = self._made[number][line % self._tall]
        return (
            self.pointed_strip(words, line, width) if number == self.cursor else self.strip_of(words, width)
        )
