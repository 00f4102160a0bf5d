"""The trees of the program can be edited in every way."""

from pathlib import Path

import pytest

from debttree.editing.document import apply, open_document, prove
from debttree.editing.edits import Add, Drop, Duplicate, Edit, InsertItem, Remove, Rename, Set
from debttree.storage.library import trees

TREES = sorted(file for _, file, comes_along in trees() if comes_along)


@pytest.mark.parametrize("file", TREES, ids=lambda file: file.stem)
def test_a_tree_of_the_program_can_be_edited(file: Path) -> None:
    before = open_document(file.read_bytes(), file.stem)
    assert before.data is not None
    node = ("nodes", list(before.data["nodes"])[1])
    edits: list[Edit] = [
        Set((*node, "title"), {"zh": "标题", "en": "Title"}),
        InsertItem((*node, "choices"), {"label": {"zh": "去", "en": "Go"}, "to": node[1]}, 0),
        Add(("nodes", "new"), {"title": {"zh": "新", "en": "New"}}, node[1]),
        Duplicate(node, "copied"),
        Rename(node, "renamed"),
        Remove(node, Drop()),
    ]
    for edit in edits:
        applied = apply(before, edit)
        prove(applied.document)
        assert apply(applied.document, applied.inverse).document.content == before.content
