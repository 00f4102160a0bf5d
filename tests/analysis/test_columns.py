"""Columns of a map: every node once, and every arc drawn, named or counted."""

from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis.arcs import Arcs
from debttree.analysis.atlas import Atlas
from debttree.analysis.columns import NODES_AROUND, SOURCES_SHOWN, Columns, around
from debttree.model import Tree
from tests.analysis.trees import graphs, sketched


def column_of(columns: Columns) -> dict[int, int]:
    return {item: number for number, column in enumerate(columns.columns) for item in column}


def shown(columns: Columns, item: int) -> set[int]:
    """The nodes that lines from an item lead to."""
    return {columns.nodes[target] for target in columns.links[item]}


def assert_sound(columns: Columns, arcs: Arcs) -> None:
    """What holds of every map."""
    place = column_of(columns)
    assert sorted(place) == list(range(len(columns.nodes)))
    own = [node for node, pointer in zip(columns.nodes, columns.pointer, strict=True) if not pointer]
    assert len(own) == len(set(own)) == len(columns.item_of)
    for item, node in enumerate(columns.nodes):
        targets = set(arcs.next(node))
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
    atlas = Atlas(tree)
    columns, arcs = atlas.whole, atlas.arcs
    assert_sound(columns, arcs)
    assert set(columns.item_of) == set(range(len(arcs)))
    assert not any(columns.pointer)
    place = column_of(columns)
    reached = set()
    for item in range(len(columns.nodes)):
        reached.update(columns.links[item])
    assert all(place[item] == 0 or item in reached for item in place)


@given(graphs(), st.data())
def test_around_a_node_every_near_arc_is_drawn_or_named(tree: Tree, data: st.DataObject) -> None:
    arcs = Arcs.of(tree)
    middle = data.draw(st.integers(0, len(arcs) - 1))
    ahead, behind = data.draw(st.integers(1, 3)), data.draw(st.integers(0, 3))
    way = _walk(arcs, data.draw(st.lists(st.integers(0, 2), max_size=5)))
    columns = around(arcs, middle, way, ahead, behind)
    assert_sound(columns, arcs)
    place = column_of(columns)
    here = place[columns.item_of[middle]]
    for node, item in columns.item_of.items():
        if here <= place[item] < here + ahead:
            assert columns.left_out[item] == 0, (node, columns)
    assert here <= behind
    assert len(columns.columns) <= here + ahead + 1


def _walk(arcs: Arcs, turns: list[int]) -> list[int]:
    way = [0]
    for turn in turns:
        targets = arcs.next(way[-1])
        if not targets:
            break
        way.append(targets[turn % len(targets)])
    return way


def test_the_way_walked_stands_before_the_middle() -> None:
    tree = sketched(
        {"a": ("d", ["b"]), "b": ("d", ["c"]), "x": ("d", ["c"]), "c": ("d", ["e"]), "e": ("o", [])}
    )
    arcs = Arcs.of(tree)
    columns = around(arcs, arcs.numbers["c"], [arcs.numbers[name] for name in "abc"], 1, 2)
    assert names_in(columns, arcs) == [["a"], ["b", "x"], ["c"], ["e"]]


def names_in(columns: Columns, arcs: Arcs) -> list[list[str]]:
    """The nodes of each column; one that is only named in brackets."""
    return [
        [
            f"({arcs.ids[columns.nodes[item]]})" if columns.pointer[item] else arcs.ids[columns.nodes[item]]
            for item in column
        ]
        for column in columns.columns
    ]


def test_nothing_is_shown_beyond_the_last_column_ahead() -> None:
    tree = sketched({"a": ("d", ["b"]), "b": ("d", ["c"]), "c": ("d", ["e"]), "e": ("o", [])})
    arcs = Arcs.of(tree)
    assert names_in(around(arcs, 0, [0], 1, 0), arcs) == [["a"], ["b"]]
    assert names_in(around(arcs, 0, [0], 2, 0), arcs) == [["a"], ["b"], ["c"]]


def test_a_name_stands_in_the_column_after_the_one_that_it_is_named_in() -> None:
    tree = sketched({"a": ("d", ["b"]), "b": ("d", ["c", "a"]), "c": ("d", ["e", "b"]), "e": ("o", [])})
    arcs = Arcs.of(tree)
    columns = around(arcs, arcs.numbers["b"], [0, 1], 2, 1)
    assert names_in(columns, arcs) == [["a"], ["b"], ["c", "(a)"], ["e", "(b)"]]


def test_of_a_way_that_does_not_come_by_nothing_is_shown() -> None:
    tree = sketched({"a": ("d", ["b"]), "b": ("d", ["c", "e"]), "c": ("o", []), "e": ("o", [])})
    arcs = Arcs.of(tree)
    columns = around(arcs, arcs.numbers["e"], [arcs.numbers[name] for name in "ab"], 1, 2)
    assert names_in(columns, arcs) == [["b"], ["e"]]


def test_a_jump_is_no_arc_that_could_be_drawn() -> None:
    tree = sketched({"a": ("d", ["b"]), "b": ("o", []), "c": ("d", ["b"])})
    arcs = Arcs.of(tree)
    columns = around(arcs, arcs.numbers["c"], [arcs.numbers["a"], arcs.numbers["c"]], 1, 2)
    assert set(columns.item_of) == {arcs.numbers["c"], arcs.numbers["b"]}


def test_a_loop_and_a_join_are_named_where_they_leave() -> None:
    tree = sketched({"a": ("d", ["b", "c"]), "b": ("d", ["a", "c"]), "c": ("o", [])})
    arcs = Arcs.of(tree)
    columns = around(arcs, 0, [0], 2, 0)
    assert names_in(columns, arcs) == [["a"], ["b", "c"], ["(a)", "(c)"]]


def test_a_popular_node_and_a_hub_stay_small() -> None:
    sources = {f"s{number}": ("d", ["middle"]) for number in range(500)}
    targets = [f"t{number}" for number in range(500)]
    tree = sketched({**sources, "middle": ("d", targets), **{name: ("o", []) for name in targets}})
    arcs = Arcs.of(tree)
    columns = around(arcs, arcs.numbers["middle"], [], 2, 1)
    assert [len(column) for column in columns.columns] == [SOURCES_SHOWN, 1, NODES_AROUND - SOURCES_SHOWN - 1]
    item = columns.item_of[arcs.numbers["middle"]]
    assert columns.left_out[item] == 500 - (NODES_AROUND - SOURCES_SHOWN - 1)
