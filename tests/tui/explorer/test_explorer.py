"""The explorer, driven by keys: where it stands, what it shows, what it keeps."""

import dataclasses
import datetime as dt
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from debttree.analysis import Prospects
from debttree.journey import begin
from debttree.model import Tree
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.distances import calm as calm_words
from debttree.tui.explorer.views.distances import nearest, panel
from debttree.tui.kit.widgets.pane import Pane
from tests.tui.conftest import TODAY, Kept, Start
from tests.tui.screens import screen_lines, screen_text


async def test_numbers_arrows_and_enter_take_choices_and_back_and_forward_return(
    start: Start, kept: Kept
) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        assert app.explorer.scene.journey.at == "before-call"
        await pilot.press("down", "down", "enter")
        assert app.explorer.scene.journey.at == "collectors"
        await pilot.press("left")
        assert app.explorer.scene.journey.at == "before-call"
        await pilot.press("f")
        assert app.explorer.scene.journey.at == "collectors"
        await pilot.press("backspace", "backspace", "backspace")
        assert app.explorer.scene.journey.at == "how-long"
        await pilot.press("right")
        assert app.explorer.scene.journey.at == "before-call"
    assert [journey.at for journey in kept.journeys] == [
        "before-call", "collectors", "before-call", "collectors", "before-call", "how-long", "before-call",
    ]  # fmt: skip


async def test_language_switches_words_and_keeps_the_place(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "down")
        assert "Before the first call" in screen_text(app)
        await pilot.press("L")
        assert "打第一通电话之前" in screen_text(app)
        assert any(line.lstrip().startswith("›2 马上还最低还款额") for line in screen_lines(app))
        assert app.explorer.scene.journey.at == "before-call"


async def test_consequences_met_are_shown_and_marked_when_new(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Nothing met so far." in screen_text(app)
        await pilot.press("1")
        assert "Met: Credit damage (new)" in screen_text(app)
        await pilot.press("3")
        assert "Met: Credit damage · Collection (new)" in screen_text(app)


async def test_an_urgent_entry_goes_there_at_one_key_and_back_returns(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "exclamation_mark", "2")
        assert app.explorer.scene.journey.at == "threat"
        assert app.explorer.scene.journey.path.steps[-1].is_jump
        assert "You are threatened" in screen_text(app)
        assert "Backspace brings you back" in screen_text(app)
        await pilot.press("backspace")
        assert app.explorer.scene.journey.at == "before-call"


async def test_escape_never_leaves_a_node(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "escape", "escape")
        assert app.explorer.scene.journey.at == "before-call"
        await pilot.press("question_mark")
        assert "Take the choice of that number." in screen_text(app)
        await pilot.press("escape")
        assert "What do you do?" in screen_text(app)


async def test_checklist_is_ticked_deadlines_are_dated_and_notes_are_kept(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "space", "space")
        assert app.explorer.scene.journey.ticks == {("before-call", "contract")}
        assert "[x] The loan contract" in screen_text(app)
        await pilot.press("escape", "3", "2", "i", "enter")
        await pilot.press(*"2026-13-40", "enter")
        assert "is no date" in screen_text(app)
        app.screen.query_one(Input).value = "2026-11-20"
        await pilot.press("enter")
        assert "Last day: 2026-12-07" in screen_text(app)
        await pilot.press("escape", "n", *"Ms Li", "ctrl+s")
        assert [note.text for note in app.explorer.scene.journey.notes] == ["Ms Li"]
        assert "Your note of 2026-11-23: Ms Li" in screen_text(app)


async def test_digits_tick_and_date_and_earlier_steps_stay_at_hand(start: Start) -> None:
    app = start()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("1", "i", "1", "2", "2")
        assert app.explorer.scene.journey.ticks == {("before-call", "contract")}
        await pilot.press("escape", "3", "2", "i", "1", *"20", "enter")
        assert app.explorer.scene.journey.dates == {("papers", "objection"): dt.date(2026, 11, 20)}
        await pilot.press("escape", "1", "i")
        shown = screen_text(app)
        assert "From earlier steps" in shown
        assert "Last day: 2026-12-07" in shown
        assert "The event was on 2026-11-20 (Friday)." in shown
        assert "[x] The loan contract" in shown
        place = screen_lines(app).index(next(line for line in screen_lines(app) if "[x] The loan" in line))
        await pilot.press(screen_lines(app)[place].split()[0].lstrip("›"))
        assert not app.explorer.scene.journey.ticks


async def test_a_running_deadline_is_told_at_every_step_until_it_has_passed(start: Start) -> None:
    app = start()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2", "2", "i", "1", *"2026-11-20", "enter", "escape")
        assert "14 days left, until 2026-12-07 (Monday): Object in writing" in screen_text(app)
        await pilot.press("1")
        assert "14 days left, until 2026-12-07 (Monday): Object in writing" in screen_text(app)
        app.explorer.scene = dataclasses.replace(app.explorer.scene, today=dt.date(2026, 12, 7))
        await pilot.pause()
        assert "! Today is the last day: Object in writing" in screen_text(app)
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert "! Today is the last day: " in screen_text(app)
        await pilot.resize_terminal(100, 30)
        app.explorer.scene = dataclasses.replace(app.explorer.scene, today=dt.date(2026, 12, 8))
        await pilot.pause()
        assert "! passed 1 day ago: " in screen_text(app)


async def test_at_an_end_the_way_back_and_the_summary_are_offered(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "1")
        assert app.explorer.scene.journey.at == "plan"
        assert "This way ends here." in screen_text(app)
        await pilot.press("3")
        assert app.explorer.scene.journey.at == "how-long"
        assert len(app.explorer.scene.journey.ahead) == 2


async def test_the_summary_is_previewed_and_saved_without_overwriting(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "x")
        assert "My way through: A loan is overdue" in screen_text(app)
        await pilot.press("enter", "enter")
        assert "Saved:" in screen_text(app)
        (saved,) = tmp_path.glob("*.html")
        assert "Collectors call" in saved.read_text()
        await pilot.press("enter")
        app.screen.query_one(Input).value = saved.name
        await pilot.press("enter")
        assert "is there already" in screen_text(app)
        await pilot.press("escape", "f", "f")
        assert "[calendar]" in screen_text(app)


async def test_every_size_shows_the_node_and_a_tiny_one_says_so(start: Start, loan: Tree) -> None:
    app = start(journey=begin(loan).take(loan, "before-call"))
    async with app.run_test(size=(80, 24)) as pilot:
        for width, height in ((160, 50), (120, 36), (80, 24), (40, 12)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert "Before the first call" in screen_text(app), (width, height)
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        assert "Please make the" in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await pilot.press("1")
        assert app.explorer.scene.journey.at == "answer"


async def test_an_earlier_answer_is_changed_and_what_fell_away_can_be_brought_back(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "1", "2", "1")  # up to 90 days, call, refuse, improve the offer
        await pilot.press("w")
        assert "bring back" not in screen_text(app)
        await pilot.press("9", "2")
        assert "your answer" in screen_text(app)
        await pilot.press("3")  # wait and see, in place of the call
        assert app.explorer.scene.journey.at == "collectors"
        assert "The later ones are kept for when they fit again." in screen_text(app)
        await pilot.press("w")
        assert "They refuse" in screen_text(app)
        assert "B bring back" in screen_text(app)
        await pilot.press("B")
        assert app.explorer.scene.journey.at == "before-call"
        assert len(app.explorer.scene.journey.path.steps) == 4


async def test_notes_are_written_reworded_and_deleted_on_the_way(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("1", "3", "w", "down", "n", *"Ms Li", "ctrl+s")
        assert [(note.node, note.text) for note in app.explorer.scene.journey.notes] == [
            ("before-call", "Ms Li")
        ]
        assert "Your note of 2026-11-23: Ms Li" in screen_text(app)
        await pilot.press("down", "enter", "enter", *"called", "escape")
        assert [note.text for note in app.explorer.scene.journey.notes] == ["Ms Li\ncalled"], (
            "Esc keeps it too"
        )
        await pilot.press("escape", "left", "left", "w")
        assert "Notes made elsewhere" in screen_text(app)
        await pilot.press("down", "enter")
        app.screen.query_one(TextArea).text = ""
        await pilot.press("ctrl+s")
        assert not app.explorer.scene.journey.notes
        assert "Ms Li" not in screen_text(app)


async def test_the_palette_finds_choices_actions_nodes_and_themes(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"up to", "enter")
        assert app.explorer.scene.journey.at == "before-call"
        await pilot.press("ctrl+p", *"light", "enter")
        assert app.theme == "light"
        await pilot.press("T")
        assert app.theme == "high-contrast"
        await pilot.press("ctrl+p", *"go back one", "enter")
        assert app.explorer.scene.journey.at == "how-long"
        await pilot.press("colon", *"threatened", "enter")
        assert app.explorer.scene.journey.at == "threat"
        await pilot.press("colon", *"xyzzy")
        assert "Nothing is called like that." in screen_text(app)
        await pilot.press("enter", "escape", "colon", "中", "enter")
        assert app.explorer.scene.language == "zh"


async def test_prospects_are_told_with_what_choices_are_marked_with(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("1")
        text = screen_text(app)
        assert "brings now: Collection" in text
        assert "Credit damage (new)" in text
        assert "keep at it" in text
        await pilot.press("p", "down", "space", "down", "space")
        text = screen_text(app)
        assert "Avoiding these together is in your hands while you keep at it" in text
        assert "Before the first call: choose “Call the lender today”" in text
        assert "Here: 1 Call the lender today / 2 Pay the smallest amount at once" in text
        picture = text.partition("What you can keep off, and how")[0]
        assert "◌ Litigation" in picture
        await pilot.press("pagedown")
        text = screen_text(app)
        assert "A way without it: Call the lender today" in text
        assert "Counted: answers of others" in text.partition("A way without it")[2]


async def test_the_line_above_the_foot_names_what_is_nearest(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "p Credit damage: on every way" in screen_text(app)
        await pilot.press("1", "3")
        assert "p Litigation: 1 answer" in screen_text(app)


async def test_few_setbacks_are_named_so_that_the_number_can_be_checked(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("1", "3", "p")
        text = screen_text(app)
        assert "At least 1 answer of others" in text
        assert "1: “" in text


async def test_what_is_met_already_is_said_so_and_the_rest_is_still_planned(start: Start) -> None:
    app = start()
    async with app.run_test(size=(100, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("1", "p", "space")
        text = screen_text(app)
        assert "Met already, so there is no avoiding it here: Credit damage" in text
        assert "Avoiding these together" not in text
        await pilot.press("down", "space")
        text = screen_text(app)
        assert "no avoiding it here: Credit damage" in text
        assert "Avoiding these together" in text
        assert "Credit damage" not in text.partition("Avoiding these together")[2].partition("\n")[0]


async def test_every_theme_draws(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(4):
            await pilot.press("T")
            assert "How long is it overdue?" in screen_text(app)


@pytest.mark.parametrize("keys", [["question_mark"], ["1", "p"], ["1", "s"], ["x"], ["c"], ["colon"]])
async def test_a_screen_longer_than_the_terminal_says_how_much_there_is_below(
    keys: list[str], start: Start
) -> None:
    app = start()
    async with app.run_test(size=(40, 12)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press(*keys)
        seen = screen_lines(app)
        pane = app.screen.query_one("#pane", Pane)
        assert pane.below
        assert seen[-2].endswith(f" {pane.below} more lines: PgDn ──")
        while pane.below:
            below = pane.below
            await pilot.press("pagedown")
            assert pane.below < below
        assert screen_lines(app)[-2] == "─" * 40


async def test_where_letters_are_typed_no_letter_is_offered_as_a_key(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon")
        assert screen_lines(app)[-1] == " Enter choose  Esc close"
        await pilot.click("#foot", offset=(2, 0))
        assert app.explorer.scene.journey.path.steps


def test_where_life_is_in_danger_no_prospects_are_shown(loan: Tree) -> None:
    node = dataclasses.replace(loan.nodes[loan.root], tags=("crisis",))
    tree = dataclasses.replace(loan, nodes={**loan.nodes, node.id: node})
    calm, crisis = (
        Scene(each, begin(each), "en", TODAY, prospects=Prospects.of(each)) for each in (loan, tree)
    )
    assert panel(calm)
    assert nearest(calm)
    assert panel(crisis) == calm_words(crisis)
    assert nearest(crisis) == ""
