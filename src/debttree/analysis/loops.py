"""Loops of a graph: its strongly connected parts, and the shortest loop through a node."""

from collections.abc import Container, Sequence

from debttree.analysis.arcs import Arcs

_NAMED_AT_MOST = 8
"""Nodes named in one sentence at most: a loop of 50,000 nodes has to fit a screen too."""


def components(arcs: Arcs, within: bytes | bytearray) -> list[list[int]]:
    """The strongly connected parts of the graph of the nodes marked in `within`, sinks first.

    Tarjan, Depth-first search and linear graph algorithms, 1972, with a stack of its own for recursion.
    """
    found: list[list[int]] = []
    order = [0] * len(arcs)  # when a node was first met, from 1; 0: not yet
    low = [0] * len(arcs)  # the earliest node known to be reachable; 0 once its part is complete
    ahead = list(arcs.first[:-1])  # the arc of each node to look at next
    trail: list[int] = []
    waiting: list[int] = []
    met = 0
    for root in range(len(arcs)):
        if not within[root] or order[root]:
            continue
        trail.append(root)
        while trail:
            node = trail[-1]
            if not order[node]:
                met += 1
                order[node] = low[node] = met
                waiting.append(node)
            deeper = _advance(arcs, within, order, low, ahead, node)
            if deeper is not None:
                trail.append(deeper)
                continue
            trail.pop()
            if low[node] == order[node]:
                found.append(_complete(waiting, low, node))
            elif trail:
                low[trail[-1]] = min(low[trail[-1]], low[node])
    return found


def _advance(
    arcs: Arcs, within: bytes | bytearray, order: list[int], low: list[int], ahead: list[int], node: int
) -> int | None:
    """The next node to go down to; arcs to nodes met already only lower `low`."""
    end = arcs.first[node + 1]
    while ahead[node] < end:
        target = arcs.targets[ahead[node]]
        ahead[node] += 1
        if within[target]:
            if not order[target]:
                return target
            if low[target]:
                low[node] = min(low[node], order[target])
    return None


def _complete(waiting: list[int], low: list[int], node: int) -> list[int]:
    """Take the part that `node` heads off the stack."""
    part = []
    while True:
        part.append(waiting.pop())
        low[part[-1]] = 0
        if part[-1] == node:
            return sorted(part)


def shortest_loop(arcs: Arcs, through: int, within: Container[int]) -> list[int]:
    """The nodes of a shortest walk from a node back to it past nodes in `within`.

    The node itself stands at both ends. Empty: there is no such walk.
    """
    came_from = {through: through}
    queue = [through]
    for node in queue:  # grows while it is read
        for target in arcs.next(node):
            if target == through:
                loop = [through, node]
                while loop[-1] != through:
                    loop.append(came_from[loop[-1]])
                return loop[::-1]
            if target in within and target not in came_from:
                came_from[target] = node
                queue.append(target)
    return []


def drawn(arcs: Arcs, walk: Sequence[int]) -> str:
    """A walk for a message, in one line; the middle of a long one is left out."""
    names = [arcs.ids[node] for node in walk]
    if len(names) > _NAMED_AT_MOST:
        names = [*names[: _NAMED_AT_MOST - 2], "…", names[-1]]
    return " → ".join(names)


def listed(arcs: Arcs, nodes: Sequence[int]) -> str:
    """Nodes for a message; many are cut short, and how many there are more is said."""
    names = ", ".join(arcs.ids[node] for node in nodes[:_NAMED_AT_MOST])
    more = len(nodes) - _NAMED_AT_MOST
    return f"{names} … (+{more})" if more > 0 else names
