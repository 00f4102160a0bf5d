"""Measure prospects of all nodes at growing sizes, compared with the passes of commit 477423d; one node; ways."""

import datetime as dt
from collections.abc import Callable
from itertools import islice

import networkx as nx

from bench.first_passes import first_passes
from bench.graphs import CONSEQUENCES, graph_tree, layered_tree
from bench.measuring import Measured, calls_side_by_side
from bench.report import Section
from debttree.analysis import Prospects, Ways
from debttree.analysis.checking import check_file
from debttree.analysis.flat_graph import FlatGraph
from debttree.analysis.graph import decision_graph
from debttree.analysis.reachability import attractor
from debttree.model import Tree
from debttree.reading.gc_pause import collect_again, collect_later
from debttree.storage.library import DEFAULT_TREE, find_tree

SIZES = (1_000, 10_000, 100_000)
_ANSWERS = 100
"""Number of answers timed together: a single one is too short for a clock."""


def run() -> Section:
    section = Section(
        "prospects",
        "Prospects and ways",
        "Calls in one process, best of seven, in turn, on generated graphs of all four kinds with joins and loops, "
        f"three choices a node, {CONSEQUENCES} consequences. All nodes: every status and the setbacks of every node "
        "for every consequence, and the worst, on flat arrays that are there already. First: the passes of commit "
        "477423d, which knew neither `holdable` nor setbacks. One pass: one attractor. Graph: networkx's graph of "
        "the same nodes, made anew. networkx: plain reachability (`descendants`) on it. Ways: the first 20 of more "
        "than a million, from the first node.",
    )
    measured = _measured()
    section.rows = [["nodes", "flat arrays", "all nodes", "first", "one pass", "graph", "networkx", "ways"]]
    for size in SIZES:
        columns = ("arcs", "all", "first", "pass", "graph", "networkx", "ways")
        section.rows.append([f"{size:,}", *(str(measured[f"{name} {size}"]) for name in columns)])
    answer = _one_answer()
    section.rows.append([f"one node's answer, {DEFAULT_TREE}", "", f"{answer * 1000:.3f} ms", *[""] * 5])
    section.budgets = [
        ("all nodes, 100,000 against 10,000", _ratio(measured, "all"), 12),
        (
            "all nodes against the passes of 477423d, 10,000 nodes",
            measured["all 10000"].seconds / measured["first 10000"].seconds,
            2.5,
        ),
        (
            "one pass against networkx, 10,000 nodes",
            measured["pass 10000"].seconds / measured["networkx 10000"].seconds,
            1,
        ),
        ("one node's answer in milliseconds", answer * 1000, 1),
    ]
    return section


def _ratio(measured: dict[str, Measured], name: str) -> float:
    return measured[f"{name} 100000"].seconds / measured[f"{name} 10000"].seconds


def _measured() -> dict[str, Measured]:
    calls: dict[str, Callable[[], object]] = {}
    for size in SIZES:
        calls |= _calls(size, graph_tree(size), layered_tree(100, size // 100))
    collect_later()  # as in the program: else the collector would walk the tree again and again
    collect_again()
    return calls_side_by_side(calls, repeat=7, typical=min)


def _calls(size: int, tree: Tree, layered: Tree) -> dict[str, Callable[[], object]]:
    flat = FlatGraph.of(tree, going_on=True)
    graph = decision_graph(tree).reverse()
    graph.add_edges_from(("ends", flat.ids[end]) for end in flat.ends)
    barred = [number for number, node in enumerate(tree.nodes.values()) if "h0" in node.brings]
    return {
        f"arcs {size}": lambda: FlatGraph.of(tree, going_on=True),
        f"all {size}": lambda: Prospects.of(tree, flat),
        f"first {size}": lambda: first_passes(tree, flat),
        f"graph {size}": lambda: decision_graph(tree),
        f"pass {size}": lambda: attractor(flat, flat.ends, barred),
        f"networkx {size}": lambda: nx.descendants(graph, "ends"),
        f"ways {size}": lambda: list(islice(Ways(layered, layered.root), 20)),
    }


def _one_answer() -> float:
    """Return the seconds for all that is shown of one node, the one with the most choices in the bundled tree."""
    tree = check_file(find_tree(DEFAULT_TREE), dt.date(2026, 11, 23)).tree
    assert tree is not None
    prospects = Prospects.of(tree)
    node = max(tree.nodes.values(), key=lambda node: len(node.choices)).id

    def answers() -> None:
        for _ in range(_ANSWERS):
            prospects.statuses(node)
            prospects.worst(node)
            prospects.choices(node)

    return calls_side_by_side({"answers": answers})["answers"].seconds / _ANSWERS
