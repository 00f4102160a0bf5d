"""Assign the nodes of a map to columns, and find the arcs to draw between two neighbouring ones.

A column holds the nodes that are equally many steps away from where the map begins. So an arc leads to the next column,
or to this or an earlier one: the first kind is drawn as a line; the second, which would run backwards through the
picture, is drawn as the name of its target (a pointer) or counted. `docs/engineer/map.md` says why, with numbers.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

NODES_AROUND = 60
"""Most nodes in a neighbourhood: more than a reader takes in at a glance, few enough to redraw at each key."""

SOURCES_SHOWN = 6
"""Most nodes shown that lead to the middle of a neighbourhood; some nodes have dozens."""


@dataclass(slots=True)
class Columns:
    """The items of a map, by column. An item stands for a node; items are numbered in the order of being added.

    Attributes:
        nodes: the id of the node that each item stands for.
        pointer: 1 for each item that only names a node whose own item is in another place, else 0.
        columns: the items of each column, from top to bottom.
        links: for each item the items of the next column that its arcs lead to, in file order, each once.
        left_out: for each item how many nodes its arcs lead to that are neither drawn nor named.
        item_of: the item of each node that has its own.
    """

    nodes: list[str] = field(default_factory=list)
    pointer: bytearray = field(default_factory=bytearray)
    columns: list[list[int]] = field(default_factory=list)
    links: list[list[int]] = field(default_factory=list)
    left_out: list[int] = field(default_factory=list)
    item_of: dict[str, int] = field(default_factory=dict)

    def add(self, node: str, column: int, *, pointer: bool = False) -> int:
        """Add an item at the bottom of a column, and return its number.

        Args:
            node: id of the node that the item stands for.
            column: number of its column, from 0.
            pointer: whether the node has another item of its own.
        """
        while len(self.columns) <= column:
            self.columns.append([])
        item = len(self.nodes)
        self.columns[column].append(item)
        self.nodes.append(node)
        self.pointer.append(pointer)
        self.links.append([])
        self.left_out.append(0)
        if not pointer:
            self.item_of[node] = item
        return item


def whole(graph: "nx.MultiDiGraph[str]", starts: Iterable[str]) -> Columns:
    """Return all nodes; a node's column is the fewest steps to it from the first of `starts` that reaches it.

    Linear in nodes and arcs: breadth-first layers from each start in turn, skipping nodes found before.
    """
    import networkx as nx

    found = Columns()
    depth: dict[str, int] = {}
    left = graph
    for start in starts:
        if start not in depth:
            for column, layer in enumerate(list(nx.bfs_layers(left, [start]))):
                for node in layer:
                    depth[node] = column
                    found.add(node, column)
            left = nx.subgraph_view(graph, filter_node=lambda node: node not in depth)
    for item, node in enumerate(found.nodes):
        targets = graph[node]
        found.links[item] = [found.item_of[t] for t in targets if depth[t] == depth[node] + 1]
        found.left_out[item] = len(targets) - len(found.links[item])
    return found


def around(
    graph: "nx.MultiDiGraph[str]", middle: str, way: Sequence[str], ahead: int, behind: int
) -> Columns:
    """Return the neighbourhood of a node: nodes some steps ahead of it, and nodes that lead to it.

    Every arc out of a node that is fewer than `ahead` steps away is drawn or named, as long as there are no more
    than `NODES_AROUND` nodes.

    Args:
        graph: as `decision_graph` makes it.
        middle: the id of the node.
        way: the nodes of the path walked; its part before the middle is shown as far as arcs join it.
        ahead: columns after the middle.
        behind: columns before it; the first one back holds what else leads to the middle and is not ahead of it.
    """
    walked = _walked(graph, middle, way, behind)
    depth = {node: -number for number, node in enumerate([middle, *walked])}
    _look_ahead(graph, middle, ahead, depth)
    sources = [node for node in graph.pred[middle] if node not in depth] if behind else []
    depth.update(dict.fromkeys(sources[:SOURCES_SHOWN], -1))
    first = min(depth.values())
    found = Columns()
    for node, place in depth.items():
        found.add(node, place - first)
    for node, place in depth.items():
        _join(graph, found, depth, node, names=0 <= place < ahead, first=first)
    return found


def _look_ahead(graph: "nx.MultiDiGraph[str]", middle: str, ahead: int, depth: dict[str, int]) -> None:
    """Add what lies ahead of the middle to `depth`, breadth first, while there is room."""
    import networkx as nx

    def fresh(node: str) -> Iterator[str]:
        return (target for target in graph[node] if target not in depth)

    for source, target in nx.generic_bfs_edges(graph, middle, neighbors=fresh, depth_limit=ahead):
        if len(depth) >= NODES_AROUND - SOURCES_SHOWN:
            break
        depth[target] = depth[source] + 1


def _walked(graph: "nx.MultiDiGraph[str]", middle: str, way: Sequence[str], behind: int) -> list[str]:
    """Return the nodes that were walked before the middle, the last one first, as far as arcs join them."""
    place = max((number for number, node in enumerate(way) if node == middle), default=0)
    back = [middle]
    for node in reversed(way[:place]):
        if len(back) > behind or node in back or not graph.has_edge(node, back[-1]):
            break
        back.append(node)
    return back[1:]


def _join(
    graph: "nx.MultiDiGraph[str]",
    found: Columns,
    depth: dict[str, int],
    node: str,
    *,
    names: bool,
    first: int,
) -> None:
    """Draw, name or count what the arcs of a node lead to."""
    item = found.item_of[node]
    for target in graph[node]:
        if depth.get(target) == depth[node] + 1:
            found.links[item].append(found.item_of[target])
        elif names and target in depth:
            found.links[item].append(found.add(target, depth[node] + 1 - first, pointer=True))
        else:
            found.left_out[item] += 1
