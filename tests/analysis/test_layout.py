"""A drawing: nothing overlaps, and no two lines that have nothing to do with each other run in one."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis.columns import Columns
from debttree.analysis.layout import Layout, lay_out
from debttree.analysis.tracks import STRAIGHT, Channel
from debttree.analysis.tree_index import TreeIndex
from debttree.model import Tree
from tests.analysis.trees import graphs, sketched


def columns_of(links: Sequence[Sequence[Sequence[int]]]) -> Columns:
    """Columns whose items lead to places in the next column; nothing leads on from the last."""
    columns = Columns()
    for number, column in enumerate(links):
        for _ in column:
            columns.add(f"n{len(columns.nodes)}", number)
    for number, column in enumerate(links[:-1]):
        for place, targets in enumerate(column):
            following = columns.columns[number + 1]
            wanted = dict.fromkeys(target % len(following) for target in targets)
            columns.links[columns.columns[number][place]] = [following[target] for target in wanted]
    return columns


layered = st.lists(
    st.lists(st.lists(st.integers(0, 9), max_size=4), min_size=1, max_size=7), min_size=1, max_size=5
).map(columns_of)


def assert_apart(layout: Layout, heights: Sequence[int], insets: Sequence[int]) -> None:
    """The items of a column stand below each other, within the drawing."""
    for column in layout.columns:
        for above, below in pairwise(column):
            assert layout.tops[above] + heights[above] <= layout.tops[below]
    for item, top in enumerate(layout.tops):
        assert top >= 0
        assert top + heights[item] <= layout.height
        assert layout.ports[item] == top + insets[item]


def assert_told_apart(layout: Layout, channel: Channel, following: Sequence[int]) -> None:
    """Lines turn in tracks of their own, and where one arrives in a row that another leaves in, that one has turned."""
    for track in channel.tracks:
        assert all(last < first for last, first in zip(track.lasts, track.firsts[1:], strict=False))
    arrives = {layout.ports[item]: item for item in following}
    for item, turn in channel.track_of.items():
        target = arrives.get(layout.ports[item])
        if turn == STRAIGHT:
            assert layout.links[item] == (target,)
        elif target is not None and target not in layout.links[item]:
            assert all(channel.track_of[other] > turn for other in channel.sources.get(target, ()))


@given(layered, st.data())
def test_items_stand_apart_and_lines_are_told_apart(columns: Columns, data: st.DataObject) -> None:
    items = len(columns.nodes)
    insets = data.draw(st.lists(st.integers(0, 1), min_size=items, max_size=items))
    heights = [inset + data.draw(st.integers(1, 4)) for inset in insets]
    layout = lay_out(columns, heights, insets)
    assert [sorted(column) for column in layout.columns] == [sorted(column) for column in columns.columns]
    assert_apart(layout, heights, insets)
    for number, channel in enumerate(layout.channels):
        following = layout.columns[number + 1]
        assert_told_apart(layout, channel, following)
        for item in layout.columns[number]:
            assert set(layout.links[item]) <= set(columns.links[item])
            assert layout.undrawn[item] == len(columns.links[item]) - len(layout.links[item])
            assert (item in channel.track_of) == bool(layout.links[item])
            assert all(item in channel.sources[target] for target in layout.links[item])


@given(graphs(max_nodes=12))
def test_any_graph_can_be_drawn(tree: Tree) -> None:
    columns = TreeIndex(tree).whole
    ones, noughts = [1] * len(columns.nodes), [0] * len(columns.nodes)
    assert_apart(lay_out(columns, ones, noughts), ones, noughts)


def crossings(columns: Sequence[Sequence[int]], links: Sequence[Sequence[int]]) -> int:
    """Pairs of lines of one channel that end in another order than they begin: the definition."""
    place = {item: number for column in columns for number, item in enumerate(column)}
    found = 0
    for column in columns:
        lines = [(place[item], place[target]) for item in column for target in links[item]]
        found += sum(a < c and b > d for a, b in lines for c, d in lines)
    return found


def arranged(columns: Columns, height: int = 1) -> Layout:
    """Items of one height, joined in their first rows."""
    items = len(columns.nodes)
    return lay_out(columns, [height] * items, [0] * items)


@given(layered)
def test_no_order_crosses_more_lines_than_the_one_it_began_with(columns: Columns) -> None:
    before = crossings(columns.columns, columns.links)
    assert crossings(arranged(columns).columns, columns.links) <= before


def test_lines_that_need_not_cross_do_not() -> None:
    tree = sketched(
        {
            "root": ("d", ["b", "a", "c"]),
            "a": ("d", ["z"]),
            "b": ("d", ["y"]),
            "c": ("d", ["x", "z"]),
            "x": ("o", []),
            "y": ("o", []),
            "z": ("o", []),
        }
    )
    columns = TreeIndex(tree).whole
    assert crossings(arranged(columns).columns, columns.links) == 0


@pytest.mark.parametrize(
    "links",
    [
        [[[1], [0]], [[], []]],  # the second column turned round
        [[[0, 1, 2]], [[0], [1], [0]], [[], []]],  # only the middle one, seen from the last, helps
        [[[0, 1]], [[2], [0, 1]], [[], [], []]],
        [[[1], [1, 0]], [[], []]],  # an item joined to two stands between them
        [[[], [0], [1]], [[2], [0]], [[], [], []]],  # what is joined to nothing stays near its place
    ],
)
def test_a_tangle_is_undone_from_either_side(links: Sequence[Sequence[Sequence[int]]]) -> None:
    columns = columns_of(links)
    assert crossings(columns.columns, columns.links)
    assert crossings(arranged(columns).columns, columns.links) == 0


@pytest.mark.parametrize("sources", [1, 2, 3, 4, 5, 6])
def test_what_ways_come_together_in_stands_in_the_middle_of_them(sources: int) -> None:
    columns = columns_of([[[0]] * sources, [[]]])
    layout = lay_out(columns, [*range(1, sources + 1), 1], [0] * (sources + 1))
    rows = sorted(layout.ports[:sources])
    assert layout.ports[sources] == round((rows[(sources - 1) // 2] + rows[sources // 2]) / 2)


def test_of_two_items_in_each_others_way_each_counts_by_the_lines_that_lead_to_it() -> None:
    columns = columns_of([[[0], [0], [0], [1]], [[], []]])
    layout = lay_out(columns, [1, 1, 1, 1, 9, 1], [0] * 6)
    three, one = layout.ports[1], layout.ports[3]
    assert layout.ports[5] == layout.ports[4] + 9
    assert abs(layout.ports[4] - (3 * three + (one - 9)) / 4) <= 0.5


def test_a_chain_runs_straight_and_a_fork_stands_in_the_middle_of_what_it_leads_to() -> None:
    chain = sketched({"a": ("d", ["b"]), "b": ("d", ["c"]), "c": ("o", [])})
    layout = lay_out(TreeIndex(chain).whole, [4, 3, 5], [1, 1, 1])
    assert len(set(layout.ports)) == 1
    assert all(track == STRAIGHT for channel in layout.channels for track in channel.track_of.values())
    fork = sketched({"a": ("d", ["b", "c", "e"]), "b": ("o", []), "c": ("o", []), "e": ("o", [])})
    layout = lay_out(TreeIndex(fork).whole, [3] * 4, [1] * 4)
    assert layout.ports[0] == layout.ports[2]


def test_two_lines_that_change_places_do_not_run_in_one() -> None:
    """Each would have to turn before the other: one of them is left out, and that is counted."""
    columns = columns_of([[[0, 1], [0, 1], [0, 1]], [[], [], []]])
    layout = lay_out(columns, [1] * 6, [0] * 6)
    for number, channel in enumerate(layout.channels):
        assert_told_apart(layout, channel, layout.columns[number + 1])
    drawn = sum(map(len, layout.links))
    assert drawn + sum(layout.undrawn) == 6


@pytest.mark.parametrize(
    "targets",
    [
        lambda node, n: [node + 1],
        lambda node, n: range(1, n) if node == 0 else [],
        lambda node, n: [n - 1],
        lambda node, n: [2 * node + 1, 2 * node + 2],
        lambda node, n: [node * 7 % n, node * 13 % n],
    ],
    ids=["chain", "hub", "funnel", "binary tree", "tangle"],
)
def test_ten_thousand_nodes_are_drawn_whatever_their_shape(
    targets: Callable[[int, int], Iterable[int]],
) -> None:
    n = 10_000
    names = [f"n{number}" for number in range(n)]
    sketches = {
        name: ("d", [names[target] for target in targets(node, n) if target < n])
        for node, name in enumerate(names)
    }
    columns = TreeIndex(sketched(sketches)).whole
    ones, noughts = [1] * n, [0] * n
    layout = lay_out(columns, ones, noughts)
    assert_apart(layout, ones, noughts)
