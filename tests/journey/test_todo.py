"""What is to be done on a journey: last days, items of this step and of earlier ones, each once, the nearest first."""

import datetime as dt
from dataclasses import replace

import pytest

from debttree.journey import Journey, Urgency, begin, kept
from debttree.journey.contacts import contacts_of, helper
from debttree.journey.todo import Duty, first_deadline, first_item, open_tasks, tasks, undated_here
from debttree.model import CRISIS, Contact, Deadline, Party, Roll, Text, Tree, Unit
from tests.export.conftest import TODAY
from tests.export.test_distinct_deadlines import with_a_twin

OBJECTION = ("court", "objection")
LINE = Contact("line", Text.of("Legal advice"), phone="12348")
DANGER = Contact("danger", Text.of("Crisis line"), phone="12356")
PAGE = Contact("page", Text.of("A page"), url="https://example.org")


def deadlines(found: tuple[Duty, ...]) -> list[tuple[str, str]]:
    return [task.item for task in found if task.due is not None]


def due_in(days: int, walk: Journey) -> Journey:
    """The walk with the objection's last day so many days off: counted 15 days, whatever the weekday."""
    return walk.dated(OBJECTION, TODAY + dt.timedelta(days=days - 15))


def unrolled(tree: Tree) -> Tree:
    """The guide where no last day moves over a weekend."""
    court = tree.nodes["court"]
    rules = tuple(replace(rule, roll=Roll.NONE) for rule in court.deadlines)
    return replace(tree, nodes={**tree.nodes, "court": replace(court, deadlines=rules)})


@pytest.mark.parametrize(
    ("days", "urgency"),
    [
        (-32, Urgency.TODAY),
        (-1, Urgency.TODAY),
        (0, Urgency.TODAY),
        (7, Urgency.THIS_WEEK),
        (8, Urgency.LATER),
    ],
)
def test_what_has_passed_is_for_today_until_it_is_done(
    guide: Tree, walk: Journey, days: int, urgency: Urgency
) -> None:
    tree, journey = unrolled(guide), due_in(days, walk)
    task = next(task for task in tasks(tree, journey, TODAY) if task.key == (True, OBJECTION))
    assert (task.group, task.done) == (urgency, False)
    done = kept(tree, journey, OBJECTION, TODAY)
    assert OBJECTION not in deadlines(open_tasks(tree, done, TODAY))
    assert OBJECTION in deadlines(tasks(tree, done, TODAY))
    assert OBJECTION in deadlines(open_tasks(tree, kept(tree, done, OBJECTION, None), TODAY))


def test_the_nearest_last_day_of_the_whole_way_is_told_first(guide: Tree, walk: Journey) -> None:
    tree = with_rule(unrolled(guide), "call", "sooner", 3)
    both = due_in(5, walk).dated(("call", "sooner"), TODAY)
    assert told(tree, both) == ("call", "sooner")
    assert told(tree, due_in(-1, both)) == OBJECTION
    assert told(tree, kept(tree, due_in(-1, both), OBJECTION, TODAY)) == ("call", "sooner")


def test_a_date_that_is_missing_here_is_asked_for_after_the_last_day_that_is_known(
    guide: Tree, walk: Journey
) -> None:
    tree = with_rule(unrolled(guide), walk.at, "undated", 3)
    assert told(tree, due_in(8, walk)) == OBJECTION
    asked = undated_here(open_tasks(tree, due_in(8, walk), TODAY))
    assert asked is not None and asked.item == (walk.at, "undated")
    assert told(tree, kept(tree, due_in(8, walk), OBJECTION, TODAY)) == (walk.at, "undated")
    found = {task.item: task for task in open_tasks(tree, due_in(8, walk), TODAY)}
    assert found[walk.at, "undated"].group is Urgency.TODAY
    earlier = with_rule(unrolled(guide), "call", "undated", 3)
    assert told(earlier, due_in(8, walk)) == OBJECTION
    found = {task.item: task for task in open_tasks(earlier, due_in(8, walk), TODAY)}
    assert found["call", "undated"].group is Urgency.THIS_WEEK


def test_what_two_steps_state_alike_is_told_once_and_what_others_must_do_not_at_all(
    guide: Tree, walk: Journey
) -> None:
    assert sum(task.due is not None for task in open_tasks(with_a_twin(guide), walk, TODAY)) == sum(
        task.due is not None for task in open_tasks(guide, walk, TODAY)
    )
    theirs = with_rule(guide, walk.at, "theirs", 3, Party.THEM)
    assert (walk.at, "theirs") not in deadlines(tasks(theirs, walk, TODAY))


def test_items_of_this_step_come_first_then_those_left_behind_the_last_first(
    guide: Tree, walk: Journey
) -> None:
    items = [task for task in open_tasks(guide, walk, TODAY) if task.entry is not None]
    order = [*reversed(walk.path.nodes)]
    places = [order.index(task.node) for task in items]
    assert places == sorted(places)
    for task in items:
        walk = walk.ticked(task.item)
        assert task.key not in [each.key for each in open_tasks(guide, walk, TODAY)]
    assert first_item(open_tasks(guide, walk, TODAY)) is None


def test_at_the_beginning_of_a_tree_that_asks_for_nothing_there_is_nothing_to_do(guide: Tree) -> None:
    bare = {name: replace(node, checklist=(), deadlines=()) for name, node in guide.nodes.items()}
    assert tasks(replace(guide, nodes=bare), begin(guide), TODAY) == ()


def test_whom_to_ring_is_what_the_tree_names_and_never_a_number_of_ours(guide: Tree) -> None:
    assert helper(guide, "court") is None
    way, *others = guide.urgent
    tree = replace(
        guide,
        contacts={contact.id: contact for contact in (LINE, DANGER, PAGE)},
        urgent=(replace(way, contacts=("line",)), *others),
    )
    assert helper(tree, "call") == LINE
    court = replace(guide.nodes["court"], contacts=("page", "danger"))
    own = replace(tree, nodes={**tree.nodes, "court": court})
    assert contacts_of(own, "court") == (PAGE, DANGER)
    assert helper(own, "court") == DANGER  # the first that can be rung


def test_a_line_for_people_in_danger_is_none_for_a_last_day_that_has_passed(guide: Tree) -> None:
    way = guide.urgent[0]
    target = replace(guide.nodes[way.to], tags=(CRISIS,))
    tree = replace(
        guide,
        contacts={"danger": DANGER},
        urgent=(replace(way, contacts=("danger",)),),
        nodes={**guide.nodes, target.id: target},
    )
    other = next(name for name in tree.nodes if name != target.id)
    assert helper(tree, other) is None


def told(tree: Tree, journey: Journey) -> tuple[str, str] | None:
    task = first_deadline(open_tasks(tree, journey, TODAY))
    return task.item if task else None


def with_rule(tree: Tree, node: str, name: str, days: int, by: Party = Party.YOU) -> Tree:
    """The tree with one more deadline at a node."""
    rule = Deadline(
        name, days, Unit.DAYS, by, Roll.NONE, Text.of(f"Event of {name}"), Text.of(f"Act: {name}")
    )
    changed = replace(tree.nodes[node], deadlines=(*tree.nodes[node].deadlines, rule))
    return replace(tree, nodes={**tree.nodes, node: changed})
