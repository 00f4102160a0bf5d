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

from debttree.analysis.arcs import INTEGER, Arcs, Numbers
from debttree.analysis.passes import NEVER
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
        waiting: what deviates from it and was not looked at yet, best last.
        pruned: those that cannot be completed are gone.
    """

    trail: Trail
    waiting: list[_Deviation]
    pruned: bool = False


class Deviations:
    """Trails by length, those of one length in file order.

    Args:
        arcs: the graph.
        start: where they begin.
        left: the fewest steps from each node to a goal, `NEVER` where none can be reached or the node must
            not be passed. A trail ends at the first goal it meets.
    """

    def __init__(self, arcs: Arcs, start: int, left: Numbers) -> None:
        self._arcs = arcs
        self._start = start
        self._left = left

    def __iter__(self) -> Iterator[Trail]:
        """Polynomial work for each trail: at worst one search for each deviation that leads back."""
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
                completed = self._completed(trail, origin)
                if completed is not None:
                    heappush(heap, (len(completed), completed, len(trail)))
            if origin.waiting:
                best = origin.waiting.pop()
                heappush(heap, (best.least, (*origin.trail[: best.shared], best.arc), origin))

    def _deviations(self, trail: Trail, shared: int) -> list[_Deviation]:
        """What leaves a trail after its first `shared` arcs, best last.

        The arcs from there on are a shortest completion: it comes to no node twice, so only arcs before count
        as used.
        """
        first, targets = self._arcs.first, self._arcs.targets
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

    def _completed(self, prefix: Trail, origin: _Found) -> Trail | None:
        """The first in order of the trails that begin with `prefix`."""
        node = self._arcs.targets[prefix[-1]]
        used = set(prefix)
        rest = self._descent(node, used)
        if rest is None:
            rest = self._detour(node, used, len(prefix) - 1, origin)
        return None if rest is None else prefix + rest

    def _descent(self, node: int, used: set[int]) -> Trail | None:
        """A shortest completion, arc by arc nearer to a goal; None where arcs used up stand in its way."""
        first, targets, left = self._arcs.first, self._arcs.targets, self._left
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

    def _detour(self, node: int, used: set[int], shared: int, origin: _Found) -> Trail | None:
        """A completion that is longer than `left` says, because it must go round arcs used up."""
        if not origin.pruned:
            origin.pruned = True
            spare = self._spare(origin.trail)
            origin.waiting = [
                deviation
                for deviation in origin.waiting
                if spare[self._arcs.targets[deviation.arc]] >= deviation.shared
            ]
            if spare[node] < shared:
                return None
        return shortest_trail(self._arcs, node, self._goals, self._barred, used)

    def _spare(self, trail: Trail) -> Numbers:
        """Of each node: how many of the first arcs of a trail a way from there to a goal can do without.

        One pass backwards for all of them: the arcs of the trail are put in one by one, from its last.
        """
        place = {arc: number for number, arc in enumerate(trail)}
        spare = array(INTEGER, [NEVER]) * len(self._arcs)
        for goal in self._goals:
            spare[goal] = len(trail)
        self._spread([*self._goals], len(trail), place, spare)
        for shared in range(len(trail) - 1, -1, -1):
            source, target = self._sources[trail[shared]], self._arcs.targets[trail[shared]]
            if spare[source] == NEVER != spare[target]:
                spare[source] = shared
                self._spread([source], shared, place, spare)
        return spare

    def _spread(self, queue: list[int], shared: int, place: dict[int, int], spare: Numbers) -> None:
        """Mark what leads to the nodes in `queue` without the first `shared` arcs of the trail."""
        for node in queue:  # grows while it is read
            for arc in self._into[node]:
                source = self._sources[arc]
                if spare[source] == NEVER != self._left[source] and place.get(arc, shared) >= shared:
                    spare[source] = shared
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
        for node in range(len(self._arcs)):
            sources.extend([node] * (self._arcs.first[node + 1] - self._arcs.first[node]))
        return sources

    @cached_property
    def _into(self) -> list[list[int]]:
        into: list[list[int]] = [[] for _ in range(len(self._arcs))]
        for arc, target in enumerate(self._arcs.targets):
            into[target].append(arc)
        return into
