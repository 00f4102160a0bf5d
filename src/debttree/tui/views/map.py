"""The map as lines of text: boxes, the arcs between them, the way walked, and what the cursor rests on.

Only what is asked for is drawn, row by row, so that the work depends on the window and not on the graph.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from itertools import accumulate, groupby

from debttree.analysis.columns import Columns
from debttree.analysis.layout import Layout, lay_out
from debttree.analysis.tracks import STRAIGHT, Channel
from debttree.model import Node
from debttree.tui.page import Line, Run, cells, fitted, line_cells, plain, wrap
from debttree.tui.page.strokes import DOUBLE, HEAVY, LIGHT, NONE, Arms, stroke
from debttree.tui.views.scene import Scene
from debttree.tui.views.signs import GLYPHS

ELSEWHERE = "↩"
"""Stands before the name of a node whose own box stands elsewhere: a loop, or ways that come together."""

TITLE_LINES = 3
"""Lines of a title in a box; what is longer is read in full beside the map."""


class Form(Enum):
    """How much of a node is drawn."""

    BOX = "box"
    LINE = "line"
    DOT = "dot"


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands out in a map.

    Attributes:
        cursor: the node that the cursor rests on.
        here: the node where the person stands.
        steps: for each node on the way the last step at which it was met, from 1.
        links: how strongly the lines between two items are drawn, where not lightly.
    """

    cursor: int = -1
    here: int = -1
    steps: Mapping[int, int] = field(default_factory=dict)
    links: Mapping[int, Mapping[int, int]] = field(default_factory=dict)


class Map:
    """A drawing of some columns, row by row."""

    def __init__(self, scene: Scene, names: Sequence[str], columns: Columns, form: Form, widest: int) -> None:
        """Lay the columns out.

        Args:
            names: the id of each node, by its number.
            widest: cells of a box at most.
        """
        self.scene = scene
        self.names = names
        self.items = columns
        self.form = form
        self._text = lru_cache(maxsize=1024)(self._lines_of)
        wanted = [self._width(item, widest) for item in range(len(columns.nodes))]
        self._widths = [max((wanted[item] for item in column), default=0) for column in columns.columns]
        column_of = {item: number for number, column in enumerate(columns.columns) for item in column}
        self._column_of = column_of
        self._heights = [self._height(item, wanted[item], widest) for item in range(len(columns.nodes))]
        gap = 0
        doors = [int(form is Form.BOX and not pointer) for pointer in columns.pointer]
        self.layout = lay_out(columns, [height + gap for height in self._heights], doors)
        self._place_columns()

    def _place_columns(self) -> None:
        layout = self.layout
        self._tops = [[layout.tops[item] for item in column] for column in layout.columns]
        self._gaps = [_channel_width(channel) for channel in layout.channels]
        parts = [
            size for pair in zip(self._widths, [*self._gaps, 0], strict=True) for size in pair
        ]
        self._starts = [0, *accumulate(parts)]
        self.width, self.height = self._starts[-1], layout.height

    # What an item says

    def node(self, item: int) -> Node:
        """The node that an item stands for."""
        return self.scene.tree.nodes[self.names[self.items.nodes[item]]]

    def title(self, item: int) -> str:
        """What an item is called."""
        return self.scene.name(self.node(item).title)

    def _width(self, item: int, widest: int) -> int:
        """Cells that an item would like to take."""
        if self.form is Form.DOT:
            return 3
        if self.items.pointer[item]:
            return min(cells(self.title(item)) + 3, widest)
        room = 4 if self.form is Form.BOX else 8
        return max(min(cells(self.title(item)) + room, widest), 12)

    def _height(self, item: int, wanted: int, widest: int) -> int:
        if self.form is not Form.BOX or self.items.pointer[item]:
            return 1
        return 2 + (TITLE_LINES if cells(self.title(item)) + 4 > widest else 1)

    def _lines_of(self, item: int) -> tuple[Line, ...]:
        """The title of a box, wrapped."""
        inner = self._widths[self._column_of[item]] - 4
        lines = wrap((Run(self.title(item)),), inner)
        room = self._heights[item] - 2
        if len(lines) > room:
            rest = " ".join(plain(line) for line in lines[room - 1 :])
            lines = [*lines[: room - 1], fitted((Run(rest),), inner)]
        return tuple(lines)

    # Where things stand

    def region(self, node: int) -> tuple[int, int, int, int] | None:
        """Column, row, width and height of a node's item; None where it has none here."""
        item = self.items.item_of.get(node)
        if item is None:
            return None
        column = self._column_of[item]
        return self._starts[2 * column], self.layout.tops[item], self._widths[column], self._heights[item]

    def at(self, x: int, y: int) -> int | None:
        """The node whose item covers a cell."""
        part = bisect_right(self._starts, x) - 1
        if part < 0 or part % 2 or part // 2 >= len(self.layout.columns):
            return None
        item = self._item(part // 2, y)
        return None if item is None else self.items.nodes[item]

    def _item(self, column: int, row: int) -> int | None:
        """The item of a column that covers a row."""
        number = bisect_right(self._tops[column], row) - 1
        if number < 0:
            return None
        item = self.layout.columns[column][number]
        return item if row < self.layout.tops[item] + self._heights[item] else None

    # One row

    def row(self, y: int, left: int, right: int, marks: Marks) -> tuple[int, Line]:
        """One row of what lies between two columns of cells.

        Returns:
            The cell at which the runs begin, at or before `left`, and the runs.
        """
        first = max(bisect_right(self._starts, left) - 1, 0)
        start = self._starts[first]
        runs: list[Run] = []
        part = first
        while part < len(self._starts) - 1 and self._starts[part] < right:
            number = part // 2
            if part % 2 == 0:
                runs += self._item_row(number, y, marks)
            elif number < len(self.layout.channels):
                clip = range(max(left - self._starts[part], 0), right - self._starts[part])
                runs += self._channel_row(number, y, clip, marks)
            part += 1
        return start, tuple(runs)

    def _item_row(self, column: int, y: int, marks: Marks) -> list[Run]:
        width = self._widths[column]
        item = self._item(column, y)
        if item is None:
            return [Run(" " * width)]
        if self.items.pointer[item]:
            words = (Run(f"{ELSEWHERE} {self.title(item)}" if self.form is Form.BOX else ELSEWHERE, "dim"),)
            return [*_filled(fitted(words, width), width, " ")]
        if self.form is Form.BOX:
            return self._box_row(item, y - self.layout.tops[item], width, marks)
        return self._line_row(item, width, marks)

    def _box_row(self, item: int, row: int, width: int, marks: Marks) -> list[Run]:
        node = self.items.nodes[item]
        pointed = node == marks.cursor
        weight = DOUBLE if node in marks.steps else HEAVY if pointed else LIGHT
        role = "walked" if weight == DOUBLE else "accent" if pointed else "dim"
        over = " cursor" if pointed else ""
        if row in (0, self._heights[item] - 1):
            return _rule(self._head(item, marks) if row == 0 else self._foot(item, marks), width, row == 0, weight, role + over, over)
        upright = Arms(up=weight, down=weight)
        text = self._text(item)[row - 1]
        side = stroke(upright)
        out = side
        if row == 1 and self.layout.links[item]:
            out = stroke(upright._replace(right=self._strongest(item, marks)))
        pad = " " * (width - 4 - line_cells(text))
        title_role = ("strong" if node == marks.here or pointed else "") + over
        return [
            Run(side, role + over),
            Run("›" if pointed and row == 1 else " ", "key" + over),
            *(Run(run.text, title_role) for run in text),
            Run(pad + " ", over),
            Run(out, role + over),
        ]

    def _head(self, item: int, marks: Marks) -> list[Run]:
        node = self.node(item)
        runs = [Run(f" {GLYPHS[node.kind]} ", node.kind.value)]
        step = marks.steps.get(self.items.nodes[item])
        if step is not None:
            runs.append(Run(f"{step} ", "walked"))
        if node.brings:
            runs.append(Run("! ", "bad"))
        return runs

    def _foot(self, item: int, marks: Marks) -> list[Run]:
        runs = []
        if self.items.nodes[item] == marks.here:
            runs.append(Run(f" {self.scene.say('you are here')} ", "walked"))
        more = self._more(item)
        if more:
            runs.append(Run(f" +{more} ", "dim"))
        return runs

    def _more(self, item: int) -> int:
        return self.items.left_out[item] + self.layout.undrawn[item]

    def _line_row(self, item: int, width: int, marks: Marks) -> list[Run]:
        number = self.items.nodes[item]
        node = self.node(item)
        pointed = number == marks.cursor
        over = " cursor" if pointed else ""
        walked = number in marks.steps
        lead = "›" if pointed else "║" if walked else " "
        tail = "‹" if number == marks.here else " "
        glyph = GLYPHS[node.kind]
        if self.form is Form.DOT:
            runs: Line = (Run(lead, "walked" + over), Run(glyph, node.kind.value + over), Run(tail, "walked" + over))
        else:
            more = self._more(item)
            plus = f" +{more}" if more else ""
            role = "strong" if number == marks.here else "walked" if walked else ""
            title = fitted((Run(self.title(item), role + over),), width - 4 - cells(plus))
            runs = (
                Run(lead, "walked" + over),
                Run(glyph + " ", node.kind.value + over),
                *title,
                Run(plus, "dim" + over),
                Run(tail, "walked" + over),
            )
        if self.layout.links[item]:
            weight = self._strongest(item, marks)
            return _filled(runs, width, stroke(Arms(right=weight, left=weight)), _role(weight))
        return _filled(runs, width, " ")

    # The lines between two columns

    def _strongest(self, item: int, marks: Marks) -> int:
        return max(marks.links.get(item, {}).values(), default=LIGHT)

    def _channel_row(self, number: int, y: int, clip: range, marks: Marks) -> list[Run]:
        """The lines that pass one row between two columns."""
        channel, layout = self.layout.channels[number], self.layout
        width = self._gaps[number]
        step = _step(channel)
        level = [[NONE, NONE] for _ in range(width)]  # to the left, to the right

        def turn(item: int) -> int:
            track = channel.track_of[item]
            return 0 if track == STRAIGHT else 1 + track * step

        leaving = self._item(number, y)
        if leaving is not None and layout.ports[leaving] == y and layout.links[leaving]:
            weight = self._strongest(leaving, marks)
            end = width if channel.track_of[leaving] == STRAIGHT else turn(leaving)
            _draw(level, 0, end, weight, open_left=True)
        arriving = self._item(number + 1, y)
        if arriving is not None and layout.ports[arriving] == y:
            for source in channel.sources.get(arriving, ()):
                weight = marks.links.get(source, {}).get(arriving, LIGHT)
                straight = channel.track_of[source] == STRAIGHT
                _draw(level, turn(source), width, weight, open_left=straight)
        else:
            arriving = None
        found: list[tuple[str, str]] = []
        for x in range(clip.start, min(clip.stop, width)):
            to_left, to_right = level[x]
            track, offset = divmod(x - 1, step)
            arms = Arms(left=to_left, right=to_right)
            if x > 0 and not offset and track < len(channel.tracks):
                item = channel.tracks[track].at(y)
                if item is not None:
                    arms = self._crossed(arms, item, y, arriving, marks)
            if x == width - 1 and arms.right:
                found.append(("▶", _role(arms.right)))
            else:
                found.append((stroke(arms, soft=True), _role(max(arms))))
        return [Run("".join(c for c, _ in group), role) for role, group in groupby(found, key=lambda cell: cell[1])]

    def _crossed(self, arms: Arms, item: int, y: int, arriving: int | None, marks: Marks) -> Arms:
        """The arms of a cell through which the upright part of an item's lines goes.

        Lines that have nothing to do with each other do not meet: the stronger one passes over the other.
        """
        layout = self.layout
        port = layout.ports[item]
        ends = [layout.ports[target] for target in layout.links[item]]
        up = LIGHT if y > min(port, *ends) else NONE
        down = LIGHT if y < max(port, *ends) else NONE
        for target, weight in marks.links.get(item, {}).items():
            first, last = sorted((port, layout.ports[target]))
            if first < y <= last:
                up = max(up, weight)
            if first <= y < last:
                down = max(down, weight)
        joined = y == port or (arriving is not None and arriving in layout.links[item])
        if joined:
            return arms._replace(up=up, down=down)
        if max(arms) > max(up, down):
            return arms
        return Arms(up=up, down=down)


def _draw(level: list[list[int]], start: int, end: int, weight: int, *, open_left: bool) -> None:
    """Draw along a row from one cell to another; where it turns it has one arm only."""
    for x in range(start, min(end + 1, len(level))):
        if x > start or open_left:
            level[x][0] = max(level[x][0], weight)
        if x < end:
            level[x][1] = max(level[x][1], weight)


def _role(weight: int) -> str:
    return {DOUBLE: "walked", HEAVY: "accent"}.get(weight, "dim")


def _step(channel: Channel) -> int:
    """Cells from track to track: two where there are few, so that lines are told apart."""
    return 2 if len(channel.tracks) <= 3 else 1


def _channel_width(channel: Channel) -> int:
    return max(len(channel.tracks), 1) * _step(channel) + 3


def _filled(runs: Sequence[Run], width: int, fill: str, role: str = "") -> list[Run]:
    return [*runs, Run(fill * (width - line_cells(runs)), role)]


def _rule(runs: list[Run], width: int, top: bool, weight: int, role: str, over: str) -> list[Run]:
    """The upper or lower edge of a box with words in it."""
    arm = {"down" if top else "up": weight}
    left, right = stroke(Arms(right=weight, **arm)), stroke(Arms(left=weight, **arm))
    line = stroke(Arms(left=weight, right=weight))
    taken = line_cells(runs)
    if taken + 3 > width:
        runs, taken = [], 0
    rest = Run(line * (width - 3 - taken) + right, role)
    return [Run(left + line, role), *(Run(run.text, run.role + over) for run in runs), rest]
