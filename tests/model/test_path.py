"""Paths as people write them, against the tree that they are to follow."""

import pytest

from debttree.model import JUMP, DoesNotFollow, Path, Step, Tree, Trouble, parse_path, path_text
from debttree.reading import read

CONTENT = b"""
format = "debttree/1"
[consequences.harm]
title = "Harm"
severity = 2
[nodes.start]
title = "Start"
choices = [
  { label = "one", to = "b" },
  { id = "other", label = "two", to = "b" },
  { label = "three", to = "c" },
]
[nodes.b]
title = "B"
brings = ["harm"]
choices = [{ label = "on", to = "c" }]
[nodes.c]
title = "C"
brings = ["harm"]
"""


@pytest.fixture
def tree() -> Tree:
    found = read(CONTENT, "x").tree
    assert found is not None
    return found


def test_nodes_alone_where_one_choice_leads_there(tree: Tree) -> None:
    path = parse_path(tree, "start,c")
    assert path.steps == (Step("start", "c", "c"),)
    assert path.nodes == ("start", "c")


def test_parallel_choices_must_be_told_apart(tree: Tree) -> None:
    with pytest.raises(Trouble) as caught:
        parse_path(tree, "start,b")
    assert caught.value.exit_status == 2
    assert caught.value.hint is not None
    assert caught.value.hint.values["choices"] == "start:b, start:other"
    assert parse_path(tree, "start:other,b").steps[0].choice == "other"


def test_the_last_element_may_name_the_choice_taken_there(tree: Tree) -> None:
    assert parse_path(tree, "start:b,b:c").nodes == ("start", "b", "c")


def test_what_was_met_counts_once_in_order(tree: Tree) -> None:
    assert parse_path(tree, "start:b,b,c").met(tree) == ("harm",)
    assert parse_path(tree, "start").met(tree) == ()


@pytest.mark.parametrize("text", ["nowhere", "", "start,,c", "start:zzz,b", "start:b,zz"])
def test_unknown_names_are_usage_errors(tree: Tree, text: str) -> None:
    with pytest.raises(Trouble) as caught:
        parse_path(tree, text)
    assert caught.value.exit_status == 2


@pytest.mark.parametrize("text", ["b,start", "start:c,b", "c,b"])
def test_a_path_that_the_arcs_do_not_follow(tree: Tree, text: str) -> None:
    with pytest.raises(DoesNotFollow) as caught:
        parse_path(tree, text)
    assert caught.value.exit_status == 1


def test_a_path_is_written_as_it_is_read(tree: Tree) -> None:
    for text in ("start", "start,c", "start:other,b,c"):
        assert path_text(tree, parse_path(tree, text)) == text


def test_a_jump_takes_no_choice_and_what_was_met_stays_met(tree: Tree) -> None:
    path = Path("b").then(Step("b", JUMP, "start")).then(Step("start", "c", "c"))
    assert [step.is_jump for step in path.steps] == [True, False]
    assert path.met(tree) == ("harm",)


def test_a_step_knows_the_choice_that_it_took_and_a_jump_took_none(tree: Tree) -> None:
    taken = Step("start", "other", "b").taken(tree)
    assert taken is not None
    assert taken.label.variants == (("", "two"),)
    assert Step("b", JUMP, "start").taken(tree) is None


def test_two_paths_share_the_steps_that_they_begin_with(tree: Tree) -> None:
    path = parse_path(tree, "start:other,b,c")
    assert path.shared_with(path) == 2
    assert path.shared_with(parse_path(tree, "start:b,b,c")) == 0
    assert path.shared_with(parse_path(tree, "start:other,b")) == 1
    assert path.shared_with(Path("start").then(Step("start", "other", "b")).then(Step("b", JUMP, "c"))) == 1
    assert path.shared_with(parse_path(tree, "b,c")) is None
