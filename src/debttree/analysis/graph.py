"""The decision graph: a tree as a `networkx.MultiDiGraph`, on which map, outline, ways and `check` navigate.

Nodes stand in file order and hold their `Node` as `node`; arcs are keyed by the id of their choice and hold it as
`choice`. As in `flat_graph`, a choice to nowhere is absent, and so is a choice of an outcome: an outcome is an
end. Importing networkx costs more than a tenth of a second, so this module is imported where a graph is asked for.
"""

from collections.abc import Iterable

import networkx as nx

from debttree.model import Choice, Kind, Node, Tree


def decision_graph(tree: Tree) -> "nx.MultiDiGraph[str]":
    """Return a new graph of all nodes and choices of a tree.

    The graph's own attributes are `tree` and `root`. It is yours: nothing in debttree looks at it again.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(tree=tree, root=tree.root)
    graph.add_nodes_from((node.id, {"node": node}) for node in tree.nodes.values())
    for node in tree.nodes.values():
        for choice in _leading_on(node, tree.nodes):
            graph.add_edge(node.id, choice.to, key=choice.id, choice=choice)
    return graph


def choices_of(graph: "nx.MultiDiGraph[str]", node: str) -> list[Choice]:
    """Return the choices that are a node's arcs, in file order (networkx groups arcs by their targets)."""
    return list(_leading_on(graph.nodes[node]["node"], graph))


def _leading_on(node: Node, known: Iterable[str]) -> Iterable[Choice]:
    if node.kind is Kind.OUTCOME:
        return ()
    return (choice for choice in node.choices if choice.to in known)
