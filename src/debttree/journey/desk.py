"""The people at an adviser's desk: each stored journey as a row, with its nearest last day and open tasks."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from debttree.analysis.checking import check_file
from debttree.journey import people, store
from debttree.journey.deadlines import Due
from debttree.journey.journey import Journey
from debttree.journey.names import look_of
from debttree.journey.resume import belongs, resume
from debttree.journey.saved import Saved
from debttree.journey.todo import Duty, tasks
from debttree.model import Message, Tree, Trouble, WordedEnum, folded, msg
from debttree.storage.library import find_tree


class Order(WordedEnum):
    """What the rows are sorted by; the value is what scripts and tests call it."""

    DAY = "day", msg("by last day")
    VISIT = "visit", msg("by last visit")
    NAME = "name", msg("by name")


@dataclass(frozen=True, slots=True)
class Person:
    """A row: one person's journey.

    Attributes:
        file: name of the journey's file.
        content: the bytes of that file, as they were read.
        whose: the name as typed; empty where there is none.
        saved: what the file holds; None where it cannot be read.
        tree: that the journey leads through, as it is now; None where it is not at hand.
        journey: as it stands in that tree, else as it was stored.
        nearest: the open deadline of theirs with the nearest last day, else one whose event has no date.
        open_items: things of the checklists on the way that are not ticked.
        items: all of them.
        visited: when it was saved last: the day, and the time if the file's time is on that day.
        problem: why it cannot be read.
    """

    file: str
    content: bytes = b""
    whose: str = ""
    saved: Saved | None = None
    tree: Tree | None = None
    journey: Journey | None = None
    nearest: Due | None = None
    open_items: int = 0
    items: int = 0
    visited: dt.date | None = None
    visited_at: dt.time | None = None
    problem: Message | None = None

    @property
    def day(self) -> dt.date | None:
        """The nearest last day of theirs; None where there is none, or none is known."""
        return self.nearest.keep if self.nearest is not None else None

    def days_left(self, today: dt.date) -> int | None:
        """Return the days until then; negative once it has passed."""
        return self.nearest.days_left(today) if self.nearest is not None else None

    def stands(self, language: str) -> str:
        """Return the title of where they stand."""
        if self.journey is None or self.saved is None:
            return ""
        if self.tree is not None:
            return self.tree.line(self.tree.nodes[self.journey.at].title, language)
        known = self.saved.prints.get(self.journey.at)
        return known.title if known is not None else self.journey.at

    def what_for(self, language: str) -> str:
        """Return what the nearest last day is for."""
        if self.nearest is None or self.tree is None:
            return ""
        return self.tree.line(self.nearest.deadline.text, language)


TreeOf = Callable[[Saved], Tree | None]
"""Returns the tree that a stored journey leads through, as it is now; None where it is not at hand."""


class Guides:
    """Finds the trees of journeys by name, each once.

    Args:
        own: a tree that is at hand already; None if there is none.
        today: the day for which trees are checked.
        files: of trees that were named by a path, which no name finds.
    """

    def __init__(self, own: Tree | None, today: dt.date, files: Sequence[Path] = ()) -> None:
        self._own = own
        self._today = today
        self._files = {file.stem: file for file in files}
        self._found: dict[str, Tree | None] = {}

    def __call__(self, saved: Saved) -> Tree | None:
        """Return the tree of a journey, or None where there is none that it leads through."""
        if self._own is not None and belongs(self._own, saved):
            return self._own
        if saved.tree_name not in self._found:
            self._found[saved.tree_name] = self._read(saved.tree_name)
        tree = self._found[saved.tree_name]
        return tree if tree is not None and belongs(tree, saved) else None

    def file(self, name: str) -> Path:
        """Return the file of the tree of that name; raises Trouble where there is none, or more than one."""
        return self._files.get(name) or find_tree(name)

    def _read(self, name: str) -> Tree | None:
        with suppress(Trouble):
            checked = check_file(self.file(name), self._today)
            return None if checked.errors else checked.tree
        return None


def person(name: str, tree_of: TreeOf, today: dt.date) -> Person:
    """Return the row for a journey's file.

    Args:
        name: of the file.
        tree_of: finds its tree.
        today: the day for which it is computed.
    """
    content = b""
    try:
        content = store.existing(name)
        saved = store.read(name, content)
    except Trouble as trouble:
        return Person(name, content, problem=trouble.message)
    return row(name, saved, tree_of(saved), today, content=content, written=_written(name))


def row(
    name: str,
    saved: Saved,
    tree: Tree | None,
    today: dt.date,
    *,
    content: bytes = b"",
    written: dt.datetime | None = None,
) -> Person:
    """Return a stored journey as a row; nothing is read or written.

    Args:
        name: of its file.
        saved: what it holds.
        tree: that it leads through; None where it is not at hand.
        today: the day for which it is computed.
        content: the bytes of its file.
        written: when the file was written, in local time.
    """
    whose = people.called(name, saved)
    at = written.time() if written is not None and written.date() == saved.saved else None
    found = Person(name, content, whose, saved, None, saved.journey, visited=saved.saved, visited_at=at)
    if tree is None:
        return found
    journey = resume(tree, saved).journey
    todo = tasks(tree, journey, today)
    items = [task for task in todo if task.entry is not None]
    unticked = sum(not task.done for task in items)
    known = replace(found, tree=tree, journey=journey, nearest=_nearest(todo))
    return replace(known, open_items=unticked, items=len(items))


def _nearest(todo: Sequence[Duty]) -> Due | None:
    """Return the open deadline with the nearest last day, a passed one first; else one whose day nobody knows yet."""
    found = [task.due for task in todo if task.due is not None and not task.done]
    return min(found, key=lambda due: due.keep or dt.date.max, default=None)


def _written(name: str) -> dt.datetime | None:
    try:
        seconds = store.file_of(name).stat().st_mtime
        return dt.datetime.fromtimestamp(seconds).replace(second=0, microsecond=0)  # noqa: DTZ006 - local, as people read it
    except (OSError, ValueError, OverflowError):
        return None


def everybody(tree_of: TreeOf, today: dt.date) -> Iterator[Person]:
    """Yield a row for each journey on disk, in the order of the files, each read when it is reached."""
    return (person(name, tree_of, today) for name in store.names())


def ordered(rows: Iterable[Person], order: Order = Order.DAY) -> list[Person]:
    """Return rows in order; what cannot be read comes last, for nobody can say how urgent it is.

    By day: the nearest last day first, passed ones on top; then those whose last day depends on a date that is not set;
    then the others, the one seen last first. By visit: the one seen last first.
    """
    return sorted(rows, key=_KEYS[order])


def _by_name(row: Person) -> tuple[object, ...]:
    """Return a sort key as in an address book: Émile is under E, not behind Z."""
    return (row.problem is not None, not row.whose, folded(row.whose), row.whose, row.file)


def _by_visit(row: Person) -> tuple[object, ...]:
    day = row.visited.toordinal() if row.visited else 0
    at = row.visited_at.hour * 60 + row.visited_at.minute if row.visited_at else 0
    return (row.problem is not None, -day, -at, *_by_name(row))


def _by_day(row: Person) -> tuple[object, ...]:
    return (row.problem is not None, row.day or dt.date.max, row.nearest is None, *_by_visit(row))


_KEYS: dict[Order, Callable[[Person], tuple[object, ...]]] = {
    Order.DAY: _by_day,
    Order.VISIT: _by_visit,
    Order.NAME: _by_name,
}


def due_within(rows: Iterable[Person], days: int, today: dt.date) -> list[Person]:
    """Return the rows whose nearest last day is within so many days, or has passed.

    Args:
        rows: the people.
        days: from today.
        today: the day for which it is computed.
    """
    return [row for row in rows if (left := row.days_left(today)) is not None and left <= days]


def of_one_name(rows: Iterable[Person]) -> set[str]:
    """Return the files of rows that share a name, or lack one, as after two writes at the same time."""
    files: dict[str, list[str]] = {}
    for row in rows:
        if row.problem is None:
            files.setdefault(look_of(row.whose), []).append(row.file)
    return {file for found in files.values() if len(found) > 1 for file in found}


def holding(rows: Iterable[Person], typed: str, language: str) -> list[Person]:
    """Return the rows that contain every typed word: in the name, the present node's title, or the deadline's text.

    Args:
        rows: the people.
        typed: words, in any order.
        language: of the guides' words.
    """
    words = typed.casefold().split()
    if not words:
        return list(rows)
    found = []
    for row in rows:
        said = " ".join((row.whose, row.file, row.stands(language), row.what_for(language))).casefold()
        if all(word in said for word in words):
            found.append(row)
    return found
