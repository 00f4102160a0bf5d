"""The ends that can be reached: against the list of all ways."""

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis import Prospects, Ways
from debttree.analysis.checking import check_file
from debttree.analysis.ends import ends, grouped
from debttree.analysis.graph import decision_graph
from debttree.model import Kind, Tree
from tests.analysis.trees import graphs

TREES = Path(__file__).parents[2] / "trees"


def read(file: Path) -> Tree:
    tree = check_file(file, dt.date(2026, 11, 27)).tree
    assert tree is not None
    return tree


@pytest.mark.parametrize("file", [TREES / "tutorial.toml", TREES.parent / "tests/tui/trees/loan.toml"])
def test_each_end_has_the_mildest_and_then_the_shortest_of_all_ways_to_it(file: Path) -> None:
    tree = read(file)
    graph, prospects = decision_graph(tree), Prospects.of(tree)
    for start in tree.nodes:
        best: dict[str, tuple[int, int]] = {}
        for way in islice(Ways(tree, start), 2_000):
            found = way.worst, len(way.path.steps)
            best[way.path.end] = min(best.get(way.path.end, found), found)
        reached = {end.node: (end.severity, end.steps) for end in ends(graph, start, after=prospects.worst)}
        assert reached == best
        assert list(reached.values()) == sorted(reached.values())


@given(graphs(), st.data())
def test_ends_are_those_of_all_simple_ways_tried_one_by_one(tree: Tree, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from([*tree.nodes]))
    met = data.draw(st.sets(st.sampled_from([*tree.consequences]))) if tree.consequences else set[str]()
    best: dict[str, tuple[int, int]] = {}
    for way in all_simple_ways(tree, [start]):
        severity = tree.severity(name for node in way for name in tree.nodes[node].brings if name not in met)
        best[way[-1]] = min(best.get(way[-1], (9, 0)), (severity, len(way) - 1))
    found = ends(decision_graph(tree), start, met)
    assert {end.node: (end.severity, end.steps) for end in found} == best
    for end in found:
        assert (end.path.start, end.path.end, len(end.path.steps)) == (start, end.node, end.steps)
        news = [name for name in end.path.met(tree) if name not in met]
        assert tree.severity(news) == end.severity
        assert (end.gravest in news) if news else end.gravest is None
    groups = grouped(tree, found)
    assert sorted(end.node for group in groups.values() for end in group) == sorted(best)
    assert all(end.gravest == name for name, group in groups.items() for end in group)
    severities = [tree.consequences[name].severity if name else 0 for name in groups]
    assert severities == sorted(severities)


def all_simple_ways(tree: Tree, way: list[str]) -> Iterator[list[str]]:
    """Every way on to an outcome that comes to no node twice."""
    node = tree.nodes[way[-1]]
    if node.kind is Kind.OUTCOME:
        yield way
        return
    for choice in node.choices:
        if choice.to in tree.nodes and choice.to not in way:
            yield from all_simple_ways(tree, [*way, choice.to])


def test_what_was_met_before_counts_for_no_end() -> None:
    tree = read(TREES / "tutorial.toml")
    graph, prospects = decision_graph(tree), Prospects.of(tree)
    everything = tuple(tree.consequences)
    found = ends(graph, tree.root, everything, prospects.worst)
    closed = [end for end in found if not tree.nodes[end.node].goes_on]
    assert closed
    assert {end.severity for end in closed} == {0}
    assert max(end.severity for end in ends(graph, tree.root)) > 0
