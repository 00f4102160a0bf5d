"""Deadlines counted back from their event: by hand, the slow way, and against what was announced in the end."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.journey import Due, LastDay, last_day
from debttree.journey.deadlines import end_of_period
from debttree.journey.workdays import Workdays, workdays
from debttree.locales import phrases
from debttree.model import Deadline, Party, Roll, Text, Unit
from tests.journey.test_unannounced import (
    ALL,
    ANNOUNCED,
    DAY,
    NEXT,
    USUAL,
    announced,
    before_the_notice,
    events,
)

WORDS = Text.of("words")


def rule(amount: int, unit: Unit, roll: Roll = NEXT, by: Party = Party.YOU) -> Deadline:
    return Deadline("rule", amount, unit, by, roll, WORDS, WORDS, before=True)


def end(amount: int, unit: Unit, event: str, roll: Roll = Roll.NONE) -> LastDay:
    found = last_day(rule(amount, unit, roll), dt.date.fromisoformat(event), "CN")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("amount", "unit", "event", "last"),
    [
        (1, Unit.DAYS, "2026-11-23", "2026-11-22"),  # the day before the event is the first
        (15, Unit.DAYS, "2026-11-16", "2026-11-01"),
        (1, Unit.MONTHS, "2026-03-31", "2026-02-28"),
        (1, Unit.MONTHS, "2026-01-15", "2025-12-15"),
        (1, Unit.YEARS, "2024-02-29", "2023-02-28"),
        (3, Unit.WORKING_DAYS, "2026-11-23", "2026-11-18"),  # Friday, Thursday, Wednesday
        (2, Unit.WORKING_DAYS, "2026-10-09", "2026-09-30"),  # the 8th; seven days off; 30 September
        (1, Unit.WORKING_DAYS, "2026-10-11", "2026-10-10"),  # a Saturday that is worked
    ],
)
def test_the_day_before_the_event_is_the_first(amount: int, unit: Unit, event: str, last: str) -> None:
    assert end(amount, unit, event).usual == dt.date.fromisoformat(last)


@pytest.mark.parametrize(
    ("event", "rolled"),
    [
        (
            "2026-11-30",
            "2026-11-20",
        ),  # a week before is a Monday; eight days before a Sunday, and back to Friday
        ("2026-10-14", "2026-09-30"),  # eight days before is 6 October, off since the 1st
        ("2026-10-18", "2026-10-10"),  # a Saturday that is worked
    ],
)
def test_a_last_day_that_is_not_worked_moves_to_the_one_before(event: str, rolled: str) -> None:
    assert end(8, Unit.DAYS, event, NEXT).usual == dt.date.fromisoformat(rolled)
    assert end(8, Unit.DAYS, event, NEXT).settled


@given(
    event=st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31)),
    amount=st.integers(1, 60),
    country=st.sampled_from(["CN", "GB", None]),
)
def test_working_days_are_counted_back_one_by_one(event: dt.date, amount: int, country: str | None) -> None:
    found = last_day(rule(amount, Unit.WORKING_DAYS), event, country)
    assert found is not None
    calendar = workdays(country)
    between = [event - number * DAY for number in range(1, (event - found.usual).days + 1)]
    assert sum(map(calendar.works, between)) == amount
    assert calendar.works(found.usual)


def truth(deadline: Deadline, event: dt.date) -> dt.date:
    """The last day as it was announced in the end, counted without a line of the program's."""
    known, day = announced(), event
    if deadline.unit is Unit.WORKING_DAYS:
        return known.get_nth_working_day(event, -deadline.amount)
    if deadline.unit is Unit.DAYS:
        day = event - deadline.amount * DAY
    else:
        month = event.month - 1 - deadline.amount
        number = event.day
        while True:
            try:
                day = dt.date(event.year + month // 12, month % 12 + 1, number)
                break
            except ValueError:
                number -= 1
    return day if known.is_working_day(day) else known.get_nth_working_day(day, -1)


def replay(year: int, periods: list[tuple[Unit, int]], step: int) -> int:
    """Check each period back from each event day; how many last days were checked."""
    days, checked = before_the_notice(year), 0
    for unit, amount in periods:
        yours, theirs = rule(amount, unit), rule(amount, unit, by=Party.THEM)
        for event in events(year, step):
            true = truth(yours, event)
            if true.year in ANNOUNCED:
                found = end_of_period(yours, event, days)
                mine, others = (Due("node", one, event, found).keep for one in (yours, theirs))
                assert mine is not None
                assert others is not None
                assert mine <= true <= others, (unit, amount, event)
                checked += 1
    return checked


@pytest.mark.parametrize("year", ANNOUNCED)
def test_no_day_said_before_the_notice_is_too_late_for_you_or_too_early_for_them(year: int) -> None:
    assert replay(year, USUAL, step=13) > 300


@pytest.mark.long
@pytest.mark.parametrize("year", ANNOUNCED)
def test_no_day_at_all_is(year: int) -> None:
    assert replay(year, ALL, step=1) > 20_000


def too_late(year: int, days: Workdays) -> int:
    """How often the usual day, said as the last one, would have been too late."""
    one = rule(15, Unit.WORKING_DAYS)
    found = [(end_of_period(one, event, days), truth(one, event)) for event in events(year, 1)]
    return sum(last is not None and last.usual > true for last, true in found)


def test_counting_by_what_is_known_would_have_been_too_late() -> None:
    """The replay can fail: days off that the notice gave lie in between in every year."""
    assert all(too_late(year, before_the_notice(year)) for year in ANNOUNCED)


def test_in_a_year_that_is_not_announced_yours_is_the_earliest_and_theirs_the_latest() -> None:
    """Ten days before 13 May 2027 is Monday 3 May: perhaps off with Labour Day, and its weekend perhaps worked."""
    event, mine = dt.date(2027, 5, 13), rule(10, Unit.DAYS)
    found = last_day(mine, event, "CN")
    assert found is not None
    assert found.unpublished == (2027,)
    assert (found.earliest, found.usual, found.latest) == (
        dt.date(2027, 4, 23),
        dt.date(2027, 4, 30),
        dt.date(2027, 5, 3),
    )
    due = Due("node", mine, event, found)
    assert (due.keep, due.otherwise) == (dt.date(2027, 4, 23), dt.date(2027, 4, 30))
    caveat = due.caveat()
    assert caveat is not None
    assert "if fewer days are off" in phrases("en").tell(caveat)
    theirs = replace(due, deadline=replace(mine, by=Party.THEM))
    assert (theirs.keep, theirs.otherwise) == (dt.date(2027, 5, 3), dt.date(2027, 4, 30))


def test_a_day_before_the_first_one_that_there_is_is_none() -> None:
    assert last_day(rule(36_500, Unit.DAYS), dt.date(1, 1, 2), "CN") is None
    assert last_day(rule(36_500, Unit.YEARS), dt.date(2026, 1, 1), "CN") is None
