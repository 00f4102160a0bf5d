"""The linear passes say what their definitions say, worked out slowly, node by node."""

from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis.arcs import Arcs
from debttree.analysis.passes import (
    NEVER,
    attractor,
    distances,
    greatest_ahead,
    leading_to,
    least_ceiling,
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
    arcs = Arcs.of(AWAY)
    assert list(reachable(arcs, [START])) == [1, 1, 1, 1, 0]
    assert list(reachable(arcs, [LOST, SHUT, LOST])) == [0, 0, 1, 1, 1]
    assert list(leading_to(arcs, [END])) == [1, 1, 1, 1, 1]
    assert list(leading_to(arcs, [END], [ASK])) == [1, 0, 1, 1, 1]
    assert list(leading_to(arcs, [END], [END])) == [0, 0, 0, 0, 0]
    assert list(leading_to(arcs, [SHUT, SHUT])) == [1, 1, 1, 0, 0]


def test_a_rank_is_how_long_the_others_can_make_it() -> None:
    arcs = Arcs.of(AWAY)
    assert list(attractor(arcs, [END]))[:4] == [2, 3, 1, 0]
    assert attractor(arcs, [END])[LOST] < 0  # others can keep you there
    barred = attractor(arcs, [END], [SHUT])
    assert [rank >= 0 for rank in barred] == [False, False, False, True, False]
    assert list(attractor(arcs, [SHUT, END]))[:4] == [1, 2, 0, 0]  # a goal stays one, wherever it leads
    assert list(attractor(arcs, [LOST]))[LOST] == 0


@given(graphs(), st.data())
def test_marks_and_distances_are_those_of_the_shortest_trails(tree: Tree, data: st.DataObject) -> None:
    arcs = Arcs.of(tree)
    some = st.sets(st.sampled_from(range(len(arcs))))
    goals, barred = data.draw(some), data.draw(some)
    marks, steps = leading_to(arcs, goals, barred), distances(arcs, goals, barred)
    for node in range(len(arcs)):
        trail = shortest_trail(arcs, node, goals - barred, barred)
        assert marks[node] == (trail is not None)
        assert steps[node] == (NEVER if trail is None else len(trail))
        seen = reachable(arcs, [node])
        assert [bool(shortest_trail(arcs, node, [goal]) is not None) for goal in range(len(arcs))] == list(
            map(bool, seen)
        )


@given(graphs(), st.data())
def test_under_a_ceiling_is_what_can_be_forced_past_all_that_is_higher(
    tree: Tree, data: st.DataObject
) -> None:
    arcs = Arcs.of(tree)
    heights = bytes(data.draw(st.integers(0, 3)) for _ in range(len(arcs)))
    ceilings, ahead = least_ceiling(arcs, arcs.ends, heights), greatest_ahead(arcs, heights)
    forced = [
        attractor(arcs, arcs.ends, [node for node, height in enumerate(heights) if height > ceiling])
        for ceiling in range(4)
    ]
    for node in range(len(arcs)):
        under = [ceiling for ceiling in range(4) if forced[ceiling][node] >= 0]
        assert (ceilings[node] if ceilings[node] >= 0 else None) == (under[0] if under else None)
        assert ahead[node] == max(
            heights[other] for other, seen in enumerate(reachable(arcs, [node])) if seen
        )


def test_there_is_no_trail_from_what_is_barred_nor_past_used_choices() -> None:
    arcs = Arcs.of(AWAY)
    assert shortest_trail(arcs, START, [START]) == ()
    assert shortest_trail(arcs, START, [START], barred=[START]) is None
    assert shortest_trail(arcs, START, [LOST]) is None
    shut = arcs.first[START] + 1
    assert shortest_trail(arcs, START, [SHUT]) == (shut,)
    assert shortest_trail(arcs, START, [SHUT], used=[shut]) == (arcs.first[START], arcs.first[ASK] + 2)
    assert shortest_trail(arcs, START, [SHUT], barred=[ASK], used=[shut]) is None
