"""The ends that can be reached: against the list of all ways."""

import datetime as dt
from itertools import islice
from pathlib import Path

import pytest

from debttree.analysis import Prospects, Ways
from debttree.analysis.checking import check_file
from debttree.analysis.ends import ends
from debttree.model import Tree

TREES = Path(__file__).parents[2] / "trees"


def read(file: Path) -> Tree:
    tree = check_file(file, dt.date(2026, 11, 27)).tree
    assert tree is not None
    return tree


@pytest.mark.parametrize("file", [TREES / "tutorial.toml", TREES.parent / "tests/tui/trees/loan.toml"])
def test_each_end_has_the_mildest_and_then_the_shortest_of_all_ways_to_it(file: Path) -> None:
    tree = read(file)
    prospects = Prospects.of(tree)
    for start in tree.nodes:
        best: dict[str, tuple[int, int]] = {}
        for way in islice(Ways(tree, start), 2_000):
            found = way.worst, len(way.path.steps)
            best[way.path.end] = min(best.get(way.path.end, found), found)
        reached = {end.node: (end.severity, len(end.path.steps)) for end in ends(prospects, start)}
        assert reached == best
        assert list(reached.values()) == sorted(reached.values())


def test_what_was_met_before_counts_for_no_end() -> None:
    tree = read(TREES / "tutorial.toml")
    prospects = Prospects.of(tree)
    everything = tuple(tree.consequences)
    closed = [end for end in ends(prospects, tree.root, everything) if not tree.nodes[end.node].goes_on]
    assert closed
    assert {end.severity for end in closed} == {0}
    assert max(end.severity for end in ends(prospects, tree.root)) > 0
