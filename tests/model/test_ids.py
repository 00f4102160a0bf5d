"""Ids, and the ids that choices have by default."""

import pytest

from debttree.model import default_choice_ids, is_id, look


@pytest.mark.parametrize("name", ["a", "court-papers", "逾期", "a_1", "1st", "é", "क्षमा", "x" * 64])
def test_ids_of_any_script(name: str) -> None:
    assert is_id(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "-a",
        "_a",
        "a.b",
        "a:b",
        "a,b",
        "a b",
        "x" * 65,
        "e\u0301",
        "a\x1b",
        "a\u202eb",
        "a/b",
        "①",
        "a\n",
        "\u3164",
        "a\ufe0f",
        "a\u115f",
    ],
)
def test_what_is_no_id(name: str) -> None:
    assert not is_id(name)


def test_a_choice_is_called_after_its_target_and_later_ones_are_numbered() -> None:
    assert default_choice_ids(["a", "b"], [None, None]) == ["a", "b"]
    assert default_choice_ids(["a", "a", "a"], [None, None, None]) == ["a", "a-2", "a-3"]


def test_numbers_skip_ids_that_the_file_gives() -> None:
    assert default_choice_ids(["a", "a", "a"], [None, "a-2", None]) == ["a", "a-2", "a-3"]
    assert default_choice_ids(["a", "b"], [None, "a"]) == ["a-2", "a"]


def test_ids_that_look_alike() -> None:
    assert look("Plan") == look("plan") == look("\uff50lan")
    assert look("plan") == look("pl\u0430n") == look("pl\u200dan")  # a Cyrillic letter, a joiner
    assert look("plan") != look("plans")
    assert look("计划") != look("计算")


def test_many_choices_of_one_target_are_numbered_in_one_walk() -> None:
    ids = default_choice_ids(["a"] * 50_000, [None] * 50_000)  # minutes, were each number tried anew
    assert (ids[0], ids[1], ids[-1]) == ("a", "a-2", "a-50000")
