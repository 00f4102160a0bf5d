"""What the Alipay tree says about open doors, read as a person would read it."""

import pytest

from debttree.analysis.prospect_status import Status
from debttree.analysis.prospects import Prospects
from debttree.model import Kind, Tree
from tests.content.test_bundled_trees import tree_of

ALL = (Status.IMPOSSIBLE, Status.AVOIDABLE)


@pytest.fixture(scope="module")
def tree() -> Tree:
    return tree_of("alipay-overdue")


@pytest.fixture(scope="module")
def prospects(tree: Tree) -> Prospects:
    return Prospects.of(tree)


def test_at_the_start_a_lawsuit_is_neither_sure_nor_in_ones_hands(prospects: Prospects) -> None:
    assert prospects.statuses("overdue")["litigation"] is Status.AT_RISK


@pytest.mark.parametrize("node", ["overdue", "prepare", "call", "refused", "wait", "who-contacts"])
def test_nobody_has_to_pay_a_stranger_or_give_a_defence_up(prospects: Prospects, node: str) -> None:
    for harm in ("fraud-harm", "lost-defences", "punishment"):
        assert prospects.statuses(node)[harm] is Status.AVOIDABLE


@pytest.mark.parametrize("node", ["wait", "call", "prepare", "refused", "improve-offer", "mediation"])
def test_while_nothing_is_agreed_the_lender_may_sue(prospects: Prospects, node: str) -> None:
    assert prospects.statuses(node)["litigation"] is Status.AT_RISK


def test_ignoring_court_papers_loses_defences_for_sure_and_risks_a_default_judgment(
    prospects: Prospects,
) -> None:
    for node, to in (
        ("court-papers", "papers-unread"),
        ("sued", "ignore-papers"),
        ("hearing", "ignore-papers"),
    ):
        ignoring = next(c for c in prospects.choices(node) if c.choice.to == to)
        assert ignoring.statuses["lost-defences"] in (Status.CERTAIN, Status.INCURRED)
        assert ignoring.statuses["default-judgment"] is Status.AT_RISK
        assert "lost-defences" in ignoring.closes
    assert prospects.statuses("sued")["default-judgment"] is Status.AVOIDABLE


def test_paying_in_full_leaves_every_door_open_but_the_record(tree: Tree, prospects: Prospects) -> None:
    statuses = prospects.statuses("pay-in-full")
    assert {harm for harm in tree.consequences if statuses[harm] not in ALL} == {"credit-damage"}


@pytest.mark.parametrize("node", ["check-plan", "counter-offer", "settlement-doc"])
def test_to_sign_a_plan_is_not_yet_to_keep_it(prospects: Prospects, node: str) -> None:
    statuses = prospects.statuses(node)
    for harm in ("enforcement", "credit-damage"):
        assert statuses[harm] is Status.AT_RISK
    for harm in ("fraud-harm", "lost-defences", "punishment"):
        assert statuses[harm] in ALL


HELP = {
    "improve-offer",
    "complaint",
    "verify-caller",
    "verify-court",
    "po-objection",
    "hearing",
    "enf-objection",
    "legal-advice",
    "mediation",
    "third-party",
    "conduct-complaint",
    "harassed",
    "old-debt",
}


def test_asking_checking_objecting_and_seeking_help_close_no_grave_door(
    tree: Tree, prospects: Prospects
) -> None:
    for node in tree.nodes.values():
        if node.kind is Kind.DECISION:
            for taken in prospects.choices(node.id):
                grave = {harm for harm in taken.closes if tree.consequences[harm].severity >= 3}
                assert taken.choice.to not in HELP or not grave, (node.id, taken.choice.id, grave)


CARELESS = {
    "put-off",
    "wait",
    "papers-unread",
    "ignore-papers",
    "po-ignored",
    "money-to-stranger",
    "defence-given-up",
    "refusal-course",
    "agent-offer",
}


def test_no_careless_choice_is_the_better_one_for_a_grave_harm(tree: Tree, prospects: Prospects) -> None:
    for node in tree.nodes.values():
        for harm, consequence in tree.consequences.items():
            advised = prospects.advice(node.id, harm)
            if consequence.severity >= 3 and 0 < len(advised) < len(node.choices):
                careless = {choice.to for choice in advised} & CARELESS
                known = prospects.statuses(node.id)[harm] is Status.INCURRED
                assert not careless or known or node.id == "time-barred", (node.id, harm, careless)


def test_who_reports_truly_need_not_be_listed(prospects: Prospects) -> None:
    statuses = prospects.statuses("report-property")
    assert statuses["dishonest-list"] is Status.AVOIDABLE
    assert statuses["punishment"] is Status.AVOIDABLE
    assert statuses["consumption-limits"] is Status.AT_RISK


def test_past_a_judgment_nothing_of_the_time_before_comes_back(prospects: Prospects) -> None:
    for node in ("pay-judgment", "enforcement", "report-property", "limits", "listed"):
        statuses = prospects.statuses(node)
        for harm in ("default-judgment", "collection", "debt-transfer", "fraud-harm"):
            assert statuses[harm] is Status.IMPOSSIBLE, (node, harm)


def test_from_every_node_an_end_can_be_forced(tree: Tree, prospects: Prospects) -> None:
    assert [node for node in tree.nodes if not prospects.together(node, ())] == []


def test_only_the_person_closes_a_door_by_a_choice_that_says_so(tree: Tree, prospects: Prospects) -> None:
    """Defences, money and freedom are lost at decisions, behind a caution, or had been lost before."""
    for node in tree.nodes.values():
        for taken in prospects.choices(node.id):
            if {"fraud-harm", "lost-defences"} & set(taken.closes):
                assert node.kind is Kind.DECISION, node.id
                assert taken.choice.caution or taken.choice.id == "already", (node.id, taken.choice.id)


@pytest.mark.parametrize(
    ("node", "never"),
    [
        ("payment-order", "po-ignored"),
        ("sued", "ignore-papers"),
        ("court-papers", "papers-unread"),
        ("verify-caller", "money-to-stranger"),
        ("agent-offer", "money-to-stranger"),
    ],
)
def test_nobody_is_shown_how_to_avoid_one_thing_by_ignoring_a_court_or_paying_a_stranger(
    prospects: Prospects, tree: Tree, node: str, never: str
) -> None:
    shown = 0
    for harm, status in prospects.statuses(node).items():
        if status is Status.AVOIDABLE:
            example, plan = prospects.example(node, harm), prospects.careful_plan(node, [harm])
            assert example is not None
            assert plan is not None
            assert never not in example.nodes
            taken = tree.nodes[node].choice(plan[node])
            assert taken is not None
            assert taken.to != never
            shown += 1
    assert shown
