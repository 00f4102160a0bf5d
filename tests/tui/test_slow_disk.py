"""A disk that takes its time: the screen waits a moment, then goes on and says what is not saved yet."""

from threading import Event

import pytest

from debttree.journey import Journey, begin
from debttree.model import Message, Tree, msg
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit import latest
from tests.tui.conftest import TODAY
from tests.tui.driving import explored
from tests.tui.screens import screen_text


@pytest.mark.parametrize(
    ("answer", "said"),
    [(None, "Your steps are saved now."), (msg("the disk is full"), "the disk is full")],
    ids=["saved late", "never saved"],
)
async def test_a_step_that_is_not_saved_yet_is_shown_and_said(
    loan: Tree, monkeypatch: pytest.MonkeyPatch, answer: Message | None, said: str
) -> None:
    written = Event()

    def slow(journey: Journey, language: str) -> Message | None:
        written.wait()
        return answer

    monkeypatch.setattr(latest, "PATIENCE", 0.01)
    app = explored(Scene(loan, begin(loan), "en", TODAY), slow)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        assert "not saved yet" in screen_text(app)
        assert app.explorer.scene.journey.path.steps
        written.set()
        app.explorer.settle()
        await pilot.pause()
        assert said in screen_text(app)
