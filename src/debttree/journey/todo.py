"""List the tasks of a journey: deadlines and open checklist items of the whole path, the most urgent first."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from debttree.journey.deadlines import Due, Urgency, dues, stated
from debttree.journey.journey import Item, Journey
from debttree.model import ChecklistItem, Node, Party, Tree

_ORDER = tuple(Urgency)

_Holder = TypeVar("_Holder")


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to do: a deadline to keep, or an item of a checklist.

    Attributes:
        node: the id of the node that has it.
        here: the person stands on that node.
        urgency: how soon; `UNKNOWN` for a deadline whose event has no date.
        due: the deadline, where it is one.
        entry: the item, where it is one.
        done: whether it is done.
    """

    node: str
    here: bool
    urgency: Urgency
    due: Due | None = None
    entry: ChecklistItem | None = None
    done: bool = False

    @property
    def item(self) -> Item:
        """The ids of its node and of itself."""
        if self.due is not None:
            return (self.node, self.due.deadline.id)
        return (self.node, self.entry.id if self.entry is not None else "")

    @property
    def key(self) -> tuple[bool, Item]:
        """A unique key of the task, since a deadline and an item of one node may have the same id."""
        return (self.due is not None, self.item)

    @property
    def group(self) -> Urgency:
        """Today, this week or later; a deadline without a date is for today at its own node, else for this week."""
        if self.urgency is not Urgency.UNKNOWN:
            return self.urgency
        return Urgency.TODAY if self.here else Urgency.THIS_WEEK


def tasks(tree: Tree, journey: Journey, today: dt.date) -> tuple[Duty, ...]:
    """Return all that is to be done on the way, and what is done already; the most urgent first.

    Deadlines come before items, the nearest first; items of this step before those of earlier ones, of which the
    last one walked comes first. An item is as urgent as the nearest deadline of its node; on a node that the tree
    calls urgent it is for today, else for this week, and later where it was left behind.

    Args:
        tree: the tree walked.
        journey: the walk.
        today: the day for which it is computed.
    """
    met = dues(tree, journey)
    found = [*_deadlines(met, journey, today), *_items(tree, met, journey, today)]
    return tuple(sorted(found, key=lambda task: _ORDER.index(task.urgency)))


def open_tasks(tree: Tree, journey: Journey, today: dt.date) -> tuple[Duty, ...]:
    """Return what is still to be done.

    Args:
        tree: the tree walked.
        journey: the walk.
        today: the day for which it is computed.
    """
    return tuple(task for task in tasks(tree, journey, today) if not task.done)


def first_deadline(found: Iterable[Duty]) -> Duty | None:
    """Return the deadline to show first: one that has passed, else the one with the nearest last day.

    If no last day is known, one of this step whose event has no date.
    """
    found = tuple(found)
    known = (task for task in _open_deadlines(found) if task.urgency is not Urgency.UNKNOWN)
    return next(known, None) or undated_here(found)


def undated_here(found: Iterable[Duty]) -> Duty | None:
    """Return the first deadline of this step whose event has no date: it may be nearer than all others."""
    undated = (task for task in _open_deadlines(found) if task.urgency is Urgency.UNKNOWN)
    return next((task for task in undated if task.here), None)


def _open_deadlines(found: Iterable[Duty]) -> Iterator[Duty]:
    return (task for task in found if task.due is not None and not task.done)


def first_item(found: Sequence[Duty]) -> Duty | None:
    """Return the open item to show first: of this step, else of an earlier one."""
    open_ones = [task for task in found if task.entry is not None and not task.done]
    return next((task for task in open_ones if task.here), next(iter(open_ones), None))


def distinct(holders: Iterable[_Holder], due_of: Callable[[_Holder], Due]) -> list[_Holder]:
    """Return the holders of deadlines in order, without those that another node states alike.

    The same rule from the same event is another deadline only where the event happened on another day.

    Args:
        holders: what holds a deadline each.
        due_of: returns the deadline of one of them.
    """
    holders = list(holders)
    dated: dict[Hashable, set[dt.date | None]] = {}
    for one in holders:
        dated.setdefault(stated(due_of(one)), set()).add(due_of(one).event_date)
    found: dict[Hashable, _Holder] = {}
    for one in holders:
        said, day = stated(due_of(one)), due_of(one).event_date
        if day is not None or dated[said] == {None}:
            found.setdefault((said, day), one)
    return list(found.values())


def _deadlines(met: Iterable[Due], journey: Journey, today: dt.date) -> Iterator[Duty]:
    """Yield those of the person, the nearest first; of two alike the one of this step."""
    yours = [due for due in met if due.deadline.by is Party.YOU]
    yours.sort(key=lambda due: due.node != journey.at)
    yours = distinct(yours, lambda due: due)
    for due in sorted(yours, key=lambda due: due.keep or dt.date.max):
        here, done = due.node == journey.at, due.done is not None
        yield Duty(due.node, here, due.urgency(today), due=due, done=done)


def _items(tree: Tree, met: Sequence[Due], journey: Journey, today: dt.date) -> Iterator[Duty]:
    """Yield those of this step, then of the ones before it, the last one first."""
    for name in dict.fromkeys(reversed(journey.path.nodes)):
        node = tree.nodes[name]
        if node.checklist:
            here = name == journey.at
            urgency = _urgency(tree, node, [due for due in met if due.node == name], today, here=here)
            for entry in node.checklist:
                ticked = (name, entry.id) in journey.ticks
                yield Duty(name, here, urgency, entry=entry, done=ticked)


def _urgency(tree: Tree, node: Node, met: Iterable[Due], today: dt.date, *, here: bool) -> Urgency:
    usual = Urgency.LATER
    if here:
        is_urgent = any(way.to == node.id for way in tree.urgent)
        usual = Urgency.TODAY if is_urgent else Urgency.THIS_WEEK
    known = [
        due.urgency(today)
        for due in met
        if due.deadline.by is Party.YOU and due.done is None and due.keep is not None
    ]
    return min((usual, *known), key=_ORDER.index)
