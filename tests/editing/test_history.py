"""Undo, redo, and proofs that come later than the edits."""

import gc
import tracemalloc
from collections.abc import Callable

import pytest

from debttree.editing.document import apply
from debttree.editing.edits import Edit, Rename, ReplaceText, Set, SetRoot
from debttree.editing.history import History, Proof
from debttree.editing.merging import MergeConflict
from debttree.editing.toml.refused import Refused
from tests.editing.by_hand import document

TEXT = '[nodes.a]\ntitle = "A"\n[nodes.b]\n'
TITLE = ("nodes", "a", "title")


def _history() -> History:
    return History(document(TEXT))


def _state(history: History) -> tuple[str, bool, bool]:
    """The text, whether it differs from the disk, whether it is proven."""
    return history.document.text, history.is_dirty, history.is_proven


def _data(history: History) -> object:
    return history.document.data


def test_edits_are_undone_and_made_again() -> None:
    history = _history()
    history.do(Set(TITLE, "B"))
    history.do(Rename(("nodes", "b"), "c"))
    assert (history.last, history.next) == (Rename(("nodes", "b"), "c"), None)
    history.undo()
    assert history.document.text == TEXT.replace('"A"', '"B"')
    assert (history.last, history.next) == (Set(TITLE, "B"), Rename(("nodes", "b"), "c"))
    history.undo()
    assert (history.document.text, history.is_dirty) == (TEXT, False)
    history.redo()
    history.do(Set(TITLE, "C"))
    assert history.redo() is None
    assert history.document.data == {"nodes": {"a": {"title": "C"}, "b": {}}}


def test_what_changes_nothing_is_not_remembered() -> None:
    history = _history()
    history.do(Set(TITLE, "A"))
    history.do(ReplaceText(TEXT))
    assert history.last is None


def test_a_refused_edit_leaves_everything_as_it_was() -> None:
    history = _history()
    history.do(Set(TITLE, "B"))
    history.undo()
    with pytest.raises(Refused):
        history.do(SetRoot("nowhere"))
    assert history.next == Set(TITLE, "B")


def test_a_text_may_be_written_freely_even_if_it_is_no_toml() -> None:
    history = _history()
    broken = TEXT.replace("[nodes.b]", 'x = """')
    history.do(ReplaceText(broken))
    assert _data(history) is None
    assert [problem.code for problem in history.document.reading().problems] == ["not-toml"]
    with pytest.raises(Refused):
        history.do(Set(TITLE, "B"))
    history.do(ReplaceText(broken + '"""\n[nodes.c]\n'))
    assert _data(history) == {"nodes": {"a": {"title": "A", "x": ""}, "c": {}}}
    history.do(Set(("nodes", "c", "title"), "C"))
    for text in (broken + '"""\n[nodes.c]\n', broken, TEXT):
        history.undo()
        assert history.document.text == text
    history.do(Set(TITLE, "Z"))
    history.prove()
    assert history.document.text == TEXT.replace('"A"', '"Z"')


def test_the_tree_follows_each_edit() -> None:
    history = _history()
    assert history.document.reading().tree is not None
    history.do(Rename(("nodes", "b"), "c"))
    reading = history.document.reading()
    assert reading.tree is not None
    assert list(reading.tree.nodes) == ["a", "c"]
    assert reading.text == history.document.text


def test_a_proof_may_come_late() -> None:
    history = _history()
    history.do(Set(TITLE, "B"))
    proof = history.proof()
    history.do(Set(TITLE, "C"))
    assert proof.holds()
    assert not history.settle(proof, holds=True)
    assert _state(history) == (TEXT.replace('"A"', '"C"'), True, False)
    history.undo()
    assert _state(history) == (TEXT.replace('"A"', '"B"'), True, True)


def test_a_proof_that_fails_takes_back_what_was_not_proven() -> None:
    history = _history()
    history.do(Set(TITLE, "B"))
    history.prove()
    history.do(Set(TITLE, "C"))
    failed = history.proof()
    history.do(Set(TITLE, "D"))
    assert history.settle(failed, holds=False)
    assert history.document.text == TEXT.replace('"A"', '"B"')
    assert history.next is None
    assert not history.settle(failed, holds=False)


def test_a_state_that_was_left_is_never_gone_to_again_if_its_proof_fails() -> None:
    history = _history()
    history.do(Set(TITLE, "B"))
    history.do(Set(TITLE, "C"))
    failed = history.proof()
    history.do(Set(TITLE, "D"))
    history.undo()
    history.undo()
    assert not history.settle(failed, holds=False)
    assert history.document.text == TEXT.replace('"A"', '"B"')
    assert history.next is None


def test_a_document_that_says_something_else_does_not_hold() -> None:
    good, other = document(TEXT), document(TEXT.replace("A", "B"))
    assert not Proof(type(good)("tree", good.blocks, other.data), 1).holds()
    assert not Proof(type(good)("tree", document("[x").blocks, good.data), 1).holds()


def test_what_is_taken_from_the_disk_can_be_undone() -> None:
    history = _history()
    history.do(Set(TITLE, "mine"))
    history.take(document(TEXT.replace('"A"', '"theirs"')))
    assert _state(history) == (TEXT.replace('"A"', '"theirs"'), False, True)
    history.undo()
    assert _state(history) == (TEXT.replace('"A"', '"mine"'), True, False)


def test_what_others_changed_is_merged_and_can_be_undone() -> None:
    history = _history()
    history.do(Set(TITLE, "mine"))
    theirs = document(TEXT + 'title = "theirs"\n')
    history.merge(theirs)
    both = TEXT.replace('"A"', '"mine"') + 'title = "theirs"\n'
    assert _state(history) == (both, True, True)
    assert apply(history.base, history.since_base()).document.text == both
    history.undo()
    assert _state(history) == (TEXT.replace('"A"', '"mine"'), True, False)


def test_a_conflict_leaves_everything_as_it_was() -> None:
    history = _history()
    history.do(Set(TITLE, "mine"))
    theirs = document(TEXT.replace('"A"', '"theirs"'))
    with pytest.raises(MergeConflict):
        history.merge(theirs)
    assert history.last == Set(TITLE, "mine")
    history.keep(theirs)
    assert _state(history) == (TEXT.replace('"A"', '"mine"'), True, False)


def _titled(text: str, number: int) -> Edit:
    return Set(("nodes", f"n{number}", "title"), f"C{number}")


def _typed(text: str, number: int) -> Edit:
    return ReplaceText(text.replace(f"[nodes.n{number}]", f"[nodes.n{number}]\nactor = 'me'"))


@pytest.mark.parametrize("edited", [_titled, _typed])
def test_an_edit_holds_what_it_changed_and_not_the_table_that_it_is_in(
    edited: Callable[[str, int], Edit],
) -> None:
    nodes = 600
    text = "".join(f'[nodes.n{number}]\ntitle = "A"\n' for number in range(nodes))
    history = History(document(text))
    history.do(edited(text, 7))
    gc.collect()
    tracemalloc.start()
    try:
        history.do(edited(history.document.text, 8))
        one_state = tracemalloc.get_traced_memory()[0]
        for number in range(9, 29):
            history.do(edited(history.document.text, number))
        gc.collect()
        held = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert held < 2 * one_state  # 20 more states
    for _ in range(22):
        history.undo()
    assert (history.document.text, history.is_dirty) == (text, False)
    assert history.document.data == document(text).data


@pytest.mark.parametrize(
    "edit",
    [
        Set(TITLE, "B"),
        Set(("nodes", "b", "title"), "new"),
        Rename(("nodes", "b"), "c"),
        ReplaceText('[nodes.b]\n[nodes.a]\ntitle = "A"\n'),
        ReplaceText("no = = toml"),
        ReplaceText("x = [nan, 1, 1.0, true]\n"),
    ],
)
def test_data_and_order_come_back_with_the_text(edit: Edit) -> None:
    history = _history()
    history.do(edit)
    after = repr(history.document.data)
    history.undo()
    assert repr(history.document.data) == repr(document(TEXT).data)
    history.redo()
    assert repr(history.document.data) == after
