"""One line with words at its left and right edge: the head of the screen, a rule, the foot."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message
from textual.strip import Strip

from debttree.tui.kit.page import Line, Run, cells, fitted, line_cells
from debttree.tui.kit.widgets.drawn import Drawn
from debttree.tui.kit.widgets.kept import Unscrolled

if TYPE_CHECKING:
    from collections.abc import Sequence


BETWEEN = " · "
"""The separator of the parts of a line."""


class Bar(Drawn, Unscrolled):
    """A line with words on the left and right; the left side is shortened to make room for the right one.

    Args:
        id: names it in style sheets.
        fill: the character between left and right.
        keep_end: whether the left side is cut off at its beginning instead of its end.
    """

    DEFAULT_CSS = """
    Bar { height: 1; width: 1fr; }
    """

    @dataclass
    class Clicked(Message):
        """The bar was clicked.

        Attributes:
            key: the key named at that place; empty if there is none.
            right: whether the click was on the right side.
        """

        bar: "Bar"
        key: str
        right: bool

    def __init__(self, *, id: str | None = None, fill: str = " ", keep_end: bool = False) -> None:
        super().__init__(id=id)
        self._fill = fill
        self._keep_end = keep_end
        self._left: Line = ()
        self._right: Sequence[Line] = ()

    def show(self, left: Line, *right: Line) -> None:
        """Set the words.

        Args:
            left: words of the left side.
            right: alternatives for the right side, the longest first; the first that leaves room for the left side is
                shown.
        """
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        left, right = self._sides()
        gap = Run(self._fill * (self.size.width - line_cells(left) - line_cells(right)), "rule")
        return self.strip_of((*left, gap, *right), self.size.width)

    def _sides(self) -> tuple[Line, Line]:
        """Return the left and right side, as far as there is room."""
        width = self.size.width
        left = self._left
        right = next((r for r in self._right if line_cells(left) + line_cells(r) + 2 <= width), None)
        if right is None:
            right = min(self._right, key=line_cells, default=())
            if line_cells(right) > width // 2:
                right = ()
        return fitted(left, width - line_cells(right) - (1 if right else 0), keep_end=self._keep_end), right

    def on_click(self, event: events.Click) -> None:
        """Post a message about the key named at the place of the click."""
        place = event.get_content_offset(self)
        if place is not None:
            left, right = self._sides()
            is_right = bool(right) and place.x >= self.size.width - line_cells(right)
            runs, x = (right, place.x - self.size.width + line_cells(right)) if is_right else (left, place.x)
            self.post_message(self.Clicked(self, _key_at(runs, x), is_right))


def _key_at(runs: Line, x: int) -> str:
    """Return the key named at a cell, or before it in the same part of the line."""
    key, end = "", 0
    for run in runs:
        end += cells(run.text)
        key = run.text.strip() if run.role == "key" else "" if run.text == BETWEEN else key
        if x < end:
            break
    return key
