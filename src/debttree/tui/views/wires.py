"""The lines between two columns of the map, a row at a time: joined where they belong together, else bridged."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from debttree.analysis.layout import Layout
from debttree.analysis.tracks import STRAIGHT, Channel
from debttree.tui.page import Run
from debttree.tui.page.strokes import DOUBLE, HEAVY, LIGHT, NONE, Arms, stroke

ARROW = "▶"
"""Where a line arrives."""

_ROLES = {NONE: "", LIGHT: "dim", HEAVY: "accent", DOUBLE: "walked"}

_FEW = 3
"""Tracks up to which they stand two cells apart, so that lines are easily told from each other."""


def role_of(weight: int) -> str:
    """How a line of some weight looks."""
    return _ROLES[weight]


@dataclass(frozen=True, slots=True)
class Weights:
    """Which lines stand out: the way walked is double, what leads to or from the cursor is heavy.

    Attributes:
        cursor: the item that the cursor rests on.
        before: the items whose lines lead to it.
        walked: for each item on the way the items that were gone to from there.
        numbers: the number of the cursor's choice that leads to each item.
    """

    cursor: int = -1
    before: Collection[int] = ()
    walked: Mapping[int, Collection[int]] = field(default_factory=dict)
    numbers: Mapping[int, int] = field(default_factory=dict)

    def of(self, source: int, target: int) -> int:
        """How the line from one item to another is drawn."""
        if target in self.walked.get(source, ()):
            return DOUBLE
        return HEAVY if self.cursor in (source, target) else LIGHT

    def leaving(self, source: int) -> int:
        """How the line is drawn by which all arcs leave an item."""
        if source in self.walked:
            return DOUBLE
        return HEAVY if source == self.cursor or source in self.before else LIGHT

    def notable(self, source: int) -> Iterator[tuple[int, int]]:
        """The items to which lines from this one are drawn more strongly than the others, and how."""
        if source in self.before:
            yield self.cursor, HEAVY
        for target in self.walked.get(source, ()):
            yield target, DOUBLE


def gap_width(channel: Channel) -> int:
    """Cells between the two columns: a stub, the tracks, and the arrow."""
    return max(len(channel.tracks), 1) * _step(channel) + 3


def wires(
    layout: Layout,
    number: int,
    y: int,
    leaving: int | None,
    arriving: int | None,
    clip: range,
    weights: Weights,
) -> list[Run]:
    """The cells `clip` of one row between column `number` and the next.

    Args:
        leaving: the item left of the row, whose lines leave in it.
        arriving: the item right of it, whose lines arrive in it.
    """
    return _Row(layout, layout.channels[number], y, leaving, arriving, weights).runs(clip)


def _step(channel: Channel) -> int:
    return 2 if len(channel.tracks) <= _FEW else 1


class _Row:
    """One row of one channel."""

    def __init__(
        self,
        layout: Layout,
        channel: Channel,
        y: int,
        leaving: int | None,
        arriving: int | None,
        weights: Weights,
    ) -> None:
        self._layout = layout
        self._channel = channel
        self._y = y
        self._leaving = leaving if leaving is not None and layout.links[leaving] else None
        self._arriving = -1 if arriving is None else arriving
        self._coming = frozenset(channel.sources.get(self._arriving, ()))
        self._weights = weights
        self._number = self._digit()
        self._width = gap_width(channel)
        self._step = _step(channel)

    def _digit(self) -> str:
        """The digit that follows the arc from the cursor to what stands in this row."""
        if self._weights.cursor not in self._coming:
            return ""
        number = self._weights.numbers.get(self._arriving, 10)
        return str(number) if number < 10 else ""

    def runs(self, clip: range) -> list[Run]:
        level = self._level()
        cells = [self._cell(x, *level[x]) for x in range(clip.start, min(clip.stop, self._width))]
        return [
            Run("".join(sign for sign, _ in group), role)
            for role, group in groupby(cells, key=lambda cell: cell[1])
        ]

    def _level(self) -> list[list[int]]:
        """The arms to the left and right of each cell, from the lines that leave or arrive in this row."""
        level = [[NONE, NONE] for _ in range(self._width)]
        if self._leaving is not None:
            turn = self._turn(self._leaving)
            _draw(level, -1, self._width if turn < 0 else turn, self._weights.leaving(self._leaving))
        begins: dict[int, int] = {}
        for source in self._coming:
            weight, turn = self._weights.of(source, self._arriving), self._turn(source)
            begins[weight] = min(turn, begins.get(weight, turn))
        for weight, turn in begins.items():
            _draw(level, turn, self._width, weight)
        return level

    def _turn(self, item: int) -> int:
        """The cell in which an item's lines turn; -1 where they run straight on."""
        track = self._channel.track_of[item]
        return -1 if track == STRAIGHT else 1 + track * self._step

    def _cell(self, x: int, left: int, right: int) -> tuple[str, str]:
        """The sign of a cell and its role."""
        if x == self._width - 1 and right:
            return ARROW, role_of(right)
        if x == self._width - 2 and self._number:
            return self._number, "key"
        arms = Arms(left=left, right=right)
        track, offset = divmod(x - 1, self._step)
        if x and not offset and track < len(self._channel.tracks):
            turning = self._channel.tracks[track].at(self._y)
            if turning is not None:
                arms = self._met(arms, *turning)
        return stroke(arms, soft=True), role_of(max(arms))

    def _met(self, level: Arms, item: int, first: int, last: int) -> Arms:
        """A cell in which the upright part of an item's lines stands, which spans some rows.

        Lines that have nothing to do with each other do not meet: the stronger one passes over the other.
        """
        upright = self._upright(item, first, last)
        if item == self._leaving or item in self._coming:
            return level._replace(up=upright.up, down=upright.down)
        return level if max(level) > max(upright) else upright

    def _upright(self, item: int, first: int, last: int) -> Arms:
        y, ports = self._y, self._layout.ports
        weight = HEAVY if item == self._weights.cursor else LIGHT
        up = weight if first < y else NONE
        down = weight if y < last else NONE
        for target, weight in self._weights.notable(item):
            first, last = sorted((ports[item], ports[target]))
            if first < y <= last:
                up = max(up, weight)
            if first <= y < last:
                down = max(down, weight)
        return Arms(up=up, down=down)


def _draw(level: list[list[int]], start: int, end: int, weight: int) -> None:
    """Draw along a row from one cell to another; where the line turns it has one arm only."""
    for x in range(max(start, 0), min(end + 1, len(level))):
        if x > start:
            level[x][0] = max(level[x][0], weight)
        if x < end:
            level[x][1] = max(level[x][1], weight)
