"""Generate stored journeys of many people, with steps, dates and notes."""

import datetime as dt
from dataclasses import replace

from debttree.analysis.checking import check_file
from debttree.journey import Journey, Keeper, begin, people
from debttree.model import Tree
from debttree.storage.library import DEFAULT_TREE, find_tree

TODAY = dt.date(2026, 11, 27)
STEPS = 12
_NAMES = ("Mrs Li, table 3", "王先生", "李阿姨 3号桌", "Mr Zhao", "小陈", "Ms Gu", "Herr Müller", "周女士")


def guide() -> Tree:
    """Return the bundled guide that they walk."""
    tree = check_file(find_tree(DEFAULT_TREE), TODAY).tree
    assert tree is not None
    return tree


def keep_people(tree: Tree, count: int) -> None:
    """Save the journeys of so many people, of up to `STEPS` steps, in a file each."""
    for number in range(count):
        whose = _NAMES[number % len(_NAMES)] + (f" {number}" if number >= len(_NAMES) else "")
        day = TODAY - dt.timedelta(days=number % 40)
        journey = _walk(tree, number, day).stamped(day)
        keeper = Keeper(people.free_file(whose))
        keeper.save(tree, replace(journey, whose=whose), "zh", day)


def _walk(tree: Tree, number: int, day: dt.date) -> Journey:
    """Return a walk, different for each number, with dates for its deadlines and a note."""
    journey, seed = begin(tree), number + 1
    if number % 3 == 0:
        journey = journey.jump("payment-order")
    for _ in range(number % STEPS):
        choices = tree.nodes[journey.at].choices
        if not choices:
            break
        seed = seed * 1103515245 % 2**31
        journey = journey.take(tree, choices[seed % len(choices)].id)
    for node in dict.fromkeys(journey.path.nodes):
        for deadline in tree.nodes[node].deadlines:
            journey = journey.dated((node, deadline.id), day - dt.timedelta(days=number % 5))
    return journey.noted("She brings the letter on Monday.\nHer son calls.", day, at=dt.time(10, 20))
