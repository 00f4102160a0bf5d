"""On the phone: a number is typed at once, no wrong key loses anything, hanging up is the next step."""

import datetime as dt
from dataclasses import replace

from textual import events

from debttree.journey import Call, begin
from debttree.journey.calls import ALSO_SAID
from debttree.model import Clock, Contact, Text, Tree
from debttree.tui.app import App
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.call import CallSheet, HangUp
from debttree.tui.explorer.screens.main import Main
from debttree.tui.explorer.views.call import contacts
from debttree.tui.kit.page import lay, plain
from tests.tui.conftest import TODAY, Kept, Start
from tests.tui.driving import explored, settled
from tests.tui.screens import screen_lines, screen_text

AT = dt.datetime(2026, 11, 23, 14, 3, tzinfo=dt.timezone(dt.timedelta(hours=8)))
NOTED = "Who you spoke to, and when"

MANY = {
    name: Contact(name, Text.of(title), phone=phone, hours=Text.of("Weekdays"))
    for name, title, phone in (("aid", "Legal aid", "100"), ("regulator", "The financial regulator", "200"))
}


def answers(app: App) -> list[tuple[str, str]]:
    return [
        (answer.item, answer.text) for call in app.explorer.scene.journey.calls for answer in call.answers
    ]


def on_top(app: App) -> type[object]:
    return type(app.screen)


async def test_a_call_is_walked_line_by_line_and_hanging_up_is_the_next_step(
    start: Start, kept: Kept
) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "v phone" not in screen_text(app)  # nothing is to be said here
        await pilot.press("1")
        assert "v phone" in screen_text(app)
        await pilot.press("v")
        assert "I can pay 500 a month" in screen_text(app)
        assert NOTED in screen_text(app)  # what comes next
        await pilot.press("space", *"8812", "space", *"Li")
        assert "8812 Li" in screen_text(app)
        assert not app.explorer.scene.journey.calls
        await pilot.press("enter")
        assert answers(app) == [("who", "8812 Li")]
        assert kept.journeys[-1].ticks == {("before-call", "who")}
        assert "What you typed is saved." in screen_text(app)
        await pilot.press("left")  # the field is empty: there is nothing to move in
        assert "8812 Li" in screen_text(app)
        await pilot.press("left", "right", "enter")
        assert answers(app) == [("who", "8812 Li")]
        await pilot.press(*"Call back", "up")
        assert "Typed at 00:00." in screen_text(app)
        await pilot.press("f2")
        assert on_top(app) is HangUp
        labels = [line for line in screen_lines(app) if line[2:3].isdigit()]
        await pilot.press("1")
        journey = app.explorer.scene.journey
        assert on_top(app) is Main
        assert len(journey.path.steps) == 3
        assert journey.calls[0].came in labels[0]
        assert journey.calls[0].ended is not None
        assert "pressed twice takes both steps back" in screen_text(app)
        await pilot.press("backspace", "backspace")
        assert app.explorer.scene.journey.at == "before-call"
        assert answers(app) == [("who", "8812 Li"), (ALSO_SAID, "Call back")]
        await pilot.press("v", "down")
        assert "Last time, 2026-11-23 00:00: 8812 Li" in screen_text(app)
        await pilot.press("escape", "w")
        found = screen_text(app)
        assert "2026-11-23 (Monday), 00:00. At: Before the first call" in found
        assert "00:00: 8812 Li" in found


async def test_no_wrong_key_loses_what_is_typed(start: Start, kept: Kept) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "v", "down")
        for number, key in enumerate(("escape", "f1", "f2", "up", "ctrl+q")):
            await pilot.press(str(number), key)
            assert answers(app) == [("who", "01234"[: number + 1])], key
            if on_top(app) not in (Main, CallSheet):
                await pilot.press("escape")
            await pilot.press("escape", "v")
    assert kept.journeys[-1].calls[0].answers[0].text == "01234"


async def test_escape_says_that_it_is_saved_and_the_call_goes_on_where_it_was(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "v", "down", *"8812", "escape")
        assert on_top(app) is Main
        assert "What you typed is saved." in screen_text(app)
        await pilot.press("v")
        assert on_top(app) is CallSheet
        await pilot.press("9", "escape")
        assert answers(app) == [("who", "88129")]


async def test_help_leads_back_to_the_call_and_a_choice_made_elsewhere_closes_it(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "v", "down", *"88", "f1", "escape")
        assert on_top(app) is CallSheet
        await pilot.press(*"12", "ctrl+p", *"Call the lender", "enter")
        await pilot.pause()
        assert on_top(app) is Main
        assert app.explorer.scene.journey.path.steps[-1].node == "before-call"
        assert answers(app) == [("who", "8812")]


async def test_what_is_typed_where_nothing_is_asked_is_kept_as_what_else_they_said(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "v", *"8812 q", "escape")
        assert answers(app) == [(ALSO_SAID, "8812 q")]
        assert app.explorer.scene.journey.at == "before-call"


async def test_a_paste_of_several_lines_is_kept_with_all_of_them(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "v", "down")
        app.post_message(events.Paste("工号 8812\n12 期 × 500 元\n[b]x[/b]"))
        await pilot.pause()
        await pilot.press("enter")
        assert answers(app) == [("who", "工号 8812\n12 期 × 500 元\n[b]x[/b]")]
        await pilot.press("up")
        assert "工号 8812 ↵ 12 期 × 500 元 ↵ [b]x[/b]" in screen_text(app)


async def test_an_answer_that_is_taken_away_is_told(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "v", "down", *"8812", "enter", "up", "ctrl+u", "enter")
        assert "Taken away: 8812" in screen_text(app)
        assert answers(app) == []
        assert app.explorer.scene.journey.ticks == frozenset()


def with_much_to_say(loan: Tree) -> Tree:
    """The tree with whom to ring, a reminder of its own, and an item that no small window holds."""
    node = loan.nodes["before-call"]
    first, second, third = node.checklist
    long = replace(third, text=Text.of("Who you spoke to. " * 20 + "The end."))
    contact = Contact("lender", Text.of("The lender"), phone="95188", hours=Text.of("Day and night"))
    node = replace(node, checklist=(first, second, long), contacts=("lender",))
    return replace(
        loan,
        nodes={**loan.nodes, node.id: node},
        contacts={"lender": contact},
        call_reminder=Text.of("Have it in writing"),
    )


async def test_in_the_smallest_window_the_number_the_reminder_the_field_and_the_way_out_stay(
    loan: Tree,
) -> None:
    tree = with_much_to_say(loan)
    journey = (
        begin(tree).take(tree, "before-call").called(Call("before-call", AT).answered("who", "9001", AT))
    )
    app = explored(Scene(tree, journey, "en", TODAY), clock=Clock(lambda: AT + dt.timedelta(days=3)))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("v", "down", *"8812")
        for _ in range(20):
            text = screen_text(app)
            for words in ("95188", "Have it in writing", "8812", "F2 hang up", "Last time, 2026-11-23 14:03"):
                assert words in text
            if "The end." in text:
                break
            assert "more line" in text
            await pilot.press("down")
        assert "The end." in screen_text(app)


def test_where_there_is_little_room_every_number_stays_and_the_words_give_way(loan: Tree) -> None:
    scene = Scene(replace(loan, contacts=MANY), begin(loan), "en", TODAY)
    crowded = replace(scene.node, contacts=(*MANY,))
    scene = replace(scene, tree=replace(scene.tree, nodes={**loan.nodes, crowded.id: crowded}))
    for width, room, expected in (
        (80, 5, ["Ring: 100  Legal aid · Weekdays", "Ring: 200  The financial regulator · Weekdays"]),
        (30, 2, ["Ring: 100  Legal aid · Weekda…", "Ring: 200  The financial regu…"]),
        (30, 1, ["Ring: 100 · 200"]),
    ):
        lines = lay(contacts(scene, width, room), width).lines
        assert [plain(line) for line in lines] == expected


async def test_where_nobody_answers_after_the_call_hanging_up_leads_back_to_the_step(loan: Tree) -> None:
    app = explored(Scene(loan, begin(loan), "en", TODAY))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "1", "v", *"12348", "f2")
        assert "1 Hang up: back to the step" in screen_text(app)
        await pilot.press("1")
        assert on_top(app) is Main
        assert app.explorer.scene.journey.calls[0].ended is not None
        assert len(app.explorer.scene.journey.path.steps) == 2


async def test_in_the_smallest_window_the_title_of_a_step_stays_when_a_note_takes_a_line(loan: Tree) -> None:
    kept = []
    for lines in (1, 2, 3):
        text = Text.of("\n".join(f"- line {number}" for number in range(lines)))
        collectors = replace(loan.nodes["collectors"], text=text, checklist=(), brings=())
        tree = replace(loan, nodes={**loan.nodes, "collectors": collectors})
        app = explored(Scene(tree, begin(tree).jump("collectors"), "en", TODAY))
        async with app.run_test(size=(40, 12)) as pilot:
            await pilot.pause()
            app.explorer.main.tell("Noted.")
            await settled(pilot)
            kept.append("Collectors call" in screen_text(app))
    assert kept == [True] * 3
