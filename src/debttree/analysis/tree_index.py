"""Cache what map, outline and search compute about a tree; each part is computed once, on demand."""

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
"""Columns after the middle of a neighbourhood: the targets of its choices, and the targets of theirs."""

BEHIND = 2
"""Columns before the middle of a neighbourhood."""


class TreeIndex:
    """A tree with its decision graph, its columns and its search indices, each made on demand."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._indexes: dict[str, Index] = {}

    @cached_property
    def graph(self) -> "nx.MultiDiGraph[str]":
        """The decision graph. Making it takes time, and the first time imports networkx: see `is_ready`."""
        from debttree.analysis.graph import decision_graph

        return decision_graph(self.tree)

    def prepare(self) -> None:
        """Make the graph in advance."""
        self.graph.number_of_nodes()

    @property
    def is_ready(self) -> bool:
        """Whether the graph has been made, so that `graph` returns at once."""
        return "graph" in self.__dict__

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of the nodes in file order; a search names nodes by their numbers in it."""
        return tuple(self.tree.nodes)

    @cached_property
    def _flat(self) -> FlatGraph:
        return FlatGraph.of(self.tree)

    @cached_property
    def starts(self) -> tuple[str, ...]:
        """Ids of nodes to start from: the root, targets of urgent entries, then every node, so that none is missed."""
        first = (self.tree.root, *(urgent.to for urgent in self.tree.urgent))
        return tuple(dict.fromkeys((*(name for name in first if name in self.tree.nodes), *self.ids)))

    def following(self, node: str) -> list[str]:
        """Return the targets of a node's choices, in file order; a node may occur several times."""
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
        """Return every end that can be reached from a node, the best first; see `ends.ends`.

        Args:
            start: id of the node to start from; the consequences that it brings count.
            met: ids of consequences met before; they do not count.
            after: returns the severity that others can still bring after an open end, given its id; None: 0 for all.
        """
        from debttree.analysis.ends import ends, nothing_after

        return ends(self.graph, start, met, after or nothing_after)

    def index(self, language: str) -> Index:
        """Return the search index of a language; making it takes seconds for a large tree."""
        if language not in self._indexes:
            self._indexes[language] = Index(self.tree, language)
        return self._indexes[language]

    def known_index(self, language: str) -> Index | None:
        """Return the search index of a language if it has been made already."""
        return self._indexes.get(language)

    def way_to(self, node: str, start: str) -> Path | None:
        """Return a shortest way from `start`, else from the root; None if neither leads to the node."""
        goal = self._flat.numbers[node]
        for name in dict.fromkeys((start, self.tree.root)):
            number = self._flat.numbers[name]
            trail = shortest_trail(self._flat, number, [goal])
            if trail is not None:
                return as_path(self.tree, self._flat, number, trail)
        return None
