"""The decision graph: networkx's graph of a tree, and the flat arrays of the same tree, agree."""

import networkx as nx
from hypothesis import given

from debttree.analysis.flat_graph import FlatGraph
from debttree.analysis.graph import choices_of, decision_graph
from debttree.analysis.reachability import NEVER, distances, leading_to, reachable
from debttree.model import Tree
from tests.analysis.oracle import graph_of
from tests.analysis.trees import graphs, sketched

TREE = sketched({"a": ("d", ["b", "c", "b", "nowhere"]), "b": ("c", ["b", "c"]), "c": ("o", ["a"])})


def test_nodes_hold_their_node_and_arcs_are_keyed_by_their_choice() -> None:
    graph = decision_graph(TREE)
    assert list(graph) == ["a", "b", "c"]
    assert graph.nodes["b"]["node"] is TREE.nodes["b"]
    assert graph.edges["a", "b", "b-2"]["choice"] is TREE.nodes["a"].choices[2]
    assert graph.graph == {"tree": TREE, "root": "a"}


def test_choices_to_nowhere_and_choices_of_an_outcome_are_absent() -> None:
    graph = decision_graph(TREE)
    assert [choice.id for choice in choices_of(graph, "a")] == ["b", "c", "b-2"]
    assert choices_of(graph, "c") == []
    assert "nowhere" not in graph


@given(graphs())
def test_graph_and_flat_arrays_agree(tree: Tree) -> None:
    graph, flat = decision_graph(tree), FlatGraph.of(tree)
    assert tuple(graph) == flat.ids
    for number, name in enumerate(flat.ids):
        targets = [choice.to for choice in choices_of(graph, name)]
        assert [flat.ids[target] for target in flat.next(number)] == targets == graph_of(tree)[name]
        assert sorted(target for _, target in graph.out_edges(name)) == sorted(targets)
        assert list(graph.pred[name]) == list(dict.fromkeys(flat.ids[node] for node in flat.before(number)))


@given(graphs())
def test_what_networkx_finds_on_the_graph_is_what_the_passes_find_on_the_arrays(tree: Tree) -> None:
    graph, flat = decision_graph(tree), FlatGraph.of(tree)
    for number, name in enumerate(flat.ids):
        ahead = {flat.ids[node] for node, seen in enumerate(reachable(flat, [number])) if seen}
        assert ahead == nx.descendants(graph, name) | {name}
        behind = {flat.ids[node] for node, seen in enumerate(leading_to(flat, [number])) if seen}
        assert behind == nx.ancestors(graph, name) | {name}
        steps = {
            flat.ids[node]: steps for node, steps in enumerate(distances(flat, [number])) if steps != NEVER
        }
        layers = nx.bfs_layers(graph.reverse(copy=False), [name])
        assert steps == {node: depth for depth, layer in enumerate(layers) for node in layer}
