"""A tree index: each part of what is known about a tree is worked out once; ways to a node begin where one stands."""

from dataclasses import replace

from debttree.analysis.tree_index import TreeIndex
from debttree.model import Path, Step, Text, Tree
from tests.analysis.trees import sketched

TREE = sketched(
    {"a": ("d", ["b", "c"]), "b": ("d", ["end"]), "c": ("d", ["b"]), "lost": ("d", ["c"]), "end": ("o", [])},
    urgent=["c", "gone"],
)


def names(tree: Tree) -> list[str]:
    return [*TreeIndex(tree).starts]


def test_one_begins_to_read_at_the_root_then_at_what_is_urgent_then_at_what_is_left() -> None:
    assert names(TREE) == ["a", "c", "b", "lost", "end"]
    assert names(replace(TREE, root="nowhere")) == ["c", "a", "b", "lost", "end"]


def test_the_whole_graph_and_each_index_are_made_once() -> None:
    end = replace(TREE.nodes["end"], title=Text.of({"en": "The end", "zh": "结局"}))
    index = TreeIndex(replace(TREE, nodes={**TREE.nodes, "end": end}))
    assert index.whole is index.whole
    assert index.known_index("en") is None
    english = index.index("en")
    assert index.known_index("en") is index.index("en") is english
    assert index.known_index("zh") is None
    assert [each.find("结局", 9).total for each in (english, index.index("zh"))] == [0, 1]


def test_a_way_to_a_node_begins_where_one_stands_else_at_the_root() -> None:
    index = TreeIndex(TREE)
    assert index.way_to("end", "c") == Path("c", (Step("c", "b", "b"), Step("b", "end", "end")))
    assert index.way_to("c", "c") == Path("c")
    assert index.way_to("c", "b") == Path("a", (Step("a", "c", "c"),))
    assert index.way_to("lost", "b") is None


def test_a_neighbourhood_shows_what_was_walked_and_two_steps_ahead() -> None:
    index = TreeIndex(TREE)
    way = Path("a", (Step("a", "c", "c"),)).nodes
    columns = index.around(way[-1], way)
    shown = [[columns.nodes[item] for item in column] for column in columns.columns]
    assert shown == [["a", "lost"], ["c"], ["b"], ["end"]]
