"""Enumerate ways through a tree lazily, the best first: from a node to the outcomes, or to one node.

A way takes no choice twice; parallel choices make different ways; it ends at the first goal. Ways are sorted by the
number of marked choices, the gravest consequence met (an open end counts as its `worst`), the number of answers of
others it counts on, the number of facts it supposes, the number of steps, then file order. So a way that recommends a
worse choice never comes before one that does not.
"""

from array import array
from collections.abc import Collection, Iterator
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any

from debttree.analysis.elsewhere import guide_at
from debttree.analysis.flat_graph import INTEGER, FlatGraph
from debttree.analysis.k_shortest import ShortestTrails
from debttree.analysis.lengths import UNREACHED, Weighted
from debttree.analysis.prospects import Prospects
from debttree.analysis.reachability import NEVER, distances, reachable
from debttree.analysis.trails import Trail, as_path
from debttree.model import Choice, Kind, Path, Step, Tree

if TYPE_CHECKING:
    import networkx as nx

COUNTED_AT_MOST = 1_000_000
"""Ways are counted up to this number."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way, with the consequences it meets and the answers it supposes.

    Attributes:
        path: ids of its nodes and choices.
        consequences: ids of the consequences met, in order, those of its first node included.
        worst: the gravest severity of these, and of those that may still come after an open end, 1-5; 0: none.
        supposes: the answers that it counts on, to questions and of others.
        is_open: whether it ends at an outcome where others can go on.
        guide: name of the guide in which the story goes on after it, or None.
    """

    path: Path
    consequences: tuple[str, ...]
    worst: int
    supposes: tuple[Step, ...]
    is_open: bool
    guide: str | None


class Ways:
    """The ways from one node.

    Args:
        tree: the tree; it may have errors. Choices to nowhere are left out, and choices to an outcome that leads to
            another guide, unless it is `to`.
        start: the id of the node to start from.
        to: the id of the node to end at; None: any outcome.
        avoid: ids of consequences that no way may meet.
    """

    def __init__(self, tree: Tree, start: str, to: str | None = None, avoid: Collection[str] = ()) -> None:
        self._tree = tree
        self._flat = FlatGraph.of(tree, leaving=to is not None and guide_at(tree.nodes[to]) is not None)
        self._start = self._flat.numbers[start]
        self._begin: Trail = ()
        self._goals = self._flat.ends if to is None else array(INTEGER, [self._flat.numbers[to]])
        shunned = frozenset(avoid)
        self._barred = [
            number for number, node in enumerate(tree.nodes.values()) if not shunned.isdisjoint(node.brings)
        ]

    @property
    def firsts(self) -> list[Choice]:
        """The choices of `start` with which ways can begin."""
        return self._flat.choices(self._tree, self._start)

    def beginning_with(self, first: Choice) -> "Ways":
        """Return the ways that begin with one of `firsts`, so that ways can be listed for each answer to a question."""
        shared = self._graph, self._severities  # computed once, for all answers
        found = copy(self)
        found._graph, found._severities = shared
        found._begin = (self._flat.first[self._start] + self.firsts.index(first),)
        return found

    @cached_property
    def _prospects(self) -> Prospects:
        return Prospects.of(self._tree)

    @cached_property
    def _severities(self) -> list[int]:
        """The gravest severity at each node; at an open end, of what may still come too."""
        return [
            self._prospects.worst(node.id) if node.goes_on and node.kind is Kind.OUTCOME else own
            for node in self._tree.nodes.values()
            for own in [self._tree.severity(node.brings)]
        ]

    @cached_property
    def _unit(self) -> int:
        """A number greater than the count of anything along a trail."""
        return len(self._flat.targets) + 1

    @cached_property
    def _graph(self) -> Weighted:
        """The graph with arc weights: marked choices, answers of others, facts and steps, as digits of one number."""
        flat, unit = self._flat, self._unit
        weights = [1] * len(flat.targets)
        for node, seen in enumerate(reachable(flat, [self._start])):
            if seen:
                marked = self._prospects.marked_targets(node, frozenset())
                answer = unit if flat.is_fact[node] else unit**2 if not flat.is_yours[node] else 0
                for arc in range(flat.first[node], flat.first[node + 1]):
                    weights[arc] += answer + (unit**3 if flat.targets[arc] in marked else 0)
        return Weighted(flat, weights)

    def __iter__(self) -> Iterator[Way]:
        """Yield the ways, the best first; each is computed on demand.

        There is one stream per severity: the trails that meet nothing graver, by weight. A stream also yields trails
        that meet only milder consequences; these are skipped, since the stream of their own severity has yielded them
        before. A stream is opened only when it could hold the next way, which is not the case while an open one has a
        way without a marked choice.
        """
        levels = iter(sorted(set(self._severities)))
        heads: list[tuple[int, int, Trail, Iterator[Trail]]] = []
        unopened = True
        while heads or unopened:
            while unopened and (not heads or heads[0][0]):
                level = next(levels, None)
                unopened = level is not None
                if level is not None:
                    self._push(heads, level, self._stream(level))
            if heads:
                _, level, trail, stream = heappop(heads)
                if self._gravest(trail) == level:
                    yield self._way(trail, level)
                self._push(heads, level, stream)

    def _stream(self, level: int) -> Iterator[Trail]:
        graver = [node for node, severity in enumerate(self._severities) if severity > level]
        left = self._graph.lengths(self._goals, [*self._barred, *graver])
        if left[self._start] == UNREACHED:
            return iter(())
        return iter(ShortestTrails(self._graph, self._start, left, self._begin))

    def _push(
        self,
        heads: list[tuple[int, int, Trail, Iterator[Trail]]],
        level: int,
        stream: Iterator[Trail],
    ) -> None:
        trail = next(stream, None)
        if trail is not None:
            marked = sum(self._graph.weights[arc] // self._unit**3 for arc in trail)
            heappush(heads, (marked, level, trail, stream))

    def count(self) -> int | None:
        """Return the number of ways, at most `COUNTED_AT_MOST`; None if loops make counting too expensive.

        If the part of the graph between start and goals has no loop, they are added up in reverse topological order.
        """
        left = distances(self._flat, self._goals, self._barred)
        begins = self._flat.targets[self._begin[0]] if self._begin else self._start
        if NEVER in (left[self._start], left[begins]):
            return 0
        import networkx as nx

        from debttree.analysis.graph import decision_graph

        graph = decision_graph(self._tree)
        ids, start = self._flat.ids, self._flat.ids[begins]
        ends = [ids[node] for node, steps in enumerate(left) if not steps]
        graph.remove_edges_from([*graph.out_edges(ends, keys=True)])
        graph.remove_edges_from([*self._left_out(graph)])
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

    def _left_out(self, graph: "nx.MultiDiGraph[str]") -> Iterator[tuple[str, str, Any]]:
        """Yield the arcs of the decision graph that are left out here: they lead to another guide."""
        for source, to, choice in graph.in_edges(self._flat.left_out, keys=True):
            if self._flat.numbers[to] not in self._flat.next(self._flat.numbers[source]):
                yield source, to, choice

    def _gravest(self, trail: Trail) -> int:
        targets = self._flat.targets
        return max([self._severities[self._start], *(self._severities[targets[arc]] for arc in trail)])

    def _way(self, trail: Trail, level: int) -> Way:
        tree = self._tree
        path = as_path(tree, self._flat, self._start, trail)
        supposes = tuple(step for step in path.steps if tree.nodes[step.node].kind is not Kind.DECISION)
        end = tree.nodes[path.end]
        is_open = end.kind is Kind.OUTCOME and bool(end.goes_on)
        return Way(path, path.met(tree), level, supposes, is_open, guide_at(end))
