"""The present day and time, asked for at each use: a program may be left open over midnight."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass


def _by_the_machine() -> dt.datetime:
    return dt.datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Clock:
    """A source of the present time, in the person's time zone.

    Attributes:
        now: the present moment, with its time zone.
        stands: whether it is fixed to one day, without a time.
    """

    now: Callable[[], dt.datetime] = _by_the_machine
    stands: bool = False

    @classmethod
    def standing(cls, day: dt.date) -> "Clock":
        """Return a clock that always shows the first moment of a day, for `--now`."""
        moment = dt.datetime.combine(day, dt.time(), dt.UTC)
        return cls(lambda: moment, stands=True)

    @property
    def time(self) -> dt.time | None:
        """The time that it is now; None where the clock stands."""
        return None if self.stands else self.now().time()

    @property
    def today(self) -> dt.date:
        """The day that it is now."""
        return self.now().date()
