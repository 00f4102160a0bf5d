"""The dates of events: one for each event, even if several deadlines are counted from it."""

import datetime as dt

from debttree.journey.journey import Item, Journey
from debttree.model import Deadline, Tree

_ANYWHERE = ""
"""The node in the key of an event that the tree declares: its date is the same at every node."""


def event_key(event: str) -> Item:
    """Return the key under which a journey keeps the day of an event of the tree."""
    return _ANYWHERE, event


def is_event_key(item: Item) -> bool:
    """Return whether a key of a journey's dates is that of an event of the tree, not of one deadline."""
    return item[0] == _ANYWHERE


def date_name(item: Item) -> str:
    """Return a key of a journey's dates as the command line and stories name it: EVENT, or NODE:DEADLINE."""
    return item[1] if is_event_key(item) else ":".join(item)


def date_key(node: str, deadline: Deadline) -> Item:
    """Return the key under which a journey keeps the day that a deadline of a node is counted from."""
    return (node, deadline.id) if deadline.on is None else event_key(deadline.on)


def find_rule(tree: Tree, item: Item) -> Deadline:
    """Return a deadline of a node by their ids."""
    node, name = item
    return next(deadline for deadline in tree.nodes[node].deadlines if deadline.id == name)


def hanging_on(tree: Tree, event: str) -> list[tuple[Item, Deadline]]:
    """Return every deadline of the tree that is counted from a declared event, with its ids."""
    return [
        ((node.id, deadline.id), deadline)
        for node in tree.nodes.values()
        for deadline in node.deadlines
        if deadline.on == event
    ]


def with_same_event(tree: Tree, item: Item) -> list[tuple[Item, Deadline]]:
    """Return the deadlines that one date serves, that one among them: of its event, else of its words at its node."""
    rule = find_rule(tree, item)
    if rule.on is not None:
        return hanging_on(tree, rule.on)
    return [
        ((item[0], deadline.id), deadline)
        for deadline in tree.nodes[item[0]].deadlines
        if deadline.on is None and deadline.event == rule.event
    ]


def may_lie_ahead(tree: Tree, item: Item) -> bool:
    """Return whether the event of a deadline may be still to come: something is counted back from it."""
    return any(deadline.before for _, deadline in with_same_event(tree, item))


def happened(tree: Tree, journey: Journey, item: Item, day: dt.date | None) -> Journey:
    """Return the journey with the day of a deadline's event, for every deadline that the event is one of.

    Args:
        tree: the tree walked.
        journey: the walk.
        item: the deadline.
        day: None takes the date away.
    """
    rule = find_rule(tree, item)
    if rule.on is not None:
        return event_happened(tree, journey, rule.on, day)
    for place, _ in with_same_event(tree, item):
        journey = journey.dated(place, day)
    return journey


def event_happened(tree: Tree, journey: Journey, event: str, day: dt.date | None) -> Journey:
    """Return the journey with the day of an event of the tree.

    Changing the date removes marks of done: it may be the date of another paper.

    Args:
        tree: the tree walked.
        journey: the walk.
        event: its id.
        day: None takes the date away.
    """
    known = journey.dates.get(event_key(event))
    journey = journey.dated(event_key(event), day)
    if known not in (None, day):
        for place, _ in hanging_on(tree, event):
            journey = journey.kept(place, None)
    return journey
