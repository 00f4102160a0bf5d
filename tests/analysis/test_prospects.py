"""Prospects: exactly what brute force over every strategy says, and the laws that follow."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis import Mark, Prospects, Status, Unwanted
from debttree.analysis.flat_graph import FlatGraph
from debttree.model import Choice, Kind, Path, Step, Text, Tree
from tests.analysis.oracle import Oracle, counting, going_on, graph_of, visited
from tests.analysis.trees import graphs, random_graph, sketched
from tests.lengths import on_long_chains


def agrees(tree: Tree, met: set[str]) -> None:
    prospects, oracle = Prospects.of(tree), Oracle(tree)
    for harm in tree.consequences:
        barred = oracle.barred([harm])
        assert oracle.levels(barred)[-1] == oracle.limit(barred), "two ways to say what the limit is"
    for name in tree.nodes:
        expected = {harm: oracle.status(name, harm, met) for harm in tree.consequences}
        assert prospects.statuses(name, met) == expected
        assert {harm: prospects.status(name, harm, met) for harm in expected} == expected
        for harm, setbacks in prospects.setbacks(name, met).items():
            assert setbacks == _setbacks(oracle, name, harm, expected[harm])
        assert prospects.worst(name, met) == oracle.worst(name, met)
        union = met.symmetric_difference(tree.consequences)
        assert prospects.together(name, union) == oracle.together(name, union)
        if tree.nodes[name].kind is Kind.DECISION:
            choices = prospects.choices(name, met)
            marks = oracle.marks(name, met)
            marked = {choice.choice.to: set(choice.marks) for choice in choices}
            assert marked == {to: marks.get(to, set()) for to in marked}
            counting = [choice for choice in choices if choice.choice.to in marks]
            assert not counting or any(not choice.marks for choice in counting), "one is never marked"


def _setbacks(oracle: Oracle, name: str, harm: str, status: Status) -> int | None:
    if status is Status.AT_RISK:
        return oracle.setbacks(name, harm)
    return 0 if status in (Status.INCURRED, Status.CERTAIN) else None


def compare(first: int, last: int) -> None:
    """Compare with brute force on random graphs of these seeds."""
    for seed in range(first, last):
        source = random.Random(seed)
        tree = random_graph(source)
        agrees(tree, {harm for harm in tree.consequences if source.random() < 0.2})


@pytest.mark.parametrize("hundred", range(5))
def test_brute_force_agrees_on_five_hundred_random_graphs(hundred: int) -> None:
    compare(hundred * 100, hundred * 100 + 100)


@pytest.mark.long
@pytest.mark.parametrize("thousand", range(20))
def test_brute_force_agrees_on_twenty_thousand_random_graphs(thousand: int) -> None:
    compare(10_000 + thousand * 1_000, 11_000 + thousand * 1_000)


@given(graphs(max_nodes=5), st.data())
def test_brute_force_agrees_on_the_smallest_graphs(tree: Tree, data: st.DataObject) -> None:
    agrees(tree, data.draw(st.sets(st.sampled_from([*tree.consequences]))))


@given(graphs(), st.data())
def test_a_question_put_in_front_of_any_node_changes_no_number(tree: Tree, data: st.DataObject) -> None:
    asked = data.draw(st.sampled_from([*tree.nodes]))
    if tree.nodes[asked].guide is not None:
        return  # what is asked before that is of this guide
    before, after = Prospects.of(tree), Prospects.of(_asked_before(tree, asked))
    for name in tree.nodes:
        assert after.statuses(name) == before.statuses(name)
        assert after.setbacks(name) == before.setbacks(name)
        assert after.worst(name) == before.worst(name)


def _asked_before(tree: Tree, asked: str) -> Tree:
    """The same tree where whatever led to a node leads to a question with that one answer."""

    def led(to: str) -> str:
        return "ask" if to == asked else to

    nodes = {
        name: replace(
            node,
            choices=tuple(replace(choice, to=led(choice.to)) for choice in node.choices),
            goes_on=None if node.goes_on is None else tuple(map(led, node.goes_on)),
        )
        for name, node in tree.nodes.items()
    }
    ask = sketched({"ask": ("q", [asked, asked])}).nodes["ask"]
    return replace(tree, nodes={**nodes, "ask": ask})


@given(graphs(), st.data())
def test_a_further_response_never_brings_anything_into_your_hands(tree: Tree, data: st.DataObject) -> None:
    tree = replace(tree, nodes={name: replace(node, guide=None) for name, node in tree.nodes.items()})
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
        choices = prospects.choices(name, met)
        assert [choice.choice.to for choice in choices] == graph_of(tree)[name]
        for choice in choices:
            then = met | set(node.brings)
            assert choice.statuses == prospects.statuses(choice.choice.to, then)
            assert choice.setbacks == prospects.setbacks(choice.choice.to, then)
            assert choice.worst == prospects.worst(choice.choice.to, then)
            assert choice.brings == tuple(b for b in tree.nodes[choice.choice.to].brings if b not in then)


@given(graphs())
def test_where_only_you_decide_nothing_is_at_risk(tree: Tree) -> None:
    is_yours = {
        name: replace(node, kind=Kind.OUTCOME if node.kind is Kind.OUTCOME else Kind.DECISION, goes_on=None)
        for name, node in tree.nodes.items()
    }
    tree = replace(tree, nodes=is_yours)
    prospects = Prospects.of(tree)
    for name in tree.nodes:
        if any(tree.nodes[end].kind is Kind.OUTCOME for end in visited(counting(tree), name)):
            assert Status.AT_RISK not in prospects.statuses(name).values()


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
            if status.is_yours:
                assert tree.nodes[witness.end].kind is Kind.OUTCOME
                assert harm not in witness.met(tree)
            else:
                assert harm in tree.nodes[witness.end].brings
            assert len(witness.steps) == fewest_steps(tree, start, harm, status)


@given(graphs())
def test_an_example_of_what_is_in_your_hands_comes_to_an_end_without_it(tree: Tree) -> None:
    prospects = Prospects.of(tree)
    for start in tree.nodes:
        for harm, status in prospects.statuses(start).items():
            example = prospects.example(start, harm)
            assert prospects.example(start, harm, met=[harm]) is None
            if not status.is_yours or status is Status.IMPOSSIBLE:
                assert example == prospects.witness(start, harm)
                continue
            assert example is not None
            assert follows(tree, example)
            assert tree.nodes[example.end].kind is Kind.OUTCOME
            assert harm not in example.met(tree)


def follows(tree: Tree, path: Path) -> bool:
    """Every step is a choice that is there, or others go on from an outcome."""
    for step in path.steps:
        node = tree.nodes[step.node]
        if node.kind is Kind.OUTCOME:
            if step.choice is not None or step.to not in (node.goes_on or ()):
                return False
        else:
            choice = node.choice(step.choice or "")
            if choice is None or choice.to != step.to:
                return False
    return True


def fewest_steps(tree: Tree, start: str, harm: str, status: Status) -> int:
    """By widening a circle."""
    graph = going_on(tree)
    circle, steps = {start}, 0
    while True:
        nodes = [tree.nodes[name] for name in circle]
        if status.is_yours and any(node.kind is Kind.OUTCOME for node in nodes):
            return steps
        if not status.is_yours and any(harm in node.brings for node in nodes):
            return steps
        ahead = {to for name in circle for to in graph[name]}
        circle = {to for to in ahead if not status.is_yours or harm not in tree.nodes[to].brings}
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
        "litigation": Status.HOLDABLE,  # the lender may never agree to a plan
        "collection": Status.AVOIDABLE,
        "credit": Status.AVOIDABLE,
    }
    assert prospects.statuses("hide")["litigation"] is Status.CERTAIN
    assert prospects.statuses("hide", ["collection"])["collection"] is Status.INCURRED
    assert prospects.statuses("plan")["litigation"] is Status.IMPOSSIBLE
    assert (prospects.worst("overdue"), prospects.worst("plan"), prospects.worst("plan", ["collection"])) == (
        0,
        0,
        3,
    )


def test_a_choice_is_marked_where_another_one_is_better_and_no_worse_in_anything_as_grave() -> None:
    prospects = Prospects.of(STORY)
    call, wait, hide = prospects.choices("overdue")
    assert (call.marks, wait.marks) == ({}, {})
    assert hide.marks == {
        "litigation": Mark.EVERY_WAY,
        "collection": Mark.NOT_YOURS,
        "credit": Mark.NOW,
    }
    assert prospects.marks("overdue", ["credit"])["hide"] == {
        "litigation": Mark.EVERY_WAY,
        "collection": Mark.NOT_YOURS,
    }


def test_advice_names_the_choices_without_a_mark_where_it_is_you_who_decides() -> None:
    prospects = Prospects.of(STORY)
    assert [choice.id for choice in prospects.advice("overdue")] == ["call", "wait"]
    assert [choice.id for choice in prospects.advice("wait")] == ["call"]
    assert prospects.advice("call") == []
    assert prospects.advice("plan") == []


def test_no_choice_that_leads_to_help_in_a_crisis_is_marked() -> None:
    help_node = replace(STORY.nodes["hide"], tags=("crisis",))
    prospects = Prospects.of(replace(STORY, nodes={**STORY.nodes, "hide": help_node}))
    assert [choice.marks for choice in prospects.choices("overdue")] == [{}, {}, {}]


def test_where_no_end_can_be_forced_nothing_can_be_promised_together_but_while_you_keep_at_it() -> None:
    tree = sketched({"a": ("c", ["a", "end"]), "end": ("o", []), "far": ("o", [])}, {"far": ["x"]}, {"x": 3})
    prospects = Prospects.of(tree)
    assert prospects.statuses("a") == {"x": Status.IMPOSSIBLE}
    assert prospects.together("a", ["x"]) is Status.HOLDABLE
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
    assert (
        prospects.point_of_no_return(hidden, "litigation") == hidden.steps[0]
    )  # it was as long as you kept at it
    late = Path("hide", hidden.steps[1:])
    assert prospects.point_of_no_return(late, "litigation") is None  # it never was in your hands
    assert prospects.point_of_no_return(Path("hide"), "credit") is None


def test_a_jump_from_where_a_consequence_was_on_no_way_is_a_point_of_no_return() -> None:
    jumped = Path("overdue").then(Step("overdue", "call", "call")).then(Step("call", "plan", "plan"))
    jumped = jumped.then(Step("plan", None, "sold"))
    assert Prospects.of(STORY).point_of_no_return(jumped, "collection") == jumped.steps[-1]


@on_long_chains
def test_a_long_chain_of_nodes_has_prospects(size: int) -> None:
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


def test_a_consequence_that_is_declared_nowhere_weighs_nothing() -> None:
    tree = sketched({"a": ("d", ["b"]), "b": ("o", [])}, {"b": ["known"], "a": ["typo"]}, {"known": 2})
    broken = replace(tree, consequences={"known": tree.consequences["known"]})
    prospects = Prospects.of(broken)
    assert prospects.statuses("a") == {"known": Status.CERTAIN}
    assert (prospects.worst("a"), prospects.worst("b")) == (2, 2)
    without = Prospects.of(replace(tree, consequences={}))
    assert (without.worst("a"), without.worst("a", ["typo"]), without.statuses("a")) == (0, 0, {})


def test_prospects_that_nobody_wants_any_more_are_given_up_before_the_next_consequence() -> None:
    harms = {f"harm{number}": 1 for number in range(5)}
    tree = sketched({"a": ("d", ["b"]), "b": ("o", [])}, {"b": list(harms)}, harms)
    asked: list[int] = []

    def is_wanted() -> bool:
        asked.append(len(asked))
        return len(asked) < 3

    with pytest.raises(Unwanted):
        Prospects.of(tree, is_wanted=is_wanted)
    assert len(asked) == 3
    with pytest.raises(Unwanted):
        Prospects.of(tree).prepare_marks(lambda: False)
