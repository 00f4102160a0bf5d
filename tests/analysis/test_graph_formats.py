"""The networkx graph of a tree, and what comes back from the formats that networkx writes."""

import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import networkx as nx
from hypothesis import given

from debttree.analysis.graph_formats import as_graphml, as_networkx, as_node_link
from debttree.model import Choice, Kind, Text, Tree
from tests.analysis.trees import graphs, sketched

TREE = sketched(
    {"a": ("d", ["b", "b", "nowhere"]), "b": ("c", ["b", "end"]), "end": ("o", [])},
    {"b": ["mild", "grave"]},
    {"mild": 2, "grave": 4},
)


def test_nodes_and_choices_have_plain_attributes() -> None:
    graph = as_networkx(TREE, "en")
    assert graph.nodes["b"] == {
        "kind": "chance",
        "title": "b",
        "stage": "",
        "brings": "mild grave",
        "severity": 4,
    }
    assert sorted(graph.edges(keys=True)) == [
        ("a", "b", "b"),
        ("a", "b", "b-2"),
        ("b", "b", "b"),
        ("b", "end", "end"),
    ]
    assert graph.edges["a", "b", "b-2"] == {"label": "b-2"}
    assert graph.graph == {"title": "A sketch", "root": "a", "version": "0" * 12, "language": "en"}


def test_texts_are_in_the_language_asked_for() -> None:
    node = replace(TREE.nodes["end"], title=Text.of({"en": "The end", "zh": "结局"}))
    start = replace(TREE.nodes["a"], choices=(Choice("x", Text.of({"en": "on", "zh": "继续"}), "end"),))
    title = Text.of({"en": "A guide", "zh": "指南"})
    tree = replace(TREE, title=title, nodes={"a": start, "end": node}, languages=("en", "zh"))
    graph = as_networkx(tree, "zh")
    assert graph.nodes["end"]["title"] == "结局"
    assert graph.edges["a", "end", "x"]["label"] == "继续"
    assert graph.graph["title"] == "指南"


@given(graphs())
def test_node_link_data_survives_json_and_reads_back(tree: Tree) -> None:
    data = json.loads(json.dumps(as_node_link(tree, "en")))
    assert nx.utils.graphs_equal(nx.node_link_graph(data, edges="edges"), as_networkx(tree, "en"))


@given(graphs())
def test_graphml_reads_back_with_an_id_of_its_own_for_each_choice(tree: Tree) -> None:
    found: Any = nx.parse_graphml(as_graphml(tree, "en"), force_multigraph=True)
    graph = as_networkx(tree, "en")
    assert list(found.nodes(data=True)) == list(graph.nodes(data=True))
    ids = sorted(key for _, _, key in found.edges(keys=True))
    assert ids == sorted(f"{source}:{choice}" for source, _, choice in graph.edges(keys=True))
    assert len(set(ids)) == len(ids)


def test_graphml_is_well_formed_whatever_a_title_holds() -> None:
    node = replace(TREE.nodes["end"], title=Text.of("<&\"'\uffff\ufffe\x1b𝕏>"), kind=Kind.OUTCOME)
    tree = replace(TREE, nodes={**TREE.nodes, "end": node})
    ElementTree.fromstring(as_graphml(tree, "en"))
