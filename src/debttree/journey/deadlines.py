"""When a deadline ends: the tree's rule applied to the date of an event, by the country's calendar.

Source: Civil Code of the People's Republic of China, arts. 201-203, and the like rule of most codes. The day
of the event is not counted. A period of months or years ends on the day of the last month that has the
event's number, or on that month's last day. A last day that is no working day moves to the next one where the
tree says so.
"""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from debttree.journey.journey import Journey
from debttree.journey.workdays import Workdays, workdays
from debttree.model import Deadline, Message, Party, Roll, Tree, Unit, msg

WEEK = 7
"""Days that "this week" looks ahead: a whole week from today, so that a Friday does not end it."""


class Urgency(StrEnum):
    """How soon somebody must act."""

    TODAY = "today"
    THIS_WEEK = "this-week"
    LATER = "later"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class LastDay:
    """The end of a period.

    Attributes:
        day: by the calendar as far as it is known.
        without_holidays: the same with weekends alone as days off.
        unpublished: years that the count touched and whose working days the country has not announced yet.
        no_calendar: the count needed working days, and no calendar of the tree's country is known.
    """

    day: dt.date
    without_holidays: dt.date
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
    """

    node: str
    deadline: Deadline
    event_date: dt.date | None = None
    last: LastDay | None = None

    @property
    def keep(self) -> dt.date | None:
        """The day to reckon with: for you the earlier of two readings, for others the later."""
        if self.last is None:
            return None
        both = (self.last.day, self.last.without_holidays) if self.last.unpublished else (self.last.day,)
        return min(both) if self.deadline.by is Party.YOU else max(both)

    @property
    def otherwise(self) -> dt.date | None:
        """The other reading where a year's calendar is not published and they differ."""
        if self.last is None or not self.last.unpublished or self.last.day == self.last.without_holidays:
            return None
        return self.last.without_holidays if self.keep == self.last.day else self.last.day

    def days_left(self, today: dt.date) -> int | None:
        """Days until `keep`; 0 on that day, negative once it has passed."""
        return None if self.keep is None else (self.keep - today).days

    def urgency(self, today: dt.date) -> Urgency:
        """How soon; what has passed is for today too."""
        left = self.days_left(today)
        if left is None:
            return Urgency.UNKNOWN
        if left <= 0:
            return Urgency.TODAY
        return Urgency.THIS_WEEK if left <= WEEK else Urgency.LATER

    def caveat(self) -> Message | None:
        """What is uncertain about the last day, as a sentence for the person."""
        if self.last is None or self.last.settled:
            return None
        if self.last.no_calendar:
            return msg(
                "No calendar of public holidays was used: only Saturdays and Sundays count as days off. "
                "Ask whether a holiday lies in between."
            )
        years = ", ".join(map(str, self.last.unpublished))
        if self.otherwise is None:
            return msg(
                "The days off of {years} are not announced yet, or not known to this program: keep a few days "
                "in reserve.",
                years=years,
            )
        return msg(
            "The days off of {years} are not announced yet, or not known to this program: with the holidays "
            "that are known the last day is {day}, without holidays {plain}. Keep a few days in reserve.",
            years=years,
            day=self.last.day.isoformat(),
            plain=self.last.without_holidays.isoformat(),
        )


def last_day(deadline: Deadline, event: dt.date, country: str | None) -> LastDay | None:
    """The last day of the period that `event` starts, or None beyond what a calendar can hold."""
    try:
        known = _Count(workdays(country))
        plain = _Count(workdays(None))
        day, without_holidays = known.end(deadline, event), plain.end(deadline, event)
    except (OverflowError, ValueError):
        return None
    no_calendar = bool(known.touched) and not known.days.has_calendar
    return LastDay(day, without_holidays, known.days.unpublished(known.touched), no_calendar)


@dataclass
class _Count:
    """Counts one period and remembers the years in which it had to know the working days."""

    days: Workdays
    touched: set[int] = field(default_factory=set)

    def end(self, deadline: Deadline, event: dt.date) -> dt.date:
        if deadline.unit is Unit.WORKING_DAYS:
            day = self._working_day(event, deadline.amount)
        elif deadline.unit is Unit.DAYS:
            day = event + dt.timedelta(days=deadline.amount)
        else:
            day = add_months(event, deadline.amount * (12 if deadline.unit is Unit.YEARS else 1))
        if deadline.roll is Roll.NEXT_WORKING_DAY:
            while not self._works(day):
                day += dt.timedelta(days=1)
        return day

    def _working_day(self, event: dt.date, number: int) -> dt.date:
        day = event
        while number > 0:
            day += dt.timedelta(days=1)
            number -= self._works(day)
        return day

    def _works(self, day: dt.date) -> bool:
        self.touched.add(day.year)
        return self.days.works(day)


def add_months(day: dt.date, months: int) -> dt.date:
    """The same-numbered day `months` later, or that month's last day where it has none."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > dt.MAXYEAR:
        raise OverflowError(year)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def dues(tree: Tree, journey: Journey) -> tuple[Due, ...]:
    """Every deadline of the nodes walked, each once, in the order met."""
    return tuple(_dues(tree, journey))


def _dues(tree: Tree, journey: Journey) -> Iterator[Due]:
    for node in dict.fromkeys(journey.path.nodes):
        for deadline in tree.nodes[node].deadlines:
            event = journey.dates.get((node, deadline.id))
            yield Due(node, deadline, event, last_day(deadline, event, tree.holidays) if event else None)
