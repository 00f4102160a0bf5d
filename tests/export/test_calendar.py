"""The calendar file, read back by another program's rules: when it rings, and which of two entries is newer."""

import datetime as dt
from dataclasses import replace

import icalendar
import pytest

from debttree.export import Format, Summary, render, summary
from debttree.journey import Journey
from debttree.locales import phrases
from debttree.model import Party, Roll, Tree, Unit

OBJECTION = ("court", "objection")
CHINA = dt.timezone(dt.timedelta(hours=8))
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=CHINA)


def made(guide: Tree, walk: Journey, moment: dt.datetime = NOON) -> Summary:
    return summary(guide, walk, "en", moment.date(), moment=moment)


def entry(found: Summary) -> icalendar.Event:
    """The entry of the objection: the latest of the file."""
    calendar = icalendar.Calendar.from_ical(render(found, Format.ICS, phrases("en")))
    return max(calendar.events, key=lambda event: event.DTSTART)


def rings(found: Summary) -> list[str]:
    """When the alarms ring on the clock of the person, by RFC 5545: from the first moment of an all-day entry."""
    event = entry(found)
    midnight = dt.datetime.combine(event.decoded("DTSTART"), dt.time())
    return [str(midnight + alarm.decoded("TRIGGER")) for alarm in event.walk("VALARM")]


@pytest.mark.parametrize(
    ("now", "ahead"),
    [
        ("2026-11-23T12:00", ["2026-11-27 09:00:00", "2026-11-29 09:00:00", "2026-11-30 09:00:00"]),
        ("2026-11-27T08:59", ["2026-11-27 09:00:00", "2026-11-29 09:00:00", "2026-11-30 09:00:00"]),
        ("2026-11-27T09:00", ["2026-11-29 09:00:00", "2026-11-30 09:00:00"]),
        ("2026-11-29T09:01", ["2026-11-30 09:00:00"]),
        ("2026-11-30T08:00", ["2026-11-30 09:00:00"]),
        ("2026-11-30T18:00", []),
        ("2026-12-05T08:00", []),
    ],
)
def test_it_rings_at_nine_on_three_mornings_and_never_in_the_past(
    guide: Tree, walk: Journey, now: str, ahead: list[str]
) -> None:
    """The objection of `walk` ends on Monday 30 November."""
    moment = dt.datetime.fromisoformat(now).replace(tzinfo=CHINA)
    assert rings(made(guide, walk, moment)) == ahead


def test_a_deadline_of_tomorrow_still_rings(guide: Tree, walk: Journey) -> None:
    assert rings(made(guide, walk, dt.datetime(2026, 11, 29, 22, tzinfo=CHINA))) == ["2026-11-30 09:00:00"]


def test_a_date_changed_on_the_same_day_makes_a_newer_entry_of_the_same_deadline(
    guide: Tree, walk: Journey
) -> None:
    standing = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    old = entry(made(guide, walk, standing))
    new = entry(made(guide, walk.dated(OBJECTION, dt.date(2026, 11, 12)), standing))
    assert new["UID"] == old["UID"]
    assert new.DTSTART < old.DTSTART
    assert new.sequence > old.sequence
    assert new.DTSTAMP > old.DTSTAMP


def test_a_date_put_back_is_newer_still(guide: Tree, walk: Journey) -> None:
    day = walk.dates[OBJECTION]
    there = walk.dated(OBJECTION, dt.date(2026, 11, 12))
    back = there.dated(OBJECTION, day)
    numbers = [entry(made(guide, journey)).sequence for journey in (walk, there, back)]
    assert numbers == sorted(set(numbers))


def test_a_later_export_is_newer_and_the_same_one_is_the_same(guide: Tree, walk: Journey) -> None:
    first, again = made(guide, walk), made(guide, walk)
    later = made(guide, walk, NOON + dt.timedelta(minutes=1))
    in_english = phrases("en")
    assert render(first, Format.ICS, in_english) == render(again, Format.ICS, in_english)
    assert entry(later).sequence > entry(first).sequence
    assert NOON.astimezone(dt.UTC) + dt.timedelta(minutes=1, seconds=walk.revision) == entry(later).DTSTAMP


def test_a_date_that_stays_as_it_is_changes_nothing(walk: Journey) -> None:
    assert walk.dated(OBJECTION, walk.dates[OBJECTION]) is walk


@pytest.mark.parametrize("day", ["0001-01-01", "1999-12-31", "2087-01-01", "2999-01-01", "9999-12-31"])
def test_a_calendar_fits_the_numbers_of_rfc_5545_on_any_day(guide: Tree, walk: Journey, day: str) -> None:
    moment = dt.datetime.fromisoformat(day).replace(tzinfo=dt.UTC)
    found = entry(made(guide, replace(walk, revision=1_000_000), moment))
    assert 0 <= found.sequence < 2**31


def test_the_first_days_that_a_calendar_can_hold_ring_no_alarm_before_them(
    guide: Tree, walk: Journey
) -> None:
    first = dt.date(1, 1, 1)
    found = made(guide, walk.dated(OBJECTION, first), dt.datetime(1, 1, 1, tzinfo=dt.UTC))
    assert entry(found).walk("VALARM")


def test_the_last_day_that_a_calendar_can_hold_has_an_entry(guide: Tree, walk: Journey) -> None:
    reply = walk.dated(OBJECTION, None).dated(("call", "reply"), dt.date(9999, 12, 6))
    call = guide.nodes["call"]
    rules = tuple(replace(rule, amount=25, unit=Unit.DAYS, roll=Roll.NONE) for rule in call.deadlines)
    tree = replace(guide, nodes={**guide.nodes, "call": replace(call, deadlines=rules)})
    assert dt.date.max == entry(made(tree, reply)).DTSTART


@pytest.mark.parametrize(("by", "day"), [(Party.YOU, "2027-02-13"), (Party.THEM, "2027-02-15")])
def test_the_entry_stands_on_the_safe_day_and_names_the_other(
    guide: Tree, walk: Journey, by: Party, day: str
) -> None:
    """Fifteen days from 29 January 2027 end on a Saturday that may be worked; 2027 is not announced."""
    court = guide.nodes["court"]
    rules = tuple(replace(rule, by=by) for rule in court.deadlines)
    tree = replace(guide, nodes={**guide.nodes, "court": replace(court, deadlines=rules)})
    found = entry(
        made(tree, walk.dated(OBJECTION, dt.date(2027, 1, 29)), NOON.replace(year=2027, month=2, day=1))
    )
    assert found.DTSTART.isoformat() == day
    said = str(found["DESCRIPTION"])
    assert all(words in said for words in ("2027-02-13", "2027-02-15", "not announced yet"))
