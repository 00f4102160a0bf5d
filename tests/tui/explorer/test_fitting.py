"""What is told when an early answer is changed, and the keys that take the later ones again."""

from debttree.journey import Journey
from debttree.tui.explorer.fitting import changed_answer, fit_again
from tests.journey.test_journey import LETTERS, walked
from tests.tui.conftest import Start
from tests.tui.screens import screen_lines, screen_text


def told(before: Journey, choice: str) -> list[str]:
    now = before.take(LETTERS, choice)
    return [f"{message}" for message in fit_again(before, now, "f", "F")]


def test_only_another_answer_tells_what_fits_again() -> None:
    there = walked(LETTERS, "bde").back().back().back()
    assert not told(there, "b")
    assert not told(there, "c")
    assert "1 later answer" in told(there.take(LETTERS, "c"), "d")[0]


def test_a_changed_answer_says_that_nothing_is_lost() -> None:
    changed = walked(LETTERS, "bde").change(LETTERS, 1, "c")
    assert "kept" in f"{changed_answer(changed, 1)}"


async def test_f_and_its_capital_are_offered_where_they_do_something(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "1", "2", "1")
        assert "forward" not in screen_lines(app)[-1]
        await pilot.press(*["backspace"] * 4)
        assert "f forward  F to the last" in screen_lines(app)[-1]
        assert "⌫ back" not in screen_lines(app)[-1]
        await pilot.press("F")
        assert len(app.explorer.scene.journey.path.steps) == 4
        assert "forward" not in screen_lines(app)[-1]


async def test_what_fits_again_is_told_with_its_keys(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "1", "2", "1", "w", "2", "3")  # wait and see, in place of the call
        await pilot.press("backspace", "1")
        assert "2 later answers fit again: f walks them one by one, F goes to the last." in screen_text(app)
