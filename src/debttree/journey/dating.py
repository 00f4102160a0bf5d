"""Read the date of a deadline's event as a person writes it."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator

from debttree.journey.journey import Item, Journey
from debttree.model import Tree, Trouble, did_you_mean, msg

_NEAR = {"today": 0, "yesterday": 1, "今天": 0, "昨天": 1, "前天": 2}
"""Days ago."""

_WHOLE = re.compile(r"(\d{4})[-/.年](\d\d?)[-/.月](\d\d?)[日号]?|(\d{4})(\d\d)(\d\d)")
"""Year, month and day, the one order that nobody takes for another."""

_MONTH_AND_DAY = re.compile(r"(\d\d?)月(\d\d?)[日号]?")
_DAY = re.compile(r"(\d\d?)[日号]?")


_YEARS_BACK = 9
"""Years in which 29 February is looked for: it may be eight years back."""


def event_date(text: str, today: dt.date) -> dt.date:
    """Read a date such as 2026-11-23; short for the last such day: 11月23日, 23; today, yesterday.

    Raises:
        Trouble: it is no date, or has not come yet.

    >>> event_date("11月23日", dt.date(2026, 11, 25))
    datetime.date(2026, 11, 23)
    >>> event_date("26", dt.date(2026, 11, 25))
    datetime.date(2026, 10, 26)
    """
    day = _read(unicodedata.normalize("NFKC", text).strip().lower(), today)
    if day is None:
        raise Trouble(msg('"{text}" is no date.', text=text), msg("Write year, month and day: 2026-11-23"))
    if day > today:
        raise Trouble(
            msg("{date} has not come yet.", date=day.isoformat()),
            msg("The date of an event that has happened is needed; today is {date}.", date=today.isoformat()),
        )
    return day


def _read(text: str, today: dt.date) -> dt.date | None:
    if text in _NEAR:
        return today - dt.timedelta(days=_NEAR[text])
    if whole := _WHOLE.fullmatch(text):
        year, month, number = map(int, filter(None, whole.groups()))
        return _day(year, month, number)
    if short := _MONTH_AND_DAY.fullmatch(text):
        years = (today.year - back for back in range(_YEARS_BACK))
        found = (_day(year, int(short[1]), int(short[2])) for year in years)
    elif short := _DAY.fullmatch(text):
        found = (_day(year, month, int(short[1])) for year, month in _months_back(today))
    else:
        return None
    return next((day for day in found if day is not None and day <= today), None)


def _months_back(today: dt.date) -> Iterator[tuple[int, int]]:
    """Yield year and month of this month and the two before: one of them has the 31st."""
    for back in range(3):
        years, month = divmod(today.year * 12 + today.month - 1 - back, 12)
        yield years, month + 1


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def happened(tree: Tree, journey: Journey, item: Item, day: dt.date | None) -> Journey:
    """Return the journey with the day of an event, for every deadline of the node that the event starts.

    Args:
        tree: the tree walked.
        journey: the walk.
        item: the deadline.
        day: None takes the date away.
    """
    node, name = item
    deadlines = tree.nodes[node].deadlines
    event = next(deadline.event for deadline in deadlines if deadline.id == name)
    for deadline in deadlines:
        if deadline.event == event:
            journey = journey.dated((node, deadline.id), day)
    return journey


def with_date(tree: Tree, journey: Journey, assignment: str, today: dt.date) -> Journey:
    """Return the journey with the date that `[NODE:]DEADLINE=DATE` gives.

    Args:
        tree: the tree walked.
        journey: the walk.
        assignment: `[NODE:]DEADLINE=DATE`; without a node the deadline is looked up on the way.
        today: the day that a short date is counted back from.

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
    """Return the deadline called `NODE:DEADLINE`, or `DEADLINE` where one node walked has it.

    Args:
        tree: the tree walked.
        journey: only deadlines of nodes on its path are found.
        name: `NODE:DEADLINE` or `DEADLINE`.

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
