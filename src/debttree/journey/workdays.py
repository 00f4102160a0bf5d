"""Which days are worked in a country: its weekends, public holidays, and days worked in exchange for them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

_SATURDAY = 5

_STOPPED_BEFORE = 2023
"""Countries that last exchanged a weekend earlier than this have given the custom up."""

_EXCHANGES_KNOWN = range(2015, 2036)
"""Years looked through for exchanged weekends: announcements are made at most a few years ahead."""


@dataclass(frozen=True, slots=True)
class Workdays:
    """Working days, by a country's calendar where there is one, else Monday to Friday.

    Attributes:
        announced_until: the last year whose exchanged days are known, in a country that exchanges them.
    """

    announced_until: int | None = None
    _calendar: "HolidayBase | None" = field(default=None, repr=False)

    @property
    def has_calendar(self) -> bool:
        """Whether public holidays are known."""
        return self._calendar is not None

    def works(self, day: dt.date) -> bool:
        """Whether `day` is worked."""
        if self._calendar is None:
            return day.weekday() < _SATURDAY
        return bool(self._calendar.is_working_day(day))

    def unpublished(self, years: Iterable[int]) -> tuple[int, ...]:
        """Of `years` those whose exchanged days are not announced yet.

        China's State Council announces each year's days off, and the weekends worked for them, in the
        November before. Until then the library knows the holidays that the law fixes and no exchange.
        """
        if self.announced_until is None:
            return ()
        return tuple(sorted(year for year in years if year > self.announced_until))


@cache
def workdays(country: str | None) -> Workdays:
    """The working days of a country by its ISO code; Monday to Friday where no calendar is known."""
    if country is None:
        return Workdays()
    from holidays import country_holidays  # 30 ms, and only a deadline with a date needs it

    try:
        days = country_holidays(country.upper(), years=_EXCHANGES_KNOWN)
    except (NotImplementedError, KeyError):
        return Workdays()
    last = max((day.year for day in days.weekend_workdays), default=0)
    return Workdays(last if last >= _STOPPED_BEFORE else None, days)
