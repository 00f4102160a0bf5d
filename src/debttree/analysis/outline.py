"""A graph as a tree to read: each node opened once, under a shortest way to it; elsewhere it only points back."""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from debttree.analysis.arcs import Arcs

N = TypeVar("N", bound=Hashable)
A = TypeVar("A")


def opened(starts: Iterable[N], arcs_of: Callable[[N], Iterable[tuple[A, N]]]) -> dict[N, A | None]:
    """The arc under which each node is opened, or None for a node that is opened by itself.

    Breadth first from each start in turn, so that little is deeply nested; linear in nodes and arcs.

    Args:
        starts: where to begin; one that an earlier start has reached is left out.
        arcs_of: the arcs out of a node, and the nodes that they lead to.
    """
    found: dict[N, A | None] = {}
    for start in starts:
        if start in found:
            continue
        found[start] = None
        queue = [start]
        for node in queue:  # grows while it is read
            for arc, target in arcs_of(node):
                if target not in found:
                    found[target] = arc
                    queue.append(target)
    return found


class Row:
    """A line of an outline.

    Attributes:
        node: what it stands for.
        arc: the arc that leads there, or None for a node that stands by itself.
        parent: the row under which it stands.
        depth: how many rows stand above it in the tree.
        last: whether nothing follows under the same row.
        refers: whether the node is opened elsewhere, so that nothing can be unfolded here.
        open: whether the rows under it are shown.
    """

    __slots__ = ("arc", "depth", "last", "node", "open", "parent", "refers")

    def __init__(self, node: int, arc: int | None, parent: "Row | None", *, last: bool, refers: bool) -> None:
        self.node = node
        self.arc = arc
        self.parent = parent
        self.depth: int = parent.depth + 1 if parent else 0
        self.last = last
        self.refers = refers
        self.open = False


class Outline:
    """The rows of an outline that are unfolded, from above. Folded ones are not even made.

    Args:
        starts: the nodes to begin with, what stands first first.
    """

    def __init__(self, arcs: Arcs, starts: Iterable[int]) -> None:
        self._arcs = arcs
        self._opened = opened(starts, self._arcs_of)
        self._below = self._counts()
        tops = [node for node, arc in self._opened.items() if arc is None]
        self.rows = [Row(node, None, None, last=True, refers=False) for node in tops]

    def _arcs_of(self, node: int) -> Iterable[tuple[int, int]]:
        return zip(
            range(self._arcs.first[node], self._arcs.first[node + 1]), self._arcs.next(node), strict=True
        )

    def _source(self, arc: int) -> int:
        """The node that an arc leaves."""
        return bisect_right(self._arcs.first, arc) - 1

    def _counts(self) -> dict[int, int]:
        """How many nodes are opened under each one; those of a search breadth first are added up from its end."""
        below = dict.fromkeys(self._opened, 0)
        for node, arc in reversed(self._opened.items()):
            if arc is not None:
                below[self._source(arc)] += below[node] + 1
        return below

    def hidden(self, row: Row) -> int:
        """How many nodes unfolding it entirely would show."""
        return 0 if row.open or row.refers else self._below[row.node]

    def can_unfold(self, row: Row) -> bool:
        """Whether there is something under it to be shown."""
        return not row.open and not row.refers and self._arcs.first[row.node] < self._arcs.first[row.node + 1]

    def _under(self, row: Row) -> list[Row]:
        """New rows for the arcs of a node."""
        end = self._arcs.first[row.node + 1] - 1
        return [
            Row(target, arc, row, last=arc == end, refers=self._opened[target] != arc)
            for arc, target in self._arcs_of(row.node)
        ]

    def unfold(self, place: int) -> None:
        """Show what stands directly under a row."""
        row = self.rows[place]
        if self.can_unfold(row):
            row.open = True
            self.rows[place + 1 : place + 1] = self._under(row)

    def fold(self, place: int) -> None:
        """Hide all that stands under a row."""
        row = self.rows[place]
        if row.open:
            row.open = False
            end = self.end(place)
            del self.rows[place + 1 : end]

    def end(self, place: int) -> int:
        """The place after the last row under this one."""
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
        """Show only what the outline begins with."""
        self.rows = [row for row in self.rows if row.parent is None]
        for row in self.rows:
            row.open = False

    def reveal(self, node: int) -> int:
        """Unfold as far as the row where a node is opened; that row's place."""
        chain = [node]
        while (arc := self._opened[chain[-1]]) is not None:
            chain.append(self._source(arc))
        place = next(n for n, row in enumerate(self.rows) if row.parent is None and row.node == chain[-1])
        for step in reversed(chain[:-1]):
            self.unfold(place)
            place = self._child(place, step)
        return place

    def _child(self, place: int, node: int) -> int:
        """The place of the row under this one that opens a node."""
        child = place + 1
        while self.rows[child].node != node or self.rows[child].refers:
            child = self.end(child)
        return child

    def parent(self, place: int) -> int:
        """The place of the row under which a row stands; of one that stands under none its own."""
        row = self.rows[place]
        while self.rows[place] is not (row.parent or row):
            place -= 1
        return place
