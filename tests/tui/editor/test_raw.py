"""The file as text in the editor: broken files, problems at their lines, what was typed."""

from pathlib import Path

from debttree.tui.editor.screens.desk import Desk
from debttree.tui.editor.screens.raw import Raw
from debttree.tui.kit.widgets.text_editor import TextEditor
from tests.tui.conftest import Edit
from tests.tui.driving import SIZE, go, save, settled, shows, until_shown
from tests.tui.screens import screen_text


async def test_a_broken_file_opens_as_text_at_its_problem_and_is_mended_there(
    edit: Edit, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_bytes(b'format = "debttree/1"\r\n\r\n[nodes.a]\r\ntitle = "A\r\n')
    app = edit(broken)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert shows(app, Raw)
        assert "Line 4" in screen_text(app)
        area = app.screen.query_one(TextEditor)
        assert area.cursor_location[0] == 3
        await pilot.press("end", '"')
        await settled(pilot)
        assert "Line 4" not in screen_text(app)
        await pilot.press("escape")
        assert shows(app, Desk)
        assert app.editor.view.data["nodes"] == {"a": {"title": "A"}}
        await save(pilot)
    assert broken.read_bytes() == b'format = "debttree/1"\r\n\r\n[nodes.a]\r\ntitle = "A"\r\n'


async def test_text_that_is_no_toml_is_kept_and_can_be_undone(edit: Edit, file: Path) -> None:
    before = file.read_bytes()
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("v", "[", "escape")
        assert app.editor.session.document.data is None
        await pilot.press("a")
        assert "is no TOML" in screen_text(app)
        await pilot.press("u")
        assert app.editor.session.document.content == before
        assert "loan" in screen_text(app)


def large(folder: Path) -> Path:
    """A tree of sixty nodes in a row, each with a long text."""
    file = folder / "large.toml"
    text = "\n".join(f"Line {n} of a long text." for n in range(500))
    nodes = [
        f'[nodes.n{n}]\ntitle = "{n}"\ntext = """\n{text}\n"""\n'
        + (f'[[nodes.n{n}.choices]]\nlabel = "On"\nto = "n{n + 1}"\n' if n < 59 else "")
        for n in range(60)
    ]
    file.write_text('format = "debttree/1"\n' + "\n".join(nodes))
    return file


async def test_of_a_large_file_a_part_is_shown_and_problems_elsewhere_are_a_key_away(
    edit: Edit, tmp_path: Path
) -> None:
    file = large(tmp_path)
    before = file.read_text()
    app = edit(file)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "n50")
        await pilot.press("v")
        await settled(pilot)
        assert "[nodes.n50]" in screen_text(app)
        assert "lines " in screen_text(app).splitlines()[0]
        await pilot.press("end", *" # here")
        await settled(pilot)
        await pilot.press("f8")
        await settled(pilot)
        assert app.editor.session.is_dirty
        assert 'format = "debttree/1"' in screen_text(app)
        await save(pilot)
    assert file.read_text() == before.replace("[nodes.n50]\n", "[nodes.n50] # here\n")


async def test_the_line_of_the_cursor_stays_in_sight_when_problems_appear_below_it(
    edit: Edit, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("".join(f"a{n} = {n}\n" for n in range(60)) + "broken\n")
    app = edit(broken)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "Line 61" in screen_text(app)
        await until_shown(pilot, "61  broken")
