"""The lines between two columns of the map, a row at a time: joined where they belong together, else bridged."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from debttree.analysis.layout import Layout
from debttree.analysis.tracks import STRAIGHT, Channel
from debttree.tui.kit.page import Run
from debttree.tui.kit.page.strokes import DOUBLE, HEAVY, LIGHT, NONE, arms, strokes

ARROW = "▶"
"""Where a line arrives."""

_ROLES = {NONE: "dim", LIGHT: "dim", HEAVY: "accent", DOUBLE: "walked"}

_FEW = 3
"""Tracks up to which they stand two cells apart, so that lines are easily told from each other."""


_STRENGTH = [max(cell >> 6, cell >> 4 & 3, cell >> 2 & 3, cell & 3) for cell in range(256)]
"""The strongest arm of each cell that `arms` makes."""

_ROLE_OF_ARMS = [_ROLES[strength] for strength in _STRENGTH]


def role_of(weight: int) -> str:
    """Return how a line of some weight looks."""
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
        """Return how the line from one item to another is drawn."""
        if target in self.walked.get(source, ()):
            return DOUBLE
        return HEAVY if self.cursor in (source, target) else LIGHT

    def leaving(self, source: int) -> int:
        """Return how the line is drawn by which all arcs leave an item."""
        if source in self.walked:
            return DOUBLE
        return HEAVY if source == self.cursor or source in self.before else LIGHT

    def notable(self, source: int) -> Iterator[tuple[int, int]]:
        """Yield the items to which lines from this one are drawn more strongly than the others, and how."""
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
    """Return the cells `clip` of one row between column `number` and the next.

    Args:
        layout: the drawing without words.
        number: of the column left of the lines.
        y: the row.
        leaving: the item left of the row, whose lines leave in it.
        arriving: the item right of it, whose lines arrive in it.
        clip: the cells to draw.
        weights: which lines stand out.
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
        self._width = gap_width(channel)
        self._step = _step(channel)

    def runs(self, clip: range) -> list[Run]:
        """Return the cells of a part of the row, in their roles."""
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
        """Return the arms to the left and right of each cell, of the lines that leave or arrive in this row."""
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
        for weight, start, end in sorted(lines):  # the stronger ones over the others
            _fill(left, start + 1 - clip.start, end + 1 - clip.start, weight)
            _fill(right, start - clip.start, end - clip.start, weight)
        return [arms(right=to_right, left=to_left) for to_left, to_right in zip(left, right, strict=True)]

    def _turn(self, item: int) -> int:
        """Return the cell in which an item's lines turn; -1 where they run straight on."""
        track = self._channel.track_of[item]
        return -1 if track == STRAIGHT else 1 + track * self._step

    def _cross(self, cells: list[int], clip: range) -> None:
        """Draw what stands upright in this row.

        Lines that have nothing to do with each other do not meet: the stronger one passes over the other.
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
        """Return the arms up and down of an item's lines, which span some rows."""
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
        """Draw the arrow, and before it the digit that follows the cursor's arc."""
        end = self._width - 1
        if self._coming and end in clip:
            drawn[end - clip.start] = (ARROW, drawn[end - clip.start][1])
        number = self._weights.numbers.get(self._arriving, 10)
        if self._weights.cursor in self._coming and number < 10 and end - 1 in clip:
            drawn[end - 1 - clip.start] = (str(number), "key")


def _fill(cells: bytearray, start: int, end: int, weight: int) -> None:
    """Set the cells from `start` up to `end`, as far as there are such."""
    start, end = max(start, 0), min(end, len(cells))
    if start < end:
        cells[start:end] = bytes((weight,)) * (end - start)
