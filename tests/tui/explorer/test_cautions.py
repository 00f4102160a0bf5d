"""A caution stands under its choice and asks nothing; none of it is out of sight without a mark."""

from debttree.model import Choice, Kind, Node, Text, Tree
from tests.tui.conftest import Start
from tests.tui.screens import screen_text


async def test_a_caution_stands_under_its_choice_and_asks_nothing(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        assert "acknowledges the debt" in screen_text(app)
        await pilot.press("2")
        assert app.explorer.scene.journey.at == "answer"
        assert "acknowledges the debt" not in screen_text(app)


async def test_a_caution_that_was_folded_away_is_told_once_its_choice_is_taken(start: Start) -> None:
    app = start()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("1")
        assert "acknowledges" not in screen_text(app)
        await pilot.press("2")
        assert app.explorer.scene.journey.at == "answer"
        assert "Caution: A payment" in screen_text(app)
        await pilot.press("left", "end", "up", "2")
        assert "Caution: A payment" not in screen_text(app)


async def test_a_caution_higher_than_the_window_is_read_line_by_line_and_says_how_much_is_below(
    start: Start,
) -> None:
    caution = Text.of(" ".join(f"Word{n}" for n in range(60)))
    choices = tuple(Choice(name, Text.of(f"Go {name}"), "b", caution=caution) for name in ("left", "right"))
    nodes = {
        "a": Node("a", Kind.DECISION, Text.of("A"), choices=choices),
        "b": Node("b", Kind.OUTCOME, Text.of("B")),
    }
    app = start(tree=Tree("t", "0" * 12, Text.of("T"), "a", nodes))
    async with app.run_test(size=(40, 12)) as pilot:
        while "Word59" not in screen_text(app):
            assert "1 more choice: ↓" in screen_text(app)
            await pilot.press("down")
        await pilot.press("down")
        seen = screen_text(app)
        assert "›2 Go right" in seen
        assert "Word0 " in seen
        assert "1 more: ↑" in seen
        await pilot.press("enter")
        assert app.explorer.scene.journey.at == "b"
