"""Flat arrays: the graph of a tree, from both ends."""

from hypothesis import given

from debttree.analysis.flat_graph import FlatGraph
from debttree.model import Tree
from tests.analysis.oracle import graph_of
from tests.analysis.trees import graphs, sketched


def test_choices_to_nowhere_and_choices_of_an_outcome_are_absent() -> None:
    tree = sketched({"a": ("d", ["nowhere", "b", "b"]), "b": ("o", ["a"])})
    flat = FlatGraph.of(tree)
    assert (list(flat.next(0)), list(flat.next(1)), list(flat.before(1))) == ([1, 1], [], [0, 0])
    assert [choice.id for choice in flat.choices(tree, 0)] == ["b", "b-2"]
    assert flat.choices(tree, 1) == []


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
    flat = FlatGraph.of(tree)
    assert flat.is_yours == bytes([1, 0, 0, 0, 0])
    assert list(flat.required) == [-1, -1, -2, -1, -1]
    assert list(flat.ends) == [4]


@given(graphs())
def test_the_arrays_hold_the_graph_from_both_ends(tree: Tree) -> None:
    flat = FlatGraph.of(tree)
    graph = graph_of(tree)
    assert {flat.ids[node]: [flat.ids[to] for to in flat.next(node)] for node in range(len(flat))} == graph
    for number, name in enumerate(flat.ids):
        assert flat.numbers[name] == number
        before = [source for source in graph for to in graph[source] if to == name]
        assert [flat.ids[source] for source in flat.before(number)] == before
        assert [choice.to for choice in flat.choices(tree, number)] == graph[name]
