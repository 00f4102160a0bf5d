"""What this program writes as mermaid, dot, graphml and json comes back: nodes, arcs, labels and kinds."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis.graph_formats import as_graphml, as_node_link
from debttree.export.dot import dot
from debttree.export.graph_drawing import Drawing
from debttree.export.mermaid import mermaid
from debttree.model import Text, Tree, to_json
from debttree.reading import read
from debttree.storage.library import bundled_folder
from tests.analysis.trees import graphs
from tests.export.hostile import LABELS
from tests.incoming.coming_in import shape_of, tree_from

FORMS = ["mermaid", "dot", "graphml", "json"]
WORDS = st.one_of(
    st.sampled_from(LABELS),
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn"]),
        min_size=1,
        max_size=40,
    ),
)


def drawn(tree: Tree, form: str) -> tuple[str, str]:
    """A tree as a form writes it, and the ending of its file."""
    drawing = Drawing(tree, "en")
    if form == "mermaid":
        return mermaid(drawing), "x.mmd"
    if form == "dot":
        return dot(drawing), "x.dot"
    return (
        (as_graphml(tree, "en"), "x.graphml")
        if form == "graphml"
        else (to_json(as_node_link(tree, "en")), "x.json")
    )


@st.composite
def worded(draw: st.DrawFn) -> Tree:
    """A sound graph in which each title and label is any words."""
    tree = draw(graphs(max_nodes=5, broken=False))
    nodes = {}
    for number, node in enumerate(tree.nodes.values()):
        choices = tuple(replace(choice, label=Text.of(draw(WORDS).strip() or "?")) for choice in node.choices)
        title = f"{number} {draw(WORDS)}"
        nodes[node.id] = replace(node, title=Text.of(title), choices=choices)
    return replace(tree, nodes=nodes)


def as_mermaid_shows(words: str) -> str:
    """Two signs that Mermaid keeps for itself are written in plain letters."""
    return words.replace("ﬂ", "fl").replace("¶ß", "¶ss")


def in_words_of(tree: Tree, form: str) -> Tree:
    if form != "mermaid":
        return tree
    nodes = {}
    for node in tree.nodes.values():
        choices = tuple(
            replace(c, label=Text.of(as_mermaid_shows(tree.words(c.label, "en")))) for c in node.choices
        )
        title = Text.of(as_mermaid_shows(tree.words(node.title, "en")))
        nodes[node.id] = replace(node, title=title, choices=choices)
    return replace(tree, nodes=nodes)


@pytest.mark.parametrize("form", FORMS)
@given(tree=worded())
def test_what_we_draw_comes_back(form: str, tree: Tree) -> None:
    text, name = drawn(tree, form)
    found = tree_from(text, name)
    assert shape_of(found) == shape_of(in_words_of(tree, form))
    if form in ("graphml", "json"):
        assert found.root == tree.root


@pytest.mark.parametrize("form", ["dot", "graphml", "json"])
def test_a_bundled_guide_comes_back_with_its_ids(form: str) -> None:
    tree = read((bundled_folder() / "credit-card-overdue.toml").read_bytes(), "x").tree
    assert tree is not None
    found = tree_from(*drawn(tree, form))
    assert list(found.nodes) == list(tree.nodes)
    assert shape_of(found) == shape_of(tree)
    brought = {node.id: len(node.brings) for node in found.nodes.values()}
    assert brought == {node.id: len(node.brings) for node in tree.nodes.values()}


@pytest.mark.parametrize("form", ["mermaid", "dot"])
def test_a_choice_to_a_node_that_is_not_written_yet_stays_one(form: str) -> None:
    text = 'format = "debttree/1"\n[nodes.a]\ntitle = "A"\nchoices = [{ label = "on", to = "later" }]\n'
    tree = read(text.encode(), "x").tree
    assert tree is not None
    found = tree_from(*drawn(tree, form))
    assert [choice.to for choice in found.nodes["a"].choices] == ["later"]
    assert list(found.nodes) == ["a"]
