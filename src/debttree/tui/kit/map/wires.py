"""Draw the lines between two columns of the map, row by row; lines that don't belong together don't join."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from debttree.analysis.layout import Layout
from debttree.analysis.tracks import STRAIGHT, Channel
from debttree.tui.kit.page import Run
from debttree.tui.kit.page.strokes import DOUBLE, HEAVY, LIGHT, NONE, arms, strokes

ARROW = "▶"
"""The end of a line."""

_ROLES = {NONE: "dim", LIGHT: "dim", HEAVY: "accent", DOUBLE: "walked"}

_FEW = 3
"""Number of tracks up to which they are two cells apart, so that lines are easier to tell from each other."""


_STRENGTH = [max(cell >> 6, cell >> 4 & 3, cell >> 2 & 3, cell & 3) for cell in range(256)]
"""The heaviest arm of each number that `arms` returns."""

_ROLE_OF_ARMS = [_ROLES[strength] for strength in _STRENGTH]


def role_of(weight: int) -> str:
    """Return the role of a line with some weight."""
    return _ROLES[weight]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of lines: double along the way walked, heavy to and from the cursor.

    Attributes:
        cursor: the item under the cursor.
        before: the items with lines to it.
        walked: for each item on the way walked, the items that came next.
        numbers: for each item that a choice of the cursor's node leads to, the number of that choice.
    """

    cursor: int = -1
    before: Collection[int] = ()
    walked: Mapping[int, Collection[int]] = field(default_factory=dict)
    numbers: Mapping[int, int] = field(default_factory=dict)

    def of(self, source: int, target: int) -> int:
        """Return the weight of the line from one item to another."""
        if target in self.walked.get(source, ()):
            return DOUBLE
        return HEAVY if self.cursor in (source, target) else LIGHT

    def leaving(self, source: int) -> int:
        """Return the weight of the common line by which all arcs leave an item."""
        if source in self.walked:
            return DOUBLE
        return HEAVY if source == self.cursor or source in self.before else LIGHT

    def notable(self, source: int) -> Iterator[tuple[int, int]]:
        """Yield the items to which an item's lines are heavier than light, with these weights."""
        if source in self.before:
            yield self.cursor, HEAVY
        for target in self.walked.get(source, ()):
            yield target, DOUBLE


def gap_width(channel: Channel) -> int:
    """Return the cells between the two columns: a stub, the tracks, and the arrow."""
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
    """Return the cells `clip` of one row between column `number` and the next.

    Args:
        layout: the geometry of the drawing.
        number: number of the column left of the lines.
        y: number of the row.
        leaving: the item whose lines leave in this row, or None.
        arriving: the item at which lines arrive in this row, or None.
        clip: the cells to draw.
        weights: the weights of lines.
    """
    return _Row(layout, layout.channels[number], y, leaving, arriving, weights).runs(clip)


def _step(channel: Channel) -> int:
    return 2 if len(channel.tracks) <= _FEW else 1


class _Row:
    """One row of the lines between two columns."""

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
        self._width = gap_width(channel)
        self._step = _step(channel)

    def runs(self, clip: range) -> list[Run]:
        """Return a part of the row as runs with roles."""
        clip = range(clip.start, min(clip.stop, self._width))
        cells = self._level(clip)
        self._cross(cells, clip)
        signs, roles = strokes(soft=True), _ROLE_OF_ARMS
        drawn = [(signs[cell], roles[cell]) for cell in cells]
        self._arrive(drawn, clip)
        return [
            Run("".join([sign for sign, _ in group]), role)
            for role, group in groupby(drawn, key=itemgetter(1))
        ]

    def _level(self, clip: range) -> list[int]:
        """Return the left and right arms of each cell: the lines that leave or arrive in this row."""
        lines: list[tuple[int, int, int]] = []
        if self._leaving is not None:
            turn = self._turn(self._leaving)
            lines.append((self._weights.leaving(self._leaving), -1, self._width if turn < 0 else turn))
        begins: dict[int, int] = {}
        for source in self._coming:
            weight, turn = self._weights.of(source, self._arriving), self._turn(source)
            begins[weight] = min(turn, begins.get(weight, turn))
        lines += [(weight, turn, self._width) for weight, turn in begins.items()]
        left, right = bytearray(len(clip)), bytearray(len(clip))
        for weight, start, end in sorted(lines):  # heavier lines over the others
            _fill(left, start + 1 - clip.start, end + 1 - clip.start, weight)
            _fill(right, start - clip.start, end - clip.start, weight)
        return [arms(right=to_right, left=to_left) for to_left, to_right in zip(left, right, strict=True)]

    def _turn(self, item: int) -> int:
        """Return the cell in which an item's lines turn; -1 if they are straight."""
        track = self._channel.track_of[item]
        return -1 if track == STRAIGHT else 1 + track * self._step

    def _cross(self, cells: list[int], clip: range) -> None:
        """Draw the vertical lines that cross this row.

        Lines that do not belong together do not join: the heavier one passes over the other.
        """
        y, step = self._y, self._step
        first = max(-(-(clip.start - 1) // step), 0)
        for number, track in enumerate(self._channel.tracks[first : (clip.stop - 2) // step + 1], first):
            turning = track.at(y)
            if turning is None:
                continue
            x = 1 + number * step - clip.start
            item = turning[0]
            upright = self._upright(*turning)
            if item == self._leaving or item in self._coming:
                cells[x] |= upright
            elif _STRENGTH[upright] >= _STRENGTH[cells[x]]:
                cells[x] = upright

    def _upright(self, item: int, first: int, last: int) -> int:
        """Return the up and down arms of an item's lines in this row, given the rows they span."""
        y, weight = self._y, HEAVY if item == self._weights.cursor else LIGHT
        up = weight if first < y else NONE
        down = weight if y < last else NONE
        for target, more in self._weights.notable(item):
            first, last = sorted((self._layout.ports[item], self._layout.ports[target]))
            if first < y <= last:
                up = max(up, more)
            if first <= y < last:
                down = max(down, more)
        return arms(up=up, down=down)

    def _arrive(self, drawn: list[tuple[str, str]], clip: range) -> None:
        """Draw the arrow, and before it the digit of the cursor's choice."""
        end = self._width - 1
        if self._coming and end in clip:
            drawn[end - clip.start] = (ARROW, drawn[end - clip.start][1])
        number = self._weights.numbers.get(self._arriving, 10)
        if self._weights.cursor in self._coming and number < 10 and end - 1 in clip:
            drawn[end - 1 - clip.start] = (str(number), "key")


def _fill(cells: bytearray, start: int, end: int, weight: int) -> None:
    """Set the cells from `start` up to `end`, as far as they exist."""
    start, end = max(start, 0), min(end, len(cells))
    if start < end:
        cells[start:end] = bytes((weight,)) * (end - start)
