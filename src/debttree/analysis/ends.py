"""The ends that can be reached from a node, and how grave the gravest is that one must meet on the way there."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

import networkx as nx

from debttree.model import Kind, Node, Path, Step, Tree


@dataclass(frozen=True, slots=True)
class _Search:
    """What a search from a node found, past nothing graver than some severity.

    Attributes:
        came_from: by which node each is come to first, in the order in which they are reached; the start by itself.
        steps: how many steps that takes.
        gravest: the gravest consequence on that way, if there is one.
    """

    graph: "nx.MultiDiGraph[str]"
    start: str
    came_from: dict[str, str]
    steps: dict[str, int]
    gravest: dict[str, str | None]

    def way(self, end: str) -> Path:
        """Return the way to a node; where several choices lead to the next one, by the first of them."""
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
        severity: the least that the gravest consequence on a way there can be; 0: nothing need be met.
        steps: of that way.
        gravest: the gravest consequence that is met on it; None: nothing more is met.
    """

    node: str
    severity: int
    steps: int
    gravest: str | None
    _found: _Search = field(repr=False, compare=False)

    @property
    def path(self) -> Path:
        """The way; it is traced when somebody asks, for ends may be many and far."""
        return self._found.way(self.node)


def nothing_after(_: str) -> int:
    """Return that nothing is counted of what others can bring after an end."""
    return 0


def ends(
    graph: "nx.MultiDiGraph[str]",
    start: str,
    met: Collection[str] = (),
    after: Callable[[str], int] = nothing_after,
) -> list[End]:
    """Return every end from a node on, the best first: by severity, then steps, then the order of the file.

    Args:
        graph: of the tree's decisions, as `decision_graph` makes it.
        start: where one stands; what it brings counts.
        met: what was met before; it counts for no end.
        after: gives the severity that others can still bring after an open end, by its id.
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
    """Return ends by the gravest consequence on the way there: first None, where nothing is met, then the mildest.

    Args:
        tree: whose ends they are.
        found: the ends, the best first.
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
    """Search breadth first past nothing graver than a level."""
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
