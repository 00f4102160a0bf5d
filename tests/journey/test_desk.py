"""The people at a desk as rows: who is due first, whom a filter finds, and what cannot be read is not lost."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from debttree.journey import Journey, Keeper, begin, open_or_begin, people, snapshot, store
from debttree.journey.desk import (
    Guides,
    Order,
    Person,
    due_within,
    everybody,
    holding,
    of_one_name,
    ordered,
    person,
    row,
)
from debttree.journey.fingerprint import Prints
from debttree.journey.names import LONGEST
from debttree.model import Tree
from tests.journey.kept import DAY

LATER = DAY + dt.timedelta(days=3)


def of(tree: Tree, journey: Journey, whose: str = "", today: dt.date = DAY) -> Person:
    saved = snapshot(Prints(tree, "en"), replace(journey, whose=whose), DAY)
    return row(whose or "guide", saved, tree, today)


def sued(tree: Tree, came: dt.date | None) -> Journey:
    """Somebody to whom a payment order came on that day."""
    return begin(tree).jump("court").dated(("court", "objection"), came)


@pytest.fixture
def rows(guide: Tree) -> list[Person]:
    return [
        of(guide, begin(guide), "Nobody's due"),
        of(guide, sued(guide, None), "Undated"),
        of(guide, sued(guide, DAY), "Later"),
        of(guide, sued(guide, DAY - dt.timedelta(days=60)), "Passed"),
        of(guide, sued(guide, DAY - dt.timedelta(days=10)), "Soon"),
        Person("broken", problem=None, whose=""),
    ]


def test_the_nearest_last_day_comes_first_and_what_passed_before_all(rows: list[Person]) -> None:
    names = [found.whose for found in ordered(rows)]
    assert names[:4] == ["Passed", "Soon", "Later", "Undated"]
    assert [found.whose for found in ordered(rows, Order.NAME)][:3] == ["Later", "Nobody's due", "Passed"]


def test_a_deadline_that_was_kept_is_nobodys_last_day(guide: Tree) -> None:
    journey = sued(guide, DAY).kept(("court", "objection"), DAY)
    assert of(guide, journey).day is None


def test_a_row_says_where_somebody_stands_what_for_and_how_much_is_done(guide: Tree) -> None:
    found = of(guide, sued(guide, DAY).ticked(("court", "envelope")), "Mrs Li, table 3")
    assert (found.whose, found.stands("en")) == (
        "Mrs Li, table 3",
        guide.line(guide.nodes["court"].title, "en"),
    )
    assert found.what_for("en") == guide.line(guide.nodes["court"].deadlines[0].text, "en")
    assert found.items - found.open_items == 1
    assert found.days_left(DAY) == (found.day or DAY).toordinal() - DAY.toordinal()


def test_those_that_are_due_hold_what_has_passed(rows: list[Person]) -> None:
    assert {found.whose for found in due_within(rows, 7, DAY)} == {"Passed", "Soon"}
    assert {found.whose for found in due_within(rows, 0, DAY)} == {"Passed"}


def test_a_filter_finds_words_in_any_order(rows: list[Person]) -> None:
    assert [found.whose for found in holding(rows, "  SOON ", "en")] == ["Soon"]
    assert holding(rows, "", "en") == rows
    assert not holding(rows, "soon later", "en")


def test_two_of_one_name_are_known(rows: list[Person]) -> None:
    twins = [replace(rows[0], file="a", whose="Li"), replace(rows[1], file="b", whose="LI")]
    assert of_one_name([*rows[:5], *twins]) == {"a", "b"}


def test_names_that_only_look_alike_are_known_and_one_of_a_million_letters_floods_nothing(
    guide: Tree,
) -> None:
    for file, whose in (("a", "Mr Zhao"), ("b", "ＭＲ　Ｚｈａｏ"), ("c", "X" * 1_000_000)):
        Keeper(file).save(guide, replace(begin(guide), whose=whose), "en", DAY)
    found = list(everybody(Guides(guide, DAY), DAY))
    assert of_one_name(found) == {"a", "b"}
    assert max(len(one.whose) for one in found) == LONGEST


def test_a_journey_from_before_people_had_names_keeps_what_its_file_was_called(guide: Tree) -> None:
    saved = snapshot(Prints(guide, "en"), begin(guide), DAY)
    called = {
        name: row(name, saved, guide, DAY).whose for name in ("guide", "guide-2", "guide-2026-11-20", "li")
    }
    assert called == {"guide": "", "guide-2": "", "guide-2026-11-20": "", "li": "li"}


def test_a_file_that_is_no_journey_is_a_row_that_says_why(guide: Tree) -> None:
    Keeper("li").save(guide, begin(guide).take(guide, "long"), "en", DAY)
    store.file_of("broken").write_text("format = 3")
    found = ordered(everybody(Guides(guide, DAY), DAY))
    assert [one.file for one in found] == ["li", "broken"]
    assert found[1].problem is not None


def test_a_journey_through_a_guide_that_is_not_at_hand_is_told_from_what_was_kept(guide: Tree) -> None:
    Keeper("li").save(guide, sued(guide, DAY), "en", DAY)
    found = person("li", Guides(None, DAY), DAY)
    assert found.tree is None
    assert found.stands("en") == guide.line(guide.nodes["court"].title, "en")


def test_a_journey_whose_file_names_odd_nodes_harms_no_other_row(guide: Tree) -> None:
    Keeper("li").save(guide, sued(guide, DAY), "en", DAY)
    content = store.existing("li").replace(b'"court"', b'"nowhere"')
    store.file_of("li").write_bytes(content)
    found = person("li", Guides(guide, DAY), DAY)
    assert found.problem is not None or found.journey is not None


def interleaved(guide: Tree) -> Iterator[tuple[Keeper, Journey]]:
    one, other = Keeper(people.free_file("Li")), Keeper(people.free_file("Li"))
    journeys = [replace(begin(guide), whose="Li"), replace(begin(guide), whose="Li")]
    for choice in ("short", "long"):
        for number, keeper in enumerate((one, other)):
            journeys[number] = journeys[number].back().take(guide, choice)
            yield keeper, journeys[number]


def test_two_programs_that_name_somebody_alike_at_a_time_both_keep_their_way(guide: Tree) -> None:
    last: dict[str, Journey] = {}
    for keeper, journey in interleaved(guide):
        keeper.save(guide, journey, "en", DAY)
        last[keeper.name or ""] = journey
    assert {name: store.load(name).journey for name in store.names()} == last
    assert len(last) == 2


def test_a_name_given_while_another_program_walks_on_loses_neither(guide: Tree) -> None:
    Keeper("li").save(guide, begin(guide).take(guide, "long"), "en", DAY)
    there = open_or_begin(guide, name="li").keeper
    people.give_name("li", "Mrs Li")
    there.save(guide, begin(guide).take(guide, "short"), "en", LATER)
    ways = {name: store.load(name).journey.path.steps[0].choice for name in store.names()}
    assert ways == {"Mrs-Li": "long", "li": "short"}


def test_a_name_is_not_given_where_the_journey_was_walked_on_since(
    guide: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Keeper("li")
    keeper.save(guide, begin(guide).take(guide, "long"), "en", DAY)
    create = store.create

    def walked_on(names: Iterator[str], content: bytes) -> str:
        name = create(names, content)
        keeper.save(guide, begin(guide).take(guide, "short"), "en", DAY)
        return name

    monkeypatch.setattr(store, "create", walked_on)
    with pytest.raises(Exception, match="changed by another program"):
        people.give_name("li", "Mrs Li")
    assert store.names() == ["li"]
    assert store.load("li").journey.path.steps[0].choice == "short"
