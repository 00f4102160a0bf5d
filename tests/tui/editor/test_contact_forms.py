"""Contacts, events, and what hangs on them, filled in by the editor's forms."""

from pathlib import Path

import tomli

from tests.tui.conftest import Edit
from tests.tui.driving import SIZE, go, save, settled, type_in


async def test_contacts_events_and_what_names_them_are_filled_in(edit: Edit, file: Path) -> None:
    before = tomli.loads(file.read_text())
    node, number = next(
        (name, 0) for name, table in before["nodes"].items() if "event" in (table.get("deadlines") or [{}])[0]
    )
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", node)
        await pilot.press("a", *"contact", "enter")
        await pilot.pause()
        await type_in(pilot, "Free advice")
        assert app.editor.session.at == ("contacts", "free-advice")
        go(app, "contacts", "free-advice", "phone")
        await pilot.press("enter")
        await type_in(pilot, "12348")
        go(app, "nodes", node, "contacts")
        await pilot.press("enter", *"free", "enter", "ctrl+s")
        go(app, "nodes", node, "deadlines", number)
        await pilot.press("a", *"counted from", "enter")
        await pilot.pause()
        await pilot.press(*"It came", "enter")
        await pilot.pause()
        go(app, "nodes", node, "deadlines", number)
        await pilot.press("a", *"counted back", "enter")
        await pilot.pause()
        await pilot.press(*"true", "enter")
        go(app, "tree", "call_reminder")
        await settled(pilot)
        assert app.editor.view.assessment is not None
        assert app.editor.view.assessment.errors == 0
        await save(pilot)
    data = tomli.loads(file.read_text())
    assert data["contacts"]["free-advice"]["phone"] == "12348"
    assert data["nodes"][node]["contacts"] == ["free-advice"]
    (event,) = data["events"]
    deadline = data["nodes"][node]["deadlines"][number]
    assert (deadline["on"], deadline["before"]) == (event, True)
    assert "event" not in deadline
