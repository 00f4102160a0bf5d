"""Cache what map, outline and search compute about a tree: each part once, on demand."""

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from debttree.analysis.columns import Columns, around, whole
from debttree.analysis.flat_graph import FlatGraph
from debttree.analysis.search import Index
from debttree.analysis.trails import as_path, shortest_trail
from debttree.model import Path, Tree

if TYPE_CHECKING:
    import networkx as nx

    from debttree.analysis.ends import End

AHEAD = 2
"""Columns after the middle of a neighbourhood: where a choice leads, and what can be done there."""

BEHIND = 2
"""Columns before it: what led there, and where that came from."""


class TreeIndex:
    """A tree with its decision graph, its columns and its indices of words, each made on demand."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._indexes: dict[str, Index] = {}

    @cached_property
    def graph(self) -> "nx.MultiDiGraph[str]":
        """The decision graph. It takes a moment, and the first time networkx is imported: see `is_ready`."""
        from debttree.analysis.graph import decision_graph

        return decision_graph(self.tree)

    def prepare(self) -> None:
        """Make the graph, so that nobody waits for it later."""
        self.graph.number_of_nodes()

    @property
    def is_ready(self) -> bool:
        """Whether the graph is there already, so that nobody waits for it."""
        return "graph" in self.__dict__

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of the nodes in file order; a search names nodes by their places here."""
        return tuple(self.tree.nodes)

    @cached_property
    def _flat(self) -> FlatGraph:
        return FlatGraph.of(self.tree)

    @cached_property
    def starts(self) -> tuple[str, ...]:
        """Where one may begin to read: the root, what is urgent, then every node, so that none is missed."""
        first = (self.tree.root, *(urgent.to for urgent in self.tree.urgent))
        return tuple(dict.fromkeys((*(name for name in first if name in self.tree.nodes), *self.ids)))

    def following(self, node: str) -> list[str]:
        """Return where the choices of a node lead, in file order; one node may come several times."""
        from debttree.analysis.graph import choices_of

        return [choice.to for choice in choices_of(self.graph, node)]

    @cached_property
    def whole(self) -> Columns:
        """The columns of the whole graph."""
        return whole(self.graph, self.starts)

    def around(self, node: str, way: Sequence[str]) -> Columns:
        """Return the columns of a node's neighbourhood, with the way to it that was walked."""
        return around(self.graph, node, way, AHEAD, BEHIND)

    def ends(
        self, start: str, met: Collection[str] = (), after: Callable[[str], int] | None = None
    ) -> "list[End]":
        """Return every end from a node on, the best first.

        Args:
            start: where one stands; what it brings counts.
            met: what was met before; it counts for no end.
            after: gives the severity that others can still bring after an open end, by its id; None: nothing.
        """
        from debttree.analysis.ends import ends, nothing_after

        return ends(self.graph, start, met, after or nothing_after)

    def index(self, language: str) -> Index:
        """Return the index of the words of a language; it takes a while for a large tree."""
        if language not in self._indexes:
            self._indexes[language] = Index(self.tree, language)
        return self._indexes[language]

    def known_index(self, language: str) -> Index | None:
        """Return the index of the words of a language where it is there already."""
        return self._indexes.get(language)

    def way_to(self, node: str, start: str) -> Path | None:
        """Return a shortest way from `start`, else from the root; None where neither leads to the node."""
        goal = self._flat.numbers[node]
        for name in dict.fromkeys((start, self.tree.root)):
            number = self._flat.numbers[name]
            trail = shortest_trail(self._flat, number, [goal])
            if trail is not None:
                return as_path(self.tree, self._flat, number, trail)
        return None
