"""One date of an event serves every deadline that hangs on it, wherever it is asked for, kept and read again."""

import datetime as dt
from dataclasses import replace

import pytest

from debttree.export import Format, render, summary
from debttree.export.parts import distinct
from debttree.journey import Journey, begin, dues, kept, resume, snapshot
from debttree.journey.dating import event_date, with_date
from debttree.journey.events import event_happened, event_key, happened, may_lie_ahead
from debttree.journey.fingerprint import Prints
from debttree.journey.saved import from_bytes, to_bytes
from debttree.locales import phrases
from debttree.model import Tree, Trouble
from debttree.reading import read

TODAY = dt.date(2026, 11, 23)
DAY = dt.date(2026, 11, 20)
ORDER, HEARING = event_key("order"), event_key("hearing")
OBJECT, PAY = ("papers", "object"), ("sued", "pay")

TREE = """
format = "debttree/1"
[events.order]
title = "The payment order reached you"
[events.hearing]
title = "The hearing"
[nodes.papers]
title = "Papers"
[[nodes.papers.deadlines]]
id = "object"
days = 15
on = "order"
text = "Object"
[[nodes.papers.deadlines]]
id = "ring"
days = 3
event = "You rang"
text = "Ring again"
[[nodes.papers.choices]]
label = "Sued"
to = "sued"
[nodes.sued]
title = "Sued"
[[nodes.sued.deadlines]]
id = "pay"
days = 30
on = "order"
text = "Pay"
[[nodes.sued.deadlines]]
id = "evidence"
days = 3
on = "hearing"
before = true
text = "Hand in the evidence"
[[nodes.sued.deadlines]]
id = "order"
days = 5
event = "You asked"
text = "Wait for the answer"
"""


def tree_of(text: str) -> Tree:
    reading = read(text.encode(), "events")
    assert reading.tree is not None
    assert {problem.code for problem in reading.problems} <= {"no-urgent"}
    return reading.tree


@pytest.fixture
def tree() -> Tree:
    return tree_of(TREE)


@pytest.fixture
def walk(tree: Tree) -> Journey:
    return begin(tree).take(tree, "sued")


def event_dates(tree: Tree, journey: Journey) -> dict[str, dt.date | None]:
    return {due.deadline.id: due.event_date for due in dues(tree, journey)}


def test_asked_once_it_dates_every_deadline_that_hangs_on_it(tree: Tree, walk: Journey) -> None:
    for item in (OBJECT, PAY):
        dated = happened(tree, walk, item, DAY)
        assert dated.dates == {ORDER: DAY}
        known = {"object": DAY, "pay": DAY, "ring": None, "evidence": None, "order": None}
        assert event_dates(tree, dated) == known
        assert happened(tree, dated, item, None).dates == {}
    alone = happened(tree, walk, ("papers", "ring"), DAY)
    assert alone.dates == {("papers", "ring"): DAY}


def test_another_day_is_that_of_another_paper_and_nothing_is_done_about_it(tree: Tree, walk: Journey) -> None:
    dated = event_happened(tree, walk, "order", DAY)
    done = kept(tree, kept(tree, dated, OBJECT, TODAY), ("papers", "ring"), TODAY)
    assert event_happened(tree, done, "order", DAY) is done
    assert event_happened(tree, done, "order", TODAY).done == {("papers", "ring"): TODAY}
    assert event_happened(tree, kept(tree, walk, OBJECT, TODAY), "order", DAY).done == {OBJECT: TODAY}


def test_only_what_something_is_counted_back_from_may_lie_ahead(tree: Tree) -> None:
    assert may_lie_ahead(tree, ("sued", "evidence"))
    assert not may_lie_ahead(tree, OBJECT)
    assert not may_lie_ahead(tree, ("papers", "ring"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-03", "2026-12-03"),
        ("2026-11-03", "2026-11-03"),
        ("3", "2026-12-03"),
        ("23", "2026-11-23"),
        ("31", "2026-12-31"),
        ("11月22日", "2027-11-22"),
        ("2月29日", "2028-02-29"),
        ("tomorrow", "2026-11-24"),
        ("后天", "2026-11-25"),
    ],
)
def test_a_short_date_of_what_may_lie_ahead_is_the_next_such_day(text: str, day: str) -> None:
    assert event_date(text, TODAY, ahead=True) == dt.date.fromisoformat(day)


def test_on_the_command_line_an_events_name_wins(tree: Tree, walk: Journey) -> None:
    assert with_date(tree, walk, "order=2026-11-20", TODAY).dates == {ORDER: DAY}
    assert with_date(tree, walk, "sued:order=2026-11-20", TODAY).dates == {("sued", "order"): DAY}
    assert with_date(tree, walk, "pay=2026-11-20", TODAY).dates == {ORDER: DAY}
    assert with_date(tree, walk, "papers:object=2026-11-20", TODAY).dates == {ORDER: DAY}
    assert with_date(tree, walk, "hearing=2026-12-03", TODAY).dates == {HEARING: dt.date(2026, 12, 3)}
    assert with_date(tree, walk, "evidence=2026-12-03", TODAY).dates == {HEARING: dt.date(2026, 12, 3)}
    with pytest.raises(Trouble, match="has not come yet"):
        with_date(tree, walk, "order=2026-12-03", TODAY)
    with pytest.raises(Trouble, match="No node on this way") as caught:
        with_date(tree, begin(tree), "hearing=2026-12-03", TODAY)
    assert caught.value.hint is not None


def test_a_misspelt_event_is_told_the_nearest(tree: Tree, walk: Journey) -> None:
    with pytest.raises(Trouble) as caught:
        with_date(tree, walk, "haering=2026-12-03", TODAY)
    assert caught.value.hint is not None
    assert caught.value.hint.values == {"name": "hearing"}


def test_the_calendar_has_an_entry_for_each_deadline_of_one_event(tree: Tree, walk: Journey) -> None:
    dated = event_happened(tree, event_happened(tree, walk, "order", DAY), "hearing", dt.date(2026, 12, 3))
    made = summary(tree, dated, "en", TODAY)
    calendar = render(made, Format.ICS, phrases("en")).decode()
    starts = [line for line in calendar.splitlines() if line.startswith("DTSTART")]
    assert starts == [f"DTSTART;VALUE=DATE:{day}" for day in ("20261205", "20261220", "20261130")]
    said = [(term.due.deadline.on, term.due.deadline.before) for term in made.terms]
    assert said == [("order", False), (None, False), ("order", False), ("hearing", True), (None, False)]
    text = render(made, Format.TXT, phrases("en")).decode()
    assert "3 days back from “The hearing”" in " ".join(text.split())
    assert "The event is on 2026-12-03" in text


def again(tree: Tree, journey: Journey, now: str) -> dict[tuple[str, str], dt.date]:
    """The dates of a journey kept with one tree and gone on with in another."""
    saved = from_bytes(to_bytes(snapshot(Prints(tree, "en"), journey, TODAY)))
    return dict(resume(tree_of(now), saved).journey.dates)


def test_an_events_date_is_kept_and_read_again(tree: Tree, walk: Journey) -> None:
    dated = happened(tree, event_happened(tree, walk, "order", DAY), ("papers", "ring"), DAY)
    assert again(tree, dated, TREE) == dated.dates
    renamed = TREE.replace("events.order", "events.served").replace('on = "order"', 'on = "served"')
    assert again(tree, dated, renamed) == {event_key("served"): DAY, ("papers", "ring"): DAY}
    reworded = TREE.replace("order reached you", "order was made")
    assert again(tree, dated, reworded) == {("papers", "ring"): DAY}
    resumed = resume(tree_of(reworded), snapshot(Prints(tree, "en"), dated, TODAY))
    assert [note.node for note in resumed.journey.notes] == [dated.at], "a note has a place"


def test_the_date_of_a_deadline_that_hangs_on_an_event_now_becomes_that_events(
    tree: Tree, walk: Journey
) -> None:
    was = TREE.replace('on = "order"', 'event = "The payment order reached you"')
    old = tree_of(was.replace('[events.order]\ntitle = "The payment order reached you"', ""))
    for item in (OBJECT, PAY):
        assert again(old, begin(old).take(old, "sued").dated(item, DAY), TREE) == {ORDER: DAY}


def test_of_two_days_of_what_is_one_event_now_the_earlier_is_kept_and_the_other_is_told(tree: Tree) -> None:
    was = TREE.replace('on = "order"', 'event = "The payment order reached you"')
    old = tree_of(was.replace('[events.order]\ntitle = "The payment order reached you"', ""))
    walked = begin(old).take(old, "sued").dated(OBJECT, TODAY).dated(PAY, DAY)
    resumed = resume(tree, snapshot(Prints(old, "en"), walked, TODAY))
    assert resumed.journey.dates == {ORDER: DAY}
    assert [note.text for note in resumed.journey.notes] == ["The payment order reached you: 2026-11-23"]
    assert len(resumed.lost) == 1


def test_alike_but_for_the_direction_are_two_deadlines(tree: Tree, walk: Journey) -> None:
    sued = tree.nodes["sued"]
    evidence = next(one for one in sued.deadlines if one.before)
    twin = replace(evidence, id="twin", before=False)
    both = replace(tree, nodes={**tree.nodes, "sued": replace(sued, deadlines=(evidence, twin))})
    dated = event_happened(both, walk, "hearing", DAY)
    assert kept(both, dated, ("sued", "twin"), TODAY).done == {("sued", "twin"): TODAY}
    said = [term.due.deadline.id for term in distinct(summary(both, dated, "en", TODAY).terms)]
    assert said == ["object", "ring", "evidence", "twin"]
