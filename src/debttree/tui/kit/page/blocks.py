"""Blocks: paragraphs and tables that wrap themselves into lines, and the items in them that a cursor visits."""

import sys
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count, zip_longest
from math import inf
from time import thread_time
from typing import ClassVar, Protocol

from debttree.tui.kit.page.lazily import Lazily
from debttree.tui.kit.page.runs import Line, Run, line_cells
from debttree.tui.kit.page.wrap import indented

GAP = 2
"""Cells between columns, and between words and those at the right edge."""

LINES_BETWEEN_LOOKS = 20
"""Lines that are made between two checks of the clock, since on some machines a check takes as long as some lines."""


class Block(Protocol):
    """A part of a page with its own lines. Neighbouring blocks of the same item are one place for the cursor."""

    @property
    def item(self) -> Hashable:
        """The value that the block stands for if the cursor can visit it; else None."""

    def lines(self, width: int) -> Iterable[Line]:
        """Return its lines, wrapped at a width in cells."""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph.

    Attributes:
        words: its words.
        first: put before its first line; the first cell of an item is for the cursor.
        rest: put before its other lines.
        right: put at the right edge of the first line, or below if there is no room.
    """

    words: Line
    first: Line = ()
    rest: Line = ()
    right: Line = ()
    item: Hashable = None

    def lines(self, width: int) -> Iterator[Line]:
        """Yield its lines at a width in cells, one by one."""
        beside = line_cells(self.right)
        room = width - beside - GAP
        if not self.right or room < width * 0.55:
            yield from indented(self.words, width, self.first, self.rest)
            if self.right:
                yield from indented(self.right, width, self.rest, self.rest)
            return
        lines = indented(self.words, room, self.first, self.rest)
        head = next(lines)
        yield (*head, Run(" " * (width - beside - line_cells(head))), *self.right)
        yield from lines


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: columns side by side if they fit, else each row as a list of headings and values."""

    heading: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    item: Hashable = None

    def lines(self, width: int) -> Iterator[Line]:
        """Yield its lines at a width in cells, one by one."""
        widths = self._widths(width)
        if not widths:
            for row in self.rows:
                yield from self._listed(row, width)
            return
        yield _row(self.heading, widths)
        yield (Run("─" * (sum(widths) + GAP * (len(widths) - 1)), "dim"),)
        for row in self.rows:
            yield _row(row, widths)

    def _widths(self, room: int) -> list[int]:
        """Return the width of each column in cells; empty if they do not fit."""
        widths: list[int] = []
        left = room + GAP
        for column in range(len(self.heading)):
            widths.append(max(line_cells(row[column]) for row in (self.heading, *self.rows)))
            left -= widths[-1] + GAP
            if left < 0:
                return []
        return widths

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
    """Return an empty line as a block."""
    return Para((), item=item)


def numbered(answers: Iterable[tuple[Hashable, str]]) -> list[Block]:
    """Return answers as items with numbers, given the item and words of each."""
    return [
        Para((Run(words),), (Run(" "), Run(f"{number} ", "key")), (Run("   "),), item=item)
        for number, (item, words) in enumerate(answers, 1)
    ]


def headed(words: str, below: Iterable[Block]) -> Iterator[Block]:
    """Yield a heading and what stands below it; nothing where there is nothing."""
    for number, block in enumerate(below):
        if not number:
            yield Para((Run(words, "heading"),), (Run(" "),))
        yield block


def joined(parts: Iterable[Iterable[Block]]) -> Iterator[Block]:
    """Return parts one below the other, with an empty line between."""
    before = False
    for part in parts:
        for number, block in enumerate(part):
            if before and not number:
                yield blank()
            before = True
            yield block


@dataclass(frozen=True, slots=True)
class Spot:
    """The lines of an item: `first` up to, not including, `end`."""

    item: Hashable
    first: int
    end: int


class Laid:
    """The lines of blocks one below the other, and the items in them, from top to bottom.

    Lines are made on demand, so that nobody waits for a text with thousands of lines.

    Attributes:
        lines: the lines made so far.
        spots: the items whose first line has been made.
        items: every item, from top to bottom, even if its lines are not made yet.
    """

    def __init__(self, blocks: Iterable[Block], width: int) -> None:
        self.lines: list[Line] = []
        self.spots: list[Spot] = []
        blocks = blocks if isinstance(blocks, Lazily) else Lazily(blocks)
        self.items = Lazily(_names(blocks))
        self._to_come = self._made(blocks, width)
        self.is_whole = False

    def reach(self, length: int, seconds: float = inf) -> None:
        """Make lines until there are `length` of them, or all, or `seconds` of work are done; but at least some."""
        end = thread_time() + seconds
        while len(self.lines) < length and not self.is_whole:
            line = next(self._to_come, None)
            if line is None:
                self.is_whole = True
                return
            self.lines.append(line)
            if len(self.lines) % LINES_BETWEEN_LOOKS == 0 and thread_time() >= end:
                return

    def _made(self, blocks: Iterable[Block], width: int) -> Iterator[Line]:
        """Yield the lines in order, extending the spots of items."""
        before: Hashable = None
        for block in blocks:
            for line in block.lines(width):
                if block.item is not None:
                    self._grow(block.item, block.item == before)
                before = block.item
                yield line

    def _grow(self, item: Hashable, goes_on: bool) -> None:
        """Extend the spot of an item by a line."""
        end = len(self.lines) + 1
        if goes_on:
            self.spots[-1] = Spot(item, self.spots[-1].first, end)
        else:
            self.spots.append(Spot(item, end - 1, end))


def _names(blocks: Iterable[Block]) -> Iterator[Hashable]:
    """Yield the distinct items of blocks."""
    before: Hashable = None
    for block in blocks:
        if block.item is not None and block.item != before:
            yield block.item
        before = block.item


class Flow(Lazily[Block]):
    """Blocks one below the other, also as one block, with their lines at the width that was asked for last."""

    item: Hashable = None

    def __init__(self, blocks: Iterable[Block]) -> None:
        super().__init__(blocks)
        self._laid: tuple[int, Laid] | None = None

    def laid(self, width: int) -> Laid:
        """Return their lines at a width in cells: those made before, if it is the same."""
        if self._laid is None or self._laid[0] != width:
            self._laid = width, Laid(self, width)
        return self._laid[1]

    def lines(self, width: int) -> Iterator[Line]:
        """Yield their lines at a width in cells, one by one."""
        laid = self.laid(width)
        for number in count():
            if number == len(laid.lines):
                laid.reach(number + 1)
                if laid.is_whole:
                    return
            yield laid.lines[number]


def lay(blocks: Iterable[Block], width: int) -> Laid:
    """Lay blocks out one below the other, to the last line."""
    laid = Laid(blocks, width)
    laid.reach(sys.maxsize)
    return laid


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts side by side under one heading, or one below the other if there is no room.

    Attributes:
        heading: of both texts.
        left: lines of the left text.
        right: lines of the right text.
    """

    heading: Line
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    item: Hashable = None

    BESIDE_FROM: ClassVar[int] = 56
    """Least width for two columns, in cells."""

    def lines(self, width: int) -> Iterator[Line]:
        """Yield its lines at a width in cells, one by one."""
        if self.heading or width < self.BESIDE_FROM:
            yield self.heading
        if width < self.BESIDE_FROM:
            yield from self._below(width)
            return
        column = (width - 3) // 2
        bar = Run(" │ ", "rule")
        for one, other in zip_longest(_column(self.left, column), _column(self.right, column), fillvalue=()):
            yield (*one, Run(" " * (column - line_cells(one))), bar, *other)

    def _below(self, width: int) -> Iterable[Line]:
        for mark, lines in (("A ", self.left), ("B ", self.right)):
            for line in lines:
                yield from indented(line, width, (Run(mark, "key"),), (Run("  "),))


def _column(lines: Iterable[Line], width: int) -> Iterator[Line]:
    """Yield the wrapped lines of one side."""
    return chain.from_iterable(indented(line, width, (), (Run("  "),)) for line in lines)


@dataclass(frozen=True, slots=True)
class Made:
    """Lines that are made on demand, at the width needed.

    Attributes:
        make: returns the lines at a width in cells.
    """

    make: Callable[[int], Iterable[Line]]
    item: Hashable = None

    def lines(self, width: int) -> Iterator[Line]:
        """Yield its lines at a width in cells, one by one; a line that is too long is wrapped."""
        for line in self.make(width):
            yield from indented(line, width, (), ())
