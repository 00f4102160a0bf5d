"""A pane: a scrolling widget of blocks, with items that a cursor visits. Most of a screen consists of panes."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from itertools import groupby

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from debttree.tui.kit.page import Block, Flow, Laid, Line
from debttree.tui.kit.widgets.cursor_list import CursorList

_EMPTY = Laid((), 0)

_AT_ONCE = 400
"""Lines that are laid out before the next paint: more than a screen shows."""

_WORK = 0.002
"""Seconds of work spent before the next paint on lines beyond those in view."""

_PIECE = 200
"""Lines that are laid out at a time after a paint, until all are: few enough that no key has to wait."""

_PIECE_WORK = 0.008
"""Seconds of work after which such a piece ends, since some lines take longer than others."""

_PAUSE = 0.01
"""Seconds between two pieces, in which keys and paints are handled."""


def _flow(blocks: Iterable[Block]) -> Flow:
    return blocks if isinstance(blocks, Flow) else Flow(blocks)


class Pane(CursorList):
    """Draws blocks line by line as they come into view."""

    @dataclass
    class Chosen(Message):
        """An item was chosen, by Enter or the mouse."""

        pane: "Pane"
        item: Hashable

    @dataclass
    class Moved(Message):
        """The cursor moved to another item."""

        pane: "Pane"
        item: Hashable

    @dataclass
    class Scrolled(Message):
        """The view scrolled, or the number of lines below it changed."""

        pane: "Pane"
        below: int

        def can_replace(self, message: Message) -> bool:
            """Return True for a newer message of the same kind: only the last one counts."""
            return isinstance(message, Pane.Scrolled) and message.pane is self.pane

    @dataclass
    class LaidOut(Message):
        """The blocks were laid out anew for a new size."""

        pane: "Pane"

    def __init__(
        self,
        *,
        id: str | None = None,
        pages: bool = True,
        focusable: bool = True,
        pointed: bool = False,
        rest: Callable[[int], Line] | None = None,
        keeps_top: bool = False,
    ) -> None:
        """Make an empty pane.

        Args:
            id: names it in style sheets.
            pages: whether it handles page keys itself; else the screen does.
            focusable: whether it gets keys.
            pointed: whether the cursor is shown without the focus too, since another widget moves it.
            keeps_top: whether with fewer lines the title stays in view rather than a cursor that was not moved.
            rest: returns the words for the last line of a pane that cannot scroll, given the number of lines that do
                not fit; empty: the line itself is shown.
        """
        super().__init__(id=id)
        self.can_focus = focusable
        self._pointed = pointed
        self._pages = pages
        self._rest = rest
        self._keeps_top = keeps_top
        self._blocks = Flow(())
        self._laid = _EMPTY
        self._width = 0
        self._height = 0
        self._coming: int | None = None
        """The rows in view after the next layout, where they are known."""
        self._wanted: Hashable = None
        """The item that the cursor shall go to once there is a width to lay the blocks out at."""
        self._follows: Callable[[], None] | None = None
        """What is to come into view once the lines for it are laid out."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return False for a key that would do nothing here, so that the screen handles it."""
        if action == "page":
            return self._pages
        return action != "choose" or self.item is not None

    def show(self, blocks: Iterable[Block], *, cursor: Hashable = None) -> None:
        """Show blocks from the top. Only lines that differ are drawn.

        Args:
            blocks: the blocks.
            cursor: the item to put the cursor on; None: the first one.
        """
        before, pointed = self._laid, self.pointed_lines
        self._blocks = _flow(blocks)
        self._wanted = cursor
        self.set_reactive(Pane.cursor, 0)
        self._lay(self._width)
        self.scroll_to(y=0, animate=False, force=True)
        if cursor is not None:
            self.bring_into_view()
        self._draw_anew(before, pointed)

    def update(self, blocks: Iterable[Block]) -> None:
        """Show similar blocks: cursor and scroll position stay. Only lines that differ are drawn."""
        place, self._wanted = self.scroll_offset.y, self.item or self._wanted
        before, pointed = self._laid, self.pointed_lines
        self._blocks = _flow(blocks)
        self._lay(self._width)
        if place:
            self.scroll_to(y=place, animate=False, force=True)
        self._draw_anew(before, pointed)

    def fill(self, blocks: Iterable[Block], *, keep_place: bool, cursor: Hashable = None) -> None:
        """Show blocks in the place that is in view, or from the top.

        Args:
            blocks: what to show.
            keep_place: whether they are the same, shown anew.
            cursor: the item to rest on else.
        """
        if keep_place:
            self.update(blocks)
        else:
            self.show(blocks, cursor=cursor)

    def _draw_anew(self, before: Laid, pointed: range) -> None:
        """Redraw the lines that changed; textual redraws on scrolling.

        Args:
            before: the lines as they were.
            pointed: the range of those lines under the cursor.
        """
        if self.styles.is_auto_height:
            self.refresh(layout=True)
        else:
            top, moved = self.scroll_offset.y, {*pointed} ^ {*self.pointed_lines}
            end, old, new = top + self.size.height, before.lines, self._laid.lines
            if self._rest is not None:
                moved.add(end - 1)  # its words count what is below, in a language
            changed = [n for n in range(top, end) if n in moved or old[n : n + 1] != new[n : n + 1]]
            for _, stretch in groupby(enumerate(changed), lambda pair: pair[1] - pair[0]):
                lines = [number for _, number in stretch]
                self.refresh_lines(lines[0], len(lines))
        self.point()
        self._tell_below()

    @property
    def count(self) -> int:
        """The number of items."""
        return len(self._laid.items)

    def span(self, number: int) -> range:
        """Return the range of an item's lines; empty if they are not laid out yet."""
        spots = self._laid.spots
        return range(spots[number].first, spots[number].end) if 0 <= number < len(spots) else range(0)

    def entry_at(self, line: int) -> int | None:
        """Return the number of the item that a line belongs to, or None."""
        return next((number for number in range(len(self._laid.spots)) if line in self.span(number)), None)

    def point_at(self, item: Hashable) -> None:
        """Move the cursor to an item, now or as soon as it is laid out."""
        if self._width <= 0:
            self._wanted = item
        elif (number := self._number_of(item)) is not None:
            self.cursor = number

    @property
    def item(self) -> Hashable:
        """The item under the cursor, or None."""
        return None if self._is_nowhere else self._laid.items.at(self.cursor)

    def _number_of(self, item: Hashable) -> int | None:
        """Return the number of an item, or None."""
        return next((number for number, name in enumerate(self._laid.items) if name == item), None)

    @property
    def items(self) -> tuple[Hashable, ...]:
        """Every item, from top to bottom."""
        return tuple(self._laid.items)

    @property
    def length(self) -> int:
        """The number of lines laid out so far."""
        return len(self._laid.lines)

    def will_have(self, height: int) -> None:
        """Take note of the lines in view after the next layout: what is told of them is painted in the same frame."""
        self._coming = height
        self.call_after_refresh(self._have_come)

    def _have_come(self) -> None:
        """Tell how much is left below where it has come otherwise."""
        coming, self._coming = self._coming, None
        if coming not in (None, self.size.height):
            self._tell_below()

    @property
    def below(self) -> int:
        """The number of lines below the view, of those laid out so far."""
        return max(len(self._laid.lines) - self.scroll_offset.y - (self._coming or self.size.height), 0)

    @property
    def items_above(self) -> int:
        """The number of items that begin above the view."""
        return sum(spot.first < self.scroll_offset.y for spot in self._laid.spots)

    @property
    def items_below(self) -> int:
        """The number of items that begin below the view."""
        end = self.scroll_offset.y + (self._coming or self.size.height)
        return self.count - sum(spot.first < end for spot in self._laid.spots)

    def lay_out(self, width: int) -> None:
        """Lay out at the width that the pane will have once the screen is laid out."""
        if width != self._width:
            self._wanted = self._wanted or self.item
            self._lay(width)

    def _lay(self, width: int) -> None:
        """Lay the blocks out; the cursor goes to the wanted item, else it stays as near as possible."""
        self._width = width
        self._laid = self._blocks.laid(width) if width > 0 else _EMPTY
        self._follows = None
        in_view = self.scroll_offset.y + self.app.size.height
        self._laid.reach(in_view)
        self._reach(max(in_view + self.app.size.height, _AT_ONCE), _WORK)
        if not self._laid.lines:
            return
        place = None if self._wanted is None else self._number_of(self._wanted)
        if place is None:
            place = self.cursor if self._laid.items.has(self.cursor) else len(self.items) - 1
        self.set_reactive(Pane.cursor, max(place, 0))
        self._wanted = None

    def _reach(self, length: int, seconds: float) -> None:
        """Lay out `length` lines now, or as many as `seconds` of work make, and the others piece by piece."""
        laid = self._laid
        laid.reach(length, seconds)
        # Bypasses textual's watcher, which would lay out the whole screen and redraw all of the pane.
        self.set_reactive(Pane.virtual_size, Size(self._width, len(laid.lines)))
        if not laid.is_whole:
            self.set_timer(_PAUSE, lambda: self._go_on(laid))

    def _go_on(self, laid: Laid) -> None:
        """Lay out the next piece, unless other blocks are shown by now."""
        if laid is not self._laid:
            return
        self._reach(len(laid.lines) + _PIECE, _PIECE_WORK)
        self._tell_below()
        if self._rest is not None:
            self.refresh_lines(self.scroll_offset.y + self.size.height - 1)
        if self._follows is not None and (laid.is_whole or self.cursor < len(laid.spots)):
            self._follows()

    def bring_into_view(self) -> None:
        """Scroll to the cursor, as soon as its lines are laid out."""
        waits = not self.pointed_lines and not self._laid.is_whole
        self._follows = self.bring_into_view if waits else None
        super().bring_into_view()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines that the blocks take at a width.

        Args:
            container: size of the container, in cells.
            viewport: size of the screen, in cells.
            width: of the pane, in cells.
        """
        self.lay_out(width)
        return len(self._laid.lines)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the blocks out anew if the width has changed; a cursor in view stays in view."""
        width = self.scrollable_content_region.width
        stays_at_top = self._keeps_top and self._height > 0 and not self.cursor and not self.scroll_offset.y
        in_view = self._cursor_in_view and not stays_at_top
        if width != self._width:
            self._wanted = self._wanted or self.item
            self._lay(width)
            self.refresh()
        self._height = self.size.height
        if in_view:
            self.bring_into_view()
        self.post_message(self.LaidOut(self))
        self.point()
        self._tell_below()

    @property
    def _cursor_in_view(self) -> bool:
        """Return whether the cursor was in view at the last size."""
        if not self.pointed_lines:
            return self._wanted is not None
        return 0 <= self.pointed_lines.start - self.scroll_offset.y < self._height

    def render_line(self, y: int) -> Strip:
        """Return one line of the view."""
        number = y + self.scroll_offset.y
        width = self.size.width
        if number >= len(self._laid.lines):
            return self.strip_of((), width)
        line = self._laid.lines[number]
        left = len(self._laid.lines) - number
        if self._rest is not None and y == self.size.height - 1 and left > 1:
            line = self._rest(left) or line
        if self.shows_cursor and number in self.pointed_lines:
            return self.pointed_strip(line, number, width)
        return self.strip_of(line, width)

    @property
    def shows_cursor(self) -> bool:
        """Whether the cursor is shown; it is not if keys would not move it."""
        return self.has_focus or self._pointed

    def moved(self) -> None:
        """Post a message about the item under the cursor."""
        if self.item is not None:
            self.screen.post_message(self.Moved(self, self.item))

    def chosen(self) -> None:
        """Post a message about the chosen item."""
        self._point_somewhere()
        if self.item is not None:
            self.post_message(self.Chosen(self, self.item))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Post a message about how much is below the view."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._tell_below()

    def _tell_below(self) -> None:
        self.screen.post_message(self.Scrolled(self, self.below))

    def action_move(self, by: int) -> None:
        """Move to the next or previous item; scroll line by line while it, or the rest of this one, is out of view."""
        if self._point_somewhere():
            return
        to = self.cursor + by
        self._follows = None
        if 0 <= to < len(self._laid.spots) and not self._lies_beyond(by):
            self.cursor = to
        else:
            self.scroll_relative(y=by, animate=False)

    def _lies_beyond(self, by: int) -> bool:
        """Return whether lines of the item are out of view in the direction of the move."""
        if not self.pointed_lines:  # not laid out yet
            return by > 0
        lines, top = self.pointed_lines, self.scroll_offset.y
        return lines.stop > top + self.size.height if by > 0 else lines.start < top

    def action_move_to_end(self, direction: int) -> None:
        """Move to the first or the last item, and scroll to the beginning or end."""
        self._point_somewhere()
        super().action_move_to_end(direction)
        scroll = self.scroll_home if direction < 0 else self.scroll_end
        scroll(animate=False)
        self._follows = None if direction < 0 or self._laid.is_whole else self._scroll_to_end

    def _scroll_to_end(self) -> None:
        """Scroll to the end until all lines are laid out."""
        self.scroll_end(animate=False)
        if self._laid.is_whole:
            self._follows = None

    def action_page(self, direction: int) -> None:
        """Scroll by a page and move the cursor into view."""
        self.turn(direction)
        top = self.scroll_target_y
        inside = [n for n in range(self.count) if top <= self.span(n).start < top + self.size.height]
        if inside:
            self.set_reactive(Pane.cursor, inside[0] if direction < 0 else inside[-1])
            self.refresh()

    def show_more_items(self) -> None:
        """Scroll to the first item below the view; if there is none, to the last one above it."""
        number = self.count - self.items_below if self.items_below else max(self.items_above - 1, 0)
        if self.span(number):
            self.scroll_to(y=self.span(number).start, animate=False)

    def turn(self, direction: int) -> None:
        """Scroll by a page without moving the cursor, so that reading on does not select an answer."""
        self._follows = None
        self.scroll_relative(y=direction * max(self.size.height - 1, 1), animate=False)
