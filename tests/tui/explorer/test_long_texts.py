"""A text of a million characters keeps nobody waiting. What is in view comes first, the rest in the background."""

import pytest

from debttree.journey import begin
from debttree.reading import read
from debttree.tui.app import App
from debttree.tui.explorer.items import Choose
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.widgets.pane import Pane
from tests.tui.conftest import TODAY, Kept
from tests.tui.driving import explored
from tests.tui.screens import screen_text


def explorer(text: str) -> App:
    content = f"""format = "debttree/1"
[nodes.a]
title = "Start"
text = "{text}"
choices = [{{ label = "go on", to = "b" }}]
[nodes.b]
title = "The end"
"""
    tree = read(content.encode(), "x").tree
    assert tree is not None
    return explored(Scene(tree, begin(tree), "en", TODAY), Kept())


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_choice_below_a_long_text_is_taken_before_its_lines_are_made(size: tuple[int, int]) -> None:
    app = explorer("x" * 999_000)
    async with app.run_test(size=size) as pilot:
        pane = app.screen.query_one("#text", Pane)
        assert "xxxxx" in screen_text(app)
        assert pane.length < 5_000
        await pilot.press("1")
        assert "The end" in screen_text(app)


async def test_the_end_of_a_long_text_is_reached() -> None:
    app = explorer("字 " * 20_000 + "LAST")
    async with app.run_test(size=(40, 12)) as pilot:
        pane = app.screen.query_one("#text", Pane)
        first = pane.length
        await pilot.press("end")
        while pane.below or "go on" not in screen_text(app):
            await pilot.pause(0.01)
        assert pane.length > first
        assert "LAST" in screen_text(app)
        assert pane.item == Choose("b")
        await pilot.press("home")
        assert "Start" in screen_text(app)
