"""What is worked out of a draft after each edit."""

from dataclasses import replace

from debttree.editing.document import open_document
from debttree.tui.editor.assessment import assess
from tests.tui.conftest import TODAY, TREES


def test_nodes_that_an_edit_left_alone_are_used_again_and_the_tree_is_as_if_read_alone() -> None:
    text = (TREES / "loan.toml").read_text("utf-8")
    earlier = assess(open_document(text.encode(), "loan"), TODAY).tree
    assert earlier is not None
    title = next(iter(earlier.nodes["answer"].title.variants))[1]
    edited = open_document(text.replace(title, title + "!").encode(), "loan")
    tree = assess(edited, TODAY, earlier=earlier).tree
    assert tree is not None
    assert tree == assess(edited, TODAY).tree
    assert {name for name, node in tree.nodes.items() if node is not earlier.nodes[name]} == {"answer"}
    without = assess(edited, TODAY, earlier=replace(earlier, nodes={})).tree
    assert without == tree
