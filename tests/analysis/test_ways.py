"""Ways: all of them, in order, found lazily."""

import random
from collections.abc import Collection, Iterator
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis.ways import COUNTED_AT_MOST, Way, Ways
from debttree.model import Kind, Tree
from tests.analysis.oracle import Oracle, counting, graph_of
from tests.analysis.trees import graphs, random_graph, sketched
from tests.lengths import on_long_chains

Row = tuple[tuple[int, int, int, int, int], tuple[tuple[int, int], ...]]
"""Marked choices, gravest severity, answers, facts, steps; each choice as the places of its node and itself."""


def row(tree: Tree, way: Way) -> tuple[int, tuple[tuple[int, int], ...]]:
    """The gravest severity, and each choice as places in the file."""
    places = {name: number for number, name in enumerate(tree.nodes)}
    choices = tuple(
        (places[step.node], [choice.id for choice in tree.nodes[step.node].choices].index(step.choice or ""))
        for step in way.path.steps
    )
    assert [step.node for step in way.supposes] == [
        step.node for step in way.path.steps if tree.nodes[step.node].kind in (Kind.QUESTION, Kind.CHANCE)
    ]
    return way.worst, choices


def every_way(
    tree: Tree, oracle: Oracle, start: str, to: str | None, avoid: Collection[str]
) -> Iterator[Row]:
    """By trying all: depth first, no choice twice."""
    places = {name: number for number, name in enumerate(tree.nodes)}
    marks = {name: oracle.marks(name, ()) for name, node in tree.nodes.items() if node.kind is Kind.DECISION}
    goes_elsewhere = to is not None and bool(tree.nodes[to].guide) and tree.nodes[to].kind is Kind.OUTCOME
    graph = graph_of(tree) if goes_elsewhere else counting(tree)

    def severity(name: str) -> int:
        node = tree.nodes[name]
        brought = max((tree.consequences[c].severity for c in node.brings), default=0)
        return oracle.worst(name, ()) if node.kind is Kind.OUTCOME and node.goes_on else brought

    def walk(
        name: str, costs: tuple[int, int, int, int], taken: tuple[tuple[int, int], ...]
    ) -> Iterator[Row]:
        node = tree.nodes[name]
        if not set(avoid).isdisjoint(node.brings):
            return
        marked, worst, others, facts = costs
        worst = max(worst, severity(name))
        if name == to or (to is None and node.kind is Kind.OUTCOME):
            yield (marked, worst, others, facts, len(taken)), taken
        elif node.kind is not Kind.OUTCOME:
            others += node.kind is Kind.CHANCE
            facts += node.kind is Kind.QUESTION
            for number, choice in enumerate(node.choices):
                step = (places[name], number)
                if step not in taken and choice.to in graph[name]:
                    worse = marked + bool(name in marks and marks[name].get(choice.to))
                    yield from walk(choice.to, (worse, worst, others, facts), (*taken, step))

    return walk(start, (0, 0, 0, 0), ())


MANY = 1_000
"""Graphs with as many ways are left out: trying everything would take too long."""


def agrees(tree: Tree, start: str, to: str | None, avoid: Collection[str]) -> None:
    found = sorted(islice(every_way(tree, Oracle(tree), start, to, avoid), MANY))
    if len(found) < MANY:
        ways = Ways(tree, start, to, avoid)
        expected = [(costs[1], choices) for costs, choices in found]
        assert [row(tree, way) for way in ways] == expected
        assert ways.count() in (None, len(expected))
        if start != to:
            by_answer = [ways.beginning_with(choice) for choice in ways.firsts]
            assert not by_answer or sum(len(list(each)) for each in by_answer) == len(expected)


@given(graphs(max_nodes=5), st.data())
def test_ways_are_what_trying_everything_finds_and_in_order(tree: Tree, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from([*tree.nodes]))
    to = data.draw(st.none() | st.sampled_from([*tree.nodes]))
    agrees(tree, start, to, data.draw(st.sets(st.sampled_from([*tree.consequences]), max_size=2)))


@pytest.mark.parametrize("seed", range(10))
def test_ways_are_so_on_a_hundred_random_graphs(seed: int) -> None:
    source = random.Random(seed)
    for _ in range(100):
        tree = random_graph(source)
        ends = source.choice((None, None, source.choice([*tree.nodes])))
        agrees(tree, tree.root, ends, [harm for harm in tree.consequences if source.random() < 0.1])


def titles(ways: Ways, limit: int = 20) -> list[str]:
    return [" ".join(way.path.nodes) for way in islice(ways, limit)]


def test_the_safest_way_comes_first_then_the_shortest_then_the_first_in_the_file() -> None:
    tree = sketched(
        {
            "a": ("d", ["grave", "mild", "long", "second", "first"]),
            "grave": ("o", []),
            "mild": ("o", []),
            "long": ("d", ["first"]),
            "first": ("o", []),
            "second": ("o", []),
        },
        {"grave": ["suit", "call"], "mild": ["call"]},
        {"suit": 5, "call": 2},
    )
    assert titles(Ways(tree, "a")) == ["a second", "a first", "a long first", "a mild", "a grave"]
    gravest = list(Ways(tree, "a"))[-1]
    assert (gravest.worst, gravest.consequences) == (5, ("suit", "call"))


def test_parallel_choices_are_different_ways() -> None:
    tree = sketched({"a": ("d", ["b", "b"]), "b": ("o", [])})
    assert [way.path.steps[0].choice for way in Ways(tree, "a")] == ["b", "b-2"]


def test_a_way_may_come_round_to_a_node_but_takes_no_choice_twice() -> None:
    tree = sketched({"a": ("d", ["b"]), "b": ("d", ["end", "c"]), "c": ("d", ["b"]), "end": ("o", [])})
    assert titles(Ways(tree, "a")) == ["a b end", "a b c b end"]
    assert Ways(tree, "a").count() is None


def test_a_way_to_a_node_ends_where_it_first_arrives() -> None:
    tree = sketched({"a": ("d", ["b"]), "b": ("d", ["a", "end"]), "end": ("o", [])})
    assert titles(Ways(tree, "a", to="b")) == ["a b"]
    assert titles(Ways(tree, "b", to="b")) == ["b"]
    assert Ways(tree, "b", to="b").count() == 1


def test_no_way_passes_a_consequence_to_avoid_where_it_begins_included() -> None:
    tree = sketched(
        {"a": ("d", ["b", "end"]), "b": ("d", ["end"]), "end": ("o", [])}, {"a": ["x"], "b": ["y"]}
    )
    assert titles(Ways(tree, "a", avoid=["y"])) == ["a end"]
    assert titles(Ways(tree, "a", avoid=["x"])) == []
    assert Ways(tree, "a", avoid=["x"]).count() == 0


def test_of_endless_many_ways_the_first_are_found_without_the_others() -> None:
    width, depth = 10, 300
    layers = {
        f"n{i}-{j}": ("dqc"[j % 3], [f"n{i + 1}-{k}" for k in range(width)] if i + 1 < depth else ["end"])
        for i in range(depth)
        for j in range(width)
    }
    tree = sketched({"start": ("d", [f"n0-{j}" for j in range(width)]), **layers, "end": ("o", [])})
    ways = list(islice(Ways(tree, "start"), 20))
    assert [way.path.nodes[-3:-1] for way in ways[:2]] == [("n298-0", "n299-0"), ("n298-0", "n299-3")]
    assert {len(way.path.steps) for way in ways} == {depth + 1}
    assert Ways(tree, "start").count() == COUNTED_AT_MOST


def test_a_chain_with_a_step_back_at_every_node_has_no_way_but_straight_on_and_once_in_place() -> None:
    size = 5_000
    sketches = {f"n{i}": ("d", [f"n{i + 1}", f"n{max(i - 1, 0)}"]) for i in range(size)}
    tree = sketched({**sketches, f"n{size}": ("o", [])})
    assert [len(way.path.steps) for way in Ways(tree, "n0")] == [size, size + 1]


def test_ways_that_start_over_and_go_round_the_long_way_are_as_long_as_they_are() -> None:
    size = 1_000
    near = {f"n{i}": ("d", [f"n{i + 1}" if i + 1 < size else "end", "n0"]) for i in range(1, size)}
    far = {f"m{i}": ("d", [f"m{i + 1}" if i + 1 < 2 * size else "end"]) for i in range(1, 2 * size)}
    tree = sketched({"n0": ("d", ["n1", "m1"]), **near, **far, "end": ("o", [])})
    lengths = [len(way.path.steps) for way in islice(Ways(tree, "n0"), 5)]
    assert lengths == [size, 2 * size, 2 * size + 2, 2 * size + 3, 2 * size + 4]


@on_long_chains
def test_a_long_chain_of_nodes_has_one_way(size: int) -> None:
    sketches = {f"n{i}": ("d", [f"n{i + 1}"]) for i in range(size)}
    ways = Ways(sketched({**sketches, f"n{size}": ("o", [])}), "n0")
    assert [len(way.path.steps) for way in ways] == [size]
    assert ways.count() == 1


def test_a_loop_through_the_start_is_not_counted_but_one_that_leads_nowhere_is_no_loop() -> None:
    through = sketched({"a": ("d", ["b", "end"]), "b": ("d", ["a"]), "end": ("o", [])})
    assert Ways(through, "a").count() is None
    aside = sketched({"a": ("d", ["b", "end"]), "b": ("d", ["c"]), "c": ("d", ["b"]), "end": ("o", [])})
    assert Ways(aside, "a").count() == 1
