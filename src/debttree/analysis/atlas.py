"""What map, outline and search work out about a tree: each part once, and only when somebody asks for it."""

from collections.abc import Iterator
from functools import cached_property

from debttree.analysis.arcs import Arcs
from debttree.analysis.columns import Columns, around, whole
from debttree.analysis.search import Index
from debttree.analysis.trails import as_path, shortest_trail
from debttree.model import Path, Tree

AHEAD = 2
"""Columns after the middle of a neighbourhood: where a choice leads, and what can be done there."""

BEHIND = 2
"""Columns before it: what led there, and where that came from."""


class Atlas:
    """A tree as something to find one's way in."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._indexes: dict[str, Index] = {}

    @cached_property
    def arcs(self) -> Arcs:
        """The graph."""
        return Arcs.of(self.tree)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where one may begin to read: the root, what is urgent, then every node, so that none is missed."""
        return tuple(dict.fromkeys(self._starts()))

    def _starts(self) -> Iterator[int]:
        for name in (self.tree.root, *(urgent.to for urgent in self.tree.urgent)):
            if name in self.arcs.numbers:
                yield self.arcs.numbers[name]
        yield from range(len(self.arcs))

    @cached_property
    def whole(self) -> Columns:
        """The columns of the whole graph."""
        return whole(self.arcs, self.starts)

    def around(self, node: int, way: list[int]) -> Columns:
        """The columns of a node's neighbourhood, with the way to it that was walked."""
        return around(self.arcs, node, way, AHEAD, BEHIND)

    def index(self, language: str) -> Index:
        """The index of the words of a language; it takes a while for a large tree."""
        if language not in self._indexes:
            self._indexes[language] = Index(self.tree, language)
        return self._indexes[language]

    def known_index(self, language: str) -> Index | None:
        """The same where it is there already."""
        return self._indexes.get(language)

    def numbers(self, path: Path) -> list[int]:
        """The nodes of a path."""
        return [self.arcs.numbers[name] for name in path.nodes]

    def way_to(self, node: str, start: str) -> Path | None:
        """A shortest way from `start`, else from the root; None where neither leads to the node."""
        goal = self.arcs.numbers[node]
        for name in dict.fromkeys((start, self.tree.root)):
            number = self.arcs.numbers[name]
            trail = shortest_trail(self.arcs, number, [goal])
            if trail is not None:
                return as_path(self.tree, self.arcs, number, trail)
        return None
