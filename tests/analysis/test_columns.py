"""Columns of a map: every node once, and every arc drawn, named or counted."""

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis.columns import NODES_AROUND, SOURCES_SHOWN, Columns, around
from debttree.analysis.graph import choices_of, decision_graph
from debttree.analysis.tree_index import TreeIndex
from debttree.model import Tree
from tests.analysis.trees import graphs, sketched

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]


def column_of(columns: Columns) -> dict[int, int]:
    return {item: number for number, column in enumerate(columns.columns) for item in column}


def shown(columns: Columns, item: int) -> set[str]:
    """The nodes that lines from an item lead to."""
    return {columns.nodes[target] for target in columns.links[item]}


def assert_sound(columns: Columns, graph: "Graph") -> None:
    """What holds of every map."""
    place = column_of(columns)
    assert sorted(place) == list(range(len(columns.nodes)))
    own = [node for node, pointer in zip(columns.nodes, columns.pointer, strict=True) if not pointer]
    assert len(own) == len(set(own)) == len(columns.item_of)
    for item, node in enumerate(columns.nodes):
        targets = set(graph[node])
        assert len(shown(columns, item)) == len(columns.links[item])
        assert shown(columns, item) <= targets
        assert all(place[target] == place[item] + 1 for target in columns.links[item])
        if columns.pointer[item]:
            assert not columns.links[item]
            assert columns.item_of[node] != item
        else:
            assert columns.left_out[item] == len(targets) - len(columns.links[item])


@given(graphs())
def test_the_whole_graph_has_every_node_once_and_no_arc_leads_past_the_next_column(tree: Tree) -> None:
    index = TreeIndex(tree)
    columns, graph = index.whole, index.graph
    assert_sound(columns, graph)
    assert set(columns.item_of) == set(graph)
    assert not any(columns.pointer)
    place = column_of(columns)
    reached = set()
    for item in range(len(columns.nodes)):
        reached.update(columns.links[item])
    assert all(place[item] == 0 or item in reached for item in place)


@given(graphs(), st.data())
def test_around_a_node_every_near_arc_is_drawn_or_named(tree: Tree, data: st.DataObject) -> None:
    graph = decision_graph(tree)
    middle = data.draw(st.sampled_from([*graph]))
    ahead, behind = data.draw(st.integers(1, 3)), data.draw(st.integers(0, 3))
    way = _walk(graph, data.draw(st.lists(st.integers(0, 2), max_size=5)))
    columns = around(graph, middle, way, ahead, behind)
    assert_sound(columns, graph)
    place = column_of(columns)
    here = place[columns.item_of[middle]]
    for node, item in columns.item_of.items():
        if here <= place[item] < here + ahead:
            assert columns.left_out[item] == 0, (node, columns)
    assert here <= behind
    assert len(columns.columns) <= here + ahead + 1


def _walk(graph: "Graph", turns: list[int]) -> list[str]:
    way = [next(iter(graph))]
    for turn in turns:
        targets = [choice.to for choice in choices_of(graph, way[-1])]
        if not targets:
            break
        way.append(targets[turn % len(targets)])
    return way


def test_the_way_walked_stands_before_the_middle() -> None:
    tree = sketched(
        {"a": ("d", ["b"]), "b": ("d", ["c"]), "x": ("d", ["c"]), "c": ("d", ["e"]), "e": ("o", [])}
    )
    graph = decision_graph(tree)
    columns = around(graph, "c", [*"abc"], 1, 2)
    assert names_in(columns) == [["a"], ["b", "x"], ["c"], ["e"]]


def names_in(columns: Columns) -> list[list[str]]:
    """The nodes of each column; one that is only named in brackets."""
    return [
        [f"({columns.nodes[item]})" if columns.pointer[item] else columns.nodes[item] for item in column]
        for column in columns.columns
    ]


def test_nothing_is_shown_beyond_the_last_column_ahead() -> None:
    tree = sketched({"a": ("d", ["b"]), "b": ("d", ["c"]), "c": ("d", ["e"]), "e": ("o", [])})
    graph = decision_graph(tree)
    assert names_in(around(graph, "a", ["a"], 1, 0)) == [["a"], ["b"]]
    assert names_in(around(graph, "a", ["a"], 2, 0)) == [["a"], ["b"], ["c"]]


def test_a_name_stands_in_the_column_after_the_one_that_it_is_named_in() -> None:
    tree = sketched({"a": ("d", ["b"]), "b": ("d", ["c", "a"]), "c": ("d", ["e", "b"]), "e": ("o", [])})
    graph = decision_graph(tree)
    columns = around(graph, "b", ["a", "b"], 2, 1)
    assert names_in(columns) == [["a"], ["b"], ["c", "(a)"], ["e", "(b)"]]


def test_of_a_way_that_does_not_come_by_nothing_is_shown() -> None:
    tree = sketched({"a": ("d", ["b"]), "b": ("d", ["c", "e"]), "c": ("o", []), "e": ("o", [])})
    graph = decision_graph(tree)
    columns = around(graph, "e", [*"ab"], 1, 2)
    assert names_in(columns) == [["b"], ["e"]]


def test_a_jump_is_no_arc_that_could_be_drawn() -> None:
    tree = sketched({"a": ("d", ["b"]), "b": ("o", []), "c": ("d", ["b"])})
    graph = decision_graph(tree)
    columns = around(graph, "c", ["a", "c"], 1, 2)
    assert set(columns.item_of) == {"c", "b"}


def test_a_loop_and_a_join_are_named_where_they_leave() -> None:
    tree = sketched({"a": ("d", ["b", "c"]), "b": ("d", ["a", "c"]), "c": ("o", [])})
    graph = decision_graph(tree)
    columns = around(graph, "a", ["a"], 2, 0)
    assert names_in(columns) == [["a"], ["b", "c"], ["(a)", "(c)"]]


def test_a_popular_node_and_a_hub_stay_small() -> None:
    sources = {f"s{number}": ("d", ["middle"]) for number in range(500)}
    targets = [f"t{number}" for number in range(500)]
    tree = sketched({**sources, "middle": ("d", targets), **{name: ("o", []) for name in targets}})
    graph = decision_graph(tree)
    columns = around(graph, "middle", [], 2, 1)
    assert [len(column) for column in columns.columns] == [SOURCES_SHOWN, 1, NODES_AROUND - SOURCES_SHOWN - 1]
    item = columns.item_of["middle"]
    assert columns.left_out[item] == 500 - (NODES_AROUND - SOURCES_SHOWN - 1)
