"""Which of your own choices close a door: whoever is shown a way round one harm must not be led into another."""

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass

from debttree.analysis.flat_graph import FlatGraph


@dataclass(frozen=True, slots=True)
class ClosedDoors:
    """The doors that choices may close, of some consequences.

    As a container it holds the arcs that close one.

    Attributes:
        flat: the graph.
        states: of each of those consequences the status of each node, by rank.
    """

    flat: FlatGraph
    states: Collection[bytes]

    def closes(self, node: int, target: int) -> bool:
        """Whether somebody who decides at `node` closes a door by going to `target`."""
        return bool(self.flat.is_yours[node]) and any(state[target] > state[node] for state in self.states)

    def __contains__(self, arc: object) -> bool:
        if not isinstance(arc, int):
            return False
        return self.closes(bisect_right(self.flat.first, arc) - 1, self.flat.targets[arc])
