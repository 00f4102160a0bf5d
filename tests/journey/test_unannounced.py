"""Last days in years that a country has not announced yet, against what was announced in the end."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import holidays
import pytest

from debttree.journey import Due, LastDay, last_day
from debttree.journey.deadlines import end_of_period
from debttree.journey.workdays import Workdays, workdays
from debttree.locales import phrases
from debttree.model import Deadline, Party, Roll, Text, Unit

WORDS = Text.of("words")
DAY = dt.timedelta(days=1)
NEXT = Roll.NEXT_WORKING_DAY
FIXED_BY_LAW = {
    "New Year's Day",
    "Chinese New Year's Eve",
    "Chinese New Year (Spring Festival)",
    "Tomb-Sweeping Day",
    "Labor Day",
    "Dragon Boat Festival",
    "Mid-Autumn Festival",
    "National Day",
}
"""The names of the days that China's regulation on holidays fixes; others come by notice."""


@dataclass(frozen=True)
class Before:
    """China's calendar as it is known before the notice for a year: the law's days alone are off from then on.

    Attributes:
        law: the days that the law fixes.
        off: days off besides, by earlier notices.
        worked: weekend days worked, by earlier notices.
    """

    law: frozenset[dt.date]
    off: frozenset[dt.date] = frozenset()
    worked: frozenset[dt.date] = frozenset()

    def __contains__(self, day: object) -> bool:
        return day in self.law or day in self.off

    def is_working_day(self, day: dt.date) -> bool:
        return day in self.worked if self.is_weekend(day) else day not in self

    def is_weekend(self, day: dt.date) -> bool:
        return day.weekday() > 4


@cache
def announced() -> holidays.HolidayBase:
    return holidays.country_holidays("CN", years=range(2017, 2029), language="en_US")


@cache
def before_the_notice(year: int) -> Workdays:
    """What was known before the notice for `year`, which also moved days in the last days of the year before."""
    known = announced()
    law = frozenset(day for day, name in known.items() if set(name.split("; ")) <= FIXED_BY_LAW)
    first = dt.date(year - 1, 12, 29)
    off = frozenset(day for day in known if day not in law and day < first)
    worked = frozenset(day for day in known.weekend_workdays if day < first)
    return Workdays(Before(law, off, worked), Before(law), year - 1)


def rule(amount: int, unit: Unit, by: Party = Party.YOU) -> Deadline:
    return Deadline("rule", amount, unit, by, NEXT, WORDS, WORDS)


def said(deadline: Deadline, event: dt.date, days: Workdays) -> dt.date:
    found = end_of_period(deadline, event, days)
    assert found is not None
    day = Due("node", deadline, event, found).keep
    assert day is not None
    return day


def truth(deadline: Deadline, event: dt.date) -> dt.date:
    """The last day as it was announced in the end, counted without a line of the program's."""
    known, day = announced(), event
    if deadline.unit is Unit.WORKING_DAYS:
        return known.get_nth_working_day(event, deadline.amount)
    if deadline.unit is Unit.DAYS:
        day = event + deadline.amount * DAY
    else:
        month = event.month - 1 + deadline.amount
        number = event.day
        while True:
            try:
                day = dt.date(event.year + month // 12, month % 12 + 1, number)
                break
            except ValueError:
                number -= 1
    return day if known.is_working_day(day) else known.get_nth_working_day(day, 1)


USUAL = [
    *((Unit.DAYS, amount) for amount in (3, 5, 7, 10, 15, 20, 30, 60)),
    *((Unit.MONTHS, amount) for amount in (1, 2, 3, 6)),
    *((Unit.WORKING_DAYS, amount) for amount in (1, 3, 5, 7, 10, 15, 30)),
]
ALL = [
    *((Unit.DAYS, amount) for amount in range(1, 61)),
    *((Unit.MONTHS, amount) for amount in range(1, 13)),
    *((Unit.WORKING_DAYS, amount) for amount in range(1, 31)),
]
ANNOUNCED = range(2019, 2027)


def events(year: int, step: int) -> Iterator[dt.date]:
    """Event days from a month before the year to its end, whose last days are announced by today."""
    day = dt.date(year - 1, 12, 1)
    while day.year <= year:
        yield day
        day += step * DAY


def replay(year: int, periods: list[tuple[Unit, int]], step: int) -> int:
    """Check each period from each event day; how many last days were checked."""
    days, checked = before_the_notice(year), 0
    for unit, amount in periods:
        yours, theirs = rule(amount, unit), rule(amount, unit, Party.THEM)
        for event in events(year, step):
            true = truth(yours, event)
            if true.year in ANNOUNCED:  # what is not announced by now has no truth
                found = end_of_period(yours, event, days)
                mine, others = (Due("node", one, event, found).keep for one in (yours, theirs))
                assert mine is not None
                assert others is not None
                assert mine <= true <= others, (unit, amount, event)
                checked += 1
    return checked


@pytest.mark.parametrize("year", ANNOUNCED)
def test_no_day_said_before_the_notice_is_too_late_for_you_or_too_early_for_them(year: int) -> None:
    assert replay(year, USUAL, step=13) > 350


@pytest.mark.long
@pytest.mark.parametrize("year", ANNOUNCED)
def test_no_day_at_all_is(year: int) -> None:
    assert replay(year, ALL, step=1) > 20_000


def test_counting_by_what_is_known_would_have_been_too_late() -> None:
    """The replay can fail: the usual day, said as the last one, is too late on some days of each year."""
    for year in ANNOUNCED:
        days = before_the_notice(year)
        late = 0
        for event in events(year, 1):
            found = end_of_period(rule(15, Unit.DAYS), event, days)
            assert found is not None
            late += found.usual > truth(rule(15, Unit.DAYS), event)
        assert late, year


def test_a_payment_order_served_before_the_spring_festival_of_2026() -> None:
    """Fifteen days end on Saturday 14 February, worked by the notice of 2026, which was not there yet."""
    event = dt.date(2026, 1, 30)
    assert truth(rule(15, Unit.DAYS), event) == dt.date(2026, 2, 14)
    assert said(rule(15, Unit.DAYS), event, before_the_notice(2026)) == dt.date(2026, 2, 14)
    assert said(rule(15, Unit.DAYS), event, workdays("CN")) == dt.date(2026, 2, 14)


def test_a_payment_order_served_at_the_end_of_january_2027() -> None:
    found = last_day(rule(15, Unit.DAYS), dt.date(2027, 1, 29), "CN")
    assert found == LastDay(dt.date(2027, 2, 13), dt.date(2027, 2, 15), dt.date(2027, 2, 15), (2027,))
    caveat = Due("node", rule(15, Unit.DAYS), dt.date(2027, 1, 29), found).caveat()
    assert caveat is not None
    assert phrases("en").tell(caveat) == (
        "The days off of 2027 are not announced yet, or not known to this program. "
        "At the latest 2027-02-13; if that day is a day off, 2027-02-15."
    )


def test_a_last_day_on_a_holiday_of_the_law_is_not_the_earliest() -> None:
    """6 February 2027 is the first day of the year of the goat; Tuesday the 9th is off in exchange, perhaps."""
    found = last_day(rule(15, Unit.DAYS), dt.date(2027, 1, 22), "CN")
    assert found is not None
    assert (found.earliest, found.usual) == (dt.date(2027, 2, 9), dt.date(2027, 2, 11))


def test_what_they_must_do_ends_late_around_a_festival() -> None:
    """National Day 2027: Friday to Sunday, and no notice has given more than five days after them."""
    found = last_day(rule(15, Unit.DAYS, Party.THEM), dt.date(2027, 9, 16), "CN")
    assert found is not None
    due = Due("node", rule(15, Unit.DAYS, Party.THEM), dt.date(2027, 9, 16), found)
    assert (due.keep, due.otherwise) == (dt.date(2027, 10, 11), dt.date(2027, 10, 6))


@pytest.mark.parametrize("country", ["TW", "AZ", "KZ", "KG"])
def test_a_year_held_whole_is_announced_though_no_weekend_is_worked_in_it(country: str) -> None:
    found = last_day(rule(15, Unit.DAYS), dt.date(2026, 10, 16), country)
    assert found is not None
    assert found.settled


@pytest.mark.parametrize("country", ["GB", "US", "DE", "JP", "AM", "UA", "GB-SCT", "US-NY"])
def test_a_country_without_such_notices_never_waits_for_one(country: str) -> None:
    found = last_day(rule(15, Unit.DAYS), dt.date(2029, 10, 16), country)
    assert found is not None
    assert found.settled


def test_chinas_2027_is_not_announced_and_its_2026_is() -> None:
    assert workdays("CN").announced_until == 2026


def test_every_country_that_still_works_weekends_in_exchange_waits_for_its_notices() -> None:
    """A country that takes the custom up in a later version of `holidays` shows here."""
    with_exchange = set()
    for code in holidays.list_supported_countries():
        if len(code) == 2:
            days = holidays.country_holidays(code, years=range(2023, 2036))
            if any(day.year >= 2023 for day in days.weekend_workdays):
                with_exchange.add(code)
    waiting = {code for code in with_exchange if workdays(code).announced_until is not None}
    assert with_exchange == waiting


def test_a_region_has_holidays_of_its_own() -> None:
    """St Andrew's Day is off in Scotland, Monday 30 November 2026, and nowhere else in the kingdom."""
    one = Deadline("rule", 1, Unit.WORKING_DAYS, Party.YOU, Roll.NONE, WORDS, WORDS)
    friday = dt.date(2026, 11, 27)
    in_scotland, in_wales = last_day(one, friday, "GB-SCT"), last_day(one, friday, "GB-WLS")
    assert in_scotland is not None
    assert in_wales is not None
    assert (in_scotland.usual, in_wales.usual) == (dt.date(2026, 12, 1), dt.date(2026, 11, 30))
