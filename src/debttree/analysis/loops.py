"""Find the loops of a decision graph: its strongly connected parts, and the shortest loop through a node."""

from collections.abc import Collection, Sequence

import networkx as nx

_NAMED_AT_MOST = 8
"""Most nodes named in one sentence: a loop may have 50,000 nodes."""


def components(graph: "nx.MultiDiGraph[str]", within: Collection[str]) -> list[list[str]]:
    """Return the strongly connected parts of the graph of the nodes in `within`, each in file order."""
    place = {node: number for number, node in enumerate(graph)}
    parts = nx.strongly_connected_components(graph.subgraph(within))
    return [sorted(part, key=place.__getitem__) for part in parts]


def shortest_loop(graph: "nx.MultiDiGraph[str]", through: str, within: Collection[str]) -> list[str]:
    """Return the nodes of a shortest walk from a node back to itself through nodes in `within` alone.

    The node itself is the first and the last one. Empty if there is no such walk.

    Args:
        graph: the decision graph.
        through: the node to begin and end at.
        within: ids of the nodes that may be visited, the node itself included.
    """
    inside = graph.subgraph(within)
    came_from = {through: through}
    for source, target in ((through, through), *nx.bfs_edges(inside, through)):
        came_from[target] = source
        if inside.has_edge(target, through):
            loop = [through, target]
            while loop[-1] != through:
                loop.append(came_from[loop[-1]])
            return loop[::-1]
    return []


def drawn(walk: Sequence[str]) -> str:
    """Return a walk as one line for a message; the middle of a long one is left out."""
    names = [*walk]
    if len(names) > _NAMED_AT_MOST:
        names = [*names[: _NAMED_AT_MOST - 2], "…", names[-1]]
    return " → ".join(names)


def listed(nodes: Sequence[str]) -> str:
    """Return a list of nodes for a message; a long one is cut and ends with the number of the others."""
    names = ", ".join(nodes[:_NAMED_AT_MOST])
    more = len(nodes) - _NAMED_AT_MOST
    return f"{names} … (+{more})" if more > 0 else names
