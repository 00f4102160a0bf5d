"""Ways through a tree, safest first and lazily: trails from a node to the outcomes, or to one node.

A way takes no choice twice; parallel choices are different ways; it ends where it first arrives. Order: the
gravest consequence met, then the number of steps, then file order.
"""

from array import array
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from debttree.analysis.flat_graph import INTEGER, FlatGraph
from debttree.analysis.k_shortest import ShortestTrails
from debttree.analysis.reachability import NEVER, distances
from debttree.analysis.trails import Trail, as_path
from debttree.model import Path, Tree

COUNTED_AT_MOST = 1_000_000
"""Ways are counted up to here; beyond, nobody reads them anyway."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way.

    Attributes:
        path: its nodes and choices.
        consequences: what it meets, in order, what its first node brings included.
        worst: the gravest severity among them; 0: none.
    """

    path: Path
    consequences: tuple[str, ...]
    worst: int


class Ways:
    """The ways from one node.

    Args:
        tree: a tree, with errors or without; choices to nowhere are left out.
        start: the id of the node to start from.
        to: the id of the node to arrive at; None: any outcome.
        avoid: consequences that no way may meet.
    """

    def __init__(self, tree: Tree, start: str, to: str | None = None, avoid: Collection[str] = ()) -> None:
        self._tree = tree
        self._flat = FlatGraph.of(tree)
        self._start = self._flat.numbers[start]
        self._goals = self._flat.ends if to is None else array(INTEGER, [self._flat.numbers[to]])
        self._severities = [tree.severity(node.brings) for node in tree.nodes.values()]
        shunned = frozenset(avoid)
        self._barred = [
            number for number, node in enumerate(tree.nodes.values()) if not shunned.isdisjoint(node.brings)
        ]

    def __iter__(self) -> Iterator[Way]:
        """The ways, safest first; each is found only when it is asked for.

        One severity threshold after the other is opened, so that no way waits for a graver one.
        """
        for level in sorted(set(self._severities)):
            graver = [node for node, severity in enumerate(self._severities) if severity > level]
            left = distances(self._flat, self._goals, [*self._barred, *graver])
            if left[self._start] != NEVER:
                for trail in ShortestTrails(self._flat, self._start, left):
                    if self._gravest(trail) == level:  # else it came at an earlier threshold
                        yield self._way(trail, level)

    def count(self) -> int | None:
        """How many ways there are, at most `COUNTED_AT_MOST`; None where loops make that costly to know.

        Where the part of the graph between start and goals has no loop: added up against its topological order.
        """
        left = distances(self._flat, self._goals, self._barred)
        if left[self._start] == NEVER:
            return 0
        import networkx as nx

        from debttree.analysis.graph import decision_graph

        graph = decision_graph(self._tree)
        ids, start = self._flat.ids, self._flat.ids[self._start]
        ends = [ids[node] for node, steps in enumerate(left) if not steps]
        graph.remove_edges_from([*graph.out_edges(ends, keys=True)])
        graph.remove_nodes_from([ids[node] for node, steps in enumerate(left) if steps == NEVER])
        between = graph.subgraph({start, *nx.descendants(graph, start)})
        if not nx.is_directed_acyclic_graph(between):
            return None
        counts = dict.fromkeys(ends, 1)
        for node in reversed([*nx.topological_sort(between)]):
            if between[node]:
                ahead = sum(len(arcs) * counts[target] for target, arcs in between[node].items())
                counts[node] = min(ahead, COUNTED_AT_MOST)
        return counts[start]

    def _gravest(self, trail: Trail) -> int:
        targets = self._flat.targets
        return max([self._severities[self._start], *(self._severities[targets[arc]] for arc in trail)])

    def _way(self, trail: Trail, level: int) -> Way:
        path = as_path(self._tree, self._flat, self._start, trail)
        return Way(path, path.met(self._tree), level)
