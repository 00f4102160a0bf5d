"""Any edit of any tree, however it is written: the right data, the bytes of everything else, an exact inverse."""

import contextlib
import random

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from debttree.editing.document import Applied, Document, apply, open_document, prove
from debttree.editing.edits import Add, Drop, Duplicate, Edit, InsertItem, Remove, Rename, Set, SetRoot, Unset
from debttree.editing.history import History
from debttree.editing.toml.data import MISSING, at
from debttree.editing.toml.refused import Refused
from debttree.model import Aim
from debttree.reading.blocks import Splice, scan
from debttree.reading.newer import newer_forms
from debttree.reading.toml import read_token
from tests.editing import nasty
from tests.editing.chance_edits import an_edit, any_edit

seeds = st.integers(0, 2**32)


def _document(chance: random.Random, *, broken: bool = False) -> Document:
    text = nasty.written(nasty.broken_tree(chance) if broken else nasty.tree(chance), chance)
    bom = chance.choice(["", "", "\ufeff"])
    return open_document((bom + text).encode(), "tree")


@given(seeds)
def test_the_nasty_author_writes_what_was_meant(seed: int) -> None:
    chance = random.Random(seed)
    data = nasty.tree(chance)
    assert tomli.loads(nasty.written(data, chance)) == data


@given(seeds)
def test_an_edit_is_proven_and_its_inverse_is_exact(seed: int) -> None:
    chance = random.Random(seed)
    before = _document(chance)
    assert before.data is not None
    edit = an_edit(before.data, chance)
    try:
        applied = apply(before, edit)
    except Refused:
        return
    after = applied.document
    prove(after)
    fresh = scan(after.text)
    assert (list(after.blocks.starts), list(after.blocks.headers.of_block)) == (
        list(fresh.starts),
        list(fresh.headers.of_block),
    )
    assert newer_forms(before.text) or not newer_forms(after.text)
    assert apply(after, applied.inverse).document.content == before.content
    assert apply(before, applied.done).document.content == after.content
    _check_what_was_touched(before, edit, applied)


@given(seeds)
def test_whatever_stands_in_a_tree_an_edit_is_made_rightly_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    before = _document(chance, broken=True)
    assert before.data is not None
    try:
        applied = apply(before, any_edit(before.data, chance))
        prove(applied.document)
    except Refused:
        return
    assert tomli.loads(applied.document.text) == applied.document.data
    assert apply(applied.document, applied.inverse).document.content == before.content


@pytest.mark.long
@settings(max_examples=20_000)
@given(seeds)
def test_no_edit_of_twenty_thousand_raises_what_is_no_refusal(seed: int) -> None:
    chance = random.Random(seed)
    document = _document(chance, broken=chance.random() < 0.8)
    assert document.data is not None
    with contextlib.suppress(Refused):
        prove(apply(document, any_edit(document.data, chance)).document)


def _check_what_was_touched(before: Document, edit: Edit, applied: Applied) -> None:
    """Each kind of edit touches only what it may: the splices say what was done."""
    gone: set[str] = set()
    pieces = [(splice, _old(applied, number, index)) for number, index, splice in _numbered(applied)]
    for _, old in pieces:
        gone.update(old.splitlines())
    match edit:
        case Add() | Duplicate() | InsertItem():
            assert [old for _, old in pieces if old.strip()] in ([], ["[]"])
        case Remove(path=("events", str(name)), references=Drop()):
            _check_deadlines_keep_its_words(before, name, applied.document)
        case Unset() | Remove(references=None | Drop()):
            for splice, _ in pieces:  # a block may have to stand where the first one of its node went
                stands_anew = splice.text.lstrip().startswith("[")  # an empty line may come behind it
                assert all(
                    line in gone or (stands_anew and not line.strip()) for line in splice.text.splitlines()
                )
            for _, old in pieces:
                _check_no_free_comment(old)
        case Rename(path, new):
            assert {_said(old) for _, old in pieces} <= {path[-1]}
            assert {_said(splice.text) for splice, _ in pieces} <= {new}
        case SetRoot() if at(before.data, ("tree", "root")) is not MISSING:
            assert len(pieces) <= 1
        case Set(path, value) if isinstance(value, str) and isinstance(at(before.data, path), str):
            span = before.places.span(path, Aim.VALUE)
            assert all(span.start <= splice.start and splice.end <= span.end for splice, _ in pieces)


def _check_deadlines_keep_its_words(before: Document, event: str, after: Document) -> None:
    """The title of an event that is gone stands as the words of each deadline that hung on it."""
    title = at(before.data, ("events", event, "title"))
    for name, node in (before.data or {}).get("nodes", {}).items():
        for number, deadline in enumerate(node.get("deadlines", ())):
            if deadline.get("on") == event:
                kept = at(after.data, ("nodes", name, "deadlines", number))
                assert isinstance(kept, dict)
                assert "on" not in kept
                assert kept.get("event", MISSING) == title


def _numbered(applied: Applied) -> list[tuple[int, int, Splice]]:
    rounds = enumerate(applied.done.rounds)
    return [(number, index, splice) for number, splices in rounds for index, splice in enumerate(splices)]


def _old(applied: Applied, number: int, index: int) -> str:
    """What a splice took away: what its inverse puts back."""
    return applied.inverse.rounds[-1 - number][index].text


def _said(token: str) -> object:
    """What a key or string says."""
    return read_token(token) if token[0] in "\"'" else token


def _check_no_free_comment(gone: str) -> None:
    """What is taken out begins and ends with something of its own, not with comments between empty lines."""
    paragraphs = [paragraph for paragraph in _paragraphs(gone) if paragraph]
    for paragraph in paragraphs[:1] + paragraphs[-1:]:
        assert any(line and line[0] != "#" for line in paragraph)


def _paragraphs(text: str) -> list[list[str]]:
    paragraphs: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            paragraphs[-1].append(line.strip())
        else:
            paragraphs.append([])
    return paragraphs


@given(seeds)
def test_a_long_history_goes_back_and_forth_byte_for_byte(seed: int) -> None:
    chance = random.Random(seed)
    history = History(_document(chance))
    contents = [history.document.content]
    for _ in range(6):
        assert history.document.data is not None
        if not history.document.data.get("nodes"):
            break
        try:
            done = history.do(an_edit(history.document.data, chance))
        except Refused:
            continue
        if done.rounds:
            contents.append(history.document.content)
    for content in reversed(contents[:-1]):
        history.undo()
        assert history.document.content == content
    assert history.undo() is None
    assert not history.is_dirty
    for content in contents[1:]:
        history.redo()
        assert history.document.content == content
    assert history.redo() is None
