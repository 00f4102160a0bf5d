"""The linear passes say what their definitions say, worked out slowly, node by node."""

from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis.flat_graph import FlatGraph
from debttree.analysis.reachability import (
    NEVER,
    attractor,
    distances,
    greatest_ahead,
    leading_to,
    reachable,
)
from debttree.analysis.trails import shortest_trail
from debttree.model import Tree
from tests.analysis.trees import graphs, sketched

AWAY = sketched(
    {
        "start": ("d", ["ask", "shut"]),
        "ask": ("q", ["end", "start", "shut"]),
        "shut": ("d", ["end"]),
        "end": ("o", []),
        "lost": ("c", ["lost", "end"]),
    }
)
START, ASK, SHUT, END, LOST = range(5)


def test_marks_are_one_and_zero_and_what_is_barred_is_not_marked() -> None:
    flat = FlatGraph.of(AWAY)
    assert list(reachable(flat, [START])) == [1, 1, 1, 1, 0]
    assert list(reachable(flat, [LOST, SHUT, LOST])) == [0, 0, 1, 1, 1]
    assert list(leading_to(flat, [END])) == [1, 1, 1, 1, 1]
    assert list(leading_to(flat, [END], [ASK])) == [1, 0, 1, 1, 1]
    assert list(leading_to(flat, [END], [END])) == [0, 0, 0, 0, 0]
    assert list(leading_to(flat, [SHUT, SHUT])) == [1, 1, 1, 0, 0]


def test_a_rank_is_how_long_the_others_can_make_it() -> None:
    flat = FlatGraph.of(AWAY)
    assert list(attractor(flat, [END]))[:4] == [2, 3, 1, 0]
    assert attractor(flat, [END])[LOST] < 0  # others can keep you there
    barred = attractor(flat, [END], [SHUT])
    assert [rank >= 0 for rank in barred] == [False, False, False, True, False]
    assert list(attractor(flat, [SHUT, END]))[:4] == [1, 2, 0, 0]  # a goal stays one, wherever it leads
    assert list(attractor(flat, [LOST]))[LOST] == 0


@given(graphs(), st.data())
def test_marks_and_distances_are_those_of_the_shortest_trails(tree: Tree, data: st.DataObject) -> None:
    flat = FlatGraph.of(tree)
    some = st.sets(st.sampled_from(range(len(flat))))
    goals, barred = data.draw(some), data.draw(some)
    marks, steps = leading_to(flat, goals, barred), distances(flat, goals, barred)
    for node in range(len(flat)):
        trail = shortest_trail(flat, node, goals - barred, barred)
        assert marks[node] == (trail is not None)
        assert steps[node] == (NEVER if trail is None else len(trail))
        seen = reachable(flat, [node])
        assert [bool(shortest_trail(flat, node, [goal]) is not None) for goal in range(len(flat))] == list(
            map(bool, seen)
        )


@given(graphs(), st.data())
def test_the_greatest_ahead_is_the_greatest_of_all_that_can_be_reached(
    tree: Tree, data: st.DataObject
) -> None:
    flat = FlatGraph.of(tree)
    heights = bytes(data.draw(st.integers(0, 3)) for _ in range(len(flat)))
    ahead = greatest_ahead(flat, heights)
    for node in range(len(flat)):
        seen = reachable(flat, [node])
        assert ahead[node] == max(heights[other] for other, mark in enumerate(seen) if mark)


def test_there_is_no_trail_from_what_is_barred_nor_past_used_choices() -> None:
    flat = FlatGraph.of(AWAY)
    assert shortest_trail(flat, START, [START]) == ()
    assert shortest_trail(flat, START, [START], barred=[START]) is None
    assert shortest_trail(flat, START, [LOST]) is None
    shut = flat.first[START] + 1
    assert shortest_trail(flat, START, [SHUT]) == (shut,)
    assert shortest_trail(flat, START, [SHUT], used=[shut]) == (flat.first[START], flat.first[ASK] + 2)
    assert shortest_trail(flat, START, [SHUT], barred=[ASK], used=[shut]) is None
