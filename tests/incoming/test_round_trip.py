"""What this program writes as mermaid, dot, graphml and json comes back: nodes, arcs, labels and kinds."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis.graph_formats import as_graphml, as_node_link
from debttree.export.dot import dot
from debttree.export.graph_drawing import Drawing
from debttree.export.mermaid import mermaid
from debttree.model import Stage, Text, Tree, to_json
from debttree.reading import read
from debttree.storage.library import bundled_folder
from tests.analysis.trees import graphs, sketched
from tests.export.hostile import LABELS
from tests.incoming.coming_in import plain, shape_of, tree_from

FORMS = ["mermaid", "dot", "graphml", "json"]
KEPT = (
    "end",
    "graph",
    "subgraph",
    "digraph",
    "strict",
    "node",
    "edge",
    "1",
    "0.5",
    "-1",
    "x[y]",
    "(a)",
    "{a}",
)
"""Words that the forms keep for themselves, numbers and brackets."""

WORDS = st.one_of(
    st.sampled_from((*LABELS, *KEPT)),
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn"]),
        min_size=1,
        max_size=40,
    ),
)


def drawn(tree: Tree, form: str, language: str = "en") -> tuple[str, str]:
    """A tree as a form writes it, and the ending of its file."""
    if form in ("graphml", "json"):
        made = as_graphml(tree, language) if form == "graphml" else to_json(as_node_link(tree, language))
        return made, f"x.{form}"
    drawing = Drawing(tree, language)
    return (mermaid(drawing), "x.mmd") if form == "mermaid" else (dot(drawing), "x.dot")


@st.composite
def worded(draw: st.DrawFn) -> Tree:
    """A sound graph in which each title and label is any words in two languages, some labels are none."""
    tree = draw(graphs(max_nodes=5, broken=False))
    nodes, used = {}, set[str]()

    def either(own: str, number: int = 0) -> Text:
        return Text.of({"en": own, "zh": f"中{number}{draw(WORDS)}"})

    for number, node in enumerate(tree.nodes.values()):
        labels = [draw(st.one_of(st.just(""), WORDS)).strip() for _ in node.choices]
        choices = tuple(
            replace(choice, label=either(label)) if label else replace(choice, label=Text(()))
            for choice, label in zip(node.choices, labels, strict=True)
        )
        title = as_mermaid_shows(draw(WORDS))
        title = f"{number} {title}" if plain(title) in used or not plain(title) else title
        used.add(plain(title))
        stage = draw(st.sampled_from((None, "early", "late")))
        nodes[node.id] = replace(node, title=either(title, number), choices=choices, stage=stage)
    stages = {name: Stage(name, Text.of(name)) for name in ("early", "late")}
    return replace(tree, nodes=nodes, stages=stages)


def as_mermaid_shows(words: str) -> str:
    """Two signs that Mermaid keeps for itself are written in plain letters."""
    return words.replace("ﬂ", "fl").replace("¶ß", "¶ss")


def expected(tree: Tree, form: str, language: str) -> Tree:
    """The tree in one language, as it comes back: a choice without words is called by where it leads."""

    def shown(text: Text) -> str:
        words = tree.words(text, language)
        return as_mermaid_shows(words) if form == "mermaid" else words

    nodes = {}
    for node in tree.nodes.values():
        choices = tuple(
            replace(choice, label=Text.of(shown(choice.label) or shown(tree.nodes[choice.to].title)))
            for choice in node.choices
        )
        nodes[node.id] = replace(node, title=Text.of(shown(node.title)), choices=choices)
    return replace(tree, nodes=nodes)


def stages_of(tree: Tree) -> Counter[tuple[str, str]]:
    return Counter((plain(tree.words(node.title, "en")), node.stage or "") for node in tree.nodes.values())


@pytest.mark.parametrize("form", FORMS)
@given(tree=worded(), language=st.sampled_from(("en", "zh")))
def test_what_we_draw_comes_back(form: str, tree: Tree, language: str) -> None:
    text, name = drawn(tree, form, language)
    found, meant = tree_from(text, name), expected(tree, form, language)
    assert shape_of(found) == shape_of(meant)
    if form in ("graphml", "json"):
        assert found.root == tree.root
        assert stages_of(found) == stages_of(meant)


@pytest.mark.parametrize("form", FORMS)
def test_each_word_that_a_form_may_act_on_comes_back_as_title_and_as_label(form: str) -> None:
    words = [plain(word) for word in dict.fromkeys((*LABELS, *KEPT))]
    sketch = sketched(
        {f"n{number}": ("d", [f"n{number + 1}"]) for number in range(len(words))}
        | {f"n{len(words)}": ("o", [])}
    )
    nodes = dict(sketch.nodes)
    for node, word in zip(sketch.nodes.values(), words, strict=False):
        choices = (replace(node.choices[0], label=Text.of(word)),)
        nodes[node.id] = replace(node, title=Text.of(word), choices=choices)
    tree = replace(sketch, nodes=nodes)
    assert shape_of(tree_from(*drawn(tree, form))) == shape_of(expected(tree, form, "en"))


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
