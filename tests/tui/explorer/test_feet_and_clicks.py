"""The foot tells the keys of what is on top, Ctrl+Q leaves from everywhere, and what is clicked does what it says."""

from pathlib import Path

import pytest

from debttree.tui.app import App
from debttree.tui.explorer.screens.spine import SpineSheet
from debttree.tui.explorer.screens.to_do import ToDo
from debttree.tui.explorer.screens.way import WaySheet
from debttree.tui.kit.dialogs.ask import Ask
from debttree.tui.kit.dialogs.write import NoteArea, Write
from debttree.tui.kit.widgets.pane import Pane
from tests.tui.conftest import Edit, Kept, Start
from tests.tui.driving import settled
from tests.tui.screens import screen_lines, screen_text
from tests.tui.test_keys import tree_of_many


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36), (160, 50)], ids=str)
async def test_a_step_always_offers_what_is_urgent_to_leave_another_language_and_the_summary(
    language: str, size: tuple[int, int], start: Start
) -> None:
    app = start(language)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        foot = screen_lines(app)[-1].split()
        assert {"!", "?", "L", "q", "x"} <= set(foot)
        assert foot[foot.index("!") + 1] in ("urgent", "紧急")


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
        await pilot.press("n", *"Ms ")
        writing = app.screen
        assert isinstance(writing, Write)
        for typed, keys in (("Ms", "Li"), ("Ms Li", "")):  # as every few seconds: a crash costs no more
            writing.take_typed()
            assert [note.text for note in kept.journeys[-1].notes] == [typed]
            await pilot.press(*keys)
        writing.query_one(NoteArea).text = ""  # on the way to other words
        writing.take_typed()
        assert [note.text for note in kept.journeys[-1].notes] == ["Ms Li"]
        await pilot.press(*"Mr Wu", "ctrl+q")
        await pilot.pause()
        assert not app.is_running
    assert [note.text for note in kept.journeys[-1].notes] == ["Mr Wu"]


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
        (["2", "2", "i", "1", *"20", "enter"], "The date is saved: 2026-11-20."),
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
        await pilot.click("#head", offset=(70, 0))
        await settled(pilot)
        assert isinstance(app.screen, SpineSheet)
        await pilot.press("escape")
        await pilot.press("2", "2", "i", "1", *"20", "enter", "escape")
        await pilot.click(offset=await clicked(app, "days left"))
        await settled(pilot)
        assert isinstance(app.screen, ToDo)
        await pilot.press("escape")
        await pilot.click("#crumb", offset=(3, 0))
        await settled(pilot)
        assert isinstance(app.screen, WaySheet)


async def test_turning_pages_answers_nothing_and_enter_takes_what_is_in_view(start: Start) -> None:
    app = start()
    async with app.run_test(size=(40, 12)) as pilot:
        pane = app.screen.query_one("#text", Pane)
        before = pane.item
        for _ in range(9):
            await pilot.press("pagedown")
        assert pane.item == before
        await pilot.press("pageup", "pageup", "pageup")
        assert not pane.cursor_in_view
        await pilot.press("enter")
        assert app.explorer.scene.journey.at == "how-long"
        await pilot.press("enter")
        assert app.explorer.scene.journey.at == "before-call"


async def test_a_click_beside_the_choices_leaves_them_the_keys(start: Start) -> None:
    app = start()
    async with app.run_test(size=(160, 50)) as pilot:
        await settled(pilot)
        await pilot.press("1")
        await pilot.click("#side", offset=(3, 0))
        await pilot.click("#way", offset=(3, 20))
        assert isinstance(app.focused, Pane) and app.focused.id == "choices"
        await pilot.click(offset=await clicked(app, "[ ] The loan contract"))
        assert app.explorer.scene.journey.ticks
        assert app.focused.id == "choices"


async def test_what_a_rule_says_there_is_more_of_comes_by_a_click(start: Start, tmp_path: Path) -> None:
    app = start(tree=tree_of_many(tmp_path, 9))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Paragraph 0." in screen_text(app)
        await pilot.click(offset=await clicked(app, "more lines: PgDn"))
        assert "Paragraph 0." not in screen_text(app)
        await pilot.press("x")
        await pilot.pause()
        top = app.screen.query_one("#pane", Pane).scroll_offset.y
        await pilot.click(offset=await clicked(app, "more lines: PgDn"))
        assert app.screen.query_one("#pane", Pane).scroll_offset.y > top
        await pilot.click(offset=await clicked(app, "as text"))
        assert "2[as text]" in screen_text(app)


async def test_a_click_on_a_mark_of_choices_out_of_sight_shows_them(start: Start, tmp_path: Path) -> None:
    app = start(tree=tree_of_many(tmp_path, 9))
    async with app.run_test(size=(80, 17)) as pilot:
        await settled(pilot)
        assert "9 Choice 9" not in screen_text(app)
        await pilot.click(offset=await clicked(app, "9 more choices"))
        assert "9 Choice 9" in screen_text(app)
