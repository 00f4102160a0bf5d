"""An outcome at which the story goes on in another guide: one key goes there, q comes back."""

from pathlib import Path

from debttree.analysis.checking import check_file
from debttree.journey import find, open_or_begin
from debttree.locales import Speech
from debttree.model import Clock, Tree
from debttree.tui.app import App
from debttree.tui.kit.settings import Settings
from debttree.tui.launch import explorer_of
from tests.cli.test_elsewhere import CARDS, HERE, TOLD
from tests.tui.conftest import TODAY
from tests.tui.driving import until_shown
from tests.tui.screens import screen_text


def read(file: Path) -> Tree:
    tree = check_file(file, TODAY).tree
    assert tree is not None
    return tree


async def test_one_key_goes_on_in_the_other_guide_and_q_comes_back(tmp_path: Path) -> None:
    file, other = tmp_path / "loans.toml", tmp_path / "cards.toml"
    file.write_text(HERE, "utf-8")
    other.write_text(CARDS, "utf-8")
    tree, app = read(file), App(Settings(), Clock.standing(TODAY))
    app.start_with(explorer_of(app, (file,), tree, open_or_begin(tree), Speech("en", "en"), private=False))
    async with app.run_test(size=(120, 36)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("2")
        await until_shown(pilot, "The story goes on in another guide")
        assert "Go on in the other guide" in screen_text(app)
        await pilot.press("p")
        assert TOLD in screen_text(app)
        await pilot.press("m")
        await until_shown(pilot, "goes on in another guide")
        await pilot.press("escape", "1")
        await until_shown(pilot, "You are in another guide now; q comes back to where you were.")
        assert "The card" in screen_text(app)
        await pilot.press("1", "1")
        await until_shown(pilot, 'You came from the guide "loans".')
        await pilot.press("q")
        await until_shown(pilot, "Use the guide on cards")
        other.write_text("nothing", "utf-8")
        await pilot.press("1")
        await until_shown(pilot, "has errors")
        other.unlink()
        await pilot.press("1")
        await until_shown(pilot, 'There is no guide called "cards".')
    assert find(tree, "loans").journey.at == "card"
    other.write_text(CARDS, "utf-8")
    assert find(read(other), "cards").journey.at == "no-card"
