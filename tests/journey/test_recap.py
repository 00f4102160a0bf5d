"""Where somebody was: five lines, in their language, with the deadline that presses most."""

import datetime as dt
from dataclasses import replace

import pytest

from debttree.journey import Journey, Resumed, begin, where_you_were
from debttree.locales import phrases
from debttree.model import Text, Tree

SAVED, TODAY = dt.date(2026, 11, 20), dt.date(2026, 11, 23)


def lines(tree: Tree, journey: Journey, language: str = "en", today: dt.date = TODAY) -> tuple[str, ...]:
    return where_you_were(tree, Resumed(journey, (), (), SAVED), phrases(language), today)


def test_a_walk_is_recalled_in_five_lines(guide: Tree, walk: Journey) -> None:
    assert lines(guide, walk) == (
        "You were here on 2026-11-20.",
        f'You stand at step {len(walk.path.nodes)}: "{guide.words(guide.nodes[walk.at].title, "en")}".',
        'Your last answer: "Wait and see".',
        "Met so far: Credit damage, Litigation.",
        'Deadline: "Object in writing", last day 2026-11-30, 7 days left.',
    )


def test_it_is_said_in_chinese_too(guide: Tree, walk: Journey) -> None:
    said = lines(guide, walk, "zh")
    assert len(said) == 5
    assert "再等等" in said[2]
    assert "征信受损" in said[3]
    assert "2026-11-30" in said[4]


def test_at_the_beginning_only_what_is_known_is_said(guide: Tree) -> None:
    assert lines(guide, begin(guide)) == (
        "You were here on 2026-11-20.",
        'You stand at step 1: "How long has the bill been overdue?".',
        "Met so far: Credit damage.",
    )


def test_of_what_was_not_met_nothing_is_said(guide: Tree) -> None:
    harmless = {name: replace(node, brings=()) for name, node in guide.nodes.items()}
    assert len(lines(replace(guide, nodes=harmless), begin(guide))) == 2


def test_a_jump_is_no_answer(guide: Tree) -> None:
    said = lines(guide, begin(guide).jump("agreed"))
    assert not any("last answer" in line for line in said)
    taken = begin(guide).take(guide, "short").jump("agreed")
    assert 'Your last answer: "Less than three months".' in lines(guide, taken)


@pytest.mark.parametrize(
    ("today", "end"),
    [
        ("2026-11-29", "last day 2026-11-30, 1 day left."),
        ("2026-11-30", "last day 2026-11-30, 0 days left."),
        ("2026-12-01", 'Deadline: "Object in writing", the last day was 2026-11-30.'),
    ],
)
def test_how_many_days_are_left_and_when_none_is(guide: Tree, walk: Journey, today: str, end: str) -> None:
    assert lines(guide, walk, today=dt.date.fromisoformat(today))[-1].endswith(end)


def test_the_deadline_that_ends_first_is_named_and_never_one_of_others(guide: Tree, walk: Journey) -> None:
    sooner = replace(guide.nodes["court"].deadlines[0], id="sooner", amount=3, text=Text.of("Be quick"))
    court = replace(guide.nodes["court"], deadlines=(*guide.nodes["court"].deadlines, sooner))
    tree = replace(guide, nodes={**guide.nodes, "court": court})
    dated = walk.dated(("court", "sooner"), dt.date(2026, 11, 20))
    assert '"Be quick", last day 2026-11-23, 0 days left.' in lines(tree, dated)[-1]
    theirs = walk.dated(("court", "objection"), None)
    assert theirs.dates  # the lender's date alone is left
    assert lines(guide, theirs)[-1] == "You wrote 1 note."


def test_of_two_deadlines_that_end_on_one_day_the_one_met_first_is_named(guide: Tree, walk: Journey) -> None:
    twin = replace(guide.nodes["court"].deadlines[0], id="twin", text=Text.of("Later in the file"))
    court = replace(guide.nodes["court"], deadlines=(*guide.nodes["court"].deadlines, twin))
    dated = walk.dated(("court", "twin"), walk.dates["court", "objection"])
    said = lines(replace(guide, nodes={**guide.nodes, "court": court}), dated)
    assert said[-1].startswith('Deadline: "Object in writing", last day 2026-11-30')


def test_notes_are_counted_where_no_deadline_is_known(guide: Tree) -> None:
    journey = begin(guide).noted("one", SAVED)
    assert lines(guide, journey)[-1] == "You wrote 1 note."
    assert lines(guide, journey.noted("two", SAVED))[-1] == "You wrote 2 notes."


def test_a_title_of_several_lines_stays_on_its_line(guide: Tree) -> None:
    start = replace(guide.nodes["start"], title=Text.of("one\ntwo\x1b[2J"))
    said = lines(replace(guide, nodes={**guide.nodes, "start": start}), begin(guide))
    assert said[1] == 'You stand at step 1: "one two␛[2J".'


def test_a_last_day_that_is_not_sure_yet_is_said_with_the_other_one(guide: Tree, walk: Journey) -> None:
    dated = walk.dated(("court", "objection"), dt.date(2027, 1, 29))
    *_, deadline, caveat = lines(guide, dated, today=dt.date(2027, 2, 5))
    assert deadline.endswith("last day 2027-02-13, 8 days left.")
    assert "2027-02-13; if that day is a day off, 2027-02-15" in caveat
