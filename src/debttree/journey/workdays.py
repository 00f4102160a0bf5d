"""Tell which days are worked in a country: weekends, public holidays, and days worked in exchange for them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from holidays import HolidayBase

_SATURDAY = 5

_BY_NOTICE = {
    **dict.fromkeys(("BY", "CN", "HU", "LV", "MM", "RU", "UZ", "VN"), 0),
    **dict.fromkeys(("AZ", "KG", "KZ", "TW"), 2026),
}
"""Countries whose government moves days off, and weekends worked for them, by a notice for each year.

The year is the last one that `holidays` holds whole although it lists no day moved by a notice in it. Countries that
gave the custom up (Armenia, Bulgaria) or cannot keep it now (Ukraine) are not here.
"""

_LOADED = range(2000, 2036)
"""Years of the calendar that are there from the start, because a notice may change the year before its own."""

_BEFORE_THE_YEAR = dt.timedelta(days=3)
"""How far a notice may reach into the December before: Saturday 29 December 2001, 2007 and 2018 were worked."""

_AROUND = 6
"""Days from a holiday of the law within which a notice may give more days off.

China's have given at most 5 days after it (8 October 2009 and 2020) and 2 before it since 2008.
"""


class Calendar(Protocol):
    """The part of a country's calendar that is used here; `holidays` offers much more."""

    def __contains__(self, day: object, /) -> bool:
        """Whether `day` is a public holiday."""

    def is_working_day(self, day: dt.date, /) -> bool:
        """Whether `day` is worked."""

    def is_weekend(self, day: dt.date, /) -> bool:
        """Whether `day` belongs to a weekend."""


@dataclass(frozen=True, slots=True)
class Workdays:
    """Working days, by a country's calendar where there is one, else Monday to Friday.

    Attributes:
        calendar: as far as it is known.
        by_law: the same with the days off alone that the law itself fixes; read in years not announced yet.
        announced_until: the last year whose notice is known, in a country that has them.
    """

    calendar: Calendar | None = None
    by_law: Calendar | None = None
    announced_until: int | None = None

    @property
    def has_calendar(self) -> bool:
        """Whether public holidays are known."""
        return self.calendar is not None

    def works(self, day: dt.date) -> bool:
        """Return whether `day` is worked by what is known: in a year not announced yet, as if no weekend were."""
        if self.calendar is None:
            return day.weekday() < _SATURDAY
        return self.calendar.is_working_day(day)

    def may_work(self, day: dt.date) -> bool:
        """Return whether `day` is worked, or may be by a notice that is still to come: any weekend may."""
        if self.by_law is None or not self._waits(day):
            return self.works(day)
        return day not in self.by_law

    def surely_works(self, day: dt.date) -> bool:
        """Return whether `day` is worked whatever a notice that is still to come says."""
        if self.by_law is None or not self._waits(day):
            return self.works(day)
        around = (day + dt.timedelta(days=off) for off in range(-_AROUND, _AROUND + 1))
        return self.works(day) and not any(near in self.by_law for near in around)

    def _waits(self, day: dt.date) -> bool:
        """Return whether a notice that is still to come may change `day`."""
        return self.announced_until is not None and (day + _BEFORE_THE_YEAR).year > self.announced_until

    def unpublished(self, days: Iterable[dt.date]) -> tuple[int, ...]:
        """Return the years whose notice is still to come and may change any of `days`.

        China's State Council announces each year's days off, and the weekends worked for them, in the
        November before. Until then the library knows the holidays that the law fixes and no exchange.
        """
        return tuple(sorted({(day + _BEFORE_THE_YEAR).year for day in days if self._waits(day)}))


@cache
def workdays(country: str | None) -> Workdays:
    """Return the working days of a country by its ISO code, `CN`, or of a region of it, `GB-SCT`.

    Where no calendar is known, Monday to Friday.
    """
    if country is None:
        return Workdays()
    from holidays import country_holidays  # 30 ms, and only a deadline with a date needs it

    code, _, region = country.partition("-")
    try:
        days = country_holidays(code, region or None, years=_LOADED)
        if code not in _BY_NOTICE:
            return Workdays(days)
        by_law = country_holidays(code, region or None, years=_LOADED, observed=False)
    except (NotImplementedError, KeyError):
        return Workdays()
    return Workdays(days, by_law, max(_BY_NOTICE[code], *_noticed(days)))


def _noticed(days: "HolidayBase") -> Iterable[int]:
    """Return the years in which the library lists days moved by a notice."""
    listed: dict[int, object] = getattr(days, "special_public_holidays", {})
    return listed or (0,)
