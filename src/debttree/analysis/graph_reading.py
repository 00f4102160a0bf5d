"""Read graphs that networkx reads, as plain values: GraphML and node-link JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx


@dataclass(frozen=True, slots=True)
class PlainGraph:
    """A graph written by any program: names and attributes as plain values.

    Attributes:
        about: attributes of the graph.
        nodes: name and attributes of each node.
        arcs: source, target, name and attributes of each arc.
        is_directed: whether its arcs have a direction.
    """

    about: Mapping[str, Any]
    nodes: tuple[tuple[str, Mapping[str, Any]], ...]
    arcs: tuple[tuple[str, str, str, Mapping[str, Any]], ...]
    is_directed: bool


def read_graphml(text: str) -> PlainGraph:
    """Read the first graph of a GraphML file. The caller has refused text with a DOCTYPE already.

    Raises:
        ValueError: networkx cannot read it; the words are networkx's.
    """
    try:
        return _plain(nx.parse_graphml(text, force_multigraph=True))
    except _ANYTHING as error:
        raise ValueError(str(error) or type(error).__name__) from None


def read_node_link(data: Any) -> PlainGraph:
    """Read node-link data; its arcs are called `edges`, or `links` as networkx and D3 once wrote.

    Raises:
        ValueError: networkx cannot read it; the words are networkx's.
    """
    try:
        name = "links" if "links" in data and "edges" not in data else "edges"
        return _plain(nx.node_link_graph(data, multigraph=True, edges=name))
    except _ANYTHING as error:
        raise ValueError(str(error) or type(error).__name__) from None


_ANYTHING = (nx.NetworkXException, LookupError, TypeError, ValueError, AttributeError, SyntaxError)
"""networkx does not document what it raises for foreign files; these exceptions were seen."""


def _plain(graph: "nx.Graph[Any]") -> PlainGraph:
    many: nx.MultiDiGraph[Any] | nx.MultiGraph[Any]
    many = nx.MultiDiGraph(graph) if graph.is_directed() else nx.MultiGraph(graph)
    arcs = [
        (str(source), str(target), str(key), attributes)
        for source, target, key, attributes in many.edges(keys=True, data=True)
    ]
    nodes = tuple((str(node), attributes) for node, attributes in graph.nodes(data=True))
    return PlainGraph(dict(graph.graph), nodes, tuple(arcs), graph.is_directed())
