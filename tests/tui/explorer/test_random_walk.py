"""Keys at random neither crash the explorer nor lose the journey: hundreds in the gate, ten thousand in `make long`."""

import random
from pathlib import Path

import pytest

from debttree.journey import Journey
from debttree.model import Tree
from debttree.tui.kit.actions import ACTIONS, Scope
from debttree.tui.kit.scopes import MODES
from tests.tui.conftest import Kept, Start

KEYS = [
    key
    for action in ACTIONS
    for key in action.keys
    if action.id not in ("quit", "edit", "save", "copy")
    and action.scope not in {*MODES[Scope.EDITOR]} - {*MODES[Scope.EXPLORER]}
]
"""Every key but those that end the walk or write outside it; while something is typed they are letters."""

WALKING = [*"123", "enter", "down", "left", "f", "y", "escape"]
"""Keys that walk; half of all are of these, else most keys would fall into some line to type in."""


def holds(tree: Tree, journey: Journey) -> bool:
    """Whether every step leads from where the last one ended, by a choice that is there."""
    at = journey.path.start
    for step in journey.path.steps:
        choice = tree.nodes[step.node].choice(step.choice) if step.choice is not None else None
        if step.node != at or (step.choice is not None and (choice is None or choice.to != step.to)):
            return False
        at = step.to
    return True


@pytest.mark.parametrize("turns", [30, pytest.param(500, marks=pytest.mark.long)])
async def test_random_keys_lose_nothing(
    turns: int, start: Start, kept: Kept, loan: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the walk may save a summary
    chance = random.Random(20261123)
    app = start()
    notes = 0
    async with app.run_test(size=(80, 24)) as pilot:
        for turn in range(turns):
            for key in ["escape", "escape", *chance.choices(WALKING, k=9), *chance.choices(KEYS, k=9)]:
                app.simulate_key(key)
            await pilot.pause()
            if turn % 20 == 19:
                await pilot.resize_terminal(chance.randrange(20, 170), chance.randrange(5, 55))
            assert app.is_running
            assert len(app.explorer.scene.journey.notes) >= notes
            notes = len(app.explorer.scene.journey.notes)
        last = app.explorer.scene.journey
    assert len(kept.journeys) > turns / 2
    assert kept.journeys[-1] == last
    assert all(holds(loan, journey) for journey in kept.journeys)
