"""The list of everything that can be edited: signs, titles, ids, marks for problems. Rows are made when seen."""

from collections.abc import Sequence

from debttree.model import DataPath, clean_line
from debttree.tui.editor.fields import HEADINGS
from debttree.tui.editor.subjects import TREE, kind_of
from debttree.tui.editor.view import View
from debttree.tui.editor.views.signs import sign
from debttree.tui.kit.page import Line, Run, fitted, line_cells
from debttree.tui.kit.signs import glyph

_GLYPHS = {"urgent": "»", "stages": "─", "consequences": "▼", "contacts": "#", "events": "○", "sources": "§"}


class SubjectEntries:
    """Subjects as entries of a list."""

    tall = 1

    def __init__(self, view: View, subjects: Sequence[DataPath]) -> None:
        self._view = view
        self._subjects = subjects

    def __len__(self) -> int:
        return len(self._subjects)

    def lines(self, number: int, width: int) -> tuple[Line]:
        """Return the line of one of them; the id where there is room for all of it."""
        line, beside = row(self._view, self._subjects[number])
        return ((*line, *beside) if line_cells(line) + line_cells(beside) <= width else fitted(line, width),)


def row(view: View, subject: DataPath) -> tuple[Line, Line]:
    """Return one row, whose first cell is the cursor's; and the id, for where there is room for it."""
    mark = sign(view.assessment.marks.get(subject) if view.assessment else None)
    if subject == TREE:
        words = Run(view.say.tell(HEADINGS["tree"]), "heading")
        return (Run(" "), mark, Run("# ", "dim"), words), ()
    name = view.name_of(subject)
    own = clean_line(str(subject[1])) if isinstance(subject[1], str) else ""
    beside: Line = () if own in ("", name) else (Run(f"  {own}", "dim"),)
    if subject[0] == "nodes":
        kind = kind_of(view.at(subject))
        return (Run(" "), mark, glyph(kind), Run(name)), beside
    return (Run(" "), mark, Run(f"{_GLYPHS[str(subject[0])]} ", "dim"), Run(name)), beside
