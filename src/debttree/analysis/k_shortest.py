"""Enumerate the trails from a node to the goals by weight, the lightest first, each on demand.

As in Yen, Finding the K shortest loopless paths in a network, 1971, with the partition of Lawler, 1972: once a trail is
found, every other trail leaves it at some arc; the best one that leaves by a certain arc is that arc and a lightest
completion. One search backwards from the goals gives a lower bound for each such deviation, so that only deviations
whose turn comes are completed. (networkx's `shortest_simple_paths` refuses multigraphs and looks for paths, not
trails.)
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from itertools import accumulate
from typing import NamedTuple

from debttree.analysis.lengths import UNREACHED, Weighted
from debttree.analysis.trails import Trail


class _Deviation(NamedTuple):
    """The trails that leave a known one at a certain arc. Deviations sort in the order of their trails.

    Attributes:
        least: a lower bound of their weight.
        later: whether they come after the known one in file order.
        place: number of arcs that they share with it, negative if `later`: of those, the ones that share more come
            first.
        arc: number of the arc by which they leave it.
    """

    least: int
    later: bool
    place: int
    arc: int

    @property
    def shared(self) -> int:
        """Number of arcs that they share with the known trail."""
        return abs(self.place)


@dataclass(slots=True)
class _Found:
    """A trail that was found, with the deviations from it.

    Attributes:
        trail: numbers of its arcs.
        waiting: deviations from it that are not completed yet, the best last.
        exact: whether `least` of each is the true weight of its best trail; those without a trail are then gone.
    """

    trail: Trail
    waiting: list[_Deviation]
    exact: bool = False


class ShortestTrails:
    """Trails by weight, those of one weight in file order.

    Args:
        graph: with the weights of its arcs.
        start: number of the node where they begin.
        left: the least weight from each node to a goal; `UNREACHED` if it reaches none or must not be passed. A trail
            ends at the first goal it meets.
        begin: arcs that every trail begins with.
    """

    def __init__(self, graph: Weighted, start: int, left: Sequence[int], begin: Trail = ()) -> None:
        self._graph = graph
        self._flat = graph.flat
        self._weights = graph.weights
        self._start = start
        self._left = left
        self._begin = begin

    def __iter__(self) -> Iterator[Trail]:
        """Yield the trails. At worst each costs one search per arc of it; mostly it is one or two in all."""
        heap: list[tuple[int, Trail, _Found | int]] = []  # weight; arcs; origin or arcs shared
        lightest = self._completed(self._begin, search=True)
        if lightest is not None:
            heap.append((self._weight(lightest), lightest, len(self._begin)))
        while heap:
            _, trail, origin = heappop(heap)
            if isinstance(origin, int):
                yield trail
                origin = _Found(trail, self._deviations(trail, origin))
            else:
                deviation = origin.waiting.pop()
                completed = self._completed(trail, search=origin.exact)
                if completed is not None:
                    heappush(heap, (self._weight(completed), completed, len(trail)))
                elif not origin.exact:  # `least` was too low, or no trail exists
                    origin.waiting = self._measured(origin.trail, [*origin.waiting, deviation])
                    origin.exact = True
            if origin.waiting:
                best = origin.waiting[-1]
                heappush(heap, (best.least, (*origin.trail[: best.shared], best.arc), origin))

    def _weight(self, trail: Trail) -> int:
        return sum(self._weights[arc] for arc in trail)

    def _deviations(self, trail: Trail, shared: int) -> list[_Deviation]:
        """Return the deviations that leave a trail after its first `shared` arcs, the best last.

        The arcs from there on are a lightest completion. It visits no node twice, so only the arcs before it count as
        used.
        """
        first, targets, weights = self._flat.first, self._flat.targets, self._weights
        used = set(trail[:shared])
        so_far = [0, *accumulate(weights[arc] for arc in trail)]
        node = targets[trail[shared - 1]] if shared else self._start
        found = []
        for place in range(shared, len(trail)):
            taken = trail[place]
            for arc in range(first[node], first[node + 1]):
                left = self._left[targets[arc]]
                if arc != taken and left != UNREACHED and arc not in used:
                    least, later = so_far[place] + weights[arc] + left, arc > taken
                    found.append(_Deviation(least, later, -place if later else place, arc))
            node = targets[taken]
        found.sort(reverse=True)
        return found

    def _completed(self, prefix: Trail, *, search: bool) -> Trail | None:
        """Return the best of the trails that begin with `prefix`; None if finding it takes a search."""
        node = self._flat.targets[prefix[-1]] if prefix else self._start
        used = set(prefix)
        rest = self._descent(node, used, self._left)
        if rest is None and search:
            lengths = self._graph.lengths(self._goals, self._barred, used, until=node)
            rest = self._descent(node, used, lengths)
        return None if rest is None else prefix + rest

    def _descent(self, node: int, used: set[int], left: Sequence[int]) -> Trail | None:
        """Return a lightest completion, arc by arc nearer to a goal; None if arcs that were taken already block it."""
        first, targets, weights = self._flat.first, self._flat.targets, self._weights
        if left[node] == UNREACHED:
            return None
        trail = []
        while left[node]:
            for arc in range(first[node], first[node + 1]):
                ahead = left[targets[arc]]
                if ahead != UNREACHED and ahead + weights[arc] == left[node] and arc not in used:
                    break
            else:
                return None
            trail.append(arc)
            node = targets[arc]
        return tuple(trail)

    def _measured(self, trail: Trail, deviations: list[_Deviation]) -> list[_Deviation]:
        """Return deviations from a trail with their true weights, the best last, without those that lead to no goal.

        One search serves all of them: the arcs of the trail are added one by one, the last first, and the lengths that
        each shortens are updated.
        """
        leaving: dict[int, list[_Deviation]] = {}
        for deviation in deviations:
            leaving.setdefault(deviation.shared, []).append(deviation)
        place = {arc: number for number, arc in enumerate(trail)}
        so_far = [0, *accumulate(self._weights[arc] for arc in trail)]
        farthest = sum(self._weights) + 1  # more than any trail weighs
        lengths = [farthest] * len(self._flat)
        for goal in self._goals:
            lengths[goal] = 0
        self._shorten([*self._goals], len(trail), place, lengths)
        found = []
        for shared in range(len(trail) - 1, min(leaving) - 1, -1):
            arc = trail[shared]
            source, nearer = self._graph.sources[arc], lengths[self._flat.targets[arc]] + self._weights[arc]
            if lengths[source] > nearer:
                lengths[source] = nearer
                self._shorten([source], shared, place, lengths)
            for deviation in leaving.get(shared, ()):
                left = lengths[self._flat.targets[deviation.arc]]
                if left < farthest:
                    least = so_far[shared] + self._weights[deviation.arc] + left
                    found.append(deviation._replace(least=least))
        found.sort(reverse=True)
        return found

    def _shorten(self, nodes: list[int], shared: int, place: dict[int, int], lengths: list[int]) -> None:
        """Update lengths after some nodes came nearer to a goal, without the first `shared` arcs of the trail."""
        heap = [(lengths[node], node) for node in nodes]
        heap.sort()
        while heap:
            length, node = heappop(heap)
            if length > lengths[node]:
                continue
            for arc in self._graph.into[node]:
                source, nearer = self._graph.sources[arc], length + self._weights[arc]
                if (
                    lengths[source] > nearer
                    and self._left[source] != UNREACHED
                    and place.get(arc, shared) >= shared
                ):
                    lengths[source] = nearer
                    heappush(heap, (nearer, source))

    @cached_property
    def _goals(self) -> frozenset[int]:
        return frozenset(node for node, left in enumerate(self._left) if not left)

    @cached_property
    def _barred(self) -> list[int]:
        return [node for node, left in enumerate(self._left) if left == UNREACHED]
