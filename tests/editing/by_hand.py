"""Documents before and after an edit, side by side as a reviewer would see them in a diff."""

from debttree.editing.document import Document, apply, open_document, prove
from debttree.editing.edits import Edit


def document(text: str) -> Document:
    return open_document(text.encode(), "tree")


def edited(text: str, *edits: Edit) -> str:
    """The text after these edits; each is proven, and all are undone as a check."""
    before = document(text)
    after, undo = before, []
    for edit in edits:
        applied = apply(after, edit)
        after = applied.document
        prove(after)
        undo.append(applied.inverse)
    back = after
    for inverse in reversed(undo):
        back = apply(back, inverse).document
    assert back.content == before.content
    return after.text
