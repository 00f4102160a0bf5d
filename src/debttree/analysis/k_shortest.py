"""The trails from a node to the goals, shortest first, each found only when it is asked for.

As in Yen, Finding the K shortest loopless paths in a network, 1971, with the partition of Lawler, 1972: once
a trail is found, every other one leaves it somewhere, and the best of those that leave it by a certain arc is
that arc and a shortest completion. Steps left to the goals, from one pass backwards, bound each such
deviation from below, so that only those whose turn comes are completed. (networkx's `shortest_simple_paths` refuses
multigraphs and looks for paths, not trails.)
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from typing import NamedTuple

from debttree.analysis.flat_graph import INTEGER, FlatGraph, Numbers
from debttree.analysis.reachability import NEVER
from debttree.analysis.trails import Trail, shortest_trail


class _Deviation(NamedTuple):
    """Trails that leave a known one at a certain arc; sorted, deviations stand in the order of their trails.

    Attributes:
        least: how long they are at least.
        later: whether they come later in the file than the known one.
        place: how many arcs they share with it, negative if they come later: then those that share more are
            nearer to it.
        arc: the one they leave by.
    """

    least: int
    later: bool
    place: int
    arc: int

    @property
    def shared(self) -> int:
        """How many arcs they share with the known trail."""
        return abs(self.place)


@dataclass(slots=True)
class _Found:
    """A trail that was found.

    Attributes:
        trail: its arcs.
        waiting: what deviates from it and was not completed yet, best last.
        exact: `least` of each is how long its best trail is, and those without any are gone.
    """

    trail: Trail
    waiting: list[_Deviation]
    exact: bool = False


class ShortestTrails:
    """Trails by length, those of one length in file order.

    Args:
        flat: the graph.
        start: where they begin.
        left: the fewest steps from each node to a goal, `NEVER` where none can be reached or the node must
            not be passed. A trail ends at the first goal it meets.
    """

    def __init__(self, flat: FlatGraph, start: int, left: Numbers) -> None:
        self._flat = flat
        self._start = start
        self._left = left

    def __iter__(self) -> Iterator[Trail]:
        """Polynomial work for each trail: at worst a pass for each of its arcs, mostly one or two in all."""
        heap: list[tuple[int, Trail, _Found | int]] = []  # length, arcs; left where, or shared how many
        shortest = self._descent(self._start, set())
        if shortest is not None:
            heap.append((len(shortest), shortest, 0))
        while heap:
            _, trail, origin = heappop(heap)
            if isinstance(origin, int):
                yield trail
                origin = _Found(trail, self._deviations(trail, origin))
            else:
                deviation = origin.waiting.pop()
                completed = self._completed(trail, search=origin.exact)
                if completed is not None:
                    heappush(heap, (len(completed), completed, len(trail)))
                elif not origin.exact:  # it is longer than was thought, if it leads to a goal at all
                    origin.waiting = self._measured(origin.trail, [*origin.waiting, deviation])
                    origin.exact = True
            if origin.waiting:
                best = origin.waiting[-1]
                heappush(heap, (best.least, (*origin.trail[: best.shared], best.arc), origin))

    def _deviations(self, trail: Trail, shared: int) -> list[_Deviation]:
        """What leaves a trail after its first `shared` arcs, best last.

        The arcs from there on are a shortest completion: it comes to no node twice, so only arcs before count
        as used.
        """
        first, targets = self._flat.first, self._flat.targets
        used = set(trail[:shared])
        node = targets[trail[shared - 1]] if shared else self._start
        found = []
        for place in range(shared, len(trail)):
            taken = trail[place]
            for arc in range(first[node], first[node + 1]):
                left = self._left[targets[arc]]
                if arc != taken and left != NEVER and arc not in used:
                    later = arc > taken
                    found.append(_Deviation(place + 1 + left, later, -place if later else place, arc))
            node = targets[taken]
        found.sort(reverse=True)
        return found

    def _completed(self, prefix: Trail, *, search: bool) -> Trail | None:
        """The first in order of the trails that begin with `prefix`; None where only a search can find one."""
        node = self._flat.targets[prefix[-1]]
        used = set(prefix)
        rest = self._descent(node, used)
        if rest is None and search:
            rest = shortest_trail(self._flat, node, self._goals, self._barred, used)
        return None if rest is None else prefix + rest

    def _descent(self, node: int, used: set[int]) -> Trail | None:
        """A shortest completion, arc by arc nearer to a goal; None where arcs used up stand in its way."""
        first, targets, left = self._flat.first, self._flat.targets, self._left
        trail = []
        while left[node]:
            nearer = left[node] - 1
            for arc in range(first[node], first[node + 1]):
                if left[targets[arc]] == nearer and arc not in used:
                    break
            else:
                return None
            trail.append(arc)
            node = targets[arc]
        return tuple(trail)

    def _measured(self, trail: Trail, deviations: list[_Deviation]) -> list[_Deviation]:
        """ShortestTrails from a trail with their true lengths, best last; what leads to no goal is left out.

        One pass for all of them: the arcs of the trail are put in one by one, from its last, and each shortens
        what it can.
        """
        leaving: dict[int, list[_Deviation]] = {}
        for deviation in deviations:
            leaving.setdefault(deviation.shared, []).append(deviation)
        place = {arc: number for number, arc in enumerate(trail)}
        steps = array(INTEGER, [len(self._flat.targets) + 1]) * len(
            self._flat
        )  # farther than any trail is long
        for goal in self._goals:
            steps[goal] = 0
        self._shorten([*self._goals], len(trail), place, steps)
        found = []
        for shared in range(len(trail) - 1, min(leaving) - 1, -1):
            source, target = self._sources[trail[shared]], self._flat.targets[trail[shared]]
            if steps[source] > steps[target] + 1:
                steps[source] = steps[target] + 1
                self._shorten([source], shared, place, steps)
            for deviation in leaving.get(shared, ()):
                left = steps[self._flat.targets[deviation.arc]]
                if left <= len(self._flat.targets):
                    found.append(deviation._replace(least=shared + 1 + left))
        found.sort(reverse=True)
        return found

    def _shorten(self, queue: list[int], shared: int, place: dict[int, int], steps: Numbers) -> None:
        """Pass on that the nodes in `queue` are nearer to a goal now, without the first `shared` arcs of the trail."""
        for node in queue:  # grows while it is read
            nearer = steps[node] + 1
            for arc in self._into[node]:
                source = self._sources[arc]
                if (
                    steps[source] > nearer
                    and self._left[source] != NEVER
                    and place.get(arc, shared) >= shared
                ):
                    steps[source] = nearer
                    queue.append(source)

    @cached_property
    def _goals(self) -> frozenset[int]:
        return frozenset(node for node, left in enumerate(self._left) if not left)

    @cached_property
    def _barred(self) -> list[int]:
        return [node for node, left in enumerate(self._left) if left == NEVER]

    @cached_property
    def _sources(self) -> Numbers:
        sources = array(INTEGER)
        for node in range(len(self._flat)):
            sources.extend([node] * (self._flat.first[node + 1] - self._flat.first[node]))
        return sources

    @cached_property
    def _into(self) -> list[list[int]]:
        into: list[list[int]] = [[] for _ in range(len(self._flat))]
        for arc, target in enumerate(self._flat.targets):
            into[target].append(arc)
        return into
