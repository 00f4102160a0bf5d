"""Read the date of a deadline's event as a person writes it."""

import datetime as dt
import unicodedata

from debttree.journey.events import event_happened, find_rule, may_lie_ahead
from debttree.journey.journey import Item, Journey
from debttree.journey.typed_day import typed_day
from debttree.model import Deadline, Tree, Trouble, did_you_mean, msg


def event_date(text: str, today: dt.date, *, ahead: bool = False) -> dt.date:
    """Read a date such as 2026-11-23; short for the last such day: 23 Nov, 23/11, 11月23日, 23; 8 days ago.

    Args:
        text: what somebody typed.
        today: the day that a short date is counted from.
        ahead: whether the event may be still to come, as a hearing is: a short date is the next such day then.

    Raises:
        Trouble: it is no date, may mean two days, or has not come yet though it must have.

    >>> event_date("11月23日", dt.date(2026, 11, 25))
    datetime.date(2026, 11, 23)
    >>> event_date("26", dt.date(2026, 11, 25))
    datetime.date(2026, 10, 26)
    >>> event_date("11月23日", dt.date(2026, 11, 25), ahead=True)
    datetime.date(2027, 11, 23)
    """
    day = typed_day(unicodedata.normalize("NFKC", text).strip().lower(), today, 1 if ahead else -1)
    if day is None:
        raise Trouble(
            msg('"{text}" is no date.', text=text),
            msg("Write it like 2026-11-23, 23 November, 23, yesterday or 8 days ago."),
        )
    if day > today and not ahead:
        raise Trouble(
            msg("{date} has not come yet.", date=day.isoformat()),
            msg("The date of an event that has happened is needed; today is {date}.", date=today.isoformat()),
        )
    return day


def with_date(tree: Tree, journey: Journey, assignment: str, today: dt.date) -> Journey:
    """Return the journey with the date that `EVENT=DATE` or `[NODE:]DEADLINE=DATE` gives; an event's name wins.

    Args:
        tree: the tree walked.
        journey: the walk.
        assignment: as above; a deadline without its node is looked up on the way.
        today: the day that a short date is counted from.

    Raises:
        Trouble: it is written otherwise, names nothing of a node walked or several deadlines, or the date is none.
    """
    name, equals, day = assignment.partition("=")
    if not equals:
        raise Trouble(
            msg('"{text}" names no date.', text=assignment),
            msg("Write EVENT=2026-11-23, DEADLINE=2026-11-23 or NODE:DEADLINE=2026-11-23."),
        )
    item = _of_event(tree, journey, name.strip()) or find_deadline(tree, journey, name.strip())
    read = event_date(day, today, ahead=may_lie_ahead(tree, item))
    on = find_rule(tree, item).on
    return journey.dated(item, read) if on is None else event_happened(tree, journey, on, read)


def _of_event(tree: Tree, journey: Journey, event: str) -> Item | None:
    """Return a deadline on the path that is counted from a declared event, or None."""
    found = (item for item, rule in _on_the_way(tree, journey) if rule.on == event)
    return next(found, None)


def _on_the_way(tree: Tree, journey: Journey) -> list[tuple[Item, Deadline]]:
    return [
        ((node, deadline.id), deadline)
        for node in dict.fromkeys(journey.path.nodes)
        for deadline in tree.nodes[node].deadlines
    ]


def find_deadline(tree: Tree, journey: Journey, name: str) -> Item:
    """Return the deadline called `NODE:DEADLINE`, or `DEADLINE` where one node walked has it.

    Args:
        tree: the tree walked.
        journey: only deadlines of nodes on its path are found.
        name: `NODE:DEADLINE` or `DEADLINE`.

    Raises:
        Trouble: no node walked has it, or several have.
    """
    rules = _on_the_way(tree, journey)
    known = [item for item, _ in rules]
    found = [item for item in known if name in (item[1], f"{item[0]}:{item[1]}")]
    if len(found) == 1:
        return found[0]
    names = ", ".join(f"{node}:{deadline}" for node, deadline in found or known)
    if found:
        raise Trouble(
            msg('Several deadlines on this way are called "{name}".', name=name),
            msg("Say which: {choices}", choices=names),
        )
    listed = (
        msg("Deadlines on this way: {names}", names=names) if known else msg("There is none on this way.")
    )
    events = [rule.on for _, rule in rules if rule.on is not None]
    near = did_you_mean(name, [*events, *(deadline for _, deadline in known)])
    raise Trouble(msg('No node on this way has a deadline "{name}".', name=name), near or listed)
