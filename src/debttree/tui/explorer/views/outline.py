"""The lines of the outline: nodes under nodes, by which choice, and what is folded."""

from debttree.analysis.outline import Outline, Row
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.page import Line, Run, fitted, line_cells
from debttree.tui.kit.signs import ELSEWHERE, end_sign

_FOLDED, _UNFOLDED, _LEAF = "▸", "▾", "·"

_GUIDE = 2
"""Width of one level, in cells."""


class OutlineEntries:
    """The rows of an outline as entries of a list."""

    tall = 1

    def __init__(self, scene: Scene, outline: Outline) -> None:
        self._scene = scene
        self._outline = outline
        self._walked = {
            (step.node, step.choice) for step in scene.journey.path.steps if step.choice is not None
        }

    def __len__(self) -> int:
        return len(self._outline.rows)

    def lines(self, number: int, width: int) -> tuple[Line]:
        """Return the line of a row, cut off at its end if there are words at the right edge."""
        row = self._outline.rows[number]
        right = self._right(row)
        left = (*self._guides(row, width), *self._words(row))
        left = fitted(left, width - line_cells(right) - 1)
        gap = Run(" " * (width - line_cells(left) - line_cells(right) - 1))
        return ((*left, gap, *right),)

    def _guides(self, row: Row, width: int) -> Line:
        """Return the guide lines of a row; of a deep row the outer ones are replaced by their number."""
        shown = max(width // 3 // _GUIDE, 2)
        signs: list[Run] = []
        above = row
        while above.parent is not None and len(signs) < shown:
            if above is row:
                end = "└" if row.last else "├"
                signs.append(
                    Run({"└": "╚ ", "├": "╠ "}[end], "walked")
                    if self._is_walked(row)
                    else Run(end + " ", "dim")
                )
            else:
                signs.append(Run("  " if above.last else "│ ", "dim"))
            above = above.parent
        deeper = row.depth - len(signs)
        return (Run(f" {deeper} " if deeper else " ", "dim"), *reversed(signs))

    def _words(self, row: Row) -> Line:
        node = self._scene.tree.nodes[row.node]
        here = node.id == self._scene.journey.at
        fold = _UNFOLDED if row.open else _FOLDED if self._outline.can_unfold(row) else _LEAF
        words: Line = ()
        if row.choice is not None:
            words = (*self._scene.line(row.choice.label), Run(" → ", "dim"))
        title = self._scene.line(node.title, "walked" if here else "dim" if row.refers else "strong")
        mark = Run(
            f"{ELSEWHERE} " if row.refers else f"{fold} ", "dim" if row.refers or fold == _LEAF else "key"
        )
        return (mark, *words, *end_sign(node), *title)

    def _is_walked(self, row: Row) -> bool:
        if row.choice is None or row.parent is None:
            return False
        return (row.parent.node, row.choice.id) in self._walked

    def _right(self, row: Row) -> Line:
        """Return the words at the right edge: whether the person is here, and how many nodes are folded."""
        hidden = self._outline.hidden(row)
        here = row.node == self._scene.journey.at and not row.refers
        words = Run(self._scene.say("you are here") if here else "", "walked")
        return (words, Run(f" +{hidden}" if hidden else "", "dim"))
