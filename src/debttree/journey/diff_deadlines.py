"""Compute how the difference between two versions of a tree changes last days."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from debttree.journey.deadlines import end_of_period
from debttree.journey.matching import Matching
from debttree.journey.workdays import workdays
from debttree.model import Deadline, Unit

_TRIED = tuple(dt.timedelta(days=number) for number in range(0, 2 * 366, 11))
"""Assumed days since the event: enough to cover all weekdays of two years with announced working days."""

_WORKING_DAYS = 260
"""Longer periods of working days are not computed: no law has them, and each day takes time."""

_COUNTED_OUT = 60
"""Most pairs of rules that are computed, so that no tree takes more than seconds."""


class Turn(StrEnum):
    """The direction in which a last day moves. Scripts rely on the values."""

    EARLIER = "earlier"
    LATER = "later"
    EITHER = "either"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Postponed:
    """A deadline that differs between the versions.

    Attributes:
        node: its new id.
        deadline: its new id.
        before: as it was.
        after: as it is.
        turn: the direction in which its last day moves for the same day of the event; `EITHER` if that depends on the
            day.
        is_recounted: whether its length, or the way of counting, has changed.
        has_other_event: whether it is counted from another event, or the event has other words.
    """

    node: str
    deadline: str
    before: Deadline
    after: Deadline
    turn: Turn
    is_recounted: bool
    has_other_event: bool

    @property
    def is_anothers(self) -> bool:
        """Whether it is somebody else who must act."""
        return self.before.by is not self.after.by


def postponed(matching: Matching, today: dt.date) -> Iterator[Postponed]:
    """Yield the deadlines that differ, in file order.

    Args:
        matching: of the two versions.
        today: for the days on which events are supposed.
    """
    turns = _Turns(matching, today)
    for before, node in matching.nodes.items():
        then = {one.id: one for one in matching.old.nodes[before].deadlines}
        now = {one.id: one for one in matching.new.nodes[node].deadlines}
        for old, new in matching.inside.get((before, "deadlines"), {}).items():
            one, other = then[old], now[new]
            is_recounted = _counting(one) != _counting(other)
            has_other_event = _has_other_event(one, other, matching)
            if is_recounted or has_other_event or one.by is not other.by:
                turn = turns.of(one, other) if is_recounted else Turn.NOWHERE
                yield Postponed(node, new, one, other, turn, is_recounted, has_other_event)


def _counting(deadline: Deadline) -> tuple[object, ...]:
    return deadline.amount, deadline.unit, deadline.roll, deadline.before


def _has_other_event(before: Deadline, after: Deadline, matching: Matching) -> bool:
    """Return whether it is counted from another event; new words of the same event are another difference."""
    if before.on is not None and after.on is not None:
        return matching.declared["events"].get(before.on) != after.on
    return before.event != after.event


class _Turns:
    """Counts both versions of a deadline from many days, by the working days of either version."""

    def __init__(self, matching: Matching, today: dt.date) -> None:
        self._then, self._now = workdays(matching.old.holidays), workdays(matching.new.holidays)
        self._events = [today - ago for ago in _TRIED]
        self._known: dict[tuple[object, ...], Turn] = {}

    def of(self, before: Deadline, after: Deadline) -> Turn:
        """Return the direction of the last day; none if it is not computed."""
        rules = (*_counting(before), *_counting(after))
        is_long = any(one.unit is Unit.WORKING_DAYS and one.amount > _WORKING_DAYS for one in (before, after))
        if rules not in self._known and not is_long and len(self._known) < _COUNTED_OUT:
            self._known[rules] = self._counted_out(before, after)
        return self._known.get(rules, Turn.NOWHERE)

    def _counted_out(self, before: Deadline, after: Deadline) -> Turn:
        is_earlier = is_later = False
        for event in self._events:
            then, now = end_of_period(before, event, self._then), end_of_period(after, event, self._now)
            if then is not None and now is not None:
                is_earlier |= now.usual < then.usual
                is_later |= now.usual > then.usual
        if is_earlier and is_later:
            return Turn.EITHER
        return Turn.EARLIER if is_earlier else Turn.LATER if is_later else Turn.NOWHERE
