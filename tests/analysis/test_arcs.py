"""Flat arrays: the graph of a tree, from both ends."""

from hypothesis import given

from debttree.analysis.arcs import Arcs
from debttree.model import Tree
from tests.analysis.oracle import graph_of
from tests.analysis.trees import graphs, sketched


def test_choices_to_nowhere_and_choices_of_an_outcome_are_absent() -> None:
    tree = sketched({"a": ("d", ["nowhere", "b", "b"]), "b": ("o", ["a"])})
    arcs = Arcs.of(tree)
    assert (list(arcs.next(0)), list(arcs.next(1)), list(arcs.before(1))) == ([1, 1], [], [0, 0])
    assert [choice.id for choice in arcs.choices(tree, 0)] == ["b", "b-2"]
    assert arcs.choices(tree, 1) == []


def test_where_you_decide_one_arc_is_owed_and_where_others_answer_all_of_them() -> None:
    tree = sketched(
        {
            "yours": ("d", ["end", "end"]),
            "fact": ("q", ["end"]),
            "theirs": ("c", ["end", "yours", "nowhere"]),
            "stuck": ("c", []),
            "end": ("o", []),
        }
    )
    arcs = Arcs.of(tree)
    assert arcs.yours == bytes([1, 0, 0, 0, 0])
    assert list(arcs.owed) == [-1, -1, -2, -1, -1]
    assert list(arcs.ends) == [4]


@given(graphs())
def test_the_arrays_hold_the_graph_from_both_ends(tree: Tree) -> None:
    arcs = Arcs.of(tree)
    graph = graph_of(tree)
    assert {arcs.ids[node]: [arcs.ids[to] for to in arcs.next(node)] for node in range(len(arcs))} == graph
    for number, name in enumerate(arcs.ids):
        assert arcs.numbers[name] == number
        before = [source for source in graph for to in graph[source] if to == name]
        assert [arcs.ids[source] for source in arcs.before(number)] == before
        assert [choice.to for choice in arcs.choices(tree, number)] == graph[name]
