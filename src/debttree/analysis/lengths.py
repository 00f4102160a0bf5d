"""Compute the least weights of trails to some goals, from every node at once.

networkx's `multi_source_dijkstra_path_length` takes 1.4 times as long for 10,000 nodes once it is imported and its
graph is built, and knows no arcs that are taken already; `paths` runs this for each trail, and pays for neither.
"""

from collections.abc import Container, Iterable, Sequence
from heapq import heappop, heappush

from debttree.analysis.flat_graph import FlatGraph

UNREACHED = -1
"""In lengths: no trail leads to a goal."""


class Weighted:
    """A flat graph whose arcs have weights, looked at from behind.

    Args:
        flat: the graph.
        weights: of each arc, 1 or more.
    """

    def __init__(self, flat: FlatGraph, weights: Sequence[int]) -> None:
        self.flat = flat
        self.weights = weights
        self.sources = [node for node in range(len(flat)) for _ in flat.next(node)]
        """The node that each arc leaves."""
        self.into: list[list[int]] = [[] for _ in range(len(flat))]
        """The arcs that lead to each node."""
        for arc, target in enumerate(flat.targets):
            self.into[target].append(arc)

    def lengths(
        self,
        goals: Iterable[int],
        barred: Iterable[int] = (),
        used: Container[int] = (),
        until: int | None = None,
    ) -> list[int]:
        """Return the least weight from each node to a goal, `UNREACHED` where there is no way (E. W. Dijkstra, 1959).

        Args:
            goals: where trails end.
            barred: nodes that may not be visited.
            used: arcs that may not be taken.
            until: the node that alone is asked for; what is farther may be left out.
        """
        lengths = [UNREACHED] * len(self.flat)
        shut = set(barred)
        heap = [(0, goal) for goal in sorted(set(goals) - shut)]
        while heap:
            length, node = heappop(heap)
            if lengths[node] != UNREACHED:
                continue
            lengths[node] = length
            if node == until:
                break
            for arc in self.into[node]:
                source = self.sources[arc]
                if lengths[source] == UNREACHED and source not in shut and arc not in used:
                    heappush(heap, (length + self.weights[arc], source))
        return lengths
