"""The drawing of a draft: its cursor and that of the forms are one, and what is not written yet is drawn too."""

import datetime as dt
from pathlib import Path

import pytest
from textual.pilot import Pilot

from debttree.editing.edits import Set
from debttree.model import Clock, DataPath
from debttree.tui.app import App
from debttree.tui.editor.screens.desk import Desk
from debttree.tui.editor.screens.draft_map import DraftMap
from debttree.tui.editor.session import EditSession
from tests.tui.driving import SIZE, edited, go, settled, shows, type_in, until_shown
from tests.tui.screens import screen_lines, screen_text

TREE = """format = "debttree/1"
[nodes.start]
title = "Start"
[[nodes.start.choices]]
label = "One"
to = "one"
[[nodes.start.choices]]
label = "Two"
to = "later"
[nodes.one]
title = "First"
text = "What is said there."
"""


def app_of(text: str, folder: Path) -> App:
    file = folder / "draft.toml"
    file.write_text(text, encoding="utf-8")
    return edited(EditSession(file, Clock.standing(dt.date(2026, 11, 28)), private=True))


def at(app: App) -> DataPath:
    return app.editor.session.at


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def test_the_cursor_of_the_drawing_and_of_the_forms_is_one(tmp_path: Path) -> None:
    app = app_of(TREE, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "one", "text")
        await press(pilot, "m")
        await until_shown(pilot, "3 of 3 steps")
        assert "›▲ First" in screen_text(app)
        assert "What is said there." in screen_text(app)
        await press(pilot, "escape")
        assert at(app) == ("nodes", "one", "text")  # nothing moved: the field is the same
        await press(pilot, "m", "left", "escape")
        assert shows(app, Desk)
        assert at(app) == ("nodes", "start")
        assert "question" not in screen_lines(app)[1]
        await press(pilot, "m", "2")
        assert "later is not written yet; Enter writes it." in screen_text(app)
        await press(pilot, "enter")
        assert at(app) == ("nodes", "start", "choices", 1, "to")
        assert "later is not written yet; Enter writes it." in screen_text(app)
        await press(pilot, "enter")
        await type_in(pilot, "Later")
        assert "[nodes.later]" in app.editor.session.document.text
        await press(pilot, "m", "home", "left", "right", "z", "enter")
        assert shows(app, Desk)


@pytest.mark.parametrize("text", ["format = [", 'format = "debttree/1"\n'])
async def test_what_has_no_node_is_said_to_have_none(text: str, tmp_path: Path) -> None:
    app = app_of(text, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        app.editor.close_all()
        await press(pilot, "m", "right", "enter", "z", "minus", "home", "1")
        assert shows(app, DraftMap)
        assert "There is no node to draw." in screen_text(app)
        await press(pilot, "escape")
        assert shows(app, Desk)


async def test_the_drawing_follows_the_draft(tmp_path: Path) -> None:
    app = app_of(TREE, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "one")
        await press(pilot, "m")
        app.editor.make(Set(("nodes", "one", "title"), "Another name"))
        await settled(pilot)
        assert "›▲ Another name" in screen_text(app)
