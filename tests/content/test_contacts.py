"""Whom to ring: the bundled guides name it beside every step that speaks of it, in danger to life before all else."""

import re
from collections.abc import Iterator

import pytest

from debttree.journey import begin
from debttree.journey.contacts import helper
from debttree.model import CRISIS, Node, Party, Tree
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.card import rows
from debttree.tui.kit.page import plain
from tests.content.test_bundled_trees import LANGUAGES, REVIEWED, texts_of, tree

__all__ = ["tree"]


NOT_FOUND = {
    "courts": {"cost"},
    "finance-regulator": {"cost"},
    "local-government": {"cost"},
    "spam-calls": {"cost"},
    "anti-fraud": {"hours", "cost"},
    "internet-finance": {"hours", "cost"},
    "court-lookup": {"hours"},
}
"""Of which contact no public page was found that says when it answers, or what it costs: nothing is claimed there."""


def test_a_contact_says_when_what_it_costs_and_on_which_day_that_was_seen(tree: Tree) -> None:
    for contact in tree.contacts.values():
        assert contact.checked is not None, contact.id
        said = {"hours": contact.hours, "cost": contact.cost}
        assert {name for name, text in said.items() if text is None} == NOT_FOUND.get(contact.id, set()), (
            contact.id
        )


def said_at(node: Node) -> set[str]:
    """The runs of digits in what a step says."""
    words = [
        wording for text in texts_of(node) for wording in (text.wording(lang).text for lang in LANGUAGES)
    ]
    return set(re.findall(r"(?<![\d.,])\d{3,5}(?![\d.,]*\d)", "\n".join(words)))


def test_a_number_that_a_step_speaks_of_is_one_of_its_contacts(tree: Tree) -> None:
    phones = {contact.phone: name for name, contact in tree.contacts.items() if contact.phone}
    assert phones
    for node in tree.nodes.values():
        spoken = {phones[number] for number in said_at(node) & phones.keys()}
        assert spoken <= set(node.contacts), node.id


def on_the_card(tree: Tree, node: str, columns: int = 80) -> Iterator[str]:
    """The numbers of a step that its card shows on a screen so wide, whatever the language."""
    journey = begin(tree).jump(node)
    cards = [
        "\n".join(plain(row.left) for row in rows(Scene(tree, journey, language, REVIEWED), columns))
        for language in LANGUAGES
    ]
    for name in tree.nodes[node].contacts:
        phone = tree.contacts[name].phone
        if phone and all(f"{phone} " in card for card in cards):
            yield phone


def test_a_number_on_the_card_is_not_said_again_in_the_step(tree: Tree) -> None:
    """The words name the service; its digits stay in them only where 80 columns do not show them on the card."""
    shown = {node.id: set(on_the_card(tree, node.id)) for node in tree.nodes.values()}
    assert sum(map(len, shown.values())) > 20
    assert {node: said_at(tree.nodes[node]) & phones for node, phones in shown.items()} == {
        node: set() for node in shown
    }


def test_in_danger_to_life_a_narrow_card_shows_every_number_too(tree: Tree) -> None:
    lists = [node for node in tree.nodes.values() if CRISIS in node.tags]
    assert lists
    for node in lists:
        for language in LANGUAGES:
            shown = rows(Scene(tree, begin(tree).jump(node.id), language, REVIEWED), 40)[0]
            assert {"12356", "120", "110"} <= set(re.findall(r"\d+", plain(shown.left))), node.id


def test_nobody_is_sent_to_the_support_line_about_a_date(tree: Tree) -> None:
    for node in tree.nodes.values():
        asked = helper(tree, node.id) if node.deadlines and CRISIS not in node.tags else None
        assert asked is None or asked.id != "support-line", node.id


def test_where_you_have_a_last_day_there_is_somebody_to_ask(tree: Tree) -> None:
    for node in tree.nodes.values():
        if any(deadline.by is Party.YOU for deadline in node.deadlines):
            assert "legal-aid" in node.contacts, node.id


def test_in_danger_to_life_the_support_line_comes_first_then_those_who_come(tree: Tree) -> None:
    lists = [node.contacts for node in tree.nodes.values() if "crisis" in node.tags]
    lists += [entry.contacts for entry in tree.urgent if "crisis" in tree.nodes[entry.to].tags]
    assert len(lists) > 1
    assert {contacts[:3] for contacts in lists} == {("support-line", "ambulance", "police")}


def test_every_urgent_way_says_whom_to_ring(tree: Tree) -> None:
    assert all(entry.contacts for entry in tree.urgent)


def test_an_event_is_declared_where_several_deadlines_hang_on_it(tree: Tree) -> None:
    deadlines = [deadline for node in tree.nodes.values() for deadline in node.deadlines]
    words = [deadline.event for deadline in deadlines if deadline.on is None]
    assert len(words) == len(set(words)), "one event, two texts of their own"
    for event in tree.events:
        assert sum(deadline.on == event for deadline in deadlines) > 1, event


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reminder_for_the_phone_fits_on_one_line(tree: Tree, language: str) -> None:
    from wcwidth import wcswidth

    assert 0 < wcswidth(tree.line(tree.call_reminder, language)) <= 60
