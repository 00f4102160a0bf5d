"""A last day that has passed is the first row of the card on every step, until it is marked as done."""

import datetime as dt

import pytest
from textual.pilot import Pilot

from debttree.journey import begin
from debttree.model import Tree
from debttree.tui.app import App
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.widgets.bar import Bar
from tests.tui.conftest import TODAY, Kept
from tests.tui.driving import explored
from tests.tui.screens import screen_lines, screen_text

OBJECTION = ("papers", "objection")


def first_row(app: App) -> str:
    bar = app.explorer.main.query("#card Bar").first(Bar)
    return screen_lines(app)[bar.region.y] if bar.display else ""


def explorer(loan: Tree, received: dt.date, language: str = "en", kept: Kept | None = None) -> App:
    journey = begin(loan).jump("papers").dated(OBJECTION, received)
    return explored(Scene(loan, journey, language, TODAY), kept)


async def mark(pilot: Pilot[None]) -> None:
    await pilot.press("i", "space", "escape")
    await pilot.pause()


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (160, 50)], ids=str)
@pytest.mark.parametrize(("language", "said"), [("en", "! passed 32 days ago: "), ("zh", "! 已过 32 天：")])
async def test_a_passed_day_goes_before_all_else_until_it_is_done(
    loan: Tree, size: tuple[int, int], language: str, said: str
) -> None:
    kept = Kept()
    app = explorer(loan, TODAY - dt.timedelta(days=32 + 15), language, kept)
    async with app.run_test(size=size) as pilot:
        assert first_row(app).startswith(f" {said}")
        await mark(pilot)
        assert said not in screen_text(app)
        assert kept.journeys[-1].done == {OBJECTION: TODAY}
        await mark(pilot)
        assert first_row(app).startswith(f" {said}")
        assert kept.journeys[-1].done == {}


async def test_the_last_day_itself_is_today_and_a_day_later_has_passed(loan: Tree) -> None:
    app = explorer(loan, dt.date(2026, 11, 7))  # fifteen days later is a Sunday, so the Monday after it
    async with app.run_test(size=(80, 24)) as pilot:
        assert first_row(app).startswith(" ! Today is the last day: Object in writing")
        app.explorer.dawn(TODAY + dt.timedelta(days=1))
        await pilot.pause()
        assert first_row(app).startswith(" ! passed 1 day ago: ask for advice today · Object in writing")


async def test_what_is_done_counts_no_days(loan: Tree) -> None:
    app = explorer(loan, TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "days left" in first_row(app)
        await mark(pilot)
        assert "days left" not in first_row(app)


async def test_the_checklist_says_how_to_mark_it_and_when_it_was_done(loan: Tree) -> None:
    app = explorer(loan, TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        assert "Space: it is done." in screen_text(app)
        await pilot.press("space")
        assert "[x] You: Object in writing" in screen_text(app)
        assert "Done on 2026-11-23 (Monday)." in screen_text(app)
        assert "Space: it is not done yet." in screen_text(app)
        assert "What is done is saved." not in screen_text(app)  # nothing keeps it here
