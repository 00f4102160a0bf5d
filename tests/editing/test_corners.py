"""Rare ways to write a file, and edits that nobody meant: written as the author would, or refused with a reason."""

from pathlib import Path

import pytest

from debttree.editing import saving
from debttree.editing.document import apply
from debttree.editing.edits import (
    Add,
    Edit,
    InsertItem,
    MoveItem,
    Remove,
    Rename,
    ReplaceText,
    Set,
    Together,
    Unset,
)
from debttree.editing.history import History
from debttree.editing.merging import MergeConflict, merged
from debttree.editing.toml.refused import Refused
from debttree.model import Trouble
from tests.editing.by_hand import document, edited

A = ("nodes", "a")
CHOICES = (*A, "choices")


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        ("nodes = {}\n", Add(("nodes", "n"), {"title": "N"}), 'nodes = { n = { title = "N" } }\n'),
        (
            "[nodes.a]\n",
            InsertItem(("urgent",), {"to": "a", "label": "L"}),
            '[[urgent]]\nlabel = "L"\nto = "a"\n\n[nodes.a]\n',
        ),
        ("x = 1\n[nodes.a]\n", Set(("format",), "f"), 'format = "f"\nx = 1\n[nodes.a]\n'),
        (
            '[[nodes.a.choices]]\nto = "a"\n',
            InsertItem((*A, "checklist"), {"text": "T", "id": "i"}),
            '[[nodes.a.checklist]]\nid = "i"\ntext = "T"\n\n[[nodes.a.choices]]\nto = "a"\n',
        ),
        ("a = 1\n\nb = 2\n\nc = 3\n", Unset(("b",)), "a = 1\n\nc = 3\n"),
        ('[nodes.a]\ntitle="A"\n', Set((*A, "title"), "A\nB"), '[nodes.a]\ntitle="""\nA\nB"""\n'),
        (
            "[nodes.a]\nbrings = [ # c\n]\n",
            InsertItem((*A, "brings"), "x"),
            '[nodes.a]\nbrings = [ # c\n    "x"\n]\n',
        ),
    ],
    ids=str,
)
def test_new_things_in_rare_places(before: str, edit: Edit, after: str) -> None:
    assert edited(before, edit) == after


@pytest.mark.parametrize(
    ("inside", "index", "left"),
    [
        ('"x" # c\n  , "y"\n', 0, '"y"\n'),
        ('"x" # c\n  , "y"\n', 1, '"x" # c\n'),
        ('"x", "q"\n  , "y" # c\n  , "z"\n', 1, '"x", \n   "y" # c\n  , "z"\n'),
        ('"x"\n  , "y", "z"\n', 2, '"x"\n  , "y" \n'),
        ('# of x\n  "x"\n  # of y\n  , "y"\n', 0, '# of x\n  \n  # of y\n   "y"\n'),
        ('"x",\n\n  # of y\n  "y",\n', 1, '"x",\n\n'),
        ('"x",\n\n  # of y\n  "y"\n', 1, '"x"\n\n'),
    ],
)
def test_an_item_goes_from_lists_with_commas_in_strange_places(inside: str, index: int, left: str) -> None:
    head = "[nodes.a]\nbrings = [\n  "
    assert edited(f"{head}{inside}]\n", Unset((*A, "brings", index))) == f"{head}{left}]\n"


@pytest.mark.parametrize(
    ("before", "edit", "words"),
    [
        ('[[nodes.a.choices]]\nto = "a"\n', InsertItem(CHOICES, "x"), "Only a table"),
        ('[nodes.a]\nbrings = ["x"]\n', Rename((*A, "brings", 0), "y"), "Only choices, checklist items"),
        ('[nodes.a]\nchoices = [{to = "a"}]\n', Remove(CHOICES), "declared by an id"),
        ('[nodes.a]\nchoices = [{to = "a"}]\n', Add((*A, "more")), "declared by an id"),
        ("[nodes.a]\nx.y = 1\n", InsertItem((*A, "x"), 1), "is no list"),
        ("[nodes.a]\n", ReplaceText("x = '\ud800'"), "half a character"),
        ("[nodes.a]\n", ReplaceText("x = '\udc80'"), "half a character"),
    ],
    ids=repr,
)
def test_what_nobody_can_have_meant_is_refused(before: str, edit: Edit, words: str) -> None:
    with pytest.raises(Refused, match=words):
        apply(document(before), edit)


def test_numbers_that_equal_nothing_or_each_other_are_told_apart() -> None:
    assert edited("x = nan\ny = -0.0\nz = 1\n", Set(("z",), 2)) == "x = nan\ny = -0.0\nz = 2\n"
    assert edited("z = 0.0\n", Set(("z",), -0.0)) == "z = -0.0\n"
    assert edited("z = nan\n", Set(("z",), float("nan"))) == "z = nan\n"


def test_edits_that_touch_each_other_are_made_one_by_one() -> None:
    before = '[nodes.a]\nbrings = ["x", "y", "z"]\n'
    both = Together((Unset((*A, "brings", 0)), Unset((*A, "brings", 0)), MoveItem((*A, "brings", 0), 0)))
    assert edited(before, both) == '[nodes.a]\nbrings = ["z"]\n'


def test_what_both_added_in_two_places_is_a_conflict_and_no_file_that_nobody_can_read() -> None:
    base = document("[tree]\n\n[nodes.a]\n\n[nodes.b]\n")
    mine = document("[tree]\n\n[sources.s]\n\n[nodes.a]\n\n[nodes.b]\n")
    theirs = document("[tree]\n\n[nodes.a]\n\n[nodes.b]\n\n[sources.s]\n")
    with pytest.raises(MergeConflict):
        merged(base, mine, theirs)


def test_a_paragraph_too_long_to_compare_line_by_line_is_merged_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("debttree.editing.merging._COMPARED_AT_MOST", 1)
    base, mine = "[nodes.a]\nx = 1\ny = 1\n", "[nodes.a]\nx = 2\ny = 1\n"
    tail = "\n[nodes.b]\nz = 1\n"
    theirs = tail.replace("1", "2")
    assert merged(document(base + tail), document(mine + tail), document(base + theirs)).text == mine + theirs


def test_a_file_that_does_not_hold_what_was_written_is_said_and_stays_unsaved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "tree.toml"
    file.write_bytes(b"x = 1\n")
    history = History(document("x = 1\n"))
    history.do(Set(("x",), 2))
    monkeypatch.setattr(saving, "write_atomic", lambda *_, **__: None)  # a disk that forgets
    with pytest.raises(Trouble, match="does not hold what was written") as caught:
        saving.save(history, file)
    assert caught.value.hint is not None
    assert history.is_dirty
