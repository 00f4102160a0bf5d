"""Plans: whoever follows one meets nothing of what it keeps off, for as many bad answers as were promised, and ends."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis import Prospects, Status
from debttree.analysis.setbacks import hold
from debttree.model import Kind, Path, Step, Tree
from tests.analysis.oracle import going_on, visited
from tests.analysis.trees import graphs, random_graph, sketched

_LONGEST = 20_000
"""Steps after which a play counts as endless: others answer at random, so each one ends."""


def play(tree: Tree, prospects: Prospects, start: str, harm: str, source: random.Random) -> None:
    """Follow a plan while the others answer at random, against you as often as was promised."""
    plan, status = prospects.plan(start, [harm]), prospects.statuses(start)[harm]
    levels = _levels(prospects, harm)
    assert (plan is None) == (levels[start] == 0)
    if plan is None:
        return
    left = levels[start] - 1
    node, graph = tree.nodes[start], going_on(tree)
    for step in range(_LONGEST):
        assert harm not in node.brings
        if node.kind is Kind.OUTCOME and (not graph[node.id] or source.random() < 0.5):
            break
        if node.kind is Kind.DECISION:
            choice = node.choice(plan[node.id])
            assert choice is not None
            node = tree.nodes[choice.to]
            continue
        answers = graph[node.id]
        if node.kind is not Kind.QUESTION:
            answers = [to for to in answers if left > 0 or levels[to] >= levels[node.id]]
            if not answers:  # an open end where nothing else is left to be told
                break
        before, node = node, tree.nodes[source.choice(answers)]
        if before.kind is not Kind.QUESTION:
            left -= levels[node.id] < levels[before.id]
        assert status is not Status.AVOIDABLE or step <= len(tree.nodes)
    assert node.kind is Kind.OUTCOME


def _levels(prospects: Prospects, harm: str) -> dict[str, int]:
    """How many of the sets A(0), A(1) ... hold each node; 255 stands for all."""
    bringers = [
        prospects.flat.numbers[name] for name, node in prospects.tree.nodes.items() if harm in node.brings
    ]
    return dict(zip(prospects.flat.ids, hold(prospects.flat, bringers).setbacks, strict=True))


def plays(first: int, last: int, each: int) -> None:
    for seed in range(first, last):
        source = random.Random(seed)
        tree = random_graph(source)
        prospects = Prospects.of(tree)
        for _ in range(each):
            harm = source.choice([*tree.consequences])
            play(tree, prospects, source.choice([*tree.nodes]), harm, source)


def test_two_thousand_plays_under_a_plan_meet_nothing_of_what_it_keeps_off_and_end() -> None:
    plays(0, 200, 10)


@pytest.mark.long
@pytest.mark.parametrize("part", range(5))
def test_fifty_thousand_plays_under_a_plan_meet_nothing_of_what_it_keeps_off_and_end(part: int) -> None:
    plays(1_000 + part * 500, 1_500 + part * 500, 20)


@given(graphs(), st.data())
def test_what_is_in_your_hands_together_has_a_plan_that_keeps_all_of_it_off(
    tree: Tree, data: st.DataObject
) -> None:
    prospects = Prospects.of(tree)
    avoid = data.draw(st.sets(st.sampled_from([*tree.consequences])))
    for start in tree.nodes:
        plan, graph = prospects.plan(start, avoid), going_on(tree)
        if prospects.together(start, avoid) is None:
            continue
        assert plan is not None
        for name, choice_id in plan.items():
            choice = tree.nodes[name].choice(choice_id)
            assert choice is not None
            graph[name] = [choice.to]
        under = visited(graph, start)
        assert all(avoid.isdisjoint(tree.nodes[name].brings) for name in under)
        assert set(plan) == {name for name in under if tree.nodes[name].kind is Kind.DECISION}


def has_errors(tree: Tree) -> bool:
    """Whether a choice leads nowhere, somebody has none to take, or an end goes on."""
    return any(
        (node.kind is Kind.OUTCOME) == bool(node.choices)
        or any(choice.to not in tree.nodes for choice in node.choices)
        for node in tree.nodes.values()
    )


@given(graphs())
def test_as_many_answers_are_named_as_it_takes_setbacks_and_each_costs_one(tree: Tree) -> None:
    prospects = Prospects.of(tree)
    for start in tree.nodes:
        for harm, setbacks in prospects.setbacks(start).items():
            steps = prospects.unfavourable(start, harm)
            if prospects.statuses(start)[harm] is not Status.AT_RISK:
                assert steps == []
                continue
            assert len(steps) == setbacks
            for left, step in zip(range(setbacks or 0, 0, -1), steps, strict=True):
                # In a tree with errors an answer may lead to where nothing comes any more, the harm neither.
                stuck = prospects.statuses(step.node)[harm] is Status.IMPOSSIBLE
                assert not stuck or has_errors(tree)
                assert stuck or prospects.setbacks(step.node)[harm] == left
                assert _levels(prospects, harm)[step.to] == left - 1
                assert tree.nodes[step.node].kind in (Kind.CHANCE, Kind.OUTCOME)


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
    assert prospects.plan("order", ["list"]) == {"order": "object", "object": "court"}
    example, witness = prospects.example("order", "list"), prospects.witness("order", "list")
    assert example is not None
    assert example.nodes == ("order", "object", "court", "judged")
    assert witness is not None
    assert witness.nodes == ("order", "ignore")  # shorter, and every defence is lost


def test_where_there_is_no_better_one_the_only_way_is_shown() -> None:
    tree = sketched(
        {"bill": ("d", ["pay", "wait"]), "pay": ("o", []), "wait": ("o", [])},
        {"pay": ["fee"], "wait": ["cost"]},
    )
    prospects = Prospects.of(tree)
    assert prospects.plan("bill", ["fee"]) == {"bill": "wait"}
    example = prospects.example("bill", "fee")
    assert example is not None
    assert example.nodes == ("bill", "wait")
    assert prospects.plan("bill", ["fee"], met=["cost"]) == {"bill": "wait"}
    assert prospects.plan("bill", ["fee"], met=["fee"]) is None


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


def test_a_plan_would_rather_come_to_a_true_end_than_to_one_where_others_may_go_on() -> None:
    tree = sketched(
        {
            "start": ("d", ["rest", "settle"]),
            "rest": ("o", []),
            "settle": ("o", []),
            "sued": ("o", []),
        },
        {"sued": ["suit"]},
        goes_on={"rest": ["sued"]},
    )
    prospects = Prospects.of(tree)
    assert prospects.plan("start", ["suit"]) == {"start": "settle"}
    both_open = replace(
        tree, nodes={**tree.nodes, "settle": replace(tree.nodes["settle"], goes_on=("sued",))}
    )
    assert Prospects.of(both_open).setbacks("start") == {"suit": 1}
    assert Prospects.of(both_open).plan("start", ["suit"]) == {"start": "rest"}
    asked = sketched(
        {
            "start": ("d", ["rest", "offer"]),
            "rest": ("o", []),
            "offer": ("c", ["settled", "sued"]),
            "settled": ("o", []),
            "sued": ("o", []),
        },
        {"sued": ["suit"]},
        goes_on={"rest": ["sued"]},
    )
    assert Prospects.of(asked).plan("start", ["suit"]) == {"start": "rest"}, "as far off: the file's order"


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


LENDER = sketched(
    {
        "overdue": ("d", ["ask", "hide"]),
        "ask": ("c", ["agreed", "refused"]),
        "refused": ("d", ["ask-again", "hide"]),
        "ask-again": ("c", ["agreed", "sued"]),
        "hide": ("c", ["sued", "forgotten"]),
        "agreed": ("o", []),
        "forgotten": ("o", []),
        "sued": ("o", []),
    },
    {"sued": ["suit"]},
    {"suit": 4},
)


def test_a_plan_is_told_past_the_answers_that_cost_a_level() -> None:
    prospects = Prospects.of(LENDER)
    assert prospects.setbacks("overdue") == {"suit": 2}
    assert prospects.plan("overdue", ["suit"]) == {"overdue": "ask", "refused": "ask-again"}
    assert prospects.unfavourable("overdue", "suit") == [
        Step("ask", "refused", "refused"),
        Step("ask-again", "sued", "sued"),
    ]


def test_where_others_go_on_from_an_end_the_step_names_no_choice() -> None:
    tree = sketched(
        {"wait": ("d", ["pause"]), "pause": ("o", []), "sued": ("o", [])},
        {"sued": ["suit"]},
        goes_on={"pause": ["sued"]},
    )
    prospects = Prospects.of(tree)
    assert prospects.setbacks("wait") == {"suit": 1}
    assert prospects.unfavourable("wait", "suit") == [Step("pause", None, "sued")]
    assert prospects.witness("wait", "suit") == Path(
        "wait", (Step("wait", "pause", "pause"), Step("pause", None, "sued"))
    )
    closed = replace(tree, nodes={**tree.nodes, "pause": replace(tree.nodes["pause"], goes_on=())})
    assert Prospects.of(closed).statuses("wait") == {"suit": Status.IMPOSSIBLE}
