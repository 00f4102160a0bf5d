"""A list of any length: rows are drawn as they come into view."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from debttree.model import DataPath
from debttree.tui.kit.actions import Where, bindings
from debttree.tui.kit.page import Line, Run, fitted, line_cells
from debttree.tui.kit.widgets.drawn import Drawn
from debttree.tui.kit.widgets.pane import POINTER

Draw = Callable[[DataPath], tuple[Line, Line]]
"""A row, and what stands behind it where there is room for all of that."""


class Rows(ScrollView, Drawn, can_focus=True, inherit_bindings=False):
    """One line for each subject, and a cursor on one of them."""

    DEFAULT_CSS = """
    Rows { height: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.LIST)]

    cursor: reactive[int] = reactive(0, repaint=False)
    """The row that the cursor rests on."""

    @dataclass
    class Chosen(Message):
        """Somebody chose a subject, by Enter or by the mouse."""

        subject: DataPath

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._subjects: Sequence[DataPath] = ()
        self._numbers: dict[DataPath, int] = {}
        self._draw: Draw = lambda _: ((), ())
        self._drawn: dict[int, tuple[Line, Line]] = {}
        """What was drawn of each row in view, and of some that were."""

    def show(self, subjects: Sequence[DataPath], draw: Draw) -> None:
        """Show other rows; the cursor stays where its number is still one. Only what differs is drawn."""
        self._draw = draw
        if subjects is not self._subjects:
            self._subjects = subjects
            self._numbers = {subject: number for number, subject in enumerate(subjects)}
            self.virtual_size = Size(self.size.width, len(subjects))
            self.set_reactive(Rows.cursor, min(self.cursor, max(len(subjects) - 1, 0)))
            self._drawn.clear()
            self.refresh()
            return
        top = self.scroll_offset.y
        for number, subject in enumerate(subjects[top : top + self.size.height], top):
            if self._drawn.get(number) != draw(subject):
                self.refresh_lines(number)

    @property
    def subject(self) -> DataPath | None:
        """What the cursor rests on."""
        return self._subjects[self.cursor] if self.cursor < len(self._subjects) else None

    def point_at(self, subject: DataPath) -> bool:
        """Put the cursor on a subject without telling who watches it; whether it is there."""
        number = self._numbers.get(subject)
        if number is None:
            return False
        before = self.cursor
        self.set_reactive(Rows.cursor, number)
        self.watch_cursor(before, number)
        return True

    def on_resize(self) -> None:
        """The cursor stays in view."""
        self.virtual_size = Size(self.size.width, len(self._subjects))
        self._bring_into_view()

    def watch_cursor(self, before: int, now: int) -> None:
        """Bring the row into view, and draw no more anew than has changed."""
        self._bring_into_view()
        self.refresh_lines(before)
        self.refresh_lines(now)

    def _bring_into_view(self) -> None:
        top, height = round(self.scroll_target_y), self.size.height
        if height and not top <= self.cursor < top + height:
            target = self.cursor if self.cursor < top else self.cursor - height + 1
            self.scroll_to(y=target, animate=False, force=True)
        if self.has_focus:
            row = self.cursor - round(self.scroll_target_y)
            self.app.cursor_position = self.content_region.offset + Offset(0, row)

    def render_line(self, y: int) -> Strip:
        """One row of those in view."""
        number, width = y + self.scroll_offset.y, self.size.width
        if number >= len(self._subjects):
            return self.strip_of((), width)
        line, beside = self._drawn[number] = self._draw(self._subjects[number])
        line = (*line, *beside) if line_cells(line) + line_cells(beside) <= width else fitted(line, width)
        if number != self.cursor:
            return self.strip_of(line, width)
        return self.strip_of((Run(POINTER, "key"), *line[1:]), width, pointed=self.has_focus)

    def on_focus(self) -> None:
        """The cursor is to be seen."""
        self._bring_into_view()
        self.refresh_lines(self.cursor)

    def on_blur(self) -> None:
        """The cursor is to be seen less."""
        self.refresh_lines(self.cursor)

    def _go(self, number: int) -> None:
        self.cursor = min(max(number, 0), max(len(self._subjects) - 1, 0))

    def action_move(self, by: int) -> None:
        """To the next or the last row."""
        self._go(self.cursor + by)

    def action_move_to_end(self, direction: int) -> None:
        """To the first or the last row."""
        self._go(0 if direction < 0 else len(self._subjects) - 1)

    def action_page(self, direction: int) -> None:
        """A page on."""
        self._go(self.cursor + direction * max(self.size.height - 1, 1))

    def action_choose(self) -> None:
        """Choose what the cursor rests on."""
        if self.subject is not None:
            self.post_message(self.Chosen(self.subject))

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse."""
        number = event.y + self.scroll_offset.y
        if number < len(self._subjects):
            event.stop()
            self._go(number)
            self.action_choose()
