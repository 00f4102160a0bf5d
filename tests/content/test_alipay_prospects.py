"""What the Alipay tree says about open doors, read as a person would read it."""

import pytest

from debttree.analysis import Mark, Prospects, Status, Ways
from debttree.model import Kind, Tree
from tests.content.test_bundled_trees import tree_of

ALL = (Status.IMPOSSIBLE, Status.AVOIDABLE, Status.HOLDABLE)


@pytest.fixture(scope="module")
def tree() -> Tree:
    return tree_of("alipay-overdue")


@pytest.fixture(scope="module")
def prospects(tree: Tree) -> Prospects:
    return Prospects.of(tree)


def test_at_the_start_it_hangs_on_the_facts_whether_there_is_a_suit(prospects: Prospects) -> None:
    assert prospects.statuses("overdue")["litigation"] is Status.AT_RISK
    assert prospects.setbacks("overdue")["litigation"] == 0


@pytest.mark.parametrize("node", ["first-time", "prepare", "call", "refused", "wait", "can-pay"])
def test_before_a_court_has_written_a_suit_takes_an_answer_of_somebody_else(
    prospects: Prospects, node: str
) -> None:
    assert prospects.setbacks(node)["litigation"] == 1
    assert len(prospects.unfavourable(node, "litigation")) == 1


@pytest.mark.parametrize("node", ["prepare", "call", "refused", "wait", "no-money", "counter-offer"])
def test_nobody_has_to_pay_a_stranger_or_be_punished(prospects: Prospects, node: str) -> None:
    for harm in ("fraud-harm", "punishment"):
        assert prospects.statuses(node)[harm] in (Status.AVOIDABLE, Status.HOLDABLE)


@pytest.mark.parametrize("node", ["prepare", "call", "refused", "wait", "counter-offer"])
def test_defences_are_lost_by_no_choice_alone_for_a_summons_may_never_arrive(
    prospects: Prospects, node: str
) -> None:
    assert prospects.statuses(node)["lost-defences"] is Status.AT_RISK
    assert (prospects.setbacks(node)["lost-defences"] or 0) >= 2


def test_what_somebody_has_met_already_is_no_choice_of_theirs(prospects: Prospects) -> None:
    for node, harm in (
        ("agent-offer", "fraud-harm"),
        ("old-debt", "lost-defences"),
        ("enforcement", "default-judgment"),
        ("enforcement", "lost-defences"),
    ):
        assert prospects.setbacks(node)[harm] == 0, (node, harm)


@pytest.mark.parametrize("node", ["wait", "call", "prepare", "refused", "improve-offer", "mediation"])
def test_while_nothing_is_agreed_the_lender_may_sue(prospects: Prospects, node: str) -> None:
    assert prospects.statuses(node)["litigation"] is Status.AT_RISK


def test_after_they_go_on_calling_a_suit_and_enforcement_are_still_ahead(
    tree: Tree, prospects: Prospects
) -> None:
    calling = next(choice for choice in prospects.choices("wait") if choice.choice.to == "arrears-remain")
    for harm in ("litigation", "enforcement", "dishonest-list"):
        assert calling.statuses[harm] is Status.AT_RISK
        assert calling.setbacks[harm] is not None
    assert tree.nodes["arrears-remain"].goes_on


def marked_choices(tree: Tree, prospects: Prospects) -> dict[tuple[str, str], dict[str, Mark]]:
    """Of each marked choice, by its node and target, what it is marked with."""
    return {
        (node.id, taken.choice.to): dict(taken.marks)
        for node in tree.nodes.values()
        for taken in prospects.choices(node.id)
        if taken.marks
    }


@pytest.mark.parametrize(
    ("node", "to", "harm"),
    [
        ("defend", "ignore-papers", "lost-defences"),
        ("small-claims", "ignore-papers", "lost-defences"),
        ("arb-deny", "arb-absent", "lost-defences"),
        ("appeal-filed", "judgment-missed", "lost-defences"),
        ("improve-offer", "wait", "collection"),
        ("court-papers", "papers-unread", "lost-defences"),
        ("verify-caller", "money-to-stranger", "fraud-harm"),
        ("sale-claimed", "money-to-stranger", "fraud-harm"),
        ("payment-order", "po-ignored", "lost-defences"),
        ("report-property", "refusal-course", "punishment"),
    ],
)
def test_what_makes_it_worse_is_marked(
    tree: Tree, prospects: Prospects, node: str, to: str, harm: str
) -> None:
    assert marked_choices(tree, prospects)[node, to][harm] is Mark.NOW


@pytest.mark.parametrize(
    "node", ["plan-terms", "plan-unwritten", "counter-offer", "no-money", "agent-refuse", "unclear-paper"]
)
def test_no_careful_step_is_marked(tree: Tree, prospects: Prospects, node: str) -> None:
    """Where a plan is read stood a warning on "too high", on "they won't write it down", and none on agreeing."""
    marked = {to for source, to in marked_choices(tree, prospects) if source == node}
    assert marked <= {"money-to-stranger"}


def test_checking_first_whether_papers_are_real_is_not_marked(tree: Tree, prospects: Prospects) -> None:
    assert ("court-papers", "verify-court") not in marked_choices(tree, prospects)
    assert ("court-papers", "which-paper") not in marked_choices(tree, prospects)


def test_marks_stand_at_decisions_alone_and_leave_one_choice_of_each_free(
    tree: Tree, prospects: Prospects
) -> None:
    for node in tree.nodes.values():
        choices = prospects.choices(node.id)
        if node.kind is Kind.DECISION:
            assert any(not choice.marks for choice in choices), node.id
        else:
            assert not any(choice.marks for choice in choices), node.id


@pytest.mark.parametrize(
    ("start", "never"),
    [("defend", "ignore-papers"), ("court-papers", "papers-unread"), ("payment-order", "po-ignored")],
)
def test_no_way_that_argues_for_the_worse_stands_before_one_that_does_not(
    tree: Tree, prospects: Prospects, start: str, never: str
) -> None:
    found = [way for _, way in zip(range(50), Ways(tree, start), strict=False)]
    through = [any((s.node, s.to) == (start, never) for s in way.path.steps) for way in found]
    assert found
    assert through == sorted(through)
    marked = [
        sum(bool(prospects.marks(step.node).get(step.choice or "")) for step in way.path.steps)
        for way in found
    ]
    assert marked == sorted(marked)


@pytest.mark.parametrize("start", ["prepare", "no-money", "wait", "plan-late"])
def test_the_safest_way_of_somebody_who_owes_is_a_plan_and_no_lucky_fact(tree: Tree, start: str) -> None:
    """It once was "nothing is unpaid", "it is another's debt", or a court paper that nobody had read."""
    first = next(iter(Ways(tree, start)))
    assert first.path.end == "plan-agreed"


@pytest.mark.parametrize("name", ["alipay-overdue", "credit-card-overdue", "tutorial"])
def test_a_way_supposes_every_fact_that_it_passes(name: str) -> None:
    tree = tree_of(name)
    for node in tree.nodes.values():
        for _, way in zip(range(3), Ways(tree, node.id), strict=False):
            asked = [s for s in way.path.steps if tree.nodes[s.node].kind in (Kind.QUESTION, Kind.CHANCE)]
            assert list(way.supposes) == asked


def test_ignoring_court_papers_loses_defences_for_sure_and_risks_a_default_judgment(
    prospects: Prospects,
) -> None:
    for node, to in (
        ("court-papers", "papers-unread"),
        ("defend", "ignore-papers"),
        ("hearing", "ignore-papers"),
    ):
        ignoring = next(c for c in prospects.choices(node) if c.choice.to == to)
        assert ignoring.statuses["lost-defences"] in (Status.CERTAIN, Status.INCURRED)
        assert ignoring.statuses["default-judgment"] is Status.AT_RISK
        assert "lost-defences" in ignoring.marks


def test_paying_in_full_leaves_every_door_open_but_the_record(tree: Tree, prospects: Prospects) -> None:
    statuses = prospects.statuses("pay-in-full")
    assert {harm for harm in tree.consequences if statuses[harm] not in ALL} == {"credit-damage"}


@pytest.mark.parametrize("node", ["plan-terms", "counter-offer", "settlement-doc"])
def test_to_sign_a_plan_is_not_yet_to_keep_it(prospects: Prospects, node: str) -> None:
    statuses = prospects.statuses(node)
    for harm in ("enforcement", "credit-damage"):
        assert statuses[harm] is Status.AT_RISK
    for harm in ("fraud-harm", "punishment"):
        assert statuses[harm] in ALL


@pytest.mark.parametrize("node", ["plan-kept", "settled-kept", "plan-enforceable", "settled-missed"])
def test_nothing_is_enforced_before_the_creditor_has_applied(prospects: Prospects, node: str) -> None:
    assert prospects.statuses(node)["enforcement"] is Status.AT_RISK
    assert prospects.setbacks(node)["enforcement"] == 1


@pytest.mark.parametrize(
    "node", ["absent-enforced", "order-enforced", "award-refusal", "notary-refusal", "enf-too-late"]
)
def test_a_remedy_against_enforcement_is_for_one_who_is_enforced_already(
    prospects: Prospects, node: str
) -> None:
    assert prospects.statuses(node)["enforcement"] is Status.INCURRED


@pytest.mark.parametrize("node", ["report-property", "limits"])
def test_to_one_in_enforcement_refusing_is_marked_with_what_is_new_to_them(
    prospects: Prospects, node: str
) -> None:
    """Marked with enforcement alone it lost its mark on the way there: that had been met before."""
    met = ["litigation", "growing-cost", "credit-damage", "enforcement", "consumption-limits"]
    marked = {taken.choice.to: dict(taken.marks) for taken in prospects.choices(node, met) if taken.marks}
    assert marked == {"refusal-course": {"punishment": Mark.NOW}}


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


def test_asking_checking_objecting_and_seeking_help_are_not_marked(tree: Tree, prospects: Prospects) -> None:
    assert not HELP & {to for _, to in marked_choices(tree, prospects)}


CARELESS = {
    "put-off",
    "wait",
    "papers-unread",
    "ignore-papers",
    "po-ignored",
    "money-to-stranger",
    "defence-given-up",
    "refusal-course",
    "arb-absent",
    "judgment-missed",
    "put-aside",
    "arrears-remain",
}


def test_whatever_is_marked_is_careless(tree: Tree, prospects: Prospects) -> None:
    assert {to for _, to in marked_choices(tree, prospects)} <= CARELESS


def test_who_reports_truly_is_not_punished_and_listed_only_if_others_go_on_against_them(
    prospects: Prospects,
) -> None:
    assert prospects.statuses("report-property")["punishment"] in ALL
    for harm in ("dishonest-list", "consumption-limits"):
        assert prospects.statuses("report-property")[harm] is Status.AT_RISK
        assert (prospects.setbacks("report-property")[harm] or 0) >= 2


@pytest.mark.parametrize("node", ["pay-judgment", "enforced-known", "report-property", "limits", "listed"])
def test_past_a_judgment_nobody_else_brings_back_what_was_before(prospects: Prospects, node: str) -> None:
    statuses = prospects.statuses(node)
    for harm in ("default-judgment", "lost-defences", "collection", "debt-transfer", "fraud-harm"):
        assert statuses[harm] in ALL, harm


def test_from_every_node_one_comes_to_an_end_who_keeps_at_it(tree: Tree, prospects: Prospects) -> None:
    assert [node for node in tree.nodes if prospects.together(node, ()) is None] == []


def test_what_is_marked_as_lost_for_good_says_so_before_it_is_taken(tree: Tree, prospects: Prospects) -> None:
    """Defences and money are lost at decisions, behind a caution, or had been lost before."""
    for node in tree.nodes.values():
        for taken in prospects.choices(node.id):
            if {"fraud-harm", "lost-defences"} & set(taken.marks):
                assert taken.choice.caution or taken.choice.id == "already", (node.id, taken.choice.id)


@pytest.mark.parametrize(
    ("node", "never"),
    [
        ("payment-order", "po-ignored"),
        ("defend", "ignore-papers"),
        ("small-claims", "ignore-papers"),
        ("court-papers", "papers-unread"),
        ("verify-caller", "money-to-stranger"),
        ("sale-claimed", "money-to-stranger"),
        ("agent-refuse", "money-to-stranger"),
    ],
)
def test_nobody_is_shown_how_to_avoid_one_thing_by_ignoring_a_court_or_paying_a_stranger(
    prospects: Prospects, tree: Tree, node: str, never: str
) -> None:
    shown = 0
    for harm, status in prospects.statuses(node).items():
        if status in (Status.AVOIDABLE, Status.HOLDABLE):
            example, plan = prospects.example(node, harm), prospects.plan(node, [harm])
            assert example is not None
            assert plan is not None
            assert never not in example.nodes
            taken = tree.nodes[node].choice(plan[node])
            assert taken is not None
            assert taken.to != never
            shown += 1
    assert shown
