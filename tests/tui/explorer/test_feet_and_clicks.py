"""The foot tells the keys of what is on top, Ctrl+Q leaves from everywhere, and what is clicked does what it says."""

import pytest

from debttree.tui.app import App
from debttree.tui.explorer.screens.to_do import ToDo
from debttree.tui.explorer.screens.way import WaySheet
from debttree.tui.kit.dialogs.ask import Ask
from debttree.tui.kit.widgets.pane import Pane
from tests.tui.conftest import Edit, Kept, Start
from tests.tui.driving import settled
from tests.tui.screens import screen_lines, screen_text


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (160, 50)], ids=str)
async def test_a_step_always_offers_to_leave_another_language_and_the_summary(
    language: str, size: tuple[int, int], start: Start
) -> None:
    app = start(language)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        foot = screen_lines(app)[-1].split()
        assert {"?", "L", "q", "x"} <= set(foot)


@pytest.mark.parametrize(
    ("keys", "offered"),
    [
        (["n"], " Ctrl+S save  Ctrl+O for the desk alone  Esc save and close  Ctrl+Q quit"),
        (["1", "N"], " 1 yes  2 no  Esc never mind  Ctrl+Q quit"),
    ],
)
async def test_the_foot_of_a_question_tells_its_own_keys(keys: list[str], offered: str, start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        assert screen_lines(app)[-1] == offered


@pytest.mark.parametrize("keys", [[], ["n"], ["1", "N"], ["slash"], ["colon"], ["i"], ["m"]])
async def test_ctrl_q_leaves_from_everywhere(keys: list[str], start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys, "ctrl+q")
        await pilot.pause()
        assert not app.is_running


async def test_ctrl_q_in_the_editors_questions_asks_about_what_is_not_saved(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("b", "ctrl+q")
        await settled(pilot)
        assert not isinstance(app.screen, Ask)


async def test_a_note_that_is_being_typed_is_kept_when_somebody_leaves(start: Start, kept: Kept) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", *"Ms Li", "ctrl+q")
        await pilot.pause()
        assert not app.is_running
    assert [note.text for note in kept.journeys[-1].notes] == ["Ms Li"]


async def test_another_line_that_is_being_typed_is_told_before_somebody_leaves(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "2", "i", "1", *"20", "ctrl+q")
        assert app.is_running
        assert "What you typed is not taken yet" in screen_text(app)
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert not app.is_running


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["n", *"Ms Li", "ctrl+s"], "Your note is saved."),
        (["2", "2", "i", "1", *"20", "enter"], "The date is saved."),
        (["1", "i", "space"], "The tick is saved."),
    ],
)
async def test_what_was_typed_or_ticked_is_told_to_be_saved(keys: list[str], said: str, start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        assert said in screen_text(app)


async def test_a_click_on_the_text_leaves_the_choices_their_keys(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.click("#text", offset=(10, 2))
        await pilot.press("enter")
        assert app.explorer.scene.journey.at == "answer"


async def clicked(app: App, start: str) -> tuple[int, int]:
    """Where some words stand."""
    lines = screen_lines(app)
    row = next(number for number, line in enumerate(lines) if start in line)
    return lines[row].index(start), row


async def test_the_way_and_the_card_do_what_they_name(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "2", "i", "1", *"20", "enter", "escape")
        await pilot.click(offset=await clicked(app, "days left"))
        await settled(pilot)
        assert isinstance(app.screen, ToDo)
        await pilot.press("escape")
        await pilot.click("#crumb", offset=(3, 0))
        await settled(pilot)
        assert isinstance(app.screen, WaySheet)


async def test_turning_pages_leaves_the_cursor_on_a_choice_that_is_in_view(start: Start) -> None:
    app = start()
    async with app.run_test(size=(40, 12)) as pilot:
        pane = app.screen.query_one("#text", Pane)
        for _ in range(9):
            await pilot.press("pagedown")
        top, item = pane.scroll_offset.y, pane.pointed_lines
        assert top <= item.start < top + pane.size.height
        assert pane.cursor < pane.count - 1 or pane.count == 1
