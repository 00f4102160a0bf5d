"""Loops: the strongly connected parts that networkx finds too, shortest loops, and how a message names them."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis.arcs import Arcs
from debttree.analysis.graph import as_networkx
from debttree.analysis.loops import components, drawn, listed, shortest_loop
from debttree.model import Tree
from tests.analysis.trees import graphs, sketched

CHAIN = Arcs.of(sketched({f"n{i}": ("d", [f"n{i + 1}"]) for i in range(9)} | {"n9": ("o", [])}))


@given(graphs(broken=False), st.data())
def test_the_parts_are_those_of_the_definition_and_what_they_lead_to_comes_first(
    tree: Tree, data: st.DataObject
) -> None:
    arcs = Arcs.of(tree)
    within = bytes(data.draw(st.lists(st.booleans(), min_size=len(arcs), max_size=len(arcs))))
    parts = components(arcs, within)
    inside = as_networkx(tree, "en").subgraph(
        [name for name, mark in zip(arcs.ids, within, strict=True) if mark]
    )
    assert {frozenset(arcs.ids[node] for node in part) for part in parts} == {
        frozenset(part) for part in nx.strongly_connected_components(inside)
    }
    place = {node: number for number, part in enumerate(parts) for node in part}
    assert all(place[to] <= place[node] for node in place for to in arcs.next(node) if to in place)
    assert all(part == sorted(part) for part in parts)


def test_a_shortest_loop_is_named_in_the_order_in_which_it_is_walked() -> None:
    arcs = Arcs.of(
        sketched({"a": ("d", ["b"]), "b": ("d", ["x", "c"]), "c": ("d", ["a"]), "x": ("d", ["c", "x"])})
    )
    everywhere = range(4)
    assert shortest_loop(arcs, 0, everywhere) == [0, 1, 2, 0]
    assert shortest_loop(arcs, 3, everywhere) == [3, 3]
    assert shortest_loop(arcs, 0, [0, 1, 3]) == []
    assert shortest_loop(CHAIN, 0, range(10)) == []


def test_up_to_eight_nodes_are_named_in_a_message_and_of_more_the_first_and_the_last() -> None:
    assert drawn(CHAIN, range(3)) == "n0 → n1 → n2"
    assert drawn(CHAIN, range(8)) == "n0 → n1 → n2 → n3 → n4 → n5 → n6 → n7"
    assert drawn(CHAIN, range(9)) == "n0 → n1 → n2 → n3 → n4 → n5 → … → n8"
    assert listed(CHAIN, range(8)) == "n0, n1, n2, n3, n4, n5, n6, n7"
    assert listed(CHAIN, range(9)) == "n0, n1, n2, n3, n4, n5, n6, n7 … (+1)"
