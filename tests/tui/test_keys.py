"""Keys and mouse that the other tests do not press: paging, parts of the screen, more than nine choices, clicks."""

import gc
import re
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import debttree.tui
from debttree.analysis.checking import check_file
from debttree.model import Tree
from debttree.tui.app import App
from debttree.tui.editor.mode import Editor
from debttree.tui.explorer.mode import Explorer
from debttree.tui.kit.actions import ACTIONS
from debttree.tui.kit.dialogs.frame import Framed
from debttree.tui.kit.widgets.pane import Pane
from tests.tui.conftest import TODAY, Start
from tests.tui.screens import screen_lines, screen_text


def tree_of_many(folder: Path, choices: int) -> Tree:
    """A tree whose first node has that many choices, and a long text."""
    text = "\\n\\n".join(f"Paragraph {number}." for number in range(40))
    lines = ['format = "debttree/1"', "[nodes.start]", 'title = "Many"', f'text = "{text}"']
    for number in range(1, choices + 1):
        lines += ["[[nodes.start.choices]]", f'label = "Choice {number}"', f'to = "end{number}"']
    for number in range(1, choices + 1):
        lines += [f"[nodes.end{number}]", f'title = "End {number}"']
    file = folder / "many.toml"
    file.write_text("\n".join(lines))
    tree = check_file(file, TODAY).tree
    assert tree is not None
    return tree


async def test_zero_shows_the_next_nine_and_numbers_take_those_shown(start: Start, tmp_path: Path) -> None:
    app = start(tree=tree_of_many(tmp_path, 12))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "(1 of 2; 0: next)" in screen_text(app)
        await pilot.press("0")
        assert "3 Choice 12" in screen_text(app)
        await pilot.press("4")
        assert app.explorer.scene.journey.at == "start"
        await pilot.press("3")
        assert app.explorer.scene.journey.at == "end12"
        await pilot.press("left", "0", "0")
        assert "9 Choice 9" in screen_text(app)


async def test_the_text_is_read_on_by_pages_while_the_choices_stay(start: Start, tmp_path: Path) -> None:
    app = start(tree=tree_of_many(tmp_path, 2))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Paragraph 0." in screen_text(app)
        await pilot.press("pagedown")
        assert "Paragraph 0." not in screen_text(app)
        assert "›1 Choice 1" in screen_text(app)
        for _ in range(12):
            await pilot.press("pagedown")
        assert "Paragraph 39." in screen_text(app)
        assert "more line" not in screen_text(app)
        await pilot.press(*["pageup"] * 14)
        assert "Paragraph 0." in screen_text(app)


async def test_on_a_small_screen_arrows_read_first_and_then_move(start: Start, tmp_path: Path) -> None:
    app = start(tree=tree_of_many(tmp_path, 2))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("down")
        assert "Many" not in screen_lines(app)[1]
        await pilot.press(*["down"] * 90)
        assert "›2 Choice 2" in screen_text(app)
        await pilot.press("home")
        assert "Many" in screen_lines(app)[1]
        await pilot.press("end", "enter")
        assert app.explorer.scene.journey.at == "end2"


async def test_lists_go_to_their_ends_and_turn_pages(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.press("question_mark", "end")
        assert "a way ends here" in screen_text(app)
        await pilot.press("home")
        assert "Take the choice of that number." in screen_text(app)
        await pilot.press("pagedown")
        assert "Take the choice of that number." not in screen_text(app)
        await pilot.press("pageup")
        assert "Take the choice of that number." in screen_text(app)


async def test_tab_goes_round_the_parts_of_a_wide_screen(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("1", "tab")
        assert isinstance(app.focused, Pane) and app.focused.id == "side"
        await pilot.press("space")
        assert app.explorer.scene.journey.ticks == {("before-call", "contract")}
        assert app.focused.id == "side"
        await pilot.press("shift+tab")
        assert app.focused.id == "choices"


async def test_restart_keeps_the_steps_ahead(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "1", "R")
        assert app.explorer.scene.journey.at == "how-long"
        await pilot.press("f", "f")
        assert app.explorer.scene.journey.at == "answer"


async def test_the_mouse_takes_choices_ticks_and_presses_the_keys_of_the_foot(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await app.workers.wait_for_complete()

        async def click(words: str) -> None:
            y, line = next((y, line) for y, line in enumerate(screen_lines(app)) if words in line)
            await pilot.click(offset=(line.index(words), y))
            await pilot.pause()

        await click("Up to 90 days")
        assert app.explorer.scene.journey.at == "before-call"
        await click("[ ] The loan contract")
        assert app.explorer.scene.journey.ticks == {("before-call", "contract")}
        await click("← back")
        assert app.explorer.scene.journey.at == "how-long"
        await click("? help")
        assert "Every key, and what it does." in screen_text(app)
        await click("Esc close")
        await click("x summary")
        assert "My way through" in screen_text(app)


async def test_the_summary_is_copied(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "y")
        assert "My way through: A loan is overdue" in app.clipboard
        assert "Copied, if your terminal allows it." in screen_text(app)


async def test_quitting_ends(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "q")
    assert app.return_code == 0


def test_every_action_has_its_method() -> None:
    screens = _screens()
    owners = [Pane, App, Explorer, Editor, *screens]
    offered = {*Explorer.scopes, *Editor.scopes}.union(*(screen.scopes for screen in screens))
    for action in ACTIONS:
        name = re.sub(r"^app\.in_mode\('(\w+)'.*", r"\1", action.run).partition("(")[0].rpartition(".")[2]
        assert action.scope in offered, action.id
        assert any(hasattr(owner, f"action_{name}") for owner in owners), action.id


def _screens() -> list[type[Framed]]:
    """Every whole screen there is, in all modules of both modes."""
    for module in walk_packages(debttree.tui.__path__, "debttree.tui."):
        import_module(module.name)
    found, left = [], [Framed]
    while left:
        found += (below := left.pop().__subclasses__())
        left += below
    return [screen for screen in found if screen.__module__.startswith("debttree.")]


async def test_the_collector_that_waited_for_the_first_paint_works_again(start: Start) -> None:
    app = start()
    gc.disable()
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()
