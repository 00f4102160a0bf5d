"""The colours of the raw TOML on the screen: right after each edit, in every theme, in a part of a large file."""

from pathlib import Path

import pytest
from rich.color import Color
from textual.app import App

from debttree.tui.editor.screens.raw import Raw
from debttree.tui.kit.themes import style_of
from debttree.tui.kit.widgets.text_editor import TextEditor
from tests.tui.conftest import Edit
from tests.tui.driving import SIZE, settled, shows, until_shown
from tests.tui.screens import screen_lines

TREE = """format = "debttree/1" # of the guide

[nodes.a]
title = 'A'
text = '''
[b] = 2
'''
tags = [
  "crisis", # life
]
"""


@pytest.fixture
def written(tmp_path: Path) -> Path:
    file = tmp_path / "tree.toml"
    file.write_text(TREE)
    return file


def colour(app: App[None], words: str) -> Color | None:
    """The colour in which some words stand on the screen."""
    row, line = next((row, line) for row, line in enumerate(screen_lines(app)) if words in line)
    return app.screen.get_style_at(line.index(words), row).color


def hue(app: App[None], role: str) -> Color | None:
    """The colour of a role in the theme."""
    return style_of(app.theme, role).color


@pytest.mark.parametrize("theme", ["dark", "light", "high-contrast", "colour-blind"])
async def test_each_piece_has_the_colour_of_its_role(edit: Edit, written: Path, theme: str) -> None:
    app = edit(written)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("v")
        await settled(pilot)
        app.theme = theme
        await settled(pilot)
        for words, role in {
            "ormat =": "accent", '"debttree': "good", "# of": "dim", "nodes": "accent", "'A'": "good",
            "[b] = 2": "good", '"crisis"': "good", "# life": "dim",
        }.items():  # fmt: skip
            assert colour(app, words) == hue(app, role), words


async def test_colours_follow_each_edit_and_come_back_when_it_is_undone(edit: Edit, written: Path) -> None:
    app = edit(written)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("v")
        await settled(pilot)
        area = app.screen.query_one(TextEditor)
        area.move_cursor((3, 8))
        await pilot.press("delete", *'"""')
        await settled(pilot)
        assert colour(app, "text =") == hue(app, "good")
        await pilot.press("backspace")
        await settled(pilot)
        assert colour(app, "text =") == hue(app, "accent")
        await pilot.press(*'"')
        await settled(pilot)
        assert colour(app, "# life") == hue(app, "good")
        while area.text != TREE:
            await pilot.press("ctrl+z")
        await settled(pilot)
        assert colour(app, "# life") == hue(app, "dim")
        assert colour(app, "text =") == hue(app, "accent")
        await pilot.press("ctrl+y")
        await settled(pilot)
        assert area.text != TREE


async def test_a_part_of_a_large_file_that_begins_inside_a_text_has_its_colours(
    edit: Edit, tmp_path: Path
) -> None:
    file = tmp_path / "large.toml"
    inside = "".join(f"[x{n}]\ny = {n}\n" for n in range(40_000))
    file.write_text(
        f'format = "debttree/1"\n[nodes.a]\ntitle = "A"\ntext = """\n{inside}"""\nbroken # last\n'
    )
    app = edit(file)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert shows(app, Raw)
        await until_shown(pilot, "# last")
        assert colour(app, "[x39999]") == hue(app, "good")
        assert colour(app, "# last") == hue(app, "dim")


async def test_without_colours_the_text_is_there_and_its_keys_are_bold(edit: Edit, written: Path) -> None:
    app = edit(written)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("v")
        app.theme = "plain"
        await settled(pilot)
        row = next(row for row, line in enumerate(screen_lines(app)) if "title" in line)
        line = screen_lines(app)[row]
        assert app.screen.get_style_at(line.index("title"), row).bold
        assert not app.screen.get_style_at(line.index("'A'"), row).bold
