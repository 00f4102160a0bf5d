"""From one person's journey to the next: begun, named, listed, turned to, and none of them mixed up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from debttree.journey import begin, open_or_begin, store
from debttree.model import Tree
from debttree.tui.app import App
from tests.tui.conftest import TODAY, Start
from tests.tui.driving import settled
from tests.tui.screens import screen_text

Shelved = Callable[[], App]


def steps(name: str) -> int:
    return len(store.load(name).journey.path.steps)


async def test_the_next_person_gets_a_journey_and_both_are_kept(shelved: Shelved) -> None:
    app = shelved()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "N")
        assert "whose way was it so far?" in screen_text(app), "the first person is asked for too"
        await pilot.press(*"Mr Li", "enter", *"Ms Wang", "enter")
        assert app.explorer.scene.journey.is_blank
        assert "Ms Wang" in screen_text(app)
        assert (steps("Mr-Li"), steps("Ms-Wang")) == (1, 0), "it is kept before its first step"
        await pilot.press("2", "2", "1")
        await app.workers.wait_for_complete()
        assert steps("Ms-Wang") == 3
        await pilot.press("N", "enter", "3")
        await app.workers.wait_for_complete()
        assert steps("loan") == 1, "one of them needs no name"
        await pilot.press("N", "enter", "enter")
        assert "without a name already" in screen_text(app)


async def test_a_digit_goes_on_with_a_journey_that_is_kept(shelved: Shelved) -> None:
    app = shelved()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "n", *"first", "ctrl+s", "N", *"li", "enter", *"wang", "enter", "2", "J")
        await settled(pilot)
        text = screen_text(app)
        assert "1 li" in text
        assert "Before the f" in text
        await pilot.press("1")
        assert app.explorer.scene.journey.at == "before-call"
        assert [note.text for note in app.explorer.scene.journey.notes] == ["first"]
        assert "wang" not in screen_text(app)
        await pilot.press("J")
        await settled(pilot)
        await pilot.press("2")
        assert app.explorer.scene.journey.at == "collectors"
        assert not app.explorer.scene.journey.notes
        await pilot.press("J")
        await settled(pilot)
        await pilot.press("2")
        assert "Collectors call" in screen_text(app)


async def test_a_journey_is_named(shelved: Shelved) -> None:
    app = shelved()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "J")
        await settled(pilot)
        assert "(no name yet)" in screen_text(app), "nobody is called after the guide"
        await pilot.press("r", *"Li, table 3", "enter")
        assert "Li, table 3" in screen_text(app)
        await pilot.press("escape")
        assert "Li, table 3 · 1 step" in screen_text(app)
        await pilot.press("1")
        await app.workers.wait_for_complete()
        assert [entry.name for entry in store.list_journeys()] == ["Li-table-3"]
        assert steps("Li-table-3") == 2


async def test_a_name_that_is_taken_is_refused(shelved: Shelved, loan: Tree) -> None:
    open_or_begin(loan, name="li").keeper.save(loan, begin(loan).take(loan, "collectors"), "en", TODAY)
    app = shelved()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "N", "enter", *"LI", "enter")
        assert "a street, a table, a year" in screen_text(app)
        await pilot.press("escape")
        assert app.explorer.scene.journey.at == "before-call"
        assert steps("li") == 1


async def test_a_journey_that_cannot_be_kept_is_not_left(
    shelved: Shelved, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = shelved()
    async with app.run_test(size=(80, 24)) as pilot:
        folder = store.journeys_folder()
        folder.parent.mkdir(parents=True)
        folder.write_text("no folder")
        await pilot.press("1", "N", "enter", *"Li", "enter")
        assert "could not be saved" in screen_text(app)
        await pilot.press("escape")
        assert app.explorer.scene.journey.at == "before-call"


async def test_where_nothing_is_kept_beginning_anew_is_asked(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "N", "n")
        assert app.explorer.scene.journey.at == "before-call"
        await pilot.press("J")
        assert "Nothing is kept in a private session" in screen_text(app)
        await pilot.press("escape", "N", "y")
        assert app.explorer.scene.journey.is_blank


async def test_the_summary_is_saved_by_one_key_in_the_format_last_looked_at(
    shelved: Shelved, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    monkeypatch.chdir(folder)
    app = shelved()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("N", *"li", "enter", "1", "X", "x", "5", "escape", "X", "X")
        assert f"li-{TODAY}-2.json" in screen_text(app).replace("\n ", "")
        assert sorted(file.name for file in folder.iterdir()) == [
            f"li-{TODAY}-2.json",
            f"li-{TODAY}.html",
            f"li-{TODAY}.json",
        ]
        assert json.loads((folder / f"li-{TODAY}.json").read_text())["made"] == TODAY.isoformat()
        await pilot.press("x", "3", "X")
        assert "nothing for a calendar" in screen_text(app)


async def test_a_calendar_is_previewed_without_its_line_ends(shelved: Shelved) -> None:
    app = shelved()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "2", "i", "1", *"20", "enter", "x", "3")
        assert " BEGIN:VCALENDAR\n" in screen_text(app)
