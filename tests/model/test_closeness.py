"""What is nearest to what was typed: an exact id, then ids that begin so, then titles."""

import pytest

from debttree.model import Closeness, closeness


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("plan", Closeness.ID),
        ("ＰＬＡＮ ", Closeness.ID),
        ("pla", Closeness.ID_BEGINS),
        ("还款计划", Closeness.TITLE),
        ("还款", Closeness.TITLE_BEGINS),
        ("计划", Closeness.ELSE),
        ("lan", Closeness.ELSE),
        ("", Closeness.ELSE),
    ],
)
def test_an_exact_id_is_nearest_then_what_begins_so(typed: str, found: Closeness) -> None:
    assert closeness(typed, "plan", "还款计划") is found
