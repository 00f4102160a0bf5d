"""Show a graph as an indented list: each node is opened once, on a shortest way to it; elsewhere it is a reference."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from debttree.model import Choice

if TYPE_CHECKING:
    import networkx as nx


def opened(graph: "nx.MultiDiGraph[str]", starts: Iterable[str]) -> dict[str, str | None]:
    """Return for each node the node under which it is opened; None for a node at the top level.

    It is opened under the first choice that leads there. Breadth first from each start in turn, so that little is
    deeply nested; linear in nodes and arcs.

    Args:
        graph: as `decision_graph` makes it.
        starts: where to begin; one that an earlier start has reached is left out.
    """
    import networkx as nx

    found: dict[str, str | None] = {}

    def fresh(node: str) -> Iterator[str]:
        return (target for target in graph[node] if target not in found)

    for start in starts:
        if start not in found:
            found[start] = None
            for source, target in nx.generic_bfs_edges(graph, start, neighbors=fresh):
                found[target] = source
    return found


def firsts(targets: Iterable[str]) -> list[bool]:
    """Return for each target in a sequence whether it occurs for the first time.

    >>> firsts(["b", "c", "b"])
    [True, True, False]
    """
    seen: set[str] = set()
    found = []
    for target in targets:
        found.append(target not in seen)
        seen.add(target)
    return found


class Row:
    """A line of an outline.

    Attributes:
        node: id of the node that it shows.
        choice: the choice that leads there; None for a node at the top level.
        parent: the row under which it stands, or None.
        depth: level of indentation, from 0.
        last: whether it is the last row under its parent.
        refers: whether the node is opened in another place, so that nothing can be unfolded here.
        open: whether the rows under it are shown.
    """

    __slots__ = ("choice", "depth", "last", "node", "open", "parent", "refers")

    def __init__(
        self, node: str, choice: Choice | None, parent: "Row | None", *, last: bool, refers: bool
    ) -> None:
        self.node = node
        self.choice = choice
        self.parent = parent
        self.depth: int = parent.depth + 1 if parent else 0
        self.last = last
        self.refers = refers
        self.open = False


class Outline:
    """The rows of an outline that are unfolded, from top to bottom. Rows that are folded away are not made.

    Args:
        graph: as `decision_graph` makes it.
        starts: ids of the nodes at the top level, in order.
    """

    def __init__(self, graph: "nx.MultiDiGraph[str]", starts: Iterable[str]) -> None:
        self._graph = graph
        self._opened = opened(graph, starts)
        self._below = self._counts()
        tops = [node for node, above in self._opened.items() if above is None]
        self.rows = [Row(node, None, None, last=True, refers=False) for node in tops]

    def _counts(self) -> dict[str, int]:
        """Return the number of nodes opened under each node, added up in reverse breadth-first order."""
        below = dict.fromkeys(self._opened, 0)
        for node, above in reversed(self._opened.items()):
            if above is not None:
                below[above] += below[node] + 1
        return below

    def hidden(self, row: Row) -> int:
        """Return the number of nodes that unfolding everything under a row would show."""
        return 0 if row.open or row.refers else self._below[row.node]

    def can_unfold(self, row: Row) -> bool:
        """Return whether a row has rows under it."""
        return not row.open and not row.refers and bool(self._graph[row.node])

    def _under(self, row: Row) -> list[Row]:
        """Return new rows for the arcs of a node."""
        from debttree.analysis.graph import choices_of

        choices = choices_of(self._graph, row.node)
        first = firsts(choice.to for choice in choices)
        return [
            Row(
                choice.to,
                choice,
                row,
                last=choice is choices[-1],
                refers=not (first[place] and self._opened[choice.to] == row.node),
            )
            for place, choice in enumerate(choices)
        ]

    def unfold(self, place: int) -> None:
        """Show the rows directly under a row."""
        row = self.rows[place]
        if self.can_unfold(row):
            row.open = True
            self.rows[place + 1 : place + 1] = self._under(row)

    def fold(self, place: int) -> None:
        """Hide all rows under a row."""
        row = self.rows[place]
        if row.open:
            row.open = False
            end = self.end(place)
            del self.rows[place + 1 : end]

    def end(self, place: int) -> int:
        """Return the place after the last row under this one."""
        depth = self.rows[place].depth
        end = place + 1
        while end < len(self.rows) and self.rows[end].depth > depth:
            end += 1
        return end

    def unfold_all(self, place: int) -> None:
        """Show everything under a row."""
        self.fold(place)
        made: list[Row] = []
        waiting = [self.rows[place]]
        while waiting:
            row = waiting.pop()
            made.append(row)
            if self.can_unfold(row):
                row.open = True
                waiting.extend(reversed(self._under(row)))
        self.rows[place : place + 1] = made

    def fold_all(self) -> None:
        """Show only the top level."""
        self.rows = [row for row in self.rows if row.parent is None]
        for row in self.rows:
            row.open = False

    def reveal(self, node: str) -> int:
        """Unfold down to the row where a node is opened, and return that row's place."""
        chain = [node]
        while (above := self._opened[chain[-1]]) is not None:
            chain.append(above)
        place = next(n for n, row in enumerate(self.rows) if row.parent is None and row.node == chain[-1])
        for step in reversed(chain[:-1]):
            self.unfold(place)
            place = self._child(place, step)
        return place

    def _child(self, place: int, node: str) -> int:
        """Return the place of the row under this one that opens a node."""
        child = place + 1
        while self.rows[child].node != node or self.rows[child].refers:
            child = self.end(child)
        return child

    def parent(self, place: int) -> int:
        """Return the place of a row's parent; its own place at the top level."""
        row = self.rows[place]
        while self.rows[place] is not (row.parent or row):
            place -= 1
        return place
