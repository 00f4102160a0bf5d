"""Setbacks beyond the graphs that can be tried out: ladders, long chains, and graphs made to be slow."""

import pytest

from debttree.analysis import Prospects, Status, setbacks
from debttree.model import Tree
from tests.analysis.trees import sketched


def ladder(rungs: int) -> Tree:
    """Each refusal leads one rung down; below the last stands the harm."""
    below = {f"r{i}": ("c", [f"r{i - 1}" if i else "harm", "end"]) for i in range(rungs)}
    return sketched({**below, "end": ("o", []), "harm": ("o", [])}, {"harm": ["x"]})


def test_each_rung_is_one_setback_more_and_from_nine_on_it_is_nine_or_more() -> None:
    prospects = Prospects.of(ladder(60))
    found = [prospects.setbacks(f"r{i}")["x"] for i in range(60)]
    assert found == [*range(1, 10), *[9] * 51]
    assert {prospects.statuses(f"r{i}")["x"] for i in range(60)} == {Status.AT_RISK}


def test_who_may_ask_again_for_ever_holds_it_however_long_the_ladder_beside_it_is() -> None:
    tree = ladder(60)
    again = sketched({"again": ("c", ["again", "end"]), "wait": ("c", ["again", "r59"])}).nodes
    far = sketched({"far": ("d", ["r59", "again"])}).nodes
    harmful = Prospects.of(
        Tree("t", "0" * 12, tree.title, "far", {**far, **again, **tree.nodes}, consequences=tree.consequences)
    )
    assert harmful.statuses("far")["x"] is Status.HOLDABLE
    assert harmful.statuses("wait")["x"] is Status.AT_RISK
    assert harmful.setbacks("wait")["x"] == 9
    assert harmful.plan("far", ["x"]) == {"far": "again"}


def wobbling(size: int) -> Tree:
    """Decisions that hold on to one rung after the other: each time one leaves, all of them are looked at again."""
    rungs = {f"r{i}": ("c", [f"d{i - 1}" if i else "harm", "end"]) for i in range(size)}
    doors = {f"d{i}": ("d", [f"r{i}", f"d{i}"]) for i in range(size)}
    tail = {f"t{i}": ("d", [f"t{i + 1}"]) for i in range(size)}
    last = {f"t{size}": ("d", [f"d{i}" for i in range(size)])}
    return sketched({**rungs, **doors, **tail, **last, "end": ("o", []), "harm": ("o", [])}, {"harm": ["x"]})


def test_what_was_not_looked_at_to_the_end_counts_as_nine_or_more_the_careful_side(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    again = sketched({"again": ("c", ["again", "end"])}).nodes
    tree = wobbling(40)
    tree = Tree("t", "0" * 12, tree.title, "t0", {**tree.nodes, **again}, consequences=tree.consequences)
    sure = Prospects.of(tree)
    monkeypatch.setattr(setbacks, "_VISITS", 0)
    hasty = Prospects.of(tree)
    for name in tree.nodes:
        careful, exact = hasty.setbacks(name)["x"], sure.setbacks(name)["x"]
        assert careful == exact or (careful == 9 and exact is None)
    assert sure.setbacks("t0")["x"] == 9


def test_a_fact_that_may_be_against_you_takes_no_answer_of_others() -> None:
    tree = sketched(
        {"ask": ("q", ["fine", "bad", "ask"]), "fine": ("o", []), "bad": ("o", [])}, {"bad": ["x"]}
    )
    prospects = Prospects.of(tree)
    assert prospects.statuses("ask") == {"x": Status.AT_RISK}
    assert prospects.setbacks("ask") == {"x": 0}
    assert prospects.plan("ask", ["x"]) is None


@pytest.mark.long
def test_a_graph_made_to_be_slow_is_done_in_linear_work() -> None:
    assert Prospects.of(wobbling(3_000)).setbacks("t0")["x"] == 9
