"""Route the lines between two columns of a map: the arcs of an item leave as one line, turn in a track, and fan out.

Channel routing. Tracks are assigned greedily, as by Hashimoto and Stevens, "Wire routing by optimizing channel
assignment within large apertures", 1971, in an order that keeps their constraint: if one line leaves in the row in
which another arrives, the first must turn before the other arrives.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

STRAIGHT = -1
"""The track number of an item whose only line is straight."""


@dataclass(frozen=True, slots=True)
class Track:
    """A column of the channel with the vertical parts of the lines that turn in it, from top to bottom."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    items: tuple[int, ...]

    def at(self, row: int) -> tuple[int, int, int] | None:
        """Return the item whose lines cover a row of this track, with the first and last row that they cover."""
        number = bisect_right(self.firsts, row) - 1
        if number < 0 or row > self.lasts[number]:
            return None
        return self.items[number], self.firsts[number], self.lasts[number]


@dataclass(frozen=True, slots=True)
class Channel:
    """The lines between a column and the next one.

    Attributes:
        tracks: the tracks, from left to right.
        track_of: the number of the track in which each item's lines turn, or `STRAIGHT`.
        sources: for each item of the next column the items whose lines arrive there.
    """

    tracks: tuple[Track, ...]
    track_of: Mapping[int, int]
    sources: Mapping[int, Sequence[int]]


def route(
    column: Sequence[int], following: Sequence[int], links: Sequence[Sequence[int]], ports: Sequence[int]
) -> tuple[Channel, dict[int, list[int]]]:
    """Route the lines from one column to the next.

    Args:
        column: items of the column.
        following: items of the next column.
        links: for each item of the column the items that it is joined to.
        ports: the row in which the lines of each item arrive and leave.

    Returns:
        The lines, and for each item of `column` the links that they draw. A link is left out if two lines would each
        have to turn before the other.
    """
    kept = {item: list(links[item]) for item in column}
    opposite = {ports[item]: item for item in following}
    order = _in_order(column, kept, opposite, ports)
    deepest = max((ports[item] for item in (*column, *following)), default=0) + 1
    used = [STRAIGHT] * (deepest + 1)
    track_of: dict[int, int] = {}
    turning: list[list[tuple[int, int, int]]] = []
    for item in order:
        rows = [ports[item], *(ports[target] for target in kept[item])]
        first, last = min(rows), max(rows)
        if first == last:
            track_of[item] = STRAIGHT
            continue
        track = max(used[first : last + 1]) + 1
        used[first : last + 1] = [track] * (last + 1 - first)
        track_of[item] = track
        while len(turning) <= track:
            turning.append([])
        turning[track].append((first, last, item))
    sources: dict[int, list[int]] = {}
    for item in column:
        for target in kept[item]:
            sources.setdefault(target, []).append(item)
    return Channel(tuple(map(_track, turning)), track_of, sources), kept


def _track(lines: list[tuple[int, int, int]]) -> Track:
    lines.sort()
    return Track(
        tuple(first for first, _, _ in lines),
        tuple(last for _, last, _ in lines),
        tuple(item for _, _, item in lines),
    )


def _in_order(
    column: Iterable[int],
    kept: dict[int, list[int]],
    opposite: Mapping[int, int],
    ports: Sequence[int],
) -> list[int]:
    """Return the items with lines in an order in which each comes after all items that must turn before it.

    Of the items without constraint, those whose lines lead down come first, the lowest first, then those that lead up,
    the highest first, so that lines nest and do not cross. If all wait for each other, one link is left out.
    """
    rank = _nesting(column, kept, ports)
    waits_for = _waits(rank, kept, opposite, ports)
    awaited_by: dict[int, list[int]] = {}
    for item, others in waits_for.items():
        for other in others:
            awaited_by.setdefault(other, []).append(item)
    free = [(place, item) for item, place in rank.items() if not waits_for[item]]
    heapify(free)
    waiting = {item: place for item, place in rank.items() if waits_for[item]}
    order: list[int] = []
    while free or waiting:
        if not free:
            item = min(waiting, key=waiting.__getitem__)
            kept[item] = [t for t in kept[item] if not _blocked(t, waits_for[item], ports)]
            free.append((waiting.pop(item), item))
        _, item = heappop(free)
        order.append(item)
        for other in awaited_by.get(item, ()):
            waits_for[other].discard(item)
            if other in waiting and not waits_for[other]:
                heappush(free, (waiting.pop(other), other))
    return [item for item in order if kept[item]]


def _blocked(target: int, others: Iterable[int], ports: Sequence[int]) -> bool:
    """Return whether a line of another item leaves in the row in which lines arrive at the target."""
    return any(ports[other] == ports[target] for other in others)


def _nesting(
    column: Iterable[int], kept: Mapping[int, list[int]], ports: Sequence[int]
) -> dict[int, tuple[int, int]]:
    """Return a key for each item with lines, in the order in which their tracks nest."""
    keys = {}
    for item in column:
        if kept[item]:
            lean = sum(ports[target] - ports[item] for target in kept[item])
            keys[item] = (0, -ports[item]) if lean >= 0 else (1, ports[item])
    return keys


def _waits(
    items: Iterable[int],
    kept: Mapping[int, list[int]],
    opposite: Mapping[int, int],
    ports: Sequence[int],
) -> dict[int, set[int]]:
    """Return for each item the items that must turn before it: they leave in a row in which its lines arrive."""
    waits: dict[int, set[int]] = {item: set() for item in items}
    leaving = {}
    for item in waits:
        target = opposite.get(ports[item])
        if target is not None and target not in kept[item]:
            leaving[target] = item
    for item, others in waits.items():
        others.update(leaving[target] for target in kept[item] if target in leaving)
    return waits
