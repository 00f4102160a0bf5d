"""Ctrl+L twice empties the screen, also while somebody types; any key brings it back and does nothing else."""

import pytest
from textual.screen import ModalScreen

from debttree.tui.kit.dialogs.empty import Empty
from tests.tui.conftest import Start
from tests.tui.driving import settled
from tests.tui.screens import screen_text


@pytest.mark.parametrize("before", [[], ["n", *"Ms Li"], ["J"], ["N"]])
async def test_the_screen_is_emptied_and_comes_back_as_it_was(before: list[str], start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", *before, "ctrl+l")
        await settled(pilot)
        top, seen = app.screen, screen_text(app)
        typed = [line for line in seen.splitlines() if "Ms Li" in line]
        assert seen.strip()
        await pilot.press("ctrl+l")
        assert isinstance(app.screen, Empty)
        assert not screen_text(app).strip()
        await pilot.press("1")
        await settled(pilot)
        assert app.screen is top
        # What lies behind a dialog is laid out by textual at its next paint, with or without the notice: only where
        # nothing is above the page must every line be as it was.
        assert screen_text(app) == seen or isinstance(top, ModalScreen)
        assert [line for line in screen_text(app).splitlines() if "Ms Li" in line] == typed
        assert app.explorer.scene.journey.at == "before-call"


async def test_two_that_do_not_follow_each_other_empty_nothing(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+l", "down", "ctrl+l")
        assert "any key brings it back" in screen_text(app)
