"""The desk on the screen: filtered, marked, deleted, papers and a calendar of several people, two side by side."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from debttree.journey import Journey, Keeper, begin, people, store
from debttree.journey.desk import Guides, Person, everybody
from debttree.model import Tree
from debttree.tui.app import App
from debttree.tui.explorer.screens import journeys
from debttree.tui.kit.dialogs.write import NoteArea
from tests.tui.conftest import TODAY, Start
from tests.tui.driving import settled, type_in, until_shown
from tests.tui.screens import screen_text

Shelved = Callable[[], App]


def keep(tree: Tree, whose: str, journey: Journey) -> None:
    Keeper(people.free_file(whose)).save(tree, replace(journey, whose=whose), "en", TODAY)


@pytest.fixture
def desk(shelved: Shelved, loan: Tree) -> App:
    """Mrs Li was sued, Mr Zhao is called, and nobody is on the screen."""
    sued = begin(loan).jump("papers")
    (deadline, *_) = loan.nodes["papers"].deadlines
    keep(loan, "Mrs Li, table 3", sued.dated(("papers", deadline.id), TODAY))
    keep(loan, "王先生", begin(loan).take(loan, "collectors"))
    keep(loan, "Mr Zhao", begin(loan).take(loan, "before-call"))
    return shelved()


async def test_the_nearest_last_day_stands_first_and_a_filter_narrows_the_list(desk: App) -> None:
    async with desk.run_test(size=(120, 30)) as pilot:
        await pilot.press("J")
        await settled(pilot)
        text = screen_text(desk)
        assert "› 1 Mrs Li, t" in text, "the cursor waits on the most urgent"
        assert text.index("1 Mrs Li, t") < text.index("王先生")
        await pilot.press("slash", *"zhao", "enter")
        assert "Mrs Li" not in screen_text(desk)
        assert "1 Mr Zhao" in screen_text(desk)
        await pilot.press("escape")
        assert "Mrs Li, t" in screen_text(desk)
        await pilot.press("O", "O")
        assert "Order: by name." in screen_text(desk)


async def test_down_is_not_lost_that_was_pressed_before_the_rows_had_come(
    desk: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, may_come = everybody, Event()

    def late(guides: Guides, today: dt.date) -> Iterator[Person]:
        assert may_come.wait(30)
        yield from read(guides, today)

    monkeypatch.setattr(journeys, "everybody", late)
    async with desk.run_test(size=(120, 30)) as pilot:
        await pilot.press("J", "down")
        assert "Reading who is kept" in screen_text(desk)
        may_come.set()
        await settled(pilot)
        assert "› 2 " in screen_text(desk)
        await pilot.press("up")
        assert "› 1 Mrs Li, t" in screen_text(desk)


async def test_a_journey_is_deleted_after_a_yes_and_the_file_is_gone(desk: App) -> None:
    async with desk.run_test(size=(80, 24)) as pilot:
        await pilot.press("J")
        await settled(pilot)
        await pilot.press("d", "2")
        assert len(store.names()) == 3
        await pilot.press("d", "1")
        assert "Mrs-Li-table-3" not in store.names()
        assert "is deleted; its file is gone." in " ".join(screen_text(desk).split())
        assert "王先生" in screen_text(desk)


async def test_a_file_that_is_no_journey_is_told_of_left_alone_and_deleted_after_a_yes(desk: App) -> None:
    for name in store.names():
        store.delete(name)
    store.file_of("broken").write_text("format = 3")
    async with desk.run_test(size=(80, 24)) as pilot:
        await pilot.press("J")
        await settled(pilot)
        await pilot.press("1")
        assert "Its format is not" in " ".join(screen_text(desk).split())
        assert store.names() == ["broken"]
        await pilot.press("d", "1")
        assert store.names() == []


async def test_the_one_on_the_screen_is_deleted_and_a_blank_walk_begins(desk: App) -> None:
    async with desk.run_test(size=(80, 24)) as pilot:
        await pilot.press("J")
        await settled(pilot)
        await pilot.press("1", "J")
        await settled(pilot)
        await pilot.press("d")
        assert "It is the one on the screen" in screen_text(desk)
        await pilot.press("1", "escape")
        assert desk.explorer.scene.journey.is_blank
        assert not desk.explorer.scene.whose
        assert "Mrs-Li-table-3" not in store.names()


async def test_papers_and_the_calendar_of_several_are_saved_and_nothing_is_overwritten(
    desk: App, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    async with desk.run_test(size=(100, 30)) as pilot:
        await pilot.press("J")
        await settled(pilot)
        await pilot.press("space", "space", "x")
        assert "They hold notes and calls; x n in a summary leaves them out" in " ".join(
            screen_text(desk).split()
        )
        await type_in(pilot, str(folder / "nowhere"))
        assert "There is no folder" in screen_text(desk)
        await type_in(pilot, str(folder))
        await settled(pilot)
        await until_shown(pilot, "2 summaries are saved")
        assert len(list(folder.iterdir())) == 2
        await pilot.press("C")
        assert "who sees the calendar sees them" in " ".join(screen_text(desk).split())
        await type_in(pilot, str(folder / "all.ics"))
        await settled(pilot)
        assert "Mrs Li\\, table 3: " in (folder / "all.ics").read_text().replace("\n ", "")
        await pilot.press("C")
        await type_in(pilot, str(folder / "all.ics"))
        await settled(pilot)
        await until_shown(pilot, "all.ics is there")


async def test_two_that_are_marked_are_compared_to_their_ends(desk: App) -> None:
    async with desk.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("J")
        await settled(pilot)
        await pilot.press("c")
        assert "Mark two people" in screen_text(desk)
        await pilot.press("space", "space", "c")
        text = screen_text(desk)
        assert "Compare two people" in text
        assert "Nearest last day" in text
        assert "Best end" in text


async def test_a_note_for_the_desk_is_marked_and_can_be_given_to_the_person(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("1", "n", *"Her", "enter", *"son", "ctrl+o", "ctrl+s")
        (note,) = app.explorer.scene.journey.notes
        assert (note.text, note.desk) == ("Her\nson", True)
        await pilot.press("w")
        assert "[desk alone] Your note of 2026-11-23: Her" in screen_text(app)
        await pilot.press("end", "enter")
        app.screen.query_one(NoteArea).text = "Her son calls"
        await pilot.press("ctrl+o", "escape")
        (note,) = app.explorer.scene.journey.notes
        assert (note.text, note.desk) == ("Her son calls", False)


async def test_notes_and_calls_are_left_out_of_summaries_by_a_key_and_the_screen_says_so(
    desk: App, tmp_path: Path
) -> None:
    async with desk.run_test(size=(100, 30)) as pilot:
        await pilot.press("n", *"Her_son", "ctrl+s", "x")
        assert "It holds 1 note: n leaves all out, v the calls." in screen_text(desk)
        await pilot.press("v")
        assert "Without calls; v puts them in." in screen_text(desk)
        await pilot.press("n", "v")
        assert "The calls are left out with the notes." in screen_text(desk)
        assert "Without notes, calls and name; n puts them in." in screen_text(desk)
        assert "Her_son" not in screen_text(desk)
        await pilot.press("escape", "X")
        assert "Left out: notes, calls and the name." in " ".join(screen_text(desk).split())
        (saved,) = tmp_path.glob("*.html")
        assert "Her_son" not in saved.read_text("utf-8")
        await pilot.press("J")
        await settled(pilot)
        await pilot.press("space", "x")
        assert "Left out: notes, calls and the name." in " ".join(screen_text(desk).split())
        await pilot.press("enter")
        await settled(pilot)
        assert list(tmp_path.glob("Mrs-Li-table-3-*.html"))
        await pilot.press("escape", "x", "n")
        assert "It holds 1 note" in screen_text(desk)
