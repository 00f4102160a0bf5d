"""The outline: each node opened once, every arc a row once all is unfolded, whatever the graph."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis.graph import decision_graph
from debttree.analysis.outline import Outline, opened
from debttree.analysis.tree_index import TreeIndex
from debttree.model import Tree
from tests.analysis.trees import graphs, sketched


def outline_of(tree: Tree) -> Outline:
    index = TreeIndex(tree)
    return Outline(index.graph, index.starts)


def unfold_everything(outline: Outline) -> None:
    for place in range(len(outline.rows) - 1, -1, -1):
        outline.unfold_all(place)


def picture(outline: Outline) -> list[str]:
    """The rows as they would be indented."""
    return ["  " * row.depth + ("^" if row.refers else "") + row.node for row in outline.rows]


@given(graphs())
def test_unfolded_each_node_is_opened_once_and_every_arc_is_a_row(tree: Tree) -> None:
    outline, graph = outline_of(tree), decision_graph(tree)
    unfold_everything(outline)
    assert Counter(row.node for row in outline.rows if not row.refers) == Counter([*tree.nodes])
    arcs = [
        (row.parent.node, row.choice.to, row.choice.id) for row in outline.rows if row.parent and row.choice
    ]
    assert sorted(arcs) == sorted(graph.edges(keys=True))
    assert all(row.parent is None or row.depth == row.parent.depth + 1 for row in outline.rows)


@given(graphs())
def test_what_is_folded_is_counted(tree: Tree) -> None:
    outline = outline_of(tree)
    hidden = sum(outline.hidden(row) for row in outline.rows)
    assert len(outline.rows) + hidden == len(tree.nodes)
    unfold_everything(outline)
    assert not any(outline.hidden(row) for row in outline.rows)


@given(graphs(), st.data())
def test_folding_undoes_unfolding(tree: Tree, data: st.DataObject) -> None:
    outline = outline_of(tree)
    for _ in range(data.draw(st.integers(0, 4))):
        outline.unfold(data.draw(st.integers(0, len(outline.rows) - 1)))
    before = list(outline.rows)
    closed = [place for place, row in enumerate(before) if outline.can_unfold(row)]
    if closed:
        place = data.draw(st.sampled_from(closed))
        outline.unfold_all(place)
        assert len(outline.rows) > len(before)
        outline.fold(place)
        assert outline.rows == before


@given(graphs(), st.data())
def test_any_node_can_be_revealed_and_its_parents_found(tree: Tree, data: st.DataObject) -> None:
    outline = outline_of(tree)
    for _ in range(3):
        node = data.draw(st.sampled_from([*tree.nodes]))
        place = outline.reveal(node)
        row = outline.rows[place]
        assert row.node == node
        assert not row.refers
        parent = outline.parent(place)
        assert outline.rows[parent] is (row.parent or row)
    outline.fold_all()
    assert all(row.parent is None and not row.open for row in outline.rows)


def test_shortest_ways_decide_where_a_node_is_opened() -> None:
    tree = sketched(
        {
            "a": ("d", ["b", "c"]),
            "b": ("d", ["c", "a"]),
            "c": ("d", ["e", "e"]),
            "e": ("o", []),
            "u": ("o", []),
        }
    )
    outline = outline_of(tree)
    unfold_everything(outline)
    assert picture(outline) == ["a", "  b", "    ^c", "    ^a", "  c", "    e", "    ^e", "u"]
    last = [row.last for row in outline.rows]
    assert last == [True, False, False, True, True, False, True, True]


def test_a_row_unfolds_above_what_follows_it_and_folds_again() -> None:
    tree = sketched({"a": ("d", ["b", "c"]), "b": ("d", ["e"]), "c": ("d", ["e"]), "e": ("o", [])})
    outline = outline_of(tree)
    outline.unfold(0)
    outline.unfold(1)
    assert picture(outline) == ["a", "  b", "    e", "  c"]
    assert [row.open for row in outline.rows] == [True, True, False, False]
    outline.fold(1)
    assert picture(outline) == ["a", "  b", "  c"]
    assert outline.can_unfold(outline.rows[1])


def test_a_start_that_another_one_reaches_is_no_beginning() -> None:
    tree = sketched({"a": ("d", ["b"]), "b": ("o", []), "c": ("o", [])})
    assert opened(decision_graph(tree), ["a", "b", "c"]) == {"a": None, "b": "a", "c": None}


def test_a_chain_of_ten_thousand_unfolds_folds_and_is_revealed() -> None:
    n = 10_000
    tree = sketched({f"n{v}": ("d", [f"n{v + 1}"]) if v < n - 1 else ("o", []) for v in range(n)})
    outline = outline_of(tree)
    assert outline.hidden(outline.rows[0]) == n - 1
    assert outline.reveal(f"n{n - 1}") == n - 1
    outline.fold(0)
    outline.unfold_all(0)
    assert len(outline.rows) == n
    assert outline.rows[-1].depth == n - 1
