"""Loops: strongly connected parts in file order, shortest loops, and how a message names them."""

from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis.flat_graph import FlatGraph
from debttree.analysis.graph import decision_graph
from debttree.analysis.loops import components, drawn, listed, shortest_loop
from debttree.analysis.reachability import reachable
from debttree.model import Tree
from tests.analysis.trees import graphs, sketched

CHAIN = [f"n{i}" for i in range(10)]


@given(graphs(), st.data())
def test_two_nodes_are_in_one_part_where_each_leads_to_the_other(tree: Tree, data: st.DataObject) -> None:
    flat = FlatGraph.of(tree)
    parts = components(decision_graph(tree), set(flat.ids))
    assert sorted(node for part in parts for node in part) == sorted(flat.ids)
    part_of = {node: number for number, part in enumerate(parts) for node in part}
    one, other = data.draw(st.sampled_from(flat.ids)), data.draw(st.sampled_from(flat.ids))
    there = reachable(flat, [flat.numbers[one]])[flat.numbers[other]]
    back = reachable(flat, [flat.numbers[other]])[flat.numbers[one]]
    assert (part_of[one] == part_of[other]) == bool(there and back)
    assert all(part == [name for name in flat.ids if name in part] for part in parts)


def test_parts_are_those_of_the_nodes_asked_for() -> None:
    graph = decision_graph(sketched({"a": ("d", ["b"]), "b": ("d", ["c"]), "c": ("d", ["a"])}))
    assert [*map(sorted, components(graph, {"a", "b", "c"}))] == [["a", "b", "c"]]
    assert sorted(components(graph, {"a", "b"})) == [["a"], ["b"]]


def test_a_shortest_loop_is_named_in_the_order_in_which_it_is_walked() -> None:
    graph = decision_graph(
        sketched({"a": ("d", ["b"]), "b": ("d", ["x", "c"]), "c": ("d", ["a"]), "x": ("d", ["c", "x"])})
    )
    assert shortest_loop(graph, "a", set("abcx")) == ["a", "b", "c", "a"]
    assert shortest_loop(graph, "x", set("abcx")) == ["x", "x"]
    assert shortest_loop(graph, "a", set("abx")) == []


def test_up_to_eight_nodes_are_named_in_a_message_and_of_more_the_first_and_the_last() -> None:
    assert drawn(CHAIN[:3]) == "n0 → n1 → n2"
    assert drawn(CHAIN[:8]) == "n0 → n1 → n2 → n3 → n4 → n5 → n6 → n7"
    assert drawn(CHAIN[:9]) == "n0 → n1 → n2 → n3 → n4 → n5 → … → n8"
    assert listed(CHAIN[:8]) == "n0, n1, n2, n3, n4, n5, n6, n7"
    assert listed(CHAIN[:9]) == "n0, n1, n2, n3, n4, n5, n6, n7 … (+1)"
