"""Programs that are left open over midnight: the day on the screens is the one that it is now."""

import asyncio
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from debttree.journey import begin
from debttree.model import Clock, Tree
from debttree.tui.app import App
from debttree.tui.editor.session import EditSession
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit import program
from tests.tui.conftest import Kept
from tests.tui.driving import edited, explored, settled
from tests.tui.screens import screen_text

EVENING = dt.datetime(2026, 11, 30, 23, 59, tzinfo=dt.UTC)
EVENT = dt.date(2026, 11, 13)  # fifteen days end on Saturday the 28th, so on Monday 30 November


@dataclass
class Hands:
    """A clock that somebody sets."""

    moment: dt.datetime = EVENING
    clock: Clock = field(init=False)

    def __post_init__(self) -> None:
        self.clock = Clock(lambda: self.moment)

    def pass_midnight(self) -> None:
        self.moment += dt.timedelta(minutes=2)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def explorer(loan: Tree, kept: Kept, hands: Hands) -> App:
    """An explorer on a deadline that ends today."""
    journey = begin(loan).jump("papers").dated(("papers", "objection"), EVENT)
    return explored(Scene(loan, journey, "en", hands.clock.today), kept, clock=hands.clock)


@pytest.fixture
def by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program looks at the calendar often."""
    monkeypatch.setattr(program, "LOOKS_AT_THE_DAY_EVERY", 0.01)


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Until something holds."""
    async with asyncio.timeout(20):
        while not holds():
            await pilot.pause(0.01)


async def test_a_screen_changes_at_midnight_although_no_key_is_pressed(
    explorer: App, hands: Hands, by_itself: None
) -> None:
    async with explorer.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        assert "2026-11-30 (Monday). That is today." in screen_text(explorer)
        hands.pass_midnight()
        await until(pilot, lambda: "It passed 1 day ago" in screen_text(explorer))
        assert "That is today." not in screen_text(explorer)


async def test_a_key_pressed_after_midnight_knows_the_day_at_once(explorer: App, hands: Hands) -> None:
    async with explorer.run_test(size=(80, 24)) as pilot:
        assert "Today is the last day: " in screen_text(explorer)
        hands.pass_midnight()
        await pilot.press("i")
        assert "It passed 1 day ago" in screen_text(explorer)


async def test_a_note_that_was_begun_before_midnight_bears_the_day_on_which_it_was_made(
    explorer: App, hands: Hands
) -> None:
    async with explorer.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "h", "i")
        hands.pass_midnight()
        await pilot.press("ctrl+s")
        (note,) = explorer.explorer.scene.journey.notes
        assert (note.text, note.made) == ("hi", dt.date(2026, 12, 1))


async def test_today_typed_after_midnight_is_the_new_day(explorer: App, hands: Hands) -> None:
    async with explorer.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", "enter")
        hands.pass_midnight()
        explorer.screen.query_one(Input).value = "today"
        await pilot.press("enter")
        await pilot.pause()
        assert explorer.explorer.scene.journey.dates["papers", "objection"] == dt.date(2026, 12, 1)


async def test_a_clock_that_is_put_back_is_believed_too(explorer: App, hands: Hands) -> None:
    async with explorer.run_test(size=(80, 24)) as pilot:
        hands.moment = dt.datetime(2026, 11, 29, 12, tzinfo=dt.UTC)
        await pilot.press("i")
        assert "1 day left." in screen_text(explorer)


async def test_the_editor_finds_what_has_run_out_overnight(file: Path, hands: Hands, by_itself: None) -> None:
    text = file.read_text("utf-8")
    file.write_text(text.replace("valid_until = 2026-06-30", "valid_until = 2026-11-30"), "utf-8")
    app = edited(EditSession(file, hands.clock), "en")

    def expired() -> int:
        found = app.editor.view.assessment
        return sum(one.code == "expired-source" for one in found.problems) if found else 0

    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert app.editor.view.assessment is not None
        assert not expired()
        hands.pass_midnight()
        await until(pilot, lambda: expired() > 0)


def test_a_clock_that_stands_never_strikes_midnight(explorer: App) -> None:
    """`--now` rules the whole run."""
    day = dt.date(2026, 11, 23)
    clock = Clock.standing(day)
    assert (clock.today, clock.now().tzinfo) == (day, dt.UTC)
    assert clock.now() == clock.now()


def test_the_machines_clock_knows_where_it_is() -> None:
    assert Clock().now().tzinfo is not None
