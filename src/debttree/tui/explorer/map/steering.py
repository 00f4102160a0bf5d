"""Where an arrow leads on the map: along an arc, by preference the one that was followed or walked before."""

from collections.abc import Sequence
from itertools import pairwise

from debttree.analysis.arcs import Arcs
from debttree.tui.explorer.map.drawing import Map


class Steering:
    """Moves along arcs, and remembers which, so that there and back ends where it began.

    Args:
        way: the nodes of the path walked.
    """

    def __init__(self, arcs: Arcs, way: Sequence[int]) -> None:
        self._arcs = arcs
        self._after = dict(pairwise(way))
        self._before = {target: source for source, target in pairwise(way)}

    def follow(self, source: int, target: int) -> int:
        """Move along the arc between two nodes."""
        self._after[source] = target
        self._before[target] = source
        return target

    def ahead(self, node: int, drawing: Map) -> int | None:
        """The node that an arrow to the right leads to; None at an end."""
        target = self._choice(node, self._arcs.next(node), self._after, drawing.drawn_ahead(node), drawing)
        return None if target is None else self.follow(node, target)

    def back(self, node: int, drawing: Map) -> int | None:
        """The node that an arrow to the left leads to; None where nothing leads to this one."""
        source = self._choice(
            node, self._arcs.before(node), self._before, drawing.drawn_before(node), drawing
        )
        if source is not None:
            self.follow(source, node)
        return source

    def _choice(
        self, node: int, joined: Sequence[int], known: dict[int, int], drawn: Sequence[int], drawing: Map
    ) -> int | None:
        """The node known from before, else the nearest one to which a line is drawn, else the first in the file."""
        if known.get(node) in joined:
            return known[node]
        if drawn:
            row = drawing.spot(node).y
            return min(drawn, key=lambda other: abs(drawing.spot(other).y - row))
        return joined[0] if joined else None
