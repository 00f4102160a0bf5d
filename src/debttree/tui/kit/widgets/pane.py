"""A pane: blocks of text that scroll, with items that a cursor visits. Most of the screen is panes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from debttree.tui.kit.actions import Where, bindings
from debttree.tui.kit.page import Block, Laid, Line, Run
from debttree.tui.kit.widgets.drawn import Drawn

POINTER = "›"
"""Stands before the item that the cursor rests on, so that colour is not the only sign."""

_EMPTY = Laid((), 0)

_AT_ONCE = 400
"""Lines that are laid out before the next paint: more than any screen shows."""

_PIECE = 200
"""Lines that are laid out after each paint, until all are: few enough that no key waits for them."""

_PAUSE = 0.01
"""Seconds between two pieces, in which keys and paints have their turn."""


class Pane(ScrollView, Drawn, can_focus=True, inherit_bindings=False):
    """Draws blocks, line by line as they come into view."""

    DEFAULT_CSS = """
    Pane { height: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.LIST)]

    cursor: reactive[int] = reactive(0, repaint=False)
    """Which of the items the cursor rests on."""

    @dataclass
    class Chosen(Message):
        """Somebody chose an item, by Enter or by the mouse."""

        pane: "Pane"
        item: str

    @dataclass
    class Moved(Message):
        """The cursor rests on another item."""

        pane: "Pane"
        item: str

    @dataclass
    class Scrolled(Message):
        """Another part is in view, or there is more or less below it."""

        pane: "Pane"
        below: int

        def can_replace(self, message: Message) -> bool:
            """Only the last place counts."""
            return isinstance(message, Pane.Scrolled) and message.pane is self.pane

    @dataclass
    class LaidOut(Message):
        """There is another room for the blocks."""

        pane: "Pane"

    def __init__(
        self,
        *,
        id: str | None = None,
        pages: bool = True,
        focusable: bool = True,
        pointed: bool = False,
        rest: Callable[[int], Line] | None = None,
    ) -> None:
        """A pane.

        Args:
            pages: whether it turns its own pages; else the screen does.
            focusable: whether keys can come here.
            pointed: whether the cursor is to be seen without the focus too, where another widget moves it.
            rest: what stands in the last line of a pane that nobody scrolls for so many lines; empty: the line.
        """
        super().__init__(id=id)
        self.can_focus = focusable
        self._pointed = pointed
        self._pages = pages
        self._rest = rest
        self._blocks: tuple[Block, ...] = ()
        self._laid = _EMPTY
        self._width = 0
        self._height = 0
        self._wanted: str | None = None
        """The item that the cursor shall go to once there is a width to lay the blocks out at."""
        self._follows: Callable[[], None] | None = None
        """What is to come into view once the lines for it are laid out."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key that would do nothing here is left to the screen."""
        if action == "page":
            return self._pages
        return action != "choose" or self.item is not None

    def show(self, blocks: Iterable[Block], *, cursor: str | None = None) -> None:
        """Show other blocks, from the top. Of what is in view only what differs is drawn.

        Args:
            cursor: the item that the cursor goes to; else it goes to the first.
        """
        before, pointed = self._laid, self._pointed_lines
        self._blocks = tuple(blocks)
        self._wanted = cursor
        self.set_reactive(Pane.cursor, 0)
        self._lay(self._width)
        self.scroll_to(y=0, animate=False, force=True)
        if cursor is not None:
            self._bring_into_view()
        self._draw_anew(before, pointed)
        self._point()

    def update(self, blocks: Iterable[Block]) -> None:
        """Show blocks that say much the same: the cursor and the place in view stay. Only what differs is drawn."""
        place, self._wanted = self.scroll_offset.y, self.item or self._wanted
        before, pointed = self._laid, self._pointed_lines
        self._blocks = tuple(blocks)
        self._lay(self._width)
        self.scroll_to(y=place, animate=False, force=True)
        self._draw_anew(before, pointed)

    def _draw_anew(self, before: Laid, pointed: range) -> None:
        """Draw what is not as it was; what scrolls is drawn by textual.

        Args:
            before: what was laid out.
            pointed: the lines in it on which the cursor rested.
        """
        if self.styles.is_auto_height:
            self.refresh(layout=True)
        else:
            top, moved = self.scroll_offset.y, {*pointed} ^ {*self._pointed_lines}
            for number in range(top, top + self.size.height):
                here = slice(number, number + 1)
                if number in moved or before.lines[here] != self._laid.lines[here]:
                    self.refresh_lines(number)
        self._tell_below()

    @property
    def _pointed_lines(self) -> range:
        """The lines of the item that the cursor rests on."""
        spots = self._laid.spots
        return (
            range(spots[self.cursor].first, spots[self.cursor].end) if self.cursor < len(spots) else range(0)
        )

    def point_at(self, item: str) -> None:
        """Put the cursor on an item, now or as soon as it is laid out."""
        if self._width <= 0:
            self._wanted = item
        elif item in self.items:
            self.cursor = self.items.index(item)

    @property
    def item(self) -> str | None:
        """The item that the cursor rests on."""
        items = self._laid.items
        return items[self.cursor] if 0 <= self.cursor < len(items) else None

    @property
    def items(self) -> tuple[str, ...]:
        """Every item, from above."""
        return self._laid.items

    @property
    def length(self) -> int:
        """How many lines the blocks take, as far as they are laid out."""
        return len(self._laid.lines)

    @property
    def below(self) -> int:
        """How many lines there are below those in view, as far as they are laid out."""
        return max(len(self._laid.lines) - self.scroll_offset.y - self.size.height, 0)

    def lay_out(self, width: int) -> None:
        """Lay out at a width that it will have as soon as the screen is laid out."""
        if width != self._width:
            self._wanted = self._wanted or self.item
            self._lay(width)

    def _lay(self, width: int) -> None:
        """Lay the blocks out; the cursor goes to the item wanted, else it stays as near as it can."""
        self._width = width
        self._laid = Laid(self._blocks, width) if width > 0 else _EMPTY
        self._follows = None
        # `self.size` may make textual lay out the screen, and ask for the height of lines that are not there yet.
        self._reach(max(self.scroll_offset.y + 2 * self._height, _AT_ONCE))
        if not self._laid.lines:
            return
        items = self._laid.items
        place = items.index(self._wanted) if self._wanted in items else min(self.cursor, len(items) - 1)
        self.set_reactive(Pane.cursor, max(place, 0))
        self._wanted = None

    def _reach(self, length: int) -> None:
        """Lay out so many lines now, the others piece by piece."""
        laid = self._laid
        laid.reach(length)
        # Set without textual's watching: it would lay the whole screen out anew and draw all of the pane.
        self.set_reactive(Pane.virtual_size, Size(self._width, len(laid.lines)))
        if not laid.is_whole:
            self.set_timer(_PAUSE, lambda: self._go_on(laid))

    def _go_on(self, laid: Laid) -> None:
        """Lay out the next piece, unless there is something else to show by now."""
        if laid is not self._laid:
            return
        self._reach(len(laid.lines) + _PIECE)
        self._tell_below()
        if self._rest is not None:
            self.refresh_lines(self.scroll_offset.y + self.size.height - 1)
        if self._follows is not None and (laid.is_whole or self.cursor < len(laid.spots)):
            self._follows()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the blocks take at that width."""
        self.lay_out(width)
        return len(self._laid.lines)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the blocks out anew where the width has changed; a cursor that was in view stays in view."""
        width = self.scrollable_content_region.width
        in_view = self._cursor_in_view
        if width != self._width:
            self._wanted = self._wanted or self.item
            self._lay(width)
            self.refresh()
        self._height = self.size.height
        if in_view:
            self._bring_into_view()
        self.post_message(self.LaidOut(self))
        self._point()
        self._tell_below()

    @property
    def _cursor_in_view(self) -> bool:
        """Whether the cursor was in view at the last size."""
        spots = self._laid.spots
        if not 0 <= self.cursor < len(spots):
            return self._wanted is not None
        row = spots[self.cursor].first - self.scroll_offset.y
        return 0 <= row < self._height

    def render_line(self, y: int) -> Strip:
        """One line of what is in view."""
        number = y + self.scroll_offset.y
        width = self.size.width
        if number >= len(self._laid.lines):
            return self.strip_of((), width)
        line = self._laid.lines[number]
        left = len(self._laid.lines) - number
        if self._rest is not None and y == self.size.height - 1 and left > 1:
            line = self._rest(left) or line
        spots = self._laid.spots
        spot = spots[self.cursor] if self.shows_cursor and 0 <= self.cursor < len(spots) else None
        if spot is None or not spot.first <= number < spot.end:
            return self.strip_of(line, width)
        if number == spot.first and line and line[0].text[:1] == " ":
            line = (Run(POINTER, "key"), Run(line[0].text[1:], line[0].role), *line[1:])
        return self.strip_of(line, width, pointed=True)

    @property
    def shows_cursor(self) -> bool:
        """Whether the cursor is to be seen; not where keys would not move it."""
        return self.has_focus or self._pointed

    def watch_cursor(self, before: int, now: int) -> None:
        """Bring the item into view and tell whom it concerns."""
        self._bring_into_view()
        for number in (before, now):
            self._refresh_spot(number)
        self._point()
        if self.item is not None:
            self.post_message(self.Moved(self, self.item))

    def _refresh_spot(self, number: int) -> None:
        """Draw one item anew."""
        if 0 <= number < len(self._laid.spots):
            spot = self._laid.spots[number]
            self.refresh_lines(spot.first, spot.end - spot.first)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell how much is left below."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._tell_below()
            self._point()

    def on_focus(self) -> None:
        """The cursor is to be seen."""
        self.refresh()
        self._point()

    def on_blur(self) -> None:
        """The cursor is to be seen no more."""
        self.refresh()

    def _tell_below(self) -> None:
        self.post_message(self.Scrolled(self, self.below))

    def _bring_into_view(self) -> None:
        spots = self._laid.spots
        self._follows = None if self._laid.is_whole else self._bring_into_view
        if not 0 <= self.cursor < len(spots) or self.size.height == 0:
            return
        self._follows = None
        spot = spots[self.cursor]
        region = Region(0, spot.first, max(self._width, 1), min(spot.end - spot.first, self.size.height))
        if self.cursor == 0 and spot.end <= self.size.height:
            region = Region(0, 0, max(self._width, 1), spot.end)
        self.scroll_to_region(region, animate=False, force=True)

    def _point(self) -> None:
        """Put the terminal's own cursor where ours is: screen readers and magnifiers follow it."""
        spots = self._laid.spots
        if self.has_focus and 0 <= self.cursor < len(spots):
            row = spots[self.cursor].first - self.scroll_offset.y
            self.app.cursor_position = self.content_region.offset + Offset(0, row)

    def action_move(self, by: int) -> None:
        """To the next or the last item; a line at a time where that is not in view yet, or there is none."""
        to = self.cursor + by
        self._follows = None
        if 0 <= to < len(self._laid.spots) and not self._lies_beyond(by):
            self.cursor = to
        else:
            self.scroll_relative(y=by, animate=False)

    def _lies_beyond(self, by: int) -> bool:
        """Whether the cursor is out of view on the side that it is to move to, so that text stands between."""
        if self.cursor >= len(self._laid.spots):  # its lines are not laid out yet
            return by > 0
        spot, top = self._laid.spots[self.cursor], self.scroll_offset.y
        return spot.first >= top + self.size.height if by > 0 else spot.end <= top

    def action_move_to_end(self, direction: int) -> None:
        """To the first or the last item; without items, to the beginning or end."""
        if self._laid.items:
            self.cursor = 0 if direction < 0 else len(self._laid.items) - 1
        if direction < 0:
            self.scroll_home(animate=False)
        else:
            self.scroll_end(animate=False)
        self._follows = None if direction < 0 or self._laid.is_whole else self._scroll_to_end

    def _scroll_to_end(self) -> None:
        """Follow the end until it is there."""
        self.scroll_end(animate=False)
        if self._laid.is_whole:
            self._follows = None

    def action_page(self, direction: int) -> None:
        """A page on; the cursor comes along."""
        self._follows = None
        self.scroll_relative(y=direction * max(self.size.height - 1, 1), animate=False)
        spots = self._laid.spots
        if not spots:
            return
        top = self.scroll_target_y
        inside = [n for n, spot in enumerate(spots) if top <= spot.first < top + self.size.height]
        if inside:
            self.set_reactive(Pane.cursor, inside[0] if direction < 0 else inside[-1])
            self.refresh()

    def action_choose(self) -> None:
        """Choose the item that the cursor rests on."""
        if self.item is not None:
            self.post_message(self.Chosen(self, self.item))

    def on_click(self, event: events.Click) -> None:
        """Choose the item under the mouse; the second click of two would choose what has come there since."""
        if event.chain > 1:
            return
        place = event.get_content_offset(self)  # without border and padding
        line = place.y + self.scroll_offset.y if place is not None else -1
        for number, spot in enumerate(self._laid.spots):
            if spot.first <= line < spot.end:
                event.stop()
                self.cursor = number
                self.post_message(self.Chosen(self, spot.item))
                return
