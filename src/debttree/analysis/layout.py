"""Lay out a graph in layers: the order of the items of each column, and their rows.

Sugiyama, Tagawa, Toda, "Methods for visual understanding of hierarchical system structures", 1981: layers, then
an order in each layer with few crossings, by barycentres, then coordinates. The layers are given (`columns`).
Everything is iterative and close to linear.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from debttree.analysis.columns import Columns
from debttree.analysis.tracks import Channel, route

SWEEPS = 8
"""Most sweeps over the columns in search of fewer crossings; more gain little."""

STRAIGHTENINGS = 4
"""Sweeps that move items towards the items they are joined to; an even number, so that the last one runs left to
right."""

MANY = 3_000
"""Number of items from which fewer sweeps are made: all of them would take seconds for a large graph."""


_UNJOINED = 0.1
"""Weight of the place of an item that is joined to nothing; a line of another item weighs 1."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The geometry of a drawing, without its words. Rows are lines of text, counted from 0.

    Attributes:
        columns: the items of each column, from top to bottom.
        tops: the first row of each item.
        ports: the row in which arcs arrive at each item and leave it.
        height: number of rows in all.
        links: for each item the items of the next column to which lines are drawn.
        undrawn: for each item the number of its links that could not be drawn without overlapping others.
        channels: the lines between each column and the next.
    """

    columns: tuple[tuple[int, ...], ...]
    tops: tuple[int, ...]
    ports: tuple[int, ...]
    height: int
    links: tuple[tuple[int, ...], ...]
    undrawn: tuple[int, ...]
    channels: tuple[Channel, ...]


def lay_out(columns: Columns, heights: Sequence[int], insets: Sequence[int]) -> Layout:
    """Arrange the items of a map.

    Args:
        columns: the items and links to draw.
        heights: number of rows of each item, free rows below it included.
        insets: for each item the row, counted from its first, in which arcs arrive and leave.
    """
    into = _reversed(columns.links)
    few = len(columns.nodes) <= MANY
    order = _ordered(columns.columns, columns.links, into, SWEEPS if few else SWEEPS // 4)
    sweeps = STRAIGHTENINGS if few else STRAIGHTENINGS // 2
    ports = _ports(order, columns.links, into, heights, insets, sweeps)
    tops = [port - inset for port, inset in zip(ports, insets, strict=True)]
    links, channels = list(columns.links), []
    for column, following in pairwise(order):
        channel, kept = route(column, following, links, ports)
        channels.append(channel)
        for item, targets in kept.items():
            links[item] = targets
    return Layout(
        tuple(map(tuple, order)),
        tuple(tops),
        tuple(ports),
        max((top + height for top, height in zip(tops, heights, strict=True)), default=0),
        tuple(map(tuple, links)),
        tuple(len(before) - len(after) for before, after in zip(columns.links, links, strict=True)),
        tuple(channels),
    )


def _reversed(links: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return for each item the items of the column before that are joined to it."""
    into: list[list[int]] = [[] for _ in links]
    for item, targets in enumerate(links):
        for target in targets:
            into[target].append(item)
    return into


def _ordered(
    columns: Sequence[Sequence[int]],
    links: Sequence[Sequence[int]],
    into: Sequence[Sequence[int]],
    sweeps: int,
) -> list[list[int]]:
    """Return the order of each column with the fewest crossings among those that barycentre sweeps visit."""
    order = [list(column) for column in columns]
    best, fewest = order, _crossings(order, links)
    for sweep in range(sweeps):
        if not fewest:
            break
        order = [*order]
        ahead = sweep % 2 == 0
        steps = range(1, len(order)) if ahead else range(len(order) - 2, -1, -1)
        for number in steps:
            beside = order[number - 1 if ahead else number + 1]
            order[number] = _by_barycentre(order[number], beside, into if ahead else links)
        crossings = _crossings(order, links)
        if crossings < fewest:
            best, fewest = order, crossings
    return best


def _by_barycentre(column: list[int], beside: list[int], joined: Sequence[Sequence[int]]) -> list[int]:
    """Return the column sorted by the mean place of the items that each is joined to; unjoined items stay."""
    place = {item: number for number, item in enumerate(beside)}
    scale = len(beside) / max(len(column), 1)
    keys = {}
    for number, item in enumerate(column):
        near = joined[item]
        keys[item] = sum(place[other] for other in near) / len(near) if near else number * scale
    return sorted(column, key=keys.__getitem__)


def _crossings(order: Sequence[Sequence[int]], links: Sequence[Sequence[int]]) -> int:
    """Count how often two lines cross: inversions among the ends of lines sorted by their beginnings.

    Barth, Jünger, Mutzel, "Simple and efficient bilayer cross counting", 2002, with a sorted list for their tree.
    """
    total = 0
    for column, following in pairwise(order):
        place = {item: number for number, item in enumerate(following)}
        ends: list[int] = []
        for item in column:
            for end in sorted(place[target] for target in links[item]):
                at = bisect_right(ends, end)
                total += len(ends) - at
                ends.insert(at, end)
    return total


def _ports(
    order: Sequence[Sequence[int]],
    links: Sequence[Sequence[int]],
    into: Sequence[Sequence[int]],
    heights: Sequence[int],
    insets: Sequence[int],
    sweeps: int,
) -> list[int]:
    """Return the row in which arcs meet each item, as near to the rows of its neighbours as the order allows."""
    ports = [0] * len(heights)
    for column in order:
        row = 0
        for item in column:
            ports[item] = row + insets[item]
            row += heights[item]
    for sweep in range(sweeps):
        ahead = sweep % 2 == 1
        for column in order if ahead else reversed(order):
            _settle(column, into if ahead else links, heights, insets, ports)
    highest = min((port - inset for port, inset in zip(ports, insets, strict=True)), default=0)
    return [port - highest for port in ports]


def _settle(
    column: Sequence[int],
    joined: Sequence[Sequence[int]],
    heights: Sequence[int],
    insets: Sequence[int],
    ports: list[int],
) -> None:
    """Move the items of one column towards the rows of their neighbours, as far as order and heights allow.

    With the heights above it subtracted, the wishes must become a sequence that does not decrease: isotonic regression,
    solved by pooling adjacent violators (Ayer et al., "An empirical distribution function for sampling with incomplete
    information", 1955).
    """
    wishes, above = [], []
    total = 0
    for item in column:
        near = sorted(ports[other] for other in joined[item])
        middle = (near[(len(near) - 1) // 2] + near[len(near) // 2]) / 2 if near else ports[item]
        above.append(total + insets[item])
        wishes.append((middle - above[-1], len(near) or _UNJOINED))
        total += heights[item]
    for item, start, row in zip(column, above, _isotonic(wishes), strict=True):
        ports[item] = round(row) + start


def _isotonic(wishes: Iterable[tuple[float, float]]) -> list[float]:
    """Return non-decreasing numbers, nearest to the wishes (value, weight) in the sum of weighted squares."""
    pools: list[tuple[float, float, int]] = []
    for wish, importance in wishes:
        value, weight, count = wish, importance, 1
        while pools and pools[-1][0] > value:
            other, mass, more = pools.pop()
            value = (value * weight + other * mass) / (weight + mass)
            weight += mass
            count += more
        pools.append((value, weight, count))
    return [value for value, _, count in pools for _ in range(count)]
