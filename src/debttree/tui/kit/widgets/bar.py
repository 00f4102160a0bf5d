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
"""Stands between the parts of a line."""


class Bar(Drawn, Unscrolled):
    """One line; what stands left gives way to what stands right.

    Args:
        id: names it in style sheets.
        fill: the sign between left and right.
        keep_end: whether the beginning of the left is cut off instead of its end.
    """

    DEFAULT_CSS = """
    Bar { height: 1; width: 1fr; }
    """

    @dataclass
    class Clicked(Message):
        """Somebody clicked on it.

        Attributes:
            key: the key that is named there; empty where none is.
            right: whether it was clicked on what stands right.
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
        """Show other words.

        Args:
            left: what stands at the left.
            right: what may stand right, the fullest first: the first that leaves the left side room is taken.
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
        """Return what there is room for, left and right."""
        width = self.size.width
        left = self._left
        right = next((r for r in self._right if line_cells(left) + line_cells(r) + 2 <= width), None)
        if right is None:
            right = min(self._right, key=line_cells, default=())
            if line_cells(right) > width // 2:
                right = ()
        return fitted(left, width - line_cells(right) - (1 if right else 0), keep_end=self._keep_end), right

    def on_click(self, event: events.Click) -> None:
        """Say which key is named where it was clicked."""
        place = event.get_content_offset(self)
        if place is not None:
            left, right = self._sides()
            is_right = bool(right) and place.x >= self.size.width - line_cells(right)
            runs, x = (right, place.x - self.size.width + line_cells(right)) if is_right else (left, place.x)
            self.post_message(self.Clicked(self, _key_at(runs, x), is_right))


def _key_at(runs: Line, x: int) -> str:
    """Return the key that is named in a cell, or before it in the same part of the line."""
    key, end = "", 0
    for run in runs:
        end += cells(run.text)
        key = run.text.strip() if run.role == "key" else "" if run.text == BETWEEN else key
        if x < end:
            break
    return key
