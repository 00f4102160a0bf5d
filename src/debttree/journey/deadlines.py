"""Compute when a deadline ends: the tree's rule applied to the date of an event, by the country's calendar.

Source: Civil Code of the People's Republic of China, arts. 201-203, and the like rule of most codes. The day
of the event is not counted. A period of months or years ends on the day of the last month that has the
event's number, or on that month's last day. A last day that is no working day moves to the next one where the
tree says so.

With `before` all of that runs backwards: the day before the event is the first, and the last day moves to an earlier
one, so that what must be done so many days before a hearing is never done too late.

Some countries announce late in the year before which days are off, and which weekends are worked for them. Until
then what you must do ends on the earliest day that the notice can make it, what others must do on the latest.
"""

import calendar
import datetime as dt
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, replace

from debttree.journey.events import date_key
from debttree.journey.journey import Item, Journey
from debttree.journey.workdays import Workdays, workdays
from debttree.model import Deadline, Message, Party, Roll, Tree, Unit, WordedEnum, msg

WEEK = 7
"""Days that "this week" looks ahead: a whole week from today, so that a Friday does not end it."""


class Urgency(WordedEnum):
    """How soon somebody must act."""

    TODAY = "today", msg("Today")
    THIS_WEEK = "this-week", msg("This week")
    LATER = "later", msg("Later")
    UNKNOWN = "unknown", msg("Find out the day first: it may be running")


@dataclass(frozen=True, slots=True)
class LastDay:
    """The end of a period. The three days are the same if the calendar needed is announced.

    Attributes:
        earliest: the earliest day possible under a notice that is still to come.
        usual: the day by the known calendar, assuming that no further weekend is worked.
        latest: the latest day possible under such a notice.
        unpublished: years that the count touched and whose working days the country has not announced yet.
        no_calendar: the count needed working days, and no calendar of the tree's country is known.
    """

    earliest: dt.date
    usual: dt.date
    latest: dt.date
    unpublished: tuple[int, ...] = ()
    no_calendar: bool = False

    @property
    def settled(self) -> bool:
        """Whether the calendar that the count needed is known."""
        return not self.unpublished and not self.no_calendar


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline met on a journey, with its last day where the event's date is known.

    Attributes:
        node: the node that has it.
        deadline: the rule.
        event_date: when its event happened, where the person said so.
        last: its end, where that can be computed.
        done: when it was kept, where the person said so.
    """

    node: str
    deadline: Deadline
    event_date: dt.date | None = None
    last: LastDay | None = None
    done: dt.date | None = None

    @property
    def keep(self) -> dt.date | None:
        """The day to reckon with: the earliest for what you must do, the latest for what others must."""
        if self.last is None:
            return None
        return self.last.earliest if self.deadline.by is Party.YOU else self.last.latest

    @property
    def otherwise(self) -> dt.date | None:
        """Another day that a notice which is still to come may make it: the usual one, else the farthest."""
        if self.last is None:
            return None
        farthest = self.last.latest if self.deadline.by is Party.YOU else self.last.earliest
        return next((day for day in (self.last.usual, farthest) if day != self.keep), None)

    def days_left(self, today: dt.date) -> int | None:
        """Return the days until `keep`; 0 on that day, negative once it has passed."""
        return None if self.keep is None else (self.keep - today).days

    def urgency(self, today: dt.date) -> Urgency:
        """Return how soon; what has passed counts as today."""
        left = self.days_left(today)
        if left is None:
            return Urgency.UNKNOWN
        if left <= 0:
            return Urgency.TODAY
        return Urgency.THIS_WEEK if left <= WEEK else Urgency.LATER

    def caveat(self) -> Message | None:
        """Return what is uncertain about the last day, as a sentence for the person."""
        if self.last is None or self.last.settled:
            return None
        if self.last.no_calendar:
            return msg(
                "No calendar of public holidays was used: only Saturdays and Sundays count as days off. "
                "Ask whether a holiday lies in between."
            )
        unannounced = msg(
            "The days off of {years} are not announced yet, or not known to this program.",
            years=", ".join(map(str, self.last.unpublished)),
        )
        return msg("{message} {hint}", message=unannounced, hint=self._until_announced())

    def _until_announced(self) -> Message:
        """Return the sentence that names both days, and what decides between them."""
        yours, day, other = self.deadline.by is Party.YOU, _iso(self.keep), _iso(self.otherwise)
        if yours and not other:
            return msg("At the latest {day}: it may become a later day, not an earlier one.", day=day)
        if not other:
            return msg("Reckon with {day}: it may become an earlier day.", day=day)
        if not yours:
            return msg("Reckon with {day}; it may be {other} already.", day=day, other=other)
        if self.deadline.before:
            return msg("At the latest {day}; if fewer days are off, {other}.", day=day, other=other)
        if self.deadline.unit is Unit.WORKING_DAYS:
            return msg("At the latest {day}; if more days are off, {other}.", day=day, other=other)
        return msg("At the latest {day}; if that day is a day off, {other}.", day=day, other=other)


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def last_day(deadline: Deadline, event: dt.date, country: str | None) -> LastDay | None:
    """Return the last day of the period from `event`, or to it, or None beyond the years that there are.

    Args:
        deadline: the rule.
        event: the day of the event; it is not counted.
        country: ISO code of the calendar, `CN` or `GB-SCT`; None: Monday to Friday.
    """
    return end_of_period(deadline, event, workdays(country))


def end_of_period(deadline: Deadline, event: dt.date, days: Workdays) -> LastDay | None:
    """Return the last day of the period, by given working days.

    It is counted three times: with every day worked that may be, by what is known, and with those days alone
    that surely are. The fewer days are worked, the later the last one is; counted back, the earlier.

    Args:
        deadline: the rule.
        event: the day of the event; it is not counted.
        days: the working days.
    """
    asked: set[dt.date] = set()

    def end(works: Callable[[dt.date], bool]) -> dt.date:
        def noting(day: dt.date) -> bool:
            asked.add(day)
            return works(day)

        return _end(deadline, event, noting)

    try:
        nearest, usual, farthest = map(end, (days.may_work, days.works, days.surely_works))
        unpublished = days.unpublished(asked)
    except (OverflowError, ValueError):
        return None
    earliest, latest = (farthest, nearest) if deadline.before else (nearest, farthest)
    return LastDay(earliest, usual, latest, unpublished, bool(asked) and not days.has_calendar)


def _end(deadline: Deadline, event: dt.date, works: Callable[[dt.date], bool]) -> dt.date:
    """Return the last day of one period, counting the days of which `works` is true."""
    way = -1 if deadline.before else 1
    amount = way * deadline.amount
    if deadline.unit is Unit.WORKING_DAYS:
        day = _working_day(event, deadline.amount, way, works)
    elif deadline.unit is Unit.DAYS:
        day = event + dt.timedelta(days=amount)
    else:
        day = add_months(event, amount * (12 if deadline.unit is Unit.YEARS else 1))
    if deadline.roll is Roll.NEXT_WORKING_DAY:
        while not works(day):
            day += dt.timedelta(days=way)
    return day


def _working_day(event: dt.date, number: int, way: int, works: Callable[[dt.date], bool]) -> dt.date:
    """Return the working day of that number after the event, or before it where `way` is -1."""
    day = event
    while number > 0:
        day += dt.timedelta(days=way)
        number -= works(day)
    return day


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same-numbered day `months` later, earlier below 0, or that month's last day where it has none.

    >>> add_months(dt.date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(year)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def dues(tree: Tree, journey: Journey) -> tuple[Due, ...]:
    """Return every deadline of the nodes walked, each once, in the order met.

    Deadlines of two nodes with the same words and event are one deadline: done at one, it is done at the other.
    """
    found = list(_dues(tree, journey))
    done = {_said(due): due.done for due in found if due.done is not None}
    return tuple(replace(due, done=done.get(_said(due))) for due in found)


def kept(tree: Tree, journey: Journey, item: Item, day: dt.date | None) -> Journey:
    """Return the journey with a deadline marked as kept, wherever the way has it.

    Args:
        tree: the tree walked.
        journey: the journey.
        item: the deadline.
        day: when it was kept; None takes the mark away.
    """
    found = dues(tree, journey)
    meant = next(due for due in found if (due.node, due.deadline.id) == item)
    for due in found:
        if _said(due) == _said(meant):
            journey = journey.kept((due.node, due.deadline.id), day)
    return journey


def stated(due: Due) -> Hashable:
    """Return a key that is equal for deadlines that two nodes state alike, regardless of the event's date."""
    rule = due.deadline
    return (rule.amount, rule.unit, rule.by, rule.roll, rule.event, rule.before, rule.text)


def _said(due: Due) -> Hashable:
    return (stated(due), due.event_date)


def _dues(tree: Tree, journey: Journey) -> Iterator[Due]:
    for node in dict.fromkeys(journey.path.nodes):
        for deadline in tree.nodes[node].deadlines:
            item = (node, deadline.id)
            event = journey.dates.get(date_key(node, deadline))
            last = last_day(deadline, event, tree.holidays) if event else None
            yield Due(node, deadline, event, last, journey.done.get(item))
