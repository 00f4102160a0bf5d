"""Every screen at four sizes in both languages, as text; `pytest --update-snapshots` writes them anew."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from debttree.journey import Opened, begin, open_or_begin
from debttree.journey.fingerprint import Prints
from debttree.journey.keeper import Keeper
from debttree.journey.resume import resume
from debttree.journey.saved import snapshot
from debttree.model import Tree
from debttree.tui.app import App
from debttree.tui.explorer.scene import Scene
from tests.tui.conftest import TODAY, Kept, Start
from tests.tui.driving import explored, settled
from tests.tui.screens import screen_text

SNAPSHOTS = Path(__file__).parent / "snapshots"
SIZES = ((80, 24), (120, 36), (160, 50), (40, 12))

SCREENS: dict[str, list[str]] = {
    "question": [],
    "decision": ["1"],
    "chance": ["1", "1"],
    "outcome": ["2", "1"],
    "help": ["1", "question_mark"],
    "in-hand": ["1", "i", "space"],
    "deadlines": ["2", "2", "i"],
    "sources": ["1", "s"],
    "urgent": ["exclamation_mark"],
    "summary": ["1", "1", "x"],
    "prospects": ["1", "p", "space"],
    "compare": ["1", "c", "right"],
    "way": ["1", "1", "2", "w"],
    "answers": ["1", "1", "w", "down", "enter"],
    "palette": ["1", "colon"],
    "caution": ["1", "down"],
    "question-asked": ["1", "N"],
    "note": ["1", "n"],
    "call": ["1", "v", "down", *"8812"],
    "hang-up": ["1", "v", "f2"],
    "jump": ["1", "exclamation_mark", "1"],
}


async def pictures(app: App, keys: list[str]) -> str:
    """The screen after some keys, at every size."""
    found = []
    async with app.run_test(size=SIZES[0]) as pilot:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)  # a list that is read beside the keys
        for width, height in SIZES:
            if app.size != (width, height):
                await pilot.resize_terminal(width, height)
            found.append(f"== {app.explorer.scene.language} {width}x{height}\n{screen_text(app)}\n")
    return "\n".join(found)


def compare(name: str, found: str, *, update: bool) -> None:
    file = SNAPSHOTS / f"{name}.txt"
    if update:
        file.parent.mkdir(exist_ok=True)
        file.write_text(found)
    assert file.read_text() == found, f"{file} differs; look at it, then run pytest --update-snapshots"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", SCREENS)
async def test_the_screen_is_as_it_was(
    name: str, language: str, start: Start, request: pytest.FixtureRequest
) -> None:
    found = await pictures(start(language), SCREENS[name])
    compare(f"{name}.{language}", found, update=request.config.getoption("--update-snapshots"))


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_the_welcome_is_as_it_was(language: str, loan: Tree, request: pytest.FixtureRequest) -> None:
    journey = begin(loan).take(loan, "before-call").take(loan, "wait").noted("Ms Li", TODAY)
    saved = dataclasses.replace(
        snapshot(Prints(loan, language), journey, TODAY), saved=TODAY - dt.timedelta(days=3)
    )
    resumed = resume(loan, saved)
    opened = Opened(resumed.journey, Keeper(None), resumed, resumed.told())
    app = explored(Scene(loan, opened.journey, language, TODAY), Kept(), opened=opened)
    compare(
        f"welcome.{language}", await pictures(app, []), update=request.config.getoption("--update-snapshots")
    )


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_the_journeys_are_as_they_were(
    language: str, loan: Tree, shelved: Callable[[str], App], request: pytest.FixtureRequest
) -> None:
    for name, choices in (("王女士", ("collectors", "papers")), ("Li", ("find-out",))):
        journey = begin(loan)
        for choice in choices:
            journey = journey.take(loan, choice)
        open_or_begin(loan, name=name).keeper.save(loan, journey, language, TODAY)
    found = await pictures(shelved(language), ["1", "J"])
    compare(f"journeys.{language}", found, update=request.config.getoption("--update-snapshots"))
