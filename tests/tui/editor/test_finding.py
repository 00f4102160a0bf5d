"""Finding words in a draft, and replacing them as one step that is shown before."""

import datetime as dt
from functools import partial
from pathlib import Path

import pytest

from debttree.model import Clock
from debttree.tui.editor.screens.desk import Desk
from debttree.tui.editor.screens.find import Find
from debttree.tui.editor.screens.replace import Replacing
from debttree.tui.editor.session import EditSession
from debttree.tui.kit.widgets.text_editor import TextEditor
from tests.editing.test_finding import TREE
from tests.tui.driving import SIZE, edited, settled, shows, type_in, until, until_shown
from tests.tui.screens import screen_text


@pytest.fixture
def session(tmp_path: Path) -> EditSession:
    file = tmp_path / "bank.toml"
    file.write_text(TREE, encoding="utf-8")
    return EditSession(file, Clock.standing(dt.date(2026, 11, 28)), private=True)


async def test_find_goes_to_the_text_of_any_language_and_remembers_the_words(session: EditSession) -> None:
    app = edited(session)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"95017")
        await until_shown(pilot, "2 places")
        assert "Text en: Banks call.  * The BANK may call 95017, said" in screen_text(app)
        await pilot.press("down", "enter")
        await until(pilot, lambda: shows(app, Desk))
        assert session.at == ("nodes", "bank-calls", "text")
        await pilot.press("slash")
        await until_shown(pilot, "2 places")
        await pilot.press(*"zzz")  # the words of before were selected
        await until_shown(pilot, "Nothing is found.")
        assert isinstance(app.screen, Find)


async def test_replacing_shows_every_change_and_is_one_step(session: EditSession) -> None:
    app = edited(session)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        session.sought = "of before"
        await pilot.press("percent_sign", *"bank", "enter")  # in the place of the words of before
        await type_in(pilot, "lender")
        await pilot.press(*"whole", "enter", "ctrl+s")
        await until_shown(pilot, "“bank” → “lender”: 7 places")
        assert shows(app, Replacing)
        await until_shown(pilot, "+ ")
        await pilot.press("enter")  # as the foot says
        await until_shown(pilot, "Replaced in 6 texts; u takes it back.")
        assert "A lender calls" in session.document.text
        assert "[contacts.bank]   # Bank" in session.document.text
        assert "Banks call." in session.document.text
        await pilot.press("u")
        assert session.document.text == TREE


async def test_words_are_found_in_the_file_as_text_too_one_place_after_the_other(
    session: EditSession,
) -> None:
    app = edited(session)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("v")
        for line in (7, 15, 7):
            await pilot.press("f3")
            await type_in(pilot, "95017")
            area = app.screen.query_one(TextEditor)
            await until(pilot, partial(_is_selected, area, line))


def _is_selected(area: TextEditor, line: int) -> bool:
    return area.cursor_location[0] == line - 1 and area.selected_text == "95017"
