"""A field in a form: its name and its value, in several languages side by side if there is room."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from debttree.tui.kit.page import Line, Run, line_cells
from debttree.tui.kit.page.wrap import indented


@dataclass(frozen=True, slots=True)
class Beside:
    """A block with a label and columns of words.

    Attributes:
        label: shown on the left; its first cell is for the cursor.
        columns: the words in each language.
        shown_at_most: most lines of a column; 0: all.
    """

    label: Line
    columns: tuple[Line, ...]
    item: Hashable = None
    shown_at_most: int = 0

    LABEL: ClassVar[int] = 16
    """Width of the label in cells."""
    BESIDE_FROM: ClassVar[int] = 62
    """Least width for columns side by side, in cells."""
    NARROW: ClassVar[int] = 36
    """Width in cells below which the words are shown under the label."""

    def lines(self, width: int) -> list[Line]:
        """Return its lines at a width in cells."""
        under = width < self.NARROW or line_cells(self.label) >= self.LABEL
        margin = 3 if under else self.LABEL
        room = max(width - margin, 4)
        if width >= self.BESIDE_FROM and len(self.columns) > 1:
            body = self._columns(room)
        else:
            body = [line for column in self.columns for line in self._wrapped(column, room)]
        space = Run(" " * margin)
        if under:
            return [self.label, *((space, *line) for line in body)]
        gap = Run(" " * (margin - line_cells(self.label)))
        first, *rest = body or [()]
        return [(*self.label, gap, *first), *((space, *line) for line in rest)]

    def _columns(self, room: int) -> list[Line]:
        bar = Run(" │ ", "rule")
        each = (room - 3 * (len(self.columns) - 1)) // len(self.columns)
        wrapped = [self._wrapped(column, each) for column in self.columns]
        lines: list[Line] = []
        for number in range(max(map(len, wrapped))):
            runs: list[Run] = []
            for place, column in enumerate(wrapped):
                line = column[number] if number < len(column) else ()
                last = place == len(wrapped) - 1
                runs += [*line, *(() if last else (Run(" " * (each - line_cells(line))), bar))]
            lines.append(tuple(runs))
        return lines

    def _wrapped(self, column: Line, room: int) -> Sequence[Line]:
        lines = list(indented(column, room, (), ()))
        if self.shown_at_most and len(lines) > self.shown_at_most:
            return [*lines[: self.shown_at_most - 1], (Run("…", "dim"),)]
        return lines
