"""Problems of the graph: found where they are, once for each cause."""

from typing import Any

import networkx as nx
from hypothesis import given

from debttree.analysis.soundness import graph_problems
from debttree.locales import phrases
from debttree.model import Aim, Kind, Problem, Severity, Tree
from tests.analysis.trees import graphs, sketched
from tests.lengths import on_long_chains


def found(tree: Tree) -> list[tuple[str, str | None]]:
    return [(problem.code, problem.node) for problem in graph_problems(tree)]


def words(problem: Problem) -> tuple[str, str]:
    say = phrases("en")
    assert problem.hint is not None
    return say.tell(problem.message), say.tell(problem.hint)


def test_a_sound_tree_with_a_loop_has_no_problems() -> None:
    tree = sketched({"a": ("d", ["b", "end"]), "b": ("c", ["a", "end"]), "end": ("o", [])})
    assert graph_problems(tree) == []


def test_a_tree_without_nodes_has_no_problem_of_its_graph() -> None:
    assert graph_problems(sketched({})) == []


def test_a_loop_without_a_way_out_is_one_error_that_names_the_loop() -> None:
    tree = sketched(
        {
            "root": ("q", ["end", "before"]),
            "before": ("d", ["a"]),
            "a": ("d", ["b", "longer"]),
            "longer": ("d", ["b"]),
            "b": ("c", ["a"]),
            "end": ("o", []),
        }
    )
    [problem] = graph_problems(tree)
    assert (problem.code, problem.severity) == ("no-way-out", Severity.ERROR)
    assert (problem.path, problem.aim, problem.node) == (("nodes", "a"), Aim.KEY, "a")
    assert words(problem)[0].endswith("a → b → a")


def test_each_closed_part_is_an_error_of_its_own() -> None:
    tree = sketched(
        {"root": ("q", ["a", "b", "end"]), "a": ("d", ["a"]), "b": ("c", ["b"]), "end": ("o", [])}
    )
    assert found(tree) == [("no-way-out", "a"), ("no-way-out", "b")]


def test_a_tree_without_outcomes_is_one_closed_part() -> None:
    assert found(sketched({"a": ("d", ["b"]), "b": ("d", ["a"])})) == [("no-way-out", "a")]


def test_a_loop_in_which_others_can_keep_you_is_one_warning_at_the_node_where_they_answer() -> None:
    tree = sketched(
        {
            "before": ("d", ["wait"]),
            "wait": ("d", ["lender"]),
            "lender": ("c", ["wait", "end"]),
            "end": ("o", []),
        }
    )
    [problem] = graph_problems(tree)
    assert (problem.code, problem.severity) == ("cannot-force-an-end", Severity.WARNING)
    assert problem.node == "lender"
    assert words(problem)[0].endswith("lender → wait → lender")


def test_two_loops_one_behind_the_other_are_two_warnings() -> None:
    tree = sketched(
        {"first": ("c", ["first", "second"]), "second": ("q", ["second", "end"]), "end": ("o", [])}
    )
    assert found(tree) == [("cannot-force-an-end", "first"), ("cannot-force-an-end", "second")]


def test_two_loops_that_one_decision_joins_are_two_warnings() -> None:
    tree = sketched(
        {
            "choose": ("d", ["left", "right", "later"]),
            "left": ("c", ["left", "choose"]),
            "right": ("c", ["right", "choose"]),
            "later": ("c", ["later", "end"]),
            "end": ("o", []),
        }
    )
    assert [node for _, node in found(tree)] == ["left", "right", "later"]


def peeled(depth: int) -> Tree:
    """Loops joined by decisions, each of which can be left only once the one before is out of the way."""
    return sketched(
        {
            "d0": ("d", ["x0", "later"]),
            "x0": ("c", ["x0", "d0", "d1"]),
            **{f"d{i}": ("d", [f"x{i}", f"y{i}"]) for i in range(1, depth)},
            **{f"x{i}": ("c", [f"x{i}", f"d{i}", f"d{min(i + 1, depth - 1)}"]) for i in range(1, depth)},
            **{f"y{i}": ("c", [f"y{i}", f"d{i - 1}"]) for i in range(1, depth)},
            "later": ("c", ["later", "end"]),
            "end": ("o", []),
        }
    )


def test_loops_that_decisions_join_are_taken_apart_one_after_the_other() -> None:
    loops = {"later", *(f"x{i}" for i in range(6)), *(f"y{i}" for i in range(1, 6))}
    assert {node for _, node in found(peeled(6))} == loops


def test_after_some_rounds_what_is_left_is_told_as_it_is() -> None:
    warned = [node for _, node in found(peeled(100))]
    assert {"later", "x0", "y1"} <= set(warned)
    assert 10 < len(warned) < 100


def test_a_loop_from_which_every_way_leads_into_a_closed_part_has_the_error_alone() -> None:
    tree = sketched({"root": ("c", ["stuck", "end"]), "stuck": ("d", ["stuck"]), "end": ("o", [])})
    assert found(tree) == [("no-way-out", "stuck")]


def test_an_unreachable_node_says_that_nothing_leads_to_it_and_what_could() -> None:
    tree = sketched({"a": ("d", ["end"]), "end": ("o", []), "lost": ("d", ["end"])})
    [problem] = graph_problems(tree)
    assert (problem.code, problem.severity) == ("unreachable", Severity.WARNING)
    assert (problem.path, problem.aim, problem.node) == (("nodes", "lost"), Aim.KEY, "lost")
    message, hint = words(problem)
    assert message == '"lost" cannot be reached from the root.'
    assert hint == 'No choice leads to it. One in "a" with to = "lost" would.'


def test_what_only_an_unreachable_node_leads_to_is_named_with_it() -> None:
    tree = sketched(
        {
            "a": ("d", ["end"]),
            "end": ("o", []),
            "lost": ("d", ["behind", "end"]),
            "behind": ("d", ["last"]),
            "last": ("o", []),
        }
    )
    [problem] = graph_problems(tree)
    assert problem.node == "lost"
    message = '"lost" cannot be reached from the root, and so neither can what it leads to: behind, last'
    assert words(problem)[0] == message


def test_an_unreachable_loop_is_one_problem_that_names_the_loop() -> None:
    tree = sketched(
        {"a": ("o", []), "b": ("d", ["c"]), "c": ("d", ["b", "a"]), "d": ("o", [])}, root="a", urgent=["d"]
    )
    [problem] = graph_problems(tree)
    assert (problem.code, problem.node) == ("unreachable", "b")
    hint = 'Only its own loop leads to it: b → c → b. A choice in "a" with to = "b" would.'
    assert words(problem)[1] == hint


def test_what_urgent_leads_to_is_reachable() -> None:
    tree = sketched({"a": ("o", []), "court": ("d", ["a"])}, urgent=["court"])
    assert graph_problems(tree) == []


def test_what_only_an_open_end_goes_on_to_is_reachable() -> None:
    sketches = {"a": ("d", ["pause"]), "pause": ("o", []), "sued": ("d", ["end"]), "end": ("o", [])}
    assert found(sketched(sketches)) == [("unreachable", "sued")]
    assert graph_problems(sketched(sketches, goes_on={"pause": ["sued"]})) == []


def test_a_lost_part_that_a_lost_open_end_goes_on_to_is_named_with_it() -> None:
    sketches = {"a": ("o", []), "lost": ("d", ["pause"]), "pause": ("o", []), "sued": ("o", [])}
    assert found(sketched(sketches, goes_on={"pause": ["sued"]})) == [("unreachable", "lost")]


def test_without_its_root_a_tree_is_not_searched_for_unreachable_nodes() -> None:
    assert graph_problems(sketched({"a": ("o", []), "b": ("o", [])}, root="missing")) == []


@on_long_chains
def test_a_long_loop_of_nodes_is_found_and_fits_a_line(size: int) -> None:
    sketches = {f"n{i}": ("c", [f"n{(i + 1) % size}"]) for i in range(size)}
    [problem] = graph_problems(sketched(sketches))
    assert problem.code == "no-way-out"
    assert len(words(problem)[0]) < 200


def _digraph(tree: Tree) -> "nx.MultiDiGraph[Any]":
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_nodes_from(tree.nodes)
    for node in tree.nodes.values():
        graph.add_edges_from((node.id, choice.to) for choice in node.choices)
    return graph


@given(graphs(consequences=0, broken=False))
def test_closed_parts_are_the_strongly_connected_sinks_without_outcome(tree: Tree) -> None:
    graph = _digraph(tree)
    condensed = nx.condensation(graph)
    closed = {
        min(members)
        for part, members in condensed.nodes(data="members")
        if not condensed.out_degree(part) and not any(tree.nodes[n].kind is Kind.OUTCOME for n in members)
    }
    assert {node for code, node in found(tree) if code == "no-way-out"} == closed


@given(graphs(consequences=0, broken=False))
def test_unreachable_heads_are_the_strongly_connected_sources_among_the_unreachable(tree: Tree) -> None:
    graph = _digraph(tree)
    for node in tree.nodes.values():
        graph.add_edges_from((node.id, to) for to in node.goes_on or ())
    lost = set(graph) - nx.descendants(graph, tree.root) - {tree.root}
    condensed = nx.condensation(graph.subgraph(lost))
    heads = {
        min(members) for part, members in condensed.nodes(data="members") if not condensed.in_degree(part)
    }
    assert {node for code, node in found(tree) if code == "unreachable"} == heads


@given(graphs(consequences=0, broken=False))
def test_there_is_a_loop_to_warn_of_exactly_where_no_end_can_be_forced(tree: Tree) -> None:
    problems = graph_problems(tree)
    warned = [problem.node for problem in problems if problem.code == "cannot-force-an-end"]
    assert len(set(warned)) == len(warned)
    forced = _attractors(tree)
    assert all(node not in forced for node in warned)
    if all(problem.code != "no-way-out" for problem in problems):
        assert bool(warned) == (forced != set(tree.nodes))


def _attractors(tree: Tree) -> set[str]:
    """Nodes from which an end can be forced, by plain iteration."""
    forced: set[str] = set()
    while True:
        more = set(forced)
        for node in tree.nodes.values():
            answers = [choice.to in forced for choice in node.choices]
            answered = any(answers) if node.kind is Kind.DECISION else all(answers)
            if node.kind is Kind.OUTCOME or answered:
                more.add(node.id)
        if more == forced:
            return forced
        forced = more


@given(graphs(consequences=0))
def test_a_broken_graph_is_looked_through_without_a_crash(tree: Tree) -> None:
    codes = {code for code, _ in found(tree)}
    assert codes <= {"no-way-out", "unreachable", "cannot-force-an-end"}
