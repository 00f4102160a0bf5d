"""Compute the problems and prospects of a draft, in the background."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from debttree.analysis import Prospects
from debttree.analysis.checking import IsGuide, check_reading
from debttree.analysis.drafts import drafted
from debttree.editing.document import Document
from debttree.model import Address, DataPath, Place, Problem, Severity, Tree
from debttree.tui.editor.subjects import arrivals


@dataclass(frozen=True)
class Assessment:
    """A document's problems, in the order of the file, and its prospects if it has a node.

    It does not hold the document: the person may have edited on since, and each state of a large document holds its
    whole text.

    Attributes:
        tree: the draft that can be walked, of which prospects are computed; None if the text is no TOML.
        problems: with line and column.
        barriers: number of errors that prevent walking it as a draft.
        prospects: None if there is no node, or while they are being computed.
        marks: the worst severity of the problems of each subject that has any.
        arrivals: for each node id the data paths of the choices that lead to it.
    """

    tree: Tree | None
    problems: tuple[Problem, ...]
    barriers: int
    marks: Mapping[DataPath, Severity]
    arrivals: Mapping[str, Sequence[DataPath]]
    prospects: Prospects | None

    @property
    def errors(self) -> int:
        """The number of problems that prevent readers from walking the tree."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    def of(self, subject: DataPath) -> list[Problem]:
        """Return the problems of one subject."""
        return [problem for problem in self.problems if home_of(problem) == subject]


def home_of(problem: Problem) -> DataPath:
    """Return the subject that a problem is about."""
    if not problem.path and problem.node is not None:
        return "nodes", problem.node
    return Address.of(problem.path).subject


def assess(
    document: Document,
    today: dt.date,
    is_wanted: Callable[[], bool] = lambda: True,
    is_guide: IsGuide | None = None,
    then: Callable[[Assessment], None] = lambda _: None,
) -> Assessment:
    """Compute the problems and prospects of a document.

    Args:
        document: the draft.
        today: the day on which sources, contacts and review must hold.
        is_wanted: called now and then, in this thread; false gives up.
        is_guide: returns whether readers have a guide of that name; None: guides are not checked.
        then: called with the problems before the prospects are computed.

    Raises:
        Unwanted: `is_wanted` returned false.
    """
    checked = check_reading(document.reading(), today, is_guide)
    placed = (replace(problem, place=_place_of(document, problem)) for problem in checked.problems)
    problems = tuple(sorted(placed, key=_order))
    marks: dict[DataPath, Severity] = {}
    for problem in problems:
        home = home_of(problem)
        if problem.severity is Severity.ERROR or home not in marks:
            marks[home] = problem.severity
    draft = drafted(checked)
    tree, reached = draft.tree, arrivals(document.data or {})
    found = Assessment(tree, problems, len(draft.errors), marks, reached, None)
    if tree is None or not tree.nodes:
        return found
    then(found)
    return replace(found, prospects=Prospects.of(tree, is_wanted=is_wanted))


def _place_of(document: Document, problem: Problem) -> Place:
    """Return a problem with its line and column in the text."""
    if problem.place is not None:
        return problem.place
    if not problem.path or document.data is None:
        return Place(1, 1)
    return document.places.place(problem.path, problem.aim)


def _order(problem: Problem) -> tuple[int, int, str]:
    place = problem.place or Place(1, 1)
    return place.line, place.column, problem.code
