"""Find the ends that can be reached from a node, each by a way whose gravest consequence is as mild as possible."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

import networkx as nx

from debttree.model import Kind, Node, Path, Step, Tree


@dataclass(frozen=True, slots=True)
class _Search:
    """The result of a search from a node that meets nothing graver than some severity.

    Attributes:
        came_from: for each node reached, the node before it, in the order in which they are reached; the start has
            itself.
        steps: for each node reached, the number of steps from the start.
        gravest: for each node reached, the gravest consequence on the way, or None.
    """

    graph: "nx.MultiDiGraph[str]"
    start: str
    came_from: dict[str, str]
    steps: dict[str, int]
    gravest: dict[str, str | None]

    def way(self, end: str) -> Path:
        """Return the way to a node; of several choices that lead to the same next node it takes the first."""
        adjacent, taken = self.graph.adj, list[Step]()
        while end != self.start:
            before = self.came_from[end]
            taken.append(Step(before, next(iter(adjacent[before][end])), end))
            end = before
        return Path(self.start, tuple(reversed(taken)))


@dataclass(frozen=True, slots=True)
class End:
    """An outcome that can be reached, by a shortest way among those that meet nothing graver than `severity`.

    Attributes:
        node: its id.
        severity: of the gravest consequence on the mildest way there, 1-5; 0: that way meets none.
        steps: number of steps of that way.
        gravest: the gravest consequence met on it; None: no further one is met.
    """

    node: str
    severity: int
    steps: int
    gravest: str | None
    _found: _Search = field(repr=False, compare=False)

    @property
    def path(self) -> Path:
        """The way. It is traced on demand, since there may be many ends with long ways."""
        return self._found.way(self.node)


def nothing_after(_: str) -> int:
    """Return 0: do not count what others can bring after an end."""
    return 0


def ends(
    graph: "nx.MultiDiGraph[str]",
    start: str,
    met: Collection[str] = (),
    after: Callable[[str], int] = nothing_after,
) -> list[End]:
    """Return every end that can be reached from a node, sorted by severity, then steps, then the order of the file.

    Args:
        graph: a tree's graph, as `decision_graph` makes it.
        start: id of the node to start from; the consequences that it brings count.
        met: ids of consequences met before; they do not count.
        after: returns the severity that others can still bring after an open end, given its id.
    """
    tree: Tree = graph.graph["tree"]
    known = frozenset(met)
    severities = {name: _severity(tree, node, known, after) for name, node in tree.nodes.items()}
    found = dict[str, End]()
    for level in sorted(set(severities.values())):
        if severities[start] <= level:
            search = _search(graph, start, severities, level, known)
            for name in search.came_from:
                if tree.nodes[name].kind is Kind.OUTCOME and name not in found:
                    found[name] = End(name, level, search.steps[name], search.gravest[name], search)
    places = {name: place for place, name in enumerate(tree.nodes)}
    return sorted(found.values(), key=lambda end: (end.severity, end.steps, places[end.node]))


def grouped(tree: Tree, found: Collection[End]) -> dict[str | None, list[End]]:
    """Return ends grouped by the gravest consequence on the way there: None (nothing is met) first, then by severity.

    Args:
        tree: the tree of these ends.
        found: the ends, sorted as `ends` returns them.
    """
    order: dict[str | None, tuple[int, int]] = {None: (0, 0)}
    for place, consequence in enumerate(tree.consequences.values()):
        order[consequence.id] = consequence.severity, place
    groups = dict[str | None, list[End]]()
    for end in sorted(found, key=lambda end: order[end.gravest]):
        groups.setdefault(end.gravest, []).append(end)
    return groups


def _severity(tree: Tree, node: Node, met: frozenset[str], after: Callable[[str], int]) -> int:
    own = tree.severity(name for name in node.brings if name not in met)
    is_open = node.kind is Kind.OUTCOME and bool(node.goes_on)
    return max(own, after(node.id)) if is_open else own


def _search(
    graph: "nx.MultiDiGraph[str]", start: str, severities: Mapping[str, int], level: int, met: frozenset[str]
) -> _Search:
    """Search breadth first, visiting no node that brings anything graver than a level."""
    tree: Tree = graph.graph["tree"]
    adjacent = graph.adj

    def gravest(before: str | None, node: str) -> str | None:
        names = [name for name in tree.nodes[node].brings if name not in met and name in tree.consequences]
        known = names if before is None else [before, *names]
        return max(known, key=lambda name: tree.consequences[name].severity, default=None)

    def mild(node: str) -> Iterator[str]:
        return (name for name in adjacent[node] if severities[name] <= level)

    search = _Search(graph, start, {start: start}, {start: 0}, {start: gravest(None, start)})
    for before, node in nx.generic_bfs_edges(graph, start, mild):
        search.came_from[node] = before
        search.steps[node] = search.steps[before] + 1
        search.gravest[node] = gravest(search.gravest[before], node)
    return search
