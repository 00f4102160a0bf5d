"""A name that no node has: the nearest id is named, else the node whose title begins so."""

import pytest

from debttree.model import Kind, Node, Text, Tree, Trouble, find_node

NODES = {
    "talk": Node("talk", Kind.OUTCOME, Text.of({"en": "Plan your talk", "zh": "准备谈话"})),
    "plan-b": Node("plan-b", Kind.OUTCOME, Text.of({"en": "Another plan", "zh": "另一个计划"})),
    "sued": Node("sued", Kind.OUTCOME, Text.of({"en": "They sue", "zh": "被起诉"})),
}
TREE = Tree("t", "0" * 12, Text.of("T"), "talk", NODES)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("plan", "plan-b"),
        ("THEY SUE", "sued"),
        ("准备", "talk"),
        ("another", "plan-b"),
        ("zzz", None),
        ("", None),
    ],
)
def test_the_nearest_node_is_named(name: str, hint: str | None) -> None:
    with pytest.raises(Trouble) as caught:
        find_node(TREE, name)
    found = caught.value.hint
    assert (found.values["name"] if found else None) == hint
