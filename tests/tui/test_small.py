"""A terminal that is too small for anything says so, and shows nothing besides."""

import pytest

from tests.tui.conftest import Edit, Start
from tests.tui.driving import settled
from tests.tui.screens import screen_lines

SIZE = (20, 6)
SAID = ["Please make the", "window larger: 30 x", "8.", "", "", ""]


@pytest.mark.parametrize("keys", ["", "1", "?", "m", "o", "p", "s", "t", "v", "w", "x", "J", "/", ":"])
async def test_of_the_explorer_nothing_else_is_left(start: Start, keys: str) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert screen_lines(app) == SAID
        await pilot.press(*keys)
        assert screen_lines(app) == SAID
        await pilot.resize_terminal(80, 24)
        assert "window larger" not in "\n".join(screen_lines(app))
        await pilot.resize_terminal(*SIZE)
        assert screen_lines(app) == SAID


@pytest.mark.parametrize("keys", ["", "m", "p", "?", ":", "ctrl+t", "E"])
async def test_of_the_editor_nothing_else_is_left(edit: Edit, keys: str) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert screen_lines(app) == SAID
        await pilot.press(*([keys] if "+" in keys else keys))
        await settled(pilot)
        assert screen_lines(app) == SAID
