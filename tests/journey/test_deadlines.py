"""The last day of a period, against calendars worked out by hand and a slow way of counting."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.journey import Due, LastDay, Urgency, begin, dues, last_day
from debttree.journey.deadlines import add_months
from debttree.journey.workdays import workdays
from debttree.locales import phrases
from debttree.model import Deadline, Kind, Node, Party, Roll, Text, Tree, Unit

WORDS = Text.of("words")
NEXT = Roll.NEXT_WORKING_DAY


def rule(amount: int, unit: Unit, roll: Roll = Roll.NONE, by: Party = Party.YOU) -> Deadline:
    return Deadline("rule", amount, unit, by, roll, WORDS, WORDS)


def end(amount: int, unit: Unit, event: str, roll: Roll = Roll.NONE, country: str | None = "CN") -> LastDay:
    found = last_day(rule(amount, unit, roll), dt.date.fromisoformat(event), country)
    assert found is not None
    return found


def settled(last: str) -> LastDay:
    return LastDay(day(last), day(last), day(last))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("event", "months", "last"),
    [
        ("2026-01-15", 1, "2026-02-15"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2027-12-31", 2, "2028-02-29"),
        ("2026-08-31", 1, "2026-09-30"),
        ("2026-02-28", 1, "2026-03-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-01", 1, "2027-01-01"),
    ],
)
def test_months_end_on_the_same_number_or_on_the_months_last_day(event: str, months: int, last: str) -> None:
    assert end(months, Unit.MONTHS, event).usual == day(last)


def test_years_end_on_the_same_day_and_a_leap_day_on_the_28th() -> None:
    assert end(3, Unit.YEARS, "2023-07-01").usual == day("2026-07-01")
    assert end(1, Unit.YEARS, "2024-02-29").usual == day("2025-02-28")
    assert end(4, Unit.YEARS, "2024-02-29").usual == day("2028-02-29")


def test_the_day_of_the_event_is_not_counted() -> None:
    assert end(15, Unit.DAYS, "2026-11-01").usual == day("2026-11-16")
    assert end(1, Unit.WORKING_DAYS, "2026-11-23").usual == day("2026-11-24")


@pytest.mark.parametrize(
    ("event", "rolled"),
    [
        ("2026-11-06", "2026-11-23"),  # ends on Saturday the 21st
        ("2026-09-16", "2026-10-08"),  # ends on 1 October, the first of seven days off
        ("2026-09-25", "2026-10-10"),  # ends on Saturday 10 October, worked in exchange for the 7th
        ("2026-01-30", "2026-02-14"),  # ends on Saturday 14 February, worked before the Spring Festival
        ("2026-01-31", "2026-02-24"),  # ends on Sunday 15 February, followed by the festival until the 23rd
    ],
)
def test_a_last_day_that_is_not_worked_moves_to_the_next_one(event: str, rolled: str) -> None:
    assert end(15, Unit.DAYS, event, NEXT).usual == day(rolled)
    assert end(15, Unit.DAYS, event, NEXT).settled


def test_working_days_count_exchanged_weekends_and_leave_out_holidays() -> None:
    # Friday 18 September 2026; worked: Sunday the 20th, 21-24, 28-30; 1-7 October off; 8, 9, Saturday the 10th
    assert end(1, Unit.WORKING_DAYS, "2026-09-18").usual == day("2026-09-20")
    assert end(9, Unit.WORKING_DAYS, "2026-09-18").usual == day("2026-10-08")
    assert end(11, Unit.WORKING_DAYS, "2026-09-18").usual == day("2026-10-10")


def test_the_kept_calendar_of_2026_is_the_announced_one() -> None:
    """Days off and days worked of 2026 as the State Council's office announced them in November 2025."""
    off = [f"2026-01-0{n}" for n in (1, 2, 3)]
    off += [f"2026-02-{n}" for n in range(15, 24)]
    off += ["2026-04-04", "2026-04-05", "2026-04-06", *(f"2026-05-0{n}" for n in range(1, 6))]
    off += ["2026-06-19", "2026-06-20", "2026-06-21", "2026-09-25", "2026-09-26", "2026-09-27"]
    off += [f"2026-10-0{n}" for n in range(1, 8)]
    worked = ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]
    calendar = workdays("CN")
    for number in range(365):
        date = day("2026-01-01") + dt.timedelta(days=number)
        expected = date.isoformat() in worked or (date.weekday() < 5 and date.isoformat() not in off)
        assert calendar.works(date) is expected, date


def test_a_year_that_is_not_announced_yet_is_said_and_both_days_given() -> None:
    found = end(10, Unit.WORKING_DAYS, "2026-12-25")
    assert found.unpublished == (2027,)
    # 28-31 December; 1 January is off; by you: Saturday the 2nd and all after it may be worked
    assert (found.earliest, found.usual, found.latest) == (
        day("2027-01-07"),
        day("2027-01-11"),
        day("2027-01-20"),
    )
    mine = Due("node", rule(10, Unit.WORKING_DAYS), day("2026-12-25"), found)
    assert (mine.keep, mine.otherwise) == (day("2027-01-07"), day("2027-01-11"))
    theirs = Due("node", rule(10, Unit.WORKING_DAYS, by=Party.THEM), day("2026-12-25"), found)
    assert (theirs.keep, theirs.otherwise) == (day("2027-01-20"), day("2027-01-11"))
    for due in (mine, theirs):
        caveat = due.caveat()
        assert caveat is not None
        told = phrases("en").tell(caveat)
        assert told.startswith("The days off of 2027 are not announced yet, or not known to this program. ")
        assert str(due.keep) in told
        assert "2027-01-11" in told


def test_plain_days_need_no_calendar() -> None:
    assert end(60, Unit.DAYS, "2026-12-25").settled
    assert end(60, Unit.DAYS, "2026-12-25", country=None).settled


@pytest.mark.parametrize("country", [None, "XX", "Atlantis"])
def test_without_a_calendar_weekends_count_and_it_is_said(country: str | None) -> None:
    found = end(15, Unit.DAYS, "2026-09-16", NEXT, country)
    assert found.usual == day("2026-10-01")
    assert found.no_calendar
    assert Due("node", rule(15, Unit.DAYS, NEXT), day("2026-09-16"), found).caveat() is not None


def test_a_last_day_beyond_the_calendar_is_none() -> None:
    assert last_day(rule(36_500, Unit.YEARS), day("2026-01-01"), "CN") is None
    assert last_day(rule(36_500, Unit.MONTHS), day("9000-01-01"), "CN") is None


@given(
    event=st.dates(day("2024-01-01"), day("2026-12-31")),
    amount=st.integers(1, 60),
    country=st.sampled_from(["CN", "GB", None]),
)
def test_working_days_are_counted_one_by_one(event: dt.date, amount: int, country: str | None) -> None:
    found = last_day(rule(amount, Unit.WORKING_DAYS), event, country)
    assert found is not None
    calendar = workdays(country)
    between = [event + dt.timedelta(days=n) for n in range(1, (found.usual - event).days + 1)]
    assert sum(map(calendar.works, between)) == amount
    assert calendar.works(found.usual)


@given(event=st.dates(day("2020-01-01"), day("2030-12-31")), months=st.integers(1, 240))
def test_months_keep_the_number_of_the_day_where_they_can(event: dt.date, months: int) -> None:
    last = add_months(event, months)
    assert (last.year * 12 + last.month) - (event.year * 12 + event.month) == months
    assert last.day == event.day or (last + dt.timedelta(days=1)).day == 1


def test_urgency_is_today_this_week_or_later() -> None:
    today = day("2026-11-23")

    def urgency(last: str) -> Urgency:
        found = settled(last)
        return Due("node", rule(1, Unit.DAYS), today, found).urgency(today)

    assert urgency("2026-11-01") is Urgency.TODAY
    assert urgency("2026-11-23") is Urgency.TODAY
    assert urgency("2026-11-24") is Urgency.THIS_WEEK
    assert urgency("2026-11-30") is Urgency.THIS_WEEK
    assert urgency("2026-12-01") is Urgency.LATER
    assert Due("node", rule(1, Unit.DAYS)).urgency(today) is Urgency.UNKNOWN


def test_each_deadline_of_the_way_is_due_once() -> None:
    node = Node("a", Kind.OUTCOME, WORDS, deadlines=(rule(3, Unit.DAYS),))
    tree = Tree("t", "0", WORDS, "a", {"a": node})
    journey = begin(tree).jump("a").dated(("a", "rule"), day("2026-11-20"))
    (due,) = dues(tree, journey)
    assert (due.node, due.event_date) == ("a", day("2026-11-20"))
    assert due.keep == day("2026-11-23")
    assert due.days_left(day("2026-11-20")) == 3


def test_without_the_date_of_its_event_nothing_is_said_of_a_last_day() -> None:
    due = Due("node", rule(1, Unit.DAYS))
    today = day("2026-11-23")
    assert (due.keep, due.otherwise, due.days_left(today), due.caveat()) == (None, None, None, None)


def test_deadlines_follow_the_working_days_of_the_country_that_the_tree_names() -> None:
    node = Node("a", Kind.OUTCOME, WORDS, deadlines=(rule(1, Unit.WORKING_DAYS),))
    tree = Tree("t", "0", WORDS, "a", {"a": node}, holidays="CN")
    journey = begin(tree).dated(("a", "rule"), day("2026-09-30"))
    assert [due.keep for due in dues(tree, journey)] == [day("2026-10-08")]
    assert [due.keep for due in dues(replace(tree, holidays=None), journey)] == [day("2026-10-01")]


@pytest.mark.parametrize("by", list(Party))
def test_a_year_not_announced_is_said_even_where_the_days_agree(by: Party) -> None:
    found = replace(settled("2027-03-05"), unpublished=(2027, 2028))
    due = Due("node", rule(1, Unit.WORKING_DAYS, by=by), day("2026-12-25"), found)
    assert (due.keep, due.otherwise) == (day("2027-03-05"), None)
    caveat = due.caveat()
    assert caveat is not None
    told = phrases("en").tell(caveat)
    assert told.startswith("The days off of 2027, 2028 are not announced yet")
    assert re.findall(r"\d{4}-\d{2}-\d{2}", told) == ["2027-03-05"]


def test_a_settled_day_has_no_other() -> None:
    due = Due("node", rule(1, Unit.DAYS), day("2026-09-30"), settled("2026-10-08"))
    assert (due.keep, due.otherwise, due.caveat()) == (day("2026-10-08"), None, None)


def test_december_is_followed_by_january_and_the_last_year_by_nothing() -> None:
    assert add_months(day("2026-12-31"), 12) == day("2027-12-31")
    assert add_months(day("9999-11-30"), 1) == day("9999-12-30")
    with pytest.raises(OverflowError):
        add_months(day("9999-12-01"), 1)
