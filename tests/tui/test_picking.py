"""Picking from a list by typing: an exact id comes first, wherever one picks."""

from pathlib import Path

import pytest

from debttree.model import Choice, Kind, Node, Text, Tree
from debttree.tui.explorer.items import GoTo
from debttree.tui.kit.dialogs.pick import Pick
from debttree.tui.kit.widgets.pane import Pane
from tests.tui.conftest import Edit, Start
from tests.tui.driving import SIZE, go
from tests.tui.explorer.test_overviews import press
from tests.tui.screens import screen_lines

TREE = """
format = "debttree/1"

[nodes.start]
title = "Start"

[[nodes.start.choices]]
label = "Go"
to = "end"

[nodes.talk]
title = "The payment plan"

[nodes.plan-b]
title = "Another plan"

[nodes.plan]
title = "An agreement"

[nodes.end]
title = "End"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "plans.toml"
    file.write_text(TREE)
    return file


async def test_leads_to_the_node_of_the_id_that_was_typed(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "start", "choices", 0, "to")
        await pilot.press("enter", *"plan")
        await pilot.pause()
        assert isinstance(app.screen, Pick)
        await pilot.press("enter")
        await pilot.pause()
        assert app.editor.session.document.data is not None
        assert app.editor.session.document.data["nodes"]["start"]["choices"][0]["to"] == "plan"


@pytest.mark.parametrize("key", ["slash", "ctrl+p"])
async def test_search_and_palette_go_to_the_node_of_the_id_that_was_typed(edit: Edit, key: str) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(key, *"plan")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.editor.session.at == ("nodes", "plan")


async def test_search_and_palette_find_the_node_of_the_id_that_was_typed(start: Start) -> None:
    tree = Tree(
        "plans",
        "0" * 12,
        Text.of("Plans"),
        "start",
        {
            "start": Node(
                "start", Kind.DECISION, Text.of("Start"), choices=(Choice("talk", Text.of("Go"), "talk"),)
            ),
            "talk": Node("talk", Kind.OUTCOME, Text.of("The payment plan")),
            "plan": Node("plan", Kind.OUTCOME, Text.of("An agreement")),
        },
    )
    app = start(tree=tree)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "slash", *"plan", "enter")
        assert "An agreement" in screen_lines(app)[0]
        await press(app, pilot, "escape", "escape", "ctrl+p", *"plan")
        pane = app.screen.query_one("#pane", Pane)
        assert pane.item is not None
        assert pane.item == GoTo("plan")
