"""A journey as a value: back and forward, changed answers, and nothing lost."""

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.journey import Journey, Note, begin
from debttree.model import JUMP, Choice, Kind, Node, Path, Step, Text, Tree
from tests.journey.worlds import walks, worlds

DAY = dt.date(2026, 11, 23)


def tree_of(arcs: dict[str, str]) -> Tree:
    """`{"a": "bc"}`: choices of a lead to b and c."""
    nodes = {
        name: Node(
            name,
            Kind.DECISION if targets else Kind.OUTCOME,
            Text.of(name),
            choices=tuple(Choice(to, Text.of(to), to) for to in targets),
        )
        for name, targets in arcs.items()
    }
    return Tree("letters", "0", Text.of("letters"), next(iter(nodes)), nodes)


LETTERS = tree_of({"a": "bc", "b": "d", "c": "d", "d": "ef", "e": "", "f": ""})


def walked(tree: Tree, way: str) -> Journey:
    journey = begin(tree)
    for choice in way:
        journey = journey.take(tree, choice)
    return journey


def letters(path: Path) -> str:
    return "".join(path.nodes)


def test_back_and_forward_take_the_same_way() -> None:
    journey = walked(LETTERS, "bde")
    assert journey.back().back().forward().forward() == journey
    assert journey.back().next_step == Step("d", "e", "e")
    assert begin(LETTERS).back() == begin(LETTERS)
    assert journey.forward() == journey


def test_taking_the_same_choice_again_keeps_what_is_ahead() -> None:
    journey = walked(LETTERS, "bde").back().back().back().take(LETTERS, "b")
    assert letters(journey.whole) == "abde"
    assert journey.earlier is None


def test_another_choice_keeps_later_answers_that_still_hold() -> None:
    journey = walked(LETTERS, "bde").back().back().back().take(LETTERS, "c")
    assert journey.next_step is None
    journey = journey.take(LETTERS, "d")
    assert journey.next_step == Step("d", "e", "e")
    assert letters(journey.forward().path) == "acde"


def test_an_early_answer_changed_lists_what_fell_away_and_brings_it_back() -> None:
    journey = walked(LETTERS, "bde")
    changed = journey.change(LETTERS, 1, "c")
    assert letters(changed.path) == "ac"
    assert changed.fallen == journey.path.steps
    assert changed.bring_back().path == journey.path
    assert changed.bring_back().bring_back().path == changed.path


def test_an_answer_changed_in_place_keeps_all_after_it() -> None:
    tree = tree_of({"a": "bc", "b": "d", "c": "b", "d": ""})
    changed = walked(tree, "bd").change(tree, 1, "c")
    assert letters(changed.path) == "ac"
    assert letters(changed.take(tree, "b").whole) == "acbd"
    direct = tree_of({"a": "bc", "b": "d", "d": "", "c": ""})
    parallel = Node(
        "a",
        Kind.DECISION,
        Text.of("a"),
        choices=(*direct.nodes["a"].choices, Choice("other", Text.of("x"), "b")),
    )
    two_ways = Tree("two", "0", Text.of("two"), "a", {**direct.nodes, "a": parallel})
    changed = walked(two_ways, "bd").change(two_ways, 1, "other")
    assert letters(changed.path) == "abd"
    assert changed.fallen == (Step("a", "b", "b"),)


def test_a_jump_keeps_what_was_met_and_can_be_taken_back() -> None:
    journey = walked(LETTERS, "b").jump("e")
    assert journey.path.steps[-1].is_jump
    assert journey.back().at == "b"


def test_notes_ticks_and_dates_stay_wherever_one_goes() -> None:
    journey = begin(LETTERS).noted("x", DAY).ticked(("a", "item")).dated(("a", "rule"), DAY)
    moved = journey.take(LETTERS, "b").back().take(LETTERS, "c")
    assert (moved.notes, moved.ticks, moved.dates) == (journey.notes, journey.ticks, journey.dates)
    assert moved.ticked(("a", "item")).ticks == frozenset()
    assert moved.dated(("a", "rule"), None).dates == {}
    assert not journey.is_blank
    assert begin(LETTERS).is_blank


def test_an_answer_changed_twice_on_the_way_loses_none_of_the_later_ones() -> None:
    tree = tree_of({"a": "bc", "b": "d", "c": "d", "d": "ef", "e": "g", "f": "h", "g": "i", "h": "", "i": ""})
    journey = walked(tree, "bdegi").change(tree, 1, "c").take(tree, "d")
    assert letters(Path("d", journey.holding)) == "degi"
    other = journey.take(tree, "f")  # on by hand, and answered differently
    assert other.holding == ()
    assert letters(other.back().take(tree, "e").forward_to_end().path) == "acdegi"
    assert letters(other.bring_back().path) == "acdegi"


def test_forward_to_the_end_takes_all_that_forward_would() -> None:
    journey = walked(LETTERS, "bde")
    back = journey.back().back().back()
    assert back.forward_to_end() == back.forward().forward().forward() == journey
    assert journey.forward_to_end() is journey


def test_what_waits_ahead_goes_on_waiting_when_an_earlier_way_is_brought_back() -> None:
    tree = tree_of({"a": "bcd", "b": "e", "c": "f", "d": "", "e": "", "f": ""})
    journey = walked(tree, "be").change(tree, 1, "c").take(tree, "f").change(tree, 1, "d")
    assert letters(journey.bring_back().path) == "acf"
    assert Step("b", "e", "e") in journey.bring_back().ahead


@given(st.data())
def test_a_changed_answer_loses_no_step_and_keeps_the_path_whole(data: st.DataObject) -> None:
    world = data.draw(worlds())
    tree = world.tree()
    journey = Journey(data.draw(walks(world)))
    taken = [n for n, step in enumerate(journey.path.steps, 1) if step.choice is not None]
    if not taken:
        return
    number = data.draw(st.sampled_from(taken))
    choices = tree.nodes[journey.path.steps[number - 1].node].choices
    choice = data.draw(st.sampled_from(choices))
    changed = journey.change(tree, number, choice.id)
    ends = [changed.path.start, *(step.to for step in changed.path.steps)]
    assert [step.node for step in changed.path.steps] == ends[:-1]
    assert changed.path.steps[number - 1].choice == choice.id
    left = Counter(journey.path.steps) - Counter(changed.path.steps)
    assert left - Counter(changed.ahead) - Counter(changed.fallen) == Counter()
    if choice.id != journey.path.steps[number - 1].choice:
        assert changed.bring_back().path == journey.path
    else:
        assert changed.path == journey.path


@given(st.data())
def test_forward_after_back_is_where_one_was(data: st.DataObject) -> None:
    world = data.draw(worlds())
    journey = Journey(data.draw(walks(world)))
    steps = data.draw(st.integers(0, len(journey.path.steps)))
    moved = journey
    for _ in range(steps):
        moved = moved.back()
    for _ in range(steps):
        moved = moved.forward()
    assert moved == journey


def test_a_choice_that_is_not_there_is_no_step() -> None:
    with pytest.raises(KeyError, match="z"):
        begin(LETTERS).take(LETTERS, "z")


def test_without_an_earlier_way_there_is_nothing_to_bring_back() -> None:
    journey = walked(LETTERS, "bd")
    assert journey.bring_back() is journey
    assert journey.fallen == ()


def test_a_step_taken_twice_falls_away_only_as_often_as_it_is_missing() -> None:
    tree = tree_of({"a": "bc", "b": "a", "c": ""})
    journey = walked(tree, "bababac").change(tree, 3, "c")  # three times round, then out
    assert letters(journey.path) == "abac"
    assert Counter(journey.fallen) == {Step("a", "b", "b"): 2, Step("b", "a", "a"): 2}


def test_what_is_on_the_way_again_is_not_ahead_of_it_too() -> None:
    tree = tree_of({"a": "bc", "b": "d", "c": "d", "d": "e", "e": "f", "f": ""})
    journey = walked(tree, "bde").back()
    changed = journey.change(tree, 1, "b")  # the same answer: everything after it still holds
    assert (letters(changed.path), changed.ahead) == ("abde", ())
    other = walked(tree, "bdef").change(tree, 1, "c")
    assert letters(other.path) == "ac"
    assert other.ahead == (Step("b", "d", "d"), Step("d", "e", "e"), Step("e", "f", "f"))


def test_the_earlier_way_comes_back_whole_with_nothing_ahead_of_it() -> None:
    back = walked(LETTERS, "bde").change(LETTERS, 1, "c").bring_back()
    assert (letters(back.path), back.ahead, back.next_step) == ("abde", (), None)
    assert back.earlier == Path("a", (Step("a", "c", "c"),))


def test_notes_ticks_and_dates_belong_to_where_one_stands_or_says() -> None:
    journey = walked(LETTERS, "b").noted("one", DAY).take(LETTERS, "d").noted("two", DAY)
    assert journey.notes == (Note("b", "one", DAY), Note("d", "two", DAY))
    ticked = journey.ticked(("b", "i")).ticked(("d", "i"))
    assert ticked.ticks == {("b", "i"), ("d", "i")}
    assert ticked.ticked(("b", "i")).ticks == {("d", "i")}
    dated = journey.dated(("b", "x"), DAY).dated(("d", "x"), DAY)
    assert dated.dates == {("b", "x"): DAY, ("d", "x"): DAY}
    assert dated.dated(("b", "x"), dt.date.min).dates == {("d", "x"): DAY, ("b", "x"): dt.date.min}
    assert dated.dated(("b", "x"), None).dates == {("d", "x"): DAY}


def test_a_jump_is_a_step_without_a_choice() -> None:
    assert walked(LETTERS, "b").jump("f").path == Path("a", (Step("a", "b", "b"), Step("b", JUMP, "f")))


def test_a_note_is_written_about_any_node_reworded_and_deleted() -> None:
    journey = walked(LETTERS, "bd").noted("here", DAY).noted("before", DAY, "b")
    assert [(note.node, note.text) for note in journey.notes] == [("d", "here"), ("b", "before")]
    reworded = journey.renoted(0, "other words")
    assert [(note.node, note.text, note.made) for note in reworded.notes] == [
        ("d", "other words", DAY),
        ("b", "before", DAY),
    ]
    assert [note.text for note in reworded.renoted(0, "").notes] == ["before"]
