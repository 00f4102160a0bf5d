"""No choice is out of sight without a mark: the cursor visits every choice of every node of the bundled trees."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest
from textual.pilot import Pilot

from debttree.analysis import Prospects
from debttree.journey import begin
from debttree.model import Deadline, Party, Path, Tree
from debttree.tui.app import App
from debttree.tui.explorer.items import Choose
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.pane import Pane
from tests.content.test_bundled_trees import NAMES, said, tree_of
from tests.tui.conftest import TODAY
from tests.tui.driving import explored, settled
from tests.tui.screens import screen_lines, screen_text

SIZES = ((40, 12), (80, 24), (120, 36))

SAMPLE = 40
"""Of so many nodes the gate looks at one."""

MORE_CHOICES = {
    "en": {"↑": r"(\d+) more: ↑", "↓": r"(\d+) more choices?: ↓"},
    "zh": {"↑": r"还有 (\d+) 个 ↑", "↓": r"还有 (\d+) 个选项 ↓"},
}
MORE_LINES = {"en": r"\d+ more lines?: ", "zh": r"还有 \d+ 行"}


@cache
def known(name: str) -> tuple[Tree, Prospects]:
    tree = tree_of(name)
    return tree, Prospects.of(tree)


def explorer(name: str, language: str) -> App:
    tree, prospects = known(name)
    return explored(Scene(tree, begin(tree), language, TODAY, prospects=prospects))


async def stand_at(pilot: Pilot[None], node: str) -> Pane:
    """The pane of the choices there."""
    assert isinstance(pilot.app, App)
    mode = pilot.app.explorer
    mode.scene = replace(mode.scene, journey=replace(mode.scene.journey, path=Path(node)))
    await pilot.pause()
    return next(pane for pane in mode.main.query(Pane) if any(type(item) is Choose for item in pane.items))


def hidden(pane: Pane) -> dict[str, int]:
    """How many choices have no number in view, above and below."""
    top = pane.scroll_offset.y
    starts = [pane.span(number).start for number in range(pane.count)]
    return {
        "↑": sum(start < top for start in starts),
        "↓": sum(start >= top + pane.size.height for start in starts),
    }


def faults(pane: Pane, rule: str, scene: Scene) -> list[str]:
    """What is wrong with what is in view, in words."""
    language = scene.language
    found = []
    for arrow, number in hidden(pane).items():
        said = re.search(MORE_CHOICES[language][arrow], rule)
        if number != (int(said[1]) if said else 0):
            found.append(f"{number} out of sight {arrow}, but: {rule}")
    cut = pane.pointed_lines.stop - pane.scroll_offset.y - pane.size.height
    if cut > 0 and not re.search(MORE_LINES[language], rule) and not re.search("↓", rule):
        found.append(f"{cut} lines of the choice under the cursor are cut: {rule}")
    return found


async def visit(pilot: Pilot[None], nodes: Sequence[str]) -> list[str]:
    """Move the cursor through all choices of some nodes, and say where one is hidden."""
    assert isinstance(pilot.app, App)
    found = []
    main = pilot.app.explorer.main
    for node in nodes:
        pane = await stand_at(pilot, node)
        rule = main.query_one("#bottom", Bar)
        while True:
            scene = pilot.app.explorer.scene
            found += [
                f"{node} at {pane.item}: {fault}" for fault in faults(pane, rule.render_line(0).text, scene)
            ]
            before = (pane.cursor, pane.scroll_offset.y)
            pane.action_move(1)
            await pilot.pause()
            if (pane.cursor, pane.scroll_offset.y) == before:
                break
        if pane.cursor != pane.count - 1:
            found.append(f"{node}: the cursor stops at {pane.item}")
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("every", [SAMPLE, pytest.param(1, marks=pytest.mark.long)])
async def test_no_choice_is_out_of_sight_without_a_mark(name: str, language: str, every: int) -> None:
    app = explorer(name, language)
    nodes = [node.id for node in app.explorer.scene.tree.nodes.values() if node.choices]
    async with app.run_test(size=SIZES[0]) as pilot:
        await settled(pilot)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            assert await visit(pilot, nodes[::every]) == [], size


async def test_all_eight_answers_about_a_courts_paper_are_in_sight() -> None:
    app = explorer("alipay-overdue", "zh")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("6", "1")
        assert "1 看不懂" in screen_text(app)
        assert "8 执行通知" in screen_text(app)


def unseen(app: App, deadlines: Sequence[Deadline]) -> list[str]:
    """The deadlines that the screen hides: the reader's own stand above the text, of the others' how long they take."""
    scene, lines = app.explorer.scene, ["".join(line.split()) for line in screen_lines(app)]
    own = [deadline for deadline in deadlines if deadline.by is Party.YOU]
    if own:
        events = ("".join(scene.name(deadline.event).split())[:12] for deadline in own)
        return [] if any(event in "".join(lines[1:4]) for event in events) else ["own"]
    words = ("".join(way.split()) for way in said(deadlines[0], scene.language))
    return [] if any(way in "".join(lines) for way in words) else ["another's"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("every", [10, pytest.param(1, marks=pytest.mark.long)])
async def test_no_deadline_is_under_the_fold(name: str, language: str, every: int) -> None:
    app = explorer(name, language)
    nodes = [node for node in app.explorer.scene.tree.nodes.values() if node.deadlines][::every]
    found: list[str] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for node in nodes:
            mode = app.explorer
            mode.scene = replace(mode.scene, journey=replace(mode.scene.journey, path=Path(node.id)))
            await pilot.pause()
            found += [f"{node.id}: {which}" for which in unseen(app, node.deadlines)]
        assert found == []
