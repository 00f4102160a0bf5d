"""Choose the arc that an arrow key follows on the map, preferring one that was followed or walked before."""

from collections.abc import Sequence
from itertools import pairwise

from debttree.analysis.tree_index import TreeIndex
from debttree.tui.kit.map.drawing import Map


class Steering:
    """Moves along arcs, and remembers them, so that moving there and back ends where it began.

    Args:
        index: of the tree; its graph is needed for the first move only.
        way: ids of the nodes of the path walked.
    """

    def __init__(self, index: TreeIndex, way: Sequence[str]) -> None:
        self._index = index
        self._after = dict(pairwise(way))
        self._before = {target: source for source, target in pairwise(way)}

    def follow(self, source: str, target: str) -> str:
        """Record a move along the arc between two nodes."""
        self._after[source] = target
        self._before[target] = source
        return target

    def ahead(self, node: str, drawing: Map) -> str | None:
        """Return the node that the right arrow leads to; None at an end."""
        target = self._choice(
            node, self._index.following(node), self._after, drawing.drawn_ahead(node), drawing
        )
        return None if target is None else self.follow(node, target)

    def back(self, node: str, drawing: Map) -> str | None:
        """Return the node that the left arrow leads to; None if no arc leads to this one."""
        source = self._choice(
            node, [*self._index.graph.pred[node]], self._before, drawing.drawn_before(node), drawing
        )
        if source is not None:
            self.follow(source, node)
        return source

    def _choice(
        self, node: str, joined: Sequence[str], known: dict[str, str], drawn: Sequence[str], drawing: Map
    ) -> str | None:
        """Return the remembered node, else the nearest one joined by a line, else the first in file order."""
        if known.get(node) in joined:
            return known[node]
        if drawn:
            row = drawing.spot(node).y
            return min(drawn, key=lambda other: abs(drawing.spot(other).y - row))
        return joined[0] if joined else None
