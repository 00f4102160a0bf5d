"""Find trails: walks that take no arc twice, given as numbers of arcs."""

from collections.abc import Collection, Container, Iterable, Sequence

from debttree.analysis.flat_graph import FlatGraph
from debttree.model import Path, Step, Tree

Trail = tuple[int, ...]
"""Numbers of arcs; each arc begins where the one before ends."""


def shortest_trail(
    flat: FlatGraph,
    start: int,
    goals: Collection[int],
    barred: Iterable[int] = (),
    used: Container[int] = (),
) -> Trail | None:
    """Return a shortest trail from `start` to one of `goals` without visiting `barred` or taking arcs in `used`.

    Of several shortest trails it is the first in file order, since breadth-first search visits nodes in the order of
    their first shortest trails. None if there is no trail.

    Args:
        flat: the graph.
        start: number of the first node.
        goals: 1 for each node to end at.
        barred: 1 for each node that may not be visited.
        used: numbers of arcs that may not be taken.
    """
    goals = frozenset(goals)
    came_by = dict.fromkeys(barred, -1)
    if start in came_by:
        return None
    came_by[start] = -1
    queue = [start]
    came_from: dict[int, int] = {}
    for node in queue:  # grows while it is read
        if node in goals:
            return _traced(came_by, came_from, node)
        for arc in range(flat.first[node], flat.first[node + 1]):
            target = flat.targets[arc]
            if target not in came_by and arc not in used:
                came_by[target] = arc
                came_from[arc] = node
                queue.append(target)
    return None


def _traced(came_by: dict[int, int], came_from: dict[int, int], node: int) -> Trail:
    trail: list[int] = []
    while (arc := came_by[node]) >= 0:
        trail.append(arc)
        node = came_from[arc]
    return tuple(reversed(trail))


def as_path(tree: Tree, flat: FlatGraph, start: int, trail: Sequence[int]) -> Path:
    """Return a trail as a path of ids; a step out of an open end has no choice.

    Args:
        tree: the tree of the graph.
        flat: its flat graph.
        start: number of the first node.
        trail: numbers of arcs.
    """
    node = start
    steps = []
    for arc in trail:
        choices = flat.choices(tree, node)
        choice = choices[arc - flat.first[node]].id if choices else None
        node, source = flat.targets[arc], node
        steps.append(Step(flat.ids[source], choice, flat.ids[node]))
    return Path(flat.ids[start], tuple(steps))
