"""Taking an edit back, and making it again, puts the cursor where the change was."""

import datetime as dt
from pathlib import Path

import pytest

from debttree.editing.document import apply, open_document
from debttree.editing.edits import (
    Add,
    Drop,
    Duplicate,
    Edit,
    InsertItem,
    MoveItem,
    Remove,
    Rename,
    ReplaceText,
    Set,
    SetEach,
    SetRoot,
    Together,
    Unset,
)
from debttree.model import Clock, DataPath
from debttree.tui.editor.session import EditSession
from debttree.tui.editor.whereabouts import place_of
from tests.tui.driving import SIZE, edited, go, settled

TREE = """\
format = "debttree/1"
[stages.early]
title = "Early"
[nodes.a]
title = "A"
[[nodes.a.choices]]
id = "first"
label = "to b"
to = "b"
[[nodes.a.choices]]
label = "to c"
to = "c"
[nodes.b]
title = "B"
[nodes.c]
title = "C"
"""
A, CHOICES = ("nodes", "a"), ("nodes", "a", "choices")
NEW_CHOICE = {"label": "to d", "to": "d"}

PLACES: list[tuple[Edit, DataPath, DataPath]] = [
    (Set((*A, "title"), "Z"), (*A, "title"), (*A, "title")),
    (Set((*A, "stage"), "early"), (*A, "stage"), (*A, "stage")),
    (SetEach((((*A, "title"), "Z"), (("nodes", "c", "title"), "Z"))), (*A, "title"), (*A, "title")),
    (Unset((*CHOICES, 1)), (*CHOICES, 1), (*CHOICES, 0)),
    (InsertItem(CHOICES, NEW_CHOICE), (*CHOICES, 1), (*CHOICES, 2)),
    (InsertItem(CHOICES, NEW_CHOICE, 0), (*CHOICES, 0), (*CHOICES, 0)),
    (InsertItem((*A, "tags"), "x"), (*A, "tags"), (*A, "tags", 0)),
    (MoveItem((*CHOICES, 0), 1), (*CHOICES, 0), (*CHOICES, 1)),
    (MoveItem(("nodes", "c"), 0), ("nodes", "c"), ("nodes", "c")),
    (Add(("nodes", "d"), {"title": "D"}, "a"), A, ("nodes", "d")),
    (Add(("nodes", "d"), {"title": "D"}), ("nodes", "c"), ("nodes", "d")),
    (Add(("sources", "law"), {"title": "Law"}), (), ("sources", "law")),
    (Duplicate(("nodes", "b"), "bb"), ("nodes", "b"), ("nodes", "bb")),
    (Remove(("nodes", "c"), Drop()), ("nodes", "c"), ()),
    (Rename(("nodes", "c"), "last"), ("nodes", "c"), ("nodes", "last")),
    (Rename((*CHOICES, 0), "other"), (*CHOICES, 0), (*CHOICES, 0)),
    (SetRoot("b"), ("nodes", "b"), ("nodes", "b")),
    (
        Together((Add(("nodes", "d"), {"title": "D"}), Set((*CHOICES, 0, "to"), "d"))),
        (*CHOICES, 0, "to"),
        (*CHOICES, 0, "to"),
    ),
    (ReplaceText(TREE + "# x"), (), ()),
]


@pytest.mark.parametrize(("edit", "back", "again"), PLACES)
def test_an_edit_knows_where_its_change_is_when_made_and_when_taken_back(
    edit: Edit, back: DataPath, again: DataPath
) -> None:
    document = open_document(TREE.encode(), "tree")
    made = apply(document, edit).document
    assert place_of(edit, made.data, is_back=False) == again
    assert place_of(edit, document.data, is_back=True) == back


async def test_u_and_ctrl_r_go_where_the_change_was_in_the_form_and_stay_in_the_list(tmp_path: Path) -> None:
    file = tmp_path / "tree.toml"
    file.write_text(TREE, encoding="utf-8")
    session = EditSession(file, Clock.standing(dt.date(2026, 11, 28)), private=True)
    app = edited(session)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "c")
        await pilot.press("left")  # the list
        await pilot.press("K")
        assert [*session.document.data["nodes"]] == ["a", "c", "b"]  # type: ignore[index]
        assert (app.focused.id, session.at) == ("list", ("nodes", "c"))  # type: ignore[union-attr]
        await pilot.press("home", "u")
        assert (app.focused.id, session.at) == ("list", ("nodes", "c"))  # type: ignore[union-attr]
        go(app, *CHOICES, 1, "label")
        await pilot.press("K")
        assert session.at == (*CHOICES, 0, "label")
        go(app, "nodes", "b")
        await pilot.press("left", "u")
        assert (app.focused.id, session.at[:4]) == ("form", (*CHOICES, 1))  # type: ignore[union-attr]
        go(app, "stages", "early")
        await pilot.press("ctrl+r")
        assert session.at[:4] == (*CHOICES, 0)
