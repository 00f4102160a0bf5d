"""What the readings mended in the card guide: no paper leads past a right that may be left, no room is missing."""

import pytest

from debttree.analysis import Prospects
from debttree.model import Tree
from tests.content.test_bundled_trees import tree_of

WAYS = [
    ("judgment", "judgment-absent"),
    ("judgment-absent", "judgment-choice"),
    ("judgment-late", "judgment-choice"),
    ("court-papers", "false-court"),
    ("court-papers", "arbitration"),
    ("court-papers", "ruling"),
    ("enforcement-remedies", "retrial-enforced"),
    ("retrial", "retrial-silent"),
    ("judgment-choice", "appeal-result"),
    ("court-result", "case-pending"),
    ("enforcement-answer", "wages-deducted"),
    ("who-calls", "lawyer-letter"),
    ("collection", "family-called"),
    ("old-debt", "old-debt-advice"),
    ("old-debt-advice", "old-debt-stands"),
    ("plan-running", "plan-missed"),
    ("plan-answer", "plan-running"),
    ("plan-answer", "transferred"),
    ("budget", "several-debts"),
    ("budget", "student"),
    ("budget", "no-money"),
    ("late", "court-lookup"),
    ("paid", "paid-pressed"),
    ("agents-refused", "article-70"),
]

CARELESS = {
    "no-agreement",
    "scammed",
    "proof-kept",
    "arb-absent",
    "order-missed",
    "stayed-away",
    "not-reporting",
}


@pytest.fixture(scope="module")
def card() -> Tree:
    return tree_of("credit-card-overdue")


@pytest.mark.parametrize(("node", "to"), WAYS)
def test_a_way_leads_on(card: Tree, node: str, to: str) -> None:
    assert to in {choice.to for choice in card.nodes[node].choices}


@pytest.mark.parametrize("node", ["judgment-absent", "order-count"])
@pytest.mark.parametrize(("language", "today"), [("zh", "不要从今天起数"), ("en", "don't count")])
def test_a_day_of_service_that_nobody_knows_is_not_taken_to_be_today(
    card: Tree, node: str, language: str, today: str
) -> None:
    text = card.nodes[node].text
    assert text is not None
    assert today in text.wording(language).text


def test_one_who_never_knew_of_the_case_is_not_told_at_once_that_it_is_final(card: Tree) -> None:
    never_knew = next(choice for choice in card.nodes["judgment"].choices if choice.id == "never-knew")
    assert never_knew.to == "judgment-absent"


def test_a_missed_instalment_of_an_enforceable_plan_is_not_enforced_before_the_bank_applies(
    card: Tree,
) -> None:
    assert Prospects.of(card).setbacks("plan-enforceable")["enforcement"] == 1
    assert "enforcement" not in {choice.to for choice in card.nodes["plan-running"].choices}


def test_whatever_is_marked_is_careless_or_waits(card: Tree) -> None:
    prospects = Prospects.of(card)
    marked = {taken.choice.to for node in card.nodes for taken in prospects.choices(node) if taken.marks}
    assert marked <= CARELESS
