"""Did you mean: the nearest name, however many there are and whatever was typed."""

import pytest

from debttree.model import did_you_mean, nearest


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("plan", "plan"),
        ("PLAN", "plan"),
        ("plam", "plan"),
        ("逾其天数", "逾期天数"),
        ("zzz", None),
        ("", None),
    ],
)
def test_the_nearest_name_or_none(name: str, found: str | None) -> None:
    assert nearest(name, ["court", "plan", "逾期天数"]) == found


def test_a_name_that_differs_in_case_alone_comes_before_one_that_looks_alike() -> None:
    assert nearest("Plan-B", ["plan-c", "plan-b"]) == "plan-b"


def test_a_name_that_is_the_only_one_to_begin_so_is_meant() -> None:
    assert nearest("collection", ["court", "collection-call-in-the-night"]) == "collection-call-in-the-night"
    assert nearest("cou", ["court-papers-in-hand", "court-order-in-hand"]) is None


def test_of_very_many_names_only_those_that_begin_alike_and_are_as_long_are_compared() -> None:
    many = [f"node-{number}" for number in range(20_000)]
    assert nearest("court-papes", [*many, "court-papers"]) == "court-papers"
    assert nearest("NODE-19999", many) == "node-19999"
    assert nearest("xourt-papers", [*many, "court-papers"]) is None
    assert nearest("court-pap", [*many, "court-papers"]) == "court-papers"


def test_no_hint_where_nothing_is_near() -> None:
    assert did_you_mean("zzz", ["plan"]) is None
