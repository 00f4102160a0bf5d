"""What a tree says about itself: whose words are shown, what has run out, what is due."""

import datetime as dt
from dataclasses import replace

import pytest

from debttree.model import Source, Text, Tree, Trouble, find_consequence, find_node
from tests.analysis.trees import sketched

TREE = sketched({"court-papers": ("d", ["plan"]), "plan": ("o", [])}, {"plan": ["litigation"]})


def source(valid_from: str | None = None, valid_until: str | None = None) -> Source:
    days = [None if day is None else dt.date.fromisoformat(day) for day in (valid_from, valid_until)]
    return Source("law", Text.of("Law"), valid_from=days[0], valid_until=days[1])


@pytest.mark.parametrize(
    ("today", "expired", "not_yet_valid"),
    [
        ("2020-12-31", False, True),
        ("2021-01-01", False, False),
        ("2026-12-31", False, False),
        ("2027-01-01", True, False),
    ],
)
def test_the_first_and_the_last_day_of_a_law_are_valid(
    today: str, expired: bool, not_yet_valid: bool
) -> None:
    law = source("2021-01-01", "2026-12-31")
    day = dt.date.fromisoformat(today)
    assert (law.expired(day), law.not_yet_valid(day)) == (expired, not_yet_valid)


def test_a_law_without_dates_is_valid_on_every_day() -> None:
    for day in (dt.date.min, dt.date.max):
        assert not source().expired(day)
        assert not source().not_yet_valid(day)


@pytest.mark.parametrize(
    ("reviewed", "days", "due"),
    [
        (dt.date(2026, 1, 1), 180, dt.date(2026, 6, 30)),
        (None, 180, None),
        (dt.date(2026, 1, 1), None, None),
        (dt.date(9999, 12, 1), 36_500, dt.date.max),
    ],
)
def test_a_review_is_due_only_where_the_tree_says_when(
    reviewed: dt.date | None, days: int | None, due: dt.date | None
) -> None:
    assert replace(TREE, reviewed=reviewed, review_after_days=days).review_due() == due


@pytest.mark.parametrize(
    ("languages", "language", "words"),
    [
        (("zh", "en"), "en", "Bill"),
        (("zh", "en"), "fr", "账单"),  # the tree's first language, not the text's
        ((), "fr", "Bill"),  # nothing is promised: what was written first
    ],
)
def test_words_fall_back_to_the_first_language_of_the_tree(
    languages: tuple[str, ...], language: str, words: str
) -> None:
    tree: Tree = replace(TREE, languages=languages)
    assert tree.words(Text.of({"en": "Bill", "zh": "账单"}), language) == words
    assert tree.words(None, language) == ""


def test_a_line_is_the_words_on_one_line() -> None:
    assert TREE.line(Text.of("A bill\n\nis overdue"), "en") == "A bill is overdue"
    assert TREE.line(None, "en") == ""


def test_the_gravest_of_several_consequences_counts_and_one_that_nobody_declared_weighs_nothing() -> None:
    tree = sketched({"a": ("o", [])}, {"a": ["call", "suit"]}, {"call": 2, "suit": 4})
    assert [tree.severity(names) for names in (["call"], ["call", "suit"], ["ghost"], [])] == [2, 4, 0, 0]


def test_an_unknown_name_says_which_one_is_nearest() -> None:
    assert find_node(TREE, "plan").id == "plan"
    assert find_consequence(TREE, "litigation").id == "litigation"
    with pytest.raises(Trouble, match="There is no node") as caught:
        find_node(TREE, "court-paper")
    assert caught.value.hint is not None
    assert caught.value.hint.values == {"name": "court-papers"}
    with pytest.raises(Trouble, match="There is no consequence") as caught:
        find_consequence(TREE, "plan")  # a node's name is no consequence's
    assert caught.value.hint is None
