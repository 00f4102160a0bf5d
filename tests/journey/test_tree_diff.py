"""The difference between two versions of a tree: each edit by its own kind, and nothing for a mere rename."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from debttree.editing.document import open_document
from debttree.editing.edits import (
    Add,
    Edit,
    InsertItem,
    Remove,
    Rename,
    Set,
)
from debttree.editing.history import History
from debttree.journey.diff_meaning import Meaning
from debttree.journey.matching import matched
from debttree.journey.tree_diff import Difference, Sort, differences
from debttree.model import Text, Tree, Urgent
from tests.analysis.trees import graphs
from tests.content.test_bundled_trees import NAMES, tree_of

TODAY = dt.date(2026, 11, 28)
GUIDE = """
format = "debttree/1"

[tree]
languages = ["en", "zh"]

[consequences.suit]
title = { en = "A suit", zh = "诉讼" }
severity = 4

[sources.code]
title = { en = "Civil Code", zh = "民法典" }

[nodes.start]
title = { en = "A bill is overdue", zh = "账单逾期" }
text = { en = "You have 15 days.", zh = "您有15日。" }
sources = ["code"]

[[nodes.start.choices]]
id = "wait"
label = { en = "Wait", zh = "等" }
to = "sued"

[[nodes.start.choices]]
label = { en = "Pay", zh = "付" }
to = "paid"

[[nodes.start.checklist]]
id = "bill"
text = { en = "The bill", zh = "账单" }

[[nodes.start.deadlines]]
id = "reply"
days = 15
event = { en = "The bill came", zh = "账单到了" }
text = { en = "Reply", zh = "答复" }

[nodes.sued]
title = { en = "Sued", zh = "被诉" }
brings = ["suit"]

[nodes.paid]
title = { en = "Paid", zh = "已还" }
"""
NEW_NODE = {"title": {"en": "More", "zh": "更多"}}
NEW_CHOICE = {"id": "new", "label": {"en": "Talk", "zh": "谈"}, "to": "paid"}


def edited(*edits: Edit) -> Tree:
    history = History(open_document(GUIDE.encode(), "guide"))
    for edit in edits:
        history.do(edit)
    tree = history.document.reading().tree
    assert tree is not None
    return tree


def found(old: Tree, new: Tree) -> list[Difference]:
    return differences(matched(old, new))


def test_a_choice_more_or_less_is_told_with_what_it_makes_of_an_end() -> None:
    """Kinds are inferred: what has a choice is no end."""
    new = edited(InsertItem(("nodes", "sued", "choices"), NEW_CHOICE))
    added, kind = ("nodes", "sued", "choices", "new"), ("nodes", "sued", "kind")
    assert {(one.sort, one.path) for one in found(edited(), new)} == {
        (Sort.ADDED, added),
        (Sort.CHANGED, kind),
    }
    assert {(one.sort, one.path) for one in found(new, edited())} == {
        (Sort.REMOVED, added),
        (Sort.CHANGED, kind),
    }


def test_what_was_removed_is_called_by_its_old_words_and_id() -> None:
    told = found(edited(InsertItem(("nodes", "start", "choices"), NEW_CHOICE)), edited())
    assert told == [Difference(Sort.REMOVED, ("nodes", "start", "choices", "new"), "Talk")]


def test_an_id_given_to_another_node_is_another_node() -> None:
    """As a resumed journey sees it: who stood at `sued` stands at `summoned` now, not at the new `sued`."""
    new = edited(Rename(("nodes", "sued"), "summoned"), Add(("nodes", "sued"), NEW_NODE))
    assert matched(edited(), new).nodes["sued"] == "summoned"
    assert {(one.sort, one.path) for one in found(edited(), new)} == {
        (Sort.RENAMED, ("nodes", "summoned")),
        (Sort.ADDED, ("nodes", "sued")),
    }


def test_a_suit_that_comes_nearer_is_told_with_its_nodes_and_marks() -> None:
    new = edited(Set(("nodes", "start", "choices", 1, "to"), "sued"), Remove(("nodes", "paid")))
    meaning = Meaning(matched(edited(), new), TODAY)
    (moved,) = meaning.moved
    assert (moved.consequence, moved.nodes) == ("suit", ("start",))
    assert (moved.before.status.value, moved.after.status.value) == ("avoidable", "certain")
    assert [(one.choice, one.came) for one in meaning.marks] == [("wait", False)]


def test_thousands_of_urgent_entries_are_matched_in_one_pass() -> None:
    """Pairing each with each took 42 s for 2,000: this ends at once, or the test run is stopped."""
    many = tuple(Urgent(Text.of(f"u{number}"), "sued") for number in range(20_000))
    old = dataclasses.replace(edited(), urgent=many)
    new = dataclasses.replace(old, urgent=(*many[:-1], Urgent(Text.of("other"), "sued")))
    assert [(one.sort, one.after) for one in found(old, new)] == [(Sort.REWORDED, "other")]


def test_an_outcome_that_nothing_leads_to_any_more_is_told() -> None:
    new = edited(Set(("nodes", "start", "choices", 1, "to"), "sued"))
    assert Meaning(matched(edited(), new), TODAY).unreached == ["paid"]


def test_a_source_that_ran_out_is_told_once() -> None:
    new = edited(Set(("sources", "code", "valid_until"), dt.date(2026, 1, 1)))
    assert Meaning(matched(edited(), new), TODAY).ran_out == ["code"]
    assert Meaning(matched(new, new), TODAY).ran_out == []


@given(graphs(broken=False))
def test_a_tree_does_not_differ_from_itself(tree: Tree) -> None:
    matching = matched(tree, tree)
    assert differences(matching) == []
    assert Meaning(matching, TODAY).is_empty


@pytest.mark.parametrize("name", NAMES)
def test_another_id_for_everything_changes_nothing_for_readers(name: str) -> None:
    old = tree_of(name)
    matching = matched(old, with_other_ids(old))
    assert {one.sort for one in differences(matching)} == {Sort.RENAMED}
    assert Meaning(matching, TODAY).is_empty
    assert len(matching.nodes) == len(old.nodes)


def with_other_ids(value: Any) -> Any:
    """The same with an `x` at each id, wherever it is named."""
    return _with_other_ids(value, lambda name: f"x{name}" if name else name)


NAMING = {"id", "to", "root", "stage", "on"}
NAMING_LISTS = {"brings", "sources", "contacts", "goes_on"}


def _with_other_ids(value: Any, other: Callable[[str], str]) -> Any:
    changed: dict[str, Any] = {}
    for field in dataclasses.fields(value):
        old = getattr(value, field.name)
        if field.name in NAMING and isinstance(old, str):
            changed[field.name] = other(old)
        elif field.name in NAMING_LISTS and isinstance(old, tuple):
            changed[field.name] = tuple(map(other, old))
        elif isinstance(old, tuple) and old and dataclasses.is_dataclass(old[0]):
            changed[field.name] = tuple(_with_other_ids(one, other) for one in old)
        elif isinstance(old, dict) and old:
            changed[field.name] = {other(name): _with_other_ids(one, other) for name, one in old.items()}
    return dataclasses.replace(value, **changed)
