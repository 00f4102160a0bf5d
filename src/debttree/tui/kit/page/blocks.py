"""Blocks: paragraphs and tables that lay themselves out in lines, and the items a cursor visits in them."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from debttree.tui.kit.page.runs import Line, Run, line_cells
from debttree.tui.kit.page.wrap import indented

GAP = 2
"""Cells between columns, and between words and what stands at the right edge."""


class Block(Protocol):
    """Something that takes lines of its own. Neighbouring blocks of one item are one place for the cursor."""

    @property
    def item(self) -> Hashable:
        """What it stands for, where a person can point at it; else None."""

    def lines(self, width: int) -> list[Line]:
        """Its lines at a width in cells."""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph.

    Attributes:
        words: what it says.
        first: what stands before its first line; for an item the first cell is the cursor's.
        rest: what stands before its other lines.
        right: what stands at the right edge of the first line, or below where there is no room.
    """

    words: Line
    first: Line = ()
    rest: Line = ()
    right: Line = ()
    item: Hashable = None

    def lines(self, width: int) -> list[Line]:
        """Its lines at a width in cells."""
        if not self.right:
            return indented(self.words, width, self.first, self.rest)
        beside = line_cells(self.right)
        room = width - beside - GAP
        if room < width * 0.55:
            below = indented(self.right, width, self.rest, self.rest)
            return [*indented(self.words, width, self.first, self.rest), *below]
        lines = indented(self.words, room, self.first, self.rest)
        space = Run(" " * (width - beside - line_cells(lines[0])))
        return [(*lines[0], space, *self.right), *lines[1:]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: columns side by side where they fit, else each row as a list of heading and value."""

    heading: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    item: Hashable = None

    def lines(self, width: int) -> list[Line]:
        """Its lines at a width in cells."""
        columns = len(self.heading)
        table = [self.heading, *self.rows]
        widths = [max(line_cells(row[column]) for row in table) for column in range(columns)]
        if sum(widths) + GAP * (columns - 1) <= width:
            lines = [_row(row, widths) for row in table]
            return [lines[0], (Run("─" * (sum(widths) + GAP * (columns - 1)), "dim"),), *lines[1:]]
        return [line for row in self.rows for line in self._listed(row, width)]

    def _listed(self, row: Sequence[Line], width: int) -> Iterable[Line]:
        for number, (head, value) in enumerate(zip(self.heading, row, strict=True)):
            lead = (Run("- " if number == 0 else "  ", "dim"),)
            words = (*head, Run(": " if head else ""), *value)
            yield from indented(words, width, lead, (Run("    "),))


def _row(row: Sequence[Line], widths: Sequence[int]) -> Line:
    runs: list[Run] = []
    for number, (value, size) in enumerate(zip(row, widths, strict=True)):
        gap = GAP if number + 1 < len(widths) else 0
        runs += [*value, Run(" " * (size - line_cells(value) + gap))]
    return tuple(runs)


def blank(item: Hashable = None) -> Para:
    """An empty line."""
    return Para((), item=item)


def numbered(answers: Iterable[tuple[Hashable, str]]) -> list[Block]:
    """Answers as items, each with its number: the item that it is, and its words."""
    return [
        Para((Run(words),), (Run(" "), Run(f"{number} ", "key")), (Run("   "),), item=item)
        for number, (item, words) in enumerate(answers, 1)
    ]


def joined(parts: Iterable[list[Block]]) -> list[Block]:
    """Parts below each other, with an empty line between."""
    blocks: list[Block] = []
    for part in parts:
        if blocks and part:
            blocks.append(blank())
        blocks += part
    return blocks


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an item stands among the lines: `first` up to, not including, `end`."""

    item: Hashable
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Laid:
    """Blocks as lines, and the items in them, from above."""

    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]


def lay(blocks: Iterable[Block], width: int) -> Laid:
    """Lay blocks out below each other."""
    lines: list[Line] = []
    spots: list[Spot] = []
    for block in blocks:
        start = len(lines)
        lines += block.lines(width)
        if block.item is None:
            continue
        if spots and spots[-1].item == block.item and spots[-1].end == start:
            spots[-1] = Spot(block.item, spots[-1].first, len(lines))
        else:
            spots.append(Spot(block.item, start, len(lines)))
    return Laid(tuple(lines), tuple(spots))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts beside each other under one heading; below each other where there is no room.

    Attributes:
        heading: what both speak about.
        left: lines of the one.
        right: lines of the other.
    """

    heading: Line
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    item: Hashable = None

    BESIDE_FROM: ClassVar[int] = 56
    """Cells from which two columns are legible."""

    def lines(self, width: int) -> list[Line]:
        """Its lines at a width in cells."""
        if width < self.BESIDE_FROM:
            return [self.heading, *self._below(width)]
        column = (width - 3) // 2
        left = [part for line in self.left for part in indented(line, column, (), (Run("  "),))]
        right = [part for line in self.right for part in indented(line, column, (), (Run("  "),))]
        height = max(len(left), len(right))
        left += [()] * (height - len(left))
        right += [()] * (height - len(right))
        bar = Run(" │ ", "rule")
        beside = [
            (*one, Run(" " * (column - line_cells(one))), bar, *other)
            for one, other in zip(left, right, strict=True)
        ]
        return [self.heading, *beside] if self.heading else beside

    def _below(self, width: int) -> Iterable[Line]:
        for mark, lines in (("A ", self.left), ("B ", self.right)):
            for line in lines:
                yield from indented(line, width, (Run(mark, "key"),), (Run("  "),))
