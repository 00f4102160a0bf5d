"""The mouse in the editor: rows, fields, what stands beside, answers, pick lists, the foot, texts, the wheel."""

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from debttree.tui.editor.screens.desk import Desk
from debttree.tui.editor.screens.raw import Raw
from debttree.tui.editor.screens.words import Words
from debttree.tui.kit.dialogs.pick import Pick
from debttree.tui.kit.widgets.text_editor import TextEditor
from tests.tui.conftest import Edit
from tests.tui.driving import go, settled, shows
from tests.tui.screens import screen_lines, screen_text

WIDE = (120, 36)


async def click(pilot: Pilot[None], words: str, right_of: int = 0) -> None:
    """Click where words stand on the screen first, from a column on."""
    lines = screen_lines(pilot.app)
    y, x = next((y, x) for y, line in enumerate(lines) if (x := line.find(words, right_of)) >= 0)
    await pilot.click(offset=(x, y))
    await settled(pilot)


async def wheel(pilot: Pilot[None], selector: str, times: int) -> None:
    """Turn the wheel over a part of the screen, down."""
    widget = pilot.app.screen.query_one(selector)
    x, y = widget.region.x + 2, widget.region.y + 2
    for _ in range(times):
        widget.post_message(
            events.MouseScrollDown(
                widget, 2, 2, 0, 1, 0, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y
            )
        )
    await settled(pilot)


async def test_rows_fields_and_what_stands_beside_are_clicked(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await click(pilot, "Collectors call")
        assert app.editor.session.at == ("nodes", "collectors")
        await click(pilot, "Who answers")
        assert shows(app, Words)
        await click(pilot, "Esc close")
        assert shows(app, Desk)
        await click(pilot, "■ Before the first call", 84)
        assert app.editor.session.at[:2] == ("nodes", "before-call")  # the choice that leads to where we were


async def test_a_field_is_filled_by_clicking_an_entry(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await click(pilot, "The lender answers")
        await click(pilot, "Kind")
        assert isinstance(app.screen, Pick)
        await click(pilot, "decision: you choose")
        assert app.editor.view.at(("nodes", "answer", "kind")) == "decision"
        await click(pilot, "Brings")
        await click(pilot, "[ ] Litigation")
        await click(pilot, "[ ] Collection")
        assert "[x] Litigation" in screen_text(app)
        await pilot.press("ctrl+s")
        assert app.editor.view.at(("nodes", "answer", "brings")) == ["litigation", "collection"]


async def test_the_keys_of_a_question_are_clicked(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await click(pilot, "The lender answers")
        await click(pilot, "Brings")
        await click(pilot, "[ ] Litigation")
        await click(pilot, "Ctrl+S finish")
        assert app.editor.view.at(("nodes", "answer", "brings")) == ["litigation"]
        await click(pilot, "Tags")
        app.screen.query_one(Input).value = "phone"
        await click(pilot, "Enter finish")
        assert app.editor.view.at(("nodes", "answer", "tags")) == ["phone"]
        await click(pilot, "Tags")
        await click(pilot, "Esc never mind")
        assert shows(app, Desk)


async def test_answers_are_clicked(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        go(app, "nodes", "refused")
        await pilot.press("d")
        await click(pilot, "Delete it, and the choices")
        assert "refused" not in app.editor.view.data["nodes"]
        await click(pilot, "u undo")
        assert "refused" in app.editor.view.data["nodes"]


async def test_problems_lead_to_their_places(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await click(pilot, "p problems")
        await click(pilot, "ran out")
        assert shows(app, Desk)
        assert app.editor.session.at[:2] == ("sources", "pilot")


async def test_in_the_file_as_text_a_click_puts_the_cursor_and_goes_to_a_problem(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("v")
        await settled(pilot)
        assert shows(app, Raw)
        area = app.screen.query_one(TextEditor)
        await click(pilot, "A loan is overdue")
        assert area.cursor_location[0] == 3
        await click(pilot, "ran out")
        assert area.document.get_line(area.cursor_location[0]).startswith("valid_until")


async def test_a_click_chooses_the_language_to_type_in(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        go(app, "nodes", "refused", "title")
        await pilot.press("enter")
        await pilot.click("#text-1")
        await pilot.press("end", "!")
        await click(pilot, "Ctrl+S finish")
        assert app.editor.view.at(("nodes", "refused", "title", "en")) == "They refuse!"


async def test_the_wheel_scrolls_every_part(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=(120, 14)) as pilot:
        await settled(pilot)
        go(app, "nodes", "before-call")
        await settled(pilot)
        for part, first in (
            ("#list", "Tree settings"),
            ("#form", "before-call"),
            ("#side", "Problems here"),
        ):
            assert first in screen_text(app)
            await wheel(pilot, part, 5)
            assert first not in screen_text(app), part
        await pilot.press("v")
        await settled(pilot)
        top = screen_lines(app)[1]
        await wheel(pilot, "#text", 3)
        assert screen_lines(app)[1] != top
