"""Filling in the editor's forms: fields, checklists, deadlines, deleting, and the screen around them."""

from pathlib import Path

import tomli

from debttree.tui.editor.screens.raw import Raw
from debttree.tui.editor.screens.words import Words
from tests.tui.conftest import Edit
from tests.tui.driving import SIZE, go, save, settled, shows, type_in, until
from tests.tui.screens import screen_lines, screen_text


async def test_fields_are_filled_by_their_forms(edit: Edit, file: Path) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "answer", "kind")
        await pilot.press("enter", *"decision", "enter")
        go(app, "nodes", "answer", "brings")
        await pilot.press("enter", *"litig", "enter", "ctrl+s")
        go(app, "nodes", "answer", "tags")
        await pilot.press("enter")
        await type_in(pilot, "phone，letter")
        go(app, "sources", "limitation", "valid_until")
        await pilot.press("enter")
        await type_in(pilot, "2026-13-01")
        assert "is no date" in screen_text(app)
        await type_in(pilot, "2030-12-31")
        go(app, "consequences", "litigation", "severity")
        await pilot.press("enter")
        await type_in(pilot, "9")
        await settled(pilot)
        assert app.editor.view.assessment is not None
        assert app.editor.view.assessment.errors == 1
        await pilot.press("p")
        assert "severity" in screen_text(app)
        await pilot.press("escape")
        await save(pilot)
    data = tomli.loads(file.read_text())
    answer = data["nodes"]["answer"]
    assert (answer["kind"], answer["tags"]) == ("decision", ["phone", "letter"])
    assert "litigation" in answer["brings"]
    assert data["sources"]["limitation"]["valid_until"].isoformat() == "2030-12-31"
    assert data["consequences"]["litigation"]["severity"] == 9


async def test_checklist_items_and_deadlines_are_added_with_ids_of_their_own(edit: Edit, file: Path) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused")
        await pilot.press("a", *"checklist", "enter")
        await pilot.pause()
        await type_in(pilot, "The refusal in writing")
        go(app, "nodes", "refused")
        await pilot.press("a", *"deadline", "enter")
        await pilot.pause()
        await type_in(pilot, "Complain")
        await type_in(pilot, "The refusal reached you")
        await type_in(pilot, "soon")
        assert "is no period" in screen_text(app)
        await type_in(pilot, "10 working days")
        await save(pilot)
    refused = tomli.loads(file.read_text())["nodes"]["refused"]
    assert refused["checklist"][-1] == {
        "id": "the-refusal-in-writing",
        "text": {"en": "The refusal in writing"},
    }
    deadline = refused["deadlines"][-1]
    assert (deadline["id"], deadline["working_days"]) == ("complain", 10)
    assert deadline["event"] == {"en": "The refusal reached you"}


async def test_deleting_a_node_asks_about_the_choices_that_lead_to_it(edit: Edit, file: Path) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused")
        await pilot.press("left", "d")
        assert "place" in screen_text(app)
        await pilot.press("escape")
        assert "refused" in app.editor.view.data["nodes"]
        await pilot.press("d", "1", *"threatened", "enter")
        await settled(pilot)
        assert "refused" not in app.editor.view.data["nodes"]
        await save(pilot)
    assert 'to = "refused"' not in file.read_text()
    tomli.loads(file.read_text())


async def test_typed_words_are_not_lost_by_escape(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused", "text")
        await pilot.press("enter", *"New ")
        await pilot.press("escape")
        assert "Something was typed here." in screen_text(app)
        await pilot.press("escape")
        assert shows(app, Words)
        await pilot.press("escape", "1")
        await pilot.pause()
        assert str(app.editor.view.at(("nodes", "refused", "text"))).count("New ") == 1


async def test_language_help_and_every_size(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "before-call")
        await pilot.press("L")
        assert "打第一通电话之前" in screen_text(app)
        await pilot.press("question_mark")
        assert "删去光标处的内容。" in screen_text(app)
        await pilot.press("escape")
        for width, height in ((160, 50), (120, 36), (80, 24), (40, 12)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert "打第一通电话之前" in screen_text(app), (width, height)
        assert not any("设置" in line for line in screen_lines(app))
        await pilot.press("left")
        assert "指南的设置" in screen_text(app) or "逾期多久了" in screen_text(app)
        await pilot.press("tab", "tab")
        assert "这里的问题" in screen_text(app)


async def test_the_palette_does_what_is_called_like_the_letters_and_goes_anywhere(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p", *"collectors", "enter")
        assert app.editor.session.at[:2] == ("nodes", "collectors")
        go(app, "nodes", "answer", "choices", 0, "label")
        await pilot.press("colon", *"one place down", "enter")
        await pilot.pause()
        assert app.editor.view.at(("nodes", "answer", "choices", 1, "label", "en")) == "They agree"
        await pilot.press("ctrl+p", *"中", "enter")
        await pilot.pause()
        assert app.editor.view.language == "zh"
        await pilot.press("ctrl+p", *"english", "enter", "ctrl+p", *"light", "enter")
        await pilot.pause()
        assert (app.editor.view.language, app.theme) == ("en", "light")
        await pilot.press("ctrl+p", *"as text", "enter")
        await settled(pilot)
        assert shows(app, Raw)


async def test_the_palette_of_a_text_offers_what_can_be_done_there(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "refused", "title")
        await pilot.press("enter", "tab", "end", "!", "ctrl+p")
        assert "Finish the text" in screen_text(app)
        assert "Delete" not in screen_text(app)
        await pilot.press(*"finish", "enter")
        await pilot.pause()
        assert app.editor.view.at(("nodes", "refused", "title", "en")) == "They refuse!"


async def test_enter_is_named_at_the_foot_for_what_it_does_where_the_cursor_is(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        for key, words in (("left", "Enter open"), ("tab", "Enter fill in"), ("tab", "Enter go there")):
            await pilot.press(key)
            await pilot.pause()
            assert screen_lines(app)[-1].strip().startswith(words)


async def test_a_small_screen_shows_the_preview_where_it_is_asked_for(edit: Edit, file: Path) -> None:
    app = edit()
    async with app.run_test(size=(40, 12)) as pilot:
        go(app, "nodes", "judgment", "text")
        await pilot.press("enter", "tab")
        words = "The court has decided"
        await until(pilot, lambda: screen_text(app).count(words) == 1)
        await pilot.press("f2")
        await until(pilot, lambda: screen_text(app).count(words) == 2)
        await pilot.press("f2")
        await until(pilot, lambda: screen_text(app).count(words) == 1)


async def test_where_others_can_go_on_is_asked_of_ends_alone(edit: Edit, file: Path) -> None:
    said = 'title.en = "They refuse"\n'
    file.write_text(file.read_text().replace(said, f'{said}goes_on = ["wait"]\n'))
    app = edit()
    async with app.run_test(size=(120, 60)) as pilot:
        await settled(pilot)
        asked = {}
        for node in tomli.loads(file.read_text())["nodes"]:
            go(app, "nodes", node)
            await pilot.pause()
            asked[node] = "Others can go on to" in screen_text(app)
    assert [node for node, is_asked in asked.items() if is_asked] == ["refused", "plan", "judgment"]
