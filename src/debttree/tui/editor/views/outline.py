"""The list of subjects: signs, titles, ids, marks for problems. Rows are made when they come into view."""

from collections.abc import Sequence

from debttree.model import DataPath, clean_line
from debttree.tui.editor.arrangement import Arrangement, stage_of
from debttree.tui.editor.fields import TABLES
from debttree.tui.editor.subjects import TREE, kind_of
from debttree.tui.editor.view import View
from debttree.tui.editor.views.signs import sign
from debttree.tui.kit.page import Line, Run, fitted, line_cells
from debttree.tui.kit.signs import glyph

_GLYPHS = {"urgent": "»", "stages": "─", "consequences": "▼", "contacts": "#", "events": "○", "sources": "§"}


class SubjectEntries:
    """Subjects as entries of a list.

    Args:
        view: the draft, and who looks at it.
        subjects: data paths of the subjects, in order.
        arrangement: filter and order; None: everything in file order.
    """

    tall = 1

    def __init__(
        self, view: View, subjects: Sequence[DataPath], arrangement: Arrangement | None = None
    ) -> None:
        self._view = view
        self._arrangement = arrangement or Arrangement()
        self._subjects = subjects

    def __len__(self) -> int:
        return len(self._subjects)

    def lines(self, number: int, width: int) -> tuple[Line]:
        """Return the line of a subject, with its id if there is room for all of it."""
        subject = self._subjects[number]
        line, beside = row(self._view, subject)
        if self._arrangement.by_stage:
            line = _below_its_stage(self._view, subject, line, self._arrangement)
        return ((*line, *beside) if line_cells(line) + line_cells(beside) <= width else fitted(line, width),)


def _below_its_stage(view: View, subject: DataPath, line: Line, arrangement: Arrangement) -> Line:
    """Return the row of a subject in a list by stages; a folded stage is marked."""
    stage = stage_of(view, subject)
    if subject[0] == "stages":
        return (*line[:2], Run("▸ " if stage in arrangement.folded else "▾ ", "key"), *line[3:])
    return (*line[:2], Run("  "), *line[2:]) if subject[0] == "nodes" and stage is not None else line


def row(view: View, subject: DataPath) -> tuple[Line, Line]:
    """Return the row of a subject, whose first cell is for the cursor, and its id."""
    mark = sign(view.assessment.marks.get(subject) if view.assessment else None)
    if subject == TREE:
        words = Run(view.say.tell(TABLES["tree"].heading), "heading")
        return (Run(" "), mark, Run("# ", "dim"), words), ()
    name = view.name_of(subject)
    own = clean_line(str(subject[1])) if isinstance(subject[1], str) else ""
    beside: Line = () if own in ("", name) else (Run(f"  {own}", "dim"),)
    if subject[0] == "nodes":
        kind = kind_of(view.at(subject))
        return (Run(" "), mark, glyph(kind), Run(name)), beside
    return (Run(" "), mark, Run(f"{_GLYPHS[str(subject[0])]} ", "dim"), Run(name)), beside
