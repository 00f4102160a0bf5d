"""What a rule says of the lines below is in the language shown, and right, whatever changed."""

import pytest
from textual.app import App, ComposeResult

from debttree.tui.kit.page import Para, Run
from debttree.tui.kit.themes import themes
from debttree.tui.kit.widgets.pane import Pane
from tests.tui.conftest import Start
from tests.tui.driving import settled
from tests.tui.screens import screen_lines, screen_text


@pytest.mark.parametrize("key", ["s", "ctrl+p"])
async def test_the_mark_speaks_the_language_of_the_screen(key: str, start: Start) -> None:
    app = start()
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.press("1", key)
        await settled(pilot)
        assert "more line" in screen_text(app)
        app.mode.action_language()
        await settled(pilot)
        assert "more line" not in screen_text(app)


class Resting(App[None]):
    """A pane whose last line says how much does not fit."""

    CSS = "Pane {height: 10;}"

    def compose(self) -> ComposeResult:
        for theme in themes():
            self.register_theme(theme)
        self.theme = themes()[0].name
        yield Pane(rest=lambda lines: (Run(f"{lines} more"),))


async def test_a_last_line_that_counts_is_drawn_anew_with_another_count() -> None:
    async with Resting().run_test(size=(40, 20)) as pilot:
        pane = pilot.app.query_one(Pane)
        for count in (30, 40):
            pane.update([Para((Run(f"line {number}"),)) for number in range(count)])
            await pilot.pause()
            assert screen_lines(pilot.app)[9] == f"{count - 9} more"
