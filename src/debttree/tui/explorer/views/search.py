"""The hits of a search: the node, and the text in which the words were found."""

from collections.abc import Mapping

from debttree.analysis.search import Hit, Part, unmarked
from debttree.model import Message, Node, msg
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.page import Line, Run, cells, fitted, line_cells
from debttree.tui.kit.page.matches import excerpt, marked
from debttree.tui.kit.signs import end_mark

_PARTS: Mapping[Part, Message] = {
    Part.CHOICE: msg("choice"),
    Part.TEXT: msg("text"),
    Part.CHECKLIST: msg("checklist"),
    Part.DEADLINE: msg("deadline"),
    Part.CONSEQUENCE: msg("consequence"),
    Part.SOURCE: msg("source"),
}


class HitEntries:
    """Hits as entries of a list.

    Args:
        scene: the tree and who looks at it.
        names: ids of the nodes, by number.
        hits: the hits.
    """

    tall = 2

    def __init__(self, scene: Scene, names: tuple[str, ...], hits: tuple[Hit, ...]) -> None:
        self._scene = scene
        self._names = names
        self.hits = hits

    def __len__(self) -> int:
        return len(self.hits)

    def lines(self, number: int, width: int) -> tuple[Line, Line]:
        """Return the lines of a hit: the title, and the text found."""
        hit = self.hits[number]
        node = self._scene.tree.nodes[self._names[hit.node]]
        title = self._scene.name(node.title) or node.id
        kind = end_mark(self._scene.say, node)
        head = (Run(" "), *marked(title, hit.title_spans, "strong"))
        head = fitted(head, width - line_cells(kind) - 2)
        gap = Run(" " * (width - line_cells(head) - line_cells(kind) - 1))
        return (*head, gap, *kind), self._context(hit, node, width)

    def _context(self, hit: Hit, node: Node, width: int) -> Line:
        """Return the text found; for a title or a tag the beginning of the node's text."""
        if hit.part not in _PARTS:
            return fitted((Run("   "), Run(unmarked(self._scene.words(node.text)), "dim")), width)
        lead = f"   {self._scene.say.tell(_PARTS[hit.part])}: "
        return (Run(lead, "dim"), *excerpt(hit.text, hit.spans, width - cells(lead) - 1))
