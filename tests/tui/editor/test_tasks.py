"""Whole tasks of an author, driven by keys, and the bytes that they leave in the file."""

from pathlib import Path

from debttree.tui.editor.screens.words import Words
from tests import tasks
from tests.tui.conftest import Edit
from tests.tui.driving import SIZE, go, save, settled, shows, type_in
from tests.tui.screens import screen_text


async def test_a_node_is_translated_and_only_that_line_comes(edit: Edit, file: Path) -> None:
    file.write_text(tasks.TRANSLATE.before)
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "refused", "title")
        await pilot.pause()
        assert "not translated" in screen_text(app)
        await pilot.press("enter")
        assert shows(app, Words)
        await pilot.press(*"They refuse", "ctrl+s")  # the empty one has the cursor
        await settled(pilot)
        await pilot.press("ctrl+s")
        assert '+ title.en = "They refuse"' in screen_text(app)
        await pilot.press("enter")
    assert not app.editor.session.is_dirty
    assert file.read_text() == tasks.TRANSLATE.after


async def test_a_node_is_put_between_a_choice_and_its_target(edit: Edit, file: Path) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "answer", "choices", 2, "to")
        await pilot.press("b")
        await type_in(pilot, "Sleep on it")
        assert app.editor.session.at[:2] == ("nodes", "sleep-on-it")
        await settled(pilot)
        await save(pilot)
    assert file.read_text() == tasks.INSERT_BETWEEN.after


async def test_a_choice_is_split_in_two_with_a_new_node(edit: Edit, file: Path) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "answer", "choices", 2, "label")
        await pilot.press("D")
        assert app.editor.session.at[:4] == ("nodes", "answer", "choices", 3)
        await pilot.press("enter", "tab", "end", *" or not", "ctrl+s")
        await pilot.pause()
        go(app, "nodes", "answer", "choices", 3, "to")
        await pilot.press("enter", *"Write a letter")
        assert "New node: “Write a letter”" in screen_text(app)
        await pilot.press("enter")
        await settled(pilot)
        await save(pilot)
    assert file.read_text() == tasks.SPLIT.after


async def test_an_id_used_fifty_times_is_renamed_everywhere_and_nothing_else(edit: Edit, file: Path) -> None:
    file.write_text(tasks.RENAME.before)
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "end")
        await pilot.press("r")
        assert "50 places name it" in screen_text(app)
        await type_in(pilot, "the-end")
        assert app.editor.session.at[:2] == ("nodes", "the-end")
        await save(pilot)
    assert file.read_text() == tasks.RENAME.after


async def test_everything_undone_is_the_file_byte_for_byte_and_redone_it_is_back(
    edit: Edit, file: Path
) -> None:
    before = file.read_bytes()
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "before-call", "choices", 1, "label")
        await pilot.press("K", "J", "J", "D", "d", "left")
        go(app, "nodes", "plan")
        await pilot.press("left", "d", "2")
        await pilot.pause()
        assert "plan" not in app.editor.view.data["nodes"]
        after = app.editor.session.document.content
        assert after != before
        edits = 0
        while app.editor.session.history.last is not None:
            await pilot.press("u")
            edits += 1
        assert app.editor.session.document.content == before
        assert not app.editor.session.is_dirty
        await pilot.press(*["ctrl+r"] * edits)
        assert app.editor.session.document.content == after
        await settled(pilot)
        assert app.editor.session.history.is_proven
    assert file.read_bytes() == before
