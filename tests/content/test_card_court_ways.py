"""What the lawyer's reading mended in the card guide: no paper from a court leads past a right that may be left."""

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
    ("old-debt", "old-debt-advice"),
    ("retrial", "retrial-silent"),
]


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


CARELESS = {
    "no-agreement",
    "scammed",
    "proof-kept",
    "arb-absent",
    "order-missed",
    "stayed-away",
    "not-reporting",
}


def test_whatever_is_marked_in_the_card_guide_is_careless(card: Tree) -> None:
    """Marked once: "get advice first; pay and sign nothing", and "it is from arbitrators"."""
    prospects = Prospects.of(card)
    marked = {
        taken.choice.to: taken.choice.label.wording("en").text
        for node in card.nodes
        for taken in prospects.choices(node)
        if taken.marks
    }
    assert marked.keys() == CARELESS
    assert not [label for label in marked.values() if "advice" in label]


def test_a_missed_instalment_of_an_enforceable_plan_is_not_enforced_before_the_bank_applies(
    card: Tree,
) -> None:
    assert Prospects.of(card).setbacks("plan-enforceable")["enforcement"] == 1
    assert "enforcement" not in {choice.to for choice in card.nodes["plan-running"].choices}
