"""Export a tree as a networkx graph of plain attributes, and in formats that networkx writes."""

from typing import Any

import networkx as nx

from debttree.model import Tree

_NOT_IN_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
"""Code points that clean text may hold and XML 1.0 may not."""


def as_networkx(tree: Tree, language: str) -> "nx.MultiDiGraph[str]":
    """Return a graph whose attributes are strings and numbers; the key of an edge is the id of its choice.

    Nodes have `kind`, `title`, `stage`, `brings` (ids, separated by spaces) and `severity` (the gravest of
    them, 0 for none); edges have `label`. Texts are in `language`. Choices to nowhere are left out.
    """

    def words(text: str) -> str:
        return text.translate(_NOT_IN_XML)

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        title=words(tree.words(tree.title, language)), root=tree.root, version=tree.version, language=language
    )
    for node in tree.nodes.values():
        graph.add_node(
            node.id,
            kind=str(node.kind),
            title=words(tree.words(node.title, language)),
            stage=node.stage or "",
            brings=" ".join(node.brings),
            severity=tree.severity(node.brings),
        )
    for node in tree.nodes.values():
        for choice in node.choices:
            if choice.to in tree.nodes:
                label = words(tree.words(choice.label, language))
                graph.add_edge(node.id, choice.to, key=choice.id, label=label)
    return graph


def as_node_link(tree: Tree, language: str) -> dict[str, Any]:
    """Return networkx's node-link data; `networkx.node_link_graph(data, edges="edges")` reads it back."""
    return nx.node_link_data(as_networkx(tree, language), edges="edges")


def as_graphml(tree: Tree, language: str) -> str:
    """Return GraphML. The id of an edge is `NODE:CHOICE`, since GraphML requires ids unique in the whole graph."""
    graph = as_networkx(tree, language)
    for source, _, choice, attributes in graph.edges(keys=True, data=True):
        attributes["id"] = f"{source}:{choice}"
    return "\n".join(nx.generate_graphml(graph, edge_id_from_attribute="id")) + "\n"
