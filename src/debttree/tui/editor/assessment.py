"""The problems and prospects of a draft, found in the background."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from debttree.analysis import Prospects
from debttree.analysis.checking import IsGuide, check_reading
from debttree.analysis.drafts import drafted
from debttree.editing.document import Document
from debttree.model import Address, DataPath, Place, Problem, Severity, Tree
from debttree.tui.editor.subjects import arrivals


@dataclass(frozen=True)
class Assessment:
    """A document's problems, in the order of the file, and its prospects where it holds a node.

    Attributes:
        document: that this is about; the person may have edited on since.
        tree: the draft that can be walked and whose prospects are known; None where the text is no TOML.
        barriers: how many errors keep it from being walked as a draft.
        marks: the gravest severity of each subject that has problems.
        arrivals: the choices that lead to each node, by their paths.
    """

    document: Document
    tree: Tree | None
    problems: tuple[Problem, ...]
    barriers: int
    marks: Mapping[DataPath, Severity]
    arrivals: Mapping[str, Sequence[DataPath]]
    prospects: Prospects | None

    @property
    def errors(self) -> int:
        """How many problems keep the tree from being walked by readers."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    def of(self, subject: DataPath) -> list[Problem]:
        """Return the problems of one subject."""
        return [problem for problem in self.problems if home_of(problem) == subject]


def home_of(problem: Problem) -> DataPath:
    """Return the subject that a problem belongs to."""
    if not problem.path and problem.node is not None:
        return "nodes", problem.node
    return Address.of(problem.path).subject


def assess(
    document: Document,
    today: dt.date,
    is_wanted: Callable[[], bool] = lambda: True,
    is_guide: IsGuide | None = None,
) -> Assessment:
    """Find the problems and prospects of a document.

    Args:
        document: the draft.
        today: the day for which problems are found.
        is_wanted: asked now and then, from this thread.
        is_guide: knows the guides that outcomes may lead to; None: nobody is asked.

    Raises:
        Unwanted: nobody wants them any more.
    """
    checked = check_reading(document.reading(), today, is_guide)
    problems = tuple(sorted(checked.problems, key=lambda problem: _order(document, problem)))
    marks: dict[DataPath, Severity] = {}
    for problem in problems:
        home = home_of(problem)
        if problem.severity is Severity.ERROR or home not in marks:
            marks[home] = problem.severity
    draft = drafted(checked)
    tree = draft.tree
    prospects = Prospects.of(tree, is_wanted=is_wanted) if tree is not None and tree.nodes else None
    return Assessment(
        document, tree, problems, len(draft.errors), marks, arrivals(document.data or {}), prospects
    )


def place_of(document: Document, problem: Problem) -> Place:
    """Return where in the text a problem stands."""
    if problem.place is not None:
        return problem.place
    if not problem.path or document.data is None:
        return Place(1, 1)
    return document.places.place(problem.path, problem.aim)


def _order(document: Document, problem: Problem) -> tuple[int, int, str]:
    place = place_of(document, problem)
    return place.line, place.column, problem.code
