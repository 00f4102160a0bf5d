"""What is needed first is a few keys from the first screen, in both guides."""

from collections.abc import Iterable

import pytest

from debttree.journey.page_words import words_at
from debttree.model import CRISIS, Tree
from tests.content.test_bundled_trees import LANGUAGES, tree
from tests.content.ways import shortest

__all__ = ["tree"]


def keys_to(tree: Tree, goals: Iterable[str]) -> int:
    """The fewest keys: the choices from the first screen, or `!` and one more and the choices from there."""
    wanted = list(goals)
    ways = [shortest(tree, [tree.root], wanted)]
    urgent = [shortest(tree, [entry.to], wanted) for entry in tree.urgent]
    return min(
        [len(way.steps) for way in ways if way is not None]
        + [2 + len(way.steps) for way in urgent if way is not None]
    )


def test_the_crisis_line_a_courts_date_a_number_and_aid_are_near(tree: Tree) -> None:
    papers = {
        "sued",
        "payment-order",
        "preservation",
        "lawsuit",
        "preserved",
        "unclear-paper",
    } & tree.nodes.keys()
    official = [
        node.id for node in tree.nodes.values() if any(tree.contacts[name].phone for name in node.contacts)
    ]
    aid = [node.id for node in tree.nodes.values() if "local-government" in node.contacts]
    assert keys_to(tree, (node.id for node in tree.nodes.values() if CRISIS in node.tags)) <= 2
    assert all(keys_to(tree, [paper]) <= 3 for paper in papers)
    assert keys_to(tree, official) <= 3
    assert keys_to(tree, aid) <= 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_whose_name_was_misused_reaches_the_police_and_two_ends_of_his_own(tree: Tree, language: str) -> None:
    assert keys_to(tree, ["not-mine"]) <= 4
    assert "110" in words_at(tree, "not-mine", language)
    ways = {choice.to for node in ("not-mine", "not-mine-answer") for choice in tree.nodes[node].choices}
    assert {"not-mine-cleared", "not-mine-open"} <= ways
    assert not ways & {"complain", "prepare", "nothing-owed", "cleared"}
    assert "12378" in words_at(tree, "not-mine-open", language)
