"""Ctrl+L twice empties the screen, also while somebody types; any key brings it back and does nothing else."""

import pytest

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
        assert seen.strip()
        await pilot.press("ctrl+l")
        assert isinstance(app.screen, Empty)
        assert not screen_text(app).strip()
        await pilot.press("1")
        await settled(pilot)
        assert app.screen is top
        assert screen_text(app) == seen
        assert app.explorer.scene.journey.at == "before-call"


async def test_two_that_do_not_follow_each_other_empty_nothing(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+l", "down", "ctrl+l")
        assert "any key brings it back" in screen_text(app)
