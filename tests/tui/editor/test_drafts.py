"""A choice to a node that is not written yet is no wall in the editor."""

import datetime as dt
from pathlib import Path

from debttree.model import Clock, Tree
from debttree.tui.editor.screens.desk import Desk
from debttree.tui.editor.session import EditSession
from tests.tui.driving import SIZE, edited, go, settled, shows, until_shown

DRAFT = """format = "debttree/1"
[stages.late]
title = "Late"
[nodes.start]
stage = "late"
title = "A bill is overdue"
[[nodes.start.choices]]
label = "Call"
to = "call-the_hotline"  # to be written
"""


async def test_enter_writes_the_node_that_a_choice_leads_to_and_t_goes_there_before(tmp_path: Path) -> None:
    file = tmp_path / "draft.toml"
    file.write_text(DRAFT, encoding="utf-8")
    tried: list[tuple[Tree, str]] = []

    async def try_out(tree: Tree, node: str) -> None:
        tried.append((tree, node))

    session = EditSession(file, Clock.standing(dt.date(2026, 11, 28)), private=True)
    app = edited(session, try_out=try_out)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        to = ("nodes", "start", "choices", 0, "to")
        go(app, *to)
        await until_shown(pilot, "→ call-the_hotline (not written")
        await pilot.press("t")
        tree, node = tried.pop()
        assert (node, "call-the_hotline" in tree.nodes) == ("start", True)
        go(app, *to[:4], "label")
        await pilot.press("l")  # goes on to where it would lead: Enter writes it
        assert session.at[-1] == "to"
        await until_shown(pilot, "call-the_hotline is not written yet; Enter writes it.")
        await pilot.press("enter", "enter")
        await settled(pilot)
        assert session.at[1:] == ("call-the_hotline", "title")
        assert session.document.data is not None
        new = session.document.data["nodes"]["call-the_hotline"]
        assert new == {"stage": "late", "title": "Call the hotline"}
        assert session.document.text.startswith(DRAFT)
        await pilot.press("u")
        assert session.document.text == DRAFT


async def test_enter_is_done_with_a_title_and_a_line_end_in_a_text(tmp_path: Path) -> None:
    file = tmp_path / "draft.toml"
    file.write_text(DRAFT, encoding="utf-8")
    session = EditSession(file, Clock.standing(dt.date(2026, 11, 28)), private=True)
    app = edited(session)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        for field in ("title", "text"):
            go(app, "nodes", "start", field)
            await pilot.press("enter", "x", "enter")
            await settled(pilot)
            assert shows(app, Desk) == (field == "title")
        assert "x" in session.document.text.split("title = ")[2].splitlines()[0]
