"""Prospects: exactly what brute force over every strategy says, and the laws that follow."""

import random
from collections.abc import Callable, Collection
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis import Prospects, Status
from debttree.analysis.flat_graph import FlatGraph
from debttree.model import Choice, Kind, Path, Step, Text, Tree
from tests.analysis.oracle import Oracle, graph_of, visited
from tests.analysis.trees import graphs, random_graph, sketched


def agrees(tree: Tree, met: set[str]) -> None:
    prospects = Prospects.of(tree)
    oracle = Oracle(tree)
    for name in tree.nodes:
        expected = {harm: oracle.status(name, harm, met) for harm in tree.consequences}
        assert prospects.statuses(name, met) == expected
        assert prospects.worst(name, met) == oracle.worst(name, met)
        union = met.symmetric_difference(tree.consequences)
        together = oracle.in_your_hands(name, union)
        assert prospects.together(name, union) == together
        assert (prospects.plan(name, union) is not None) == together


@pytest.mark.parametrize("seed", range(30))
def test_brute_force_agrees_on_a_hundred_random_graphs(seed: int) -> None:
    source = random.Random(seed)
    for _ in range(100):
        tree = random_graph(source)
        agrees(tree, {harm for harm in tree.consequences if source.random() < 0.2})


@given(graphs(max_nodes=6), st.data())
def test_brute_force_agrees_on_the_smallest_graphs(tree: Tree, data: st.DataObject) -> None:
    agrees(tree, data.draw(st.sets(st.sampled_from([*tree.consequences]))))


@given(graphs(), st.data())
def test_a_further_response_never_brings_anything_into_your_hands(tree: Tree, data: st.DataObject) -> None:
    graph = graph_of(tree)
    answered = [name for name in tree.nodes if tree.nodes[name].kind is Kind.CHANCE and graph[name]]
    if not answered:
        return
    name = data.draw(st.sampled_from(answered))
    response = Choice("further", Text.of("further"), data.draw(st.sampled_from([*tree.nodes])))
    node = replace(tree.nodes[name], choices=(*tree.nodes[name].choices, response))
    before, after = Prospects.of(tree), Prospects.of(replace(tree, nodes={**tree.nodes, name: node}))
    for place in tree.nodes:
        for harm, status in before.statuses(place).items():
            if status is Status.AT_RISK:
                assert after.statuses(place)[harm] is not Status.AVOIDABLE


@given(graphs(), st.data())
def test_a_choice_has_the_table_of_its_target_with_what_is_met_so_far(
    tree: Tree, data: st.DataObject
) -> None:
    prospects = Prospects.of(tree)
    met = data.draw(st.sets(st.sampled_from([*tree.consequences])))
    for name, node in tree.nodes.items():
        now = prospects.statuses(name, met)
        choices = prospects.choices(name, met)
        assert [choice.choice.to for choice in choices] == graph_of(tree)[name]
        for choice in choices:
            then = met | set(node.brings)
            assert choice.statuses == prospects.statuses(choice.choice.to, then)
            assert choice.worst == prospects.worst(choice.choice.to, then)
            for harm, status in choice.statuses.items():
                closed = list(Status).index(status) > list(Status).index(now[harm])
                assert (harm in choice.closes) == closed
                if closed:
                    assert status in (Status.AT_RISK, Status.CERTAIN, Status.INCURRED)


@given(graphs())
def test_where_only_you_decide_nothing_is_at_risk(tree: Tree) -> None:
    is_yours = {
        name: replace(node, kind=Kind.OUTCOME if node.kind is Kind.OUTCOME else Kind.DECISION)
        for name, node in tree.nodes.items()
    }
    tree = replace(tree, nodes=is_yours)
    prospects = Prospects.of(tree)
    for name in tree.nodes:
        if any(tree.nodes[end].kind is Kind.OUTCOME for end in visited(graph_of(tree), name)):
            assert Status.AT_RISK not in prospects.statuses(name).values()


@pytest.mark.parametrize("plan_of", [Prospects.plan, Prospects.careful_plan])
@given(graphs(), st.data())
def test_whatever_the_others_answer_the_plan_comes_to_an_outcome_without_the_consequences(
    plan_of: Callable[[Prospects, str, Collection[str]], dict[str, str] | None],
    tree: Tree,
    data: st.DataObject,
) -> None:
    prospects = Prospects.of(tree)
    avoid = data.draw(st.sets(st.sampled_from([*tree.consequences])))
    for start in tree.nodes:
        plan = plan_of(prospects, start, avoid)
        assert (plan is not None) == prospects.together(start, avoid)
        if plan is None:
            continue
        node = tree.nodes[start]
        taken = []
        for _ in tree.nodes:
            assert avoid.isdisjoint(node.brings)
            if node.kind is Kind.OUTCOME:
                break
            if node.kind is Kind.DECISION:
                choice = node.choice(plan[node.id])
                assert choice is not None
                taken.append(node.id)
                node = tree.nodes[choice.to]
            else:
                node = tree.nodes[data.draw(st.sampled_from(graph_of(tree)[node.id]))]
        assert node.kind is Kind.OUTCOME
        assert set(taken) <= set(plan)


@given(graphs())
def test_a_plan_names_exactly_the_decisions_that_can_be_reached_under_it(tree: Tree) -> None:
    prospects = Prospects.of(tree)
    for start in tree.nodes:
        plan = prospects.plan(start, ())
        if plan is not None:
            graph = graph_of(tree)
            for name, choice_id in plan.items():
                choice = tree.nodes[name].choice(choice_id)
                assert choice is not None
                graph[name] = [choice.to]
            under = visited(graph, start)
            assert set(plan) == {name for name in under if tree.nodes[name].kind is Kind.DECISION}


@pytest.mark.parametrize("seed", range(5))
def test_a_witness_is_a_shortest_way_that_shows_the_status_on_a_hundred_random_graphs(seed: int) -> None:
    source = random.Random(seed)
    for _ in range(100):
        shows_by_witnesses(random_graph(source))


@given(graphs())
def test_a_witness_is_a_shortest_way_that_shows_the_status(tree: Tree) -> None:
    shows_by_witnesses(tree)


def shows_by_witnesses(tree: Tree) -> None:
    prospects = Prospects.of(tree)
    for start in tree.nodes:
        for harm, status in prospects.statuses(start).items():
            witness = prospects.witness(start, harm)
            assert prospects.witness(start, harm, met=[harm]) is None  # it is met: there is nothing to show
            if status in (Status.INCURRED, Status.IMPOSSIBLE):
                assert witness is None
                continue
            assert witness is not None
            assert follows(tree, witness)
            if status is Status.AVOIDABLE:
                assert tree.nodes[witness.end].kind is Kind.OUTCOME
                assert harm not in witness.met(tree)
            else:
                assert harm in tree.nodes[witness.end].brings
            assert len(witness.steps) == fewest_steps(tree, start, harm, status)


@given(graphs())
def test_an_example_keeps_in_your_hands_what_is_in_your_hands(tree: Tree) -> None:
    prospects = Prospects.of(tree)
    for start in tree.nodes:
        for harm, status in prospects.statuses(start).items():
            example = prospects.example(start, harm)
            assert prospects.example(start, harm, met=[harm]) is None
            if status is not Status.AVOIDABLE:
                assert example == prospects.witness(start, harm)
                continue
            assert example is not None
            assert follows(tree, example)
            assert tree.nodes[example.end].kind is Kind.OUTCOME
            for node in example.nodes:
                assert not prospects.statuses(node)[harm].is_worse_than(Status.AVOIDABLE)


def test_nobody_is_shown_a_way_round_one_harm_through_another_where_there_is_a_better_one() -> None:
    prospects = Prospects.of(
        sketched(
            {
                "order": ("d", ["ignore", "object", "hide"]),
                "object": ("d", ["hide", "court"]),
                "court": ("q", ["judged", "settled"]),
                "ignore": ("o", []),
                "hide": ("o", []),
                "judged": ("o", []),
                "settled": ("o", []),
            },
            {"ignore": ["lost"], "hide": ["list"]},
        )
    )
    assert prospects.plan("order", ["list"]) == {"order": "ignore"}
    assert prospects.careful_plan("order", ["list"]) == {"order": "object", "object": "court"}
    example, witness = prospects.example("order", "list"), prospects.witness("order", "list")
    assert example is not None
    assert example.nodes == ("order", "object", "court", "judged")
    assert witness is not None
    assert witness.nodes == ("order", "ignore")  # shorter, and every defence is lost


def test_where_there_is_no_better_one_the_only_way_is_shown() -> None:
    prospects = Prospects.of(
        sketched(
            {"bill": ("d", ["pay", "wait"]), "pay": ("o", []), "wait": ("o", [])},
            {"pay": ["fee"], "wait": ["cost"]},
        )
    )
    assert prospects.careful_plan("bill", ["fee"]) == {"bill": "wait"}
    example = prospects.example("bill", "fee")
    assert example is not None
    assert example.nodes == ("bill", "wait")
    assert prospects.careful_plan("bill", ["fee"], met=["cost"]) == {"bill": "wait"}


def follows(tree: Tree, path: Path) -> bool:
    choices = [tree.nodes[step.node].choice(step.choice or "") for step in path.steps]
    return all(
        choice is not None and choice.to == step.to for choice, step in zip(choices, path.steps, strict=True)
    )


def fewest_steps(tree: Tree, start: str, harm: str, status: Status) -> int:
    """By widening a circle."""
    graph = graph_of(tree)
    circle, steps = {start}, 0
    while True:
        nodes = [tree.nodes[name] for name in circle]
        if status is Status.AVOIDABLE and any(node.kind is Kind.OUTCOME for node in nodes):
            return steps
        if status is not Status.AVOIDABLE and any(harm in node.brings for node in nodes):
            return steps
        ahead = {to for name in circle for to in graph[name]}
        circle = {to for to in ahead if status is not Status.AVOIDABLE or harm not in tree.nodes[to].brings}
        steps += 1
        assert steps <= len(tree.nodes)


STORY = sketched(
    {
        "overdue": ("d", ["call", "wait", "hide"]),
        "call": ("c", ["plan", "wait"]),
        "wait": ("d", ["call", "suit"]),
        "hide": ("c", ["suit", "sold"]),
        "sold": ("d", ["suit"]),
        "suit": ("o", []),
        "plan": ("o", []),
    },
    {"suit": ["litigation"], "sold": ["collection"], "hide": ["credit"]},
    {"litigation": 5, "collection": 3, "credit": 2},
)


def test_a_story_told_by_its_statuses() -> None:
    prospects = Prospects.of(STORY)
    assert prospects.statuses("overdue") == {
        "litigation": Status.AT_RISK,  # the lender may never agree to a plan
        "collection": Status.AVOIDABLE,
        "credit": Status.AVOIDABLE,
    }
    assert prospects.statuses("hide")["litigation"] is Status.CERTAIN
    assert prospects.statuses("hide", ["collection"])["collection"] is Status.INCURRED
    assert prospects.statuses("plan")["litigation"] is Status.IMPOSSIBLE
    assert (prospects.worst("overdue"), prospects.worst("plan"), prospects.worst("plan", ["collection"])) == (
        5,
        0,
        3,
    )


def test_a_choice_says_which_doors_it_closes() -> None:
    prospects = Prospects.of(STORY)
    call, wait, hide = prospects.choices("overdue")
    assert (call.closes, wait.closes) == ({}, {})
    assert hide.closes == {
        "litigation": Status.CERTAIN,
        "collection": Status.AT_RISK,
        "credit": Status.INCURRED,
    }


def test_advice_names_the_choices_of_best_status_where_it_is_you_who_decides() -> None:
    prospects = Prospects.of(STORY)
    assert [choice.id for choice in prospects.advice("overdue", "litigation")] == ["call", "wait"]
    assert [choice.id for choice in prospects.advice("wait", "litigation")] == ["call"]
    assert prospects.advice("call", "litigation") == []
    assert prospects.advice("plan", "litigation") == []


def test_a_plan_takes_the_quickest_way_out_and_of_two_the_first_in_the_file() -> None:
    tree = sketched(
        {
            "start": ("d", ["round", "slow", "fast", "also-fast"]),
            "round": ("d", ["start"]),
            "slow": ("d", ["fast"]),
            "fast": ("c", ["end"]),
            "also-fast": ("c", ["end"]),
            "end": ("o", []),
        }
    )
    assert Prospects.of(tree).plan("start", ()) == {"start": "fast"}


def test_two_consequences_may_each_be_avoidable_and_not_both() -> None:
    tree = sketched(
        {"fork": ("d", ["left", "right"]), "left": ("o", []), "right": ("o", [])},
        {"left": ["a"], "right": ["b"]},
    )
    prospects = Prospects.of(tree)
    assert set(prospects.statuses("fork").values()) == {Status.AVOIDABLE}
    assert prospects.plan("fork", ["a"]) == {"fork": "right"}
    assert prospects.plan("fork", ["b"]) == {"fork": "left"}
    assert prospects.plan("fork", ["a", "b"]) is None


def test_where_no_end_can_be_forced_nothing_can_be_promised_together() -> None:
    tree = sketched({"a": ("c", ["a", "end"]), "end": ("o", []), "far": ("o", [])}, {"far": ["x"]}, {"x": 3})
    prospects = Prospects.of(tree)
    assert prospects.statuses("a") == {"x": Status.IMPOSSIBLE}
    assert prospects.plan("a", ["x"]) is None
    assert prospects.worst("a") == 0


def test_what_is_met_already_cannot_be_avoided_any_more() -> None:
    prospects = Prospects.of(STORY)
    assert prospects.together("overdue", ["credit"])
    assert not prospects.together("overdue", ["credit"], met=["credit"])
    assert not prospects.together("hide", ["credit"])


def test_the_point_of_no_return_is_the_last_step_taken_with_the_door_open() -> None:
    prospects = Prospects.of(STORY)
    way = Path("overdue").then(Step("overdue", "wait", "wait")).then(Step("wait", "call", "call"))
    assert prospects.point_of_no_return(way, "credit") is None
    hidden = Path("overdue").then(Step("overdue", "hide", "hide")).then(Step("hide", "sold", "sold"))
    assert prospects.point_of_no_return(hidden, "credit") == hidden.steps[0]
    assert prospects.point_of_no_return(Path("overdue", hidden.steps[:1]), "collection") == hidden.steps[0]
    assert prospects.point_of_no_return(hidden, "collection") == hidden.steps[0]
    assert prospects.point_of_no_return(hidden, "litigation") is None  # it never was in your hands
    assert prospects.point_of_no_return(Path("hide"), "credit") is None


def test_a_jump_from_where_a_consequence_was_on_no_way_is_a_point_of_no_return() -> None:
    jumped = Path("overdue").then(Step("overdue", "call", "call")).then(Step("call", "plan", "plan"))
    jumped = jumped.then(Step("plan", None, "sold"))
    assert Prospects.of(STORY).point_of_no_return(jumped, "collection") == jumped.steps[-1]


def test_a_chain_of_fifty_thousand_nodes_has_prospects() -> None:
    size = 50_000
    sketches = {f"n{i}": ("dqc"[i % 3], [f"n{i + 1}"]) for i in range(size)} | {f"n{size}": ("o", [])}
    prospects = Prospects.of(sketched(sketches, {f"n{size}": ["harm"]}, {"harm": 4}))
    assert prospects.statuses("n0") == {"harm": Status.CERTAIN}
    assert prospects.worst("n0") == 4
    witness = prospects.witness("n0", "harm")
    assert witness is not None
    assert len(witness.steps) == size
    plan = prospects.plan("n0", ())
    assert plan is not None
    assert len(plan) == len([number for number in FlatGraph.of(prospects.tree).is_yours if number])


def test_for_what_is_met_already_every_choice_is_as_good_as_any_and_there_is_no_plan() -> None:
    prospects = Prospects.of(STORY)
    assert [choice.id for choice in prospects.advice("wait", "litigation")] == ["call"]
    met = prospects.advice("wait", "litigation", met=["litigation"])
    assert [choice.id for choice in met] == ["call", "suit"]
    assert prospects.plan("overdue", ["credit"]) is not None
    assert prospects.plan("overdue", ["credit"], met=["credit"]) is None


def test_a_plan_goes_on_to_the_last_decision_and_past_others_answers() -> None:
    tree = sketched(
        {
            "one": ("d", ["one", "ask"]),
            "ask": ("q", ["two", "three"]),
            "two": ("d", ["one", "three"]),
            "three": ("d", ["two", "end"]),
            "end": ("o", []),
        }
    )
    assert Prospects.of(tree).plan("one", ()) == {"one": "ask", "two": "three", "three": "end"}


def test_a_consequence_that_is_declared_nowhere_weighs_nothing() -> None:
    tree = sketched({"a": ("d", ["b"]), "b": ("o", [])}, {"b": ["known"], "a": ["typo"]}, {"known": 2})
    broken = replace(tree, consequences={"known": tree.consequences["known"]})
    prospects = Prospects.of(broken)
    assert prospects.statuses("a") == {"known": Status.CERTAIN}
    assert (prospects.worst("a"), prospects.worst("b")) == (2, 2)
    without = Prospects.of(replace(tree, consequences={}))
    assert (without.worst("a"), without.worst("a", ["typo"]), without.statuses("a")) == (0, 0, {})
