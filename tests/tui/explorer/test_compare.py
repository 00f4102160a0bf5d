"""Two choices, or two journeys, side by side: what each comes to."""

from dataclasses import replace

import pytest

from debttree.analysis import Prospects
from debttree.analysis.tree_index import TreeIndex
from debttree.journey import Due, Journey, begin, dues, open_or_begin
from debttree.model import Tree
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views import compare
from tests.tui.conftest import TODAY, Start
from tests.tui.screens import screen_lines, screen_text


async def test_choices_are_compared_side_by_side(start: Start) -> None:
    app = start()
    async with app.run_test(size=(160, 50)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("1", "c", "right")
        lines = screen_lines(app)
        assert any("1 Call the lender today" in line and "3 Wait and see" in line for line in lines)
        assert any("The lender answers" in line and "Collectors call" in line for line in lines)
        text = screen_text(app)
        assert "How far off, where they differ" in text
        assert "◌ Collection, Litigation: keep at it" in text
        assert "! Collection: met" in text
        assert "▮ Litigation: 1 answer" in text
        assert "Credit damage: met" not in text
        assert "It takes half an hour" in text.partition("Before it is taken")[2].partition("Leads to")[0]


async def test_what_is_alike_on_both_sides_is_said_in_one_line(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 50)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("1", "c")
        assert "Met on the way  the same in this guide · ! Credit damage" in screen_text(app)


async def test_both_sides_are_played_on_to_their_ends(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 50)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("1", "c")
        text = screen_text(app)
        assert "Best end  the same in this guide · A plan is agreed · 1 step on; nothing more is met" in text
        assert "Worst end" in text
        assert "A payment acknowledges the debt" in text


async def test_a_journey_that_is_kept_is_compared_with_this_one(start: Start, loan: Tree) -> None:
    kept = open_or_begin(loan, name="other").keeper
    kept.save(loan, begin(loan).take(loan, "collectors").take(loan, "papers"), "en", TODAY)
    app = start()
    async with app.run_test(size=(110, 40)) as pilot:
        await pilot.press("1", "c")
        for _ in range(3):
            await pilot.press("right")
        text = screen_text(app)
        assert "other" in text
        assert "› More than 90 days" in text
        assert "Papers from a court" in text
        await pilot.press("left")
        assert "2 Pay the smallest amount" in screen_text(app)


def test_the_last_days_of_a_way_are_worked_out_once_however_many_it_has(
    loan: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, node = next((name, node) for name, node in loan.nodes.items() if node.deadlines and node.choices)
    many = tuple(replace(node.deadlines[0], id=f"d{number}") for number in range(50))
    tree = replace(loan, root=name, nodes={**loan.nodes, name: replace(node, deadlines=many)})
    scene = Scene(tree, begin(tree), "en", TODAY, prospects=Prospects.of(tree))
    asked: list[Journey] = []

    def counted(tree: Tree, journey: Journey) -> tuple[Due, ...]:
        asked.append(journey)
        return dues(tree, journey)

    monkeypatch.setattr(compare, "dues", counted)
    here = compare.choice_side(scene, len(scene.node.choices))
    assert compare.compared(scene, here, here, TreeIndex(tree))
    assert len(asked) == 2
