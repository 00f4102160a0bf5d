"""The ends that can be reached from a node, and how grave the gravest is that one must meet on the way there."""

from collections.abc import Collection, Container
from dataclasses import dataclass

from debttree.analysis.flat_graph import FlatGraph
from debttree.analysis.prospects import Prospects
from debttree.analysis.trails import as_path
from debttree.model import Kind, Node, Path


@dataclass(frozen=True, slots=True)
class End:
    """An outcome that can be reached.

    Attributes:
        path: a shortest way there among those that meet nothing graver than `severity`.
        severity: the least that the gravest consequence on a way there can be, what may still come at an open end
            counted in; 0: nothing need be met.
    """

    path: Path
    severity: int

    @property
    def node(self) -> str:
        """Where it ends."""
        return self.path.end


def ends(prospects: Prospects, start: str, met: Collection[str] = ()) -> list[End]:
    """Return every end from a node on, the best first: by severity, then steps, then the order of the file.

    Args:
        prospects: of the tree.
        start: where one stands; what it brings counts.
        met: what was met before; it counts for no end.
    """
    tree, flat = prospects.tree, prospects.flat
    known = frozenset(met)
    severities = [_severity(prospects, node, known) for node in tree.nodes.values()]
    number, goals, found = flat.numbers[start], frozenset(flat.ends), dict[int, End]()
    for level in sorted(set(severities)):
        if severities[number] <= level:
            came_by = _outward(flat, number, [severity > level for severity in severities], goals)
            for node in goals.intersection(came_by) - found.keys():
                found[node] = End(as_path(tree, flat, number, _trail(flat, came_by, node)), level)
    return sorted(found.values(), key=lambda end: (end.severity, len(end.path.steps), flat.numbers[end.node]))


def _severity(prospects: Prospects, node: Node, met: frozenset[str]) -> int:
    own = prospects.tree.severity(name for name in node.brings if name not in met)
    is_open = node.kind is Kind.OUTCOME and bool(node.goes_on)
    return max(own, prospects.worst(node.id)) if is_open else own


def _outward(flat: FlatGraph, start: int, shut: list[bool], goals: Container[int]) -> dict[int, int]:
    """Return the nodes that can be reached, each by the last arc of a shortest way; the start by none: -1."""
    came_by = {start: -1}
    queue = [start]
    for node in queue:  # grows while it is read
        if node in goals:
            continue
        for arc in range(flat.first[node], flat.first[node + 1]):
            target = flat.targets[arc]
            if target not in came_by and not shut[target]:
                came_by[target] = arc
                queue.append(target)
    return came_by


def _trail(flat: FlatGraph, came_by: dict[int, int], node: int) -> list[int]:
    trail = []
    while came_by[node] >= 0:
        trail.append(came_by[node])
        node, _ = flat.joined(came_by[node])
    return trail[::-1]
