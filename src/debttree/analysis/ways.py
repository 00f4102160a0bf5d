"""Ways through a tree, safest first and lazily: trails from a node to the outcomes, or to one node.

A way takes no choice twice; parallel choices are different ways; it ends where it first arrives. Order: the
gravest consequence met, then the number of steps, then file order.
"""

from array import array
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from debttree.analysis.arcs import INTEGER, Arcs, Numbers
from debttree.analysis.deviations import Deviations
from debttree.analysis.passes import NEVER, distances
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
        self._arcs = Arcs.of(tree)
        self._start = self._arcs.numbers[start]
        self._goals = self._arcs.ends if to is None else array(INTEGER, [self._arcs.numbers[to]])
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
            left = distances(self._arcs, self._goals, [*self._barred, *graver])
            if left[self._start] != NEVER:
                for trail in Deviations(self._arcs, self._start, left):
                    if self._gravest(trail) == level:  # else it came at an earlier threshold
                        yield self._way(trail, level)

    def count(self) -> int | None:
        """How many ways there are, at most `COUNTED_AT_MOST`; None where loops make that costly to know."""
        left = distances(self._arcs, self._goals, self._barred)
        if left[self._start] == NEVER:
            return 0
        order = _sorted_from(self._arcs, self._start, left)
        if order is None:
            return None
        counts: dict[int, int] = {}
        for node in reversed(order):
            ahead = (counts[target] for target in _ahead(self._arcs, node, left))
            counts[node] = min(sum(ahead), COUNTED_AT_MOST) if left[node] else 1
        return counts[self._start]

    def _gravest(self, trail: Trail) -> int:
        targets = self._arcs.targets
        return max([self._severities[self._start], *(self._severities[targets[arc]] for arc in trail)])

    def _way(self, trail: Trail, level: int) -> Way:
        path = as_path(self._tree, self._arcs, self._start, trail)
        return Way(path, path.met(self._tree), level)


def _ahead(arcs: Arcs, node: int, left: Numbers) -> list[int]:
    """The nodes that its arcs lead to and a goal can be reached from; none where it is a goal."""
    return [target for target in arcs.next(node) if left[target] != NEVER] if left[node] else []


def _sorted_from(arcs: Arcs, start: int, left: Numbers) -> list[int] | None:
    """The nodes on any way from `start`, each before those that it leads to; None where there is a loop.

    Kahn, Topological sorting of large networks, 1962.
    """
    waiting = {start: 0}
    queue = [start]
    for node in queue:  # grows while it is read
        for target in _ahead(arcs, node, left):
            if target not in waiting:
                waiting[target] = 0
                queue.append(target)
            waiting[target] += 1
    if waiting[start]:
        return None
    order = [start]
    for node in order:  # grows while it is read
        for target in _ahead(arcs, node, left):
            waiting[target] -= 1
            if not waiting[target]:
                order.append(target)
    return order if len(order) == len(waiting) else None
