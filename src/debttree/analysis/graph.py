"""The decision graph: a tree as a `networkx.MultiDiGraph`, on which map, outline, ways and `check` navigate.

Nodes stand in file order and hold their `Node` as `node`; arcs are keyed by the id of their choice and hold it as
`choice`. As in `flat_graph`, choices to nowhere and choices of outcomes are left out. Importing networkx takes more
than 0.1 seconds, so this module is imported inside the functions that need a graph.
"""

from collections.abc import Iterable

import networkx as nx

from debttree.model import Choice, Kind, Node, Tree


def decision_graph(tree: Tree) -> "nx.MultiDiGraph[str]":
    """Return a new graph of all nodes and choices of a tree.

    The graph has the attributes `tree` and `root`. The caller may change it: debttree keeps no reference to it.
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
