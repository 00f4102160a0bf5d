"""Find all problems of a tree file: those of the file, of its graph, and of the day on which it is read."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path

from debttree.analysis.guides import guide_problems
from debttree.analysis.open_ends import open_end_problems
from debttree.analysis.soundness import graph_problems
from debttree.model import (
    Choice,
    Kind,
    Node,
    Place,
    Problem,
    Severity,
    Text,
    Tree,
    Urgent,
    msg,
    nearest,
)
from debttree.reading import Reading, read, read_bytes
from debttree.reading.places import Places


@dataclass(frozen=True, slots=True)
class Checked:
    """A tree file and all its problems.

    Attributes:
        tree: None where the file is no TOML.
        problems: unsorted, and mostly without line and column; `placed` adds both.
        text: the file's text, without a byte order mark (BOM).
    """

    tree: Tree | None
    problems: tuple[Problem, ...]
    text: str

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the tree from being walked."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    def placed(self) -> list[Problem]:
        """Return every problem with its place, sorted. The file is scanned only if a problem needs a place."""
        return placed(self.problems, self.text)


IsGuide = Callable[[str], bool]
"""Return whether readers have a tree of this name; called for each outcome's `guide`."""


def check_file(file: str | Path, today: dt.date, is_guide: IsGuide | None = None) -> Checked:
    """Read and check a file.

    Args:
        file: path of the tree file.
        today: the day on which sources, contacts and review must hold.
        is_guide: as for `check_reading`.

    Raises:
        Trouble: the file cannot be read at all.
    """
    return check_bytes(read_bytes(file), tree_name(file), today, is_guide)


def tree_name(file: str | Path) -> str:
    """Return the name of the tree in a file."""
    return Path(file).stem or "tree"


def check_bytes(content: bytes, name: str, today: dt.date, is_guide: IsGuide | None = None) -> Checked:
    """Check a file's bytes.

    Args:
        content: all bytes of the file.
        name: the file's name without folder and ending.
        today: the day on which sources, contacts and review must hold.
        is_guide: as for `check_reading`.
    """
    return check_reading(read(content, name), today, is_guide)


def check_reading(reading: Reading, today: dt.date, is_guide: IsGuide | None = None) -> Checked:
    """Check a tree that has been read already.

    Args:
        reading: the tree, with the problems that the reader found.
        today: the day on which sources, contacts and review must hold.
        is_guide: returns whether readers have a guide of that name; None: guides are not checked.
    """
    problems = list(reading.problems)
    if reading.tree is not None and reading.tree.nodes:
        broken = any(problem.severity is Severity.ERROR for problem in problems)
        problems += _graph_problems_if_mended(reading.tree) if broken else graph_problems(reading.tree)
        problems += open_end_problems(reading.tree)
        problems += dated_problems(reading.tree, today)
        problems += guide_problems(reading.tree, is_guide) if is_guide else []
    return Checked(reading.tree, tuple(problems), reading.text)


def placed(problems: Iterable[Problem], text: str) -> list[Problem]:
    """Return problems with their places, sorted."""
    places: Places | None = None
    found = []
    for problem in problems:
        place = problem.place
        if place is None and not problem.path:
            place = Place(1, 1)
        if place is None:
            places = places or Places(text)
            place = places.place(problem.path, problem.aim)
        found.append(replace(problem, place=place))
    return sorted(found, key=attrgetter("place.line", "place.column", "code"))


def dated_problems(tree: Tree, today: dt.date) -> list[Problem]:
    """Return the problems that depend on the day: expired sources, contacts and reviews that are overdue."""
    found = []
    for source in tree.sources.values():
        if source.expired(today):
            message = msg(
                'The source "{name}" ran out on {date}.', name=source.id, date=str(source.valid_until)
            )
            hint = msg("See what holds now, in every node that rests on it.")
            path = ("sources", source.id, "valid_until")
            found.append(Problem("expired-source", Severity.WARNING, message, hint, path))
    for contact in tree.contacts.values():
        if tree.is_stale(contact, today):
            message = msg(
                'The contact "{name}" was last checked on {date}.', name=contact.id, date=str(contact.checked)
            )
            hint = msg("See whether it still answers, then set checked to that day.")
            found.append(
                Problem("stale-contact", Severity.WARNING, message, hint, ("contacts", contact.id, "checked"))
            )
    due = tree.review_due()
    if due is not None and today > due:
        message = msg("The tree was to be reviewed by {date}.", date=str(due))
        hint = msg("Read it against its sources, then set reviewed to that day.")
        found.append(Problem("review-overdue", Severity.WARNING, message, hint, ("tree", "reviewed")))
    return found


_SOMEWHERE = "?"
"""Id of a made-up outcome to which choices to nowhere lead; no valid id looks like this."""


def _graph_problems_if_mended(tree: Tree) -> list[Problem]:
    """Return the problems of the graph that remain once the errors found so far are mended in memory."""
    mended = _mended(tree)
    found = graph_problems(mended)
    if mended.root == _SOMEWHERE:
        return [problem for problem in found if problem.code != "unreachable"]
    return found


def _mended(tree: Tree) -> Tree:
    """Return the tree as its author probably meant it.

    A choice to nowhere leads to the node with the nearest name, else to a made-up end; a node without choices becomes
    an outcome; an outcome with choices becomes a decision.
    """
    repairs: dict[str, str] = {}

    def target(to: str) -> str:
        if to in tree.nodes:
            return to
        if to not in repairs:
            repairs[to] = nearest(to, tree.nodes) or _SOMEWHERE
        return repairs[to]

    nodes = {name: _mended_node(node, target) for name, node in tree.nodes.items()}
    urgent = tuple(replace(entry, to=target(entry.to)) for entry in tree.urgent)
    root = target(tree.root)
    if _SOMEWHERE in repairs.values():
        nodes[_SOMEWHERE] = Node(_SOMEWHERE, Kind.OUTCOME, Text.of(_SOMEWHERE))
        urgent = (*urgent, Urgent(Text.of(_SOMEWHERE), _SOMEWHERE))  # else it would be unreachable
    return replace(tree, nodes=nodes, urgent=urgent, root=root)


def _mended_node(node: Node, target: Callable[[str], str]) -> Node:
    choices = tuple(_with_target(choice, target(choice.to)) for choice in node.choices)
    kind = node.kind
    if not choices:
        kind = Kind.OUTCOME
    elif kind is Kind.OUTCOME:
        kind = Kind.DECISION
    return replace(node, kind=kind, choices=choices)


def _with_target(choice: Choice, to: str) -> Choice:
    return choice if choice.to == to else replace(choice, to=to)
