"""A last day in a year that is not announced yet: both days stand on every screen that names one."""

import datetime as dt
from dataclasses import replace

import pytest

from debttree.journey import begin
from debttree.model import Clock, Tree
from debttree.tui.explorer.scene import Scene
from tests.tui.conftest import Kept
from tests.tui.driving import explored
from tests.tui.screens import screen_lines, screen_text

FEBRUARY = dt.date(2027, 2, 5)
SERVED = dt.date(2027, 1, 29)  # fifteen days end on Saturday 13 February, which may be worked


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_both_days_are_on_the_main_screen_in_hand_and_in_the_summary(
    loan: Tree, kept: Kept, language: str
) -> None:
    journey = begin(loan).jump("papers").dated(("papers", "objection"), SERVED)
    scene = Scene(replace(loan, holidays="CN"), journey, language, FEBRUARY)
    app = explored(scene, kept, clock=Clock.standing(FEBRUARY))
    async with app.run_test(size=(80, 24)) as pilot:
        assert any("2027-02-13" in line and " 02-15" in line for line in screen_lines(app))
        await pilot.press("i")
        _both_are_whole(screen_text(app))
        await pilot.press("escape", "x")
        _both_are_whole(screen_text(app))


def _both_are_whole(screen: str) -> None:
    """The sentence is wrapped and not cut."""
    words = "".join(screen.split())
    assert any(
        end in words for end in ("ifthatdayisadayoff,2027-02-15.", "如果那天放假休息，则是2027-02-15。")
    ), screen
