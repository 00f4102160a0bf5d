"""The card: the last day, the next thing to do and whom to ring, on every step; t for all of it, y for the number."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from debttree.journey import Journey, Resumed, begin
from debttree.model import CRISIS, Contact, Text, Tree
from debttree.tui.app import App
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.prospects import ProspectsSheet
from debttree.tui.explorer.screens.to_do import ToDo
from debttree.tui.explorer.screens.urgent import UrgentSheet
from debttree.tui.explorer.screens.welcome import Welcome
from debttree.tui.explorer.views.card import card, one_row, rows
from debttree.tui.explorer.views.contacts import contacts_here
from debttree.tui.kit.page import lay, plain
from debttree.tui.kit.widgets.bar import Bar
from tests.tui.conftest import TODAY, Kept
from tests.tui.driving import explored, settled, type_in
from tests.tui.screens import screen_lines, screen_text

OBJECTION = ("papers", "objection")
LINE = Contact("line", Text.of("Legal advice"), phone="12348", hours=Text.of("All day"), checked=TODAY)
COURT = Contact("court", Text.of("Court line"), phone="12368", checked=dt.date(2025, 1, 1))
SIZES = [(40, 12), (80, 24), (120, 36), (160, 50)]


@pytest.fixture
def rung(loan: Tree) -> Tree:
    """The loan with a court line at the papers, and legal advice in the urgent list."""
    papers = replace(loan.nodes["papers"], contacts=("court",))
    way, *others = loan.urgent
    return replace(
        loan,
        contacts={"line": LINE, "court": COURT},
        nodes={**loan.nodes, "papers": papers},
        urgent=(replace(way, contacts=("line",)), *others),
    )


def at_papers(tree: Tree, passed: int | None = None) -> Journey:
    journey = begin(tree).jump("papers")
    return journey if passed is None else journey.dated(OBJECTION, TODAY - dt.timedelta(days=passed + 15))


def scene(tree: Tree, journey: Journey, language: str = "en") -> Scene:
    return Scene(tree, journey, language, TODAY)


def test_an_address_is_not_rung_and_gives_way_to_a_number(rung: Tree) -> None:
    site = Contact("site", Text.of("Look it up"), url="example.org", checked=TODAY)
    for named, told in [
        (("site",), "Online: example.org Look it up"),
        (("site", "line"), "Ring: 12348 Legal advice"),
    ]:
        papers = replace(rung.nodes["papers"], contacts=named)
        tree = replace(rung, contacts={**rung.contacts, "site": site}, nodes={**rung.nodes, "papers": papers})
        shown = scene(tree, at_papers(tree))
        assert words(shown)[-1].startswith(told)
        assert card(shown).contacts[0].id == named[-1]


def words(shown: Scene, width: int = 80) -> list[str]:
    return [plain(row.left) for row in rows(shown, width)]


def card_lines(app: App) -> Iterator[str]:
    lines = screen_lines(app)
    for bar in app.explorer.main.query("#card Bar").results(Bar):
        if bar.display:
            yield lines[bar.region.y]


def test_a_passed_day_says_whom_to_ring_today_and_never_a_number_the_tree_does_not_name(
    loan: Tree, rung: Tree
) -> None:
    assert words(scene(loan, at_papers(loan, 32)))[0] == (
        "! passed 32 days ago: ask for advice today · Object in writing"
    )
    assert words(scene(rung, at_papers(rung, 32)))[0] == (
        "! passed 32 days ago: ring 12368 today (Court line) · Object in writing"
    )
    elsewhere = replace(rung, nodes=loan.nodes)
    first, *_, ring = words(scene(elsewhere, at_papers(elsewhere, 32).jump("threat")))
    assert first.startswith("! passed 32 days ago: ring 12348 today (Legal advice)")
    assert ring == "Ring: 12348 Legal advice · All day · this guide, checked 2026-11-23"


def test_without_a_date_it_is_asked_for_and_without_anything_to_say_there_is_no_row(rung: Tree) -> None:
    assert words(scene(rung, at_papers(rung)))[0] == (
        "! No last day yet: when was it? The payment order reached you · Object in writing"
    )
    assert rows(scene(rung, begin(rung)), 80) == ()


def test_an_open_item_of_this_step_comes_before_one_left_behind(loan: Tree) -> None:
    here = scene(loan, begin(loan).jump("before-call"))
    first = loan.nodes["before-call"].checklist[0]
    assert words(here) == [f"[ ] To have in hand: {loan.line(first.text, 'en')}"]
    later = scene(loan, begin(loan).jump("before-call").jump("threat"))
    assert words(later) == [f"[ ] To have in hand: {loan.line(first.text, 'en')} · Before the first call"]


def test_in_a_low_window_the_one_row_is_the_nearest_thing(rung: Tree) -> None:
    far = rung.nodes["before-call"]
    journey = begin(rung).jump("before-call").jump("papers").dated(OBJECTION, TODAY)
    assert far.checklist
    assert [plain(row.left)[:3] for row in one_row(scene(rung, journey), 40)] == ["[ ]"]  # 15 days are left
    for day, told in ((1, "  14 days left"), (3, "  14 days left"), (10, "! 7 days left")):
        near = journey.dated(OBJECTION, TODAY - dt.timedelta(days=day))
        assert plain(one_row(scene(rung, near), 40)[0].left).startswith(told)


def test_a_date_that_is_missing_here_is_asked_for_in_the_row_below_a_known_last_day(rung: Tree) -> None:
    threat, (objection, *_) = rung.nodes["threat"], rung.nodes["papers"].deadlines
    here = replace(threat, deadlines=(replace(objection, id="reply", event=Text.of("They wrote")),))
    tree = replace(rung, nodes={**rung.nodes, "threat": here})
    told = words(scene(tree, at_papers(tree, -9).jump("threat")))
    assert told[0].startswith("  9 days left")
    assert told[1].startswith("! No last day yet: when was it? They wrote · Object in writing")


def test_a_contact_in_full_says_which_guide_names_it_and_when_it_was_checked(rung: Tree) -> None:
    told = "\n".join(plain(line) for line in lay(contacts_here(scene(rung, at_papers(rung))), 78).lines)
    told = " ".join(told.split())
    assert "12368 Court line" in told
    assert "As the guide “A loan is overdue” says; checked long ago, on 2025-01-01 (Wednesday)." in told


def test_where_life_is_in_danger_the_number_comes_first_and_prospects_are_one_calm_sentence(
    rung: Tree,
) -> None:
    node = replace(rung.nodes["papers"], tags=(CRISIS,))
    tree = replace(rung, nodes={**rung.nodes, "papers": node})
    assert words(scene(tree, at_papers(tree, 32)))[0].startswith("Ring: ")


@pytest.mark.parametrize(
    ("language", "size"),
    [
        *(("zh", size) for size in SIZES),
        *(pytest.param("en", size, marks=pytest.mark.long) for size in SIZES),
    ],
    ids=str,
)
async def test_at_every_size_the_card_stands_on_the_step_and_the_choices_stay_in_reach(
    rung: Tree, size: tuple[int, int], language: str
) -> None:
    app = explored(scene(rung, at_papers(rung, 32), language))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        found = list(card_lines(app))
        assert len(found) == (1 if size[1] < 16 else 2)
        assert ("32" in found[0], "12368" in found[0]) == (True, True)
        if len(found) > 1:
            assert "12368 Court line" in found[1]
        assert app.explorer.main.query_one("#text").size.height >= 3


async def test_t_shows_all_of_it_and_each_line_is_one_key_from_done(rung: Tree) -> None:
    kept = Kept()
    journey = at_papers(rung, 32).jump("before-call")
    app = explored(scene(rung, journey), kept)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("t")
        assert isinstance(app.screen, ToDo)
        text = screen_text(app)
        assert text.index("Today") < text.index("Object in writing") < text.index("This week")
        await pilot.press("space")
        assert kept.journeys[-1].done == {OBJECTION: TODAY}
        assert "[x] Object in writing" in screen_text(app).split("This week")[0]  # it stays where it is
        await change_day(pilot, "yesterday")
        assert kept.journeys[-1].done == {OBJECTION: TODAY - dt.timedelta(days=1)}
        await change_day(pilot, "")
        assert kept.journeys[-1].done == {}
        await pilot.press("2")
        assert len(kept.journeys[-1].ticks) == 1
        await pilot.press("space", "escape", "t")  # done again, and closed: below, among what is done
        assert "Object in writing" in screen_text(app)


async def change_day(pilot: Pilot[None], typed: str) -> None:
    await pilot.press("enter")
    await type_in(pilot, typed)


async def test_y_copies_the_number_or_the_text_and_says_what_surely_works(rung: Tree) -> None:
    app = explored(scene(rung, at_papers(rung)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("y")
        assert app.clipboard == "12368"
        assert "Copied: 12368" in screen_text(app)
        assert "hold Shift" in " ".join(screen_text(app).split())
        await pilot.press("left", "y")
        assert app.clipboard.startswith("How long is it overdue?\n\nLook at the **first** bill")


async def test_the_urgent_list_tells_the_number_before_anything_is_chosen(rung: Tree) -> None:
    app = explored(scene(rung, begin(rung)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("exclamation_mark")
        assert isinstance(app.screen, UrgentSheet)
        text = screen_text(app)
        assert "12348 Legal advice · All day" in text
        assert "→ You are threatened" in text
        assert "→ Papers from a court" not in text
        await pilot.press("1")
        assert app.explorer.scene.journey.at == "papers"
        assert "Backspace brings you back" in screen_text(app)


async def test_prospects_of_a_node_where_life_is_in_danger_are_a_calm_sentence(rung: Tree) -> None:
    node = replace(rung.nodes["papers"], tags=(CRISIS,))
    tree = replace(rung, nodes={**rung.nodes, "papers": node})
    app = explored(scene(tree, at_papers(tree)))
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert screen_text(app).count("You come first now.") == 2  # beside the text, and above the foot
        assert "Prospects" not in "\n".join(screen_lines(app)[:-1])
        await pilot.press("p")
        assert isinstance(app.screen, ProspectsSheet)
        assert "You come first now." in screen_text(app)


async def test_coming_back_the_card_is_what_welcomes(rung: Tree) -> None:
    journey = at_papers(rung, 32)
    app = explored(scene(rung, journey))
    async with app.run_test(size=(80, 24)) as pilot:
        app.explorer.open(Welcome(app.explorer, Resumed(journey, (), (), TODAY), ()))
        await pilot.pause()
        text = screen_text(app)
        assert text.index("! passed 32 days ago: ring 12368 today") < text.index("You stand at step 2")
        assert "Ring: 12368 Court line" in text
        await pilot.press("enter")
        assert app.explorer.main is app.screen


def test_the_card_and_the_strip_name_the_keys_that_a_person_gave(rung: Tree) -> None:
    own = replace(scene(rung, at_papers(rung)), keymap={"to-do": ("f5",), "copy-here": ("ctrl+y",)})
    right = [plain(row.right[0]) for row in rows(own, 80) if row.right]
    assert any("F5 to do" in words for words in right)
    assert any("Ctrl+Y copy" in words for words in right)
