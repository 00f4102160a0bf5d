"""The date of a deadline's event, as a person writes it."""

import datetime as dt

from debttree.journey.journey import Item, Journey
from debttree.model import Tree, Trouble, did_you_mean, msg


def event_date(text: str, today: dt.date) -> dt.date:
    """Read a date such as 2026-11-23.

    Raises:
        Trouble: it is no date, or has not come yet.
    """
    try:
        day = dt.date.fromisoformat(text.strip())
    except ValueError:
        raise Trouble(
            msg('"{text}" is no date.', text=text), msg("Write year, month and day: 2026-11-23")
        ) from None
    if day > today:
        raise Trouble(
            msg("{date} has not come yet.", date=day.isoformat()),
            msg("The date of an event that has happened is needed; today is {date}.", date=today.isoformat()),
        )
    return day


def with_date(tree: Tree, journey: Journey, assignment: str, today: dt.date) -> Journey:
    """The journey with `[NODE:]DEADLINE=DATE`; without a node the deadline is looked for on the way.

    Raises:
        Trouble: it is written otherwise, names no deadline of a node walked or several, or the date is none.
    """
    name, equals, day = assignment.partition("=")
    if not equals:
        raise Trouble(
            msg('"{text}" names no date.', text=assignment),
            msg("Write DEADLINE=2026-11-23 or NODE:DEADLINE=2026-11-23."),
        )
    return journey.dated(find_deadline(tree, journey, name.strip()), event_date(day, today))


def find_deadline(tree: Tree, journey: Journey, name: str) -> Item:
    """The deadline called `NODE:DEADLINE`, or `DEADLINE` where one node walked has it.

    Raises:
        Trouble: no node walked has it, or several have.
    """
    known = [
        (node, deadline.id)
        for node in dict.fromkeys(journey.path.nodes)
        for deadline in tree.nodes[node].deadlines
    ]
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
    near = did_you_mean(name, [deadline for _, deadline in known])
    raise Trouble(msg('No node on this way has a deadline "{name}".', name=name), near or listed)
