"""Draw the map as lines of text: boxes, arcs between them, the way walked, and the cursor.

Rows are drawn on demand, so that the work depends on the size of the window and not of the graph.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import accumulate, islice, pairwise
from typing import NamedTuple, Protocol

from debttree.analysis.columns import Columns
from debttree.analysis.layout import lay_out
from debttree.locales import Phrases
from debttree.locales.words import KINDS
from debttree.model import Node, Text, Tree
from debttree.tui.kit.map.wires import Weights, gap_width, role_of, wires
from debttree.tui.kit.page import ELLIPSIS, Line, Run, cells, fitted, line_cells, plain, wrap
from debttree.tui.kit.page.strokes import DOUBLE, HEAVY, LIGHT, NONE, stroke
from debttree.tui.kit.signs import ELSEWHERE

TITLE_LINES = 3
"""Most lines of a title in a box; a longer one is shown in full beside the map."""

DIGITS = 9
"""Number of choices that have a digit."""

_NARROWEST = 12
"""Least width of a box or name, in cells."""


class Detail(IntEnum):
    """How much of a node is drawn: the less, the more of the graph is seen."""

    DOT = 0
    LINE = 1
    BOX = 2


class Drawable(Protocol):
    """What a map needs to know: a tree, the place of the person, and words."""

    @property
    def tree(self) -> Tree:
        """The tree."""

    @property
    def here(self) -> str:
        """The id of the node where the person is."""

    @property
    def say(self) -> Phrases:
        """Sentences of the program."""

    def name(self, text: Text | None) -> str:
        """Return a text of the tree on one line."""


class MapPoint(NamedTuple):
    """A position on the map: column in cells, and row."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What is highlighted on a map.

    Attributes:
        cursor: id of the node under the cursor.
        here: id of the node where the person is.
        steps: for each node on the way walked, the number of its last step, from 1.
        weights: the lines that are drawn heavier.
    """

    cursor: str = ""
    here: str = ""
    steps: Mapping[str, int] = field(default_factory=dict)
    weights: Weights = field(default_factory=Weights)


class Map:
    """A drawing of columns of nodes.

    Args:
        widest: greatest width of a box, in cells.
    """

    def __init__(self, guide: Drawable, columns: Columns, form: Detail, widest: int) -> None:
        self._guide = guide
        self._columns = columns
        self.form = form
        items = range(len(columns.nodes))
        self._room = widest - 4
        self._texts: dict[int, tuple[Line, ...]] = {}
        self._heights = [self._height(item) for item in items]
        insets = [int(form is Detail.BOX and not pointer) for pointer in columns.pointer]
        self.layout = lay_out(columns, self._heights, insets)
        self._tops = [[self.layout.tops[item] for item in column] for column in self.layout.columns]
        self._column_of = {item: number for number, column in enumerate(columns.columns) for item in column}
        self._widths = [max(map(self._width, column), default=0) for column in self.layout.columns]
        gaps = [*map(gap_width, self.layout.channels), 0]
        sizes = [size for pair in zip(self._widths, gaps, strict=True) for size in pair]
        self._starts = [0, *accumulate(sizes)]
        """Where columns (even places) and the gaps after them (odd places) begin; at the end the whole width."""

    @property
    def width(self) -> int:
        """Width of the drawing, in cells."""
        return self._starts[-1]

    @property
    def height(self) -> int:
        """Height of the drawing, in rows."""
        return self.layout.height

    @property
    def nodes(self) -> int:
        """Number of nodes drawn."""
        return len(self._columns.item_of)

    # Text and size of an item

    def _node(self, item: int) -> Node:
        return self._guide.tree.nodes[self._columns.nodes[item]]

    def _title(self, item: int) -> str:
        return self._guide.name(self._node(item).title)

    def _text(self, item: int) -> tuple[Line, ...]:
        """Return the lines of an item's title, wrapped when they are first needed."""
        if item not in self._texts:
            self._texts[item] = tuple(self._broken(item))
        return self._texts[item]

    def _broken(self, item: int) -> list[Line]:
        if self.form is Detail.DOT:
            return []
        title: Line = (Run(self._title(item)),)
        if self.form is Detail.LINE or self._columns.pointer[item]:
            return [fitted(title, self._room)]
        lines = list(wrap(title, self._room))
        if len(lines) > TITLE_LINES:
            last = (Run(plain(lines[TITLE_LINES - 1]) + ELLIPSIS),)
            lines = [*lines[: TITLE_LINES - 1], fitted(last, self._room)]
        return lines

    def _height(self, item: int) -> int:
        if self.form is not Detail.BOX or self._columns.pointer[item]:
            return 1
        return 3 if cells(self._title(item)) <= self._room else 2 + len(self._text(item))

    def _width(self, item: int) -> int:
        if self.form is Detail.DOT:
            return 3
        plus, words = cells(self._plus(item)), cells(self._title(item))
        if words > self._room:
            words = max(map(line_cells, self._text(item))) if self.form is Detail.BOX else self._room
        if self.form is Detail.BOX:
            foot = cells(self._standing(item)) + plus + (1 if plus else 0)
            return max(words + 4, foot + 4, _NARROWEST)
        return max(words + 4 + plus, _NARROWEST)

    def _plus(self, item: int) -> str:
        """Return the number of nodes that an item's arcs lead to and that are not drawn next to it."""
        more = self._columns.left_out[item] + self.layout.undrawn[item]
        return f" +{more}" if more else ""

    # Positions

    def __contains__(self, node: str) -> bool:
        return node in self._columns.item_of

    def spot(self, node: str) -> MapPoint:
        """Return the position of a drawn node."""
        item = self._columns.item_of[node]
        column = self._column_of[item]
        return MapPoint(
            self._starts[2 * column], self.layout.tops[item], self._widths[column], self._heights[item]
        )

    def before(self, node: str) -> int:
        """Return the left edge of the column before a node's, in cells; of its own if it is the first."""
        column = self._column_of[self._columns.item_of[node]]
        return self._starts[max(2 * column - 2, 0)]

    def at(self, x: int, y: int) -> str | None:
        """Return the node at a cell, or None."""
        part = bisect_right(self._starts, x) - 1
        if part < 0 or part % 2 or part >= len(self._starts) - 1:
            return None
        item = self._item(part // 2, y)
        return None if item is None else self._columns.nodes[item]

    def is_rim(self, node: str) -> bool:
        """Return whether a node is in the last column and has arcs to nodes not drawn."""
        item = self._columns.item_of[node]
        return self._column_of[item] == len(self._widths) - 1 and self._columns.left_out[item] > 0

    def drawn_ahead(self, node: str) -> list[str]:
        """Return the nodes that drawn lines from a node lead to, from top to bottom, without pointers."""
        links = self.layout.links[self._columns.item_of[node]]
        return self._from_above([item for item in links if not self._columns.pointer[item]])

    def drawn_before(self, node: str) -> list[str]:
        """Return the nodes from which drawn lines lead to a node, from top to bottom."""
        item = self._columns.item_of[node]
        column = self._column_of[item]
        if not column:
            return []
        return self._from_above(self.layout.channels[column - 1].sources.get(item, ()))

    def beside(self, node: str, by: int) -> str:
        """Return the next node of the column, above if `by` is negative; at the column's end the node itself."""
        item = self._columns.item_of[node]
        column = self.layout.columns[self._column_of[item]]
        own = [other for other in column if not self._columns.pointer[other]]
        place = own.index(item) + by
        return self._columns.nodes[own[min(max(place, 0), len(own) - 1)]]

    def _from_above(self, items: Sequence[int]) -> list[str]:
        return [self._columns.nodes[item] for item in sorted(items, key=self.layout.ports.__getitem__)]

    def _item(self, column: int, row: int) -> int | None:
        """Return the item of a column that covers a row, or None."""
        number = bisect_right(self._tops[column], row) - 1
        if number < 0:
            return None
        item = self.layout.columns[column][number]
        return item if row < self.layout.tops[item] + self._heights[item] else None

    # Highlights

    def marks(self, cursor: str, ways_on: Sequence[str], way: Sequence[str]) -> Marks:
        """Return the highlights for a cursor position.

        Args:
            cursor: id of the node under the cursor.
            ways_on: ids of the targets of its choices, in order.
            way: ids of the nodes of the path walked. If no line joins two successive nodes, only the nodes are
                highlighted.
        """
        item_of = self._columns.item_of
        walked: dict[int, set[int]] = {}
        for source, target in pairwise(way):
            ends = self._ends(source, target)
            if ends:
                walked.setdefault(item_of[source], set()).update(ends)
        item = item_of.get(cursor, -1)
        before = [item_of[node] for node in self.drawn_before(cursor)] if item >= 0 else ()
        numbers: dict[int, int] = {}
        for number, target in enumerate(islice(ways_on, DIGITS), 1):
            for end in self._ends(cursor, target):
                numbers.setdefault(end, number)
        steps = {node: number for number, node in enumerate(way, 1)}
        return Marks(cursor, way[-1], steps, Weights(item, frozenset(before), walked, numbers))

    def _ends(self, source: str, target: str) -> list[int]:
        """Return the items of the target node to which lines from the source lead."""
        if source not in self._columns.item_of:
            return []
        links = self.layout.links[self._columns.item_of[source]]
        return [item for item in links if self._columns.nodes[item] == target]

    # Rows

    def row(self, y: int, left: int, right: int, marks: Marks) -> tuple[int, Line]:
        """Return a part of one row.

        Args:
            y: number of the row.
            left: column of the first cell.
            right: column behind the last cell.
            marks: the highlights.

        Returns:
            The column at which the runs begin, at or before `left`, and the runs.
        """
        first = max(bisect_right(self._starts, left) - 1, 0)
        runs: list[Run] = []
        for part in range(first, len(self._starts) - 1):
            start = self._starts[part]
            if start >= right:
                break
            if part % 2 == 0:
                runs += self._item_row(part // 2, y, marks)
            elif part // 2 < len(self.layout.channels):
                clip = range(max(left - start, 0), right - start)
                runs += self._gap_row(part // 2, y, clip, marks)
        begins = max(self._starts[first], left) if first % 2 else self._starts[first]
        return begins, tuple(runs)

    def _gap_row(self, number: int, y: int, clip: range, marks: Marks) -> list[Run]:
        leaving, arriving = (self._with_port(column, y) for column in (number, number + 1))
        return wires(self.layout, number, y, leaving, arriving, clip, marks.weights)

    def _with_port(self, column: int, y: int) -> int | None:
        item = self._item(column, y)
        return item if item is not None and self.layout.ports[item] == y else None

    def _item_row(self, column: int, y: int, marks: Marks) -> Iterator[Run]:
        width = self._widths[column]
        item = self._item(column, y)
        if item is None:
            return iter((Run(" " * width),))
        if self._columns.pointer[item]:
            words = (run for line in self._text(item) for run in line)
            return _filled((Run(f"{ELSEWHERE} ", "dim"), *_roled(tuple(words), "dim")), width)
        if self.form is Detail.BOX:
            return self._box_row(item, y - self.layout.tops[item], width, marks)
        return self._line_row(item, width, marks)

    def _box_row(self, item: int, row: int, width: int, marks: Marks) -> Iterator[Run]:
        number = self._columns.nodes[item]
        pointed = number == marks.cursor
        over = " cursor" if pointed else ""
        weight = DOUBLE if number in marks.steps else HEAVY if pointed else LIGHT
        edge = role_of(weight) + over
        if row == 0:
            yield from _edge(_roled(self._head(item, marks), over), width, weight, edge, "down")
            return
        if row == self._heights[item] - 1:
            yield from _edge(_roled(self._foot(item), over), width, weight, edge, "up")
            return
        text = self._text(item)[row - 1]
        leaves = row == 1 and self.layout.links[item]
        yield Run(stroke(up=weight, down=weight), edge)
        yield Run("›" if pointed and row == 1 else " ", "key" + over)
        yield from _roled(text, ("strong" if number == marks.here or pointed else "") + over)
        yield Run(" " * (width - 3 - line_cells(text)), over)
        out = marks.weights.leaving(item) if leaves else NONE
        yield Run(stroke(up=weight, right=out, down=weight), edge)

    def _head(self, item: int, marks: Marks) -> Line:
        """Return the words in the upper edge of a box: kind, step number, and whether the node brings a consequence."""
        node = self._node(item)
        step = marks.steps.get(self._columns.nodes[item])
        return (
            Run(f" {KINDS[node.kind].glyph} ", node.kind.value),
            Run(f"{step} " if step else "", "walked"),
            Run("! " if node.brings else "", "bad"),
        )

    def _foot(self, item: int) -> Line:
        """Return the words in the lower edge of a box: whether the person is here, and how many arcs are not drawn."""
        plus = self._plus(item)
        return (Run(self._standing(item), "walked"), Run(f"{plus} " if plus else "", "dim"))

    def _standing(self, item: int) -> str:
        """Return the words for "you are here" if the person is at this item; else nothing."""
        here = self.form is Detail.BOX and self._node(item).id == self._guide.here
        return f" {self._guide.say('you are here')} " if here and not self._columns.pointer[item] else ""

    def _line_row(self, item: int, width: int, marks: Marks) -> Iterator[Run]:
        number, node = self._columns.nodes[item], self._node(item)
        pointed, walked, here = number == marks.cursor, number in marks.steps, number == marks.here
        over = " cursor" if pointed else ""
        runs: Line = (
            Run("›" if pointed else "║" if walked else " ", "walked" + over),
            Run(KINDS[node.kind].glyph, node.kind.value + over),
        )
        if self.form is Detail.LINE:
            role = "strong" if here else "walked" if walked else ""
            title = _roled(self._text(item)[0], role + over)
            runs = (*runs, Run(" ", over), *title, Run(self._plus(item), "dim" + over))
        runs = (*runs, Run("‹" if here else " ", "walked" + over))
        weight = marks.weights.leaving(item) if self.layout.links[item] else 0
        return _filled(runs, width, stroke(right=weight, left=weight), role_of(weight))


def _roled(line: Line, role: str) -> Line:
    """Return the line with one more role."""
    return tuple(Run(run.text, f"{run.role} {role}".strip()) for run in line)


def _filled(runs: Line, width: int, fill: str = " ", role: str = "") -> Iterator[Run]:
    yield from runs
    yield Run(fill * (width - line_cells(runs)), role)


def _edge(words: Line, width: int, weight: int, role: str, arm: str) -> Iterator[Run]:
    """Yield the upper or lower edge of a box, with as many of its words as fit."""
    line = stroke(left=weight, right=weight)
    left, right = (stroke(**{side: weight, arm: weight}) for side in ("right", "left"))
    words = fitted(words, width - 4)
    yield Run(left + line, role)
    yield from words
    yield Run(line * (width - 3 - line_cells(words)) + right, role)
