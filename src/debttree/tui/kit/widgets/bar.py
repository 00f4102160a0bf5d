"""One line with words at its left and right edge: the head of the screen, a rule, the foot."""

from typing import TYPE_CHECKING

from textual.strip import Strip

from debttree.tui.kit.page import Line, Run, fitted, line_cells
from debttree.tui.kit.widgets.drawn import Drawn

if TYPE_CHECKING:
    from collections.abc import Sequence


class Bar(Drawn):
    """One line; what stands left gives way to what stands right.

    Args:
        id: names it in style sheets.
        fill: the sign between left and right.
        keep_end: whether the beginning of the left is cut off instead of its end.
    """

    DEFAULT_CSS = """
    Bar { height: 1; width: 1fr; }
    """

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
        width = self.size.width
        left = self._left
        right = next((r for r in self._right if line_cells(left) + line_cells(r) + 2 <= width), None)
        if right is None:
            right = min(self._right, key=line_cells, default=())
            if line_cells(right) > width // 2:
                right = ()
        left = fitted(left, width - line_cells(right) - (1 if right else 0), keep_end=self._keep_end)
        gap = Run(self._fill * (width - line_cells(left) - line_cells(right)), "rule")
        return self.strip_of((*left, gap, *right), width)
