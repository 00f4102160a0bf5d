"""An input method that was left on, and what is pasted: keys do what they do, and nothing is lost or acts unsaid."""

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from debttree.tui.editor.screens.raw import Raw
from debttree.tui.kit.dialogs.ask import NOTED_AT_MOST
from debttree.tui.kit.dialogs.options import Options
from debttree.tui.kit.widgets.text_editor import TextEditor
from tests.tui.conftest import Edit, Start
from tests.tui.driving import settled, shows
from tests.tui.screens import screen_lines, screen_text

SIZE = (80, 24)


async def typed(pilot: Pilot[None], *keys: str) -> None:
    """Characters as a terminal sends them, or names of keys."""
    for key in keys:
        if len(key) == 1:
            pilot.app.post_message(Key(key, key))
        else:
            pilot.app.simulate_key(key)
    await pilot.pause()
    await settled(pilot)


async def pasted(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(Paste(text))
    await pilot.pause()
    await settled(pilot)


@pytest.mark.parametrize(
    ("typed_keys", "plain"),
    [
        ("？", "question_mark"), ("！", "exclamation_mark"), ("：", "colon"), ("、", "slash"), ("／", "slash"),
        ("１", "1"), ("ｍ", "m"), ("Ｊ", "J"), ("　", "space"), ("ｗ", "w"), ("ｘ", "x"), ("ｐ", "p"),
    ],
)  # fmt: skip
async def test_outside_text_a_full_width_key_does_what_the_plain_one_does(
    typed_keys: str, plain: str, start: Start
) -> None:
    first, second = start(), start()
    async with first.run_test(size=SIZE) as pilot:
        before = screen_text(first)
        await typed(pilot, typed_keys)
        seen = screen_text(first)
        assert seen != before
    async with second.run_test(size=SIZE) as pilot:
        await pilot.press(plain)
        await settled(pilot)
        assert screen_text(second) == seen


async def test_dialogs_map_and_editor_take_full_width_keys_too(start: Start, edit: Edit) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await typed(pilot, "１", "Ｎ")
        assert isinstance(app.screen, Options)
        await typed(pilot, "ｙ")
        assert not app.explorer.scene.journey.path.steps
        await typed(pilot, "ｍ", "ｚ", "＋", "。", "escape")
        assert len(app.screen_stack) == 1
    editor = edit()
    async with editor.run_test(size=SIZE) as pilot:
        await typed(pilot, "ｖ")
        assert shows(editor, Raw)
        await typed(pilot, "escape", "？")
        assert screen_lines(editor)[0] == " Help"


async def test_in_a_line_and_in_a_text_full_width_signs_type_themselves(start: Start, edit: Edit) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await typed(pilot, "ｎ", *"？１、　！好", "ctrl+s")
        assert [note.text for note in app.explorer.scene.journey.notes] == ["？１、　！好"]
        await typed(pilot, "、", *"！")
        assert app.screen.query_one(Input).value == "！"
    editor = edit()
    async with editor.run_test(size=SIZE) as pilot:
        await typed(pilot, "ｖ", *"＃！、　")
        assert editor.screen.query_one(TextEditor).text.count("＃！、　") == 1


async def test_a_pasted_note_keeps_all_its_lines_and_shows_them(start: Start) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1", "n")
        await pasted(pilot, "Mr Li said:\r2\r\rpay\t\x1b[31mnow\n")
        assert "pay" in screen_text(app), "its last line is in view"
        await pilot.press("ctrl+s")
        (note,) = app.explorer.scene.journey.notes
        assert note.text == "Mr Li said:\n2\n\npay ␛[31mnow"
        assert app.explorer.scene.journey.at == "before-call"
        await pilot.press("w")
        await settled(pilot)
        lines = [line.strip() for line in screen_lines(app)]
        assert lines[lines.index("2") + 2] == "pay ␛[31mnow"


async def test_a_note_of_several_lines_is_changed_without_losing_them(start: Start) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n")
        await pasted(pilot, "one\ntwo")
        await pilot.press("ctrl+s", "w")
        await settled(pilot)
        await pilot.press("enter")
        assert app.screen.query_one(TextArea).text == "one\ntwo"
        await pilot.press("!", "ctrl+s")
        assert [note.text for note in app.explorer.scene.journey.notes] == ["one\ntwo!"]


async def test_what_is_pasted_goes_in_place_of_what_is_selected(start: Start) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n", *"abc", "shift+left")
        await pasted(pilot, "de\nf")
        assert app.screen.query_one(TextArea).text == "abde\nf"


async def test_what_does_not_fit_is_said(start: Start) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n")
        await pasted(pilot, "x" * (NOTED_AT_MOST + 3))
        assert len(app.screen.query_one(TextArea).text) == NOTED_AT_MOST
        assert "3 characters did not fit and were not taken." in " ".join(screen_text(app).split())
        await pilot.press("escape", "slash")
        await pasted(pilot, "y" * 81)
        assert len(app.screen.query_one(Input).value) == 80
        assert "1 character did not fit and was not taken." in screen_text(app)


@pytest.mark.parametrize("screen", ["", "m", "o", "J", "1", "question_mark"])
async def test_what_is_pasted_where_nothing_is_typed_does_nothing_and_that_is_said(
    screen: str, start: Start
) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        if screen:
            await pilot.press(screen)
        top, journey = app.screen, app.explorer.scene.journey
        await pasted(pilot, "1\n2\nq\n")
        assert (app.screen, app.explorer.scene.journey) == (top, journey)
        assert "What you pasted was not taken: there is nothing to type in here." in screen_text(app)


async def test_what_is_pasted_into_a_question_answers_nothing(start: Start) -> None:
    app = start()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1")
        at = app.explorer.scene.journey.at
        app.simulate_key("N")
        app.post_message(Paste("y\n"))  # before the question came
        await pilot.pause()
        await settled(pilot)
        assert isinstance(app.screen, Options)
        await pasted(pilot, "y\n")
        await pilot.press("n")
        assert app.explorer.scene.journey.at == at
        assert "What you pasted was not taken" in screen_text(app)


async def test_the_editor_says_so_too(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        before = app.editor.session.document
        await pasted(pilot, "d\nd\n")
        assert app.editor.session.document is before
        assert "What you pasted was not taken" in screen_text(app)
