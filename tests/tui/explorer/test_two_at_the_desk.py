"""The desk with two guides and two programs: people of another guide are opened, and the list follows the disk."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from debttree.analysis.checking import check_file
from debttree.journey import Keeper, begin, open_or_begin, people, store
from debttree.locales import Speech
from debttree.model import Clock, Tree
from debttree.tui.app import App
from debttree.tui.explorer.screens.journeys import Journeys
from debttree.tui.kit.settings import Settings
from debttree.tui.launch import explorer_of
from tests.cli.test_elsewhere import CARDS, HERE
from tests.tui.conftest import TODAY
from tests.tui.driving import settled, type_in, until_shown
from tests.tui.screens import screen_text


def read(file: Path) -> Tree:
    tree = check_file(file, TODAY).tree
    assert tree is not None
    return tree


def keep(tree: Tree, whose: str, choice: str) -> Keeper:
    keeper = Keeper(people.free_file(whose))
    keeper.save(tree, replace(begin(tree).take(tree, choice), whose=whose), "en", TODAY)
    return keeper


async def test_enter_opens_somebody_in_their_own_guide_and_nothing_of_either_is_lost(tmp_path: Path) -> None:
    file, other = tmp_path / "loans.toml", tmp_path / "cards.toml"
    file.write_text(HERE, "utf-8")
    other.write_text(CARDS, "utf-8")
    tree, cards, app = read(file), read(other), App(Settings(), Clock.standing(TODAY))
    keep(tree, "Li", "loan")
    keep(cards, "Zhao", "end")
    opened = open_or_begin(tree, name="Li")
    opened = replace(opened, resumed=None)
    explorer = explorer_of(app, (file,), tree, opened, Speech("en", "en"), private=False, known=(other,))
    app.start_with(explorer)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("J")
        await settled(pilot)
        await pilot.press("slash", *"zhao", "enter", "enter")
        await until_shown(pilot, "Another guide now")
        assert (app.explorer.scene.tree.name, app.explorer.scene.whose) == ("cards", "Zhao")
        await pilot.press("backspace", "J")
        await settled(pilot)
        await pilot.press("slash", *"li", "enter", "enter")
        await until_shown(pilot, "Another guide now: loans")
        assert app.explorer.scene.journey.at == "loan"
        store.delete("Zhao")
        await pilot.press("J")
        await settled(pilot)
        assert "Zhao" not in screen_text(app)
        await pilot.press("escape", "q")
    assert store.names() == ["Li"]


async def test_the_list_follows_what_another_program_writes_and_says_who_is_gone(
    shelved: Callable[[], App], loan: Tree
) -> None:
    keeper = keep(loan, "Mrs Li", "before-call")
    keep(loan, "Mr Zhao", "collectors")
    app = shelved()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("J")
        await settled(pilot)
        page = app.screen
        assert isinstance(page, Journeys)
        keep(loan, "Newcomer", "collectors")
        people.give_name("Mr-Zhao", "Herr Zhao")
        keeper.save(loan, replace(begin(loan).jump("papers"), whose="Mrs Li"), "en", TODAY)
        page.look_outside()
        await settled(pilot)
        text = screen_text(app)
        assert "Newcomer" in text
        assert "Herr Zhao" in text
        assert "No longer here, or called otherwise: Mr Zhao" in text
        assert loan.line(loan.nodes["papers"].title, "en")[:12] in text
        store.delete("Mrs-Li")
        (number,) = [n for n, row in enumerate(page.rows, 1) if row.whose == "Mrs Li"]
        await pilot.press(str(number))
        assert 'no journey "Mrs-Li"' in screen_text(app), "opened before the list has followed"
        await pilot.press("r")
        await type_in(pilot, "Mrs Li's sister")
        page.look_outside()
        await settled(pilot)
        assert not any(row.whose == "Mrs Li" for row in page.rows)
    assert "Mrs-Li" not in store.names()
