"""Which node an old fingerprint was taken of: surely that one, or none."""

from collections.abc import Mapping

import pytest

from debttree.journey.fingerprint import Print, Prints
from debttree.model import Choice, Kind, Node, Text, Tree

Words = tuple[str, str, str]
"""A node's title, text and the labels of its choices, a letter each."""


def prints(nodes: Mapping[str, Words], kind: Kind = Kind.DECISION) -> Prints:
    made = {
        name: Node(
            name,
            kind,
            Text.of(title),
            text=Text.of(text) if text else None,
            choices=tuple(Choice(label, Text.of(label), name) for label in labels),
        )
        for name, (title, text, labels) in nodes.items()
    }
    return Prints(Tree("t", "0", Text.of("T"), next(iter(nodes)), made), "en")


def old(**nodes: Words) -> Print:
    return prints(nodes).of("a")


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ({"a": ("T", "text", "xy")}, "a"),
        ({"a": ("T", "other", "z")}, "a"),  # text and choices were mended
        ({"b": ("T", "text", "z")}, "b"),  # renamed, and its choices were mended
        ({"b": ("T", "other", "yx")}, "b"),  # renamed, and its text was mended; the order does not matter
        ({"b": ("T", "other", "z")}, None),  # another node that is only called the same
        ({"a": ("U", "text", "xy")}, None),  # another title
    ],
)
def test_the_only_node_of_its_title_may_have_two_of_three_things_mended(
    now: dict[str, Words], found: str | None
) -> None:
    assert prints(now).find(old(a=("T", "text", "xy"))) == found


def test_another_kind_is_another_node() -> None:
    words = ("T", "text", "xy")
    assert prints({"a": words}, Kind.QUESTION).find(old(a=words)) is None


TWINS: dict[str, Words] = {"a": ("T", "text", "xy"), "b": ("T", "other", "xy")}


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (TWINS, "a"),
        ({"a": TWINS["b"], "b": TWINS["a"]}, None),  # they swapped their ids: who is who is not sure
        ({"c": TWINS["a"], "b": TWINS["b"]}, "c"),  # renamed, and no other reads like it
        ({"c": TWINS["a"], "d": TWINS["a"]}, None),  # two read like it
        ({"a": ("T", "mended", "xy"), "b": TWINS["b"]}, None),
        ({"a": ("T", "text", "z"), "b": TWINS["b"]}, None),
        ({"a": TWINS["a"]}, "a"),  # the twin has gone
        ({"a": TWINS["b"]}, None),  # its twin took its id
        ({"a": ("T", "text", "z")}, None),
    ],
)
def test_one_of_several_must_read_the_same(now: dict[str, Words], found: str | None) -> None:
    was = old(**TWINS)
    assert was.has_twin
    assert prints(now).find(was) == found


def test_a_node_that_got_a_twin_since_must_read_the_same_too() -> None:
    was = old(a=("T", "text", "xy"))
    assert not was.has_twin
    assert prints(TWINS).find(was) == "a"
    assert prints({"a": ("T", "mended", "xy"), "b": ("T", "other", "xy")}).find(was) is None


def test_labels_are_told_apart_where_they_meet() -> None:
    assert old(a=("T", "", "xy")).labels != prints({"a": ("T", "", "x")}).of("a").labels
    assert old(a=("T", "", "xy")).labels == prints({"a": ("T", "", "yx")}).of("a").labels


def test_the_words_are_those_of_the_language_walked() -> None:
    texts = [Text.of({"en": name, "zh": f"{name}字"}) for name in ("title", "text", "label")]
    node = Node("a", Kind.DECISION, texts[0], text=texts[1], choices=(Choice("x", texts[2], "a"),))
    tree = Tree("t", "0", Text.of("T"), "a", {"a": node}, languages=("en", "zh"))
    english, chinese = Prints(tree, "en").of("a"), Prints(tree, "zh").of("a")
    assert (english.title, chinese.title) == ("title", "title字")
    assert english.text != chinese.text
    assert english.labels != chinese.labels
    assert Prints(tree, "zh").label(texts[2]) == "label字"
    assert Prints(tree, "zh").language == "zh"
