"""The editor's screens at two sizes in both languages, as text; and a hostile tree through all of them."""

import re
from pathlib import Path

import pytest

from debttree.model import Clock
from debttree.tui.app import App
from debttree.tui.editor.session import EditSession
from tests.tui.conftest import TODAY, TREES
from tests.tui.driving import edited, settled
from tests.tui.screens import screen_text
from tests.tui.test_snapshots import compare

SIZES = ((80, 24), (120, 36), (40, 12))

NODE = ("down", "down", "down", "enter")
SCREENS: dict[str, tuple[str, ...]] = {
    "list": (),
    "node": NODE,
    "source": ("end",),
    "words": (*NODE, "down", "down", "down", "down", "down", "enter"),
    "target": (*NODE, *["down"] * 9, "enter"),
    "names": (*NODE, "down", "down", "down", "down", "down", "down", "enter"),
    "add": (*NODE, "down", "a"),
    "delete": (*NODE, "d"),
    "rename": (*NODE, "r"),
    "problems": ("p",),
    "side": (*NODE, "tab"),
    "text": (*NODE, "v"),
    "save": (*NODE, "down", "down", "d", "ctrl+s"),
    "quit": (*NODE, "down", "down", "d", "q"),
    "help": ("question_mark",),
}


async def pictures(app: App, keys: tuple[str, ...]) -> str:
    """The screen after some keys, at every size."""
    found = []
    async with app.run_test(size=SIZES[0]) as pilot:
        await settled(pilot)
        await pilot.press(*keys)
        for width, height in SIZES:
            if app.size != (width, height):
                await pilot.resize_terminal(width, height)
            await settled(pilot)
            found.append(f"== {app.editor.view.language} {width}x{height}\n{screen_text(app)}\n")
    return "\n".join(found)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", SCREENS)
async def test_the_screen_is_as_it_was(
    name: str, language: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    file = tmp_path / "loan.toml"
    file.write_bytes((TREES / "loan.toml").read_bytes())
    app = edited(EditSession(file, Clock.standing(TODAY)), language)
    found = await pictures(app, SCREENS[name])
    compare(f"editor-{name}.{language}", found, update=request.config.getoption("--update-snapshots"))


_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]"
)


@pytest.mark.parametrize("name", SCREENS)
async def test_no_string_of_a_tree_acts_or_hides(name: str, tmp_path: Path) -> None:
    file = tmp_path / "hostile.toml"
    file.write_bytes((TREES / "hostile.toml").read_bytes() + b"# \xc2\x9b31m \xe2\x80\xae turned\n")
    app = edited(EditSession(file, Clock.standing(TODAY)), "en")
    assert not _FORBIDDEN.search(await pictures(app, SCREENS[name]))


async def test_a_file_full_of_control_characters_opens_as_harmless_text(tmp_path: Path) -> None:
    file = tmp_path / "broken.toml"
    file.write_bytes(b"\x1b[2J\x1b]0;owned\x07 \xc2\x85 \xff = [\r\x00")
    app = edited(EditSession(file, Clock.standing(TODAY)), "en")
    assert not _FORBIDDEN.search(await pictures(app, ()))
