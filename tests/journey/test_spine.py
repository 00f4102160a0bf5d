"""The spine of a journey: its stops and the doors that were not taken."""

from debttree.journey import begin
from debttree.journey.spine import stage_number, stops
from tests.analysis.trees import sketched


def test_each_stop_names_the_choices_that_were_not_taken_in_file_order() -> None:
    tree = sketched({"a": ("d", ["b", "c", "b"]), "b": ("q", ["e", "a"]), "c": ("o", []), "e": ("o", [])})
    journey = begin(tree).take(tree, "b-2").take(tree, "a").jump("b").jump("c")
    found = [
        (stop.node, stop.taken.id if stop.taken else None, [door.choice.id for door in stop.doors])
        for stop in stops(tree, journey, 9)
    ]
    assert found == [
        ("a", "b-2", ["b", "c"]),
        ("b", "a", ["e"]),
        ("a", None, ["b", "c", "b-2"]),
        ("b", None, ["e", "a"]),
        ("c", None, []),
    ]


def test_doors_are_cut_and_counted_and_a_single_one_more_is_named() -> None:
    tree = sketched({"a": ("d", ["b"] * 5_000), "b": ("d", ["c"] * 5), "c": ("o", [])})
    first, second, last = stops(tree, begin(tree).take(tree, "b-3").take(tree, "c-5"), 3)
    assert [door.number for door in first.doors] == [1, 2, 4]
    assert first.more == 4_996
    assert [door.number for door in second.doors] == [1, 2, 3, 4]
    assert second.more == last.more == 0


def test_a_node_without_a_stage_is_in_none() -> None:
    tree = sketched({"a": ("o", [])})
    assert stage_number(tree, "a") == 0
