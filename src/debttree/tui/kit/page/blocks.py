"""Blocks: paragraphs and tables that lay themselves out in lines, and the items a cursor visits in them."""

import sys
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from math import inf
from time import thread_time
from typing import ClassVar, Protocol

from debttree.tui.kit.page.lazily import Lazily
from debttree.tui.kit.page.runs import Line, Run, line_cells
from debttree.tui.kit.page.wrap import indented

GAP = 2
"""Cells between columns, and between words and what stands at the right edge."""

LINES_BETWEEN_LOOKS = 20
"""Lines that are made between two looks at the clock, which itself takes as long as some lines on some machines."""


class Block(Protocol):
    """Something that takes lines of its own. Neighbouring blocks of one item are one place for the cursor."""

    @property
    def item(self) -> Hashable:
        """What it stands for, where a person can point at it; else None."""

    def lines(self, width: int) -> Iterable[Line]:
        """Return its lines at a width in cells."""


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
    """A table: columns side by side where they fit, else each row as a list of heading and value."""

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
        """Return the cells of each column; none where they do not fit, and then the further ones are not measured."""
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
    """Return an empty line."""
    return Para((), item=item)


def numbered(answers: Iterable[tuple[Hashable, str]]) -> list[Block]:
    """Return answers as items, each with its number: the item that it is, and its words."""
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
    """Parts below each other, with an empty line between."""
    before = False
    for part in parts:
        for number, block in enumerate(part):
            if before and not number:
                yield blank()
            before = True
            yield block


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an item stands among the lines: `first` up to, not including, `end`."""

    item: Hashable
    first: int
    end: int


class Laid:
    """Blocks laid out below each other: their lines, and the items in them, from above.

    Lines are made as far as they are asked for, so that nobody waits for those of a text that takes thousands.

    Attributes:
        lines: those made so far.
        spots: the items whose first line is made.
        items: every item, from above, whether its lines are made or not.
    """

    def __init__(self, blocks: Iterable[Block], width: int) -> None:
        self.lines: list[Line] = []
        self.spots: list[Spot] = []
        blocks = blocks if isinstance(blocks, Lazily) else Lazily(blocks)
        self.items = Lazily(_names(blocks))
        self._to_come = self._made(blocks, width)
        self.is_whole = False

    def reach(self, length: int, seconds: float = inf) -> None:
        """Make lines until there are so many, or no more to make, or so much work is done; but some at least."""
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
        """Yield one line after the other; a spot grows with its lines."""
        before: Hashable = None
        for block in blocks:
            for line in block.lines(width):
                if block.item is not None:
                    self._grow(block.item, block.item == before)
                before = block.item
                yield line

    def _grow(self, item: Hashable, goes_on: bool) -> None:
        """Add the next line to an item."""
        end = len(self.lines) + 1
        if goes_on:
            self.spots[-1] = Spot(item, self.spots[-1].first, end)
        else:
            self.spots.append(Spot(item, end - 1, end))


def _names(blocks: Iterable[Block]) -> Iterator[Hashable]:
    """Yield the items of blocks, each once."""
    before: Hashable = None
    for block in blocks:
        if block.item is not None and block.item != before:
            yield block.item
        before = block.item


def lay(blocks: Iterable[Block], width: int) -> Laid:
    """Lay blocks out below each other, to their last line."""
    laid = Laid(blocks, width)
    laid.reach(sys.maxsize)
    return laid


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
    """Yield the lines of one side, wrapped."""
    return chain.from_iterable(indented(line, width, (), (Run("  "),)) for line in lines)


@dataclass(frozen=True, slots=True)
class Made:
    """Lines that are made when they are asked for, at the width that they are asked for.

    Attributes:
        make: makes them at a width in cells.
    """

    make: Callable[[int], Iterable[Line]]
    item: Hashable = None

    def lines(self, width: int) -> Iterator[Line]:
        """Yield its lines at a width in cells, one by one; what is too long for one goes on in the next."""
        for line in self.make(width):
            yield from indented(line, width, (), ())


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks below each other as one, so that those further down are made when they are come to."""

    blocks: Iterable[Block]
    item: Hashable = None

    def lines(self, width: int) -> Iterator[Line]:
        """Yield its lines at a width in cells, one by one."""
        for block in self.blocks:
            yield from block.lines(width)
