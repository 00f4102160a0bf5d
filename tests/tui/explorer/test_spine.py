"""The map for a reader: the way walked, what if, and the ends below; nothing is walked by looking."""

import pytest
from textual.pilot import Pilot

from debttree.journey import Journey, begin
from debttree.tui.app import App
from debttree.tui.explorer.screens.answers import Answers
from debttree.tui.explorer.screens.compare import Compare
from debttree.tui.explorer.screens.look import Look
from debttree.tui.explorer.screens.map import MapSheet
from debttree.tui.explorer.screens.sheet import Sheet
from debttree.tui.explorer.screens.spine import SpineSheet
from tests.analysis.trees import sketched
from tests.tui.conftest import Kept, Start
from tests.tui.driving import until, until_shown
from tests.tui.screens import screen_lines, screen_text


async def press(app: App, pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait for what is worked out beside them."""
    for key in keys:
        await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.pause()


def shows(app: App, screen: type[Sheet]) -> bool:
    """Whether that screen is on top."""
    return isinstance(app.screen, screen)


def line_with(app: App, words: str) -> str:
    """The first line of the screen that holds some words."""
    return next(line for line in screen_lines(app) if words in line)


async def test_every_line_of_the_map_is_a_what_if_and_none_walks(start: Start, kept: Kept) -> None:
    app = start()
    async with app.run_test(size=(80, 36)) as pilot:
        await press(app, pilot, "1", "1", "m")
        assert line_with(app, "you are here").startswith("›3 The lender answers")
        assert " 2 Before the first call › Call the lender today" in screen_text(app)
        assert "    ├─ 2 Pay the smallest amount" in screen_text(app)
        assert "Nothing more is met" in screen_text(app)
        await press(app, pilot, "up", "enter")
        assert shows(app, Compare)
        assert "if at step 2: Wait and see" in screen_text(app)
        await press(app, pilot, "escape", "up", "up", "enter")
        assert shows(app, Answers)
        assert "Step 2: Before the first call" in screen_text(app)
        await press(app, pilot, "escape", "full_stop", *["down"] * 4, "enter")
        assert shows(app, Look)
        assert "from where you stand:" in screen_text(app)
        await press(app, pilot, "escape", "z")
        assert shows(app, MapSheet)
        assert "Map: the whole guide" in screen_text(app)
        await press(app, pilot, "m")
        assert shows(app, SpineSheet)
    assert [journey.at for journey in kept.journeys] == ["before-call", "answer"]


async def test_on_a_narrow_screen_right_goes_to_the_doors_below_a_step_and_left_back(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "1", "1", "m", "up", "up", "up", "right")
        assert line_with(app, "Pay the smallest amount").startswith("›")
        await press(app, pilot, "down", "left")
        assert line_with(app, "2 Before the first call").startswith("›")
        await press(app, pilot, "full_stop", "right")
        assert line_with(app, "you are here").startswith("›")


async def test_doors_stand_at_the_side_where_there_is_room(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await press(app, pilot, "1", "1", "m", "up", "up")
        assert "┄ 2 Pay the smallest amount" in line_with(app, "2 Before the first call")
        await press(app, pilot, "right")
        assert "› 2 Pay the smallest amount" in line_with(app, "2 Before the first call")
        with monkeypatch.context() as drawing:  # drawing tells of a move, a move may draw: that must end
            drawing.setattr(SpineSheet, "_draw", lambda _sheet, _place: pytest.fail("drawn for no reason"))
            await pilot.pause()
        await press(app, pilot, "enter")
        assert "if at step 2: Pay the smallest amount" in screen_text(app)
        await press(app, pilot, "escape", "left", "enter")
        assert shows(app, Answers)


async def test_an_answer_changed_on_the_map_is_on_the_map(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "1", "1", "m", "g", "enter", "2")
        await until(pilot, lambda: shows(app, SpineSheet))
        assert len(app.explorer.scene.journey.path.steps) == 1
        await until_shown(pilot, "you are here")


async def test_a_thousand_steps_and_five_thousand_choices_are_cut_and_counted(start: Start) -> None:
    tree = sketched({"hub": ("d", ["hub", *["end"] * 5_000]), "end": ("o", [])})
    journey: Journey = begin(tree)
    for _ in range(1_000):
        journey = journey.take(tree, "hub")
    app = start(tree=tree, journey=journey)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "m")
        assert line_with(app, "you are here").startswith("›1001 hub")
        assert "and 4997 more" in screen_text(app)
        await press(app, pilot, "g")
        assert screen_lines(app)[1].startswith("›   1 hub › hub")


async def test_at_an_open_end_it_says_where_others_can_still_take_it(start: Start) -> None:
    tree = sketched({"a": ("d", ["b"]), "b": ("o", []), "c": ("o", [])}, goes_on={"b": ["c"]})
    app = start(tree=tree, journey=begin(tree).take(tree, "b"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "m")
        assert "This way ends here." in screen_text(app)
        assert "Others can still take it to:" in screen_text(app)
        await press(app, pilot, "G", "enter")
        assert "A look at: c" in screen_text(app)
