"""A deadline that was kept: kept in the file, found again after an edit, and nobody is reminded of it any more."""

import datetime as dt
from dataclasses import replace

import icalendar

from debttree.export import Format, Redaction, render, summary
from debttree.journey import Journey, Resumed, begin, dues, kept, resume, where_you_were
from debttree.journey.fingerprint import Prints
from debttree.journey.saved import from_bytes, snapshot, to_bytes
from debttree.locales import phrases
from debttree.model import Tree
from tests.export.conftest import TODAY
from tests.export.test_distinct_deadlines import with_a_twin
from tests.journey.test_resume import edited

OBJECTION, TWIN = ("court", "objection"), ("call", "twin")
DAY = dt.date(2026, 11, 20)


def paper(tree: Tree, journey: Journey, form: Format = Format.TXT, *redact: Redaction) -> str:
    return render(summary(tree, journey, "en", TODAY, redact=redact), form, phrases("en")).decode()


def test_it_is_marked_with_its_day_and_the_mark_is_taken_back(guide: Tree, walk: Journey) -> None:
    done = kept(guide, walk, OBJECTION, DAY)
    assert next(due.done for due in dues(guide, done) if (due.node, due.deadline.id) == OBJECTION) == DAY
    assert done.revision > walk.revision
    undone = kept(guide, done, OBJECTION, None)
    assert undone.done == {}
    assert undone.revision > done.revision


def test_done_at_one_node_it_is_done_at_another_that_says_the_same(guide: Tree, walk: Journey) -> None:
    tree = with_a_twin(guide)
    both = walk.dated(TWIN, walk.dates[OBJECTION])
    for item in (OBJECTION, TWIN):
        assert {*kept(tree, both, item, DAY).done} == {OBJECTION, TWIN}
    assert kept(tree, kept(tree, both, OBJECTION, DAY), TWIN, None).done == {}
    later = walk.kept(OBJECTION, DAY).dated(TWIN, walk.dates[OBJECTION])
    assert [due.done for due in dues(tree, later) if due.deadline.id == "twin"] == [DAY]
    other = walk.kept(OBJECTION, DAY).dated(TWIN, walk.dates[OBJECTION] - dt.timedelta(days=30))
    assert [due.done for due in dues(tree, other) if due.deadline.id == "twin"] == [None]


def test_another_date_takes_the_mark_away_and_the_first_one_does_not(guide: Tree, walk: Journey) -> None:
    done = walk.kept(OBJECTION, DAY)
    assert done.dated(OBJECTION, DAY).done == {}
    undated = replace(walk, dates={}).kept(OBJECTION, DAY)
    assert undated.dated(OBJECTION, DAY).done == {OBJECTION: DAY}


def test_a_mark_alone_makes_a_journey_worth_keeping(guide: Tree) -> None:
    assert not begin(guide).kept(OBJECTION, DAY).is_blank


def test_it_comes_back_from_the_file_and_from_an_older_one_nothing_is_done(
    guide: Tree, walk: Journey
) -> None:
    done = walk.kept(OBJECTION, DAY)
    content = to_bytes(snapshot(Prints(guide, "zh"), done, TODAY))
    assert resume(guide, from_bytes(content)).journey == done
    assert from_bytes(to_bytes(snapshot(Prints(guide, "zh"), walk, TODAY))).journey.done == {}


def resumed(guide: Tree, walk: Journey, old: str, new: str) -> Resumed:
    saved = snapshot(Prints(guide, "en"), walk.kept(OBJECTION, DAY), TODAY)
    return resume(edited(guide, old, new), saved)


def test_a_deadline_that_is_another_one_now_is_not_done_unasked(guide: Tree, walk: Journey) -> None:
    found = resumed(guide, walk, 'text.en = "Object in writing"', 'text.en = "Pay in full"')
    assert found.journey.done == {}
    assert "marked as done on 2026-11-20" in " ".join(map(phrases("en").tell, found.lost))


def test_a_deadline_with_another_id_stays_done(guide: Tree, walk: Journey) -> None:
    found = resumed(guide, walk, 'id = "objection"', 'id = "protest"')
    assert found.journey.done == {("court", "protest"): DAY}


def test_the_summary_says_so_and_asks_for_it_no_more(guide: Tree, walk: Journey) -> None:
    asked = "[ ] Object in writing"
    assert asked in paper(guide, walk)
    done = walk.kept(OBJECTION, DAY)
    first, _, rest = paper(guide, done).partition("2. ")
    assert asked not in first + rest
    assert "[x] Object in writing\n    Done on 2026-11-20 (Friday)." in first
    assert "Done on 2026-11-20 (Friday)." in paper(guide, done)
    assert '"done_on": "2026-11-20"' in paper(guide, done, Format.JSON)
    assert "2026-11-20" not in paper(guide, done, Format.JSON, Redaction.DATES)


def test_its_entry_in_the_calendar_rings_no_more(guide: Tree, walk: Journey) -> None:
    def alarms(journey: Journey) -> int:
        calendar = icalendar.Calendar.from_ical(paper(guide, journey, Format.ICS))
        return sum(
            len(event.walk("VALARM"))
            for event in calendar.events
            if "Object in writing" in str(event["SUMMARY"])
        )

    assert alarms(walk)
    assert not alarms(walk.kept(OBJECTION, DAY))


def test_the_welcome_does_not_speak_of_it(guide: Tree, walk: Journey) -> None:
    def said(journey: Journey) -> str:
        return " ".join(where_you_were(guide, Resumed(journey, (), (), DAY), phrases("en"), TODAY))

    assert "Object in writing" in said(walk)
    assert "Object in writing" not in said(walk.kept(OBJECTION, DAY))
