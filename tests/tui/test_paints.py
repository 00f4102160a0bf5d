"""How much is drawn and laid out for a key: no more than differs, and once."""

import asyncio

import pytest
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from debttree.analysis.checking import check_file
from debttree.storage.library import DEFAULT_TREE, find_tree
from debttree.tui.app import App
from tests.tui.conftest import TODAY, Start
from tests.tui.driving import settled


async def until_painted(app: App) -> None:
    """Until nothing waits to be laid out or drawn."""
    painted = asyncio.Event()
    app.screen.call_after_refresh(painted.set)
    await painted.wait()


async def test_a_cursor_key_draws_what_it_changes_and_a_step_lays_out_once(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = check_file(find_tree(DEFAULT_TREE), TODAY).tree
    assert tree is not None
    app = start(tree=tree)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("down")
        await until_painted(app)
        drawn: set[str | None] = set()
        render_lines = Widget.render_lines

        def note(widget: Widget, crop: Region) -> list[Strip]:
            drawn.add(widget.id)
            return render_lines(widget, crop)

        monkeypatch.setattr(Widget, "render_lines", note)
        await pilot.press("up")
        await until_painted(app)
        assert drawn == {"choices", "side"}

        layouts: list[object] = []
        app.screen.screen_layout_refresh_signal.subscribe(app.screen, layouts.append)
        for number, key in enumerate(("1", "left", "2", "1"), 1):  # rows of the card come and go
            await pilot.press(key)
            await until_painted(app)
            assert len(layouts) == number
