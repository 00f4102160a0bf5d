"""What a debtor at midnight looked for and did not find: each has a door, and a number that can answer."""

import pytest

from debttree.journey.page_words import words_at
from debttree.model import CRISIS, Tree
from tests.content.test_bundled_trees import tree, tree_of

__all__ = ["tree"]

DOORS = [
    ("alipay-overdue", "who-contacts", "sign-today"),
    ("alipay-overdue", "read-contract", "credit-card"),
    ("credit-card-overdue", "who-calls", "lawyer-letter"),
    ("credit-card-overdue", "who-calls", "police-call"),
    ("credit-card-overdue", "who-calls", "paid-pressed"),
    ("credit-card-overdue", "criminal-line", "police-call"),
    ("credit-card-overdue", "budget", "others-card"),
    ("credit-card-overdue", "paid", "paid-pressed"),
]


@pytest.mark.parametrize(("name", "node", "to"), DOORS)
def test_a_door_leads_there(name: str, node: str, to: str) -> None:
    assert to in {choice.to for choice in tree_of(name).nodes[node].choices}


@pytest.mark.parametrize(("language", "words"), [("zh", "国外"), ("en", "abroad")])
def test_somebody_abroad_is_told_what_to_do(tree: Tree, language: str, words: str) -> None:
    assert any(
        words in words_at(tree, node, language) for node in ("prepare", "cannot-ring") if node in tree.nodes
    )


def test_danger_to_life_stands_first_of_what_is_urgent(tree: Tree) -> None:
    assert CRISIS in tree.nodes[tree.urgent[0].to].tags


def test_nobody_in_danger_reads_that_this_is_a_consequence(tree: Tree) -> None:
    assert {node.stage for node in tree.nodes.values() if CRISIS in node.tags} == {"recovery"}


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "法院服务热线查不到"), ("en", "courts' line won't find it")]
)
def test_who_is_told_that_the_courts_line_does_not_know_is_not_sent_to_it(
    tree: Tree, language: str, words: str
) -> None:
    told = [node for node in tree.nodes.values() if words in words_at(tree, node.id, language)]
    assert told
    assert all("courts" not in node.contacts for node in told)


def test_about_enforcement_or_a_crime_the_card_names_somebody_who_knows_the_law() -> None:
    nodes = tree_of("credit-card-overdue").nodes
    for name in ("enforcement", "criminal-line"):
        assert nodes[name].contacts[0] in ("courts", "legal-aid"), name


def test_a_card_frozen_this_morning_is_asked_for_no_ruling_that_comes_much_later() -> None:
    assert tree_of("credit-card-overdue").nodes["frozen"].deadlines == ()


def test_who_has_paid_the_card_is_not_led_to_a_new_plan_unless_the_bank_names_a_debt() -> None:
    card = tree_of("credit-card-overdue")
    ways = {choice.to for node in ("paid-pressed", "paid-answer") for choice in card.nodes[node].choices}
    assert ways == {"paid-answer", "court-papers", "cleared", "budget", "paid-open"}
